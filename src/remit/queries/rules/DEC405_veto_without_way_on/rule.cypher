// DEC405: groups and recommendations, and sets of them, that all must approve, told to have no way on after one no
UNWIND $versions AS version
MATCH (s:Subject {version: version})-[:FACT_WAY_ON]->(way)
WHERE way.doubted
RETURN version, s.id AS subject, s.extent AS extent, [
  s.in_force,
  {
    any: COLLECT {
      MATCH (s)-[:MEMBER*0..1]->(one)-[:FACT_UNANIMOUS]->(unanimous)
      RETURN {excuse: [one.id, 'unanimous', unanimous], when: unanimous.value = true}
    },
    context: true
  },
  {missing: [s.id, 'way_on', way]}
] AS proof

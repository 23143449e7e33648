// DEC405: groups and recommendations, and sets of them, that all must approve, told to have no way on after one no
UNWIND $versions AS version
MATCH (s:Subject {version: version})-[:FACT_WAY_ON]->(way)
WHERE way.doubted
RETURN version, s.id AS subject, s.extent AS extent, [
  s.in_force,
  {
    told: COLLECT {
      MATCH (s)-[:MEMBER*0..1]->(one)
      WHERE one = s OR one.in_force > 0
      OPTIONAL MATCH (one)-[:FACT_UNANIMOUS]->(own)
      OPTIONAL MATCH (one)-[:FACT_GROUP]->(by {known: true})
      OPTIONAL MATCH (g:Subject {key: version + '/' + by.value})-[:FACT_UNANIMOUS]->(theirs)
      RETURN CASE
        WHEN own.stated OR own.left_open THEN {excuse: [one.id, 'unanimous', own], when: own.value = true}
        // a recommendation that tells nothing itself follows its group
        WHEN theirs IS NOT NULL THEN [
          {is: [one.id, 'group', by]},
          {excuse: [g.id, 'unanimous', theirs], when: theirs.value = true}
        ]
        ELSE false
      END
      ORDER BY one <> s, one.id
    },
    context: true
  },
  {missing: [s.id, 'way_on', way]}
] AS proof

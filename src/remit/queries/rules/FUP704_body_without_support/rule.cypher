// FUP704: groups, and sets of them, that are told to carry something out and have no staff
UNWIND $versions AS version
MATCH (g:Subject {version: version, of_kind: 'group'})
WHERE g.extent IS NULL OR 'staff' IN g.speaks_of
OPTIONAL MATCH (g)-[:FACT_STAFF]->(staff)
RETURN version, g.id AS subject, g.extent AS extent, [
  g.in_force,
  {
    told: COLLECT {
      MATCH (g)-[:MEMBER*0..1]->(one)
      WHERE one = g OR one.in_force > 0
      OPTIONAL MATCH (one)-[:FACT_CARRIES_OUT]->(plan)
      RETURN {any: [
        {excuse: [one.id, 'carries_out', plan]},
        {firm: {has: [one.id, 'carries_out', plan], items: [(plan)-[:ITEM]->(item) | item]}}
      ]}
      ORDER BY one <> g, one.id
    },
    context: true
  },
  {missing: [g.id, 'staff', staff]}
] AS proof

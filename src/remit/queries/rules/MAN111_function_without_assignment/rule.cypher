// MAN111: coordinators, process leaders and leading functions whose assignment is missing or unclear
UNWIND $versions AS version
MATCH (s:Subject {version: version})
WHERE s.of_kind IN ['coordinator', 'function', 'process_leader']
  AND (s.extent IS NULL OR 'assignment' IN s.speaks_of)
OPTIONAL MATCH (s)-[:FACT_ASSIGNMENT]->(assignment)
RETURN version, s.id AS subject, s.extent AS extent, [
  s.in_force,
  CASE
    WHEN s.of_kind <> 'function' THEN true
    ELSE {
      told: COLLECT {
        MATCH (s)-[:MEMBER*0..1]->(one)
        WHERE one = s OR one.in_force > 0
        OPTIONAL MATCH (one)-[:FACT_LEADS]->(leads)
        RETURN {any: [{excuse: [one.id, 'leads', leads], when: leads.value = true}] + COLLECT {
          MATCH (one)<-[:IS]-(item)<-[:ITEM]-(fact)<-[:FACT_COORDINATOR]-(g:Group)
          RETURN [g.in_force, {has: [g.id, 'coordinator', fact], items: [item]}]
        } + COLLECT {
          MATCH (one)<-[:CHAIR_HOLDER]-(g:Group)-[:FACT_CHAIR_HOLDER]->(chair)
          RETURN [g.in_force, {is: [g.id, 'chair.holder', chair]}]
        }}
        ORDER BY one <> s, one.id
      },
      context: true
    }
  END,
  {missing_or_unclear: [s.id, 'assignment', assignment]}
] AS proof

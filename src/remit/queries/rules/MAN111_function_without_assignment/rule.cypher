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
      any: COLLECT {
        MATCH (s)-[:MEMBER*0..1]->(one)-[:FACT_LEADS]->(leads)
        RETURN {excuse: [one.id, 'leads', leads], when: leads.value = true}
      } + COLLECT {
        MATCH (s)-[:MEMBER*0..1]->(one)<-[:IS]-(item)<-[:ITEM]-(fact)<-[:FACT_COORDINATOR]-(g:Group)
        RETURN [g.in_force, {has: [g.id, 'coordinator', fact], items: [item]}]
      },
      context: true
    }
  END,
  {missing_or_unclear: [s.id, 'assignment', assignment]}
] AS proof

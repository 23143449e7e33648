// MAN102: groups, and what statements speak of groups to an extent, without an assignment document
UNWIND $versions AS version
MATCH (g:Subject {version: version, of_kind: 'group'})
// a set of which only a way is told has no words of its own on this
WHERE g.extent IS NULL OR g.of_facts
OPTIONAL MATCH (g)-[:FACT_STATUS]->(status)
OPTIONAL MATCH (g)-[:FACT_ASSIGNMENT]->(assignment)
RETURN version, g.id AS subject, g.extent AS extent, [
  g.in_force,
  {is: [g.id, 'status', status], when: status.value <> 'practised', context: true},
  {missing: [g.id, 'assignment', assignment]}
] AS proof

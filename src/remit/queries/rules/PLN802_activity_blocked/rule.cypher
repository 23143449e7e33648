// PLN802: activities, and sets of them, that wait for a precondition that nobody owns
UNWIND $versions AS version
MATCH (a:Subject {version: version, of_kind: 'activity'})
WHERE a.extent IS NULL OR 'precondition' IN a.speaks_of OR 'precondition_owner' IN a.speaks_of
OPTIONAL MATCH (a)-[:FACT_PRECONDITION_OWNER]->(owner)
OPTIONAL MATCH (a)-[:FACT_PRECONDITION]->(own)
WITH version, a, owner, own, COLLECT {
  MATCH (a)-[:STATUSES]->(part)
  OPTIONAL MATCH (part)-[:FACT_STATUS]->(status)
  RETURN {excuse: [part.id, 'status', status], when: status.value IN ['done', 'not_meant', 'stopped']}
  ORDER BY part.id
} AS over
RETURN version, a.id AS subject, a.extent AS extent, [
  {
    first: [
      {excuse: [a.id, 'precondition', own]},
      {any: COLLECT {
        MATCH (a)-[:MEMBER]->(one)-[:FACT_PRECONDITION]->(precondition)
        RETURN {excuse: [one.id, 'precondition', precondition]}
      }}
    ],
    context: true
  },
  {
    excused: {missing: [a.id, 'precondition_owner', owner]},
    by: CASE over WHEN [] THEN [] ELSE [over] END
  }
] AS proof

// PLN802: activities, and sets of them, that wait for a precondition that nobody owns
UNWIND $versions AS version
MATCH (a:Subject {version: version, of_kind: 'activity'})
WHERE a.extent IS NULL OR 'precondition' IN a.speaks_of OR 'precondition_owner' IN a.speaks_of
OPTIONAL MATCH (a)-[:FACT_PRECONDITION_OWNER]->(owner)
OPTIONAL MATCH (a)-[:FACT_LEVELS]->(levels)
WITH version, a, owner, levels, COLLECT {
  MATCH (a)-[:STATUSES]->(part)
  OPTIONAL MATCH (part)-[:FACT_STATUS]->(status)
  RETURN {excuse: [part.id, 'status', status], when: status.value IN ['done', 'not_meant', 'stopped']}
} AS over, COLLECT {
  // each level that it is meant for, with the statuses that tell of it
  MATCH (levels)-[:ITEM]->(level)
  WHERE level.state <> 'none'
  RETURN {any: [CASE WHEN level.degree = 1 OR level.possibly OR NOT level.holds THEN 1 END] + COLLECT {
    MATCH (a)-[:STATUSES]->(part)
    OPTIONAL MATCH (part)-[:FACT_LEVEL]->(at)
    RETURN CASE
      WHEN at.stated OR at.left_open THEN {is: [part.id, 'level', at], when: at.value = level.value}
      ELSE true
    END
  }}
} AS meant
RETURN version, a.id AS subject, a.extent AS extent, [
  {
    told: COLLECT {
      MATCH (a)-[:MEMBER*0..1]->(one)
      OPTIONAL MATCH (one)-[:FACT_PRECONDITION]->(precondition)
      RETURN {excuse: [one.id, 'precondition', precondition]}
      ORDER BY one <> a, one.id
    },
    context: true
  },
  {
    excused: {missing: [a.id, 'precondition_owner', owner]},
    by: CASE WHEN over <> [] THEN [{all: over + meant, at_most: CASE WHEN levels.left_open THEN 1 ELSE 3 END}] ELSE [] END
  }
] AS proof

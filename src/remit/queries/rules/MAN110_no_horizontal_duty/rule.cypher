// MAN110: managing functions, and sets of functions, whose assignment holds no duty to collaborate
UNWIND $versions AS version
MATCH (s:Subject {version: version, of_kind: 'function'})
WHERE s.extent IS NULL OR 'horizontal_duty' IN s.speaks_of
OPTIONAL MATCH (s)-[:FACT_HORIZONTAL_DUTY]->(duty)
WITH version, s, duty, COLLECT {
  MATCH (s)-[:MEMBER*0..1]->(one)
  WHERE one.extent IS NULL
  RETURN one
} AS those
RETURN version, s.id AS subject, s.extent AS extent, [
  s.in_force,
  {
    any: COLLECT {
      UNWIND those AS one
      MATCH (one)-[:FACT_MANAGES]->(units)
      RETURN {excuse: [one.id, 'manages', units]}
    } + COLLECT {
      UNWIND those AS one
      MATCH (one)-[:FACT_LEADS]->(leads)
      RETURN {excuse: [one.id, 'leads', leads], when: leads.value = true}
    },
    context: true
  },
  {
    any: [1] + COLLECT {
      UNWIND those AS one
      MATCH (one)<-[:FUNCTION]-(seat:Seat)<-[:SEATS]-(g:Group)
      WHERE seat.in_force > 0
        AND seat.filled
      RETURN [g.in_force, g.counted_proof]
    } + COLLECT {
      UNWIND those AS one
      MATCH (one)-[:BELONGS_TO]->()<-[:REPRESENTS]-(g:Group)
      RETURN [g.in_force, g.counted_proof]
    } + COLLECT {
      UNWIND those AS one
      MATCH (one)-[:BELONGS_TO]->(p)<-[:IS]-(item)<-[:ITEM]-(parties)<-[:FACT_PARTIES]-(a:Agreement)
      RETURN [a.in_force, {has: [a.id, 'parties', parties], items: [item]}]
    },
    context: true
  },
  CASE
    WHEN duty.known THEN {says: [s.id, 'horizontal_duty', duty], when: duty.value = false}
    ELSE {missing: [s.id, 'horizontal_duty', duty]}
  END
] AS proof

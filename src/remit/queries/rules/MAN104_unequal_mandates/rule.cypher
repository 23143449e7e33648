// MAN104: what is said of whether the mandates in a group match, and the stated mandates of its seats on its topics
UNWIND $versions AS version
MATCH (s:Subject {version: version, of_kind: 'group'})
WHERE s.extent IS NULL OR 'equal_mandates' IN s.speaks_of
OPTIONAL MATCH (s)-[:FACT_EQUAL_MANDATES]->(equal)
OPTIONAL MATCH (s)-[:FACT_REMIT_TOPICS]->(remit)
// a set has no seats, nor have the cases of a group that are meant to an extent
WITH version, s, equal, remit, COLLECT {
  MATCH (s)-[:SEATS]->(seat)
  CALL (s, remit, seat) {
    MATCH (seat)-[:FACT_MANDATE]->({known: true})
    MATCH (seat)-[:FACT_MANDATE_POWERS]->(powers)
    OPTIONAL MATCH (seat)-[:FACT_MANDATE_TOPICS]->(own)
    // one that names no topics is over those of the group
    RETURN '' AS by_line, powers, CASE
      WHEN own.known OR own.left_open THEN [seat.id, 'mandate.topics', own]
      ELSE [s.id, 'remit.topics', remit]
    END AS topics
    UNION ALL
    // a function that nobody knows may reach any distance
    MATCH (seat)-[:FACT_MANDATE]->({known: true})
    MATCH (seat)-[:FACT_FUNCTION]->({left_open: true})
    RETURN '' AS by_line, null AS powers, [s.id, 'remit.topics', remit] AS topics
    UNION ALL
    MATCH (seat)-[:FUNCTION]->()-[:MANDATES]->(mandate)-[:FACT_POWERS]->(powers)
    WHERE mandate.in_force > 0
    OPTIONAL MATCH (mandate)-[:FACT_TOPICS]->(own)
    RETURN mandate.id AS by_line, powers, [mandate.id, 'topics', own] AS topics
  }
  RETURN {
    seat: seat.id,
    there: seat.in_force,
    held: CASE WHEN powers IS NOT NULL THEN [
      powers.has_inform, powers.has_discuss, powers.has_agree,
      powers.has_prepare, powers.has_recommend, powers.has_decide
    ] END,
    topics: topics
  } ORDER BY seat.id, by_line
} AS grants
RETURN version,
       s.id AS subject,
       s.extent AS extent,
       s.in_force AS here,
       CASE
         WHEN equal.origin <> 'silence' OR (equal.possibly_state = 'value' AND equal.possibly_value = false)
         THEN {says: [s.id, 'equal_mandates', equal], when: equal.value = false}
       END AS said,
       [one IN grants | [one.seat, one.there, one.held]] AS mandates,
       COLLECT {
         UNWIND CASE WHEN size(grants) > 1 THEN remit.values END AS topic
         MATCH (t:Topic {key: version + '/' + topic})
         RETURN {
           topic: topic,
           given: {
             has: [s.id, 'remit.topics', remit],
             items: COLLECT { MATCH (remit)-[:ITEM]->(item)-[:IS]->(t) RETURN item ORDER BY item.place }
           },
           covered: [one IN grants | {
             covers: one.topics,
             items: COLLECT {
               WITH one.topics[2] AS topics
               MATCH (topics)-[:ITEM]->(item)-[:IS]->(:Topic)<-[:WITHIN]-(t)
               RETURN item ORDER BY item.place
             },
             left_open: t.part_left_open
           }]
         }
       } AS topics

// ESC309: the topics of groups that have a limit of waiting, with the steps of every way to a decision and its calendars
UNWIND $versions AS version
MATCH (g:Group {version: version})
UNWIND g.remit_topics AS topic
MATCH (g)-[:FACT_REMIT_TOPICS]->(remit)
MATCH (g)-[:CONCERN]->(concern {topic: topic})
WITH *, COLLECT {
  // the limit that is told of it, else of the nearest topic above it
  MATCH (:Topic {key: version + '/' + topic})-[within:WITHIN]->(above)-[:FACT_WAIT_LIMIT_DAYS]->(fact)
  WHERE fact.known
  RETURN {id: above.id, steps: within.steps, fact: fact} ORDER BY within.steps LIMIT 1
}[0] AS limit
WHERE limit IS NOT NULL
WITH version, g, topic, remit, concern, limit, [(g)-[:REACHES {by: 'onward', topic: topic}]->(body) | body] AS reached
RETURN version,
       limit.fact.value AS limit,
       [
         CASE
           WHEN EXISTS {
             // what is left open nearer to it may be another limit
             MATCH (:Topic {key: version + '/' + topic})-[within:WITHIN]->()-[:FACT_WAIT_LIMIT_DAYS|FACT_PART_OF]->(fact)
             WHERE fact.left_open
               AND within.steps < limit.steps
           } THEN 1
           ELSE 3
         END,
         {is: [limit.id, 'wait_limit_days', limit.fact]}
       ] AS limited,
       g.id AS group,
       topic,
       [g.in_force, {
         has: [g.id, 'remit.topics', remit],
         items: [(remit)-[:ITEM]->(item) WHERE item.value = topic | item]
       }] AS here,
       concern.proof AS known,
       [(concern)-[:CONCERNS]->(one) | {
         id: one.id,
         line: CASE one.role WHEN 'care' THEN one.line_proof ELSE 1 END
       }] AS concerned,
       COLLECT {
         UNWIND reached AS one
         MATCH (one)-[on:ESCALATES_TO|PREPARES_FOR|RECOMMENDS_TO|ANSWERS_TO]->(next)
         RETURN {source: one.id, target: next.id, proof: [
           on.proof,
           CASE
             WHEN on.topics = [] OR topic IN on.carries THEN 3
             WHEN topic IN on.may_carry THEN 1
           END,
           next.in_force
         ]}
       } AS steps,
       COLLECT {
         MATCH (g)-[reach:REACHES {by: 'onward', topic: topic}]->(body)
         RETURN {
           id: body.id,
           kind: body.of_kind,
           decides: reach.decides,
           owners: [(body)-[:BELONGS_TO]->(owner) | owner.id],
           owners_open: body.owners_open
         }
       } AS bodies,
       COLLECT {
         UNWIND reached AS one
         MATCH (one)-[:TAKES_HOME]->(home {topic: topic})
         RETURN {group: one.id, principals: [(home)-[:OF]->(principal) | principal.id], proof: home.proof}
       } AS homes,
       COLLECT {
         UNWIND reached AS one
         MATCH (one)-[:SEATS]->(seat)-[:FUNCTION]->(function)
         RETURN {seat: seat.id, function: function.id}
       } AS filled,
       COLLECT {
         // the dates of meetings, else their number
         UNWIND reached AS one
         MATCH (one:Group)
         WITH one, COLLECT {
           MATCH (one)-[:FACT_MEETINGS_PER_YEAR|FACT_MEETING_DATES]->(told {known: true})
           WHERE told.low IS NOT NULL OR told.values <> []
           RETURN told ORDER BY told.low IS NOT NULL LIMIT 1
         }[0] AS told
         WHERE told IS NOT NULL
         RETURN {
           id: one.id,
           dates: CASE WHEN told.low IS NULL THEN told.values ELSE [] END,
           low: coalesce(told.low, 0),
           high: coalesce(told.high, 0),
           proof: {
             all: [{is: [one.id, told.path, told]}],
             at_most: CASE WHEN told.low IS NULL AND NOT told.closed THEN 1 ELSE 3 END
           }
         }
       } AS calendars

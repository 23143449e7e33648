// ESC306: the topics of groups, with the steps of every way to a decision, whom it concerns and what is listed
UNWIND $versions AS version
MATCH (g:Group {version: version})
UNWIND g.remit_topics AS topic
MATCH (g)-[:FACT_REMIT_TOPICS]->(remit)
MATCH (g)-[:CONCERN]->(concern {topic: topic})
WITH version, g, topic, remit, concern, [(g)-[:REACHES {by: 'onward', topic: topic}]->(body) | body] AS reached
RETURN version,
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
         // the seats, and those who fill them or are come to
         UNWIND reached AS one
         MATCH (one)-[:SEATS*0..1]->()-[:FUNCTION*0..1]->(counted)-[:FACT_COUNT]->(count)
         RETURN DISTINCT {id: counted.id, several: CASE
           WHEN count.known THEN CASE WHEN count.value = 1 THEN 0 ELSE 3 END
           WHEN count.left_open THEN 1
         END}
       } AS counts,
       COLLECT {
         UNWIND reached AS one
         RETURN {id: one.id, all: [listed IN [
           one.escalates_to_listed,
           one.prepares_for_listed,
           one.recommends_to_listed,
           one.answers_to_listed,
           one.seats_listed_proof
         ] WHERE listed IS NOT NULL]}
       } AS listed,
       {any: [(g)-[:WAY]->(way {target: 'decision'}) | way.holds_proof]} AS told

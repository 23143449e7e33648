// DEC401: groups, and what statements speak of groups to an extent, with the steps to which their recommendations come
UNWIND $versions AS version
MATCH (g:Subject {version: version, of_kind: 'group'})
WHERE g.extent IS NULL OR 'decision_step' IN g.speaks_of
OPTIONAL MATCH (g)-[:FACT_DECISION_STEP]->(step)
RETURN version,
       g.id AS subject,
       g.extent AS extent,
       g.in_force AS here,
       g.recommends_proof AS recommends,
       {excuse: [g.id, 'decision_step', step]} AS stated,
       CASE
         // what is said of a group's own cases stands in a row of its own
         WHEN step.doubted AND NOT EXISTS {
           MATCH (g)<-[:MEMBER]-(cases:Several {id: g.id})
           WHERE 'decision_step' IN cases.speaks_of
         }
         THEN {missing_or_unclear: [g.id, 'decision_step', step]}
       END AS told,
       COLLECT {
         UNWIND coalesce(g.remit_topics, ['']) AS topic
         MATCH (g)-[:CONCERN]->(concern {topic: topic})
         RETURN {
           known: concern.proof,
           concerned: [(concern)-[:CONCERNS]->(principal) | principal.id],
           listed: COLLECT {
             MATCH (g)-[:REACHES {by: 'carrying', topic: topic}]->(at:Group)
             RETURN [at.recommends_to_listed, at.prepares_for_listed, at.escalates_to_listed, at.seats_listed_proof]
             ORDER BY at.id
           },
           steps: COLLECT {
             // it goes to a body for decision, or may where nobody says what for
             MATCH (g)-[reach:REACHES {by: 'carrying', topic: topic}]->(:Group)
                   -[way:RECOMMENDS_TO|PREPARES_FOR|ESCALATES_TO]->(body)
             RETURN {
               proof: [
                 reach.degree,
                 way.degree,
                 CASE
                   WHEN topic = '' OR way.topics = [] OR topic IN way.carries THEN 3
                   WHEN topic IN way.may_carry THEN 1
                   ELSE 0
                 END,
                 CASE way.for_decision WHEN true THEN 3 WHEN false THEN 0 ELSE 1 END
               ],
               to: [(body)-[:BELONGS_TO]->(owner) WHERE way.principals = [] OR owner.id IN way.principals | owner.id],
               anybodys: coalesce(body.owners_open, false)
             }
           } + COLLECT {
             // a group may itself decide, for those who are represented there
             MATCH (g)-[reach:REACHES {by: 'carrying', topic: topic}]->(at)-[:FACT_REMIT_POWERS]->(powers)
             RETURN {
               proof: [reach.degree, CASE topic WHEN '' THEN [powers.has_decide, 1] ELSE reach.decides END],
               to: [(at)-[:REPRESENTS]->(principal) | principal.id],
               anybodys: false
             }
           } + COLLECT {
             // a seat takes it home; where several share it, nobody tells to whom
             MATCH (g)-[reach:REACHES {by: 'carrying', topic: topic}]->()-[:TAKES_HOME]->(home {topic: topic})
             MATCH (home)-[:OF]->(principal)
             RETURN {
               proof: [
                 reach.degree,
                 home.degree,
                 principal.line_proof,
                 CASE home.number WHEN 1 THEN 3 ELSE 1 END
               ],
               to: [principal.id],
               anybodys: false
             }
           }
         }
       } AS topics

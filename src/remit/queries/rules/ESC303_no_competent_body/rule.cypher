// ESC303: groups, topics, the system and sets of them, with what is said of their way to a decision and where ways lead
UNWIND $versions AS version
MATCH (s:Subject {version: version})
WHERE s.of_kind IN ['group', 'topic', 'system']
OPTIONAL MATCH (s)-[:FACT_REMIT_TOPICS]->(remit)
WITH version, s, remit, [(s)-[:WAY]->(way {target: 'decision'}) | way] AS ways
RETURN version,
       s.id AS subject,
       s.extent AS extent,
       s.in_force AS here,
       {any: [way IN ways | way.unclear_proof]} AS told,
       {any: [way IN ways | way.holds_proof]} AS stated,
       COLLECT {
         UNWIND s.remit_topics AS topic
         MATCH (s)-[:CONCERN]->(concern {topic: topic}),
               (s)-[itself:REACHES {by: 'onward', topic: topic}]-(s)
         WITH s, remit, topic, concern, itself, [(concern)-[:CONCERNS]->(principal) | principal] AS concerned
         RETURN {
           topic: topic,
           in_remit: {
             has: [s.id, 'remit.topics', remit],
             items: COLLECT { MATCH (remit)-[:ITEM]->(item {value: topic}) RETURN item ORDER BY item.place },
             context: true
           },
           itself: itself.decides,
           ways: COLLECT {
             // a body that decides, or whose line does; where it is only informed it is open
             MATCH (s)-[reach:REACHES {topic: topic}]->(body)
             WHERE reach.by IN ['onward', 'informed']
               AND body <> s
             WITH reach, body, [(body)-[:BELONGS_TO]->(owner) | owner] AS owners
             RETURN [CASE reach.by WHEN 'onward' THEN reach.degree ELSE 1 END, CASE
               WHEN body:Group THEN reach.decides
               WHEN body:Provider THEN 0
               WHEN body:JointBody THEN [reach.decides, CASE
                 WHEN any(owner IN owners WHERE owner IN concerned) THEN 3
                 WHEN concern.degree = 1 OR body.owners_open THEN 1
                 ELSE 0
               END]
               ELSE {any: [
                 CASE
                   WHEN any(owner IN owners WHERE owner IN concerned) THEN reach.decides
                   WHEN owners = [] OR body.owners_open THEN 1
                   ELSE 0
                 END,
                 {any: [owner IN owners | CASE
                   WHEN owner IN concerned THEN CASE owner.role WHEN 'care' THEN owner.line_proof ELSE 1 END
                   WHEN concern.degree = 1 THEN 1
                   ELSE 0
                 END]}
               ]}
             END]
           } + COLLECT {
             // a seat takes it home; where several share it, nobody tells to whom
             MATCH (s)-[reach:REACHES {by: 'onward', topic: topic}]->()-[:TAKES_HOME]->(home {topic: topic})
             WITH reach, home, [(home)-[:OF]->(principal) | principal] AS owners
             RETURN [reach.degree, home.degree, CASE
               WHEN any(owner IN owners WHERE owner IN concerned) THEN [owner IN owners | CASE
                 WHEN owner IN concerned AND owner.role = 'care' THEN owner.line_proof
                 ELSE 1
               END]
               WHEN owners = [] OR concern.degree = 1 THEN 1
               ELSE 0
             END]
           } + COLLECT {
             // whom it informs is left open: it may be somebody who decides
             MATCH (s)-[:REACHES {by: 'informed', topic: topic}]->()-[:FACT_INFORMS]->(informs)
             WHERE informs.left_open
             RETURN 1
           },
           listed: COLLECT {
             MATCH (s)-[:REACHES {by: 'onward', topic: topic}]->(at)
             RETURN [listed IN [
               at.escalates_to_listed,
               at.prepares_for_listed,
               at.recommends_to_listed,
               at.answers_to_listed,
               at.seats_listed_proof
             ] WHERE listed IS NOT NULL]
             ORDER BY at.id
           }
         }
       } AS topics

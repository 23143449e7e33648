// COV505: topics with the principals that they concern and the groups and joint bodies that have or may have them
UNWIND $versions AS version
MATCH (listing:Listing {version: version, of_kind: 'group'})
MATCH (t:Topic {version: version})-[:CONCERN]->(concern)
WITH version, listing, t, concern,
     COUNT { (concern)-[:CONCERNS]->({care: true}) } AS number,
     COUNT { (:Principal {version: version, care: true}) } AS care
RETURN version,
       t.id AS subject,
       [{n: number, of: care, what: 'PRINCIPALS'}] AS reach,
       [
         t.in_force,
         {
           all: [CASE
             // it may be part of one that concerns others
             WHEN t.part_left_open AND NOT EXISTS { (t)-[:WITHIN]->()-[:FACT_CONCERNS]->({known: true}) } THEN 1
             WHEN number > 1 THEN concern.proof
             WHEN concern.degree = 1 THEN 1
           END],
           context: true
         },
         {
           excused: {all: [listing.degree], ground: 'structural', seen: [[t.id, 'in remit', 'none']]},
           by: COLLECT {
             MATCH (body:Group|JointBody {version: version})
             OPTIONAL MATCH (body)-[:FACT_REMIT_TOPICS|FACT_MANDATE_TOPICS]->(over)
             WITH body, over, COLLECT {
               MATCH (over)-[:ITEM]->(item)-[:IS]->(listed)
               WHERE EXISTS { (listed)<-[:WITHIN]-(t) } OR EXISTS { (listed)-[:WITHIN]->(t) }
               RETURN item
             } AS items
             // silence on the mandate of a joint body excuses nothing
             WHERE body:Group OR over.left_open OR EXISTS { (over)-[:ITEM]->() }
             RETURN [
               body.in_force,
               {
                 covers: [body.id, over.path, over],
                 items: items,
                 left_open: t.part_left_open OR EXISTS {
                   (over)-[:ITEM]->({holds: true, possibly: false})-[:IS]->({part_left_open: true})
                 }
               }
             ]
           }
         }
       ] AS proof

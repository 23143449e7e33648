// STR207: topics, and sets of them, with the level that must be able to treat them and the groups that do or may
UNWIND $versions AS version
MATCH (listing:Listing {version: version, of_kind: 'group'})
MATCH (t:Subject {version: version, of_kind: 'topic'})-[:FACT_TREATED_AT]->(needed {known: true})
WHERE t.extent IS NULL OR 'treated_at' IN t.speaks_of
RETURN version,
       t.id AS subject,
       t.extent AS extent,
       [needed.value] AS related,
       {level: {named: [needed.value]}} AS values,
       [t.in_force, {is: [t.id, 'treated_at', needed]}] + COLLECT {
         MATCH (t)-[:MEMBER*0..1]->(one:Topic)
         WITH one ORDER BY one.id
         RETURN {
           excused: {all: [listing.degree], ground: 'structural', seen: [[one.id, 'no group at', needed.value]]},
           by: COLLECT {
             MATCH (g:Group {version: version})
             OPTIONAL MATCH (g)-[:FACT_LEVEL]->(at)
             OPTIONAL MATCH (g)-[:FACT_REMIT_TOPICS]->(over)
             RETURN [
               g.in_force,
               {is: [g.id, 'level', at], when: at.value = needed.value},
               {
                 any: [
                   {
                     covers: [g.id, 'remit.topics', over],
                     items: COLLECT { MATCH (over)-[:ITEM]->(item)-[:IS]->()<-[:WITHIN]-(one) RETURN item },
                     left_open: one.part_left_open
                   },
                   CASE WHEN EXISTS {
                     // a part of it, or what may be one
                     MATCH (over)-[:ITEM]->(item)-[:IS]->(listed)
                     WHERE item.state <> 'none'
                       AND (listed.part_left_open OR EXISTS { (listed)-[:WITHIN]->(one) })
                   } THEN 1 END
                 ]
               }
             ]
           }
         }
       } AS proof

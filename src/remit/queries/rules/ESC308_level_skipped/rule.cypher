// ESC308: routes two levels or more outwards, with the groups at the levels between that have their topics
UNWIND $versions AS version
MATCH (s:Subject {version: version})-[r:ESCALATES_TO|PREPARES_FOR]->(to)-[:LEVEL]->(outer)
// what is said of a body's own cases stands in a row of its own
WHERE NOT (r.possibly AND EXISTS {
    MATCH (to)<-[c:ESCALATES_TO|PREPARES_FOR]-(:Several {id: s.id})
    WHERE c.relation = r.relation
  })
WITH version, s, r, to, outer, COLLECT {
  MATCH (s)-[:MEMBER*0..1]->(one)
  WHERE one.extent IS NULL
  OPTIONAL MATCH (one)-[:LEVEL]->(inner)
  RETURN {body: one, level: inner} ORDER BY one.id
} AS sources
// levels of two readings are not compared
MATCH (level:Level {version: version})<-[:LEVEL]-(g:Group)
WHERE level.rank < outer.rank
  AND coalesce(level.reading, '') = coalesce(outer.reading, '')
  AND all(one IN sources WHERE one.level.rank < level.rank
          AND coalesce(one.level.reading, '') = coalesce(outer.reading, ''))
MATCH (g)-[:FACT_REMIT_TOPICS]->(remit)
WHERE EXISTS { (remit)-[:ITEM]->() }
RETURN version,
       s.id AS subject,
       s.extent AS extent,
       [to.id, g.id] AS related,
       [to.id] AS pair,
       {target: {named: [to.id]}, skipped: {named: [g.id]}} AS values,
       to.id + ' ' + r.relation AS among,
       {
         all: [
           {all: [r.proof], ground: 'structural'},
           [one IN sources | one.body.in_force],
           to.in_force,
           g.in_force,
           COLLECT {
             UNWIND sources AS source
             WITH source.body AS one
             RETURN {
               excused: [
                 one.level_degree,
                 g.level_degree,
                 to.level_degree,
                 {any: COLLECT {
                   // a topic of the route, else of the body's own, that is in the remit
                   OPTIONAL MATCH (one)-[:FACT_REMIT_TOPICS|FACT_TOPICS]->(own)
                   UNWIND CASE r.topics WHEN [] THEN coalesce(own.values, []) ELSE r.topics END AS topic
                   MATCH (t:Subject {key: g.version + '/' + topic})
                   RETURN [
                     CASE
                       WHEN r.topics <> [] THEN 3
                       ELSE {
                         has: [one.id, own.path, own],
                         items: [(own)-[:ITEM]->(item) WHERE item.value = topic | item]
                       }
                     END,
                     {
                       covers: [g.id, 'remit.topics', remit],
                       items: COLLECT {
                         MATCH (remit)-[:ITEM]->(item)-[:IS]->()<-[:WITHIN]-(t)
                         RETURN item
                       },
                       left_open: t.part_left_open
                     }
                   ]
                 }},
                 {any: COLLECT {
                   // for the whole territory of the body, as told, or for the same principals by its seats
                   WITH one, [(one)-[:TERRITORY_OF|BELONGS_TO]->(principal) | principal] AS own
                   WHERE own <> []
                     AND all(principal IN own WHERE EXISTS { (g)-[:TERRITORY_OF]->(principal) })
                   RETURN [{firm: g.territory_proof}, CASE WHEN one:Group THEN {firm: one.territory_proof} ELSE 3 END]
                 } + COLLECT {
                   MATCH (one)-[shared:SHARES_PRINCIPALS]-(g)
                   RETURN shared.proof
                 } + COLLECT {
                   MATCH (one)-[:BELONGS_TO]->(owner)<-[:REPRESENTS]-(g)-[seated:SEATED]->(owner)
                   RETURN seated.proof
                 }}
               ],
               by: [(one)-[other:ESCALATES_TO|PREPARES_FOR|RECOMMENDS_TO]->(g) | other.proof] + CASE
                 WHEN r.through = [] THEN [r.through_degree]
                 WHEN 'line' IN r.through AND r.through_degree > 0 THEN [1]
                 ELSE []
               END + COLLECT {
                 // a step of the line at the level between
                 UNWIND r.through_steps AS id
                 MATCH (step:Subject {key: version + '/' + id, level_rank: level.rank})
                 RETURN [r.through_degree, step.level_degree]
               }
             }
           }
         ],
         seen: [[s.id, 'skips', g.id]]
       } AS proof

// ESC301: escalations between groups, outwards from the citizen, that pass no step of the line
UNWIND $versions AS version
MATCH (s:Subject {version: version})-[r:ESCALATES_TO]->(target:Group)
// what is said of a group's own cases stands in a row of its own
WHERE NOT (r.possibly AND EXISTS {
    MATCH (target)<-[c:ESCALATES_TO|DENIED]-(:Several {id: s.id})
    WHERE c.relation = 'escalates_to'
  })
WITH version, s, r, target, COLLECT {
  MATCH (s)-[:MEMBER*0..1]->(one)
  WHERE one.extent IS NULL
    AND one <> target
  RETURN one ORDER BY one.id
} AS sources
WHERE all(one IN sources WHERE one:Group) // where nobody else is left, the excuse at the end clears
WITH version, s, r, target, sources,
     // at which level what goes this way comes out
     [one IN sources |
       CASE WHEN one.level_rank >= target.level_rank AND one.level_degree > 1 AND target.level_degree > 1 THEN 0
            WHEN one.level_degree < target.level_degree THEN one.level_degree
            ELSE target.level_degree END] AS outwards,
     // whom what goes this way concerns: by its topics, else by the territory
     COLLECT {
       UNWIND sources AS one
       WITH one, CASE WHEN r.topics <> [] THEN r.topics ELSE coalesce(one.remit_topics, []) END AS topics
       UNWIND CASE
         WHEN topics = [] THEN [one]
         ELSE COLLECT { UNWIND topics AS topic MATCH (one)-[:CONCERN]->(concern {topic: topic}) RETURN concern }
       END AS telling
       RETURN telling
     } AS telling,
     // whose each step is that it passes
     [id IN r.through_steps | COLLECT {
       MATCH (step:Subject {key: version + '/' + id})-[:BELONGS_TO]->(owner)
       RETURN owner
     }] AS whose
WITH s, r, target, sources, outwards, whose, version,
     [one IN telling | coalesce(one.territory_proof, one.proof)] AS known,
     COLLECT { UNWIND telling AS one MATCH (one)-[:CONCERNS|TERRITORY_OF]->(principal) RETURN principal } AS concerned
RETURN version,
       s.id AS subject,
       s.extent AS extent,
       [target.id] AS related,
       [target.id] AS pair,
       {target: {named: [target.id]}} AS values,
       {
         excused: [
           {all: [r.proof], ground: 'structural'},
           [one IN sources | one.in_force],
           target.in_force,
           CASE
             WHEN all(step IN outwards WHERE step > 0) OR all(step IN outwards WHERE step = 0) THEN outwards
             ELSE 1
           END,
           CASE
             WHEN r.through = [] THEN CASE WHEN r.through_degree = 1 THEN 1 ELSE 3 END
             WHEN 'line' IN r.through OR any(owners IN whose WHERE any(owner IN owners WHERE owner IN concerned)) THEN 0
             WHEN all(owners IN whose WHERE owners <> []) AND concerned <> [] THEN known
             ELSE 1
           END
         ],
         by: [[one IN sources | {any: [(one)-[i:INSIDE]-(target) | i.proof]
           + [CASE WHEN one.inside_left_open OR target.inside_left_open THEN 1 END]}]]
       } AS proof

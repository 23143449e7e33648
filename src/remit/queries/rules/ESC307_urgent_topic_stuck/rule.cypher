// ESC307: urgent topics and sets of them, with what is said of their way up and the bodies that could treat them
UNWIND $versions AS version
MATCH (v:Version {key: version})
CALL (version) {
  // as far as the ways up and the seats of every body are told
  MATCH (body:Subject {version: version})
  WITH body ORDER BY body.id
  UNWIND [body.escalates_to_listed, body.prepares_for_listed, body.recommends_to_listed, body.seats_listed_proof] AS listed
  RETURN collect(DISTINCT listed) AS everything
}
MATCH (t:Subject {version: version, of_kind: 'topic'})
WITH version, v, everything, t, COLLECT {
  MATCH (t)-[:MEMBER*0..1]->(one:Topic)
  OPTIONAL MATCH (one)-[:FACT_URGENT]->(urgent)
  RETURN [one, urgent] ORDER BY one.id
} AS urgent
// each is told to be urgent, or something else is written of it than that it is not
WHERE all(one IN urgent WHERE coalesce(one[1].value, one[1] IS NOT NULL))
OPTIONAL MATCH (topic:Subject {key: version + '/' + t.id})
WITH *, COLLECT {
  // the level that is told of it, else of the nearest topic above it
  MATCH (topic)-[within:WITHIN]->(above)-[:FACT_TREATED_AT]->(fact)
  WHERE fact.known
  RETURN {id: above.id, steps: within.steps, fact: fact} ORDER BY within.steps LIMIT 1
}[0] AS needed
RETURN version,
       t.id AS subject,
       t.extent AS extent,
       [one IN urgent | [one[0].in_force, {excuse: [one[0].id, 'urgent', one[1]]}]] AS urgent,
       CASE
         WHEN EXISTS {
           // what is left open nearer to it may be another level
           MATCH (topic)-[within:WITHIN]->()-[:FACT_TREATED_AT|FACT_PART_OF]->(fact)
           WHERE fact.left_open
             AND coalesce(within.steps < needed.steps, true)
         } THEN 1
         ELSE 3
       END AS certain,
       COLLECT {
         MATCH (t)-[:WAY]->(way)
         OPTIONAL MATCH (way)-[:TO]->(to)
         WITH way, to
         WHERE CASE WHEN needed IS NULL THEN to.rank > v.nearest_rank ELSE way.target = needed.fact.value END
         RETURN {to: way.target, broken: way.broken_proof, holds: way.holds_proof}
       } AS ways,
       CASE WHEN t:Topic THEN needed.fact.value END AS level,
       {is: [needed.id, 'treated_at', needed.fact]} AS needed,
       COLLECT {
         MATCH (t:Topic)-[:CONCERN]->(concern)
         RETURN [{all: [concern.proof], context: true}, everything, COLLECT {
           MATCH (all:Listing {version: version})
           WHERE all.of_kind IN ['group', 'unit']
           RETURN all.degree
         }]
       } AS listed,
       COLLECT {
         MATCH (t:Topic)-[:CONCERN]->(concern)
         MATCH (level:Subject {key: version + '/' + needed.fact.value})
         WITH level,
              [(concern)-[:CONCERNS]->(principal) | principal] AS concerned,
              [(t)-[:WITHIN]->(wide) | wide.id] AS wide
         MATCH (body:Subject {version: version})
         WHERE body.of_kind IN ['group', 'unit']
         OPTIONAL MATCH (body)-[:FACT_LEVEL]->(at)
         OPTIONAL MATCH (body)-[:FACT_REMIT_TOPICS|FACT_TOPICS]->(over)
         WITH level, concerned, wide, body, at, over, COLLECT {
           MATCH (over)-[:ITEM]->(item)
           WHERE item.value IN wide
           RETURN item ORDER BY item.place
         } AS items
         // where it surely is at another level, or surely has not the topic, nobody need look for a way to it
         WHERE NOT coalesce(at.degree > 1 AND at.value <> level.id
                            OR over.known AND over.closed AND items = [] AND NOT t.part_left_open, false)
         // that there is one counts, not which
         RETURN DISTINCT [
           body.in_force,
           {is: ['', 'level', at], when: at.value = level.id},
           {covers: ['', 'topics', over], items: items, left_open: t.part_left_open},
           {any: COLLECT {
             // from each body that a way leads from, first all that is sure, then all that may be
             UNWIND [2, 1] AS sure
             MATCH ANY SHORTEST (body)(()<-[step:ESCALATES_TO|PREPARES_FOR|RECOMMENDS_TO]-(source)
               WHERE step.degree >= sure
                 AND source.in_force >= sure
                 AND (step.topics = [] OR t.id IN CASE sure WHEN 2 THEN step.carries ELSE step.carries + step.may_carry END))*(start)
             RETURN DISTINCT [sure, {any: COLLECT {
               // the line that it stands in
               MATCH (start)-[:BELONGS_TO]->(owner)
               WHERE owner IN concerned
               RETURN owner.line_proof
             } + [CASE WHEN start.owners_open THEN 1 END] + COLLECT {
               // the lines of those who are seated there
               MATCH (start)-[:REPRESENTS]->(principal)<-[seated:SEATED]-(start)
               WHERE principal IN concerned
               RETURN [seated.degree, principal.line_proof]
             } + COLLECT {
               // a seat that only they share is one of theirs
               MATCH (start)-[:SEATS]->(seat)-[:FACT_SHARED_BY]->(shared)
               OPTIONAL MATCH (seat)-[:FACT_VACANT]->(vacant)
               WITH seat, shared, vacant, [(seat)-[:SHARED_WITH]->(principal) | principal] AS pool
               WHERE pool <> []
                 AND all(principal IN pool WHERE principal IN concerned)
               RETURN {
                 excused: [seat.in_force, shared.degree] + [principal IN pool | principal.line_proof],
                 by: [{excuse: [seat.id, 'vacant', vacant], when: vacant.value}, CASE WHEN seat.untold THEN 1 END]
               }
             }}]
           }}
         ]
       } AS bodies

// ROB604: groups with who alone fills each seat, the chair and the coordination: posts, and those who hold them
UNWIND $versions AS version
// whether it is left open of somebody what post they hold
WITH version, EXISTS {
  MATCH (holding:Holding {version: version})-[:FACT_FUNCTION]->({left_open: true})
  WHERE holding.in_force > 0
} AS somebody_may
MATCH (g:Group {version: version})
CALL (g) {
  MATCH (g)-[:SEATS]->(seat:Seat {filled: true})
  WHERE seat.in_force > 0
  OPTIONAL MATCH (seat)-[:FACT_VACANT]->(vacant)
  OPTIONAL MATCH (seat)-[:FACT_FUNCTION]->(function)
  OPTIONAL MATCH (seat)-[:FUNCTION]->(post:Function)
  OPTIONAL MATCH (seat)-[:FACT_PERSON]->(named)
  OPTIONAL MATCH (seat)-[:PERSON]->(person:Person)
  WITH seat, function, post, named, person, EXISTS { (seat)-[:FACT_COUNT]->({value: 1}) } AS one,
       {excused: seat.in_force, by: [{excuse: [seat.id, 'vacant', vacant], when: vacant.value}]} AS there
  RETURN seat.id AS place,
         [(seat)-[:BELONGS_TO]->(principal) | principal.id] AS principals,
         CASE WHEN one THEN post END AS post,
         [{is: [seat.id, 'function', function]}, there] AS fills,
         [p IN [person] WHERE one | {
           id: p.id, post: post.id, proof: [{is: [seat.id, 'person', named]}, there, p.in_force]
         }] AS named
  UNION ALL
  MATCH (g)-[:FACT_CHAIR_HOLDER]->(chair)
  MATCH (g)-[:CHAIR_HOLDER]->(post:Function)
  OPTIONAL MATCH (g)-[:FACT_CHAIR_VICE]->(vice)
  RETURN null AS place, [] AS principals, post, {
    excused: {is: [g.id, 'chair.holder', chair]},
    by: [{excuse: [g.id, 'chair.vice', vice], when: vice.value}]
  } AS fills, [] AS named
  UNION ALL
  MATCH (g)-[:FACT_COORDINATOR]->(told)-[:ITEM]->(item)
  WHERE item.state <> 'none'
  WITH g, told, collect(item) AS items, collect(DISTINCT item.value) AS those
  WHERE size(those) = 1
  MATCH (told)-[:ITEM]->()-[:IS]->(post:Function {id: those[0]})
  RETURN DISTINCT null AS place, [] AS principals, post, [
    {has: [g.id, 'coordinator', told], items: items},
    {fully_told: [g.id, 'coordinator', told]}
  ] AS fills, [] AS named
}
OPTIONAL MATCH (post)-[:FACT_COUNT]->(count)
OPTIONAL MATCH (post)-[:FACT_VACANT]->(unfilled)
WITH version, somebody_may, g, place, principals, named, post, count, unfilled, fills, COLLECT {
  MATCH (post)<-[:FUNCTION]-(holding:Holding)<-[:HOLDS]-(holder:Person)
  WHERE holding.in_force > 0
  MATCH (holding)-[:FACT_FUNCTION]->(held)
  RETURN {id: holder.id, proof: [{is: [holding.id, 'function', held]}, holding.in_force, holder.in_force]}
} AS holders
WITH version, g, place, principals, named, post, holders, [
  fills,
  CASE
    WHEN count.known AND count.value <> 1 OR COUNT { (post)-[:BELONGS_TO]->() } > 1 THEN 0
    WHEN count.left_open OR EXISTS { (post)-[:FACT_PRINCIPAL]->({partly_open: true}) } THEN 1
    WHEN somebody_may THEN 1
    ELSE 3
  END,
  {excused: post.in_force, by: [{excuse: [post.id, 'vacant', unfilled], when: unfilled.value}]}
] AS proof
WITH version, g, place, principals, named + CASE WHEN post IS NULL OR size(holders) > 1 THEN [] ELSE
  [{id: post.id, post: null, proof: proof}]
  + [one IN holders | {id: one.id, post: post.id, proof: [proof, one.proof]}]
END AS holders
WITH version, g,
     collect(CASE WHEN place IS NOT NULL THEN {id: place, principals: principals, holders: holders} END) AS places,
     collect(CASE WHEN place IS NULL THEN holders END) AS leading
RETURN version,
       g.id AS subject,
       COUNT { MATCH (any:Group {version: version}) WHERE any.in_force > 0 } AS of,
       g.in_force AS here,
       g.seats_listed_proof AS listed,
       places,
       [(g)-[:SEATS]->()-[:SHARED_WITH]->(principal) | principal.id] AS sharing,
       reduce(all = [], some IN leading | all + some) AS leading

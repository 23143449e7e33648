// DEC403: what is said of ways to operations, groups with the ways down from them, and lines that are said not to be
UNWIND $versions AS version
MATCH (v:Version {key: version})
CALL (version, v) {
  MATCH (s:Subject {version: version})
  WHERE s.of_kind IN ['group', 'topic', 'system', 'principal']
  WITH version, s, COLLECT {
    // the ways that lead to operations; which level is nearest is open where the rank of one is
    MATCH (s)-[:WAY]->(way)
    OPTIONAL MATCH (way)-[:TO]->(to)
    WITH way, to
    WHERE CASE WHEN to:Unit THEN to.kind = 'front_line' ELSE way.target = 'operations' OR to.rank = v.nearest_rank END
    RETURN {to: way.target, holds: way.holds_proof, broken: {
      all: [way.broken_proof],
      at_most: CASE
        WHEN to:Level AND EXISTS { MATCH (:Level {version: version})-[:FACT_RANK]->(rank) WHERE rank.left_open } THEN 1
        ELSE 3
      END
    }}
  } AS ways
  RETURN s.id AS subject,
         s.extent AS extent,
         'finding' AS message,
         null AS proof,
         s.in_force AS here,
         [way IN ways | {excused: way.broken, by: [other IN ways WHERE other.to = way.to | other.holds]}] AS told,
         [way IN ways | way.holds] AS ways,
         {
           any: [s.recommends_proof] + COLLECT {
             MATCH (s:Group)-[:FACT_REMIT_POWERS]->(powers)
             WITH powers, COLLECT {
               MATCH (powers)-[:ITEM]->(item {value: 'decide'})
               RETURN item ORDER BY item.place
             } AS decide
             WHERE decide <> []
             RETURN {has: [s.id, 'remit.powers', powers], items: decide, context: true}
           }
         } AS acts,
         COLLECT {
           UNWIND CASE WHEN s:Group THEN coalesce(s.remit_topics, ['']) ELSE [] END AS topic
           RETURN [topic, COLLECT {
             // to a principal, or a body that leads down its line
             MATCH (s)-[reach:REACHES {by: 'downwards', topic: topic}]->(body)
             WHERE NOT body:Group
             WITH reach, [(body)-[:BELONGS_TO]->(owner) | owner.line_proof] AS lines
             RETURN [reach.degree, CASE lines WHEN [] THEN 1 ELSE {any: lines} END]
           } + COLLECT {
             // home by a seat
             MATCH (s)-[reach:REACHES {by: 'downwards', topic: topic}]->()-[:TAKES_HOME]->(home {topic: topic})
             WITH reach, home, [(home)-[:OF]->(principal) | principal.line_proof] AS lines
             RETURN [reach.degree, home.degree, CASE lines WHEN [] THEN 1 ELSE lines END]
           } + COLLECT {
             // through the members of a group by which it is carried out
             MATCH (s)-[reach:REACHES {by: 'downwards', topic: topic}]->()-[through:IMPLEMENTS_THROUGH]->(body:Group)
             MATCH (body)-[:REPRESENTS]->(principal)<-[seated:SEATED]-(body)
             RETURN [reach.degree, through.degree, seated.degree, principal.line_proof, CASE
               WHEN topic = '' OR through.topics = [] OR topic IN through.carries THEN 3
               WHEN topic IN through.may_carry THEN 1
               ELSE 0
             END]
           }, COLLECT {
             MATCH (s)-[:REACHES {by: 'downwards', topic: topic}]->(body)
             RETURN [listed IN [
               body.seats_listed_proof,
               body.implements_through_listed,
               body.recommends_to_listed,
               body.prepares_for_listed,
               body.escalates_to_listed
             ] WHERE listed IS NOT NULL]
             ORDER BY body.id
           }]
         } AS stops
  UNION ALL
  MATCH (p:Subject {version: version, of_kind: 'principal'})-[:FACT_LINE]->(line)
  WHERE line.doubted
    AND (p.extent IS NULL OR 'line' IN p.speaks_of)
  RETURN p.id AS subject,
         p.extent AS extent,
         'line' AS message,
         [p.in_force, {missing: [p.id, 'line', line]}] AS proof,
         null AS here, null AS told, null AS ways, null AS acts, null AS stops
}
RETURN version, subject, extent, message, proof, here, told, ways, acts, stops

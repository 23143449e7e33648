// STR208: reporting, answering, nesting, standing under and escalation that may lead back to where it began
UNWIND $versions AS version
CALL (version) {
  MATCH (source:Function {version: version})-[:FACT_REPORTS_TO]->(fact)-[:ITEM]->(item)-[:IS]->(target)
  WHERE item.holds
    AND NOT (item.possibly AND source = target)
  RETURN 'finding' AS sort, source, fact.path AS relation, target, {degree: item.degree, sources: item.sources} AS told,
         [] AS topics, [] AS principals
  UNION ALL
  MATCH (source:Group {version: version})-[:FACT_ANSWERS_TO]->(fact)-[:ITEM]->(item)-[:IS]->(target)
  WHERE item.holds
    AND NOT (item.possibly AND source = target)
  RETURN 'answering' AS sort, source, fact.path AS relation, target, {degree: item.degree, sources: item.sources} AS told,
         [] AS topics, [] AS principals
  UNION ALL
  MATCH (source:Group {version: version})-[:PARENT]->(target), (source)-[:FACT_PARENT]->(fact)
  RETURN 'answering' AS sort, source, fact.path AS relation, target, {degree: fact.degree, sources: fact.sources} AS told,
         [] AS topics, [] AS principals
  UNION ALL
  MATCH (source:Unit {version: version})-[:PARENT]->(target), (source)-[:FACT_PARENT]->(fact)
  RETURN 'units' AS sort, source, fact.path AS relation, target, {degree: fact.degree, sources: fact.sources} AS told,
         [] AS topics, [] AS principals
  UNION ALL
  MATCH (source:Group|Unit|Function {version: version})-[route:ESCALATES_TO]->(target)
  WHERE NOT (route.possibly AND source = target)
  RETURN 'escalation' AS sort, source, route.relation AS relation, target, route.proof AS told,
         route.topics AS topics, route.principals AS principals
}
// what leads nowhere back, by relations of whatever sort, is no part of a ring
MATCH shortestPath((target)-[:FACT_REPORTS_TO|ITEM|IS|ANSWERS_TO|PARENT|ESCALATES_TO*0..]->(source))
RETURN version,
       sort,
       source.id AS source,
       target.id AS target,
       topics,
       COLLECT {
         UNWIND topics AS topic
         MATCH (:Subject {key: version + '/' + topic})<-[:WITHIN]-(within)
         RETURN within.id
       } AS covered,
       principals,
       {all: [told, source.in_force, target.in_force], seen: [[source.id, relation, target.id]]} AS proof

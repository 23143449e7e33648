// The loop of a matter: where does a matter on a topic go from a group, who may decide it there,
// for whom is it carried home, and does anybody report the outcome back?
//
// :param model => 'vasterbotten-2017'
// :param start => 'lsg'
// :param topic => 'barns-psykiska-halsa'
//
// `certainty` is 1 (open: somebody would have to be asked), 2 (reported) or 3 (established). A route without
// topics is for all of them. Each way is shown once, the shortest first.
MATCH (m:Model {id: $model})
MATCH (start:Group {version: m.current, id: $start})
MATCH (topic:Topic {version: m.current, id: $topic})
MATCH path = (start)-[:ESCALATES_TO|PREPARES_FOR|RECOMMENDS_TO|ANSWERS_TO*0..6]->(body:Subject)
WHERE all(r IN relationships(path) WHERE size(r.topics) = 0 OR EXISTS {
  MATCH (topic)-[:WITHIN]->(wide:Topic) WHERE wide.id IN r.topics
})
WITH m, start, topic, body, path ORDER BY length(path), [n IN nodes(path) | n.id]
WITH m, start, topic, body, collect(path)[0] AS path
OPTIONAL MATCH (start)-[reach:REACHES {by: 'onward', topic: $topic}]->(body)
OPTIONAL MATCH (body)-[:TAKES_HOME]->(home:TakenHome {topic: $topic})-[:OF]->(principal:Principal)
WITH start, body, path, reach, collect(DISTINCT principal.name) AS carried_home_by
RETURN [n IN nodes(path) | n.name] AS way,
       coalesce(reach.degree, 0) AS certainty,
       body.remit_powers AS powers_told,
       carried_home_by,
       EXISTS { (body)-[:REPORTS_BACK_TO]->(start) } AS reports_back
ORDER BY size(way), way

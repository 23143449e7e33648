// Parallel pairs: groups that share principals, are of the same kind at the same level, and have a topic in common,
// with whether anything links them.
//
// :param model => 'vasterbotten-2017'
//
// The rules STR201 and STR202 ask more carefully (territory, population, superiors, excuses); this is the view from
// above that shows where to look.
MATCH (m:Model {id: $model})
MATCH (one:Group {version: m.current})-[shared:SHARES_PRINCIPALS]->(other:Group)
WHERE one.kind = other.kind
  AND one.level = other.level
MATCH (one)-[:REMIT_TOPICS]->(a:Topic), (other)-[:REMIT_TOPICS]->(b:Topic)
WHERE EXISTS { (a)-[:WITHIN]->(b) } OR EXISTS { (b)-[:WITHIN]->(a) }
WITH one, other, shared, collect(DISTINCT a.name) AS topics
RETURN one.name AS one,
       other.name AS other,
       size(shared.principals) AS principals_in_common,
       topics,
       EXISTS { (one)-[:STEP]-(other) } AS linked
ORDER BY principals_in_common DESC, one, other

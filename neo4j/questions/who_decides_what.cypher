// Who decides what: everybody who is told to hold the power to decide, on which topics, and for whom.
//
// :param model => 'vasterbotten-2019'
//
// Groups and joint bodies decide by their remit, seats, units and functions by a mandate. Without topics the mandate
// is told without any. A unit that is an assembly decides by law and has no mandate: see its `kind`.
MATCH (m:Model {id: $model})
MATCH (holder:Subject {version: m.current})-[:FACT_REMIT_POWERS|FACT_MANDATE_POWERS|FACT_POWERS]->(powers:Fact)
WHERE holder.extent IS NULL
  AND 'decide' IN powers.values
OPTIONAL MATCH (owner:Subject)-[:MANDATES]->(holder)
OPTIONAL MATCH (holder)-[:REMIT_TOPICS|MANDATE_TOPICS|TOPICS]->(topic:Topic)
WITH holder, owner, powers, collect(DISTINCT topic.name) AS topics
OPTIONAL MATCH (whose:Subject)-[:BELONGS_TO]->(principal:Principal)
WHERE whose = coalesce(owner, holder)
WITH holder, owner, powers, topics, collect(DISTINCT principal.name) AS principals
RETURN coalesce(owner.name, holder.name) AS who,
       coalesce(owner.of_kind, holder.of_kind) AS kind,
       topics,
       principals,
       powers.degree AS certainty,
       powers.sources AS sources
ORDER BY kind, who

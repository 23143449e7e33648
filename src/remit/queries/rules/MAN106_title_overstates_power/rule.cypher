// MAN106: what groups are called and steer, and whether their powers hold no decision
UNWIND $versions AS version
MATCH (g:Subject {version: version, of_kind: 'group'})-[:FACT_REMIT_POWERS]->(powers)
OPTIONAL MATCH (g)-[:FACT_STEERS]->(steers)
OPTIONAL MATCH (g)-[:FACT_LAW]->(law)
WITH version, g, powers, steers, law, COLLECT {
  MATCH (g)-[:MEMBER*0..1]->(member:Group)
  OPTIONAL MATCH (member)-[:FACT_TITLE]->(title)
  OPTIONAL MATCH (member)-[:FACT_STEERS]->(steered)
  OPTIONAL MATCH (member)-[:FACT_LAW]->(founded)
  RETURN {
    id: member.id,
    name: CASE WHEN member.named THEN [member.name, member.name_en] ELSE [] END,
    title: CASE WHEN title.known THEN [title.value, title.value_en] ELSE [] END,
    called: {excuse: [member.id, 'title', title]},
    steers: CASE
      WHEN EXISTS { (steered)-[:ITEM]->() }
      THEN {has: [member.id, 'steers', steered], items: [(steered)-[:ITEM]->(item) | item]}
    END,
    law: {excuse: [member.id, 'law', founded]}
  }
  ORDER BY member.id
} AS members
RETURN version,
       g.id AS subject,
       g.extent AS extent,
       members,
       [g.in_force, powers.lacks_decide] AS lacks,
       g.extent IS NULL OR 'remit' IN g.speaks_of OR 'remit.powers' IN g.speaks_of AS tells_powers,
       g.extent IS NULL OR 'steers' IN g.speaks_of AS tells_steering,
       CASE
         WHEN EXISTS { (steers)-[:ITEM]->() }
         THEN {has: [g.id, 'steers', steers], items: [(steers)-[:ITEM]->(item) | item]}
       END AS steers,
       {excuse: [g.id, 'law', law]} AS law,
       [(steers)-[:ITEM]->(item) WHERE item.holds | item.value] AS steered

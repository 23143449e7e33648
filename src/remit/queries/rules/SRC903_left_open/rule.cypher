// SRC903: fields of entities and sets, and items in them, that a source leaves to be settled later
UNWIND $versions AS version
WITH version, COLLECT { MATCH (told:Statement {version: version}) RETURN told.about ORDER BY told.number } AS about
CALL (version) {
  MATCH (s:Subject)-->(fact:Fact {version: version, state: 'deferred'})
  WHERE fact.origin <> 'whole'
  // how binding it is does not make it less sure: what may be there is deferred all the same
  RETURN s, fact, fact.statement AS statement, null AS item, {
    degree: fact.said_degree,
    evidence: [[fact.subject, fact.path, 'deferred']],
    sources: fact.sources
  } AS seen
  UNION ALL
  MATCH (s:Subject)-->(fact)-[:ITEM]->(item:Item {version: version, state: 'deferred'})
  WHERE NOT item.possibly
  RETURN s, fact, item.statement AS statement, item.value AS item, {
    degree: item.degree,
    evidence: [[fact.subject, fact.path, item.value + ': deferred']],
    sources: item.sources
  } AS seen
}
WITH version, about, s, fact, statement, item, seen
WHERE s.extent IS NULL
  OR fact.path IN s.speaks_of
RETURN version,
       coalesce(about[statement], s.id) AS subject,  // the set, where it is told of a set
       s.extent AS extent,
       coalesce(
         COLLECT { MATCH (s)-[:MEMBER]->(member) RETURN member.of_kind ORDER BY member.id LIMIT 1 }[0],
         s.of_kind
       ) AS kind,
       fact.path AS path,
       item,
       seen {.*, ground: 'stated', statement: statement} AS proof

// SRC902: what is said in two ways, of a field, an item or a set, and what is said of sets that their members exclude
UNWIND $versions AS version
WITH version, COLLECT {
  // two statements on one set, or one way, that cannot both hold; their extents share a member: all any, most other most
  MATCH (s:Statement {version: version})
  WHERE s.what = 'channel' OR EXISTS { (:Set {key: version + '/' + s.about}) }
  WITH s.about AS about, s.what AS what, s.to AS to, collect(s) AS told
  UNWIND told AS one
  UNWIND told AS other
  WITH one, other
  WHERE one.number < other.number
    AND ('all' IN [one.extent, other.extent] OR [one.extent, other.extent] = ['most', 'most'])
    AND ([one.state, other.state] IN [['value', 'none'], ['none', 'value']]
      OR one.excludes <> other.excludes OR one.high < other.low OR other.high < one.low)
  RETURN [one, other]
} AS clashes
CALL (version, clashes) {
  UNWIND clashes AS words
  RETURN 'both' AS sort, words[0].about AS subject, words[0].what AS what, words[0].to AS to, words, [] AS against,
         [] AS sources, 0 AS members
  UNION ALL
  // a field of which different things are said, unless statements on one set explain it
  MATCH (s:Subject)-->(fact:Fact)-[:SAID]->(word:Said {version: version})
  WHERE s.extent IS NULL
    AND word.state <> 'unknown'
    AND NOT EXISTS {
      UNWIND clashes AS clash
      MATCH (:Set {key: version + '/' + clash[0].about})-[:MEMBER]->(s)
      WHERE clash[0].what = fact.path
      RETURN clash
    }
  WITH s, fact, word ORDER BY word.place
  WITH s, fact, collect(word) AS words, count(DISTINCT [word.state, word.alike]) AS different
  WHERE different > 1
  RETURN 'words' AS sort, s.id AS subject, fact.path AS what, '' AS to, words, [] AS against,
         [] AS sources, 0 AS members
  UNION ALL
  // an item that is both said to be there and not to be
  MATCH (s:Subject)-->(fact:Fact)-[:ITEM]->(denied:Item {version: version, state: 'none'})
  WHERE s.extent IS NULL
  WITH DISTINCT s, fact, denied.value AS value
  MATCH (fact)-[:ITEM]->(item:Item {value: value})
  WHERE item.state IN ['value', 'none']
    AND NOT item.possibly
  WITH s, fact, value, item ORDER BY item.place
  WITH s, fact, value, collect(item) AS words, count(DISTINCT item.state) AS different
  WHERE different > 1
  RETURN 'item' AS sort, s.id AS subject, fact.path AS what, value AS to, words, [] AS against,
         [] AS sources, 0 AS members
  UNION ALL
  // what is said of a set although established facts of its members' own exclude it
  MATCH (told:Statement {version: version})
  MATCH (set:Set {key: version + '/' + told.about})
  WITH told, set, COUNT { (set)-[:MEMBER]->() } AS members, CASE
    WHEN EXISTS { (:Set {key: version + '/' + told.to}) }
    THEN COLLECT { MATCH (:Set {key: version + '/' + told.to})-[:MEMBER]->(target) RETURN target.id }
    ELSE [told.to]
  END AS targets
  WITH told, members, CASE told.to
    WHEN '' THEN COLLECT {
      MATCH (set)-[:MEMBER]->(member)
      MATCH (fact:Fact {key: member.key + '!' + told.what})
      WHERE fact.own
        AND fact.degree = 3
        AND ([fact.state, told.state] IN [['value', 'none'], ['none', 'value']]
          OR fact.excludes <> told.excludes OR fact.high < told.low OR told.high < fact.low)
      RETURN [member.id, fact.sources] ORDER BY member.id
    }
    ELSE COLLECT {
      MATCH (set)-[:MEMBER]->(member)
      MATCH (fact:Fact {key: member.key + '!' + told.what})
      WITH member, fact, COLLECT {
        MATCH (fact)-[:ITEM]->(item)
        WHERE item.own
          AND item.degree = 3
          AND item.value IN targets
        RETURN item.state ORDER BY item.place LIMIT 1
      } AS own
      // what is said of the items themselves; else a list of the member's own that leaves one out (in a list that is not
      // its own, what is said of the set stands as an item)
      WHERE [own[0], told.state] IN [['value', 'none'], ['none', 'value']]
        OR (own = [] AND told.state = 'value'
          AND fact.degree = 3
          AND (fact.state = 'none' OR (fact.known AND fact.closed))
          AND any(target IN targets WHERE NOT EXISTS { (fact)-[:ITEM]->(:Item {value: target}) }))
      RETURN [member.id, fact.sources] ORDER BY member.id
    }
  END AS against
  WHERE against <> []
    AND size(against) >= CASE told.extent WHEN 'all' THEN 1 WHEN 'most' THEN members / 2.0 ELSE members END
  RETURN 'extent' AS sort,
         told.about AS subject,
         told.what AS what,
         told.to AS to,
         [told] AS words,
         [one IN against | one[0]] AS against,
         [one IN against | one[1]] AS sources,
         members
}
RETURN version, sort, subject, what, to, words, against, sources, members, head(COLLECT {
  // a set is of the kind of its members
  MATCH (:Subject|Set {key: version + '/' + subject})-[:MEMBER*0..1]->(one:Subject)
  RETURN one.of_kind ORDER BY one.id LIMIT 1
}) AS kind, COLLECT {
  UNWIND words AS word
  UNWIND word.sources AS place
  MATCH (document:Subject {key: version + '/' + split(place, '#')[0]})
  RETURN [document.id, document.titled, document.titled_en]
} AS titles

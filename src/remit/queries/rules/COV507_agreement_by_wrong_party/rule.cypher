// COV507: agreements with the principals that are party to them, and how far those who concluded them can bind each
UNWIND $versions AS version
MATCH (v:Version {key: version})
MATCH (a:Subject {version: version, of_kind: 'agreement'})-[:FACT_CONCLUDED_BY]->(told)
WHERE a.extent IS NULL OR 'concluded_by' IN a.speaks_of
OPTIONAL MATCH (a)-[:FACT_TOPICS]->(topics)
WITH version, v, a, told, topics,
     // a topic of the agreement that is not denied must be covered; where none is told any mandate will do
     [(topics)-[:ITEM]->(item) WHERE item.state <> 'none' | item.value] AS about,
     COLLECT {
       MATCH (one)-[:FACT_PARTIES]->()-[:ITEM]->(item)-[:IS]->(party)
       WHERE item.state <> 'none'
         AND (one = a OR EXISTS { (a)-[:MEMBER]->(one) })
       RETURN DISTINCT party
     } AS parties
WITH version, v, a, told, topics, about, parties, COLLECT {
  UNWIND [(told)-[:ITEM]->()-[:IS]->()-[:MANDATES]->(own) | own] + COLLECT {
    MATCH (joint:JointBody {version: version})
    RETURN joint
  } AS holder
  MATCH (holder)-[:FACT_POWERS|FACT_MANDATE_POWERS]->(powers)
  OPTIONAL MATCH (holder)-[:FACT_TOPICS|FACT_MANDATE_TOPICS]->(over)
  OPTIONAL MATCH (holder)-[:FACT_UNTIL|FACT_MANDATE_UNTIL]->(until)
  WHERE until.path = replace(powers.path, 'powers', 'until')
  RETURN {holder: holder, decides: [
    powers.has_decide,
    CASE WHEN until.known AND until.value < v.on THEN 1 ELSE 3 END,
    CASE about
      WHEN [] THEN 3
      ELSE {any: COLLECT {
        UNWIND about AS topic
        MATCH (t:Subject {key: version + '/' + topic})
        RETURN [
          {has: [a.id, 'topics', topics], items: [(topics)-[:ITEM]->(item) WHERE item.value = topic | item]},
          {
            covers: [holder.id, replace(powers.path, 'powers', 'topics'), over],
            items: COLLECT {
              MATCH (over)-[:ITEM]->(item)-[:IS]->()<-[:WITHIN]-(t)
              RETURN item
            },
            left_open: t.part_left_open
          }
        ]
      } + CASE WHEN topics.partly_open THEN [1] ELSE [] END}
    END
  ]}
} AS mandates
WITH version, a, told, parties, mandates, COLLECT {
  MATCH (told)-[:ITEM]->(item)-[:IS]->(c)
  WHERE item.state <> 'none'
  WITH DISTINCT c
  OPTIONAL MATCH (c)-[:FACT_BINDS]->(binds)
  WHERE binds.state <> 'unknown' OR binds.origin = 'contradiction' OR EXISTS { (binds)-[:ITEM]->() }
  OPTIONAL MATCH (c)-[:UNIT*0..1]->(:Unit)-[:FACT_KIND]->(kind)
  OPTIONAL MATCH (c)-[:FACT_MANDATES]->(listed)
  RETURN {
    body: c,
    told: {has: [a.id, 'concluded_by', told], items: [(told)-[:ITEM]->(same) WHERE same.value = c.id | same]},
    binds: binds,
    kind: kind,
    is_kind: {is: [kind.subject, 'kind', kind], when: true},
    without: CASE
      WHEN listed.known THEN CASE WHEN listed.closed THEN 3 ELSE 1 END
      ELSE {missing: [c.id, 'mandates', listed]}
    END,
    decides: {any: [one IN mandates WHERE EXISTS { (c)-[:MANDATES]->(holder) WHERE holder = one.holder } | one.decides]}
  } ORDER BY c.id
} AS concluders
WHERE concluders <> []
WITH version, a, told, parties, mandates, concluders, COLLECT {
  UNWIND parties AS p
  WITH p
  WHERE p:Principal
  WITH p, COLLECT {
    UNWIND concluders AS one
    WITH one, one.body AS c
    RETURN one {.*, own: CASE
      WHEN c:Provider AND c IN parties THEN 0
      WHEN EXISTS { (c)-[:BELONGS_TO]->(p) } THEN 3
      WHEN c.owners_open THEN 1
      ELSE 0
    END}
  } AS those, COLLECT {
    // through whom it can be bound: itself, an association, the host of a joint body
    RETURN {whom: p, way: 3} AS through
    UNION ALL
    MATCH (whom:Principal)-[:FACT_MEMBERS]->(members)-[:ITEM]->()-[:IS]->(p)
    RETURN {whom: whom, way: {
      has: [whom.id, 'members', members],
      items: [(members)-[:ITEM]->(item) WHERE item.value = p.id | item],
      at_most: 1
    }} AS through
    UNION ALL
    MATCH (joint:JointBody)-[:FACT_MEMBERS]->(members)-[:ITEM]->()-[:IS]->(p)
    MATCH (joint)-[:FACT_HOST]->(host {known: true})
    MATCH (whom:Subject {key: version + '/' + host.value})
    RETURN {whom: whom, way: [
      joint.in_force,
      {has: [joint.id, 'members', members], items: [(members)-[:ITEM]->(item) WHERE item.value = p.id | item]},
      {is: [joint.id, 'host', host], when: true},
      {any: [one IN mandates WHERE one.holder = joint | one.decides]}
    ]} AS through
  } AS ways
  RETURN [p.id, [
    {
      all: COLLECT {
        MATCH (member)-[:FACT_PARTIES]->(fact)
        WHERE member = a AND a.extent IS NULL OR EXISTS { (a)-[:MEMBER]->(member) }
        RETURN {has: [member.id, 'parties', fact], items: [(fact)-[:ITEM]->(item) WHERE item.value = p.id | item]}
      },
      context: true
    },
    {
      excused: {any: COLLECT {
        UNWIND those AS one
        WITH one, one.body AS c, one.binds AS binds, one.kind AS kind
        RETURN [one.told, one.own, CASE
          WHEN c:Provider THEN {degree: 3, ground: 'structural', evidence: [[c.id, 'cannot bind', p.id]]}
          WHEN binds.origin = 'contradiction' THEN 1
          WHEN binds IS NOT NULL
          THEN {lacks: [c.id, 'binds', binds], items: [(binds)-[:ITEM]->(item) WHERE item.value = p.id | item]}
          WHEN kind.value IN ['operation', 'front_line']
          THEN {all: [one.is_kind, one.without], ground: 'structural', seen: [[c.id, 'cannot bind', p.id]]}
        END]
      } + CASE
        WHEN told.known AND told.closed AND NOT told.partly_open AND all(one IN those WHERE one.own = 0)
        THEN [{
          is: [a.id, 'concluded_by', told],
          when: true,
          ground: 'structural',
          seen: [[a.id, 'concluded by nobody of', p.id]]
        }]
        ELSE []
      END},
      by: COLLECT {
        UNWIND ways AS way
        UNWIND those AS one
        WITH way.way AS way, way.whom AS whom, one, one.body AS c, one.binds AS binds, one.kind AS kind
        WITH *, CASE
          WHEN EXISTS { (c)-[:BELONGS_TO]->(whom) } THEN 3
          WHEN c.owners_open THEN 1
          ELSE 0
        END AS own
        RETURN [way, one.told, CASE
          WHEN c = whom THEN 3
          WHEN c:Principal OR c:Provider THEN false
          WHEN binds.origin = 'contradiction' THEN 1
          WHEN binds IS NOT NULL
          THEN {has: [c.id, 'binds', binds], items: [(binds)-[:ITEM]->(item) WHERE item.value = whom.id | item]}
          WHEN kind.value IN ['operation', 'front_line'] THEN [own, one.decides]
          WHEN c:Unit AND kind.value IN ['assembly', 'board'] THEN [own, one.is_kind]
          ELSE {all: [own], at_most: 1}
        END]
      }
    }
  ]] ORDER BY p.id
} AS unbound
RETURN version,
       a.id AS subject,
       a.extent AS extent,
       a.in_force AS here,
       [one IN concluders | one.body.id] AS concluders,
       unbound

// COV502: the sorts of agreement that principals of a kind have or must have, and who is party to any
UNWIND $versions AS version
MATCH (v:Version {key: version})
WITH version, COLLECT {
  MATCH (a:Agreement {version: version})
  WHERE a.in_force > 0
    AND coalesce(a.valid_from <= v.on, true)
    AND coalesce(a.valid_to >= v.on, true)
  RETURN a
} AS counting
CALL (version, counting) {
  // what some have: comprehensive agreements at a level, between principals of two kinds
  UNWIND counting AS a
  MATCH (a {scope: 'comprehensive'})-[:PARTIES]->(party:Principal)
  WITH a, collect(DISTINCT party.kind) AS kinds
  UNWIND kinds AS kind
  UNWIND [one IN kinds WHERE one <> kind] AS other
  RETURN kind, other, a.level AS level, a.scope AS scope, null AS required
  UNION ALL
  // what some must have: required for those named, else by a law for all of the kinds that are party to it
  MATCH (a:Agreement {version: version})
  WHERE coalesce(a.status, 'unknown') <> 'ended'
  OPTIONAL MATCH (a)-[:FACT_STATUS]->(status)
  OPTIONAL MATCH (a)-[:FACT_REQUIRED_FOR]->(named)
  OPTIONAL MATCH (a)-[:FACT_REQUIRED_BY]->(law)
  OPTIONAL MATCH (a)-[:PARTIES]->(party:Principal)
  WITH version, a, status, named, law, collect(DISTINCT party.kind) AS kinds
  CALL (version, named, law, kinds) {
    MATCH (named)-[:ITEM]->(item)-[:IS]->(p:Principal)
    WHERE item.state <> 'none'
    RETURN p, CASE WHEN named.known AND item.holds THEN item.degree ELSE 1 END AS degree, item.sources AS sources,
           [] AS denials
    UNION ALL
    WITH version, named, law, kinds,
         EXISTS { (named)-[:ITEM]->(item) WHERE item.state <> 'none' } AS some_named,
         // what holds something, or may
         [fact IN [law, named] WHERE CASE fact.origin
           WHEN 'silence' THEN fact.possibly_state <> 'none'
           ELSE fact.state <> 'none' OR fact.degree = 1
         END] AS telling
    WHERE size(kinds) > 1
      AND NOT coalesce(named.known OR (named.stated AND NOT named IN telling), false)
    UNWIND telling AS word
    WITH version, named, kinds, some_named, telling, law, word
    WHERE word = law
      OR NOT some_named
    MATCH (p:Principal {version: version})
    WHERE p.kind IN kinds
    RETURN p, CASE
      WHEN word.known AND size(telling) = 1 AND NOT some_named THEN word.degree
      ELSE 1
    END AS degree, word.sources AS sources, COLLECT {
      MATCH (named)-[:ITEM]->(item {state: 'none'})-[:IS]->(p)
      RETURN item.degree
    } AS denials
  }
  WITH a, status, p, degree, sources, denials, CASE WHEN p.kind IN kinds THEN kinds ELSE [] END AS kinds
  WHERE p.care
  WITH a, status, p, degree, sources, denials, [one IN kinds WHERE one <> p.kind] AS others
  UNWIND CASE WHEN others = [] THEN [''] ELSE others END AS other
  RETURN p.kind AS kind, other, coalesce(a.level, '') AS level, coalesce(a.scope, '') AS scope, {
    principal: p.id,
    proof: {
      excused: {
        degree: CASE WHEN status.left_open THEN 1 ELSE degree END,
        evidence: [[a.id, 'required for', p.id]],
        sources: sources
      },
      by: denials
    }
  } AS required
}
WITH version, counting, kind, other, level, scope, collect(required) AS required
// an agreement of which nobody tells the level makes no sort
MATCH (listing:Listing {version: version, of_kind: 'agreement', level: level, scope: scope})
RETURN version,
       kind,
       other,
       level,
       scope,
       required,
       listing.degree AS listed,
       COLLECT { MATCH (p:Principal {version: version, care: true, kind: kind}) RETURN p.id } AS peers,
       COLLECT { MATCH (p:Principal {version: version, kind: other}) RETURN p.id LIMIT 2 } AS counterparts,
       COLLECT {
         UNWIND counting AS a
         OPTIONAL MATCH (a)-[:FACT_LEVEL]->(its_level)
         WITH a, CASE
           WHEN level = '' THEN 3
           WHEN its_level.value = level THEN its_level.degree
           WHEN its_level.state IN ['value', 'none'] AND its_level.degree > 1 THEN 0
           ELSE 1
         END AS of_level
         WHERE of_level > 0
         OPTIONAL MATCH (a)-[:FACT_SCOPE]->(its_scope)
         OPTIONAL MATCH (a)-[:FACT_PARTIES]->(parties)
         OPTIONAL MATCH (a)-[:FACT_POSSIBLE_PARTIES]->(possible)
         OPTIONAL MATCH (a)-[:FACT_UNNAMED_PARTIES]->(unnamed)
         // whether it has parties that are not named, or may have
         WITH a, of_level, its_scope, parties, possible, coalesce(any(fact IN [possible, unnamed] WHERE
                CASE fact.origin
                  WHEN 'silence' THEN fact.possibly_state <> 'none'
                  ELSE fact.state <> 'none' OR fact.degree = 1
                END), false) AS untold
         WITH a, of_level, parties, possible, untold,
              CASE
                WHEN scope = '' THEN 3
                WHEN its_scope.value IN [scope, 'comprehensive'] THEN its_scope.degree
                WHEN its_scope.state IN ['value', 'none'] AND its_scope.degree > 1 THEN 0
                ELSE 1
              END AS of_scope,
              // whether somebody of whom nothing is said may be party to it
              CASE
                WHEN parties.left_open THEN 1
                WHEN possible.known THEN 0
                WHEN untold THEN 1
                WHEN parties.known AND parties.coverage <> 'partial' THEN 0
                ELSE {has: [a.id, 'parties', parties], items: []}
              END AS others,
              COLLECT {
                MATCH (parties)-[:ITEM]->(item)-[:IS]->(:Principal {kind: other})
                RETURN item ORDER BY item.place
              } AS opposite,
              EXISTS {
                (possible)-[:ITEM]->(item)-[:IS]->(:Principal {kind: other})
                WHERE item.state <> 'none'
              } AS opposite_possible,
              COLLECT {
                MATCH (possible)-[:ITEM]->(item)-[:IS]->(p:Principal {kind: kind})
                WHERE item.state <> 'none'
                RETURN {principal: p.id, proof: 1}
              } AS maybe,
              COLLECT {
                MATCH (parties)-[:ITEM]->(item)-[:IS]->(p:Principal {kind: kind})
                WITH parties, p, item ORDER BY item.place
                WITH parties, p, collect(item) AS items
                RETURN {principal: p.id, proof: {has: [a.id, 'parties', parties], items: items}}
              } AS told
         RETURN {
           agreement: a.id,
           here: {all: [
             of_level,
             CASE
               WHEN other = '' THEN true
               WHEN opposite <> [] THEN {has: [a.id, 'parties', parties], items: opposite}
               WHEN opposite_possible THEN 1
               ELSE others
             END
           ]},
           fits: {all: [a.in_force, of_scope]},
           parties: maybe + told,  // what is said of a party itself counts
           others: others,
           partial: coalesce(a.scope = 'partial', false),
           untold: untold,
           possible: [(a)-[:POSSIBLE_PARTIES]->(p:Principal {kind: kind}) WHERE possible.known | p.id]
         }
       } AS near

// ROB603: the system, what each of its coordinators leaves out, and who is told to have the whole in view
UNWIND $versions AS version
MATCH (s:Subject {version: version, of_kind: 'system'})
WHERE s.extent IS NULL OR 'overview' IN s.speaks_of
MATCH (listing:Listing {version: version, of_kind: 'coordinator'})
OPTIONAL MATCH (s)-[:FACT_OVERVIEW]->(overview)
WITH version, s, listing, overview, COLLECT {
  MATCH (c:Coordinator {version: version})
  WHERE c.in_force > 0
  OPTIONAL MATCH (c)-[:FACT_OVERVIEW]->(whole)
  OPTIONAL MATCH (c)-[:FACT_COVERS]->(covers)
  OPTIONAL MATCH (c)-[:FACT_LEVELS]->(levels)
  OPTIONAL MATCH (c)-[:FACT_COUNT]->(count)
  RETURN {
    id: c.id,
    count: coalesce(count.value, 1),
    overview: [c.in_force, {excuse: [c.id, 'overview', whole], when: whole.value}],
    gap: {any: [
      CASE c.in_force WHEN 1 THEN 1 END, // one that perhaps is not there leaves it open
      CASE
        WHEN whole.known THEN {is: [c.id, 'overview', whole], when: NOT whole.value}
        ELSE {any: COLLECT {
          // principals of which the list says the same (mostly: nothing) are one question
          MATCH (principal:Principal {version: version, care: true})
          RETURN DISTINCT {
            lacks: [c.id, 'covers', covers],
            items: COLLECT {
              MATCH (covers)-[:ITEM]->(item)-[:IS]->(named)
              WHERE named = principal
                OR (item.value IN covers.values AND EXISTS { (named:Territory)-[:PRINCIPALS]->(principal) })
              RETURN item ORDER BY item.place
            },
            at_most: CASE WHEN EXISTS {
              MATCH (covers)-[:ITEM]->(item)-[:IS]->(vague:Territory)
              WHERE item.value IN covers.values
                AND NOT EXISTS { (vague)-[:FACT_PRINCIPALS]->({known: true}) }
            } THEN 1 ELSE 3 END
          }
        } + COLLECT {
          MATCH (level:Level {version: version})
          RETURN {
            lacks: [c.id, 'levels', levels],
            items: COLLECT { MATCH (levels)-[:ITEM]->(item)-[:IS]->(level) RETURN item ORDER BY item.place }
          }
        }}
      END
    ]}
  } ORDER BY c.id
} AS listed
WITH version, s, listing, overview, listed,
     toString(reduce(n = 0, one IN listed | n + CASE one.count WHEN 'many' THEN 2 ELSE one.count END)) AS number,
     any(one IN listed WHERE one.count = 'many') AS more
RETURN version,
       s.id AS subject,
       s.extent AS extent,
       CASE listed WHEN [] THEN 'unlisted' ELSE 'finding' END AS message,
       [one IN listed | one.id] AS related,
       CASE WHEN listed <> [] THEN {
         number: CASE
           WHEN more THEN {sv: 'minst ' + number, en: 'at least ' + number}
           ELSE {sv: number, en: number}
         END
       } END AS values,
       CASE WHEN listed <> [] THEN [{n: size(listed), of: size(listed), what: 'COORDINATORS'}] END AS reach,
       {
         excused: {any: [
           CASE WHEN overview.stated THEN {missing: [s.id, 'overview', overview]} END,
           CASE WHEN s.extent IS NULL THEN {
             all: [
               {any: COLLECT { MATCH (g:Group {version: version}) RETURN [g.in_force, g.counted_proof] }, context: true},
               listing.degree
             ] + [one IN listed | one.gap],
             ground: 'structural'
           } END
         ]},
         by: [{excuse: [s.id, 'overview', overview], when: false}]
           + COLLECT {
             MATCH (overview)-[:ITEM]->(item)-[:IS]->(one)
             RETURN [{has: [s.id, 'overview', overview], items: [item]}, one.in_force]
           }
           + [one IN listed | one.overview]
       } AS proof

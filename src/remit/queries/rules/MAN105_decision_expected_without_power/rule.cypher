// MAN105: groups that are expected to decide, each topic of it, and what they and their seats may not decide on it
UNWIND $versions AS version
MATCH (s:Subject {version: version, of_kind: 'group'})-[:FACT_EXPECTED_POWERS]->(powers)
WHERE (s.extent IS NULL OR 'expected.powers' IN s.speaks_of)
  AND (powers.stated OR EXISTS { (powers)-[:ITEM]->() })
OPTIONAL MATCH (s)-[:FACT_EXPECTED_TOPICS]->(expected)
OPTIONAL MATCH (s)-[:FACT_REMIT_TOPICS]->(remit)
WITH version, s, powers, CASE WHEN expected.left_open OR expected.values <> [] THEN expected ELSE remit END AS over
UNWIND CASE WHEN over.values <> [] THEN over.values ELSE [''] END AS topic
WITH DISTINCT version, s, powers, over, topic
OPTIONAL MATCH (t:Topic {key: version + '/' + topic})
MATCH (s)-[:MEMBER*0..1]->(g:Group)-[:CONCERN]->(concern:Concern {topic: topic})
MATCH (g)-[:FACT_REMIT_POWERS]->(own)
OPTIONAL MATCH (g)-[:FACT_REMIT_TOPICS]->(remit)
OPTIONAL MATCH (g)-[:FACT_LAW]->(law)
WITH version, s, powers, over, topic, t, g, concern, own, remit, law, COLLECT {
  MATCH (concern)-[:CONCERNS]->(principal)
  RETURN principal ORDER BY principal.id
} AS concerned, COLLECT { MATCH (g)-[:SEATED]->(principal) RETURN principal } AS seated, COLLECT {
  MATCH (g)-[:SEATS]->(seat)-[:FACT_MANDATE_POWERS]->(may)
  WHERE seat.in_force > 0
  OPTIONAL MATCH (seat)-[:FACT_MANDATE]->(mandate)
  OPTIONAL MATCH (seat)-[:FACT_MANDATE_TOPICS]->(told)
  OPTIONAL MATCH (seat)-[:FACT_COUNT]->(count)
  OPTIONAL MATCH (seat)-[held:HOLDS_POWER {power: 'decide'}]->(t)
  WITH seat, may, count, held,
       // a seat that names no topics has its group's
       CASE WHEN mandate.known AND NOT coalesce(told.stated OR told.left_open, false)
         THEN [g.id, 'remit.topics', remit]
         ELSE [seat.id, 'mandate.topics', told]
       END AS topics
  RETURN {
    owners: COLLECT { MATCH (seat)-[:BELONGS_TO]->(owner) RETURN owner },
    sharing: COLLECT { MATCH (seat)-[:SHARED_WITH]->(one) RETURN one },
    count: toIntegerOrNull(count.value),
    lack: {
      excused: {any: [may.lacks_decide, CASE WHEN topic <> '' THEN {
        leaves_out: topics,
        items: COLLECT {
          WITH topics[2] AS fact
          MATCH (fact)-[:ITEM]->(item)-[:IS]->(:Topic)<-[:WITHIN]-(t)
          RETURN item ORDER BY item.place
        },
        left_open: t.part_left_open
      } END]},
      by: [
        held.degree,
        {any: CASE WHEN topic = '' THEN COLLECT {
          MATCH (seat)-[:FUNCTION]->()-[:MANDATES]->()-[:FACT_POWERS]->(brought)
          RETURN brought.has_decide
        } ELSE [] END},
        // a function that nobody knows, or whose mandates nobody knows, may hold it
        CASE WHEN EXISTS { (seat)-[:FACT_FUNCTION]->({left_open: true}) }
               OR EXISTS { (seat)-[:FUNCTION]->()-[:FACT_MANDATES]->({left_open: true}) }
          THEN 1
        END
      ]
    }
  } ORDER BY seat.id
} AS seats
WITH version, s, powers, over, topic, t, g, concern, own, remit, law, concerned, seated, seats,
     [one IN seats | one.lack] AS lacks,
     // those without a seat of their own have only the shared ones
     reduce(n = 0, one IN seats | n + CASE
       WHEN any(p IN one.sharing WHERE p IN concerned) THEN one.count
       ELSE 0
     END) AS places,
     size([p IN concerned WHERE none(one IN seats WHERE p IN one.owners)]) AS needed
WITH version, s, powers, over, topic, t, g, concern, own, remit, law, concerned, seated, seats,
     [g.seats_listed_proof] + lacks AS nobody,
     CASE WHEN places < needed THEN [concern.proof, {
       all: [g.seats_listed_proof],
       ground: 'counted',
       seen: [[g.id, 'places', toString(places)], [g.id, 'needed', toString(needed)]]
     }] END AS few,
     // of those without a seat any one tells it
     head([p IN concerned WHERE NOT p IN seated | p.id]) AS absent
WITH version, s, powers, over, topic, [
  {
    excused: {any: [own.lacks_decide, CASE WHEN topic <> '' THEN {
      leaves_out: [g.id, 'remit.topics', remit],
      items: COLLECT {
        MATCH (remit)-[:ITEM]->(item)-[:IS]->(:Topic)<-[:WITHIN]-(t)
        RETURN item ORDER BY item.place
      },
      left_open: t.part_left_open
    } END]},
    by: [{excuse: [g.id, 'law', law]}],
    only_open: true
  },
  {
    // what is true of all seats is told before what is true of one principal's
    excused: {first: [1, {any: [nobody, few]}, [concern.proof, g.seats_listed_proof, {
      any: [CASE WHEN absent IS NOT NULL THEN {degree: 3, evidence: [[g.id, 'no seat', absent]]} END]
        + [p IN concerned | CASE
          WHEN NOT p IN seated THEN false
          WHEN none(one IN seats WHERE p IN one.owners) THEN 1
          ELSE [one IN seats WHERE p IN one.owners | one.lack]
        END]
    }]]},
    by: [{firm: concern.seats_decide}]
  }
] AS lack
ORDER BY g.id
WITH version, s, powers, over, topic, collect(lack) AS lacks
RETURN version,
       s.id AS subject,
       s.extent AS extent,
       CASE topic WHEN '' THEN 'any' ELSE 'finding' END AS message,
       CASE WHEN topic <> '' THEN {topics: {named: [topic]}} END AS values,
       'topics' AS among,
       [
         s.in_force,
         powers.has_decide,
         CASE
           WHEN topic <> '' THEN {
             has: [s.id, over.path, over],
             items: COLLECT { MATCH (over)-[:ITEM]->(item) WHERE item.value = topic RETURN item ORDER BY item.place }
           }
           WHEN over.left_open THEN 1
           ELSE true
         END,
         lacks
       ] AS proof

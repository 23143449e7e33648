// MAN107: mandates to decide that are given, or passed on, by somebody who may not decide
UNWIND $versions AS version
MATCH (v:Version {key: version})
MATCH (s:Subject {version: version})-[:FACT_POWERS|FACT_MANDATE_POWERS|FACT_REMIT_POWERS]->(powers)
WHERE (s.extent IS NULL OR powers.path IN s.speaks_of)
  AND (powers.stated OR EXISTS { (powers)-[:ITEM]->() })
MATCH (s)-[:FACT_GIVEN_BY|FACT_MANDATE_GIVEN_BY|FACT_REMIT_GIVEN_BY|FACT_PASSED_ON_FROM|FACT_MANDATE_PASSED_ON_FROM
            |FACT_REMIT_PASSED_ON_FROM]->(given)
MATCH (giver:Subject {key: version + '/' + given.value})
OPTIONAL MATCH (s)-[:FACT_UNTIL|FACT_MANDATE_UNTIL|FACT_REMIT_UNTIL]->(until)
WHERE until.path = replace(powers.path, 'powers', 'until') // how long the body itself lasts is another thing
OPTIONAL MATCH (s)-[:FACT_TOPICS|FACT_MANDATE_TOPICS|FACT_REMIT_TOPICS]->(own)
OPTIONAL MATCH (s:Seat)<-[:SEATS]-(:Group)-[:FACT_REMIT_TOPICS]->(remit)
// a seat that names no topics has its group's
WITH version, v, s, powers, given, giver, until, own, remit,
     coalesce(own.left_open AND size(coalesce(own.values, [])) = 0, false) AS left_open
WITH version, v, s, powers, given, giver, until, left_open,
     CASE WHEN s:Seat AND NOT coalesce(own.known, false) AND NOT left_open THEN remit ELSE own END AS over
UNWIND CASE WHEN size(over.values) > 0 THEN over.values ELSE [''] END AS topic
OPTIONAL MATCH (t:Subject {key: version + '/' + topic})
OPTIONAL MATCH (giver)-[:FACT_LAW]->(law)
OPTIONAL MATCH (giver:Unit)-[:FACT_KIND]->(kind)
OPTIONAL MATCH (giver)-[:FACT_MANDATES]->(listed)
OPTIONAL MATCH (giver)-[:FACT_REMIT|FACT_MANDATE]->(whole)
WITH version, v, s, powers, given, giver, until, left_open, over, topic, t, law, kind, listed, whole, COLLECT {
  // the giver's own remit, or each of its mandates
  MATCH (giver)-[:MANDATES*0..1]->(holder)-[:FACT_POWERS|FACT_MANDATE_POWERS|FACT_REMIT_POWERS]->(may)
  OPTIONAL MATCH (holder)-[:FACT_TOPICS|FACT_MANDATE_TOPICS|FACT_REMIT_TOPICS]->(where_)
  RETURN {any: [
    may.lacks_decide,
    CASE WHEN topic <> '' THEN {
      leaves_out: [holder.id, replace(may.path, 'powers', 'topics'), where_],
      items: COLLECT {
        MATCH (where_)-[:ITEM]->(item)
        WHERE item.value = topic OR EXISTS { (item)-[:IS]->(:Topic)<-[:WITHIN]-(t) }
        RETURN item ORDER BY item.place
      },
      left_open: t.part_left_open
    } END
  ]} AS lack
  ORDER BY holder.id
} AS lacks
RETURN version,
       s.id AS subject,
       s.extent AS extent,
       CASE WHEN topic = '' THEN 'any' ELSE 'finding' END AS message,
       [giver.id] AS related,
       [giver.id] AS pair,
       CASE WHEN topic = '' THEN {giver: {named: [giver.id]}} ELSE {giver: {named: [giver.id]}, topics: {named: [topic]}} END AS values,
       given.path AS among,
       [
         coalesce(NOT (until.known AND until.value < v.on), true),
         COLLECT {
           MATCH (s)-[:MEMBER*0..1]->(one)
           OPTIONAL MATCH (around)-[:MANDATES|SEATS]->(one)
           RETURN [one.in_force, coalesce(around.in_force, 3)]
         },
         powers.has_decide,
         {excuse: [s.id, given.path, given]},
         CASE
           WHEN topic <> '' THEN {
             has: [over.subject, over.path, over],
             items: COLLECT { MATCH (over)-[:ITEM]->(item) WHERE item.value = topic RETURN item ORDER BY item.place }
           }
           WHEN left_open THEN 1
           ELSE true
         END,
         CASE
           WHEN giver:Group AND coalesce(whole.state, 'unknown') <> 'unknown'
           THEN {excused: lacks, by: [{excuse: [giver.id, 'law', law]}], only_open: true}
           WHEN giver:JointBody AND coalesce(whole.state, 'unknown') <> 'unknown' THEN lacks
           WHEN kind.value = 'assembly' THEN false
           WHEN giver:Unit OR giver:Function THEN {
             all: CASE
               WHEN lacks <> [] THEN [CASE WHEN listed.closed THEN 3 ELSE 1 END, {all: lacks, ground: 'structural'}]
               WHEN listed.state = 'none' THEN [{missing: [giver.id, 'mandates', listed]}]
               ELSE [false]
             END,
             at_most: CASE WHEN kind.left_open THEN 1 ELSE 3 END
           }
         END
       ] AS proof

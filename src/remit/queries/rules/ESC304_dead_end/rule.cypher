// ESC304: routes by which a matter is handed over, with what its receiver lacks of power to decide and of ways on
UNWIND $versions AS version
MATCH (s:Subject {version: version})-[route:ESCALATES_TO|PREPARES_FOR|RECOMMENDS_TO]->(to)
WHERE s.of_kind IN ['group', 'unit', 'function']
  AND s.id <> to.id
UNWIND CASE route.topics WHEN [] THEN [''] ELSE route.topics END AS topic
OPTIONAL MATCH (t:Subject {key: version + '/' + topic})
OPTIONAL MATCH (to)-[:FACT_LAW]->(law)
OPTIONAL MATCH (to)-[:FACT_MANDATES]->(mandates)
OPTIONAL MATCH (to:Unit)-[:FACT_KIND]->(kind)
OPTIONAL MATCH (to)-[:FACT_DECISION_STEP]->(step)
OPTIONAL MATCH (to)-[:UNIT]->(unit)
WITH version, s, route, to, topic, t, law, mandates, kind, step,
     // a function stands in the line of its unit
     coalesce(unit, to) AS stands,
     // what is said of some of its cases is, for it as a whole, only possibly so
     [(to)-[:CHANNEL]->(way) | way {
       .*,
       most: CASE WHEN coalesce(way.extent, 'all') = 'all' THEN 3 ELSE 1 END
     }] AS ways
WITH *, COLLECT {
  MATCH (to)-[:MANDATES*0..1]->(held)-[:FACT_REMIT_POWERS|FACT_MANDATE_POWERS|FACT_POWERS]->(powers)
  OPTIONAL MATCH (held)-[:FACT_REMIT_TOPICS|FACT_MANDATE_TOPICS|FACT_TOPICS]->(over)
  RETURN {any: [
    powers.lacks_decide,
    CASE WHEN topic <> '' THEN {
      leaves_out: [held.id, replace(powers.path, 'powers', 'topics'), over],
      items: COLLECT {
        MATCH (over)-[:ITEM]->(item)-[:IS]->()<-[:WITHIN]-(t)
        RETURN item ORDER BY item.place
      },
      left_open: t.part_left_open
    } END
  ]}
  ORDER BY held.id
} AS lacking, {
  any: COLLECT {
    MATCH (stands)-[:FACT_PARENT|FACT_REPORTS_TO]->(above)
    WHERE above.stated
    RETURN {missing: [stands.id, above.path, above]}
  } + COLLECT {
    MATCH (stands)-[:BELONGS_TO]->(owner)-[:FACT_LINE]->(line)
    WHERE line.stated
    RETURN {missing: [owner.id, 'line', line]}
  }
} AS line_gone, COLLECT {
  // what goes on from it, other than back
  MATCH (to)-[on:ESCALATES_TO|PREPARES_FOR|RECOMMENDS_TO|ANSWERS_TO|PARENT]->(next)
  WHERE NOT next.id IN [s.id, to.id]
  RETURN [on.proof, CASE
    WHEN topic = '' OR on.topics = [] OR EXISTS { MATCH (t)-[:WITHIN]->(wide) WHERE wide.id IN on.topics } THEN 3
    WHEN t.part_left_open THEN 1
    ELSE 0
  END]
} + COLLECT {
  // what is left open of its ways may be one
  MATCH (to)-[:FACT_ESCALATES_TO|FACT_PREPARES_FOR|FACT_RECOMMENDS_TO|FACT_ANSWERS_TO|FACT_PARENT|FACT_REPORTS_TO
              |FACT_UNIT]->(fact)
  WHERE fact.left_open
  RETURN 1
} + COLLECT {
  // and so may what is left open of its unit's line, though not of its unit's own ways
  MATCH (to)-[:UNIT]->()-[:FACT_PARENT]->(fact)
  WHERE fact.left_open
  RETURN 1
} AS onward
RETURN version,
       to.id AS subject,
       s.id AS source,
       [route.proof, s.in_force, to.in_force] AS here,
       CASE
         WHEN to:Principal THEN line_gone
         WHEN to:Group OR to:JointBody THEN {excused: lacking, by: [{excuse: [to.id, 'law', law]}]}
         WHEN to:Unit OR to:Function THEN {
           excused: [{fully_told: [to.id, 'mandates', mandates]}] + lacking,
           by: [CASE WHEN kind.value = 'assembly' THEN 3 WHEN kind.left_open THEN 1 END]
         }
       END AS powerless,
       CASE
         WHEN to:JointBody THEN CASE WHEN to.host IS NULL THEN 1 ELSE 0 END
         WHEN to:Group THEN {
           excused: {
             any: [way IN ways WHERE way.target = 'decision' | {
               all: [way.broken_proof],
               at_most: way.most
             }] + [COLLECT {
               UNWIND ['escalates_to', 'prepares_for', 'recommends_to', 'answers_to', 'parent'] AS path
               OPTIONAL MATCH (to)-->(fact:Fact {path: path})
               RETURN {fully_told: [to.id, path, fact]}
             }]
           },
           by: onward + COLLECT {
             // a seat that is not vacant, or the function that fills it, is told to decide or to take it home
             UNWIND ['decide', 'take_home'] AS power
             MATCH (to)-[:SEATS]->(seat)-[:FUNCTION*0..1]->()-[:MANDATES*0..1]->()
                   -[:FACT_MANDATE_POWERS|FACT_POWERS]->(powers)
             WHERE powers.state IN ['unclear', 'deferred'] OR EXISTS {
               MATCH (powers)-[:ITEM]->(item {value: power})
               WHERE item.state IN ['value', 'unclear', 'deferred']
             }
             OPTIONAL MATCH (seat)-[holds:HOLDS_POWER {power: power}]->(t)
             OPTIONAL MATCH (seat)-[:FACT_VACANT]->(vacant)
             RETURN {
               excused: [seat.in_force, CASE topic WHEN '' THEN powers['has_' + power] ELSE holds.degree END],
               by: [{excuse: [seat.id, 'vacant', vacant], when: vacant.value}]
             }
           } + [{excuse: [to.id, 'decision_step', step]}] + [way IN ways | CASE
             WHEN way.state = 'value' THEN {all: [way.holds_proof], at_most: way.most}
             WHEN way.target = 'decision' AND way.state IN ['unclear', 'deferred'] THEN 1
           END]
         }
         WHEN NOT EXISTS {
           UNWIND [to, stands] AS one
           MATCH (one)-[:FACT_PARENT|FACT_REPORTS_TO]->(above)
           WHERE above.known
         } THEN {excused: line_gone, by: onward}
       END AS stuck

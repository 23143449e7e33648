// MAN109: who answers for something, and whether they have power over it
UNWIND $versions AS version
MATCH (v:Version {key: version})
MATCH (s:Subject {version: version})
WHERE s.of_kind IN ['coordinator', 'function', 'process_leader']
  AND (s.extent IS NULL OR 'power_over' IN s.speaks_of)
OPTIONAL MATCH (s)-[:FACT_POWER_OVER]->(power)
OPTIONAL MATCH (s)-[:FACT_MANAGES]->(units)
WITH version, v, s, power, units, COLLECT {
  MATCH (s)-[:MEMBER*0..1]->()-[:FACT_ANSWERS_FOR]->()-[:ITEM]->()-[:IS]->(x)
  RETURN DISTINCT x ORDER BY x.id
} AS answered
UNWIND answered AS x
WITH version, v, s, power, units, x,
     // power over it follows from power over these: what it is part of, and whose it is; a unit has one parent and no
     // relationship is walked twice, so that a line that goes round ends where it closes
     [x.id] + COLLECT { MATCH (x:Topic)-[:WITHIN]->(wide) RETURN wide.id }
       + COLLECT { MATCH (x:Unit)-[:PARENT*1..]->(above:Unit) RETURN above.id }
       + COLLECT { MATCH (x)-[:BELONGS_TO]->(owner) RETURN owner.id } AS wider,
     // the topics over all of which power is enough: itself, or those that the goal is about
     COLLECT { MATCH (x:Topic) RETURN [x, true] } + COLLECT {
       MATCH (x:Goal)-[:FACT_TOPICS]->()-[:ITEM]->(item)-[:IS]->(topic:Topic)
       WHERE item.state <> 'none'
       RETURN [topic, item.holds AND item.degree > 1 AND NOT item.possibly]
     } AS topics,
     EXISTS { (x:Goal)-[:FACT_TOPICS]->({closed: false}) } AS perhaps_more,
     EXISTS { (x:Goal)-[:FACT_TOPICS]->({left_open: true}) }
       AND (size(coalesce(power.values, [])) > 0 OR EXISTS { (s)-[:MANDATES]->() }) AS perhaps_any
WITH version, s, [x.id, [
  {
    told: COLLECT {
      MATCH (s)-[:MEMBER*0..1]->(one)
      WHERE one = s OR one.in_force > 0
      OPTIONAL MATCH (one)-[:FACT_ANSWERS_FOR]->(fact)
      RETURN CASE WHEN EXISTS { (fact)-[:ITEM]->({value: x.id}) } THEN {
        has: [one.id, 'answers_for', fact],
        items: [(fact)-[:ITEM]->(item) WHERE item.value = x.id | item]
      } END
      ORDER BY one <> s, one.id
    },
    context: true
  },
  {
    excused: {
      leaves_out: [s.id, 'power_over', power],
      items: [(power)-[:ITEM]->(item) WHERE item.value IN wider | item],
      at_most: CASE WHEN x.part_left_open OR x.owners_open THEN 1 ELSE 3 END
    },
    by: CASE WHEN s.extent IS NOT NULL THEN [] ELSE
      CASE WHEN x:Unit AND EXISTS { MATCH (units)-[:ITEM]->(item) WHERE item.value IN wider } THEN [{
        has: [s.id, 'manages', units],
        items: [(units)-[:ITEM]->(item) WHERE item.value IN wider | item]
      }] ELSE [] END
      + CASE topics WHEN [] THEN CASE WHEN perhaps_any THEN [1] ELSE [] END ELSE [{all: COLLECT {
        UNWIND topics AS pair
        WITH pair[0] AS t, pair[1] AS sure
        WITH t, sure, COLLECT { MATCH (t)-[:WITHIN]->(wide) RETURN wide.id } AS line
        RETURN {any: [
          CASE WHEN NOT sure THEN 1 END,
          CASE
            WHEN EXISTS { MATCH (power)-[:ITEM]->(item) WHERE item.value IN line }
              OR (t.part_left_open AND size(coalesce(power.values, [])) > 0) THEN {
              covers: [s.id, 'power_over', power],
              items: [(power)-[:ITEM]->(item) WHERE item.value IN line | item],
              left_open: t.part_left_open
            }
          END
        ] + COLLECT {
          MATCH (s)-[:MANDATES]->(mandate)
          OPTIONAL MATCH (mandate)-[:FACT_POWERS]->(may)
          OPTIONAL MATCH (mandate)-[:FACT_TOPICS]->(over)
          OPTIONAL MATCH (mandate)-[:FACT_UNTIL]->(until)
          RETURN [
            {
              has: [mandate.id, 'powers', may],
              items: [(may)-[:ITEM]->(item) WHERE item.value IN ['decide', 'coordinate', 'administer'] | item]
            },
            CASE WHEN until.known AND until.value < v.on THEN 1 ELSE 3 END,
            {
              covers: [mandate.id, 'topics', over],
              items: [(over)-[:ITEM]->(item) WHERE item.value IN line | item],
              left_open: t.part_left_open
            }
          ]
        }}
      }, at_most: CASE WHEN perhaps_more THEN 1 ELSE 3 END}] END
    END
  }
]] AS lacking
RETURN version, s.id AS subject, s.extent AS extent, s.in_force AS here, collect(lacking) AS lacking

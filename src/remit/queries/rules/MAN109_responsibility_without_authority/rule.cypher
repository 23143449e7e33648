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
     // power over it follows from power over these: what it is part of, and whose it is
     [x.id] + COLLECT { MATCH (x:Topic)-[:WITHIN]->(wide) RETURN wide.id }
       + COLLECT { MATCH (x:Unit)-[:PARENT*1..]->(above:Unit) RETURN above.id }
       + COLLECT { MATCH (x)-[:BELONGS_TO]->(owner) RETURN owner.id } AS wider
WITH version, s, [x.id, [
  {
    any: COLLECT {
      MATCH (s)-[:MEMBER*0..1]->(one)-[:FACT_ANSWERS_FOR]->(fact)
      WHERE EXISTS { (fact)-[:ITEM]->(:Item {value: x.id}) }
      RETURN {has: [one.id, 'answers_for', fact], items: [(fact)-[:ITEM]->(item) WHERE item.value = x.id | item]}
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
      + COLLECT {
        MATCH (x:Topic)
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
            items: [(over)-[:ITEM]->(item) WHERE item.value IN wider | item],
            left_open: x.part_left_open
          }
        ]
      }
    END
  }
]] AS lacking
RETURN version, s.id AS subject, s.extent AS extent, s.in_force AS here, collect(lacking) AS lacking

// STR210: posts with those who report to them, or may, and whether everything that tells it is listed
UNWIND $versions AS version
CALL (version) {
  MATCH (listing:Listing {version: version, of_kind: 'function'})
  MATCH (f:Function {version: version})
  WHERE f.in_force > 0
  OPTIONAL MATCH (f)-[:FACT_REPORTS_TO]->(superiors)
  OPTIONAL MATCH (f)-[:FACT_MANAGES]->(units)
  WITH listing, [superiors, units] AS facts, CASE
    // with no word on whom it reports to, and it is left open in, or over, what unit it is
    WHEN NOT EXISTS { (superiors)-[:ITEM]->({holds: true}) }
      AND NOT coalesce(superiors.stated AND superiors.state = 'none', false)
      AND (EXISTS { (f)-[:FACT_UNIT]->({left_open: true}) } OR EXISTS {
        MATCH (units)-[:ITEM]->(item)-[:IS]->()-[:FACT_PARENT]->({left_open: true})
        WHERE NOT (item.state = 'none' AND item.degree > 1 AND NOT item.possibly)
      })
    THEN 1
    ELSE 3
  END AS placed
  UNWIND [listing.degree, placed] + [fact IN facts | CASE
    WHEN coalesce(fact.known AND fact.closed, false) THEN 3
    WHEN fact.state = 'none' THEN fact.degree
    ELSE 1
  END] AS degree
  RETURN min(degree) AS told
}
MATCH (m:Function {version: version})
OPTIONAL MATCH (m)-[:FACT_MANAGES]->(manages)
OPTIONAL MATCH (m)-[:FACT_COUNT]->(posts)
RETURN version,
       m.id AS subject,
       [m.in_force, CASE
         WHEN posts.left_open OR posts.value <> 1 OR COUNT { (m)-[:BELONGS_TO]->() } > 1
           OR EXISTS { (m)-[:FACT_PRINCIPAL]->({partly_open: true}) }
         THEN 1
         ELSE 3
       END] AS here,
       CASE
         WHEN EXISTS { (manages)-[:ITEM]->() }
         THEN {has: [m.id, 'manages', manages], items: [(manages)-[:ITEM]->(item) | item]}
         WHEN manages.left_open THEN 1
       END AS manages,
       told AS listed,
       COLLECT {
         CALL (m, manages) {
           // told to report to it
           MATCH (m)<-[:IS]-(item)<-[:ITEM]-(fact)<-[:FACT_REPORTS_TO]-(f:Function)
           WITH f, fact, m.id AS target, collect(item) AS items
           RETURN f, target, [{has: [f.id, 'reports_to', fact], items: items}] AS proof
           UNION ALL
           // told to report to a unit that it manages
           MATCH (manages)-[:ITEM]->(led)-[:IS]->(unit:Unit)
           WITH m, manages, unit, collect(led) AS led
           MATCH (unit)<-[:IS]-(item)<-[:ITEM]-(fact)<-[:FACT_REPORTS_TO]-(f:Function)
           WITH m, manages, unit, led, f, fact, collect(item) AS items
           RETURN f, unit.id AS target, [
             {has: [f.id, 'reports_to', fact], items: items},
             {has: [m.id, 'manages', manages], items: led},
             CASE WHEN EXISTS {
               MATCH (unit)<-[:IS]-(other)<-[:ITEM]-()<-[:FACT_MANAGES]-(somebody:Function)
               WHERE somebody <> m
                 AND somebody.in_force > 0
                 AND NOT (other.state = 'none' AND other.degree > 1 AND NOT other.possibly)
             } THEN 1 ELSE 3 END
           ] AS proof
           UNION ALL
           // in a unit that it manages, or managing one just below it, with no word on whom it reports to
           MATCH (manages)-[:ITEM]->(led)-[:IS]->(unit:Unit)
           WHERE NOT (led.state = 'none' AND led.degree > 1 AND NOT led.possibly)
           CALL (unit) {
             MATCH (unit)<-[:UNIT]-(f:Function)
             RETURN f
             UNION
             MATCH (unit)<-[:PARENT]-(:Unit)<-[:IS]-(item)<-[:ITEM]-()<-[:FACT_MANAGES]-(f:Function)
             WHERE NOT (item.state = 'none' AND item.degree > 1 AND NOT item.possibly)
             RETURN f
           }
           OPTIONAL MATCH (f)-[:FACT_REPORTS_TO]->(fact)
           WITH f, fact
           WHERE NOT EXISTS { (fact)-[:ITEM]->({holds: true}) }
             AND NOT coalesce(fact.stated AND fact.state = 'none', false)
           RETURN f, null AS target, [1] AS proof
         }
         OPTIONAL MATCH (f)-[:FACT_PRIMARY]->(primary)
         OPTIONAL MATCH (f)-[:FACT_COUNT]->(count)
         WITH f, target, proof, primary, count
         WHERE f <> m
           AND NOT coalesce(primary.known AND primary.value <> target, false)
         RETURN {
           id: f.id,
           proof: [f.in_force] + proof,
           low: coalesce(toIntegerOrNull(count.value), 1),
           high: CASE
             WHEN count.known THEN toIntegerOrNull(count.value)
             WHEN coalesce(count.left_open, false) OR COUNT { (f)-[:BELONGS_TO]->() } > 1
               OR EXISTS { (f)-[:FACT_PRINCIPAL]->({partly_open: true}) }
             THEN null
             ELSE 1
           END
         }
       } AS reports

// PLN801: activities with the levels that they are meant for, and how far they have come at each
UNWIND $versions AS version
MATCH (a:Activity {version: version})
OPTIONAL MATCH (a)-[:FACT_LEVELS]->(levels)
OPTIONAL MATCH (a)-[:FACT_CENTRAL]->(central)
OPTIONAL MATCH (a)-[:FACT_STATUSES]->(statuses)
RETURN version,
       a.id AS subject,
       CASE WHEN levels.known THEN {degree: levels.degree, sources: levels.sources} END AS meant,
       coalesce(levels.values, []) AS levels,
       coalesce(statuses.closed, false) AS listed,
       {excuse: [a.id, 'central', central], when: central.value = true} AS central,
       COLLECT {
         MATCH (a)-[:STATUSES]->(part)
         OPTIONAL MATCH (part)-[:FACT_LEVEL]->(own {known: true})
         OPTIONAL MATCH (part)-[:TERRITORY]->(:Territory)-[:FACT_LEVEL]->(theirs {known: true})
         OPTIONAL MATCH (part)-[:FACT_STATUS]->(status)
         WITH part, status, coalesce(own.value, theirs.value, '') AS level
         RETURN [level] + CASE
           WHEN status.known THEN [
             {says: [part.id, 'status', status], when: status.value IN ['done', 'under_way']},
             {says: [part.id, 'status', status], when: NOT status.value IN ['done', 'under_way']},
             {says: [part.id, 'status', status], when: status.value = 'not_meant'}
           ]
           ELSE [1, {missing: [part.id, 'status', status]}, null]
         END
         ORDER BY part.id
       } AS places

// PLN804: activities whose status, as a whole or at a level or in a territory, a source says is unclear
UNWIND $versions AS version
CALL (version) {
  MATCH (a:Subject {version: version, of_kind: 'activity'})-[:FACT_STATUSES]->(statuses)
  RETURN a.id AS subject, a.extent AS extent, 'finding' AS message, [] AS related, [] AS pair,
         {unclear: [a.id, 'statuses', statuses]} AS proof
  UNION ALL
  MATCH (s:Subject {version: version, of_kind: 'activity_status'})-[:FACT_STATUS]->(status)
  OPTIONAL MATCH (activity:Activity)-[:STATUSES]->(s)
  WITH s, status, activity,
       COLLECT { MATCH (s)-[:LEVEL]->(level) RETURN level.id } +
       COLLECT { MATCH (s)-[:TERRITORY]->(territory) RETURN territory.id } AS told
  WITH s, status, activity, CASE told WHEN [] THEN [s.id] ELSE told END AS place
  RETURN coalesce(activity.id, s.id) AS subject,
         s.extent AS extent,
         CASE WHEN s.extent IS NULL THEN 'at' ELSE 'finding' END AS message,
         CASE WHEN s.extent IS NULL THEN place ELSE [] END AS related,
         CASE WHEN s.extent IS NULL THEN [s.id] ELSE [] END AS pair,
         {unclear: [s.id, 'status', status]} AS proof
}
RETURN version, subject, extent, message, related, pair, proof,
       CASE message WHEN 'at' THEN {place: {named: related}} END AS values

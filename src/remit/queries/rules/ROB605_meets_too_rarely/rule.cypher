// ROB605: groups with the topics of their remit and the groups that feed them, which need more meetings than they have
UNWIND $versions AS version
MATCH (g:Group {version: version})
WITH version, g, COLLECT {
  // the number that is told, else the dates
  MATCH (g)-[:FACT_MEETINGS_PER_YEAR|FACT_MEETING_DATES]->(told {known: true})
  RETURN told ORDER BY told.low IS NULL LIMIT 1
}[0] AS mine
CALL (g) {
  MATCH (g)-[:FACT_REMIT_TOPICS]->(topics)-[:ITEM]->(item)-[:IS]->(topic:Topic)
  MATCH (topic)-[:FACT_MEETINGS_PER_YEAR]->(need {known: true})
  RETURN topic.id AS other, 'topic' AS message, 1 AS times, need, [
    {has: [g.id, 'remit.topics', topics], items: [(topics)-[:ITEM]->(same) WHERE same.value = topic.id | same]}
  ] AS here
  UNION ALL
  MATCH (g)<-[way:ESCALATES_TO|PREPARES_FOR]-(feeder:Group)
  WITH way, feeder, COLLECT {
    MATCH (feeder)-[:FACT_MEETINGS_PER_YEAR|FACT_MEETING_DATES]->(told {known: true})
    RETURN told ORDER BY told.low IS NULL LIMIT 1
  }[0] AS need
  WHERE need IS NOT NULL
  RETURN feeder.id AS other, 'finding' AS message, $settings.meetings AS times, need, [way.proof, feeder.in_force] AS here
}
WITH version, g, mine, other, message, times, need, here,
     coalesce(mine.low, size(mine.values)) AS low,
     coalesce(mine.high, CASE WHEN mine.closed THEN size(mine.values) ELSE 1.0 / 0.0 END) AS high,
     coalesce(need.low, size(need.values)) AS least,
     coalesce(need.high, CASE WHEN need.closed THEN size(need.values) ELSE 1.0 / 0.0 END) AS most
RETURN version, g.id AS subject, message, [other] AS related, [other] AS pair, {need: {named: [other]}} AS values, [
  g.in_force,
  {all: here, context: true},
  {
    all: [
      {is: [g.id, mine.path, mine], when: true, ground: 'counted'},
      {is: [other, need.path, need], when: true, ground: 'counted'}
    ],
    at_most: CASE WHEN high * times < least THEN 3 WHEN low * times < most THEN 1 ELSE 0 END
  }
] AS proof

// DEC404: recommendations that a principal has not decided on in time, or not carried out
UNWIND $versions AS version
MATCH (v:Version {key: version})
MATCH (r:Recommendation {version: version})
CALL (v, r) {
  MATCH (r)-[:DECISIONS]->(d)
  OPTIONAL MATCH (d)-[:FACT_PRINCIPAL]->(principal)
  OPTIONAL MATCH (d)-[:FACT_OUTCOME]->(outcome)
  OPTIONAL MATCH (d)-[:FACT_DUE]->(own)
  OPTIONAL MATCH (r)-[:FACT_DUE]->(ours)
  OPTIONAL MATCH (d)-[:FACT_CARRY_OUT_BY]->(by)
  WITH v, r, d, outcome, by, CASE WHEN principal.known THEN principal.value ELSE d.id END AS who,
       CASE WHEN own.known OR own.said_days IS NOT NULL THEN own ELSE ours END AS due,
       CASE WHEN own.left_open THEN 1 ELSE 3 END AS most
  UNWIND [
    ['finding', due, most, CASE
      WHEN outcome.known THEN {says: [d.id, 'outcome', outcome], when: outcome.value = 'pending'}
      ELSE {missing: [d.id, 'outcome', outcome]}
    END],
    ['not-carried-out', by, 3, CASE
      WHEN outcome.known THEN {says: [d.id, 'outcome', outcome], when: outcome.value = 'approved'}
    END]
  ] AS reading
  WITH v, r, d, who, reading[0] AS message, reading[1] AS day, reading[2] AS most, reading[3] AS defect
  WITH v, r, d, who, message, day, most, defect,
       reduce(first = day.value, one IN CASE WHEN NOT day.known THEN day.said_days ELSE [] END |
         CASE WHEN first < one THEN first ELSE one END) AS date
  RETURN message, who, d.id AS pair, date, {
    all: [
      r.presence_proof,
      d.presence_proof,
      defect,
      CASE
        WHEN day.known THEN {is: [day.subject, day.path, day], when: date < v.on, ground: 'counted'}
        WHEN date < v.on THEN {degree: 1, ground: 'counted'}  // sources disagree on the day
      END
    ],
    at_most: most  // where it is left open, it may have another date of its own
  } AS proof
  UNION ALL
  MATCH (r)-[:FACT_DUE]->(day)
  WITH v, r, day,
       reduce(first = day.value, one IN CASE WHEN NOT day.known THEN day.said_days ELSE [] END |
         CASE WHEN first < one THEN first ELSE one END) AS date
  MATCH (r)-[:FACT_TO]->(to)-[:ITEM]->(item)-[:IS]->(principal)
  WHERE NOT EXISTS { (r)-[:DECISIONS]->()-[:FACT_PRINCIPAL]->(:Fact {known: true, value: principal.id}) }
  OPTIONAL MATCH (r)-[:FACT_DECISIONS]->(decisions)
  RETURN 'finding' AS message, principal.id AS who, principal.id AS pair, date, [
    r.presence_proof,
    {
      has: [r.id, 'to', to],
      items: [(to)-[:ITEM]->(same) WHERE same.value = item.value | same],
      context: true
    },
    CASE
      WHEN decisions.closed AND NOT EXISTS {
        MATCH (r)-[:DECISIONS]->(d)
        WHERE NOT EXISTS { (d)-[:FACT_PRINCIPAL]->({known: true}) }
      } THEN {degree: 3, ground: 'structural', evidence: [[r.id, 'no decision', principal.id]]}
      ELSE 1
    END,
    CASE
      WHEN day.known THEN {is: [r.id, 'due', day], when: date < v.on, ground: 'counted'}
      WHEN date < v.on THEN {degree: 1, ground: 'counted'}
    END
  ] AS proof
}
RETURN version, r.id AS subject, message, [who] AS related, [pair] AS pair, proof,
       {principal: {named: [who]}, date: date} AS values

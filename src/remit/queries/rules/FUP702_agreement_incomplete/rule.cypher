// FUP702: agreements, and what statements speak of agreements to an extent, with what they leave out
UNWIND $versions AS version
MATCH (a:Subject {version: version, of_kind: 'agreement'})
OPTIONAL MATCH (a)-[:FACT_WHO]->(who)
OPTIONAL MATCH (a)-[:FACT_WHAT]->(what)
OPTIONAL MATCH (a)-[:FACT_WHEN]->(day)
OPTIONAL MATCH (a)-[:FACT_HOW]->(how)
OPTIONAL MATCH (a)-[:FACT_GOAL]->(goal)
RETURN version,
       a.id AS subject,
       a.extent AS extent,
       a.in_force AS here,
       [part IN [['who', who], ['what', what], ['when', day], ['how', how], ['goal', goal]]
         | [part[0], {missing: [a.id, part[0], part[1]]}]] AS parts

// MAN101: groups whose remit, or a part of it, is missing
UNWIND $versions AS version
MATCH (g:Subject {version: version, of_kind: 'group'})
WHERE g.extent IS NULL
  OR any(path IN ['remit', 'remit.purpose', 'remit.topics', 'remit.powers'] WHERE path IN g.speaks_of)
OPTIONAL MATCH (g)-[:FACT_REMIT]->(remit)
OPTIONAL MATCH (g)-[:FACT_REMIT_PURPOSE]->(purpose)
OPTIONAL MATCH (g)-[:FACT_REMIT_TOPICS]->(topics)
OPTIONAL MATCH (g)-[:FACT_REMIT_POWERS]->(powers)
OPTIONAL MATCH (g)-[:FACT_ASSIGNMENT]->(assignment)
OPTIONAL MATCH (g)-[:FACT_REMIT_DOCUMENT]->(document)
OPTIONAL MATCH (g)-[:FACT_LAW]->(law)
RETURN version,
       g.id AS subject,
       g.extent AS extent,
       g.in_force AS here,
       coalesce(remit.state, 'unknown') = 'value' OR (
         coalesce(remit.state, 'unknown') = 'unknown'
         AND any(part IN [purpose, topics, powers] WHERE part.state <> 'unknown')
       ) AS told,
       [lack IN [['remit', remit], ['remit.purpose', purpose], ['remit.topics', topics], ['remit.powers', powers]] | {
         excused: {missing: [g.id, lack[0], lack[1]]},
         by: CASE
           // what nobody tells stands in the document or law that describes the group
           WHEN lack[1] IS NULL OR (lack[1].state = 'unknown' AND lack[1].origin <> 'contradiction') THEN [
             {excuse: [g.id, 'assignment', assignment]},
             {excuse: [g.id, 'remit.document', document]},
             {excuse: [g.id, 'law', law]}
           ]
           WHEN lack[1].origin = 'coverage' THEN [{excuse: [g.id, 'law', law]}]
           ELSE []
         END
       }] AS lacks

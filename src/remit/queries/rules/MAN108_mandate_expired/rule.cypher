// MAN108: mandates, assignments and agreements past their last day
UNWIND $versions AS version
MATCH (v:Version {key: version})
MATCH (s:Subject {version: version})
      -[:FACT_UNTIL|FACT_MANDATE_UNTIL|FACT_REMIT_UNTIL|FACT_VALID_TO]->(until)
// how long a body itself lasts is another thing
WHERE (until.path <> 'until' OR s.of_kind = 'mandate')
  AND (s.extent IS NULL OR until.path IN s.speaks_of)
RETURN version,
       s.id AS subject,
       s.extent AS extent,
       CASE WHEN NOT until.known THEN 'undated' WHEN s.of_kind = 'agreement' THEN 'agreement' ELSE 'finding' END AS message,
       CASE WHEN until.known THEN {on: v.on, date: until.value} ELSE {on: v.on} END AS values,
       [
         {any: COLLECT {
           MATCH (s)-[:MEMBER*0..1]->(one)
           OPTIONAL MATCH (around)-[:MANDATES|SEATS]->(one)
           RETURN CASE one.of_kind
             // its own last day is what is asked of a mandate
             WHEN 'mandate' THEN [one.presence_proof, around.in_force]
             WHEN 'seat' THEN [one.in_force, around.in_force]
             ELSE one.in_force
           END
         }},
         CASE
           WHEN until.known THEN {is: [s.id, until.path, until], when: until.value < v.on, ground: 'counted'}
           WHEN until.state IN ['unclear', 'deferred'] THEN CASE WHEN until.origin <> 'whole' THEN 1 END
           WHEN any(day IN coalesce(until.said_days, []) + coalesce(until.possibly_value, []) WHERE day < v.on) THEN 1
         END
       ] AS proof

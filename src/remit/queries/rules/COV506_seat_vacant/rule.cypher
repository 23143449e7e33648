// COV506: seats without a holder: said to be vacant, or filled from a function that nobody can hold
UNWIND $versions AS version
MATCH (v:Version {key: version})
MATCH (persons:Listing {version: version, of_kind: 'person'})
WITH version, v, persons.degree AS persons_listed, EXISTS {
  MATCH (holding:Holding {version: version})-[:FACT_FUNCTION]->(held)
  WHERE held.left_open
    AND holding.in_force > 0
} AS somebody_may
MATCH (s:Subject {version: version, of_kind: 'seat'})
// a set of which only a way is told has no words of its own on this
WHERE s.extent IS NULL OR s.of_facts
OPTIONAL MATCH (s)-[:FACT_VACANT]->(vacant)
OPTIONAL MATCH (s)-[:FACT_PERSON]->(person)
OPTIONAL MATCH (s)-[:FACT_COUNT]->(count)
OPTIONAL MATCH (s)-[:FACT_FUNCTION]->(filled)
OPTIONAL MATCH (s)-[:FUNCTION]->(function:Function)
OPTIONAL MATCH (function)-[:FACT_VACANT]->(unfilled)
OPTIONAL MATCH (function)-[:FACT_UNTIL]->(until)
WITH version, v, persons_listed, somebody_may, s, vacant, person, count, filled, function, unfilled, until,
     COLLECT { MATCH (s)-[:MEMBER*0..1]->(:Seat)<-[:SEATS]-(group) RETURN DISTINCT group ORDER BY group.id } AS groups,
     COLLECT { MATCH (function)<-[:FUNCTION]-(holding:Holding) RETURN holding.in_force } AS holdings
RETURN version,
       s.id AS subject,
       s.extent AS extent,
       [g IN groups | g.id] AS related,
       count.value AS count,
       [
         s.in_force,
         [g IN groups | g.in_force],
         {any: [
           CASE
             WHEN vacant.possibly_value = true AND vacant.state = 'unknown' THEN {degree: 1, ground: 'stated'}
             WHEN vacant.stated OR vacant.origin = 'contradiction'
             THEN {says: [s.id, 'vacant', vacant], when: vacant.value = true}
           END,
           CASE WHEN filled.known AND s.extent IS NULL THEN [
             {degree: filled.degree, sources: filled.sources},
             {
               excused: {any: [
                 CASE
                   WHEN unfilled.possibly_value = true AND unfilled.state = 'unknown' THEN {degree: 1, ground: 'stated'}
                   WHEN unfilled.stated OR unfilled.origin = 'contradiction'
                   THEN {says: [function.id, 'vacant', unfilled], when: unfilled.value = true}
                 END,
                 CASE WHEN until.known AND until.value < v.on THEN {
                   degree: until.degree, ground: 'structural', sources: until.sources,
                   evidence: [[function.id, 'until', toString(until.value)]]
                 } END,
                 CASE WHEN holdings <> [] AND all(one IN holdings WHERE one = 0) THEN [
                   {
                     degree: CASE WHEN somebody_may THEN 1 ELSE 3 END,
                     ground: 'structural',
                     evidence: [[function.id, 'held by', 'nobody']]
                   },
                   persons_listed
                 ] END
               ]},
               by: [
                 {excuse: [s.id, 'vacant', vacant], when: vacant.value = false},
                 {excuse: [s.id, 'person', person]}
               ]
             }
           ] END
         ]}
       ] AS proof

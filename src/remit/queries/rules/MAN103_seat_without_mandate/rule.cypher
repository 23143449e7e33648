// MAN103: seats without a mandate, and seats whose holder sits as themselves
UNWIND $versions AS version
MATCH (s:Subject {version: version, of_kind: 'seat'})
OPTIONAL MATCH (s)-[:FACT_MANDATE]->(mandate)
OPTIONAL MATCH (s)-[:FACT_CAPACITY]->(capacity)
OPTIONAL MATCH (s)-[:FACT_PERSON]->(person)
OPTIONAL MATCH (s)-[:FACT_FUNCTION]->(function)
OPTIONAL MATCH (s)-[:FACT_VACANT]->(vacant)
RETURN version,
       s.id AS subject,
       s.extent AS extent,
       {any: COLLECT {
         MATCH (s)-[:MEMBER*0..1]->(seat:Seat)<-[:SEATS]-(group)
         RETURN [seat.in_force, group.in_force]
       }} AS here,
       CASE WHEN s.extent IS NULL OR 'mandate' IN s.speaks_of THEN {
         excused: {missing: [s.id, 'mandate', mandate]},
         // where nobody says anything of its mandate, a function brings its own
         by: CASE WHEN s.extent IS NULL AND NOT coalesce(mandate.stated, false) THEN COLLECT {
           MATCH (s)-[:FUNCTION]->()-[:MANDATES]->(brought:Mandate)
           MATCH (s)<-[:SEATS]-(group)
           OPTIONAL MATCH (brought)-[:FACT_TOPICS]->(over)
           OPTIONAL MATCH (group)-[:FACT_REMIT_TOPICS]->(remit)
           RETURN [
             {excuse: [s.id, 'function', function]},
             brought.in_force,
             CASE WHEN over.known AND remit.known THEN {
               has: [brought.id, 'topics', over],
               items: COLLECT {
                 MATCH (over)-[:ITEM]->(item)-[:IS]->(topic)
                 WHERE EXISTS { MATCH (topic)-[:WITHIN]-(near) WHERE near.id IN remit.values }
                 RETURN item ORDER BY item.place
               }
             } ELSE 1 END
           ]
         } ELSE [] END
       } END AS without,
       CASE WHEN s.extent IS NULL OR 'capacity' IN s.speaks_of OR 'person' IN s.speaks_of THEN {any: [
         CASE
           WHEN capacity.origin <> 'silence' OR capacity.possibly_value = 'self'
           THEN {says: [s.id, 'capacity', capacity], when: capacity.value = 'self'}
         END,
         {
           excused: [{excuse: [s.id, 'person', person]}, {missing: [s.id, 'function', function]}],
           by: [{excuse: [s.id, 'mandate', mandate]}, {excuse: [s.id, 'capacity', capacity], when: capacity.value = 'function'}]
         }
       ]} END AS as_self,
       {excuse: [s.id, 'vacant', vacant], when: vacant.value = true} AS vacant

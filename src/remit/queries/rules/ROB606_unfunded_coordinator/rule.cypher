// ROB606: coordinators and process leaders, and sets of them, told to lack working time or money, or to end soon
UNWIND $versions AS version
MATCH (v:Version {key: version})
MATCH (s:Subject {version: version})
WHERE s.of_kind IN ['coordinator', 'process_leader']
  AND (s.extent IS NULL OR any(path IN ['allocation', 'financed_by', 'until'] WHERE path IN s.speaks_of))
OPTIONAL MATCH (s)-[:FACT_ALLOCATION]->(allocation)
OPTIONAL MATCH (s)-[:FACT_FINANCED_BY]->(paid)
OPTIONAL MATCH (s)-[:FACT_UNTIL]->(until)
RETURN version,
       s.id AS subject,
       s.extent AS extent,
       s.in_force AS here,
       CASE WHEN until.known THEN until.value END AS date,
       COLLECT {
         MATCH (s)-[:ALLOCATIONS]->(share)
         OPTIONAL MATCH (share)-[:FACT_PER_CENT]->(time)
         OPTIONAL MATCH (share)-[:FACT_FINANCED]->(financed)
         OPTIONAL MATCH (share)-[:FACT_FINANCED_BY]->(other)
         OPTIONAL MATCH (share)-[:FACT_TERRITORY]->(territory {known: true})
         OPTIONAL MATCH (share)-[:FACT_GROUP]->(group {known: true})
         RETURN [share.id, coalesce(territory.value, group.value, share.id), [
           share.presence_proof,
           {any: [
             CASE
               WHEN time.known THEN {says: [share.id, 'per_cent', time], when: time.value = 0}
               WHEN time.doubted THEN {missing: [share.id, 'per_cent', time]}
             END,
             {
               excused: CASE
                 WHEN financed.known THEN {says: [share.id, 'financed', financed], when: financed.value = false}
                 WHEN financed.doubted THEN {missing: [share.id, 'financed', financed]}
               END,
               by: [{excuse: [share.id, 'financed_by', other]}, {excuse: [s.id, 'financed_by', paid]}]
             }
           ]}
         ]]
         ORDER BY share.id
       } AS shares,
       [
         ['allocation', CASE
           WHEN allocation.known THEN {says: [s.id, 'allocation', allocation], when: allocation.value = 0}
           WHEN allocation.doubted THEN {missing: [s.id, 'allocation', allocation]}
         END],
         ['finding', CASE WHEN paid.doubted THEN {missing: [s.id, 'financed_by', paid]} END],
         ['ends', CASE WHEN until.known THEN {
           is: [s.id, 'until', until],
           when: until.value <= v.on + duration({days: toInteger($settings.days)}),
           ground: 'counted'
         } END]
       ] AS readings

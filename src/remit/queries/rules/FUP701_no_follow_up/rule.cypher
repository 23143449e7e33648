// FUP701: standing groups, agreements and systems that no indicator in force measures
UNWIND $versions AS version
MATCH (s:Subject {version: version})
WHERE s.of_kind IN ['group', 'agreement', 'system']
  AND (s.extent IS NULL OR 'indicators' IN s.speaks_of)
OPTIONAL MATCH (s)-[:FACT_FORM]->(form)
OPTIONAL MATCH (s)-[:FACT_INDICATORS]->(own)
OPTIONAL MATCH (s)-[:FACT_FOLLOW_UP_DUTY]->(duty)
OPTIONAL MATCH (s)-[:FACT_FOLLOW_UP_OWNER]->(owner)
WITH version, s, form, own, duty, owner, COLLECT {
  // an item of which nobody knows whether it is there may be
  MATCH (own)-[:ITEM]->(item)-[:IS]->(indicator)
  WHERE item.state <> 'none'
  RETURN DISTINCT indicator
} AS there
WITH version, s, form, own, duty, owner, there, [one IN there WHERE one.in_force > 1 | one.id] AS sure,
     coalesce(duty.value AND owner.known, false) AS told_apart
RETURN version,
       s.id AS subject,
       s.extent AS extent,
       CASE WHEN told_apart THEN 'duty' ELSE 'finding' END AS message,
       [
         {
           all: [
             s.in_force,
             CASE
               WHEN s.of_kind <> 'group' THEN true
               ELSE [s.counted_proof, {is: [s.id, 'form', form], when: form.value = 'standing'}]
             END
           ],
           context: true
         },
         {
           excused: {
             lacks: [s.id, 'indicators', own],
             items: COLLECT { MATCH (own)-[:ITEM]->(item) WHERE item.value IN sure RETURN item ORDER BY item.place }
           },
           by: [indicator IN there | [
             {
               has: [s.id, 'indicators', own],
               items: COLLECT {
                 MATCH (own)-[:ITEM]->(item) WHERE item.value = indicator.id RETURN item ORDER BY item.place
               }
             },
             indicator.in_force
           ]] + COLLECT {
             MATCH (indicator:Indicator {version: version})-[:FACT_MEASURES]->(measures)
             WHERE s.id IN measures.values
             RETURN [
               {
                 has: [indicator.id, 'measures', measures],
                 items: [(measures)-[:ITEM]->(item) WHERE item.value = s.id | item]
               },
               indicator.in_force
             ]
           }
         },
         CASE WHEN told_apart THEN {
           degree: 3,
           evidence: [[s.id, 'follow_up.duty', 'yes'], [s.id, 'follow_up.owner', owner.value]],
           sources: duty.sources + owner.sources
         } ELSE true END
       ] AS proof

// ROB601: groups without a routine for introducing new members, or without anybody who answers for it
UNWIND $versions AS version
MATCH (g:Subject {version: version, of_kind: 'group'})
OPTIONAL MATCH (g)-[:FACT_INTRODUCTION]->(routine)
OPTIONAL MATCH (g)-[:FACT_INTRODUCTION_OWNER]->(owner)
RETURN version,
       g.id AS subject,
       g.extent AS extent,
       [g.in_force, g.counted_proof] AS here,
       CASE WHEN g.extent IS NULL OR 'introduction' IN g.speaks_of THEN [
         ['unclear', {unclear: [g.id, 'introduction', routine]}, true],
         ['finding', {missing: [g.id, 'introduction', routine]}, coalesce(routine.stated, false)]
       ] ELSE [] END
       + CASE WHEN g.extent IS NULL OR 'introduction_owner' IN g.speaks_of THEN [
         ['owner_unclear', {unclear: [g.id, 'introduction_owner', owner]}, true],
         ['owner', {missing: [g.id, 'introduction_owner', owner]}, coalesce(owner.stated, false)]
       ] ELSE [] END AS readings

// PLN803: working groups, and sets of groups, with what they have not been given
UNWIND $versions AS version
MATCH (g:Subject {version: version, of_kind: 'group'})
WHERE g.extent IS NULL
  OR any(path IN ['remit.purpose', 'goal', 'assignment'] WHERE path IN g.speaks_of)
OPTIONAL MATCH (g)-[:FACT_REMIT_PURPOSE]->(purpose)
OPTIONAL MATCH (g)-[:FACT_GOAL]->(goal)
OPTIONAL MATCH (g)-[:FACT_ASSIGNMENT]->(assignment)
OPTIONAL MATCH (g)-[:FACT_ASSIGNED_BY]->(assigned)
RETURN version,
       g.id AS subject,
       g.extent AS extent,
       [
         g.in_force,
         {
           any: COLLECT {
             MATCH (g)-[:MEMBER*0..1]->(one)-[:FACT_FORM]->(form)
             WHERE one.extent IS NULL
             RETURN {is: [one.id, 'form', form], when: form.value = 'working_group'}
           },
           context: true
         }
       ] AS here,
       coalesce(assigned.values, []) AS assigned_by,
       [part IN [['remit.purpose', purpose], ['goal', goal], ['assignment', assignment]]
         | [part[0], {missing: [g.id, part[0], part[1]]}]] AS parts

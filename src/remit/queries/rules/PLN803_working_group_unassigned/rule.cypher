// PLN803: working groups, and sets of groups, with what they have not been given
UNWIND $versions AS version
MATCH (g:Subject {version: version, of_kind: 'group'})
WHERE g.extent IS NULL
  OR any(path IN ['remit.purpose', 'goal', 'assignment', 'assigned_by', 'remit.given_by'] WHERE path IN g.speaks_of)
OPTIONAL MATCH (g)-[:FACT_REMIT_PURPOSE]->(purpose)
OPTIONAL MATCH (g)-[:FACT_GOAL]->(goal)
OPTIONAL MATCH (g)-[:FACT_ASSIGNMENT]->(assignment)
OPTIONAL MATCH (g)-[:FACT_ASSIGNED_BY]->(assigned)
OPTIONAL MATCH (g)-[:FACT_REMIT_GIVEN_BY]->(given)
RETURN version,
       g.id AS subject,
       g.extent AS extent,
       [
         g.in_force,
         {
           told: COLLECT {
             MATCH (g)-[:MEMBER*0..1]->(one)
             WHERE one = g OR one.in_force > 0
             OPTIONAL MATCH (one)-[:FACT_FORM]->(form)
             RETURN CASE
               WHEN one.extent IS NULL THEN {is: [one.id, 'form', form], when: form.value = 'working_group'}
               ELSE {excuse: [one.id, 'form', form], when: form.value = 'working_group'}
             END
             ORDER BY one <> g, one.id
           },
           context: true
         }
       ] AS here,
       coalesce(assigned.values, []) AS assigned_by,
       [part IN [['remit.purpose', purpose], ['goal', goal], ['assignment', assignment]]
         | [part[0], {missing: [g.id, part[0], part[1]]}]] + [
         ['assigned_by', CASE WHEN assigned.doubted THEN {missing: [g.id, 'assigned_by', assigned]} END],
         ['remit.given_by', CASE
           // what a law gives needs no body
           WHEN given.known AND NOT EXISTS { (:Source {key: version + '/' + given.value}) } THEN
             CASE WHEN EXISTS { (assigned)-[:ITEM]->() } THEN [
               {is: [g.id, 'remit.given_by', given], context: true},
               {lacks: [g.id, 'assigned_by', assigned], items: [(assigned)-[:ITEM]->(item) WHERE item.value = given.value | item]}
             ] END
           WHEN given.doubted THEN {missing: [g.id, 'remit.given_by', given]}
         END]
       ] AS parts

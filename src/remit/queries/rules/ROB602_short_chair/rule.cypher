// ROB602: groups whose chair is appointed for a short time, or for a time that nobody tells
UNWIND $versions AS version
MATCH (g:Subject {version: version, of_kind: 'group'})
WHERE g.extent IS NULL OR 'chair.term_years' IN g.speaks_of
OPTIONAL MATCH (g)-[:FACT_CHAIR_TERM_YEARS]->(term)
OPTIONAL MATCH (g)-[:FACT_CHAIR_ROTATION_YEARS]->(rotation)
OPTIONAL MATCH (g)-[:FACT_CHAIR_VICE]->(vice)
OPTIONAL MATCH (g)-[:FACT_CHAIR_OVERLAP]->(overlap)
OPTIONAL MATCH (g)-[:FACT_FORM]->(form)
WITH version, g, term, rotation, vice, overlap, form,
     coalesce(term.known AND term.value[1] <= $settings.max_years, false) AS short
RETURN version,
       g.id AS subject,
       g.extent AS extent,
       CASE WHEN short THEN term.value END AS years,
       CASE WHEN rotation.known THEN rotation.value END AS rotation,
       [
         g.in_force,
         CASE WHEN short THEN true ELSE [g.counted_proof, {is: [g.id, 'form', form], when: form.value = 'standing'}] END,
         {
           excused: {says: [g.id, 'chair.term_years', term], when: short},
           by: [
             {excuse: [g.id, 'chair.vice', vice], when: vice.value = true},
             {excuse: [g.id, 'chair.overlap', overlap], when: overlap.value = true}
           ]
         }
       ] AS proof

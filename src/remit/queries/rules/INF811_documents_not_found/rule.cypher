// INF811: the system without documents that are found, and groups whose members do not know the remit
UNWIND $versions AS version
CALL (version) {
  MATCH (s:Subject {version: version, of_kind: 'system'})
  WHERE s.extent IS NULL OR 'documents' IN s.speaks_of
  OPTIONAL MATCH (s)-[:FACT_DOCUMENTS]->(documents)
  RETURN s.id AS subject,
         s.extent AS extent,
         CASE WHEN documents.state = 'unclear' THEN 'unclear' ELSE 'finding' END AS message,
         {missing_or_unclear: [s.id, 'documents', documents]} AS proof
  UNION ALL
  MATCH (g:Subject {version: version, of_kind: 'group'})-[:FACT_REMIT_KNOWN]->(known)
  WHERE g.extent IS NULL OR 'remit_known' IN g.speaks_of
  // what is said of some of a group's own cases stands in a row of its own
  WITH version, g, known, EXISTS {
    MATCH (g)<-[:MEMBER]-(cases:Several {id: g.id})
    WHERE 'remit_known' IN cases.speaks_of
  } AS in_some_cases
  WITH g, known, CASE WHEN NOT in_some_cases THEN known.possibly_state END AS hinted
  WHERE known.origin <> 'silence'
    OR hinted <> 'value'
    OR (hinted = 'value' AND known.possibly_value <> true)
  RETURN g.id AS subject,
         g.extent AS extent,
         CASE
           WHEN known.state = 'unclear' OR (known.origin = 'silence' AND hinted = 'unclear') THEN 'remit_unclear'
           ELSE 'remit'
         END AS message,
         [
           g.in_force,
           {any: [
             {unclear: [g.id, 'remit_known', known]},
             {says: [g.id, 'remit_known', known], when: known.value = false}
           ]}
         ] AS proof
}
RETURN version, subject, extent, message, proof

// STR209: functions that are told to report to several
UNWIND $versions AS version
MATCH (f:Function {version: version})-[:FACT_REPORTS_TO]->(fact)
OPTIONAL MATCH (f)-[:FACT_PRIMARY]->(primary)
WITH version, f, fact, primary, COLLECT {
  MATCH (fact)-[:ITEM]->(item)
  WHERE item.holds
  RETURN {value: item.value, sure: item.degree > 1 AND NOT item.possibly, term: {
    has: [f.id, 'reports_to', fact],
    items: [(fact)-[:ITEM]->(same) WHERE same.value = item.value | same]
  }}
  ORDER BY item.value
} AS told
WITH version, f, primary, told, [one IN told WHERE one.sure | one.term] AS sure
RETURN version, f.id AS subject, [one IN told | one.value] AS related, [
  f.in_force,
  {
    excused: CASE
      WHEN size(sure) > 1 THEN {all: sure, ground: 'structural'}
      WHEN size(told) > 1 THEN {all: [one IN told | one.term], ground: 'structural'}
    END,
    by: [{excuse: [f.id, 'primary', primary]}]
  }
] AS proof

// STR209: functions that are told to report to several
UNWIND $versions AS version
MATCH (f:Function {version: version})-[:FACT_REPORTS_TO]->(fact)
OPTIONAL MATCH (f)-[:FACT_PRIMARY]->(primary)
WITH version, f, fact, primary, COLLECT {
  MATCH (fact)-[:ITEM]->(item)
  WHERE item.holds
  // one superior may be told in several places
  WITH item.value AS value, max(CASE WHEN item.degree > 1 AND NOT item.possibly THEN 1 ELSE 0 END) AS sure
  RETURN {value: value, sure: sure = 1, term: {
    has: [f.id, 'reports_to', fact],
    items: [(fact)-[:ITEM]->(same) WHERE same.value = value | same]
  }}
  ORDER BY value
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

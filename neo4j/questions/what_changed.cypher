// What changed between two versions of a model: facts that are told otherwise, or of one version only.
//
// :param model => 'vasterbotten-2017'
// :param before => 1
// :param after => 2
MATCH (old:Version {model: $model, number: $before}), (new:Version {model: $model, number: $after})
CALL (old, new) {
  MATCH (s:Subject {version: old.key})-[leads]->(a:Fact)
  OPTIONAL MATCH (:Subject {key: new.key + substring(s.key, size(old.key))})-[also]->(b:Fact {path: a.path})
  WITH s, a, b
  WHERE b IS NULL
    OR a.state <> b.state
    OR a.degree <> b.degree
    OR a.value <> b.value
    OR a.values <> b.values
  RETURN s.id AS subject, a.path AS field, a AS told_before, b AS told_after
  UNION
  MATCH (s:Subject {version: new.key})-[leads]->(b:Fact)
  WHERE NOT EXISTS { MATCH (:Subject {key: old.key + substring(s.key, size(new.key))})-[also]->(:Fact {path: b.path}) }
  RETURN s.id AS subject, b.path AS field, null AS told_before, b AS told_after
}
RETURN subject,
       field,
       CASE WHEN told_before.state = 'value' THEN coalesce(told_before.shown, '') ELSE told_before.state END AS before,
       CASE WHEN told_after.state = 'value' THEN coalesce(told_after.shown, '') ELSE told_after.state END AS after
ORDER BY subject, field

// SRC901: facts without a source, counted for the whole model, where it declares sources beside applied scenarios
UNWIND $versions AS version
MATCH (system:System {version: version})
WHERE EXISTS { (source:Source {version: version}) WHERE NOT coalesce(source.is_scenario, false) }
CALL (version) {
  // what is said of the things themselves, then what the table of facts says of them or of sets
  MATCH (s:Subject {version: version})
  RETURN s.id AS about, s.said_count AS said, s.unsourced AS paths, -1 AS place
  UNION ALL
  MATCH (s:Statement {version: version})
  WHERE s.state <> 'unknown'
  RETURN s.about AS about, 1 AS said, CASE WHEN s.unsourced THEN [s.what] END AS paths, s.number AS place
}
WITH version, system, about, said, paths ORDER BY about, place
WITH version, system, about, sum(said) AS said, reduce(all = [], some IN collect(paths) | all + some) AS paths
WITH version, system, about, said, size(paths) AS missing,
     reduce(told = [], path IN paths | CASE WHEN path IN told THEN told ELSE told + path END) AS fields
ORDER BY about
WITH version, system, sum(said) AS total, sum(missing) AS missing, collect(
  CASE WHEN missing > 0 THEN [
    about,
    'no source',
    reduce(text = fields[0], field IN fields[1..] | text + ', ' + field)
  ] END
) AS unsourced
RETURN version,
       system.id AS subject,
       {count: missing, total: total, entities: size(unsourced)} AS values,
       [{n: missing, of: total, what: 'FACTS'}] AS reach,
       {degree: CASE WHEN missing > 0 THEN 3 ELSE 0 END, ground: 'counted', evidence: unsourced} AS proof

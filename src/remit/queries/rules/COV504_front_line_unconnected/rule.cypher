// COV504: groups nearest the citizen that are practised or not described, and ways to or from there said to be missing
UNWIND $versions AS version
WITH version, NOT EXISTS { (:Subject {version: version, links_listed: false}) } AS all_listed
CALL (version) {
  // the nearest level that has a group; where somebody leaves open where a group is, another may be nearer
  MATCH (g:Group {version: version})-[:FACT_COUNTED]->(counted)
  WHERE g.in_force > 0
    AND (counted.value OR counted.degree = 1 OR NOT counted.state IN ['value', 'none'])
  OPTIONAL MATCH (g)-[:FACT_LEVEL]->(level)
  OPTIONAL MATCH (g)-[:LEVEL]->()-[:FACT_RANK]->(rank)
  RETURN min(g.level_rank) AS nearest,
         coalesce(min(CASE WHEN level.left_open OR rank.left_open THEN 1 ELSE 3 END), 3) AS certain
}
CALL (version, all_listed, nearest, certain) {
  MATCH (g:Subject {version: version, of_kind: 'group'})
  WHERE g.extent IS NULL
    OR g.of_facts
  OPTIONAL MATCH (g)-[:FACT_STATUS]->(status)
  OPTIONAL MATCH (g)-[:FACT_ASSIGNMENT]->(assignment)
  OPTIONAL MATCH (g)-[:FACT_AGREEMENT]->(agreement)
  WITH g, status, assignment, agreement, all_listed, [
    // of a set that is told to be practised any member may be in force
    CASE WHEN g.extent IS NOT NULL AND g.in_force > 0 THEN 3 ELSE g.in_force END,
    g.counted_proof,
    CASE WHEN g.level_rank IS NULL OR g.level_rank = nearest THEN [g.level_degree, certain] ELSE 0 END
  ] AS context, COLLECT {
    MATCH (g)-[r:ESCALATES_TO|PREPARES_FOR|RECOMMENDS_TO|REPORTS_BACK_TO|INFORMS|IMPLEMENTS_THROUGH|LINKED_TO
                |ANSWERS_TO|PARENT]-()
    RETURN r.degree
  } AS links
  UNWIND [
    [null, {
      excused: {says: [g.id, 'status', status], when: status.value = 'practised'},
      by: [{excuse: [g.id, 'assignment', assignment]}]
    }],
    // silence alone does not point at a missing description
    ['undescribed', CASE WHEN g.extent IS NULL AND (assignment.doubted OR assignment.state = 'none') THEN [
      {is: [g.id, 'status', status], when: status.value = 'in_force'},
      {missing: [g.id, 'assignment', assignment]},
      {missing: [g.id, 'agreement', agreement]},
      {
        degree: CASE
          WHEN any(degree IN links WHERE degree > 1) THEN 0
          WHEN links = [] AND all_listed THEN 3  // none can lead here unseen
          ELSE 1
        END,
        ground: 'structural',
        evidence: [[g.id, 'no link', 'any']]
      }
    ] END]
  ] AS found
  RETURN g.id AS subject, g.extent AS extent, found[0] AS message, null AS pair, [context, found[1]] AS proof
  UNION ALL
  MATCH (way:Channel {version: version})<-[:CHANNEL]-(s)
  WITH nearest, certain, way, s, CASE WHEN way.extent <> 'all' THEN way.extent END AS extent,
       COLLECT { MATCH (s)-[:MEMBER*0..1]->(g:Group) RETURN g } AS groups
  // what is told of all of a set each member has
  WHERE s:Subject
    OR extent IS NOT NULL
  RETURN s.id AS subject,
         CASE WHEN NOT way.possibly THEN extent END AS extent,
         'channel' AS message,
         [way.target] AS pair,
         [
           [g IN groups | g.in_force],
           CASE
             WHEN EXISTS { (way)-[:TO]->(:Unit {kind: 'front_line'}) } THEN 3
             WHEN EXISTS { (way)-[:TO]->(:Level {rank: nearest}) } THEN certain
             WHEN groups = [] OR way.target IN ['operations', 'decision'] THEN 0
             ELSE [g IN groups |
               CASE WHEN g.level_rank IS NULL OR g.level_rank = nearest THEN [g.level_degree, certain] ELSE 0 END]
           END,
           way.broken_proof
         ] AS proof
}
RETURN version, subject, extent, message, pair, proof

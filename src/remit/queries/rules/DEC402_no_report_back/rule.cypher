// DEC402: groups to which no outcome returns, those who raised matters there, and decisions that are not reported back
UNWIND $versions AS version
CALL (version) {
  // as far as all that bodies report back is listed
  MATCH (body:Subject {version: version})
  RETURN min(body.reports_back_to_listed) AS listed
}
CALL (version, listed) {
  MATCH (g:Subject {version: version, of_kind: 'group'})
  WHERE g.extent IS NULL OR 'report_back' IN g.speaks_of
  OPTIONAL MATCH (g)-[:FACT_REPORT_BACK]->(back)
  RETURN g.id AS subject,
         g.extent AS extent,
         'finding' AS message,
         [
           g.in_force,
           {
             any: [
               CASE
                 // what is said of a group's own cases stands in a row of its own
                 WHEN back.doubted AND NOT EXISTS {
                   MATCH (g)<-[:MEMBER]-(cases:Several {id: g.id})
                   WHERE 'report_back' IN cases.speaks_of
                 }
                 THEN {missing: [g.id, 'report_back', back]}
               END,
               [
                 g.recommends_proof,
                 {
                   excused: {degree: listed, ground: 'structural', evidence: [[g.id, 'no reports_back_to', g.id]]},
                   by: [{excuse: [g.id, 'report_back', back]}] + COLLECT {
                     MATCH (g)<-[r:REPORTS_BACK_TO]-()
                     WHERE r.extent IS NULL
                     RETURN r.degree
                   }
                 }
               ]
             ]
           }
         ] AS proof,
         null AS here, null AS published, null AS found
  UNION ALL
  // who escalates past the line, in all cases or in some
  MATCH (g:Group {version: version})<-[r:ESCALATES_TO]-(end)
  WHERE r.through = []
  MATCH (by:Group {key: version + '/' + end.id})
  WITH version, listed, g, r, by, COLLECT {
    MATCH (by)<-[back:REPORTS_BACK_TO]-()
    WHERE back.extent IS NULL
    RETURN back.degree
  } AS returns
  WITH version, g, collect([by.id, [
    g.in_force,
    g.recommends_proof,
    r.proof,
    by.in_force,
    {excused: {degree: listed, ground: 'structural', evidence: [[by.id, 'no reports_back_to', by.id]]}, by: returns}
  ]]) AS found
  MATCH (system:System {version: version})
  OPTIONAL MATCH (system)-[:FACT_PUBLISHES_DECISIONS]->(publishes)
  OPTIONAL MATCH (g)-[:FACT_TERRITORY]->(territory)
  RETURN g.id AS subject,
         null AS extent,
         'raised' AS message,
         null AS proof,
         null AS here,
         {
           any: [
             {excuse: [system.id, 'publishes_decisions', publishes], when: publishes.value = true},
             CASE
               // it may be that of one who publishes them
               WHEN territory.left_open THEN {
                 any: COLLECT {
                   MATCH (principal:Principal {version: version})
                   WHERE principal.care
                   OPTIONAL MATCH (principal)-[:FACT_PUBLISHES_DECISIONS]->(own)
                   RETURN {excuse: [principal.id, 'publishes_decisions', own], when: own.value = true}
                 },
                 at_most: 1
               }
               WHEN EXISTS { (g)-[:TERRITORY_OF]->() } THEN COLLECT {
                 MATCH (g)-[:TERRITORY_OF]->(principal)
                 OPTIONAL MATCH (principal)-[:FACT_PUBLISHES_DECISIONS]->(own)
                 RETURN {excuse: [principal.id, 'publishes_decisions', own], when: own.value = true}
               }
             END
           ]
         } AS published,
         found
  UNION ALL
  MATCH (recommendation:Recommendation {version: version})-[:DECISIONS]->(decision)
  OPTIONAL MATCH (decision)-[:FACT_OUTCOME]->(outcome)
  OPTIONAL MATCH (decision)-[:FACT_REPORTED_BACK]->(reported)
  WITH recommendation, decision, CASE
    // of one of which nobody tells anything nothing points at either
    WHEN outcome.known OR reported.origin <> 'silence' THEN [
      {is: [decision.id, 'outcome', outcome], when: outcome.value <> 'pending', context: true},
      CASE
        WHEN reported.known THEN {says: [decision.id, 'reported_back', reported], when: reported.value = false}
        ELSE {missing: [decision.id, 'reported_back', reported]}
      END
    ]
  END AS unreported
  ORDER BY decision.id
  RETURN recommendation.id AS subject,
         null AS extent,
         'register' AS message,
         null AS proof,
         recommendation.presence_proof AS here,
         null AS published,
         collect([coalesce(decision.principal, decision.id), unreported]) AS found
}
RETURN version, subject, extent, message, proof, here, published, found

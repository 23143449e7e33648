// STR202: groups of one kind at one level with principals, territory, population and topics in common, and no link;
// and systems of which a source says that matters are handled twice
UNWIND $versions AS version
CALL (version) {
  MATCH (one:Group {version: version})-[shares:SHARES_PRINCIPALS]->(other:Group)
  WITH one, other, shares, COLLECT {
    // any relation that joins the two, or one in some of its cases, whichever way it goes
    MATCH (one)<-[:MEMBER*0..1]-(:Subject {id: one.id})
          -[r:ESCALATES_TO|PREPARES_FOR|RECOMMENDS_TO|REPORTS_BACK_TO|INFORMS|IMPLEMENTS_THROUGH|LINKED_TO
             |ANSWERS_TO|PARENT]-(:Subject {id: other.id})-[:MEMBER*0..1]->(other)
    RETURN r.degree
  } AS links, COLLECT {
    MATCH (one)-[r:DENIED {relation: 'linked_to'}]-(other)
    WHERE NOT r.possibly
    RETURN r.proof
  } AS denied
  RETURN one.id AS subject,
         null AS extent,
         'finding' AS message,
         null AS proof,
         other.id AS other,
         shares.principals AS principals,
         size([path IN shares.not_told WHERE path <> 'answers_to']) AS unknown,
         [one.in_force, other.in_force, shares.proof, shares.kind, shares.level] AS before,
         shares.topics AS topics,
         shares.populations AS after,
         shares.territory AS territory,
         {
           excused: CASE
             WHEN any(degree IN links WHERE degree > 1) THEN 0
             WHEN denied <> [] THEN {any: denied}
             WHEN links <> [] THEN {degree: 1, ground: 'structural'}
             ELSE {
               degree: CASE WHEN one.links_listed AND other.links_listed THEN 3 ELSE 1 END,
               ground: 'structural',
               evidence: [[one.id, 'no link', other.id]]
             }
           END,
           by: COLLECT {
             UNWIND [[one, other], [other, one]] AS pair
             WITH pair[0] AS here, pair[1] AS there
             MATCH (here)-[:CHANNEL]->(way:Channel {target: there.id})
             WHERE way.state = 'value'
             RETURN CASE WHEN way.possibly THEN 1 ELSE way.degree END
           } + COLLECT {
             // a chain of relations that leads from one to the other is as sure as its least sure step
             UNWIND [3, 2, 1] AS sure
             MATCH chain = shortestPath((one)-[:STEP*]->(other))
             WHERE all(step IN relationships(chain) WHERE step.degree >= sure)
             RETURN sure
           } + COLLECT {
             UNWIND [3, 2, 1] AS sure
             MATCH chain = shortestPath((one)<-[:STEP*]-(other))
             WHERE all(step IN relationships(chain) WHERE step.degree >= sure)
             RETURN sure
           }
         } AS missing
  UNION ALL
  MATCH (s:Subject {version: version, of_kind: 'system'})-[:FACT_DUPLICATED_MATTERS]->(twice)
  WHERE s.extent IS NULL OR s.of_facts
  RETURN s.id AS subject,
         s.extent AS extent,
         'said' AS message,
         {all: [{excuse: [s.id, 'duplicated_matters', twice], when: twice.value = true}], ground: 'stated'} AS proof,
         null AS other, null AS principals, null AS unknown, null AS before, null AS topics, null AS after,
         null AS territory, null AS missing
}
RETURN version, subject, extent, message, proof, other, principals, unknown, before, topics, after, territory, missing

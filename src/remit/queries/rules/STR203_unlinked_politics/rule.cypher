// STR203: political groups at different levels with principals and topics in common, and no link between them;
// and sets of groups of which a source says that they lack one
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
    // what a source says of just these two
    MATCH (one)-[r:DENIED {relation: 'linked_to'}]-(other)
    WHERE NOT r.possibly
    RETURN r.proof
  } AS denied, COLLECT {
    // what a source says of a way between them
    UNWIND [[one, other], [other, one]] AS pair
    WITH pair[0] AS here, pair[1] AS there
    MATCH (here)-[:CHANNEL]->(way:Channel {target: there.id})
    RETURN way
  } AS ways
  WITH one, other, shares, links, denied, ways,
       [way IN ways WHERE way.state = 'none' AND coalesce(way.extent, 'all') = 'all' | way.broken_proof] AS no_way
  RETURN one.id AS subject,
         null AS extent,
         other,
         shares.principals AS principals,
         size([path IN shares.not_told WHERE path IN ['kind', 'level', 'remit.topics']]) AS unknown,
         [one.in_force, other.in_force] AS both,
         [one] AS members,
         CASE
           WHEN any(degree IN links WHERE degree > 1) THEN 0
           WHEN denied + no_way <> [] THEN {any: denied + no_way}
           ELSE {
             excused: CASE
               WHEN links <> [] THEN {degree: 1, ground: 'structural'}
               ELSE {
                 degree: CASE WHEN one.links_listed AND other.links_listed THEN 3 ELSE 1 END,
                 ground: 'structural',
                 evidence: [[one.id, 'no link', other.id]]
               }
             END,
             by: [way IN ways WHERE way.state = 'value' | CASE WHEN way.possibly THEN 1 ELSE way.degree END] + COLLECT {
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
           }
         END AS link
  UNION ALL
  MATCH (several:Several {version: version, of_kind: 'group'})-[r:DENIED {relation: 'linked_to'}]->(other:Group)
  WITH version, several, r, other, COLLECT {
    MATCH (several)-[:MEMBER]->(member)
    WHERE member <> other
    RETURN member ORDER BY member.id
  } AS members
  RETURN several.id AS subject,
         several.extent AS extent,
         other,
         reduce(all = [], one IN COLLECT {
           UNWIND members AS member MATCH (member)-[shares:SHARES_PRINCIPALS]-(other) RETURN shares.principals
         } | all + one) AS principals,
         0 AS unknown,
         [other.in_force] AS both,
         members,
         r.proof AS link
}
OPTIONAL MATCH (other)-[:FACT_KIND]->(other_kind)
RETURN version,
       subject,
       extent,
       other.id AS other,
       principals,
       unknown,
       link,
       both + COLLECT {
         UNWIND members AS member
         OPTIONAL MATCH (member)-[shares:SHARES_PRINCIPALS]-(other)
         OPTIONAL MATCH (member)-[:FACT_KIND]->(kind)
         RETURN [
           member.in_force,
           {is: [member.id, 'kind', kind], when: kind.value = 'political'},
           {is: [other.id, 'kind', other_kind], when: other_kind.value = 'political'},
           CASE WHEN member.level_rank = other.level_rank THEN 0 ELSE [member.level_degree, other.level_degree] END,
           shares.topics,
           shares.proof
         ]
       } AS here

// COV503: providers and private principals that take less part, or none, or that nothing joins to the collaboration
UNWIND $versions AS version
CALL (version) {
  // to what degree everything that could join somebody is listed, with whose it is
  CALL (version) {
    MATCH (listing:Listing {version: version, level: '', scope: ''})
    WHERE listing.of_kind IN ['group', 'agreement']
    RETURN listing.degree AS degree
    UNION ALL
    MATCH (a:Agreement {version: version})
    OPTIONAL MATCH (a)-[:FACT_PARTIES]->(parties)
    OPTIONAL MATCH (a)-[:FACT_POSSIBLE_PARTIES]->(possible)
    RETURN CASE
      WHEN coalesce(possible.left_open, false) THEN 1
      WHEN parties.state = 'none' OR (parties.known AND parties.closed) THEN parties.degree
      ELSE 1
    END AS degree
    UNION ALL
    MATCH (body:Group|Unit|Function {version: version})
    UNWIND [body.escalates_to_listed, body.prepares_for_listed, body.recommends_to_listed, body.reports_back_to_listed,
            body.informs_listed, body.implements_through_listed, body.linked_to_listed, body.answers_to_listed,
            body.parent_listed] AS degree
    RETURN degree
    UNION ALL
    MATCH (:Subject {version: version, owners_open: true})
          -[:ESCALATES_TO|PREPARES_FOR|RECOMMENDS_TO|REPORTS_BACK_TO|INFORMS|IMPLEMENTS_THROUGH|LINKED_TO
            |ANSWERS_TO|DENIED]-()
    RETURN 1 AS degree
    UNION ALL
    MATCH (seat:Seat {version: version})
    WHERE EXISTS { (seat)-[:FACT_PRINCIPAL|FACT_PROVIDER|FACT_FUNCTION|FACT_SHARED_BY]->({left_open: true}) }
      OR EXISTS { (seat)-[:FUNCTION]->({owners_open: true}) }
    RETURN 1 AS degree
  }
  RETURN min(degree) AS degree
}
CALL (version) {
  MATCH (g:Group {version: version})
  WHERE g.in_force > 0
  WITH g ORDER BY g.id
  RETURN collect(DISTINCT g.seats_listed_proof) AS seats
}
CALL (version) {
  // agreements that include, or may include, providers; and of those the ones of which not all parties are told
  MATCH (a:Agreement {version: version})-[:FACT_COVERS_PROVIDERS]->(covers)
  WHERE a.in_force > 0
    AND (covers.value OR covers.state IN ['unclear', 'deferred'])
  OPTIONAL MATCH (a)-[:FACT_PARTIES]->(parties)
  WITH a, coalesce(parties.state = 'none' AND parties.degree > 1 OR parties.known AND parties.closed, false) AS whole
  RETURN collect(a) AS covering, collect(CASE WHEN NOT whole THEN a END) AS unfinished
}
MATCH (s:Subject {version: version})
WHERE (s.extent IS NULL OR s.of_facts)
  AND (s.of_kind = 'provider' OR s.of_kind = 'principal' AND EXISTS {
    MATCH (s)-[:FACT_ROLE|FACT_KIND]->(private)
    WHERE private.value IN ['school', 'company']
  })
OPTIONAL MATCH (s)-[:FACT_PARTICIPATION]->(part)
OPTIONAL MATCH (s)-[:FACT_OWNERSHIP]->(ownership)
CALL (s, covering, unfinished) {
  // what joins it, for sure or perhaps
  CALL (s, covering, unfinished) {
    CALL (s) {
      // the bodies that are its own: what a provider runs is not its principal's
      RETURN s AS body
      UNION
      MATCH (s)<-[:PROVIDER]-(:Unit)
            (()<-[:PARENT]-(below:Unit WHERE NOT EXISTS { (below)-[:PROVIDER]->() }))*
            (unit)<-[:UNIT]-{0,1}(body:Unit|Function)
      RETURN body
      UNION
      MATCH (s:Principal)<-[:BELONGS_TO]-(body)
      WHERE NOT body:Provider
        AND NOT EXISTS { (body)-[:UNIT*0..1]->(:Unit)-[:PARENT*0..]->(:Unit)-[:PROVIDER]->() }
      RETURN body
    }
    CALL (body) {
      MATCH (body)-[r:ESCALATES_TO|PREPARES_FOR|RECOMMENDS_TO|REPORTS_BACK_TO|INFORMS|IMPLEMENTS_THROUGH|LINKED_TO
                      |ANSWERS_TO]-()
      RETURN r.degree > 1 AS sure
      UNION ALL
      MATCH (body)-[:CHANNEL|TO]-(way:Channel {state: 'value'})
      RETURN way.degree > 1 AND NOT way.possibly AS sure
      UNION ALL
      MATCH (body)<-[:PROVIDER|FUNCTION|BELONGS_TO]-(seat:Seat)<-[:SEATS]-(g:Group)
      WHERE seat.in_force > 0
        AND g.in_force > 0
      RETURN seat.in_force > 1 AND g.in_force > 1 AS sure
    }
    RETURN sure
    UNION ALL
    MATCH (s)<-[share:SHARED_WITH]-(seat)<-[:SEATS]-(g)
    WHERE g.in_force > 0
    RETURN g.in_force > 1 AND coalesce(share.count >= COUNT { (seat)-[:SHARED_WITH]->() }, false) AS sure
    UNION ALL
    MATCH (s)<-[:IS]-(item)<-[:ITEM]-(parties)<-[:FACT_PARTIES|FACT_POSSIBLE_PARTIES]-(a)
    WHERE a.in_force > 0
      AND item.state <> 'none'
    RETURN a.in_force > 1 AND parties.path = 'parties' AND item.holds AND item.degree > 1 AS sure
    UNION ALL
    // an agreement that its principal is party to, or may be, includes providers
    MATCH (s)-[:PRINCIPAL]->()<-[:IS]-(item)<-[:ITEM]-()<-[:FACT_PARTIES]-(a)-[:FACT_COVERS_PROVIDERS]->(covers)
    WHERE a.in_force > 0
      AND (covers.value OR covers.state IN ['unclear', 'deferred'])
      AND NOT (item.state = 'none' AND item.degree > 1)
    RETURN a.in_force > 1 AND covers.known AND covers.degree > 1 AND item.holds AND item.degree > 1 AS sure
    UNION ALL
    UNWIND CASE WHEN s.principal IS NULL THEN covering ELSE unfinished END AS a
    WITH s, a
    WHERE s:Provider
      AND NOT EXISTS { (s)-[:PRINCIPAL]->()<-[:IS]-()<-[:ITEM]-()<-[:FACT_PARTIES]-(a) }
    RETURN false AS sure LIMIT 1
  }
  RETURN collect(DISTINCT sure) AS ties
}
UNWIND [
  ['finding', CASE
    WHEN part.state = 'unknown' AND part.possibly_state IS NOT NULL
    THEN CASE part.possibly_value WHEN 'less' THEN {degree: 1, ground: 'stated'} END
    WHEN part.state <> 'none' AND (part.stated OR part.origin = 'contradiction')
    THEN {says: [s.id, 'participation', part], when: part.value = 'less'}
  END],
  ['none', CASE
    WHEN part.state = 'none' THEN {missing: [s.id, 'participation', part]}
    WHEN part.state = 'unknown' AND part.possibly_state = 'none' THEN {degree: 1, ground: 'stated'}
  END],
  ['outside', CASE WHEN s.extent IS NULL AND NOT true IN ties THEN [
    CASE s.of_kind
      WHEN 'provider' THEN {is: [s.id, 'ownership', ownership], when: ownership.value <> 'public'}
      ELSE true
    END,
    {
      excused: {
        all: CASE ties WHEN [] THEN seats + [degree] ELSE [1] END,
        ground: 'structural',
        seen: [[s.id, 'participation', 'no tie']]
      },
      // what is told of its part has a message of its own; told of a set that it belongs to, it may take part
      by: [
        {excuse: [s.id, 'participation', part]},
        CASE WHEN part.state = 'none' THEN 3 WHEN part.possibly_state IS NOT NULL THEN 1 END
      ]
    }
  ] END]
] AS found
RETURN version, s.id AS subject, s.extent AS extent, found[0] AS message, [s.in_force, found[1]] AS proof

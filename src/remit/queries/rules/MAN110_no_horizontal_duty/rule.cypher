// MAN110: managing functions, and sets of functions, whose assignment holds no duty to collaborate
UNWIND $versions AS version
MATCH (groups:Listing {version: version, of_kind: 'group'})
MATCH (agreements:Listing {version: version, of_kind: 'agreement', level: '', scope: ''})
WITH version,
     groups,
     agreements,
     COLLECT {
       MATCH (g:Group {version: version})
       WHERE g.in_force > 0
         AND NOT EXISTS {
           MATCH (g)-[:FACT_COUNTED]->(counted)
           WHERE counted.degree > 1
             AND (counted.value = false OR counted.state = 'none')
         }
       RETURN g
     } AS counted
WITH version,
     counted <> [] OR EXISTS { MATCH (a:Agreement {version: version}) WHERE a.in_force > 0 } AS there,
     // whether all who take part are told
     [groups.degree, agreements.degree] + COLLECT {
       UNWIND counted AS g
       RETURN [g.seats_listed_proof, CASE WHEN EXISTS {
         // a person who sits as themselves may be anybody's
         MATCH (g)-[:SEATS]->(seat)
         WHERE seat.in_force > 0
           AND NOT EXISTS { (seat)-[:BELONGS_TO]->() }
           AND NOT EXISTS { (seat)-[:FACT_PROVIDER|FACT_SHARED_BY]->({known: true}) }
       } THEN 1 ELSE 3 END]
     } + COLLECT {
       MATCH (a:Agreement {version: version})
       WHERE a.in_force > 0
       OPTIONAL MATCH (a)-[:FACT_PARTIES]->(parties)
       OPTIONAL MATCH (a)-[:FACT_UNNAMED_PARTIES]->(unnamed)
       RETURN [
         {fully_told: [a.id, 'parties', parties]},
         CASE WHEN unnamed.known OR unnamed.left_open THEN 1 ELSE 3 END
       ]
     } + COLLECT {
       MATCH (j:JointBody {version: version})
       WHERE j.in_force > 0
       RETURN CASE WHEN j.owners_open THEN 1 ELSE 3 END
     } AS listed
MATCH (s:Subject {version: version, of_kind: 'function'})
WHERE s.extent IS NULL OR 'horizontal_duty' IN s.speaks_of
OPTIONAL MATCH (s)-[:FACT_HORIZONTAL_DUTY]->(duty)
RETURN version, s.id AS subject, s.extent AS extent, [
  s.in_force,
  {
    told: COLLECT {
      MATCH (s)-[:MEMBER*0..1]->(one)
      WHERE one = s OR one.in_force > 0
      OPTIONAL MATCH (one)-[:FACT_MANAGES]->(units)
      OPTIONAL MATCH (one)-[:FACT_LEADS]->(leads)
      RETURN {any: [
        {excuse: [one.id, 'manages', units]},
        {excuse: [one.id, 'leads', leads], when: leads.value = true}
      ]}
      ORDER BY one <> s, one.id
    },
    context: true
  },
  {
    told: COLLECT {
      MATCH (s)-[:MEMBER*0..1]->(one)
      WHERE one = s OR one.in_force > 0
      OPTIONAL MATCH (one)-[:FACT_MANAGES]->(units)
      WITH one, units, COLLECT {
        // whose it is
        MATCH (one)-[:BELONGS_TO]->(body)
        RETURN [body, 3]
      } + COLLECT {
        MATCH (one)-[:UNIT]->(:Unit)-[:PARENT*0..]->(:Unit)-[:PROVIDER]->(body)
        RETURN [body, 3]
      } + COLLECT {
        // and whose the units are that it manages
        MATCH (units)-[:ITEM]->(item)-[:IS]->(unit:Unit)
        MATCH (unit)-[:BELONGS_TO]->(body)
        RETURN [body, {has: [one.id, 'manages', units], items: [(units)-[:ITEM]->(i) WHERE i.value = item.value | i]}]
      } + COLLECT {
        MATCH (units)-[:ITEM]->(item)-[:IS]->(unit:Unit)
        MATCH (unit)-[:PARENT*0..]->(:Unit)-[:PROVIDER]->(body)
        RETURN [body, {has: [one.id, 'manages', units], items: [(units)-[:ITEM]->(i) WHERE i.value = item.value | i]}]
      } AS bodies
      RETURN CASE WHEN one.extent IS NULL THEN {any: COLLECT {
        MATCH (one)<-[:FUNCTION]-(seat:Seat)<-[:SEATS]-(g:Group)
        WHERE seat.in_force > 0 AND seat.filled
        RETURN [g.in_force, g.counted_proof]
      } + COLLECT {
        UNWIND bodies AS pair
        WITH pair[0] AS body, pair[1] AS belongs
        MATCH (body)<-[:REPRESENTS]-(g:Group)
        RETURN [belongs, g.in_force, g.counted_proof]
      } + COLLECT {
        UNWIND bodies AS pair
        WITH pair[0] AS body, pair[1] AS belongs
        MATCH (body)<-[:PROVIDER]-(seat:Seat)<-[:SEATS]-(g:Group)
        WHERE seat.in_force > 0
        RETURN [belongs, g.in_force, g.counted_proof]
      } + COLLECT {
        UNWIND bodies AS pair
        WITH pair[0] AS body, pair[1] AS belongs
        MATCH (body)<-[:IS]-(item)<-[:ITEM]-(parties)<-[:FACT_PARTIES]-(a:Agreement)
        RETURN [belongs, a.in_force, {
          has: [a.id, 'parties', parties],
          items: [(parties)-[:ITEM]->(i) WHERE i.value = item.value | i]
        }]
      } + COLLECT {
        // to decide together is perhaps to collaborate
        UNWIND bodies AS pair
        WITH pair[0] AS body, pair[1] AS belongs
        MATCH (body)<-[:BELONGS_TO]-(j:JointBody)
        WHERE j.in_force > 0
        RETURN [belongs, 1]
      } + [{
        excused: 1,
        by: [listed + CASE
          WHEN there AND (bodies = [] OR one.owners_open OR units.partly_open OR EXISTS {
            (units)-[:ITEM]->()-[:IS]->({owners_open: true})
          }) THEN [1]
          ELSE []
        END]
      }]} END
      ORDER BY one <> s, one.id
    },
    context: true
  },
  CASE
    WHEN duty.known THEN {says: [s.id, 'horizontal_duty', duty], when: duty.value = false}
    ELSE {missing: [s.id, 'horizontal_duty', duty]}
  END
] AS proof

// COV501: the seats of groups: which principals of the territory have none, and which share them
UNWIND $versions AS version
MATCH (g:Group {version: version})
OPTIONAL MATCH (g)-[:FACT_FORM]->(form)
OPTIONAL MATCH (g)-[:FACT_TERRITORY]->(territory)
OPTIONAL MATCH (g)-[:FACT_AGREEMENT]->(agreement)
OPTIONAL MATCH (g)-[:AGREEMENT]->(:Agreement)-[:FACT_PARTIES]->(parties)
OPTIONAL MATCH (g)-[:FACT_SEATS]->(seats)
OPTIONAL MATCH (g)-[:FACT_REMIT]->(remit)
OPTIONAL MATCH (g)-[:FACT_REMIT_TOPICS]->(topics)
WITH version, g, form, territory, agreement, parties, seats, topics,
     coalesce(topics.partly_open OR remit.left_open, false) AS more_topics,
     COLLECT {
       MATCH (g)-[:SEATS]->(seat:Seat)
       WHERE seat.in_force > 0
       RETURN seat
     } AS there,
     COLLECT {
       MATCH (g)-[:SEATS]->(seat:Seat)-[r:SHARED_WITH]->(principal)
       MATCH (count)<-[:FACT_COUNT]-(seat)-[:FACT_SHARED_BY]->(shared)
       WITH seat, r.count AS number, shared, count, collect(principal.id) AS principals
       RETURN {
         seat: seat.id,
         count: number,
         principals: principals,
         proof: {all: [
           seat.in_force,
           {degree: shared.degree, sources: shared.sources},
           {degree: count.degree, sources: count.sources}
         ]}
       }
       ORDER BY seat.id
     } AS pools
WITH version, g, form, territory, agreement, parties, topics, there, pools,
     COLLECT {
       MATCH (g)-[:TERRITORY_OF]->(principal)
       WHERE NOT EXISTS { (g)-[:REPRESENTS]->(principal) }
       RETURN {
         principal: principal.id,
         lacks: {
           lacks: [g.id, 'seats', seats],
           items: COLLECT {
             MATCH (seats)-[:ITEM]->(item)
             WHERE item.value = principal.id
             RETURN item ORDER BY item.place
           }
         },
         // whether some topic concerns it; a group without known topics does
         concerned: CASE
           WHEN size(coalesce(topics.values, [])) = 0 THEN CASE WHEN more_topics THEN 1 ELSE 3 END
           ELSE coalesce(
             COLLECT {
               MATCH (g)-[:CONCERN]->(concern)-[:CONCERNS]->(principal)
               WHERE concern.topic IN topics.values
               RETURN concern.degree ORDER BY concern.degree DESC
             }[0],
             CASE WHEN topics.closed AND NOT more_topics THEN 0 ELSE 1 END
           )
         END,
         spoken_for: any(seat IN there WHERE EXISTS { (seat)-[:BELONGS_TO]->()-[:MEMBERS]->(principal) })
       }
       ORDER BY principal.id
     } AS left
RETURN version,
       g.id AS subject,
       {all: [
         g.in_force,
         g.counted_proof,
         {is: [g.id, 'form', form], when: form.value = 'standing'},
         CASE
           WHEN territory.known OR parties.known THEN g.territory_proof
           WHEN territory.left_open OR agreement.left_open THEN 1
           ELSE true
         END
       ]} AS context,
       g.seats_listed_proof AS listed,
       pools,
       COLLECT {
         MATCH (g)-[:SEATS]->(:Seat)-[:SHARED_WITH]->(principal)<-[:TERRITORY_OF]-(g)
         WHERE NOT any(seat IN there WHERE EXISTS { (seat)-[:BELONGS_TO]->(principal) })
         RETURN DISTINCT {principal: principal.id, kind: principal.kind}
       } AS sharing,
       left,
       there <> [] AS any_seat,
       // a seat of which nobody tells whose it is, or who else shares it
       any(seat IN there WHERE EXISTS { (seat)-[:FACT_SHARED_BY]->({known: true, partly_open: true}) }
         OR NOT EXISTS { (seat)-[:BELONGS_TO]->() }
           AND NOT EXISTS { (seat)-[:FACT_SHARED_BY|FACT_PROVIDER]->({known: true}) }) AS any_nobodys

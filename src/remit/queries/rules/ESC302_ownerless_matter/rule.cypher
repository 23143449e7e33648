// ESC302: groups where nobody owns what comes, and matters and topics without an owner
UNWIND $versions AS version
CALL (version) {
  MATCH (g:Subject {version: version, of_kind: 'group'})
  WHERE g.extent IS NULL OR 'owner' IN g.speaks_of
  OPTIONAL MATCH (g)-[:FACT_OWNER]->(owner)
  OPTIONAL MATCH (g:Group)-[:FACT_REMIT_TOPICS]->(remit)
  WITH version, g, owner, remit, EXISTS {
    MATCH (g)<-[:MEMBER]-(cases:Several {id: g.id})
    WHERE 'owner' IN cases.speaks_of
  } AS has_cases, COLLECT {
    MATCH (g)<-[r:ESCALATES_TO|PREPARES_FOR|RECOMMENDS_TO|DENIED]-(:Subject)
    WHERE r.relation IN ['escalates_to', 'prepares_for', 'recommends_to']
    RETURN r
  } AS coming
  WITH version, g, owner, remit, has_cases, coming,
       coalesce(remit.values, []) + reduce(all = [], r IN coming | all + r.topics) AS topics
  RETURN g.id AS subject,
         g.extent AS extent,
         null AS message,
         null AS related,
         null AS values,
         null AS proof,
         g.in_force AS here,
         CASE
           WHEN owner.doubted AND (g.extent IS NOT NULL OR NOT has_cases) THEN {missing: [g.id, 'owner', owner]}
         END AS told,
         {excuse: [g.id, 'owner', owner]} AS owned,
         g.seats_listed_proof AS listed,
         COLLECT {
           UNWIND topics AS topic
           WITH DISTINCT topic
           OPTIONAL MATCH (t:Subject {key: version + '/' + topic})
           RETURN [
             topic,
             [
               {
                 any: [
                   {
                     has: [g.id, 'remit.topics', remit],
                     items: COLLECT { MATCH (remit)-[:ITEM]->(item) WHERE item.value = topic RETURN item ORDER BY item.place }
                   },
                   any(r IN coming WHERE topic IN r.topics)
                 ],
                 context: true
               },
               {any: [r IN coming WHERE r.degree > 0 | [r.proof, CASE
                 WHEN r.topics = [] OR topic IN r.carries THEN 3
                 WHEN topic IN r.may_carry THEN 1
                 ELSE 0
               END]]}
             ],
             COLLECT {
               MATCH (g)-[:SEATS]->(seat)
               WHERE seat.in_force > 0
               OPTIONAL MATCH (seat)-[:FACT_VACANT]->(vacant)
               OPTIONAL MATCH (seat)-[:FACT_FUNCTION]->(function)
               OPTIONAL MATCH (seat)-[:FACT_MANDATE]->(mandate)
               OPTIONAL MATCH (seat)-[:FACT_MANDATE_TOPICS]->(own)
               // a mandate that names no topics is over the group's
               WITH seat, vacant, function,
                    CASE WHEN mandate.known AND NOT coalesce(own.stated, false) THEN ['remit.topics', remit, g.id]
                         ELSE ['mandate.topics', own, seat.id] END AS listed
               WITH seat, vacant, function, listed, [[listed[2], listed[0], listed[1]]] + COLLECT {
                 MATCH (seat)-[:FUNCTION]->()-[:MANDATES]->(m:Mandate)
                 OPTIONAL MATCH (m)-[:FACT_TOPICS]->(over)
                 RETURN [m.id, 'topics', over]
               } AS held
               RETURN {any: [
                 {firm: {excuse: [seat.id, 'vacant', vacant], when: vacant.value = true}},
                 {
                   excused: CASE
                     WHEN function.left_open
                       OR any(one IN held WHERE one[2].partly_open)
                       // what the topic, or one that is held, is part of may be left open
                       OR any(one IN held WHERE size(one[2].values) > 0 AND (coalesce(t.part_left_open, false) OR EXISTS {
                         MATCH (other:Topic {version: version})
                         WHERE other.id IN one[2].values
                           AND other.part_left_open
                       }))
                       OR EXISTS {
                         MATCH (t)-[:WITHIN]-(near)
                         WHERE any(one IN held WHERE near.id IN one[2].values)
                       }
                     THEN 1
                     ELSE {
                       lacks: [listed[2], listed[0], listed[1]],
                       items: COLLECT {
                         WITH listed[1] AS over
                         MATCH (over)-[:ITEM]->(item)
                         WHERE item.value = topic OR EXISTS { (item)-[:IS]->(:Topic)-[:WITHIN]-(t) }
                         RETURN item ORDER BY item.place
                       }
                     }
                   END,
                   by: [one IN held | {firm: {
                     covers: one,
                     items: COLLECT {
                       WITH one[2] AS over
                       MATCH (over)-[:ITEM]->(item)
                       WHERE item.value = topic OR EXISTS { (item)-[:IS]->(:Topic)<-[:WITHIN]-(t) }
                       RETURN item ORDER BY item.place
                     }
                   }}]
                 }
               ]}
               ORDER BY seat.id
             }
           ]
           ORDER BY topic
         } AS coming
  UNION ALL
  MATCH (m:Subject {version: version, of_kind: 'matter'})-[:FACT_GROUP]->(at)
  WHERE coalesce(m.of_facts, true) // a set of which only a way is told is asked of in no other way
  MATCH (group:Subject {key: version + '/' + at.value})
  OPTIONAL MATCH (m)-[:FACT_OWNER]->(owner)
  OPTIONAL MATCH (m)-[:FACT_STATUS]->(status)
  RETURN m.id AS subject,
         m.extent AS extent,
         'matter' AS message,
         [group.id] AS related,
         {group: {named: [group.id]}} AS values,
         {
           excused: [
             {all: COLLECT { MATCH (m)-[:MEMBER*0..1]->(one:Matter) RETURN one.presence_proof ORDER BY one.id }, context: true},
             {is: [m.id, 'group', at]},
             group.in_force,
             {missing: [m.id, 'owner', owner]}
           ],
           by: [{excuse: [m.id, 'status', status], when: status.value IN ['closed', 'dropped']}]
         } AS proof,
         null AS here, null AS told, null AS owned, null AS listed, null AS coming
  UNION ALL
  MATCH (t:Subject {version: version, of_kind: 'topic'})-[:FACT_OWNER]->(owner)
  WHERE owner.doubted
    AND coalesce(t.of_facts, true)
  RETURN t.id AS subject,
         t.extent AS extent,
         'topic' AS message,
         null AS related,
         {} AS values,
         [
           t.in_force,
           COLLECT {
             MATCH (t)-[:MEMBER*0..1]->(topic:Topic)
             RETURN {
               any: COLLECT {
                 MATCH (g:Group {version: version})
                 OPTIONAL MATCH (g)-[:FACT_REMIT_TOPICS]->(remit)
                 RETURN [g.in_force, {
                   covers: [g.id, 'remit.topics', remit],
                   items: COLLECT {
                     MATCH (remit)-[:ITEM]->(item)-[:IS]->(:Topic)<-[:WITHIN]-(topic)
                     RETURN item ORDER BY item.place
                   },
                   left_open: topic.part_left_open
                 }]
               },
               context: true
             }
             ORDER BY topic.id
           },
           {missing: [t.id, 'owner', owner]}
         ] AS proof,
         null AS here, null AS told, null AS owned, null AS listed, null AS coming
}
RETURN version, subject, extent, message, related, values, here, told, owned, listed, coming, proof

// ESC305: receivers of routes that have ended, are not there yet, or are vacant
UNWIND $versions AS version
MATCH (v:Version {key: version})
MATCH (source:Subject {version: version})
      -[route:ESCALATES_TO|PREPARES_FOR|RECOMMENDS_TO|REPORTS_BACK_TO|INFORMS|IMPLEMENTS_THROUGH]->(receiver:Subject)
WITH version, v, receiver, collect([source.id, [route.proof, source.in_force]]) AS routes
OPTIONAL MATCH (receiver)-[:FACT_STATUS]->(status)
OPTIONAL MATCH (receiver)-[:FACT_UNTIL]->(until)
OPTIONAL MATCH (receiver)-[:FACT_SINCE]->(since)
OPTIONAL MATCH (receiver:Function)-[:FACT_VACANT]->(vacant)
WITH version, v, receiver, routes, status, until, since, vacant, COLLECT {
  MATCH (receiver)-[:SEATS]->(seat:Seat)
  WHERE seat.in_force > 0
  OPTIONAL MATCH (seat)-[:FACT_VACANT]->(empty)
  OPTIONAL MATCH (seat)-[:FUNCTION]->(function)-[:FACT_VACANT]->(unfilled)
  RETURN {any: [
    {excuse: [seat.id, 'vacant', empty], when: empty.value = true},
    {excuse: [function.id, 'vacant', unfilled], when: unfilled.value = true}
  ]} AS empty
  ORDER BY seat.id
} AS seats
RETURN version,
       receiver.id AS subject,
       routes,
       CASE
         WHEN status IS NULL THEN []
         WHEN status.known THEN [
           ['finding', {is: [receiver.id, 'status', status], when: status.value = 'ended'}],
           ['coming', {is: [receiver.id, 'status', status], when: status.value = 'under_development'}]
         ]
         ELSE [['status_unknown', {is: [receiver.id, 'status', status], when: false}]]
       END
       + CASE WHEN until.known THEN [['finding', {is: [receiver.id, 'until', until], when: until.value < v.on}]] ELSE [] END
       + CASE WHEN since.known THEN [['coming', {is: [receiver.id, 'since', since], when: since.value > v.on}]] ELSE [] END
       + [['vacant', {excuse: [receiver.id, 'vacant', vacant], when: vacant.value = true}]]
       + CASE WHEN seats <> [] THEN [['vacant', {all: [{all: seats}, receiver.seats_listed_proof]}]] ELSE [] END
       AS reasons

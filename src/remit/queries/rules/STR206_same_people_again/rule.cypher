// STR206: pairs of groups with a member in common, with the members of both and whether all are told
UNWIND $versions AS version
MATCH (one:Group {version: version})-[:SEATS]->(:Seat)-[:FUNCTION|PERSON]->()<-[:FUNCTION|PERSON]-(:Seat)<-[:SEATS]-(other)
WHERE one.id < other.id
WITH DISTINCT version, one, other
OPTIONAL MATCH (one)-[inside:INSIDE]-(other)
MATCH (one)-[:FACT_SEATS]->(listed)
MATCH (other)-[:FACT_SEATS]->(listed_there)
WITH version, one, other, listed, listed_there, collect(inside.proof) AS inside, [group IN [one, other] | COLLECT {
  // its seats that are not vacant, with who fills each: the person told, else the post
  WITH group
  MATCH (group)-[:SEATS]->(seat:Seat {filled: true})
  WHERE seat.in_force > 0
  OPTIONAL MATCH (seat)-[:FACT_VACANT]->(vacant)
  OPTIONAL MATCH (seat)-[:FACT_COUNT]->(count)
  OPTIONAL MATCH (seat)-[:FACT_FUNCTION|FACT_PERSON]->(fact {known: true})
  WHERE fact.path = 'person'
    OR NOT EXISTS { (seat)-[:FACT_PERSON]->({known: true}) }
  OPTIONAL MATCH (who:Subject {key: version + '/' + fact.value})
  OPTIONAL MATCH (who)-[:FACT_VACANT]->(unfilled)
  OPTIONAL MATCH (who)-[:FACT_COUNT]->(posts)
  RETURN {
    id: who.id,
    proof: CASE WHEN who IS NOT NULL THEN [
      {is: [seat.id, fact.path, fact]},
      {excused: seat.in_force, by: [{excuse: [seat.id, 'vacant', vacant], when: vacant.value}]},
      {excused: who.in_force, by: [CASE
        WHEN unfilled IS NOT NULL THEN {excuse: [who.id, 'vacant', unfilled], when: unfilled.value}
      END]}
    ] END,
    told: CASE
      WHEN who IS NULL
        OR coalesce(count.value, 0) <> 1
        OR who:Function AND (posts.left_open OR posts.value <> 1 OR COUNT { (who)-[:BELONGS_TO]->() } > 1
          OR EXISTS { (who)-[:FACT_PRINCIPAL]->({partly_open: true}) })
      THEN 1
      ELSE 3
    END
  }
}] AS seats
RETURN version,
       one.id AS subject,
       other.id AS other,
       [one.in_force, other.in_force] AS here,
       seats[0] AS mine,
       seats[1] AS theirs,
       [
         [{fully_told: [one.id, 'seats', listed]}] + [seat IN seats[0] | seat.told],
         [{fully_told: [other.id, 'seats', listed_there]}] + [seat IN seats[1] | seat.told]
       ] AS seats,
       {any: inside + [CASE WHEN one.inside_left_open OR other.inside_left_open THEN 1 END]} AS nested

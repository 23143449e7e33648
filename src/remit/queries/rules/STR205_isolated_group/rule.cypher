// STR205: groups that no stated relation touches
UNWIND $versions AS version
CALL (version) {
  // as far as the relations of every body that is there are told
  MATCH (body:Subject {version: version})
  WHERE body.in_force > 0
  OPTIONAL MATCH (body:Group)-[:FACT_STEERS]->(steers)
  UNWIND [body.escalates_to_listed, body.prepares_for_listed, body.recommends_to_listed, body.reports_back_to_listed,
          body.informs_listed, body.implements_through_listed, body.linked_to_listed,
          coalesce(body.answers_to_listed, 3), coalesce(body.parent_listed, 3),
          CASE WHEN steers.partly_open THEN 1 ELSE 3 END] AS listed
  RETURN min(listed) AS everything
}
MATCH (group:Group {version: version})
RETURN version,
       group.id AS subject,
       {
         all: [
           group.in_force,
           {
             excused: COLLECT {
               UNWIND ['escalates_to', 'prepares_for', 'recommends_to', 'reports_back_to', 'informs',
                       'implements_through', 'linked_to', 'answers_to', 'parent'] AS path
               OPTIONAL MATCH (group)-->(fact:Fact {path: path})
               RETURN {fully_told: [group.id, path, fact]}
             } + [everything],
             by: COLLECT {
               // a relation, of some of its cases too, that leads to or from somebody else who is there
               MATCH (group)<-[:MEMBER*0..1]-(here:Subject {id: group.id})
               MATCH (here)-[r:ESCALATES_TO|PREPARES_FOR|RECOMMENDS_TO|REPORTS_BACK_TO|INFORMS
                              |IMPLEMENTS_THROUGH|LINKED_TO|ANSWERS_TO|PARENT]-(end)
               WHERE end.id <> group.id
               RETURN [r.proof, end.in_force]
             } + COLLECT {
               MATCH (group)-[:FACT_STEERS]->(:Fact)-[:ITEM]->(item)
               WHERE item.state <> 'none'
               RETURN CASE WHEN item.holds AND NOT item.possibly THEN item.degree ELSE 1 END
             } + COLLECT {
               MATCH (group)<-[:IS]-(item)<-[:ITEM]-(:Fact)<-[:FACT_STEERS]-(steering:Group)
               WHERE item.state <> 'none'
                 AND steering.in_force > 0
               RETURN CASE WHEN item.holds AND NOT item.possibly THEN item.degree ELSE 1 END
             } + COLLECT {
               MATCH (group)-[:CHANNEL]->(way)
               WHERE way.state = 'value'
               RETURN CASE WHEN way.possibly THEN 1 ELSE way.degree END
             }
           }
         ],
         ground: 'structural',
         seen: [[group.id, 'relations', 'none']]
       } AS proof

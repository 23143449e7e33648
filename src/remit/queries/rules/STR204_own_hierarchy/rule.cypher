// STR204: groups in the middle of two escalations in a row that pass no step of the line
UNWIND $versions AS version
MATCH (above:Group {version: version})<-[second:ESCALATES_TO]-(middle:Group)<-[first:ESCALATES_TO]-(below:Subject)
WHERE below.of_kind = 'group'
  AND below.id <> above.id
  AND above <> middle
  AND below.id <> middle.id
  // a matter must be able to take both: on one topic, of one principal
  AND (first.topics = [] OR second.topics = [] OR EXISTS {
    MATCH (one:Topic {version: version})-[:WITHIN]-(other:Topic)
    WHERE one.id IN first.topics
      AND other.id IN second.topics
  })
  AND (first.principals = [] OR second.principals = [] OR any(p IN first.principals WHERE p IN second.principals))
RETURN version,
       middle.id AS subject,
       [below.id, above.id] AS related,
       {below: {named: [below.id]}, above: {named: [above.id]}} AS values,
       'chains' AS among,
       {
         all: [
           first.proof,
           below.in_force,
           {excused: true, by: [first.through_degree]},
           middle.in_force,
           second.proof,
           {excused: true, by: [second.through_degree]},
           above.in_force
         ],
         ground: 'structural'
       } AS proof

// What is not settled: what sources say is missing, unclear or left for later, field by field, with the places.
//
// :param model => 'vasterbotten-2019'
MATCH (m:Model {id: $model})
MATCH (about:Subject {version: m.current})-[]->(fact:Fact)
WHERE fact.state IN ['none', 'unclear', 'deferred']
  AND fact.stated
RETURN fact.path AS field,
       fact.state AS word,
       count(*) AS number,
       collect(about.name)[0..5] AS for_example,
       reduce(all = [], one IN collect(fact.sources) | all + [s IN one WHERE NOT s IN all]) AS places
ORDER BY number DESC, field, word

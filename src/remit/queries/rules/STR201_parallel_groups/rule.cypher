// STR201: standing groups that do the same job: kind, level, territory, population, topics and superior in common
UNWIND $versions AS version
MATCH (one:Group {version: version})-[shares:SHARES_PRINCIPALS]->(other:Group)
OPTIONAL MATCH (one)-[:FACT_FORM]->(form)
OPTIONAL MATCH (other)-[:FACT_FORM]->(other_form)
OPTIONAL MATCH (one)-[:FACT_REMIT_TOPICS]->(left)
OPTIONAL MATCH (other)-[:FACT_REMIT_TOPICS]->(right)
WITH version, one, other, shares, form, other_form, left, right, [side IN [left, right] | COLLECT {
  // the topics that are told of it, unless its sources disagree
  WITH side
  MATCH (side)-[:ITEM]->(item)
  WHERE side.origin <> 'contradiction'
    AND item.holds
    AND NOT item.possibly
  RETURN item ORDER BY item.place
}] AS told, COLLECT {
  MATCH (left)-[:ITEM]->(a)-[:IS]->(:Topic)-[:WITHIN]->(:Topic)<-[:IS]-(b)<-[:ITEM]-(right)
  RETURN [a, b]
} AS right_covers, COLLECT {
  MATCH (left)-[:ITEM]->(a)-[:IS]->(:Topic)<-[:WITHIN]-(:Topic)<-[:IS]-(b)<-[:ITEM]-(right)
  RETURN [a, b]
} AS left_covers
WITH version, one, other, shares, form, other_form, left, right, told, COLLECT {
  // the share of the shorter list, surest first
  UNWIND [3, 2, 1] AS sure
  WITH sure, [a IN told[0] WHERE a.degree >= sure] AS some, [b IN told[1] WHERE b.degree >= sure] AS others
  WITH sure, some, others,
       size([a IN some WHERE any(b IN others WHERE [a, b] IN left_covers OR [a, b] IN right_covers)]) AS met,
       size([b IN others WHERE any(a IN some WHERE [a, b] IN left_covers OR [a, b] IN right_covers)]) AS other_met,
       others <> [] AND all(b IN others WHERE any(a IN some WHERE [a, b] IN left_covers)) AS wide,
       some <> [] AND all(a IN some WHERE any(b IN others WHERE [a, b] IN right_covers)) AS narrow
  WITH sure, some, others, wide, narrow, CASE
    WHEN size(some) < size(others) THEN [met, size(some)]
    WHEN size(others) < size(some) THEN [other_met, size(others)]
    WHEN met > other_met THEN [met, size(some)]
    ELSE [other_met, size(some)]
  END AS share
  WHERE (share[0] > 0 AND share[0] >= $settings.shared_topics * share[1])
    OR wide
    OR narrow
  RETURN {degree: sure, met: share[0], of: share[1], items: some + others}
  ORDER BY sure DESC
  LIMIT 1
} AS found
RETURN version,
       one.id AS subject,
       other.id AS other,
       shares.principals AS principals,
       size(shares.not_told) AS unknown,
       [
         one.in_force,
         other.in_force,
         {
           all: [
             {is: [one.id, 'form', form], when: form.value = 'standing'},
             {is: [other.id, 'form', other_form], when: other_form.value = 'standing'}
           ],
           context: true
         },
         shares.proof,
         shares.kind,
         shares.level
       ] AS before,
       shares.territory AS territory,
       shares.populations AS populations,
       CASE
         WHEN [] IN told THEN shares.topics
         WHEN found = [] THEN 0
         ELSE {
           all: [
             {degree: found[0].degree, sources: reduce(all = [], item IN found[0].items | all + item.sources)},
             shares.topics
           ],
           at_most: CASE WHEN left.partly_open OR right.partly_open THEN 1 ELSE 3 END
         }
       END AS topics,
       found[0].met AS met,
       found[0].of AS of,
       shares.superior AS after,
       COLLECT {
         // any relation that joins the two, or one in some of its cases, whichever way it goes
         MATCH (one)<-[:MEMBER*0..1]-(:Subject {id: one.id})
               -[r:ESCALATES_TO|PREPARES_FOR|RECOMMENDS_TO|REPORTS_BACK_TO|INFORMS|IMPLEMENTS_THROUGH|LINKED_TO
                  |ANSWERS_TO|PARENT|INSIDE]-(:Subject {id: other.id})-[:MEMBER*0..1]->(other)
         RETURN r.proof
       } + COLLECT {
         UNWIND [[one, other], [other, one]] AS pair
         WITH pair[0] AS here, pair[1] AS there
         MATCH (here)-[:CHANNEL]->(way:Channel {target: there.id})
         WHERE way.state = 'value'
         RETURN CASE WHEN way.possibly THEN 1 ELSE way.degree END
       } + [CASE WHEN one.inside_left_open OR other.inside_left_open THEN 1 END] AS links

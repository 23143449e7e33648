// Seats per function: which functions sit in how many groups, and how many hours of meetings a year that asks of whoever
// holds them (as far as the calendars are told).
//
// :param model => 'vasterbotten-2019'
MATCH (m:Model {id: $model})
MATCH (function:Function {version: m.current})<-[:FUNCTION]-(seat:Seat)<-[:SEATS]-(group:Group)
WHERE seat.in_force > 0
  AND group.in_force > 0
WITH function, collect(DISTINCT group) AS groups
RETURN function.name AS function,
       size(groups) AS number_of_groups,
       [g IN groups | g.name] AS names,
       reduce(low = 0.0, g IN groups | low + coalesce(g.meetings_per_year[0] * g.meeting_hours[0], 0.0)) AS hours_at_least,
       size([g IN groups WHERE g.meetings_per_year IS NULL OR g.meeting_hours IS NULL]) AS calendars_not_told
ORDER BY number_of_groups DESC, function

"""The figures of a structure that a reorganisation is judged by: loops, measures, meetings, hours and cost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from remit.graph.calendar import meetings
from remit.graph.loop import Loops, loops
from remit.graph.measures import HOURS_OF_A_POST
from remit.graph.measures.meetings import Load
from remit.graph.measures.metrics import Metrics, metrics
from remit.graph.org import Org
from remit.model.facts import Degree
from remit.model.text import Text
from remit.queries.reorganise.same import Same

Range = tuple[float, float]


class Count(NamedTuple):
    """How many groups, meetings a year and seats there are in force, as far as is told.

    ``meetings``: a year, from the least to the most, of the ``timed`` groups of which it is told. ``seats``: those
    of which a number is told; ``many``: rows of seats in an unstated number.
    """

    groups: int
    timed: int
    meetings: Range
    seats: int
    many: int


@dataclass(frozen=True, slots=True)
class Side:
    """One structure: its counts and measures, and how far matters get on topics that the other side declares too."""

    id: str
    title: Text
    on: str
    represents: str
    org: Org = field(repr=False, compare=False)
    metrics: Metrics = field(repr=False)
    count: Count

    @property
    def hours(self) -> Range:
        """Hours a year in meetings of the groups that could be counted."""
        low, high = self.metrics.meetings.total
        return float(low), float(high)

    @property
    def counted(self) -> int:
        """Of how many groups the hours could be counted."""
        return len(self.metrics.meetings.groups)

    @property
    def cost(self) -> Range | None:
        """What the counted meetings cost a year, where an hourly cost is told of every seat."""
        return _sum_of_costs(self.metrics.meetings.groups)

    def figures(self) -> dict[str, Any]:
        """The structural measures that stand side by side, by name; None where there is nothing to measure."""
        lines = {"line": self.metrics.line, "collaboration": self.metrics.collaboration}
        found: dict[str, Any] = {}
        for name, graph in lines.items():
            found[f"{name}.nodes"] = graph.nodes
            found[f"{name}.edges"] = graph.edges
            found[f"{name}.levels"] = graph.levels
            found |= {f"{name}.{key}": value for key, value in graph.dimensions.to_dict().items()}
            found[f"{name}.degree_centralisation"] = graph.centralisation
        found["single_channels"] = len(self.metrics.single_channels)
        found["overlaps"] = len(self.metrics.overlaps)
        found["holes"] = len(self.metrics.coverage.holes)
        found["coverage.low"], found["coverage.high"] = self.metrics.coverage.share or (None, None)
        found["most_seats_of_one"] = max(self.metrics.memberships.values(), default=0)
        return found


def _sum_of_costs(loads: Sequence[Load]) -> Range | None:
    costs = [one.cost for one in loads]
    if not costs or any(cost is None for cost in costs):
        return None
    return sum(cost[0] for cost in costs if cost), sum(cost[1] for cost in costs if cost)


def side(org: Org, meeting_hours: float | None = None, hours_of_a_post: float | None = None) -> Side:
    """The figures of a structure. ``meeting_hours``: how long a meeting is assumed to be where no source says.

    Raises ValueError where hours are not above 0.
    """
    head = org.model.head
    told = metrics(org, meeting_hours, HOURS_OF_A_POST if hours_of_a_post is None else hours_of_a_post)
    return Side(head.id, head.title, org.on.isoformat(), head.represents, org, told, _count(org))


def _count(org: Org) -> Count:
    groups = org.groups()
    years = [one for one in (meetings(group) for group in groups) if one is not None]
    counts = [seat.fact("count") for group in groups for seat in org.filled(group.id)]
    many = sum(one.known and not isinstance(one.value, int) for one in counts)
    seats = sum(one.value if one.known else 1 for one in counts if not one.known or isinstance(one.value, int))
    total = sum(one.low for one in years), sum(one.high for one in years)
    return Count(len(groups), len(years), (float(total[0]), float(total[1])), int(seats), many)


# -- the loop -----------------------------------------------------------------------------------------------


class CellChange(NamedTuple):
    """A topic that gets further or less far for a principal: the step it stops at and its state, before and after."""

    topic: str
    principal: str
    topic_name: Text
    principal_name: Text
    before: tuple[str, str]
    after: tuple[str, str]

    @property
    def better(self) -> int:
        """1 where it gets further or is surer to, -1 where it gets less far."""
        return (_far(self.after) > _far(self.before)) - (_far(self.after) < _far(self.before))


_STATES = ("broken", "open", "closed")
_ORDER = ("1", "2", "3", "4", "5", "6a", "6b", "7", "")


def _far(end: tuple[str, str]) -> tuple[int, int]:
    """How far a matter gets: a loop that is surely broken is worse than an open one, wherever it stops."""
    gap, state = end
    return _STATES.index(state), _ORDER.index(gap)


@dataclass(frozen=True, slots=True)
class LoopChange:
    """How far matters get before and after, on the topics that both structures declare."""

    topics: tuple[str, ...]
    """Their ids after."""
    left_out: tuple[int, int]
    """How many topics only the one or the other declares."""
    before: Loops | None
    after: Loops | None
    cells: tuple[CellChange, ...]


def loop_change(before: Org, after: Org, same: Same, certainty: Degree = Degree.REPORTED) -> LoopChange:
    """The loops of two structures on the topics that both declare (design section 3, reading d)."""
    later = {thing.id for thing in after.things("topic")}
    become = {one.id: [x for x in same.after(one.id) if x in later] for one in before.things("topic")}
    shared = [one for one, many in become.items() if many]
    topics = tuple(dict.fromkeys(x for one in shared for x in become[one]))
    left_out = (len(become) - len(shared), len(later) - len(topics))
    if not topics:
        return LoopChange((), left_out, None, None, ())
    old, new = loops(before, shared, certainty), loops(after, topics, certainty)
    ends = {(cell.topic, cell.principal): (cell.gap, cell.state) for cell in new.cells}
    found = []
    for cell in old.cells:
        for topic in become[cell.topic]:
            for principal in same.after(cell.principal):
                end = ends.get((topic, principal))
                if end is not None and end != (cell.gap, cell.state):
                    names = after.name(topic), after.name(principal)
                    found.append(CellChange(topic, principal, *names, (cell.gap, cell.state), end))
    return LoopChange(topics, left_out, old, new, tuple(dict.fromkeys(found)))

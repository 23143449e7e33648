"""Meeting load: hours a year and posts, by group, principal and function, and what they cost.

Hours of a group in a year are its meetings times the hours of one times the seats. A range stays a range. What is not
told is not guessed: a group without meetings or hours of a meeting is named, and counted with what the asker assumes
for the hours, if anything.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from remit.graph.calendar import meetings
from remit.graph.org import Org, Thing

HOURS_OF_A_POST = 1720.0
"""Hours worked in a year of a full post: the flat figure of Regulation (EU) No 1303/2013, article 68(2)."""


@dataclass(frozen=True, slots=True)
class Load:
    """Hours a year, from the least to the most, of a number of seats; cost where an hourly cost is told."""

    id: str
    seats: int
    low: float
    high: float
    cost: tuple[float, float] | None = None

    def to_dict(self, hours_of_a_post: float) -> dict[str, Any]:
        """The public form: hours with one decimal, posts with four."""
        found: dict[str, Any] = {
            "id": self.id,
            "seats": self.seats,
            "hours": [round(self.low, 1), round(self.high, 1)],
            "posts": [round(self.low / hours_of_a_post, 4), round(self.high / hours_of_a_post, 4)],
        }
        return found | ({"cost": [round(one, 2) for one in self.cost]} if self.cost else {})


@dataclass(frozen=True, slots=True)
class MeetingLoad:
    """The load by group, principal and function; and the groups that could not be counted, with what is not told.

    ``shared``: the load of seats that several principals share, by group: it is in no principal's.
    """

    groups: tuple[Load, ...]
    principals: tuple[Load, ...]
    functions: tuple[Load, ...]
    shared: tuple[Load, ...]
    uncounted: tuple[tuple[str, tuple[str, ...]], ...]
    assumed_hours: float | None
    hours_of_a_post: float

    @property
    def total(self) -> tuple[float, float]:
        """The hours of all groups that could be counted."""
        return sum(one.low for one in self.groups), sum(one.high for one in self.groups)

    def to_dict(self) -> dict[str, Any]:
        """The public form."""
        post = self.hours_of_a_post
        low, high = self.total
        return {
            "hours": [round(low, 1), round(high, 1)],
            "posts": [round(low / post, 4), round(high / post, 4)],
            "hours_of_a_post": post,
            "assumed_meeting_hours": self.assumed_hours,
            "groups": [one.to_dict(post) for one in self.groups],
            "principals": [one.to_dict(post) for one in self.principals],
            "functions": [one.to_dict(post) for one in self.functions],
            "shared": [one.to_dict(post) for one in self.shared],
            "uncounted": [{"id": group, "not_told": list(fields)} for group, fields in self.uncounted],
        }


class _Sum:
    """Hours and costs of several seats; the cost is dropped where an hour's is not told of any of them."""

    def __init__(self) -> None:
        self.seats = 0
        self.low = self.high = 0.0
        self.cost: tuple[float, float] | None = (0.0, 0.0)

    def add(self, seats: int, low: float, high: float, hourly: float | None) -> None:
        self.seats += seats
        self.low += seats * low
        self.high += seats * high
        if self.cost is not None:
            known = hourly is not None
            self.cost = (
                (self.cost[0] + seats * low * (hourly or 0), self.cost[1] + seats * high * (hourly or 0))
                if known
                else None
            )

    def load(self, identifier: str) -> Load:
        return Load(identifier, self.seats, self.low, self.high, self.cost)


def meeting_load(org: Org, meeting_hours: float | None = None, hours_of_a_post: float = HOURS_OF_A_POST) -> MeetingLoad:
    """The meeting load of the groups in force.

    ``meeting_hours``: how long a meeting is assumed to be where no source says. ``hours_of_a_post``: hours in a year
    of a full post. Raises ValueError where either is not above 0.
    """
    if hours_of_a_post <= 0 or (meeting_hours is not None and meeting_hours <= 0):
        raise ValueError("hours must be above 0")
    groups, principals, functions, shared = (defaultdict[str, _Sum](_Sum) for _ in range(4))
    uncounted: list[tuple[str, tuple[str, ...]]] = []
    for group in org.groups():
        hours = _hours_of_one(group, meeting_hours)
        seats = [(seat, _count(seat)) for seat in org.filled(group.id)]
        missing = _not_told(group, hours is not None, seats)
        if missing or hours is None:
            uncounted.append((group.id, missing))
            continue
        for seat, count in seats:
            assert count is not None
            hourly = _hourly(org, seat)
            groups[group.id].add(count, *hours, hourly)
            owners = org.principals_of(seat.id)
            if len(owners) == 1:
                principals[owners[0]].add(count, *hours, hourly)
            elif seat.fact("shared_by").known:
                shared[group.id].add(count, *hours, hourly)
            if seat.fact("function").known:
                functions[seat.fact("function").value].add(count, *hours, hourly)
    told = [
        tuple(one.load(key) for key, one in sorted(sums.items())) for sums in (groups, principals, functions, shared)
    ]
    return MeetingLoad(told[0], told[1], told[2], told[3], tuple(uncounted), meeting_hours, hours_of_a_post)


def _hours_of_one(group: Thing, assumed: float | None) -> tuple[float, float] | None:
    """Hours a year that one member spends in a group's meetings."""
    year, told = meetings(group), group.fact("meeting_hours")
    hours = told.value if told.known else (assumed, assumed) if assumed is not None else None
    return (year.low * hours[0], year.high * hours[1]) if year and hours else None


def _not_told(group: Thing, hours: bool, seats: list[tuple[Thing, int | None]]) -> tuple[str, ...]:
    found = []
    if meetings(group) is None:
        found.append("meetings_per_year")
    elif not hours:
        found.append("meeting_hours")
    if not seats or any(count is None for _, count in seats):
        found.append("seats")
    return tuple(found)


def _count(seat: Thing) -> int | None:
    """How many seats it is; None for ``many``."""
    count = seat.fact("count")
    if not count.known:
        return 1
    return count.value if isinstance(count.value, int) else None


def _hourly(org: Org, seat: Thing) -> float | None:
    """What an hour costs: of the function, else of the principal, else of anybody in the system."""
    function, owners = seat.fact("function"), org.principals_of(seat.id)
    ids = [function.value] if function.known else []
    ids += owners if len(owners) == 1 else ()
    for identifier in (*ids, org.system.id):
        fact = org.resolver.fact(identifier, "hourly_cost")
        if fact.known:
            return float(fact.value)
    return None

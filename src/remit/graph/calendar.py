"""How long a matter waits for the meetings on its way, from their calendars."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from remit.graph.org import Fact, Org, Thing

YEAR = 365.25
"""Days in a year, on average."""

DAYS = "meeting_dates"
"""The field that tells on which days a group meets."""


@dataclass(frozen=True, slots=True)
class Wait:
    """The expected wait in days for a matter that arrives at any time: least and most, group by group.

    ``unknown``: the groups on the way whose calendar nobody tells; the wait is for the others alone.
    """

    low: float
    high: float
    parts: tuple[tuple[str, float, float], ...]
    unknown: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The public form; days with one decimal."""
        return {
            "low": round(self.low, 1),
            "high": round(self.high, 1),
            "unit": "days",
            "parts": [{"at": g, "low": round(a, 1), "high": round(b, 1)} for g, a, b in self.parts],
            "unknown": list(self.unknown),
        }


def mean_wait_of_gaps(gaps: Sequence[float]) -> float:
    """The mean wait of an arrival at a uniformly random time for the next of unevenly spaced meetings.

    W = sum(g^2) / (2 sum(g)), in the unit of the gaps (the inspection paradox of renewal theory; Cox 1962,
    *Renewal Theory*). Gaps of 3, 4, 3 and 2 months give 1.5833 months. Raises ValueError where there is none.
    """
    total = sum(gaps)
    if not gaps or total <= 0:
        raise ValueError("at least one gap longer than nothing is needed")
    return sum(gap * gap for gap in gaps) / (2 * total)


def gaps_of(dates: Sequence[datetime.date]) -> list[float]:
    """The gaps in days between a year's meetings, the last one reaching round to the first of the next year."""
    ordered = sorted(set(dates))
    if len(ordered) == 1:
        return [YEAR]
    gaps = [float((b - a).days) for a, b in pairwise(ordered)]
    rest = YEAR - float((ordered[-1] - ordered[0]).days)
    return [*gaps, rest] if rest > 0 else gaps


def mean_wait_of_rate(per_year: float) -> float:
    """The mean wait in days for the next of evenly spaced meetings, ``per_year`` a year: half the interval."""
    return YEAR / per_year / 2


class Meetings(NamedTuple):
    """The meetings of a year: how many, from the least to the most, and on which days, where that is told.

    ``number`` and ``calendar`` are the facts that say how many there are, and when.
    """

    low: float
    high: float
    days: tuple[datetime.date, ...]
    number: Fact
    calendar: Fact

    @property
    def may_be_more(self) -> bool:
        """Whether they are counted by days of which not all are listed."""
        return self.number.path == DAYS and not self.number.closed

    @property
    def wait(self) -> tuple[float, float] | None:
        """The least and most expected wait in days for the next one; None where there may be none."""
        return wait_for(self.days, self.low, self.high)

    @property
    def may_be_sooner(self) -> bool:
        """Whether the wait is told by days of which not all are listed."""
        return bool(self.days) and not self.calendar.closed


def meetings(thing: Thing) -> Meetings | None:
    """How often a group meets in a year, or a topic must be treated; None where nobody tells.

    How many is told by the number, else by the days; how long one waits by the days, which may be uneven, else by the
    number.
    """
    number = thing.fact("meetings_per_year")
    dates = thing.fact(DAYS) if thing.kind == "group" else None
    told = dates if dates is not None and dates.known else None
    days = tuple(map(datetime.date.fromisoformat, told.values)) if told else ()
    if number.known:
        low, high = number.value
        return Meetings(float(low), float(high), days, number, told if told and days else number)
    return Meetings(float(len(days)), float(len(days)), days, told, told) if told else None


def group_wait(org: Org, group: str) -> tuple[float, float] | None:
    """The least and most expected wait in days for a group's next meeting; None where nobody tells."""
    found = meetings(org.thing(group))
    return found.wait if found else None


def wait_for(days: Sequence[datetime.date], low: float, high: float) -> tuple[float, float] | None:
    """The least and most expected wait in days for meetings on these days, else for so many a year (low to high);
    None where there may be none.
    """
    if days:
        wait = mean_wait_of_gaps(gaps_of(days))
        return wait, wait
    return (mean_wait_of_rate(high), mean_wait_of_rate(low)) if low > 0 else None


def expected_wait(org: Org, groups: Sequence[str]) -> Wait | None:
    """The expected wait over the groups on a way; None where no calendar is told at all."""
    parts = []
    unknown = []
    for group in groups:
        wait = group_wait(org, group)
        if wait is None:
            unknown.append(group)
        else:
            parts.append((group, *wait))
    if not parts:
        return None
    return Wait(sum(p[1] for p in parts), sum(p[2] for p in parts), tuple(parts), tuple(unknown))

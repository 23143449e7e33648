"""How long a matter waits for the meetings on its way, from their calendars."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from remit.graph.org import Org

YEAR = 365.25
"""Days in a year, on average."""


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


def group_wait(org: Org, group: str) -> tuple[float, float] | None:
    """The least and most expected wait in days for a group's next meeting; None where nobody tells."""
    dates = org.resolver.fact(group, "meeting_dates")
    if dates.known and dates.value:
        wait = mean_wait_of_gaps(gaps_of(dates.value))
        return wait, wait
    rate = org.resolver.fact(group, "meetings_per_year")
    if rate.known and rate.value[0] > 0:
        low, high = rate.value
        return mean_wait_of_rate(high), mean_wait_of_rate(low)
    return None


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

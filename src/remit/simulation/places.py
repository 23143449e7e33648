"""Where matters queue: what a model tells of the groups and bodies that sit, for drawing their sittings."""

from __future__ import annotations

import datetime
import math
from dataclasses import dataclass

from remit.graph.calendar import meetings
from remit.graph.org import Org, Thing
from remit.model.facts import Degree

GROUP, BODY, UNTOLD = "group", "body", "untold"


@dataclass(frozen=True, slots=True)
class Place:
    """A group, a deciding body, or a group that nobody tells of (then ``id`` is the topic's)."""

    id: str
    sort: str
    """``group``, ``body`` or ``untold``."""
    principal: str = ""
    """Of a body that stands for alike ones of several principals: whose."""
    local: bool = False
    """A group below the level that is common to the principals (:mod:`remit.simulation.levels`)."""
    days: tuple[float, ...] = ()
    """The days of the year when it meets, counted from the year's beginning, where dates are told."""
    seats: int = 0
    """Told seats, of a told number."""
    many: int = 0
    """Seats told as many."""
    vacant: int = 0
    """Of the seats of a told number those that are told to be vacant."""
    many_vacant: int = 0
    """Of the seats told as many those that are told to be vacant."""
    waits: int = 0
    """Of the vacant seats those of politicians, which the next election fills."""
    many_wait: int = 0
    """The same of those told as many."""
    politicians: float = math.nan
    """The share of politicians; not a number: mixed, nobody tells how."""
    introduced: float = math.nan
    """1: new members are introduced; 0: they are told not to be; not a number: nobody tells."""
    owners: tuple[tuple[str, int, int], ...] = ()
    """Whose seats they are, where each is one principal's: how many of a told number, and how many told as many. Seats
    that nobody will ever sit in are not counted: they cost nothing."""
    smooth: bool = False
    """Whether a vice chair or an overlap is told, so that a new chair costs nothing."""

    @property
    def label(self) -> str:
        """Its name in salts, the same in every structure that has it."""
        return f"{self.id}@{self.principal}" if self.principal else self.id


def group_place(org: Org, group: Thing, common: int | None, rank: int | None) -> Place:
    """What is told of a group. ``common``: the rank of the level common to the principals; ``rank``: its own."""
    year = meetings(group)
    days = tuple(sorted({_day_of_year(day) for day in year.days})) if year else ()
    seats = many = vacant = many_vacant = waits = many_wait = 0
    politicians = told = 0
    owners: dict[str, list[int]] = {}
    kind = group.fact("kind").value if group.fact("kind").known else ""
    for seat in org.seats(group.id):
        count = seat.fact("count").value if seat.fact("count").known else 1
        number = count if isinstance(count, int) else 0
        seats, many = seats + number, many + (not number)
        represents = seat.fact("represents")
        elected = represents.value == "politicians" if represents.known else kind == "political"
        if represents.known:
            told += max(number, 1)
            politicians += max(number, 1) * elected
        if not org.is_filled(seat):
            vacant, many_vacant = vacant + number, many_vacant + (not number)
            if not elected:
                continue
            waits, many_wait = waits + number, many_wait + (not number)
        own = org.principals_of(seat.id)
        if len(own) == 1:
            held = owners.setdefault(own[0], [0, 0])
            held[0], held[1] = held[0] + number, held[1] + (not number)
    share = {"political": 1.0, "mixed": math.nan}.get(kind, 0.0)
    if told and (told == seats + many or kind == "mixed"):
        share = politicians / told
    introduction = group.fact("introduction")
    introduced = 1.0 if introduction.known else 0.0 if introduction.missing().degree > Degree.OPEN else math.nan
    chair = [group.fact(f"chair.{name}") for name in ("vice", "overlap")]
    return Place(
        group.id,
        GROUP,
        local=rank is not None and common is not None and rank < common,
        days=days,
        seats=seats,
        many=many,
        vacant=vacant,
        many_vacant=many_vacant,
        waits=waits,
        many_wait=many_wait,
        owners=tuple((principal, told, more) for principal, (told, more) in sorted(owners.items())),
        politicians=share,
        introduced=introduced,
        smooth=any(fact.known and fact.value is True for fact in chair),
    )


def body_place(org: Org, identifier: str, principal: str) -> Place:
    """What is told of a body that decides: a unit, a joint body, or a principal of which no body is told."""
    political = 1.0
    if org.kind(identifier) == "unit":
        kind = org.thing(identifier).fact("kind")
        political = 1.0 if not kind.known or kind.value in ("assembly", "board") else 0.0
    shared = org.kind(identifier) == "unit" and len(org.principals_of(identifier)) > 1
    return Place(identifier, BODY, principal if shared else "", politicians=political)


def _day_of_year(day: datetime.date) -> float:
    return float((day - datetime.date(day.year, 1, 1)).days)


__all__ = ["BODY", "GROUP", "UNTOLD", "Place", "body_place", "group_place"]

"""What only one knows or may do, and what groups have in common."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from remit.graph.org import Org, Thing


def exclusivity(knows: Mapping[str, Iterable[str]]) -> dict[str, float]:
    """The knowledge exclusivity of each: the sum over what they know of exp(1 - how many know it).

    Who alone knows a thing has 1 for it, one of two 1/e. K. M. Carley & J. Reminga (2004), *ORA: Organization Risk
    Analyzer*, CMU-ISRI-04-106. ``knows``: for each, what they know.
    """
    sets = {one: frozenset(topics) for one, topics in knows.items()}
    how_many: dict[str, int] = defaultdict(int)
    for topics in sets.values():
        for topic in topics:
            how_many[topic] += 1
    return {one: math.fsum(math.exp(1 - how_many[topic]) for topic in sorted(sets[one])) for one in sorted(sets)}


@dataclass(frozen=True, slots=True)
class Knowledge:
    """A seat, with the topics that it alone covers in its group, and its exclusivity there."""

    seat: str
    group: str
    topics: tuple[str, ...]
    alone: tuple[str, ...]
    exclusivity: float


def seat_topics(org: Org, seat: Thing) -> frozenset[str]:
    """The topics of a seat: of its mandate, of the function that fills it and of that function's mandates, with all
    that is part of them.
    """
    told = set(seat.fact("mandate.topics").values)
    function = seat.fact("function")
    if function.known:
        told |= set(org.resolver.fact(function.value, "topics").values)
        for mandate in org.mandates(function.value):
            told |= set(mandate.fact("topics").values)
    return _covered(org, told)


def _covered(org: Org, told: Iterable[str]) -> frozenset[str]:
    """The topics told, with all that is part of them."""
    wanted = frozenset(told)
    return frozenset(topic.id for topic in org.things("topic") if not wanted.isdisjoint(org.topic_line(topic.id)))


def knowledge(org: Org) -> list[Knowledge]:
    """For each filled seat whose topics are told: what nobody else in its group covers. A seat that stands for
    several covers nothing alone.
    """
    found: list[Knowledge] = []
    for group in org.groups():
        seats = {seat.id: seat_topics(org, seat) for seat in org.filled(group.id)}
        several = {s.id for s in org.filled(group.id) if s.fact("count").known and s.fact("count").value != 1}
        index = exclusivity({**seats, **{f"{seat}+": seats[seat] for seat in several}})
        for seat, topics in sorted(seats.items()):
            if topics:
                others = [t for other, t in seats.items() if other != seat]
                alone = topics.difference(*others) if seat not in several else frozenset()
                found.append(Knowledge(seat, group.id, tuple(sorted(topics)), tuple(sorted(alone)), index[seat]))
    return found


@dataclass(frozen=True, slots=True)
class Overlap:
    """How much two groups have in common: Jaccard's share (both over either) of topics, principals and members;
    None where one side is not told.
    """

    groups: tuple[str, str]
    topics: float | None
    principals: float | None
    members: float | None


def jaccard(one: Iterable[str], other: Iterable[str]) -> float | None:
    """Those in both over those in either; None where one is empty (P. Jaccard 1912, *New Phytologist* 11)."""
    first, second = frozenset(one), frozenset(other)
    return len(first & second) / len(first | second) if first and second else None


def overlaps(org: Org) -> list[Overlap]:
    """The pairs of groups that share topics and principals, or members; the most alike first, then by id."""
    sides = {}
    for group in org.groups():
        topics = _covered(org, group.fact("remit.topics").values)
        filled = org.filled(group.id)
        facts = [seat.fact(name) for seat in filled for name in ("function", "person")]
        sides[group.id] = (topics, org.represented(group), [fact.value for fact in facts if fact.known])
    found = []
    for one, other in combinations(sorted(sides), 2):
        shares = [jaccard(a, b) for a, b in zip(sides[one], sides[other], strict=True)]
        if (shares[0] and shares[1]) or shares[2]:
            found.append(Overlap((one, other), *shares))
    return sorted(found, key=lambda pair: ([-(share or 0) for share in (pair.topics, pair.principals)], pair.groups))

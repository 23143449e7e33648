"""Which groups are local: below the level where the principals of a structure meet."""

from __future__ import annotations

from collections import Counter

from remit.graph.loop import Loop
from remit.graph.org import Thing


def common_level(loop: Loop) -> int | None:
    """The rank of the level that is common to the principals of a structure; groups below it are local.

    It is the level that more than half of the topics must be treated at (``treated_at``), if a group stands there. Else
    it is the highest where a group is for principals of every kind that takes part in care, so that what stands above
    and gathers others (a national council, an arena of regions) makes nothing local. Where no such group is told of it
    is the highest where a group stands. None where no group's level is told.
    """
    levels: dict[int, list[Thing]] = {}
    for group in loop.org.groups():
        rank, _ = loop.level(group)
        if rank is not None:
            levels.setdefault(rank, []).append(group)
    needed = [loop.needed_rank(topic.id, "treated_at")[0] for topic in loop.org.things("topic")]
    told = Counter(rank for rank in needed if rank in levels)
    for rank, topics in told.items():
        if 2 * topics > len(needed):
            return rank
    care = loop.org.care_principals
    kinds = _kinds(loop, care)
    common = [rank for rank, groups in levels.items() if any(_gathers(loop, group, kinds) for group in groups)]
    return max(common or levels, default=None)


def _kinds(loop: Loop, principals: tuple[str, ...] | frozenset[str]) -> frozenset[str]:
    facts = (loop.org.thing(principal).fact("kind") for principal in principals)
    return frozenset(str(fact.value) if fact.known else "" for fact in facts)


def _gathers(loop: Loop, group: Thing, kinds: frozenset[str]) -> bool:
    """Whether a group is for several principals, of every kind."""
    territory, _ = loop.territory(group)
    return len(territory) > 1 and _kinds(loop, territory) == kinds


__all__ = ["common_level"]

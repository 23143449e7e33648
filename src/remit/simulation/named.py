"""Matters whose beginning is named: this topic, raised by that health centre, in this municipality.

They arise beside the matters that arise everywhere, queue with them at the same sittings, and walk the loop that the
route query tells (:func:`remit.graph.loop.route`).
"""

from __future__ import annotations

from collections.abc import Sequence

from remit.graph.loop import Route, route
from remit.graph.org import Org
from remit.model.text import Text
from remit.simulation.plan import Start
from remit.simulation.walk import Walk


def lay_starts(walk: Walk, starts: Sequence[Start]) -> None:
    """The classes and rows of matters with a named beginning. Raises ``LoopError`` for a start that is not there."""
    found = []
    for one in starts:
        way = _way(walk, one)
        urgent = walk.org.resolver.fact(one.topic, "urgent").is_(True).degree >= walk.loop.certainty
        new = walk.programme.new_class
        klass = new(one.topic, way.principal, one.a_year, urgent, f"arrivals:start:{one.id}")
        beside = [] if walk.org.kind(one.start) == "group" else _beside(walk, way)
        stream = f"arrivals:start:{one.id}:{{}}"
        copies = [(new(one.topic, way.principal, 0.0, urgent, stream.format(other.entry)), other) for other in beside]
        walk.programme.starts.append((klass, one))
        found.append((one, way, klass, copies))
    for one, way, klass, copies in found:
        here = (one.start, steps_up(walk, one.start, way.entry))
        walk.programme.begins(klass)
        walk.lay(way, klass, [(copy, other.entry) for copy, other in copies], here)
        for copy, other in copies:
            walk.programme.begins(copy)
            walk.lay(other, klass, [])


def _way(walk: Walk, one: Start) -> Route:
    return route(walk.org, one.start, one.topic, one.principal or None, walk.loop.certainty)


def _beside(walk: Walk, way: Route) -> list[Route]:
    """The ways from other groups that may treat the same matter unaware of it, as for matters that arise anywhere."""
    others = walk.loop.follow_all(way.principal, way.topic, way.principal)
    return [
        other
        for other in others
        if other.entry != way.entry
        and way.entry
        and other.entry
        and other.steps[0].state != "broken"
        and walk.loop.beside(way.entry, other.entry)
    ]


def steps_up(walk: Walk, start: str, entry: str) -> int:
    """How many steps of the line lead from a named start to the group where its matters are raised: none from that
    group itself, one for each level passed from a unit or a function whose level is told, else as from the front line.
    """
    kind = walk.org.kind(start)
    if kind == "group":
        return 0
    unit = start
    if kind == "function":
        fact = walk.org.thing(start).fact("unit")
        unit = str(fact.value) if fact.known else ""
    if walk.org.kind(unit) == "unit":
        rank, _ = walk.org.level(walk.org.thing(unit))
        if rank is not None:
            return walk.levels(rank, walk.rank(entry))
    return walk.from_front(entry)


def name_of(org: Org, one: Start) -> Text:
    """What a named start is called: ``barns psykiska hälsa, från hälsocentralerna i Umeå kommun``."""
    topic, start = org.name(one.topic), org.name(one.start)
    if not one.principal or one.principal == one.start:
        return Text(f"{topic.sv}, från {start.sv}", f"{topic.en}, from {start.en}")
    place = org.name(one.principal)
    return Text(f"{topic.sv}, från {start.sv} i {place.sv}", f"{topic.en}, from {start.en} in {place.en}")


__all__ = ["lay_starts", "name_of", "steps_up"]

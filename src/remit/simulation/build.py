"""The plan of a structure: the loop of every topic and care principal as a programme, and what is drawn beforehand.

The loop is the one that the audit uses (:class:`remit.graph.loop.Loop`); nothing here decides what is closed, open or
broken. docs/flow.md tells the programme in words, with the readings made.
"""

from __future__ import annotations

from collections.abc import Sequence
from weakref import WeakKeyDictionary

import numpy as np

from remit.graph.loop import Loop, Route
from remit.graph.org import Org
from remit.model.facts import Degree
from remit.simulation.draws import draw
from remit.simulation.named import lay_starts
from remit.simulation.parameters import Parameters
from remit.simulation.places import BODY, Place
from remit.simulation.plan import Plan, Start
from remit.simulation.programme import Programme
from remit.simulation.walk import Walk


def build(org: Org, parameters: Parameters, certainty: Degree = Degree.REPORTED, starts: Sequence[Start] = ()) -> Plan:
    """The plan of a structure: a class for every topic and care principal (topic by topic), then one for every group
    that has the topic beside the one where it is raised.

    ``certainty``: the least at which a step counts as closed or broken, as in :meth:`Org.loops`. ``starts``: matters
    whose beginning is named; each has a class after the others, which goes as :func:`remit.graph.loop.route` tells.
    Raises :class:`~remit.graph.loop.LoopError` for a start that is not there.
    """
    parameters = parameters.of(org)
    loop = _loop(org, certainty)
    programme = Programme(parameters)
    walk = Walk(loop, programme, parameters)
    ways: list[tuple[str, str, Route, list[tuple[int, Route]], int]] = []
    shares = _shares(org)
    topics = [topic.id for topic in org.things("topic")]
    for topic in topics:
        urgent = org.resolver.fact(topic, "urgent").is_(True).degree >= certainty
        for principal in org.care_principals:
            first, *others = _followed(loop, topic, principal)
            rate = parameters["matters_per_year"] * shares[principal]
            klass = programme.new_class(topic, principal, rate, urgent, f"arrivals:{topic}:{principal}")
            beside = [
                (0, way) for way in others if way.steps[0].state != "broken" and loop.beside(first.entry, way.entry)
            ]
            ways.append((topic, principal, first, beside, klass))
    for topic, principal, _, beside, klass in ways:
        urgent = programme.is_urgent(klass)
        for number, (_, way) in enumerate(beside):
            stream = f"arrivals:{topic}:{principal}:{way.entry}"
            beside[number] = (programme.new_class(topic, principal, 0.0, urgent, stream), way)
    for _, _, first, beside, klass in ways:
        programme.begins(klass)
        walk.lay(first, klass, [(copy, way.entry) for copy, way in beside])
    for _, _, _, beside, klass in ways:
        for copy, way in beside:
            programme.begins(copy)
            walk.lay(way, klass, [])
    lay_starts(walk, starts)
    walk.deciders.finish()
    for group in org.groups(counted=True):
        walk.group_station(group.id, "")  # one that no matter comes to meets, and costs, all the same
    plan = programme.plan(parameters=parameters)
    plan.extra.update(_meetings(plan, parameters))
    return plan


_loops: WeakKeyDictionary[Org, dict[Degree, Loop]] = WeakKeyDictionary()
_ways: WeakKeyDictionary[Loop, dict[tuple[str, str], tuple[Route, ...]]] = WeakKeyDictionary()


def _loop(org: Org, certainty: Degree) -> Loop:
    """The loop of a structure, made once: a tornado builds a plan for many values of the same structure."""
    made = _loops.setdefault(org, {})
    if certainty not in made:
        made[certainty] = Loop(org, certainty)
    return made[certainty]


def _followed(loop: Loop, topic: str, principal: str) -> tuple[Route, ...]:
    """The ways of a matter, followed once: no number has a part in them."""
    made = _ways.setdefault(loop, {})
    if (topic, principal) not in made:
        made[topic, principal] = loop.follow_all(principal, topic, principal)
    return made[topic, principal]


def _meetings(plan: Plan, parameters: Parameters) -> dict[str, object]:
    """What sittings cost: ``station_hours``, of one sitting for each who is there (none at a body that decides, which
    sits anyway); ``station_seats``, those of each principal (stations x principals; shared ones in none);
    ``station_empty``, how many are told to be vacant and are nobody's to fill by an election: they cost nothing.
    """
    places: tuple[Place, ...] = plan.extra["places"]  # type: ignore[assignment]
    hours = np.zeros(len(places))
    seats = np.zeros((len(places), len(plan.principals)))
    empty = np.zeros(len(places))
    number = {principal: column for column, principal in enumerate(plan.principals)}
    for row, place in enumerate(places):
        if place.sort != BODY:
            hours[row] = parameters.of_one("hours", place.id, "meeting_hours")
        each = int(parameters["seats_many"])
        empty[row] = place.vacant - place.waits + (place.many_vacant - place.many_wait) * each
        for principal, told, many in place.owners:
            if principal in number:
                seats[row, number[principal]] = told + many * parameters["seats_many"]
    return {"station_hours": hours, "station_seats": seats, "station_empty": empty}


def _shares(org: Org) -> dict[str, float]:
    """How many matters arise with a principal, compared with one of average size: its inhabitants by the mean of its
    kind, 1 where nobody tells them; so many times as alike principals that it stands for.
    """
    told: dict[str, list[float]] = {}
    inhabitants: dict[str, float] = {}
    kinds: dict[str, str] = {}
    for principal in org.care_principals:
        thing = org.thing(principal)
        kinds[principal] = str(thing.fact("kind").value)
        number = thing.fact("inhabitants")
        if number.known:
            inhabitants[principal] = float(number.value)
            told.setdefault(kinds[principal], []).append(float(number.value))
    found = {}
    for principal in org.care_principals:
        alike = told.get(kinds[principal], [])
        mean = sum(alike) / len(alike) if alike else 0.0
        share = inhabitants[principal] / mean if principal in inhabitants and mean > 0 else 1.0
        count = org.resolver.fact(principal, "count").value
        found[principal] = share * (count if isinstance(count, int) else 1)
    return found


__all__ = ["build", "draw"]

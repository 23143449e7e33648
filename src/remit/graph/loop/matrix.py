"""The loop matrix of a structure: topics by care principals, and the closure as an interval."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from remit.graph.logic import merge
from remit.graph.loop.decision import Decision
from remit.graph.loop.follow import Loop, check_topic
from remit.graph.loop.records import STEP_NAMES, Cell, Loops, Route, Settled, Step, Unnamed
from remit.graph.org import Org
from remit.model.facts import Degree
from remit.model.text import Text


def loops(org: Org, topics: Sequence[str] | None = None, certainty: Degree = Degree.REPORTED) -> Loops:
    """The loop matrix: topics by care principals, how far each gets, and the closure as an interval.

    The low end is the share of cells closed for certain (at ``certainty``), the high end the share not broken;
    cells that are broken without saying which (reading b) lower the high end. ``topics``: all where left out.
    Raises :class:`LoopError` for a topic that does not exist.
    """
    known = [t.id for t in org.things("topic")]
    chosen = tuple(dict.fromkeys(topics)) if topics else tuple(known)
    for topic in chosen:
        check_topic(topic, known)
    loop = Loop(org, certainty)
    principals = org.care_principals
    cells: list[Cell] = []
    unnamed: list[Unnamed] = []
    settled: list[Settled] = []
    routes: list[Route] = []
    names: dict[str, Text] = {}  # the same for all routes, which would otherwise hold every name once each
    for topic in chosen:
        row = []
        for principal in principals:
            route = replace(loop.follow(principal, topic, principal), names=names)
            gap = route.first_gap
            state = {"arrives": "closed", "open": "open", "stops": "broken"}[route.outcome]
            cells.append(
                Cell(
                    topic,
                    principal,
                    route.reached,
                    state,
                    gap.reason if gap else Text("hela vägen", "all the way"),
                    gap.key if gap else "",
                    tuple((s.key, s.state) for s in route.steps),
                    gap.certainty if gap else min(s.certainty for s in route.steps),
                    gap.sources if gap else merge(x for s in route.steps for x in s.sources),
                )
            )
            row.append(route)
        routes.extend(row)
        unnamed.extend(_unnamed(loop, topic, principals, row))
        settled.extend(_settled(topic, row))
    total = len(cells)
    low = sum(c.state == "closed" for c in cells)
    stopped = {t: sum(c.state == "broken" for c in cells if c.topic == t) for t in chosen}
    lost = {u.topic: u.at_least_broken for u in unnamed}
    # whoever shares seats may also be stopped by something else: the larger number is certain, not the sum
    broken = sum(max(stopped[t], lost.get(t, 0)) for t in chosen)
    names |= {i: org.name(i) for i in (*chosen, *principals, *_named(org, routes))}
    steps = {}
    for key in STEP_NAMES:
        states = [dict(c.steps)[key] for c in cells]
        fewer = sum(u.at_least_broken for u in unnamed if u.step == key)
        closed = sum(s in ("closed", "not_needed") for s in states)
        gone = sum(s == "broken" for s in states) + fewer
        steps[key] = _interval(closed, total - gone, total)
    return Loops(
        org.model.head.id, org.model.head.title, certainty, chosen, principals, tuple(cells), tuple(unnamed),
        _interval(low, total - broken, total), steps,
        org.model.head.represents == "proposal", tuple(settled),
        names, tuple(routes), {t: org.topic_line(t)[1:] for t in chosen}, {i: _kind(org, i) for i in names},
        org.document_titles(),
    )  # fmt: skip


def _named(org: Org, routes: Sequence[Route]) -> Iterator[str]:
    """The entities and sets that routes speak of, also those that only their proofs name."""
    known = org.model.entities.keys() | org.model.sets.keys()
    asked: set[int] = set()  # many routes share their steps and decisions
    for route in routes:
        told: list[str] = []
        parts: tuple[Step | Decision, ...] = (*route.steps, route.decision)
        for part in parts:
            if id(part) not in asked:
                asked.add(id(part))
                told.extend(part.ids())
        for missing in route.cut:
            told.extend((missing.from_, missing.to, missing.owner))
        told.extend(left.at for left in route.deferred)
        if route.wait is not None:
            told.extend((*(group for group, _, _ in route.wait.parts), *route.wait.unknown))
        yield from (one for one in told if one in known)


def _kind(org: Org, identifier: str) -> str:
    kind = org.kind(identifier)
    if kind != "principal":
        return kind
    sort = org.thing(identifier).fact("kind")
    return str(sort.value) if sort.known else kind


def _settled(topic: str, row: list[Route]) -> list[Settled]:
    """The different ways in which a topic is decided, with the principals whose matters are decided so."""
    found: dict[Decision, list[str]] = {}
    for route in row:
        if route.decision.by:
            found.setdefault(route.decision, []).append(route.principal)
    return [Settled(topic, tuple(principals), decision) for decision, principals in found.items()]


def _interval(low: int, high: int, total: int) -> tuple[float, float]:
    return (round(low / total, 6), round(high / total, 6)) if total else (0.0, 1.0)


def _unnamed(loop: Loop, topic: str, principals: Sequence[str], row: list[Route]) -> list[Unnamed]:
    """Reading (b): of the principals that get on only by shared seats, at least N-n have none of the n.

    The seats that count are those of the groups where the topic is recommended (:meth:`Terrain.heads`): a seat in
    a group that only prepares for another is no seat where it is recommended. Told at the first step concerned.
    """
    sharing: dict[str, str] = {}
    for principal, route in zip(principals, row, strict=True):
        by_pool = [step.key for step in route.steps if step.by_pool]
        if by_pool:
            sharing[principal] = by_pool[0]
    counts: dict[str, int | None] = {}
    for group, _ in loop.heads(topic):
        for pool in loop.org.pools(group.id):
            if pool.principals & set(sharing):
                listed = loop.org.seats_listed(group).degree >= loop.certainty  # else there may be further seats
                counts[pool.seat] = pool.count if listed else None
    known = [count for count in counts.values() if count is not None]
    least = len(sharing) - sum(known)
    if not sharing or len(known) < len(counts) or least <= 0:
        return []
    return [Unnamed(topic, min(sharing.values()), least, len(sharing))]

"""ESC307: an urgent topic does not come to the level that must treat it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from remit.graph.logic import NO, OPEN, YES, Evidence, Ground, Proof, all_of, any_of, excused
from remit.graph.org import Org, Pool, Thing
from remit.graph.resolve import Channel, Fact
from remit.model.facts import Degree, Extent
from remit.model.text import Text
from remit.queries.cypher import Record, extent_of, proof_of
from remit.queries.rule import Condition, Named, Row, Rule, Settings

RULE = Rule(
    code="ESC307",
    name="urgent-topic-stuck",
    severity="error",
    title=Text("Angelägen fråga når inte fram", "Urgent topic stuck"),
    definition=Text(
        "En angelägen fråga når inte den nivå som måste behandla den: en källa säger att vägen dit saknas, eller ingen "
        "väg leder dit från verksamheten närmast invånaren.",
        "An urgent topic does not come to the level that must treat it: a source says that the way there is missing, "
        "or no path leads there from a front line.",
    ),
    rationale=Text(
        "Det som är angeläget och inte kan avgöras nära invånaren måste kunna komma till dem som kan prioritera det.",
        "What is urgent and cannot be settled near the citizen must be able to come to those who can give it priority.",
    ),
    harm=Text(
        "De som har det svårast får vänta, därför att de som fördelar resurserna inte får veta hur det är.",
        "Those who are worst off wait, because those who give out the resources do not learn how things are.",
    ),
    repair=Text(
        "Ge en grupp på nivån frågan i sitt uppdrag, med platser för de berörda huvudmännen, och ange vägen dit.",
        "Give a group at that level the topic in its remit, with seats for the principals concerned, and state the way "
        "there.",
    ),
    origin=Text(
        "Lyhördhet uppåt i organisationer (Beers viable system model: en larmväg förbi mellanleden) och utredningen om "
        "samverkan i Västerbotten (2018), intervjuerna om systemet i sin helhet.",
        "Listening upwards in organisations (Beer's viable system model: a channel for alarm) and the Västerbotten "
        "inquiry on collaboration (2018), the interviews on the system as a whole.",
    ),
    conditions=(
        Condition("context", Text("frågan är angiven som angelägen", "the topic is stated to be urgent")),
        Condition(
            "defect",
            Text(
                "en källa säger att vägen till nivån som måste behandla den saknas",
                "a source says that the way to the level that must treat it is none",
            ),
        ),
        Condition(
            "context",
            Text(
                "nivån är den som måste behandla frågan eller, där ingen är angiven, en nivå ovanför den närmaste",
                "the level is the one that must treat the topic or, where none is stated, one above the nearest",
            ),
        ),
        Condition(
            "defect",
            Text(
                "ingen grupp eller enhet på nivån har frågan och kan nås från verksamheten",
                "no group or unit at the level has the topic and can be reached from a front line",
            ),
        ),
        Condition("excuse", Text("en källa säger att en väg dit finns", "a source says that there is a way there")),
    ),
    messages={
        "finding": Text(
            "Angeläget, men kommer inte upp till {levels}: {subject}.",
            "Urgent, yet does not come up to {levels}: {subject}.",
        ),
    },
    looked_at=Text("angelägna frågor", "urgent topics"),
    looks_at=lambda org: sum(1 for topic in org.things("topic") if _urgent(topic)),
)

UPWARDS = ("escalates_to", "prepares_for", "recommends_to")
"""The routes that bring a topic further up."""


def detect(org: Org, settings: Settings) -> Iterator[Row]:
    """A row for each urgent topic, or set of topics, that does not come to the level that must treat it."""
    nearest = min(org.ranks.values(), default=0)
    for topic in org.way_subjects("topic"):
        urgent = all_of(*(_urgent(org.thing(member)) for member in topic.members))
        if not urgent:
            continue
        needed, certain = _needed(org, topic)
        ways = [
            Way(way.to, way.broken(), way.holds) for way in org.ways_told(topic) if _may_need(org, way, needed, nearest)
        ]
        stuck: dict[str, Proof] = {}
        if topic.extent is None and needed is not None:
            stuck[needed.value] = all_of(needed.is_(needed.value), _no_path(org, topic, needed))
        yield _row(topic.id, topic.extent, all_of(urgent, certain), ways, stuck)


def from_cypher(org: Org, settings: Settings, records: Iterable[Record]) -> Iterator[Row]:
    """The rows from the server's answer; to which levels a topic most surely does not come is known when the ways are
    weighed.
    """
    for record in records:
        ways = [Way(one["to"], proof_of(one["broken"]), proof_of(one["holds"])) for one in record["ways"]]
        subject, level = record["subject"], record["level"]
        stuck: dict[str, Proof] = {}
        if level is not None:
            way = any_of(*(proof_of(body) for body in record["bodies"]))
            stuck[level] = all_of(proof_of(record["needed"]), _nobody(subject, level, way, proof_of(record["listed"])))
        here = all_of(proof_of(record["urgent"]), proof_of(record["certain"]))
        yield _row(subject, extent_of(record), here, ways, stuck)


class Way(NamedTuple):
    """What is said of a way to a level."""

    to: str
    broken: Proof
    holds: Proof


def _row(subject: str, extent: Extent | None, here: Proof, ways: Sequence[Way], stuck: Mapping[str, Proof]) -> Row:
    """The levels to which a way is told to be missing, or (``stuck``) none is found, as surely as any."""
    told: dict[str, Proof] = {}
    for level in sorted({way.to for way in ways}):
        to_it = [way for way in ways if way.to == level]
        told[level] = excused(any_of(*(way.broken for way in to_it)), *(way.holds for way in to_it))
    for level, proof in stuck.items():
        told[level] = any_of(told.get(level, NO), excused(proof, *(way.holds for way in ways)))
    best = any_of(*told.values())
    levels = tuple(sorted(level for level, proof in told.items() if proof and proof.degree == best.degree))
    return Row(subject, all_of(here, best), related=levels, extent=extent, values={"levels": Named(levels)})


def _urgent(topic: Thing) -> Proof:
    """To what degree a topic is told to be urgent; silence is no."""
    return all_of(topic.org.in_force(topic), topic.fact("urgent").excuse(True))


def _needed(org: Org, topic: Thing) -> tuple[Fact | None, Proof]:
    """The level that must be able to treat a topic, told of it or of a topic above it (None where none is told), and
    how sure it is that it is the one: what is left open nearer the topic may be another.
    """
    certain = YES
    for one in org.topic_line(topic.id):
        fact = org.thing(one).fact("treated_at")
        if fact.known:
            return fact, certain
        if fact.left_open or org.thing(one).fact("part_of").left_open:
            certain = OPEN
    return None, certain


def _may_need(org: Org, way: Channel, needed: Fact | None, nearest: int) -> bool:
    """Whether a way leads to the level that must treat the topic (where none is told: to one above the nearest)."""
    if needed is not None:
        return bool(way.to == needed.value)
    rank = org.rank(way.to)
    return rank is not None and rank > nearest


def _no_path(org: Org, topic: Thing, needed: Fact) -> Proof:
    """To what degree no group or unit at the level has the topic and is reached from a front line."""
    concerned, known = org.concerned(topic.id)
    way = NO
    for kind in ("group", "unit"):
        for body in org.things(kind):
            has = org.covers(body.fact("remit.topics" if kind == "group" else "topics"), topic.id)
            there = all_of(org.in_force(body), body.fact("level").is_(needed.value), has)
            if there:
                way = any_of(way, all_of(there, _from_front_line(org, body, topic.id, concerned)))
            if way.degree > Degree.OPEN:
                return NO
    everything = (*(org.resolver.listed(kind) for kind in ("group", "unit")), *_all_listed(org))
    return _nobody(topic.id, needed.value, way, all_of(known.context(), *everything))


def _nobody(topic: str, level: str, way: Proof, listed: Proof) -> Proof:
    """To what degree nobody at the level is reached: by the surest way there, and to what degree all that could be one
    is listed.
    """
    if way:
        return NO if way.degree > Degree.OPEN else OPEN.on(Ground.STRUCTURAL)
    return listed.on(Ground.STRUCTURAL).seen(Evidence(topic, "no path", level))


def _all_listed(org: Org) -> Iterator[Proof]:
    """To what degree the seats and the ways up of every group, unit and function are listed."""
    for kind in ("group", "unit", "function"):
        for body in org.things(kind):
            yield org.routes_listed(body.id, *UPWARDS)
            if kind == "group":
                yield org.seats_listed(body)


def _from_front_line(org: Org, body: Thing, topic: str, concerned: frozenset[str]) -> Proof:
    """To what degree a body is reached from a front line: it is in the line of a concerned principal, one of them is
    seated there, or a route leads there from such a body (a line is taken as there: design section 3 a).
    """
    best = NO
    reached = {body.id: all_of()}
    left = [body.id]
    while left:
        here = left.pop()
        best = any_of(best, all_of(reached[here], _in_line(org, org.thing(here), concerned)))
        if best.degree > Degree.OPEN:
            break
        for edge in org.into(here, *UPWARDS):
            if edge.extent is not None:
                continue
            proof = all_of(reached[here], edge.holds, org.carries(edge, topic), org.in_force(org.thing(edge.source)))
            if proof.degree > reached.get(edge.source, NO).degree:
                reached[edge.source] = proof
                left.append(edge.source)
    return best


def _in_line(org: Org, body: Thing, concerned: frozenset[str]) -> Proof:
    """To what degree the line of a concerned principal leads to a body: it belongs to one, or one is seated. Who else
    may be seated is told by whether all seats are listed.
    """
    if body.kind == "group":
        seated = org.represented(body) & concerned
        own = [all_of(org.line(one), org.seated(body, one)) for one in sorted(seated)]
        return any_of(*own, *(_shared(org, pool) for pool in org.pools(body.id) if pool.principals <= concerned))
    owners = [org.line(one) for one in org.principals_of(body.id) if one in concerned]
    return any_of(*owners, OPEN if org.owners_open(body.id) else NO)


def _shared(org: Org, pool: Pool) -> Proof:
    """To what degree a seat that only they share is one of theirs: as surely as the least sure of their lines; one
    that is vacant, or that nobody shares, is nobody's.
    """
    seat = org.thing(pool.seat)
    if not pool.principals:
        return NO
    theirs = all_of(org.in_force(seat), Proof(seat.fact("shared_by").degree), *map(org.line, sorted(pool.principals)))
    return excused(theirs, seat.fact("vacant").excuse(True), OPEN if org.untold(seat) else NO)

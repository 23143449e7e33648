"""MAN109: somebody answers for a topic or a result over units, providers or principals that they have no power over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from remit.graph.logic import NO, OPEN, Proof, all_of, any_of, excused
from remit.graph.org import Org, Thing
from remit.graph.resolve import Fact, Item
from remit.model.facts import Degree, Extent, State
from remit.model.text import Text
from remit.queries.cypher import Record, extent_of, proof_of
from remit.queries.lacking import surest_missing
from remit.queries.rule import Condition, Named, Row, Rule, Settings, count_of

KINDS = ("coordinator", "function", "process_leader")
POWERS = ("decide", "coordinate", "administer")
"""The powers in a mandate that are power over a topic."""

RULE = Rule(
    code="MAN109",
    name="responsibility-without-authority",
    severity="warning",
    title=Text("Ansvar utan befogenhet", "Responsibility without authority"),
    definition=Text(
        "En funktion, koordinator eller processledare svarar för något eller några som den inte har befogenhet över.",
        "A function, coordinator or process leader answers for something or somebody that it has no power over.",
    ),
    rationale=Text(
        "Den som svarar för ett resultat utan att kunna påverka det får skulden men inte verktygen.",
        "Who answers for a result without being able to bring it about gets the blame and not the means.",
    ),
    harm=Text(
        "Invånaren hänvisas till någon som inte kan göra något åt saken.",
        "The citizen is referred to somebody who can do nothing about it.",
    ),
    repair=Text(
        "Ge befogenheten, till exempel i uppdrag eller avtal, eller lägg ansvaret hos den som har den.",
        "Give the power, in an assignment or an agreement, or lay the responsibility on whoever has it.",
    ),
    origin=Text(
        "Fayol (1916): auktoritet och ansvar följs åt. Processledarna i Skåne (2023): privata aktörer.",
        "Fayol (1916): authority and responsibility go together. The process leaders in Skåne (2023): private actors.",
    ),
    conditions=(
        Condition("context", Text("det är angivet vad den svarar för", "it is told what it answers for")),
        Condition("defect", Text("befogenheten över det finns inte", "there is no power over it")),
        Condition(
            "excuse",
            Text(
                "den leder enheten, eller har ett mandat att besluta, samordna eller handlägga i frågan; över ett mål "
                "har den befogenhet som har det i alla frågor som målet gäller",
                "it manages the unit, or has a mandate to decide, coordinate or administer the topic; power over a "
                "goal follows from power over all topics that it is about",
            ),
        ),
    ),
    messages={
        "finding": Text(
            "Svarar för {what} utan befogenhet där: {subject}.", "Answers for {what} without power over it: {subject}."
        )
    },
    looked_at=Text("koordinatorer, processledare och befattningar", "coordinators, process leaders and posts"),
    looks_at=lambda org: sum(count_of(kind)(org) for kind in KINDS),
)


def detect(org: Org, settings: Settings) -> Iterator[Row]:
    """A row for each, or set of them to an extent, with what it most surely answers for without power."""
    for kind in KINDS:
        for thing in org.subjects(kind):
            if thing.speaks_of("power_over"):
                yield _row(thing.id, thing.extent, org.in_force(thing), _lacking(org, thing))


def from_cypher(org: Org, settings: Settings, records: Iterable[Record]) -> Iterator[Row]:
    """The rows from the server's answer; over what power is most surely lacking is known when it is weighed."""
    for record in records:
        lacking = {one: proof_of(term) for one, term in record["lacking"]}
        yield _row(record["subject"], extent_of(record), proof_of(record["here"]), lacking)


def _row(subject: str, extent: Extent | None, here: Proof, lacking: Mapping[str, Proof]) -> Row:
    what, proof = surest_missing(lacking)
    return Row(subject, all_of(here, proof), related=what, extent=extent, values={"what": Named(what)})


def _lacking(org: Org, thing: Thing) -> dict[str, Proof]:
    """For each that it (or a member of the set) answers for: to what degree without power over it."""
    those = [thing, *(org.thing(one) for one in thing.members)]
    found: dict[str, Proof] = {}
    for one in sorted({item.value for each in those for item in each.fact("answers_for").items}):
        told = org.told(thing, partial(_answers_for, one))
        wider = _wider(org, one)
        lacks = thing.fact("power_over").lacks(wider.__contains__)
        if org.part_left_open(one) if org.kind(one) == "topic" else org.owners_open(one):
            lacks = lacks.at_most(Degree.OPEN)  # it may be part of what there is power over
        otherwise = _otherwise(org, thing, one, wider) if thing.extent is None else ()
        found[one] = all_of(told.context(), excused(lacks, *otherwise))
    return found


def _answers_for(one: str, thing: Thing) -> Proof:
    """To what degree a thing is told to answer for something; silence tells nothing."""
    fact = thing.fact("answers_for")
    return fact.has(one) if _names(fact, frozenset((one,))) else NO


def _names(fact: Fact, wanted: frozenset[str]) -> bool:
    return any(item.value in wanted for item in fact.items)


def _wider(org: Org, one: str) -> frozenset[str]:
    """What power over it follows from: itself, what it is part of, and whose it is."""
    kind = org.kind(one)
    if kind == "topic":
        return frozenset(org.topic_line(one))
    line = org.line_above(one) if kind == "unit" else ()
    owners = org.principals_of(one) if kind in ("unit", "provider") else ()
    return frozenset((one, *line, *owners))


def _otherwise(org: Org, thing: Thing, one: str, wider: frozenset[str]) -> Iterator[Proof]:
    """Other power over it: to manage the unit or one above it, power over the topic, or over all those of the goal."""
    kind = org.kind(one)
    if thing.kind == "function" and kind == "unit":
        manages = thing.fact("manages")
        if _names(manages, wider):
            yield manages.has(wider.__contains__)
    if kind == "topic":
        yield _over(org, thing, one)
    if kind == "goal":
        yield _over_all(org, thing, org.resolver.fact(one, "topics"))


def _over_all(org: Org, thing: Thing, topics: Fact) -> Proof:
    """To what degree it is told to have power over all topics of a list; where these are left open, any may do."""
    told = [item for item in topics.items if item.state != State.NONE]
    if not told:
        powerless = not (thing.fact("power_over").values or org.mandates(thing.id))
        return NO if powerless or not topics.left_open else OPEN
    over = (any_of(_over(org, thing, item.value), NO if _is_sure(item) else OPEN) for item in told)
    return all_of(*over).at_most(Degree.ESTABLISHED if topics.closed else Degree.OPEN)


def _is_sure(item: Item) -> bool:
    return item.holds and not item.possibly and item.degree > Degree.OPEN


def _over(org: Org, thing: Thing, topic: str) -> Proof:
    """To what degree it is told to have power over a topic, or a mandate on it; silence tells nothing."""
    power = thing.fact("power_over")
    asked = _names(power, frozenset(org.topic_line(topic))) or (power.values and org.part_left_open(topic))
    mandates = (org.power(m, "", may, topic) for m in org.mandates(thing.id) for may in POWERS)
    return any_of(org.covers(power, topic) if asked else NO, *mandates)

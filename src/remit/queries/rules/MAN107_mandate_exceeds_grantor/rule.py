"""MAN107: a mandate gives a power to decide that its giver does not have."""

from __future__ import annotations

from collections.abc import Iterator

from remit.graph.logic import NO, OPEN, YES, Ground, Proof, all_of, any_of, excused
from remit.graph.org import Fact, Org, Thing
from remit.model.facts import Degree, State
from remit.model.text import Text
from remit.queries.rule import Condition, Named, Row, Rule, Settings

MANDATES = {"mandate": "", "seat": "mandate.", "group": "remit.", "joint_body": "mandate."}
"""Where mandates stand, by kind: the path to their fields."""

GIVERS = ("group", "joint_body", "unit", "function")
"""Whose own powers can be too small; a principal and a law have what they give."""


def _looks_at(org: Org) -> int:
    return sum(
        1
        for kind, dot in MANDATES.items()
        for thing in org.things(kind)
        if thing.fact(f"{dot}given_by").known or thing.fact(f"{dot}passed_on_from").known
    )


RULE = Rule(
    code="MAN107",
    name="mandate-exceeds-grantor",
    severity="warning",
    title=Text("Mandat som överskrider givarens", "Mandate exceeds its giver's"),
    definition=Text(
        "Ett gällande mandat ger rätt att besluta i en fråga där den som ger det inte själv får besluta.",
        "A mandate in force gives the power to decide on a topic on which its giver may not decide.",
    ),
    rationale=Text(
        "Ingen kan ge bort en befogenhet som den inte har. Beslut som fattas med ett sådant mandat gäller "
        "inte, och kan upphävas när de överklagas. Att be någon bereda, föreslå eller samordna kräver "
        "däremot ingen egen beslutanderätt.",
        "Nobody can give away a power that they do not have. Decisions made by such a mandate do not hold, "
        "and may be set aside on appeal. To ask somebody to prepare, propose or coordinate needs no power "
        "of one's own.",
    ),
    harm=Text(
        "En invånare får ett beslut som sedan visar sig ogiltigt.",
        "A citizen is given a decision that later proves to be void.",
    ),
    repair=Text(
        "Låt den som har befogenheten ge mandatet, eller begränsa mandatet till det givaren själv får.",
        "Let whoever has the power give the mandate, or limit the mandate to what its giver may do.",
    ),
    origin=Text(
        "Kommunallagens regler om delegering och vidaredelegering (6 och 7 kap.); grundsatsen att ingen kan "
        "ge mer än den har (nemo plus iuris).",
        "The Swedish Local Government Act on delegation and further delegation (chapters 6 and 7); the "
        "principle that nobody can give more than they have (nemo plus iuris).",
    ),
    conditions=(
        Condition("context", Text("mandatet och innehavaren är gällande", "the mandate and its holder are in force")),
        Condition("context", Text("mandatet ger rätt att besluta", "the mandate gives the power to decide")),
        Condition(
            "context",
            Text(
                "det ges, eller delegeras vidare, av en enhet, befattning, grupp eller ett gemensamt organ",
                "it is given, or passed on, by a unit, function, group or joint body",
            ),
        ),
        Condition("defect", Text("givaren får inte besluta i frågan", "its giver may not decide on the topic")),
        Condition(
            "excuse",
            Text(
                "en lag ger givaren dess befogenheter, och ingen källa säger att de inte räcker",
                "a law gives the giver its powers, and no source says that they do not suffice",
            ),
        ),
    ),
    messages={
        "finding": Text(
            "Mandatet att besluta i fråga om {topics} ges av någon som inte får besluta där ({giver}): {subject}.",
            "The mandate to decide on {topics} is given by somebody who may not decide there ({giver}): {subject}.",
        ),
        "any": Text(
            "Mandatet att besluta ges av någon som inte får besluta ({giver}): {subject}.",
            "The mandate to decide is given by somebody who may not decide ({giver}): {subject}.",
        ),
    },
    looked_at=Text("mandat med angiven givare", "mandates whose giver is told"),
    looks_at=_looks_at,
)


def detect(org: Org, settings: Settings) -> Iterator[Row]:
    """A row for each mandate, or set of them to an extent, and each giver whose power it exceeds."""
    for kind, dot in MANDATES.items():
        for thing in org.subjects(kind):
            powers = thing.fact(f"{dot}powers")
            if not thing.speaks_of(f"{dot}powers") or not (powers.stated or powers.items):
                continue
            told = (thing.fact(f"{dot}given_by"), thing.fact(f"{dot}passed_on_from"))
            givers = [one for one in told if one.known and org.kind(one.value) in GIVERS]
            if not givers:
                continue
            giving = all_of(_in_force(org, thing, dot), org.has_power(powers, "decide"))
            for giver in givers:
                yield from _exceeding(org, thing, dot, giving, giver)


def _in_force(org: Org, thing: Thing, dot: str) -> Proof:
    """To what degree the mandate has not run out and its holder (and the group of a seat) is in force."""
    until = thing.fact(f"{dot}until")
    holders = [org.thing(m) for m in thing.members]
    around = [org.thing(org.model.parents[m][0]) for m in thing.members if m in org.model.parents]
    lasting = NO if until.known and until.value < org.on else YES
    return all_of(lasting, *(org.in_force(one) for one in (*holders, *around)))


def _exceeding(org: Org, thing: Thing, dot: str, giving: Proof, giver: Fact) -> Iterator[Row]:
    found = {
        topic: all_of(giving, giver.excuse(), given, _lacks(org, org.thing(giver.value), topic))
        for topic, given in _topics(org, thing, dot)
    }
    best = max(proof.degree for proof in found.values())
    over = [topic for topic in found if found[topic].degree == best]
    proof = all_of(*(found[topic] for topic in over))
    named = Named(tuple(topic for topic in over if topic))
    message = "finding" if named.ids else "any"
    values = {"giver": Named((giver.value,))} | ({"topics": named} if named.ids else {})
    related = (giver.value,)
    yield Row(thing.id, proof, message, related, related, thing.extent, values=values)


def _topics(org: Org, thing: Thing, dot: str) -> list[tuple[str | None, Proof]]:
    """The topics of a mandate (of a seat that names none, its group's); None where nobody tells any."""
    fact = thing.fact(f"{dot}topics")
    if fact.left_open and not fact.values:
        return [(None, OPEN)]
    if not fact.known and thing.kind == "seat" and thing.extent is None:
        fact = org.group_of(thing).fact("remit.topics")
    return [(topic, fact.has(topic)) for topic in sorted(fact.values)] or [(None, YES)]


def _lacks(org: Org, giver: Thing, topic: str | None) -> Proof:
    """To what degree a giver whose powers are told may not decide on the topic; silence tells nothing."""
    if giver.kind in ("group", "joint_body"):
        path = "remit" if giver.kind == "group" else "mandate"
        lacks = _lacking(org, giver, path, topic) if giver.fact(path).state != State.UNKNOWN else NO
        if giver.kind == "group" and lacks.degree == Degree.OPEN:
            return excused(lacks, org.is_decided_by_law(giver))
        return lacks
    kind = giver.fact("kind") if giver.kind == "unit" else None
    if kind and kind.value == "assembly":
        return NO
    lacks = _unlisted(org, giver, topic)
    return lacks.at_most(Degree.OPEN) if kind and kind.left_open else lacks


def _unlisted(org: Org, giver: Thing, topic: str | None) -> Proof:
    """To what degree no mandate of a unit or function holds the decision."""
    listed = giver.fact("mandates")
    if not org.mandates(giver.id):
        return listed.missing() if listed.state == State.NONE else NO
    each = [_lacking(org, mandate, "", topic) for mandate in org.mandates(giver.id)]
    return all_of(YES if listed.closed else OPEN, *each).on(Ground.STRUCTURAL)


def _lacking(org: Org, holder: Thing, path: str, topic: str | None) -> Proof:
    """To what degree one mandate is known to hold no decision on the topic."""
    lacks = org.lacks_power(holder, path, "decide")
    if topic is None:
        return lacks
    topics = holder.fact(f"{path}.topics" if path else "topics")
    return any_of(lacks, org.leaves_out(topics, topic))

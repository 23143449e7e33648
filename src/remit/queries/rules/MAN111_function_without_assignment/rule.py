"""MAN111: a function that is to lead or coordinate has no described assignment, or an unclear one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from remit.graph.logic import YES, Proof, all_of, any_of
from remit.graph.org import Org, Thing
from remit.model.text import Text
from remit.queries.rule import Condition, Row, Rule, Settings, count_of

KINDS = ("coordinator", "function", "process_leader")
"""Who leads or coordinates: coordinators and process leaders by what they are, functions where it is told."""

RULE = Rule(
    code="MAN111",
    name="function-without-assignment",
    severity="warning",
    title=Text("Ledande funktion utan beskrivet uppdrag", "Leading function without a described assignment"),
    definition=Text(
        "Någon som ska leda eller samordna har inget beskrivet uppdrag, eller ett som en källa säger är otydligt.",
        "Somebody who is to lead or coordinate has no described assignment, or one that a source says is unclear.",
    ),
    rationale=Text(
        "Den som ska samordna andra utan eget uppdrag är beroende av deras goda vilja, och väntas göra olika saker.",
        "Who is to coordinate others without an assignment depends on their goodwill, and is expected to do various "
        "things.",
    ),
    harm=Text(
        "Samordningen kring invånaren hänger på person och tar slut när personen byts.",
        "The coordination around a citizen hangs on a person and ends when the person changes.",
    ),
    repair=Text(
        "Beskriv uppdraget: vad, för vilka, med vilket mandat, och vem det redovisas för.",
        "Describe the assignment: what, for whom, with which mandate, and to whom it is accounted for.",
    ),
    origin=Text(
        "Utvärderingen av processledarna i Skåne (2023): mandat, roller och uppdrag behöver förtydligas.",
        "The evaluation of the process leaders in Skåne (2023): mandates, roles and assignments need to be made clear.",
    ),
    conditions=(
        Condition("context", Text("funktionen ska leda eller samordna", "the function is to lead or coordinate")),
        Condition(
            "defect",
            Text("beskrivet uppdrag saknas eller är otydligt", "a described assignment is missing or unclear"),
        ),
    ),
    messages={
        "finding": Text(
            "Ska leda eller samordna utan ett tydligt beskrivet uppdrag: {subject}.",
            "Is to lead or coordinate without a clearly described assignment: {subject}.",
        )
    },
    looked_at=Text("koordinatorer, processledare och befattningar", "coordinators, process leaders and posts"),
    looks_at=lambda org: sum(count_of(kind)(org) for kind in KINDS),
)


def detect(org: Org, settings: Settings) -> Iterator[Row]:
    """A row for each, or set of them to an extent, whose assignment is missing or unclear."""
    leading = _leading(org)

    def leads(function: Thing) -> Proof:
        return any_of(function.fact("leads").excuse(True), *leading.get(function.id, ()))

    for kind in KINDS:
        for thing in org.subjects(kind):
            if thing.speaks_of("assignment"):
                told = org.told(thing, leads).context() if kind == "function" else YES
                proof = all_of(org.in_force(thing), told, thing.fact("assignment").missing_or_unclear())
                yield Row(thing.id, proof, extent=thing.extent)


def _leading(org: Org) -> Mapping[str, list[Proof]]:
    """For each that is told to coordinate or to chair a group: to what degree it does, and the group is in force."""
    found: dict[str, list[Proof]] = defaultdict(list)
    for group in org.groups():
        fact, chair = group.fact("coordinator"), group.fact("chair.holder")
        for one in {item.value for item in fact.items}:
            found[one].append(all_of(org.in_force(group), fact.has(one)))
        found[chair.value].append(all_of(org.in_force(group), chair.is_(chair.value)))  # where not known, of nobody
    return found

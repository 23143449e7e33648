"""STR209: a function reports to several without one marked as primary."""

from __future__ import annotations

from collections.abc import Iterator

from remit.graph.logic import NO, Ground, Proof, all_of, excused
from remit.graph.org import Org, Thing
from remit.model.facts import Degree
from remit.model.text import Text
from remit.queries.rule import Condition, Row, Rule, Settings, count_of

RULE = Rule(
    code="STR209",
    name="two-superiors",
    severity="warning",
    title=Text("Två överordnade", "Two superiors"),
    definition=Text(
        "En befattning rapporterar till flera, och ingen av dem är angiven som närmast överordnad.",
        "A post reports to several, and none of them is marked as its main superior.",
    ),
    rationale=Text(
        "Den som har två chefer får motstridiga uppdrag och kan välja vem den svarar inför.",
        "Who has two superiors gets conflicting tasks and can choose whom to answer to.",
    ),
    harm=Text(
        "Ett ärende blir liggande medan det avgörs vem som bestämmer.",
        "A matter is left lying while it is settled who decides.",
    ),
    repair=Text(
        "Ange vem som är närmast överordnad, och vad den andra får bestämma om.",
        "Say who is the main superior, and what the other one may decide on.",
    ),
    origin=Text(
        "Fayol (1916), enhetlig befälsföring: ett befäl för varje handling.",
        "Fayol (1916), unity of command: orders from one superior only.",
    ),
    conditions=(
        Condition("defect", Text("den rapporterar till flera", "it reports to several")),
        Condition("excuse", Text("en av dem är angiven som närmast överordnad", "one is told to be the main superior")),
    ),
    messages={
        "finding": Text(
            "Rapporterar till flera utan en närmast överordnad: {subject}.",
            "Reports to several without a main superior: {subject}.",
        )
    },
    looked_at=Text("befattningar", "posts"),
    looks_at=count_of("function"),
)


def detect(org: Org, settings: Settings) -> Iterator[Row]:
    """A row for each function that is told to report to several."""
    for function in org.things("function"):
        superiors = tuple(sorted({item.value for item in function.fact("reports_to").items if item.holds}))
        proof = excused(_several(function, superiors), function.fact("primary").excuse())
        yield Row(function.id, all_of(org.in_force(function), proof), related=superiors)


def _several(function: Thing, superiors: tuple[str, ...]) -> Proof:
    """To what degree it reports to more than one of those that are told, perhaps only possibly."""
    fact = function.fact("reports_to")
    told = [fact.has(one) for one in superiors]
    sure = [proof for proof in told if proof.degree > Degree.OPEN]
    if len(sure) > 1:
        return all_of(*sure).on(Ground.STRUCTURAL)
    return all_of(*told).on(Ground.STRUCTURAL) if len(told) > 1 else NO

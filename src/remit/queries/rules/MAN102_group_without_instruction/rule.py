"""MAN102: a group in force has no rules of procedure or assignment document."""

from __future__ import annotations

from collections.abc import Iterator

from remit.graph.logic import all_of
from remit.graph.org import Org
from remit.model.text import Text
from remit.queries.rule import Condition, Row, Rule, Settings, count_of

RULE = Rule(
    code="MAN102",
    name="group-without-instruction",
    severity="warning",
    title=Text("Grupp utan arbetsordning", "Group without rules of procedure"),
    definition=Text(
        "En gällande grupp saknar arbetsordning eller annat dokument som beskriver dess uppdrag.",
        "A group in force has no rules of procedure or other document that describes its assignment.",
    ),
    rationale=Text(
        "Utan ett dokument vet varken ledamöter eller uppdragsgivare vad gruppen får göra, och den kan inte granskas.",
        "Without a document neither members nor principals know what the group may do, and it cannot be held to it.",
    ),
    harm=Text(
        "En fråga som rör en invånare kan bli liggande därför att ingen vet om gruppen får ta i den.",
        "A matter that concerns a citizen can be left lying because nobody knows whether the group may treat it.",
    ),
    repair=Text(
        "Låt den som tillsatt gruppen besluta en arbetsordning: syfte, frågor, befogenheter, ledamöter, mötesrytm.",
        "Let whoever appointed the group decide rules of procedure: purpose, topics, powers, members, meetings.",
    ),
    origin=Text(
        "Utredningen om samverkan i Västerbotten (2018), utredarens reflexioner: instruktioner saknas.",
        "The Västerbotten inquiry on collaboration (2018), the author's reflections: instructions are missing.",
    ),
    conditions=(
        Condition("context", Text("gruppen är gällande", "the group is in force")),
        Condition(
            "context",
            Text(
                "den är inte av det slag som tillämpas utan att vara formellt beskriven (se COV504)",
                "it is not of the sort that is practised without being formally described (see COV504)",
            ),
        ),
        Condition("defect", Text("dokument som beskriver uppdraget saknas", "no document describes its assignment")),
    ),
    messages={
        "finding": Text(
            "Arbetsordning eller annat dokument som beskriver uppdraget saknas: {subject}.",
            "No rules of procedure or other document describes the assignment: {subject}.",
        )
    },
    looked_at=Text("grupper", "groups"),
    looks_at=count_of("group"),
)


def detect(org: Org, settings: Settings) -> Iterator[Row]:
    """A row for each group, or set of groups to an extent, whose assignment document is missing."""
    for group in org.subjects("group"):
        described = group.fact("status").is_(lambda status: status != "practised").context()
        proof = all_of(org.in_force(group), described, group.fact("assignment").missing())
        yield Row(group.id, proof, extent=group.extent)

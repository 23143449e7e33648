"""ROB605: a group meets less often than its remit's topics or its feeding groups need."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

from remit.graph.calendar import meetings
from remit.graph.logic import Ground, Proof, all_of
from remit.graph.org import Org, Thing
from remit.model.facts import Degree
from remit.model.text import Text
from remit.queries.rule import Condition, Named, Row, Rule, Setting, Settings, count_of

FEEDS = ("escalates_to", "prepares_for")
"""By what a group hands matters over that another must meet to treat."""

RULE = Rule(
    code="ROB605",
    name="meets-too-rarely",
    severity="warning",
    title=Text("Möts för sällan", "Meets too rarely"),
    definition=Text(
        "En grupp möts mer sällan än frågorna i dess uppdrag, eller grupperna som lämnar ärenden till den, kräver.",
        "A group meets less often than the topics of its remit, or the groups that hand matters to it, need.",
    ),
    rationale=Text(
        "Ärenden som väntar på nästa möte hopar sig, och den som väckt dem hinner mötas flera gånger utan svar.",
        "Matters that wait for the next meeting pile up, and whoever raised them meets several times with no answer.",
    ),
    harm=Text(
        "Invånarens fråga är inaktuell när den till slut behandlas.",
        "The citizen's matter is out of date when it is treated at last.",
    ),
    repair=Text(
        "Mötes oftare, ge någon rätt att avgöra mellan mötena, eller lägg frågan där man möts oftare.",
        "Meet more often, let somebody decide between meetings, or lay the topic where one meets more often.",
    ),
    origin=Text(
        "Köteori: väntan vid periodisk betjäning är i medeltal ett halvt intervall (Cox 1962).",
        "Queueing theory: the mean wait for a periodic service is half an interval (Cox 1962).",
    ),
    conditions=(
        Condition("context", Text("gruppen och den som lämnar ärenden är gällande", "group and feeder are in force")),
        Condition(
            "defect",
            Text(
                "de angivna mötena är färre än frågan eller den som lämnar ärenden kräver",
                "the meetings told are fewer than the topic or the feeder needs",
            ),
        ),
    ),
    messages={
        "topic": Text(
            "Möts mer sällan än frågan {need} kräver: {subject}.",
            "Meets less often than the topic {need} needs: {subject}.",
        ),
        "finding": Text(
            "Möts så sällan att {need} hinner mötas flera gånger mellan mötena: {subject}.",
            "Meets so rarely that {need} meets several times between its meetings: {subject}.",
        ),
    },
    looked_at=Text("grupper", "groups"),
    looks_at=count_of("group"),
    settings=(
        Setting(
            "meetings",
            2,
            Text(
                "hur många möten den som lämnar ärenden får ha på varje möte",
                "how many meetings a feeder may have to each of the group's",
            ),
            Text(
                "svaret på det som lämnades ska finnas senast till mötet efter nästa",
                "the answer to what was handed over should be there by the meeting after the next",
            ),
        ),
    ),
)


class Rate(NamedTuple):
    """Meetings in a year, from the least to the most, and who says so."""

    low: float
    high: float
    proof: Proof


def detect(org: Org, settings: Settings) -> Iterator[Row]:
    """A row for each topic, and each feeding group, that needs more meetings than a group has."""
    for group in org.groups():
        mine = _rate(group)
        if mine is None:
            continue
        topics = group.fact("remit.topics")
        for topic in sorted({item.value for item in topics.items}):
            need = _rate(org.thing(topic))
            if need is not None:
                proof = all_of(topics.has(topic).context(), _fewer(mine, need, 1))
                yield _row(org, group, topic, "topic", proof)
        for edge in org.into(group.id, *FEEDS):
            theirs = _rate(org.thing(edge.source)) if org.kind(edge.source) == "group" and edge.extent is None else None
            if theirs is not None:
                here = all_of(edge.holds, org.in_force(org.thing(edge.source)))
                proof = all_of(here.context(), _fewer(mine, theirs, settings["meetings"]))
                yield _row(org, group, edge.source, "finding", proof)


def _row(org: Org, group: Thing, need: str, message: str, proof: Proof) -> Row:
    whole = all_of(org.in_force(group), proof)
    return Row(group.id, whole, message, related=(need,), pair=(need,), values={"need": Named((need,))})


def _rate(thing: Thing) -> Rate | None:
    """How often it meets, or must be treated; None where nobody tells."""
    year = meetings(thing)
    if year is None:
        return None
    # where not all dates are listed there may be more of them
    most = math.inf if year.may_be_more else year.high
    return Rate(year.low, most, year.number.is_(lambda _: True).on(Ground.COUNTED))


def _fewer(mine: Rate, need: Rate, times: float) -> Proof:
    """To what degree one meets fewer than once to so many of the other's; where ranges meet it is open."""
    proof = all_of(mine.proof, need.proof)
    if mine.high * times < need.low:
        return proof
    return proof.at_most(Degree.OPEN) if mine.low * times < need.high else proof.at_most(Degree.NO)

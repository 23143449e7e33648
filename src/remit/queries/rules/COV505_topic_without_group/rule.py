"""COV505: a topic that concerns several principals is in no remit."""

from __future__ import annotations

from collections.abc import Iterator

from remit.graph.logic import NO, OPEN, Evidence, Ground, Proof, all_of, excused
from remit.graph.org import Fact, Org, Thing
from remit.model.facts import Degree
from remit.model.text import Text
from remit.queries.rule import Condition, Reach, Row, Rule, Settings, count_of

PRINCIPALS = Text("huvudmän", "principals")

RULE = Rule(
    code="COV505",
    name="topic-without-group",
    severity="warning",
    title=Text("Fråga utan grupp", "Topic without a group"),
    definition=Text(
        "En fråga som rör flera av vårdens huvudmän är inte i någon gällande grupps uppdrag, varken själv, i en fråga "
        "som den är en del av eller i någon av sina delar. Vilka den rör är angivet, annars är det alla.",
        "A topic that concerns several care principals is in no remit of a group in force, neither itself, nor in a "
        "topic that it is part of, nor in any part of it. Whom it concerns is told, else it is all of them.",
    ),
    rationale=Text(
        "Det som flera ansvarar för tillsammans, och ingen har fått i uppdrag att samverka om, faller mellan dem.",
        "What several answer for together, and nobody has been given to collaborate on, falls between them.",
    ),
    harm=Text(
        "Invånaren får var och ens del för sig, eller blir hänvisad från den ena till den andra.",
        "The citizen gets each one's part by itself, or is sent from one to another.",
    ),
    repair=Text(
        "Ge en grupp där de berörda huvudmännen sitter frågan i uppdrag, eller bestäm att en av dem ansvarar ensam.",
        "Give the topic to a group where the principals concerned sit, or settle that one of them answers alone.",
    ),
    origin=Text(
        "Täckningskontroll: varje uppgift ska ha någon som har den i uppdrag (som i en RACI-tabell).",
        "A check of cover: every task is to have somebody who has it in their remit (as in a RACI chart).",
    ),
    conditions=(
        Condition(
            "context",
            Text("frågan rör minst två av vårdens huvudmän", "the topic concerns at least two care principals"),
        ),
        Condition(
            "defect",
            Text(
                "den möter inga frågor i någon gällande grupps uppdrag; ett uppdrag som inte är känt lämnar det öppet",
                "it meets no topics of a group in force; a remit that is not known leaves it open",
            ),
        ),
        Condition("defect", Text("alla grupper är redovisade", "all groups are listed")),
        Condition(
            "excuse",
            Text(
                "ett gemensamt organ är angivet att ha frågan i sitt mandat",
                "a joint body is told to have the topic in its mandate",
            ),
        ),
    ),
    messages={
        "finding": Text(
            "Rör flera huvudmän och är inte i någon grupps uppdrag: {subject}.",
            "In no group's remit, though several principals are concerned: {subject}.",
        )
    },
    looked_at=Text("frågor", "topics"),
    looks_at=count_of("topic"),
    coverage=True,
)


def detect(org: Org, settings: Settings) -> Iterator[Row]:
    """A row for each topic of several principals that no group has."""
    care = frozenset(org.care_principals)
    for topic in org.things("topic"):
        principals, sure = org.concerned(topic.id)
        number = len(principals & care)
        several = sure if number > 1 else OPEN if sure.degree == Degree.OPEN else NO
        told = any(org.thing(above).fact("concerns").known for above in org.topic_line(topic.id))
        if org.part_left_open(topic.id) and not told:  # it may be part of one that concerns others
            several = OPEN
        none = org.resolver.listed("group").on(Ground.STRUCTURAL).seen(Evidence(topic.id, "in remit", "none"))
        proof = excused(none, *_remits(org, topic), *_joint(org, topic))
        reach = (Reach(number, len(care), PRINCIPALS),)
        yield Row(topic.id, all_of(org.in_force(topic), several.context(), proof), reach=reach)


def _remits(org: Org, topic: Thing) -> Iterator[Proof]:
    """To what degree each group has a topic, a wider one or a part of it in its remit."""
    for group in org.groups():
        yield all_of(org.in_force(group), _meets(org, group.fact("remit.topics"), topic))


def _joint(org: Org, topic: Thing) -> Iterator[Proof]:
    """To what degree each joint body is told to have the topic; silence on its mandate excuses nothing."""
    for body in org.things("joint_body"):
        topics = body.fact("mandate.topics")
        if topics.items or topics.left_open:
            yield all_of(org.in_force(body), _meets(org, topics, topic))


def _meets(org: Org, topics: Fact, topic: Thing) -> Proof:
    """To what degree a list of topics meets one; open where it is left open what either is part of."""
    proof = topics.has(lambda listed: org.topics_meet(listed, topic.id))
    if not proof and topics.values and any(map(org.part_left_open, (topic.id, *topics.values))):
        return OPEN
    return proof

"""STR207: a level has no group for a topic that must be treated there."""

from __future__ import annotations

from collections.abc import Iterator

from remit.graph.logic import NO, OPEN, Evidence, Ground, Proof, all_of, any_of, excused
from remit.graph.org import Org, Thing
from remit.model.facts import State
from remit.model.text import Text
from remit.queries.rule import Condition, Named, Row, Rule, Settings, count_of

RULE = Rule(
    code="STR207",
    name="missing-level",
    severity="warning",
    title=Text("Nivå utan grupp", "Level without a group"),
    definition=Text(
        "En nivå måste kunna behandla en fråga, och ingen gällande grupp på nivån har frågan i sitt uppdrag. En "
        "grupp som bara har en del av frågan lämnar det öppet.",
        "A level must be able to treat a topic, and no group in force at that level has the topic in its remit. A "
        "group that has only a part of the topic leaves it open.",
    ),
    rationale=Text(
        "Det som ska behandlas på en nivå behöver en plats där det kan ske; annars tas det upp på fel nivå eller "
        "inte alls.",
        "What is to be treated at a level needs a place where it can be; else it is taken up at the wrong one or "
        "not at all.",
    ),
    harm=Text(
        "Invånarens fråga behandlas av dem som inte kan göra något åt den, eller av ingen.",
        "The citizen's matter is treated by those who can do nothing about it, or by nobody.",
    ),
    repair=Text(
        "Ge en grupp på nivån frågan i uppdrag, tillsätt en, eller bestäm att en annan nivå ska behandla den.",
        "Give a group at the level the topic in its remit, set one up, or settle that another level is to treat it.",
    ),
    origin=Text(
        "Subsidiaritetsprincipen: en fråga hör hemma på den lägsta nivå som kan behandla den.",
        "The principle of subsidiarity: a matter belongs at the lowest level that can treat it.",
    ),
    conditions=(
        Condition(
            "context",
            Text(
                "en nivå är angiven som måste kunna behandla frågan",
                "a level is told that must be able to treat the topic",
            ),
        ),
        Condition(
            "defect",
            Text(
                "ingen gällande grupp på nivån har frågan, eller en fråga som den är en del av, i sitt uppdrag",
                "no group in force at the level has the topic, or one that it is part of, in its remit",
            ),
        ),
        Condition(
            "defect",
            Text(
                "alla grupper är redovisade; en grupp vars nivå eller uppdrag inte är känt lämnar det öppet",
                "all groups are listed; a group whose level or remit is not known leaves it open",
            ),
        ),
    ),
    messages={
        "finding": Text(
            "Ingen grupp på den nivå som måste kunna behandla frågan ({level}): {subject}.",
            "No group at the level that must be able to treat it ({level}): {subject}.",
        )
    },
    looked_at=Text("frågor", "topics"),
    looks_at=count_of("topic"),
)


def detect(org: Org, settings: Settings) -> Iterator[Row]:
    """A row for each topic, or set of topics to an extent, that no group at its level has."""
    for topic in org.subjects("topic"):
        needed = topic.fact("treated_at")
        if not (needed.known and topic.speaks_of("treated_at")):
            continue
        level = needed.value
        absent = (_absent(org, org.thing(member), level) for member in topic.members)
        proof = all_of(org.in_force(topic), needed.is_(level), *absent)
        values = {"level": Named((level,))}
        yield Row(topic.id, proof, related=(level,), extent=topic.extent, values=values)


def _absent(org: Org, topic: Thing, level: str) -> Proof:
    """To what degree no group at a level has a topic: one that has or may have it is told, or all are listed."""
    none = org.resolver.listed("group").on(Ground.STRUCTURAL).seen(Evidence(topic.id, "no group at", level))
    return excused(none, *(_treats(org, group, topic, level) for group in org.groups()))


def _treats(org: Org, group: Thing, topic: Thing, level: str) -> Proof:
    """To what degree a group is at a level and has a topic; of one that has, or may have, a part of it, it is open."""
    topics = group.fact("remit.topics")
    part = any(
        item.state != State.NONE and (org.covers_topic(topic.id, item.value) or org.part_left_open(item.value))
        for item in topics.items
    )
    has = any_of(org.covers(topics, topic.id), OPEN if part else NO)
    return all_of(org.in_force(group), group.fact("level").is_(level), has)

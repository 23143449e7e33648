"""ESC309: the expected wait of a route exceeds the limit set for its topic."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from remit.graph.calendar import meetings, wait_for
from remit.graph.decisions import Decisions, Ways
from remit.graph.logic import OPEN, YES, Evidence, Ground, Proof, all_of
from remit.graph.org import Org, Thing
from remit.graph.ways import REACHES
from remit.model.facts import Degree
from remit.model.text import Text
from remit.queries.cypher import Record, proof_of
from remit.queries.deciding import ways_of
from remit.queries.rule import Condition, Named, Reach, Row, Rule, Settings

RULE = Rule(
    code="ESC309",
    name="slow-route",
    severity="warning",
    title=Text("För lång väntan på beslut", "Too long a wait for a decision"),
    definition=Text(
        "Den förväntade väntan på mötena längs vägen till beslut är längre än den gräns som är satt för frågan.",
        "The expected wait for the meetings on the way to a decision is longer than the limit set for the topic.",
    ),
    rationale=Text(
        "Varje grupp på vägen lägger sin väntan på nästa möte till de andras. Ingen av dem ser summan.",
        "Each group on the way adds its wait for the next meeting to those of the others. None of them sees the sum.",
    ),
    harm=Text(
        "Invånaren väntar längre på besked än någon har tänkt sig, fast ingen har försummat något.",
        "The citizen waits longer for an answer than anybody intended, though nobody has neglected anything.",
    ),
    repair=Text(
        "Lägg mötena tätare eller i takt med varandra, eller korta vägen till den som får besluta.",
        "Hold the meetings more often or in step with each other, or shorten the way to whoever may decide.",
    ),
    origin=Text(
        "Förnyelseteori: väntan på nästa tillfälle är summan av mellanrummen i kvadrat genom dubbla summan av dem "
        "(Cox 1962, Renewal Theory).",
        "Renewal theory: the wait for the next occasion is the sum of the squared gaps by twice their sum (Cox 1962, "
        "Renewal Theory).",
    ),
    conditions=(
        Condition("context", Text("en gräns för väntan är satt för frågan", "a limit of waiting is set for the topic")),
        Condition(
            "context", Text("gruppen är gällande och har frågan i uppdraget", "the group is in force and has the topic")
        ),
        Condition(
            "context",
            Text(
                "en väg leder till någon som får besluta för en berörd huvudman",
                "a way leads to somebody who may decide for a concerned principal",
            ),
        ),
        Condition(
            "defect",
            Text(
                "väntan på de möten som är angivna, från gruppen där frågan väcks till beslutet, överstiger gränsen",
                "the wait for the meetings that are told, from the group where it is raised to the decision, exceeds "
                "the limit",
            ),
        ),
        Condition(
            "excuse", Text("en snabbare väg till samma beslut är angiven", "a quicker way to the decision is stated")
        ),
    ),
    messages={
        "finding": Text(
            "Väntan på beslut om {topic} är omkring {days} dagar, gränsen är {limit}: {subject}.",
            "The wait for a decision on {topic} is about {days} days, the limit is {limit}: {subject}.",
        )
    },
    looked_at=Text("frågor med en gräns för väntan", "topics with a limit of waiting"),
    looks_at=lambda org: sum(1 for topic in org.things("topic") if topic.fact("wait_limit_days").known),
)

PRINCIPALS = Text("berörda huvudmän", "concerned principals")


class Wait(NamedTuple):
    """The expected wait at a group in days, the least and the most, and who says so."""

    low: float
    high: float
    proof: Proof


class Slow(NamedTuple):
    """That the decision for a principal takes longer than it may."""

    days: float
    nodes: tuple[str, ...]
    proof: Proof


def detect(org: Org, settings: Settings) -> Iterator[Row]:
    """A row for each topic of a group whose quickest way to a decision for some principal is longer than the limit."""
    decisions = Decisions(org)
    for group in org.groups():
        for topic in group.fact("remit.topics").values:
            limit = _limit(org, topic)
            if limit is not None:
                reached = org.onward(group.id, topic, *REACHES["onward"])
                groups = [org.thing(node) for node in reached if org.kind(node) == "group"]
                waits = {one.id: wait for one in groups if (wait := _wait(one)) is not None}
                yield from _rows(decisions.ways(group, topic), *limit, waits)


def from_cypher(org: Org, settings: Settings, records: Iterable[Record]) -> Iterator[Row]:
    """The rows from the server's answer: the quickest of weighted ways is no pattern that Cypher has without further
    libraries, so it gives the steps of each topic of a group, and the same function adds up the waits.
    """
    for record in records:
        waits = {}
        for one in record["calendars"]:
            days = wait_for([datetime.date.fromisoformat(day) for day in one["dates"]], one["low"], one["high"])
            if days:
                waits[one["id"]] = Wait(*days, proof_of(one["proof"]))
        yield from _rows(ways_of(record), record["limit"], proof_of(record["limited"]), waits)


def _limit(org: Org, topic: str) -> tuple[float, Proof] | None:
    """The longest wait that is acceptable for a topic, told of it or of the nearest topic above it; what is left open
    nearer to it may be another.
    """
    certain = YES
    for above in org.topic_line(topic):
        fact = org.resolver.fact(above, "wait_limit_days")
        if fact.known:
            return fact.value, all_of(certain, fact.is_(fact.value))
        if fact.left_open or org.resolver.fact(above, "part_of").left_open:
            certain = OPEN
    return None


def _wait(group: Thing) -> Wait | None:
    """The wait for a group's next meeting; None where nobody tells. Where not all dates are told it may be shorter."""
    year = meetings(group)
    if year is None or year.wait is None:
        return None
    told = year.calendar.is_(lambda _: True)
    return Wait(*year.wait, told.at_most(Degree.OPEN if year.may_be_sooner else Degree.ESTABLISHED))


def _rows(ways: Ways, limit: float, limited: Proof, waits: Mapping[str, Wait]) -> Iterator[Row]:
    """The row for a topic of a group, with the principals for whom a decision most surely takes too long."""
    found = _slow(ways, limit, waits)
    best = max((slow.proof.degree for slow in found), default=Degree.NO)
    late = [slow for slow in found if slow.proof.degree == best]
    if late:
        days = max(slow.days for slow in late)
        proof = all_of(limited, ways.here, *(slow.proof for slow in late)).on(Ground.COUNTED)
        yield Row(
            ways.group,
            proof.seen(Evidence(ways.group, "days to decision", f"{days:.1f}")),
            related=tuple(sorted({node for slow in late for node in slow.nodes} - {ways.group})),
            pair=(ways.topic,),
            values={"topic": Named((ways.topic,)), "days": round(days), "limit": round(limit)},
            reach=(Reach(len(late), len(ways.principals), PRINCIPALS),),
        )


def _slow(ways: Ways, limit: float, waits: Mapping[str, Wait]) -> list[Slow]:
    """The quickest way to a decision for each principal where it takes too long, or may: by the meetings that are
    told alone. A quicker way that may be there leaves it open.
    """
    least = {group: wait.low for group, wait in waits.items()}
    most = {group: wait.high for group, wait in waits.items()}
    found = []
    surely, perhaps = (
        (ways.quickest(Degree.REPORTED, cost), ways.quickest(Degree.OPEN, cost)) for cost in (least, most)
    )
    for principal in ways.principals:
        for (sure, any_way), most_sure in ((surely, Degree.ESTABLISHED), (perhaps, Degree.OPEN)):
            path = sure[principal]
            if path.cost > limit:
                told = (waits[node].proof for node in path.nodes if node in waits)
                proof = all_of(ways.proof_of(principal, path), *told)
                quicker = any_way[principal].cost <= limit
                found.append(Slow(path.cost, path.nodes, proof.at_most(Degree.OPEN if quicker else most_sure)))
                break
    return found

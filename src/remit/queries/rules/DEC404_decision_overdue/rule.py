"""DEC404: in the register: a principal has not decided by the date, or an approved decision is not carried out."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping

from remit.graph.logic import NO, OPEN, Evidence, Ground, Proof, all_of
from remit.graph.org import Org, Thing
from remit.graph.resolve import Fact
from remit.model.facts import Degree
from remit.model.text import Text
from remit.queries.rule import Condition, Named, Row, Rule, Settings, Value, count_of

RULE = Rule(
    code="DEC404",
    name="decision-overdue",
    severity="warning",
    title=Text("Beslut som dröjer", "Decision overdue"),
    definition=Text(
        "I beslutsregistret: en huvudman har inte beslutat i tid, eller ett bifall är inte genomfört i tid.",
        "In the decision register: a principal has not decided by the date, or an approval is not carried out by it.",
    ),
    rationale=Text(
        "En rekommendation som en enda huvudman inte har tagit ställning till står stilla för alla.",
        "A recommendation on which a single principal has taken no position stands still for all.",
    ),
    harm=Text(
        "Invånaren väntar på något som redan är överenskommet.",
        "The citizen waits for something that is already agreed.",
    ),
    repair=Text(
        "Ta upp rekommendationen på nästa sammanträde, eller säg vem som genomför beslutet och när.",
        "Take the recommendation up at the next meeting, or say who carries the decision out and when.",
    ),
    origin=Text(
        "Beslutsregister i offentlig förvaltning: bevakning av ärenden efter datum.",
        "Decision registers in public administration: matters watched by date.",
    ),
    conditions=(
        Condition(
            "context",
            Text(
                "datum för beslut eller genomförande är passerat (öppet där källorna säger olika)",
                "the date told is past (open where sources disagree on it)",
            ),
        ),
        Condition(
            "defect",
            Text("beslutet eller genomförandet finns inte i registret", "no decision or carrying out is registered"),
        ),
    ),
    messages={
        "finding": Text(
            "{principal} skulle ha beslutat senast {date}: {subject}.",
            "{principal} was to decide by {date}: {subject}.",
        ),
        "not-carried-out": Text(
            "{principal} har bifallit men inte genomfört senast {date}: {subject}.",
            "{principal} has approved and not carried out by {date}: {subject}.",
        ),
    },
    looked_at=Text("rekommendationer", "recommendations"),
    looks_at=count_of("recommendation"),
)


def detect(org: Org, settings: Settings) -> Iterator[Row]:
    """A row for each principal whose decision, or carrying out, is overdue."""
    decisions = _decisions(org)
    for recommendation in org.things("recommendation"):
        mine = decisions.get(recommendation.id, [])
        here = org.presence(recommendation.id)
        due = recommendation.fact("due")
        for one in mine:
            yield from _overdue(org, recommendation.id, one, due, all_of(here, org.presence(one.id)))
        to, listed = recommendation.fact("to"), recommendation.fact("decisions").closed
        answered = {one.fact("principal").value for one in mine}
        left_open = any(not one.fact("principal").known for one in mine)
        for principal in sorted({item.value for item in to.items}):
            if principal in answered:
                continue
            evidence = Evidence(recommendation.id, "no decision", principal)
            nobody = Proof(Degree.ESTABLISHED, Ground.STRUCTURAL, (evidence,)) if listed and not left_open else OPEN
            proof = all_of(here, to.has(principal).context(), nobody, _past(org, due))
            if proof:
                values: dict[str, Value] = {"principal": Named((principal,)), "date": min(_days(due))}
                yield Row(recommendation.id, proof, related=(principal,), pair=(principal,), values=values)


def _overdue(org: Org, recommendation: str, decision: Thing, due_of_all: Fact, here: Proof) -> Iterator[Row]:
    own, outcome, principal = decision.fact("due"), decision.fact("outcome"), decision.fact("principal")
    who = (principal.value,) if principal.known else (decision.id,)
    due = own if _days(own) else due_of_all
    pending = outcome.says("pending") if outcome.known else outcome.missing()
    proof = all_of(here, pending, _past(org, due))
    if own.left_open:  # it may have another date of its own
        proof = proof.at_most(Degree.OPEN)
    if proof:
        values: dict[str, Value] = {"principal": Named(who), "date": min(_days(due))}
        yield Row(recommendation, proof, related=who, pair=(decision.id,), values=values)
    by = decision.fact("carry_out_by")
    proof = all_of(here, outcome.says("approved") if outcome.known else NO, _past(org, by))
    if proof:
        values = {"principal": Named(who), "date": min(_days(by))}
        yield Row(recommendation, proof, "not-carried-out", related=who, pair=(decision.id,), values=values)


def _past(org: Org, day: Fact) -> Proof:
    """To what degree a day is before the day of the audit; a day that nobody tells is not. Where sources disagree on
    the day, one of them that is past leaves it open.
    """
    if day.known:
        return day.is_(lambda value: value < org.on).on(Ground.COUNTED)
    past = any(one < org.on for one in _days(day))
    return Proof(Degree.OPEN, Ground.COUNTED) if past else NO


def _days(day: Fact) -> list[datetime.date]:
    """The day that is told, or those on which sources disagree."""
    return [said.value for said in day.said if isinstance(said.value, datetime.date)]


def _decisions(org: Org) -> Mapping[str, list[Thing]]:
    """The decisions of each recommendation."""
    found: dict[str, list[Thing]] = defaultdict(list)
    for decision in org.things("decision"):
        found[org.model.parents[decision.id][0]].append(decision)
    return found

"""MAN108: a mandate, assignment or agreement is past its date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from remit.graph.logic import NO, OPEN, Ground, Proof, all_of, any_of
from remit.graph.org import Fact, Org, Origin, Thing
from remit.model.facts import State
from remit.model.text import Text
from remit.queries.rule import Condition, Row, Rule, Settings, Value

DATES = {
    "mandate": "until",
    "seat": "mandate.until",
    "group": "remit.until",
    "joint_body": "mandate.until",
    "agreement": "valid_to",
}
"""By kind: where the last day stands."""


def _looks_at(org: Org) -> int:
    return sum(1 for kind, path in DATES.items() for thing in org.things(kind) if thing.fact(path).known)


RULE = Rule(
    code="MAN108",
    name="mandate-expired",
    severity="warning",
    title=Text("Mandat eller överenskommelse som gått ut", "Mandate or agreement past its date"),
    definition=Text(
        "Ett mandat, ett uppdrag eller en överenskommelse som fortfarande används har passerat sin sista dag.",
        "A mandate, an assignment or an agreement that is still relied on is past its last day.",
    ),
    rationale=Text(
        "Politiska mandat upphör med mandatperioden, alla på en gång, och överenskommelser löper ut utan "
        "att någon märker det. Arbetet fortsätter då utan stöd, tills någon frågar.",
        "Political mandates end with the term of office, all at once, and agreements run out unnoticed. The "
        "work then goes on without support until somebody asks.",
    ),
    harm=Text(
        "En insats som vilar på en utgången överenskommelse kan upphöra utan förvarning för den som behöver den.",
        "A service that rests on an agreement that has run out may end without warning for those who need it.",
    ),
    repair=Text(
        "Förnya mandatet eller överenskommelsen med ny sista dag, eller anteckna att den har upphört.",
        "Renew the mandate or agreement with a new last day, or record that it has ended.",
    ),
    origin=Text(
        "Kommunallagen: förtroendevalda väljs för en bestämd tid; god avtalsförvaltning: varje avtal har en "
        "sista dag och någon som bevakar den.",
        "The Swedish Local Government Act: elected members are appointed for a set time; good contract "
        "management: each agreement has a last day and somebody who watches it.",
    ),
    conditions=(
        Condition(
            "context",
            Text(
                "innehavaren, gruppen eller överenskommelsen räknas som gällande",
                "the holder, group or agreement counts as in force",
            ),
        ),
        Condition(
            "defect",
            Text(
                "den sista dagen är före den dag som granskningen gäller",
                "the last day is before the day that the audit is about",
            ),
        ),
    ),
    messages={
        "finding": Text(
            "Sista dagen för mandat eller uppdrag har passerat ({date}, bedömt den {on}): {subject}.",
            "The last day of a mandate or assignment is past ({date}, judged at {on}): {subject}.",
        ),
        "agreement": Text(
            "Sista dagen för en överenskommelse har passerat ({date}, bedömt den {on}): {subject}.",
            "The last day of an agreement is past ({date}, judged at {on}): {subject}.",
        ),
        "undated": Text(
            "Det är oklart om sista dagen har passerat (bedömt den {on}): {subject}.",
            "It is not clear whether the last day is past (judged at {on}): {subject}.",
        ),
    },
    looked_at=Text("mandat och överenskommelser med angiven sista dag", "mandates and agreements with a last day"),
    looks_at=_looks_at,
)


def detect(org: Org, settings: Settings) -> Iterator[Row]:
    """A row for each mandate, remit or agreement, or set of them to an extent, past its last day."""
    for kind, path in DATES.items():
        for thing in org.subjects(kind):
            fact = thing.fact(path)
            past = _past(org, fact) if thing.speaks_of(path) else NO
            if not past:
                continue
            values: dict[str, Value] = {"on": org.on}
            message = "undated"
            if fact.known:
                message = "agreement" if kind == "agreement" else "finding"
                values["date"] = fact.value
            yield Row(thing.id, all_of(_used(org, thing), past), message, extent=thing.extent, values=values)


def _past(org: Org, fact: Fact) -> Proof:
    """To what degree the last day is before the day of the audit; without a stated day nothing is past."""

    def before(day: date) -> bool:
        return day < org.on

    if fact.known:
        return fact.is_(before).on(Ground.COUNTED)
    if fact.state in (State.UNCLEAR, State.DEFERRED):
        return OPEN if fact.origin != Origin.WHOLE else NO
    days = [one.value for one in fact.said if one.state == State.VALUE]
    if fact.possibly and fact.possibly[0] == State.VALUE:
        days.append(fact.possibly[1])
    return OPEN if any(map(before, days)) else NO


def _used(org: Org, thing: Thing) -> Proof:
    """To what degree it counts as in force but for its own last day; for a set, to what degree any does."""
    return any_of(*(_member_used(org, org.thing(member)) for member in thing.members))


def _member_used(org: Org, thing: Thing) -> Proof:
    if thing.kind == "mandate":
        around = org.thing(org.model.parents[thing.id][0])
        return all_of(org.presence(thing.id), org.in_force(around))
    if thing.kind == "seat":
        return all_of(org.in_force(thing), org.in_force(org.group_of(thing)))
    return org.in_force(thing)

"""PLN802: an activity waits for a precondition that nobody owns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from remit.graph.logic import NO, OPEN, YES, Proof, all_of, any_of, excused
from remit.graph.org import Org, Thing
from remit.graph.resolve import Item
from remit.model.facts import Degree, State
from remit.model.text import Text
from remit.queries.rule import Condition, Row, Rule, Settings, count_of

OVER = ("done", "not_meant", "stopped")
"""Statuses at which an activity waits for nothing."""

RULE = Rule(
    code="PLN802",
    name="activity-blocked",
    severity="warning",
    title=Text("Aktivitet väntar på något som ingen äger", "Activity waits for something that nobody owns"),
    definition=Text(
        "En aktivitet väntar på en förutsättning som ingen ansvarar för.",
        "An activity waits for a precondition that nobody answers for.",
    ),
    rationale=Text(
        "Det som ingen äger blir inte gjort, och allt som väntar på det står stilla.",
        "What nobody owns is not done, and all that waits for it stands still.",
    ),
    harm=Text(
        "Förändringen som planen lovar når inte invånaren, och ingen kan säga när den gör det.",
        "The change that the plan promises does not reach the citizen, and nobody can say when it will.",
    ),
    repair=Text(
        "Utse vem som svarar för förutsättningen och när den ska vara klar, eller ta bort beroendet.",
        "Appoint who answers for the precondition and when it is to be done, or remove the dependence.",
    ),
    origin=Text(
        "Utvärderingen av processledarna i Skåne (2023), tabell 2: aktiviteter i avvaktan på centrala förutsättningar.",
        "The evaluation of the process leaders in Skåne (2023), table 2: activities awaiting central preconditions.",
    ),
    conditions=(
        Condition("context", Text("en källa säger vad aktiviteten väntar på", "a source says what it waits for")),
        Condition("defect", Text("ingen äger förutsättningen", "nobody owns the precondition")),
        Condition(
            "excuse",
            Text(
                "den är klar, avbruten eller inte avsedd överallt; varje angiven nivå har en status som säger det",
                "it is done, stopped or not meant everywhere; each level told has a status that says so",
            ),
        ),
    ),
    messages={
        "finding": Text(
            "Väntar på något som ingen svarar för: {subject}.",
            "Waits for something that nobody answers for: {subject}.",
        )
    },
    looked_at=Text("aktiviteter", "activities"),
    looks_at=count_of("activity"),
)


def detect(org: Org, settings: Settings) -> Iterator[Row]:
    """A row for each activity, or set of activities to an extent, that waits for what nobody owns."""
    statuses = _statuses(org)
    for activity in org.subjects("activity"):
        if activity.speaks_of("precondition", "precondition_owner"):
            waits = org.told(activity, lambda one: one.fact("precondition").excuse()).context()
            unowned = activity.fact("precondition_owner").missing()
            over = _over(activity, statuses.get(activity.id, ())) if activity.extent is None else NO
            yield Row(activity.id, all_of(waits, excused(unowned, over)), extent=activity.extent)


def _over(activity: Thing, parts: Sequence[Thing]) -> Proof:
    """To what degree it is told to be over: in every status told, and at every level that it is meant for."""
    if not parts:
        return NO
    levels = activity.fact("levels")
    over = (part.fact("status").excuse(lambda status: status in OVER) for part in parts)
    meant = (_told_at(level, parts) for level in levels.items if level.state != State.NONE)
    return all_of(*over, *meant).at_most(Degree.OPEN if levels.left_open else Degree.ESTABLISHED)


def _told_at(level: Item, parts: Sequence[Thing]) -> Proof:
    """To what degree a status tells of a level: its own, or one that names no level, which is of all. Of a level
    that is not surely meant it may be that none has to.
    """
    sure = level.holds and not level.possibly and level.degree > Degree.OPEN
    here = [part.fact("level") for part in parts]
    told = (at.is_(level.value) if at.stated or at.left_open else YES for at in here)
    return any_of(NO if sure else OPEN, *told)


def _statuses(org: Org) -> Mapping[str, list[Thing]]:
    """For each activity how far it has come at each level or in each territory."""
    found: dict[str, list[Thing]] = defaultdict(list)
    for status in org.things("activity_status"):
        found[org.model.parents[status.id][0]].append(status)
    return found

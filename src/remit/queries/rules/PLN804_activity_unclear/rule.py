"""PLN804: an activity's status at a level is unclear."""

from __future__ import annotations

from collections.abc import Iterator

from remit.graph.org import Org
from remit.model.text import Text
from remit.queries.rule import Condition, Named, Row, Rule, Settings, count_of

RULE = Rule(
    code="PLN804",
    name="activity-unclear",
    severity="warning",
    title=Text("Oklar aktivitet", "Unclear activity"),
    definition=Text(
        "En källa säger att det är oklart hur långt en aktivitet kommit, eller vad den betyder, på en nivå.",
        "A source says that it is unclear how far an activity has come, or what it means, at a level.",
    ),
    rationale=Text(
        "En aktivitet som tolkas olika på olika nivåer blir inte gjord, eller görs på flera sätt.",
        "An activity that is read differently at different levels is not done, or is done in several ways.",
    ),
    harm=Text(
        "Det som planen lovar invånaren kommer på några håll och inte på andra, utan att någon har bestämt det.",
        "What the plan promises a citizen comes in some places and not in others, without anybody having decided so.",
    ),
    repair=Text(
        "Formulera om aktiviteten så att det framgår vem som gör vad på vilken nivå, och ange status.",
        "Reword the activity so that it says who does what at which level, and tell its status.",
    ),
    origin=Text(
        "Utvärderingen av processledarna i Skåne (2023), tabell 2: oklart, förtydligande behövs.",
        "The evaluation of the process leaders in Skåne (2023), table 2: unclear, clarification needed.",
    ),
    conditions=(
        Condition("defect", Text("en källa säger att status är oklar", "a source says that the status is unclear")),
    ),
    messages={
        "at": Text("Oklart för {place}: {subject}.", "Unclear for {place}: {subject}."),
        "finding": Text("Status är oklar: {subject}.", "The status is unclear: {subject}."),
    },
    looked_at=Text("aktiviteter", "activities"),
    looks_at=count_of("activity"),
)


def detect(org: Org, settings: Settings) -> Iterator[Row]:
    """A row for each level or territory where an activity's status is unclear, and for each activity as a whole."""
    for activity in org.subjects("activity"):
        yield Row(activity.id, activity.fact("statuses").unclear(), extent=activity.extent)
    for status in org.subjects("activity_status"):
        unclear = status.fact("status").unclear()
        if status.extent is not None:
            yield Row(status.id, unclear, extent=status.extent)
            continue
        facts = [status.fact(name) for name in ("level", "territory")]
        place = tuple(fact.value for fact in facts if fact.known) or (status.id,)
        activity_id = org.model.parents[status.id][0]
        yield Row(activity_id, unclear, "at", place, pair=(status.id,), values={"place": Named(place)})

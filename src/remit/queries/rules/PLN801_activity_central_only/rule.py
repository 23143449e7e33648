"""PLN801: an activity meant for several levels is under way at one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from remit.graph.logic import NO, OPEN, Ground, Proof, all_of, any_of, excused
from remit.graph.org import Org, Thing
from remit.graph.resolve import Fact
from remit.model.facts import Degree
from remit.model.text import Text
from remit.queries.cypher import Record, proof_of
from remit.queries.rule import Condition, Named, Row, Rule, Settings, count_of

RUNNING = ("done", "under_way")

RULE = Rule(
    code="PLN801",
    name="activity-central-only",
    severity="warning",
    title=Text("Aktivitet på en enda nivå", "Activity at one level only"),
    definition=Text(
        "En aktivitet som är avsedd för flera nivåer pågår bara på en av dem.",
        "An activity that is meant for several levels is under way at one of them only.",
    ),
    rationale=Text(
        "Det som bara görs centralt ändrar inget närmast invånaren, och det som bara görs lokalt sprids inte.",
        "What is done centrally alone changes nothing nearest the citizen; what is done locally alone is not spread.",
    ),
    harm=Text(
        "Planen räknas som påbörjad utan att invånaren märker någon skillnad.",
        "The plan counts as begun while the citizen notices no difference.",
    ),
    repair=Text(
        "Bryt ner aktiviteten på de andra nivåerna, eller säg att den bara gäller en.",
        "Break the activity down to the other levels, or say that it is for one only.",
    ),
    origin=Text(
        "Utvärderingen av processledarna i Skåne (2023), tabell 2: status per nivå.",
        "The evaluation of the process leaders in Skåne (2023), table 2: status per level.",
    ),
    conditions=(
        Condition("context", Text("den är avsedd för flera nivåer", "it is meant for several levels")),
        Condition("context", Text("den anges pågå på en nivå", "it is told to be under way at one level")),
        Condition("defect", Text("den pågår inte på någon av de andra", "it is under way at none of the others")),
        Condition("excuse", Text("den är bara avsedd centralt", "it is meant only centrally")),
    ),
    messages={
        "finding": Text(
            "Pågår på {level} men inte på {others}: {subject}.", "Under way at {level} but not at {others}: {subject}."
        )
    },
    looked_at=Text("aktiviteter", "activities"),
    looks_at=count_of("activity"),
)


class Place(NamedTuple):
    """One status: the level it is about, how sure it is that it runs there, that it does not, and that it is not meant
    to.
    """

    level: str
    runs: Proof
    idle: Proof
    not_meant: Proof


def detect(org: Org, settings: Settings) -> Iterator[Row]:
    """A row for each activity that is under way at one of the levels that it is meant for."""
    places = _places(org)
    for activity in org.things("activity"):
        levels = activity.fact("levels")
        meant = Proof(levels.degree, None, (), levels.sources) if levels.known else NO
        central = activity.fact("central").excuse(True)
        listed = activity.fact("statuses").closed
        yield from _row(activity.id, meant, levels.values, places.get(activity.id, ()), listed, central)


def from_cypher(org: Org, settings: Settings, records: Iterable[Record]) -> Iterator[Row]:
    """The rows from the server's answer; where it surely runs, and so which are the others, shows when weighed."""
    for record in records:
        places = [Place(level, *map(proof_of, terms)) for level, *terms in record["places"]]
        meant, central = proof_of(record["meant"]), proof_of(record["central"])
        yield from _row(record["subject"], meant, record["levels"], places, record["listed"], central)


def _row(
    subject: str, meant: Proof, levels: Sequence[str], places: Sequence[Place], listed: bool, central: Proof
) -> Iterator[Row]:
    dropped = {
        p.level
        for p in places
        if p.not_meant.degree > Degree.OPEN
        and not any(other.level == p.level and not other.not_meant for other in places)
    }
    wanted = [level for level in dict.fromkeys(levels) if level not in dropped]
    runs = {level: any_of(*(p.runs for p in places if p.level == level)) for level in wanted}
    sure = [level for level in wanted if runs[level].degree > Degree.OPEN]
    if len(sure) != 1 or len(wanted) < 2:
        return
    others = tuple(level for level in wanted if level != sure[0])
    astray = [place for place in places if not place.level]  # it may be about any level
    silent = Proof(Degree.ESTABLISHED, Ground.STRUCTURAL) if listed and not astray else OPEN
    idle = [all_of(*here) if (here := [p.idle for p in places if p.level == one]) else silent for one in others]
    proof = excused(all_of(meant.context(), runs[sure[0]], *idle), central)
    if any(place.runs for place in astray):
        proof = proof.at_most(Degree.OPEN)
    yield Row(subject, proof, related=(sure[0],), values={"level": Named((sure[0],)), "others": Named(others)})


def _places(org: Org) -> dict[str, list[Place]]:
    """For each activity its statuses, by the level that each is about (that of the territory where none is told)."""
    found: dict[str, list[Place]] = defaultdict(list)
    for part in org.things("activity_status"):
        level = _level(org, part)
        found[org.model.parents[part.id][0]].append(Place(level, *_readings(part.fact("status"))))
    return found


def _level(org: Org, part: Thing) -> str:
    own, territory = part.fact("level"), part.fact("territory")
    if not own.known and territory.known and org.kind(territory.value) == "territory":
        own = org.resolver.fact(territory.value, "level")
    return str(own.value) if own.known else ""


def _readings(status: Fact) -> tuple[Proof, Proof, Proof]:
    """To what degree it runs, does not, and is not meant to."""
    if not status.known:
        return OPEN, status.missing(), NO
    return (
        status.says(lambda value: value in RUNNING),
        status.says(lambda value: value not in RUNNING),
        status.says("not_meant"),
    )

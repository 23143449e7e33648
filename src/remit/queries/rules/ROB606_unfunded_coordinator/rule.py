"""ROB606: a source says that coordination or process leading lacks allocation or financing, or that it ends."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from remit.graph.logic import NO, Ground, Proof, all_of, any_of, excused
from remit.graph.org import Org, Thing
from remit.graph.resolve import Fact
from remit.model.facts import Extent
from remit.model.text import Text
from remit.queries.cypher import Record, extent_of, proof_of, value_of
from remit.queries.lacking import surest_missing
from remit.queries.rule import Condition, Named, Row, Rule, Setting, Settings, Value, count_of

KINDS = ("coordinator", "process_leader")

RULE = Rule(
    code="ROB606",
    name="unfunded-coordinator",
    severity="warning",
    title=Text("Samordning utan resurser", "Coordination without resources"),
    definition=Text(
        "En källa säger att en koordinator eller processledare saknar arbetstid eller finansiering, helt eller för "
        "en del, eller att uppdraget snart tar slut.",
        "A source says that a coordinator or process leader lacks working time or financing, wholly or for a part, or "
        "that the task ends soon.",
    ),
    rationale=Text(
        "Samverkan som hålls ihop av tillfälliga medel faller isär när de tar slut.",
        "Collaboration that is held together by temporary means falls apart when they end.",
    ),
    harm=Text(
        "Den som hjälpte ärendet mellan huvudmännen finns inte kvar när invånaren behöver det nästa gång.",
        "Whoever helped the matter between the principals is gone when the citizen needs it the next time.",
    ),
    repair=Text(
        "Besluta arbetstid och finansiering i ordinarie budget, eller vem som tar över uppgiften och när.",
        "Decide working time and financing in the ordinary budget, or who takes the task over and when.",
    ),
    origin=Text(
        "Utvärderingen av processledarna i Skåne (2023): behov av fortsatt finansiering för 2024.",
        "The evaluation of the process leaders in Skåne (2023): need of continued financing for 2024.",
    ),
    conditions=(
        Condition("context", Text("uppdraget gäller", "the task is in force")),
        Condition(
            "defect",
            Text(
                "en källa säger att arbetstid eller finansiering saknas, eller att det tar slut inom gränsen",
                "a source says that working time or financing is missing, or that it ends within the limit",
            ),
        ),
        Condition(
            "defect",
            Text(
                "eller att en andel av arbetstiden är noll eller inte betalas gemensamt",
                "or that a share of the working time is nought or not paid for together",
            ),
        ),
        Condition("excuse", Text("någon är angiven att betala andelen", "somebody is told to pay for the share")),
    ),
    messages={
        "allocation": Text("Har ingen arbetstid: {subject}.", "Has no working time: {subject}."),
        "finding": Text("Saknar finansiering: {subject}.", "Lacks financing: {subject}."),
        "share": Text(
            "Saknar arbetstid eller finansiering för {parts}: {subject}.",
            "Lacks working time or financing for {parts}: {subject}.",
        ),
        "ends": Text("Uppdraget slutar {date}: {subject}.", "The task ends on {date}: {subject}."),
    },
    looked_at=Text("koordinatorer och processledare", "coordinators and process leaders"),
    looks_at=lambda org: sum(count_of(kind)(org) for kind in KINDS),
    settings=(
        Setting(
            "days",
            365,
            Text("inom hur många dagar ett slut är ett fynd", "within how many days an end is a finding"),
            Text(
                "ett budgetår: medel för nästa år måste beslutas året innan",
                "a budget year: means for the next year must be decided the year before",
            ),
        ),
    ),
)

ORDER = ("allocation", "finding", "share", "ends")
"""What is told first of what is equally sure, by message."""


def detect(org: Org, settings: Settings) -> Iterator[Row]:
    """A row for each, or set of them to an extent: the surest of what is missing."""
    last = org.on + datetime.timedelta(days=settings["days"])
    shares = _shares(org)
    for kind in KINDS:
        for thing in org.subjects(kind):
            if thing.speaks_of("allocation", "financed_by", "until"):
                until = thing.fact("until")
                date = until.value if until.known else None
                mine = shares.get(thing.id, ()) if thing.extent is None else ()
                unpaid = [(one.id, _place(one), all_of(org.presence(one.id), _unpaid(thing, one))) for one in mine]
                yield _row(thing.id, thing.extent, org.in_force(thing), dict(_readings(thing, last)), unpaid, date)


def from_cypher(org: Org, settings: Settings, records: Iterable[Record]) -> Iterator[Row]:
    """The rows from the server's answer; which of the readings is the surest is known when they are weighed."""
    for record in records:
        readings = {message: proof_of(term) for message, term in record["readings"]}
        unpaid = [(one, place, proof_of(term)) for one, place, term in record["shares"]]
        date = value_of(record["date"])
        yield _row(record["subject"], extent_of(record), proof_of(record["here"]), readings, unpaid, date)


def _row(
    subject: str,
    extent: Extent | None,
    here: Proof,
    readings: Mapping[str, Proof],
    unpaid: Sequence[tuple[str, str, Proof]],
    date: Value | None,
) -> Row:
    names, lacks = surest_missing({one: proof for one, _, proof in unpaid})
    told = {**readings, "share": lacks}
    message = max(ORDER, key=lambda one: told[one].degree)
    proof = told[message]
    values: dict[str, Value] = {"date": date} if date and message == "ends" else {}
    if message != "share":
        return Row(subject, all_of(here, proof), message, extent=extent, values=values)
    parts = tuple(sorted({place for one, place, _ in unpaid if one in names}))
    return Row(subject, all_of(here, proof), message, parts, extent=extent, values=values | {"parts": Named(parts)})


def _readings(thing: Thing, last: datetime.date) -> Iterator[tuple[str, Proof]]:
    """What a source says is missing, by message."""
    allocation, until = thing.fact("allocation"), thing.fact("until")
    yield "allocation", allocation.says(0) if allocation.known else _told_missing(allocation)
    yield "finding", _told_missing(thing.fact("financed_by"))
    yield "ends", until.is_(lambda day: day <= last).on(Ground.COUNTED) if until.known else NO


def _told_missing(fact: Fact) -> Proof:
    """To what degree somebody says that it is missing; silence says nothing."""
    return fact.missing() if fact.doubted else NO


def _shares(org: Org) -> Mapping[str, list[Thing]]:
    """For each process leader the shares of its working time."""
    found: dict[str, list[Thing]] = defaultdict(list)
    for share in org.things("allocation"):
        found[org.model.parents[share.id][0]].append(share)
    return found


def _place(share: Thing) -> str:
    """For what a share is: its territory or group, else itself."""
    told = (share.fact(path) for path in ("territory", "group"))
    return next((str(fact.value) for fact in told if fact.known), share.id)


def _unpaid(leader: Thing, share: Thing) -> Proof:
    """To what degree a source says that a share has no working time, or no financing from anybody."""
    time, paid = share.fact("per_cent"), share.fact("financed")
    nothing = time.says(0) if time.known else _told_missing(time)
    unpaid = paid.says(False) if paid.known else _told_missing(paid)
    others = (one.fact("financed_by") for one in (share, leader))
    return any_of(nothing, excused(unpaid, *(fact.excuse() for fact in others)))

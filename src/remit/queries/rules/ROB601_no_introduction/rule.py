"""ROB601: a group has no introduction routine for new members, or nobody is known to answer for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from remit.graph.logic import Proof, all_of
from remit.graph.org import Org, Thing
from remit.model.facts import Extent
from remit.model.text import Text
from remit.queries.cypher import Record, extent_of, proof_of
from remit.queries.rule import Condition, Row, Rule, Settings

RULE = Rule(
    code="ROB601",
    name="no-introduction",
    severity="warning",
    title=Text("Nya ledamöter introduceras inte säkert", "Introduction of new members not secured"),
    definition=Text(
        "En gällande grupp i samverkanssystemet saknar rutin för att introducera nya ledamöter, eller så "
        "har ingen ansvaret för introduktionen. Att en källa säger att introduktionen eller ansvaret är "
        "oklart räknas hit.",
        "A group in force in the collaboration system has no routine for introducing new members, or nobody "
        "answers for the introduction. That a source calls the introduction or the responsibility unclear "
        "counts.",
    ),
    rationale=Text(
        "Det som en grupp kan och har kommit överens om finns till stor del hos ledamöterna. Byter en av "
        "dem arbete går det förlorat, om inte någon har till uppgift att föra det vidare till efterträdaren.",
        "Much of what a group knows and has agreed on is held by its members. When one of them leaves, it "
        "is lost unless it is somebody's task to pass it on to the successor.",
    ),
    harm=Text(
        "Invånarens fråga får vänta eller tas om från början när den som kände till den har slutat.",
        "A citizen's matter has to wait, or start all over again, once the person who knew of it has left.",
    ),
    repair=Text(
        "Besluta en kort rutin för introduktionen (uppdrag, mandat, pågående frågor, vägar för beslut) och "
        "vem som ansvarar för den, till exempel gruppens koordinator eller sekreterare.",
        "Decide on a short introduction routine (remit, mandate, matters under way, ways to decision) and "
        "who answers for it, such as the group's coordinator or secretary.",
    ),
    origin=Text(
        "Utredningen om samverkan i Västerbotten (2018), utredarens reflexioner: sårbart vid personbyten. "
        "Bakgrund: L. Argote, Organizational Learning: kunskap som bara finns hos enskilda följer med dem "
        "när de går.",
        "The Västerbotten inquiry on collaboration (2018), the author's reflections: fragile when people "
        "change. Background: L. Argote, Organizational Learning: knowledge held by individuals alone leaves "
        "with them.",
    ),
    conditions=(
        Condition("context", Text("gruppen är gällande eller tillämpas", "the group is in force or practised")),
        Condition(
            "context",
            Text("gruppen räknas till samverkanssystemet", "the group is counted to the collaboration system"),
        ),
        Condition(
            "defect",
            Text(
                "rutin för introduktion saknas eller är oklar",
                "there is no introduction routine, or it is unclear",
            ),
        ),
        Condition(
            "defect",
            Text(
                "eller: ingen ansvarar för introduktionen, eller ansvaret är oklart",
                "or: nobody answers for the introduction, or it is unclear who does",
            ),
        ),
    ),
    messages={
        "finding": Text(
            "Rutin för att introducera nya ledamöter saknas: {subject}.",
            "No routine for introducing new members: {subject}.",
        ),
        "unclear": Text(
            "Det är oklart hur nya ledamöter introduceras: {subject}.",
            "It is unclear how new members are introduced: {subject}.",
        ),
        "owner": Text(
            "Ingen utpekad ansvarar för att introducera nya ledamöter: {subject}.",
            "Nobody is named to answer for introducing new members: {subject}.",
        ),
        "owner_unclear": Text(
            "Det är oklart vem som ansvarar för att introducera nya ledamöter: {subject}.",
            "It is unclear who answers for introducing new members: {subject}.",
        ),
    },
    looked_at=Text("grupper i samverkanssystemet", "groups in the collaboration system"),
    looks_at=lambda org: len(org.groups(counted=True)),
)


def detect(org: Org, settings: Settings) -> Iterator[Row]:
    """A row for each group, or set of groups to an extent: the surest of what is wrong there."""
    for group in org.subjects("group"):
        here = all_of(org.in_force(group), org.counted(group))
        yield from _row(group.id, group.extent, here, list(_readings(group)))


def from_cypher(org: Org, settings: Settings, records: Iterable[Record]) -> Iterator[Row]:
    """The rows from the server's answer; which reading is the surest is known when they are weighed."""
    for record in records:
        readings = [(message, proof_of(term), stated) for message, term, stated in record["readings"]]
        yield from _row(record["subject"], extent_of(record), proof_of(record["here"]), readings)


Reading = tuple[str, Proof, bool]


def _row(subject: str, extent: Extent | None, here: Proof, readings: list[Reading]) -> Iterator[Row]:
    """The surest reading, of equally sure ones what a source says."""
    if readings:
        message, defect, _ = max(readings, key=lambda reading: (reading[1].degree, reading[2]))
        yield Row(subject, all_of(here, defect), message, extent=extent)


def _readings(group: Thing) -> Iterator[Reading]:
    """What may be wrong: message, proof, and whether a source says it (then it goes before silence)."""
    if group.speaks_of("introduction"):
        routine = group.fact("introduction")
        yield "unclear", routine.unclear(), True
        yield "finding", routine.missing(), routine.stated
    if group.speaks_of("introduction_owner"):
        owner = group.fact("introduction_owner")
        yield "owner_unclear", owner.unclear(), True
        yield "owner", owner.missing(), owner.stated

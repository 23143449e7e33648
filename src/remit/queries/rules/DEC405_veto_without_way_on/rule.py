"""DEC405: a matter needs every principal's approval and a source says that there is no way on after one rejection."""

from __future__ import annotations

from collections.abc import Iterator

from remit.graph.logic import NO, Proof, all_of
from remit.graph.org import Org, Thing
from remit.model.text import Text
from remit.queries.rule import Condition, Row, Rule, Settings, count_of

KINDS = ("group", "recommendation")

RULE = Rule(
    code="DEC405",
    name="veto-without-way-on",
    severity="warning",
    title=Text("Veto utan väg vidare", "Veto without a way on"),
    definition=Text(
        "Något kräver alla huvudmäns bifall, och en källa säger att det inte finns någon väg vidare efter ett avslag.",
        "Something needs the approval of all principals, and a source says that no way on remains after one rejection.",
    ),
    rationale=Text(
        "Ju fler som var för sig måste säga ja, desto mindre är utsikten att alla gör det; utan väg vidare avgör den "
        "som säger nej för alla.",
        "The more who must each say yes, the smaller the chance that all do; without a way on whoever says no decides "
        "for all.",
    ),
    harm=Text(
        "En fråga som nästan alla vill lösa blir liggande, och invånaren får inte veta varför.",
        "A matter that nearly all want to settle is left lying, and the citizen is not told why.",
    ),
    repair=Text(
        "Bestäm vad som händer efter ett avslag: återremiss, genomförande hos dem som vill, eller annat organ.",
        "Decide what happens after a rejection: referral back, carrying out with those who want to, or another body.",
    ),
    origin=Text(
        "Pressman och Wildavsky (1973), Implementation: många oberoende ja. Likalydande beslut i svenska kommuner.",
        "Pressman and Wildavsky (1973), Implementation: many independent clearances. Decisions in the same words.",
    ),
    conditions=(
        Condition(
            "context",
            Text(
                "alla huvudmän måste bifalla (en rekommendation utan egen uppgift följer sin grupp)",
                "all principals must approve (a recommendation that tells nothing itself follows its group)",
            ),
        ),
        Condition(
            "defect",
            Text("en källa säger att inget händer efter ett avslag", "a source says that nothing follows a rejection"),
        ),
    ),
    messages={
        "finding": Text(
            "Alla måste bifalla, och det finns ingen väg vidare efter ett avslag: {subject}.",
            "All must approve, and there is no way on after a rejection: {subject}.",
        )
    },
    looked_at=Text("grupper och rekommendationer", "groups and recommendations"),
    looks_at=lambda org: sum(count_of(kind)(org) for kind in KINDS),
)


def detect(org: Org, settings: Settings) -> Iterator[Row]:
    """A row for each group and recommendation, or set of them to an extent, without a way on."""
    for kind in KINDS:
        for thing in org.subjects(kind):
            all_must = org.told(thing, _all_must).context()
            way = thing.fact("way_on")
            proof = all_of(org.in_force(thing), all_must, way.missing() if way.doubted else NO)
            yield Row(thing.id, proof, extent=thing.extent)


def _all_must(thing: Thing) -> Proof:
    """To what degree all must approve: as it tells itself, else as the group that recommended it does."""
    own = thing.fact("unanimous")
    if thing.kind == "group" or own.stated or own.left_open:
        return own.excuse(True)
    group = thing.fact("group")
    if not group.known:
        return NO
    return all_of(group.is_(group.value), thing.org.resolver.fact(group.value, "unanimous").excuse(True))

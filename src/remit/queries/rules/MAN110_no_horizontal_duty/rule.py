"""MAN110: a manager who takes part in collaboration has no such duty in their assignment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from remit.graph.logic import OPEN, Ground, Proof, all_of, any_of
from remit.graph.org import Org, Thing
from remit.graph.resolve import Fact
from remit.model.text import Text
from remit.queries.rule import Condition, Row, Rule, Settings, count_of

RULE = Rule(
    code="MAN110",
    name="no-horizontal-duty",
    severity="warning",
    title=Text("Chef utan samverkan i uppdraget", "Manager without collaboration in the assignment"),
    definition=Text(
        "En chef som sitter i samverkan, eller leder en enhet hos en huvudman som deltar, har inte samverkan som en "
        "skyldighet i sitt uppdrag.",
        "A manager who is seated in collaboration, or leads a unit of a principal that takes part, has no duty to "
        "collaborate in their assignment.",
    ),
    rationale=Text(
        "Det som inte står i uppdraget görs i mån av tid, och ingen frågar efter det.",
        "What does not stand in the assignment is done when there is time, and nobody asks for it.",
    ),
    harm=Text(
        "Den som behöver flera huvudmän samtidigt möter chefer som bara svarar för sin egen del.",
        "Whoever needs several principals at once meets managers who answer for their own part only.",
    ),
    repair=Text(
        "Skriv in samverkan i chefens uppdrag: med vilka, om vad och hur det följs upp.",
        "Write collaboration into the manager's assignment: with whom, about what and how it is followed up.",
    ),
    origin=Text(
        "AdvisoryBoard (2013), utvecklingsområde 1: samverkan finns mycket sällan i chefers uppdrag.",
        "AdvisoryBoard (2013), development area 1: collaboration is very seldom found in managers' assignments.",
    ),
    conditions=(
        Condition("context", Text("befattningen leder en enhet eller andra", "the post leads a unit or others")),
        Condition(
            "context",
            Text(
                "den sitter i samverkan, eller dess huvudman deltar i den (annars öppet)",
                "it is seated in collaboration, or its principal takes part in it (else open)",
            ),
        ),
        Condition(
            "defect", Text("uppdraget har ingen skyldighet att samverka", "the assignment holds no duty to collaborate")
        ),
    ),
    messages={
        "finding": Text(
            "Samverkan är ingen skyldighet i uppdraget: {subject}.",
            "Collaboration is no duty in the assignment: {subject}.",
        )
    },
    looked_at=Text("befattningar", "posts"),
    looks_at=count_of("function"),
)


def detect(org: Org, settings: Settings) -> Iterator[Row]:
    """A row for each managing function, or set of functions to an extent, without the duty."""
    seated, parties = _seated(org), _parties(org)
    for function in org.subjects("function"):
        if function.speaks_of("horizontal_duty"):
            those = [function] if function.extent is None else [org.thing(one) for one in function.members]
            proof = all_of(
                org.in_force(function),
                any_of(*map(_manages, those)).context(),
                any_of(OPEN, *(part for one in those for part in _takes_part(org, one, seated, parties))).context(),
                _no_duty(function.fact("horizontal_duty")),
            )
            yield Row(function.id, proof, extent=function.extent)


def _manages(function: Thing) -> Proof:
    """To what degree it is told to manage a unit, or to lead."""
    units = function.fact("manages")
    return any_of(units.excuse(), function.fact("leads").excuse(True))


def _no_duty(duty: Fact) -> Proof:
    """To what degree collaboration is no duty: a source says so, or the assignment is listed without it."""
    return duty.is_(False).on(Ground.STATED) if duty.known else duty.missing()


def _takes_part(
    org: Org, function: Thing, seated: Mapping[str, list[Proof]], parties: Mapping[str, list[Proof]]
) -> Iterator[Proof]:
    yield from seated.get(function.id, ())
    for principal in org.principals_of(function.id):
        yield from parties.get(principal, ())


def _seated(org: Org) -> Mapping[str, list[Proof]]:
    """For each function, the groups of the system where it fills a seat."""
    found: dict[str, list[Proof]] = defaultdict(list)
    for group in org.groups(counted=True):
        here = all_of(org.in_force(group), org.counted(group))
        for seat in org.filled(group.id):
            found[seat.fact("function").value].append(here)  # of a seat without one nobody asks
    return found


def _parties(org: Org) -> Mapping[str, list[Proof]]:
    """For each principal, the groups of the system where it sits and the agreements that it is party to."""
    found: dict[str, list[Proof]] = defaultdict(list)
    for group in org.groups(counted=True):
        here = all_of(org.in_force(group), org.counted(group))
        for principal in org.represented(group):
            found[principal].append(here)
    for agreement in org.things("agreement"):
        parties = agreement.fact("parties")
        for principal in {item.value for item in parties.items}:
            found[principal].append(all_of(org.in_force(agreement), parties.has(principal)))
    return found

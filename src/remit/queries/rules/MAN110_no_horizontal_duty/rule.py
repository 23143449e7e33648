"""MAN110: a manager who takes part in collaboration has no such duty in their assignment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from remit.graph.logic import NO, OPEN, YES, Ground, Proof, all_of, any_of, excused
from remit.graph.org import Org, Thing
from remit.graph.resolve import Fact
from remit.graph.ways import fully_told
from remit.model.text import Text
from remit.queries.rule import Condition, Row, Rule, Settings, count_of

RULE = Rule(
    code="MAN110",
    name="no-horizontal-duty",
    severity="warning",
    title=Text("Chef utan samverkan i uppdraget", "Manager without collaboration in the assignment"),
    definition=Text(
        "En chef som sitter i samverkan, eller leder en enhet hos en huvudman eller utförare som deltar, har inte "
        "samverkan som en skyldighet i sitt uppdrag.",
        "A manager who is seated in collaboration, or leads a unit of a principal or provider that takes part, has no "
        "duty to collaborate in their assignment.",
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
                "den sitter i samverkan, eller så deltar dess eller de ledda enheternas huvudman eller utförare i den; "
                "öppet där ingen säger det, inget där allt är redovisat och ingen deltar",
                "it is seated in collaboration, or the principal or provider of it or of the units it manages takes "
                "part; open where nobody tells, nothing where all is listed and none takes part",
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
    collaboration = _Collaboration(org)
    for function in org.subjects("function"):
        if function.speaks_of("horizontal_duty"):
            proof = all_of(
                org.in_force(function),
                org.told(function, _manages).context(),
                org.told(function, collaboration.takes_part).context(),
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


class _Collaboration:
    """Who takes part in what: the counted groups and the agreements, by function, principal and provider."""

    def __init__(self, org: Org) -> None:
        self.org = org
        self.by: dict[str, list[Proof]] = defaultdict(list)
        groups, agreements = org.groups(counted=True), [a for a in org.things("agreement") if org.in_force(a)]
        self.there = bool(groups or agreements)
        listed = [org.resolver.listed("group"), org.resolver.listed("agreement")]
        for group in groups:
            self._seats(group)
            listed.append(org.seats_listed(group))
            listed.extend(OPEN for seat in org.seats(group.id) if not self._owned(seat))
        for agreement in agreements:
            parties, unnamed = agreement.fact("parties"), agreement.fact("unnamed_parties")
            listed += [fully_told(parties), OPEN if unnamed.known or unnamed.left_open else YES]
            for one in {item.value for item in parties.items}:
                self.by[one].append(all_of(org.in_force(agreement), parties.has(one)))
        for body in org.things("joint_body"):
            if org.in_force(body):  # to decide together is perhaps to collaborate
                listed.append(OPEN if org.owners_open(body.id) else YES)
                for principal in org.principals_of(body.id):
                    self.by[principal].append(OPEN)
        self.listed = all_of(*listed)
        """To what degree all who take part are told."""

    def _seats(self, group: Thing) -> None:
        here = all_of(self.org.in_force(group), self.org.counted(group))
        for principal in self.org.represented(group):
            self.by[principal].append(here)
        for seat in self.org.seats(group.id):
            self.by[seat.fact("provider").value].append(here)  # where it has none, of nobody
        for seat in self.org.filled(group.id):
            self.by[seat.fact("function").value].append(here)

    def _owned(self, seat: Thing) -> bool:
        """Whether it is told whose a seat is: a person who sits as themselves may be anybody's."""
        told = (seat.fact(path).known for path in ("provider", "shared_by"))
        return any(told) or bool(self.org.principals_of(seat.id))

    def takes_part(self, function: Thing) -> Proof:
        """To what degree a function, or whose it or the units that it manages are, takes part; open where it is not
        told who does. A set is as its members are.
        """
        if function.extent is not None:
            return NO
        bodies = list(self._bodies(function))
        sure = bool(bodies) and not self._owners_open(function)
        untold = excused(OPEN, all_of(self.listed, YES if sure or not self.there else OPEN))
        return any_of(
            *self.by.get(function.id, ()),
            *(all_of(belongs, part) for body, belongs in bodies for part in self.by.get(body, ())),
            untold,
        )

    def _bodies(self, function: Thing) -> Iterator[tuple[str, Proof]]:
        """Whose it and the units that it manages are: principals, and providers along the line."""
        for principal in self.org.principals_of(function.id):
            yield principal, YES
        unit, manages = function.fact("unit"), function.fact("manages")
        units = [(unit.value, YES)] if unit.known else []
        units += [(one, manages.has(one)) for one in {item.value for item in manages.items}]
        for one, belongs in units:
            for principal in self.org.principals_of(one):
                yield principal, belongs
            for above in self.org.line_above(one):
                provider = self.org.resolver.fact(above, "provider")
                if provider.known:
                    yield provider.value, belongs

    def _owners_open(self, function: Thing) -> bool:
        manages = function.fact("manages")
        units = (item.value for item in manages.items)
        return manages.partly_open or any(map(self.org.owners_open, (function.id, *units)))

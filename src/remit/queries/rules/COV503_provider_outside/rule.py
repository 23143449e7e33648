"""COV503: providers or private principals stand outside the collaboration, or take less part than others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from remit.graph.logic import NO, OPEN, YES, Evidence, Ground, Proof, all_of, any_of, excused
from remit.graph.org import LINKING, Org, Origin, Thing
from remit.graph.resolve import Fact
from remit.model.facts import Degree, State
from remit.model.kinds.route import RELATIONS
from remit.model.text import Text
from remit.queries.rule import Condition, Row, Rule, Settings

RULE = Rule(
    code="COV503",
    name="provider-outside",
    severity="warning",
    title=Text("Utförare utanför samverkan", "Provider outside the collaboration"),
    definition=Text(
        "Utförare eller enskilda huvudmän har varken plats, överenskommelse eller väg in i samverkan, eller deltar"
        " i mindre utsträckning än andra.",
        "Providers or private principals have no seat, agreement or channel, or take part less than others do.",
    ),
    rationale=Text(
        "Det som huvudmännen kommer överens om når bara dem som har en väg dit; uppdrag och avtal räcker inte.",
        "What the principals agree on reaches only those with a way to it; assignments and contracts are not enough.",
    ),
    harm=Text(
        "Den som valt en privat vårdcentral eller fristående skola riskerar att stå utanför det som är överenskommet.",
        "Whoever has chosen a private health centre or school risks standing outside what has been agreed.",
    ),
    repair=Text(
        "Ge utförarna en plats, en företrädare eller en angiven kontaktväg, och skriv in dem i överenskommelserna.",
        "Give the providers a seat, a representative or a stated channel, and include them in the agreements.",
    ),
    origin=Text(
        "Utredningen om samverkan i Västerbotten (2018), komplicerande faktorer: det blandade systemet av utförare.",
        "The Västerbotten inquiry on collaboration (2018), complicating factors: the mix of providers.",
    ),
    conditions=(
        Condition("context", Text("en utförare eller en enskild huvudman", "a provider or a private principal")),
        Condition(
            "defect",
            Text(
                "en källa säger att den deltar mindre eller inte alls",
                "a source says that it takes less part, or none",
            ),
        ),
        Condition(
            "defect",
            Text(
                "eller: den drivs inte i offentlig regi, och varken plats, överenskommelse eller väg finns",
                "or: it is not publicly owned, and there is no seat, agreement or channel",
            ),
        ),
        Condition(
            "excuse",
            Text("en källa säger att den deltar, helt eller delvis", "a source says that it takes part, fully or less"),
        ),
    ),
    messages={
        "finding": Text(
            "Deltar i mindre utsträckning än övriga: {subject}.",
            "Taking part to a lesser extent than others: {subject}.",
        ),
        "none": Text("Deltar inte i samverkan: {subject}.", "Taking no part in the collaboration: {subject}."),
        "outside": Text(
            "Varken plats, överenskommelse eller väg in i samverkan: {subject}.",
            "No seat, agreement or channel to the collaboration: {subject}.",
        ),
    },
    looked_at=Text("utförare och enskilda huvudmän", "providers and private principals"),
    looks_at=lambda org: sum(1 for thing in _outsiders(org) if thing.extent is None),
    coverage=True,
)


def detect(org: Org, _settings: Settings) -> Iterator[Row]:
    """Rows for what is said of their part, and for those that nothing joins to the collaboration."""
    ties = _ties(org)
    listed = _listed(org)
    for thing in _outsiders(org):
        here, part = org.in_force(thing), thing.fact("participation")
        yield Row(thing.id, all_of(here, _said(part, "less")), extent=thing.extent)
        yield Row(thing.id, all_of(here, _said(part, "none")), "none", extent=thing.extent)
        if thing.extent is None:
            tie = any_of(*_of(org, ties, thing))
            absent = _absent(tie, listed).seen(Evidence(thing.id, "participation", "no tie"))
            proof = all_of(here, _not_public(thing), excused(absent, _told(part)))
            yield Row(thing.id, proof, "outside")


def _outsiders(org: Org) -> list[Thing]:
    """Providers and private principals, and the sets of them that a statement speaks of."""
    return [
        *org.subjects("provider"),
        *(
            thing
            for thing in org.subjects("principal")
            if thing.fact("role").value == "school" or thing.fact("kind").value in ("company", "school")
        ),
    ]


def _said(part: Fact, word: str) -> Proof:
    """To what degree a source says that it takes ``less`` or no part; silence says nothing."""
    if part.state == State.NONE:
        return part.missing() if word == "none" else NO
    if part.possibly and part.state == State.UNKNOWN:
        state, value = part.possibly
        return OPEN.on(Ground.STATED) if ("none" if state == State.NONE else value) == word else NO
    if part.stated or part.origin == Origin.CONTRADICTION:
        return part.says("less") if word == "less" else NO
    return NO


def _told(part: Fact) -> Proof:
    """What is told of its part has a message of its own; told of a set that it belongs to, it may take part."""
    if part.state == State.NONE:
        return YES
    return part.excuse() or (OPEN if part.possibly else NO)


def _not_public(thing: Thing) -> Proof:
    """To what degree it is in no public hands; a private principal is in none."""
    if thing.kind == "principal":
        return YES
    return thing.fact("ownership").is_(lambda value: value != "public")


def _absent(tie: Proof, listed: Proof) -> Proof:
    """To what degree there is no tie: it counts as missing only where everything is listed."""
    if tie.degree > Degree.OPEN:
        return NO
    return (listed if tie.degree == Degree.NO else OPEN).on(Ground.STRUCTURAL)


def _of(org: Org, ties: dict[str, list[Proof]], thing: Thing) -> list[Proof]:
    """The ties of a provider or principal; an agreement of its principal may include a provider."""
    found = list(ties.get(thing.id, ()))
    if thing.kind == "provider":
        by = thing.fact("principal")
        for agreement in org.things("agreement"):
            whose = agreement.fact("parties").has(by.value) if by.known else OPEN
            found.append(all_of(org.in_force(agreement), agreement.fact("covers_providers").excuse(True), whose))
    return found


def _ties(org: Org) -> dict[str, list[Proof]]:
    """What joins each provider or principal to the collaboration: seats, agreements, routes, channels."""
    found: dict[str, list[Proof]] = defaultdict(list)
    for owner, proof in (*_seats(org), *_agreements(org)):
        found[owner].append(proof)
    ends = [((edge.source, edge.target), edge.holds) for edge in org.edges]
    ends += [
        ((channel.subject, channel.to), Proof(Degree.OPEN if channel.possibly else channel.degree))
        for _, channels in sorted(org.resolver.channels.items())
        for channel in channels
        if channel.state == State.VALUE
    ]
    for both, proof in ends:
        for owner in (owner for end in both for owner in _holders(org, end)):
            found[owner].append(proof)
    return found


def _seats(org: Org) -> Iterator[tuple[str, Proof]]:
    """Who has a seat, and who shares one."""
    for group in org.groups():
        for seat in org.seats(group.id):
            function, provider = seat.fact("function"), seat.fact("provider")
            own = {*org.principals_of(seat.id), *_holders(org, function.value or "")}
            for owner in sorted(own | ({provider.value} if provider.known else set())):
                yield owner, all_of(org.in_force(group), org.in_force(seat))
        for pool in org.pools(group.id):
            enough = pool.count is not None and pool.count >= len(pool.principals)
            yield from ((owner, org.in_force(group) if enough else OPEN) for owner in sorted(pool.principals))


def _agreements(org: Org) -> Iterator[tuple[str, Proof]]:
    """Who is party to an agreement, or may be."""
    for agreement in org.things("agreement"):
        here = org.in_force(agreement)
        for item in agreement.fact("parties").items:
            if item.state != State.NONE:
                yield item.value, all_of(here, Proof(item.degree if item.holds else Degree.OPEN))
        possible = (item for item in agreement.fact("possible_parties").items if item.state != State.NONE)
        yield from ((item.value, here.at_most(Degree.OPEN)) for item in possible)


def _holders(org: Org, identifier: str) -> tuple[str, ...]:
    """The provider or principals that an end of a route belongs to."""
    kind = org.kind(identifier)
    if kind == "provider":
        return (identifier,)
    if kind == "function":
        unit = org.thing(identifier).fact("unit")
        return _holders(org, unit.value) if unit.known else org.principals_of(identifier)
    if kind == "unit":
        for above in org.line_above(identifier):
            provider = org.thing(above).fact("provider")
            if provider.known:
                return (provider.value,)
    return org.principals_of(identifier)


def _listed(org: Org) -> Proof:
    """To what degree everything that could join them is listed: groups, seats, agreements and routes."""
    bodies = [thing for kind in ("group", "unit", "function") for thing in org.things(kind)]
    return all_of(
        org.resolver.listed("group"),
        org.resolver.listed("agreement"),
        *(org.seats_listed(group) for group in org.groups()),
        *(Proof(_closed(agreement.fact("parties"))) for agreement in org.things("agreement")),
        *(OPEN for agreement in org.things("agreement") if agreement.fact("possible_parties").left_open),
        *(org.routes_listed(b.id, *(LINKING if b.kind == "group" else RELATIONS)) for b in bodies),
        *(OPEN for edge in org.edges if org.owners_open(edge.source) or org.owners_open(edge.target)),
        *(OPEN for seat in org.things("seat") if _anybodys(org, seat)),
    )


def _anybodys(org: Org, seat: Thing) -> bool:
    """Whether somebody leaves open whose a seat is, or whose the function is that fills it."""
    function = seat.fact("function")
    left_open = any(seat.fact(path).left_open for path in ("principal", "provider", "function", "shared_by"))
    return left_open or (function.known and org.owners_open(function.value))


def _closed(parties: Fact) -> Degree:
    """To what degree the parties to an agreement are all named."""
    named = parties.state == State.NONE or (parties.known and parties.closed)
    return parties.degree if named else Degree.OPEN

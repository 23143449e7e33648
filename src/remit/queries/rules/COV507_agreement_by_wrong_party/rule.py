"""COV507: an agreement is concluded by somebody who cannot bind a principal that is party to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from remit.graph.logic import NO, OPEN, YES, Evidence, Ground, Proof, all_of, any_of, excused
from remit.graph.org import Fact, Org, Origin, Thing
from remit.model.facts import Degree, Extent, State
from remit.model.text import Text
from remit.queries.cypher import Record, extent_of, proof_of
from remit.queries.lacking import surest_missing
from remit.queries.rule import Condition, Named, Reach, Row, Rule, Settings

POLITICAL = ("assembly", "board")
"""The kinds of unit that can bind their principal unless a source says otherwise."""

PRODUCTION = ("operation", "front_line")
"""The kinds of unit that carry out; to conclude agreements they need a mandate."""

PARTIES = Text("huvudmän som är parter", "principals that are party to it")


def _looks_at(org: Org) -> int:
    return sum(1 for agreement in org.things("agreement") if agreement.fact("concluded_by").known)


RULE = Rule(
    code="COV507",
    name="agreement-by-wrong-party",
    severity="warning",
    title=Text("Överenskommelse sluten av fel part", "Agreement by the wrong party"),
    definition=Text(
        "En gällande överenskommelse är sluten av någon som inte kan binda huvudmannen: en verksamhet eller utförare "
        "utan mandat för frågan, någon vars befogenhet gäller andra, eller någon annans företrädare.",
        "An agreement in force is concluded by somebody who cannot bind the principal: an operation or a provider "
        "without a mandate for the topic, somebody whose power is for others, or somebody else's representative.",
    ),
    rationale=Text(
        "En huvudman binds av sina egna beslutande organ eller av den som fått befogenheten av dem. Det som en "
        "verksamhet i egen regi lovar gäller bara den själv, inte huvudmannens övriga verksamheter och utförare.",
        "A principal is bound by its own deciding bodies or by whoever was given the power by them. What its own "
        "production promises holds for that production alone, not for the principal's other services and providers.",
    ),
    harm=Text(
        "Invånaren får olika stöd beroende på vilken utförare hon har, och den som åberopar överenskommelsen får "
        "höra att den inte gäller där.",
        "A citizen gets different support depending on which provider she has, and who invokes the agreement is told "
        "that it does not hold there.",
    ),
    repair=Text(
        "Låt huvudmannen besluta om överenskommelsen i det organ som har frågan, eller ge den som slutit den ett "
        "mandat genom delegation och anteckna det.",
        "Let the principal decide on the agreement in the body that has the topic, or give whoever concluded it a "
        "mandate by delegation and write it down.",
    ),
    origin=Text(
        "Utredningen om samverkan i Västerbotten (2018): det är viktigt att huvudmännen sluter överenskommelser, inte "
        "enbart företrädare för verksamhet i egen regi. Kommunallagen (2017:725) om delegation och avtalssamverkan: "
        "beslutanderätten har den som fått den.",
        "The inquiry on collaboration in Västerbotten (2018): it matters that the principals conclude agreements, not "
        "only representatives of their own production. The Swedish Local Government Act (2017:725) on delegation and "
        "collaboration by agreement: the power to decide is with whoever was given it.",
    ),
    conditions=(
        Condition(
            "context",
            Text(
                "överenskommelsen är gällande, och det är angivet vem som slutit den",
                "the agreement is in force, and it is told who concluded it",
            ),
        ),
        Condition("context", Text("huvudmannen är part", "the principal is party to it")),
        Condition(
            "defect",
            Text(
                "huvudmannens egen enhet, funktion eller utförare som slutit den kan inte binda den: befogenheten att "
                "sluta avtal är angiven för andra eller för ingen; i en verksamhet, där den inte är angiven, ger inget "
                "mandat rätt att besluta i frågan",
                "the principal's own unit, function or provider that concluded it cannot bind it: the power to "
                "conclude agreements is told to be for others or for nobody; in an operation, of which it is not told, "
                "no mandate gives the power to decide on the topic",
            ),
        ),
        Condition(
            "defect",
            Text(
                "eller ingen av dem som slutit den är huvudmannens, och alla är redovisade",
                "or none of those who concluded it is the principal's, and all of them are listed",
            ),
        ),
        Condition(
            "excuse",
            Text(
                "någon annan som kan binda huvudmannen har också slutit den: huvudmannen själv, dess fullmäktige eller "
                "nämnd, den som angetts kunna binda den, den som fått mandat att besluta i frågan",
                "somebody else who can bind the principal has concluded it as well: the principal itself, its assembly "
                "or a board of it, whoever is told to bind it, whoever was given a mandate to decide on the topic",
            ),
        ),
        Condition(
            "excuse",
            Text(
                "huvudmannen har överlåtit frågan till ett gemensamt organ, och den som kan binda dess värd har slutit "
                "den",
                "the principal has transferred the topic to a joint body, and whoever can bind its host concluded it",
            ),
        ),
        Condition(
            "excuse",
            Text(
                "ett förbund som huvudmannen är medlem i har slutit den; om det kan binda medlemmarna lämnas öppet",
                "an association of which the principal is a member concluded it; whether it can bind its members is "
                "left open",
            ),
        ),
    ),
    messages={
        "finding": Text(
            "Sluten av {concluders}, som inte kan binda {principals}: {subject}.",
            "Concluded by {concluders}, who cannot bind {principals}: {subject}.",
        ),
        "open": Text(
            "Det är inte säkert att de som slutit den ({concluders}) kan binda {principals}: {subject}.",
            "It is not certain that those who concluded it ({concluders}) can bind {principals}: {subject}.",
        ),
    },
    looked_at=Text(
        "överenskommelser där det är angivet vem som slutit dem", "agreements of which it is told who concluded them"
    ),
    looks_at=_looks_at,
)


def detect(org: Org, settings: Settings) -> Iterator[Row]:
    """A row for each agreement, or set of them to an extent, with the principals that are most surely not bound."""
    for agreement in org.subjects("agreement"):
        concluded = agreement.fact("concluded_by")
        by = [org.thing(one) for one in sorted({item.value for item in concluded.items if item.state != State.NONE})]
        if by and agreement.speaks_of("concluded_by"):
            here = org.in_force(agreement)
            yield from _row(agreement.id, agreement.extent, here, _unbound(org, agreement, by), [c.id for c in by])


def from_cypher(org: Org, settings: Settings, records: Iterable[Record]) -> Iterator[Row]:
    """The rows from the server's answer; who is most surely not bound is known when it is weighed."""
    for record in records:
        unbound = {one: proof_of(term) for one, term in record["unbound"]}
        here = proof_of(record["here"])
        yield from _row(record["subject"], extent_of(record), here, unbound, record["concluders"])


def _row(
    subject: str, extent: Extent | None, here: Proof, unbound: Mapping[str, Proof], by: Sequence[str]
) -> Iterator[Row]:
    principals, proof = surest_missing(unbound)
    whole = all_of(here, proof)
    yield Row(
        subject,
        whole,
        "open" if whole.degree == Degree.OPEN else "finding",
        related=tuple(sorted({*by, *principals})),
        extent=extent,
        values={"concluders": Named(tuple(by)), "principals": Named(principals)},
        reach=(Reach(len(principals), len(unbound), PARTIES),),
    )


def _unbound(org: Org, agreement: Thing, by: Sequence[Thing]) -> dict[str, Proof]:
    """For each principal that is party to it: to what degree nobody who concluded it can bind it."""
    concluded, topics = agreement.fact("concluded_by"), agreement.fact("topics")
    parties = [org.thing(member).fact("parties") for member in agreement.members]
    listed = {item.value for fact in parties for item in fact.items if item.state != State.NONE}
    found: dict[str, Proof] = {}
    for principal in sorted(one for one in listed if org.kind(one) == "principal"):
        own = {c.id: NO if c.kind == "provider" and c.id in listed else _own(org, c, principal) for c in by}
        wrong = (all_of(concluded.has(c.id), own[c.id], _unable(org, c, principal)) for c in by)
        can = [
            all_of(way, concluded.has(c.id), _binds(org, c, through, topics))
            for through, way in _through(org, principal, topics)
            for c in by
        ]
        party = all_of(*(fact.has(principal) for fact in parties)).context()
        nobody = _nobody(concluded, principal) if not any(own.values()) else NO
        found[principal] = all_of(party, excused(any_of(*wrong, nobody), *can))
    return found


def _own(org: Org, body: Thing, principal: str) -> Proof:
    """To what degree a body is a principal's, or the principal itself."""
    if principal in org.principals_of(body.id):
        return YES
    return OPEN if org.owners_open(body.id) else NO


def _nobody(concluded: Fact, principal: str) -> Proof:
    """To what degree those listed are all who concluded it."""
    if not (concluded.known and concluded.closed) or concluded.partly_open:
        return NO
    seen = Evidence(concluded.subject, "concluded by nobody of", principal)
    return concluded.is_(lambda _: True).on(Ground.STRUCTURAL).seen(seen)


def _unable(org: Org, body: Thing, principal: str) -> Proof:
    """To what degree a body of a principal is told, or by its kind and mandates known, not to bind it."""
    if body.kind == "provider":
        return YES.on(Ground.STRUCTURAL).seen(Evidence(body.id, "cannot bind", principal))
    if body.kind == "principal":
        return NO
    binds = body.fact("binds")
    if binds.origin == Origin.CONTRADICTION:
        return OPEN
    if _is_told(binds):
        return binds.lacks(principal)
    kind = _kind(org, body)
    if kind is None or kind.value not in PRODUCTION:
        return NO
    mandates = body.fact("mandates")
    without = (YES if mandates.closed else OPEN) if mandates.known else mandates.missing()
    return all_of(kind.is_(kind.value), without).on(Ground.STRUCTURAL).seen(Evidence(body.id, "cannot bind", principal))


def _binds(org: Org, body: Thing, principal: str, topics: Fact) -> Proof:
    """To what degree a body is told to bind a principal, or can as its own; whose power nobody tells leaves it open."""
    if body.id == principal:
        return YES
    if body.kind in ("principal", "provider"):
        return NO
    binds = body.fact("binds")
    if binds.origin == Origin.CONTRADICTION:
        return OPEN
    if _is_told(binds):
        return binds.has(principal)
    own = _own(org, body, principal)
    kind = _kind(org, body)
    if kind is not None and kind.value in PRODUCTION:
        return all_of(own, any_of(*(_decides(org, mandate, "", topics) for mandate in org.mandates(body.id))))
    political = kind is not None and body.kind == "unit" and kind.value in POLITICAL
    return all_of(own, kind.is_(kind.value)) if kind is not None and political else own.at_most(Degree.OPEN)


def _through(org: Org, principal: str, topics: Fact) -> Iterator[tuple[str, Proof]]:
    """Through whom a principal can be bound, and to what degree: itself, the host of a joint body to which it has
    transferred the topic, and perhaps an association that it is a member of.
    """
    yield principal, YES
    for association in org.things("principal"):
        members = association.fact("members")
        if any(item.value == principal for item in members.items):
            yield association.id, members.has(principal).at_most(Degree.OPEN)
    for joint in org.things("joint_body"):
        members, host = joint.fact("members"), joint.fact("host")
        if host.known and any(item.value == principal for item in members.items):
            transferred = _decides(org, joint, "mandate", topics)
            yield host.value, all_of(org.in_force(joint), members.has(principal), host.is_(host.value), transferred)


def _decides(org: Org, holder: Thing, path: str, topics: Fact) -> Proof:
    """To what degree a mandate gives the power to decide on a topic of an agreement; on any where it names none. Where
    it is left open what more it is about, that may be what the mandate is for.
    """
    over = holder.fact(f"{path}.topics" if path else "topics")
    about = [item.value for item in topics.items if item.state != State.NONE]
    covered = [all_of(topics.has(topic), org.covers(over, topic)) for topic in about] or [YES]
    return all_of(org.power(holder, path, "decide"), any_of(*covered, OPEN if topics.partly_open else NO))


def _is_told(binds: Fact) -> bool:
    """Whether somebody says for whom it can conclude agreements, be it that it is not clear."""
    return binds.state != State.UNKNOWN or bool(binds.items)


def _kind(org: Org, body: Thing) -> Fact | None:
    """The kind of a unit, or of the unit that a function stands in."""
    unit = body.id if body.kind == "unit" else body.fact("unit").value
    return org.thing(unit).fact("kind") if unit else None

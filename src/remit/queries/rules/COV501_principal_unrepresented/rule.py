"""COV501: a care principal that a group is for has no seat in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from remit.graph.logic import NO, OPEN, YES, Evidence, Ground, Proof, all_of, any_of, excused
from remit.graph.org import Org, Pool, Thing
from remit.model.facts import Degree
from remit.model.text import Text
from remit.queries.cypher import Record, proof_of
from remit.queries.rule import Condition, Named, Reach, Row, Rule, Settings, Value

PRINCIPALS = Text("huvudmän", "principals")
MUNICIPALITIES = Text("kommuner", "municipalities")

RULE = Rule(
    code="COV501",
    name="principal-unrepresented",
    severity="error",
    title=Text("Huvudman utan plats i gruppen", "Principal without a seat in the group"),
    definition=Text(
        "En huvudman inom en grupps område och frågor har ingen egen plats i gruppen, eller delar huvudmän på"
        " färre platser än de är.",
        "A care principal within a group's territory and topics has no seat of its own in it, or principals"
        " share fewer seats than they are.",
    ),
    rationale=Text(
        "Den som saknar plats kan varken väcka frågor, binda sig eller föra hem det som gruppen kommer fram till.",
        "Whoever has no seat can neither raise matters, commit itself nor take home what the group arrives at.",
    ),
    harm=Text(
        "Invånarna hos en huvudman utan plats får inte sina behov behandlade där de gemensamma frågorna avgörs.",
        "The citizens of a principal without a seat do not get their needs treated where common matters are.",
    ),
    repair=Text(
        "Ge varje huvudman en egen plats, eller skriv ner vem som företräder vem och hur det återförs.",
        "Give each principal a seat of its own, or write down who represents whom and how it is brought back.",
    ),
    origin=Text(
        "Utredningen om samverkan i Västerbotten (2018), om de förtroendevaldas grupp; representationsteori:"
        " den som berörs ska kunna utkräva ansvar av en namngiven företrädare.",
        "The Västerbotten inquiry on collaboration (2018), on the elected representatives' group; theory of"
        " representation: whoever is concerned must be able to hold a named representative to account.",
    ),
    conditions=(
        Condition("context", Text("gruppen är gällande", "the group is in force")),
        Condition("context", Text("den räknas till samverkanssystemet", "it is counted to the system")),
        Condition("context", Text("den är en stående grupp", "it is a standing group")),
        Condition(
            "context",
            Text(
                "huvudmannen hör till gruppens område, så som det är angivet eller följer av överenskommelsen",
                "the principal is in the group's territory, as stated or as it follows from the agreement",
            ),
        ),
        Condition(
            "context",
            Text("någon av gruppens frågor rör huvudmannen", "some topic of the group concerns the principal"),
        ),
        Condition("defect", Text("huvudmannen har ingen egen plats", "the principal has no seat of its own")),
        Condition(
            "defect",
            Text(
                "eller: de delade platserna är färre än huvudmännen som delar dem",
                "or: the shared seats are fewer than the principals that share them",
            ),
        ),
        Condition(
            "excuse",
            Text(
                "ett förbund där den är medlem har en plats (då öppen)",
                "an association that it is a member of has a seat (then open)",
            ),
        ),
        Condition(
            "excuse",
            Text(
                "en plats finns i gruppen utan att någon källa säger vems den är (då öppen)",
                "there is a seat in the group of which no source tells whose it is (then open)",
            ),
        ),
    ),
    messages={
        "finding": Text("Egen plats i {group} saknas: {subject}.", "No seat of its own in {group}: {subject}."),
        "shared": Text(
            "Delade platser: {seats} för {of} {what}, minst {without} är utan: {subject}.",
            "Shared seats: {seats} for {of} {what}, at least {without} without: {subject}.",
        ),
        "number": Text(
            "Hur många platser som {of} {what} delar på framgår inte: {subject}.",
            "How many seats {of} {what} share is not told: {subject}.",
        ),
        "unknown": Text(
            "Det framgår inte vilka huvudmän som har plats: {subject}.",
            "It is not told which principals have a seat: {subject}.",
        ),
    },
    looked_at=PRINCIPALS,
    looks_at=lambda org: len(org.care_principals),
    coverage=True,
)


class Left(NamedTuple):
    """A principal of a group's territory that has no seat: how it is told, whether the topics concern it, and whether
    an association that it is a member of has one.
    """

    principal: str
    lacks: Proof
    concerned: Proof
    spoken_for: bool


class Seating(NamedTuple):
    """What is known of a group's seats, whichever engine found it."""

    group: str
    context: Proof
    listed: Proof
    pools: list[tuple[Pool, Proof]]
    sharing: Mapping[str, str | None]
    """The principals that have to do with a shared seat, each with its kind."""
    left: list[Left]
    any_seat: bool
    any_nobodys: bool
    """Whether there is a seat of which nobody tells whose it is."""


def detect(org: Org, _settings: Settings) -> Iterator[Row]:
    """Rows for the groups whose shared seats do not suffice, and for each principal without a seat."""
    for group in org.groups(counted=True):
        yield from _rows(_seating(org, group))


def from_cypher(_org: Org, _settings: Settings, records: Iterable[Record]) -> Iterator[Row]:
    """The rows from the server's answer: how far shared seats suffice is arithmetic on sets, and whether a group's
    principals are one row or many depends on how sure it is that they lack a seat.
    """
    for record in records:
        subject = record["subject"]
        pools = [
            (Pool(one["seat"], subject, frozenset(one["principals"]), one["count"]), proof_of(one["proof"]))
            for one in record["pools"]
        ]
        left = [
            Left(one["principal"], proof_of(one["lacks"]), proof_of(one["concerned"]), one["spoken_for"])
            for one in record["left"]
        ]
        yield from _rows(
            Seating(
                subject,
                proof_of(record["context"]),
                proof_of(record["listed"]),
                pools,
                {one["principal"]: one["kind"] for one in record["sharing"]},
                left,
                record["any_seat"],
                record["any_nobodys"],
            )
        )


def _rows(seating: Seating) -> Iterator[Row]:
    for together in _overlapping(seating.pools):
        yield from _shared(seating, together)
    yield from _without(seating)


def _seating(org: Org, group: Thing) -> Seating:
    within, territory = _territory(org, group)
    seats, pools = org.seats(group.id), org.pools(group.id)
    own = frozenset(p for seat in seats for p in org.principals_of(seat.id))
    pooled = frozenset().union(*(pool.principals for pool in pools))
    sharing = (pooled & frozenset(org.care_principals) if within is None else pooled & within) - own
    spoken_for = _members_of_seated(org, seats)
    left = [
        Left(one, group.fact("seats").lacks(one), _concerns(org, group, one), one in spoken_for)
        for one in sorted((within or frozenset()) - own - pooled)
    ]
    return Seating(
        group.id,
        all_of(org.in_force(group), org.counted(group), group.fact("form").is_("standing"), territory),
        org.seats_listed(group),
        [(pool, _told(org, pool)) for pool in pools],
        {one: org.thing(one).fact("kind").value for one in sharing},
        left,
        bool(seats),
        any(not _owned(org, seat) for seat in seats),
    )


def _territory(org: Org, group: Thing) -> tuple[frozenset[str] | None, Proof]:
    """The care principals that it is told that the group is for; None where nothing tells."""
    agreement = group.fact("agreement")
    told = group.fact("territory").known or (agreement.known and org.thing(agreement.value).fact("parties").known)
    if told:
        return org.territory(group)
    return None, OPEN if group.fact("territory").left_open or agreement.left_open else YES


def _told(org: Org, pool: Pool) -> Proof:
    """How sure a shared seat is: that it is there, who shares it, how many it is."""
    seat = org.thing(pool.seat)
    facts = [seat.fact(path) for path in ("shared_by", "count")]
    return all_of(org.in_force(seat), *(Proof(fact.degree, None, (), fact.sources) for fact in facts))


def _overlapping(pools: list[tuple[Pool, Proof]]) -> list[list[tuple[Pool, Proof]]]:
    """The pools in heaps that share no principal with one another."""
    heaps: list[list[tuple[Pool, Proof]]] = []
    for pool, proof in pools:
        near = [heap for heap in heaps if any(pool.principals & other.principals for other, _ in heap)]
        heaps = [heap for heap in heaps if heap not in near]
        heaps.append([*(one for heap in near for one in heap), (pool, proof)])
    return heaps


def _shared(seating: Seating, together: list[tuple[Pool, Proof]]) -> Iterator[Row]:
    """A row for the group where the principals are more than the seats that they share."""
    pools = [pool for pool, _ in together]
    sharing = frozenset().union(*(pool.principals for pool in pools)) & frozenset(seating.sharing)
    counts = [pool.count for pool in pools if pool.count is not None]
    enough = sum(min(pool.count, len(pool.principals & sharing)) for pool in pools if pool.count is not None)
    without = len(sharing) - enough
    if without <= 0:
        return
    group, seats = seating.group, tuple(pool.seat for pool in pools)
    kinds = {seating.sharing[principal] for principal in sharing}
    what = MUNICIPALITIES if kinds == {"municipality"} else PRINCIPALS
    values: dict[str, Value] = {"of": len(sharing), "what": what}
    proof = all_of(
        seating.context,
        seating.listed.context(),  # where not all seats are listed there may be further ones
        Proof(Degree.ESTABLISHED, Ground.COUNTED, (Evidence(group, "seats", f"{sum(counts)}/{len(sharing)}"),)),
        *(proof for _, proof in together),
    )
    if len(counts) < len(pools):
        reach = (Reach(len(sharing), len(sharing), what),)
        yield Row(group, proof.at_most(Degree.OPEN), "number", seats, seats, values=values, reach=reach)
        return
    yield Row(
        group,
        proof,
        "shared",
        seats,
        seats,
        values=values | {"seats": sum(counts), "without": without},
        reach=(Reach(without, len(sharing), what),),
    )


def _without(seating: Seating) -> Iterator[Row]:
    """A row for each principal without a seat; one for the group where no source tells any seats."""
    group, unknown = seating.group, 0
    for principal, lacks, concerned, spoken_for in seating.left:
        if not seating.any_seat and lacks.degree == Degree.OPEN:
            unknown += bool(concerned)
            continue
        most = Degree.OPEN if seating.any_nobodys and lacks.ground != Ground.STATED else Degree.ESTABLISHED
        seen = (Evidence(group, "no seat", principal),)
        absent = lacks.at_most(most)._replace(evidence=seen)
        proof = all_of(seating.context, concerned, excused(absent, OPEN if spoken_for else NO))
        yield Row(principal, proof, related=(group,), pair=(group,), values={"group": Named((group,))})
    if unknown:
        reach = (Reach(unknown, len(seating.left), PRINCIPALS),)
        yield Row(group, all_of(seating.context, OPEN.on(Ground.STRUCTURAL)), "unknown", reach=reach)


def _concerns(org: Org, group: Thing, principal: str) -> Proof:
    """To what degree some topic of the group concerns a principal; a group without known topics does."""
    topics = group.fact("remit.topics")
    left_open = topics.partly_open or group.fact("remit").left_open
    if not topics.values:
        return OPEN if left_open else YES
    told = [org.concerned(topic, group) for topic in topics.values]
    concerned = any_of(*(Proof(proof.degree) for found, proof in told if principal in found))
    return concerned or (NO if topics.closed and not left_open else OPEN)


def _members_of_seated(org: Org, seats: list[Thing]) -> frozenset[str]:
    """The members of the associations that have a seat."""
    holders = {p for seat in seats for p in org.principals_of(seat.id)}
    return frozenset(m for holder in holders for m in org.thing(holder).fact("members").values)


def _owned(org: Org, seat: Thing) -> bool:
    """Whether it is told whose a seat is, and of nobody left open whether it shares it."""
    shared = seat.fact("shared_by")
    if shared.known and shared.partly_open:
        return False
    return bool(org.principals_of(seat.id) or shared.known or seat.fact("provider").known)

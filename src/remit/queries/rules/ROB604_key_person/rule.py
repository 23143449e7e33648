"""ROB604: one function or person holds so many seats that losing them stops several groups."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from remit.graph.holders import filled_alone, manned
from remit.graph.logic import NO, OPEN, YES, Evidence, Ground, Proof, all_of, any_of, excused
from remit.graph.org import Org, Thing
from remit.graph.ways import fully_told
from remit.model.facts import Degree, State
from remit.model.text import Text
from remit.queries.cypher import Record, proof_of
from remit.queries.rule import Condition, Named, Reach, Row, Rule, Setting, Settings

GROUPS = Text("grupper", "groups")

RULE = Rule(
    code="ROB604",
    name="key-person",
    severity="warning",
    title=Text("Nyckelperson", "Key person"),
    definition=Text(
        "Flera gällande grupper stannar om en enda befattning eller person faller bort. En grupp stannar när en "
        "huvudman förlorar sin enda fyllda plats i den, när den förlorar sin ordförande (om ingen vice är angiven) "
        "eller sin enda samordnare. En befattning som flera har, eller som står för flera, räknas inte.",
        "Several groups in force stop if a single post or person is lost. A group stops when a principal loses its "
        "only filled seat in it, when it loses its chair (if no vice chair is told) or its only coordinator. A post "
        "that several hold, or that stands for several, does not count.",
    ),
    rationale=Text(
        "Ju mer som hänger på en enda, desto mer stannar samtidigt när den slutar, blir sjuk eller byter arbete.",
        "The more that hangs on one, the more stops at once when they leave, fall ill or change work.",
    ),
    harm=Text(
        "Invånarens fråga blir liggande i alla grupper där den ende saknas.",
        "The citizen's matter is left lying in every group where that one is missing.",
    ),
    repair=Text(
        "Ge huvudmannen en ersättare eller en plats till, gruppen en vice ordförande, eller sprid platserna på fler.",
        "Give the principal a substitute or another seat, the group a vice chair, or spread the seats over more.",
    ),
    origin=Text(
        "Tillförlitlighetsteori: en enskild felpunkt; grafteori: en nod vars bortfall bryter förbindelser.",
        "Reliability engineering: a single point of failure; graph theory: a node whose loss breaks connections.",
    ),
    conditions=(
        Condition(
            "context",
            Text(
                "grupperna är gällande och befattningen är inte vakant",
                "the groups are in force and the post is not vacant",
            ),
        ),
        Condition(
            "defect",
            Text(
                "den fyller alla en huvudmans platser i gruppen, och alla platser är redovisade",
                "it fills all of a principal's seats in the group, and all seats are listed",
            ),
        ),
        Condition("defect", Text("eller: den är gruppens ordförande", "or: it is the group's chair")),
        Condition("excuse", Text("en vice ordförande är angiven", "a vice chair is told")),
        Condition(
            "defect",
            Text(
                "eller: den är gruppens enda samordnare, och alla samordnare är redovisade",
                "or: it is the group's only coordinator, and all coordinators are listed",
            ),
        ),
        Condition(
            "defect",
            Text("det gäller minst det satta antalet grupper", "it is so in at least the set number of groups"),
        ),
    ),
    messages={
        "finding": Text(
            "Om den faller bort stannar {groups}: {subject}.",
            "If lost, these stop, {groups}: {subject}.",
        )
    },
    looked_at=Text("befattningar och personer", "posts and persons"),
    looks_at=lambda org: sum(1 for kind in ("function", "person") for one in org.things(kind) if org.in_force(one)),
    settings=(
        Setting(
            "groups",
            2,
            Text("hur många grupper som minst stannar", "how many groups stop at the least"),
            Text(
                "flera är minst två: att en grupp hänger på någon är dess egen sak, att två gör det är systemets",
                "several are at least two: one group that hangs on somebody is its own concern, two are the system's",
            ),
        ),
    ),
)


class Holder(NamedTuple):
    """A post or person that fills something alone; ``post``: of a person, the post by which it does."""

    id: str
    post: str | None
    proof: Proof


class Place(NamedTuple):
    """A filled seat: whose it is, and who alone fills it."""

    principals: tuple[str, ...]
    holders: tuple[Holder, ...]


class Body(NamedTuple):
    """A group: its filled seats, the principals that share seats in it, and who leads it alone."""

    id: str
    here: Proof
    listed: Proof
    places: tuple[Place, ...]
    sharing: frozenset[str]
    leading: tuple[Holder, ...]


class Held(NamedTuple):
    """For each post, that somebody holds it at the date; and whether somebody may hold any, since it is left open."""

    of: Mapping[str, list[Thing]]
    somebody_may: bool


def detect(org: Org, settings: Settings) -> Iterator[Row]:
    """A row for each post or person without whom several groups stop."""
    held = _held(org)
    groups = org.groups()
    yield from _rows([_body(org, group, held) for group in groups], len(groups), settings["groups"])


def from_cypher(org: Org, settings: Settings, records: Iterable[Record]) -> Iterator[Row]:
    """The rows from the server's answer; which and how many groups stop is known when who fills what is weighed."""
    told = list(records)
    bodies = [
        Body(
            record["subject"],
            proof_of(record["here"]),
            Proof(proof_of(record["listed"]).degree),
            tuple(
                Place(tuple(one["principals"]), _holders_of(one["holders"]))
                for one in sorted(record["places"], key=lambda place: str(place["id"]))
            ),
            frozenset(record["sharing"]),
            _holders_of(record["leading"]),
        )
        for record in told
    ]
    yield from _rows(bodies, told[0]["of"] if told else 0, settings["groups"])


def _holders_of(told: Iterable[Record]) -> tuple[Holder, ...]:
    return tuple(Holder(one["id"], one["post"], proof_of(one["proof"])) for one in told)


def _rows(bodies: list[Body], of: int, limit: float) -> Iterator[Row]:
    """As surely as there is a degree at which enough groups stop; a person's row that a post's tells is left out."""
    stopped: dict[str, dict[str, Proof]] = defaultdict(dict)
    posts: dict[str, set[str | None]] = defaultdict(set)
    for body in bodies:
        for holder, proof in _stops(body).items():
            stopped[holder][body.id] = proof
        for one in (*body.leading, *(holder for place in body.places for holder in place.holders)):
            posts[one.id].add(one.post)
    found: dict[str, Row] = {}
    for holder, groups in sorted(stopped.items()):
        for degree in (Degree.ESTABLISHED, Degree.REPORTED, Degree.OPEN):
            those = tuple(sorted(group for group, proof in groups.items() if proof.degree >= degree))
            if len(those) >= limit:
                proof = all_of(*(groups[group] for group in those)).on(Ground.STRUCTURAL)
                reach = (Reach(len(those), of, GROUPS),)
                found[holder] = Row(holder, proof, related=those, values={"groups": Named(those)}, reach=reach)
                break
    for holder, row in found.items():
        same = (found[post] for post in posts[holder] if post in found)
        if not any(set(row.related) <= set(one.related) and row.proof.degree <= one.proof.degree for one in same):
            yield row


def _stops(body: Body) -> dict[str, Proof]:
    """Those without whom a group stops, to what degree."""
    found: dict[str, Proof] = {}
    for one in body.leading:
        found[one.id] = any_of(found.get(one.id, NO), one.proof)
    for principal in sorted({principal for place in body.places for principal in place.principals}):
        rest = all_of(body.listed, OPEN if principal in body.sharing else YES)
        own = [_surest(place.holders) for place in body.places if principal in place.principals]
        for holder in set(own[0]).intersection(*own):
            only = all_of(rest, *(place[holder] for place in own))
            only = only.seen(Evidence(body.id, "only seat of", principal)) if only else NO
            found[holder] = any_of(found.get(holder, NO), only)
    return {holder: whole for holder, proof in found.items() if (whole := all_of(body.here, proof))}


def _surest(holders: Iterable[Holder]) -> dict[str, Proof]:
    found: dict[str, Proof] = {}
    for one in holders:
        found[one.id] = any_of(found.get(one.id, NO), one.proof)
    return found


def _body(org: Org, group: Thing, held: Held) -> Body:
    return Body(
        group.id,
        org.in_force(group),
        Proof(org.seats_listed(group).degree),
        tuple(_place(org, seat, held) for seat in org.filled(group.id)),
        frozenset(principal for pool in org.pools(group.id) for principal in pool.principals),
        tuple(_leading(org, group, held)),
    )


def _place(org: Org, seat: Thing, held: Held) -> Place:
    function, person = seat.fact("function"), seat.fact("person")
    holders: list[Holder] = []
    if seat.fact("count").value == 1:
        if function.known:
            holders += _by_post(org, function.value, all_of(function.is_(function.value), manned(org, seat)), held)
        if person.known:
            proof = all_of(person.is_(person.value), manned(org, seat), org.in_force(org.thing(person.value)))
            holders.append(Holder(person.value, function.value, proof))
    return Place(org.principals_of(seat.id), tuple(holders))


def _leading(org: Org, group: Thing, held: Held) -> Iterator[Holder]:
    """The post, and whoever holds it, that leads the group as its chair or only coordinator."""
    chair, coordinators = group.fact("chair.holder"), group.fact("coordinator")
    if chair.known and org.kind(chair.value) == "function":
        leads = excused(chair.is_(chair.value), group.fact("chair.vice").excuse(True))
        yield from _by_post(org, chair.value, leads, held)
    told = {item.value for item in coordinators.items if item.state != State.NONE}
    if len(told) == 1 and org.kind(*told) == "function":
        (one,) = told
        alone = all_of(coordinators.has(one), fully_told(coordinators))
        yield from _by_post(org, one, alone, held)


def _by_post(org: Org, post: str, fills: Proof, held: Held) -> Iterator[Holder]:
    """A post that fills something, and the person who alone is told to hold it; one that several hold is nobody's."""
    holdings = held.of.get(post, [])
    if len(holdings) > 1:
        return
    proof = all_of(fills, filled_alone(org, org.thing(post)), OPEN if held.somebody_may else YES)
    yield Holder(post, None, proof)
    for holding in holdings:
        person = org.thing(org.model.parents[holding.id][0])
        holds = all_of(holding.fact("function").is_(post), org.in_force(holding), org.in_force(person))
        yield Holder(person.id, post, all_of(proof, holds))


def _held(org: Org) -> Held:
    found: dict[str, list[Thing]] = defaultdict(list)
    somebody_may = False
    for holding in org.things("holding"):
        function = holding.fact("function")
        if org.in_force(holding):
            found[function.value].append(holding)  # of nobody's post nobody asks
            somebody_may = somebody_may or function.left_open
    return Held(found, somebody_may)

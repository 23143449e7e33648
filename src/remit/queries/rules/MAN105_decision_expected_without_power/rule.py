"""MAN105: a group is expected to decide where neither it nor its seats together may decide."""

from __future__ import annotations

from collections.abc import Iterator

from remit.graph.logic import NO, OPEN, YES, Evidence, Ground, Proof, all_of, any_of, excused, first_best
from remit.graph.org import Org, Thing
from remit.model.facts import Degree
from remit.model.text import Text
from remit.queries.rule import Condition, Named, Row, Rule, Settings


def _looks_at(org: Org) -> int:
    return sum(1 for group in org.groups() if _expected(org, group))


RULE = Rule(
    code="MAN105",
    name="decision-expected-without-power",
    severity="error",
    title=Text("Beslut väntas där befogenhet saknas", "Decisions expected where there is no power"),
    definition=Text(
        "Av en gällande grupp väntas beslut i en fråga där varken gruppen eller dess platser tillsammans får "
        "besluta. Färre platser än berörda huvudmän räcker aldrig.",
        "A group in force is expected to decide on a topic on which neither it nor its seats together may "
        "decide. Fewer seats than concerned principals never suffice.",
    ),
    rationale=Text(
        "Den som väntar på ett beslut av någon som inte får fatta det väntar förgäves, och de som får fatta "
        "det vet inte att frågan är deras.",
        "Whoever awaits a decision from somebody who may not make it waits in vain, and those who may make "
        "it do not know that the matter is theirs.",
    ),
    harm=Text(
        "Frågor som rör många invånare diskuteras år efter år utan att någon bestämmer.",
        "Matters that concern many citizens are discussed year after year, and nobody decides.",
    ),
    repair=Text(
        "Ge gruppen eller dess ledamöter rätt att besluta, överlåt frågan till ett gemensamt organ, eller "
        "säg klart ut att gruppen bereder och att varje huvudman beslutar.",
        "Give the group or its members the power to decide, transfer the topic to a joint body, or say "
        "clearly that the group prepares and that each principal decides.",
    ),
    origin=Text(
        "Utredningen om samverkan i Västerbotten (2018), ”Förslaget bygger på ordinarie ansvarsnivåer”; "
        "kommunallagen: beslutanderätt utövas av den som har fått den i lag eller genom delegering.",
        "The Västerbotten inquiry on collaboration (2018), on building upon the ordinary levels of "
        "responsibility; the Swedish Local Government Act: only those empowered by law or delegation "
        "decide.",
    ),
    conditions=(
        Condition("context", Text("gruppen är gällande eller tillämpas", "the group is in force or practised")),
        Condition("context", Text("andra väntar sig att den beslutar", "others expect it to decide")),
        Condition("defect", Text("gruppen får inte besluta i frågan", "the group may not decide on the topic")),
        Condition(
            "defect",
            Text(
                "dess platser får inte besluta tillsammans: ingen av dem får, de är färre än de berörda "
                "huvudmännen, eller någon berörd huvudman saknar plats eller mandat att besluta",
                "its seats may not decide together: none of them may, they are fewer than the concerned "
                "principals, or some concerned principal has no seat or no mandate to decide",
            ),
        ),
        Condition(
            "excuse",
            Text(
                "en lag ger gruppen dess befogenheter, och ingen källa säger att de inte räcker",
                "a law gives the group its powers, and no source says that they do not suffice",
            ),
        ),
    ),
    messages={
        "finding": Text(
            "Beslut väntas i fråga om {topics} utan att det finns rätt att besluta: {subject}.",
            "Decisions are expected on {topics} without the power to decide: {subject}.",
        ),
        "any": Text(
            "Beslut väntas utan att det finns rätt att besluta: {subject}.",
            "Decisions are expected without the power to decide: {subject}.",
        ),
    },
    looked_at=Text("grupper som väntas besluta", "groups that are expected to decide"),
    looks_at=_looks_at,
)


def detect(org: Org, settings: Settings) -> Iterator[Row]:
    """A row for each group that is expected to decide, and for each set of them to an extent."""
    lacks: dict[tuple[str, str | None], Proof] = {}
    for group in org.subjects("group"):
        expected = _expected(org, group) if group.speaks_of("expected.powers") else NO
        if not expected:
            continue
        found: dict[str | None, Proof] = {}
        for topic, wanted in _topics(group):
            proofs = []
            for member in group.members:
                if (member, topic) not in lacks:
                    lacks[member, topic] = _lack(org, org.thing(member), topic)
                proofs.append(lacks[member, topic])
            found[topic] = all_of(org.in_force(group), expected, wanted, *proofs)
        best = max(proof.degree for proof in found.values())
        over = [topic for topic in found if found[topic].degree == best]
        proof = all_of(*(found[topic] for topic in over))
        named = Named(tuple(topic for topic in over if topic))
        if named.ids:
            yield Row(group.id, proof, extent=group.extent, values={"topics": named})
        else:
            yield Row(group.id, proof, "any", extent=group.extent)


def _expected(org: Org, group: Thing) -> Proof:
    """To what degree a decision is expected of it; silence expects nothing."""
    powers = group.fact("expected.powers")
    asked = powers.stated or powers.items
    return org.has_power(powers, "decide") if asked else NO


def _topics(group: Thing) -> list[tuple[str | None, Proof]]:
    """The topics it is expected to decide on, else those of its remit; None where nobody tells any."""
    facts = [group.fact(path) for path in ("expected.topics", "remit.topics")]
    for fact in facts:
        if fact.values:
            return [(topic, fact.has(topic)) for topic in sorted(fact.values)]
        if fact.left_open:
            return [(None, OPEN)]
    return [(None, YES)]


def _lack(org: Org, group: Thing, topic: str | None) -> Proof:
    """To what degree neither the group nor its seats together may decide on the topic."""
    own = _lacks(org, group, "remit", topic)
    if own.degree == Degree.OPEN:
        own = excused(own, org.is_decided_by_law(group))
    return all_of(own, _together(org, group, topic)) if own else NO


def _lacks(org: Org, thing: Thing, path: str, topic: str | None) -> Proof:
    """To what degree the mandate at ``path`` is known to hold no decision on the topic."""
    lacks = org.lacks_power(thing, path, "decide")
    if topic is None:
        return lacks
    topics = thing.fact(f"{path}.topics")
    if path == "mandate" and thing.fact("mandate").known and not (topics.stated or topics.left_open):
        topics = org.group_of(thing).fact("remit.topics")  # a seat that names no topics: those of its group
    return any_of(lacks, org.leaves_out(topics, topic))


def _together(org: Org, group: Thing, topic: str | None) -> Proof:
    """To what degree the seats of a group may not decide together. What is true of all of them is told before what is
    true of one principal's, unless that is surer.
    """
    listed = org.seats_listed(group)
    seats = org.seats(group.id)
    concerned, sure = org.concerned(topic or "", group)
    if concerned and org.seats_decide(group, topic or "", concerned).degree > Degree.OPEN:
        return NO
    without = {seat.id: _seat_lacks(org, seat, topic) for seat in seats}
    bound: dict[str, list[Proof]] = {principal: [] for principal in concerned}
    for seat in seats:
        for principal in org.principals_of(seat.id):
            if principal in bound:
                bound[principal].append(without[seat.id])
    one = any_of(*(_unbound(org, group, principal, bound[principal]) for principal in sorted(bound)))
    nobody = all_of(listed, *without.values())
    few = all_of(sure, _too_few(org, group, concerned))
    return first_best(OPEN, any_of(nobody, few), all_of(sure, listed, one))


def _unbound(org: Org, group: Thing, principal: str, without: list[Proof]) -> Proof:
    """To what degree a principal has no seat in the group, or none that may decide."""
    if org.seated(group, principal):
        return all_of(*without) if without else OPEN
    return YES.seen(Evidence(group.id, "no seat", principal))


def _seat_lacks(org: Org, seat: Thing, topic: str | None) -> Proof:
    """To what degree a seat is known to hold no decision on the topic. What its function holds clears it; a function,
    or mandates of it, that somebody leaves open may hold it.
    """
    function = seat.fact("function")
    left_open = function.left_open
    if function.known:
        left_open = org.thing(function.value).fact("mandates").left_open
    if topic:
        held = org.seat_power(seat, "decide", topic)
    else:
        held = any_of(*(org.has_power(one.fact("powers"), "decide") for one in org.mandates(function.value)))
    return excused(_lacks(org, seat, "mandate", topic), held, OPEN if left_open else NO)


def _too_few(org: Org, group: Thing, concerned: frozenset[str]) -> Proof:
    """To what degree there are fewer seats than concerned principals: those without a seat of their own have
    only the shared seats.
    """
    places = 0
    for pool in org.pools(group.id):
        if pool.principals & concerned:
            if pool.count is None:  # many, or nobody tells how many
                return NO
            places += pool.count
    needed = len(concerned.difference(*(org.principals_of(seat.id) for seat in org.seats(group.id))))
    if places >= needed:
        return NO
    evidence = (Evidence(group.id, "places", str(places)), Evidence(group.id, "needed", str(needed)))
    return org.seats_listed(group).seen(*evidence).on(Ground.COUNTED)

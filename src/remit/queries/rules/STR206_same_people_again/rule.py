"""STR206: two groups, not nested, have nearly the same members."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

from remit.graph.holders import manned, single
from remit.graph.logic import NO, OPEN, YES, Evidence, Ground, Proof, all_of, any_of, excused
from remit.graph.org import Org, Thing
from remit.graph.ways import fully_told
from remit.model.facts import Degree
from remit.model.text import Text
from remit.queries.cypher import Record, proof_of
from remit.queries.rule import Condition, Named, Reach, Row, Rule, Setting, Settings, count_of

MEMBERS = Text("angivna ledamöter", "members told")

RULE = Rule(
    code="STR206",
    name="same-people-again",
    severity="warning",
    title=Text("Samma personer igen", "The same people again"),
    definition=Text(
        "Två gällande grupper, av vilka ingen ingår i den andra, har nästan samma ledamöter: de gemensamma är en viss "
        "andel av alla i de två. En ledamot är den person som är angiven på platsen, annars befattningen. Vakanta "
        "platser räknas inte.",
        "Two groups in force, neither inside the other, have nearly the same members: those in common are a certain "
        "share of all in the two. A member is the person told to fill the seat, else the post. Vacant seats do not "
        "count.",
    ),
    rationale=Text(
        "När samma personer möts i två grupper tas frågor upp i den som råkar mötas först, och ingen vet efteråt i "
        "vilken egenskap något sades.",
        "Where the same people meet in two groups, matters are taken up in whichever meets first, and nobody knows "
        "afterwards in what capacity a thing was said.",
    ),
    harm=Text(
        "Tid som kunde ha gått till invånarens fråga går åt till att mötas två gånger om den.",
        "Time that could have gone to the citizen's matter goes to meeting twice about it.",
    ),
    repair=Text(
        "Slå ihop grupperna, låt den ena ingå i den andra, eller ge dem ledamöter efter vad var och en ska göra.",
        "Merge the groups, let one be part of the other, or give each the members that its task needs.",
    ),
    origin=Text(
        "Nätverksanalys: överlappande medlemskap (Breiger 1974, The Duality of Persons and Groups), Jaccards index.",
        "Network analysis: overlapping membership (Breiger 1974, The Duality of Persons and Groups), Jaccard's index.",
    ),
    conditions=(
        Condition("context", Text("båda grupperna är gällande", "both groups are in force")),
        Condition(
            "defect", Text("de har tillräckligt många ledamöter gemensamt", "they have enough members in common")
        ),
        Condition(
            "defect",
            Text(
                "de gemensamma är minst den satta andelen av alla ledamöter i de två",
                "those in common are at least the set share of all members of the two",
            ),
        ),
        Condition(
            "defect",
            Text(
                "varje plats är redovisad, är en enda och har en angiven innehavare, som är en; annars är det öppet",
                "every seat is listed, is one and has a holder who is told and is one; else it is open",
            ),
        ),
        Condition("excuse", Text("den ena ingår i den andra", "one is inside the other")),
    ),
    messages={
        "finding": Text(
            "Har nästan samma ledamöter som {other} ({met} av {of} gemensamma, gräns {limit} %): {subject}.",
            "Nearly the same members as {other} ({met} of {of} in common, limit {limit} %): {subject}.",
        )
    },
    looked_at=Text("grupper", "groups"),
    looks_at=count_of("group"),
    settings=(
        Setting(
            "share",
            0.8,
            Text("hur stor andel av alla ledamöter som är gemensam", "what share of all members is in common"),
            Text(
                "i två grupper om nio skiljer då högst en ledamot: ett möte i den ena är så när som på en ett möte i "
                "den andra",
                "in two groups of nine one member at most then differs: but for one, a meeting of either is of both",
            ),
        ),
        Setting(
            "members",
            3,
            Text("hur många ledamöter de minst har gemensamt", "how many members they have in common at the least"),
            Text(
                "två som möts på två ställen är ett samtal; först med en tredje finns en sammansättning att jämföra",
                "two who meet in two places are a conversation; only with a third is there a composition to compare",
            ),
        ),
    ),
)


class Side(NamedTuple):
    """The members of a group, and to what degree they are all told."""

    members: Mapping[str, Proof]
    told: Proof


def detect(org: Org, settings: Settings) -> Iterator[Row]:
    """A row for each pair of groups with nearly the same members."""
    sides = {group.id: _side(org, group) for group in org.groups()}
    groups_of: dict[str, list[str]] = defaultdict(list)
    for group, side in sides.items():
        for member in side.members:
            groups_of[member].append(group)
    for one, other in sorted({pair for groups in groups_of.values() for pair in combinations(sorted(groups), 2)}):
        here = all_of(org.in_force(org.thing(one)), org.in_force(org.thing(other)))
        yield from _row((one, other), (sides[one], sides[other]), here, org.nested(one, other), settings)


def from_cypher(org: Org, settings: Settings, records: Iterable[Record]) -> Iterator[Row]:
    """The rows from the server's answer; which members are in common, and how surely, is known when each is weighed."""
    for record in records:
        both, here = (record["subject"], record["other"]), proof_of(record["here"])
        sides = (_side_of(record["mine"], record["seats"][0]), _side_of(record["theirs"], record["seats"][1]))
        yield from _row(both, sides, here, proof_of(record["nested"]), settings)


def _row(
    both: tuple[str, str], sides: tuple[Side, Side], here: Proof, nested: Proof, settings: Settings
) -> Iterator[Row]:
    """As surely as there is a degree at which enough members are in common; who may be a member differs."""
    (one, other), (first, second) = both, sides
    every = first.members.keys() | second.members.keys()
    for degree in (Degree.ESTABLISHED, Degree.REPORTED, Degree.OPEN):
        common = sorted(
            member
            for member in first.members.keys() & second.members.keys()
            if min(first.members[member].degree, second.members[member].degree) >= degree
        )
        met, of, limit = len(common), len(every), float(settings["share"])
        if met >= settings["members"] and met >= limit * of:
            same = all_of(*(side.members[member] for member in common for side in sides))
            proof = all_of(here, same, first.told, second.told).on(Ground.COUNTED)
            seen = Evidence(one, "common members", f"{met} of {of}, limit {limit:g}")
            yield Row(
                one,
                excused(proof.seen(seen), nested),
                related=(other,),
                pair=(other,),
                values={"other": Named((other,)), "met": met, "of": of, "limit": round(100 * limit)},
                reach=(Reach(met, of, MEMBERS),),
            )
            return


def _side(org: Org, group: Thing) -> Side:
    members: dict[str, Proof] = {}
    told = fully_told(group.fact("seats"))
    for seat in org.filled(group.id):
        person, function = seat.fact("person"), seat.fact("function")
        holder = person if person.known else function
        if not holder.known:
            told = OPEN
            continue
        who = org.thing(holder.value)
        several = seat.fact("count").value != 1 or (who.kind == "function" and single(org, who) != YES)
        told = all_of(told, OPEN if several else YES)
        _add(members, who.id, all_of(holder.is_(who.id), manned(org, seat), manned(org, who)))
    return Side(members, Proof(told.degree))


def _side_of(members: Iterable[Record], told: object) -> Side:
    found: dict[str, Proof] = {}
    for one in members:
        _add(found, one["id"], proof_of(one["proof"]))
    return Side(found, Proof(proof_of(told).degree))


def _add(members: dict[str, Proof], who: str, proof: Proof) -> None:
    if proof:
        members[who] = any_of(members.get(who, NO), proof)

"""MAN104: seats of one group hold different powers on a topic of its remit, or a source says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from remit.graph.logic import NO, Proof, all_of
from remit.graph.org import Fact, Org, Origin, Thing
from remit.model.facts import Degree, Extent, State
from remit.model.kind import LADDER
from remit.model.text import Text
from remit.queries.cypher import Record, extent_of, proof_of
from remit.queries.rule import Condition, Named, Row, Rule, Settings, Value, count_of

RULE = Rule(
    code="MAN104",
    name="unequal-mandates",
    severity="warning",
    title=Text("Olika mandat möts", "Unequal mandates meet"),
    definition=Text(
        "Platserna i en gällande grupp har olika befogenheter i en av gruppens frågor, eller en källa säger "
        "att ledamöternas mandat inte matchar varandra.",
        "Seats of a group in force hold different powers on a topic of its remit, or a source says that the "
        "members' mandates do not match.",
    ),
    rationale=Text(
        "När en får besluta och en annan bara får diskutera kommer gruppen inte längre än den svagaste. De "
        "som har mandat tröttnar, och de som saknar det lovar mer än de kan hålla.",
        "Where one may decide and another only discuss, the group gets no further than the weakest. Those "
        "who have a mandate tire, and those who lack it promise more than they can keep.",
    ),
    harm=Text(
        "Besked till den enskilde dröjer medan den ena huvudmannens ledamot måste gå hem och fråga.",
        "The citizen's answer is delayed while one principal's member has to go home and ask.",
    ),
    repair=Text(
        "Bestäm vilket mandat gruppens frågor kräver och låt varje huvudman utse någon som har det.",
        "Settle which mandate the group's topics require, and let each principal appoint somebody who has it.",
    ),
    origin=Text(
        "Utredningen om samverkan i Västerbotten (2018), ”Om uppdragen i samverkanssystemet”; "
        "förhandlingsläran: parter behöver motsvarande mandat för att kunna komma överens.",
        "The Västerbotten inquiry on collaboration (2018), on the assignments of the system; the theory of "
        "negotiation: parties need matching mandates to be able to agree.",
    ),
    conditions=(
        Condition("context", Text("gruppen är gällande eller tillämpas", "the group is in force or practised")),
        Condition(
            "defect",
            Text("en källa säger att mandaten inte matchar", "a source says that the mandates do not match"),
        ),
        Condition(
            "defect",
            Text(
                "två platser med kända mandat når olika långt i samma fråga i gruppens uppdrag",
                "two seats with stated mandates reach differently far on one topic of the group's remit",
            ),
        ),
    ),
    messages={
        "finding": Text(
            "Ledamöternas mandat matchar inte varandra: {subject}.",
            "The members' mandates do not match: {subject}.",
        ),
        "powers": Text(
            "I samma fråga ({topics}) når mandaten olika långt, från att {low} till att {high}: {subject}.",
            "On the same topic ({topics}) mandates reach differently far, from {low} to {high}: {subject}.",
        ),
    },
    looked_at=Text("grupper", "groups"),
    looks_at=count_of("group"),
)

WORDS = (
    Text("informera", "informing"),
    Text("diskutera", "discussing"),
    Text("enas om ett synsätt", "agreeing on a view"),
    Text("bereda", "preparing"),
    Text("rekommendera", "recommending"),
    Text("besluta", "deciding"),
)
"""The powers of the ladder, in its order, as they stand in a message."""


@dataclass(frozen=True, slots=True)
class Span:
    """How far a seat reaches on the ladder in a topic: at least ``low``, at most ``high``, and how sure."""

    seat: str
    low: int
    high: int
    proof: Proof


class Grant(NamedTuple):
    """One mandate of a seat or of its function: how far it reaches."""

    low: int
    high: int
    proof: Proof


ANY_DISTANCE = Grant(-1, len(LADDER) - 1, NO)
"""That of a function that nobody knows."""


class Seen(NamedTuple):
    """A topic of the remit: to what degree it is one, and by seat its mandates with to what degree they cover it."""

    topic: str
    given: Proof
    grants: Mapping[str, Sequence[tuple[Grant, Proof]]]


def detect(org: Org, settings: Settings) -> Iterator[Row]:
    """A row for each group, or set of groups to an extent, whose mandates are said or seen not to match."""
    for group in org.subjects("group"):
        if group.speaks_of("equal_mandates"):
            seen = _seen(org, group) if group.extent is None else ()
            yield _row(group.id, group.extent, org.in_force(group), _said(group), seen)


def from_cypher(org: Org, settings: Settings, records: Iterable[Record]) -> Iterator[Row]:
    """The rows from the server's answer; which seats differ most surely is known when their mandates are weighed."""
    for record in records:
        mandates = [
            (seat, ANY_DISTANCE if held is None else _grant(proof_of(there), [proof_of(one) for one in held]))
            for seat, there, held in record["mandates"]
        ]
        topics = []
        for told in record["topics"]:
            grants: dict[str, list[tuple[Grant, Proof]]] = defaultdict(list)
            for (seat, grant), over in zip(mandates, told["covered"], strict=True):
                grants[seat].append((grant, proof_of(over)))
            topics.append(Seen(told["topic"], proof_of(told["given"]), grants))
        here, said = proof_of(record["here"]), proof_of(record["said"])
        yield _row(record["subject"], extent_of(record), here, said, topics)


def _row(subject: str, extent: Extent | None, here: Proof, said: Proof, topics: Iterable[Seen]) -> Row:
    """What is seen of the seats of a group, where it is surer than what is said; of cases that are meant to an extent
    there is only what is said.
    """
    told = Row(subject, all_of(here, said), extent=extent)
    seen = _differing(subject, here, topics)
    return seen if seen.proof.degree > told.proof.degree else told


def _said(group: Thing) -> Proof:
    """To what degree a source says so; silence says nothing."""
    fact = group.fact("equal_mandates")
    asked = fact.origin != Origin.SILENCE or fact.possibly == (State.VALUE, False)
    return fact.says(False) if asked else NO


def _seen(org: Org, group: Thing) -> Iterator[Seen]:
    """The topics of the remit, with the stated mandates of the seats."""
    topics = group.fact("remit.topics")
    mandates = {seat.id: found for seat in org.seats(group.id) if (found := _mandates(org, group, seat))}
    for topic in topics.values:
        grants = {seat: [(grant, org.covers(over, topic)) for grant, over in found] for seat, found in mandates.items()}
        yield Seen(topic, topics.has(topic), grants)


def _mandates(org: Org, group: Thing, seat: Thing) -> list[tuple[Grant, Fact]]:
    """The stated mandates of a seat, its own (over the group's topics if it names none) and its function's, each with
    the topics that it is over.
    """
    found = []
    there = org.in_force(seat)
    if seat.fact("mandate").known:
        topics = seat.fact("mandate.topics")
        over = topics if topics.known or topics.left_open else group.fact("remit.topics")
        found.append((_grant(there, _held(org, seat.fact("mandate.powers"))), over))
    function = seat.fact("function")
    if function.left_open and found:  # one that nobody knows may reach any distance
        found.append((ANY_DISTANCE, group.fact("remit.topics")))
    by_line = [one for one in org.mandates(function.value) if org.in_force(one)]
    found.extend((_grant(there, _held(org, one.fact("powers"))), one.fact("topics")) for one in by_line)
    return found


def _held(org: Org, powers: Fact) -> list[Proof]:
    """To what degree a list of powers holds each of the ladder."""
    return [org.has_power(powers, power) for power in LADDER]


def _grant(there: Proof, held: Sequence[Proof]) -> Grant:
    low, proof = max(((i, p) for i, p in enumerate(held) if p.degree > Degree.OPEN), default=(-1, NO))
    high = max((i for i, p in enumerate(held) if p), default=-1)
    return Grant(low, high, all_of(there, proof))


def _differing(subject: str, here: Proof, topics: Iterable[Seen]) -> Row:
    """The two seats that differ most surely, with every topic on which seats differ as surely."""
    best = NO
    pair: tuple[Span, ...] = ()
    over: list[str] = []
    by_topic = {seen.topic: seen for seen in topics}  # one that several tell is one
    for _, seen in sorted(by_topic.items()):
        proof, spans = _differ([_span(seat, seen.grants[seat]) for seat in sorted(seen.grants)])
        proof = all_of(proof, seen.given)
        if proof.degree > best.degree:
            best, pair, over = proof, spans, [seen.topic]
        elif proof and proof.degree == best.degree:
            over.append(seen.topic)
    if not pair:
        return Row(subject, NO)
    more, less = pair
    values: dict[str, Value] = {
        "topics": Named(tuple(over)),
        "high": WORDS[more.low],
        "low": WORDS[less.low],
    }
    return Row(subject, all_of(here, best), "powers", (more.seat, less.seat), values=values)


def _span(seat: str, grants: Sequence[tuple[Grant, Proof]]) -> Span:
    """How far a seat reaches in a topic by the stated mandates that cover it; where none does, nowhere."""
    low, high, proof = -1, -1, NO
    for grant, over in grants:
        if over:
            high = max(high, grant.high)
        reached = all_of(grant.proof, over)
        if over.degree > Degree.OPEN and (grant.low, reached.degree) > (low, proof.degree):
            low, proof = grant.low, reached
    return Span(seat, low, high, proof)


def _differ(spans: Sequence[Span]) -> tuple[Proof, tuple[Span, ...]]:
    """The surest and widest difference between two seats on a topic: the further-reaching seat first."""
    alike: dict[tuple[int, int], Span] = {}
    for span in spans:
        known = alike.setdefault((span.low, span.high), span)
        if span.proof.degree > known.proof.degree:
            alike[span.low, span.high] = span
    best = NO
    pair: tuple[Span, ...] = ()
    pairs = combinations([alike[key] for key in sorted(alike)], 2)
    for less, more in sorted(pairs, key=lambda two: two[0].low - two[1].low):
        proof = NO if less.low == more.low else all_of(more.proof, less.proof)
        if less.high >= more.low:
            proof = proof.at_most(Degree.OPEN)
        if proof.degree > best.degree:
            best, pair = proof, (more, less)
    return best, pair

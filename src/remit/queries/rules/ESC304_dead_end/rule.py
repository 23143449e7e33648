"""ESC304: a route ends where there is neither power to decide nor a way on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from remit.graph.logic import NO, OPEN, YES, Ground, Proof, all_of, any_of, excused
from remit.graph.org import Edge, Org, Thing
from remit.graph.resolve import Fact
from remit.graph.ways import fully_told, routes_in_use
from remit.model.facts import Degree, Extent, State
from remit.model.text import Text
from remit.queries.cypher import Record, proof_of
from remit.queries.rule import Condition, Named, Row, Rule, Settings

ROUTES = ("escalates_to", "prepares_for", "recommends_to")
ONWARD = (*ROUTES, "answers_to", "parent")
"""The relations by which a matter can go on from a group."""

UNSETTLED = (State.UNCLEAR, State.DEFERRED)
"""The words by which somebody says that a thing is not settled: it may be so."""

RULE = Rule(
    code="ESC304",
    name="dead-end",
    severity="warning",
    title=Text("Återvändsgränd", "Dead end"),
    definition=Text(
        "En väg som lyfter, bereder eller rekommenderar slutar hos någon som varken får besluta eller har "
        "någon väg vidare.",
        "A route that escalates, prepares or recommends ends at somebody who may neither decide nor has a way on.",
    ),
    rationale=Text(
        "Frågan kommer fram men kan inte avgöras där och inte heller lämnas vidare; den som skickade den "
        "tror att den behandlas.",
        "The matter arrives but can neither be settled there nor be passed on; whoever sent it believes "
        "that it is treated.",
    ),
    harm=Text(
        "Invånaren väntar på ett beslut som ingen kan fatta.",
        "The citizen waits for a decision that nobody can make.",
    ),
    repair=Text(
        "Ge mottagaren makt att besluta i frågan, ange vägen vidare till den som har den, eller led vägen dit direkt.",
        "Give the receiver the power to decide, state the way on to whoever has it, or lead the route straight there.",
    ),
    origin=Text(
        "Kommunallagen (2017:725) om delegation: den som inte fått makten kan inte besluta; "
        "ärendehantering: varje ärende ska ha ett slut.",
        "The Swedish Local Government Act (2017:725) on delegation: who was not given the power cannot "
        "decide; case handling: each matter must come to an end.",
    ),
    conditions=(
        Condition("context", Text("en angiven väg leder dit", "a stated route leads there")),
        Condition("context", Text("mottagaren är gällande", "the receiver is in force")),
        Condition("defect", Text("mottagaren får inte besluta i frågan", "the receiver may not decide the matter")),
        Condition(
            "defect",
            Text(
                "det finns ingen väg vidare: alla dess vägar är redovisade, eller en källa säger det; en "
                "enhet eller befattning står i en linje, som är en väg vidare om ingen säger annat",
                "there is no way on: all its ways are listed, or a source says so; a unit or function "
                "stands in a line, which is a way on unless somebody says otherwise",
            ),
        ),
        Condition("excuse", Text("mottagaren har befogenheter i lag", "the receiver has powers in law")),
        Condition(
            "excuse",
            Text(
                "en plats har mandat att besluta eller att ta hem frågor",
                "a seat has a mandate to decide or to take matters home",
            ),
        ),
        Condition(
            "excuse",
            Text(
                "det är angivet hur det som gruppen rekommenderar beslutas",
                "it is stated how what the group recommends is decided",
            ),
        ),
        Condition(
            "excuse",
            Text("en källa säger att det finns en väg vidare", "a source says that there is a way on"),
        ),
    ),
    messages={
        "finding": Text(
            "Vägen slutar utan rätt att besluta och utan väg vidare: {subject}; från {sources}.",
            "The route ends with neither power to decide nor a way on: {subject}; from {sources}.",
        )
    },
    looked_at=Text("mottagare av frågor", "receivers of matters"),
    looks_at=lambda org: len({edge.target for edge, _ in routes_in_use(org, *ROUTES)}),
)


def detect(org: Org, _settings: Settings) -> Iterator[Row]:
    """A row for each receiver at which a route ends; open where it is told to lack one of the two."""
    routes: dict[str, list[tuple[Edge, Proof]]] = defaultdict(list)
    for edge, proof in routes_in_use(org, *ROUTES):
        if edge.source != edge.target:
            routes[edge.target].append((edge, proof))
    for target, edges in sorted(routes.items()):
        receiver = org.thing(target)
        found: list[tuple[str, Proof]] = []
        for edge, route in edges:
            for topic in edge.topics or ("",):
                powerless = no_decision(org, receiver, topic)
                stuck = no_way_on(org, receiver, topic, edge.source) if powerless else NO
                here = all_of(route, org.in_force(receiver))
                found.append((edge.source, _ends(here, powerless, stuck)))
        yield from _row(target, found)


def from_cypher(org: Org, _settings: Settings, records: Iterable[Record]) -> Iterator[Row]:
    """The rows from the server's answer; which routes most surely end at a receiver is known when they are weighed."""
    found: dict[str, list[tuple[str, Proof]]] = defaultdict(list)
    for record in records:
        here, powerless, stuck = (proof_of(record[name]) for name in ("here", "powerless", "stuck"))
        found[record["subject"]].append((record["source"], _ends(here, powerless, stuck)))
    for target, routes in found.items():
        yield from _row(target, routes)


def _ends(here: Proof, powerless: Proof, stuck: Proof) -> Proof:
    """To what degree a route ends; where it is told neither of power nor of a way on, nothing points at it."""
    if powerless.degree == Degree.OPEN and stuck.degree == Degree.OPEN:
        return NO
    return all_of(here, powerless, stuck)


def _row(target: str, found: Sequence[tuple[str, Proof]]) -> Iterator[Row]:
    """The row for a receiver, with those from whom a route most surely ends there."""
    best = any_of(*(proof for _, proof in found))
    if best:
        sources = tuple(sorted({source for source, proof in found if proof.degree == best.degree}))
        yield Row(target, best.on(Ground.STRUCTURAL), related=sources, values={"sources": Named(sources)})


def no_decision(org: Org, receiver: Thing, topic: str) -> Proof:
    """To what degree the receiver may not decide (on a topic where one is named)."""
    if receiver.kind in ("group", "joint_body"):
        path = "remit" if receiver.kind == "group" else "mandate"
        lacks = org.lacks_power(receiver, path, "decide")
        if topic:
            lacks = any_of(lacks, org.leaves_out(receiver.fact(f"{path}.topics"), topic))
        return excused(lacks, org.is_decided_by_law(receiver)) if receiver.kind == "group" else lacks
    if receiver.kind in ("unit", "function"):
        kind = receiver.fact("kind") if receiver.kind == "unit" else None
        if kind and kind.value == "assembly":
            return NO
        mandates = org.mandates(receiver.id)
        lacks = all_of(fully_told(receiver.fact("mandates")), *(_lacks(org, m, topic) for m in mandates))
        return lacks.at_most(Degree.OPEN) if kind and kind.left_open else lacks
    return _line_gone(org, receiver) if receiver.kind == "principal" else NO


def _lacks(org: Org, mandate: Thing, topic: str) -> Proof:
    lacks = org.lacks_power(mandate, "", "decide")
    if not topic:
        return lacks
    return any_of(lacks, org.leaves_out(mandate.fact("topics"), topic))


def no_way_on(org: Org, receiver: Thing, topic: str, source: str) -> Proof:
    """To what degree nothing leads on from the receiver, other than back to where the route came from."""
    onward = any_of(
        *(
            all_of(edge.holds, _for(org, edge, topic))
            for edge in org.out(receiver.id, *ONWARD)
            if edge.extent is None and edge.target not in (source, receiver.id)
        ),
        OPEN if any(receiver.fact(name).left_open for name in _ways(receiver)) else NO,
    )
    if receiver.kind == "group":
        # what is said of some of its cases is, for it as a whole, only possibly so
        ways = [way._replace(possibly=way.extent not in (None, Extent.ALL)) for way in org.channels(receiver.id)]
        told = [way for way in ways if way.to == "decision"]
        missing = any_of(
            all_of(*(fully_told(receiver.fact(relation)) for relation in ONWARD)),
            *(way.broken() for way in told),
        )
        unclear = OPEN if any(way.state in UNSETTLED for way in told) else NO
        said = any_of(*(way.holds for way in ways))
        step = receiver.fact("decision_step").excuse()
        return excused(missing, onward, _taken_home(org, receiver, topic), step, said, unclear)
    if receiver.kind == "joint_body":
        return NO if receiver.fact("host").known else OPEN
    return excused(_line_gone(org, receiver), onward)


def _ways(receiver: Thing) -> tuple[str, ...]:
    """The relations of a receiver that could lead on; a line is looked at on its own."""
    return {"group": ONWARD, "unit": ROUTES, "function": ROUTES}.get(receiver.kind, ())


def _for(org: Org, edge: Edge, topic: str) -> Proof:
    if not topic or not edge.topics or any(org.covers_topic(wide, topic) for wide in edge.topics):
        return YES
    return OPEN if org.part_left_open(topic) else NO


def _taken_home(org: Org, group: Thing, topic: str) -> Proof:
    """To what degree a seat that is not vacant is told to decide, or to take matters home."""
    return any_of(
        *(
            excused(all_of(org.in_force(seat), _told_to(org, seat, power, topic)), seat.fact("vacant").excuse(True))
            for seat in org.seats(group.id)
            for power in ("decide", "take_home")
        )
    )


def _told_to(org: Org, seat: Thing, power: str, topic: str) -> Proof:
    """To what degree a seat has a power by its mandate, or by one of the function that fills it; silence is no."""
    by_line = [mandate.fact("powers") for mandate in org.mandates(seat.fact("function").value)]
    told = [powers for powers in (seat.fact("mandate.powers"), *by_line) if _speaks_of(powers, power)]
    if told and topic:
        return org.seat_power(seat, power, topic)
    return any_of(*(powers.has(power) for powers in told))


def _speaks_of(powers: Fact, power: str) -> bool:
    """Whether it is told, or told to be unsettled, that a mandate has a power."""
    words = (State.VALUE, *UNSETTLED)
    return powers.state in UNSETTLED or any(one.value == power and one.state in words for one in powers.items)


def _line_gone(org: Org, receiver: Thing) -> Proof:
    """To what degree a source says that there is no line on from a unit, function or principal."""
    if receiver.kind == "principal":
        return _told_missing(receiver.fact("line"))
    above = receiver.fact("parent" if receiver.kind == "unit" else "reports_to")
    if above.known:
        return NO
    asked = [above]
    if receiver.kind == "function":
        unit = receiver.fact("unit")
        asked.append(unit)
        if unit.known:
            gone = _line_gone(org, org.thing(unit.value))
            return gone.at_most(Degree.OPEN) if above.left_open else gone
    lines = [org.resolver.fact(principal, "line") for principal in org.principals_of(receiver.id)]
    gone = any_of(*(_told_missing(fact) for fact in (above, *lines)))
    return gone.at_most(Degree.OPEN) if any(fact.left_open for fact in asked) else gone


def _told_missing(fact: Fact) -> Proof:
    return fact.missing() if fact.stated else NO

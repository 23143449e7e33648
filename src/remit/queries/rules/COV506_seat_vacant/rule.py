"""COV506: a seat in a group has no holder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from remit.graph.logic import NO, OPEN, Evidence, Ground, Proof, all_of, any_of, excused
from remit.graph.org import Org, Origin, Thing
from remit.graph.resolve import Fact
from remit.model.facts import Degree, State
from remit.model.text import Text
from remit.queries.cypher import Record, extent_of, proof_of
from remit.queries.rule import Condition, Named, Row, Rule, Settings, Value, count_of

RULE = Rule(
    code="COV506",
    name="seat-vacant",
    severity="warning",
    title=Text("Vakant plats", "Vacant seat"),
    definition=Text(
        "En plats i en gällande grupp har ingen innehavare: den är vakant, eller funktionen som fyller den är det.",
        "A seat in a group in force has no holder: it is vacant, or the function that fills it is.",
    ),
    rationale=Text(
        "En plats som ingen fyller ger inte huvudmannen någon röst, hur väl den än är beskriven.",
        "A seat that nobody fills gives the principal no voice, however well it is described.",
    ),
    harm=Text(
        "Under vakansen bärs ingen fråga från den huvudmannens invånare till gruppen, och inget svar tillbaka.",
        "During the vacancy no matter is carried from that principal's citizens to the group, and no answer back.",
    ),
    repair=Text(
        "Utse en innehavare, eller en ersättare för tiden tills någon är utsedd.",
        "Appoint a holder, or a substitute until somebody is appointed.",
    ),
    origin=Text(
        "Revisionspraxis: att ett organ är fulltaligt är en förutsättning för att det ska kunna fylla sin uppgift.",
        "Audit practice: that a body is complete is a condition for it to fill its task.",
    ),
    conditions=(
        Condition("context", Text("gruppen och platsen är gällande", "the group and the seat are in force")),
        Condition("defect", Text("platsen är vakant", "the seat is vacant")),
        Condition(
            "defect",
            Text(
                "eller: funktionen som fyller den är vakant, har upphört eller har ingen innehavare kvar",
                "or: the function that fills it is vacant, has ended or has no holder left",
            ),
        ),
        Condition(
            "excuse",
            Text(
                "en källa säger att platsen inte är vakant, eller nämner en person på den",
                "a source says that the seat is not vacant, or names a person in it",
            ),
        ),
    ),
    messages={
        "finding": Text(
            "Plats utan innehavare i {group}{places}: {subject}.",
            "Seat without a holder in {group}{places}: {subject}.",
        ),
    },
    looked_at=Text("platser", "seats"),
    looks_at=count_of("seat"),
    coverage=True,
)


def detect(org: Org, _settings: Settings) -> Iterator[Row]:
    """A row for each seat without a holder, or set of seats to an extent."""
    held = _held(org)
    for seat in org.subjects("seat"):
        groups = tuple(sorted({org.model.parents[member][0] for member in seat.members}))
        here = all_of(org.in_force(seat), *(org.in_force(org.thing(group)) for group in groups))
        vacant, function = seat.fact("vacant"), seat.fact("function")
        empty = NO
        if function.known and seat.extent is None:
            excuses = (vacant.excuse(False), seat.fact("person").excuse())
            empty = excused(_function_empty(org, org.thing(function.value), held), *excuses)
            empty = all_of(Proof(function.degree, None, (), function.sources), empty)
        values: dict[str, Value] = {"group": Named(groups), "places": _places(seat.fact("count").value)}
        proof = all_of(here, any_of(_vacant(vacant), empty))
        yield Row(seat.id, proof, related=groups, extent=seat.extent, values=values)


def from_cypher(org: Org, settings: Settings, records: Iterable[Record]) -> Iterator[Row]:
    """The rows from the server's answer, with the number of seats in words."""
    for record in records:
        groups = tuple(record["related"])
        values: dict[str, Value] = {"group": Named(groups), "places": _places(record["count"])}
        extent = extent_of(record)
        yield Row(record["subject"], proof_of(record["proof"]), related=groups, extent=extent, values=values)


def _vacant(fact: Fact) -> Proof:
    """To what degree a seat or function is said to be vacant; silence says nothing."""
    if fact.possibly == (State.VALUE, True) and fact.state == State.UNKNOWN:
        return OPEN.on(Ground.STATED)
    return fact.says(True) if fact.stated or fact.origin == Origin.CONTRADICTION else NO


def _function_empty(org: Org, function: Thing, held: dict[str, bool]) -> Proof:
    """To what degree nobody can fill the seat from a function: vacant, ended, or left by its last holder."""
    until = function.fact("until")
    ended = NO
    if until.known and until.value < org.on:
        seen = (Evidence(function.id, "until", str(until.value)),)
        ended = Proof(until.degree, Ground.STRUCTURAL, seen, until.sources)
    left = NO
    if held.get(function.id) is False:
        seen = (Evidence(function.id, "held by", "nobody"),)
        unsure = any(holding.fact("function").left_open and org.in_force(holding) for holding in org.things("holding"))
        sure = Degree.OPEN if unsure else Degree.ESTABLISHED  # somebody may hold it of whom it is left open
        left = all_of(Proof(sure, Ground.STRUCTURAL, seen), org.resolver.listed("person"))
    return any_of(_vacant(function.fact("vacant")), ended, left)


def _held(org: Org) -> dict[str, bool]:
    """For each function that somebody is told to hold or have held: whether anybody holds it at the date."""
    found: dict[str, bool] = {}
    for holding in org.things("holding"):
        function = holding.fact("function")
        if function.known:
            found[function.value] = found.get(function.value, False) or bool(org.in_force(holding))
    return found


def _places(count: object) -> Text:
    """How many seats stand under one name, where they are more than one."""
    if count == 1:
        return Text("", "")
    if isinstance(count, int):
        return Text(f" ({count} platser under samma namn)", f" ({count} seats under one name)")
    return Text(" (flera platser under samma namn)", " (several seats under one name)")

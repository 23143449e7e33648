"""ESC305: a route leads to somebody that has ended, is only under development, or is vacant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from remit.graph.logic import NO, Ground, Proof, all_of, any_of
from remit.graph.org import Edge, Org, Thing
from remit.graph.ways import routes_in_use
from remit.model.kinds.route import RELATIONS
from remit.model.text import Text
from remit.queries.cypher import Record, proof_of
from remit.queries.rule import Condition, Named, Row, Rule, Settings

ROUTES = tuple(relation for relation in RELATIONS if relation != "linked_to")
"""The relations that carry something; a plain link does not."""

RULE = Rule(
    code="ESC305",
    name="route-to-inactive",
    severity="warning",
    title=Text("Väg till någon som inte är verksam", "Route to somebody inactive"),
    definition=Text(
        "En väg leder till en grupp, enhet eller befattning som har upphört, bara är under utveckling eller "
        "är vakant; en grupp är vakant när ingen av dess platser är besatt.",
        "A route leads to a group, unit or function that has ended, is only under development or is vacant; "
        "a group is vacant when none of its seats is held.",
    ),
    rationale=Text(
        "Ordningen förutsätter en mottagare som inte finns; det märks först när något har skickats dit.",
        "The order presupposes a receiver who is not there; that is noticed only when something has been sent.",
    ),
    harm=Text(
        "En invånares fråga skickas till någon som inte tar emot den, och ingen vet att den har försvunnit.",
        "A citizen's matter is sent to somebody who does not receive it, and nobody knows that it is lost.",
    ),
    repair=Text(
        "Led om vägen till den som har tagit över, tillsätt den som saknas, eller bestäm vem som tar emot så länge.",
        "Lead the route to whoever has taken over, fill what is vacant, or decide who receives in the meantime.",
    ),
    origin=Text(
        "Förvaltningsrevisionens vanliga kontroll av att delegationsordningar och rutiner pekar på "
        "befattningar som finns.",
        "The usual check in public audit that delegations and routines point at posts that exist.",
    ),
    conditions=(
        Condition(
            "context",
            Text("vägen används av någon som är gällande", "the route is used by somebody in force"),
        ),
        Condition("defect", Text("mottagaren har upphört", "the receiver has ended")),
        Condition("defect", Text("(eller) mottagaren är under utveckling", "(or) the receiver is under development")),
        Condition(
            "defect",
            Text(
                "(eller) mottagaren är vakant eller har bara vakanta platser",
                "(or) the receiver or all its seats are vacant",
            ),
        ),
    ),
    messages={
        "finding": Text(
            "En väg leder till något som har upphört: {subject}; från {sources}.",
            "A route leads to something that has ended: {subject}; from {sources}.",
        ),
        "coming": Text(
            "En väg leder till något som ännu inte är igång: {subject}; från {sources}.",
            "A route leads to something that has not yet begun: {subject}; from {sources}.",
        ),
        "vacant": Text(
            "En väg leder till någon plats eller befattning som är vakant: {subject}; från {sources}.",
            "A route leads to a seat or function that is vacant: {subject}; from {sources}.",
        ),
        "status_unknown": Text(
            "En väg leder till något som det inte är känt om det är igång: {subject}; från {sources}.",
            "A route leads to something of which it is not known whether it is active: {subject}; from {sources}.",
        ),
    },
    looked_at=Text("mottagare av vägar", "receivers of routes"),
    looks_at=lambda org: len({edge.target for edge, _ in routes_in_use(org, *ROUTES)}),
)


def detect(org: Org, _settings: Settings) -> Iterator[Row]:
    """A row for each receiver of a route that is not active, by reason."""
    routes: dict[str, list[tuple[Edge, Proof]]] = defaultdict(list)
    for edge, proof in routes_in_use(org, *ROUTES):
        routes[edge.target].append((edge, proof))
    for target, edges in sorted(routes.items()):
        used = [(edge.source, proof) for edge, proof in edges]
        yield from _row(target, used, _reasons(org, org.thing(target)))


def from_cypher(org: Org, _settings: Settings, records: Iterable[Record]) -> Iterator[Row]:
    """The rows from the server's answer; which reason is the surest is known when they are weighed."""
    for record in records:
        used = [(source, proof_of(term)) for source, term in record["routes"]]
        yield from _row(record["subject"], used, [(name, proof_of(term)) for name, term in record["reasons"]])


def _row(target: str, routes: list[tuple[str, Proof]], reasons: list[tuple[str, Proof]]) -> Iterator[Row]:
    """The row for a receiver: the surest reason, of equally sure ones the first, and the surest routes."""
    used = any_of(*(proof for _, proof in routes))
    message, inactive = max(reasons, key=lambda reason: reason[1].degree, default=("finding", NO))
    if used and inactive:
        sources = tuple(sorted({source for source, proof in routes if proof.degree == used.degree}))
        yield Row(
            target,
            all_of(used, inactive).on(Ground.STRUCTURAL),
            message=message,
            related=sources,
            values={"sources": Named(sources)},
        )


def _reasons(org: Org, receiver: Thing) -> list[tuple[str, Proof]]:
    """Why the receiver may be inactive, by message; of equally sure reasons the first counts."""
    fields = type(org.entity(receiver.id)).model_fields
    found: list[tuple[str, Proof]] = []
    if "status" in fields:
        status = receiver.fact("status")
        if status.known:
            found += [("finding", status.is_("ended")), ("coming", status.is_("under_development"))]
        else:
            found.append(("status_unknown", status.is_("ended")))
    if "until" in fields and receiver.fact("until").known:
        found.append(("finding", receiver.fact("until").is_(lambda day: day < org.on)))
    if "since" in fields and receiver.fact("since").known:
        found.append(("coming", receiver.fact("since").is_(lambda day: day > org.on)))
    if receiver.kind == "function":
        found.append(("vacant", receiver.fact("vacant").excuse(lambda vacant: vacant is True)))
    if receiver.kind == "group" and org.seats(receiver.id):
        empty = all_of(*(_vacant(org, seat) for seat in org.seats(receiver.id)))
        found.append(("vacant", all_of(empty, org.seats_listed(receiver))))
    return found


def _vacant(org: Org, seat: Thing) -> Proof:
    """To what degree a seat, or the function that fills it, is told to be vacant."""
    function = seat.fact("function")
    held = [org.resolver.fact(function.value, "vacant")] if function.known else []
    return any_of(*(fact.excuse(lambda vacant: vacant is True) for fact in (seat.fact("vacant"), *held)))

"""STR208: reporting, answering or escalation goes round."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from remit.graph.logic import Evidence, Ground, Proof, all_of, merge, rank
from remit.graph.org import Org
from remit.graph.ways import routes_in_use
from remit.model.facts import Degree
from remit.model.text import Text
from remit.queries.cypher import Record, proof_of
from remit.queries.rule import Condition, Named, Row, Rule, Settings

RULE = Rule(
    code="STR208",
    name="reporting-cycle",
    severity="warning",
    title=Text("Rundgång i ansvaret", "Responsibility that goes round"),
    definition=Text(
        "Befattningar rapporterar, grupper svarar, enheter står under varandra eller frågor lyfts i en "
        "ring, så att man kommer tillbaka dit man började.",
        "Functions report, groups answer, units stand under one another or matters are escalated in a ring, "
        "so that one comes back to where one began.",
    ),
    rationale=Text(
        "I en ring finns ingen överst: ingen har det sista ordet, och var och en kan hänvisa till nästa.",
        "In a ring nobody is at the top: nobody has the last word, and each can refer to the next.",
    ),
    harm=Text(
        "En invånares fråga kan skickas runt utan att någon är skyldig att besluta.",
        "A citizen's matter can be sent round without anybody having to decide.",
    ),
    repair=Text(
        "Bestäm vem i ringen som är överordnad och ta bort det samband som leder tillbaka.",
        "Decide who in the ring is the superior and remove the relation that leads back.",
    ),
    origin=Text(
        "Grafteori: starkt sammanhängande delar (Tarjan 1972); förvaltningsläran om en obruten ansvarskedja.",
        "Graph theory: strongly connected components (Tarjan 1972); public administration on the unbroken "
        "chain of responsibility.",
    ),
    conditions=(
        Condition(
            "context",
            Text("alla i ringen är gällande vid tidpunkten", "all in the ring are in force at the date"),
        ),
        Condition(
            "defect",
            Text(
                "samband av ett slag (rapportera, svara inför och ingå i, stå under, lyfta) leder tillbaka till början",
                "relations of one sort (reporting, answering and nesting, standing under, escalating) lead back",
            ),
        ),
        Condition(
            "context",
            Text(
                "vid lyft: en och samma fråga kan gå hela varvet",
                "when escalating: one matter can go all the way round",
            ),
        ),
    ),
    messages={
        "finding": Text(
            "Rapporteringen går runt i en ring: {subject}; via {ring}.",
            "Reporting goes round: {subject}; by way of {ring}.",
        ),
        "answering": Text(
            "Grupper svarar inför eller ingår i varandra i en ring: {subject}; via {ring}.",
            "Groups answer to or are nested in each other in a ring: {subject}; by way of {ring}.",
        ),
        "units": Text(
            "Enheter står under varandra i en ring: {subject}; via {ring}.",
            "Units stand under each other in a ring: {subject}; by way of {ring}.",
        ),
        "escalation": Text(
            "Frågor lyfts runt i en ring: {subject}; via {ring}.",
            "Matters are escalated in a ring: {subject}; by way of {ring}.",
        ),
    },
    looked_at=Text("grupper, enheter och befattningar", "groups, units and functions"),
    looks_at=lambda org: sum(
        1 for kind in ("group", "unit", "function") for thing in org.things(kind) if org.in_force(thing)
    ),
)

Arc = tuple[str, str, Proof]


class Route(NamedTuple):
    """An escalation: the arc, and for which matters it is (``covered``: the topics and those within them)."""

    arc: Arc
    topics: Sequence[str]
    covered: Collection[str]
    principals: Sequence[str]


def detect(org: Org, _settings: Settings) -> Iterator[Row]:
    """A row for each ring of a sort, surest first; what is part of a surer ring is not told again."""
    told = {
        "finding": _listed(org, "function", "reports_to"),
        "answering": [*_listed(org, "group", "answers_to"), *_single(org, "group")],
        "units": _single(org, "unit"),
    }
    yield from _round(told, _routes(org))


def from_cypher(_org: Org, _settings: Settings, records: Iterable[Record]) -> Iterator[Row]:
    """The rows from the server's answer, the relations that lead back: which of them are one part that goes round
    for one matter (strongly connected components) has no well-known way in Cypher.
    """
    told: dict[str, list[Arc]] = defaultdict(list)
    routes: list[Route] = []
    for record in records:
        arc = (record["source"], record["target"], proof_of(record["proof"]))
        if record["sort"] == "escalation":
            routes.append(Route(arc, record["topics"], frozenset(record["covered"]), record["principals"]))
        else:
            told[record["sort"]].append(arc)
    yield from _round(told, routes)


def _round(told: Mapping[str, list[Arc]], routes: list[Route]) -> Iterator[Row]:
    for message, arcs in told.items():
        yield from _rings(message, arcs)
    yield from _escalation(routes)


def _listed(org: Org, kind: str, relation: str) -> list[Arc]:
    return [
        (
            thing.id,
            item.value,
            _active(org, thing.id, relation, item.value, Proof(item.degree, None, (), item.sources)),
        )
        for thing in org.things(kind)
        for item in thing.fact(relation).items
        if item.holds and not (item.possibly and item.value == thing.id)
    ]


def _single(org: Org, kind: str) -> list[Arc]:
    facts = [(thing.id, thing.fact("parent")) for thing in org.things(kind)]
    return [
        (
            child,
            fact.value,
            _active(org, child, "parent", fact.value, Proof(fact.degree, None, (), fact.sources)),
        )
        for child, fact in facts
        if fact.known
    ]


def _active(org: Org, source: str, relation: str, target: str, proof: Proof) -> Proof:
    """The relation with both its ends in force."""
    ends = [org.in_force(org.thing(end)) for end in (source, target)]
    return all_of(proof, *ends).seen(Evidence(source, relation, target))


def _routes(org: Org) -> list[Route]:
    """The escalations that lead back."""
    edges = [
        (edge, (edge.source, edge.target, _active(org, edge.source, edge.relation, edge.target, proof)))
        for edge, proof in routes_in_use(org, "escalates_to")
        if edge.extent is None and not (edge.item.possibly and edge.source == edge.target)
    ]
    inside = {node for part in _components(arc for _, arc in edges) for node in part}
    edges = [one for one in edges if one[0].source in inside and one[0].target in inside]
    named = {topic for edge, _ in edges for topic in edge.topics}
    return [
        Route(arc, edge.topics, {t for t in named if any(org.covers_topic(w, t) for w in edge.topics)}, edge.principals)
        for edge, arc in edges
    ]


def _escalation(routes: list[Route]) -> Iterator[Row]:
    """Rings of escalation; one matter must be able to go all the way round."""
    found: list[Row] = []
    topics: set[str | None] = {None, *(topic for route in routes for topic in route.topics)}
    principals: set[str | None] = {None, *(principal for route in routes for principal in route.principals)}
    for topic, principal in product(topics, principals):
        arcs = [
            route.arc
            for route in routes
            if (not route.topics or topic in route.covered) and (not route.principals or principal in route.principals)
        ]
        found.extend(_rings("escalation", arcs))
    seen: list[set[str]] = []
    for row in sorted(
        found, key=lambda row: (-row.proof.degree, len(row.pair), row.subject, row.pair, rank(row.proof))
    ):
        nodes = {row.subject, *row.pair}
        if not any(nodes & other for other in seen):
            seen.append(nodes)
            yield row


def _rings(message: str, arcs: list[Arc]) -> Iterator[Row]:
    """A row for each strongly connected part, surest first."""
    told: set[str] = set()
    for degree in (Degree.ESTABLISHED, Degree.REPORTED, Degree.OPEN):
        sure = [arc for arc in arcs if arc[2].degree >= degree]
        for part in _components(sure):
            if told.intersection(part):
                continue
            told.update(part)
            ring = _shortest(part, sure)
            proof = all_of(*(step for *_, step in ring)).on(Ground.STRUCTURAL)
            first, *others = sorted(part)
            shown = tuple(merge(target for _, target, _ in ring))
            yield Row(
                first,
                proof,
                message=message,
                related=tuple(others),
                pair=tuple(others),
                values={"ring": Named(shown)},
            )


def _components(arcs: Iterable[Arc]) -> list[list[str]]:
    """The strongly connected parts with a ring in them, each sorted, in order; without recursion."""
    after: dict[str, list[str]] = defaultdict(list)
    before: dict[str, list[str]] = defaultdict(list)
    alone: set[str] = set()
    for source, target, _ in arcs:
        after[source].append(target)
        before[target].append(source)
        if source == target:
            alone.add(source)
    nodes = sorted({*after, *before})
    order: list[str] = []
    seen: set[str] = set()
    for start in nodes:
        if start in seen:
            continue
        seen.add(start)
        stack = [(start, iter(sorted(after.get(start, ()))))]
        while stack:
            here, left = stack[-1]
            step = next((n for n in left if n not in seen), None)
            if step is None:
                order.append(here)
                stack.pop()
            else:
                seen.add(step)
                stack.append((step, iter(sorted(after.get(step, ())))))
    placed: set[str] = set()
    parts: list[list[str]] = []
    for start in reversed(order):
        if start in placed:
            continue
        placed.add(start)
        part, todo = [start], [start]
        while todo:
            for node in before.get(todo.pop(), ()):
                if node not in placed:
                    placed.add(node)
                    part.append(node)
                    todo.append(node)
        if len(part) > 1 or part[0] in alone:
            parts.append(sorted(part))
    return sorted(parts)


def _shortest(part: list[str], arcs: list[Arc]) -> list[Arc]:
    """A shortest ring through the first of a part."""
    inside = set(part)
    out: dict[str, list[Arc]] = defaultdict(list)
    for arc in sorted(arcs, key=lambda a: (a[0], a[1], -a[2].degree, rank(a[2]))):
        if arc[0] in inside and arc[1] in inside:
            out[arc[0]].append(arc)
    start = part[0]
    came: dict[str, Arc] = {}
    todo = deque([start])
    while todo and start not in came:
        for arc in out[todo.popleft()]:
            if arc[1] not in came:
                came[arc[1]] = arc
                todo.append(arc[1])
    ring = [came[start]]
    while ring[-1][0] != start:
        ring.append(came[ring[-1][0]])
    return ring[::-1]

"""The organisation as a networkx graph, for people, notebooks and export."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import networkx

from remit.graph.org import Org, Thing
from remit.model.facts import Extent, State
from remit.model.kinds import registry
from remit.model.whole import as_tuple, fields_of, is_list, part_class, reference

if TYPE_CHECKING:
    Graph = networkx.MultiDiGraph[str]


def to_networkx(org: Org, *, persons: bool = True) -> Graph:
    """A fresh ``MultiDiGraph``: one node per entity and set, one edge per relation.

    Nodes carry ``kind``, ``name`` and their plain resolved values; where a field has no value, ``<field>_state``
    holds its word. Edges carry ``relation``, ``state``, ``certainty`` and, where told, ``modality`` and ``extent``.
    ``persons=False`` leaves persons and what they hold out.
    """
    graph: Graph = networkx.MultiDiGraph(id=org.model.head.id, as_of=org.on.isoformat())
    left_out = set() if persons else {t.id for k in ("person", "holding") for t in org.things(k)}
    for kind in registry():
        for thing in org.things(kind):
            if thing.id not in left_out:
                graph.add_node(thing.id, kind=kind, name=thing.name.sv, **_attributes(thing))
    for identifier, definition in sorted(org.model.sets.items()):
        graph.add_node(identifier, kind="set", name=definition.name.sv)
        for member in org.model.members_of(identifier):
            if member in graph:
                _add(graph, member, "member_of", identifier, State.VALUE, "established")
    for kind in registry():
        for thing in org.things(kind):
            if thing.id not in left_out:
                _relations(graph, thing)
    for part, (whole, relation) in sorted(org.model.parents.items()):
        if part in graph and whole in graph:
            _add(graph, whole, relation, part, State.VALUE, "established")
    for edge in org.edges:
        if edge.extent is not None and edge.source in graph and edge.target in graph:
            _add(
                graph,
                edge.source,
                edge.relation,
                edge.target,
                edge.item.state,
                edge.item.degree.word,
                edge.extent,
            )
    return graph


def _attributes(thing: Thing) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for path, cls, name in fields_of(thing.kind):
        if reference(cls, name) or part_class(cls, name) is not None:
            continue
        fact = thing.fact(path)
        key = path.replace(".", "_")
        if fact.known:
            found[key] = list(fact.values) if is_list(cls, name) else fact.value
        elif fact.stated:
            found[f"{key}_state"] = fact.state.value
    return {key: value for key, value in found.items() if key not in ("kind", "name")} | (
        {"type": found["kind"]} if "kind" in found else {}
    )


def _relations(graph: Graph, thing: Thing) -> None:
    for path, cls, name in fields_of(thing.kind):
        routes = part_class(cls, name) is not None and is_list(cls, name)
        if not reference(cls, name) and not routes:
            continue
        fact = thing.fact(path)
        if is_list(cls, name):
            for item in fact.items:
                if item.value in graph:
                    _add(graph, thing.id, path, item.value, item.state, item.degree.word, None, item.modality)
        elif fact.known:
            for value in as_tuple(fact.value):
                if value in graph:
                    _add(graph, thing.id, path, value, State.VALUE, fact.degree.word, None, fact.modality)


def _add(
    graph: Graph,
    source: str,
    relation: str,
    target: str,
    state: State,
    certainty: str,
    extent: Extent | None = None,
    modality: Any = None,
) -> None:
    more = {"extent": extent.value} if extent else {}
    if modality is not None:
        more["modality"] = modality.value
    graph.add_edge(source, target, key=relation, relation=relation, state=state.value, certainty=certainty, **more)

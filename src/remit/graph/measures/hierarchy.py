"""Krackhardt's graph dimensions of hierarchy, levels, spans and degree centralisation.

An edge goes from superior to subordinate. Definitions after D. Krackhardt (1994), "Graph theoretical dimensions of
informal organizations", in Carley & Prietula (eds.), *Computational Organization Theory*; a pure out-tree is 1 on all
four. For *least upper boundedness* his written definition is used, not the code of R's ``sna``, which differs on
graphs that are no trees: an upper bound of two nodes is a node that reaches both (a node reaches itself), and it is
*least* where every upper bound of the two reaches it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import networkx as nx

Edges = Iterable[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Krackhardt:
    """The four dimensions, each from 0 to 1; None where a graph is too small for one to be defined."""

    connectedness: float | None
    hierarchy: float | None
    efficiency: float | None
    least_upper_bound: float | None

    def to_dict(self) -> dict[str, float | None]:
        """The public form, with six decimals."""
        return {name: rounded(getattr(self, name)) for name in self.__slots__}


def rounded(value: float | None) -> float | None:
    """A measure as it is told: with six decimals, or that there is none."""
    return None if value is None else round(value, 6)


def graph_of(edges: Edges, nodes: Iterable[str] = ()) -> Any:
    """A directed graph without loops (a post that reports to itself is no relation between two)."""
    graph: Any = nx.DiGraph()
    graph.add_nodes_from(sorted(nodes))
    graph.add_edges_from(sorted({(a, b) for a, b in edges if a != b}))
    return graph


def krackhardt(graph: Any) -> Krackhardt:
    """The four dimensions of a directed graph.

    * connectedness: 1 - (pairs that no path joins, whatever its direction) / (all pairs);
    * hierarchy: 1 - (pairs that reach each other) / (pairs of which at least one reaches the other);
    * efficiency: 1 - (edges beyond a tree's) / (most that there could be), summed over components;
    * least upper bound: 1 - (pairs in one component without one) / (most that there could be), (n-1)(n-2)/2 a
      component of n.
    """
    size = graph.number_of_nodes()
    parts = [sorted(part) for part in nx.weakly_connected_components(graph)]
    pairs = size * (size - 1) / 2
    joined = sum(len(part) * (len(part) - 1) / 2 for part in parts)
    above = _ancestors(graph)
    mutual, either = _reaching(graph, above)
    extra = sum(graph.subgraph(part).number_of_edges() - (len(part) - 1) for part in parts)
    most_extra = sum((len(part) - 1) ** 2 for part in parts)
    unbounded = sum(_without_bound(graph.subgraph(part), above) for part in parts)
    most_unbounded = sum((len(part) - 1) * (len(part) - 2) / 2 for part in parts)
    return Krackhardt(
        _share(pairs - joined, pairs),
        _share(mutual, either),
        _share(extra, most_extra),
        _share(unbounded, most_unbounded),
    )


def _share(violations: float, most: float) -> float | None:
    return 1 - violations / most if most else None


def _ancestors(graph: Any) -> dict[str, int]:
    """For each node the nodes that reach it, itself included, as a set of bits."""
    place = {node: number for number, node in enumerate(sorted(graph))}
    condensed = nx.condensation(graph)
    bits: dict[int, int] = {}
    for part in nx.topological_sort(condensed):
        own = 0
        for node in condensed.nodes[part]["members"]:
            own |= 1 << place[node]
        for before in condensed.predecessors(part):
            own |= bits[before]
        bits[part] = own
    return {node: bits[condensed.graph["mapping"][node]] for node in graph}


def _reaching(graph: Any, above: dict[str, int]) -> tuple[int, int]:
    """How many pairs reach each other, and of how many pairs at least one reaches the other."""
    ordered = sum(bits.bit_count() - 1 for bits in above.values())
    mutual = sum(len(part) * (len(part) - 1) // 2 for part in nx.strongly_connected_components(graph))
    return mutual, ordered - mutual


def _without_bound(part: Any, above: dict[str, int]) -> int:
    """How many pairs of a component have no least upper bound."""
    if part.number_of_edges() == part.number_of_nodes() - 1 and all(degree <= 1 for _, degree in part.in_degree()):
        return 0  # a tree: of any two the deepest common superior
    nodes = sorted(part)
    # whoever is above an upper bound is one too, so a least one is a node above which are just the common superiors
    sets = {above[node] for node in nodes}
    found = 0
    for at, one in enumerate(nodes):
        found += sum(above[one] & above[other] not in sets for other in nodes[at + 1 :])
    return found


def depth(graph: Any) -> int:
    """How many levels the longest chain from a head downwards has; nodes of a cycle count as one level."""
    condensed = nx.condensation(graph)
    return nx.dag_longest_path_length(condensed) + 1 if graph.number_of_nodes() else 0


def heads(graph: Any) -> tuple[str, ...]:
    """Who has subordinates and no superior, sorted."""
    return tuple(sorted(node for node in graph if graph.out_degree(node) and not graph.in_degree(node)))


def spans(graph: Any) -> dict[str, int]:
    """How many direct subordinates each superior has."""
    return {node: graph.out_degree(node) for node in sorted(graph) if graph.out_degree(node)}


def degree_centralisation(graph: Any) -> float | None:
    """Freeman's degree centralisation of the graph without directions: 1 for a star, 0 where all have as many.

    Sum of (largest degree - each degree) over its largest possible value, (n-1)(n-2); L. C. Freeman (1978),
    "Centrality in social networks: conceptual clarification", *Social Networks* 1. None for fewer than three nodes.
    """
    plain: Any = nx.Graph(graph.edges)
    plain.add_nodes_from(graph)
    size = plain.number_of_nodes()
    if size < 3:
        return None
    degrees = [degree for _, degree in plain.degree()]
    return float(sum(max(degrees) - degree for degree in degrees) / ((size - 1) * (size - 2)))


def betweenness(graph: Any) -> dict[str, float]:
    """Freeman's betweenness of each node on shortest directed paths, as a share of all pairs of others."""
    return {node: value for node, value in sorted(nx.betweenness_centrality(graph).items()) if value}

"""Measures of hierarchy against exact values: published, reasoned by hand, or a law."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.graph.measures.hierarchy import (
    betweenness,
    degree_centralisation,
    depth,
    graph_of,
    heads,
    krackhardt,
    spans,
)

TREE = [("0", "1"), ("0", "2"), ("1", "3"), ("1", "4"), ("2", "5"), ("2", "6")]
TWO_TREES = [("a", "b"), ("a", "c"), ("x", "y"), ("x", "z")]


@pytest.mark.parametrize(
    ("edges", "wanted"),
    [
        (TREE, (1, 1, 1, 1)),
        ([*TREE, ("1", "5")], (1, 1, 35 / 36, 1)),
        ([*TREE, ("3", "0")], (1, 14 / 17, 35 / 36, 1)),
        (TWO_TREES, (0.4, 1, 1, 1)),
    ],
)
def test_krackhardts_dimensions_are_the_exact_values(
    edges: list[tuple[str, str]], wanted: tuple[float, float, float, float]
) -> None:
    found = krackhardt(graph_of(edges))
    got = (found.connectedness, found.hierarchy, found.efficiency, found.least_upper_bound)
    assert got == pytest.approx(wanted, abs=1e-6)


def test_two_heads_that_share_one_unit_have_too_few_common_superiors() -> None:
    # without one: (0,3), (0,4), (1,3), (1,4) of (5-1)(5-2)/2 = 6
    found = krackhardt(graph_of([("0", "1"), ("0", "2"), ("3", "2"), ("3", "4")]))
    assert found.least_upper_bound == pytest.approx(1 - 4 / 6, abs=1e-12)
    assert found.hierarchy == 1


def test_a_bound_that_two_others_do_not_share_is_not_least() -> None:
    # c and d have the upper bounds a and b, neither of which reaches the other; so they have no least one,
    # and a and b have none at all
    found = krackhardt(graph_of([("a", "c"), ("a", "d"), ("b", "c"), ("b", "d")]))
    assert found.least_upper_bound == pytest.approx(1 - 2 / 3, abs=1e-12)


def test_a_ring_has_no_hierarchy() -> None:
    assert krackhardt(graph_of([("a", "b"), ("b", "c"), ("c", "a")])).hierarchy == 0


def test_what_cannot_be_violated_is_not_measured() -> None:
    assert krackhardt(graph_of([], ["a"])).to_dict() == {
        "connectedness": None,
        "hierarchy": None,
        "efficiency": None,
        "least_upper_bound": None,
    }


@given(st.lists(st.integers(0, 30), min_size=2, max_size=25))
def test_every_tree_is_one_on_all_four(parents: list[int]) -> None:
    edges = [(str(parent % child), str(child)) for child, parent in enumerate(parents, start=1)]
    found = krackhardt(graph_of(edges))
    assert found.connectedness == found.hierarchy == found.efficiency == 1
    assert found.least_upper_bound in (1, None)


@given(st.sets(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=20))
def test_the_dimensions_are_shares_and_hierarchy_is_what_networkx_reaches(edges: set[tuple[int, int]]) -> None:
    graph = graph_of([(str(a), str(b)) for a, b in edges])
    found = krackhardt(graph)
    for value in found.to_dict().values():
        assert value is None or 0 <= value <= 1
    reach = {node: nx.descendants(graph, node) for node in graph}
    pairs = [(a, b) for a in graph for b in graph if a < b]
    either = sum(b in reach[a] or a in reach[b] for a, b in pairs)
    mutual = sum(b in reach[a] and a in reach[b] for a, b in pairs)
    assert found.hierarchy == (pytest.approx(1 - mutual / either) if either else None)
    slow = 0
    for part in nx.weakly_connected_components(graph):
        for a, b in ((a, b) for a in part for b in part if a < b):
            bounds = [u for u in part if {a, b} <= reach[u] | {u}]
            slow += not any(all(u in reach[v] | {v} for v in bounds) for u in bounds)
    most = sum((len(part) - 1) * (len(part) - 2) / 2 for part in nx.weakly_connected_components(graph))
    assert found.least_upper_bound == (pytest.approx(1 - slow / most) if most else None)


def test_levels_heads_and_spans_of_a_tree() -> None:
    graph = graph_of(TREE)
    assert (depth(graph), heads(graph), spans(graph)) == (3, ("0",), {"0": 2, "1": 2, "2": 2})
    assert depth(graph_of([])) == 0
    assert depth(graph_of([("a", "b"), ("b", "a"), ("b", "c")])) == 2


def test_a_star_is_wholly_centralised_and_a_ring_not_at_all() -> None:
    star, ring = (
        graph_of([("0", str(n)) for n in range(1, 6)]),
        graph_of([(str(n), str((n + 1) % 6)) for n in range(6)]),
    )
    assert degree_centralisation(star) == 1
    assert degree_centralisation(ring) == 0
    assert degree_centralisation(graph_of([("a", "b")])) is None


def test_who_stands_between_all_others_has_a_betweenness_by_hand() -> None:
    # of the path a-b-c the only pair of others that b stands between is (a, c): one of two ordered pairs
    assert betweenness(graph_of([("a", "b"), ("b", "c")])) == {"b": 0.5}

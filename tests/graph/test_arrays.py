"""The compiled arrays answer as networkx and plain sets do."""

from __future__ import annotations

import networkx
import pytest
from hypothesis import HealthCheck, given, settings
from tests.strategies import models

from remit.graph.arrays import Arrays, compile_arrays
from remit.graph.org import Org
from remit.model.files import load, loads, resolve, shipped
from remit.model.whole import Model


def _graph(arrays: Arrays, *relations: str) -> networkx.DiGraph:
    graph = networkx.DiGraph()
    graph.add_nodes_from(arrays.ids)
    for name in relations or tuple(arrays.forward):
        rows = arrays.forward[name]
        for place, identifier in enumerate(arrays.ids):
            graph.add_edges_from(
                (identifier, arrays.ids[to]) for to in rows.to[rows.start[place] : rows.start[place + 1]]
            )
    return graph


def _same_as_networkx(arrays: Arrays) -> None:
    graph = _graph(arrays)
    for start in arrays.ids[:20]:
        assert set(arrays.reachable([start])) == networkx.descendants(graph, start) | {start}
        assert set(arrays.reachable([start], back=True)) == networkx.ancestors(graph, start) | {start}


@pytest.mark.parametrize("name", shipped())
def test_whom_an_entity_reaches_in_a_shipped_model_is_what_networkx_says(name: str) -> None:
    _same_as_networkx(compile_arrays(Org(load(resolve(name)))))


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(models())
def test_whom_an_entity_reaches_in_a_generated_model_is_what_networkx_says(model: Model) -> None:
    _same_as_networkx(compile_arrays(Org(model)))


def test_the_edges_are_those_that_the_reader_gives() -> None:
    org = Org(load(resolve("vasterbotten-2017")))
    arrays = compile_arrays(org)
    wanted = {(e.source, e.target) for e in org.edges if e.relation == "prepares_for" and e.holds}
    assert set(_graph(arrays, "prepares_for").edges) == wanted
    assert wanted


def test_the_pairs_that_share_topics_and_principals_are_those_that_sets_give() -> None:
    org = Org(load(resolve("vasterbotten-2017")))
    arrays = compile_arrays(org)
    topics = {
        g.id: {t.id for t in org.things("topic") for item in g.fact("remit.topics").items
               if item.holds and org.covers_topic(item.value, t.id)}
        for g in org.groups()
    }  # fmt: skip
    seats = {g.id: {p for p in org.represented(g) if org.seated(g, p)} for g in org.groups()}
    ids = [g.id for g in org.groups()]
    wanted = {
        (a, b, len(topics[a] & topics[b]), len(seats[a] & seats[b]))
        for place, a in enumerate(ids)
        for b in ids[place + 1 :]
        if topics[a] & topics[b] and seats[a] & seats[b]
    }
    assert set(arrays.sharing()) == wanted
    assert ("lbu", "lsg") in {(a, b) for a, b, _, _ in wanted}


def test_a_chain_of_many_thousand_units_and_a_ring_are_walked_without_recursion() -> None:
    n = 20_000
    text = "remit: 1\nmodel: {id: deep, title: deep, as_of: 2020-01-01}\nprincipals: {p: {}}\n"
    text += "units:\n" + "".join(f"  u{i}: {{principal: p, parent: u{(i + 1) % n}}}\n" for i in range(n))
    arrays = compile_arrays(Org(loads(text)))
    assert len(arrays.reachable(["u0"], ["line.parent"])) == n


def test_an_unknown_id_or_relation_is_refused() -> None:
    arrays = compile_arrays(Org(load(resolve("vasterbotten-2017"))))
    with pytest.raises(KeyError):
        arrays.reachable(["nobody"])
    with pytest.raises(KeyError):
        arrays.reachable(["lsg"], ["no-such-relation"])

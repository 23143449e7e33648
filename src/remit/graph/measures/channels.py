"""Single channels: what every way from a group to a decision passes, and how much may be lost before none is left.

The graph is of decision paths only, one for each group and topic of its remit: by routes onward, and by seats that
take matters home (or decide them), to bodies that may decide the topic for a concerned principal. Only what is more
than open counts as a way. On that graph:

* a **cut point** is a seat, function, unit or group that every way passes (a dominator of the decision; E. S. Lowry &
  C. W. Medlock 1969, "Object code optimization", *CACM* 12); a **bridge** is a step that every way passes;
* the **absence factor** is how many of those in between may be away with a way still left: the least number whose
  absence cuts every way (Menger 1927, the most ways that share nobody), less one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import networkx as nx

from remit.graph.decisions import Decisions, Ways
from remit.graph.org import Org
from remit.model.facts import Degree

SINK = ""
"""The decision itself, behind all bodies that can take it: no id is empty."""


@dataclass(frozen=True, slots=True)
class Channel:
    """The ways of one topic from one group to the decision for one principal.

    ``cut_points`` and ``bridges`` are passed by every way; ``absence``: how many of those in between may be away
    with a way left, None where nobody is in between.
    """

    group: str
    topic: str
    principal: str
    cut_points: tuple[str, ...]
    bridges: tuple[tuple[str, str], ...]
    absence: int | None


@dataclass(frozen=True, slots=True)
class SingleChannel:
    """Somebody or something through whom every way goes, and for how many principals, topics and groups."""

    id: str
    groups: tuple[str, ...]
    topics: tuple[str, ...]
    principals: tuple[str, ...]


def cut_points(graph: Any, start: str, end: str) -> tuple[str, ...]:
    """The nodes other than the ends that every path from start to end passes, nearest the start first.

    Raises ValueError where there is no path.
    """
    return tuple(node for node in _dominators(graph, start, end) if node not in (start, end))


def bridges(graph: Any, start: str, end: str) -> tuple[tuple[str, str], ...]:
    """The edges that every path from start to end passes, sorted. Raises ValueError where there is no path."""
    split: Any = nx.DiGraph()
    for one, other in graph.edges:
        split.add_edge(one, (one, other))
        split.add_edge((one, other), other)
    return tuple(sorted(node for node in _dominators(split, start, end) if isinstance(node, tuple)))


def _dominators(graph: Any, start: Any, end: Any) -> list[Any]:
    above = nx.immediate_dominators(graph, start)
    if end not in above:
        raise ValueError(f"there is no path from {start!r} to {end!r}")
    found = [end]
    while found[-1] != start:
        found.append(above[found[-1]])
    return found[::-1]


def absence_factor(graph: Any, start: str, end: str) -> int | None:
    """How many nodes between two may be away with a path left; None where they are joined directly.

    Raises ValueError where there is no path.
    """
    if not nx.has_path(graph, start, end):
        raise ValueError(f"there is no path from {start!r} to {end!r}")
    if graph.has_edge(start, end):
        return None
    return int(nx.node_connectivity(graph, start, end)) - 1


def decision_paths(ways: Ways) -> tuple[Any, dict[str, set[str]]]:
    """The graph of ways, and for each concerned principal the last nodes of ways to its decision. Where the group
    decides the topic itself, it is such a node. A seat is passed before the function that fills it.
    """
    graph: Any = nx.DiGraph()
    graph.add_node(ways.group)
    graph.add_edges_from((one.source, one.target) for one in ways.steps if one.proof.degree > Degree.OPEN)
    for home in ways.homes:
        if home.proof.degree > Degree.OPEN and len(home.principals) == 1:
            graph.add_edge(home.group, home.seat)
            if home.holder != home.seat:  # who fills several seats is lost in all of them at once
                graph.add_edge(home.seat, home.holder)
    return graph, {one: set(ends) for one, ends in ways.ends_of(Degree.REPORTED).items()}


def channels(org: Org) -> list[Channel]:
    """The ways of every topic from every group that has it in its remit, to each concerned principal reached."""
    found: list[Channel] = []
    decisions = Decisions(org)
    for group in org.groups(counted=True):
        for topic in group.fact("remit.topics").values:
            graph, ends = decision_paths(decisions.ways(group, topic))
            for principal in sorted(ends):
                if group.id in ends[principal]:
                    continue  # it decides itself: there is no way to lose
                whole = graph.copy()
                whole.add_edges_from((end, SINK) for end in sorted(ends[principal]))
                found.append(
                    Channel(
                        group.id,
                        topic,
                        principal,
                        cut_points(whole, group.id, SINK),
                        tuple(step for step in bridges(whole, group.id, SINK) if SINK not in step),
                        _absence(org, whole, group.id),
                    )
                )
    return found


def _absence(org: Org, graph: Any, start: str) -> int | None:
    """The absence factor, a seat that stands for several counted as that many."""
    if graph.has_edge(start, SINK):
        return None
    flow: Any = nx.DiGraph()
    for node in graph:
        capacity = graph.number_of_nodes() ** 2 if node in (start, SINK) else _how_many(org, node)
        flow.add_edge((node, "in"), (node, "out"), capacity=capacity)
    for one, other in graph.edges:
        flow.add_edge((one, "out"), (other, "in"))  # without a capacity: endless
    return int(nx.maximum_flow_value(flow, (start, "out"), (SINK, "in"))) - 1


def _how_many(org: Org, node: str) -> int:
    """How many an id stands for; ``many`` is at least two."""
    if org.kind(node) not in ("seat", "unit", "function"):
        return 1
    count = org.resolver.fact(node, "count").value
    return count if isinstance(count, int) else 2 if count == "many" else 1


def single_channels(found: Iterable[Channel], org: Org) -> list[SingleChannel]:
    """Through whom every way of something goes, the most principals and topics first, then by id. A cut point that
    stands for several is none.
    """
    behind: dict[str, list[Channel]] = defaultdict(list)
    for channel in found:
        for node in channel.cut_points:
            if _how_many(org, node) == 1:
                behind[node].append(channel)
    single = [
        SingleChannel(
            node,
            tuple(sorted({one.group for one in those})),
            tuple(sorted({one.topic for one in those})),
            tuple(sorted({one.principal for one in those})),
        )
        for node, those in behind.items()
    ]
    return sorted(single, key=lambda one: (-len(one.principals), -len(one.topics), one.id))

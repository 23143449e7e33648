"""All measures of an organisation together, with what was left out because no source tells it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from remit.graph.measures.channels import Channel, SingleChannel, channels, single_channels
from remit.graph.measures.coverage import Matrix, coverage_matrix
from remit.graph.measures.hierarchy import (
    Krackhardt,
    betweenness,
    degree_centralisation,
    depth,
    graph_of,
    heads,
    krackhardt,
    rounded,
    spans,
)
from remit.graph.measures.knowledge import Knowledge, Overlap, knowledge, overlaps
from remit.graph.measures.meetings import HOURS_OF_A_POST, MeetingLoad, meeting_load
from remit.graph.org import Org
from remit.graph.ways import REACHES
from remit.model.facts import Degree
from remit.model.text import Text


@dataclass(frozen=True, slots=True)
class Hierarchy:
    """A graph of superiors and subordinates: its size, Krackhardt's dimensions, levels, heads, spans, centralisation.

    ``unsure``: how many relations were left out since they are only open.
    """

    nodes: int
    edges: int
    unsure: int
    dimensions: Krackhardt
    levels: int
    heads: tuple[str, ...]
    spans: dict[str, int]
    centralisation: float | None

    def to_dict(self) -> dict[str, Any]:
        """The public form."""
        return {
            "nodes": self.nodes,
            "edges": self.edges,
            "unsure": self.unsure,
            "krackhardt": self.dimensions.to_dict(),
            "levels": self.levels,
            "heads": list(self.heads),
            "spans": self.spans,
            "degree_centralisation": rounded(self.centralisation),
        }


@dataclass(frozen=True, slots=True)
class Metrics:
    """The structural measures of an organisation at a date.

    ``line``: units and functions, from superior to subordinate. ``collaboration``: groups and bodies, from the one
    that is answered to or escalated to, to the one that does. ``centrality``: betweenness on ways onward.
    """

    model_id: str
    title: Text
    on: datetime.date
    line: Hierarchy
    collaboration: Hierarchy
    centrality: dict[str, float]
    memberships: dict[str, int]
    channels: tuple[Channel, ...]
    single_channels: tuple[SingleChannel, ...]
    overlaps: tuple[Overlap, ...]
    knowledge: tuple[Knowledge, ...]
    coverage: Matrix
    meetings: MeetingLoad
    names: dict[str, Text]
    currency: str = ""

    def to_dict(self, lang: str = "sv") -> dict[str, Any]:
        """The public JSON object."""
        share = self.coverage.share
        return {
            "remit": 1,
            "model": {"id": self.model_id, "title": self.title.get(lang)},
            "on": self.on.isoformat(),
            "line": self.line.to_dict(),
            "collaboration": self.collaboration.to_dict(),
            "betweenness": {one: rounded(value) for one, value in self.centrality.items()},
            "memberships": self.memberships,
            "channels": [
                {
                    "group": one.group,
                    "topic": one.topic,
                    "principal": one.principal,
                    "cut_points": list(one.cut_points),
                    "bridges": [list(step) for step in one.bridges],
                    "absence_factor": one.absence,
                }
                for one in self.channels
            ],
            "single_channels": [
                {
                    "id": one.id,
                    "groups": list(one.groups),
                    "topics": list(one.topics),
                    "principals": list(one.principals),
                }
                for one in self.single_channels
            ],
            "overlaps": [
                {
                    "groups": list(one.groups),
                    "topics": rounded(one.topics),
                    "principals": rounded(one.principals),
                    "members": rounded(one.members),
                }
                for one in self.overlaps
            ],
            "knowledge": [
                {
                    "seat": one.seat,
                    "group": one.group,
                    "topics": list(one.topics),
                    "alone": list(one.alone),
                    "exclusivity": rounded(one.exclusivity),
                }
                for one in self.knowledge
            ],
            "coverage": {
                "share": [rounded(one) for one in share] if share else None,
                "cells": [_cell(cell) for cell in self.coverage.cells],
                "holes": [_cell(cell) for cell in self.coverage.holes],
            },
            "meetings": self.meetings.to_dict(),
            "currency": self.currency or None,
        }

    def to_frame(self) -> Any:
        """A pandas data frame of the single figures: measure, value (needs the extra ``notebook``)."""
        import pandas

        rows: list[tuple[str, float | int | None]] = []
        for name, graph in (("line", self.line), ("collaboration", self.collaboration)):
            rows += [(f"{name}.{key}", value) for key, value in graph.dimensions.to_dict().items()]
            rows += [(f"{name}.levels", graph.levels), (f"{name}.degree_centralisation", graph.centralisation)]
        low, high = self.meetings.total
        rows += [("single_channels", len(self.single_channels)), ("holes", len(self.coverage.holes))]
        rows += [("meeting_hours.low", low), ("meeting_hours.high", high)]
        return pandas.DataFrame(rows, columns=["measure", "value"])

    def __repr__(self) -> str:
        return (
            f"<Metrics of {self.model_id} at {self.on}: line of {self.line.nodes}, "
            f"{len(self.single_channels)} single channels, {len(self.coverage.holes)} holes>"
        )


def _cell(cell: Any) -> dict[str, Any]:
    return {
        "topic": cell.topic,
        "population": cell.population or None,
        "level": cell.level,
        "principal": cell.principal,
        "groups": list(cell.groups),
        "perhaps": list(cell.perhaps),
    }


def metrics(org: Org, meeting_hours: float | None = None, hours_of_a_post: float = HOURS_OF_A_POST) -> Metrics:
    """The measures. Only relations that are more than open count; what is not told is named, never guessed.

    ``meeting_hours``: how long a meeting is assumed to be where no source says; ``hours_of_a_post``: hours in a year
    of a full post. Raises ValueError where either is not above 0.
    """
    ways = channels(org)
    currency = org.system.fact("currency")
    return Metrics(
        model_id=org.model.head.id,
        title=org.model.head.title,
        on=org.on,
        line=_hierarchy(*_line(org)),
        collaboration=_hierarchy(*_collaboration(org)),
        centrality=betweenness(_onward(org)),
        memberships=_memberships(org),
        channels=tuple(ways),
        single_channels=tuple(single_channels(ways, org)),
        overlaps=tuple(overlaps(org)),
        knowledge=tuple(knowledge(org)),
        coverage=coverage_matrix(org),
        meetings=meeting_load(org, meeting_hours, hours_of_a_post),
        names={thing: org.name(thing) for thing in sorted(org.model.entities)},
        currency=str(currency.value) if currency.known else "",
    )


Edges = list[tuple[str, str]]


def _hierarchy(edges: Edges, nodes: Iterable[str], unsure: int) -> Hierarchy:
    graph = graph_of(edges, nodes)
    return Hierarchy(
        graph.number_of_nodes(),
        graph.number_of_edges(),
        unsure,
        krackhardt(graph),
        depth(graph),
        heads(graph),
        spans(graph),
        degree_centralisation(graph),
    )


def _line(org: Org) -> tuple[Edges, list[str], int]:
    """Units under units, functions under those that they report to and in the units that they stand in."""
    edges: Edges = []
    nodes: list[str] = []
    unsure = 0
    for unit in org.things("unit"):
        if org.in_force(unit):
            nodes.append(unit.id)
            parent = unit.fact("parent")
            if parent.known and parent.degree > Degree.OPEN:
                edges.append((parent.value, unit.id))
            unsure += parent.known and parent.degree == Degree.OPEN
    for function in org.things("function"):
        if org.in_force(function):
            nodes.append(function.id)
            for item in function.fact("reports_to").items:
                degree = item.degree if item.holds and not item.possibly else Degree.OPEN
                if degree > Degree.OPEN:
                    edges.append((item.value, function.id))
                unsure += degree == Degree.OPEN
            edges += [(function.id, unit) for unit in function.fact("manages").values]
    return edges, nodes, unsure


def _collaboration(org: Org) -> tuple[Edges, list[str], int]:
    """Groups under what they answer to, are appointed by, or escalate to."""
    edges: Edges = []
    unsure = 0
    nodes = [group.id for group in org.groups()]
    groups = frozenset(nodes)
    for edge in org.edges:
        if edge.relation not in ("answers_to", "parent", "escalates_to") or edge.extent is not None:
            continue
        if edge.source not in groups:
            continue
        if edge.holds.degree > Degree.OPEN:
            edges.append((edge.target, edge.source))
        else:
            unsure += bool(edge.holds)
    return edges, nodes, unsure


def _onward(org: Org) -> Any:
    """The ways onward between bodies in force."""
    sure = [e for e in org.edges if e.relation in REACHES["onward"] and e.extent is None]
    return graph_of(((e.source, e.target) for e in sure if e.holds.degree > Degree.OPEN), ())


def _memberships(org: Org) -> dict[str, int]:
    """For each function or person, in how many groups it fills a seat."""
    found: dict[str, set[str]] = {}
    for group in org.groups():
        for seat in org.filled(group.id):
            for name in ("function", "person"):
                fact = seat.fact(name)
                if fact.known:
                    found.setdefault(fact.value, set()).add(group.id)
    return {one: len(groups) for one, groups in sorted(found.items())}

"""Edges between cards: every declared way, link, answering and nesting, those that are denied or unclear too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from remit.graph.logic import merge
from remit.graph.org import Org, Thing
from remit.graph.resolve import Item
from remit.model.facts import Degree, Extent, SourceRef, State
from remit.model.text import Text
from remit.views import texts as words
from remit.views.scene import texts as t
from remit.views.scene.sides import Sides
from remit.views.scene.wording import fill, limited, pair

LINE = {"unit": ("parent",), "function": ("reports_to",)}
"""The relations inside a line, which :attr:`~remit.graph.org.Org.edges` leaves to the facts."""


LOOSE = ("should", "may", "example")
"""The modalities that a relation tells of itself: what shall be is told as what is."""


class Told(NamedTuple):
    """One relation between two entities, or from a set, as one organisation tells it."""

    source: str
    target: str
    relation: str
    state: str
    degree: Degree
    extent: str | None
    topics: tuple[str, ...]
    sources: tuple[SourceRef, ...]
    statement: int | None = None
    possibly: bool = False
    modality: str | None = None
    way: tuple[Any, ...] = ()
    """What else tells one way from another: through whom it goes, for whose matters, whether for a decision."""

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes it the same relation in another organisation."""
        return (self.source, self.relation, self.target)


@dataclass(slots=True)
class Drawn:
    """An edge between two cards; it stands for its members."""

    start: str
    end: str
    relation: str
    state: str
    degree: Degree
    extent: str | None
    modality: str | None = None
    topics: set[str] = field(default_factory=set)
    members: list[tuple[str, str]] = field(default_factory=list)
    sources: tuple[SourceRef, ...] = ()
    findings: list[int] = field(default_factory=list)
    change: str | None = None

    def to_json(self) -> dict[str, Any]:
        """The edge as the page reads it."""
        return {
            "from": self.start,
            "to": self.end,
            "relation": self.relation,
            "text": pair(relation_text(self.relation, self.state, self.modality)),
            "state": self.state,
            "certainty": self.degree.word,
            "extent": self.extent,
            "modality": self.modality,
            "topics": sorted(self.topics),
            "findings": self.findings,
            "members": [list(one) for one in self.members],
            "sources": [list(one) for one in self.sources],
            "change": self.change,
        }


def relation_text(relation: str, state: str, modality: str | None = None) -> Text:
    """A relation in words, with what is said of it where it is no plain value or not meant to bind."""
    text = words.RELATIONS.get(relation) or Text(relation, relation)
    if state != "value":
        text = fill(t.EDGE[state], relation=text)
    return limited(text, [t.MODALITY[modality]] if modality in LOOSE else [])


def told(org: Org) -> Iterator[Told]:
    """Every relation of an organisation that can be drawn."""
    for edge in org.edges:
        item = edge.item
        if item.state == State.UNKNOWN or not edge.target:
            continue
        extent = edge.extent.value if edge.extent and edge.extent != Extent.ALL else None
        possibly = item.possibly
        degree = Degree.OPEN if possibly else item.degree
        yield Told(
            edge.source, edge.target, edge.relation, item.state.value, degree, extent, edge.topics,
            item.sources, item.statement, possibly, item.modality.value if item.modality else None,
            (edge.through, edge.principals, edge.for_decision),
        )  # fmt: skip
    for kind, paths in LINE.items():
        for thing in org.things(kind):
            for path in paths:
                yield from _line(org, thing, path)


def _line(org: Org, thing: Thing, path: str) -> Iterator[Told]:
    """The relations of a line, each as sure as what is said of it itself; those of what only may be are open."""
    fact = thing.fact(path)
    items = fact.items
    if fact.known and not items and isinstance(fact.value, str):
        items = (Item(fact.value, State.VALUE, fact.degree, fact.sources, fact.modality, None, fact.statement),)
    unsure = org.presence(thing.id).degree == Degree.OPEN
    for item in items:
        if item.state != State.UNKNOWN:
            degree = Degree.OPEN if item.possibly or unsure else item.degree
            yield Told(
                thing.id, item.value, path, item.state.value, degree, None, (), item.sources,
                item.statement, item.possibly, item.modality.value if item.modality else None,
            )  # fmt: skip


def endpoints(tells: Iterable[Told]) -> dict[str, int]:
    """How many relations each entity or set has, the line aside."""
    found: dict[str, int] = {}
    for one in tells:
        if one.relation in ("parent", "reports_to") or one.possibly:
            continue
        for end in (one.source, one.target):
            found[end] = found.get(end, 0) + 1
    return found


def drawn(sides: Sides, card_of: Mapping[str, str], tells: Mapping[int, list[Told]]) -> list[Drawn]:
    """The edges of the picture: those between the same two cards, of one relation, state, certainty and modality, are
    one.

    ``tells`` are the relations by side (0: the later organisation). What is only possible of a member because it is
    said of a set stands under the edge of that set.
    """
    found: dict[tuple[Any, ...], Drawn] = {}
    of_sets: dict[tuple[int, int | None, str], tuple[Any, ...]] = {}
    changes = _changes(sides, tells)
    for side in sorted(tells):
        ordered = sorted(tells[side], key=lambda one: (one.possibly, one.key, one.extent or ""))
        for one in ordered:
            if side == 1 and changes.get(one.key) != "removed":
                continue
            start, end = card_of.get(one.source), card_of.get(one.target)
            if one.possibly:
                key = of_sets.get((side, one.statement, one.target))
                if key is not None and (one.source, one.target) not in found[key].members:
                    found[key].members.append((one.source, one.target))
                if key is not None or start is None:
                    continue
                if sides.kind(one.source) == "set":
                    continue
            if start is None or end is None or start == end:
                continue
            change = changes.get(one.key)
            how = (one.state, one.degree, one.extent or "", one.modality or "")
            key = (start, end, one.relation, *how, change or "")
            edge = found.get(key)
            if edge is None:
                edge = Drawn(
                    start, end, one.relation, one.state, one.degree, one.extent, one.modality, change=change
                )  # fmt: skip
                found[key] = edge
            edge.topics.update(one.topics)
            if (one.source, one.target) not in edge.members:
                edge.members.append((one.source, one.target))
            edge.sources = merge((*edge.sources, *one.sources))
            if one.extent and one.statement is not None:
                of_sets[side, one.statement, one.target] = key
    return [found[key] for key in sorted(found)]


def _changes(sides: Sides, tells: Mapping[int, list[Told]]) -> dict[tuple[str, str, str], str]:
    """What became of each relation: ``added``, ``removed`` or ``changed``; nothing where it is the same."""
    if sides.before is None:
        return {}
    after, before = (_how(tells[side]) for side in (0, 1))
    found = {key: "added" for key in after if key not in before}
    found |= {key: "removed" for key in before if key not in after}
    return found | {key: "changed" for key in after if key in before and after[key] != before[key]}


def _how(tells: Iterable[Told]) -> dict[tuple[str, str, str], set[tuple[Any, ...]]]:
    """How each relation is told: as what, how surely and bindingly, of how many, for what and through whom."""
    found: dict[tuple[str, str, str], set[tuple[Any, ...]]] = {}
    for one in tells:
        how = (one.state, one.degree, one.extent or "", one.modality, one.topics, one.way)
        found.setdefault(one.key, set()).add(how)
    return found

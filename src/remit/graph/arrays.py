"""An organisation compiled to arrays, once, for heavy questions: who is reached from whom, who shares what.

Ids are interned as int32 in order of id; the adjacency of each relation is held in compressed rows both ways
(Saad 2003, *Iterative Methods for Sparse Linear Systems*, section 3.4); topics and principals of groups are 64-bit
masks. Rules of a county ask :class:`~remit.graph.org.Org` and need none of this; numpy is loaded only here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from remit.graph.org import Org
from remit.model.facts import Degree, State

Ints = npt.NDArray[np.int32]
Masks = npt.NDArray[np.uint64]

LINE = ("parent", "reports_to", "unit")
"""The relations inside a line: a unit's parent, a function's superiors, the unit that it stands in."""


class Rows(NamedTuple):
    """One relation in compressed rows: the neighbours of node ``i`` are ``to[start[i]:start[i + 1]]``, sorted."""

    start: Ints
    to: Ints

    def of(self, nodes: Ints) -> Ints:
        """The neighbours of several nodes, one after the other."""
        begin, count = self.start[nodes], self.start[nodes + 1] - self.start[nodes]
        if not int(count.sum()):
            return np.empty(0, np.int32)
        ends = np.cumsum(count)
        places = np.arange(int(ends[-1]), dtype=np.int64) - np.repeat(ends - count, count) + np.repeat(begin, count)
        found: Ints = self.to[places]
        return found


class Arrays:
    """The compiled organisation; made by :func:`compile_arrays`."""

    def __init__(
        self,
        ids: Sequence[str],
        pairs: dict[str, list[tuple[int, int]]],
        groups: Sequence[int],
        topics: Masks,
        principals: Masks,
    ) -> None:
        self.ids = tuple(ids)
        self.index = {identifier: place for place, identifier in enumerate(self.ids)}
        self.forward = {name: _rows(len(ids), found) for name, found in pairs.items()}
        self.backward = {name: _rows(len(ids), [(b, a) for a, b in found]) for name, found in pairs.items()}
        self.groups: Ints = np.asarray(groups, np.int32)
        self.topics = topics
        """One row a group: a bit for each topic that its remit covers."""
        self.principals = principals
        """One row a group: a bit for each principal that is or may be seated."""

    def reachable(
        self, starts: Iterable[str], relations: Collection[str] | None = None, *, back: bool = False
    ) -> tuple[str, ...]:
        """Whom some entities reach by following relations (all where none is named), themselves included, by id.

        ``back``: who reaches them. Raises KeyError for an id or relation that does not exist.
        """
        rows = self.backward if back else self.forward
        chosen = [rows[name] for name in (rows if relations is None else relations)]
        seen = np.zeros(len(self.ids), bool)
        frontier = np.unique(np.asarray([self.index[one] for one in starts], np.int32))
        seen[frontier] = True
        while frontier.size:
            found = [row.of(frontier) for row in chosen]
            new = np.unique(np.concatenate(found)) if found else np.empty(0, np.int32)
            frontier = new[~seen[new]]
            seen[frontier] = True
        return tuple(self.ids[place] for place in np.flatnonzero(seen))

    def sharing(self, *, topics: int = 1, principals: int = 1) -> list[tuple[str, str, int, int]]:
        """The pairs of groups with at least so many topics and principals in common: ids, and how many of each."""
        found = []
        for place in range(len(self.groups) - 1):
            common = np.bitwise_count(self.topics[place] & self.topics[place + 1 :]).sum(axis=1)
            seated = np.bitwise_count(self.principals[place] & self.principals[place + 1 :]).sum(axis=1)
            for other in np.flatnonzero((common >= topics) & (seated >= principals)):
                one, two = self.ids[self.groups[place]], self.ids[self.groups[place + 1 + other]]
                found.append((one, two, int(common[other]), int(seated[other])))
        return found

    def __repr__(self) -> str:
        edges = sum(row.to.size for row in self.forward.values())
        return f"<Arrays: {len(self.ids)} entities, {edges} edges of {len(self.forward)} relations>"


def compile_arrays(org: Org, certainty: Degree = Degree.OPEN) -> Arrays:
    """Compile an organisation; ``certainty`` is the least at which an edge, topic or seat counts (open: any)."""
    ids = sorted(org.model.entities)
    index = {identifier: place for place, identifier in enumerate(ids)}
    pairs: dict[str, list[tuple[int, int]]] = {}
    for edge in org.edges:
        if edge.source in index and edge.target in index and edge.holds.degree >= certainty:
            pairs.setdefault(edge.relation, []).append((index[edge.source], index[edge.target]))
    for kind in ("unit", "function"):
        for thing in org.things(kind):
            for path in LINE:
                if path in type(org.entity(thing.id)).model_fields:
                    fact = thing.fact(path)
                    ends = fact.values if path == "reports_to" else (fact.value,) if fact.state == State.VALUE else ()
                    where = f"line.{path}"
                    pairs.setdefault(where, []).extend((index[thing.id], index[end]) for end in ends if end in index)
    groups = org.groups()
    bits = {kind: {thing.id: bit for bit, thing in enumerate(org.things(kind))} for kind in ("topic", "principal")}
    below: dict[str, list[int]] = {}
    for topic, bit in bits["topic"].items():
        for above in org.topic_line(topic):
            below.setdefault(above, []).append(bit)
    topics = [
        [bit for item in group.fact("remit.topics").items if item.holds and item.degree >= certainty
         for bit in below.get(item.value, ())]
        for group in groups
    ]  # fmt: skip
    seated = [
        [bits["principal"][p] for p in org.represented(group) if org.seated(group, p).degree >= certainty]
        for group in groups
    ]
    return Arrays(
        ids,
        pairs,
        [index[group.id] for group in groups],
        _masks(topics, len(bits["topic"])),
        _masks(seated, len(bits["principal"])),
    )


def _rows(size: int, pairs: Sequence[tuple[int, int]]) -> Rows:
    both = np.unique(np.asarray(pairs, np.int32).reshape(-1, 2), axis=0)
    start = np.zeros(size + 1, np.int32)
    np.cumsum(np.bincount(both[:, 0], minlength=size), out=start[1:])
    return Rows(start, both[:, 1].copy())


def _masks(rows: Sequence[Sequence[int]], bits: int) -> Masks:
    masks = np.zeros((len(rows), max(1, -(-bits // 64))), np.uint64)
    for place, row in enumerate(rows):
        for bit in row:
            masks[place, bit // 64] |= np.uint64(1 << (bit % 64))
    return masks

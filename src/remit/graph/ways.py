"""The ways between bodies as declared: routes in use, steps of the line, chains, and where listings end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from remit.graph.logic import NO, OPEN, YES, Evidence, Proof, all_of, any_of
from remit.graph.org import Edge, Fact, Org
from remit.model.facts import Degree, Extent, State
from remit.model.whole import as_tuple, value_at

UPWARD = ("answers_to", "parent")
REACHES: dict[str, tuple[str, ...]] = {
    "onward": ("escalates_to", "prepares_for", "recommends_to", "answers_to"),
    "informed": ("escalates_to", "prepares_for", "recommends_to", "answers_to", "informs"),
    "carrying": ("recommends_to", "prepares_for", "escalates_to"),
    "downwards": ("implements_through", "recommends_to", "prepares_for", "escalates_to"),
}
"""The sorts of way on which a matter is followed: up to a decision, also by information alone, only where it is
handed over, and down to those who carry it out.
"""

BOTH_WAYS = (*UPWARD, "linked_to")
"""Relations that join both ways: orders come down where answers go up, and a plain link has no direction."""


def routes_in_use(org: Org, *relations: str) -> Iterator[tuple[Edge, Proof]]:
    """The routes that lead or may lead from somebody in force; those said of a set stand under the set."""
    for kind in ("group", "unit", "function"):
        for thing in org.subjects(kind):
            for edge in org.out(thing.id, *relations):
                if edge.extent == thing.extent:
                    proof = all_of(edge.holds, org.in_force(thing))
                    if proof:
                        yield edge, proof


def through_line(org: Org, edge: Edge) -> Proof:
    """To what degree a route passes a step of the line; open where a source leaves just that unclear."""
    if edge.extent is not None:
        return NO
    entity = org.entity(edge.source)
    for index, raw in enumerate(as_tuple(value_at(entity, edge.relation))):
        if raw is edge.item.route:
            words = entity.said.get(f"{edge.relation}[{index}].through", ())
            if words and words[0].state != State.NONE:
                degree = words[0].degree if words[0].state == State.VALUE else Degree.OPEN
                return Proof(degree, None, (), words[0].sources)
    return edge.holds if edge.through else NO


def fully_told(fact: Fact) -> Proof:
    """To what degree a relation holds no more than what is listed: ``none``, or a complete listing."""
    if fact.known:
        return YES if fact.closed or fact.path == "parent" else OPEN
    return fact.missing()


def told_way(org: Org, one: str, other: str) -> Proof:
    """To what degree a source says that there is a way between two bodies, either way round (for excuses)."""
    found = [
        Proof(Degree.OPEN if c.possibly else c.degree, None, (), c.sources)
        for subject, to in ((one, other), (other, one))
        for c in org.channels(subject)
        if c.to == to and c.state == State.VALUE
    ]
    return any_of(*found)


def no_way_told(org: Org, one: str, other: str) -> Proof:
    """To what degree a source says that there is no way between two bodies, either way round."""
    return any_of(
        *(
            c.broken()
            for subject, to in ((one, other), (other, one))
            for c in org.channels(subject)
            if c.to == to and c.state == State.NONE and c.extent in (None, Extent.ALL)
        )
    )


class Chains:
    """Finds chains of declared relations between bodies."""

    def __init__(self, org: Org) -> None:
        self.org = org
        self._reached: dict[tuple[str, Degree], frozenset[str]] = {}

    def joined(self, one: str, other: str) -> Proof:
        """To what degree a chain of routes, links, answering, nesting or units leads from one to the other.

        Answering, nesting and plain links carry both ways, so that a shared superior joins. A principal
        is a step only as one to whom bodies answer. What nobody states gives :data:`NO`: for excuses.
        """
        told = told_way(self.org, one, other)
        for degree in (Degree.ESTABLISHED, Degree.REPORTED, Degree.OPEN):
            if told.degree >= degree:
                return told
            if other in self.reached(one, degree) or one in self.reached(other, degree):
                return Proof(degree, None, (Evidence(one, "joined", other),))
        return NO

    def reached(self, start: str, degree: Degree) -> frozenset[str]:
        """All bodies that chains of relations at least this sure lead to."""
        key = (start, degree)
        found = self._reached.get(key)
        if found is None:
            seen = {start}
            todo = [start]
            while todo:
                for target, sure in self.steps.get(todo.pop(), ()):
                    if sure < degree or target in seen:
                        continue
                    seen.add(target)
                    todo.append(target)
            found = self._reached[key] = frozenset(seen)
        return found

    @cached_property
    def steps(self) -> dict[str, list[tuple[str, Degree]]]:
        """From each body the bodies one step on, and how sure the step is."""
        found: dict[str, list[tuple[str, Degree]]] = defaultdict(list)
        for edge in self.org.edges:
            if edge.extent is not None:
                continue
            principal = self.org.kind(edge.target) == "principal"
            if principal and edge.relation not in UPWARD:
                continue
            both = edge.relation in BOTH_WAYS
            self._step(found, edge.source, edge.target, edge.holds.degree, both)
        for unit in self.org.things("unit"):
            above = unit.fact("parent")
            if above.known:
                self._step(found, unit.id, above.value, above.degree, True)
        return found

    def _step(
        self, found: dict[str, list[tuple[str, Degree]]], one: str, other: str, degree: Degree, both: bool
    ) -> None:
        active = all(self.org.in_force(self.org.thing(end)) for end in (one, other))
        if not degree or not active:
            return
        found[one].append((other, degree))
        if both:
            found[other].append((one, degree))

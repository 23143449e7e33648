"""The ways of a matter from a group to those who may decide it, step by step, for each principal that it concerns.

On these ways alone somebody can be the only channel, or a matter wait too long: routes onward, and seats that take
matters home, to bodies that may decide the topic for a concerned principal. Whoever answers from a database builds
the same from its records.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from remit.graph.logic import NO, OPEN, YES, Proof, all_of, any_of
from remit.graph.org import Edge, Fact, Org, Thing
from remit.graph.passed import Passed
from remit.graph.ways import REACHES
from remit.model.facts import Degree

ONWARD = REACHES["onward"]


class Step(NamedTuple):
    """That a matter goes from one to the next."""

    source: str
    target: str
    proof: Proof


class End(NamedTuple):
    """That a matter is decided for a principal where it has come to; ``own``: by that body itself, else further up
    the line that it stands in.
    """

    principal: str
    at: str
    proof: Proof
    own: bool


class Body(NamedTuple):
    """Where a matter may come by routes: whether it may decide, and whose it is."""

    id: str
    kind: str
    decides: Proof
    owners: frozenset[str]
    owners_open: bool


class Home(NamedTuple):
    """That a seat of a group takes the matter home, for one of its principals; ``holder``: the function that fills
    it, else the seat; ``several``: to what degree more than one holds it.
    """

    group: str
    seat: str
    holder: str
    principals: frozenset[str]
    proof: Proof
    several: Proof = NO


class Concerned(NamedTuple):
    """The principals that the topic concerns, each with what its own line may decide; and how sure that is."""

    lines: Mapping[str, Proof]
    known: Proof


class Path(NamedTuple):
    """A way to a decision: what it costs, and whom it passes, the first included."""

    cost: float
    nodes: tuple[str, ...]


@dataclass(frozen=True)
class Ways:
    """All ways of one topic from one group.

    ``here``: that the group is in force and has the topic, and whom that concerns. ``bodies``: to whom routes lead,
    the group included. ``several``: of those a route leads to, to what degree one stands for more than one.
    """

    group: str
    topic: str
    here: Proof
    steps: tuple[Step, ...]
    homes: tuple[Home, ...]
    ends: tuple[End, ...]
    bodies: frozenset[str]
    several: Mapping[str, Proof]
    _passed: dict[Degree, Passed] = field(default_factory=dict, compare=False)
    _ends: dict[Degree, dict[str, list[str]]] = field(default_factory=dict, compare=False)

    @cached_property
    def principals(self) -> tuple[str, ...]:
        """Those for whom a decision is reached more surely than open; none where the group is not in force."""
        return tuple(sorted(self.ends_of(Degree.REPORTED))) if self.here else ()

    @cached_property
    def _next(self) -> Mapping[str, Mapping[str, Proof]]:
        """From each to each next, by the surest of the steps between them."""
        found: dict[str, dict[str, Proof]] = defaultdict(dict)
        homes = (Step(home.group, home.holder, home.proof) for home in self.homes)
        for source, target, proof in (*self.steps, *homes):
            known = found[source].get(target)
            found[source][target] = any_of(known, proof) if known else proof
        return found

    @cached_property
    def _decided(self) -> Mapping[str, Mapping[str, Proof]]:
        """For each principal where it is decided, by the surest of what says so."""
        found: dict[str, dict[str, Proof]] = defaultdict(dict)
        for principal, at, proof, _ in self.ends:
            known = found[principal].get(at)
            found[principal][at] = any_of(known, proof) if known else proof
        return found

    @cached_property
    def _weakest(self) -> Degree:
        """How sure the least sure step is: ways that need be no surer are all ways."""
        return min((proof.degree for there in self._next.values() for proof in there.values()), default=Degree.NO)

    def passed(self, least: Degree) -> Passed:
        """Whom ways at least so sure come to, and whom they pass."""
        least = max(least, self._weakest)
        found = self._passed.get(least)
        if found is None:
            steps = {
                source: [target for target, proof in there.items() if proof.degree >= least]
                for source, there in self._next.items()
            }
            found = self._passed[least] = Passed(self.group, steps)
        return found

    def ends_of(self, least: Degree) -> Mapping[str, list[str]]:
        """For each principal where ways at least so sure come to a decision; who reaches none is left out."""
        found = self._ends.get(least)
        if found is None:
            found = self._ends[least] = {}
            if any(end.proof.degree >= least for end in self.ends):
                reached = self.passed(least).order
                for principal, there in self._decided.items():
                    ends = [at for at, proof in there.items() if proof.degree >= least and at in reached]
                    if ends:
                        found[principal] = ends
        return found

    def quickest(self, least: Degree, cost: Mapping[str, float]) -> dict[str, Path]:
        """For each principal the way to a decision that costs least, of ways at least so sure; of equal ones the one
        with the fewest steps, then by id. Whoever has no cost costs nothing.
        """
        best: dict[str, tuple[float, int, tuple[str, ...]]] = {}
        left: list[tuple[float, int, tuple[str, ...]]] = [(cost.get(self.group, 0.0), 1, (self.group,))]
        while left:
            way = heapq.heappop(left)
            spent, length, nodes = way
            here = nodes[-1]
            if here in best:
                continue
            best[here] = way
            for to, proof in self._next.get(here, {}).items():
                if proof.degree >= least and to not in best:
                    heapq.heappush(left, (spent + cost.get(to, 0.0), length + 1, (*nodes, to)))
        found = {one: min(best[at] for at in ends) for one, ends in self.ends_of(least).items()}
        return {one: Path(spent, nodes) for one, (spent, _, nodes) in found.items()}

    @cached_property
    def surest(self) -> Mapping[str, Path]:
        """For each principal the surest way to a decision, of equal ones the shortest; who has none that is more than
        open is left out.
        """
        return self.quickest(Degree.REPORTED, {}) | self.quickest(Degree.ESTABLISHED, {})

    def proof_of(self, principal: str, path: Path) -> Proof:
        """How sure a way to a decision for a principal is."""
        steps = [self._next[one][to] for one, to in pairwise(path.nodes)]
        return all_of(*steps, self._decided[principal][path.nodes[-1]])


def assembled(
    group: str,
    topic: str,
    here: Proof,
    concerned: Concerned,
    steps: Iterable[Step],
    bodies: Iterable[Body],
    homes: Iterable[Home],
    several: Mapping[str, Proof],
) -> Ways:
    """The ways that these steps, bodies and seats make."""
    bodies, homes = tuple(bodies), tuple(home for home in homes if home.proof)
    lines = sorted(concerned.lines.items())
    ends = (
        *(end for body in bodies for end in _decided_at(body, lines)),
        *(end for home in homes for end in _decided_at_home(home, lines)),
    )
    return Ways(
        group,
        topic,
        all_of(here, concerned.known).context(),
        tuple(step for step in steps if step.proof),
        homes,
        tuple(end for end in ends if end.proof),
        frozenset(body.id for body in bodies),
        several,
    )


def _decided_at(body: Body, lines: list[tuple[str, Proof]]) -> Iterator[End]:
    """For which principals a body may decide, itself or in its line; where it is left open whose it is, for any."""
    if body.kind == "provider" or (body.kind == "group" and not body.decides):
        return
    for principal, line in lines:
        if body.kind == "group" or principal in body.owners:
            yield End(principal, body.id, body.decides, own=True)
            if body.kind in ("unit", "function"):
                yield End(principal, body.id, line, own=False)
        elif body.owners_open:
            yield End(principal, body.id, OPEN, own=False)


def _decided_at_home(home: Home, lines: list[tuple[str, Proof]]) -> Iterator[End]:
    """For its one principal, by its line; of several that share it, or where nobody tells whose it is, for one of
    them, nobody tells which.
    """
    for principal, line in lines:
        if not home.principals or principal in home.principals:
            yield End(principal, home.holder, line if len(home.principals) == 1 else OPEN, own=False)


def is_several(count: Fact) -> Proof:
    """To what degree a count says more than one; silence says one."""
    if count.known:
        return YES if count.value != 1 else NO
    return OPEN if count.left_open else NO


class Decisions:
    """The ways to a decision in an organisation. What several topics share of them is read once."""

    def __init__(self, org: Org) -> None:
        self.org = org
        self._steps: dict[str, list[tuple[Edge, Step]]] = {}
        self._bodies: dict[tuple[str, str], Body] = {}
        self._homes: dict[tuple[str, str], list[Home]] = {}
        self._several: dict[str, Proof] = {}

    def ways(self, group: Thing, topic: str) -> Ways:
        """All ways of a topic from a group to those who may decide it for the principals that it concerns."""
        principals, known = self.org.concerned(topic, group)
        reached = sorted(self.org.onward(group.id, topic, *ONWARD))
        return assembled(
            group.id,
            topic,
            all_of(self.org.in_force(group), group.fact("remit.topics").has(topic)),
            Concerned({one: self._body(one, topic).decides for one in principals}, known),
            (step for node in reached for step in self._onward(node, topic)),
            [self._body(node, topic) for node in reached],
            (home for node in reached if self.org.kind(node) == "group" for home in self._taken(node, topic)),
            {node: self._is_several(node) for node in reached if self.org.kind(node) == "function"},
        )

    def _onward(self, node: str, topic: str) -> Iterator[Step]:
        if node not in self._steps:
            self._steps[node] = [
                (edge, Step(node, edge.target, all_of(edge.holds, self.org.in_force(self.org.thing(edge.target)))))
                for edge in self.org.out(node, *ONWARD)
                if edge.extent is None
            ]
        for edge, step in self._steps[node]:
            if not edge.topics:
                yield step
            else:
                yield step._replace(proof=all_of(step.proof, self.org.carries(edge, topic)))

    def _body(self, node: str, topic: str) -> Body:
        kind = self.org.kind(node)
        key = (node, "" if kind == "principal" else topic)  # what a principal decides does not depend on the topic
        found = self._bodies.get(key)
        if found is None:
            owners = frozenset(self.org.principals_of(node))
            decides = self.org.may_decide(node, topic)
            found = self._bodies[key] = Body(node, kind, decides, owners, self.org.owners_open(node))
        return found

    def _taken(self, group: str, topic: str) -> list[Home]:
        found = self._homes.get((group, topic))
        if found is None:
            found = self._homes[group, topic] = []
            for owners, proof in self.org.takes_home(self.org.thing(group), topic):
                seat = seat_of(group, proof)
                function = self.org.resolver.fact(seat, "function")
                holder = str(function.value) if function.known else seat
                several = any_of(*(self._is_several(one) for one in sorted({seat, holder})))
                found.append(Home(group, seat, holder, owners, proof, several))
        return found

    def _is_several(self, node: str) -> Proof:
        if node not in self._several:
            self._several[node] = is_several(self.org.resolver.fact(node, "count"))
        return self._several[node]


def seat_of(group: str, home: Proof) -> str:
    """The seat by which a matter is taken home from a group."""
    return next(one.to for one in home.evidence if one.from_ == group and one.relation == "seats")

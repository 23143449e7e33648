"""The typed reader that rules, the loop and the views ask: things with resolved facts, and what follows from them.

Nothing here knows a rule. Everything is answered with a :class:`~remit.graph.logic.Proof`, so that the asker
combines and never re-implements coverage, sets or certainty.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from remit.graph.logic import NO, OPEN, YES, Evidence, Ground, Proof, all_of, any_of
from remit.graph.resolve import Channel, Fact, Item, Origin
from remit.graph.seats import Pool, Seats
from remit.graph.things import Several, Thing, field_text, is_unsourced
from remit.model.facts import Degree, Extent, State
from remit.model.kinds.route import RELATIONS
from remit.model.whole import Model

LINKING = (*RELATIONS, "answers_to", "parent")
"""The relations by which one body is linked to another."""


class Edge(NamedTuple):
    """A resolved relation between two entities (or from a set, to an extent)."""

    source: str
    relation: str
    target: str
    item: Item
    extent: Extent | None = None

    @property
    def holds(self) -> Proof:
        """To what degree it is there."""
        if not self.item.holds:
            return NO if self.item.state == State.NONE else OPEN
        degree = Degree.OPEN if self.item.possibly else self.item.degree
        evidence = (Evidence(self.source, self.relation, self.target),)
        return Proof(degree, None, evidence, self.item.sources, self.item.statement)

    @property
    def denied(self) -> Proof:
        """To what degree a source says that it is not there."""
        if self.item.state == State.NONE and not self.item.possibly:
            evidence = (Evidence(self.source, f"no {self.relation}", self.target),)
            return Proof(self.item.degree, Ground.STATED, evidence, self.item.sources, self.item.statement)
        return NO

    @property
    def through(self) -> tuple[str, ...]:
        """The steps of a line that it passes (ids, or ``line``)."""
        return tuple(self.item.route.through or ()) if self.item.route else ()

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics it is for; empty: all."""
        return tuple(self.item.route.topics or ()) if self.item.route else ()

    @property
    def principals(self) -> tuple[str, ...]:
        """The principals whose matters it is for; empty: all."""
        return tuple(self.item.route.principals or ()) if self.item.route else ()

    @property
    def for_decision(self) -> bool | None:
        """Whether what goes this way goes there to be decided; None where nothing is told."""
        return self.item.route.for_decision if self.item.route else None


class Org(Seats):
    """A model's organisation with resolved facts, at the model's date (or ``on``).

    ``continues``: of one that came about by a scenario, by their ids the things that had others before it, with those
    (:mod:`remit.queries.reorganise.lineage`).
    """

    def __init__(
        self,
        model: Model,
        on: datetime.date | None = None,
        continues: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
    ) -> None:
        super().__init__(model, on)
        self.continues = continues
        self._reached: dict[tuple[str | None, ...], dict[str, Proof]] = {}
        self._taken: dict[tuple[str, str | None], list[tuple[frozenset[str], Proof]]] = {}

    # -- relations ------------------------------------------------------------------------------------------

    @cached_property
    def edges(self) -> tuple[Edge, ...]:
        """Every declared route, link, answering and nesting, stated and denied ones alike, in a defined order;
        those said of sets short of all stand under the set's id, with its extent.
        """
        found: list[Edge] = []
        for kind in ("group", "unit", "function"):
            for thing in self.things(kind):
                names = LINKING if kind == "group" else RELATIONS
                for relation in names:
                    found.extend(self._edges_of(thing, relation))
        for subject, extent in sorted(self.resolver.set_subjects):
            if extent == Extent.ALL or not self.resolver.members(subject):
                continue
            for relation in RELATIONS:
                if self.resolver.speaks_of(subject, relation):
                    fact = self.resolver.set_fact(subject, extent, relation)
                    found.extend(Edge(subject, relation, item.value, item, extent) for item in fact.items)
        return tuple(found)

    def _edges_of(self, thing: Thing, relation: str) -> Iterator[Edge]:
        fact = thing.fact(relation)
        if relation == "parent":
            if fact.known:
                item = Item(fact.value, State.VALUE, fact.degree, fact.sources, fact.modality)
                yield Edge(thing.id, relation, fact.value, item)
            return
        for item in fact.items:
            unsure = self.presence(thing.id).degree == Degree.OPEN
            resolved = item._replace(degree=Degree.OPEN) if unsure else item
            yield Edge(thing.id, relation, item.value, resolved)

    @cached_property
    def _out(self) -> dict[str, list[Edge]]:
        found: dict[str, list[Edge]] = defaultdict(list)
        for edge in self.edges:
            found[edge.source].append(edge)
        return found

    @cached_property
    def _in(self) -> dict[str, list[Edge]]:
        found: dict[str, list[Edge]] = defaultdict(list)
        for edge in self.edges:
            found[edge.target].append(edge)
        return found

    def out(self, identifier: str, *relations: str) -> list[Edge]:
        """The edges from an entity or set, of some relations (all where none is named)."""
        return [e for e in self._out.get(identifier, ()) if not relations or e.relation in relations]

    def into(self, identifier: str, *relations: str) -> list[Edge]:
        """The edges that lead to an entity."""
        return [e for e in self._in.get(identifier, ()) if not relations or e.relation in relations]

    def edge(self, source: str, relation: str, target: str) -> Proof:
        """To what degree a relation leads from one to another: a stated item, else coverage decides."""
        return self.resolver.fact(source, relation).has(target)

    def linked(self, one: str, other: str) -> Proof:
        """To what degree two bodies are linked by any route, link, answering or nesting, either way, or both
        answer to the same body; silence gives :data:`NO` (a stated link is an excuse).
        """
        proofs = [e.holds for e in self.out(one) if e.target == other]
        proofs += [e.holds for e in self.out(other) if e.target == one]
        return any_of(*proofs)

    def unlinked(self, one: str, other: str) -> Proof:
        """To what degree the link between two bodies is missing: stated to be none (the surest counts), or not
        there although all relations of both are listed; else open. :data:`NO` where a link is stated.
        """
        link = self.linked(one, other)
        if link.degree > Degree.OPEN:
            return NO
        denied = any_of(
            *(e.denied for e in self.out(one, "linked_to") if e.target == other and e.extent is None),
            *(e.denied for e in self.out(other, "linked_to") if e.target == one and e.extent is None),
        )
        if denied:
            return denied
        if link:
            return OPEN.on(Ground.STRUCTURAL)
        complete = self.links_listed(one) and self.links_listed(other)
        evidence = Evidence(one, "no link", other)
        return Proof(Degree.ESTABLISHED if complete else Degree.OPEN, Ground.STRUCTURAL, (evidence,))

    def links_listed(self, body: str) -> bool:
        """Whether all relations by which a body can be linked to another are listed."""
        names = LINKING if self.kind(body) == "group" else RELATIONS
        return all(self._relation_closed(body, name) for name in names)

    def _relation_closed(self, identifier: str, relation: str) -> bool:
        fact = self.resolver.fact(identifier, relation)
        if fact.state == State.NONE:
            return fact.degree > Degree.OPEN
        return fact.known and (fact.closed or relation == "parent")

    def routes_listed(self, identifier: str, *relations: str) -> Proof:
        """To what degree all of an entity's relations (of those named, else every route) are listed."""
        names = relations or RELATIONS
        if not all(self._relation_closed(identifier, name) for name in names):
            return OPEN
        facts = [self.resolver.fact(identifier, name) for name in names]
        return Proof(min((f.degree for f in facts if f.state == State.NONE), default=Degree.ESTABLISHED))

    def nested(self, one: str, other: str) -> Proof:
        """To what degree one group is, directly or further down, inside the other."""
        return any_of(self._inside(one, other), self._inside(other, one))

    def _inside(self, inner: str, outer: str) -> Proof:
        outers, left_open = self.nesting(inner)
        return outers.get(outer, OPEN if left_open else NO)

    def nesting(self, inner: str) -> tuple[dict[str, Proof], bool]:
        """The groups that a group is inside of, nearest first, to what degree; and whether a source leaves open what
        the outermost is inside of (an excuse that is itself open).
        """
        found: dict[str, Proof] = {}
        here, proof = inner, YES
        while True:
            fact = self.resolver.fact(here, "parent")
            if fact.state in (State.UNCLEAR, State.DEFERRED):
                return found, True
            if not fact.known or fact.value in (inner, *found):
                return found, False
            proof = all_of(proof, Proof(fact.degree, None, (Evidence(here, "parent", fact.value),), fact.sources))
            found[fact.value] = proof
            here = fact.value

    def channels(self, subject: str) -> list[Channel]:
        """What is said of ways from a group, topic, set or other subject."""
        return self.resolver.channels.get(subject, [])

    def ways_told(self, subject: Thing) -> list[Channel]:
        """What is said of ways from a subject (of a set: to its extent): to each target its own words, else those
        of the sets that it belongs to. Words that contradict each other are only possibly so.
        """
        told = self.channels(subject.id)
        if subject.extent is not None:
            return [c for c in told if c.extent == subject.extent and not c.possibly]
        about = [statement.about for statement in self.model.statements]
        whole = [c for c in told if c.possibly or c.extent in (None, Extent.ALL)]
        own = {c.to for c in whole if about[c.statement] == subject.id}
        kept = [c for c in whole if c.to not in own or about[c.statement] == subject.id]
        states: dict[str, set[State]] = defaultdict(set)
        for one in kept:
            if not one.possibly:
                states[one.to].add(one.state)
        return [c._replace(possibly=True) if len(states[c.to]) > 1 else c for c in kept]

    def way_subjects(self, kind: str) -> list[Thing]:
        """The things of a kind, then the sets (or the cases of one) that a channel short of ``all`` speaks of."""
        found: list[Thing] = list(self.things(kind))
        for subject, told in sorted(self.resolver.channels.items()):
            members = self.resolver.members(subject)
            if members and all(self.kind(member) == kind for member in members):
                extents = {c.extent for c in told if not c.possibly}
                short = sorted(e for e in extents if e is not None and e != Extent.ALL)
                found.extend(Several(self, subject, kind, extent) for extent in short)
        return found

    def onward(self, start: str, topic: str | None, *relations: str) -> dict[str, Proof]:
        """Whom a matter on a topic (None: any) reaches by following relations forward, the start included, and how
        sure the surest way is; what is not in force leads nowhere, and a line is not walked (section 3 a).
        """
        key = (start, topic if self._has_topical_routes else None, *relations)
        if key in self._reached:
            return self._reached[key]
        found = self._reached[key] = {start: YES}
        left = [start]
        while left:
            left.sort(key=lambda node: found[node].degree)
            here = left.pop()
            for edge in self.out(here, *relations):
                if edge.extent is not None:
                    continue
                proof = all_of(found[here], edge.holds, self.carries(edge, topic))
                if not proof or proof.degree <= found.get(edge.target, NO).degree:
                    continue
                proof = all_of(proof, self.in_force(self.thing(edge.target)))
                if proof.degree > found.get(edge.target, NO).degree:
                    found[edge.target] = proof
                    left.append(edge.target)
        return found

    @cached_property
    def _has_topical_routes(self) -> bool:
        return any(edge.topics for edge in self.edges)

    def carries(self, edge: Edge, topic: str | None) -> Proof:
        """To what degree a route is for a topic (None: any); one for a part of the topic only may be, and so may one
        where it is left open what either is part of.
        """
        if topic is None or not edge.topics or any(self.covers_topic(listed, topic) for listed in edge.topics):
            return YES
        meet = any(self.topics_meet(listed, topic) for listed in edge.topics)
        return OPEN if meet or any(map(self.part_left_open, (topic, *edge.topics))) else NO

    def takes_home(self, group: Thing, topic: str | None) -> list[tuple[frozenset[str], Proof]]:
        """For each filled seat that may take a matter on a topic (None: any) home, or decide it: its principals
        (several where they share it: one of them, nobody tells which), and how sure.
        """
        key = (group.id, topic)
        if key not in self._taken:
            pools = {pool.seat: pool.principals for pool in self.pools(group.id)}
            found = []
            for seat in self.seats(group.id):
                vacant = seat.fact("vacant").excuse(True)
                held = self._home_power(seat, topic) if vacant.degree <= Degree.OPEN else NO
                if held:
                    proof = all_of(held, self.presence(seat.id), OPEN if vacant else YES)
                    principals = pools.get(seat.id) or frozenset(self.principals_of(seat.id))
                    found.append((principals, proof.seen(Evidence(group.id, "seats", seat.id))))
            self._taken[key] = found
        return self._taken[key]

    def _home_power(self, seat: Thing, topic: str | None) -> Proof:
        powers = seat.fact("mandate.powers")
        held = any_of(self.has_power(powers, "take_home"), self.has_power(powers, "decide"))
        if seat.fact("function").left_open:
            return held.at_most(Degree.OPEN) or OPEN  # it may be one that decides
        if topic is None or not (held or seat.fact("function").known):
            return held
        return any_of(*(self.seat_power(seat, power, topic) for power in ("take_home", "decide")))

    def recommends(self, group: Thing) -> Proof:
        """To what degree a group is told to recommend: by its powers, a route, the register, or words on how what
        it recommends is decided or reported back. Silence gives :data:`NO`.
        """
        powers = group.fact("remit.powers")
        listed = any(item.value == "recommend" for item in powers.items)
        told = [powers.has("recommend")] if listed or powers.state in (State.UNCLEAR, State.DEFERRED) else []
        told += [edge.holds for edge in self.out(group.id, "recommends_to") if edge.extent is None]
        for one in self.things("recommendation"):
            if one.fact("group").value == group.id:
                told.append(all_of(one.fact("group").is_(group.id), self.presence(one.id)))
        for name in ("decision_step", "report_back"):
            fact = group.fact(name)
            told.append(Proof(fact.degree, None, (), fact.sources) if fact.stated else OPEN if fact.doubted else NO)
        return any_of(*told).context()

    def is_decided_by_law(self, group: Thing) -> Proof:
        """To what degree a group has its powers in law (a body founded by law)."""
        return group.fact("law").excuse()


__all__ = ["Edge", "Fact", "Org", "Origin", "Pool", "Several", "Thing", "field_text", "is_unsourced"]

"""What belongs to what: topics and populations to wider ones, units to lines, bodies to principals and territories."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from functools import cached_property

from remit.graph.logic import NO, OPEN, YES, Proof
from remit.graph.resolve import Fact
from remit.graph.things import Thing, Things
from remit.model.facts import Degree, State
from remit.model.whole import Model


class Belonging(Things):
    """Things, and what they are part of."""

    def __init__(self, model: Model, on: datetime.date | None = None) -> None:
        super().__init__(model, on)
        self._owners: dict[str, tuple[str, ...]] = {}
        self._chains: dict[str, tuple[str, ...]] = {}

    # -- topics, populations, levels ------------------------------------------------------------------------

    def _above(self, identifier: str) -> tuple[str, ...]:
        if identifier in self._chains:
            return self._chains[identifier]
        chain: dict[str, None] = {}
        here: str | None = identifier
        while here is not None and here not in chain and here in self.model.entities:
            chain[here] = None
            fact = self.resolver.fact(here, "part_of")
            here = fact.value if fact.known else None
        self._chains[identifier] = tuple(chain)
        return self._chains[identifier]

    def topic_line(self, topic: str) -> tuple[str, ...]:
        """A topic and all that it is part of, from itself upwards."""
        return self._above(topic)

    def covers_topic(self, wide: str, narrow: str) -> bool:
        """Whether a mandate on ``wide`` covers ``narrow`` (itself or something below it)."""
        return wide in self.topic_line(narrow)

    def covers(self, fact: Fact, topic: str) -> Proof:
        """To what degree a list of topics covers ``topic``; open where it is left open what the topic is part of."""
        proof = fact.has(lambda listed: self.covers_topic(listed, topic))
        if proof or not fact.values:
            return proof
        return OPEN if self.part_left_open(topic) else proof

    def part_left_open(self, topic: str) -> bool:
        """Whether it is left open what a topic (or one above it) is part of: it may be part of any."""
        line = self.topic_line(topic)
        return bool(line) and self.resolver.fact(line[-1], "part_of").left_open

    def leaves_out(self, fact: Fact, topic: str) -> Proof:
        """To what degree a list of topics is known not to cover ``topic``; open where :meth:`covers` is."""
        proof = fact.lacks(lambda listed: self.covers_topic(listed, topic))
        return proof.at_most(Degree.OPEN) if fact.values and self.part_left_open(topic) else proof

    def topics_meet(self, one: str, other: str) -> bool:
        """Whether one of two topics covers the other."""
        return self.covers_topic(one, other) or self.covers_topic(other, one)

    def populations_meet(self, one: str, other: str) -> bool:
        """Whether one of two populations is, or is part of, the other."""
        return one in self._above(other) or other in self._above(one)

    @cached_property
    def ranks(self) -> dict[str, int]:
        """The place of every level in the order, from the citizen outwards."""
        ranked: dict[str, int] = {}
        for thing in self.things("level"):
            fact = thing.fact("rank")
            if fact.known:
                ranked[thing.id] = fact.value
        return ranked

    def rank(self, level: str | None) -> int | None:
        """The place of a level in the order, from the citizen outwards (None: not known)."""
        return self.ranks.get(level) if level else None

    def level(self, thing: Thing) -> tuple[int | None, Proof]:
        """The rank of a thing's level, and how sure that is."""
        fact = thing.fact("level")
        rank = self.rank(fact.value) if fact.known else None
        return rank, Proof(fact.degree if rank is not None else Degree.OPEN)

    # -- principals and lines -------------------------------------------------------------------------------

    @cached_property
    def care_principals(self) -> tuple[str, ...]:
        """The care principals ("all principals" of a structure), sorted."""
        return tuple(t.id for t in self.things("principal") if t.fact("role").value == "care" and self.presence(t.id))

    def principals_of(self, identifier: str) -> tuple[str, ...]:
        """The principals that a unit, function, provider, seat or principal itself belongs to."""
        found = self._owners.get(identifier)
        if found is None:
            found = self._owners[identifier] = self._owners_of(identifier)
        return found

    def _owners_of(self, identifier: str) -> tuple[str, ...]:
        kind = self.kind(identifier)
        fact = self.resolver.fact
        if kind == "principal":
            return (identifier,)
        if kind == "provider":
            commissioner = fact(identifier, "principal")
            return (commissioner.value,) if commissioner.known else ()
        if kind == "joint_body":
            members = self._principals_told(fact(identifier, "members"))
            form, host = fact(identifier, "form"), fact(identifier, "host")
            # whoever took a task over decides it for itself as well as for those that handed it over
            taken_over = form.known and form.value == "task_by_agreement" and host.known
            return tuple(dict.fromkeys((*members, host.value))) if taken_over else members
        if kind == "function":
            unit = fact(identifier, "unit")
            if unit.known:
                return self.principals_of(unit.value)
            return self._principals_told(fact(identifier, "principal"))
        if kind == "seat":
            principal, function = fact(identifier, "principal"), fact(identifier, "function")
            if principal.known:
                return (principal.value,)
            return self.principals_of(function.value) if function.known else ()
        return self._owners_of_unit(identifier) if kind == "unit" else ()

    def _principals_told(self, fact: Fact) -> tuple[str, ...]:
        """The principals that a list names; none where its sources disagree on it."""
        return self.resolver.expand(fact.values, "principal") if fact.known else ()

    def _owners_of_unit(self, unit: str) -> tuple[str, ...]:
        """Its own principals, its provider's, else those of the nearest unit above that has any."""
        chain: list[str] = []
        owners: tuple[str, ...] = ()
        for here in self.line_above(unit, stop=self._owners):
            chain.append(here)
            owners = self._owners.get(here, ())
            if here not in self._owners:
                owners = self._principals_told(self.resolver.fact(here, "principal"))
                provider = self.resolver.fact(here, "provider")
                if not owners and provider.known:
                    owners = self.principals_of(provider.value)
            if owners:
                break
        self._owners.update(dict.fromkeys(chain, owners))
        return owners

    def owners_open(self, identifier: str) -> bool:
        """Whether somebody leaves open whose a body is, or who else belongs to it: it may be anybody's."""
        fact, kind = self.resolver.fact, self.kind(identifier)
        if kind == "joint_body":
            form, host = fact(identifier, "form"), fact(identifier, "host")
            taken_over = form.left_open or (form.known and form.value == "task_by_agreement")
            # whose it is hangs on the host of a task taken over, and on whether it is one
            hangs = host.left_open or (
                form.left_open and host.known and host.value not in self.principals_of(identifier)
            )
            return fact(identifier, "members").partly_open or (taken_over and hangs)
        if kind == "provider":
            return fact(identifier, "principal").left_open
        if kind == "function":
            unit = fact(identifier, "unit")
            if unit.known:
                return self.owners_open(unit.value)
            return unit.left_open or fact(identifier, "principal").partly_open
        if kind != "unit":
            return False
        for here in self.line_above(identifier):
            provider = fact(here, "provider")
            if fact(here, "principal").partly_open or provider.left_open or fact(here, "parent").left_open:
                return True
            if fact(here, "principal").known:
                return False
            if provider.known:
                return self.owners_open(provider.value)
        return False

    def line_above(self, unit: str, stop: Collection[str] = ()) -> tuple[str, ...]:
        """A unit and the units above it, nearest first, to the first that is in ``stop``; a cycle ends where it
        closes.
        """
        chain: dict[str, None] = {}
        here: str | None = unit
        while here is not None and here not in chain and self.kind(here) == "unit":
            chain[here] = None
            if here in stop:
                break
            fact = self.resolver.fact(here, "parent")
            here = fact.value if fact.known else None
        return tuple(chain)

    def line(self, principal: str) -> Proof:
        """To what degree a principal's line is there: taken as there unless a source says otherwise (section 3 a)."""
        fact = self.resolver.fact(principal, "line")
        if fact.state == State.NONE:
            return NO if fact.degree > Degree.OPEN else OPEN
        return OPEN if fact.doubted else YES

    def expand_principals(self, fact: Fact) -> frozenset[str]:
        """The principals of a list that may name territories."""
        found: set[str] = set()
        for value in fact.values:
            if self.kind(value) == "territory":
                found |= self.expand_principals(self.resolver.fact(value, "principals"))
            else:
                found.add(value)
        return frozenset(found)

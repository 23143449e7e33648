"""What every part of the loop asks: which groups treat a topic, who sits there, and how steps are made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from remit.graph.logic import NO, OPEN, Proof, all_of, any_of
from remit.graph.loop.decision import Decision
from remit.graph.loop.records import Missing, Step
from remit.graph.org import Org, Thing
from remit.graph.resolve import Channel, Fact
from remit.model.facts import Degree, Extent
from remit.model.text import Text

UPWARD = ("answers_to", "prepares_for", "parent")
"""The relations by which one group stands below another."""

BEFORE = Text("ett tidigare steg kommer inte fram", "an earlier step does not get there")


@dataclass(slots=True)
class Tail:
    """Steps 4, 5, 6a and 7 from a group onward (or 5, 6a, 6b, 7 of what is settled locally)."""

    recommender: Thing | None
    concerned: frozenset[str]
    steps: list[Step]
    cut: list[Missing]
    decision: Decision

    def rank(self) -> tuple[int, int, int]:
        broken = sum(s.state == "broken" for s in self.steps)
        return broken, sum(s.state == "open" for s in self.steps), len(self.cut)


class Terrain:
    """One organisation at one certainty, with what is the same for many matters kept."""

    def __init__(self, org: Org, certainty: Degree) -> None:
        self.org = org
        self.certainty = certainty
        self._covering: dict[str, list[tuple[Thing, Proof]]] = {}
        self._heads: dict[str, list[tuple[Thing, Proof]]] = {}
        self._seated: dict[tuple[str, str], tuple[Proof, Proof, bool]] = {}
        self._territories: dict[str, tuple[frozenset[str], Proof]] = {}
        self._levels: dict[str, tuple[int | None, Proof]] = {}
        self._groups = org.groups(counted=True)

    def covering(self, topic: str) -> list[tuple[Thing, Proof]]:
        """The groups of the system whose remit covers a topic: those stated to; where there are none, those that
        may. A group of which no seat is told is asked only where no other group treats the topic.
        """
        if topic not in self._covering:
            found = []
            for group in self._groups:
                proof = all_of(self.org.in_force(group), self.org.covers(group.fact("remit.topics"), topic))
                if proof:
                    found.append((group, proof))
            stated = [pair for pair in found if pair[1].degree > Degree.OPEN] or found
            self._covering[topic] = [pair for pair in stated if self.org.seats(pair[0].id)] or stated
        return self._covering[topic]

    def heads(self, topic: str) -> list[tuple[Thing, Proof]]:
        """Of the groups that treat a topic those where it is recommended: that answer to, and prepare for, no other of
        them, or that are told to recommend it to each concerned principal themselves.

        A matter is recommended by the body that the preparing groups answer to. To prepare for a body is no
        step of the line: who sits in the preparing group alone does not sit where it is recommended.
        """
        if topic not in self._heads:
            covering = self.covering(topic)
            ids = {group.id for group, _ in covering}
            self._heads[topic] = [
                pair
                for pair in covering
                if not any(self.below(pair[0].id, other, topic) for other in self._above(pair[0].id) & ids)
                or self._recommends_to_each(pair[0], topic)
            ]
        return self._heads[topic]

    def _recommends_to_each(self, group: Thing, topic: str) -> bool:
        concerned, _ = self.org.concerned(topic, group)
        told: set[str] = set()
        for edge in self.org.out(group.id, "recommends_to"):
            if all_of(edge.holds, self.org.carries(edge, topic)).degree >= self.certainty:
                told.update(self.org.principals_of(edge.target))
        return bool(concerned) and concerned <= told

    def ways(self, thing: Thing) -> list[Channel]:
        """What is said of ways from a group or topic; what is said of some of its cases is only possibly so."""
        short = [
            channel._replace(possibly=True)
            for channel in self.org.channels(thing.id)
            if channel.extent not in (None, Extent.ALL) and not channel.possibly
        ]
        return [*self.org.ways_told(thing), *short]

    def below(self, group: str, other: str, topic: str) -> Proof:
        """To what degree a group answers to, or prepares the topic for, another (and not the other way round)."""
        proof = self._upward(group, other, topic)
        return NO if group == other or self._upward(other, group, topic) or proof.degree < self.certainty else proof

    def _above(self, group: str) -> set[str]:
        """Those that a group may answer to, prepare for or stand inside of: only they can be above it."""
        return {edge.target for edge in self.org.out(group, *UPWARD)}

    def _upward(self, group: str, other: str, topic: str) -> Proof:
        edges = [e for e in self.org.out(group, *UPWARD) if e.target == other]
        stated = [all_of(e.holds, self.org.carries(e, topic)) for e in edges]
        return any_of(*stated)

    def seat(self, group: Thing, principal: str, place: str) -> tuple[Proof, Proof, bool]:
        """Whether a principal is seated in a group (for a matter arising at ``place``): the proof for, the proof
        against, and whether it is open only by seats shared by unnamed principals.
        """
        territory, known = self.territory(group)
        outside = (principal and principal not in territory) or (place and place not in territory)
        if territory and outside and known.degree > Degree.OPEN:
            return NO, known, False
        key = (group.id, principal)
        if key not in self._seated:
            proof = self.org.seated(group, principal)
            if proof.degree > Degree.OPEN:
                self._seated[key] = (proof, NO, False)
            elif not proof:
                self._seated[key] = (NO, self.org.seats_listed(group), False)
            else:
                pooled = any(principal in pool.principals for pool in self.org.pools(group.id))
                self._seated[key] = (proof, NO, pooled)
        return self._seated[key]

    def territory(self, group: Thing) -> tuple[frozenset[str], Proof]:
        """The care principals that a group is for, and how sure (see :meth:`Seats.territory`)."""
        if group.id not in self._territories:
            self._territories[group.id] = self.org.territory(group)
        return self._territories[group.id]

    def level(self, group: Thing) -> tuple[int | None, Proof]:
        """The rank of a group's level, and how sure that is."""
        if group.id not in self._levels:
            self._levels[group.id] = self.org.level(group)
        return self._levels[group.id]

    def needed_rank(self, topic: str, name: str) -> tuple[int | None, Fact | None]:
        """The rank of the level that a topic, or the nearest one above it, names (``settled_at``/``treated_at``)."""
        for above in self.org.topic_line(topic):
            fact = self.org.resolver.fact(above, name)
            if fact.known:
                return self.org.rank(fact.value), fact
        return None, None

    def front_levels(self) -> frozenset[str]:
        ranks = self.org.ranks
        nearest = min(ranks.values(), default=None)
        return frozenset(level for level, rank in ranks.items() if rank == nearest)

    def step(self, key: str, yes: Proof, no: Proof, at: str, reason: Text, by_pool: bool = False) -> Step:
        if yes.degree >= self.certainty:
            proof, state = yes, "closed"
        elif no.degree >= self.certainty:
            proof, state = no, "broken"
        else:
            proof, state = (yes or OPEN), "open"
        number, part = (int(key[0]), key[1:])
        degree = proof.degree if state != "open" else Degree.OPEN
        return Step(
            number,
            part,
            state,
            at,
            degree,
            proof.sources,
            reason,
            proof.evidence,
            by_pool and state == "open",
        )

    def unneeded(self, key: str, fact: Fact, reason: Text) -> Step:
        degree = fact.degree if fact.known else Degree.ESTABLISHED
        return Step(int(key[0]), key[1:], "not_needed", "", degree, fact.sources if fact.known else (), reason)

    def name(self, identifier: str) -> Text:
        return self.org.name(identifier)

    def names(self, identifiers: Sequence[str]) -> Text:
        names = [self.name(i) for i in identifiers]
        return Text(", ".join(n.sv for n in names), ", ".join(n.en for n in names))

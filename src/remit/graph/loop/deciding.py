"""Whom a way reaches, and who decides there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from remit.graph.logic import Proof, all_of
from remit.graph.loop.decision import GROUP, PRINCIPAL, SEATS, Decider, Decision
from remit.graph.loop.records import Step
from remit.graph.loop.terrain import Terrain
from remit.graph.org import Edge, Thing
from remit.graph.resolve import Fact


class Deciding(Terrain):
    """What the steps of recommendation and decision ask: whom a way reaches, and who decides there."""

    def _reaching(self, group: Thing, topic: str, *relations: str) -> Iterator[tuple[str, Edge, Proof]]:
        """The principals that a declared way reaches with a topic, and how sure that is. A joint body must be in
        force and may decide the topic for those that transferred it; a way to a group is no way to a principal.
        """
        for edge in self.org.out(group.id, *relations):
            kind = self.org.kind(edge.target)
            if kind == "group":
                continue
            held = all_of(edge.holds, self.org.carries(edge, topic), self.org.in_force(self.org.thing(edge.target)))
            if kind == "joint_body":
                held = all_of(held, self.org.may_decide(edge.target, topic))
            for principal in self.org.principals_of(edge.target):
                if not edge.principals or principal in edge.principals:
                    yield principal, edge, held

    def decided_by(self, group: Thing, topic: str, concerned: frozenset[str]) -> tuple[Decider, ...]:
        """Who decides what a group recommends, or what its members take home: the joint bodies, then each principal."""
        told: dict[str, list[str]] = {}
        for principal, edge, held in self._reaching(group, topic, "recommends_to", "escalates_to"):
            if edge.for_decision and held.degree >= self.certainty:
                told.setdefault(principal, []).append(edge.target)
        jointly: dict[str, list[str]] = {}
        alone: list[Decider] = []
        for principal in sorted(concerned):
            may = [body for body, proof in self.org.deciders(principal, topic) if proof.degree >= self.certainty]
            targets = sorted(set(told.get(principal, ())))
            own = [body for body in targets if self.org.kind(body) in ("unit", "function")]
            # who has transferred a decision decides it no more, also where a way leads to the principal itself
            joint = [body for body in (targets if own else (*targets, *may)) if self.org.kind(body) == "joint_body"]
            if joint:
                jointly.setdefault(joint[0], []).append(principal)
                continue
            bodies = own or sorted(body for body in may if self.org.kind(body) in ("unit", "function"))
            alone.append(Decider(principal, PRINCIPAL, (principal,), bodies=tuple(bodies)))
        return (*(self._joint(body, principals) for body, principals in sorted(jointly.items())), *alone)

    def _joint(self, body: str, principals: Iterable[str]) -> Decider:
        thing = self.org.thing(body)
        form, host = _told(thing.fact("form")), _told(thing.fact("host"))
        return Decider(body, form or "joint_body", tuple(principals), host)

    def decides_itself(self, group: Thing, topic: str, concerned: frozenset[str]) -> tuple[Decider, ...]:
        """The group itself, or those who sit in it, where they may decide; empty where they may not."""
        everybody = tuple(sorted(concerned))
        if self.org.power(group, "remit", "decide", topic).degree >= self.certainty:
            return (Decider(group.id, GROUP, everybody),)
        if self.org.seats_decide(group, topic, concerned).degree >= self.certainty:
            return (Decider(group.id, SEATS, everybody),)
        return ()

    def decision(self, by: tuple[Decider, ...], group: Thing, fifth: Step) -> Decision:
        """The decision of a matter whose step 5 is ``fifth``, by those who decide where it is closed."""
        if fifth.state != "closed":
            return Decision(fifth.state, fifth.certainty)
        several = len(by) > 1
        unanimous = group.fact("unanimous")
        told = unanimous.value if several and unanimous.known and unanimous.degree >= self.certainty else None
        return Decision(fifth.state, fifth.certainty, by, told)


def _told(fact: Fact) -> str:
    return str(fact.value) if fact.known else ""

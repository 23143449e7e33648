"""Those who decide, each by itself: what happens to a matter with one of them, and down its line."""

from __future__ import annotations

from dataclasses import dataclass

from remit.graph.loop import Decider, Decision, Loop, Route
from remit.graph.loop.decision import GROUP, PRINCIPAL, SEATS
from remit.simulation.parameters import Parameters
from remit.simulation.places import body_place
from remit.simulation.plan import Answer, Op
from remit.simulation.programme import Programme

HERE = "here"
"""Decides at the sitting where it was treated: those who sit there, or the group itself."""


@dataclass(frozen=True, slots=True)
class Party:
    """One separate decision: who takes it, and for whom."""

    id: str
    """The principal, joint body or group."""
    body: str
    """Where it sits: a unit, function, joint body or the principal; :data:`HERE`: where it was treated."""
    principals: tuple[str, ...]


class Deciders:
    """The rows of those who decide; alike ones of all classes are the same rows."""

    def __init__(self, loop: Loop, programme: Programme, parameters: Parameters) -> None:
        self.loop, self.org, self.p, self.parameters = loop, loop.org, programme, parameters
        self._rows: dict[tuple[Party, str, str], int] = {}
        self._of: dict[tuple[str, str, tuple[str, ...], Decision], tuple[Party, ...]] = {}
        self._lines: dict[tuple[str, ...], tuple[Party, ...]] = {}

    def of(self, route: Route, group: str) -> tuple[Party, ...]:
        """The separate decisions that a matter takes (the same object for alike matters). Where nobody tells who
        decides: those who would if the way to them is there.
        """
        key = (route.topic, group, route.concerned, route.decision)
        if key not in self._of:
            self._of[key] = tuple(self._parties(route, group))
        return self._of[key]

    def _parties(self, route: Route, group: str) -> list[Party]:
        by = route.decision.by
        if not by and group:
            thing, concerned = self.org.thing(group), frozenset(route.concerned)
            by = self.loop.decides_itself(thing, route.topic, concerned)
            by = by or self.loop.decided_by(thing, route.topic, concerned)
        elif not by:
            by = tuple(Decider(principal, PRINCIPAL, (principal,)) for principal in route.concerned)
        found: list[Party] = []
        for one in by:
            if one.form == SEATS:
                found += [Party(principal, HERE, (principal,)) for principal in one.principals]
            elif one.form == GROUP:
                found.append(Party(one.id, HERE, one.principals))
            elif one.form == PRINCIPAL:
                found.append(Party(one.id, self._body(one), one.principals))
            else:
                found.append(Party(one.id, one.id, one.principals))
        return found

    def lines(self, principals: tuple[str, ...]) -> tuple[Party, ...]:
        """The principals down whose lines a decision of several is carried out."""
        if principals not in self._lines:
            self._lines[principals] = tuple(Party(one, one, (one,)) for one in principals)
        return self._lines[principals]

    def _body(self, one: Decider) -> str:
        """Of the bodies of a principal that may decide: a board before a function, and that before the assembly."""

        def rank(body: str) -> tuple[int, str]:
            if self.org.kind(body) == "function":
                return 1, body
            return (2 if self.org.thing(body).fact("kind").value == "assembly" else 0), body

        return min(one.bodies, key=rank, default=one.id)

    def finish(self) -> None:
        """Lay the rows that forks ask for, and tell the forks where they are."""
        laid: dict[tuple[int, str, str], int] = {}
        for fork, parties, what, how in self.p.pending:
            key = (id(parties), what, how)
            if key not in laid:
                laid[key] = self.p.children([(self.p.party(one.id), self._laid(one, what, how)) for one in parties])
            self.p.rows[fork].jump = laid[key]
        self.p.pending.clear()

    def _laid(self, party: Party, what: str, how: str) -> int:
        key = (party, what, how)
        if key not in self._rows:
            self._rows[key] = self.p.here
            if what == "decide":
                self._decides(party, how)
            else:
                self._carries_out(party, int(how))
        return self._rows[key]

    def _decides(self, party: Party, again: str) -> None:
        """``again``: what the labels of a further time end with."""
        values, number = self.parameters, self.p.party(party.id)
        place = party.id if party.body == HERE else party.body
        if party.body != HERE:
            back = self.p.wait(
                "5", f"home:{party.id}{again}", values["home_days"], place=place, principal=number,
                hours=values["home_hours"],
            )  # fmt: skip
            if self.org.kind(party.body) == "function":
                label = f"delegated:{party.id}{again}"
                self.p.wait("5", label, values["delegated_days"], place=place, principal=number)
            else:
                station = self.p.station(body_place(self.org, party.body, party.id))
                self.p.add(
                    Op.MEET, "5", f"meet:{party.id}{again}", place=place, principal=number, station=station, jump=back,
                    other=self.p.here + 1, limit=int(values["returns_most"]),
                )  # fmt: skip
        chance = self.p.add(
            Op.CHANCE, "5", f"approve:{party.id}{again}", place=place, principal=number, p=values["approve"]
        )
        self.p.add(Op.ANSWER, "5", "approved", place=place, principal=number, limit=int(Answer.APPROVED))
        no = self.p.add(Op.ANSWER, "5", "rejected", place=place, principal=number, limit=int(Answer.REJECTED))
        self.p.rows[chance].jump = no

    def _carries_out(self, party: Party, steps: int) -> None:
        number = self.p.party(party.id)
        for step in range(steps):
            self.p.wait(
                "7", f"down:{party.id}:{step + 1}", self.parameters["down_days"], place=party.id, principal=number,
                hours=self.parameters["line_hours"],
            )  # fmt: skip
        self.p.add(Op.ANSWER, "7", "done", place=party.id, principal=number, limit=int(Answer.APPROVED))


__all__ = ["HERE", "Deciders", "Party"]

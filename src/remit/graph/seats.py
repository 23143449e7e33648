"""Who sits where, and what seats, functions and bodies may do."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from remit.graph.belonging import Belonging
from remit.graph.logic import NO, OPEN, YES, Evidence, Proof, all_of, any_of, excused, merge
from remit.graph.resolve import Fact
from remit.graph.things import Thing
from remit.model.facts import Degree, State
from remit.model.kind import LADDER


@dataclass(frozen=True, slots=True)
class Pool:
    """Seats shared by a set of principals, nobody tells whose: ``count`` seats (None: many) for ``principals``."""

    seat: str
    group: str
    principals: frozenset[str]
    count: int | None


class Seats(Belonging):
    """Things with what they are part of, their seats and their powers."""

    # -- seats ----------------------------------------------------------------------------------------------

    @cached_property
    def _seats(self) -> dict[str, list[Thing]]:
        found: dict[str, list[Thing]] = defaultdict(list)
        for seat in self.things("seat"):
            if self.in_force(seat):
                found[self.model.parents[seat.id][0]].append(seat)
        return found

    def seats(self, group: str) -> list[Thing]:
        """The seats of a group that are there at the date (vacant ones included), by id."""
        return self._seats.get(group, [])

    def group_of(self, seat: Thing) -> Thing:
        """The group that a seat stands in."""
        return self.thing(self.model.parents[seat.id][0])

    @cached_property
    def _filled(self) -> dict[str, list[Thing]]:
        return {group: [seat for seat in seats if self.is_filled(seat)] for group, seats in self._seats.items()}

    def filled(self, group: str) -> list[Thing]:
        """The seats of a group that are not stated to be vacant."""
        return self._filled.get(group, [])

    def is_filled(self, seat: Thing) -> bool:
        """Whether a seat is not stated to be vacant."""
        return seat.fact("vacant").excuse(True).degree <= Degree.OPEN

    @cached_property
    def _pools(self) -> dict[str, list[Pool]]:
        found: dict[str, list[Pool]] = defaultdict(list)
        for group, seats in self._seats.items():
            for seat in seats:
                shared = seat.fact("shared_by")
                if shared.known:
                    count = seat.fact("count").value
                    principals = frozenset(self.resolver.expand(shared.values, "principal"))
                    found[group].append(Pool(seat.id, group, principals, count if isinstance(count, int) else None))
        return found

    def pools(self, group: str) -> list[Pool]:
        """The seats of a group that are shared by a set of principals."""
        return self._pools.get(group, [])

    def represented(self, group: Thing) -> frozenset[str]:
        """The principals with a seat of their own, and the whole set that shares seats."""
        found: set[str] = set()
        for seat in self.seats(group.id):
            found.update(self.principals_of(seat.id))
        for pool in self.pools(group.id):
            found |= pool.principals
        return frozenset(found)

    def seated(self, group: Thing, principal: str) -> Proof:
        """To what degree a principal has a seat of its own that is not vacant; a shared one is open."""
        own = [seat for seat in self.seats(group.id) if principal in self.principals_of(seat.id)]
        best = any_of(*(self._taken_by(seat) for seat in own))
        if best:
            return best
        for pool in self.pools(group.id):
            if principal in pool.principals:
                seat = self.thing(pool.seat)
                enough = pool.count is not None and pool.count >= len(pool.principals) and not self.untold(seat)
                best = any_of(best, self._taken_by(seat).at_most(Degree.ESTABLISHED if enough else Degree.OPEN))
        if best:
            return best
        if any(self.untold(seat) for seat in self.seats(group.id)):
            return OPEN
        return NO if self.seats_listed(group).degree > Degree.OPEN else OPEN

    def _taken_by(self, seat: Thing) -> Proof:
        """To what degree a seat is there and held by somebody; one that may be vacant is open."""
        vacant = seat.fact("vacant").excuse(True)
        held = excused(self.presence(seat.id), vacant)
        return held.seen(Evidence(self.model.parents[seat.id][0], "seats", seat.id)) if held else NO

    def untold(self, seat: Thing) -> bool:
        """Whether nobody tells whose seat it is, or somebody leaves open who else shares it."""
        if seat.fact("shared_by").known and seat.fact("shared_by").partly_open:
            return True  # one of whom it is left open whether it shares the seat
        told = ("principal", "provider", "shared_by", "person")
        return not self.principals_of(seat.id) and not any(seat.fact(path).known for path in told)

    def seats_listed(self, group: Thing) -> Proof:
        """To what degree all seats of a group are listed, with whose they are (complete coverage, or a source says
        that there are none).
        """
        fact = group.fact("seats")
        if fact.state == State.NONE:
            return Proof(fact.degree, None, (), fact.sources)
        if fact.known and self.resolver.covered(self.entity(group.id), "seats") == "complete":
            # a seat that nobody tells whose it is may be anybody's
            return OPEN if any(self.untold(seat) for seat in self.seats(group.id)) else YES
        return OPEN

    # -- whom a group and a topic are for ---------------------------------------------------------------------

    def territory(self, group: Thing) -> tuple[frozenset[str], Proof]:
        """The care principals that a group is for, and how sure: as stated, else the parties to its agreement,
        else those that its seats stand for (open).
        """
        fact = group.fact("territory")
        care = frozenset(self.care_principals)
        most = Degree.OPEN if fact.partly_open else Degree.ESTABLISHED
        if fact.known:
            return self.expand_principals(fact) & care, Proof(min(fact.degree, most), None, (), fact.sources)
        agreement = group.fact("agreement")
        if agreement.known:
            parties = self.resolver.fact(agreement.value, "parties")
            if parties.known:
                return self.expand_principals(parties) & care, Proof(
                    min(agreement.degree, parties.degree, Degree.OPEN if parties.partly_open else most),
                    None,
                    (),
                    merge((*agreement.sources, *parties.sources)),
                )
        return self.represented(group) & care, OPEN

    def concerned(self, topic: str, group: Thing | None = None) -> tuple[frozenset[str], Proof]:
        """The principals that a topic concerns: those it (or a topic above it) names, else the care principals of
        the group's territory, else all care principals (design section 3 f).
        """
        most = Degree.ESTABLISHED
        for above in self.topic_line(topic):
            fact = self.resolver.fact(above, "concerns")
            if fact.partly_open:
                most = Degree.OPEN
            if fact.known:
                return self.expand_principals(fact), Proof(min(fact.degree, most), None, (), fact.sources)
        if group is not None:
            found, proof = self.territory(group)
            if group.fact("territory").left_open:
                most = Degree.OPEN
            if found:
                return found, proof.at_most(most)
        return frozenset(self.care_principals), YES.at_most(most)

    # -- powers ---------------------------------------------------------------------------------------------

    def power(self, thing: Thing, path: str, power: str, topic: str | None = None) -> Proof:
        """To what degree the mandate at ``path`` (``remit``, ``mandate``; empty for a mandate itself) holds a
        power, over ``topic`` where given. A mandate that names no topics, of somebody in a group, is over the
        group's; silence on topics leaves it open.
        """
        dot = f"{path}." if path else ""
        held = self.has_power(thing.fact(f"{dot}powers"), power)
        if not held:
            return held
        valid = self.still_valid(thing, path)
        return all_of(held, valid, YES if topic is None else self.covers(thing.fact(f"{dot}topics"), topic))

    def still_valid(self, thing: Thing, path: str) -> Proof:
        """To what degree a mandate still holds at the date: past its last day it is open at most (it may have been
        renewed; that it is past its date is a finding of its own).
        """
        until = thing.fact(f"{path}.until" if path else "until")
        return OPEN if until.known and until.value < self.on else YES

    def has_power(self, powers: Fact, power: str) -> Proof:
        """To what degree a list of powers holds a power; a higher one on the ladder holds the lower ones."""
        if power in LADDER:
            enough = LADDER[LADDER.index(power) :]
            return powers.has(lambda held: held in enough)
        return powers.has(power)

    def lacks_power(self, thing: Thing, path: str, power: str) -> Proof:
        """To what degree the mandate at ``path`` is known not to hold a power."""
        return self.powers_lack(thing.fact(f"{path}.powers" if path else "powers"), power)

    def powers_lack(self, powers: Fact, power: str) -> Proof:
        """To what degree a list of powers is known not to hold a power, nor a higher one."""
        return NO if self.has_power(powers, power).degree > Degree.OPEN else powers.lacks(power)

    def mandates(self, holder: str) -> list[Thing]:
        """The mandates of a unit or function, as things with ``powers``, ``topics``, ``given_by`` …"""
        return self._mandates.get(holder, [])

    @cached_property
    def _mandates(self) -> dict[str, list[Thing]]:
        found: dict[str, list[Thing]] = defaultdict(list)
        for mandate in self.things("mandate"):
            found[self.model.parents[mandate.id][0]].append(mandate)
        return found

    def may_decide(self, identifier: str, topic: str) -> Proof:
        """To what degree a body may decide on a topic by its own mandate.

        A care principal as such decides through its assembly, whose competence follows from law, unless a source
        says otherwise of its line (design section 3 a). A group decides by its remit; a unit or function by its
        mandates; a unit without any stated mandate is open, an assembly decides.
        """
        kind = self.kind(identifier)
        thing = self.thing(identifier)
        if kind == "principal":
            if thing.fact("role").value != "care":
                return OPEN
            return self.line(identifier)
        if kind == "group":
            return self.power(thing, "remit", "decide", topic)
        if kind == "joint_body":
            return self.power(thing, "mandate", "decide", topic)
        if kind in ("unit", "function"):
            held = any_of(*(self.power(m, "", "decide", topic) for m in self.mandates(identifier)))
            if held.degree > Degree.OPEN:
                return held
            if kind == "unit" and thing.fact("kind").value == "assembly":
                return any_of(held, YES)
            fact = thing.fact("mandates")
            if self.mandates(identifier) and fact.closed:
                return held
            return NO if fact.state == State.NONE and fact.degree > Degree.OPEN else any_of(held, OPEN)
        return NO

    @cached_property
    def _bodies(self) -> dict[tuple[str, str], list[Thing]]:
        """By principal and kind: the joint bodies, and the units and functions that decide anything."""
        found: dict[tuple[str, str], list[Thing]] = defaultdict(list)
        for kind in ("joint_body", "unit", "function"):
            for thing in self.things(kind):
                assembly = kind == "unit" and thing.fact("kind").value == "assembly"
                if kind == "joint_body" or assembly or self.mandates(thing.id):
                    for principal in self.principals_of(thing.id):
                        found[principal, kind].append(thing)
        return found

    def deciders(self, principal: str, topic: str) -> list[tuple[str, Proof]]:
        """Who may decide on a topic for a principal: joint bodies, units and functions of its line with a mandate,
        and the principal itself (its assembly); surest first, then by id.
        """
        found: list[tuple[str, Proof]] = []
        for kind in ("joint_body", "unit", "function"):
            for thing in self._bodies.get((principal, kind), ()):
                if self.in_force(thing):
                    proof = self.may_decide(thing.id, topic)
                    if proof.degree > Degree.OPEN or (proof and kind == "joint_body"):
                        found.append((thing.id, proof))
        itself = self.may_decide(principal, topic)
        if itself:
            found.append((principal, itself))
        return sorted(found, key=lambda pair: (-pair[1].degree, pair[0] == principal, pair[0]))

    def seats_decide(self, group: Thing, topic: str, concerned: frozenset[str]) -> Proof:
        """To what degree the seats of a group decide together: every concerned principal has a seat whose mandate
        holds the decision (design section 3 g). Fewer seats than principals never suffice.
        """
        seats = self.seats(group.id)
        total = 0
        for seat in seats:
            count = seat.fact("count").value
            total = total + count if isinstance(count, int) and total >= 0 else -1
        if seats and 0 <= total < len(concerned) and self.seats_listed(group).degree > Degree.OPEN:
            return NO
        return all_of(*(self._seat_decides(group, principal, topic) for principal in sorted(concerned)))

    def _seat_decides(self, group: Thing, principal: str, topic: str) -> Proof:
        seated = self.seated(group, principal)
        if not seated:
            return NO
        own = [s for s in self.filled(group.id) if principal in self.principals_of(s.id)]
        if not own:
            return OPEN
        return all_of(seated, any_of(*(self.seat_power(seat, "decide", topic) for seat in own)))

    def seat_power(self, seat: Thing, power: str, topic: str) -> Proof:
        """To what degree a seat's mandate, or its function's, holds a power over a topic. Where the mandate names
        no topics it is over those of the group's remit.
        """
        held = self.has_power(seat.fact("mandate.powers"), power)
        topics = seat.fact("mandate.topics")
        over = self.covers(topics, topic)
        if not (topics.stated or topics.left_open) and seat.fact("mandate").known:
            over = self.covers(self.group_of(seat).fact("remit.topics"), topic)
        own = all_of(held, over, self.still_valid(seat, "mandate")) if held and over else NO
        function = seat.fact("function")
        if function.known:
            by_line = [self.power(m, "", power, topic) for m in self.mandates(function.value)]
            own = any_of(own, *by_line)
        return own

"""One loop as a piece of programme: from the front line to the citizen, step by step."""

from __future__ import annotations

from remit.graph.logic import any_of
from remit.graph.loop import Loop, Route, Step
from remit.graph.org import Thing
from remit.model.facts import Degree
from remit.simulation.deciders import Deciders, Party
from remit.simulation.levels import common_level
from remit.simulation.parameters import Parameters
from remit.simulation.places import UNTOLD, Place, group_place
from remit.simulation.plan import NOBODY, Dist, Op, State
from remit.simulation.programme import Programme

_STATES = {"closed": State.CLOSED, "open": State.OPEN, "broken": State.BROKEN, "not_needed": State.NOT_NEEDED}


class Walk:
    """Lays the rows of one class after another; keeps what they share."""

    def __init__(self, loop: Loop, programme: Programme, parameters: Parameters) -> None:
        self.loop, self.org, self.programme, self.parameters = loop, loop.org, programme, parameters
        self._common = common_level(loop)
        self._front = min(self.org.ranks.values(), default=0)
        self.deciders = Deciders(loop, programme, parameters)
        self._places: dict[str, Place] = {}
        self._fronts: dict[tuple[str, str], str] = {}
        self._units: dict[str, list[Thing]] = {}

    def lay(
        self, route: Route, again: int, copies: list[tuple[int, str]], start: tuple[str, int] | None = None
    ) -> None:
        """The rows of a class from here on. ``again``: the class as which its matters are raised again; ``copies``:
        the classes that begin in groups beside its own, with those groups; ``start``: where they begin and how many
        steps of the line lead from there to the group, where that is named (else the front line).
        """
        _One(self, route, again, start).lay(copies)

    def rank(self, group: str) -> int | None:
        """The rank of a group's level, where it is told."""
        return self.loop.level(self.org.thing(group))[0] if group else None

    def levels(self, low: int | None, high: int | None) -> int:
        """How many steps of the line lead from one level to another: one for each level passed, at least one."""
        return max(1, abs(high - low)) if low is not None and high is not None else 1

    def from_front(self, group: str) -> int:
        """How many steps of the line lead from the front line to a group's level."""
        return self.levels(self._front, self.rank(group))

    def front(self, principal: str, topic: str) -> str:
        """The front-line unit of a principal where matters on a topic begin and end: one that works with the topic,
        else one that serves those whom it is about, else one of which neither is told; without one the principal.
        """
        key = (principal, topic)
        if key not in self._fronts:
            fits = [(self._fit(unit, topic), unit.id) for unit in self._front_lines(principal)]
            self._fronts[key] = min((pair for pair in fits if pair[0] < 9), default=(9, principal))[1]
        return self._fronts[key]

    def _front_lines(self, principal: str) -> list[Thing]:
        if not self._units:
            for unit in self.org.things("unit"):
                if unit.fact("kind").value == "front_line":
                    for owner in self.org.principals_of(unit.id):
                        self._units.setdefault(owner, []).append(unit)
            self._units.setdefault("", [])  # looked for, also where there is none
        return self._units.get(principal, [])

    def _fit(self, unit: Thing, topic: str) -> int:
        """How well a unit suits a topic: the less the better; 9: it is told to do something else."""
        topics, serves = unit.fact("topics"), unit.fact("serves")
        if self.org.covers(topics, topic).degree > Degree.OPEN:
            return 0
        if topics.known:
            return 9
        told = (self.org.resolver.fact(above, "populations") for above in self.org.topic_line(topic))
        whom = next((fact.values for fact in told if fact.known), ())
        if not serves.known or not whom:
            return 3 if serves.known else 2
        return 1 if any(self.org.populations_meet(a, b) for a in serves.values for b in whom) else 9

    def group_station(self, group: str, topic: str) -> int:
        """The station of a group; of one that nobody tells of, for a topic."""
        if not group:
            return self.programme.station(Place(topic, UNTOLD))
        if group not in self._places:
            self._places[group] = group_place(self.org, self.org.thing(group), self._common, self.rank(group))
        return self.programme.station(self._places[group])


class _One:
    """One class while it is laid."""

    def __init__(self, walk: Walk, route: Route, again: int, start: tuple[str, int] | None = None) -> None:
        self.walk, self.route, self.again = walk, route, again
        self.front, self.rises = start or (walk.front(route.principal, route.topic), walk.from_front(route.entry))
        self.p, self.parameters = walk.programme, walk.parameters
        self.step: dict[str, Step] = {step.key: step for step in route.steps}
        self.principal = self.p.party(route.principal)
        self.stops: list[tuple[int, str, str]] = []

    def add(self, op: Op, step: str, label: str, place: str, **columns: object) -> int:
        """A row of this class's principal, in the state of its step."""
        columns.setdefault("state", _STATES[self.step[step].state])
        return self.p.add(op, step, label, place=place, principal=self.principal, **columns)

    def wait(self, step: str, label: str, place: str, days: float, hours: float) -> int:
        state = _STATES[self.step[step].state]
        return self.p.wait(step, label, days, place=place, principal=self.principal, hours=hours, state=state)

    # -- links ---------------------------------------------------------------------------------------------------

    def passes(self, key: str, told: bool = False) -> bool:
        """The link of a step: an open one may be there, a broken one is a stop (False: nothing comes after it).
        ``told``: a closed one that takes no time has a row all the same, so that its step is recorded.
        """
        step = self.step[key]
        at = step.at or self.group_after(key) or self.route.principal
        if step.state == "broken":
            self.stop(key, f"stop:{key}", at)
            return False
        if step.state == "open":
            own = self.route.principal if key in ("1", "3") else ""
            label = ":".join(part for part in ("open", key, at, own) if part)
            share, luck, moved = self.chance(step, at)
            row = self.add(Op.CHANCE, key, label, at, p=share, limit=1, luck=luck, a=moved)
            self.stops.append((row, key, at))
        elif step.state == "closed" and told:
            self.add(Op.CHANCE, key, f"there:{key}", at, p=1.0, jump=self.p.here + 1)
        return True

    def group_after(self, key: str) -> str:
        """The group whose link a step is, where the step does not say at whom it stands."""
        route = self.route
        return (route.recommender or route.upper or route.entry) if key >= "4" else ""

    def chance(self, step: Step, at: str) -> tuple[float, str, float]:
        """How likely an open link is there, what its luck is named by (nothing: its own row), and by how much that is
        moved on.

        Of those who share seats as many have one as there are seats, in every replication: all draw the same number,
        each moved on by its part of 1. Who they are is open; how many is not, so ``open_together`` has no say.
        """
        if step.by_pool:
            mine = self.route.principal
            pools = [pool for pool in self.walk.org.pools(step.at) if mine in pool.principals]
            if pools and all(pool.count is not None for pool in pools):
                best = max(pools, key=lambda pool: ((pool.count or 0) / len(pool.principals), pool.seat))
                many = len(best.principals)
                part = sorted(best.principals).index(mine) / many
                return min(1.0, (best.count or 0) / many), f"seats:{best.seat}", part
        return self.parameters["open_link"], f"open:{at}" if self.parameters["open_together"] else "", 0.0

    def stop(self, key: str, label: str, at: str) -> int:
        """Where a matter gets no further."""
        return self.add(
            Op.STOP, key, label, at, dist=Dist.EXPONENTIAL, a=self.parameters["stay_days"],
            p=self.parameters["raised_again"], jump=self.again, limit=int(self.parameters["generations"]),
        )  # fmt: skip

    # -- the steps -----------------------------------------------------------------------------------------------

    def lay(self, copies: list[tuple[int, str]]) -> None:
        self.steps(copies)
        for row, key, at in self.stops:
            self.p.rows[row].jump = self.stop(key, f"stop:{key}", at)

    def steps(self, copies: list[tuple[int, str]]) -> None:
        route, parameters = self.route, self.parameters
        for klass, group in copies:
            self.add(
                Op.COPY, "1", f"copy:{group}", group, p=parameters["parallel_copy"], jump=klass, limit=1,
                state=State.CLOSED,
            )  # fmt: skip
        for number in range(self.rises):
            self.wait("1", f"rise:{number + 1}", self.front, parameters["line_days"], parameters["line_hours"])
        if not self.passes("1"):
            return
        self.meet("1", "meet:1", route.entry, back=None)
        if not self.passes("2", told=True):
            return
        here, local = route.entry, self.step["3"].state == "not_needed"
        if not local:
            if not self.passes("3"):
                return
            here = self.carry()
            if not self.passes("4"):
                return
        if self.passes("5"):
            self.decide(here)

    def meet(self, key: str, label: str, group: str, back: int | None) -> int:
        """A sitting of a group. What it returns goes back to a row (None: it waits for the next sitting)."""
        at = group or self.route.topic
        here = self.p.here
        return self.add(
            Op.MEET, key, label, at, station=self.walk.group_station(group, self.route.topic),
            jump=here if back is None else back, other=here + 1, limit=int(self.parameters["returns_most"]),
        )  # fmt: skip

    def carry(self) -> str:
        """Upward through the line, prepared, and treated where it is recommended; the group that recommends."""
        route, walk, parameters = self.route, self.walk, self.parameters
        same = route.upper == route.entry and bool(route.upper)
        if not same:
            for number in range(walk.levels(walk.rank(route.entry), walk.rank(route.upper))):
                self.wait("3", f"lift:{number + 1}", route.principal, parameters["line_days"], parameters["line_hours"])
        self.prepare(same, "")
        return route.recommender or route.upper

    def prepare(self, same: bool, again: str) -> None:
        """Prepared and treated. ``same``: the group has treated it already, so another sitting is not always needed;
        ``again``: what the labels of a further time end with.
        """
        route, parameters = self.route, self.parameters
        # what its first level settles goes no higher: to be decided anew it is prepared for that group
        group = route.entry if self.step["3"].state == "not_needed" else route.upper
        at = group or route.topic
        back = self.wait("4", f"prepare{again}", at, parameters["prepare_days"], parameters["prepare_hours"])
        second = NOBODY
        if same:
            second = self.add(Op.CHANCE, "4", f"second{again}", at, p=parameters["second_sitting"])
        self.meet("4", f"meet:4{again}", group, back)
        if route.recommender and route.recommender != route.upper:
            self.meet("4", f"meet:4:next{again}", route.recommender, back)
        if same:
            self.p.rows[second].jump = self.p.here

    # -- decisions -----------------------------------------------------------------------------------------------

    def decide(self, group: str) -> None:
        """The decisions, once or (where there is a way on after a rejection) several times, and what follows."""
        at = group or self.route.topic
        parties = self.walk.deciders.of(self.route, group)
        rounds = int(self.parameters["rounds"])
        ends: list[int] = []
        for number in range(1, rounds + 1):
            again = f":{number}" if number > 1 else ""
            if again:
                self.prepare(False, again)
            fork, failed = self.ask(parties, group, at, again)
            self.follow_through(fork, parties, at)
            told = self.told(group, "way_on")
            if number == rounds or told is False:
                ends += failed
                break
            for row in failed:
                self.p.rows[row].jump = self.p.here
            if told is None:
                label = f"way-on:{at}"
                ends.append(self.add(Op.CHANCE, "5", label, at, p=self.parameters["way_on"], limit=1))
            ends.append(self.add(Op.CHANCE, "5", f"again{again}", at, p=self.parameters["taken_up_again"]))
        stop = self.stop("5", "rejected", at) if ends else NOBODY
        for row in ends:
            self.p.rows[row].jump = stop

    def ask(self, parties: tuple[Party, ...], group: str, at: str, again: str) -> tuple[int, list[int]]:
        """Everybody decides, each by itself, and what comes of it: the row of the fork, and those that a matter jumps
        from that was not approved as it must be.
        """
        fork = self.add(
            Op.FORK, "5", f"decide{again}", at, limit=len(parties), a=self.parameters["lapse_days"]
        )  # fmt: skip
        self.p.pending.append((fork, parties, "decide", again))
        unanimous: bool | None = True
        if len(parties) > 1:
            unanimous = self.told(group, "unanimous")
        if unanimous:
            return fork, [self.add(Op.JOIN, "5", f"all{again}", at, other=fork, limit=0)]
        failed = [self.add(Op.JOIN, "5", f"any{again}", at, other=fork, limit=1)]
        if unanimous is None:
            # one truth for all matters of the group: whether one rejection stops them
            chance = self.add(Op.CHANCE, "5", f"all-needed:{at}", at, p=self.parameters["all_needed"], limit=1)
            failed.append(self.add(Op.JOIN, "5", f"all{again}", at, other=fork, limit=0))
            self.p.rows[chance].jump = self.p.here
        return fork, failed

    def told(self, group: str, name: str) -> bool | None:
        """Whether a group has something, surely enough; None where nobody tells."""
        if not group:
            return None
        fact = self.walk.org.thing(group).fact(name)
        if fact.is_(lambda value: value is not False).degree >= self.walk.loop.certainty:
            return True
        no = any_of(fact.missing(), fact.is_(False))
        return False if no.degree >= self.walk.loop.certainty else None

    def follow_through(self, fork: int, parties: tuple[Party, ...], at: str) -> None:
        """Reported back, and carried out down the line of each who approved."""
        hours = self.parameters["report_hours"] if self.step["6a"].state == "closed" else 0.0
        self.add(Op.WAIT, "6a", "minutes", at, dist=Dist.FIXED, a=self.parameters["minutes_days"], hours=hours)
        for key in ("6a", "6b"):
            self.report(key, at)
        if not self.passes("7"):
            return
        steps = self.walk.from_front(at if self.walk.org.kind(at) == "group" else "")
        down = self.add(Op.FORK, "7", "carry-out", at)
        if len(parties) == 1:
            lines = self.walk.deciders.lines(parties[0].principals)
        else:
            lines = parties
            self.p.rows[down].other = fork
        self.p.rows[down].limit = len(lines)
        self.p.pending.append((down, lines, "down", str(steps)))
        self.add(Op.END, "7", "carried-out", self.front)

    def report(self, key: str, at: str) -> None:
        """Somebody who is not told of the outcome may raise the matter anew."""
        state = self.step[key].state
        if state in ("closed", "not_needed"):
            if state == "closed" and key == "6b":
                self.add(Op.CHANCE, key, f"there:{key}", at, p=1.0, jump=self.p.here + 1)
            return
        # what is drawn is that the link is missing: the next row is for those who are not told
        row = NOBODY
        if state == "open":
            row = self.add(Op.CHANCE, key, f"untold:{key}:{at}", at, p=1 - self.parameters["open_link"], limit=1)
        self.add(
            Op.COPY, key, f"untold:{key}", at, p=self.parameters["untold_again"], jump=self.again,
            limit=int(self.parameters["generations"]),
        )  # fmt: skip
        if row != NOBODY:
            self.p.rows[row].jump = self.p.here


__all__ = ["Walk"]

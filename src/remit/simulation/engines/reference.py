"""The reference engine: the contract of :mod:`remit.simulation.plan`, read row by row: a SimPy process for each token.

It is for reading and for comparing, not for speed. A token is a process; a queue is a sorted list of those that wait,
each with an event that sets it free. SimPy orders events by (time, priority, number); the priorities here are tuples:
what follows from an event goes before everything else at that instant, in the order in which it was set free; then ends
of time by (uid, child, kind); then sittings by their index.
"""

from __future__ import annotations

import math
from bisect import insort
from collections import Counter
from collections.abc import Generator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import simpy

from remit.simulation.chance import mix, moved, u
from remit.simulation.engines.dist import time_of
from remit.simulation.engines.order import KINDS, in_order
from remit.simulation.engines.trouble import runaway
from remit.simulation.plan import NOBODY, Answer, Draws, Op, Plan, Records, What

Life = Generator[simpy.Event, Any, int | None]
"""What happens at a row: waits for events, gives the next row (None: none)."""


class _Clock(simpy.Environment):
    """SimPy's own events (a process begins, an event is set off) are what follows."""

    def schedule(self, event: simpy.Event, priority: Any = (), delay: float = 0) -> None:
        super().schedule(event, priority if isinstance(priority, tuple) and priority else (-1,), delay)  # type: ignore[arg-type]


@dataclass(eq=False)
class _Token:
    uid: int
    child: int
    klass: int
    generation: int
    visits: Counter[int] = field(default_factory=Counter)
    returned: Counter[int] = field(default_factory=Counter)
    children: dict[int, _Token] = field(default_factory=dict)
    answers: dict[int, dict[int, int]] = field(default_factory=dict)
    """By fork and principal, of the last time."""
    began: dict[int, int] = field(default_factory=dict)
    row: int = NOBODY
    served_at: int = NOBODY
    answer: int = NOBODY
    written: int = 0
    """Records so far."""


@dataclass(order=True)
class _Place:
    """A place in a queue."""

    rank: tuple[int, float, int, int]
    token: _Token = field(compare=False)
    free: simpy.Event = field(compare=False)


class _World:
    def __init__(self, plan: Plan, draws: Draws, key: int, at_once: int, cap: int) -> None:
        self.plan, self.draws, self.key, self.at_once, self.cap = plan, draws, key, at_once, cap
        self.clock = _Clock()
        self.records: list[tuple[float, int, int, int, int, int, int, int]] = []
        self.queues: list[list[_Place]] = [[] for _ in plan.stations.place]
        self.busy = [0] * len(plan.stations.place)
        self.waiting = np.zeros(len(draws.sittings.time), np.int32)
        self.treated = np.zeros(len(draws.sittings.time), np.int32)
        self.instant, self.steps = -1.0, 0
        self.salts = plan.rows.salt.tolist()
        self.happens = {
            Op.WAIT: self.wait,
            Op.MEET: self.meet,
            Op.SERVE: self.serve,
            Op.CHANCE: self.chance,
            Op.COPY: self.copy,
            Op.FORK: self.fork,
            Op.JOIN: self.join,
            Op.ANSWER: self.give_answer,
            Op.STOP: self.stop,
            Op.END: self.end,
        }
        arrivals = draws.arrivals
        for time, klass, uid in zip(
            arrivals.time.tolist(), arrivals.klass.tolist(), arrivals.uid.tolist(), strict=True
        ):
            self.at(time, (0, uid, NOBODY, 0), lambda _, klass=klass, uid=uid: self.raised(uid, klass))
        for number, time in enumerate(draws.sittings.time.tolist()):
            self.at(time, (1, number), lambda _, number=number: self.sits(number))

    def at(self, delay: float, priority: tuple[int, ...], then: Any = None) -> simpy.Event:
        """An event after a time."""
        event = simpy.Event(self.clock)
        event._ok, event._value = True, None  # noqa: SLF001 - as simpy.Timeout does, whose priority cannot be chosen
        if then is not None:
            event.callbacks.append(then)
        self.clock.schedule(event, priority, delay)
        return event

    def note(self, token: _Token, row: int, what: What, other: int = NOBODY, origin: int = 0) -> None:
        """Write a record."""
        self.records.append((self.clock.now, token.uid, token.child, token.written, row, what, other, origin))
        token.written += 1

    # Tokens

    def raised(self, uid: int, klass: int) -> None:
        """A matter arises by itself."""
        self.begins(_Token(uid, NOBODY, klass, 0), What.RAISED)

    def springs(self, token: _Token, row: int, visit: int, what: What) -> None:
        """A matter arises from another."""
        uid = mix(mix(mix(token.uid, self.salts[row]), visit), token.child + 1)
        klass = int(self.plan.rows.jump[row])
        self.begins(_Token(uid, NOBODY, klass, token.generation + 1), what, token.uid)

    def begins(self, token: _Token, what: What, origin: int = 0) -> None:
        """The first record of a matter, and its process."""
        first = int(self.plan.classes.first[token.klass])
        self.note(token, first, what, token.klass, origin)
        self.clock.process(self.goes(token, first))

    def goes(self, token: _Token, row: int | None) -> Generator[simpy.Event, Any, None]:
        """A token goes from row to row."""
        while row is not None:
            token.row = row
            if self.clock.now > self.instant:
                self.instant, self.steps = self.clock.now, 0
            self.steps += 1
            if self.steps > self.at_once or len(self.records) > self.cap:
                raise runaway(
                    self.plan, row, self.clock.now, self.at_once if self.steps > self.at_once else None, self.cap
                )
            row = yield from self.happens[Op(self.plan.rows.op[row])](token, row)

    def child_goes(self, child: _Token, first: int, matter: _Token, all_in: simpy.Event) -> Generator[Any, Any, None]:
        """A child goes until it answers, or until it lapses."""
        fork, held = matter.row, NOBODY
        try:
            yield from self.goes(child, first)
        except simpy.Interrupt:
            for queue in self.queues:
                queue[:] = [place for place in queue if place.token is not child]
            child.answer, held, child.served_at = Answer.LAPSED, child.served_at, NOBODY
        self.note(child, child.row, What.ANSWERED, child.answer)
        matter.answers[fork][child.child] = child.answer
        if len(matter.answers[fork]) == matter.began[fork]:
            all_in.succeed()
        if held != NOBODY:
            self.hands_over(held)

    # Chance and time

    def comes(self, token: _Token, row: int) -> int:
        """How many times the token came to the row before."""
        token.visits[row] += 1
        return token.visits[row] - 1

    def draw(self, token: _Token, row: int, visit: int) -> float:
        """The number of a visit."""
        return u(self.key, token.uid, self.salts[row], visit)

    def passes(self, token: _Token, row: int, visit: int) -> Generator[simpy.Event, Any, None]:
        """The time of a row passes."""
        time = time_of(self.plan, row, self.draw(token, row, visit))
        if self.clock.now + time > self.clock.now:
            yield self.at(time, (0, token.uid, token.child, 0))

    # Queues

    def queues_at(self, station: int, token: _Token) -> simpy.Event:
        """The token stands in the queue of a station; the event sets it free."""
        first = self.plan.stations.order[station] == 1 and self.plan.classes.urgent[token.klass]
        place = _Place((0 if first else 1, self.clock.now, token.uid, token.child), token, self.clock.event())
        insort(self.queues[station], place)
        return place.free

    def sits(self, number: int) -> None:
        """A sitting takes those that are in time, as many as it has places."""
        sittings = self.draws.sittings
        queue = self.queues[sittings.station[number]]
        in_time = [place for place in queue if place.rank[1] <= sittings.closes[number]]
        taken = in_time[: sittings.places[number]]
        self.waiting[number], self.treated[number] = len(in_time), len(taken)
        for place in taken:
            queue.remove(place)
            place.free.succeed(number)

    def hands_over(self, station: int) -> None:
        """A server is left."""
        if self.queues[station]:
            self.queues[station].pop(0).free.succeed()
        else:
            self.busy[station] -= 1

    # Rows

    def wait(self, token: _Token, row: int) -> Life:
        self.note(token, row, What.CAME)
        yield from self.passes(token, row, self.comes(token, row))
        self.note(token, row, What.LEFT)
        return row + 1

    def meet(self, token: _Token, row: int) -> Life:
        self.note(token, row, What.CAME)
        visit = self.comes(token, row)
        sitting = yield self.queues_at(int(self.plan.rows.station[row]), token)
        if self.draw(token, row, visit) >= self.draws.sittings.p_return[sitting]:
            self.note(token, row, What.LEFT, sitting)
            return row + 1
        self.note(token, row, What.RETURNED, sitting)
        token.returned[row] += 1
        rows = self.plan.rows
        return int(rows.jump[row] if token.returned[row] <= rows.limit[row] else rows.other[row])

    def serve(self, token: _Token, row: int) -> Life:
        self.note(token, row, What.CAME)
        visit = self.comes(token, row)
        station = int(self.plan.rows.station[row])
        if self.busy[station] < self.plan.stations.servers[station]:
            self.busy[station] += 1
        else:
            yield self.queues_at(station, token)
        self.note(token, row, What.BEGAN)
        token.served_at = station
        yield from self.passes(token, row, visit)
        token.served_at = NOBODY
        self.note(token, row, What.LEFT)
        self.hands_over(station)
        return row + 1

    def chance(self, token: _Token, row: int) -> Life:
        visit = self.comes(token, row)
        once = self.plan.rows.limit[row] == 1
        v = moved(u(self.key, 0, self.salts[row], 0), self.plan.rows.a[row]) if once else self.draw(token, row, visit)
        yield from ()
        return self.turns(token, row, v < self.plan.rows.p[row])

    def turns(self, token: _Token, row: int, on: bool) -> int:
        """To the next row, or a jump."""
        self.note(token, row, What.PASSED if on else What.FAILED)
        return row + 1 if on else int(self.plan.rows.jump[row])

    def copy(self, token: _Token, row: int) -> Life:
        visit = self.comes(token, row)
        if self.draw(token, row, visit) < self.plan.rows.p[row] and token.generation < self.plan.rows.limit[row]:
            self.springs(token, row, visit, What.COPIED)
        yield from ()
        return row + 1

    def fork(self, token: _Token, row: int) -> Life:
        rows, children = self.plan.rows, self.plan.children
        self.note(token, row, What.CAME)
        token.answers[row], token.began[row] = {}, 0
        of, all_in = int(rows.other[row]), self.clock.event()
        for entry in range(rows.jump[row], rows.jump[row] + rows.limit[row]):
            principal = int(children.principal[entry])
            if of != NOBODY and token.answers.get(of, {}).get(principal) != Answer.APPROVED:
                continue
            new = _Token(token.uid, principal, token.klass, token.generation)
            child = token.children.setdefault(principal, new)
            life = self.clock.process(self.child_goes(child, int(children.first[entry]), token, all_in))
            if rows.a[row] > 0:
                self.at(
                    float(rows.a[row]),
                    (0, token.uid, principal, 1),
                    lambda _, life=life: life.interrupt() if life.is_alive else None,
                )
            token.began[row] += 1
        if token.began[row]:
            yield all_in
        self.note(token, row, What.LEFT)
        return row + 1

    def join(self, token: _Token, row: int) -> Life:
        fork, least = int(self.plan.rows.other[row]), int(self.plan.rows.limit[row])
        approved = list(token.answers.get(fork, {}).values()).count(Answer.APPROVED)
        yield from ()
        return self.turns(token, row, approved >= (least or token.began.get(fork, 0)))

    def give_answer(self, token: _Token, row: int) -> Life:
        token.answer = int(self.plan.rows.limit[row])
        yield from ()
        return None

    def stop(self, token: _Token, row: int) -> Life:
        self.note(token, row, What.CAME)
        visit = self.comes(token, row)
        yield from self.passes(token, row, visit)
        rows = self.plan.rows
        if token.child != NOBODY:
            token.answer = Answer.LAPSED
        elif (
            u(self.key, token.uid, mix(self.salts[row], 1), visit) < rows.p[row] and token.generation < rows.limit[row]
        ):
            self.note(token, row, What.GIVEN_UP)
            self.springs(token, row, visit, What.AGAIN)
        else:
            self.note(token, row, What.DROPPED)
        return None

    def end(self, token: _Token, row: int) -> Life:
        self.note(token, row, What.ARRIVED)
        yield from ()
        return None


def reference(plan: Plan, draws: Draws, key: int, until: float, *, at_once: int, cap: int) -> Records:
    """Played by SimPy."""
    world = _World(plan, draws, key, at_once, cap)
    while world.clock.peek() <= until and world.clock.peek() < math.inf:
        world.clock.step()
    columns = list(zip(*world.records, strict=True)) or [()] * len(KINDS)
    named = {name: np.array(column, kind) for (name, kind), column in zip(KINDS.items(), columns, strict=True)}
    return in_order(named, world.waiting, world.treated)

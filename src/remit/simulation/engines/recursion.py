"""The third engine: no events, only a formula, where matters are taken first in, first out and nothing comes back.

At a station with ``s`` places at every sitting, let its sittings be numbered 0, 1, 2, … and let ``e_i`` be the first
one for which the i-th matter (in the order of coming) is in time. It is then treated at sitting

    m_i = max(e_i, m_{i-s} + 1)

because the sitting after that of the matter ``s`` places before it is the first with a place left (batch service of a
queue in order; the same as Lindley's recursion for s = 1). Stations are taken one after another, those before first.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from remit.model.files.problems import RemitError
from remit.model.text import Text
from remit.simulation.chance import moved, u
from remit.simulation.engines.cycles import on_a_cycle
from remit.simulation.engines.dist import time_of
from remit.simulation.engines.order import KINDS, in_order
from remit.simulation.plan import NOBODY, Draws, Op, Plan, Records, What


class DoesNotHold(RemitError):  # noqa: N818 - it says what is the matter
    """The recursion was asked for where its conditions do not hold."""

    def __init__(self, why: Text) -> None:
        self.why = why
        super().__init__(why)

    def render(self, lang: str) -> str:
        """Why it does not hold."""
        return self.why.get(lang)

    def __str__(self) -> str:
        return self.why.en


def why_not(plan: Plan, draws: Draws) -> Text | None:
    """Why the recursion does not hold for a plan and its draws; None where it does."""
    rows, sittings = plan.rows, draws.sittings
    ops = set(rows.op.tolist())
    if ops & {Op.FORK, Op.JOIN, Op.ANSWER}:
        return Text("Flera huvudmän beslutar var för sig.", "Several principals decide each for itself.")
    if Op.SERVE in ops:
        return Text("Någon arbetar med ärendena mellan mötena.", "Somebody works on the matters between meetings.")
    if Op.COPY in ops or np.any((rows.op == Op.STOP) & (rows.p > 0)):
        return Text(
            "Ärenden ger upphov till nya ärenden, samtidigt eller när de tas om.",
            "Matters give rise to new ones, as copies or when they are raised again.",
        )
    if on_a_cycle(plan).any():
        return Text("Ärenden kan komma tillbaka till ett tidigare steg.", "Matters can come back to an earlier step.")
    met = set(rows.station[rows.op == Op.MEET].tolist())
    if _order(plan) is None:
        return Text("Ärenden kan komma två gånger till samma möte.", "Matters can come to the same meeting twice.")
    if any(plan.stations.order[station] == 1 for station in met) and len(set(plan.classes.urgent.tolist())) > 1:
        return Text("Brådskande ärenden går före.", "Urgent matters go first.")
    for station in sorted(met):
        own = sittings.station == station
        sits = own & (sittings.places > 0)
        if len(set(sittings.places[sits].tolist())) > 1:
            return Text(
                f"Antalet platser hos {plan.places[plan.stations.place[station]]} växlar.",
                f"The number of places of {plan.places[plan.stations.place[station]]} changes.",
            )
        if np.any(sittings.p_return[sits] > 0):
            return Text("Möten återremitterar ärenden.", "Meetings return matters.")
        if np.any(np.diff(sittings.closes[own]) < 0):
            return Text(
                "Ett senare möte stänger för handlingar före ett tidigare.",
                "A later meeting closes for papers before an earlier one.",
            )
    return None


def recursion(plan: Plan, draws: Draws, key: int, until: float, *, at_once: int, cap: int) -> Records:  # noqa: ARG001
    """The same records as the other engines give, by the formula. Raises :class:`DoesNotHold` where it does not."""
    why = why_not(plan, draws)
    if why is not None:
        raise DoesNotHold(why)
    world = _World(plan, draws, key, until)
    arrivals = draws.arrivals
    for time, klass, uid in zip(arrivals.time.tolist(), arrivals.klass.tolist(), arrivals.uid.tolist(), strict=True):
        if time <= until:
            world.moves(_Matter(uid, klass, int(plan.classes.first[klass]), time))
    for station in _order(plan) or ():
        world.treats(station)
    columns = list(zip(*world.records, strict=True)) or [()] * len(KINDS)
    named = {name: np.array(column, kind) for (name, kind), column in zip(KINDS.items(), columns, strict=True)}
    return in_order(named, world.waiting, world.treated)


@dataclass
class _Matter:
    uid: int
    klass: int
    row: int
    now: float
    set_free: int = NOBODY
    """The sitting that set it free at this instant, if one did."""
    written: int = 0


@dataclass
class _World:
    plan: Plan
    draws: Draws
    key: int
    until: float
    records: list[tuple[float, int, int, int, int, int, int, int]] = field(default_factory=list)
    waiting: np.ndarray[tuple[int], np.dtype[np.int32]] = field(init=False)
    treated: np.ndarray[tuple[int], np.dtype[np.int32]] = field(init=False)
    came: dict[int, list[_Matter]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.waiting = np.zeros(len(self.draws.sittings.time), np.int32)
        self.treated = np.zeros(len(self.draws.sittings.time), np.int32)

    def note(self, matter: _Matter, what: What, other: int = NOBODY) -> None:
        """Write a record."""
        self.records.append((matter.now, matter.uid, NOBODY, matter.written, matter.row, what, other, 0))
        matter.written += 1

    def moves(self, matter: _Matter) -> None:
        """The matter goes on until it comes to a meeting or to its end."""
        rows = self.plan.rows
        if matter.written == 0:
            self.note(matter, What.RAISED, matter.klass)
        while True:
            row = matter.row
            op, salt = Op(rows.op[row]), int(rows.salt[row])
            if op == Op.CHANCE:
                once = rows.limit[row] == 1
                drawn = moved(u(self.key, 0, salt, 0), rows.a[row]) if once else u(self.key, matter.uid, salt, 0)
                on = drawn < rows.p[row]
                self.note(matter, What.PASSED if on else What.FAILED)
                matter.row = row + 1 if on else int(rows.jump[row])
                continue
            if op == Op.END:
                self.note(matter, What.ARRIVED)
                return
            self.note(matter, What.CAME)
            if op == Op.MEET:
                self.came.setdefault(int(rows.station[row]), []).append(matter)
                return
            time = matter.now + time_of(self.plan, row, u(self.key, matter.uid, salt, 0))
            if time > self.until:
                return
            if time > matter.now:
                matter.now, matter.set_free = time, NOBODY
            if op == Op.STOP:
                self.note(matter, What.DROPPED)
                return
            self.note(matter, What.LEFT)
            matter.row = row + 1

    def treats(self, station: int) -> None:
        """All sittings of a station."""
        sittings = self.draws.sittings
        own = np.flatnonzero((sittings.station == station) & (sittings.time <= self.until))
        sits = own[sittings.places[own] > 0]
        places = int(sittings.places[sits[0]]) if len(sits) else 1
        queue = sorted(self.came.get(station, []), key=lambda matter: (matter.now, matter.uid))
        early = [self.first_in_time(sits, matter) for matter in queue]
        if any(later < earlier for earlier, later in pairwise(early)):
            raise DoesNotHold(
                Text(
                    "Två ärenden kommer i samma ögonblick till ett möte, det ena före och det andra efter det.",
                    "Two matters come to a meeting at the same instant, one before it and one after it.",
                )
            )
        met: list[int] = []
        for number, first in enumerate(early):
            met.append(max(first, met[number - places] + 1) if number >= places else first)
        self.counts(own, sits, queue, met)
        for matter, number in zip(queue, met, strict=True):
            if number < len(sits):
                matter.set_free = int(sits[number])
                matter.now = float(sittings.time[matter.set_free])
                self.note(matter, What.LEFT, matter.set_free)
                matter.row += 1
                self.moves(matter)

    def first_in_time(self, sits: np.ndarray[tuple[int], np.dtype[np.int64]], matter: _Matter) -> int:
        """The number of the first sitting that the matter is in time for."""
        number = int(np.searchsorted(self.draws.sittings.closes[sits], matter.now))
        while number < len(sits) and not self.in_time(int(sits[number]), matter):
            number += 1
        return number

    def in_time(self, sitting: int, matter: _Matter) -> bool:
        """Whether the matter came before the sitting closed; at one instant sittings come one after another."""
        sittings = self.draws.sittings
        return bool(
            matter.now <= sittings.closes[sitting]
            and (sittings.time[sitting] > matter.now or sitting > matter.set_free)
        )

    def counts(
        self,
        own: np.ndarray[tuple[int], np.dtype[np.int64]],
        sits: np.ndarray[tuple[int], np.dtype[np.int64]],
        queue: list[_Matter],
        met: list[int],
    ) -> None:
        """Who waits at each sitting, and who is treated."""
        last = [int(sits[number]) if number < len(sits) else math.inf for number in met]
        for sitting in own.tolist():
            self.waiting[sitting] = sum(
                end >= sitting and self.in_time(sitting, matter) for matter, end in zip(queue, last, strict=True)
            )
            self.treated[sitting] = sum(end == sitting for end in last)


def _order(plan: Plan) -> list[int] | None:
    """The stations, each after those that matters come from; None where they come to one twice."""
    rows = plan.rows
    before: dict[int, set[int]] = {int(station): set() for station in rows.station[rows.op == Op.MEET]}
    for row in range(len(rows.op)):
        if rows.op[row] == Op.MEET:
            for station in _next_stations(plan, row + 1):
                before[station].add(int(rows.station[row]))
    found: list[int] = []
    while len(found) < len(before):
        free = [station for station in before if station not in found and before[station] <= set(found)]
        if not free:
            return None
        found += free
    return found


def _next_stations(plan: Plan, row: int) -> set[int]:
    rows = plan.rows
    seen, ahead, found = {row}, [row], set()
    while ahead:
        here = ahead.pop()
        op = Op(rows.op[here])
        if op == Op.MEET:
            found.add(int(rows.station[here]))
            continue
        ways = [] if op in {Op.STOP, Op.END} else [here + 1]
        if op == Op.CHANCE:
            ways.append(int(rows.jump[here]))
        new = [way for way in ways if way not in seen]
        seen.update(new)
        ahead += new
    return found

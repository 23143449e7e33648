"""Plans written by hand, for checks and tests: rows by their labels instead of by their numbers.

>>> programme = Programme()
>>> programme.klass("matter", "prepare")
>>> programme.wait("prepare", fixed(2))
>>> programme.meet("council")
>>> programme.end("done")
>>> plan = programme.plan()
>>> plan.rows.label
('prepare', 'council', 'done')
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from remit.simulation.chance import salt
from remit.simulation.plan import (
    NOBODY,
    Answer,
    Arrivals,
    Children,
    Classes,
    Dist,
    Draws,
    Op,
    Plan,
    Rows,
    Sittings,
    Stations,
)


class Time(NamedTuple):
    """A time and how it is drawn, as in :class:`remit.simulation.plan.Dist`; days."""

    dist: Dist
    a: float
    b: float = 0.0
    c: float = 0.0


def fixed(days: float) -> Time:
    """Always as long."""
    return Time(Dist.FIXED, days)


def uniform(least: float, greatest: float) -> Time:
    """Anything between two."""
    return Time(Dist.UNIFORM, least, greatest)


def exponential(mean: float) -> Time:
    """Without memory."""
    return Time(Dist.EXPONENTIAL, mean)


def triangular(least: float, mode: float, greatest: float) -> Time:
    """Between two, most often near the mode."""
    return Time(Dist.TRIANGULAR, least, mode, greatest)


class _Row(NamedTuple):
    label: str
    op: Op
    station: str = ""
    jump: str = ""
    other: str = ""
    limit: int = 0
    time: Time = Time(Dist.FIXED, 0.0)
    p: float = 0.0
    children: tuple[tuple[str, str], ...] = ()


class Sitting(NamedTuple):
    """One sitting of a station; ``closes`` by itself is the time of the sitting."""

    time: float
    station: str
    places: int = 1
    closes: float | None = None
    p_return: float = 0.0


class Programme:
    """A plan in the making. Rows follow one another as they are written; ``to`` and the like are labels of rows."""

    def __init__(self) -> None:
        self._rows: list[_Row] = []
        self._stations: dict[str, tuple[int, int]] = {}
        self._classes: dict[str, tuple[str, bool, float]] = {}

    def station(self, name: str, servers: int = 0, *, urgent_first: bool = False) -> None:
        """A station: one that sits (0 servers), or workers. One that a row names and nobody describes sits."""
        self._stations[name] = (servers, int(urgent_first))

    def klass(self, name: str, first: str, *, urgent: bool = False, rate: float = 0.0) -> None:
        """A class of matters that begin at a row."""
        self._classes[name] = (first, urgent, rate)

    def wait(self, label: str, time: Time) -> None:
        """A time passes."""
        self._rows.append(_Row(label, Op.WAIT, time=time))

    def meet(self, label: str, station: str = "", *, back: str = "", at_last: str = "", tries: int = 0) -> None:
        """A sitting of the station (of that name where none is told). Returned ones go ``back``, ``tries`` times at
        most, then to ``at_last``.
        """
        self._stations.setdefault(station or label, (0, 0))
        self._rows.append(_Row(label, Op.MEET, station or label, back, at_last, tries))

    def serve(self, label: str, time: Time, station: str = "") -> None:
        """A service by one of the workers."""
        self._rows.append(_Row(label, Op.SERVE, station or label, time=time))

    def chance(self, label: str, p: float, otherwise: str, *, once: bool = False, moved: float = 0.0) -> None:
        """On with probability ``p``; ``once`` for all matters of the run, what is drawn ``moved`` on."""
        self._rows.append(_Row(label, Op.CHANCE, jump=otherwise, limit=int(once), time=fixed(moved), p=p))

    def copy(self, label: str, p: float, klass: str, generations: int = 1) -> None:
        """Another matter arises."""
        self._rows.append(_Row(label, Op.COPY, jump=klass, limit=generations, p=p))

    def fork(self, label: str, children: Mapping[str, str], *, lapse: float = 0.0, approved_at: str = "") -> None:
        """Children begin: principal to label of the first row."""
        time = Time(Dist.FIXED, lapse)
        self._rows.append(_Row(label, Op.FORK, other=approved_at, time=time, children=tuple(children.items())))

    def join(self, label: str, fork: str, otherwise: str, *, least: int = 0) -> None:
        """On where enough approved."""
        self._rows.append(_Row(label, Op.JOIN, jump=otherwise, other=fork, limit=least))

    def answer(self, label: str, answer: Answer = Answer.APPROVED) -> None:
        """A child ends."""
        self._rows.append(_Row(label, Op.ANSWER, limit=int(answer)))

    def stop(self, label: str, time: Time, *, p: float = 0.0, again: str = "", generations: int = 1) -> None:
        """A link is missing."""
        self._rows.append(_Row(label, Op.STOP, jump=again, limit=generations, time=time, p=p))

    def end(self, label: str) -> None:
        """The matter has arrived."""
        self._rows.append(_Row(label, Op.END))

    def plan(self) -> Plan:
        """The plan; KeyError for a label that no row has."""
        at = {row.label: number for number, row in enumerate(self._rows)}
        classes, stations = list(self._classes), list(self._stations)
        principals = list(dict.fromkeys(principal for row in self._rows for principal, _ in row.children))
        jumps: list[int] = []
        children: list[tuple[int, int]] = []
        for row in self._rows:
            if row.op in {Op.COPY, Op.STOP}:
                jumps.append(classes.index(row.jump) if row.jump else NOBODY)
            elif row.op == Op.FORK:
                jumps.append(len(children))
                children += [(principals.index(principal), at[first]) for principal, first in row.children]
            else:
                jumps.append(at[row.jump] if row.jump else NOBODY)
        count = len(self._rows)
        nobody = np.full(count, NOBODY, np.int32)
        rows = Rows(
            op=np.array([row.op for row in self._rows], np.int8),
            step=np.zeros(count, np.int8),
            state=np.zeros(count, np.int8),
            place=nobody,
            principal=nobody.copy(),
            station=_ints([stations.index(row.station) if row.station else NOBODY for row in self._rows]),
            jump=_ints(jumps),
            other=_ints([at[row.other] if row.other else NOBODY for row in self._rows]),
            limit=_ints([len(row.children) or row.limit for row in self._rows]),
            dist=np.array([row.time.dist for row in self._rows], np.int8),
            a=np.array([row.time.a for row in self._rows], np.float64),
            b=np.array([row.time.b for row in self._rows], np.float64),
            c=np.array([row.time.c for row in self._rows], np.float64),
            p=np.array([row.p for row in self._rows], np.float64),
            salt=np.array([salt(row.label) for row in self._rows], np.uint64),
            hours=np.zeros(count, np.float64),
            label=tuple(row.label for row in self._rows),
        )
        return Plan(
            rows,
            Children(_ints([principal for principal, _ in children]), _ints([first for _, first in children])),
            Stations(
                np.arange(len(stations), dtype=np.int32),
                _ints([servers for servers, _ in self._stations.values()]),
                np.array([order for _, order in self._stations.values()], np.int8),
            ),
            Classes(
                topic=np.zeros(len(classes), np.int32),
                principal=np.full(len(classes), NOBODY, np.int32),
                first=_ints([at[first] for first, _, _ in self._classes.values()]),
                rate=np.array([rate for _, _, rate in self._classes.values()], np.float64),
                urgent=np.array([urgent for _, urgent, _ in self._classes.values()], np.int8),
                stream=np.array([salt(name) for name in classes], np.uint64),
            ),
            places=tuple(stations),
            principals=tuple(principals),
            topics=("matter",),
            extra={"classes": tuple(classes)},
        )


def _ints(values: Sequence[int]) -> np.ndarray[tuple[int], np.dtype[np.int32]]:
    return np.array(values, np.int32)


def draws(plan: Plan, sittings: Iterable[Sitting] = (), arrivals: Iterable[tuple[float, str, int]] = ()) -> Draws:
    """Sittings and arrivals (time, class, uid) in the order that the contract asks for."""
    stations = {name: number for number, name in enumerate(plan.places)}
    classes = plan.extra["classes"]
    assert isinstance(classes, tuple)
    sat = sorted(sittings, key=lambda one: (one.time, stations[one.station]))
    came = sorted(arrivals, key=lambda one: (one[0], one[2]))
    return Draws(
        Sittings(
            np.array([one.time for one in sat], np.float64),
            _ints([stations[one.station] for one in sat]),
            np.array([one.time if one.closes is None else one.closes for one in sat], np.float64),
            _ints([one.places for one in sat]),
            np.array([one.p_return for one in sat], np.float64),
            np.ones(len(sat), np.int32),
            np.ones(len(sat), np.int32),
            np.zeros(len(sat), np.int8),
        ),
        Arrivals(
            np.array([time for time, _, _ in came], np.float64),
            _ints([classes.index(name) for _, name, _ in came]),
            np.array([uid for _, _, uid in came], np.uint64),
        ),
    )


def poisson(name: str, rate: float, until: float, seed: int) -> list[tuple[float, str, int]]:
    """Arrivals of a class at random, ``rate`` a day, with uids that no other class and seed gives."""
    generator = np.random.default_rng([seed, salt(name) >> 1])
    more = int(rate * until + 10 * math.sqrt(rate * until) + 10)
    times = np.cumsum(generator.exponential(1 / rate, more))
    base = salt(f"{name}:{seed}")
    kept = times[times <= until].tolist()
    return [(time, name, (base + number) & 0xFFFFFFFFFFFFFFFF) for number, time in enumerate(kept)]


__all__ = [
    "Programme",
    "Sitting",
    "Time",
    "draws",
    "exponential",
    "fixed",
    "poisson",
    "triangular",
    "uniform",
]

"""One replication reduced to numbers: what is kept of it does not grow with the number of matters."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from remit.graph.calendar import YEAR
from remit.simulation.outcome.cases import ARRIVED, STOPPED, UNDER_WAY, Cases, cases, days_by_step, refused
from remit.simulation.outcome.load import row_hours, sitting_hours, tally
from remit.simulation.outcome.matters import Matters, Stays, matters, stays
from remit.simulation.outcome.measures import MEASURES, OF_MATTERS
from remit.simulation.outcome.window import GRID, Window
from remit.simulation.plan import NOBODY, STEPS, Answer, Op, Plan, Records, Sittings, What
from remit.simulation.returns import treated_after_all

Array = NDArray[np.float64]
WEEK = 7.0
DECIDED = STEPS.index("5")
OF_STATIONS = ("waiting", "greatest", "average", "wait", "treated", "sittings", "held", "full", "over")
"""What is told of a place where matters queue: the mean and greatest number waiting before a sitting, the average over
time, the mean wait in days until they leave it, treated a year, sittings planned a year, the share held, the share
of places used, and 1 where more came than there were places for, so that the queue grew for sure (in means over
replications: the share of those where it did)."""
SURE = 2.0
"""So many standard deviations (of a Poisson number) more must have come than there were places for: where a load is
just below 1 some more come now and then, and the queue does not grow for ever."""
OF_STEPS = ("reached", "stopped", "under_way", "days", "days_of_arrived")
OF_PRINCIPALS = ("meeting_hours", "preparation_hours", "decisions")


class Reduced(NamedTuple):
    """What is kept of a replication.

    ``values``: one per measure. ``parts``: the measures of matters for each part (see :class:`Parts`). ``curves``: the
    share carried out by then, for each part on the grid. ``steps``: per step. ``stops``: shares that stopped, steps x
    places, the last of them being none. ``states``: shares that stopped, by the state of the row. ``stations``,
    ``principals``: per each, the last of principals being nobody's. ``series``: matters under way at the end of each
    week from 0. ``starts``: shares that stopped, named starts x steps. ``times``: of each measured matter that arrived
    its class and its days to a hundredth (matters x 2).
    """

    values: Array
    parts: Array
    curves: Array
    steps: Array
    stops: Array
    states: Array
    stations: Array
    principals: Array
    series: Array
    starts: Array
    times: Array

    def to_plain(self) -> list[Any]:
        """Shapes and numbers, as JSON holds them."""
        return [[list(one.shape), one.ravel().tolist()] for one in self]

    @classmethod
    def from_plain(cls, told: list[Any]) -> Reduced:
        """The same from shapes and numbers, to the bit."""
        return cls(*(np.array(numbers, dtype=float).reshape(shape) for shape, numbers in told))


@dataclass(frozen=True, slots=True)
class Parts:
    """The sets of classes that matters are told for: first all that were asked for, then each topic, each principal,
    each matter whose beginning is named (which belongs to no other part).

    ``member``: parts x classes.
    """

    names: tuple[tuple[str, str], ...]
    member: NDArray[np.bool_]

    @classmethod
    def of(cls, plan: Plan, topics: tuple[str, ...] = (), principals: tuple[str, ...] = ()) -> Parts:
        """The parts of a plan; ``topics``, ``principals``: only their matters, all where empty."""
        topic, principal = plan.classes.topic, plan.classes.principal
        asked = np.ones(topic.size, dtype=bool)
        asked[[klass for klass, _ in plan.starts]] = False
        if topics:
            asked &= np.isin(topic, [plan.topics.index(one) for one in topics if one in plan.topics])
        if principals:
            asked &= np.isin(principal, [plan.principals.index(one) for one in principals if one in plan.principals])
        arising = asked & (plan.classes.rate > 0)
        names = [("all", "")]
        rows = [asked]
        for kind, ids, column in (("topic", plan.topics, topic), ("principal", plan.principals, principal)):
            for number, one in enumerate(ids):
                if (arising & (column == number)).any():
                    names.append((kind, one))
                    rows.append(asked & (column == number))
        for klass, start in plan.starts:
            names.append(("start", start.id))
            rows.append(np.arange(topic.size) == klass)
        return cls(tuple(names), np.array(rows))


def reduce(plan: Plan, records: Records, sittings: Sittings, window: Window, parts: Parts | None = None) -> Reduced:
    """The numbers of one replication; pure."""
    parts = parts or Parts.of(plan)
    of = matters(records)
    at = stays(records, of, window.until)
    found = cases(of, plan, window, refused(records, of, plan))
    chosen = Cases(*(column[parts.member[0][found.klass]] for column in found))
    inside = (records.time >= window.warm_up) & (records.time < window.until)
    member = parts.member[:, found.klass]
    told = np.array([_of_matters(found, member[number], window) for number in range(len(parts.names))])
    grid = np.linspace(0.0, window.follow, GRID + 1)
    curves = np.array([_curve(found, member[number], grid) for number in range(len(parts.names))])
    stations = _stations(plan, at, records, sittings, window)
    principals = _principals(plan, records, sittings, inside, window)
    series = _series(of, window)
    values = dict(zip(OF_MATTERS, told[0].tolist(), strict=True))
    values |= _whole(plan, of, at, records, sittings, inside, window, principals)
    return Reduced(
        np.array([values[name] for name in MEASURES]),
        told,
        curves,
        _steps(of, chosen, at, plan, window),
        _stops(chosen, plan),
        _shares(plan.rows.state[chosen.row[chosen.fate == STOPPED]], 4, chosen.fate.size),
        stations,
        principals,
        series,
        _starts(found, member[len(parts.names) - len(plan.starts) :], plan),
        _times(found),
    )


def _times(found: Cases) -> Array:
    """Of each matter that arrived its class and its days, to a hundredth."""
    arrived = found.fate == ARRIVED
    return np.column_stack((found.klass[arrived].astype(float), found.time[arrived].round(2)))


def _of_matters(found: Cases, of: NDArray[np.bool_], window: Window) -> list[float]:
    """The measures of matters, in the order of OF_MATTERS, for some of them."""
    fate, time = found.fate[of], found.time[of]
    number = fate.size
    if not number:
        return [np.nan] * (len(OF_MATTERS) - 1) + [0.0]
    arrived = time[fate == ARRIVED]
    median, p90 = _quantiles(arrived, (0.5, 0.9))
    shares = [float(np.count_nonzero(fate == one)) / number for one in (ARRIVED, STOPPED, UNDER_WAY)]
    return [
        *shares,
        # one follows for less than a year: what happens within a year is then not known
        float(np.count_nonzero(arrived <= YEAR)) / number if window.follow >= YEAR else np.nan,
        float(np.minimum(time, window.follow).mean()),
        float(arrived.mean()) if arrived.size else np.nan,
        float(median),
        float(p90),
        number / (window.last - window.warm_up) * YEAR,
    ]


def _quantiles(of: Array, shares: tuple[float, ...]) -> list[float]:
    """The least values that so large shares of all do not exceed: the inverse of the distribution function, as
    ``numpy.quantile`` has it with the method ``inverted_cdf``, which takes ten times as long on few values.
    """
    inorder = np.sort(of)
    return [float(inorder[max(math.ceil(of.size * share - 1), 0)]) if of.size else np.nan for share in shares]


def _curve(found: Cases, of: NDArray[np.bool_], grid: Array) -> Array:
    """The share carried out within each time of the grid."""
    time = np.sort(found.time[of])
    within: Array = np.searchsorted(time, grid, side="right").astype(float)
    share: Array = within / time.size if time.size else np.full(grid.size, np.nan)
    return share


def _shares(of: NDArray[np.integer], bins: int, number: int) -> Array:
    counts = tally(of, bins)
    return counts / number if number else np.full(bins, np.nan)


def _steps(of: Matters, chosen: Cases, at: Stays, plan: Plan, window: Window) -> Array:
    """Per step: the shares that came so far, stopped, are under way there; days of all, and of those that arrived."""
    number, steps = chosen.fate.size, len(STEPS)
    step = plan.rows.step[chosen.row].astype(np.int64)
    stopped = _shares(step[chosen.fate == STOPPED], steps, number)
    under_way = _shares(step[chosen.fate == UNDER_WAY], steps, number)
    ended_before = np.concatenate(([0.0], np.cumsum(stopped + under_way)[:-1]))
    days = days_by_step(of, chosen, at, plan, window, steps)
    arrived = np.count_nonzero(chosen.fate == ARRIVED)
    per = np.array([number or np.nan, arrived or np.nan], dtype=float)
    return np.vstack((1.0 - ended_before, stopped, under_way, days / per[:, None]))


def _stops(chosen: Cases, plan: Plan) -> Array:
    """The shares of all that stopped, per step and place, the last place being none that the plan names."""
    rows = chosen.row[chosen.fate == STOPPED]
    places = len(plan.places) + 1
    place = np.where(plan.rows.place[rows] == NOBODY, places - 1, plan.rows.place[rows])
    where = plan.rows.step[rows].astype(np.int64) * places + place
    table: Array = _shares(where, len(STEPS) * places, chosen.fate.size).reshape(len(STEPS), places)
    return table


def _starts(found: Cases, member: NDArray[np.bool_], plan: Plan) -> Array:
    """The shares of the matters of each named start that stopped, per step."""
    told = np.full((len(member), len(STEPS)), np.nan)
    for number, of in enumerate(member):
        step = plan.rows.step[found.row[of & (found.fate == STOPPED)]].astype(np.int64)
        told[number] = _shares(step, len(STEPS), int(np.count_nonzero(of)))
    return told


def _clipped(start: Array, end: Array, window: Window) -> Array:
    inside: Array = np.clip(np.minimum(end, window.until) - np.maximum(start, window.warm_up), 0.0, None)
    return inside


def _stations(plan: Plan, at: Stays, records: Records, sittings: Sittings, window: Window) -> Array:
    """Per station what OF_STATIONS names; NaN where nothing of the sort happened."""
    number = plan.stations.place.size
    op = plan.rows.op[at.row]
    queued = (op == Op.MEET) | (op == Op.SERVE)
    station = plan.rows.station[at.row[queued]].astype(np.int64)
    came = at.came[queued]
    # of a worker's queue, only the wait for the service is waiting
    left = np.where(op[queued] == Op.SERVE, at.began[queued], at.left[queued])
    area = tally(station, number, _clipped(came, left, window))
    gone = (at.how[queued] >= 0) & (left >= window.warm_up) & (left < window.until)
    waits = tally(station[gone], number, (left - came)[gone])
    passed = tally(station[gone], number)
    inside = (sittings.time >= window.warm_up) & (sittings.time < window.until)
    where = sittings.station[inside]
    planned = tally(where, number)
    held = tally(where, number, sittings.held[inside] == 0)
    waiting, treated = records.waiting[inside].astype(float), records.treated[inside].astype(float)
    greatest = np.zeros(number)
    np.maximum.at(greatest, where, waiting)
    places = tally(where, number, sittings.places[inside])
    taken = tally(where, number, treated)
    arrived = tally(station[(came >= window.warm_up) & (came < window.until)], number)
    return np.column_stack(
        (
            _per(tally(where, number, waiting), planned),
            np.where(planned > 0, greatest, np.nan),
            area / (window.until - window.warm_up),
            _per(waits, passed),
            # what lapses or is given up leaves the queue untreated
            np.where(plan.stations.servers == 0, taken, passed) / window.years,
            planned / window.years,
            _per(held, planned),
            _per(taken, places),
            np.where(plan.stations.servers == 0, (arrived > places + SURE * np.sqrt(arrived)).astype(float), np.nan),
        )
    )


def _per(of: Array, number: Array) -> Array:
    found = np.full(of.shape, np.nan)
    np.divide(of, number, out=found, where=number > 0)
    return found


def _principals(plan: Plan, records: Records, sittings: Sittings, inside: NDArray[np.bool_], window: Window) -> Array:
    """Per principal, and last of none: hours in meetings, hours of preparation, decisions; a year."""
    held = (sittings.time >= window.warm_up) & (sittings.time < window.until)
    number = len(plan.principals)
    answered = _decisions(plan, records, inside) & (records.other != Answer.LAPSED) & (records.child != NOBODY)
    decided = tally(records.child[answered], number + 1)
    decided[number] += _together(plan, records, inside)
    table = (sitting_hours(plan, sittings, held), row_hours(plan, records, inside), decided)
    return np.column_stack(table) / window.years


def _decisions(plan: Plan, records: Records, inside: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The answers that are decisions: those of who carries out end with an answer too."""
    found: NDArray[np.bool_] = inside & (records.what == What.ANSWERED) & (plan.rows.step[records.row] == DECIDED)
    return found


def _together(plan: Plan, records: Records, inside: NDArray[np.bool_]) -> int:
    """Decisions that are taken by one body for all: a matter itself leaves a sitting at the step of the decision."""
    rows = plan.rows
    deciding = (rows.op == Op.MEET) & (rows.step == DECIDED)
    return int(
        np.count_nonzero(inside & (records.what == What.LEFT) & (records.child == NOBODY) & deciding[records.row])
    )


def _series(of: Matters, window: Window) -> Array:
    """Matters under way at the end of each week."""
    ends = np.arange(1, int(window.until // WEEK) + 1) * WEEK
    begun = np.searchsorted(np.sort(of.start), ends, side="right")
    return (begun - np.searchsorted(np.sort(of.end), ends, side="right")).astype(float)


def _whole(
    plan: Plan,
    of: Matters,
    at: Stays,
    records: Records,
    sittings: Sittings,
    inside: NDArray[np.bool_],
    window: Window,
    principals: Array,
) -> dict[str, float]:
    """The measures of the whole structure."""
    what = np.bincount(records.what[inside], minlength=len(What))
    meeting = inside & (plan.rows.op[records.row] == Op.MEET)
    treated = int(np.count_nonzero(meeting & ((records.what == What.LEFT) | (records.what == What.RETURNED))))
    sent_back = int(np.count_nonzero(inside & (records.what == What.RETURNED) & ~treated_after_all(plan, records)))
    answers = np.bincount(records.other[_decisions(plan, records, inside)].astype(np.int64), minlength=len(Answer))
    began = int(what[What.RAISED] + what[What.COPIED] + what[What.AGAIN])
    arrived = _families(of, window)
    hours = principals.sum(axis=0)
    sat = (sittings.time >= window.warm_up) & (sittings.time < window.until)
    queued = plan.rows.op[at.row] == Op.MEET
    long = window.until - window.warm_up
    return {
        "decisions": float(hours[2]),
        "meeting_hours": float(hours[0]),
        "preparation_hours": float(hours[1]),
        "hours_each": float(hours[0] + hours[1]) * window.years / arrived if arrived else np.nan,
        "queue": float(_clipped(at.came[queued], at.left[queued], window).sum()) / long,
        "queue_greatest": float(records.waiting[sat].max(initial=0)),
        "inside": float(_clipped(of.start, of.end, window).sum()) / long,
        "returned": sent_back / treated if treated else np.nan,
        "copies": int(what[What.COPIED]) / began if began else np.nan,
        "again": int(what[What.AGAIN]) / began if began else np.nan,
        "rejected": _of(answers[Answer.REJECTED], answers[Answer.APPROVED] + answers[Answer.REJECTED]),
        "lapsed": _of(answers[Answer.LAPSED], answers.sum()),
        "cancelled": _of(np.count_nonzero(sittings.held[sat]), np.count_nonzero(sat)),
    }


def _families(of: Matters, window: Window) -> int:
    """The matters carried out: how many families have their first that is carried out in what is measured. Copies that
    are carried out too make work, and no more of what is carried out.
    """
    first = np.full(of.start.size, np.inf)
    done = of.how == What.ARRIVED
    np.minimum.at(first, of.root[done], of.end[done])
    return int(np.count_nonzero((first >= window.warm_up) & (first < window.until)))


def _of(part: int | np.integer, whole: int | np.integer) -> float:
    return int(part) / int(whole) if whole else np.nan


__all__ = ["OF_PRINCIPALS", "OF_STATIONS", "OF_STEPS", "Parts", "Reduced", "reduce"]

"""What happens whatever the matters do: the matters that arise, and the sittings with the members present.

Everything is a function of the seed, the replication and a label (:mod:`remit.simulation.chance`), so that two
structures meet the same arrivals, and a group or body that both have sits on the same days. docs/flow.md tells the
readings.
"""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from remit.graph.calendar import YEAR
from remit.simulation.chance import salt
from remit.simulation.many import Floats, Words, mix, numbers, unit, words
from remit.simulation.members import present
from remit.simulation.parameters import Parameters
from remit.simulation.places import BODY, GROUP, Place
from remit.simulation.plan import Arrivals, Draws, Plan, Sittings

WEEK = 7.0

DAILY = 366.0
"""A group or body sits at most so often in a year, whatever is told."""


def draw(plan: Plan, parameters: Parameters, key: int, until: float) -> Draws:
    """The arrivals and sittings of a replication from day 0 to ``until`` (days, not included).

    ``key``: see :func:`remit.simulation.chance.key`. ``parameters``: those that the plan was built with, or others.
    What a model tells is in the plan, and is taken where these do not tell it otherwise.
    """
    places = plan.extra["places"]
    told = plan.extra["parameters"]
    assert isinstance(places, tuple)
    assert isinstance(told, Parameters)
    values = Parameters((*parameters.items, *(one for one in told.items if one.name not in parameters)))
    return Draws(_sittings(places, values, key, until), _arrivals(plan, key, until))


# -- arrivals --------------------------------------------------------------------------------------------------


def _arrivals(plan: Plan, key: int, until: float) -> Arrivals:
    """A Poisson process for each class, from its own stream."""
    rate = plan.classes.rate / YEAR
    classes = np.flatnonzero(rate > 0)
    streams = words(key, plan.classes.stream[classes])
    expected = float(rate.max(initial=0.0)) * until
    visits = math.ceil(expected + 6 * math.sqrt(expected) + 4)
    time = np.zeros((classes.size, 0))
    last = np.zeros(classes.size)
    while classes.size and last.min() < until:
        gaps = -np.log1p(-numbers(streams, visits, time.shape[1])) / rate[classes][:, None]
        time = np.concatenate((time, last[:, None] + np.cumsum(gaps, axis=1)), axis=1)
        last = time[:, -1]
    uid = mix(streams[:, None], mix(np.uint64(salt("uid")), np.arange(time.shape[1], dtype=np.uint64))[None, :])
    inside = time < until
    klass = np.broadcast_to(classes[:, None], time.shape)[inside].astype(np.int32)
    when, names = time[inside], uid[inside]
    order = np.lexsort((names, when))
    return Arrivals(when[order], klass[order], names[order])


# -- sittings --------------------------------------------------------------------------------------------------


def _sittings(places: tuple[Place, ...], values: Parameters, key: int, until: float) -> Sittings:
    salts = _salts(tuple(place.label for place in places))
    phase = unit(mix(words(key, salts), np.uint64(0)))
    time, station = _dates(places, values, phase, until)
    count = np.bincount(station, minlength=len(places))
    nth = np.arange(time.size) - np.repeat(np.cumsum(count) - count, count)
    here = words(key, salts)[station]
    cancelled = unit(mix(here, nth.astype(np.uint64) + np.uint64(1))) < values["cancelled"]
    room = _places(places, values, key, time, station, nth)
    there = present(places, values, key, time, station, nth, count, until)
    quorum = np.array([_quorum(place, values) for place in places], dtype=float)[station]
    short = (there.present < quorum * there.seats) | (there.present == 0)
    held = np.where(cancelled, 1, np.where(short, 2, 0)).astype(np.int8)
    order = np.lexsort((station, time))
    return Sittings(
        time[order],
        station[order].astype(np.int32),
        time[order] - values["papers_days"],
        np.where(held == 0, room, 0)[order].astype(np.int32),
        np.minimum(values["returned"] + there.weaker, 1.0)[order],
        there.seats[order].astype(np.int32),
        np.where(held == 1, 0, there.present)[order].astype(np.int32),
        held[order],
    )


@lru_cache(maxsize=64)
def _salts(labels: tuple[str, ...]) -> Words:
    return np.array([salt(f"calendar:{label}") for label in labels], dtype=np.uint64)


def _dates(
    places: tuple[Place, ...], values: Parameters, phase: Floats, until: float
) -> tuple[Floats, NDArray[np.int64]]:
    """The days of all sittings, and whose they are, place by place: those told of a year, each year; else so many a
    year, evenly over the weeks when there are meetings at all, from a phase of its own in each replication.
    """
    years = math.ceil(until / YEAR) + 1
    number = np.array([_number(place, values) for place in places], dtype=float)
    count = np.where(number > 0, np.ceil(number * years) + 1, 0).astype(np.int64)
    station = np.repeat(np.arange(len(places)), count)
    nth = np.arange(station.size) - np.repeat(np.cumsum(count) - count, count)
    at = (nth + phase[station]) / number[station]
    whole = np.floor(at)
    time = whole * YEAR + open_days(at - whole, values)
    told = [(n, np.array(place.days)) for n, place in enumerate(places) if _dated(place, values)]
    if told:
        begins = np.arange(years)[:, None] * YEAR
        time = np.concatenate((time, *((begins + days[None, :]).ravel() for _, days in told)))
        station = np.concatenate((station, *(np.full(years * days.size, n) for n, days in told)))
        order = np.argsort(station, kind="stable")
        time, station = time[order], station[order]
    inside = time < until
    return time[inside], station[inside]


def _dated(place: Place, values: Parameters) -> bool:
    """Whether it sits on the dates that the model tells: a number of one's own goes before them."""
    return bool(place.days) and f"meetings:{place.id}" not in values


def _number(place: Place, values: Parameters) -> float:
    """How many sittings a year, where no dates are told."""
    return 0.0 if _dated(place, values) else min(values.of_one("meetings", place.id, _general(place)), DAILY)


def _general(place: Place) -> str:
    if place.sort == BODY:
        return "body_meetings"
    return "local_meetings" if place.local else "group_meetings"


def open_days(share: Floats, values: Parameters) -> Floats:
    """The day of the year that lies so far into the weeks when there are meetings: those around the new year and in
    the summer are left out.
    """
    winter = values["winter_weeks"] * WEEK
    begin = winter / 2
    end = YEAR - winter / 2
    summer = min(max((values["summer_from"] - 1) * WEEK, begin), end)
    back = min(summer + values["summer_weeks"] * WEEK, end)
    open_days = (summer - begin) + (end - back)
    day = begin + share * open_days
    return np.where(day < summer, day, day + (back - summer))


def _quorum(place: Place, values: Parameters) -> float:
    return values["body_quorum" if place.sort == BODY else "group_quorum"]


def _places(
    places: tuple[Place, ...],
    values: Parameters,
    key: int,
    time: Floats,
    station: NDArray[np.int64],
    nth: NDArray[np.int64],
) -> NDArray[np.int64]:
    """How many matters each sitting can treat; fewer at the first sittings of a new chair."""
    room = np.array(
        [values.of_one("places", p.id, "body_places" if p.sort == BODY else "group_places") for p in places]
    )[station]
    term = np.array([max(values.of_one("term", place.id, "chair_term_years"), 1.0) for place in places])[station]
    phase = unit(mix(words(key, _chairs(tuple(place.label for place in places))), np.uint64(0)))[station]
    # chairs change at the beginning of the years floor((k + phase) x term), k = 0, 1, ...
    last = np.ceil((np.floor(time / YEAR) + 1) / term - phase) - 1
    began = np.floor((last + phase) * term) * YEAR
    apart = float(time.max(initial=0.0)) + YEAR
    before = np.searchsorted(time + station * apart, began + station * apart)
    since = nth - (before - (np.arange(time.size) - nth))
    new = (last >= 0) & (since < values["chair_new_sittings"])
    kind = np.array([place.sort == GROUP and not place.smooth for place in places], dtype=bool)[station]
    fewer = np.maximum(np.floor(room * values["chair_new_share"] + 0.5), np.minimum(room, 1))
    return np.where(new & kind, fewer, room).astype(np.int64)


@lru_cache(maxsize=64)
def _chairs(labels: tuple[str, ...]) -> Words:
    return np.array([salt(f"chair:{label}") for label in labels], dtype=np.uint64)


__all__ = ["draw"]

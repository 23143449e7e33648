"""Who sits: seats whose holders change and leave them vacant, elections, who is new, and who comes to a sitting."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from remit.graph.calendar import YEAR
from remit.simulation.chance import salt
from remit.simulation.chance import u as one_u
from remit.simulation.many import Floats, Words, mix, numbers, unit, words
from remit.simulation.parameters import Parameters
from remit.simulation.places import BODY, Place

Index = NDArray[np.int64]

BEGIN, AGE, COMES, TURNS = (np.uint64(salt(word)) for word in ("begin", "age", "comes", "turns"))
ELECTION = salt("election")

HALL = 2000
"""A group has at most so many members who come and go, whatever is told."""


class Present(NamedTuple):
    """Of each sitting: its seats, how many came, and how much likelier it is that new members send matters back."""

    seats: Index
    present: Index
    weaker: Floats


class Seats(NamedTuple):
    """All seats of all places, those of one place in a row."""

    place: Index
    salts: Words
    politician: NDArray[np.bool_]
    vacant: NDArray[np.bool_]
    """Told to be vacant: nobody sits there, a politician after the next election aside."""


def seats(places: tuple[Place, ...], values: Parameters) -> Seats:
    """The seats of the places; numbers that nobody tells are assumed."""
    numbers = tuple(_number(place, values) for place in places)
    return _seats(places, numbers, int(values["seats_many"]), values["mixed_politicians"])


def _number(place: Place, values: Parameters) -> int:
    told = min(place.seats + place.many * int(values["seats_many"]), HALL)
    return told or int(values["body_seats" if place.sort == BODY else "group_seats"])


@lru_cache(maxsize=64)
def _seats(places: tuple[Place, ...], numbers: tuple[int, ...], many: int, mixed: float) -> Seats:
    of = np.repeat(np.arange(len(places)), numbers)
    salts, politician, vacant = [], [], []
    for place, number in zip(places, numbers, strict=True):
        share = mixed if math.isnan(place.politicians) else place.politicians
        elected = round(share * number)
        waits = min(place.waits + place.many_wait * many, elected)
        empty = place.vacant + place.many_vacant * many - waits
        for seat in range(number):
            salts.append(salt(f"seat:{place.label}:{seat}"))
            politician.append(seat < elected)
            vacant.append(elected - waits <= seat < elected or number - seat <= empty)
    return Seats(of, np.array(salts, dtype=np.uint64), np.array(politician, dtype=bool), np.array(vacant, dtype=bool))


def elections(values: Parameters, key: int, until: float) -> Floats:
    """When those elected begin, from before day 0 on: at the beginning of a year, the first drawn."""
    term = max(int(values["election_years"]), 1)
    first = int(one_u(key, 0, ELECTION, 0) * term) - term
    return np.arange(first, until / YEAR + 1, term) * YEAR


def present(
    places: tuple[Place, ...],
    values: Parameters,
    key: int,
    time: Floats,
    station: Index,
    nth: Index,
    count: Index,
    until: float,
) -> Present:
    """Who comes to each sitting (sorted by station and time; ``nth`` of its station, ``count`` of each station).

    A seat is held for an exponential time and then vacant for one, from the stationary beginning: so it is vacant
    for the share vacancy/(tenure + vacancy) of the time. An election fills all politicians' seats at once, with new
    ones; the same begins anew from there.
    """
    all_seats = seats(places, values)
    number = np.bincount(all_seats.place, minlength=len(places))
    # every seat with every sitting of its place, seat by seat
    times = count[all_seats.place]
    seat = np.repeat(np.arange(all_seats.place.size), times)
    begins = np.cumsum(times) - times
    start = (np.cumsum(count) - count)[all_seats.place]
    sitting = np.arange(seat.size) + np.repeat(start - begins, times)
    when = time[sitting]
    own = words(key, all_seats.salts)
    line = Line(time + station * (until + YEAR), until + YEAR, start, times, begins)
    elected = elections(values, key, until)
    filled, age = _held(all_seats, own, values, when, line, elected, until)
    comes = unit(mix(mix(own, COMES)[seat], nth[sitting].astype(np.uint64))) < values["attendance"]
    here = filled & comes
    came = np.bincount(sitting[here], minlength=time.size)
    known = np.array([place.introduced for place in places])
    known = np.where(np.isnan(known), values["introduction_untold"], known)
    weak = np.zeros(time.size)
    for name, chance in (("introduced", known), ("without", 1 - known)):
        fresh = here & (age < values[f"new_days_{name}"])
        share = np.bincount(sitting[fresh], minlength=time.size) / np.maximum(came, 1)
        weak += chance[station] * values[f"new_return_{name}"] * share
    return Present(number[station], came, weak)


class Line(NamedTuple):
    """All sittings on one long line, each place with a stretch of its own."""

    at: Floats
    """Sorted; the time of a sitting and its place's number times ``apart``."""
    apart: float
    start: Index
    """For each seat where the sittings of its place begin."""
    times: Index
    """For each seat how many sittings its place has."""
    begins: Index
    """For each seat where it begins among all seats with all sittings."""


class Turns(NamedTuple):
    """What happens to seats, seat by seat in the order of time: from then on it is held, or vacant."""

    seat: Index
    time: Floats
    held: NDArray[np.bool_]
    began: Floats
    """Since when whoever holds it does."""


def _held(
    of: Seats, own: Words, values: Parameters, when: Floats, line: Line, elected: Floats, until: float
) -> tuple[NDArray[np.bool_], Floats]:
    """Whether a seat is held at a sitting, and for how long whoever holds it has."""
    told = [_officials(of, own, values, until), _politicians(of, own, values, elected, until)]
    turns = Turns(*(np.concatenate(column) for column in zip(*told, strict=True)))
    order = np.lexsort((turns.time, turns.seat))
    turns = Turns(turns.seat[order], turns.time[order], turns.held[order], turns.began[order])
    # each counts from the first sitting at or after it on, until the next one does
    place = of.place[turns.seat]
    found = np.searchsorted(line.at, turns.time + place * line.apart) - line.start[turns.seat]
    counts = found < line.times[turns.seat]
    marks = np.bincount((line.begins[turns.seat] + found)[counts], minlength=when.size)
    last = np.cumsum(marks) - 1
    return turns.held[counts][last], when - turns.began[counts][last]


BEFORE = -1.0
"""The time of what is so before the first day."""


def _officials(of: Seats, own: Words, values: Parameters, until: float) -> Turns:
    """The seats of no politicians: from a stationary beginning; those told to be vacant are never held."""
    seat = np.flatnonzero(~of.politician)
    tenure, vacancy = values["officials_tenure_years"] * YEAR, max(values["vacancy_days"], 1e-6)
    first = unit(mix(own[seat], BEGIN)) >= vacancy / (tenure + vacancy)
    age = -np.log1p(-unit(mix(own[seat], AGE))) * tenure
    changes = _changes(mix(own[seat], TURNS), first, tenure, vacancy, until)
    begin = np.full(seat.size, BEFORE)
    turns = _turns(seat, begin, first, -age, changes, np.full(seat.size, until))
    return turns._replace(held=turns.held & ~of.vacant[turns.seat])


def _politicians(of: Seats, own: Words, values: Parameters, elected: Floats, until: float) -> Turns:
    """The seats of politicians: held by a new one from each election on. One told to be vacant is so until the first
    election after the first day.
    """
    tenure, vacancy = values["politicians_tenure_years"] * YEAR, max(values["vacancy_days"], 1e-6)
    terms = elected[max(int(np.searchsorted(elected, 0.0, side="right")) - 1, 0) :]
    seats = np.flatnonzero(of.politician)
    seat, term = np.repeat(seats, terms.size), np.tile(np.arange(terms.size), seats.size)
    begins, ends = terms[term], np.append(terms[1:], np.inf)[term]
    # the number of an election is the same in every structure, whenever a seat came about
    salts = mix(mix(own[seat], TURNS), term.astype(np.uint64) + np.uint64(1))
    ends = np.minimum(ends, until)
    first = np.ones(seat.size, dtype=bool)
    changes = begins[:, None] + _changes(salts, first, tenure, vacancy, float((ends - begins).max(initial=0.0)))
    turns = _turns(seat, np.where(term == 0, BEFORE, begins), first, begins, changes, ends)
    waits = of.vacant[turns.seat] & (turns.time < (terms[1] if terms.size > 1 else np.inf))
    return turns._replace(held=turns.held & ~waits)


def _turns(seat: Index, begin: Floats, first: NDArray[np.bool_], began: Floats, changes: Floats, end: Floats) -> Turns:
    """Seats that are held (or vacant: ``first``) from ``begin`` and change at each of ``changes`` before ``end``."""
    whose, which = np.nonzero(changes < end[:, None])
    times = changes[whose, which]
    # what a term brings before the first day is so from the beginning
    return Turns(
        np.concatenate((seat, seat[whose])),
        np.concatenate((begin, np.maximum(times, BEFORE))),
        np.concatenate((first, first[whose] ^ (which % 2 == 0))),
        np.concatenate((began, times)),
    )


def _changes(turns: Words, first: NDArray[np.bool_], tenure: float, vacancy: float, until: float) -> Floats:
    """When each seat changes from held to vacant or back (seats x changes), past ``until``. ``first``: held at 0."""
    shortest = tenure + vacancy
    visits = 2 * math.ceil(until / shortest + 3 * math.sqrt(until / shortest) + 2)
    changes = np.zeros((turns.size, 0))
    last = np.zeros(turns.size)
    left = np.arange(turns.size)
    while left.size:
        done = changes.shape[1]
        more = np.full((turns.size, visits), np.inf)
        lengths = -np.log1p(-numbers(turns[left], visits, done))
        odd = (np.arange(done, done + visits) % 2)[None, :] == 1
        lengths *= np.where(odd ^ first[left, None], tenure, vacancy)
        more[left] = last[left, None] + np.cumsum(lengths, axis=1)
        changes = np.concatenate((changes, more), axis=1)
        last = changes[:, -1]
        left = np.flatnonzero(last <= until)
        visits = 4
    return changes


__all__ = ["Present", "Seats", "elections", "present", "seats"]

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
    """Told to be vacant: nobody ever sits there."""


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
        empty = place.vacant + place.many_vacant * many
        for seat in range(number):
            salts.append(salt(f"seat:{place.label}:{seat}"))
            politician.append(seat < round(share * number))
            vacant.append(number - seat <= empty)
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
    for the share vacancy/(tenure + vacancy) of the time. All politicians are new after an election.
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
    filled, age = _held(all_seats, own, values, when, seat, line, until)
    elected = elections(values, key, until)
    since = time - elected[np.searchsorted(elected, time, side="right") - 1]
    age = np.where(all_seats.politician[seat], np.minimum(age, since[sitting]), age)
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


def _held(
    of: Seats, own: Words, values: Parameters, when: Floats, seat: Index, line: Line, until: float
) -> tuple[NDArray[np.bool_], Floats]:
    """Whether a seat is held at a sitting, and for how long whoever holds it has."""
    years = np.where(of.politician, values["politicians_tenure_years"], values["officials_tenure_years"])
    tenure, vacancy = years * YEAR, max(values["vacancy_days"], 1e-6)
    first = unit(mix(own, BEGIN)) >= vacancy / (tenure + vacancy)
    age = -np.log1p(-unit(mix(own, AGE))) * tenure
    changes = _changes(mix(own, TURNS), first, tenure, vacancy, until)
    # how many changes there were until each sitting: each counts from the first sitting after it on
    whose, which = np.nonzero(changes <= until)
    found = np.searchsorted(line.at, changes[whose, which] + of.place[whose] * line.apart) - line.start[whose]
    counts = found < line.times[whose]
    marks = np.bincount((line.begins[whose] + found)[counts], minlength=when.size)
    passed = np.cumsum(marks)
    before = np.where(line.begins > 0, passed[np.maximum(line.begins, 1) - 1] if when.size else 0, 0)
    passed -= np.repeat(before, line.times)
    filled = ((passed % 2 == 0) == first[seat]) & ~of.vacant[seat]
    # column 0: whoever sat at the beginning, since before it
    began = np.concatenate((-age[:, None], changes), axis=1)
    return filled, when - began.ravel().take(seat * began.shape[1] + passed)


def _changes(turns: Words, first: NDArray[np.bool_], tenure: Floats, vacancy: float, until: float) -> Floats:
    """When each seat changes from held to vacant or back (seats x changes), past ``until``. ``first``: held at 0."""
    shortest = float(tenure.min(initial=YEAR)) + vacancy
    visits = 2 * math.ceil(until / shortest + 3 * math.sqrt(until / shortest) + 2)
    changes = np.zeros((turns.size, 0))
    last = np.zeros(turns.size)
    left = np.arange(turns.size)
    while left.size:
        done = changes.shape[1]
        more = np.full((turns.size, visits), np.inf)
        lengths = -np.log1p(-numbers(turns[left], visits, done))
        odd = (np.arange(done, done + visits) % 2)[None, :] == 1
        lengths *= np.where(odd ^ first[left, None], tenure[left, None], vacancy)
        more[left] = last[left, None] + np.cumsum(lengths, axis=1)
        changes = np.concatenate((changes, more), axis=1)
        last = changes[:, -1]
        left = np.flatnonzero(last <= until)
        visits = 4
    return changes


__all__ = ["Present", "Seats", "elections", "present", "seats"]

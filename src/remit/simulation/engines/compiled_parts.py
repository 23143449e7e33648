"""What the event loop is made of where numba compiles it: arrays of numpy, words of 64 bits, a heap in an array."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import numpy as np
from numba import njit

from remit.simulation.chance import FIRST, GOLDEN, SECOND, UNIT

_GOLDEN = np.uint64(GOLDEN)
_FIRST = np.uint64(FIRST)
_SECOND = np.uint64(SECOND)
_30, _27, _31, _11 = np.uint64(30), np.uint64(27), np.uint64(31), np.uint64(11)

Function = TypeVar("Function", bound=Callable[..., Any])


def compiled(function: Function) -> Function:
    """The function compiled, and kept on disk for the next time (where there is a folder to keep it in).

    Whoever changes this file or the tables must touch ``loop.py`` too: numba asks only whether the file of a function
    has changed, not those that it uses.

    Errors as numpy has them: no division is checked for zero (the loop has none that could be). Without the run time
    that counts references: nothing is allocated here, and counting takes half the time.
    """
    options = {"error_model": "numpy", "forceinline": True, "_nrt": False}
    try:
        made: Function = njit(cache=True, **options)(function)  # type: ignore[call-overload]
    except RuntimeError:  # no folder can be written to
        made = njit(**options)(function)  # type: ignore[call-overload]
    return made


number = np.int64
"""A constant: numba compiles a function anew for each plain number that it is called with, for these it does not."""


@compiled
def word(number: Any) -> Any:
    """A whole number as a word of 64 bits."""
    return np.uint64(number)


@compiled
def mix(state: Any, other: Any) -> Any:
    """As :func:`remit.simulation.chance.mix`; words of 64 bits wrap by themselves."""
    z = (state ^ (other + _GOLDEN)) * _GOLDEN + _GOLDEN
    z = (z ^ (z >> _30)) * _FIRST
    z = (z ^ (z >> _27)) * _SECOND
    return z ^ (z >> _31)


@compiled
def unit(z: Any) -> Any:
    """A word as a number in [0, 1)."""
    return np.float64(z >> _11) * UNIT


@compiled
def write(s: Any, time: Any, uid: Any, child: Any, number: Any, row: Any, what: Any, other: Any, origin: Any) -> None:
    """Write a record."""
    record = s.records[s.count[0].records]
    s.count[0].records += 1
    record.time = time
    record.uid = uid
    record.child = child
    record.number = number
    record.row = row
    record.what = what
    record.other = other
    record.origin = origin


@compiled
def _before(time: Any, uid: Any, order: Any, other: Any) -> Any:
    if time != other.time:
        return time < other.time
    if uid != other.uid:
        return uid < other.uid
    return order < other.order


@compiled
def push(s: Any, time: Any, uid: Any, order: Any, slot: Any, life: Any) -> None:
    """Put an end of time into the heap."""
    at = s.count[0].heap
    s.count[0].heap = at + 1
    while at > 0:
        up = (at - 1) >> 1
        if not _before(time, uid, order, s.heap[up]):
            break
        s.heap[at] = s.heap[up]
        at = up
    entry = s.heap[at]
    entry.time = time
    entry.uid = uid
    entry.order = order
    entry.slot = slot
    entry.life = life


@compiled
def pop(s: Any) -> None:
    """Take the first entry out of the heap: the hole goes down to a leaf, the last entry up from there. (That takes
    about half of the comparisons, since the last entry nearly always belongs near a leaf; Wegener 1993.)
    """
    last = s.count[0].heap - 1
    s.count[0].heap = last
    at, down = 0, 1
    while down < last:
        if down + 1 < last:
            right = s.heap[down + 1]
            if _before(right.time, right.uid, right.order, s.heap[down]):
                down += 1
        s.heap[at] = s.heap[down]
        at, down = down, 2 * down + 1
    moved = s.heap[last]
    while at > 0:
        up = (at - 1) >> 1
        if not _before(moved.time, moved.uid, moved.order, s.heap[up]):
            break
        s.heap[at] = s.heap[up]
        at = up
    s.heap[at] = moved


@compiled
def top(s: Any) -> Any:
    """The first entry."""
    return s.heap[0]


FEW = 24
"""So many records of an instant are put in order by insertion; more are dealt out by their uid first."""


@compiled
def settle(s: Any, count: Any, told: Any, at: Any, order: Any, dealt: Any) -> None:
    """Tell the first records, as columns from place ``at`` on, in the order of (uid, child, number) in each instant.

    Records are not moved, only their numbers (``order``). Uids are words in which every bit is as good as drawn, so
    that dealing them out by their first bits leaves a few records to a place; no two keys are equal.
    """
    start = 0
    while start < count:
        time = s.records[start].time
        end = start + 1
        mixed = False
        least = most = s.records[start].uid
        while end < count and s.records[end].time == time:
            mixed |= _later(s.records[end - 1], s.records[end])
            least = min(least, s.records[end].uid)
            most = max(most, s.records[end].uid)
            end += 1
        if not mixed:
            for here in range(start, end):
                _tell(s.records[here], told, at + here)
        else:
            if end - start <= FEW:
                for here in range(end - start):
                    order[here] = start + here
                _sort(s, order, 0, end - start)
            else:
                _deal(s, start, end, least, most, order, dealt)
            for here in range(end - start):
                _tell(s.records[order[here]], told, at + start + here)
        start = end


@compiled
def _tell(record: Any, told: Any, at: Any) -> None:
    told.time[at] = record.time
    told.uid[at] = record.uid
    told.child[at] = record.child
    told.number[at] = record.number
    told.row[at] = record.row
    told.what[at] = record.what
    told.other[at] = record.other
    told.origin[at] = record.origin


@compiled
def _deal(s: Any, start: Any, end: Any, least: Any, most: Any, order: Any, dealt: Any) -> None:
    """The records of a large instant in order: dealt out by the first bits of their uid, each place then sorted."""
    shift = word(0)
    while (most - least) >> shift >= word(end - start):
        shift += word(1)
    places = np.int64((most - least) >> shift) + 1
    for place in range(places + 1):
        dealt[place] = 0
    for here in range(start, end):
        dealt[np.int64((s.records[here].uid - least) >> shift) + 1] += 1
    for place in range(places):
        dealt[place + 1] += dealt[place]
    for here in range(start, end):
        its = np.int64((s.records[here].uid - least) >> shift)
        order[dealt[its]] = here
        dealt[its] += 1
    begin = 0
    for place in range(places):
        _sort(s, order, begin, dealt[place])
        begin = dealt[place]


@compiled
def _sort(s: Any, order: Any, begin: Any, end: Any) -> None:
    """By insertion where there are few, else by Shell's sort."""
    gap = 1 if end - begin <= FEW else (end - begin) * 5 // 11
    while gap > 0:
        for here in range(begin + gap, end):
            moved = order[here]
            at = here
            while at >= begin + gap and _later(s.records[order[at - gap]], s.records[moved]):
                order[at] = order[at - gap]
                at -= gap
            order[at] = moved
        gap = 1 if gap == 2 else gap * 5 // 11


@compiled
def _later(one: Any, other: Any) -> Any:
    """Whether a record stands after another of the same instant."""
    if one.uid != other.uid:
        return one.uid > other.uid
    if one.child != other.child:
        return one.child > other.child
    return one.number > other.number

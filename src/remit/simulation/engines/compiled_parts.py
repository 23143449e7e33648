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
    """Take the first entry out of the heap."""
    last = s.count[0].heap - 1
    s.count[0].heap = last
    moved = s.heap[last]
    time, uid, order = moved.time, moved.uid, moved.order
    at, down = 0, 1
    while down < last:
        if down + 1 < last:
            right = s.heap[down + 1]
            if _before(right.time, right.uid, right.order, s.heap[down]):
                down += 1
        if _before(time, uid, order, s.heap[down]):
            break
        s.heap[at] = s.heap[down]
        at, down = down, 2 * down + 1
    s.heap[at] = moved


@compiled
def top(s: Any) -> Any:
    """The first entry."""
    return s.heap[0]


@compiled
def settle(s: Any, count: Any) -> None:
    """Bring the first records into the order of (uid, child, number) within each instant.

    By insertion where an instant is short, else by Shell's sort; no two keys are equal.
    """
    start = 0
    while start < count:
        end = start + 1
        mixed = False
        while end < count and s.records[end].time == s.records[start].time:
            last = s.records[end - 1]
            mixed |= not _later(s.records[end], last.uid, last.child, last.number)
            end += 1
        if mixed:
            gap = 1 if end - start < 50 else (end - start) * 5 // 11
            while gap > 0:
                for here in range(start + gap, end):
                    _insert(s, start, here, gap)
                gap = 1 if gap == 2 else gap * 5 // 11
        start = end


@compiled
def _insert(s: Any, start: Any, here: Any, gap: Any) -> None:
    moved = s.records[here]
    uid, child, number = moved.uid, moved.child, moved.number
    if not _later(s.records[here - gap], uid, child, number):
        return
    origin, other, row, what = moved.origin, moved.other, moved.row, moved.what
    at = here
    while at >= start + gap and _later(s.records[at - gap], uid, child, number):
        s.records[at] = s.records[at - gap]
        at -= gap
    record = s.records[at]
    record.uid = uid
    record.child = child
    record.number = number
    record.origin = origin
    record.other = other
    record.row = row
    record.what = what


@compiled
def _later(record: Any, uid: Any, child: Any, number: Any) -> Any:
    if record.uid != uid:
        return record.uid > uid
    if record.child != child:
        return record.child > child
    return record.number > number

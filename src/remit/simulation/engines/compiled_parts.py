"""What the event loop is made of where numba compiles it: arrays of numpy, words of 64 bits, a heap in an array."""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

from remit.simulation.chance import FIRST, GOLDEN, SECOND, UNIT

_GOLDEN = np.uint64(GOLDEN)
_FIRST = np.uint64(FIRST)
_SECOND = np.uint64(SECOND)
_30, _27, _31, _11 = np.uint64(30), np.uint64(27), np.uint64(31), np.uint64(11)

compiled = njit(cache=True, error_model="numpy")
"""Errors as numpy has them: no division is checked for zero (the loop has none that could be)."""


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
def _before(one: Any, other: Any) -> Any:
    if one.time != other.time:
        return one.time < other.time
    if one.uid != other.uid:
        return one.uid < other.uid
    return one.order < other.order


@compiled
def _swap(one: Any, other: Any) -> None:
    one.time, other.time = other.time, one.time
    one.uid, other.uid = other.uid, one.uid
    one.order, other.order = other.order, one.order
    one.slot, other.slot = other.slot, one.slot
    one.life, other.life = other.life, one.life


@compiled
def push(s: Any, time: Any, uid: Any, order: Any, slot: Any, life: Any) -> None:
    """Put an end of time into the heap."""
    at = s.count[0].heap
    s.count[0].heap = at + 1
    entry = s.heap[at]
    entry.time = time
    entry.uid = uid
    entry.order = order
    entry.slot = slot
    entry.life = life
    while at > 0:
        up = (at - 1) >> 1
        if not _before(s.heap[at], s.heap[up]):
            break
        _swap(s.heap[at], s.heap[up])
        at = up


@compiled
def pop(s: Any) -> None:
    """Take the first entry out of the heap."""
    last = s.count[0].heap - 1
    s.count[0].heap = last
    _swap(s.heap[0], s.heap[last])
    at, down = 0, 1
    while down < last:
        if down + 1 < last and _before(s.heap[down + 1], s.heap[down]):
            down += 1
        if not _before(s.heap[down], s.heap[at]):
            break
        _swap(s.heap[down], s.heap[at])
        at, down = down, 2 * down + 1


@compiled
def top(s: Any) -> Any:
    """The first entry."""
    return s.heap[0]

"""What the event loop is made of where numba compiles it: arrays of numpy, words of 64 bits, a heap in arrays."""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

from remit.simulation.chance import FIRST, GOLDEN, SECOND, UNIT
from remit.simulation.engines.tables import E_LIFE, E_ORDER, E_SLOT, ENTRY, HEAP

_GOLDEN = np.uint64(GOLDEN)
_FIRST = np.uint64(FIRST)
_SECOND = np.uint64(SECOND)
_30, _27, _31, _11 = np.uint64(30), np.uint64(27), np.uint64(31), np.uint64(11)

compiled = njit(cache=True, error_model="numpy")
"""Errors as numpy has them: no division is checked for zero (the loop has none that could be)."""


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
def longer(array: Any) -> Any:
    """The array with as much room again."""
    more = np.empty(2 * len(array), array.dtype)
    more[: len(array)] = array
    return more


@compiled
def before(time: Any, uid: Any, order: Any, heap_time: Any, heap_uid: Any, heap: Any, at: Any) -> Any:
    """Whether an entry goes before the one that stands in the heap at a place."""
    if time != heap_time[at]:
        return time < heap_time[at]
    if uid != heap_uid[at]:
        return uid < heap_uid[at]
    return order < heap[at * ENTRY + E_ORDER]


@compiled
def push(s: Any, time: Any, uid: Any, order: Any, slot: Any, life: Any) -> None:
    """Put an end of time into the heap."""
    at = s.count[HEAP]
    s.count[HEAP] += 1
    while at > 0:
        up = (at - 1) >> 1
        if not before(time, uid, order, s.heap_time, s.heap_uid, s.heap, up):
            break
        _move(s, up, at)
        at = up
    _put(s, at, time, uid, order, slot, life)


@compiled
def pop(s: Any) -> None:
    """Take the first entry out of the heap."""
    s.count[HEAP] -= 1
    last = s.count[HEAP]
    if last == 0:
        return
    time, uid = s.heap_time[last], s.heap_uid[last]
    order = s.heap[last * ENTRY + E_ORDER]
    at, down = 0, 1
    while down < last:
        if down + 1 < last and before(
            s.heap_time[down + 1],
            s.heap_uid[down + 1],
            s.heap[(down + 1) * ENTRY + E_ORDER],
            s.heap_time,
            s.heap_uid,
            s.heap,
            down,
        ):
            down += 1
        if before(time, uid, order, s.heap_time, s.heap_uid, s.heap, down):
            break
        _move(s, down, at)
        at, down = down, 2 * down + 1
    _put(s, at, time, uid, order, s.heap[last * ENTRY + E_SLOT], s.heap[last * ENTRY + E_LIFE])


@compiled
def _move(s: Any, here: Any, there: Any) -> None:
    s.heap_time[there] = s.heap_time[here]
    s.heap_uid[there] = s.heap_uid[here]
    for column in range(ENTRY):
        s.heap[there * ENTRY + column] = s.heap[here * ENTRY + column]


@compiled
def _put(s: Any, at: Any, time: Any, uid: Any, order: Any, slot: Any, life: Any) -> None:
    s.heap_time[at] = time
    s.heap_uid[at] = uid
    s.heap[at * ENTRY + E_ORDER] = order
    s.heap[at * ENTRY + E_SLOT] = slot
    s.heap[at * ENTRY + E_LIFE] = life


@compiled
def top_time(s: Any) -> Any:
    """When the first entry is."""
    return s.heap_time[0]


@compiled
def top_uid(s: Any) -> Any:
    """Whose it is."""
    return s.heap_uid[0]


@compiled
def top(s: Any, column: Any) -> Any:
    """Another column of the first entry."""
    return s.heap[column]

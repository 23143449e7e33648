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
def write(s: Any, _now: Any, i: Any, row: Any, what: Any, other: Any, origin: Any) -> None:
    """Write a record of a token, at the end of its run of this instant."""
    count = s.count[0]
    token = s.tokens[i]
    at = count.records
    count.records = at + 1
    record = s.records[at]
    record.row = row
    record.what = what
    record.other = other
    record.origin = origin
    if token.instant == count.instant:
        run = s.runs[token.run]
        s.records[run.last].next = at
        run.last = at
    else:
        token.instant = count.instant
        token.run = count.runs
        new = s.runs[count.runs]
        new.uid = token.uid
        new.child = token.child
        new.number = token.written
        new.first = at
        new.last = at
        count.runs += 1
    token.written += 1


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
def _pop(s: Any) -> None:
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


FEW = 24
"""So many entries are looked at one after another; where there are more there are better ways."""


@compiled
def put_off(s: Any, time: Any, uid: Any, order: Any, slot: Any, life: Any) -> None:
    """An end of time that is put off for long and mostly void when it comes, as lapses are: it is set last in a queue,
    or near its end, as the order asks, and only where that is far ahead put into the heap, which so stays small.
    """
    count = s.count[0]
    end = count.lapses
    at = end
    while at > count.lapse and end - at < FEW and _before(time, uid, order, s.lapses[at - 1]):
        at -= 1
    if at > count.lapse and _before(time, uid, order, s.lapses[at - 1]):
        push(s, time, uid, order, slot, life)
        return
    for here in range(end, at, -1):
        s.lapses[here] = s.lapses[here - 1]
    entry = s.lapses[at]
    entry.time = time
    entry.uid = uid
    entry.order = order
    entry.slot = slot
    entry.life = life
    count.lapses = end + 1


@compiled
def due(s: Any) -> Any:
    """When the next end of time comes that still counts (inf: there is none); void ones are thrown away."""
    count = s.count[0]
    while count.heap > 0 and s.tokens[s.heap[0].slot].life != s.heap[0].life:
        _pop(s)
    while count.lapse < count.lapses and s.tokens[s.lapses[count.lapse].slot].life != s.lapses[count.lapse].life:
        count.lapse += 1
    count.lapses_next = 0
    if count.lapse < count.lapses:
        first = s.lapses[count.lapse]
        if count.heap == 0 or _before(first.time, first.uid, first.order, s.heap[0]):
            count.lapses_next = 1
            return first.time
    return s.heap[0].time if count.heap > 0 else np.inf


@compiled
def top(s: Any) -> Any:
    """The next end of time, after :func:`due`."""
    return s.lapses[s.count[0].lapse] if s.count[0].lapses_next else s.heap[0]


@compiled
def pop(s: Any) -> None:
    """Take the next end of time out, after :func:`due`."""
    if s.count[0].lapses_next:
        s.count[0].lapse += 1
    else:
        _pop(s)


@compiled
def left(s: Any, need: Any) -> Any:
    """For how many more entries there is room in the tables of this file."""
    count = s.count[0]
    if len(s.lapses) - count.lapses < 2 * need and count.lapse >= count.lapses - count.lapse:
        for here in range(count.lapse, count.lapses):  # those that are over make room
            s.lapses[here - count.lapse] = s.lapses[here]
        count.lapses -= count.lapse
        count.lapse = 0
    told = len(s.told.time) - count.written - count.records
    # a run has at least one record, and its table is as long
    return min(len(s.heap) - count.heap, len(s.lapses) - count.lapses, len(s.records) - count.records, told)


@compiled
def tell(s: Any) -> None:
    """The present instant is over: its records are told, as columns, in the order of (uid, child, number), and the
    table is empty again, so that it stays small and near the processor.

    Only the numbers of runs are put in order (``order``). Uids are words in which every bit is as good as drawn, so
    that dealing runs out by their first bits leaves a few to a place; no two keys are equal.
    """
    count = s.count[0]
    end = count.runs
    mixed = False
    for here in range(1, end):
        mixed |= _later(s.runs[here - 1], s.runs[here])
    if mixed:
        for here in range(end):
            s.order[here] = here
        if end <= FEW:
            _sort(s, 0, end)
        else:
            _deal(s, end)
    told = s.told
    at = count.written
    for here in range(end):
        run = s.runs[s.order[here] if mixed else here]
        which = run.first
        number = run.number
        more = True
        while more:
            record = s.records[which]
            told.time[at] = count.now
            told.uid[at] = run.uid
            told.child[at] = run.child
            told.number[at] = number
            told.row[at] = record.row
            told.what[at] = record.what
            told.other[at] = record.other
            told.origin[at] = record.origin
            at += 1
            number += 1
            more = which != run.last
            which = record.next
    count.written = at
    count.records = 0
    count.runs = 0
    count.instant += 1


@compiled
def _deal(s: Any, end: Any) -> None:
    """The runs of a large instant in order: dealt out by the first bits of their uid, each place then sorted."""
    least = most = s.runs[0].uid
    for here in range(1, end):
        least = min(least, s.runs[here].uid)
        most = max(most, s.runs[here].uid)
    shift = word(0)
    while (most - least) >> shift >= word(end):
        shift += word(1)
    places = np.int64((most - least) >> shift) + 1
    for place in range(places + 1):
        s.dealt[place] = 0
    for here in range(end):
        s.dealt[np.int64((s.runs[here].uid - least) >> shift) + 1] += 1
    for place in range(places):
        s.dealt[place + 1] += s.dealt[place]
    for here in range(end):
        its = np.int64((s.runs[here].uid - least) >> shift)
        s.order[s.dealt[its]] = here
        s.dealt[its] += 1
    begin = 0
    for place in range(places):
        _sort(s, begin, s.dealt[place])
        begin = s.dealt[place]


@compiled
def _sort(s: Any, begin: Any, end: Any) -> None:
    """By insertion where there are few, else by Shell's sort."""
    gap = 1 if end - begin <= FEW else (end - begin) * 5 // 11
    while gap > 0:
        for here in range(begin + gap, end):
            moved = s.order[here]
            at = here
            while at >= begin + gap and _later(s.runs[s.order[at - gap]], s.runs[moved]):
                s.order[at] = s.order[at - gap]
                at -= gap
            s.order[at] = moved
        gap = 1 if gap == 2 else gap * 5 // 11


@compiled
def _later(one: Any, other: Any) -> Any:
    """Whether a run stands after another of the same instant."""
    if one.uid != other.uid:
        return one.uid > other.uid
    return one.child > other.child

"""What the event loop is made of where numba is absent: lists, whole numbers, the heap of the standard library."""

from __future__ import annotations

from collections.abc import Callable
from heapq import heappop, heappush
from math import inf
from typing import Any, NamedTuple

import numpy as np

from remit.simulation.chance import UNIT, mix
from remit.simulation.engines.tables import State


def compiled(function: Callable[..., Any]) -> Callable[..., Any]:
    """The function as it is."""
    return function


number = int
"""A constant."""


def word(number: int) -> int:
    """Whole numbers are words already."""
    return number


def unit(z: int) -> float:
    """A word as a number in [0, 1)."""
    return (z >> 11) * UNIT


WRITTEN = np.dtype(
    [
        ("time", "f8"),
        ("uid", "u8"),
        ("child", "i4"),
        ("number", "i4"),
        ("row", "i4"),
        ("what", "i4"),
        ("other", "i4"),
        ("origin", "u8"),
    ]
)
"""A record in plain Python."""


def write(s: State, now: float, i: int, row: int, what: int, other: int, origin: int) -> None:
    """Write a record of a token, in the order of :data:`WRITTEN`."""
    token = s.tokens[i]
    s.count[0].records += 1
    s.records.append((now, token.uid, token.child, token.written, row, what, other, origin))
    token.written += 1


def tell(s: State) -> None:
    """Records stay where they are written; they are put in order at the end."""


class Entry(NamedTuple):
    """An entry of the heap; entries compare as tuples do."""

    time: float
    uid: int
    order: int
    slot: int
    life: int


def push(s: State, time: float, uid: int, order: int, slot: int, life: int) -> None:
    """Put an end of time into the heap."""
    heappush(s.heap, Entry(time, uid, order, slot, life))


put_off = push


def due(s: State) -> float:
    """When the next end of time comes that still counts (inf: there is none); void ones are thrown away."""
    heap, tokens = s.heap, s.tokens
    while heap and tokens[heap[0].slot].life != heap[0].life:
        heappop(heap)
    return heap[0].time if heap else inf


def pop(s: State) -> None:
    """Take the first entry out of the heap."""
    heappop(s.heap)


def left(_s: State, need: int) -> int:
    """Lists grow by themselves."""
    return need << 20


def top(s: State) -> Entry:
    """The first entry."""
    entry: Entry = s.heap[0]
    return entry


__all__ = [
    "WRITTEN",
    "compiled",
    "due",
    "left",
    "mix",
    "number",
    "pop",
    "push",
    "put_off",
    "tell",
    "top",
    "unit",
    "word",
    "write",
]

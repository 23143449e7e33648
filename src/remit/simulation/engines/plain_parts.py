"""What the event loop is made of where numba is absent: lists, whole numbers, the heap of the standard library."""

from __future__ import annotations

from collections.abc import Callable
from heapq import heappop, heappush
from typing import Any, NamedTuple

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


def write(
    s: State, time: float, uid: int, child: int, number: int, row: int, what: int, other: int, origin: int
) -> None:
    """Write a record, in the order of the columns of a record."""
    s.count[0].records += 1
    s.records.append((time, uid, origin, other, child, row, what, number))


class Entry(NamedTuple):
    """An entry of the heap; entries compare as tuples do."""

    time: float
    uid: int
    order: int
    slot: int
    life: int


def push(s: State, time: float, uid: int, order: int, slot: int, life: int) -> None:
    """Put an end of time into the heap."""
    s.count[0].heap += 1
    heappush(s.heap, Entry(time, uid, order, slot, life))


def pop(s: State) -> None:
    """Take the first entry out of the heap."""
    s.count[0].heap -= 1
    heappop(s.heap)


def top(s: State) -> Entry:
    """The first entry."""
    entry: Entry = s.heap[0]
    return entry


__all__ = ["compiled", "mix", "number", "pop", "push", "top", "unit", "word", "write"]

"""What the event loop is made of where numba is absent: lists, whole numbers, the heap of the standard library."""

from __future__ import annotations

from collections.abc import Callable
from heapq import heappop, heappush
from typing import Any

from remit.simulation.chance import UNIT, mix
from remit.simulation.engines.tables import HEAP, State


def compiled(function: Callable[..., Any]) -> Callable[..., Any]:
    """The function as it is."""
    return function


def word(number: int) -> int:
    """Whole numbers are words already."""
    return number


def unit(z: int) -> float:
    """A word as a number in [0, 1)."""
    return (z >> 11) * UNIT


def longer(array: list[Any]) -> list[Any]:
    """The list with as much room again."""
    return array + array


def push(s: State, time: float, uid: int, order: int, slot: int, life: int) -> None:
    """Put an end of time into the heap."""
    s.count[HEAP] += 1
    heappush(s.heap, (time, uid, order, slot, life))


def pop(s: State) -> None:
    """Take the first entry out of the heap."""
    s.count[HEAP] -= 1
    heappop(s.heap)


def top_time(s: State) -> float:
    """When the first entry is."""
    time: float = s.heap[0][0]
    return time


def top_uid(s: State) -> int:
    """Whose it is."""
    uid: int = s.heap[0][1]
    return uid


def top(s: State, column: int) -> int:
    """Another column of the first entry."""
    found: int = s.heap[0][2 + column]
    return found


__all__ = ["compiled", "longer", "mix", "pop", "push", "top", "top_time", "top_uid", "unit", "word"]

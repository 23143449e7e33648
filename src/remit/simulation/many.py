"""The numbers of :mod:`remit.simulation.chance` for many at once: the same words, as arrays."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from remit.simulation.chance import FIRST, GOLDEN, SECOND, UNIT

Words = NDArray[np.uint64]
Floats = NDArray[np.float64]

_GOLDEN, _FIRST, _SECOND = np.uint64(GOLDEN), np.uint64(FIRST), np.uint64(SECOND)
_S30, _S27, _S31, _S11 = (np.uint64(number) for number in (30, 27, 31, 11))


def mix(state: Words | np.uint64, word: Words | np.uint64) -> Words:
    """:func:`remit.simulation.chance.mix` of arrays (numpy's rules of shapes)."""
    with np.errstate(over="ignore"):  # words of 64 bits wrap round
        z = np.bitwise_xor(state, word + _GOLDEN) * _GOLDEN + _GOLDEN
        z = (z ^ (z >> _S30)) * _FIRST
        z = (z ^ (z >> _S27)) * _SECOND
        return z ^ (z >> _S31)


def unit(word: Words) -> Floats:
    """Numbers in [0, 1) of words."""
    return (word >> _S11).astype(np.float64) * UNIT


def words(key: int, salts: Words) -> Words:
    """The words from which the numbers of some salts follow: ``unit(mix(word, n))`` is ``u(key, 0, salt, n)``."""
    return mix(mix(np.array([key], dtype=np.uint64), np.zeros(1, dtype=np.uint64)), salts)


def numbers(of: Words, visits: int, first: int = 0) -> Floats:
    """``u`` for ``visits`` visits from ``first`` on: one row for each word."""
    return unit(mix(of[:, None], np.arange(first, first + visits, dtype=np.uint64)[None, :]))


__all__ = ["Floats", "Words", "mix", "numbers", "unit", "words"]

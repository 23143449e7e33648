"""Numbers drawn by what they are drawn for, not by when: the same in every engine, structure and process.

A counter-based generator (Salmon et al. 2011, *Parallel random numbers: as easy as 1, 2, 3*): the words that say
what a number is for are mixed by the finaliser of splitmix64 (Steele, Lea and Flood 2014), whose output passes
BigCrush. Pure Python integers and numpy give the same; the compiled engine holds the same three lines.
"""

from __future__ import annotations

import hashlib

MASK = 0xFFFFFFFFFFFFFFFF
GOLDEN = 0x9E3779B97F4A7C15
FIRST = 0xBF58476D1CE4E5B9
SECOND = 0x94D049BB133111EB
UNIT = 2.0**-53


def mix(state: int, word: int) -> int:
    """A word of 64 bits that depends on every bit of both words, and on their order."""
    z = (state ^ ((word + GOLDEN) & MASK)) * GOLDEN & MASK
    z = (z + GOLDEN) & MASK
    z = ((z ^ (z >> 30)) * FIRST) & MASK
    z = ((z ^ (z >> 27)) * SECOND) & MASK
    return z ^ (z >> 31)


def salt(label: str) -> int:
    """The word that a label stands for, the same on every machine."""
    return int.from_bytes(hashlib.blake2b(label.encode(), digest_size=8).digest(), "little")


def key(seed: int, replication: int) -> int:
    """The word for a replication of a seed."""
    return mix(mix(salt("remit"), seed & MASK), replication)


def u(state: int, uid: int, row: int, visit: int) -> float:
    """A number in [0, 1) for a visit of a matter to a row with that salt."""
    return (mix(mix(mix(state, uid), row), visit) >> 11) * UNIT


def moved(drawn: float, by: float) -> float:
    """A number in [0, 1) moved on by less than 1, from 1 back to 0."""
    on = float(drawn + by)
    return on - 1.0 if on >= 1.0 else on


__all__ = ["FIRST", "GOLDEN", "MASK", "SECOND", "UNIT", "key", "mix", "moved", "salt", "u"]

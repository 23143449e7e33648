"""Intervals over replications.

A replication is one observation: within it matters share queues and are not independent, between replications they
are. So a measure is computed in each replication, and the interval is Student's t on those values (Law 2015,
*Simulation Modeling and Analysis*, section 9.4.1, "replication/deletion").

Where facts that nobody tells decide, the values stand in clusters, one of them perhaps rare, and a t interval is too
short on the side where more of it may be. So it is widened to the score interval of a share (Wilson 1927), taken on the
range of the values seen and with the dispersion that they have (a quasi-binomial variance, McCullagh and Nelder 1989,
section 4.5): for values that are either of two it is the interval of the share of the one; for many values spread out
it is as good as Student's. What no replication showed is bounded by the rule of three (:func:`unseen`).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import ArrayLike, NDArray

LEVEL = 0.95
"""The confidence of every interval that is told."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean over replications and its interval.

    ``n``: in how many replications it could be computed at all. With none ``mean`` is NaN; with one, or none, the
    interval is from minus to plus infinity, because one replication says nothing of how much they differ.
    """

    mean: float
    low: float
    high: float
    n: int

    @property
    def half(self) -> float:
        """Half the width of the interval."""
        return (self.high - self.low) / 2

    def to_dict(self) -> dict[str, float | int | None]:
        """The public form; what is not a finite number is ``null``. Six significant digits."""
        return {
            "mean": _finite(self.mean),
            "low": _finite(self.low),
            "high": _finite(self.high),
            "replications": self.n,
        }


def _finite(value: float) -> float | None:
    # + 0.0: a minus zero would show as "-0.0"
    return float(f"{value:.6g}") + 0.0 if math.isfinite(value) else None


def unseen(replications: int, level: float = LEVEL) -> float:
    """The greatest chance, at a level, of what was seen in none of so many replications: Clopper and Pearson 1934, the
    exact form of the rule of three.
    """
    return 1.0 - ((1 - level) / 2) ** (1 / replications) if replications else 1.0


def estimate(values: ArrayLike, level: float = LEVEL) -> Estimate:
    """The mean of the replications' values and its interval; those that are NaN are left out."""
    found = np.asarray(values, dtype=float)
    found = found[np.isfinite(found)]
    if not found.size:
        return Estimate(math.nan, -math.inf, math.inf, 0)
    low, high = float(found.min()), float(found.max())
    # equal values have no spread; rounding of the mean must not make one
    mean, square = (float(found.mean()), float(found.var(ddof=1))) if found.size > 1 and low < high else (low, 0.0)
    return _interval(mean, square, low, high, int(found.size), level)


def _interval(mean: float, square: float, least: float, most: float, n: int, level: float) -> Estimate:
    """The interval of a mean: ``square`` the variance of the ``n`` values between ``least`` and ``most``."""
    if n == 1:
        return Estimate(mean, -math.inf, math.inf, 1)
    span = most - least
    if not span > 0 or not square > 0:
        return Estimate(mean, mean, mean, n)
    times = student(0.5 + level / 2, n - 1)
    half = times * math.sqrt(square / n)
    # Wilson: (m - x)^2 = k x (1 - x), the variance of a share as many times greater or smaller as it was found
    share = min(max((mean - least) / span, 0.0), 1.0)
    of_share = share * (1 - share) * span * span
    if not of_share > 0:
        return Estimate(mean, mean - half, mean + half, n)
    k = times * times * square / of_share / n
    middle, apart = (2 * share + k) / (2 + 2 * k), math.sqrt(k * k + 4 * k * share * (1 - share)) / (2 + 2 * k)
    low, high = least + span * (middle - apart), least + span * (middle + apart)
    return Estimate(mean, min(mean - half, low), max(mean + half, high), n)


class Moments:
    """Running means and squared deviations of vectors of one shape (Welford 1962): memory does not grow.

    What is NaN in a replication is left out of its element. Added in the order of the replications, so that the same
    replications give the same bits.
    """

    __slots__ = ("_least", "_mean", "_most", "_n", "_square")

    def __init__(self) -> None:
        self._n: NDArray[np.int64] | None = None
        self._mean: NDArray[np.float64]
        self._square: NDArray[np.float64]
        self._least: NDArray[np.float64]
        self._most: NDArray[np.float64]

    def add(self, values: ArrayLike) -> None:
        """Take in one replication's vector."""
        found = np.asarray(values, dtype=float)
        if self._n is None:
            self._n = np.zeros(found.shape, dtype=np.int64)
            self._mean, self._square = np.zeros(found.shape), np.zeros(found.shape)
            self._least, self._most = np.full(found.shape, np.inf), np.full(found.shape, -np.inf)
        there = np.isfinite(found)
        self._n += there
        self._least = np.fmin(self._least, np.where(there, found, np.inf))
        self._most = np.fmax(self._most, np.where(there, found, -np.inf))
        off = np.where(there, found - self._mean, 0.0)
        self._mean += off / np.maximum(self._n, 1)
        self._square += np.where(there, off * (found - self._mean), 0.0)

    @property
    def mean(self) -> NDArray[np.float64]:
        """The means; NaN where no replication told."""
        assert self._n is not None, "nothing was added"
        return np.where(self._n > 0, self._mean, np.nan)

    def half(self, level: float = LEVEL) -> NDArray[np.float64]:
        """Half the widths of Student's intervals; infinite where fewer than two replications told."""
        assert self._n is not None, "nothing was added"
        widths = np.full(self._mean.shape, np.inf)
        for n in np.unique(self._n[self._n > 1]).tolist():
            at = self._n == n
            widths[at] = student(0.5 + level / 2, n - 1) * np.sqrt(self._square[at] / (n - 1) / n)
        return widths

    def at(self, place: int | tuple[int, ...]) -> Estimate:
        """One element as an estimate."""
        assert self._n is not None, "nothing was added"
        mean, n = float(self.mean[place]), int(self._n[place])
        if not n:
            return Estimate(math.nan, -math.inf, math.inf, 0)
        square = float(self._square[place]) / (n - 1) if n > 1 else 0.0
        return _interval(mean, square, float(self._least[place]), float(self._most[place]), n, LEVEL)


@cache
def student(p: float, degrees: int) -> float:
    """The quantile ``p`` (0.5 to 1) of Student's t distribution, to about twelve digits.

    By bisection of the distribution function, which is an incomplete beta function (Abramowitz and Stegun 26.7.1,
    26.5.8). Raises ValueError for a probability outside [0.5, 1) or no degree of freedom.
    """
    if not 0.5 <= p < 1 or degrees < 1:
        raise ValueError("a probability in [0.5, 1) and at least one degree of freedom are needed")
    low, high = 0.0, 1.0
    while _student_cdf(high, degrees) < p:
        high *= 2
    for _ in range(200):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        if _student_cdf(middle, degrees) < p:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _student_cdf(t: float, degrees: int) -> float:
    return 1 - _beta(degrees / (degrees + t * t), degrees / 2, 0.5) / 2


def _beta(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function, by its continued fraction where that converges fast."""
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(x, a, b) / a
    return 1 - front * _fraction(1 - x, b, a) / b


def _fraction(x: float, a: float, b: float) -> float:
    """Lentz's evaluation of the continued fraction of the incomplete beta function."""
    tiny = 1e-300
    c, d = 1.0, 1 / (1 - (a + b) * x / (a + 1) or tiny)
    found = d
    for m in range(1, 500):
        for step in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1 / (1 + step * d or tiny)
            c = 1 + step / c or tiny
            found *= c * d
        if abs(c * d - 1) < 1e-15:
            break
    return found


__all__ = ["LEVEL", "Estimate", "Moments", "estimate", "student", "unseen"]

"""Estimates from independent replications, with their intervals."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Z99, Z95 = 2.5758293035489004, 1.959963984540054
"""Quantiles 0.995 and 0.975 of the normal distribution."""


class Estimate(NamedTuple):
    """A value and half the width of its interval."""

    value: float
    half_width: float


def student(z: float, degrees: int) -> float:
    """The quantile of Student's distribution where the normal one has ``z``: the expansion of Fisher and Cornish,
    right to 1e-3 from 10 degrees of freedom.
    """
    v = degrees
    return (
        z
        + (z**3 + z) / (4 * v)
        + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * v**2)
        + (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * v**3)
    )


def estimate(values: NDArray[np.float64], controls: NDArray[np.float64] | None = None, z: float = Z99) -> Estimate:
    """The mean of one value per replication, and half the width of its interval.

    ``controls``: one row per replication of quantities whose means are known to be 0 (control variates; Lavenberg and
    Welch 1981): what they explain of the differences between replications is taken away. They know nothing of how a
    queue is served, so a wrong engine stays wrong.
    """
    count = len(values)
    columns = np.ones((count, 1)) if controls is None else np.column_stack((np.ones(count), controls))
    degrees = count - columns.shape[1]
    inverse = np.linalg.pinv(columns.T @ columns)
    found = inverse @ columns.T @ values
    left = values - columns @ found
    variance = float(left @ left) / degrees
    return Estimate(float(found[0]), student(z, degrees) * math.sqrt(variance * float(inverse[0, 0])))


__all__ = ["Z95", "Z99", "Estimate", "estimate", "student"]

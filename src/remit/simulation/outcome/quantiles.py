"""Median and ninetieth percentile of the times of all matters that arrive in all replications, with their intervals.

Few matters may arrive in a replication, and the quantile of a few is far from that of all: the ninetieth percentile of
one matter's time is that time, on average the mean. So the matters of all replications are put together, and the
interval is that of a quantile from clusters (Woodruff 1952, *Confidence intervals for medians and other position
measures*): the share of times up to the quantile varies between replications, and the interval of that share is carried
over to days.
"""

from __future__ import annotations

import math
from base64 import b64decode, b64encode
from collections.abc import Sequence
from zlib import compress, decompress

import numpy as np
from numpy.typing import NDArray

from remit.simulation.outcome.intervals import LEVEL, student

Array = NDArray[np.float64]
Whole = NDArray[np.int32]

QUANTILES = {"median": 0.5, "p90": 0.9}
"""The measures that are quantiles of the times of those that arrive."""


HUNDREDTHS = 100.0


def packed(times: Array) -> Whole:
    """Numbers of a kind and days (matters x 2, days to a hundredth) in as little room as they need: what is kept of
    each replication is 8 bytes for each matter that arrived.
    """
    return np.rint(times * (1.0, HUNDREDTHS)).astype(np.int32)


def days(hundredths: Whole) -> Array:
    """Days from what :func:`packed` keeps of them."""
    return hundredths / HUNDREDTHS


def written(times: Array) -> str:
    """Days (to a hundredth) as a short text: in order, each as what it is more than the one before, packed."""
    ordered = np.sort(np.rint(times * HUNDREDTHS).astype("<i4"))
    return b64encode(compress(np.diff(ordered, prepend=np.int32(0)).astype("<i4").tobytes(), 6)).decode("ascii")


def read(text: str) -> Array:
    """The days that :func:`written` wrote, in order."""
    return days(np.cumsum(np.frombuffer(decompress(b64decode(text)), dtype="<i4"), dtype=np.int32))


def pooled(times: Sequence[Array], share: float) -> Array:
    """A value for each replication whose mean is the quantile of all ``times`` (days; one array per replication) and
    whose Student interval is its interval; they can be subtracted from those of another structure, replication by
    replication.

    What a replication adds is its deviation in the share of times up to the quantile; one in which none arrived adds
    none. NaN for all where fewer than 1 / (1 - ``share``) arrived, which do not reach so far out. Where what differs
    between the replications does not show how sure the quantile is, the first one that tells has it and the others are
    NaN.
    """
    number = np.array([one.size for one in times], dtype=float)
    total, told = int(number.sum()), int(np.count_nonzero(number))
    values = np.full(len(times), np.nan)
    if total * (1 - share) < 1 - 1e-9:
        return values
    ordered = np.sort(np.concatenate(times))
    middle = _at(ordered, share)
    below = np.array([np.count_nonzero(one <= middle) for one in times], dtype=float)
    rest = below - below.sum() / total * number
    if told > 1 and ordered[0] == ordered[-1]:
        return np.full(len(times), middle)
    spread = float(rest.std(ddof=1)) * math.sqrt(len(times)) if told > 1 else 0.0  # of the sum
    if spread <= 1e-9:
        values[np.argmax(number > 0)] = middle
        return values
    sure = student(0.5 + LEVEL / 2, told - 1) * spread
    low, high = _at(ordered, share - sure / total), _at(ordered, share + sure / total)
    if share + sure / total > 1:  # further out than any time that was seen
        high = max(high, 2 * middle - low)
    # so wide that the interval of all the values is from half of low to high on either side
    wide: Array = (high - low) / 2 * len(times) / (student(0.5 + LEVEL / 2, len(times) - 1) * spread) * rest
    return middle - wide


def _at(ordered: Array, share: float) -> float:
    """The least time that at least such a share of all does not exceed."""
    place = math.ceil(share * ordered.size - 1e-9) - 1
    return float(ordered[min(max(place, 0), ordered.size - 1)])


__all__ = ["QUANTILES", "days", "packed", "pooled", "read", "written"]

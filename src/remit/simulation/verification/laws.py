"""Laws that hold of any run, read from its records."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from remit.simulation.plan import NOBODY, Records, What

BIRTHS = (What.RAISED, What.COPIED, What.AGAIN)
ENDS = (What.ARRIVED, What.DROPPED, What.GIVEN_UP)
STANDS = (What.CAME, What.BEGAN)
"""After one of these a matter is somewhere: in a queue, at a fork, in a time that passes."""


def vanished(records: Records) -> int:
    """How many matters break the law that what arose has arrived, been dropped, been given up or is inside, at every
    record: each has one birth, its first record, at most one end, its last record, and one without an end stands
    somewhere.
    """
    own = records.child == NOBODY
    uid, what = records.uid[own], records.what[own]
    order = np.argsort(uid, kind="stable")
    uid, what = uid[order], what[order]
    first = np.concatenate(([True], uid[1:] != uid[:-1])) if len(uid) else np.zeros(0, np.bool_)
    last = np.concatenate((first[1:], [True])) if len(uid) else first
    birth, end, stands = (np.isin(what, kinds) for kinds in (BIRTHS, ENDS, STANDS))
    broken = (birth != first) | (end & ~last) | (last & ~end & ~stands)
    orphans = np.setdiff1d(records.uid[~own], uid)
    return len(np.unique(uid[broken])) + len(orphans)


def inside(records: Records) -> NDArray[np.int64]:
    """How many matters are inside after each record."""
    own = records.child == NOBODY
    change = np.isin(records.what, BIRTHS).astype(np.int64) - np.isin(records.what, ENDS)
    return np.asarray(np.cumsum(change * own), np.int64)


def littles_law(records: Records, until: float) -> float:
    """The mean number inside over (matters a day x mean time inside), which is 1 in the long run (Little 1961). The
    number is integrated over time, the time inside is taken from each matter that has come to its end.
    """
    held = np.diff(np.append(records.time, until))
    number = float((inside(records) * held).sum()) / until
    own = records.child == NOBODY
    births = own & np.isin(records.what, BIRTHS)
    ends = own & np.isin(records.what, ENDS)
    order = np.argsort(records.uid[births])
    place = np.searchsorted(records.uid[births][order], records.uid[ends])
    time = float((records.time[ends] - records.time[births][order][place]).mean())
    return number / (float(births.sum()) / until * time)


__all__ = ["inside", "littles_law", "vanished"]

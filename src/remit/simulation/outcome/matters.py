"""From records to matters: when each began, where it stood at any time, how it ended, and whose offspring it is."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from remit.simulation.plan import NOBODY, Records, What

Index = NDArray[np.int64]
Times = NDArray[np.float64]
Flags = NDArray[np.bool_]

STARTS = (What.RAISED, What.COPIED, What.AGAIN)
ENDS = (What.DROPPED, What.GIVEN_UP, What.ARRIVED)


class Stays(NamedTuple):
    """The stays of tokens at rows that take time, one entry per visit."""

    row: Index
    came: Times
    began: Times
    """When the service began (SERVE); else when it left."""
    left: Times
    """The end of the run where it has not left."""
    matter: Index
    """Index of the matter that the token is, or belongs to."""
    is_child: Flags
    how: NDArray[np.int8]
    """What ended the stay; -1 where the run did."""


class Matters(NamedTuple):
    """The matters of a replication, in the order of their uid: one entry each."""

    klass: Index
    start: Times
    kind: NDArray[np.int8]
    """RAISED, COPIED or AGAIN."""
    parent: Index
    """The matter that it was copied from or that it is raised again after; itself for one that arose by itself."""
    root: Index
    """The first of its family: the matter that arose by itself."""
    chain: Flags
    """Whether no copy stands between it and its root: it is that matter, raised again or not."""
    end: Times
    """Infinite where it is still under way."""
    how: NDArray[np.int8]
    """ARRIVED, DROPPED, GIVEN_UP, or -1."""
    first: Index
    """Where its records begin in ``row``, ``time``."""
    number: Index
    """How many it has."""
    row: Index
    """The rows of the records of all matters (not of their children), matter by matter, in time."""
    time: Times
    what: NDArray[np.int8]
    source: Index
    """Which of all records its first one is."""


def matters(records: Records) -> Matters:
    """The matters of a replication; raises ValueError where the records contradict themselves."""
    mine = np.flatnonzero(records.child == NOBODY)
    order = mine[np.argsort(records.uid[mine], kind="stable")]
    uids = records.uid[order]
    begins = np.flatnonzero(np.concatenate(([True], uids[1:] != uids[:-1]))) if uids.size else np.zeros(0, np.int64)
    number = np.diff(np.append(begins, uids.size))
    what = records.what[order]
    kind = what[begins]
    if not np.isin(kind, STARTS).all():
        raise ValueError("a matter does not begin with RAISED, COPIED or AGAIN")
    last = begins + number - 1
    ended = np.isin(what[last], ENDS)
    names = uids[begins]
    origins = records.origin[order][begins]
    parent = np.arange(begins.size)
    born = kind != What.RAISED
    parent[born] = _places(names, origins[born])
    chain = kind != What.COPIED
    root = parent
    for _ in range(64):  # each pass doubles the generations that are followed
        chain = chain & chain[root]
        following = root[root]
        if np.array_equal(following, root):
            break
        root = following
    time = records.time[order]
    return Matters(
        records.other[order][begins],
        time[begins],
        kind,
        parent,
        root,
        chain,
        np.where(ended, time[last], np.inf),
        np.where(ended, what[last], -1).astype(np.int8),
        begins,
        number,
        records.row[order].astype(np.int64),
        time,
        what,
        order[begins],
    )


def _places(names: NDArray[np.uint64], wanted: NDArray[np.uint64]) -> Index:
    """Where uids stand among all matters."""
    found = np.searchsorted(names, wanted)
    if wanted.size and (not names.size or not np.array_equal(names[np.minimum(found, names.size - 1)], wanted)):
        raise ValueError("a matter stems from one that is not in the records")
    return found


def stays(records: Records, of: Matters, until: float) -> Stays:
    """The stays of all tokens, children too, at the rows that take time.

    A token is at one row at a time, so what ends a stay is its next record, the beginning of a service aside.
    """
    names = records.uid[records.child == NOBODY]
    names = np.unique(names)
    matter = _places(names, records.uid)
    # one number per token; a stable sort keeps the time order of the records within each
    token = matter * (int(records.child.max(initial=0)) + 2) + records.child + 1
    order = np.argsort(token, kind="stable")
    what, token = records.what[order], token[order]
    same_next = np.zeros(order.size, dtype=bool)
    same_next[:-1] = token[1:] == token[:-1]
    came = np.flatnonzero(what == What.CAME)
    after = np.minimum(came + 1, max(order.size - 1, 0))
    there = same_next[came]
    served = there & (what[after] == What.BEGAN)
    final = np.where(served, np.minimum(after + 1, max(order.size - 1, 0)), after)
    there = there & (~served | same_next[after])
    time = records.time[order]
    left = np.where(there, time[final], until)
    assert of.start.size == names.size
    return Stays(
        records.row[order][came].astype(np.int64),
        time[came],
        np.where(served, time[after], left),
        left,
        matter[order][came],
        records.child[order][came] != NOBODY,
        np.where(there, what[final], -1).astype(np.int8),
    )


__all__ = ["ENDS", "STARTS", "Matters", "Stays", "matters", "stays"]

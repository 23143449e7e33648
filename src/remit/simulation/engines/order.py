"""Records in their canonical order, whichever engine wrote them."""

from __future__ import annotations

from typing import Any

import numpy as np

from remit.simulation.plan import Records


def in_order(
    time: Any, uid: Any, origin: Any, other: Any, child: Any, row: Any, what: Any, waiting: Any, treated: Any
) -> Records:
    """Records in the canonical order, numbered, from those of an engine in the order in which each token's were
    written.
    """
    count = len(time)
    by_token = np.lexsort((child, uid))
    same = (uid[by_token][1:] == uid[by_token][:-1]) & (child[by_token][1:] == child[by_token][:-1])
    starts = np.flatnonzero(np.concatenate(([True], ~same))) if count else np.zeros(0, np.int64)
    lengths = np.diff(np.append(starts, count))
    number = np.empty(count, np.int32)
    number[by_token] = np.arange(count) - np.repeat(starts, lengths)
    order = np.lexsort((number, child, uid, time))
    return Records(
        time[order],
        uid[order],
        child[order].astype(np.int32),
        number[order],
        row[order].astype(np.int32),
        what[order].astype(np.int8),
        other[order].astype(np.int64),
        origin[order],
        np.asarray(waiting, np.int32),
        np.asarray(treated, np.int32),
    )

"""Records in their canonical order, whichever engine wrote them."""

from __future__ import annotations

from typing import Any

import numpy as np

from remit.simulation.plan import Records


def in_order(
    time: Any,
    uid: Any,
    origin: Any,
    other: Any,
    child: Any,
    row: Any,
    what: Any,
    number: Any,
    waiting: Any,
    treated: Any,
) -> Records:
    """Records sorted by (time, uid, child, number), from those of an engine in the order in which it wrote them.

    An engine writes in the order of time; only what happens at one instant can stand in another order.
    """
    same = time[1:] == time[:-1]
    apart = same & (
        (uid[1:] < uid[:-1])
        | (
            (uid[1:] == uid[:-1])
            & ((child[1:] < child[:-1]) | ((child[1:] == child[:-1]) & (number[1:] < number[:-1])))
        )
    )
    order: Any = slice(None)
    if apart.any():
        instant = np.concatenate(([0], np.cumsum(~same)))
        mixed = np.zeros(instant[-1] + 1, np.bool_)
        mixed[instant[1:][apart]] = True
        some = np.flatnonzero(mixed[instant])
        order = np.arange(len(time))
        order[some] = some[np.lexsort((number[some], child[some], uid[some], time[some]))]
    return Records(
        np.ascontiguousarray(time[order], np.float64),
        np.ascontiguousarray(uid[order], np.uint64),
        np.ascontiguousarray(child[order], np.int32),
        np.ascontiguousarray(number[order], np.int32),
        np.ascontiguousarray(row[order], np.int32),
        np.ascontiguousarray(what[order], np.int8),
        np.ascontiguousarray(other[order], np.int64),
        np.ascontiguousarray(origin[order], np.uint64),
        np.asarray(waiting, np.int32),
        np.asarray(treated, np.int32),
    )

"""What a sitting sends back, and what it would send back once too often and treats as it is."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from remit.simulation.plan import Plan, Records, What


def treated_after_all(plan: Plan, records: Records) -> NDArray[np.bool_]:
    """Which records tell RETURNED of a token that goes on to the next row all the same, because it was returned there
    as often as may be (``limit``): it is treated, and not sent back.
    """
    found = np.zeros(records.what.size, dtype=bool)
    rows = plan.rows
    back = np.flatnonzero(records.what == What.RETURNED)
    back = back[rows.other[records.row[back]] == records.row[back] + 1]
    uid, child, row = records.uid[back], records.child[back], records.row[back]
    order = np.lexsort((row, child, uid))  # stable: in time within one token at one row
    uid, child, row = uid[order], child[order], row[order]
    new = np.ones(order.size, dtype=bool)
    new[1:] = (uid[1:] != uid[:-1]) | (child[1:] != child[:-1]) | (row[1:] != row[:-1])
    first = np.maximum.accumulate(np.where(new, np.arange(order.size), 0))
    before = np.arange(order.size) - first
    found[back[order]] = before >= rows.limit[row]
    return found


__all__ = ["treated_after_all"]

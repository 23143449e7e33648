"""Records in their canonical order, whichever engine wrote them."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from remit.simulation.plan import Records

KINDS = {
    "time": np.float64,
    "uid": np.uint64,
    "child": np.int32,
    "number": np.int32,
    "row": np.int32,
    "what": np.int8,
    "other": np.int64,
    "origin": np.uint64,
}
"""The columns of records, and their types."""


def in_order(columns: dict[str, NDArray[Any]], waiting: Any, treated: Any) -> Records:
    """Records sorted by (time, uid, child, number), from the columns in which an engine wrote them (:data:`KINDS`)."""
    order = np.lexsort([columns[name] for name in ("number", "child", "uid", "time")])
    return records({name: column[order] for name, column in columns.items()}, waiting, treated)


def records(columns: dict[str, NDArray[Any]], waiting: Any, treated: Any) -> Records:
    """Records from columns that are in order."""
    return Records(**columns, waiting=np.asarray(waiting, np.int32), treated=np.asarray(treated, np.int32))

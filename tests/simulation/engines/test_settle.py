"""Records are told in their canonical order, however many an instant has and whatever its uids look like."""

import numpy as np
import pytest

pytest.importorskip("numba")

from remit.simulation.engines import tables
from remit.simulation.engines.compiled import _Columns, _Told
from remit.simulation.engines.order import KINDS


@pytest.mark.parametrize("span", [1, 3, 40, 2**33, 2**64 - 1])
@pytest.mark.parametrize("instants", [1, 7, 300])
def test_records_are_told_in_order_of_time_uid_child_and_number(span: int, instants: int) -> None:
    chance = np.random.default_rng(span % 1000 + instants)
    count = 2000
    records = tables.array(
        tables.RECORD,
        count,
        time=np.sort(chance.integers(0, instants, count)).astype(float),
        uid=chance.integers(0, span, count, dtype=np.uint64, endpoint=True),
        child=chance.integers(-1, 5, count),
        number=chance.permutation(count),
        row=np.arange(count),
    )
    told = _Told()
    told._room = _Columns.room(10)  # so that it has to grow
    none = np.zeros(1, np.int64)
    count_of = tables.array(tables.COUNT, 1, records=count)
    told.add(tables.State(none, none, none, none, records.copy(), none, count_of), to_the_last=True)
    order = np.lexsort([records[name] for name in ("number", "child", "uid", "time")])
    for name, column in told.columns.items():
        assert np.array_equal(column, records[name][order].astype(KINDS[name])), name

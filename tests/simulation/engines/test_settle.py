"""Records are told in their canonical order, however many an instant has and whatever its uids look like."""

import numpy as np
import pytest

from remit.simulation.engines import run
from remit.simulation.engines.by_hand import Programme, draws, fixed
from remit.simulation.plan import Draws, Plan, Records


def _all_at_once(span: int, count: int, principals: int) -> tuple[Plan, Draws]:
    """Matters that rise at one instant, whose children end together, some by their lapse, each with several records in
    that instant.
    """
    programme = Programme()
    programme.klass("a", "first")
    programme.wait("first", fixed(2))
    programme.chance("on", 1.0, "first")
    names = [f"principal {number}" for number in range(principals)]
    programme.fork("decide", {name: f"get:{name}" for name in reversed(names)}, lapse=50.0)
    programme.join("together", "decide", "first", least=1)
    programme.fork("carry out", {name: f"do:{name}" for name in names})
    programme.join("all done", "carry out", "first")
    programme.end("done")
    for name in names:
        programme.wait(f"get:{name}", fixed(60 if name == names[0] else 3))
        programme.answer(f"yes:{name}")
        programme.wait(f"do:{name}", fixed(4))
        programme.answer(f"done:{name}")
    plan = programme.plan()
    chance = np.random.default_rng(count + span % 1000)
    uids = {int(uid) for uid in chance.integers(0, span, count, dtype=np.uint64, endpoint=True)}
    return plan, draws(plan, (), [(1.0, "a", uid) for uid in uids])


def _in_order(records: Records) -> bool:
    order = np.lexsort((records.number, records.child, records.uid, records.time))
    return bool(np.array_equal(order, np.arange(len(order))))


@pytest.mark.parametrize("span", [1, 40, 2**33, 2**64 - 1])
@pytest.mark.parametrize("count", [1, 7, 300])
def test_records_are_told_in_order_of_time_uid_child_and_number(span: int, count: int) -> None:
    plan, drawn = _all_at_once(span, count, 5)
    told = run(plan, drawn, 1, 100.0)
    assert len(told.time) == len(drawn.arrivals.time) * (11 + 4 * 3 + 2 + 5 * 3)
    assert len(np.unique(told.time)) == 5
    assert _in_order(told)
    same = run(plan, drawn, 1, 100.0, "plain")
    assert all(np.array_equal(one, other) for one, other in zip(told, same, strict=True))

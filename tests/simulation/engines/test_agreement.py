"""Three engines, one story: the same records, bit for bit."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from tests.simulation.engines.random_plans import plan_at_random

from remit.simulation.chance import key
from remit.simulation.engines import Runaway, run
from remit.simulation.plan import Draws, Plan, Records, What

PLANS = 320
BLOCK = 20


def played(plan: Plan, draws: Draws, seed: int, until: float, engine: str) -> Records | str:
    """The records, or how it ran away."""
    try:
        return run(plan, draws, key(seed, 0), until, engine, at_once=500, cap=20_000)
    except Runaway as away:
        return str(away)


def assert_equal(one: Records | str, other: Records | str, name: str) -> None:
    """Every column, bit for bit."""
    assert isinstance(one, str) == isinstance(other, str), name
    if isinstance(one, str) or isinstance(other, str):
        assert one == other, name
        return
    for column, left, right in zip(Records._fields, one, other, strict=True):
        assert left.dtype == right.dtype, (name, column)
        assert np.array_equal(left, right), (name, column)


@pytest.mark.parametrize("block", range(PLANS // BLOCK))
def test_the_engines_tell_the_same_of_every_matter(block: int) -> None:
    met: Counter[int] = Counter()
    for seed in range(block * BLOCK, (block + 1) * BLOCK):
        plan, draws, until = plan_at_random(seed)
        fast = played(plan, draws, seed, until, "compiled")
        assert_equal(fast, played(plan, draws, seed, until, "reference"), f"SimPy, plan {seed}")
        assert_equal(fast, played(plan, draws, seed, until, "plain"), f"plain, plan {seed}")
        if isinstance(fast, Records):
            met.update(fast.what.tolist())
    assert {What.LEFT, What.RETURNED, What.ANSWERED, What.COPIED, What.ARRIVED} <= set(met)

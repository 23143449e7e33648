"""Laws that hold of every run."""

from __future__ import annotations

import numpy as np
import pytest
from tests.simulation.engines.random_plans import plan_at_random

from remit.simulation.chance import key
from remit.simulation.engines import Runaway, run
from remit.simulation.plan import NOBODY, Op, Records, What
from remit.simulation.verification.county import county, drawn
from remit.simulation.verification.laws import inside, littles_law, vanished


def _runs(seeds: range) -> list[tuple[int, Records]]:
    found = []
    for seed in seeds:
        plan, draws, until = plan_at_random(seed)
        try:
            found.append((seed, run(plan, draws, key(seed, 0), until, at_once=500, cap=20_000)))
        except Runaway:
            continue
    return found


def test_no_matter_vanishes_at_any_record_of_any_plan() -> None:
    runs = _runs(range(5000, 5300))
    assert len(runs) > 250
    for seed, records in runs:
        assert vanished(records) == 0, seed
        assert inside(records).min(initial=0) >= 0, seed


def test_a_record_taken_away_is_missed() -> None:
    records = next(records for _, records in _runs(range(5000, 5300)) if len(records.time) > 100)
    for what in (What.RAISED, What.ARRIVED):
        gone = np.flatnonzero((records.what == what) & (records.child == NOBODY))[0]
        kept = np.arange(len(records.time)) != gone
        less = Records(*(column[kept] for column in records[:8]), records.waiting, records.treated)
        assert vanished(less) == 1


def test_what_came_to_a_row_has_left_it_or_is_there() -> None:
    for seed, records in _runs(range(5300, 5400)):
        plan, _, _ = plan_at_random(seed)
        met = np.isin(plan.rows.op, (Op.MEET, Op.SERVE, Op.WAIT))[records.row]
        for row in np.unique(records.row[met]).tolist():
            here = records.row == row
            came = int((records.what[here] == What.CAME).sum())
            left = int(np.isin(records.what[here], (What.LEFT, What.RETURNED, What.ANSWERED)).sum())
            assert 0 <= came - left <= came, (seed, row)


def test_no_sitting_treats_more_than_its_places_or_leaves_one_empty_while_somebody_waits() -> None:
    for seed, records in _runs(range(5400, 5500)):
        _, draws, _ = plan_at_random(seed)
        held = draws.sittings.time <= (records.time.max(initial=-1))
        assert np.array_equal(records.treated[held], np.minimum(records.waiting, draws.sittings.places)[held]), seed


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_littles_law_holds_within_one_per_cent_over_a_long_time(seed: int) -> None:
    plan = county(4)
    draws, until = drawn(plan, 120, 3.0, seed)
    assert abs(littles_law(run(plan, draws, key(seed, 0), until), until) - 1) <= 0.01

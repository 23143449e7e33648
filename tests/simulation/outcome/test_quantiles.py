"""The median and the ninetieth percentile of all matters that arrive, also where few do in each replication."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from tests.simulation import known

from remit.simulation.outcome.compare import Comparison
from remit.simulation.outcome.intervals import estimate
from remit.simulation.outcome.quantiles import pooled
from remit.simulation.outcome.run import simulate
from remit.simulation.outcome.tornado import tornado
from remit.simulation.parameters import Parameters
from remit.simulation.sweep import sweep
from remit.views import simulation_words

MONTH = 365.25 / 12
RUN: dict[str, Any] = {"years": 10, "replications": 100, "engine": "plain"}


def quiet(**values: float) -> Parameters:
    """Numbers with which little arises."""
    return known.quiet(**{"matters_per_year": 0.3, **values})


@pytest.mark.parametrize("share", [0.5, 0.9])
@pytest.mark.parametrize("matters", [1.0, 8.0])
def test_the_interval_holds_the_quantile_of_an_exponential_time_however_few_arrive_in_each_run(
    share: float, matters: float
) -> None:
    chance = np.random.default_rng(1952)
    true = -math.log(1 - share)
    runs = [[chance.exponential(1, chance.poisson(matters)) for _ in range(30)] for _ in range(300)]
    found = [estimate(pooled(times, share)) for times in runs]
    assert np.mean([one.low <= true <= one.high for one in found]) >= 0.88
    assert np.mean([one.mean for one in found]) == pytest.approx(true, rel=0.04)


def test_the_values_of_the_replications_have_the_quantile_of_all_as_their_mean() -> None:
    times = [np.array(one, dtype=float) for one in ([1, 2, 3], [], [4, 5], [6, 7, 8, 9], [10])]
    for share, expected in ((0.5, 5), (0.9, 9)):
        values = pooled(times, share)
        assert values[1] == expected  # nothing arrived: it adds nothing
        assert values.mean() == pytest.approx(expected, abs=1e-12)


def test_the_difference_of_two_quantiles_is_that_of_their_levels_also_where_not_all_replications_tell_both() -> None:
    chance = np.random.default_rng(7)
    one, other = ([chance.exponential(mean, chance.poisson(0.7)) for _ in range(40)] for mean in (100, 60))
    levels = estimate(pooled(one, 0.9)).mean - estimate(pooled(other, 0.9)).mean
    assert estimate(pooled(one, 0.9) - pooled(other, 0.9)).mean == pytest.approx(levels, rel=1e-12)


def test_where_too_few_arrive_to_reach_so_far_out_nothing_is_told() -> None:
    nine = [np.arange(4.0), np.arange(5.0)]
    assert np.isnan(pooled(nine, 0.9)).all()
    assert not np.isnan(pooled(nine, 0.5)).any()
    assert np.isnan(pooled([np.zeros(0)], 0.5)).all()


def test_alike_times_have_no_spread_and_one_replication_no_interval() -> None:
    alike = estimate(pooled([np.full(3, 50.0), np.full(9, 50.0)], 0.5))
    assert (alike.low, alike.mean, alike.high) == (50, 50, 50)
    alone = estimate(pooled([np.arange(20.0)], 0.5))
    assert (alone.mean, alone.n, alone.high) == (9, 1, math.inf)
    as_if_sure = estimate(pooled([np.arange(20.0), np.arange(20.0)], 0.5))
    assert (as_if_sure.mean, as_if_sure.n) == (9, 1)


def test_nine_in_ten_wait_less_than_nine_tenths_of_the_time_between_meetings_though_few_arise_in_a_run() -> None:
    found = simulate(known.local(), **RUN, parameters=quiet())
    assert found["raised"].mean * 4 < 2
    assert found["p90"].low <= 0.9 * MONTH <= found["p90"].high
    assert found["median"].low <= 0.5 * MONTH <= found["median"].high
    assert found["p90"].mean == pytest.approx(0.9 * MONTH, rel=0.1)
    part = found.part("topic", "small", "p90")
    assert (part.mean, part.low) == (found["p90"].mean, found["p90"].low)


def test_a_sweep_a_tornado_and_a_simulation_tell_the_same_quantile() -> None:
    run = {"years": 4, "replications": 4}
    alone = simulate(known.local(), **run, parameters=quiet())
    swept = sweep([known.local()], {"stay_days": (180.0,)}, **run, parameters=quiet())
    tried = tornado([known.local()], measure="p90", **run, parameters=known.tried(quiet(), "approve"))
    assert swept.at(0, "p90").to_dict() == alone["p90"].to_dict() == tried.level.to_dict()
    assert np.isnan(alone["p90"].mean) == (alone["arrived"].n * 2 < 10)


def test_quantiles_of_a_structure_against_itself_differ_by_exactly_nothing() -> None:
    one = simulate(known.local(), **RUN, parameters=quiet())
    found = Comparison((one, one)).difference(1, "p90")
    assert (found.paired.low, found.paired.high, found.verdict) == (0, 0, "same")


def test_a_value_told_twice_is_one_point_of_a_sweep() -> None:
    found = sweep([known.local()], {"stay_days": (60.0, 60.0, 90.0)}, years=2, replications=2, parameters=quiet())
    assert [point.changed for point in found.points] == [(("stay_days", 60.0),), (("stay_days", 90.0),)]


def test_the_answer_tells_only_what_enough_matters_tell() -> None:
    few = simulate(known.local(), years=2, replications=4, engine="plain", parameters=quiet(matters_per_year=1.5))
    assert few["arrived"].mean == 1
    assert np.isnan(few["p90"].mean)
    told = simulation_words.answer(Comparison((few,)))[0]
    assert "Half of those that arrive" in told.en
    assert "nine in ten" not in told.en
    assert "–" not in told.sv

"""Intervals over replications against published values and closed forms."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.simulation.outcome.intervals import Moments, estimate, student


@pytest.mark.parametrize(
    ("p", "degrees", "value"),
    [
        (0.975, 1, 12.7062),
        (0.975, 2, 4.30265),
        (0.975, 9, 2.26216),
        (0.975, 29, 2.04523),
        (0.995, 4, 4.60409),
        (0.95, 99, 1.66039),
        (0.975, 1000, 1.96234),
    ],
)
def test_the_quantiles_of_student_are_the_published_ones(p: float, degrees: int, value: float) -> None:
    assert student(p, degrees) == pytest.approx(value, abs=6e-6 * max(1, value))


def test_one_degree_of_freedom_is_cauchy_and_two_have_a_closed_form() -> None:
    for p in (0.6, 0.9, 0.99, 0.9995):
        assert student(p, 1) == pytest.approx(math.tan(math.pi * (p - 0.5)), rel=1e-9)
        assert student(p, 2) == pytest.approx((2 * p - 1) * math.sqrt(2 / (4 * p * (1 - p))), rel=1e-9)


def test_a_95_percent_interval_holds_the_mean_in_95_of_100_experiments() -> None:
    draws = np.random.default_rng(7).normal(3.0, 2.0, (4000, 10))
    held = sum(one.low <= 3.0 <= one.high for one in map(estimate, draws))
    assert 0.94 <= held / 4000 <= 0.96


def test_replications_without_a_value_are_left_out_and_counted() -> None:
    found = estimate([1.0, math.nan, 3.0])
    assert (found.mean, found.n) == (2.0, 2)
    assert found.to_dict()["replications"] == 2
    assert estimate([math.nan]).to_dict() == {"mean": None, "low": None, "high": None, "replications": 0}
    assert estimate([4.0]).to_dict() == {"mean": 4.0, "low": None, "high": None, "replications": 1}


def test_equal_values_have_an_interval_without_width() -> None:
    found = estimate([0.1] * 7)
    assert (found.low, found.mean, found.high) == (0.1, 0.1, 0.1)


@given(
    st.lists(
        st.lists(st.one_of(st.floats(-1e6, 1e6), st.just(math.nan)), min_size=3, max_size=3), min_size=1, max_size=20
    )
)
def test_running_moments_are_those_of_all_values_at_once(rows: list[list[float]]) -> None:
    moments = Moments()
    for row in rows:
        moments.add(row)
    for place in range(3):
        whole, found = estimate([row[place] for row in rows]), moments.at(place)
        assert found.n == whole.n
        if whole.n:
            assert found.mean == pytest.approx(whole.mean, rel=1e-9, abs=1e-6)
        if whole.n > 1:
            assert found.half == pytest.approx(whole.half, rel=1e-6, abs=1e-3)

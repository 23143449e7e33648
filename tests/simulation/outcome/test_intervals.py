"""Intervals over replications against published values and closed forms."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.simulation.outcome.intervals import Moments, estimate, student, unseen


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


def binomial(n: int, k: int, p: float) -> float:
    return math.comb(n, k) * p**k * (1 - p) ** (n - k)


@pytest.mark.parametrize("n", [5, 10, 30, 100])
@pytest.mark.parametrize("p", [1 / 64, 1 / 16, 0.2, 0.5])
@pytest.mark.parametrize(("here", "there"), [(0.0, 1.0), (0.31, 0.78), (700.0, 250.0)])
def test_of_two_kinds_of_replications_the_interval_holds_the_mean_as_often_as_it_says(
    n: int, p: float, here: float, there: float
) -> None:
    """Exactly, over the binomial distribution of how many are of the rarer kind; what none showed is bounded."""
    covered = 0.0
    for k in range(n + 1):
        found = estimate([there] * k + [here] * (n - k))
        room = unseen(n) * abs(there - here) if k in (0, n) else 0.0
        if found.low - room <= p * there + (1 - p) * here <= found.high + room:
            covered += binomial(n, k, p)
    assert covered >= 0.93
    # Student's alone, which is what it was: too short where the rarer kind is rare
    if (n, p) == (30, 1 / 16):
        assert 1 - binomial(n, 0, p) < 0.87


def test_what_was_seen_in_none_of_so_many_is_bounded_by_the_rule_of_three() -> None:
    # its own chance not to be seen is 2.5 % at the bound; -ln(0.025) = 3.69 for two sides, 3 for one (the rule's name)
    assert (1 - unseen(30)) ** 30 == pytest.approx(0.025)
    assert unseen(1000) * 1000 == pytest.approx(3.69, abs=0.01)
    assert unseen(1000, level=0.9) * 1000 == pytest.approx(3.0, abs=0.01)


def test_for_values_that_are_spread_out_the_interval_is_all_but_students() -> None:
    for values in np.random.default_rng(5).normal(3.0, 2.0, (200, 30)):
        found, half = estimate(values), student(0.975, 29) * values.std(ddof=1) / math.sqrt(30)
        assert found.half == pytest.approx(half, rel=0.08)
        assert found.low <= values.mean() - half + 1e-12
        assert found.high >= values.mean() + half - 1e-12


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

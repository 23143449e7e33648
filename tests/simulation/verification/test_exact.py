"""Closed forms against published values, and the estimates that runs are judged by."""

from __future__ import annotations

import math

import numpy as np
import pytest

from remit.simulation.engines.by_hand import uniform
from remit.simulation.verification import exact, flow, worlds
from remit.simulation.verification.estimate import Z95, Z99, estimate, student

TABLE = {
    (1, 0.5): 1.0,
    (1, 0.8): 2.5,
    (1, 0.9): 5.0,
    (5, 0.5): 0.5307,
    (5, 0.8): 0.7891,
    (5, 0.9): 1.2767,
    (10, 0.5): 0.5047,
    (10, 0.8): 0.6098,
    (10, 0.9): 0.8446,
}
"""../shared/cases/README.md"""


@pytest.mark.parametrize(("places", "load"), TABLE)
def test_the_chain_of_the_periodic_meeting_gives_the_table(places: int, load: float) -> None:
    assert exact.periodic_wait(load, places) == pytest.approx(TABLE[places, load], abs=5e-5)


@pytest.mark.parametrize("load", [0.1, 0.5, 0.8, 0.9, 0.95])
def test_with_one_place_the_chain_is_md1_to_a_billionth(load: float) -> None:
    assert exact.left_over(load, 1) == pytest.approx(load**2 / (2 * (1 - load)), abs=1e-9)


def test_a_meeting_with_too_few_places_has_no_steady_state() -> None:
    with pytest.raises(ValueError, match="no steady state"):
        exact.left_over(5.0, 5)


def test_closed_forms_give_the_published_values() -> None:
    assert exact.erlang_c(0.8, 2) == pytest.approx(0.7111, abs=5e-5)
    assert exact.wait_of_many_servers(0.8, 2) == pytest.approx(1.7778, abs=5e-5)
    assert exact.wait_of_many_servers(0.8, 1) == pytest.approx(4)
    assert exact.pollaczek_khinchine(0.8, 1, 2) == pytest.approx(4)
    assert exact.harmonic(16) == pytest.approx(3.38073, abs=5e-6)


@pytest.mark.parametrize(
    ("degrees", "quantile"), [(10, 3.16927), (20, 2.84534), (28, 2.76326), (31, 2.74404), (100, 2.62589)]
)
def test_students_quantiles_are_those_of_the_tables(degrees: int, quantile: float) -> None:
    assert student(Z99, degrees) == pytest.approx(quantile, rel=1e-3)
    assert student(Z95, 30) == pytest.approx(2.04227, rel=1e-4)


def test_a_control_that_explains_the_difference_makes_the_interval_narrow_and_keeps_the_value() -> None:
    chance = np.random.default_rng(3)
    control = chance.normal(size=40)
    values = 5 + 2 * control + 0.01 * chance.normal(size=40)
    bare, controlled = estimate(values), estimate(values, control[:, None])
    assert controlled.half_width < bare.half_width / 50
    assert abs(controlled.value - 5) < controlled.half_width


def test_a_wrong_engine_stays_wrong_under_control(monkeypatch: pytest.MonkeyPatch) -> None:
    found = worlds.periodic(0.8, 5, 100, 400)
    monkeypatch.setattr(worlds, "Sitting", lambda day, station, places: worlds_sitting(day, station, places + 1))
    wrong = worlds.periodic(0.8, 5, 100, 400)
    reference = exact.periodic_wait(0.8, 5)
    right, off = estimate(found[:, 0], found[:, 1:]), estimate(wrong[:, 0], wrong[:, 1:])
    assert abs(right.value - reference) <= right.half_width
    assert abs(off.value - reference) > off.half_width


def worlds_sitting(day: float, station: str, places: int) -> object:
    """A sitting with that many places."""
    from remit.simulation.engines.by_hand import Sitting

    return Sitting(day, station, places)


def test_every_check_of_the_flow_agrees_and_is_the_same_each_time() -> None:
    found = flow.checks()
    assert len(found) > 25
    assert [check.name.en for check in found if not check.agrees] == []
    assert found == flow.checks()
    waits = [check for check in found if check.name.en.startswith("wait for a meeting")]
    assert len(waits) == 10
    assert all(check.half_width is not None and check.half_width <= 0.01 * check.reference for check in waits)


def test_the_wait_in_mg1_is_that_of_pollaczek_and_khinchine() -> None:
    found = worlds.workers(0.7, 1, uniform(0, 2), 400, 4000, (1, 4 / 3))
    told = estimate(found[:, 0], found[:, 2:])
    reference = exact.pollaczek_khinchine(0.7, 1, 4 / 3)
    assert abs(told.value - reference) <= told.half_width <= 0.03 * reference


def test_the_number_inside_without_queues_is_rate_times_time() -> None:
    found = worlds.unlimited(5.0, 1.0, 50, 500)
    told = estimate(found)
    assert abs(told.value - 5) <= told.half_width <= 0.03 * 5


def test_the_time_in_a_network_of_three_queues_is_that_of_jackson() -> None:
    found = worlds.jackson(500, 5000)
    told = estimate(found)
    reference = (0.6 / 0.4 + 0.5 / 0.5 + 0.6 / 0.4) / 0.45
    assert abs(told.value - reference) <= told.half_width <= 0.04 * reference


@pytest.mark.long
@pytest.mark.timeout(1200)
def test_intervals_of_95_per_cent_hold_the_value_in_92_to_98_of_100_experiments(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    held = 0
    monkeypatch.setattr(worlds, "REPLICATIONS", 20)
    for experiment in range(400):
        monkeypatch.setattr(worlds, "SEED", experiment)
        monkeypatch.setattr(worlds, "FIRST", 20 * experiment)
        found = worlds.workers(0.5, 1, worlds.exponential(1), 60, 800, (1, 2))
        told = estimate(found[:, 0], z=Z95)
        held += abs(told.value - 1) <= told.half_width
    assert 0.92 * 400 <= held <= 0.98 * 400
    assert math.isfinite(held)

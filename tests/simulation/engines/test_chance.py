"""Numbers: uniform, and the same in pure Python, numpy and numba."""

from __future__ import annotations

import math

import numpy as np
import pytest

from remit.simulation.chance import UNIT, key, mix, salt, u
from remit.simulation.engines import loop
from remit.simulation.engines.by_hand import Programme, Time, draws, exponential, fixed, triangular, uniform
from remit.simulation.engines.compiled import _plain_loop
from remit.simulation.engines.dist import time_of

COUNT = 200_000


def numpy_numbers(state: int, uids: np.ndarray, row: int, visits: np.ndarray) -> np.ndarray:
    """As chance.u, written with arrays of numpy."""

    def mixed(one: np.ndarray, other: np.ndarray) -> np.ndarray:
        golden = np.uint64(0x9E3779B97F4A7C15)
        z = (one ^ (other + golden)) * golden + golden
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        return z ^ (z >> np.uint64(31))

    first = mixed(np.full_like(uids, state), uids)
    return (mixed(mixed(first, np.full_like(uids, row)), visits) >> np.uint64(11)).astype(np.float64) * UNIT


@pytest.fixture(scope="module")
def numbers() -> np.ndarray:
    uids = np.arange(COUNT // 4, dtype=np.uint64).repeat(4)
    return numpy_numbers(key(1, 2), uids, salt("prepare"), np.tile(np.arange(4, dtype=np.uint64), COUNT // 4))


def test_python_numpy_and_numba_draw_the_same_numbers(numbers: np.ndarray) -> None:
    state, row = key(1, 2), salt("prepare")
    for at in range(0, COUNT, 97):
        uid, visit = at // 4, at % 4
        plain = u(state, uid, row, visit)
        assert plain == numbers[at]
        assert plain == _plain_loop().u(state, uid, row, visit)
        if loop.COMPILED:
            assert plain == loop.u(np.uint64(state), np.uint64(uid), np.uint64(row), np.int64(visit))


def test_numbers_are_spread_evenly(numbers: np.ndarray) -> None:
    counts = np.histogram(numbers, 1000, (0, 1))[0]
    chi_square = float(((counts - COUNT / 1000) ** 2 / (COUNT / 1000)).sum())
    assert 868 < chi_square < 1143  # 0.1 % and 99.9 % of chi-square with 999 degrees of freedom
    ordered = np.sort(numbers)
    place = np.arange(1, COUNT + 1) / COUNT
    distance = max(np.abs(ordered - place).max(), np.abs(ordered - place + 1 / COUNT).max())
    assert distance < 1.95 / math.sqrt(COUNT)  # Kolmogorov and Smirnov, 0.1 %


def test_neighbouring_visits_matters_and_rows_have_nothing_in_common(numbers: np.ndarray) -> None:
    other = numpy_numbers(key(1, 2), np.arange(COUNT, dtype=np.uint64), salt("line"), np.zeros(COUNT, np.uint64))
    again = numpy_numbers(key(1, 3), np.arange(COUNT, dtype=np.uint64), salt("line"), np.zeros(COUNT, np.uint64))
    for one, two in ((numbers[:-1], numbers[1:]), (numbers, other), (other, again)):
        assert abs(float(np.corrcoef(one, two)[0, 1])) < 3.3 / math.sqrt(COUNT)
    pairs = np.histogram2d(numbers[::2], numbers[1::2], 20, ((0, 1), (0, 1)))[0]
    expected = COUNT / 2 / 400
    assert 318 < float(((pairs - expected) ** 2 / expected).sum()) < 493  # 399 degrees of freedom, 0.1 % and 99.9 %


def test_mixing_depends_on_the_order_of_words() -> None:
    assert mix(1, 2) != mix(2, 1)
    assert len({mix(0, word) for word in range(10_000)}) == 10_000


@pytest.mark.parametrize(
    ("time", "mean", "second"),
    [
        (fixed(3), 3, 9),
        (uniform(1, 3), 2, 13 / 3),
        (exponential(2), 2, 8),
        (triangular(0, 1, 2), 1, 7 / 6),
        (triangular(1, 1, 4), 2, 4.5),
        (triangular(0, 3, 3), 2, 4.5),
    ],
)
def test_times_have_the_moments_of_their_distribution_and_are_the_same_everywhere(
    time: Time, mean: float, second: float, numbers: np.ndarray
) -> None:
    programme = Programme()
    programme.klass("a", "w")
    programme.wait("w", time)
    programme.end("done")
    plan = programme.plan()
    some = numbers[:: COUNT // 20_000].tolist()
    times = np.array([time_of(plan, 0, v) for v in some])
    assert abs(times.mean() - mean) <= 3.3 * max(math.sqrt(max(second - mean**2, 0) / len(some)), 1e-12)
    assert abs((times**2).mean() - second) <= 0.06 * second
    drawn = draws(plan, (), [(0.0, "a", uid) for uid in range(500)])
    from remit.simulation.engines import run
    from remit.simulation.plan import What

    for engine in ("compiled", "plain", "reference"):
        records = run(plan, drawn, key(1, 2), 1e9, engine)
        left = records.what == What.LEFT
        told = dict(zip(records.uid[left].tolist(), records.time[left].tolist(), strict=True))
        assert told == {uid: 0.0 + time_of(plan, 0, u(key(1, 2), uid, salt("w"), 0)) for uid in range(500)}

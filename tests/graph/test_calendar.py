"""Expected waits agree with the closed forms."""

from __future__ import annotations

import datetime

import pytest

from remit.graph.calendar import YEAR, gaps_of, mean_wait_of_gaps, mean_wait_of_rate


def test_gaps_of_3_4_3_and_2_months_give_the_published_mean_wait() -> None:
    assert mean_wait_of_gaps([3, 4, 3, 2]) == pytest.approx(1.5833, abs=5e-5)


def test_even_gaps_give_half_the_interval() -> None:
    assert mean_wait_of_gaps([7, 7, 7]) == pytest.approx(3.5)
    assert mean_wait_of_rate(4) == pytest.approx(YEAR / 8)


def test_uneven_gaps_never_give_less_than_even_ones_of_the_same_number() -> None:
    assert mean_wait_of_gaps([1, 5]) > mean_wait_of_gaps([3, 3])


def test_the_gaps_of_a_years_meetings_add_up_to_the_year() -> None:
    dates = [datetime.date(2020, 2, 1), datetime.date(2020, 5, 1), datetime.date(2020, 11, 15)]
    assert sum(gaps_of(dates)) == pytest.approx(YEAR)


def test_one_meeting_a_year_is_waited_for_half_a_year_on_average() -> None:
    assert mean_wait_of_gaps(gaps_of([datetime.date(2020, 3, 3)])) == pytest.approx(YEAR / 2)


@pytest.mark.parametrize("gaps", [[], [0, 0]])
def test_no_gap_at_all_is_refused(gaps: list[float]) -> None:
    with pytest.raises(ValueError, match="at least one gap"):
        mean_wait_of_gaps(gaps)

"""Expected waits agree with the closed forms."""

from __future__ import annotations

import datetime

import pytest

from remit.graph.calendar import YEAR, gaps_of, group_wait, mean_wait_of_gaps, mean_wait_of_rate, meetings
from remit.graph.measures.meetings import meeting_load
from remit.graph.org import Org
from remit.model.files import loads


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


def two_meetings_and_a_number_of_six() -> Org:
    return Org(
        loads("""
remit: 1
model: {id: case, title: Case, as_of: 2020-01-01}
principals: {ask: {name: Ask}}
groups:
  both: {meetings_per_year: 6, meeting_dates: [2020-01-01, 2020-03-01], meeting_hours: 1, seats: [ask]}
  dates: {meeting_dates: [2020-01-01, 2020-03-01], meeting_hours: 1, seats: [ask]}
  neither: {meeting_hours: 1, seats: [ask]}
""")
    )


def test_how_many_meetings_is_told_by_the_number_and_how_long_one_waits_by_the_dates() -> None:
    org = two_meetings_and_a_number_of_six()
    assert group_wait(org, "both") == group_wait(org, "dates")
    assert [(one.id, one.high) for one in meeting_load(org).groups] == [("both", 6.0), ("dates", 2.0)]


def test_of_a_group_that_tells_no_meetings_there_is_no_wait_and_no_load() -> None:
    org = two_meetings_and_a_number_of_six()
    assert meetings(org.thing("neither")) is None
    assert group_wait(org, "neither") is None
    assert meeting_load(org).uncounted == (("neither", ("meetings_per_year",)),)

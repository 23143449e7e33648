"""Whether a run has settled, and where it cannot: against curves and loads that are known."""

from __future__ import annotations

import numpy as np
import pytest
from tests.simulation import known
from tests.simulation.outcome.conftest import busy
from tests.simulation.outcome.counties import county

from remit.graph.calendar import YEAR
from remit.simulation.outcome import simulate
from remit.simulation.outcome.intervals import estimate
from remit.simulation.outcome.settling import settled_after, unsettled
from remit.simulation.outcome.window import window

WEEKS = np.arange(12 * 52)
SUMMER = 3 * np.sin(2 * np.pi * WEEKS / (YEAR / 7))
"""The rhythm of the year."""


@pytest.mark.parametrize("years", [0.25, 0.5, 1.0])
def test_a_level_that_is_approached_exponentially_is_reached_when_a_year_lies_within_five_percent(years: float) -> None:
    # the mean of exp(-x/T) over a year from t is exp(-t/T) T (1 - exp(-1/T)); it falls to 0.05 at the time wanted
    found = settled_after(50 * (1 - np.exp(-WEEKS / (years * YEAR / 7))) + SUMMER)
    wanted = years * np.log(years * (1 - np.exp(-1 / years)) / 0.05)
    assert found * 7 / YEAR == pytest.approx(wanted, abs=0.12)


def test_what_varies_by_luck_or_by_the_season_alone_has_settled_from_the_beginning() -> None:
    luck = np.random.default_rng(3).normal(0, 2, WEEKS.size)
    assert settled_after(50 + SUMMER + luck) <= 4
    assert settled_after(np.zeros(200)) == 0
    assert settled_after(np.array([1.0, 2.0])) == 0


def test_a_run_that_still_grows_at_its_end_is_told_to_be_too_short_and_one_that_settled_is_not() -> None:
    slow = 50 * (1 - np.exp(-WEEKS / (8 * 52)))
    grown = estimate([1.9, 2.6, 2.2, 2.4])
    assert ["still grows" in note.en for note in unsettled(slow, grown, window(12))] == [True]
    calm = np.full(WEEKS.size, 50.0) + SUMMER
    assert unsettled(calm, estimate([0.4, -0.3, 0.1, 0.2]), window(12)) == []
    quick = 50 * (1 - np.exp(-WEEKS / 52))
    (note,) = unsettled(quick, estimate([0.4, -0.3, 0.1, 0.2]), window(12, warm_up=1.0))
    assert "about 2.5 years" in note.en
    assert "ungefär 2,5 år" in note.sv


def notes(meetings: int, matters: float) -> list[str]:
    """What is told of the county with so many meetings of its council a year, eight matters each."""
    used = busy().with_(matters_per_year=matters, group_places=8, cancelled=0.0, chair_new_share=1.0, open_link=1.0)
    return [note.en for note in simulate(county(meetings=meetings), years=5, replications=2, engine="plain",
                                         parameters=used).notes]  # fmt: skip


def test_where_more_come_than_there_are_places_for_the_place_is_named_and_the_warm_up_is_not_blamed() -> None:
    # four principals with two topics: each matter is treated once or twice by the council, which has 32 places a year
    found = notes(4, 6.0)
    assert found[0].startswith("More matters come to Rådet than its meetings have places for, and the queue grows")
    assert not any("warm-up is too short" in note or "still grows" in note for note in found)
    assert not any("More matters come" in note for note in notes(12, 1.0))


def test_a_place_that_is_nearly_full_is_not_told_to_grow_for_ever_because_some_years_bring_more() -> None:
    # a load of 0.95 in some hundred places: more come than there are places for in a quarter of the runs
    org, numbers = known.council(1), known.quiet(matters_per_year=19, group_places=5)
    run = {"years": 12, "replications": 30, "engine": "plain", "warm_up": 2.0}
    assert not any("More matters come" in note.en for note in simulate(org, **run, parameters=numbers).notes)
    crowded = simulate(org, **run, parameters=numbers.with_(matters_per_year=30)).notes
    assert any("More matters come" in note.en and "grows as long as one runs" in note.en for note in crowded)


def test_where_few_matters_were_measured_in_all_runs_together_it_is_said() -> None:
    org, numbers = known.council(1), known.quiet(matters_per_year=2, approve=0.95)
    run = {"years": 4, "replications": 3, "engine": "plain"}
    few = simulate(org, **run, parameters=numbers)
    measured = round(float(few.of("raised").sum()) * 1.6)
    assert f"Only {measured} matters were measured" in few.notes[0].en
    assert f"Bara {measured} ärenden" in few.notes[0].sv
    enough = simulate(org, **run, parameters=numbers.with_(matters_per_year=60))
    assert not any("measured" in note.en for note in enough.notes)


def test_of_many_places_three_are_named_and_the_others_counted() -> None:
    found = simulate(county(meetings=40), years=4, replications=2, engine="plain",
                     parameters=busy().with_(matters_per_year=9.0, body_places=1, open_link=1.0))  # fmt: skip
    told = [note for note in found.notes if "Det beror på strukturen" in note.sv]
    assert len(told) == 3
    assert any(note.en == "So it is at 1 other place, in at most as many runs." for note in found.notes)
    assert any(note.sv.startswith("Så är det också på 1 annat ställe") for note in found.notes)


def test_where_all_that_waits_lapses_it_is_said_and_not_that_it_counts_as_under_way() -> None:
    numbers = known.quiet(body_meetings=0, lapse_days=90)
    found = simulate(known.council(1), years=4, replications=2, engine="plain", parameters=numbers)
    (note,) = (one for one in found.notes if "ever treated" in one.en)
    assert note.en == "At p0 matters wait, but none is ever treated: they lapse."
    assert note.sv == "Hos p0 väntar ärenden, men inget behandlas någonsin: de förfaller."

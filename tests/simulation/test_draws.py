"""What is drawn before a run: calendars against hand-counted dates, and statistics against closed forms."""

from __future__ import annotations

import math
import pickle
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.simulation.small import org, parameters

from remit.graph.calendar import YEAR
from remit.simulation import chance
from remit.simulation.build import build, draw
from remit.simulation.draws import open_days
from remit.simulation.many import mix, numbers, unit, words
from remit.simulation.members import elections
from remit.simulation.parameters import Parameters, load_parameters
from remit.simulation.places import group_place
from remit.simulation.plan import Draws, Plan, Sittings

TEN = 10 * YEAR
STEADY = {
    "cancelled": 0.0, "group_quorum": 0.0, "attendance": 1.0, "vacancy_days": 0.0, "summer_weeks": 0.0,
    "winter_weeks": 0.0, "papers_days": 14.0,
}  # fmt: skip
"""Nothing is cancelled, everybody comes, and there are meetings all the year round."""


def drawn(
    *changes: tuple[str, str], until: float = TEN, number: int = 0, **values: float
) -> tuple[Plan, Draws, Parameters]:
    numbers_used = parameters(**values)
    plan = build(org(*changes), numbers_used)
    return plan, draw(plan, numbers_used, chance.key(7, number), until), numbers_used


def of(plan: Plan, sittings: Sittings, place: str) -> Sittings:
    """The sittings of one group or body."""
    station = next(n for n, p in enumerate(plan.stations.place) if plan.places[p] == place)
    chosen = sittings.station == station
    return Sittings(*(column[chosen] for column in sittings))


def council(*changes: tuple[str, str], until: float = TEN, number: int = 0, **values: float) -> Sittings:
    plan, draws, _ = drawn(*changes, until=until, number=number, **values)
    return of(plan, draws.sittings, "council")


# -- numbers ---------------------------------------------------------------------------------------------------


def test_many_numbers_at_once_are_the_numbers_one_by_one() -> None:
    key = chance.key(3, 5)
    salts = [chance.salt(label) for label in ("calendar:a", "seat:b:1")]
    found = numbers(words(key, np.array(salts, dtype=np.uint64)), 3, first=2)
    wanted = [[chance.u(key, 0, salt, visit) for visit in (2, 3, 4)] for salt in salts]
    assert found.tolist() == wanted
    assert int(mix(np.uint64(11), np.uint64(12))) == chance.mix(11, 12)
    assert float(unit(np.array([chance.MASK], dtype=np.uint64))[0]) < 1


# -- calendars -------------------------------------------------------------------------------------------------


def test_so_many_meetings_a_year_are_evenly_spread_from_a_phase_of_their_own() -> None:
    found = council(**STEADY)
    assert found.time.size == 40
    assert np.diff(found.time) == pytest.approx(YEAR / 4)
    assert 0 <= found.time[0] < YEAR / 4
    firsts = {round(float(council(**STEADY, number=n).time[0]), 6) for n in range(5)}
    assert len(firsts) == 5


def test_a_group_that_is_told_to_meet_no_times_a_year_never_sits() -> None:
    assert council(("meetings_per_year: 4", "meetings_per_year: 0"), **STEADY).time.size == 0


OFFICIALS = ("kind: political", "kind: officials")


def test_many_seats_that_are_told_to_be_vacant_are_all_empty() -> None:
    empty = (
        "seats: [{principal: region, mandate: {powers: [rec",
        "seats: [{principal: region, count: many, vacant: yes, mandate: {powers: [rec",
    )
    found = council(empty, OFFICIALS, seats_many=3, **STEADY)
    assert set(found.seats.tolist()) == {4}
    assert set(found.present.tolist()) == {1}


def test_a_number_of_meetings_of_ones_own_goes_before_told_dates(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text("remit: 1\nparameters:\n  meetings:council: 12\n", encoding="utf-8")
    numbers_used = load_parameters(own).with_(STEADY)
    plan = build(org(("meetings_per_year: 4", "meeting_dates: [2020-02-03, 2020-05-04, 2020-12-31]")), numbers_used)
    found = of(plan, draw(plan, numbers_used, chance.key(7, 0), TEN).sittings, "council")
    assert found.time.size == 120


def test_told_dates_come_back_each_year_on_their_days() -> None:
    dates = ("meetings_per_year: 4", "meeting_dates: [2020-02-03, 2020-05-04, 2020-12-31]")
    found = council(dates, until=2 * YEAR, **STEADY)
    # the third of February is the 33rd day after the first of January; 2020 was a leap year
    assert found.time.tolist() == [33, 124, 365, YEAR + 33, YEAR + 124, YEAR + 365]


def test_a_range_of_meetings_a_year_is_its_middle_and_both_its_ends_can_be_asked_for() -> None:
    change = ("meetings_per_year: 4", "meetings_per_year: 2-3")
    plan, draws, used = drawn(change, **STEADY)
    assert of(plan, draws.sittings, "council").time.size == 25
    told = used.of(org(change))
    assert (told.get("meetings:council").low, told.get("meetings:council").high) == (2, 3)
    for number in (2, 3):
        draws = draw(plan, told.with_({"meetings:council": number}), chance.key(7, 0), TEN)
        assert of(plan, draws.sittings, "council").time.size == number * 10


def test_no_meeting_falls_in_the_summer_or_around_the_new_year_and_there_are_as_many_as_told() -> None:
    free = STEADY | {"summer_weeks": 7.0, "summer_from": 25.0, "winter_weeks": 3.0}
    found = council(("meetings_per_year: 4", "meetings_per_year: 12"), **free)
    day = found.time % YEAR
    assert found.time.size == 120
    assert not ((day > 168) & (day < 168 + 49)).any()  # weeks 25 to 31: from the 168th day on, 49 days
    assert not ((day < 10.5) | (day > YEAR - 10.5)).any()
    # over the rest of the year they are evenly spread: 1/12 of 365.25 - 70 days apart, or that and the gap
    gaps = np.unique(np.diff(found.time).round(6))
    each = (YEAR - 70) / 12
    assert gaps == pytest.approx([each, each + 21, each + 49], abs=1e-5)


def test_the_open_days_of_a_year_are_what_the_gaps_leave() -> None:
    values = parameters(summer_weeks=10, summer_from=20, winter_weeks=2)
    assert open_days(np.array([0.0]), values)[0] == 7
    assert open_days(np.array([1 - 1e-12]), values)[0] == pytest.approx(YEAR - 7)
    left = YEAR - 84
    at_summer = (19 * 7 - 7) / left
    assert open_days(np.array([at_summer + 1e-9]), values)[0] == pytest.approx(19 * 7 + 70, abs=1e-3)


@given(
    st.floats(0, 1, exclude_max=True), st.integers(1, 53), st.integers(0, 40), st.integers(0, 10),
)  # fmt: skip
def test_whatever_the_gaps_a_day_lies_in_its_year_and_outside_of_them_and_later_shares_are_later_days(
    share: float, begins: int, summer: int, winter: int
) -> None:
    values = parameters(summer_from=begins, summer_weeks=summer, winter_weeks=winter)
    day, later = open_days(np.array([share, min(share + 0.01, 1.0)]), values)
    assert winter * 3.5 - 1e-9 <= day <= YEAR - winter * 3.5 + 1e-9
    start = max((begins - 1) * 7, winter * 3.5)
    end = min(start + summer * 7, YEAR - winter * 3.5)
    assert not start + 1e-6 < day < end - 1e-6
    assert later >= day


def test_a_group_told_to_meet_beyond_all_measure_meets_daily() -> None:
    assert council(("meetings_per_year: 4", "meetings_per_year: 1000000"), until=YEAR, **STEADY).time.size == 366


def test_papers_close_so_many_days_before() -> None:
    found = council(**STEADY)
    assert found.time - found.closes == pytest.approx(14)


def test_places_are_those_told_else_assumed_and_a_cancelled_sitting_has_none() -> None:
    told = council(
        ("meetings_per_year: 4", "meetings_per_year: 4\n    places_per_agenda: 9"), **STEADY, chair_new_sittings=0
    )
    assert set(told.places) == {9}
    assumed = council(**STEADY, group_places=6, chair_new_sittings=0)
    assert set(assumed.places) == {6}
    some = council(("meetings_per_year: 4", "meetings_per_year: 300"), until=34 * YEAR, **STEADY | {"cancelled": 0.2})
    assert set(some.places[some.held == 1]) == {0}
    assert (some.present[some.held == 1] == 0).all()
    # 10,000 independent sittings: five standard errors are 5 x sqrt(0.2 x 0.8 / 10,000) = 0.02
    assert (some.held == 1).mean() == pytest.approx(0.2, abs=0.02)


def test_the_sittings_of_all_places_are_in_order_of_time() -> None:
    _, draws, _ = drawn()
    assert (np.diff(draws.sittings.time) >= 0).all()
    assert draws.sittings.time.min() >= 0
    assert draws.sittings.time.max() < TEN


# -- chairs ----------------------------------------------------------------------------------------------------


def chaired(term: str, sittings: int = 2, **values: float) -> Sittings:
    change = ("meetings_per_year: 4", f"meetings_per_year: 4\n    places_per_agenda: 10\n    chair: {{{term}}}")
    return council(change, **STEADY, chair_new_sittings=sittings, chair_new_share=0.6, **values)


def test_a_chair_of_a_year_manages_fewer_matters_at_the_first_sittings_of_every_year() -> None:
    assert chaired("term_years: 1").places.tolist() == [6, 6, 10, 10] * 10
    assert chaired("term_years: 1", sittings=1).places.tolist() == [6, 10, 10, 10] * 10


def test_a_chair_of_four_years_is_new_in_one_year_of_four_from_a_year_drawn() -> None:
    starts = set()
    for number in range(12):
        change = ("meetings_per_year: 4", "meetings_per_year: 4\n    places_per_agenda: 10\n    chair: {term_years: 4}")
        found = council(change, number=number, until=8 * YEAR, **STEADY, chair_new_sittings=2, chair_new_share=0.6)
        first = found.places.tolist().index(6) // 4
        starts.add(first)
        wanted = [6, 6, 10, 10] + [10] * 12
        assert found.places.tolist() == ([10] * 16 + wanted * 2)[16 - 4 * first :][:32]
    assert starts == {0, 1, 2, 3}


def test_a_vice_chair_or_an_overlap_is_told_to_cost_nothing() -> None:
    assert set(chaired("term_years: 1, vice: yes").places) == {10}
    assert set(chaired("term_years: 1, overlap: yes").places) == {10}
    assert set(chaired("term_years: 1, vice: no").places) == {6, 10}


# -- members ---------------------------------------------------------------------------------------------------

MANY = ("meetings_per_year: 4", "meetings_per_year: 12")


def crowd(number: int) -> list[tuple[str, str]]:
    """The council as a group of officials with so many seats of the region and of the municipality each."""
    each = "mandate: {powers: [recommend]}}"
    old = f"seats: [{{principal: region, {each}, {{principal: ask, {each}]"
    new = f"seats: [{{principal: region, count: {number}, {each}, {{principal: ask, count: {number}, {each}]"
    return [(old, new), ("kind: political", "kind: officials")]


def test_a_seat_stands_vacant_for_the_mean_vacancy_of_the_mean_tenure_and_vacancy_together() -> None:
    # 1,000 seats over 20 years with 3 years and half a year: 1/7 vacant. A seat turns over some six times, so that
    # its share has a standard deviation below 0.15; five standard errors of the mean are 5 x 0.15 / sqrt(1,000) = 0.024
    found = council(*crowd(500), MANY, until=20 * YEAR, **STEADY | {"vacancy_days": YEAR / 2}, officials_tenure_years=3)
    assert set(found.seats) == {1000}
    assert 1 - (found.present / found.seats).mean() == pytest.approx(0.5 / 3.5, abs=0.024)
    # from the first day on as later: no warm-up is needed for the members; five standard errors of 1,000 seats
    assert 1 - found.present[0] / 1000 == pytest.approx(0.5 / 3.5, abs=0.055)


def test_of_those_who_hold_a_seat_a_share_comes() -> None:
    found = council(*crowd(50), MANY, **STEADY | {"attendance": 0.8})
    # 120 sittings of 100 seats: five standard errors are 5 x sqrt(0.16 / 12,000) = 0.018
    assert (found.present / found.seats).mean() == pytest.approx(0.8, abs=0.018)


def test_without_enough_members_a_sitting_is_no_sitting() -> None:
    values = STEADY | {"attendance": 0.5, "group_quorum": 0.5}
    found = council(*crowd(2), ("meetings_per_year: 4", "meetings_per_year: 300"), until=14 * YEAR, **values)
    short = found.present < 2
    assert (found.held == np.where(short, 2, 0)).all()
    assert (found.places[short] == 0).all()
    # 0 or 1 of 4 with chance 1/2 each: 5/16; 4,000 sittings, five standard errors 0.037
    assert short.mean() == pytest.approx(5 / 16, abs=0.037)


VACANT = ("{principal: ask, mandate: {powers: [recommend]}}", "{principal: ask, count: 3, vacant: yes}")


def test_seats_of_officials_that_are_told_to_be_vacant_are_never_held() -> None:
    found = council(VACANT, OFFICIALS, **STEADY)
    assert set(found.seats) == {4}
    assert found.present.max() == 1


@pytest.mark.parametrize("number", range(4))
def test_seats_of_politicians_that_are_told_to_be_vacant_are_filled_by_the_next_election(number: int) -> None:
    steady = STEADY | {"politicians_tenure_years": 1000.0}
    found = council(VACANT, number=number, **steady)
    begins = elections(parameters(), chance.key(7, number), TEN)
    first = begins[begins > 0][0]
    assert set(found.present[found.time < first]) <= {1}
    assert set(found.present[found.time >= first]) == {4}
    mixed = ("kind: political", "kind: mixed")
    told = ("seats: [{principal: region,", "seats: [{principal: region, represents: officials,")
    politicians = (VACANT[0], "{principal: ask, count: 3, vacant: yes, represents: politicians}")
    of_both = council(politicians, mixed, told, number=number, **steady | {"officials_tenure_years": 1000.0})
    assert of_both.present.tolist() == found.present.tolist()


def test_an_election_fills_what_stood_vacant_of_politicians_at_once_and_nothing_of_officials() -> None:
    # seats that stand vacant for years: three of four at most times, were it not for elections
    slow = STEADY | {"vacancy_days": 9 * YEAR}
    used = {"politicians_tenure_years": 3.0, "officials_tenure_years": 3.0}
    seats = crowd(100)
    for change in ((seats[0],), seats):
        found = council(*change, MANY, **slow, **used)
        begins = elections(parameters(), chance.key(7, 0), TEN)
        after = np.searchsorted(found.time, begins[begins > 0])
        if change == seats:
            assert found.present.max() < 90
            continue
        # at the first sittings of a term hardly anybody has left; before the next, exp(-4/3) of them are there still
        assert (found.present[after] > 190).all()
        assert (found.present[after - 1] < 100).all()


def test_a_politician_who_fills_a_seat_in_the_middle_of_a_term_is_new_from_then_on() -> None:
    used = {"politicians_tenure_years": 2.0, "returned": 0.0, "new_return_without": 0.4, "new_days_without": YEAR}
    introduction = ("report_back", "introduction: none\n    report_back")
    found = council(crowd(250)[0], introduction, MANY, **STEADY, **used)
    begins = elections(parameters(), chance.key(7, 0), TEN)
    since = found.time - begins[np.searchsorted(begins, found.time, side="right") - 1]
    share = found.p_return / 0.4
    assert share[since < YEAR] == pytest.approx(1.0)
    # later those who came within the last year: 1 - exp(-1/2); 500 seats, five standard errors
    assert share[since > YEAR] == pytest.approx(1 - math.exp(-0.5), abs=0.11)
    assert share[since > YEAR].mean() == pytest.approx(1 - math.exp(-0.5), abs=0.05)


def test_many_seats_and_seats_that_nobody_tells_are_as_many_as_assumed() -> None:
    many = council(*[(old, new.replace("count: 2", "count: many")) for old, new in crowd(2)], **STEADY, seats_many=4)
    assert set(many.seats) == {8}
    plan, draws, _ = drawn(**STEADY, body_seats=15)
    assert set(of(plan, draws.sittings, "ask").seats) == {15}


def test_after_an_election_all_politicians_are_new_at_once_and_officials_are_not() -> None:
    used = {"politicians_tenure_years": 1000.0, "officials_tenure_years": 1000.0, "returned": 0.1,
            "new_return_introduced": 0.2, "new_days_introduced": 100.0}  # fmt: skip
    introduced = ("report_back", "introduction: a day\n    report_back")
    plan, draws, values = drawn(introduced, MANY, **STEADY, **used)
    found = of(plan, draws.sittings, "council")
    begins = elections(values, chance.key(7, 0), TEN)
    since = found.time - begins[np.searchsorted(begins, found.time, side="right") - 1]
    assert np.unique(found.p_return[since < 100]) == pytest.approx([0.3])
    assert found.p_return[since >= 100] == pytest.approx(0.1)
    assert (np.diff(begins) == 4 * YEAR).all()
    assert begins[0] <= 0
    assert (begins % YEAR == 0).all()
    # what counts is the share of those who came
    absent = council(introduced, MANY, **STEADY | {"attendance": 0.6}, **used)
    assert set(absent.p_return[(since < 100) & (absent.present > 0)].round(9)) == {0.3}
    officials = council(("kind: political", "kind: officials"), introduced, MANY, **STEADY, **used)
    assert officials.p_return.max() < 0.3


def test_the_first_election_is_in_any_of_the_four_years() -> None:
    values = parameters()
    begun = {float(elections(values, chance.key(7, number), TEN)[1]) for number in range(24)}
    assert begun == {0.0, YEAR, 2 * YEAR, 3 * YEAR}


@pytest.mark.parametrize(
    ("told", "days", "extra"),
    [("a day", 100, 0.2), ("none", 300, 0.5), ("unknown", None, None)],
)
def test_without_introduction_new_members_are_weaker_for_longer(
    told: str, days: float | None, extra: float | None
) -> None:
    used = {"politicians_tenure_years": 1000.0, "returned": 0.1, "new_return_introduced": 0.2,
            "new_days_introduced": 100.0, "new_return_without": 0.5, "new_days_without": 300.0,
            "introduction_untold": 0.75}  # fmt: skip
    change = ("report_back", f"introduction: {told}\n    report_back")
    plan, draws, values = drawn(change, MANY, **STEADY, **used)
    found = of(plan, draws.sittings, "council")
    begins = elections(values, chance.key(7, 0), TEN)
    since = found.time - begins[np.searchsorted(begins, found.time, side="right") - 1]
    if days is None:
        wanted = 0.1 + 0.75 * 0.2 * (since < 100) + 0.25 * 0.5 * (since < 300)
    else:
        wanted = 0.1 + np.where(since < days, extra or 0.0, 0.0)
    assert found.p_return == pytest.approx(wanted)


def test_a_member_who_came_within_the_year_is_new() -> None:
    # officials who stay two years on average, with no vacancy: the age of whoever sits is exponential, so the share
    # new within 365.25 days is 1 - exp(-1/2) at any time; 200 seats, 120 sittings that are close to independent over
    # ten years only: 200 x 5 turns; five standard errors are 5 x 0.49 / sqrt(1,000) = 0.08
    used = {"officials_tenure_years": 2.0, "returned": 0.0, "new_return_without": 0.4, "new_days_without": YEAR}
    found = council(*crowd(100), ("report_back", "introduction: none\n    report_back"), MANY, **STEADY, **used)
    share = found.p_return / 0.4
    assert share.mean() == pytest.approx(1 - math.exp(-0.5), abs=0.08)
    assert share[:12].mean() == pytest.approx(1 - math.exp(-0.5), abs=0.16)


@pytest.mark.parametrize(
    ("kind", "first", "second", "share"),
    [
        ("political", "", "", 1.0),
        ("officials", "", "", 0.0),
        ("unknown", "", "", 0.0),
        ("mixed", "", "", math.nan),
        ("mixed", "represents: politicians, count: 3", "represents: officials", 0.75),
        ("unknown", "represents: politicians", "represents: politicians", 1.0),
        ("political", "represents: politicians", "represents: officials", 0.5),
        ("officials", "represents: politicians", "", 0.0),
    ],
)
def test_who_are_politicians_is_told_by_the_kind_of_group_and_by_the_seats_where_all_tell(
    kind: str, first: str, second: str, share: float
) -> None:
    told = [
        f"{{principal: {p}, {more}}}" if more else f"{{principal: {p}}}"
        for p, more in (("region", first), ("ask", second))
    ]
    each = "mandate: {powers: [recommend]}}"
    found = org(
        ("kind: political", f"kind: {kind}"),
        (f"seats: [{{principal: region, {each}, {{principal: ask, {each}]", f"seats: [{', '.join(told)}]"),
    )
    place = group_place(found, found.thing("council"), None, None)
    assert place.politicians == pytest.approx(share, nan_ok=True)


def test_whose_the_seats_are_is_told_where_each_is_one_principals() -> None:
    shared = (
        "{principal: ask, mandate: {powers: [recommend]}}",
        "{shared_by: [ask, region], count: 4}, {principal: ask, count: many}",
    )
    found = org(shared)
    place = group_place(found, found.thing("council"), None, None)
    assert place.owners == (("ask", 0, 1), ("region", 1, 0))
    assert (place.seats, place.many) == (5, 1)


# -- arrivals --------------------------------------------------------------------------------------------------


def test_matters_arise_as_a_poisson_process_at_the_rate_of_each_class() -> None:
    plan, draws, _ = drawn(until=100 * YEAR, matters_per_year=5)
    counts = np.bincount(draws.arrivals.klass, minlength=plan.classes.rate.size)
    # 500 of each are expected; five standard deviations are 112
    assert (np.abs(counts - 500) < 112).all()
    assert (np.diff(draws.arrivals.time) >= 0).all()
    assert np.unique(draws.arrivals.uid).size == draws.arrivals.uid.size
    # between arrivals of a class the time is exponential: mean and standard deviation 1/5 of a year, and the share
    # longer than the mean 1/e; five standard errors of 2,000 gaps: 11 % of the mean, 0.054 of the share
    gaps = np.concatenate([np.diff(draws.arrivals.time[draws.arrivals.klass == k]) for k in range(counts.size)]) / YEAR
    assert gaps.mean() == pytest.approx(0.2, rel=0.12)
    assert gaps.std() == pytest.approx(0.2, rel=0.2)
    assert (gaps > 0.2).mean() == pytest.approx(math.exp(-1), abs=0.054)


def test_numbers_in_a_year_have_the_variance_of_their_mean() -> None:
    _, draws, _ = drawn(until=400 * YEAR, matters_per_year=2)
    years = np.bincount((draws.arrivals.time // YEAR).astype(int), minlength=400)
    assert years.mean() == pytest.approx(8, abs=5 * math.sqrt(8 / 400))
    # the variance of a Poisson number is its mean; its estimate from 400 years has a standard error of 7 %
    assert years.var() == pytest.approx(8, rel=0.36)


# -- the same again, and elsewhere -----------------------------------------------------------------------------


def equal(one: Draws, other: Draws) -> bool:
    pairs = [*zip(one.sittings, other.sittings, strict=True), *zip(one.arrivals, other.arrivals, strict=True)]
    return all(np.array_equal(a, b) for a, b in pairs)


def test_the_same_seed_and_replication_give_the_same_and_others_do_not() -> None:
    assert equal(drawn()[1], drawn()[1])
    assert not equal(drawn()[1], drawn(number=1)[1])


def test_two_structures_meet_the_same_matters_and_a_group_in_both_sits_on_the_same_days_with_the_same_members() -> None:
    one, first, _ = drawn(matters_per_year=1)
    # another structure: a further topic and group, listed before the ones that both have
    group = "  aaa:\n    level: county\n    remit: {topics: [other]}\n    seats: [region, ask]\n"
    more = ("  council:\n", f"{group}  council:\n")
    topic = ("topics:\n", "topics:\n  other: {}\n")
    two, second, _ = drawn(more, topic, matters_per_year=1)
    assert two.stations.place.size > one.stations.place.size

    def matters(plan: Plan, draws: Draws) -> set[tuple[float, int, str, str]]:
        told = zip(draws.arrivals.time, draws.arrivals.uid, draws.arrivals.klass, strict=True)
        return {
            (float(t), int(u), plan.topics[plan.classes.topic[k]], plan.principals[plan.classes.principal[k]])
            for t, u, k in told
            if plan.topics[plan.classes.topic[k]] != "other"
        }

    assert matters(one, first) == matters(two, second)
    for place in ("council", "local", "ask"):
        a, b = of(one, first.sittings, place), of(two, second.sittings, place)
        for name in ("time", "closes", "places", "p_return", "present", "held"):
            np.testing.assert_array_equal(getattr(a, name), getattr(b, name))


def test_a_plan_that_has_travelled_to_another_process_draws_the_same() -> None:
    plan, here, values = drawn()
    there, carried = pickle.loads(pickle.dumps((plan, values)))  # noqa: S301 - our own bytes
    assert carried == values
    assert equal(draw(there, carried, chance.key(7, 0), TEN), here)


def test_parameters_without_what_the_model_tells_draw_as_with_it() -> None:
    plan, here, values = drawn()
    assert equal(draw(plan, values.of(org()), chance.key(7, 0), TEN), here)


def test_a_longer_run_begins_as_a_shorter_one() -> None:
    plan, short, values = drawn(until=YEAR)
    long = draw(plan, values, chance.key(7, 0), TEN)
    count = short.sittings.time.size
    for one, other in zip(short.sittings, long.sittings, strict=True):
        np.testing.assert_array_equal(one, other[:count])
    count = short.arrivals.time.size
    for one, other in zip(short.arrivals, long.arrivals, strict=True):
        np.testing.assert_array_equal(one, other[:count])


def test_a_run_of_no_time_and_a_structure_without_groups_draw_nothing() -> None:
    plan, none, values = drawn(until=0.0)
    assert none.sittings.time.size == none.arrivals.time.size == 0
    never = draw(plan, values.with_(matters_per_year=0), chance.key(7, 0), YEAR)
    assert never.sittings.time.size > 0

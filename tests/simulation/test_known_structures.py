"""Structures as users write them, simulated, against what is known of them by hand or from queueing theory."""

from __future__ import annotations

from collections import Counter
from typing import Any

import numpy as np
import pytest
from tests.simulation.known import YEAR, council, local, quiet

from remit.graph.org import Org
from remit.simulation.eventlog.write import log_of
from remit.simulation.outcome.run import Setting, Simulation, first_run, simulate
from remit.simulation.outcome.window import window

MONTH = YEAR / 12


def run(org: Org, years: float = 12, replications: int = 12, **numbers: float) -> Simulation:
    return simulate(org, years=years, replications=replications, parameters=quiet(**numbers))


def holds(found: Simulation, measure: str, expected: float, most: float) -> None:
    """Within twice the half width of the 95 % interval (one time in ten thousand by luck), which says something."""
    one = found[measure]
    assert one.half <= most * max(expected, 1e-9)
    assert abs(one.mean - expected) <= 2 * one.half + 1e-9, (measure, expected, one)


def test_a_matter_waits_half_the_time_between_meetings_for_room_enough_and_longer_for_one_place() -> None:
    holds(run(local()), "mean", MONTH / 2, 0.05)
    # cases/README.md: one place per agenda, load 0.5: exactly one interval
    holds(run(local(), 80, matters_per_year=6, group_places=1), "mean", MONTH, 0.1)


@pytest.mark.parametrize("principals", [1, 3, 9])
def test_the_last_of_n_bodies_with_phases_of_their_own_sits_after_n_of_n_plus_1_intervals(principals: int) -> None:
    found = run(council(principals), 6, 80, body_meetings=8, matters_per_year=30 / principals)
    holds(found, "mean", YEAR / 8 + YEAR / 8 * principals / (principals + 1), 0.05)


@pytest.mark.parametrize(("p", "most"), [(0.25, 100), (0.5, 1)])
def test_returns_are_geometric_and_what_is_treated_as_it_is_at_last_is_no_return(p: float, most: int) -> None:
    found = run(local(), returned=p, returns_most=most)
    times = sum(p**number for number in range(1, most + 1))
    holds(found, "mean", MONTH / 2 + MONTH * times, 0.08)
    holds(found, "returned", times / (1 + times), 0.05)


def test_an_event_log_tells_no_return_of_what_a_sitting_treats_after_all() -> None:
    plan, records = first_run(local(), Setting(window(6)), quiet(returned=0.6, returns_most=2))
    for trace in log_of(plan, records, local().on).traces:
        told = Counter(event.activity for event in trace.events)
        assert told["meet:1: returned"] <= 2
        assert told["meet:1"] == told["carried out"]


def test_all_of_three_must_approve_or_one_alone_where_none_needs_the_others() -> None:
    holds(run(council(3), approve=0.8), "arrived", 0.8**3, 0.05)
    again = run(council(3, ("way_on: none", "way_on: yes")), approve=0.8, taken_up_again=0.7)
    holds(again, "arrived", 0.8**3 + (1 - 0.8**3) * 0.7 * 0.8**3, 0.05)
    alone = run(council(3, ("unanimous: yes", "unanimous: no")), approve=0.8)
    holds(alone, "arrived", 0.8, 0.05)
    holds(alone, "rejected", 0.2, 0.1)


def test_what_is_raised_again_gets_so_many_more_chances() -> None:
    found = run(local(), approve=0.6, raised_again=0.3, generations=2)
    holds(found, "arrived", 0.6 * (1 + 0.4 * 0.3 + (0.4 * 0.3) ** 2), 0.05)


def test_half_of_the_recommendations_lapse_in_half_the_time_between_the_bodys_sittings() -> None:
    found = run(council(1), 12, 80, body_meetings=2, lapse_days=YEAR / 4)
    holds(found, "lapsed", 0.5, 0.1)
    holds(found, "stopped", 0.5, 0.1)
    treated = {one["at"]["id"]: one["treated"]["mean"] for one in found.to_dict("en")["queues"]}
    assert treated["p0"] == pytest.approx(treated["council"] / 2, rel=0.1)  # what lapsed was not treated


def test_a_queue_with_twice_as_many_matters_as_places_grows_by_the_difference() -> None:
    found = run(local(), 20, 12, matters_per_year=24, group_places=1)
    holds(found, "queue", 12 * (4 + 20) / 2, 0.1)
    assert abs(found.growth.mean - 12 * 8) <= 2 * found.growth.half
    assert any("queue grows as long as one runs" in note.en for note in found.notes)


def test_a_summer_without_meetings_makes_the_wait_that_of_uneven_gaps() -> None:
    gaps = np.full(6, (YEAR - 49) / 6)
    gaps[0] += 49  # six meetings a year, seven weeks without
    found = run(local(("meetings_per_year: 12", "meetings_per_year: 6")), summer_weeks=7)
    holds(found, "mean", float((gaps**2).sum() / (2 * gaps.sum())), 0.05)


def test_after_an_election_all_are_new_for_a_year_and_send_back_more() -> None:
    org = local(("kind: officials", "kind: political\n    introduction: none"))
    numbers = {"politicians_tenure_years": 1000, "returns_most": 100, "new_days_without": 365}
    found = run(org, 40, 10, new_return_without=0.4, **numbers)
    # twelve sittings a year with equally many new matters; what was sent back comes again
    back = sum(0.4 * (1 - 0.4**sitting) / 0.6 for sitting in range(1, 13))
    holds(found, "returned", back / (48 + back), 0.1)


TWO = ("      - {principal: p1, mandate: {powers: [recommend]}}\n", "")


@pytest.mark.parametrize(
    ("change", "step", "share"),
    [
        (TWO, "1", 0.5),
        (("mandate: {powers: [recommend]}", "mandate: none"), "2", 1),
        (("[{to: p0, for_decision: yes}, {to: p1, for_decision: yes}]", "none"), "4", 1),
    ],
    ids=["no seat", "no owner", "no recommendation"],
)
def test_matters_stop_for_good_where_the_link_is_missing_and_some_are_raised_again(
    change: tuple[str, str], step: str, share: float
) -> None:
    found = run(council(2, change), raised_again=0.3, generations=2)
    holds(found, "stopped", share, 0.05)
    assert {one["step"] for one in found.to_dict("en")["stops"]} == {step}
    more = share * (0.3 + 0.3**2)
    holds(found, "again", more / (1 + more), 0.1)


def test_where_no_outcome_is_reported_the_group_and_whoever_raised_it_each_raise_some_anew() -> None:
    found = run(council(2, ("report_back: to the next meeting", "report_back: none")), untold_again=0.2)
    assert found["arrived"].mean == 1
    more = 0.4 + 0.4**2  # for each of two not told a fifth, twice over
    holds(found, "copies", more / (1 + more), 0.1)


def test_a_group_that_never_meets_keeps_everything_and_it_is_said() -> None:
    found = run(local(("meetings_per_year: 12", "meetings_per_year: 0")), 5, 3)
    assert (found["under_way"].mean, found["stopped"].mean, found["meeting_hours"].mean) == (1, 0, 0)
    assert any("none is ever treated" in note.en for note in found.notes)


def test_twice_the_time_for_everything_makes_every_wait_twice_as_long() -> None:
    slow: dict[str, Any] = {"matters_per_year": 4.8, "group_places": 1}
    fast = run(local(), 10, 3, matters_per_year=9.6, group_places=1)
    slower = run(local(("meetings_per_year: 12", "meetings_per_year: 6")), 20, 3, **slow)
    assert slower["mean"].mean == pytest.approx(2 * fast["mean"].mean, rel=1e-9)
    assert slower["p90"].mean == pytest.approx(2 * fast["p90"].mean, abs=0.02)  # kept to a hundredth


def test_more_meetings_never_make_the_wait_longer() -> None:
    waits = [
        simulate(council(2, ("meetings_per_year: 4", f"meetings_per_year: {number}")), years=8, replications=10)[
            "waited"
        ].mean
        for number in (1, 2, 4, 8, 16)
    ]
    assert waits == sorted(waits, reverse=True)

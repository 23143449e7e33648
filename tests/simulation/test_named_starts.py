"""Matters whose beginning is named: their programme, reasoned out by hand, and what is told of them."""

from __future__ import annotations

import json

import numpy as np
import pytest
from tests.simulation.small import SEAT_BELOW, class_of, org, parameters, piece
from tests.simulation.test_flow_by_hand import CERTAIN, CHIEFS, COUNCIL, DATES, LOCAL, next_sitting, of_class, when
from tests.simulation.test_programme import CLOSED

from remit.graph.calendar import YEAR
from remit.graph.loop import LoopError, route
from remit.simulation import chance
from remit.simulation.build import build, draw
from remit.simulation.engines import run
from remit.simulation.outcome import compare, simulate
from remit.simulation.plan import Plan, Start, What

CLINIC = Start("clinic", "care", "clinics", "ask")
RUN = {"years": 10.0, "replications": 6, "seed": 3}


def planned(start: Start, *changes: tuple[str, str]) -> tuple[Plan, int]:
    """A plan with one named start, and the number of its class."""
    plan = build(org(*changes), parameters(), starts=[start])
    ((klass, told),) = plan.starts
    assert told is start
    return plan, klass


def rows(start: Start, *changes: tuple[str, str]) -> list[str]:
    plan, klass = planned(start, *changes)
    return piece(plan, int(plan.classes.first[klass]), forks=False)


def test_a_matter_from_a_unit_of_the_region_in_a_municipality_goes_its_way_and_begins_and_ends_at_the_unit() -> None:
    wanted = [line.replace("rise:1 @ask", "rise:1 @clinics").replace("out @ask", "out @clinics") for line in CLOSED]
    assert rows(CLINIC) == wanted
    plan, klass = planned(CLINIC)
    assert plan.principals[plan.classes.principal[klass]] == "ask"
    assert plan.classes.rate[klass] == 1.0


def test_a_matter_from_a_group_is_there_already_and_is_not_carried_up_to_it() -> None:
    assert rows(Start("here", "care", "local", "ask")) == [
        "1 MEET meet:1 @local", *[line.replace("out @ask", "out @local") for line in CLOSED[2:]],
    ]  # fmt: skip


def test_from_a_unit_or_function_it_is_a_step_for_each_level_to_the_group() -> None:
    told = ("units:\n", "units:\n  office: {principal: ask, level: county, kind: department}\n")
    post = ("groups:\n", "functions:\n  head: {unit: office}\ngroups:\n")
    for start in ("office", "head"):
        up = [line for line in rows(Start("x", "care", start), told, post) if "rise:" in line]
        assert up == [f"1 WAIT rise:1 @{start}", f"1 WAIT rise:2 @{start}"]
    # a function of which no unit is told: as from the front line
    loose = ("groups:\n", "functions:\n  head: {principal: ask}\ngroups:\n")
    assert [line for line in rows(Start("x", "care", "head"), loose) if "rise:" in line] == ["1 WAIT rise:1 @head"]


def test_what_is_broken_for_the_start_stops_it_where_the_route_query_says() -> None:
    without = (SEAT_BELOW, "")
    assert route(org(without), "ask", "small").steps[0].state == "broken"
    assert rows(Start("x", "small", "ask"), without)[-1] == "1 STOP stop:1 @local broken"
    # the clinic is the region's, which has a seat
    assert rows(Start("x", "small", "clinics", "ask"), without)[:2] == [
        "1 WAIT rise:1 @clinics", "1 MEET meet:1 @local",
    ]  # fmt: skip


def test_an_unknown_start_topic_or_principal_is_told_as_the_route_query_tells_it() -> None:
    for start in (CLINIC._replace(start="clinix"), CLINIC._replace(topic="car"), CLINIC._replace(principal="asq")):
        with pytest.raises(LoopError):
            build(org(), parameters(), starts=[start])


def test_the_programme_of_all_other_matters_is_as_it_was() -> None:
    plain, named = build(org(), parameters()), build(org(), parameters(), starts=[CLINIC])
    number = len(plain.classes.rate)
    assert (plain.starts, named.starts) == ((), ((number, CLINIC),))
    for klass in range(number):
        assert piece(named, int(named.classes.first[klass])) == piece(plain, int(plain.classes.first[klass]))
        assert named.classes.stream[klass] == plain.classes.stream[klass]


def test_it_is_carried_out_on_the_day_that_calendars_and_times_give() -> None:
    used = parameters(**CERTAIN)
    plan = build(org(*DATES, CHIEFS), used, starts=[CLINIC])
    key = chance.key(5, 0)
    records = run(plan, draw(plan, used, key, 12 * YEAR), key, 12 * YEAR, engine="plain")
    ((klass, _),) = plan.starts
    found = 0
    for uid, raised in of_class(plan, records, klass):
        at = next_sitting(LOCAL, raised + 14, 10)
        at = next_sitting(COUNCIL, at + 2 * 14 + 45, 10)
        at += 30 + 10 + 14 + 2 * 30
        if at <= 12 * YEAR:
            assert when(records, uid, What.ARRIVED) == [pytest.approx(at, abs=1e-6)]
            found += 1
    assert found >= 5
    assert class_of(plan, "care", "ask") != klass


def test_the_whole_does_not_count_them_and_they_are_told_by_themselves() -> None:
    plain, named = simulate(org(), **RUN), simulate(org(), starts=[CLINIC], **RUN)
    assert named["raised"].mean == plain["raised"].mean
    assert ("start", "clinic") in named.parts.names
    part = named.part("start", "clinic", "arrived")
    assert part.mean == pytest.approx(np.nanmean(named.of_start("clinic", "arrived")))
    told = next(one for one in named.to_dict("en")["parts"] if one["kind"] == "start")
    assert told["id"] == "clinic"
    assert "clinics" in told["name"]
    assert named.setting.to_dict()["starts"][0]["from"] == "clinics"


def test_one_matter_a_year_is_raised_as_told() -> None:
    found = simulate(org(), starts=[CLINIC._replace(a_year=20.0)], years=10, replications=10)
    # Poisson with 20 a year over 4 years in each of ten replications: 800, standard deviation 28
    assert found.part("start", "clinic", "raised").mean == pytest.approx(20, abs=4 * 28 / 40)


def test_the_same_matters_arise_in_another_structure_and_the_same_structure_differs_by_nothing() -> None:
    both = compare([org(), org((SEAT_BELOW, ""))], starts=[CLINIC], **RUN)
    raised = [one.of_start("clinic", "raised").tolist() for one in both.simulations]
    assert raised[0] == raised[1]
    same = compare([org(), org()], starts=[CLINIC], **RUN)
    assert same.difference(1, "waited", "clinic").verdict == "same"


def test_a_broken_start_never_arrives_and_stops_at_its_step() -> None:
    stopped = simulate(org((SEAT_BELOW, "")), starts=[Start("x", "small", "ask", a_year=5)], **RUN)
    assert stopped.of_start("x", "arrived").max() == 0
    at = stopped.stops_of_start("x")
    assert at[0] == pytest.approx(stopped.part("start", "x", "stopped").mean)
    assert at[1:].max() == 0


def test_it_can_be_shared_among_processes_to_the_bit() -> None:
    here, there = (simulate(org(), starts=[CLINIC], **RUN, workers=n) for n in (1, 2))
    assert json.dumps(here.to_dict()) == json.dumps(there.to_dict())

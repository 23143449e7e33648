"""What goes wrong is named and stopped."""

from __future__ import annotations

import pickle

import numpy as np
import pytest

from remit.simulation.engines import PlanErrors, Runaway, in_vain, run
from remit.simulation.engines.by_hand import Programme, Sitting, draws, fixed
from remit.simulation.plan import NOBODY, Draws, Op, Plan

ENGINES = ["compiled", "plain", "reference"]


def ring() -> tuple[Plan, Draws]:
    """A matter goes round without time passing."""
    programme = Programme()
    programme.klass("a", "first")
    programme.wait("first", fixed(0))
    programme.chance("round", 0.0, "first")
    programme.end("done")
    plan = programme.plan()
    return plan, draws(plan, (), [(3.0, "a", 1)])


@pytest.mark.parametrize("engine", ENGINES)
def test_matters_that_go_round_without_time_passing_are_stopped_and_named(engine: str) -> None:
    plan, drawn = ring()
    with pytest.raises(Runaway, match=r"day 3: more than 1000 steps.*(first|round)") as caught:
        run(plan, drawn, 1, 10.0, engine, at_once=1000)
    assert caught.value.time == 3.0
    assert "Flödet stannar dag 3" in caught.value.render("sv")


@pytest.mark.parametrize("engine", ENGINES)
def test_matters_that_give_rise_to_one_another_without_end_are_stopped(engine: str) -> None:
    programme = Programme()
    programme.klass("a", "double")
    programme.copy("double", 1, "a", generations=1_000_000)
    programme.wait("a while", fixed(1))
    programme.chance("back", 0.0, "double")
    programme.end("done")
    plan = programme.plan()
    with pytest.raises(Runaway, match="more than"):
        run(plan, draws(plan, (), [(0.0, "a", 1)]), 1, 100.0, engine, at_once=5000, cap=20_000)


@pytest.mark.parametrize("engine", ENGINES)
def test_more_events_than_allowed_end_the_run(engine: str) -> None:
    programme = Programme()
    programme.klass("a", "first")
    programme.wait("first", fixed(1))
    programme.chance("round", 0.0, "first")
    programme.end("done")
    plan = programme.plan()
    with pytest.raises(Runaway, match="more than 300 events") as caught:
        run(plan, draws(plan, (), [(0.0, "a", 1)]), 1, 1e6, engine, cap=300)
    assert caught.value.time == 100.0


def test_a_runaway_can_be_sent_to_another_process() -> None:
    plan, drawn = ring()
    with pytest.raises(Runaway) as caught:
        run(plan, drawn, 1, 10.0, at_once=1000)
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)  # noqa: S301 - our own bytes


def test_who_waits_for_a_sitting_that_never_comes_is_told_with_the_place_and_the_number() -> None:
    programme = Programme()
    programme.klass("a", "council")
    programme.meet("council")
    programme.meet("board")
    programme.end("done")
    plan = programme.plan()
    sittings = [*(Sitting(float(day), "council", 5) for day in range(0, 101, 10)), Sitting(50.0, "board", 0)]
    drawn = draws(plan, sittings, [(1.0, "a", 1), (22.0, "a", 2), (99.5, "a", 3)])
    records = run(plan, drawn, 1, 100.0)
    (found,) = in_vain(plan, drawn, records, 100.0)
    assert (found.place, found.label, found.waiting, found.since) == ("board", "board", 3, 10.0)
    assert "3 matters" in found.text.en
    assert "3 ärenden" in found.text.sv


def test_who_waits_for_the_next_sitting_does_not_wait_in_vain() -> None:
    programme = Programme()
    programme.klass("a", "council")
    programme.meet("council")
    programme.end("done")
    plan = programme.plan()
    drawn = draws(plan, [Sitting(float(day), "council", 5) for day in range(0, 200, 10)], [(95.0, "a", 1)])
    assert in_vain(plan, drawn, run(plan, drawn, 1, 99.0), 99.0) == ()


def _plan() -> tuple[Plan, Draws]:
    programme = Programme()
    programme.station("desk", 1)
    programme.klass("a", "w")
    programme.wait("w", fixed(1))
    programme.meet("m", back="w", at_last="done", tries=1)
    programme.serve("s", fixed(1), "desk")
    programme.chance("c", 0.5, "w")
    programme.copy("copied", 0.5, "a")
    programme.fork("f", {"ask": "y", "birk": "y"})
    programme.join("j", "f", "w")
    programme.end("done")
    programme.stop("lost", fixed(1), p=0.5, again="a")
    programme.answer("y")
    plan = programme.plan()
    return plan, draws(plan, [Sitting(1.0, "m", 1, p_return=0.5), Sitting(2.0, "m", 1)], [(0.0, "a", 1), (1.0, "a", 2)])


def _changed(plan: Plan, row: int, **values: float) -> Plan:
    columns = {name: getattr(plan.rows, name).copy() for name in values}
    for name, value in values.items():
        columns[name][row] = value
    rows = plan.rows._replace(**columns)
    return Plan(rows, plan.children, plan.stations, plan.classes, plan.places, plan.principals, plan.topics, plan.extra)


@pytest.mark.parametrize(
    ("row", "values", "what"),
    [
        (0, {"a": -1.0}, "negative"),
        (0, {"a": np.nan}, "no number"),
        (1, {"station": 7}, "station that there is not"),
        (1, {"station": 0}, "met where somebody works"),
        (1, {"other": NOBODY}, "returned to a row that there is not"),
        (2, {"station": 1}, "served where somebody sits"),
        (3, {"jump": 99}, "jumps to a row"),
        (3, {"p": 1.5}, "probability"),
        (4, {"jump": 5}, "class that there is not"),
        (5, {"other": 0}, "no other fork"),
        (5, {"other": 5}, "no other fork"),
        (5, {"limit": 9}, "not in the table"),
        (6, {"other": 0}, "joins what is no fork"),
        (6, {"jump": -5}, "jumps to a row"),
        (8, {"jump": 5}, "class that there is not"),
        (9, {"op": Op.WAIT}, "goes on to the next row"),
        (9, {"op": Op.END}, "a child comes to it"),
        (7, {"op": Op.ANSWER}, "no child comes to it"),
    ],
)
def test_a_row_that_cannot_be_played_is_refused_by_its_label(row: int, values: dict[str, float], what: str) -> None:
    plan, drawn = _plan()
    wrong = _changed(plan, row, **values)
    with pytest.raises(PlanErrors, match=what) as caught:
        run(wrong, drawn, 1, 10.0)
    assert any(label == plan.rows.label[row] for label, _ in caught.value.faults)


def test_two_children_of_one_principal_are_refused() -> None:
    plan, drawn = _plan()
    children = plan.children._replace(principal=np.zeros(2, np.int32))
    wrong = Plan(
        plan.rows, children, plan.stations, plan.classes, plan.places, plan.principals, plan.topics, plan.extra
    )
    with pytest.raises(PlanErrors, match="two children of one principal"):
        run(wrong, drawn, 1, 10.0)


def test_draws_that_cannot_be_played_are_refused() -> None:
    plan, drawn = _plan()
    sittings, arrivals = drawn
    for wrong, what in (
        (drawn._replace(arrivals=arrivals._replace(uid=np.array([1, 1], np.uint64))), "uid twice"),
        (drawn._replace(arrivals=arrivals._replace(time=np.array([1.0, 0.0]))), "arrivals: are not in the order"),
        (drawn._replace(arrivals=arrivals._replace(klass=np.array([0, 4], np.int32))), "class that there is not"),
        (drawn._replace(sittings=sittings._replace(time=np.array([2.0, 1.0]))), "sittings: are not in the order"),
        (drawn._replace(sittings=sittings._replace(closes=np.array([1.5, 1.0]))), "close after they are held"),
        (drawn._replace(sittings=sittings._replace(places=np.array([1, -1], np.int32))), "fewer places than none"),
    ):
        with pytest.raises(PlanErrors, match=what):
            run(plan, wrong, 1, 10.0)


def test_an_engine_that_there_is_not_is_refused_with_those_that_there_are() -> None:
    plan, drawn = ring()
    with pytest.raises(ValueError, match="compiled, plain, reference, recursion"):
        run(plan, drawn, 1, 10.0, "steam")

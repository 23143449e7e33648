"""The plans of the shipped models and of generated organisations: they say what the audit's loop says, no more."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from functools import cache

import numpy as np
import pytest
from tests.organisations import organisation

import remit
from remit.graph.loop import Loop, Route, loops
from remit.graph.org import Org
from remit.model.files import loads
from remit.simulation import chance
from remit.simulation.build import build, draw
from remit.simulation.engines.check import check as engine_check
from remit.simulation.parameters import load_parameters
from remit.simulation.plan import NOBODY, STEPS, Draws, Op, Plan, State

SHIPPED = (
    "angelholm-2019", "blekinge-2018", "made-up-forms-of-cooperation", "skane-2012", "skane-2013-proposal",
    "skane-2019", "skane-2023", "varmland-2018", "vasterbotten-2017", "vasterbotten-2019", "vastra-gotaland-2019",
)  # fmt: skip


@cache
def shipped(name: str) -> tuple[Org, Plan]:
    found = Org(remit.load(name).model)
    return found, build(found, load_parameters())


def reached(plan: Plan, first: int) -> set[int]:
    """The rows that a matter or child can come to, whether open links are there or not."""
    rows, found, left = plan.rows, set[int](), [first]
    while left:
        here = left.pop()
        if here in found:
            continue
        found.add(here)
        op = Op(rows.op[here])
        if op in (Op.STOP, Op.END, Op.ANSWER):
            continue
        following = [here + 1]
        if op in (Op.MEET, Op.JOIN):
            following += [int(rows.jump[here]), *([int(rows.other[here])] if op == Op.MEET else [])]
        if op == Op.CHANCE and rows.jump[here] != NOBODY:
            following.append(int(rows.jump[here]))
        left += following
    return found


def check(plan: Plan) -> None:
    """Every number points at what it must, and nothing runs past the end of the programme."""
    rows, children = plan.rows, plan.children
    size = len(rows.op)
    assert len(rows.label) == size
    for row in range(size):
        op, limit, jump = Op(rows.op[row]), int(rows.limit[row]), int(rows.jump[row])
        assert 0 <= rows.p[row] <= 1
        if op not in (Op.STOP, Op.END, Op.ANSWER):
            assert row + 1 < size
        if op in (Op.CHANCE, Op.JOIN, Op.MEET):
            assert 0 <= jump < size
        if op == Op.MEET:
            assert 0 <= rows.station[row] < plan.stations.place.size
            assert rows.other[row] == row + 1
        if op in (Op.COPY, Op.STOP):
            assert 0 <= jump < plan.classes.rate.size
        if op == Op.FORK:
            assert limit >= 1
            assert 0 <= jump <= jump + limit <= children.first.size
            assert len(set(children.principal[jump : jump + limit].tolist())) == limit
        if op == Op.JOIN or (op == Op.FORK and rows.other[row] != NOBODY):
            assert rows.op[rows.other[row]] == Op.FORK
    for first in children.first:
        inside = reached(plan, int(first))
        assert all(Op(rows.op[row]) not in (Op.FORK, Op.JOIN, Op.END, Op.STOP) for row in inside)
        assert any(Op(rows.op[row]) == Op.ANSWER for row in inside)
    for number, first in enumerate(plan.classes.first):
        inside = reached(plan, int(first))
        assert all(Op(rows.op[row]) != Op.ANSWER for row in inside)
        drawing = [rows.label[row] for row in inside if Op(rows.op[row]) in (Op.WAIT, Op.MEET, Op.COPY, Op.STOP)]
        once = {label for label in drawing if label not in ("minutes", "stop:7", "untold:6a", "untold:6b")}
        assert len([label for label in drawing if label in once]) == len(once), plan.topics[plan.classes.topic[number]]


def stops(plan: Plan, inside: set[int], state: State) -> set[str]:
    rows = plan.rows
    return {STEPS[rows.step[row]] for row in inside if rows.op[row] == Op.STOP and rows.state[row] == state}


def agrees(plan: Plan, route: Route, first: int) -> None:
    """A closed loop arrives and stops nowhere but at a rejection; a broken one has no way past the step that is
    broken; an open one has both.
    """
    rows, inside = plan.rows, reached(plan, first)
    state = {step.key: step.state for step in route.steps}
    broken = [key for key in STEPS if state[key] == "broken" and key not in ("6a", "6b")]
    opened = [key for key in STEPS if state[key] == "open" and key not in ("6a", "6b")]
    before = [key for key in opened if not broken or key < broken[0]]
    ends = any(rows.op[row] == Op.END for row in inside)
    assert ends == (not broken)
    assert stops(plan, inside, State.BROKEN) == set(broken[:1])
    assert stops(plan, inside, State.OPEN) == set(before)
    if broken:
        assert all(STEPS[rows.step[row]] <= broken[0] or rows.label[row] == "rejected" for row in inside)
    untold = {STEPS[rows.step[row]] for row in inside if rows.op[row] == Op.COPY and rows.step[row] > 0}
    # the report is on the way where the decision is
    lacking = {key for key in ("6a", "6b") if state[key] in ("open", "broken")}
    assert untold == (lacking if not broken or broken[0] == "7" else set())
    assert plan.places[rows.place[max(inside)]]


@pytest.mark.parametrize("name", SHIPPED)
def test_classes_are_topics_by_care_principals_and_each_agrees_with_its_cell_of_the_loop_matrix(name: str) -> None:
    found, plan = shipped(name)
    matrix = loops(found)
    count = len(matrix.topics) * len(matrix.principals)
    assert [plan.topics[t] for t in plan.classes.topic[:count]] == [cell.topic for cell in matrix.cells]
    assert [plan.principals[p] for p in plan.classes.principal[:count]] == [cell.principal for cell in matrix.cells]
    assert (plan.classes.rate[:count] > 0).all()
    assert (plan.classes.rate[count:] == 0).all()
    for route, first in zip(matrix.routes, plan.classes.first[:count], strict=True):
        agrees(plan, route, int(first))
    check(plan)
    engine_check(plan, draw(plan, load_parameters(), chance.key(1, 0), 365.25))


def test_in_the_county_of_2019_what_is_closed_arrives_and_in_2017_nothing_is_sure_to() -> None:
    shares = {}
    for name in ("vasterbotten-2017", "vasterbotten-2019"):
        found, plan = shipped(name)
        count = len(found.care_principals) * len(plan.topics)
        inside = [reached(plan, int(first)) for first in plan.classes.first[:count]]
        sure = [not stops(plan, rows, State.OPEN) and not stops(plan, rows, State.BROKEN) for rows in inside]
        shares[name] = sum(sure) / count
        assert shares[name] == pytest.approx(loops(found).closure[0], abs=1e-6)
    assert shares["vasterbotten-2017"] == 0 < shares["vasterbotten-2019"]


def test_a_shipped_model_says_how_often_its_groups_meet_and_so_they_do() -> None:
    found, plan = shipped("vasterbotten-2017")
    used = load_parameters().of(found)
    draws = draw(plan, used, chance.key(1, 0), 40 * 365.25)
    for number, place in enumerate(plan.stations.place):
        if f"meetings:{plan.places[place]}" in used:
            held = (draws.sittings.station == number).sum()
            assert held == pytest.approx(40 * used[f"meetings:{plan.places[place]}"], abs=1)
    assert used["meetings:lsg"] == used["meetings:lbu"] == 4
    assert used["term:lsg"] == 1


@pytest.mark.parametrize("seed", range(40))
def test_any_organisation_has_a_plan_that_agrees_with_its_loops_and_draws(seed: int) -> None:
    found = Org(loads(organisation(seed)))
    plan = build(found, load_parameters())
    check(plan)
    loop = Loop(found)
    number = 0
    for topic in plan.topics:
        for principal in found.care_principals:
            agrees(plan, loop.follow(principal, topic, principal), int(plan.classes.first[number]))
            number += 1
    draws = draw(plan, load_parameters(), chance.key(1, seed), 3 * 365.25)
    engine_check(plan, draws)
    assert np.isfinite(draws.sittings.time).all()
    assert ((draws.sittings.p_return >= 0) & (draws.sittings.p_return <= 1)).all()
    assert (draws.sittings.places[draws.sittings.held > 0] == 0).all()


def digest(plan: Plan, draws: Draws) -> str:
    made = hashlib.sha256()
    for part in (plan.rows, plan.children, plan.stations, plan.classes, draws.sittings, draws.arrivals):
        for column in part:
            made.update(column.tobytes() if isinstance(column, np.ndarray) else "\n".join(column).encode())
    made.update("\n".join((*plan.places, *plan.principals, *plan.topics)).encode())
    return made.hexdigest()


def test_the_plan_and_its_draws_are_the_same_bytes_whatever_order_sets_have() -> None:
    code = (
        "from tests.simulation.test_shipped_plans import *;"
        "f, p = shipped('vasterbotten-2019'); print(digest(p, draw(p, load_parameters(), chance.key(1, 2), 3652.5)))"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(told) == 1

"""A sweep gives the same wherever it is run, goes on where it was, and compares under the same arrivals and luck."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import remit
from remit.graph.org import Org
from remit.simulation.build import build
from remit.simulation.outcome.run import Setting, farmed, replicate, simulate
from remit.simulation.outcome.setting import check, check_before
from remit.simulation.outcome.tornado import tornado
from remit.simulation.outcome.window import SimulationError, window
from remit.simulation.parameters import Parameters, load_parameters
from remit.simulation.spread import Structures, Where
from remit.simulation.sweep import Sweep, steps, sweep

ASKED = {"years": 3.0, "warm_up": 0.5, "follow": 1.0, "replications": 12, "seed": 7}


@pytest.fixture(scope="module")
def orgs() -> list[Org]:
    return [remit.load(name).org for name in ("vasterbotten-2017", "vasterbotten-2019")]


@pytest.fixture(scope="module")
def here(orgs: list[Org]) -> Sweep:
    return sweep(orgs, {"stay_days": (60.0, 600.0)}, **ASKED)


def test_processes_give_the_same_bits(orgs: list[Org], here: Sweep) -> None:
    there = sweep(orgs, {"stay_days": (60.0, 600.0)}, **ASKED, where=Where(workers=2))
    assert there.values.tobytes() == here.values.tobytes()
    assert there.points == here.points


def test_a_cluster_gives_the_same_bits(orgs: list[Org], here: Sweep, cluster: Any) -> None:
    cluster.worker(), cluster.worker()
    there = sweep(orgs, {"stay_days": (60.0, 600.0)}, **ASKED, where=Where(scheduler=cluster.address))
    assert there.values.tobytes() == here.values.tobytes()


@pytest.mark.parametrize("a_year", [0.0, 0.1])
def test_what_is_asked_for_is_checked_before_there_is_a_plan_as_with_one(orgs: list[Org], a_year: float) -> None:
    org = orgs[1]
    numbers = load_parameters().with_(matters_per_year=a_year).of(org)
    plan = build(org, numbers)
    group = next(iter(org.groups())).id
    for topics in ((), plan.topics[:1], (group,)):
        for principals in ((), plan.principals[-1:], (group,)):
            setting = Setting(window(3.0, 0.5, 1.0), 12, 7, topics, principals)
            told = []
            title = org.model.head.title
            for asked in (partial(check, plan, setting, title), partial(check_before, org, numbers, setting)):
                try:
                    asked()
                    told.append("")
                except SimulationError as error:
                    told.append(str(error))
            assert told[0] == told[1]
            assert bool(told[0]) == (a_year == 0 or (group,) in (topics, principals))


def test_a_point_without_changes_is_what_a_simulation_alone_gives(orgs: list[Org]) -> None:
    alone = simulate(orgs[0], **ASKED)
    swept = sweep(orgs[:1], **ASKED)
    assert np.array_equal(swept.values[0], alone.values, equal_nan=True)


def test_replications_done_elsewhere_are_the_same_in_everything_that_is_kept(orgs: list[Org], tmp_path: Path) -> None:
    setting = Setting(window(3.0, 0.5, 1.0), 12, 7)
    numbers = load_parameters().of(orgs[1])
    plan, _ = Structures.of(orgs[1:], [numbers], setting).plan(0, {})
    straight = list(replicate(plan, numbers, setting))
    for where in ({"workers": 2}, {"kept": tmp_path}, {"kept": tmp_path}):
        spread = list(farmed(plan, numbers, setting, **where))
        assert len(spread) == len(straight) == 12
        for one, other in zip(straight, spread, strict=True):
            assert all(a.tobytes() == b.tobytes() and a.shape == b.shape for a, b in zip(one, other, strict=True))


def test_a_tornado_is_the_same_on_processes(orgs: list[Org]) -> None:
    asked = {"years": 2.0, "warm_up": 0.5, "follow": 0.5, "replications": 2, "parameters": _three()}
    here = tornado(orgs[1:], measure="raised", **asked)
    assert tornado(orgs[1:], measure="raised", workers=2, **asked).to_dict() == here.to_dict()
    assert {"stay_days", "line_days", "matters_per_year"} < {swing.parameter.name for swing in here.swings}


def _three() -> Parameters:
    """The shipped numbers with all but three of the assumptions pinned, so that there is little to try."""
    shipped = load_parameters()
    free = {"stay_days", "line_days", "matters_per_year"}
    return Parameters(
        tuple(one if one.name in free else one._replace(low=one.value, high=one.value) for one in shipped.items)
    )


def test_every_point_is_there_once_and_in_order(here: Sweep) -> None:
    told = [(here.ids[point.structure], *point.changed) for point in here.points]
    assert told == [
        ("vasterbotten-2017", ("stay_days", 60.0)),
        ("vasterbotten-2017", ("stay_days", 600.0)),
        ("vasterbotten-2019", ("stay_days", 60.0)),
        ("vasterbotten-2019", ("stay_days", 600.0)),
    ]
    assert len(here.rows(["stopped"])) == 4


def test_a_structure_less_itself_is_exactly_nothing(orgs: list[Org]) -> None:
    twice = sweep([orgs[1], orgs[1]], **ASKED)
    found = twice.difference(1, "raised")
    assert found is not None
    assert (found.mean, found.low, found.high) == (0.0, 0.0, 0.0)


def test_a_sweep_goes_on_where_it_was_and_more_replications_use_the_former(
    orgs: list[Org], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fewer = {**ASKED, "replications": 10}
    first = sweep(orgs[1:], **fewer, where=Where(kept=tmp_path))
    told: list[tuple[int, int]] = []
    again = sweep(
        orgs[1:], **{**ASKED, "replications": 20}, where=Where(kept=tmp_path), progress=lambda *p: told.append(p)
    )
    assert told == [(1, 2), (2, 2)]
    assert again.values[:, :10].tobytes() == first.values.tobytes()


def test_what_the_model_tells_is_not_varied(orgs: list[Org]) -> None:
    base = load_parameters()
    told = {one.name for one in base.assumptions()} - {one.name for one in base.of(orgs[0]).assumptions()}
    assert told or len(base.of(orgs[0]).items) > len(base.items)
    for name in sorted(told):
        one = next(item for item in base.items if item.name == name)
        found = sweep(orgs[:1], {name: (one.low, one.high)}, **{**ASKED, "replications": 2})
        assert found.values[0].tobytes() == found.values[1].tobytes(), name


@pytest.mark.parametrize(
    ("vary", "words"),
    [
        ({"no_such": (1.0,)}, "there is no assumption 'no_such'"),
        ({"stay_days": (1e9,)}, "outside the range of the assumption"),
        ({"stay_days": ()}, "that makes 0 combinations"),
    ],
)
def test_what_cannot_be_varied_is_said(orgs: list[Org], vary: dict[str, tuple[float, ...]], words: str) -> None:
    with pytest.raises(SimulationError) as told:
        sweep(orgs[:1], vary, **ASKED)
    assert words in told.value.render("en")


def test_steps_hold_both_ends() -> None:
    assert steps(0.0, 1.0, 5) == (0.0, 0.25, 0.5, 0.75, 1.0)
    assert steps(2.0, 9.0, 1) == (2.0,)

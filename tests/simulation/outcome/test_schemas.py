"""The JSON of a simulation, of a sweep and of a reorganisation's flow is what the schemas describe."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import files
from typing import Any

import jsonschema
import pytest
from tests.simulation.small import WHOLE

import remit
from remit.api import Organisation
from remit.model.changes import Change, Scenario
from remit.model.files import loads
from remit.simulation.parameters import Parameters
from remit.views import simulation_text, sweep_text

RUN: dict[str, Any] = {"years": 2.0, "replications": 2}


def schema(name: str) -> Any:
    return json.loads(files("remit.views").joinpath("schemas", f"{name}.schema.json").read_text(encoding="utf-8"))


def check(name: str, text: str) -> Any:
    found = json.loads(text)
    validator = jsonschema.Draft202012Validator(schema(name))
    assert [f"{error.json_path}: {error.message}"[:300] for error in validator.iter_errors(found)] == []
    return found


@pytest.fixture(scope="module")
def whole() -> Organisation:
    return Organisation(loads(WHOLE, "whole.yaml"))


@pytest.fixture
def starts(whole: Organisation) -> list[Any]:
    unit = next(one.id for one in whole.org.things("unit") if one.fact("kind").value == "front_line")
    return [remit.api.start(unit, whole.org.things("topic")[0].id)]


@pytest.fixture(autouse=True)
def _few_assumptions(monkeypatch: pytest.MonkeyPatch) -> None:
    all_of = Parameters.uncertain
    monkeypatch.setattr(Parameters, "uncertain", lambda of: tuple(all_of(of))[:2])


@pytest.mark.parametrize("name", ["simulation", "sweep", "reorganise", "audit"])
def test_each_schema_is_one(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(name))


def test_a_simulation_and_a_comparison_with_all_assumptions(whole: Organisation, starts: list[Any]) -> None:
    found = remit.api.compare([whole], starts=starts, **RUN)
    assert check("simulation", simulation_text.render_json(found, "sv"))["differences"] == []
    both = remit.api.compare([whole, whole], **RUN)
    tried = replace(both, tornado=remit.api.tornado([whole, whole], **RUN))
    assert check("simulation", simulation_text.render_json(tried, "en"))["tornado"]["assumptions"]


def test_one_replication_has_no_interval_and_is_valid(whole: Organisation) -> None:
    found = check("simulation", simulation_text.render_json(remit.api.compare([whole], years=1, replications=1), "sv"))
    assert found["structures"][0]["measures"][0]["low"] is None


def test_a_sweep(whole: Organisation) -> None:
    found = remit.api.sweep([whole, whole], {"matters_per_year": (0.1, 0.2)}, **RUN)
    assert len(check("sweep", sweep_text.render_json(found, "sv"))["points"]) == 4


def test_a_reorganisation_with_its_flow(whole: Organisation, starts: list[Any]) -> None:
    change = Change.of("set", {"of": "council", "meetings_per_year": 10}, reason="often")
    found = whole.reorganise(Scenario.of(id="often", title="Often", changes=[change]), attribute=False)
    for more in ({}, {"with_tornado": False, "starts": starts}):
        told = remit.api.reorganised(found, **RUN, **more).to_dict("sv")
        flow = check("reorganise", json.dumps(told, allow_nan=False))["flow"]
        assert (flow["scenarios"][0]["tornado"] is None) == bool(more)


def test_a_word_that_no_schema_knows_is_refused(whole: Organisation) -> None:
    told = json.loads(simulation_text.render_json(remit.api.compare([whole], **RUN), "sv"))
    told["structures"][0]["surprise"] = 1
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(told, schema("simulation"))


def test_what_the_schemas_share_is_the_same_in_all() -> None:
    ours = schema("simulation")["$defs"]
    for name in ("reorganise", "sweep"):
        theirs = schema(name)["$defs"]
        shared = ours.keys() & theirs.keys()
        assert len(shared) >= 2
        for one in shared:
            assert ours[one] == theirs[one], one
    assert ours.keys() <= schema("reorganise")["$defs"].keys()

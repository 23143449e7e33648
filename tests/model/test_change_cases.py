"""Each kind of change on small organisations: what it gives, why it does not apply, what follows."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from remit.model.changes import SILENT, Change, ChangeErrors, Scenario, apply, dump, loads
from remit.model.changes.kinds import registry
from remit.model.changes.trees import data_of
from remit.model.files import dump as dump_model
from remit.model.files import loads as load_model
from remit.model.files.nodes import Limits
from remit.model.files.yaml_reader import read_yaml
from remit.model.whole import Model

FOLDER = Path(__file__).parent / "change_cases"
SHOWS = ("applies", "does not apply", "references follow")


def read(path: Path) -> list[dict[str, Any]]:
    tree, problems = read_yaml(path.read_text(encoding="utf-8"), path.name, Limits())
    assert problems == []
    data = data_of(tree)
    assert set(data) == {"model", "cases"}
    return [{"kind": path.stem, "model": data["model"], **case} for case in data["cases"]]


CASES = [case for path in sorted(FOLDER.glob("*.yaml")) for case in read(path)]


def name_of(case: dict[str, Any]) -> str:
    return f"{case['kind']}: {case['case']}"


NAMES = [name_of(case) for case in CASES]


def model_of(sections: dict[str, Any]) -> Model:
    head = {"id": "m", "title": "M", "as_of": "2020-01-01"}
    head |= {"coverage": sections["coverage"]} if "coverage" in sections else {}
    rest = {name: one for name, one in sections.items() if name != "coverage"}
    return load_model(json.dumps({"remit": "1", "model": head, **rest}), "model.json")


def scenario_of(case: dict[str, Any]) -> Scenario:
    """The change as a file would hold it, in a scenario that adds no words of source of its own."""
    change = {"reason": "r", **case["change"]}
    document = {"remit": 1, "scenario": {"id": "s", "title": "S", **SILENT}, "changes": [change]}
    return loads(json.dumps(document), "scenario.json")


@pytest.mark.parametrize("case", [case for case in CASES if "gives" in case], ids=name_of)
def test_a_change_that_applies_gives_what_a_person_reasoned_out(case: dict[str, Any]) -> None:
    model = model_of(case["model"])
    before = copy.deepcopy(model)
    scenario = scenario_of(case)
    result = apply(model, scenario)
    expected = model_of(case["gives"])
    assert dump_model(result) == dump_model(expected)
    assert result == expected
    assert model == before
    assert load_model(dump_model(result)) == result
    assert loads(dump(scenario)) == scenario


@pytest.mark.parametrize("case", [case for case in CASES if "code" in case], ids=name_of)
def test_a_change_that_does_not_apply_says_why_at_its_place(case: dict[str, Any]) -> None:
    model = model_of(case["model"])
    before = copy.deepcopy(model)
    with pytest.raises(ChangeErrors) as caught:
        apply(model, scenario_of(case))
    problems = caught.value.problems
    assert case["code"] in [one.code for one in problems]
    assert all(one.mark.file == "scenario.json" and one.mark.line >= 1 for one in problems)
    assert all(one.path.startswith(f"changes[0].{case['kind']}") for one in problems)
    assert case.get("says", "") in caught.value.render("en")
    assert caught.value.render("sv") != caught.value.render("en")
    assert model == before


def test_every_kind_of_change_has_cases_for_applies_does_not_apply_and_references_follow() -> None:
    kinds = set(registry())
    assert len(kinds) == 19
    assert {path.stem for path in FOLDER.glob("*.yaml")} == kinds
    shown = {(case["kind"], case["shows"]) for case in CASES}
    assert {(kind, what) for kind in kinds for what in SHOWS} - shown == set()
    assert {case["shows"] for case in CASES} == set(SHOWS)
    assert all(("code" in case) == (case["shows"] == "does not apply") for case in CASES)
    assert all(("gives" in case) != ("code" in case) for case in CASES)
    assert len(set(NAMES)) == len(NAMES) > 90


def test_every_reason_of_a_kind_why_it_does_not_apply_has_a_case() -> None:
    met = {(case["kind"], case["code"]) for case in CASES if "code" in case}
    declared = {(kind.name, reason) for kind in registry().values() for reason in kind.reasons}
    assert len(declared) > 30
    assert declared - met - FORM == set()


FORM = {("give", "remit_or_mandate"), ("change", "remit_or_mandate"), ("open", "no_relation"), ("close", "no_relation")}
"""Reasons that are seen when the file is read (``test_scenario_files.py``)."""


def test_a_change_made_in_python_is_the_change_of_a_file() -> None:
    case = next(case for case in CASES if case["kind"] == "merge" and "gives" in case)
    made = Change.of("merge", case["change"]["merge"], reason="r")
    assert (made,) == scenario_of(case).changes
    scenario = Scenario.of(id="s", title="S", changes=[made], **SILENT)
    assert apply(model_of(case["model"]), scenario) == model_of(case["gives"])

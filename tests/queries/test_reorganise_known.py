"""What becomes of findings, by which change and with which exit status: known answers, reasoned by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from remit.api import Organisation
from remit.model.changes import Scenario
from remit.model.changes import loads as load_scenario
from remit.model.changes.trees import data_of
from remit.model.files import loads
from remit.model.files.nodes import Limits
from remit.model.files.yaml_reader import read_yaml
from remit.queries.reorganise.records import Difference

FILE = Path(__file__).parent / "reorganise_cases" / "findings.yaml"


def cases() -> list[tuple[str, dict[str, Any]]]:
    tree, problems = read_yaml(FILE.read_text(encoding="utf-8"), FILE.name, Limits())
    assert problems == []
    return [
        (name, {"model": each["model"], "rules": each["rules"], **case})
        for each in data_of(tree)
        for name, case in each["cases"].items()
    ]


CASES = cases()


def organisation(sections: dict[str, Any]) -> Organisation:
    head: dict[str, Any] = {"id": "m", "title": "M", "as_of": "2020-01-01"}
    head |= {name: sections[name] for name in ("coverage", "source", "basis") if name in sections}
    rest = {name: one for name, one in sections.items() if name not in head}
    return Organisation(loads(json.dumps({"remit": "1", "model": head, **rest}), "model.json"))


def scenario(case: dict[str, Any]) -> Scenario:
    head = {"id": "s", "title": "S", "result": case.get("result", {"id": "n"})}
    changes = [{**change, "reason": "r"} for change in case["changes"]]
    return load_scenario(json.dumps({"remit": "1", "scenario": head, "changes": changes}), "scenario.json")


def line(one: Difference) -> str:
    words = [one.fate.value, one.finding.code, one.finding.subject.id]
    if one.by is not None:
        words += [str(one.by.order), one.by.how.value, "+".join(map(str, one.by.numbers))]
        words += [f"first={one.by.first}"] if one.by.first is not None else []
    words += ["gone"] if one.gone else []
    words += ["untold"] if one.untold else []
    return " ".join(words)


@pytest.mark.parametrize("case", [case for _, case in CASES], ids=[name for name, _ in CASES])
def test_what_becomes_of_each_finding_is_what_a_person_reasoned_out(case: dict[str, Any]) -> None:
    assert case["why"].strip()
    found = organisation(case["model"]).reorganise(scenario(case), select=",".join(case["rules"]))
    assert sorted(line(one) for one in found.outcomes[0].differences) == sorted(case["finds"])
    assert bool(found.broken("warning")) == (case["ends"] == "1")

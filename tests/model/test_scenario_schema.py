"""The schema of scenario files, and changes in a few words."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from remit.model.changes import Change, summary
from remit.model.changes.kinds import registry
from remit.model.changes.schema import scenario_schema
from remit.model.changes.trees import data_of
from remit.model.files import loads as load_model
from remit.model.files.nodes import Limits
from remit.model.files.yaml_reader import read_yaml
from remit.model.text import Text

FOLDER = Path(__file__).parent / "change_cases"
FORM = ("expected", "unknown_key", "missing_key")


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    schema = json.loads(json.dumps(scenario_schema()))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yaml")), ids=lambda path: path.stem)
def test_the_changes_of_the_cases_fit_the_schema(path: Path, validator: jsonschema.Draft202012Validator) -> None:
    tree, _ = read_yaml(path.read_text(encoding="utf-8"), path.name, Limits())
    cases = json.loads(json.dumps(data_of(tree)["cases"]))
    changes = [{"reason": "r", **case["change"]} for case in cases if "gives" in case]
    assert changes
    document = {"remit": 1, "scenario": {"id": "s", "title": "S", "basis": "planner"}, "changes": changes}
    assert [error.message[:200] for error in validator.iter_errors(document)] == []


@pytest.mark.parametrize(
    "change",
    [
        {"dissolve": "a"},
        {"disolve": "a", "reason": "r"},
        {"rename": {"this": "a", "nam": "b"}, "reason": "r"},
        {"move": {"this": "a"}, "reason": "r"},
        {"dissolve": "a", "end": "b", "reason": "r"},
        {"create": {"grops": {"a": {"name": "A"}}}, "reason": "r"},
    ],
    ids=["no reason", "unknown word", "unknown key", "missing key", "two words", "unknown section"],
)
def test_what_the_reader_refuses_for_its_form_does_not_fit(
    change: dict[str, object], validator: jsonschema.Draft202012Validator
) -> None:
    document = {"remit": 1, "scenario": {"id": "s", "title": "S"}, "changes": [change]}
    assert list(validator.iter_errors(document))


def test_a_change_in_a_few_words_names_things_as_people_do() -> None:
    before = load_model(
        "remit: 1\nmodel: {id: m, title: M, as_of: 2020-01-01}\n"
        "principals: {a: {name: Landstinget}, b: {name: {sv: Förbundet, en: The federation}}}\n"
    )
    merge = Change.of("merge", {"these": ["a", "b"], "into": "region"}, reason="r")
    assert summary(merge, before) == Text(
        "slå samman Landstinget, Förbundet till region", "merge Landstinget, The federation into region"
    )
    assert summary(Change.of("dissolve", "a", reason="r"), before).sv == "avveckla Landstinget"
    create = Change.of("create", {"groups": {"x": {"name": "X"}}}, reason="r")
    assert summary(create) == Text("inrätta x", "create x")
    many = Change.of("dissolve", [f"g{n}" for n in range(8)], reason="r")
    assert summary(many).en == "dissolve g0, g1, g2, g3, g4, g5 and 2 more"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_kind_can_be_put_in_a_few_words(path: Path) -> None:
    tree, _ = read_yaml(path.read_text(encoding="utf-8"), path.name, Limits())
    for case in data_of(tree)["cases"]:
        if "gives" in case:
            text = summary(Change.of(path.stem, case["change"][path.stem], reason="r"))
            label = registry()[path.stem].label
            assert text.sv.startswith(label.sv)
            assert len(text.sv) > len(label.sv)
            assert text.sv != text.en

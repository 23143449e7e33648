"""The JSON Schema that editors use agrees with what the reader takes."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from tests.strategies import documents

from remit.model.files import dump, resolve, shipped
from remit.model.files.schema import json_schema
from remit.model.files.template import template
from remit.model.files.writer import document
from remit.model.kinds import sections
from remit.model.whole import Model

SCHEMA = json_schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def faults(content: Any) -> list[str]:
    return [f"{list(error.absolute_path)}: {error.message[:200]}" for error in VALIDATOR.iter_errors(content)]


def as_written(text: str) -> Any:
    """The content of a YAML file with every scalar as text, as the reader sees it."""
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - it makes texts only


def test_the_schema_is_a_schema_and_the_same_every_time() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert json.dumps(json_schema()) == json.dumps(SCHEMA)


def test_every_section_and_every_field_is_described() -> None:
    assert set(sections()) <= set(SCHEMA["properties"])
    for kind in sections().values():
        fields = SCHEMA["$defs"][kind]["properties"]
        assert fields
        assert all(field.get("description") or "$ref" in field for field in fields.values())


def test_the_models_are_valid_as_they_are_written(any_model: Model) -> None:
    assert faults(json.loads(json.dumps(document(any_model)))) == []
    assert faults(as_written(dump(any_model))) == []


@pytest.mark.parametrize("name", shipped())
def test_the_files_of_the_shipped_models_are_valid(name: str) -> None:
    main = as_written(Path(resolve(name)).read_text(encoding="utf-8"))
    assert faults(main) == []
    for other in main.get("include", []):
        assert faults(as_written((Path(resolve(name)).parent / other).read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_what_init_writes_is_valid(lang: str) -> None:
    assert faults(as_written(template(lang))) == []


@given(documents())
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_the_reader_takes_the_schema_takes(content: dict[str, Any]) -> None:
    assert faults(content) == []


@pytest.mark.parametrize(
    "content",
    [
        [],
        {"groops": {}},
        {"groups": {"g": {"levl": "x"}}},
        {"groups": {"g": {"kind": "private"}}},
        {"groups": {"g": {"since": "yesterday"}}},
        {"groups": {"g": {"remit": {"powers": ["rule"]}}}},
        {"groups": {"g": {"level": {"values": []}}}},
        {"groups": {"g": {"level": {"basis": "law"}}}},
        {"groups": {"g": {"informs": [{"value": "none"}]}}},
        {"sets": {"s": {}}},
        {"facts": [["a", "b"]]},
        {"model": {"id": "x"}},
    ],
)
def test_what_the_reader_refuses_for_its_form_the_schema_refuses(content: Any) -> None:
    assert faults(content)

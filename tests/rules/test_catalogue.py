"""Every folder of a rule is whole: files, code, texts, cases and their neighbours.

The folders are walked, not the registry: what is not imported is missed by nobody else.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from remit.model.facts import Basis, Said, State
from remit.model.files import loads
from remit.model.text import Text
from remit.model.whole import Model
from remit.queries import rules
from remit.queries.cases import Case, cases_of
from remit.queries.rule import Rule

REQUIRED = ("__init__.py", "rule.py", "rule.cypher", "cases.yaml")
"""What a rule's folder holds."""

FOLDERS = sorted(path for path in Path(rules.__path__[0]).iterdir() if path.is_dir() and path.name != "__pycache__")
NAMES = [path.name for path in FOLDERS]

CASE_KEYS = {"name", "model", "rows", "settings"}
ROW_KEYS = {"subject", "members", "certainty", "message", "ground", "extent", "related", "says", "reach", "shows"}
MARKS = {"defect", "excuse", "context"}
SENTENCES = ("definition", "rationale", "harm", "repair", "origin")


@cache
def rule_of(name: str) -> Rule:
    rule = importlib.import_module(f"remit.queries.rules.{name}.rule").RULE
    assert isinstance(rule, Rule)
    return rule


@cache
def written(name: str) -> dict[str, Any]:
    """The file of cases as it is written."""
    text = Path(rules.__path__[0], name, "cases.yaml").read_text(encoding="utf-8")
    found = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - the safest: everything stays text
    assert isinstance(found, dict)
    return found


@cache
def models(name: str) -> tuple[Model, ...]:
    return tuple(loads(case.text, f"{case.name}.yaml") for case in cases_of(name))


def test_there_are_folders_of_rules() -> None:
    assert len(FOLDERS) > 0


@pytest.mark.parametrize("folder", FOLDERS, ids=NAMES)
def test_a_folder_has_its_files(folder: Path) -> None:
    assert [name for name in REQUIRED if not (folder / name).is_file()] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_cypher_says_which_rule_it_is_and_what_is_finished_in_python_says_why(name: str) -> None:
    text = Path(rules.__path__[0], name, "rule.cypher").read_text(encoding="utf-8")
    assert text.startswith(f"// {name[:6]}: ")
    assert "UNWIND $versions AS version" in text, "many models live in one database"
    finish = getattr(importlib.import_module(f"remit.queries.rules.{name}.rule"), "from_cypher", None)
    assert finish is None or len((finish.__doc__ or "").split()) > 10


@pytest.mark.parametrize("name", NAMES)
def test_a_folder_is_called_as_its_rule(name: str) -> None:
    rule = rule_of(name)
    assert name == f"{rule.code}_{rule.name.replace('-', '_')}"


# -- texts --------------------------------------------------------------------------------------------------


def texts(thing: object, path: str = "") -> Iterator[tuple[str, Text]]:
    """Every text of a rule, with the place where it stands."""
    if isinstance(thing, Text):
        yield path, thing
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from texts(getattr(thing, field.name), f"{path}.{field.name}".strip("."))
    elif isinstance(thing, dict):
        for key, value in thing.items():
            yield from texts(value, f"{path}[{key}]")
    elif isinstance(thing, tuple):
        for number, value in enumerate(thing):
            yield from texts(value, f"{path}[{number}]")


@pytest.mark.parametrize("name", NAMES)
def test_every_text_of_a_rule_is_whole_in_both_languages(name: str) -> None:
    found = list(texts(rule_of(name)))
    assert len(found) > len(SENTENCES)
    assert [path for path, text in found if not text.sv.strip() or not text.en.strip()] == []
    assert [path for path, text in found if text.sv == text.en] == [], "the same in both languages"
    torn = re.compile(r"^\s|\s$|\s{2}|\s[.,;:]")
    assert [path for path, text in found if torn.search(text.sv) or torn.search(text.en)] == [], "stray spaces"


@pytest.mark.parametrize("name", NAMES)
def test_what_a_rule_says_of_itself_is_sentences(name: str) -> None:
    rule = rule_of(name)
    said = {label: getattr(rule, label) for label in SENTENCES}
    said |= {f"message {key}": text for key, text in rule.messages.items()}
    assert [label for label, text in said.items() if not all(part.rstrip(")”\"'").endswith(".") for part in text)] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_message_names_its_subject(name: str) -> None:
    assert [key for key, text in rule_of(name).messages.items() if not all("{subject}" in part for part in text)] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_condition_is_marked(name: str) -> None:
    marks = [condition.mark for condition in rule_of(name).conditions]
    assert set(marks) <= MARKS
    assert "defect" in marks


# -- cases --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_a_rule_has_a_case_with_a_finding_and_one_without(name: str) -> None:
    cases = cases_of(name)
    assert any(case.rows for case in cases), "no case with a finding"
    assert any(not case.rows for case in cases), "no clean case"


@pytest.mark.parametrize("name", NAMES)
def test_the_names_of_cases_are_sentences_that_stand_once(name: str) -> None:
    names = [case.name for case in cases_of(name)]
    assert sorted(names) == sorted(set(names))
    assert [one for one in names if not re.fullmatch(r"[^\W_]+(_[^\W_]+){2,}", one)] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_case_is_written_with_known_keys(name: str) -> None:
    """A misspelt key would be read over without a word."""
    for case in written(name)["cases"]:
        assert set(case) <= CASE_KEYS, case["name"]
        assert all(set(row) <= ROW_KEYS for row in case["rows"]), case["name"]


@pytest.mark.parametrize("name", NAMES)
def test_every_message_of_a_rule_is_met_in_a_case(name: str) -> None:
    assert {row.message for case in cases_of(name) for row in case.rows} == set(rule_of(name).messages)


@pytest.mark.parametrize("name", NAMES)
def test_every_setting_of_a_rule_is_set_in_a_case(name: str) -> None:
    assert {key for case in cases_of(name) for key, _ in case.settings} == {s.name for s in rule_of(name).settings}


# -- neighbours ---------------------------------------------------------------------------------------------


def words(model: Model) -> Iterator[Said]:
    """Everything that a model says, of entities and in statements."""
    for entity in model.entities.values():
        for several in entity.said.values():
            yield from several
    for statement in model.statements:
        yield statement.said


def says(state: State) -> Callable[[Model], bool]:
    return lambda model: any(one.state == state for one in words(model))


def covered(*wanted: str) -> Callable[[Model], bool]:
    def meets(model: Model) -> bool:
        coverage = model.coverage
        told = {coverage.default, *coverage.by_name.values(), *(s.state for s in coverage.selections)}
        return not told.isdisjoint(wanted)

    return meets


def has_ended(model: Model) -> bool:
    for entity in model.entities.values():
        status = getattr(entity, "status", None)
        ends = (getattr(entity, name, None) for name in ("until", "valid_to"))
        if status == "ended" or any(end is not None and end < model.head.as_of for end in ends):
            return True
    return False


NEIGHBOURS: dict[str, Callable[[Model], bool]] = {
    "none": says(State.NONE),
    "unclear": says(State.UNCLEAR),
    "unknown": says(State.UNKNOWN),
    "deferred": says(State.DEFERRED),
    "complete coverage": covered("complete"),
    "partial coverage": covered("partial", "unknown"),
    "statement about a set": lambda model: any(s.extent or s.about in model.sets for s in model.statements),
    "interviewees": lambda model: any(one.basis == Basis.INTERVIEWEES for one in words(model)),
    "ended": has_ended,
}
"""What every rule meets in some case, or names under ``cannot_occur``; told from the models themselves."""


def excepted(name: str) -> dict[str, str]:
    return {row["neighbour"]: row["why"] for row in written(name).get("cannot_occur", [])}


@pytest.mark.parametrize("name", NAMES)
def test_a_rule_meets_each_neighbour_in_a_case_or_says_why_it_cannot(name: str) -> None:
    missing = [
        neighbour
        for neighbour, meets in NEIGHBOURS.items()
        if neighbour not in excepted(name) and not any(meets(model) for model in models(name))
    ]
    assert missing == [], f"{name}: add a case, or a row {{neighbour, why}} under cannot_occur"


@pytest.mark.parametrize("name", NAMES)
def test_a_neighbour_that_cannot_occur_has_a_reason(name: str) -> None:
    listed = [row["neighbour"] for row in written(name).get("cannot_occur", [])]
    assert sorted(listed) == sorted(set(listed))
    assert [neighbour for neighbour, why in excepted(name).items() if len(why.split()) < 3] == []


def test_neighbours_are_told_from_what_a_model_says() -> None:
    plain = loads(Case("plain", _HEAD + "groups: {a: {name: A}}\n", ()).text, "plain.yaml")
    assert [name for name, meets in NEIGHBOURS.items() if meets(plain)] == ["complete coverage"]
    full = loads(
        _HEAD.replace("}", ", coverage: {default: partial}}")
        + "sets: {all-groups: {name: all, of: group}}\n"
        + "groups:\n  a: {name: A, level: unclear, owner: deferred, assignment: unknown, status: ended}\n"
        + 'facts: [[all-groups, introduction, none, "", most, interviewees]]\n',
        "full.yaml",
    )
    assert [name for name, meets in NEIGHBOURS.items() if not meets(full)] == ["complete coverage"]


_HEAD = "remit: 1\nmodel: {id: m, title: m, as_of: 2020-01-01}\n"

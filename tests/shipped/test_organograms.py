"""Two dated tables of real posts (Department of Health, 2011) as two models: the comparison says what happened."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from tests.needed import case

from remit.model.changes import Change, apply, dump, loads
from remit.model.difference import Way, way
from remit.model.files import loads as load_model
from remit.model.whole import Model
from remit.queries.difference import model_difference
from remit.views.difference_text import render

DATES = ("2011-03-31", "2011-09-30")
POST, HOLDER, TITLE, UNIT, SUPERIOR = (
    "Post Unique Reference",
    "Name",
    "Job Title",
    "Unit",
    "Reports to Senior Post",
)
TOP, NOT_DISCLOSED, VACANT, ELIMINATED = "XX", "N/D", "Vacant", "Eliminated"


def table(date: str) -> list[dict[str, str]]:
    path = case(f"uk-organograms/department_of_health-{date}-senior.csv", "table")
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def document(date: str) -> dict[str, Any]:
    """Posts as functions in units of one principal; who holds them as persons, where the table names anybody.

    A cell that is empty says nothing. That the name is not disclosed says that somebody holds it.
    """
    functions: dict[str, Any] = {}
    persons: dict[str, Any] = {}
    units: dict[str, Any] = {}
    for row in table(date):
        post = slug(row[POST])
        if post in functions:  # the same reference twice: two share the post
            functions[post]["count"] = functions[post].get("count", 1) + 1
            continue
        unit = f"unit-{slug(row[UNIT])}"
        units[unit] = {"name": row[UNIT], "principal": "department"}
        told: dict[str, Any] = {"name": row[TITLE], "unit": unit}
        told["reports_to"] = "none" if row[SUPERIOR] == TOP else [slug(row[SUPERIOR])]
        who = row[HOLDER]
        if who == ELIMINATED:
            told["until"] = date
        elif who in (VACANT, NOT_DISCLOSED):
            told["vacant"] = "yes" if who == VACANT else "no"
        elif who:
            holds = persons.setdefault(f"person-{slug(who)}", {"name": who, "holds": []})["holds"]
            holds.append({"function": post})
        functions[post] = told
    head = {"id": f"department-{date}", "title": "Department of Health", "as_of": date, "coverage": "complete"}
    return {
        "remit": 1,
        "model": head,
        "principals": {"department": {"name": "Department of Health", "role": "state_agency", "kind": "state"}},
        "units": units,
        "functions": functions,
        "persons": persons,
    }


@pytest.fixture(scope="module")
def models() -> tuple[Model, Model]:
    first, last = (load_model(json.dumps(document(date)), f"{date}.json") for date in DATES)
    return first, last


@pytest.fixture(scope="module")
def found(models: tuple[Model, Model]) -> Way:
    return way(*models)


def these(change: Change, key: str) -> list[str]:
    told = change.told[key] if isinstance(change.told, dict) else change.told
    return told if isinstance(told, list) else [told]


def created(found: Way, section: str) -> dict[str, Any]:
    """What the changes create in a section."""
    told = (one.told.get(section, {}) for one in found.scenario.changes if one.kind == "create")
    return {name: one for section_ in told for name, one in section_.items()}


def dissolved(found: Way) -> list[str]:
    return [name for one in found.scenario.changes if one.kind == "dissolve" for name in these(one, "these")]


def told(found: Way, *fields: str) -> set[str]:
    """The things of which the changes tell one of these fields anew."""
    sets = [one for one in found.scenario.changes if one.kind == "set"]
    return {name for one in sets if set(one.told) & set(fields) for name in these(one, "of")}


def held(person: dict[str, Any]) -> Iterator[str]:
    for one in person["holds"]:
        yield one if isinstance(one, str) else one["function"]


def test_the_changes_between_the_two_dates_turn_one_table_into_the_other(
    models: tuple[Model, Model], found: Way
) -> None:
    first, last = models
    assert apply(first, found.scenario) == last
    assert apply(first, loads(dump(found.scenario), "way.yaml")) == last


def test_the_posts_that_went_and_came_are_those_of_the_tables_and_none_is_taken_for_another(
    models: tuple[Model, Model], found: Way
) -> None:
    """303 rows in March, of which two are one post that is shared; 313 in September, one of them the department."""
    before, after = ({slug(row[POST]) for row in table(date)} for date in DATES)
    assert (len(table(DATES[0])), len(before), len(table(DATES[1])), len(after)) == (303, 302, 313, 313)
    assert [len(list(model.of_kind("function"))) for model in models] == [302, 313]
    gone = [one for one in dissolved(found) if one in before]
    new = created(found, "functions")
    assert (len(gone), set(gone)) == (29, before - after)
    assert (len(new), set(new)) == (40, after - before)
    assert found.matching.renames + found.matching.merges + found.matching.splits == ()
    assert "merge" not in {one.kind for one in found.scenario.changes}


def test_thirty_posts_have_another_superior(found: Way) -> None:
    """Two of them those that were the top, and report to the row of the department in September."""
    others = told(found, "reports_to")
    assert len(others) == 30
    assert {"pso001", "nhsceo01"} <= others


def test_the_holder_is_another_word_in_197_posts_and_another_person_in_five(
    models: tuple[Model, Model], found: Way
) -> None:
    """In March nothing is said of most; in September that the name is not disclosed."""
    first, last = ({slug(row[POST]): row[HOLDER] for row in table(date)} for date in DATES)
    both = first.keys() & last.keys()
    words = {post for post in both if first[post] != last[post]}
    assert len(words) == 197
    persons = [created(found, "persons"), {one: None for one in dissolved(found) if one.startswith("person-")}]
    touched = told(found, "vacant", "until") | {post for one in persons[0].values() for post in held(one)}
    moved = {one for one in told(found, "holds") if one.startswith("person-")}
    for model, people in ((models[0], [*persons[1], *moved]), (models[1], moved)):
        for one in people:
            touched |= {holding.function for holding in getattr(model.entities[one], "holds", ())}
    assert touched & both == words
    named = {post for post in words if not {first[post], last[post]} & {"", NOT_DISCLOSED, VACANT, ELIMINATED}}
    assert len(named) == 5
    sorts = Counter((first[post] == "", last[post]) for post in words - named)
    assert sorts[True, NOT_DISCLOSED] == 179


def test_what_happened_to_many_posts_alike_is_one_change(found: Way) -> None:
    """Some eighty changes for 197 posts with another holder, 30 with another superior, 24 in another unit, …"""
    kinds = Counter(one.kind for one in found.scenario.changes)
    assert sum(kinds.values()) <= 90
    moves = [one.told for one in found.scenario.changes if one.kind == "move"]
    assert max(len(these(one, "this")) for one in found.scenario.changes if one.kind == "move") == 14
    assert len({one["to"] for one in moves}) == len(moves)


def test_the_difference_reads_as_what_happened(models: tuple[Model, Model]) -> None:
    page = render(model_difference(*models, findings=False), "en", width=120)
    lines = page.splitlines()
    assert any(line.strip() == "Functions (40)" for line in lines)
    assert any(line.strip() == "Functions (29)" for line in lines)
    assert max(map(len, lines)) <= 120

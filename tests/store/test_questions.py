"""The questions that come with Remit for analysts, and the style for the Browser."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from tests.neo4j_server import Server

from remit.model.files import load, loads, resolve
from remit.model.kinds import registry
from remit.store import versions
from remit.store.connection import Connection
from remit.store.schema import label, relation_type

FOLDER = Path(__file__).parents[2] / "neo4j"
QUESTIONS = sorted(path.stem for path in (FOLDER / "questions").glob("*.cypher"))

COUNTY = """\
remit: 1
model: {id: county, title: Ett län, as_of: 2020-01-01}
sources: {report: {title: Rapporten}}
levels: [near, far]
topics: {health: {name: hälsa}, youth: {name: ungas hälsa, part_of: health}, work: {name: arbete}}
principals: {region: {name: Regionen}, ask: {name: Asks kommun}}
units: {clinic: {name: Kliniken, principal: region, mandates: [{powers: [decide], topics: [youth]}]}}
functions: {head: {name: Chefen, unit: clinic}}
groups:
  defaults: {source: report#Grupper/2}
  team:
    {name: Teamet, level: near, kind: officials, remit: {powers: [prepare], topics: [youth]},
     seats: [{function: head}, ask], escalates_to: council, meetings_per_year: 10, meeting_hours: 2, assignment: none}
  circle:
    {name: Ringen, level: near, kind: officials, remit: {powers: [discuss], topics: [health]},
     seats: [{function: head}, ask], assignment: unclear}
  council:
    name: Rådet
    level: far
    kind: political
    remit: {powers: [decide], topics: [health]}
    reports_back_to: team
    seats: [{principal: ask, mandate: {powers: [take_home]}}, region]
"""


def ask(connection: Connection, name: str, **parameters: Any) -> list[dict[str, Any]]:
    text = (FOLDER / "questions" / f"{name}.cypher").read_text(encoding="utf-8")
    return connection.read(text, parameters)


@pytest.fixture
def county(database: Connection) -> Connection:
    versions.push(database, loads(COUNTY))
    return database


def test_each_question_has_a_test_of_its_own() -> None:
    tested = {name for name in QUESTIONS if f'"{name}"' in Path(__file__).read_text(encoding="utf-8")}
    assert sorted(tested) == QUESTIONS
    assert len(QUESTIONS) >= 4


@pytest.mark.parametrize("name", QUESTIONS)
def test_each_question_says_what_it_asks_and_which_parameters_it_needs(name: str) -> None:
    text = (FOLDER / "questions" / f"{name}.cypher").read_text(encoding="utf-8")
    assert text.startswith("// ")
    used = set(re.findall(r"\$(\w+)", re.sub(r"//.*", "", text)))
    assert used == set(re.findall(r"^// :param (\w+) =>", text, re.MULTILINE))


def test_the_loop_of_a_matter_shows_each_way_and_who_reports_back(county: Connection) -> None:
    rows = ask(county, "loop_of_a_matter", model="county", start="team", topic="youth")
    assert [(row["way"], row["certainty"], row["reports_back"]) for row in rows] == [
        (["Teamet"], 3, False),
        (["Teamet", "Rådet"], 3, True),
    ]
    assert rows[1]["powers_told"] == ["decide"]
    assert rows[1]["carried_home_by"] == ["Asks kommun"]


def test_who_decides_what_names_holders_topics_and_principals(county: Connection) -> None:
    rows = ask(county, "who_decides_what", model="county")
    assert [(row["who"], row["topics"], row["principals"]) for row in rows] == [
        ("Rådet", ["hälsa"], []),
        ("Kliniken", ["ungas hälsa"], ["Regionen"]),
    ]


def test_seats_per_function_counts_groups_and_hours(county: Connection) -> None:
    (row,) = ask(county, "seats_per_function", model="county")
    assert (row["function"], row["number_of_groups"], sorted(row["names"])) == ("Chefen", 2, ["Ringen", "Teamet"])
    assert (row["hours_at_least"], row["calendars_not_told"]) == (20.0, 1)


def test_parallel_pairs_are_of_one_kind_and_level_with_a_topic_in_common(county: Connection) -> None:
    rows = ask(county, "parallel_pairs", model="county")
    assert [(row["one"], row["other"], row["topics"], row["linked"]) for row in rows] == [
        ("Ringen", "Teamet", ["hälsa"], False)
    ]


def test_what_is_not_settled_counts_the_words_of_each_field(county: Connection) -> None:
    rows = ask(county, "what_is_not_settled", model="county")
    assert [(row["field"], row["word"], row["number"], row["for_example"]) for row in rows] == [
        ("assignment", "none", 1, ["Teamet"]),
        ("assignment", "unclear", 1, ["Ringen"]),
    ]
    assert rows[0]["places"] == ["report#Grupper/2"]


def test_what_changed_names_the_facts_that_are_told_otherwise(county: Connection) -> None:
    versions.push(
        county,
        loads(
            COUNTY.replace("assignment: unclear", "assignment: none").replace("powers: [discuss]", "powers: [agree]")
        ),
    )
    rows = ask(county, "what_changed", model="county", before=1, after=2)
    assert {(row["subject"], row["field"]) for row in rows} == {("circle", "assignment"), ("circle", "remit.powers")}


@pytest.mark.parametrize("name", [name for name in QUESTIONS if name != "what_changed"])
def test_each_question_has_an_answer_for_a_real_county(database: Connection, name: str) -> None:
    text = (FOLDER / "questions" / f"{name}.cypher").read_text(encoding="utf-8")
    given = dict(re.findall(r"^// :param (\w+) => '([^']*)'", text, re.MULTILINE))
    versions.push(database, load(resolve(given["model"])))
    assert database.read(text, given)


def test_the_style_and_the_questions_name_only_what_the_schema_has(server: Server) -> None:
    style = (FOLDER / "style.grass").read_text(encoding="utf-8")
    labels = set(re.findall(r"^node\.(\w+)", style, re.MULTILINE))
    assert labels <= {label(kind) for kind in registry()} | {"Several", "Fact"}
    relations = set(re.findall(r"^relationship\.(\w+)", style, re.MULTILINE))
    assert {relation_type("escalates_to"), "DENIED"} <= relations

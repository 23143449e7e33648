"""``remit reorganise``, ``remit what-if`` and ``remit map --scenario`` on the command line."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import remit as package

Remit = Callable[..., Any]

REPAIR = """\
remit: 1
scenario: {id: repair, title: {sv: Arbetsordning, en: Rules of procedure}, from: small}
changes:
  - set: {of: council, assignment: Rules of procedure}
    reason: {sv: Rådet ska veta vad det gör., en: The council must know what it does.}
    basis: decided
    source: report#Grupper/2
  - dissolve: team
    reason: {sv: Laget behövs inte., en: The team is not needed.}
"""
WORSE = """\
remit: 1
scenario: {id: worse, title: {sv: En grupp till, en: One more group}}
changes:
  - create: {groups: {extra: {name: {sv: Extra, en: Extra}, level: near, assignment: none, seats: [region, ask]}}}
    reason: {sv: Någon vill det., en: Somebody wants it.}
"""
SCHEMA = json.loads(files("remit.views").joinpath("schemas", "reorganise.schema.json").read_text(encoding="utf-8"))


@pytest.fixture
def repair(tmp_path: Path) -> Path:
    path = tmp_path / "repair.yaml"
    path.write_text(REPAIR, encoding="utf-8")
    return path


@pytest.fixture
def worse(tmp_path: Path) -> Path:
    path = tmp_path / "worse.yaml"
    path.write_text(WORSE, encoding="utf-8")
    return path


def found(ended: Any) -> Any:
    data = json.loads(ended.out)
    jsonschema.Draft202012Validator(SCHEMA).validate(data)
    return data


def fates(data: Any, code: str, scenario: int = 0) -> set[tuple[str, str]]:
    told = data["scenarios"][scenario]["findings"]
    return {(one["fate"], one["finding"]["subject"]["id"]) for one in told if one["finding"]["code"] == code}


# --- the answer ----------------------------------------------------------------------------------------------


def test_it_tells_what_is_cleared_and_by_which_change(remit: Remit, model: Path, repair: Path) -> None:
    ended = remit("reorganise", model, repair, "--select", "MAN102", "--format", "json")
    data = found(ended)
    assert ended.status == 0
    assert fates(data, "MAN102") == {("cleared", "council"), ("cleared", "team")}
    by = {one["finding"]["subject"]["id"]: one for one in data["scenarios"][0]["findings"]}
    assert by["council"]["by"]["order"] == 1
    assert by["council"]["by"]["leaving_out"] == {"how": "one", "changes": [1]}
    assert (by["council"]["gone"], by["team"]["gone"]) == (False, True)
    change = data["scenarios"][0]["changes"][0]
    assert change["basis"] == "decided"
    assert change["sources"] == [{"document": "report", "section": "Grupper", "paragraph": 2}]
    assert change["place"].endswith("repair.yaml:4:5")
    assert change["reason"] == "Rådet ska veta vad det gör."


@pytest.mark.parametrize(
    ("lang", "answer", "change", "behind"),
    [
        ("sv", "2 iakttagelser åtgärdas, ingen kvarstår och ingen tillkommer.", "Ändring 1. Bestämmer", "planeraren"),
        ("en", "2 findings are cleared, none remains and none is new.", "Change 1. Settles", "the planner"),
    ],
)
def test_the_whole_text_gives_the_answer_first_then_change_by_change(
    remit: Remit, model: Path, repair: Path, lang: str, answer: str, change: str, behind: str
) -> None:
    text = remit("reorganise", model, repair, "--select", "MAN102", "--lang", lang, "--full").out
    assert 0 < text.index(answer) < text.index(change) < text.index(behind, text.index(change))


@pytest.mark.parametrize(("lang", "title"), [("sv", "Arbetsordning. Från "), ("en", "Rules of procedure. From ")])
def test_the_report_of_one_scenario_is_headed_by_its_title(
    remit: Remit, model: Path, repair: Path, lang: str, title: str
) -> None:
    # the structures before and after have the same title, which tells a reader nothing of what is tried
    text = remit("reorganise", model, repair, "--select", "MAN102", "--lang", lang).out
    assert title in text.partition("\n\n")[0]


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_in_brief_each_rule_has_a_line_by_fate_with_its_change_and_the_rest_is_counted(
    remit: Remit, model: Path, tmp_path: Path, form: str
) -> None:
    idle = "".join(f"  - {{create: {{topics: {{idle-{n}: {{name: Idle {n}}}}}}}, reason: r}}\n" for n in range(4))
    scenario = tmp_path / "long.yaml"
    scenario.write_text(REPAIR + WORSE.partition("changes:\n")[2] + idle, encoding="utf-8")
    command = ("reorganise", model, scenario, "--select", "MAN102", "--lang", "en", "--format", form)
    text = remit(*command).out.replace("\\", "")
    lines = [line.lstrip("-+ ") for line in text.splitlines()]
    head = [place for place, line in enumerate(lines) if re.fullmatch(r"(### )?(New|Cleared|Go with .*) \(1\)", line)]
    assert len(head) == 3
    told = " ".join(lines)
    for sure, whom, n in (("established", "Extra", 3), ("established", "The council", 1), ("reported", "Ödlan", 2)):
        assert f"MAN102 Group without rules of procedure (deficiency, {sure}): {whom}. Change {n}." in told
    assert "The other 4 of 7 changes clear no finding and create none: 4–7." in told
    assert "--full" in text
    whole = remit(*command, "--full").out.replace("\\", "")
    assert "--full" not in whole
    assert whole.count("Idle") == 8  # each step, and each thing that it makes
    assert "Idle" not in text


def test_what_the_structure_comes_to_stands_in_brief_too(remit: Remit, model: Path, repair: Path) -> None:
    text = remit("reorganise", model, repair, "--lang", "en").out
    order = ["The answer", "The findings in brief", "The changes that do it", "What changes in the structure",
             "How far matters get", "Groups, meetings and time"]  # fmt: skip
    places = [text.index(f"\n{one}\n") for one in order]
    assert places == sorted(places)
    assert "Pairs of groups that overlap" in text
    assert "Centralisation" not in text


def test_as_if_something_were_gone_tells_in_brief_what_goes_along(remit: Remit, tmp_path: Path) -> None:
    model = tmp_path / "line.yaml"
    model.write_text(
        "remit: 1\nmodel: {id: line, title: Line, as_of: 2020-01-01}\nprincipals: {ask: {name: Ask}}\n"
        "units: {board: {name: The board, principal: ask}}\n",
        encoding="utf-8",
    )
    for more in ((), ("--full",)):
        text = remit("what-if", model, "--without", "ask", "--lang", "en", "--fail-on", "never", *more).out
        assert "With it goes: The board." in text


def test_the_scenario_itself_is_not_named_as_a_document_behind_a_change(
    remit: Remit, model: Path, repair: Path
) -> None:
    assert "[repair]" not in remit("reorganise", model, repair, "--select", "MAN102").out


def test_it_ends_with_1_where_anything_is_new_at_or_above_the_severity(remit: Remit, model: Path, worse: Path) -> None:
    assert remit("reorganise", model, worse, "--select", "MAN102").status == 1
    assert remit("reorganise", model, worse, "--select", "MAN102", "--fail-on", "error").status == 0
    assert remit("reorganise", model, worse, "--select", "MAN102", "--fail-on", "never").status == 0


def test_what_somebody_has_accepted_is_told_and_does_not_count(
    remit: Remit, model: Path, worse: Path, tmp_path: Path
) -> None:
    waivers = tmp_path / "waivers.yaml"
    waivers.write_text("- {rule: MAN102, subject: extra, reason: for a trial, by: the board}\n", encoding="utf-8")
    ended = remit("reorganise", model, worse, "--select", "MAN102", "--waivers", waivers, "--format", "json")
    assert ended.status == 0
    told = next(one for one in found(ended)["scenarios"][0]["findings"] if one["fate"] == "new")
    assert told["accepted"] == "for a trial (the board)"
    assert found(ended)["scenarios"][0]["summary"]["new"] == 0


def test_open_questions_count_where_they_are_asked_for(remit: Remit, model: Path, repair: Path) -> None:
    data = found(remit("reorganise", model, repair, "--select", "MAN102", "--certainty", "open", "--format", "json"))
    assert fates(data, "MAN102") == {("cleared", "council"), ("cleared", "team"), ("kept", "circle")}


def test_several_scenarios_stand_side_by_side(remit: Remit, model: Path, repair: Path, worse: Path) -> None:
    data = found(remit("reorganise", model, repair, worse, "--select", "MAN102", "--format", "json"))
    assert [one["id"] for one in data["scenarios"]] == ["repair", "worse"]
    assert [one["summary"]["new"] for one in data["scenarios"]] == [0, 1]
    text = remit("reorganise", model, repair, worse, "--select", "MAN102", "--lang", "en").out
    row = next(line for line in text.splitlines() if re.match(r"\s+New\s", line))
    assert row.split() == ["New", "0", "1"]


def test_without_attribution_nothing_is_said_of_which_change(remit: Remit, model: Path, repair: Path) -> None:
    data = found(remit("reorganise", model, repair, "--no-attribution", "--format", "json"))
    assert data["scenarios"][0]["attributed"] is False
    assert all(one["by"] is None for one in data["scenarios"][0]["findings"])
    assert "Ändring för ändring" not in remit("reorganise", model, repair, "--no-attribution").out


def test_hours_are_counted_with_what_is_assumed(remit: Remit, model: Path, tmp_path: Path) -> None:
    scenario = tmp_path / "more.yaml"
    scenario.write_text(
        "remit: 1\nscenario: {id: more, title: More}\nchanges:\n"
        "  - {set: {of: council, meetings_per_year: 4}, reason: more often}\n",
        encoding="utf-8",
    )
    data = found(remit("reorganise", model, scenario, "--meeting-hours", "2", "--format", "json"))
    after = data["scenarios"][0]["after"]
    assert data["before"]["hours"] == {"a_year": [0, 0], "groups_counted": 0}
    assert after["hours"] == {"a_year": [16, 16], "groups_counted": 1}, "4 meetings of 2 hours with 2 seats"
    assert after["assumed_meeting_hours"] == 2
    assert [one["hours"] for one in after["load"]] == [[8, 8], [8, 8]]


def test_the_same_request_gives_the_same_bytes(remit: Remit, model: Path, repair: Path) -> None:
    for form in ("text", "json", "markdown", "html"):
        first, second = (remit("reorganise", model, repair, "--format", form).out for _ in range(2))
        assert first == second


# --- files ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "begins"),
    [("r.md", "# Omorganisation"), ("r.html", "<!doctype html>"), ("r.json", "{"), ("r.txt", "Omorg")],
)
def test_the_suffix_of_the_file_picks_the_form_of_the_report(
    remit: Remit, model: Path, repair: Path, tmp_path: Path, name: str, begins: str
) -> None:
    ended = remit("reorganise", model, repair, "-o", tmp_path / name)
    assert ended.out == ""
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)


def test_a_yaml_file_is_the_new_model_and_the_report_is_shown(
    remit: Remit, model: Path, repair: Path, tmp_path: Path
) -> None:
    ended = remit("reorganise", model, repair, "-o", tmp_path / "new.yaml", "--lang", "en")
    assert ended.out.startswith("Reorganisation")
    assert "new.yaml" in ended.err
    new = package.load(tmp_path / "new.yaml")
    assert "team" not in new.model.entities
    assert not new.audit(select="MAN102").findings
    assert "team" in package.load(model).model.entities, "the model that it starts from is never touched"


def test_report_and_new_model_can_be_written_together(remit: Remit, model: Path, repair: Path, tmp_path: Path) -> None:
    ended = remit("reorganise", model, repair, "-o", tmp_path / "r.json", "--write-model", tmp_path / "new.json")
    assert ended.status == 0
    assert json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["scenarios"]
    assert "team" not in package.load(tmp_path / "new.json").model.entities


def test_a_new_model_is_written_for_one_scenario_only(
    remit: Remit, model: Path, repair: Path, worse: Path, tmp_path: Path
) -> None:
    ended = remit("reorganise", model, repair, worse, "-o", tmp_path / "new.yaml", "--lang", "en")
    assert (ended.status, ended.out) == (2, "")
    assert "one scenario at a time; 2 were given" in ended.err
    assert not (tmp_path / "new.yaml").exists()


def test_two_places_for_the_new_model_are_refused(remit: Remit, model: Path, repair: Path, tmp_path: Path) -> None:
    ended = remit("reorganise", model, repair, "-o", tmp_path / "a.yaml", "--write-model", tmp_path / "b.yaml")
    assert ended.status == 2
    assert "--write-model" in ended.err


# --- what is wrong -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_changes_that_do_not_apply_are_told_all_at_once_with_their_places(
    remit: Remit, model: Path, tmp_path: Path, lang: str
) -> None:
    scenario = tmp_path / "wrong.yaml"
    scenario.write_text(
        "remit: 1\nscenario: {id: wrong, title: Wrong}\nchanges:\n"
        "  - {dissolve: nobody, reason: none}\n"
        "  - {set: {of: council, meetings_per_year: 4}, reason: fine}\n"
        "  - {dissolve: counsil, reason: spelling}\n",
        encoding="utf-8",
    )
    ended = remit("reorganise", model, scenario, "--lang", lang)
    assert (ended.status, ended.out) == (2, "")
    lines = [line for line in ended.err.splitlines() if "wrong.yaml:" in line]
    assert [line.split("wrong.yaml:")[1].split(":")[0] for line in lines] == ["4", "6"]
    assert "council" in lines[1], "the nearest is named"
    assert "Traceback" not in ended.err


def test_a_scenario_for_another_model_is_refused_unless_told(
    remit: Remit, model: Path, repair: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.yaml"
    other.write_text(model.read_text(encoding="utf-8").replace("id: small", "id: other"), encoding="utf-8")
    assert remit("reorganise", other, repair).status == 2
    assert remit("reorganise", other, repair, "--any-model").status == 0


def test_a_scenario_that_is_not_there_is_told(remit: Remit, model: Path) -> None:
    ended = remit("reorganise", model, "nowhere.yaml", "--lang", "en")
    assert (ended.status, ended.out) == (2, "")
    assert "nowhere.yaml" in ended.err


def test_a_rule_that_does_not_exist_is_told_before_anything_is_read(remit: Remit) -> None:
    ended = remit("reorganise", "no-model.yaml", "no-scenario.yaml", "--select", "XXX999")
    assert ended.status == 2
    assert "XXX999" in ended.err


# --- what if -------------------------------------------------------------------------------------------------


def test_what_if_tells_what_would_be_without_something(remit: Remit, model: Path) -> None:
    ended = remit("what-if", model, "--without", "council", "--select", "MAN102", "--format", "json")
    data = found(ended)
    assert data["what_if"] == ["council"]
    assert fates(data, "MAN102") == {("cleared", "council"), ("kept", "team")}
    assert data["scenarios"][0]["title"] == "Utan Rådet"


def test_several_things_can_be_gone(remit: Remit, model: Path) -> None:
    data = found(remit("what-if", model, "--without", "council, team", "--without", "circle", "--format", "json"))
    assert data["what_if"] == ["council", "team", "circle"]
    removed = [one for one in data["scenarios"][0]["structure"]["things"] if one["fate"] == "removed"]
    assert {one["before"][0]["id"] for one in removed} == {"council", "team", "circle"}


def test_what_if_ends_with_1_where_something_is_new(remit: Remit, tmp_path: Path) -> None:
    model = tmp_path / "m.yaml"
    model.write_text(
        "remit: 1\nmodel: {id: m, title: M, as_of: 2020-01-01}\nprincipals: {r: {name: R}, a: {name: A}}\n"
        "topics: {care: care}\ngroups:\n  g: {name: G, remit: {topics: [care]}, seats: [r, a]}\n",
        encoding="utf-8",
    )
    assert remit("what-if", model, "--without", "g", "--select", "COV505").status == 1


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_an_id_that_is_not_there_is_told_with_the_nearest(remit: Remit, model: Path, lang: str) -> None:
    ended = remit("what-if", model, "--without", "counsil", "--lang", lang)
    assert (ended.status, ended.out) == (2, "")
    assert "council" in ended.err
    assert "counsil" in ended.err


def test_the_system_and_a_source_that_facts_rest_on_cannot_be_gone(remit: Remit, model: Path) -> None:
    for one, why in (("system", "the whole"), ("report", "facts rest on")):
        ended = remit("what-if", model, "--without", one, "--lang", "en")
        assert ended.status == 2
        assert why in ended.err


# --- the map -------------------------------------------------------------------------------------------------


def test_the_map_of_a_scenario_shows_before_and_after(remit: Remit, model: Path, repair: Path, tmp_path: Path) -> None:
    ended = remit("map", model, "--scenario", repair, "-o", tmp_path / "map.html")
    assert ended.status == 0
    block = re.search(
        r'<script type="application/json" id="data">(.*?)</script>', (tmp_path / "map.html").read_text(encoding="utf-8")
    )
    assert block
    scene = json.loads(block[1])
    cards = {one["id"]: one.get("change") for one in scene["cards"]} if "cards" in scene else {}
    told = json.dumps(scene)
    assert scene["before"]["id"] == "small"
    assert '"removed"' in told
    assert '"changed"' in told
    assert cards.get("team", "removed") == "removed"


def test_the_map_takes_one_other_structure_only(remit: Remit, model: Path, repair: Path) -> None:
    ended = remit("map", model, "--scenario", repair, "--before", model, "-o", "map.html", "--lang", "en")
    assert ended.status == 2
    assert "--scenario" in ended.err


def test_what_if_compares_with_the_same_structure_and_not_with_itself(remit: Remit, model: Path) -> None:
    gone = package.load(model).model.of_kind("group")[0]
    head = " ".join(remit("what-if", model, "--without", gone.id, "--lang", "sv").out.split("Svaret")[0].split())
    assert f"jämförs med samma struktur utan {gone.name.sv}" in head

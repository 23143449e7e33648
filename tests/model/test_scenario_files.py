"""Reading scenario files: what is wrong is told in its place, all at once; what is right is written back equal."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from remit.model.changes import Change, ChangeErrors, Scenario, apply, apply_each, dump, dump_json, load, loads, renamed
from remit.model.changes.kinds import registry
from remit.model.changes.texts import TEXTS
from remit.model.files import dump as dump_model
from remit.model.files import loads as load_model
from remit.model.files.problems import UsageProblem
from remit.model.text import Text
from remit.model.whole import Model

MODEL = """remit: 1
model: {id: county, title: T, as_of: 2020-01-01}
sources: {inquiry: {title: I}}
principals: {ask: {name: Ask}, berg: {name: Berg}}
groups:
  council: {name: Council, seats: [ask], informs: [forum]}
  forum: {name: Forum}
"""
HEAD = "remit: 1\nscenario: {id: plan, title: {sv: Plan, en: A plan}, from: county}\nchanges:\n"


def model() -> Model:
    return load_model(MODEL, "county.yaml")


def faults(text: str) -> list[tuple[int, int, str, str]]:
    with pytest.raises(ChangeErrors) as caught:
        apply(model(), loads(text, "plan.yaml"))
    return [(one.mark.line, one.mark.column, one.path, one.code) for one in caught.value.problems]


BAD: dict[str, tuple[str, list[tuple[int, int, str, str]]]] = {
    "an unknown key of a change": (
        HEAD + "- {disolve: council, reason: r}\n",
        [(4, 4, "changes[0]", "unknown_key"), (4, 3, "changes[0]", "no_kind_of_change")],
    ),
    "an unknown key inside a change": (
        HEAD + "- {rename: {this: council, nam: X}, reason: r}\n",
        [(4, 28, "changes[0].rename", "unknown_key")],
    ),
    "a change without a reason": (HEAD + "- dissolve: council\n", [(4, 3, "changes[0]", "missing_key")]),
    "an empty reason": (
        HEAD + '- {dissolve: council, reason: ""}\n',
        [(4, 31, "changes[0].reason", "nothing_written")],
    ),
    "two changes in one": (
        HEAD + "- {dissolve: council, end: pact, reason: r}\n",
        [(4, 3, "changes[0]", "several_kinds_of_change")],
    ),
    "a key twice": (
        HEAD + "- {dissolve: council, reason: r, reason: s}\n",
        [(4, 34, "", "duplicate_key")],
    ),
    "a list where a text belongs": (
        HEAD + "- {rename: {this: [council], name: X}, reason: r}\n",
        [(4, 19, "changes[0].rename.this", "expected_text")],
    ),
    "a mapping where ids belong": (
        HEAD + "- {dissolve: {these: {a: b}}, reason: r}\n",
        [(4, 22, "changes[0].dissolve.these", "expected_list")],
    ),
    "changes that are no list": (HEAD.rstrip("\n") + " {dissolve: a}\n", [(3, 10, "changes", "expected_list")]),
    "a wrong word": (
        HEAD + "- {set: {of: council, seats: [ask]}, basis: authr, reason: r}\n",
        [(4, 45, "changes[0].basis", "not_a_choice")],
    ),
    "a misspelt field": (
        HEAD + "- {set: {of: council, meetings_a_year: 4}, reason: r}\n",
        [(4, 23, "changes[0].set", "no_such_field")],
    ),
    "a wrong value in a section": (
        HEAD + "- {create: {groups: {a: {meetings_per_year: often}}}, reason: r}\n",
        [(4, 45, "changes[0].create.groups.a.meetings_per_year", "number_or_range")],
    ),
    "a section that does not exist": (
        HEAD + "- {create: {grops: {a: {name: A}}}, reason: r}\n",
        [(4, 13, "changes[0].create", "unknown_key")],
    ),
    "a missing key": (HEAD + "- {move: {this: a}, reason: r}\n", [(4, 10, "changes[0].move", "missing_key")]),
    "neither remit nor mandate": (
        HEAD + "- {give: {to: council}, reason: r}\n",
        [(4, 10, "changes[0].give", "remit_or_mandate")],
    ),
    "a route of no sort": (
        HEAD + "- {open: {from: council}, reason: r}\n",
        [(4, 10, "changes[0].open", "no_relation")],
    ),
    "the wrong model": (
        HEAD.replace("from: county", "from: country") + "- {dissolve: council, reason: r}\n",
        [(2, 59, "scenario.from", "wrong_start")],
    ),
    "a head without id and title": (
        "remit: 1\nscenario: {from: county}\nchanges: []\n",
        [(2, 11, "scenario", "missing_key"), (2, 11, "scenario", "missing_key")],
    ),
    "no version": ("scenario: {id: a, title: A}\nchanges: []\n", [(1, 1, "", "no_version")]),
    "an empty file": ("", [(1, 1, "", "no_scenario")]),
    "a list in the place of a scenario": ("- dissolve: council\n", [(1, 1, "", "no_scenario")]),
    "a model in the place of a scenario": (MODEL, [(2, 1, "", "model_not_scenario")]),
    "a result that is no head": (
        "remit: 1\nscenario: {id: a, title: A, result: {as_of: soon, represent: proposal}}\nchanges: []\n",
        [(2, 45, "scenario.result.as_of", "date"), (2, 51, "scenario.result", "unknown_key")],
    ),
    "an unknown source": (
        HEAD + "- {set: {of: council, convener: none}, source: inqiry, reason: r}\n",
        [(4, 48, "changes[0].source", "unknown_source")],
    ),
    "an unknown id": (
        HEAD + "- {dissolve: [forum, concil], reason: r}\n",
        [(4, 22, "changes[0].dissolve[1]", "unknown_id")],
    ),
    "the scenario's id on something else": (
        HEAD.replace("id: plan", "id: forum") + "- {set: {of: council, convener: none}, reason: r}\n",
        [(4, 3, "scenario.id", "scenario_id_taken")],
    ),
}


@pytest.mark.parametrize("name", list(BAD))
def test_a_fault_is_told_where_it_stands(name: str) -> None:
    text, expected = BAD[name]
    found = faults(text)
    assert sorted(found) == sorted((line, column, path, code) for line, column, path, code in expected)


def test_all_changes_that_do_not_apply_are_told_at_once_and_none_that_only_follows() -> None:
    text = HEAD + (
        "- {create: {groups: {council: {name: Again}, arena: {name: Arena}}}, reason: r}\n"
        "- {set: {of: arena, convener: none}, reason: would do if the first did}\n"
        "- {dissolve: forumm, reason: r}\n"
        "- {set: {of: council, convener: none}, reason: r}\n"
        "- {rename: {this: ask, id: berg}, reason: r}\n"
    )
    assert [(line, code) for line, _, _, code in faults(text)] == [
        (4, "duplicate_id"),
        (6, "unknown_id"),
        (8, "id_taken"),
    ]


def test_a_near_id_is_suggested_in_both_languages() -> None:
    with pytest.raises(ChangeErrors) as caught:
        apply(model(), loads(HEAD + "- {dissolve: concil, reason: r}\n", "plan.yaml"))
    assert caught.value.render("en") == (
        'plan.yaml:4:14: changes[0].dissolve: "concil" does not exist here. Did you mean "council"?'
    )
    assert "Menades ”council”?" in caught.value.render("sv")


def test_another_model_is_taken_where_any_is_allowed() -> None:
    scenario = loads(HEAD.replace("from: county", "from: country") + "- {dissolve: forum, reason: r}\n")
    assert "forum" not in apply(model(), scenario, any_model=True).entities


def test_a_fact_rests_on_what_it_names_then_on_the_change_then_on_the_scenario_then_on_the_plan_itself() -> None:
    text = HEAD + (
        "- {set: {of: council, convener: {value: none, source: inquiry#a}, owner: X}, source: inquiry#b, reason: r}\n"
        "- {set: {of: forum, convener: none}, reason: r}\n"
    )
    result = apply(model(), loads(text))
    council, forum = result.entities["council"], result.entities["forum"]
    said = [council.said["convener"][0], council.said["owner"][0], forum.said["convener"][0]]
    assert [str(one.sources[0]) for one in said] == ["inquiry#a", "inquiry#b", "plan"]
    assert {one.basis.value for one in said} == {"planner"}
    source = result.entities["plan"]
    assert (source.kind_meta.name, source.kind, source.title) == ("source", "scenario", Text("Plan", "A plan"))  # type: ignore[attr-defined]
    inherited = loads(text.replace("from: county", "from: county, source: inquiry, basis: author"))
    result = apply(model(), inherited)
    assert str(result.entities["forum"].said["convener"][0].sources[0]) == "inquiry"
    assert result.entities["forum"].said["convener"][0].basis.value == "author"
    assert "plan" not in result.entities


def test_the_head_of_the_result_is_as_told_and_the_rest_stays() -> None:
    text = (
        HEAD.replace("from: county", "result: {id: after, represents: proposal}") + "- {dissolve: forum, reason: r}\n"
    )
    head = apply(model(), loads(text)).head
    assert (head.id, head.title, head.as_of.isoformat(), head.represents) == (
        "after",
        Text("T", "T"),
        "2020-01-01",
        "proposal",
    )


def test_each_change_is_given_with_the_model_after_it_and_some_can_be_left_out() -> None:
    text = HEAD + "- {dissolve: forum, reason: a}\n- {rename: {this: council, id: radet}, reason: b}\n"
    scenario = loads(text)
    steps = list(apply_each(model(), scenario))
    assert [change.number for change, _ in steps] == [1, 2]
    assert ["council" in after.entities for _, after in steps] == [True, False]
    assert steps[-1][1] == apply(model(), scenario)
    assert [one.number for one in scenario.without(1).changes] == [2]
    assert "forum" in apply(model(), scenario.without(1)).entities
    assert apply(model(), scenario.only([1])) == steps[0][1]
    assert apply(model(), scenario.only([])) == model()


def test_a_scenario_reads_back_equal_from_yaml_and_json(tmp_path: Path) -> None:
    text = HEAD + (
        '- {set: {of: [council, forum], convener: "none", owner: "12", note: "007"}, reason: {sv: å, en: o}, note: n}\n'
        "- {state: {facts: [[council, convener, none, '', most]], order: {entities: [forum, council]}}, reason: x}\n"
    )
    scenario = loads(text)
    (tmp_path / "plan.yaml").write_text(dump(scenario), encoding="utf-8")
    (tmp_path / "plan.json").write_text(dump_json(scenario), encoding="utf-8")
    for name in ("plan.yaml", "plan.json"):
        again = load(tmp_path / name)
        assert again == scenario
        assert loads(dump(again)) == scenario
        assert apply(model(), again) == apply(model(), scenario)


def test_a_scenario_made_in_python_reads_back_equal() -> None:
    scenario = Scenario.of(
        id="plan",
        title=Text("Plan", "A plan"),
        changes=[Change.of("set", {"of": "council", "meetings_per_year": 4, "unanimous": True}, reason=Text("a", "b"))],
    )
    assert loads(dump(scenario)) == scenario
    assert apply(model(), scenario).entities["council"].meetings_per_year == (4.0, 4.0)  # type: ignore[attr-defined]
    with pytest.raises(ChangeErrors, match="reason"):
        Change.of("set", {"of": "council", "owner": "x"}, reason="")
    with pytest.raises(ChangeErrors, match="there is no key"):
        Change.of("rename", {"ths": "council"}, reason="r")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageProblem):
        load(tmp_path / "none.yaml")


def test_an_id_that_is_not_there_or_taken_cannot_be_renamed() -> None:
    for names in ({"nobody": "x"}, {"ask": "berg"}, {"ask": "x", "berg": "x"}):
        with pytest.raises(ValueError, match="not there"):
            renamed(model(), names)
    swapped = renamed(model(), {"ask": "berg", "berg": "ask"})
    assert dump_model(swapped) == dump_model(model()).replace("ask:", "-:").replace("berg:", "ask:").replace(
        "-:", "berg:"
    ).replace("[ask]", "[berg]")


@pytest.mark.parametrize("code", sorted(TEXTS))
def test_every_reason_exists_in_both_languages_with_the_same_values(code: str) -> None:
    sv, en = TEXTS[code]
    assert sv
    assert en
    assert sv != en
    assert set(re.findall(r"(?<!\{)\{(\w+)\}", sv)) == set(re.findall(r"(?<!\{)\{(\w+)\}", en))


def test_every_reason_is_used_and_every_kind_says_what_it_is_in_both_languages() -> None:
    folder = Path(__file__).parents[2] / "src" / "remit" / "model" / "changes"
    files = [path for path in folder.rglob("*.py") if path.name != "texts.py"]
    assert len(files) > 30
    source = "".join(path.read_text(encoding="utf-8") for path in files)
    assert [code for code in TEXTS if f'"{code}"' not in source and not code.startswith("has_a_")] == []
    for kind in registry().values():
        for text in (kind.label, kind.description, *(key.text for key in kind.keys)):
            assert text.sv.strip()
            assert text.en.strip()
            assert text.sv != text.en


def test_every_kind_is_a_file_of_its_own_name() -> None:
    folder = Path(__file__).parents[2] / "src" / "remit" / "model" / "changes" / "kinds"
    assert sorted(path.stem for path in folder.glob("*.py") if path.stem != "__init__") == sorted(registry())

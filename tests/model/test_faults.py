"""What is said of files that are no models: every fault in its place, in both languages, without a stack."""

import ast
import re
from pathlib import Path

import pytest
import yaml

import remit
from remit.model.files import Limits, ModelErrors, load, loads, yaml_reader
from remit.model.files.problems import HINTS, TEXTS
from remit.model.text import LANGUAGES

FAULTY = Path(__file__).parent / "faulty"
SYNTAX = sorted((FAULTY / "syntax").iterdir())

HEAD = "remit: 1\nmodel: {id: x, title: X, as_of: 2024-01-01}\n"

# line, column, path and code of every fault in twenty.yaml, read off the file by a person
TWENTY = [
    (6, 10, "model.as_of", "date"),
    (7, 11, "model.source", "unknown_source"),
    (12, 3, "topics.health.part_of", "part_of_circle"),
    (15, 35, "principals.umea.kind", "not_a_choice"),
    (18, 40, "sets.towns.where.kind", "not_a_choice"),
    (19, 3, "sets.knot", "set_circle"),
    (23, 12, "groups.council.level", "wrong_kind"),
    (24, 5, "groups.council", "unknown_key"),
    (25, 30, "groups.council.remit.powers[1]", "not_a_choice"),
    (26, 24, "groups.council.meetings_per_year", "decimal_comma"),
    (27, 14, "groups.council.counted", "yes_or_no"),
    (28, 33, "groups.council.seats[1].principal", "unknown_id_of"),
    (28, 40, "groups.council.seats[2]", "needs_one_of"),
    (28, 77, "groups.council.seats[3].count", "count"),
    (29, 20, "groups.council.escalates_to[0]", "wrong_kind"),
    (31, 12, "groups.council.until", "end_before_beginning"),
    (32, 3, "groups.none", "reserved_id"),
    (33, 3, "groups.umea", "duplicate_id"),
    (35, 15, "facts[0].what", "unknown_field"),
    (36, 22, "facts[1].value", "no_is_none"),
]

# line, column and code for each file with one fault of syntax
ONE_EACH = {
    "after_end.json": (1, 13, "json_after_end"),
    "alias_in_itself.yaml": (4, 7, "alias_in_itself"),
    "bad_escape.json": (1, 11, "json_escape"),
    "binary.yaml": (1, 1, "looks_binary"),
    "broken_utf8.yaml": (3, 4, "not_utf8"),
    "colon.yaml": (5, 17, "yaml_colon_in_text"),
    "comment.json": (1, 14, "json_comment"),
    "comment_only.yaml": (1, 1, "empty_file"),
    "conflict.yaml": (4, 1, "merge_conflict"),
    "control_by_escape.yaml": (4, 13, "forbidden_sign"),
    "core_tag.yaml": (4, 13, "tag"),
    "cp1252.yaml": (4, 19, "looks_like_cp1252"),
    "cut.json": (2, 11, "yaml_cut"),
    "cut.yaml": (4, 6, "yaml_cut"),
    "deep.yaml": (3, 76, "too_deep"),
    "duplicate_key.json": (2, 23, "duplicate_key"),
    "duplicate_key.yaml": (6, 3, "duplicate_key"),
    "empty.yaml": (1, 1, "empty_file"),
    "escape.yaml": (4, 18, "yaml_escape"),
    "indent.yaml": (6, 4, "yaml_indent"),
    "list.yaml": (1, 1, "root_no_mapping"),
    "list_as_key.yaml": (4, 3, "key_not_text"),
    "lone_half.json": (1, 30, "forbidden_sign"),
    "mark_only.yaml": (1, 1, "empty_file"),
    "merge_key.yaml": (6, 5, "merge_key"),
    "nan.json": (1, 11, "json_value"),
    "no_colon.json": (1, 10, "json_no_colon"),
    "no_colon.yaml": (5, 4, "yaml_colon_in_text"),
    "no_comma.json": (2, 2, "json_no_comma"),
    "nul.yaml": (3, 4, "forbidden_sign"),
    "open_bracket.yaml": (4, 6, "yaml_open_bracket"),
    "open_quote.json": (1, 11, "yaml_open_quote"),
    "open_quote.yaml": (4, 13, "yaml_open_quote"),
    "reserved_sign.yaml": (4, 13, "yaml_reserved_sign"),
    "scalar.yaml": (1, 1, "root_no_mapping"),
    "single_quotes.json": (1, 2, "json_single_quotes"),
    "tab.yaml": (4, 1, "yaml_tab"),
    "tag.yaml": (4, 13, "tag"),
    "trailing_comma.json": (2, 21, "json_trailing_comma"),
    "two_documents.yaml": (3, 1, "several_documents"),
    "two_spellings.yaml": (5, 3, "two_spellings"),
    "unknown_alias.yaml": (4, 6, "alias_unknown"),
    "utf16.yaml": (1, 1, "utf16"),
    "web_page.yaml": (1, 1, "looks_like_html"),
    "workbook.yaml": (1, 1, "looks_like_zip"),
}


def faults_of(text: str, name: str = "m.yaml", limits: Limits | None = None) -> ModelErrors:
    with pytest.raises(ModelErrors) as caught:
        loads(text, name, limits)
    return caught.value


def codes_of(text: str) -> list[str]:
    return [problem.code for problem in faults_of(text).problems]


def test_twenty_faults_are_told_in_one_go_each_in_its_place() -> None:
    with pytest.raises(ModelErrors) as caught:
        load(FAULTY / "twenty.yaml")
    found = [(p.mark.line, p.mark.column, p.path, p.code) for p in caught.value.problems]
    assert found == TWENTY


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_of_the_twenty_is_one_line_with_file_place_path_and_text(lang: str) -> None:
    path = FAULTY / "twenty.yaml"
    with pytest.raises(ModelErrors) as caught:
        load(path)
    lines = caught.value.render(lang).splitlines()
    assert len(lines) == 20
    for line, (number, column, place, _) in zip(lines, TWENTY, strict=True):
        assert line.startswith(f"{path}:{number}:{column}: {place}: ")


def test_the_message_says_what_was_found_and_what_may_have_been_meant() -> None:
    with pytest.raises(ModelErrors) as caught:
        load(FAULTY / "twenty.yaml")
    lines = caught.value.render("en").splitlines()
    assert lines[11].endswith('seats[1].principal: "Umea" is not a principal here. Did you mean "umea"?')
    assert "”Umea” finns inte här som huvudman. Menades ”umea”?" in caught.value.render("sv")


def test_no_english_stands_in_the_swedish_messages() -> None:
    with pytest.raises(ModelErrors) as caught:
        load(FAULTY / "twenty.yaml")
    text = caught.value.render("sv")
    assert not re.search(r"\b(the|is|expected|Input|should|valid|field)\b", text)


def test_every_kind_of_syntax_fault_has_a_file() -> None:
    assert {path.name for path in SYNTAX} == set(ONE_EACH)


@pytest.mark.parametrize("path", SYNTAX, ids=lambda path: path.name)
def test_a_syntax_fault_is_told_where_a_person_would_look(path: Path) -> None:
    with pytest.raises(ModelErrors) as caught:
        load(path)
    first = caught.value.problems[0]
    assert (first.mark.line, first.mark.column, first.code) == ONE_EACH[path.name]


@pytest.mark.parametrize("path", [p for p in SYNTAX if p.suffix == ".yaml"], ids=lambda path: path.name)
def test_without_libyaml_the_same_faults_are_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_reader, "_LOADER", yaml.Loader)
    with pytest.raises(ModelErrors) as caught:
        load(path)
    assert caught.value.problems[0].mark.line == ONE_EACH[path.name][0]
    assert caught.value.problems[0].code == ONE_EACH[path.name][2]


@pytest.mark.parametrize("code", sorted(TEXTS))
def test_every_text_exists_in_both_languages_with_the_same_values(code: str) -> None:
    sv, en = TEXTS[code]
    assert sv
    assert en
    assert sv != en
    names = [set(re.findall(r"(?<!\{)\{(\w+)\}", text)) - {"a"} for text in (sv, en)]
    assert names[0] == names[1]


def test_hints_exist_in_both_languages() -> None:
    assert all(text.sv and text.en for text in HINTS.values())


def test_every_text_is_used_and_every_code_that_is_used_has_a_text() -> None:
    files = [path for path in Path(remit.__file__).parent.rglob("*.py") if path.name != "texts.py"]
    assert len(files) > 50
    source = "".join(path.read_text(encoding="utf-8") for path in files)
    assert [code for code in TEXTS if f'"{code}"' not in source] == []
    calls = [node for path in files for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))]
    codes = {code.value for node in calls if isinstance(node, ast.Call) for code in code_of(node)}
    assert len(codes) > 60
    assert sorted(codes - set(TEXTS)) == []


# which argument of a call is the code
CODE_AT = {"wrong": 2, "_no": 2, "Problem": 2, "_at": 2, "unreadable": 3, "UsageProblem": 0, "EnvironmentProblem": 0}


def code_of(call: ast.Call) -> list[ast.Constant]:
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    place = CODE_AT.get(name, 99)
    return [one for one in call.args[place : place + 1] if isinstance(one, ast.Constant)]


def test_a_bomb_of_aliases_is_refused_at_once() -> None:
    bomb = HEAD + "topics:\n  a0: &a0 {name: x}\n"
    bomb += "".join(f"  a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))
    assert faults_of(bomb).problems[0].code == "alias_weight"


def test_a_chain_of_aliases_cannot_pass_the_limit_on_depth() -> None:
    chain = HEAD + "x0: &x0 [1]\n" + "".join(f"x{n}: &x{n} [*x{n - 1}]\n" for n in range(1, 100))
    assert "too_deep" in codes_of(chain)


@pytest.mark.parametrize("name", ["m.yaml", "m.json"])
def test_a_hundred_thousand_brackets_are_refused_without_recursion(name: str) -> None:
    assert faults_of('{"a": ' + "[" * 100_000, name).problems[0].code == "too_deep"


def test_a_text_past_the_limit_is_refused_with_the_limit_named() -> None:
    errors = faults_of(HEAD + f"topics: {{a: {{name: {'x' * 30} }}}}\n", limits=Limits(text_length=20))
    assert "20" in errors.problems[0].text("sv")


def test_control_signs_in_what_is_found_do_not_reach_the_terminal() -> None:
    errors = faults_of(HEAD + 'groups: {a: {level: "\\u202ex"}}\n')
    assert "\u202e" not in errors.render("en")
    assert "\\u202e" in errors.render("en")


def test_what_is_found_is_cut_when_it_is_long() -> None:
    errors = faults_of(HEAD + f"groups: {{a: {{level: {'x' * 5000}}}}}\n")
    assert len(errors.render("sv")) < 300


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("model: {id: x, title: X, as_of: 2024-01-01}\n", "no_version"),
        (HEAD.replace("remit: 1", "remit: 2"), "newer_version"),
        (HEAD.replace("remit: 1", "remit: one"), "wrong_version"),
        ("remit: 1\n", "missing_key"),
        ("remit: 1\nmodel: {id: x, title: X}\n", "missing_key"),
        (HEAD.replace("id: x", "id: a/b"), "bad_id"),
        (HEAD.replace("2024-01-01", "igår"), "date"),
        (HEAD.replace("}", ", represents: dream}"), "not_a_choice"),
        (HEAD.replace("}", ", coverage: {seat: partial}}"), "coverage_of_what"),
        (HEAD.replace("}", ", coverage: {seats: some}}"), "not_a_choice"),
        (HEAD.replace("}", ", coverage: {selections: [{of: grupp, is: complete}]}}"), "not_a_choice"),
        (HEAD.replace("}", ", source: '#Heading'}"), "source_without_document"),
        (HEAD + "groops: {}\n", "unknown_key"),
        (HEAD + "groups:\n", "expected_section"),
        (HEAD + "groups: [a, b]\n", "expected_section"),
        (HEAD + "groups: {a: }\n", "expected_entity"),
        (HEAD + "groups: {a: [b]}\n", "expected_entity"),
        (HEAD + "groups: {a b: {}}\n", "bad_id"),
        (HEAD + "groups: {'a`': {}}\n", "bad_id"),
        (HEAD + "groups: {'': {}}\n", "bad_id"),
        (HEAD + "groups: {' a': {}}\n", "bad_id"),
        (HEAD + "groups: {a: {level: }}\n", "nothing_written"),
        (HEAD + "groups: {a: {level: null}}\n", "nothing_written"),
        (HEAD + "groups: {a: {level: [x, y]}}\n", "expected_text"),
        (HEAD + "groups: {a: {level: {basis: author}}}\n", "expected_text"),
        (HEAD + "groups: {a: {level: {value: none, basis: gossip}}}\n", "not_a_choice"),
        (HEAD + "groups: {a: {level: {value: none, values: [none]}}}\n", "value_and_values"),
        (HEAD + "groups: {a: {level: {values: []}}}\n", "expected_list"),
        (HEAD + "groups: {a: {territory: []}}\n", "empty_list"),
        (HEAD + "groups: {a: {seats: []}}\n", "empty_list"),
        (HEAD + "groups: {a: {seats: {values: [none]}}}\n", "values_of_entities"),
        (HEAD + "groups: {a: {remit: {}}}\n", "empty_part"),
        (HEAD + "groups: {a: {remit: health}}\n", "expected_mapping"),
        (HEAD + "groups: {a: {remit: {value: {x: y}, topics: none}}}\n", "unknown_key_of"),
        (HEAD + "groups: {a: {remit: {values: [{powers: [{to: decide, value: none}]}]}}}\n", "words_inside_values"),
        (HEAD + "groups: {a: {informs: [{value: none, topics: none}]}}\n", "missing_key"),
        (HEAD + "groups: {a: {informs: [{to: a, value: no}]}}\n", "expected_word"),
        (HEAD + "groups: {a: {informs: [x]}}\n", "unknown_id_of"),
        (HEAD + "groups: {a: {meetings_per_year: -1}}\n", "number_or_range"),
        (HEAD + "groups: {a: {meetings_per_year: 3-2}}\n", "number_or_range"),
        (HEAD + "groups: {a: {meetings_per_year: 1e400}}\n", "number_or_range"),
        (HEAD + "groups: {a: {places_per_agenda: true}}\n", "whole_number"),
        (HEAD + "groups: {a: {places_per_agenda: '50 %'}}\n", "whole_number"),
        (HEAD + "groups: {a: {places_per_agenda: " + "9" * 5000 + "}}\n", "whole_number"),
        (HEAD + "coordinators: {a: {allocation: '0,5'}}\n", "decimal_comma"),
        (HEAD + "coordinators: {a: {allocation: nan}}\n", "number"),
        (HEAD + "groups: {a: {since: 01/02/2024}}\n", "date"),
        (HEAD + "groups: {a: {name: {sv: x, de: y}}}\n", "unknown_key_of"),
        (HEAD + "groups: {a: {name: [x]}}\n", "text"),
        (HEAD + "agreements: {a: {valid_from: 2020-01-02, valid_to: 2020-01-01}}\n", "end_before_beginning"),
        (HEAD + "persons: {a: {holds: [{since: 2020-01-01}]}}\n", "needs_one_of"),
        (HEAD + "groups: {a: {for_each: {m: [b]}}}\n", "for_each_id"),
        (HEAD + "groups: {'a-{m}': {for_each: [b]}}\n", "for_each_form"),
        (HEAD + "groups: {'a-{m}': {for_each: {m: [b]}, level: {m}}}\n", "braces"),
        (HEAD + "groups: {a: {one_per: [b]}}\n", "unknown_id"),
        (HEAD + "sets: {a: {name: x}}\n", "set_without_of"),
        (HEAD + "sets: {a: []}\n", "set_without_members"),
        (HEAD + "sets: {a: {members: ['']}}\n", "unknown_id"),
        (HEAD + "sets: {a: {of: groups}}\n", "not_a_choice"),
        (HEAD + "sets: {a: {of: group, where: {lvl: x}}}\n", "unknown_field"),
        (HEAD + "sets: {a: {of: group, where: {title: x}}}\n", "cannot_select_by"),
        (HEAD + "sets: {a: {of: group, where: {level: none}}}\n", "cannot_select_word"),
        (HEAD + "sets: {a: {of: group, members: [b], where: {kind: mixed}}}\ngroups: {b: {}}\n", "members_and_where"),
        (HEAD + "sets: {a: {members: [b]}, b: {members: [c]}, c: {members: [a]}}\n", "set_circle"),
        (HEAD + "groups: {g: {}}\nsets: {a: [g], g2: [a]}\nlevels: [a]\n", "duplicate_id"),
        (HEAD + "groups: {g: {level: s}}\nlevels: [l]\nsets: {s: [l]}\n", "set_where_one"),
        (HEAD + "groups: {g: {territory: s}}\nlevels: [l]\nsets: {s: [l]}\n", "wrong_set"),
        (HEAD + "facts: {a: b}\n", "expected_list"),
        (HEAD + "facts: [[system, overview]]\n", "row_without"),
        (HEAD + "facts: [[system, overview, none, '', all, author, none, more]]\n", "row_too_long"),
        (HEAD + "facts: [[nobody, overview, none]]\n", "unknown_id"),
        (HEAD + "facts: [[system, overview, none, '', many]]\n", "not_a_choice"),
        (HEAD + "facts: [[system, overview, none, '', all, rumour]]\n", "not_a_choice"),
        (HEAD + "facts: [[system, overview, none, '', all, author, nowhere]]\n", "unknown_source"),
        (HEAD + "facts: [[system, overview, maybe, system]]\n", "wrong_kind"),
        (HEAD + "facts: [[system, channel, none]]\n", "channel_without_to"),
        (HEAD + "facts: [[system, documents, none, system]]\n", "to_of_no_relation"),
        (HEAD + "groups: {g: {}}\nfacts: [[g, informs, [g]]]\n", "relation_without_to"),
        (HEAD + "groups: {g: {}}\nfacts: [[g, counted, 7]]\n", "yes_or_no"),
        (HEAD + "include: x.yaml\n", "include_without_folder"),
    ],
)  # fmt: skip
def test_a_fault_has_its_code(text: str, code: str) -> None:
    errors = faults_of(text)
    assert code in [problem.code for problem in errors.problems]
    for problem in errors.problems:
        assert problem.mark.file == "m.yaml"
        assert all(problem.render(lang) for lang in LANGUAGES)


def test_a_file_with_a_broken_section_does_not_complain_of_every_reference_into_it() -> None:
    assert codes_of(HEAD + "principals: [a]\ngroups: {g: {seats: [a, b]}}\n") == ["expected_section"]


def test_reporting_and_escalation_may_go_round() -> None:
    model = loads(HEAD + "groups: {a: {escalates_to: b, parent: b}, b: {escalates_to: a, parent: a}}\n")
    assert {"a", "b"} <= set(model.entities)


def test_a_chain_of_ten_thousand_parts_is_no_fault() -> None:
    topics = "".join(f"  t{n}: {{part_of: t{n - 1}}}\n" for n in range(1, 10_000))
    model = loads(HEAD + "topics:\n  t0: {}\n" + topics)
    assert len(model.of_kind("topic")) == 10_000

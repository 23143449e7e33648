"""Checklists: what makes a yes, a no or an open answer, and reading a file with its faults."""

from __future__ import annotations

from pathlib import Path

import pytest

from remit import api
from remit.graph.org import Org
from remit.model.facts import Degree, Extent
from remit.model.files import ModelErrors, loads, shipped
from remit.queries.checklists import Answers, answer, read_checklist, shipped_checklists
from remit.views.checklist_text import said

HEAD = """
remit: 1
checklist: {id: mine, title: {sv: Min lista, en: My list}}
questions:
"""

PURPOSE = """
  - id: purpose
    text: Is it told what each group is for?
    asked_of:
      group: {facts: [remit.purpose], rules: [MAN102]}
      system: {over: group, facts: [remit.purpose], rules: [MAN102]}
"""

MODEL = """
remit: 1
model: {id: case, title: Case, as_of: 2020-01-01, coverage: {default: %s}}
levels: [local, regional]
sources: {talks: {title: Interviews}}
groups:
"""


def ask(tmp_path: Path, questions: str, groups: str, coverage: str = "unknown") -> Answers:
    path = tmp_path / "mine.yaml"
    path.write_text(HEAD + questions, encoding="utf-8")
    return answer(Org(loads(MODEL % coverage + groups)), read_checklist(path))


def told(answers: Answers, kind: str = "group") -> list[tuple[str, str, str]]:
    return [(a.subject.id, a.state, a.certainty.word) for a in answers.answers if a.subject.kind == kind]


def test_what_a_source_tells_is_yes_what_it_denies_is_no_and_what_nobody_tells_is_open(tmp_path: Path) -> None:
    found = ask(
        tmp_path,
        PURPOSE,
        """
  a: {assignment: Rules, remit: {purpose: To meet}}
  b: {assignment: Rules, remit: {purpose: {value: none, basis: interviewees, source: talks}}}
  c: {assignment: Rules}
""",
    )
    assert told(found) == [("a", "yes", "established"), ("b", "no", "reported"), ("c", "open", "open")]
    assert told(found, "system") == [("system", "no", "reported")]


def test_the_whole_is_yes_only_where_each_is(tmp_path: Path) -> None:
    one, other = "\n  a: {assignment: Rules, remit: {purpose: To meet}}", "\n  b: {assignment: Rules}"
    assert told(ask(tmp_path, PURPOSE, one), "system") == [("system", "yes", "established")]
    assert told(ask(tmp_path, PURPOSE, one + other), "system") == [("system", "open", "open")]


def test_silence_is_no_where_the_listing_is_complete(tmp_path: Path) -> None:
    assert told(ask(tmp_path, PURPOSE, "\n  a: {assignment: Rules, remit: {topics: unknown}}", "complete")) == [
        ("a", "no", "established")
    ]


def test_a_finding_says_no_and_an_open_finding_takes_the_yes_away(tmp_path: Path) -> None:
    found = ask(
        tmp_path,
        PURPOSE,
        """
  a: {assignment: none, remit: {purpose: To meet}}
  b: {remit: {purpose: To meet}}
""",
    )
    assert told(found) == [("a", "no", "established"), ("b", "open", "open")]
    assert found.of("purpose", "group")[0].codes == ("MAN102",)


def test_a_question_without_facts_is_never_yes(tmp_path: Path) -> None:
    questions = "\n  - {id: q, text: Rules?, asked_of: {group: {rules: [MAN102]}, system: {rules: [MAN102]}}}\n"
    found = ask(tmp_path, questions, "\n  a: {assignment: Rules}")
    assert told(found) == [("a", "open", "open")]
    assert told(found, "system") == [("system", "open", "open")]


def test_what_is_said_of_most_of_a_set_is_no_for_the_whole_and_open_for_each(tmp_path: Path) -> None:
    groups = """
  a: {level: local, assignment: Rules}
  b: {level: local, assignment: Rules}
sets: {locals: {of: group, where: {level: local}}}
facts: [[locals, remit.purpose, none, "", most, interviewees, talks]]
"""
    found = ask(tmp_path, PURPOSE, groups)
    assert told(found) == [("a", "open", "open"), ("b", "open", "open")]
    assert told(found, "system") == [("system", "no", "reported")]


def test_what_is_said_of_the_system_in_most_cases_is_no_for_the_whole(tmp_path: Path) -> None:
    questions = "\n  - {id: q, text: Shared?, asked_of: {system: {facts: [economy]}}}\n"
    groups = """
  a: {}
facts: [[system, %s, none, "", most, interviewees, talks]]
"""
    assert told(ask(tmp_path, questions, groups % "economy"), "system") == [("system", "no", "reported")]
    assert told(ask(tmp_path, questions, groups % "development"), "system") == [("system", "open", "open")]


def test_only_those_that_meet_the_condition_and_are_in_force_are_asked(tmp_path: Path) -> None:
    questions = "\n  - {id: q, text: Goals?, asked_of: {group: {where: {kind: political}, facts: [goal]}}}\n"
    groups = """
  a: {kind: political}
  b: {kind: officials}
  c: {kind: political, status: ended}
  d: {}
"""
    assert [one[0] for one in told(ask(tmp_path, questions, groups))] == ["a", "d"]


def test_what_is_said_of_a_set_to_an_extent_counts_only_where_the_set_meets_the_condition(tmp_path: Path) -> None:
    questions = """
  - id: q
    text: Is it told what political groups are for?
    asked_of: {system: {over: group, where: {kind: political}, facts: [remit.purpose]}}
"""
    groups = """
  a: {kind: political, level: local}
  b: {kind: officials, level: regional}
sets: {political: {members: [a]}, officials: {members: [b]}}
facts: [[%s, remit.purpose, none, "", most, interviewees, talks]]
"""
    assert told(ask(tmp_path, questions, groups % "officials"), "system") == [("system", "open", "open")]
    assert told(ask(tmp_path, questions, groups % "political"), "system") == [("system", "no", "reported")]


def test_a_no_tells_the_widest_extent_it_is_told_to_unless_somebody_lacks_it(tmp_path: Path) -> None:
    groups = """
  a: {level: local, assignment: Rules}
  b: {level: local, assignment: Rules%s}
sets: {locals: {of: group, where: {level: local}}, others: {members: [a, b]}}
facts:
  - [locals, remit.purpose, none, "", some, interviewees, talks]
  - [others, remit.purpose, none, "", most, interviewees, talks]
"""
    one = ", remit: {purpose: {value: none, basis: interviewees, source: talks}}"
    found = {told: ask(tmp_path, PURPOSE, groups % told).of("purpose", "system")[0] for told in ("", one)}
    assert [(a.state, a.extent) for a in found.values()] == [("no", Extent.MOST), ("no", None)]
    assert found[""].to_dict("en")["extent"] == "most"
    assert said(found[""], "en") == "no (reported; for the most part)"


def test_a_condition_may_list_several_values(tmp_path: Path) -> None:
    questions = "\n  - {id: q, text: Goals?, asked_of: {group: {where: {kind: [political, mixed]}, facts: [goal]}}}\n"
    groups = """
  a: {kind: political}
  b: {kind: officials}
  c: {kind: mixed}
"""
    assert [one[0] for one in told(ask(tmp_path, questions, groups))] == ["a", "c"]


def test_no_is_no_and_a_value_asked_for_must_be_the_one(tmp_path: Path) -> None:
    questions = """
  - {id: known, text: Known?, asked_of: {group: {facts: [remit_known]}}}
  - {id: level, text: Regional?, asked_of: {group: {facts: [{field: level, is: regional}]}}}
  - {id: power, text: Decides?, asked_of: {group: {facts: [{field: remit.powers, is: decide}]}}}
"""
    groups = "\n  a: {remit_known: no, level: local, remit: {powers: [inform, decide]}}"
    found = ask(tmp_path, questions, groups)
    assert [(a.question.id, a.state) for a in found.answers] == [("known", "no"), ("level", "no"), ("power", "yes")]


def test_nobody_to_ask_is_open(tmp_path: Path) -> None:
    found = ask(tmp_path, PURPOSE, "\n  a: {status: ended}")
    assert told(found) == []
    assert told(found, "system") == [("system", "open", "open")]


def test_every_fault_of_a_checklist_is_told_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(
        HEAD
        + """
  - id: one
    asked_of: {grupp: {facts: [remit]}}
  - id: two
    text: {sv: Ja, de: Ja}
    asked_of: {group: {facts: [remitt, {field: level}], rules: [MAN999]}}
  - {id: three, text: Three?}
""",
        encoding="utf-8",
    )
    with pytest.raises(ModelErrors) as caught:
        read_checklist(path)
    where = [(problem.mark.line, problem.code) for problem in caught.value.problems]
    assert where == [
        (6, "missing_key"),
        (7, "unknown_key"),
        (9, "unknown_key_of"),
        (10, "unknown_id"),
        (10, "missing_key"),
        (10, "unknown_id"),
        (11, "missing_key"),
    ]


def test_a_checklist_that_does_not_exist_is_told_with_those_that_do() -> None:
    with pytest.raises(api.RequestError, match="Did you mean nine-questions"):
        api.checklist("nine-question")


def test_the_nine_questions_are_nine_in_two_languages_and_answer_every_shipped_model() -> None:
    asked = read_checklist(shipped_checklists()["nine-questions"])
    assert len(asked.questions) == 9
    assert all(q.text.sv != q.text.en and "system" in q.asked_of for q in asked.questions)
    for name in shipped():
        found = api.load(name).checklist(asked)
        whole = [a for a in found.answers if a.subject.kind == "system"]
        assert len(whole) == 9, name
        for one in found.answers:
            assert (one.state == "open") == (one.certainty == Degree.OPEN)
            assert one.state == "open" or one.evidence or one.codes

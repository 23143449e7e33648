"""Commands that take several models: audits side by side, checklists."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Remit = Callable[..., Any]


def test_an_audit_of_several_models_puts_them_side_by_side_and_ends_with_one_where_any_has_findings(
    remit: Remit,
) -> None:
    done = remit("audit", "vasterbotten-2017", "vasterbotten-2019", "--format", "json")
    assert done.status == 1
    told = json.loads(done.out)
    assert [one["model"]["id"] for one in told["models"]] == ["vasterbotten-2017", "vasterbotten-2019"]
    assert told["only"][0]
    assert set(told["shared"]).isdisjoint(told["only"][0])
    for lang, head in (("sv", "bredvid varandra"), ("en", "side by side")):
        for form in ("text", "markdown"):
            shown = remit("audit", "vasterbotten-2017", "vasterbotten-2019", "--format", form, "--lang", lang).out
            assert head in shown
            assert "MAN102" in shown


def test_an_audit_of_several_models_ends_with_nothing_found_where_none_reaches_the_severity(remit: Remit) -> None:
    assert remit("audit", "vasterbotten-2017", "vasterbotten-2019", "--fail-on", "never").status == 0


def test_sensitivity_is_asked_of_one_model_at_a_time(remit: Remit) -> None:
    done = remit("audit", "vasterbotten-2017", "vasterbotten-2019", "--sensitivity")
    assert done.status == 2
    assert "--sensitivity" in done.err


@pytest.mark.parametrize("option", ["--baseline", "--waivers", "--write-baseline"])
def test_what_one_has_accepted_is_not_asked_of_several(remit: Remit, tmp_path: Path, option: str) -> None:
    done = remit("audit", "vasterbotten-2017", "vasterbotten-2019", option, tmp_path / "x.json")
    assert done.status == 2
    assert option in done.err
    assert not (tmp_path / "x.json").exists()


@pytest.mark.parametrize(("lang", "word"), [("sv", "Fråga"), ("en", "Question")])
def test_a_checklist_is_answered_for_one_model_and_for_several_in_every_format(
    remit: Remit, model: Path, lang: str, word: str
) -> None:
    for form in ("text", "markdown"):
        one = remit("checklist", "nine-questions", model, "--format", form, "--lang", lang)
        assert (one.status, one.err) == (0, "")
        assert "9" in one.out
        several = remit("checklist", "nine-questions", model, "vasterbotten-2017", "--format", form, "--lang", lang)
        assert word in several.out
        assert "vasterbotten-2017" in several.out
    told = json.loads(remit("checklist", "nine-questions", model, "--format", "json", "--lang", lang).out)
    assert len(told["questions"]) == 9
    assert {one["answer"] for one in told["answers"]} <= {"yes", "no", "open"}
    both = json.loads(remit("checklist", "nine-questions", model, model, "--format", "json").out)
    assert len(both["models"]) == 2


def test_of_a_proposal_the_answers_say_that_a_yes_is_a_yes_on_paper(remit: Remit) -> None:
    for form in ("text", "markdown"):
        alone = remit("checklist", "nine-questions", "skane-2013-proposal", "--format", form, "--lang", "en")
        assert "a yes is a yes on paper (skane-2013-proposal)" in alone.out.replace("\\", "")
        both = remit("checklist", "nine-questions", "skane-2012", "vasterbotten-2019", "--format", form, "--lang", "en")
        assert "a yes is a yes on paper (vasterbotten-2019)" in both.out.replace("\\", "")
        today = remit("checklist", "nine-questions", "skane-2012", "--format", form, "--lang", "en")
        assert "on paper" not in today.out


def test_side_by_side_a_no_that_is_told_of_a_part_of_the_cases_is_marked(remit: Remit) -> None:
    for form in ("text", "markdown"):
        both = remit("checklist", "nine-questions", "skane-2012", "varmland-2018", "--format", form, "--lang", "en")
        rows = both.out.replace("\\", "").splitlines()
        (economy,) = (row for row in rows if "economy shared" in row)
        (goals,) = (row for row in rows if "clear political goals" in row)
        assert "no*" in economy
        assert "yes~" in goals
        assert "no*" not in goals


def test_a_checklist_with_faults_or_without_a_file_ends_with_two(remit: Remit, model: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text("remit: 1\nchecklist: {id: a, title: A}\nquestions: [{id: q}]\n", encoding="utf-8")
    for name in (wrong, tmp_path / "none.yaml", "nine"):
        done = remit("checklist", name, model)
        assert (done.status, done.out) == (2, "")
        assert done.err
        assert "Traceback" not in done.err

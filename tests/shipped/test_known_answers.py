"""The shipped models give what the documents say, no more and no less."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from remit.model.files import shipped

_SPEC = importlib.util.spec_from_file_location("known_answers", Path(__file__).with_name("known_answers.py"))
assert _SPEC is not None
assert _SPEC.loader is not None
known_answers = importlib.util.module_from_spec(_SPEC)
sys.modules["known_answers"] = known_answers
_SPEC.loader.exec_module(known_answers)

MODELS = sorted(path.stem for path in known_answers.FOLDER.glob("*.yaml"))


@pytest.fixture(scope="module", params=MODELS)
def case(request):
    return known_answers.case_of(request.param)


def test_there_are_known_answers_for_every_shipped_model_and_for_no_other() -> None:
    assert len(MODELS) > 0
    assert tuple(MODELS) == shipped()


def test_every_sure_finding_is_a_known_answer(case) -> None:
    strange = [
        f"{f.code} {f.subject.id} {f.certainty.word}: {f.message.en}" for f in case.sure() if not case.is_known(f)
    ]
    assert not strange, "\n".join(strange)


def test_every_known_answer_is_found(case) -> None:
    lacking = []
    for row in case.known:
        if not case.found(row):
            met = [f.subject.id for f in case.findings if known_answers.meets(f, row, case.members)]
            lacking.append(f"{row} (found: {met})")
    assert not lacking, "\n".join(lacking)


def test_nothing_that_must_not_be_found_is_found(case) -> None:
    wrong = [
        f"{row.code} {row.ids}: {f.subject.id} {f.certainty.word} {f.message.en}"
        for row in case.absent
        for f in case.denied(row)
    ]
    assert not wrong, "\n".join(wrong)


def test_every_known_answer_cites_the_place_that_it_names(case) -> None:
    wrong = []
    # what is made up has no document to cite
    assert {bool(row.heading) for row in case.known} <= {not case.made_up}
    for row in case.known if not case.made_up else ():
        if row.certainty == "open":
            continue
        headings = {source.section for finding in case.found(row) for source in finding.sources}
        wanted = row.heading.split(" > ")[-1]
        # a table stands under the heading above it
        if headings and not any(wanted in h.split(" > ") or h.endswith(wanted) for h in headings):
            wrong.append(f"{row}: wanted {row.heading}, cites {sorted(headings)}")
    assert not wrong, "\n".join(wrong)


def test_the_table_counts_what_is_missed_what_is_strange_and_what_is_denied() -> None:
    case = known_answers.case_of("vasterbotten-2017")
    kept = known_answers.tallies([case])
    code = case.known[0].code
    assert not kept[code].fails
    elsewhere = case.known[0].__class__(code, ("nobody",), False, "", "established", "", 0, "", 0)
    case.known.append(elsewhere)
    assert known_answers.tallies([case])[code].expected == kept[code].expected + 1
    assert known_answers.tallies([case])[code].found == kept[code].found
    case.known.clear()
    assert known_answers.tallies([case])[code].known == 0
    case.absent.append(known_answers.Absent(code, ("any",), "open"))
    assert known_answers.tallies([case])[code].denied == 1

"""The shipped models give what the documents say, no more and no less."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from remit.graph.org import Org
from remit.model.facts import Degree
from remit.model.files import load, resolve
from remit.queries.engine import audit

_SPEC = importlib.util.spec_from_file_location("known_answers", Path(__file__).with_name("known_answers.py"))
assert _SPEC is not None
assert _SPEC.loader is not None
known_answers = importlib.util.module_from_spec(_SPEC)
sys.modules["known_answers"] = known_answers
_SPEC.loader.exec_module(known_answers)

MODELS = sorted(path.stem for path in known_answers.FOLDER.glob("*.yaml"))
WORDS = {degree.word: degree for degree in Degree}


@pytest.fixture(scope="module", params=MODELS)
def case(request):
    name = request.param
    org = Org(load(resolve(name)))
    findings, absent = known_answers.load_known(name)
    members = {set_id: org.model.members_of(set_id) for set_id in org.model.sets}
    return org, audit(org, certainty=Degree.OPEN), findings, absent, members


def test_there_are_known_answers_for_both_vasterbotten_models() -> None:
    assert {"vasterbotten-2017", "vasterbotten-2019"} <= set(MODELS)


def test_every_sure_finding_is_a_known_answer(case) -> None:
    _, result, known, _, members = case
    strange = [
        f"{f.code} {f.subject.id} {f.certainty.word}: {f.message.en}"
        for f in result.findings
        if f.certainty > Degree.OPEN and not any(known_answers.meets(f, k, result, members) for k in known)
    ]
    assert not strange, "\n".join(strange)


def test_every_known_answer_is_found(case) -> None:
    _, result, known, _, members = case
    lacking = []
    for row in known:
        found = [f for f in result.findings if known_answers.meets(f, row, result, members)]
        if not found or not known_answers.is_complete(found, row, members):
            lacking.append(f"{row} (found: {[f.subject.id for f in found]})")
    assert not lacking, "\n".join(lacking)


def test_nothing_that_must_not_be_found_is_found(case) -> None:
    _, result, _, absent, _ = case
    wrong = []
    for row in absent:
        for finding in result.findings:
            if finding.code != row.code or finding.certainty < WORDS[row.certainty]:
                continue
            pair = row.code in ("STR201", "STR202", "STR203") and len(row.ids) == 2
            spoken = known_answers.covered_ids(finding) if pair else known_answers.subject_ids(finding)
            hit = set(row.ids) <= spoken if pair else bool(set(row.ids) & spoken)
            if row.ids == ("any",) or hit:
                wrong.append(
                    f"{row.code} {row.ids}: {finding.subject.id} {finding.certainty.word} {finding.message.en}"
                )
    assert not wrong, "\n".join(wrong)


def test_every_known_answer_cites_the_place_that_it_names(case) -> None:
    _, result, known, _, members = case
    wrong = []
    for row in known:
        if row.certainty == "open":
            continue
        found = [f for f in result.findings if known_answers.meets(f, row, result, members)]
        headings = {s.section for f in found for s in f.sources}
        wanted = row.heading.split(" > ")[-1]
        if found and not any(wanted == h or h.endswith(wanted) for h in headings):
            wrong.append(f"{row}: wanted {row.heading}, cites {sorted(headings)}")
    assert not wrong, "\n".join(wrong)

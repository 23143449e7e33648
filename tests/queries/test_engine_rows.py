"""What the engine leaves out of what the rules find, whichever engine found it."""

from __future__ import annotations

import pytest

from remit.graph.org import Org
from remit.model.facts import Degree
from remit.model.files import loads
from remit.queries.engine import audit

MODEL = """\
remit: 1
model: {id: m, title: M, as_of: 2020-01-01, represents: proposal, coverage: {default: unknown}}
sources: {s: {title: S}}
groups:
  sure: {name: Sure}
  may: {name: May, MODALITY}
"""


def subjects(modality: str, *facts: str) -> dict[str, Degree]:
    org = Org(loads(MODEL.replace("MODALITY", modality) + "".join(facts)))
    found = audit(org, select=("MAN102",), certainty=Degree.OPEN).findings
    return {one: f.certainty for f in found for one in f.subject.ids()}


def test_of_what_merely_may_come_to_be_nobody_is_asked_what_it_lacks() -> None:
    assert subjects("modality: may") == {"sure": Degree.OPEN}


@pytest.mark.parametrize("modality", ["modality: should", "modality: shall", "basis: risk", "basis: interviewees"])
def test_of_what_shall_should_or_is_said_to_be_it_is_asked(modality: str) -> None:
    assert subjects(modality) == {"sure": Degree.OPEN, "may": Degree.OPEN}


def test_what_a_source_says_of_it_is_told_as_an_open_question_all_the_same() -> None:
    assert subjects("modality: may", 'facts: [[may, assignment, none, "", "", author, s#1]]') == {
        "sure": Degree.OPEN,
        "may": Degree.OPEN,
    }

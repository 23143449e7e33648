"""What the engine leaves out of what the rules find, whichever engine found it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.graph.logic import Evidence
from remit.graph.org import Org
from remit.model.facts import Degree
from remit.model.files import loads
from remit.queries.engine import audit, told_in_order

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


def told_plainly(evidence: list[Evidence]) -> tuple[Evidence, ...]:
    """The order as it is described, without regard to time."""
    left, ordered = sorted(set(evidence)), []
    while left:
        ends = {one.to for one in left if one.from_ != one.to}
        onward = [one for one in left if ordered and one.from_ == ordered[-1].to]
        beginnings = [one for one in left if one.from_ not in ends]
        step = (onward or beginnings or left)[0]
        ordered.append(step)
        left.remove(step)
    return tuple(ordered)


NODES = st.sampled_from("abcde")


@given(st.lists(st.builds(Evidence, NODES, st.sampled_from("xy"), NODES), max_size=12))
def test_evidence_is_told_chain_by_chain_from_its_beginning_in_whatever_order_it_was_seen(seen: list[Evidence]) -> None:
    assert told_in_order(seen) == told_plainly(seen)
    assert told_in_order(reversed(seen)) == told_in_order(seen)


def test_alike_open_rows_of_which_only_one_has_a_date_are_folded() -> None:
    text = """\
remit: 1
model: {id: m, title: M, as_of: 2020-01-01}
principals: {ask: {name: Ask}}
coordinators:
  one: {name: One, covers: ask, allocation: unclear, financed_by: ask, until: 2026-12-31}
  two: {name: Two, covers: ask, allocation: unclear, financed_by: ask}
"""
    found = audit(Org(loads(text)), select=("ROB606",), certainty=Degree.OPEN).findings
    assert [(one.key, one.subject.members) for one in found] == [("allocation", ("one", "two"))]

"""How sure conditions combine."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from remit.graph.logic import NO, OPEN, YES, Ground, Proof, all_of, any_of, excused, of_set
from remit.model.facts import Degree

DEGREES = st.sampled_from(list(Degree))
PROOFS = st.builds(Proof, DEGREES, st.none() | st.sampled_from(list(Ground)))


@given(st.lists(PROOFS, min_size=1))
def test_needed_conditions_are_as_sure_as_the_least_sure(proofs: list[Proof]) -> None:
    assert all_of(*proofs).degree == min(p.degree for p in proofs)


@given(st.lists(PROOFS))
def test_of_alternative_proofs_the_best_counts(proofs: list[Proof]) -> None:
    assert any_of(*proofs).degree == max((p.degree for p in proofs), default=Degree.NO)


@given(PROOFS, PROOFS)
def test_an_excuse_never_makes_a_defect_surer(defect: Proof, excuse: Proof) -> None:
    assert excused(defect, excuse).degree <= defect.degree


@given(PROOFS)
def test_a_silent_excuse_changes_nothing(defect: Proof) -> None:
    assert excused(defect, NO) == defect


def test_a_stated_excuse_clears_and_an_open_one_leaves_it_open() -> None:
    assert not excused(YES, YES)
    assert not excused(YES, Proof(Degree.REPORTED))
    assert excused(YES, OPEN).degree == Degree.OPEN


def test_the_most_analytical_ground_names_the_conclusion_and_context_gives_none() -> None:
    counted, stated = YES.on(Ground.COUNTED), YES.on(Ground.STATED)
    assert all_of(stated, counted).ground == Ground.COUNTED
    assert all_of(stated, counted.context()).ground == Ground.STATED


@given(PROOFS, st.lists(PROOFS))
def test_of_a_set_it_holds_as_told_of_the_set_or_of_all_members_and_of_some_it_is_open(
    own: Proof, members: list[Proof]
) -> None:
    found = of_set(own, *members).degree
    every = min((p.degree for p in members), default=Degree.NO)
    some = max((p.degree for p in members), default=Degree.NO)
    assert found == max(own.degree, every, min(some, Degree.OPEN))

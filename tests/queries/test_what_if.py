"""A structure as if something were not in it."""

from __future__ import annotations

import copy
import json
import re

import pytest

import remit
from remit.model.files import dump, load, loads, resolve, shipped
from remit.model.whole import Model
from remit.queries.reorganise.without import WithoutError, way_without, without

TEXT = """\
remit: 1
model: {id: m, title: M, as_of: 2020-01-01}
sources: {report: {title: Report}}
levels: [near, far]
principals: {region: {name: Region}, ask: {name: Ask}}
topics: {care: {name: care}, home: {name: home care, part_of: care}, school: {name: school}}
units:
  board: {name: Board, principal: region}
  clinic: {name: Clinic, parent: board}
functions: {head: {name: Head, unit: board}, nurse: {name: Nurse, unit: clinic}}
sets: {both: {of: group, members: [low, high]}}
groups:
  low:
    name: Low
    remit: {topics: [school]}
    chair: {holder: head}
    escalates_to: [{to: high, through: [head]}, {to: board}]
    seats: [region, {principal: ask, function: nurse}]
  high: {name: High, parent: low, remit: {topics: [care, school]}, seats: [region, ask], source: report}
facts:
  - [both, assignment, none]
"""


@pytest.fixture
def model() -> Model:
    return loads(TEXT)


def test_a_unit_under_something_that_is_gone_goes_along_with_its_functions(model: Model) -> None:
    gone = without(model, ["board"])
    assert {"clinic", "head", "nurse"} <= set(gone.along)
    assert not {"board", "clinic", "head", "nurse"} & set(gone.model.entities)


def test_a_principal_takes_its_line_and_its_seats_along(model: Model) -> None:
    gone = without(model, ["region"]).model
    assert set(gone.entities) >= {"ask", "low", "high"}
    assert not {"region", "board", "clinic", "head", "low:region", "high:region"} & set(gone.entities)


def test_a_route_through_something_that_is_gone_leads_nowhere_any_more(model: Model) -> None:
    low = without(model, ["head"]).model.entities["low"]
    assert [one.to for one in low.escalates_to] == ["board"]  # type: ignore[attr-defined]


def test_a_group_whose_parent_is_gone_stays_and_tells_no_parent(model: Model) -> None:
    high = without(model, ["low"]).model.entities["high"]
    assert high.parent is None  # type: ignore[attr-defined]
    assert "parent" not in high.said


def test_a_remit_of_which_nothing_is_left_is_not_told(model: Model) -> None:
    gone = without(model, ["school"]).model
    assert gone.entities["low"].remit is None  # type: ignore[attr-defined]
    assert gone.entities["high"].remit.topics == ["care"]  # type: ignore[attr-defined]


def test_a_topic_takes_what_is_part_of_it_along(model: Model) -> None:
    assert without(model, ["care"]).along == ("home",)


def test_a_single_seat_can_be_gone(model: Model) -> None:
    gone = without(model, ["high:ask"])
    assert [one.id for one in gone.model.entities["high"].seats] == ["high:region"]  # type: ignore[attr-defined]
    assert gone.along == ()


def test_a_set_goes_with_what_is_said_of_it_and_its_members_stay(model: Model) -> None:
    gone = without(model, ["both"]).model
    assert not gone.sets
    assert not gone.statements
    assert {"low", "high"} <= set(gone.entities)


def test_the_model_that_is_asked_about_stays_as_it_was(model: Model) -> None:
    before = copy.deepcopy(model)
    without(model, ["region", "low", "care"])
    assert model == before


@pytest.mark.parametrize(
    ("one", "why"), [("system", "the whole"), ("report", "rest on"), ("bord", "did you mean board?"), ("zzzz", "no")]
)
def test_what_cannot_be_gone_is_told_in_both_languages(model: Model, one: str, why: str) -> None:
    with pytest.raises(WithoutError) as error:
        without(model, [one])
    assert why in error.value.text.en
    assert error.value.text.sv != error.value.text.en


@pytest.mark.parametrize("name", shipped())
def test_what_is_left_is_a_well_formed_model_whatever_kind_of_thing_is_gone(name: str) -> None:
    model = load(resolve(name))
    of_kind: dict[str, str] = {}
    for entity in model.entities.values():
        of_kind.setdefault(entity.kind_meta.name, entity.id)
    if model.sets:
        of_kind["set"] = min(model.sets)
    assert len(of_kind) > 5
    tried = 0
    for one in of_kind.values():
        try:
            gone = without(model, [one]).model
        except WithoutError:
            continue
        assert loads(dump(gone)) == gone, one
        tried += 1
    assert tried >= len(of_kind) - 2, "all but the system and the source"


def test_what_went_along_is_told_by_name_and_of_many_the_first_and_how_many_more() -> None:
    few, _ = way_without(load(resolve("vasterbotten-2017")), ["landstinget"])
    assert few.steps[0].says.sv == "Utan Västerbottens läns landsting"
    assert few.steps[0].reason.sv.startswith("Med det går: ")
    assert "hälsocentralerna" in few.steps[0].reason.sv
    proposal = load(resolve("vasterbotten-2019"))
    many, gone = way_without(proposal, [one.id for one in proposal.of_kind("principal")])
    assert len(gone.along) > 20
    assert re.search(r" and \d+ more\.$", many.steps[0].reason.en)


def test_what_if_is_asked_of_an_organisation() -> None:
    found = remit.load("vasterbotten-2017").what_if(without=["lbu", "lsg"], select="MAN105")
    assert found.what_if == ("lbu", "lsg")
    assert [(one.fate.value, one.finding.subject.id) for one in found.outcomes[0].differences] == [
        ("cleared", "lbu"),
        ("cleared", "lsg"),
        ("kept", "ac-konsensus"),
    ]
    json.dumps(found.to_dict())

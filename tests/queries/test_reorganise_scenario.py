"""Scenarios as ways: names, what has become what, and any change left out."""

from __future__ import annotations

import pytest

from remit.api import Organisation
from remit.model.changes import Change, ChangeErrors, Scenario, apply
from remit.model.changes import load as load_scenario
from remit.model.files import load, loads, resolve
from remit.model.text import Text
from remit.model.whole import Model
from remit.queries.reorganise import Outcome
from remit.queries.reorganise.attribution import How
from remit.queries.reorganise.records import Fate
from remit.queries.reorganise.scenario import way_of
from remit.queries.reorganise.way import DoesNotApplyError

TEXT = """\
remit: 1
model: {id: m, title: M, as_of: 2020-01-01}
levels: [near, far]
principals: {county: {name: County}, federation: {name: Federation}, ask: {name: Ask}}
topics: {care: {name: care}, school: {name: school}}
groups:
  low: {name: Low, level: near, assignment: none, remit: {topics: [care]}, seats: [county, ask]}
  high: {name: High, level: far, assignment: rules, remit: {topics: [care]}, seats: [county, federation, ask]}
"""


@pytest.fixture
def model() -> Model:
    return loads(TEXT)


def scenario(*changes: Change) -> Scenario:
    return Scenario.of(id="s", title="S", changes=changes)


def outcome(model: Model, *changes: Change, select: str = "MAN102") -> Outcome:
    return Organisation(model).reorganise(scenario(*changes), select=select).outcomes[0]


MERGE = Change.of("merge", {"these": ["county", "federation"], "into": "region", "name": "Region"}, reason="one")
RENAME = Change.of("rename", {"this": "low", "id": "base", "name": "Base"}, reason="a better name")


def test_a_merged_principal_is_both_that_it_was(model: Model) -> None:
    found = outcome(model, MERGE)
    merged = [one for one in found.structure.things if one.fate == "merged"]
    assert [(one.before, one.after) for one in merged] == [(("county", "federation"), ("region",))]
    assert not [one for one in found.structure.things if one.fate in ("added", "removed")]


def test_a_finding_is_followed_through_a_rename_and_a_merger(model: Model) -> None:
    found = outcome(model, MERGE, RENAME)
    assert [(one.fate, one.finding.subject.id) for one in found.differences] == [(Fate.KEPT, "base")]


def test_a_group_that_is_split_has_become_its_parts(model: Model) -> None:
    split = Change.of(
        "split", {"this": "low", "into": {"young": {"name": "Young"}, "old": {"name": "Old"}}}, reason="too much"
    )
    found = outcome(model, split)
    assert [(one.fate, one.before, one.after) for one in found.structure.things if one.kind == "group"] == [
        ("split", ("low",), ("young", "old"))
    ]
    assert {one.fate for one in found.differences} == {Fate.KEPT}, "each part still lacks what the whole lacked"


def test_changes_are_told_with_the_names_that_things_have_then(model: Model) -> None:
    way = way_of(
        model,
        scenario(
            MERGE,
            RENAME,
            Change.of("set", {"of": "base", "assignment": "rules"}, reason="r"),
            Change.of("open", {"from": "base", "escalates_to": {"to": "high"}}, reason="r"),
            Change.of("dissolve", ["high"], reason="r"),
        ),
    )
    assert [step.says.en for step in way.steps] == [
        "Merges County and Federation into Region",
        "Renames Low to Base",
        "Settles for Base: the rules of procedure or other document that describes its assignment",
        "Opens a route from Base to High",
        "Dissolves High",
    ]


def test_a_change_that_others_build_on_is_left_out_with_them(model: Model) -> None:
    new = {"groups": {"new": {"name": "New", "level": "far", "assignment": "none", "seats": ["county", "ask"]}}}
    found = outcome(
        model,
        Change.of("create", new, reason="r"),
        Change.of("set", {"of": "low", "assignment": "rules"}, reason="r"),
        Change.of("rename", {"this": "new", "id": "newer"}, reason="r"),
        Change.of("set", {"of": "newer", "meetings_per_year": 2}, reason="r"),
    )
    # without 1 there is nothing to rename (3), and then nothing to settle (4)
    assert found.blocks == {1: (1, 3, 4), 3: (3, 4)}
    told = {(one.fate, one.finding.subject.id): one.by for one in found.differences}
    cleared, made = told[Fate.CLEARED, "low"], told[Fate.NEW, "newer"]
    assert cleared is not None
    assert made is not None
    assert (cleared.order, cleared.how, cleared.numbers) == (2, How.ONE, (2,))
    assert (made.order, made.how, made.numbers) == (1, How.BLOCK, (1, 3, 4))


def test_leaving_out_gives_what_applying_the_others_gives() -> None:
    given = load(resolve("vasterbotten-2017"))
    read = load_scenario("vasterbotten-2017-to-2019")
    way = way_of(given, read)
    assert len(way.steps) > 20
    tried = 0
    for number in way.numbers[::6]:
        try:
            expected = apply(given, read.without(number))
        except ChangeErrors:
            with pytest.raises(DoesNotApplyError):
                way.models(frozenset((number,)))
            continue
        assert way.models(frozenset((number,)))[-1] == expected, number
        tried += 1
    assert tried


def test_the_title_and_the_reasons_of_a_scenario_are_passed_on(model: Model) -> None:
    told = Scenario.of(id="s", title=Text("Sv", "En"), changes=[RENAME])
    way = way_of(model, told)
    assert (way.id, way.title) == ("s", Text("Sv", "En"))
    assert way.steps[0].reason.sv == "a better name"

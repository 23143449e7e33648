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


def told(model: Model, *changes: Change) -> list[str]:
    return [step.says.sv for step in way_of(model, scenario(*changes)).steps]


def test_only_bodies_are_wound_up_and_what_is_no_longer_told_of_is_called_what_it_is(model: Model) -> None:
    more = {
        "topics": {"roads": {"name": "vägar"}},
        "goals": {"better": {"text": "vägen är bättre"}},
        "sets": {"both": {"name": "de båda", "of": "group"}},
        "agreements": {"pact": {"name": "Avtalet", "parties": ["county", "ask"]}},
        "units": {"clinic": {"name": "kliniken", "principal": "county"}},
        "groups": {"third": {"name": "Tredje"}},
    }
    state = {"sets": more.pop("sets")}
    says = told(
        model,
        Change.of("create", more, reason="r"),
        Change.of("state", state, reason="r"),
        Change.of("dissolve", ["roads"], reason="r"),
        Change.of("dissolve", ["better"], reason="r"),
        Change.of("dissolve", ["third", "both"], reason="r"),
        Change.of("dissolve", ["pact"], reason="r"),
        Change.of("dissolve", ["clinic"], reason="r"),
    )
    assert says[0].startswith("Inrättar ")
    assert says[2:] == [
        "Tar bort fråga: vägar",
        "Tar bort mål: vägen är bättre",
        "Avvecklar Tredje; tar bort samlingsnamn: de båda",
        "Tar bort överenskommelse: Avtalet",
        "Tar bort enhet: kliniken",
    ]


def test_taking_facts_away_is_not_told_as_stating_them(model: Model) -> None:
    says = told(
        model,
        Change.of("state", {"facts": [["low", "owner", "none"]]}, reason="r"),
        Change.of("state", {"leave_out": {"high": "assignment"}}, reason="r"),
        Change.of(
            "state", {"leave_out": {"low": "assignment"}, "facts": [["low", "equal_mandates", "no"]]}, reason="r"
        ),
        Change.of("state", {"model": {"coverage": {"default": "unknown"}}}, reason="r"),
    )
    assert says == [
        "Anger uppgifter om Low",
        "Tar bort uppgifter om High",
        "Ändrar uppgifter om Low",
        "Anger uppgifter om vad modellen räknar upp fullständigt",
    ]


def test_many_alike_are_told_by_their_number(model: Model) -> None:
    groups = {f"arena-{n}": {"name": f"Arena, Ort {n}", "level": "near", "seats": ["ask"]} for n in range(5)}
    assert told(model, Change.of("create", {"groups": groups}, reason="r")) == ["Inrättar Arena (5 stycken)"]


def test_a_route_is_told_with_its_two_ends_and_not_with_what_it_is_for(model: Model) -> None:
    route = {"to": "high", "topics": ["care"], "through": "line", "note": "ask"}
    opened = Change.of("open", {"from": "low", "informs": [route, "low"], "escalates_to": "high"}, reason="r")
    closed = Change.of("close", {"from": "low", "informs": "high"}, reason="r")
    rows = {"facts": {"add": [{"about": "high", "what": "convener", "value": "none"}]}}
    steps = way_of(model, scenario(opened, closed, Change.of("state", rows, reason="r"))).steps
    assert [(step.says.sv, step.says.en) for step in steps] == [
        ("Öppnar en väg från Low till High och Low", "Opens a route from Low to High and Low"),
        ("Stänger en väg från Low till High", "Closes a route from Low to High"),
        ("Anger uppgifter om High", "States facts about High"),
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


def of_seats(model: str, *changes: Change) -> list[tuple[Fate, str]]:
    found = Organisation(loads(model)).reorganise(scenario(*changes), select="COV506,MAN103,SRC901").outcomes[0]
    return sorted((one.fate, f"{one.finding.code} {one.finding.subject.id}") for one in found.differences)


SEATS = """
remit: 1
model: {id: m, title: M, as_of: 2020-01-01}
topics: {care: Care}
principals: {ask: Ask, berg: Berg}
units: {office: {name: Office, principal: berg}}
functions: {head: {name: Head, unit: office}}
groups:
  council:
    name: Council
    remit: {topics: care}
    seats: [{principal: ask, mandate: {powers: inform}}, {principal: berg, vacant: yes}]
"""


def test_a_finding_on_a_seat_follows_it_where_a_merger_gives_it_a_number() -> None:
    # Both seats become the new principal's. They are not alike, one being vacant, so both stay; the second gets an id
    # with a number. It is the same seat, and as vacant as it was. That the model declares no source but the scenario
    # makes nothing unsourced.
    merge = Change.of("merge", {"these": ["ask", "berg"], "into": "town", "name": "Town"}, reason="one")
    assert of_seats(SEATS, merge) == [(Fate.KEPT, "COV506 council:town:2")]


def test_a_seat_that_replaces_another_stands_in_its_place_with_its_findings() -> None:
    # The seat of Berg is nobody's in particular; then the head of its office fills it, still without a mandate.
    # What was said of the seat is said of the one that replaces it: what is lacking still is.
    data = SEATS.replace("vacant: yes", "count: 1")
    replace = Change.of(
        "seats", {"of": "council", "replace": {"berg": {"principal": "berg", "function": "head"}}}, reason="who"
    )
    assert of_seats(data) == [(Fate.KEPT, "MAN103 council:berg")]
    assert of_seats(data, replace) == [(Fate.KEPT, "MAN103 council:head")]


def test_a_seat_s_finding_is_followed_through_a_merger_a_rename_and_a_split_in_a_row() -> None:
    merge = Change.of("merge", {"these": ["ask", "berg"], "into": "town", "name": "Town"}, reason="one")
    rename = Change.of("rename", {"this": "council", "id": "forum"}, reason="a name")
    split = Change.of("split", {"this": "forum", "into": {"x": {"name": "X"}, "y": {"name": "Y"}}}, reason="two")
    assert of_seats(SEATS, merge, rename, split) == [(Fate.KEPT, "COV506 x:town:2"), (Fate.KEPT, "COV506 y:town:2")]

"""What becomes of findings between two structures, and which change does it; reasoned by hand on small structures."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from remit.graph.org import Org
from remit.model.changes import renamed
from remit.model.facts import Degree
from remit.model.files import load, loads, resolve, shipped
from remit.model.text import Text
from remit.model.whole import Model
from remit.queries.reorganise import Outcome, Same, reorganise
from remit.queries.reorganise.attribution import By, How
from remit.queries.reorganise.compare import differences
from remit.queries.reorganise.found import Asked
from remit.queries.reorganise.records import Difference, Fate
from remit.queries.reorganise.structure import structure
from remit.queries.reorganise.way import DoesNotApplyError, Step, Way

Data = dict[str, Any]
Edit = Callable[[Data], None]

REMIT = {"purpose": "agree", "topics": ["care"], "powers": ["discuss"]}
START: Data = {
    "remit": 1,
    "model": {"id": "m", "title": "M", "as_of": "2020-01-01"},
    "levels": ["near", "far"],
    "principals": {
        "region": {"name": "Region", "kind": "region"},
        "ask": {"name": "Ask", "kind": "municipality"},
        "berg": {"name": "Berg", "kind": "municipality"},
    },
    "topics": {"care": {"name": "care"}, "school": {"name": "school"}},
    "groups": {
        "a": {"name": "A", "assignment": "rules", "remit": copy.deepcopy(REMIT), "seats": ["region", "ask", "berg"]},
        "b": {"name": "B", "assignment": "rules", "remit": copy.deepcopy(REMIT), "seats": ["region", "ask", "berg"]},
    },
}


def model(data: Data) -> Model:
    return loads(json.dumps(data))


def start(**changed: Any) -> Data:
    data = copy.deepcopy(START)
    for path, value in changed.items():
        *inner, last = path.split("__")
        here = data
        for name in inner:
            here = here[name]
        here[last] = value
    return data


def way(data: Data, *edits: Edit, become: Sequence[Same] = ()) -> Way:
    """Edits of plain data as a way: one that raises KeyError does not apply."""

    def models(without: frozenset[int]) -> list[Model]:
        here, found, failed = copy.deepcopy(data), [], []
        for number, edit in enumerate(edits, 1):
            if number in without:
                continue
            try:
                edit(here)
            except KeyError:
                failed.append(number)
            found.append(model(here))
        if failed:
            raise DoesNotApplyError(failed)
        return found

    steps = tuple(Step(n, "edit", Text(f"ändring {n}", f"change {n}")) for n in range(1, len(edits) + 1))
    told = dict(enumerate(become, 1))
    return Way(model(data), steps, models, lambda n: told.get(n, Same()), "w", Text("W", "W"))


def outcome(data: Data, *edits: Edit, codes: tuple[str, ...] = (), become: Sequence[Same] = ()) -> Outcome:
    made = way(data, *edits, become=become)
    return reorganise(Org(model(data)), [made], Asked(select=codes)).outcomes[0]


def put(path: str, value: Any) -> Edit:
    """Set something; the thing that it is set in must be there."""

    def edit(data: Data) -> None:
        *inner, last = path.split(".")
        here = data
        for name in inner:
            here = here[name]
        here[last] = copy.deepcopy(value)

    return edit


def told(found: Outcome, fate: Fate, code: str) -> list[Difference]:
    return [one for one in found.differences if (one.fate, one.finding.code) == (fate, code)]


def by(found: Outcome, fate: Fate, code: str) -> By:
    one = told(found, fate, code)
    assert len(one) == 1, [(d.fate, d.finding.code) for d in found.differences]
    made = one[0].by
    assert made is not None
    return made


# --- which change --------------------------------------------------------------------------------------------


def test_one_change_clears_a_finding() -> None:
    found = outcome(
        start(groups__a__assignment="none"),
        put("groups.b.meetings_per_year", 4),
        put("groups.a.assignment", "rules"),
        put("groups.b.meetings_per_year", 6),
        codes=("MAN102",),
    )
    assert by(found, Fate.CLEARED, "MAN102") == By(2, How.ONE, (2,))
    assert not told(found, Fate.CLEARED, "MAN102")[0].gone


def test_two_changes_clear_it_together() -> None:
    found = outcome(
        start(groups__a__remit={"topics": ["care"]}),
        put("groups.a.remit.purpose", "agree"),
        put("groups.b.meetings_per_year", 4),
        put("groups.a.remit.powers", ["discuss"]),
        codes=("MAN101",),
    )
    made = by(found, Fate.CLEARED, "MAN101")
    assert made == By(3, How.TOGETHER, (1, 3))
    assert not made.disagree, "order names the last of those that are needed"


def test_each_of_two_changes_is_enough() -> None:
    found = outcome(
        start(),
        put("groups.b.meetings_per_year", 4),
        put("groups.a.remit.topics", ["care", "school"]),
        put("groups.b.remit.topics", ["care", "school"]),
        codes=("COV505",),
    )
    assert by(found, Fate.CLEARED, "COV505") == By(2, How.EACH, (2, 3))


def test_what_one_change_creates_and_a_later_one_clears_is_told_as_passing() -> None:
    found = outcome(
        start(),
        put("groups.c", {"name": "C", "remit": REMIT, "seats": ["region", "ask", "berg"]}),
        put("groups.b.meetings_per_year", 4),
        put("groups.c.assignment", "rules"),
        codes=("MAN102",),
    )
    assert not found.differences
    assert [(one.finding.subject.id, one.after, one.until) for one in found.transients] == [("c", 1, 3)]


def test_a_change_that_later_ones_build_on_is_left_out_with_them() -> None:
    found = outcome(
        start(),
        put("groups.c", {"name": "C", "remit": REMIT, "seats": ["region", "ask", "berg"]}),
        put("groups.b.meetings_per_year", 4),
        put("groups.c.remit.topics", ["care", "school"]),
        codes=("MAN102", "COV505"),
    )
    assert found.blocks == {1: (1, 3)}
    assert by(found, Fate.NEW, "MAN102") == By(1, How.BLOCK, (1, 3))
    assert by(found, Fate.CLEARED, "COV505") == By(3, How.ONE, (3,)), "left out alone, 3 makes the difference"


def test_order_and_leaving_out_can_disagree_and_it_shows() -> None:
    found = outcome(
        start(),
        put("groups.a.remit.topics", ["care", "school"]),
        put("groups.b.remit.topics", ["care", "school"]),
        put("groups.a.remit.topics", ["care"]),
        codes=("COV505",),
    )
    made = by(found, Fate.CLEARED, "COV505")
    assert made == By(1, How.ONE, (2,))
    assert made.disagree


def test_what_comes_back_on_the_way_is_cleared_by_the_last_change_and_the_first_is_told() -> None:
    found = outcome(
        start(),
        put("groups.a.remit.topics", ["care", "school"]),
        put("groups.a.remit.topics", ["care"]),
        put("groups.b.remit.topics", ["care", "school"]),
        codes=("COV505",),
    )
    assert by(found, Fate.CLEARED, "COV505") == By(3, How.ONE, (3,), first=1)


def test_a_scenario_of_one_change_needs_no_trying() -> None:
    found = outcome(start(groups__a__assignment="none"), put("groups.a.assignment", "rules"), codes=("MAN102",))
    assert by(found, Fate.CLEARED, "MAN102") == By(1, How.ONE, (1,))


def test_what_the_date_of_the_new_structure_alone_does_is_no_change_s_doing() -> None:
    data = start(groups__a__seats=[{"principal": "ask", "mandate": {"powers": ["discuss"], "until": "2021-01-01"}}])
    later = copy.deepcopy(data)
    later["model"]["as_of"] = "2022-01-01"
    made = way(later, put("groups.b.meetings_per_year", 4), put("groups.b.meetings_per_year", 5))
    found = reorganise(Org(model(data)), [made], Asked(select=("MAN108",))).outcomes[0]
    assert by(found, Fate.NEW, "MAN108") == By(0, How.ONE, (0,))


# --- what is the same finding --------------------------------------------------------------------------------


def rename(old: str, new: str) -> Edit:
    def edit(data: Data) -> None:
        data["groups"] = {new if one == old else one: value for one, value in data["groups"].items()}

    return edit


def test_a_finding_on_a_renamed_group_is_the_same_finding() -> None:
    found = outcome(
        start(groups__a__assignment="none"), rename("a", "z"), codes=("MAN102",), become=(Same({"a": ("z",)}),)
    )
    assert [(one.fate, one.finding.subject.id) for one in found.differences] == [(Fate.KEPT, "z")]
    assert [(one.fate, one.before, one.after) for one in found.structure.things] == [("renamed", ("a",), ("z",))]


def test_a_pair_is_the_same_whichever_of_the_two_is_named_first() -> None:
    data = start(populations={"young": "Young"}, units={"board": {"name": "Board", "principal": "region"}})
    data["groups"]["defaults"] = {"kind": "officials", "level": "far", "populations": "young", "answers_to": "board"}
    for name in ("a", "b"):
        data["groups"][name]["seats"] = ["region", "ask"]
    before, after = Org(model(data)), Org(model(data))
    pairs = [one for one in differences(before, after) if one.finding.code == "STR201"]
    assert pairs
    assert {one.fate for one in pairs} == {Fate.KEPT}
    rename("a", "z")(data)
    swapped = differences(before, Org(model(data)), Same({"a": ("z",)}))
    assert [one.fate for one in swapped if one.finding.code == "STR201"] == [Fate.KEPT] * len(pairs)


def test_a_finding_on_something_dissolved_is_cleared_in_that_it_is_gone() -> None:
    def dissolve(data: Data) -> None:
        del data["groups"]["a"]

    found = outcome(start(groups__a__assignment="none"), dissolve, codes=("MAN102",))
    assert [(one.fate, one.gone) for one in found.differences] == [(Fate.CLEARED, True)]


def test_a_finding_that_goes_since_an_observation_is_let_go_is_told_apart_from_one_that_is_answered() -> None:
    data = start(model__coverage={"default": "unknown"}, topics__care={"name": "care", "urgent": True})
    data["facts"] = [["care", "channel", "none", "far"]]

    def let_go(data: Data) -> None:
        data["facts"] = []

    def opened(data: Data) -> None:
        data["facts"] = [["care", "channel", "yes", "far"]]

    found = outcome(data, let_go, codes=("ESC307",))
    assert [(one.fate, one.gone, one.untold) for one in found.differences] == [(Fate.CLEARED, False, True)]
    answered = outcome(data, opened, codes=("ESC307",))
    assert [(one.fate, one.untold) for one in answered.differences] == [(Fate.CLEARED, False)]


def test_what_was_said_of_a_set_and_is_left_to_later_is_untold_and_what_its_members_now_say_is_not() -> None:
    rows = [["both", "assignment", "none", "", "most", "author"]]
    data = start(model__coverage={"default": "partial"}) | {"sets": {"both": ["a", "b"]}, "facts": rows}
    for group in data["groups"].values():
        del group["assignment"]

    def later(data: Data) -> None:
        data["facts"] = [["both", "assignment", "deferred"]]

    def written(data: Data) -> None:
        data["facts"] = []
        for group in data["groups"].values():
            group["assignment"] = "rules"

    left = outcome(data, later, codes=("MAN102",))
    assert [one.untold for one in left.differences if one.fate == Fate.CLEARED] == [True]
    mended = outcome(data, written, codes=("MAN102",))
    assert [one.untold for one in mended.differences if one.fate == Fate.CLEARED] == [False]


def test_a_way_that_is_closed_is_a_change_of_the_structure_and_nothing_that_is_merely_untold() -> None:
    data = start(model__coverage={"default": "partial"})
    data["facts"] = [["a", "escalates_to", "yes", "b", "", "author"]]
    data["groups"]["a"]["level"], data["groups"]["b"]["level"] = "near", "far"

    def close(data: Data) -> None:
        data["facts"] = []

    found = outcome(data, close, codes=("ESC301",))
    assert [(one.fate, one.untold) for one in found.differences] == [(Fate.CLEARED, False)]


def test_of_a_folded_finding_each_subject_goes_its_own_way() -> None:
    data = start(groups__a__assignment="none", groups__b__assignment="none")
    data["groups"]["c"] = {"name": "C", "assignment": "none", "remit": REMIT, "seats": ["region"]}
    found = outcome(data, put("groups.a.assignment", "rules"), put("groups.b.assignment", "rules"), codes=("MAN102",))
    fates = {(one.fate, one.finding.subject.id, one.by.numbers if one.by else ()) for one in found.differences}
    assert fates == {(Fate.CLEARED, "a", (1,)), (Fate.CLEARED, "b", (2,)), (Fate.KEPT, "c", ())}
    assert len(found.of(Fate.CLEARED)) == found.counts()["cleared"], "counted alike with and without attribution"


def test_what_becomes_an_open_question_is_told_apart_from_what_is_cleared() -> None:
    found = outcome(start(groups__a__assignment="none"), put("groups.a.assignment", "deferred"), codes=("MAN102",))
    assert [(one.fate, one.was, one.now) for one in found.differences] == [
        (Fate.DOUBTED, Degree.ESTABLISHED, Degree.OPEN)
    ]


def test_an_open_question_that_becomes_sure_counts_as_new() -> None:
    found = outcome(start(groups__a__assignment="deferred"), put("groups.a.assignment", "none"), codes=("MAN102",))
    assert [(one.fate, one.was) for one in found.differences] == [(Fate.FIRMER, Degree.OPEN)]
    assert len(found.broken("warning")) == 1
    assert not found.broken("error")


def test_a_part_follows_what_it_stands_in_and_is_named_after() -> None:
    same = Same({"g": ("h",), "county": ("region",), "federation": ("region",)})
    assert same.after("g:county") == ("h:region",)
    assert same.after("g:ask") == ("h:ask",)
    assert same.origins(["county", "federation", "ask"]) == {"region": ("county", "federation"), "ask": ("ask",)}


def test_renames_in_a_row_are_followed_to_the_end() -> None:
    same = Same({"a": ("b",)}).then(Same({"b": ("c", "d")}))
    assert same.after("a") == ("c", "d")
    assert same.after("b") == ("c", "d")


@pytest.mark.parametrize("name", ["vasterbotten-2017", "skane-2023"])
def test_nothing_differs_between_a_structure_and_itself(name: str) -> None:
    given = load(resolve(name))
    before, after = Org(given), Org(given)
    assert {one.fate for one in differences(before, after, asked=Asked(certainty=Degree.OPEN))} == {Fate.KEPT}
    assert structure(before, after, Same()) == type(structure(before, after, Same()))((), ())


@pytest.mark.parametrize("name", shipped())
def test_another_id_for_everything_changes_no_finding_and_nothing_but_names(name: str) -> None:
    given = load(resolve(name))
    names = {
        entity.id: f"zz-{place}-{kind}"
        for kind in ("group", "principal", "unit", "topic", "agreement", "function")
        for place, entity in enumerate(given.of_kind(kind))
    }
    assert names
    before, after = Org(given), Org(renamed(given, names))
    same = Same({old: (new,) for old, new in names.items()})
    found = differences(before, after, same, Asked(certainty=Degree.OPEN))
    assert {one.fate for one in found} <= {Fate.KEPT}
    changed = structure(before, after, same)
    assert {one.fate for one in changed.things} == {"renamed"}
    assert not changed.relations


def test_the_proposal_of_2019_clears_what_the_inquiry_found_in_2017() -> None:
    before, after = Org(load(resolve("vasterbotten-2017"))), Org(load(resolve("vasterbotten-2019")))
    found = differences(before, after, Same({"landstinget": ("regionkommunen",)}))
    cleared = {one.finding.code for one in found if one.fate == Fate.CLEARED}
    assert {"MAN105", "MAN106", "STR201", "STR203", "ESC301", "COV501", "COV502", "ROB603"} <= cleared
    assert {one.finding.code for one in found if one.fate == Fate.NEW} == {"SRC903"}, "what the source leaves open"


def test_a_way_said_to_be_lacking_is_answered_by_a_route_that_is_opened_and_not_by_silence() -> None:
    data = start(model__coverage={"default": "partial"})
    data["facts"] = [["a", "channel", "none", "operations"]]

    def silence(data: Data) -> None:
        data["facts"] = []

    def answer(data: Data) -> None:
        data["facts"] = []
        data["groups"]["a"]["implements_through"] = ["region", "ask", "berg"]

    for edit, untold in ((silence, True), (answer, False)):
        found = outcome(data, edit, codes=("DEC403",))
        assert [(one.fate, one.untold) for one in found.differences] == [(Fate.CLEARED, untold)]


def test_a_folded_finding_whose_subjects_go_different_ways_is_told_to_be_one_in_the_audit() -> None:
    def one_mended_one_dissolved(data: Data) -> None:
        data["groups"]["a"]["assignment"] = "rules"
        del data["groups"]["b"], data["sets"], data["facts"]

    data = start() | {"sets": {"both": ["a", "b"]}, "facts": [["both", "assignment", "none"]]}
    for group in data["groups"].values():
        del group["assignment"]
    found = outcome(data, one_mended_one_dissolved, codes=("MAN102",))
    assert (found.audited, sorted(one.gone for one in found.whole)) == (1, [False, True])

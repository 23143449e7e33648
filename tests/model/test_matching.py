"""Which things of two models are the same, though they have other ids."""

from __future__ import annotations

import textwrap

import pytest
from tests.edits import edited

from remit.model.difference.compare import compare
from remit.model.difference.matching import Merge, Split, match
from remit.model.difference.order import in_order, together
from remit.model.files import load, loads, resolve
from remit.model.whole import Model

HEAD = "remit: 1\nmodel: {id: m, title: M, as_of: 2020-01-01}\nlevels: [near, far]\n"
PRINCIPALS = """\
principals:
  region: {name: Regionen, kind: region}
  ask: {name: Asks kommun, kind: municipality, code: "9901"}
  berg: {name: Bergs kommun, kind: municipality, code: "9902"}
"""


def model(text: str) -> Model:
    return loads(HEAD + textwrap.dedent(text))


def renames(a: Model, b: Model) -> dict[str, str]:
    return {one.old: one.new for one in match(a, b).renames}


def test_the_same_content_under_another_id_is_a_rename() -> None:
    a = model("groups: {council: {level: far, kind: political, meetings_per_year: 4}}")
    b = model("groups: {board: {level: far, kind: political, meetings_per_year: 4}}")
    assert renames(a, b) == {"council": "board"}


def test_a_new_id_and_a_new_name_are_recognised_by_the_content_and_by_who_names_it() -> None:
    before = """
        groups:
          council: {name: Rådet, level: far, kind: political, meetings_per_year: 4, convener: regionen}
          team: {name: Ödlan, level: near, escalates_to: council}
          circle: {name: Älgen, level: near, escalates_to: council}
        """
    after = before.replace("council", "assembly").replace("Rådet", "Samlingen")
    assert renames(model(before), model(after)) == {"council": "assembly"}


def test_a_name_that_nobody_else_has_is_enough_for_half_of_the_content() -> None:
    a = model("groups: {council: {name: Rådet, level: far, kind: political, convener: regionen}}")
    b = model("groups: {board: {name: Rådet, level: far, kind: officials, convener: ordföranden}}")
    assert renames(a, b) == {"council": "board"}


def test_two_municipalities_of_the_same_kind_are_not_one() -> None:
    a = model(PRINCIPALS)
    b = model(PRINCIPALS.replace("berg: {name: Bergs", "dal: {name: Dals").replace("9902", "9903"))
    found = match(a, b)
    assert not found.renames
    assert (found.gone, found.new) == (("berg",), ("dal",))


def test_a_code_that_is_the_same_tells_that_it_is_the_same_principal() -> None:
    a = model(PRINCIPALS)
    b = model(PRINCIPALS.replace("berg: {name: Bergs kommun", "nya: {name: Nyköpings stad"))
    assert renames(a, b) == {"berg": "nya"}


def test_things_of_different_kinds_are_never_the_same() -> None:
    a = model("topics: {care: {name: vård}}")
    b = model("populations: {caring: {name: vård}}")
    found = match(a, b)
    assert (found.renames, found.gone, found.new) == ((), ("care",), ("caring",))


def test_of_two_that_fit_the_surer_one_is_taken_and_each_only_once() -> None:
    a = model(
        """
        groups:
          one: {name: Samrådet i norr, level: near, kind: political, convener: x}
          two: {name: Samrådet i söder, level: near, kind: political, convener: y}
        """
    )
    b = model(
        """
        groups:
          first: {name: Samrådet i söder, level: near, kind: political, convener: y}
          second: {name: Samrådet i norra delen, level: near, kind: political, convener: x}
        """
    )
    assert renames(a, b) == {"one": "second", "two": "first"}


def test_two_that_are_gone_and_one_new_that_has_their_seats_and_names_are_a_merger() -> None:
    a = model(
        PRINCIPALS
        + textwrap.dedent(
            """
            groups:
              adults: {name: Samråd om vuxna, level: near, seats: [region, ask]}
              old: {name: Samråd om äldre, level: near, seats: [berg]}
              council: {name: Rådet, level: far}
            """
        )
    )
    b = model(
        PRINCIPALS
        + textwrap.dedent(
            """
            groups:
              both: {name: Samråd om vuxna och äldre, level: near, seats: [region, ask, berg]}
              council: {name: Rådet, level: far}
            """
        )
    )
    found = match(a, b)
    assert found.merges == (Merge(("adults", "old"), "both"),)
    assert (found.renames, found.gone, found.new) == ((), (), ())


def test_one_that_is_gone_and_whose_places_one_that_is_kept_has_taken_has_merged_into_it() -> None:
    text = """
        principals:
          region: {name: Regionen, kind: region}
          union: {name: Förbundet, role: federation}
        units: {office: {name: Kansliet, principal: UNION}}
        groups:
          council: {name: Rådet, seats: [{principal: region, appointed_by: UNION}]}
          team: {name: Laget, territory: UNION}
        """
    a = model(text.replace("UNION", "union"))
    b = model(text.replace("union: {name: Förbundet, role: federation}", "ask: {name: Ask}").replace("UNION", "region"))
    assert match(a, b).merges == (Merge(("region", "union"), "region"),)


def test_one_that_is_gone_without_anybody_taking_its_places_is_gone() -> None:
    text = "groups: {council: {name: Rådet, seats: [region]}, team: {name: Rådslaget, seats: [region]}}"
    a = model(PRINCIPALS + text)
    b = model(PRINCIPALS + "groups: {council: {name: Rådet, seats: [region]}}")
    found = match(a, b)
    assert (found.merges, found.gone) == ((), ("team",))


def test_the_county_council_and_the_regional_federation_of_vasterbotten_become_the_region() -> None:
    a, b = (load(resolve(name)) for name in ("vasterbotten-2017", "vasterbotten-2019"))
    found = match(a, b)
    assert found.merges == (Merge(("landstinget", "region-vasterbotten"), "regionen"),)
    assert "ac-konsensus" in found.gone


@pytest.mark.parametrize("pair", [("skane-2012", "vasterbotten-2017"), ("varmland-2018", "blekinge-2018")])
def test_structures_of_different_counties_share_no_principals(pair: tuple[str, str]) -> None:
    a, b = (load(resolve(name)) for name in pair)
    found = match(a, b)
    kinds = {a.entities[one.old].kind_meta.name for one in found.renames}
    assert not kinds & {"principal", "group", "agreement"}
    assert found.merges == ()


@pytest.mark.parametrize("seed", range(40))
def test_renames_among_other_edits_are_recognised_and_nothing_else_is_taken_for_one(seed: int) -> None:
    told = edited(seed, 5)
    a, b = (loads(text, "x.json") for text in told.texts)
    assert renames(a, b) == told.renamed
    assert match(a, b).merges == ()


def test_matching_does_not_hang_on_the_order_of_the_file() -> None:
    a, b = (load(resolve(name)) for name in ("vasterbotten-2017", "vasterbotten-2019"))
    turned = Model(b.head, dict(reversed(b.entities.items())), b.parents, b.sets, b.statements, b.coverage, b.defaults)
    assert match(a, turned) == match(a, b)


def test_a_model_differs_in_nothing_from_itself() -> None:
    a = load(resolve("vasterbotten-2017"))
    assert not compare(a, a)
    found = match(a, a)
    assert (found.renames, found.merges, found.gone, found.new) == ((), (), (), ())


def test_what_differs_is_told_by_thing_and_field() -> None:
    a = model("groups: {council: {name: Rådet, level: far, convener: x}}\nfacts: [[council, owner, none]]")
    b = model("groups: {council: {name: Rådet, level: far, convener: y}, team: {name: Laget}}")
    found = compare(a, b)
    assert found.changed == {"council": ("convener",)}
    assert (found.new, found.gone) == (("team",), ())
    assert [(one.about, one.what) for one in found.statements_gone] == [("council", "owner")]
    assert not found.head


def test_an_id_that_is_another_kind_of_thing_is_both_gone_and_new() -> None:
    found = compare(model("topics: {x: {name: Frågan}}"), model("groups: {x: {name: Frågan}}"))
    assert (found.gone, found.new, found.changed) == (("x",), ("x",), {})


def test_what_is_named_comes_before_what_names_it_and_a_circle_comes_together() -> None:
    names = {"a": {"b"}, "b": {"a"}, "c": {"a", "d"}, "d": {"elsewhere"}, "e": {"c"}}
    place = {one: (one,) for one in names}
    assert together(names, place) == [("a", "b"), ("d",), ("c",), ("e",)]
    alike = {"a": "x", "b": "x", "c": "y", "d": "z", "e": "y"}
    assert in_order(names, place, alike) == [("a", "b"), ("d",), ("c", "e")]


def test_a_merger_or_split_that_is_none_leaves_what_is_gone_gone_and_what_was_renamed_renamed() -> None:
    text = """
        groups:
          old: {name: Samråd om äldre, seats: [berg], remit: {topics: [care]}, escalates_to: third}
          kept: {name: Samråd om vuxna, seats: [region, ask], meetings_per_year: 4, convener: regionen}
          third: {name: Rådet, level: far}
        topics: {care: {name: vård}}
        """
    a = model(PRINCIPALS + textwrap.dedent(text))
    joined = textwrap.dedent(text).replace(
        "  old: {name: Samråd om äldre, seats: [berg], remit: {topics: [care]}, escalates_to: third}\n", ""
    )
    joined = joined.replace(
        "kept: {name: Samråd om vuxna, seats: [region, ask]",
        "both: {name: Samråd om vuxna, seats: [region, ask, berg], remit: {topics: [care]}, escalates_to: third",
    )
    b = model(PRINCIPALS + joined)
    found = match(a, b)
    assert found.merges == (Merge(("kept", "old"), "both"),)
    assert found.renames == ()
    left = found.without(found.merges)
    assert ([one[:2] for one in left.renames], left.merges) == ([("kept", "both")], ())
    assert (left.gone, left.new, left.ids) == (("old",), (), {"kept": "both"})
    back = match(b, a)
    assert back.splits == (Split("both", ("kept", "old")),)
    left = back.without(back.splits)
    assert ([one[:2] for one in left.renames], left.gone, left.new) == ([("both", "kept")], (), ("old",))

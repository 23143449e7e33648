"""What is told otherwise of a thing in two models, in few words."""

from __future__ import annotations

from remit.graph.org import Org
from remit.model.files import loads
from remit.model.text import Text
from remit.views.difference_rows import Changed, changed, short, under_names_of
from remit.views.difference_text import enough, folded
from remit.views.scene.sides import Sides

HEAD = """\
remit: 1
model: {id: m, title: M, as_of: 2020-01-01, coverage: unknown}
levels: [near, far]
topics: {care: {name: vård}, school: {name: skola}}
principals: {region: {name: Regionen}, ask: {name: Ask}, berg: {name: Berg}, dal: {name: Dal}}
"""


def compared(before: str, after: str, name: str = "g") -> Changed:
    old, new = loads(HEAD + before), loads(HEAD + after)
    return changed(Sides(Org(new), Org(under_names_of(old, new))), name)


def told(found: Changed) -> list[tuple[str, list[str], list[str]]]:
    return [(one.field.sv, [t.sv for t in one.before], [t.sv for t in one.after]) for one in found.told]


def test_a_list_says_what_it_lost_and_gained() -> None:
    found = compared("groups: {g: {territory: [ask, berg]}}", "groups: {g: {territory: [berg, dal]}}")
    assert told(found) == [("huvudmännen eller områdena den är till för", ["Ask"], ["Dal"])]
    assert found.told[0].listed


def test_an_item_of_a_list_that_is_now_denied_is_told() -> None:
    found = compared(
        "groups: {g: {territory: [ask, berg]}}", "groups: {g: {territory: [ask, {to: berg, value: none}]}}"
    )
    assert found.firmness == 0
    assert "Berg (finns inte)" in told(found)[0][2][0]


def test_what_is_the_same_but_binds_more_is_counted_only() -> None:
    found = compared(
        "groups: {g: {convener: ordföranden}}", "groups: {g: {convener: {value: ordföranden, modality: should}}}"
    )
    assert (told(found), found.firmness) == ([], 1)


def test_seats_that_come_and_go_are_told_in_one_row() -> None:
    found = compared("groups: {g: {seats: [ask, berg]}}", "groups: {g: {seats: [berg, dal, region]}}")
    assert told(found) == [("dess platser", ["Ask"], ["Dal", "Regionen"])]


def test_what_has_changed_alike_in_several_seats_is_told_once() -> None:
    before = "groups: {g: {seats: [ask, berg, dal]}}"
    after = "groups: {g: {seats: [{principal: ask, count: 2}, {principal: berg, count: 2}, dal]}}"
    assert [row[0] for row in told(compared(before, after))] == ["dess platser, 2 stycken – hur många sådana platser"]


def test_that_only_one_model_says_what_holds_anyhow_is_no_change() -> None:
    found = compared("groups: {g: {form: standing}}", "groups: {g: {name: G}}")
    assert (told(found), found.firmness) == ([], 0)


def test_another_name_is_not_told_again_where_the_thing_is_named() -> None:
    before = "groups: {g: {answers_to: h}, h: {name: Rådet}}"
    found = compared(before, before.replace("Rådet", "Nämnden"))
    assert told(found) == []


def test_a_field_is_called_by_its_name_without_what_explains_it() -> None:
    label = Text("dess uppdrag: syfte, befogenheter, frågor", "its remit: purpose, powers, topics")
    assert short(label, "group") == Text("dess uppdrag", "its remit")


def test_names_that_are_alike_but_for_their_ends_are_folded_and_the_rest_counted() -> None:
    names = [f"Arenan, {one}" for one in ("Ask", "Berg", "Dal")]
    assert folded([*names, "Rådet"], "sv") == ["Arenan (3): Ask, Berg, Dal", "Rådet"]
    assert folded(names[:2], "sv") == ["Arenan, Ask, Arenan, Berg"]
    assert enough(["a", "b", "c", "d"], 2, "en") == "a, b and 2 more"
    assert enough(["a", "b", "c"], 2, "en") == "a, b, c"

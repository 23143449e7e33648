"""Which principals share a column, what it is called, and which they must not."""

from __future__ import annotations

import pytest

TOWNS = ("Ask", "Berg", "Cedersta", "Dal", "Ek")
NAMES = "\n".join(f"  {name.lower()}: {{name: {name}, kind: municipality}}" for name in TOWNS)
START = f"""
levels: [near, far]
principals:
  region: {{name: Region, kind: region}}
{NAMES}
sets:
  towns: {{name: the towns, members: [ask, berg, cedersta, dal, ek]}}
groups:
  everybody: {{name: All of us, level: far, kind: political, seats: [region, {{shared_by: towns, count: many}}]}}
"""


def test_principals_that_are_alike_share_a_column(look):
    seen = look(START)
    assert seen.columns() == ["Region", "Samverkan", "5 kommuner"]
    assert seen.scene["columns"][2]["principals"] == ["ask", "berg", "cedersta", "dal", "ek"]


def test_one_seat_of_its_own_is_enough_to_stand_alone(look):
    seen = look(START + "  one: {name: One, level: near, seats: [region, ask]}\n")
    assert seen.columns() == ["Region", "Samverkan", "Ask", "4 övriga kommuner"]
    assert seen.cell("one") == ("near", "Ask")
    assert seen.of("one")["with"] == ["med Region", "with Region"]


def test_a_seat_beside_the_shared_ones_in_the_same_group_tells_them_apart(look):
    text = START.replace("count: many}]}", "count: many}, {principal: berg, represents: other}]}")
    assert look(text).columns() == ["Region", "Samverkan", "Berg", "4 övriga kommuner"]


@pytest.mark.parametrize(
    "belonging",
    [
        "agreements: {pact: {name: Pact, parties: [region, cedersta]}}",
        "units: {school: {name: School, principal: cedersta}}",
        "functions: {head: {name: Head, principal: cedersta}}",
        "coordinators: {helper: {name: Helper, covers: cedersta}}",
        "territories: {middle: {name: Middle, principals: cedersta}}",
        "joint_bodies: {board: {name: Board, members: [region, cedersta]}}",
    ],
)
def test_what_one_alone_has_tells_it_apart(look, belonging):
    assert look(START + belonging).columns()[:4] == ["Region", "Samverkan", "Cedersta", "4 övriga kommuner"]


def test_two_that_have_the_same_are_named_together_in_swedish_order(look):
    seen = look(START + "  two: {name: Two, level: near, seats: [region, ek, berg]}\n")
    assert seen.columns() == ["Region", "Samverkan", "Ask, Cedersta och Dal", "Berg och Ek"]


def test_another_kind_or_role_is_another_column(look):
    seen = look(START.replace("ek: {name: Ek, kind: municipality}", "ek: {name: Ek, kind: company}"))
    assert seen.columns() == ["Region", "Samverkan", "Ek", "4 kommuner"]
    assert [first for first, *_ in ([f["columns"][0], f["name"]] for f in seen.scene["families"])] == [0, 2, 3]


def test_who_is_no_care_principal_has_a_card_and_no_column(look):
    seen = look(
        START.replace("ek: {name: Ek, kind: municipality}", "ek: {name: Ek, role: association}").replace(", ek]", "]")
        + "  with-ek: {name: With Ek, level: near, seats: [ek]}\n"
    )
    assert seen.columns() == ["Region", "Samverkan", "4 kommuner", "Andra organisationer"]
    assert seen.cell("ek") == ("near", "Andra organisationer")  # where it has its part
    assert seen.cell("with-ek") == ("near", "Andra organisationer")


def test_a_region_stands_first_and_only_its_family_meets_one_fold_there(look):
    text = START + "  some: {name: Some, level: near, seats: [region, ask, berg, dal]}\n"
    assert look(text).cell("some") == ("near", "Ask, Berg och Dal")
    wide = text + "  more: {name: More, level: near, seats: [region, ask, ek]}\n"
    assert look(wide).cell("some") == ("near", "Samverkan")


def test_many_of_one_form_share_a_column_and_are_told_so(look):
    towns = [f"town-{number}" for number in range(9)]
    text = "levels: [near]\nprincipals:\n  region: {name: Region, kind: region}\n"
    text += "".join(f"  {one}: {{name: {one.capitalize()}, kind: municipality}}\n" for one in towns)
    text += "groups:\n"
    text += "".join(f'  g-{one}: {{name: "Team, {one.capitalize()}", level: near, seats: [region, {one}]}}\n'
                    for one in towns[:8])  # fmt: skip
    seen = look(text)
    assert seen.columns() == ["Region", "Town-8", "8 övriga kommuner"]  # nothing is shared
    assert seen.of("g-town-3")["folded"] == [f"g-{one}" for one in towns[:8]]
    assert seen.of("g-town-3")["name"] == ["Team (8 st)", "Team (8)"]
    assert "samma form" in seen.scene["limits"][0]


def test_too_many_forms_leave_a_last_column_for_the_rest(look):
    towns = [f"town-{number}" for number in range(8)]
    text = "levels: [near]\nprincipals:\n  region: {name: Region, kind: region}\n"
    text += "".join(f"  {one}: {{name: {one.capitalize()}, kind: municipality}}\n" for one in towns)
    text += "groups:\n"
    for number, one in enumerate(towns):
        for place in range(number):
            form = ("standing", "project", "working_group", "meeting_form")[place % 4]
            kind = ("political", "officials")[place // 4]
            text += f"  g-{number}-{place}: {{name: G {number} {place}, form: {form}, kind: {kind}, level: near,\n"
            text += f"    seats: [region, {one}]}}\n"
    seen = look(text)
    assert len([one for one in seen.scene["columns"] if one["kind"] == "principal"]) == 7
    assert seen.columns()[-1] == "3 övriga kommuner"
    assert "8 kommuner står i 6 kolumner" in seen.scene["limits"][0]
    held = [one for column in seen.scene["columns"] for one in column["principals"]]
    assert sorted(held) == sorted(["region", *towns])


def test_a_column_tells_what_is_told_of_all_of_it(look):
    seen = look(START + 'facts: [[towns, participation, less, "", all, interviewees]]\n')
    told = seen.scene["columns"][2]["tags"]
    assert [(tag["text"][0], tag["certainty"]) for tag in told] == [("deltar mindre", "reported")]

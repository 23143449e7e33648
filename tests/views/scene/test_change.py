"""Two organisations in one scene: the same places, and what became of every thing, relation, fact and finding."""

from __future__ import annotations

import json

from tests.views.scene.conftest import first

BEFORE = """
remit: 1
model: {id: old, title: Old, as_of: 2019-01-01}
levels: [near, far]
topics: {care: {name: care}}
principals:
  council-of-old: {name: Old county, kind: region}
  ask: {name: Ask, kind: municipality}
  berg: {name: Berg, kind: municipality}
  dal: {name: Dal, kind: municipality}
  ek: {name: Ek, kind: municipality}
agreements:
  pact-ask: {name: Pact A, level: near, scope: comprehensive, parties: [council-of-old, ask]}
  pact-berg: {name: Pact B, level: near, scope: comprehensive, parties: [council-of-old, berg]}
groups:
  board: {name: Board, level: far, kind: political, meetings_per_year: 2, seats: [council-of-old, ask, berg, dal, ek]}
  team: {name: Team, level: near, kind: officials, seats: [council-of-old, ask], linked_to: [{to: board, value: none}]}
  gone: {name: Gone, level: near, kind: officials, seats: [council-of-old, ask], informs: board}
"""
AFTER = """
remit: 1
model: {id: new, title: New, as_of: 2020-01-01}
levels: [near, far]
topics: {care: {name: care}}
principals:
  region: {name: The region, kind: region}
  ask: {name: Ask, kind: municipality}
  berg: {name: Berg, kind: municipality}
  dal: {name: Dal, kind: municipality}
  ek: {name: Ek, kind: municipality}
agreements:
  pact-ask: {name: Pact A, level: near, scope: comprehensive, parties: [region, ask]}
  pact-berg: {name: Pact B, level: near, scope: comprehensive, parties: [region, berg]}
  pact-dal: {name: Pact D, level: near, scope: comprehensive, parties: [region, dal]}
  pact-ek: {name: Pact E, level: near, scope: comprehensive, parties: [region, ek]}
groups:
  board: {name: The board, level: far, kind: political, meetings_per_year: 4, seats: [region, ask, berg, dal, ek]}
  team: {name: Team, level: near, kind: officials, seats: [region, ask], linked_to: board}
  fresh: {name: Fresh, level: near, kind: officials, seats: [region, ask], escalates_to: board}
"""


def test_both_heads_are_told(look):
    seen = look(AFTER, BEFORE).scene
    assert (seen["before"]["id"], seen["model"]["id"]) == ("old", "new")


def test_one_principal_that_takes_the_place_of_another_stands_in_its_column(look):
    seen = look(AFTER, BEFORE)
    assert seen.columns()[0] == "Old county → The region"
    assert seen.scene["columns"][0]["principals"] == ["council-of-old", "region"]
    assert seen.scene["columns"][0]["change"] == "changed"
    assert seen.scene["families"][0]["name"] == "Region"


def test_principals_fold_only_where_they_are_alike_before_and_after(look):
    after_alone = look(AFTER)
    assert len(after_alone.scene["columns"]) == 6
    same = BEFORE.replace("id: old, title: Old", "id: new, title: New")
    unchanged = look(same, BEFORE)
    assert "Dal och Ek" in unchanged.columns()
    assert "Dal och Ek" not in look(AFTER, BEFORE).columns()  # each gets an agreement of its own


def test_what_is_on_both_sides_is_where_it_would_be_and_what_was_is_too(look):
    seen = look(AFTER, BEFORE)
    assert {one: seen.of(one)["change"] for one in ("board", "team", "gone", "fresh")} == {
        "board": "changed", "team": "changed", "gone": "removed", "fresh": "added",
    }  # fmt: skip
    assert seen.cell("gone") == ("near", "Ask")


def test_a_level_that_is_gone_keeps_a_row_of_its_own(look):
    old = BEFORE.replace("levels: [near, far]", "levels: [near, gone-level, far]").replace(
        "gone: {name: Gone, level: near", "gone: {name: Gone, level: gone-level"
    )
    seen = look(AFTER.replace("levels: [near, far]", "levels: [near, fresh-level, far]"), old)
    assert seen.rows() == ["far", "fresh-level", "gone-level", "near"]
    assert seen.cell("gone") == ("gone-level", "Ask")


def test_facts_that_differ_are_told_before_and_after(look):
    seen = look(AFTER, BEFORE)
    changes = {str(one["field"]): one for one in seen.of("board")["changes"]}
    assert changes["['namn', 'name']"] == {"field": ["namn", "name"], "before": "Board", "after": "The board"}
    meetings = changes["['möten per år', 'meetings a year']"]
    assert (meetings["before"], meetings["after"]) == ("2", "4")
    assert seen.scene["entities"]["board"]["changes"] == seen.of("board")["changes"]
    assert seen.scene["entities"]["ask"]["change"] is None


def test_relations_are_added_removed_or_changed(look):
    seen = look(AFTER, BEFORE)
    assert [(one["relation"], one["change"]) for one in seen.edges("fresh", "board")] == [("escalates_to", "added")]
    assert [(one["relation"], one["change"]) for one in seen.edges("gone", "board")] == [("informs", "removed")]
    (link,) = seen.edges("team", "board")
    assert (link["state"], link["change"]) == ("value", "changed")  # it was denied before


def test_findings_are_cleared_new_or_kept_and_what_was_missing_is_shown_as_gone(look):
    seen = look(AFTER, BEFORE)
    (lack,) = seen.found("COV502")
    assert lack["change"] == "cleared"
    assert [one["change"] for one in seen.shaped("absence") if one["id"] in lack["cards"]] == ["removed", "removed"]
    same = look(BEFORE, BEFORE)
    assert {one["change"] for one in same.scene["findings"]} == {"kept"}
    assert {one["change"] for one in same.shaped("absence")} == {None}
    turned = look(BEFORE, AFTER)
    assert {one["change"] for one in turned.found("COV502")} == {"new"}


def test_the_same_twice_changes_nothing(look):
    seen = look(BEFORE, BEFORE)
    assert {one["change"] for one in seen.scene["cards"]} == {None}
    assert {one["change"] for one in seen.scene["edges"]} == {None}
    assert {one["change"] for one in seen.scene["entities"].values()} == {None}


def test_places_are_the_same_whichever_comes_first(look):
    def places(seen):
        return {one["id"]: (one["row"], one["column"], one["span"]) for one in seen.scene["cards"]}

    there, back = places(look(AFTER, BEFORE)), places(look(BEFORE, AFTER))
    assert there == back


def test_things_that_came_and_things_that_went_never_share_a_stack(look):
    old = BEFORE + "functions:\n" + "".join(f"  old-{n}: {{name: F {n}, principal: ek}}\n" for n in range(3))
    new = AFTER + "functions:\n" + "".join(f"  new-{n}: {{name: F {n}, principal: ek}}\n" for n in range(3))
    seen = look(new, old)
    assert (seen.of("old-0")["change"], seen.of("old-0")["folded"]) == ("removed", ["old-0", "old-1", "old-2"])
    assert (seen.of("new-0")["change"], seen.of("new-0")["folded"]) == ("added", ["new-0", "new-1", "new-2"])


def test_a_scene_of_one_organisation_says_nothing_of_change(look):
    text = json.dumps(look(AFTER).scene)
    assert '"added"' not in text
    assert '"changed"' not in text
    assert look(AFTER).scene["before"] is None


PARTS = """
remit: 1
model: {id: parts, title: Parts, as_of: 2019-01-01}
levels: [near, far]
topics: {care: {name: Care}, school: {name: School}}
principals: {region: {name: Region, kind: region}, ask: {name: Ask, kind: municipality}}
functions: {head: {name: Head, principal: ask}, other: {name: Other, principal: ask}}
groups:
  team: {name: Team, level: near, kind: officials, seats: [region, {principal: ask, mandate: {powers: [inform]}}],
         escalates_to: [{to: board, topics: [care]}], informs: [{to: board, modality: should}]}
  board: {name: Board, level: far, kind: political, seats: [region, ask]}
recommendations:
  advice: {name: Advice, group: board, date: 2019-01-01, decisions: [{principal: ask, outcome: approved}]}
"""


def fields(rows):
    return [first(one["field"]) for one in rows]


def test_what_became_of_a_part_is_a_change_of_the_whole(look):
    """Whoever compares two organisations asks whether a group has changed, not whether one of its seats has."""
    new = PARTS.replace("powers: [inform]", "powers: [decide]")
    seen = look(new, PARTS)
    (row,) = seen.of("team")["changes"]
    assert (
        first(row["field"])
        == "dess platser – Ask: vad innehavaren får göra där för huvudmannen – vad innehavaren får göra"
    )
    assert (first(row["before"]), first(row["after"])) == ("informera", "besluta")
    assert (seen.of("team")["change"], seen.scene["entities"]["team"]["change"]) == ("changed", "changed")
    assert seen.of("board")["change"] is None


def test_a_seat_that_came_or_went_is_a_change_of_the_group(look):
    new = PARTS.replace(
        "far, kind: political, seats: [region, ask]",
        "far, kind: political, seats: [region, ask, {principal: ask, function: head}]",
    )
    came, went = look(new, PARTS), look(PARTS, new)
    assert [(one["before"], one["after"]) for one in came.of("board")["changes"]] == [(None, "Head")]
    assert [(one["before"], one["after"]) for one in went.of("board")["changes"]] == [("Head", None)]


def test_a_decision_that_went_otherwise_changes_the_recommendation_and_the_card_it_stands_on(look):
    seen = look(PARTS.replace("approved", "rejected"), PARTS)
    assert seen.scene["entities"]["advice"]["change"] == "changed"
    assert seen.of("advice")["id"] == "board"
    (row,) = seen.of("board")["changes"]
    assert (first(row["before"]), first(row["after"])) == ("bifallet", "avslaget")
    assert first(row["field"]).startswith("rekommendation – Advice")
    assert seen.of("board")["change"] == "changed"
    assert seen.scene["entities"]["board"]["change"] is None  # the group itself is as it was


def test_a_way_that_is_for_other_matters_or_less_binding_or_through_others_has_changed(look):
    for old, new, told in (
        ("topics: [care]", "topics: [school]", ("Board (frågor: Care)", "Board (frågor: School)")),
        (
            "topics: [care]",
            "topics: [care], through: [head]",
            ("Board (frågor: Care)", "Board (frågor: Care; genom Head)"),
        ),
        (
            "topics: [care]",
            "topics: [care], principals: [ask]",
            ("Board (frågor: Care)", "Board (frågor: Care; för Ask)"),
        ),
        ("modality: should", "modality: shall", ("Board (bör)", "Board (ska)")),
    ):
        seen = look(PARTS.replace(old, new), PARTS)
        (row,) = seen.of("team")["changes"]
        assert (first(row["before"]), first(row["after"])) == told
        changed = [one for one in seen.edges("team", "board") if one["change"] == "changed"]
        assert [one["relation"] for one in changed] == ["informs" if "modality" in old else "escalates_to"]


def test_an_id_that_has_become_another_kind_tells_that_alone(look):
    """What the one kind cannot have is not missing in the other."""
    old = PARTS.replace("  other: {name: Other, principal: ask}", "").replace(
        ", other: {name: Other, principal: ask}", ""
    )
    old += "providers: {other: {name: Other, principal: ask, participation: less}}\n"
    seen = look(PARTS, old)
    assert seen.scene["entities"]["other"]["changes"] == [
        {"field": ["slag", "kind"], "before": ["utförare", "provider"], "after": ["funktion", "function"]}
    ]
    assert seen.scene["entities"]["other"]["change"] == "changed"

"""What is told of a thing or relation is what the source says of just that: its value, certainty, basis and limits."""

from __future__ import annotations

from tests.views.scene.conftest import first

HEAD = """
remit: 1
model: {id: here, title: Here, as_of: 2020-01-01, source: doc, basis: decided, coverage: {default: partial}}
sources: {doc: {title: The document, year: 2019}}
levels: [near, far]
principals:
  region: {name: The region, kind: region}
  ask: {name: Ask, kind: municipality}
topics: {care: {name: Care}, school: {name: School}}
"""


def test_each_relation_of_a_line_is_as_sure_as_what_is_said_of_it(look):
    """One superior is told by interviewees, another by a document: the surer must not lend the other its sureness."""
    seen = look(
        HEAD
        + """
functions:
  head:
    name: Head
    principal: ask
    reports_to: [{to: told, basis: interviewees}, {to: sure}, {to: never, value: none}, {to: maybe, modality: may}]
  told: {name: Told, principal: ask}
  sure: {name: Sure, principal: ask}
  never: {name: Never, principal: ask}
  maybe: {name: Maybe, principal: ask}
groups:
  a: {name: A, level: near, seats: [region, ask], escalates_to: head}
"""
    )
    found = {one["members"][0][1]: (one["state"], one["certainty"]) for one in seen.scene["edges"]
             if one["relation"] == "reports_to"}  # fmt: skip
    assert found == {
        "told": ("value", "reported"),
        "sure": ("value", "established"),
        "never": ("none", "established"),
        "maybe": ("value", "open"),
    }


def test_a_name_is_told_as_a_name_although_its_id_reads_like_a_fixed_word(look):
    """``board``, ``region`` and ``decision`` are fixed words of the format, and ids that somebody may choose."""
    seen = look(
        HEAD
        + """
units: {board: {name: The social board, kind: board, principal: ask}}
functions: {recommend: {name: Secretary, principal: ask}}
groups:
  team:
    name: Team
    level: near
    kind: officials
    seats: [region, ask]
    answers_to: board
    remit: {powers: [recommend]}
    chair: {holder: region}
    informs: recommend
sets: {teams: {name: teams, members: [team]}}
facts: [[teams, answers_to, yes, board, some, author, doc], [teams, remit.powers, yes, recommend, some, author, doc]]
"""
    )
    assert "The social board" in [one["value"] for one in seen.facts("team", "organet den svarar inför")]
    told = {first(one["field"]): one["value"] for one in seen.scene["entities"]["team"]["facts"] if one["value"]}
    assert told["vem den informerar"] == "Secretary"
    assert ["rekommendera", "recommend"] in [one["value"] for one in seen.scene["entities"]["team"]["facts"]]
    assert "The region" in [one["value"] for one in seen.scene["entities"]["team"]["facts"]]
    assert ["nämnd eller styrelse", "board"] in [one["value"] for one in seen.scene["entities"]["board"]["facts"]]
    of_set = [one["value"] for one in seen.scene["entities"]["teams"]["facts"]]
    assert of_set == ["The social board", ["rekommendera", "recommend"]]


def test_each_item_tells_on_what_it_rests_itself(look):
    """Two items of one list, alike but for who says them: neither is told under the other's basis."""
    seen = look(
        HEAD
        + """
groups:
  a:
    name: A
    level: near
    seats: [region, ask]
    escalates_to: [{to: b, basis: author}, {to: c, basis: law}, {to: b2, basis: author}]
    meetings_per_year: {values: [{value: 4, basis: interviewees}, {value: 4, basis: decided}]}
  b: {name: B, level: far, seats: [region, ask]}
  b2: {name: B2, level: far, seats: [region, ask]}
  c: {name: C, level: far, seats: [region, ask]}
"""
    )
    found = {one["value"]: first(one["basis"]) for one in seen.facts("a", "vart den lyfter frågor")}
    assert found == {"B, B2": "utredaren", "C": "lag"}
    (meetings,) = seen.facts("a", "möten per år")
    assert (meetings["certainty"], first(meetings["basis"])) == ("established", "beslutat dokument")


def test_a_relation_that_is_named_as_an_example_or_that_only_may_be_says_so(look):
    """An example, or what somebody may do, is no way that is there: the line must not read like one."""
    seen = look(
        HEAD
        + """
groups:
  a:
    name: A
    level: near
    seats: [region, ask]
    escalates_to: [{to: b, modality: example}]
    recommends_to: [{to: b, modality: may}]
    informs: [{to: b, modality: shall}, {to: a2, modality: example}]
    prepares_for: [b]
  a2: {name: A2, level: near, seats: [region, ask], informs: b}
  b: {name: B, level: far, seats: [region, ask]}
"""
    )
    found = {one["relation"]: one for one in seen.edges("a", "b")}
    told = {name: (one["modality"], first(one["text"]), one["certainty"]) for name, one in found.items()}
    assert told == {
        "escalates_to": ("example", "lyfter till (till exempel)", "established"),
        "recommends_to": ("may", "rekommenderar (får)", "open"),
        "informs": ("shall", "informerar", "established"),
        "prepares_for": (None, "bereder åt", "established"),
    }
    assert found["recommends_to"]["text"][1] == "recommends to (may)"


def test_relations_of_unlike_modality_are_not_one_line(look):
    """Several principals' units in one stack: those that shall and the one that is an example are told apart."""
    seen = look(
        HEAD
        + """
functions:
  f1: {name: F1, principal: ask, informs: g}
  f2: {name: F2, principal: ask, informs: [{to: g, modality: example}]}
  f3: {name: F3, principal: ask, informs: g}
groups: {g: {name: G, level: far, seats: [region, ask]}}
""",
        most_cards=2,
    )
    assert seen.of("f1")["id"] == seen.of("f2")["id"]
    found = {one["modality"]: one["members"] for one in seen.scene["edges"]}
    assert found == {None: [["f1", "g"], ["f3", "g"]], "example": [["f2", "g"]]}


def test_a_word_on_the_whole_list_is_told_although_a_set_names_items_of_it(look):
    """That a source leaves the ways to be settled is not unsaid by what is told of some groups of the level."""
    seen = look(
        HEAD
        + """
groups:
  a: {name: A, level: near, seats: [region, ask], escalates_to: deferred}
  b: {name: B, level: far, seats: [region, ask]}
sets: {locals: {name: the local groups, of: group, where: {level: near}}}
facts: [[locals, escalates_to, yes, b, some, author, doc]]
"""
    )
    rows = seen.facts("a", "vart den lyfter frågor")
    assert {(one["value"], one["state"], one["certainty"]) for one in rows} == {
        ("B", "value", "open"),
        (None, "deferred", "established"),
    }


def test_what_is_said_of_the_seats_as_a_whole_is_told(look):
    """Seats that are left to be settled, that are none, or of which nobody tells: a reader asks for them first."""
    seen = look(
        HEAD
        + """
groups:
  a: {name: A, level: near, seats: deferred}
  b: {name: B, level: near, seats: {value: none, basis: interviewees}}
  c: {name: C, level: near, informs: b}
"""
    )
    told = {one: [(f["value"], f["state"], f["certainty"]) for f in seen.facts(one, "dess platser")] for one in "abc"}
    assert told == {
        "a": [(None, "deferred", "established")],
        "b": [(None, "none", "reported")],
        "c": [(None, "unknown", "open")],
    }

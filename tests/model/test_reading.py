"""What a well-formed file becomes."""

import datetime

import pytest
from pydantic import BaseModel

from remit.model.facts import Basis, Extent, Modality, Said, SourceRef, State
from remit.model.files import loads
from remit.model.kind import Entity
from remit.model.kinds import registry
from remit.model.text import Text
from remit.model.whole import Model

HEAD = "remit: 1\nmodel: {id: x, title: X, as_of: 2024-01-01}\nlevels: [local, regional]\n"
SOURCED = "remit: 1\nmodel: {id: x, title: X, as_of: 2024-01-01, source: s}\nsources: {s: Utredningen, t: {title: T}}\n"


def one(text: str, name: str = "g", head: str = HEAD) -> Entity:
    return loads(head + text).entities[name]


def said(text: str, path: str, head: str = HEAD) -> Said:
    (found,) = one(text, head=head).said[path]
    return found


@pytest.mark.parametrize("text", ["NO", "Yes", "null_", "007", "1.10", "22:22", "1e3", "2024-05-06", "0x1F", "112"])
def test_a_name_is_kept_as_it_is_written(text: str) -> None:
    assert one(f"groups: {{g: {{name: {text}}}}}\n").name == Text(text, text)


@pytest.mark.parametrize("name", ["no", "on", "007", "1.10", "2024-05-06", "1e3", "å", "constructor"])
def test_an_id_is_kept_as_it_is_written(name: str) -> None:
    assert name in loads(HEAD + f"groups: {{{name}: {{}}}}\n").entities


def test_a_name_may_be_one_of_the_four_words() -> None:
    assert one("groups: {g: {name: none}}\n").name == Text("none", "none")


def test_a_text_that_is_one_of_the_four_words_is_written_in_a_mapping() -> None:
    assert one("groups: {g: {title: {value: {text: none}}}}\n").title == Text("none", "none")


def test_texts_are_kept_in_composed_form() -> None:
    assert one("groups: {g: {name: A\u030a}}\n").name == Text("Å", "Å")


def test_a_byte_order_mark_and_windows_line_ends_are_fine() -> None:
    assert loads((HEAD + "groups: {g: {}}\n").replace("\n", "\r\n")).entities["g"]


@pytest.mark.parametrize("word", ["none", "unclear", "deferred", "unknown"])
def test_a_word_is_a_state_and_leaves_the_attribute_empty(word: str) -> None:
    group = one(f"groups: {{g: {{level: {word}}}}}\n")
    assert group.level is None
    assert group.said["level"] == (Said(State(word)),)


def test_a_field_that_is_left_out_has_no_entry() -> None:
    assert "level" not in one("groups: {g: {}}\n").said


def test_what_a_class_fills_in_has_no_entry() -> None:
    group = one("groups: {g: {}}\n")
    assert group.status == "in_force"
    assert "status" not in group.said


def test_one_thing_may_stand_where_a_list_is_expected() -> None:
    group = one("groups: {g: {remit: {powers: decide}}}\n")
    assert group.remit.powers == ["decide"]


@pytest.mark.parametrize(
    ("text", "value"), [("yes", True), ("ja", True), ("true", True), ("no", False), ("Nej", False)]
)
def test_yes_and_no_may_be_written_in_two_languages(text: str, value: bool) -> None:
    assert one(f"groups: {{g: {{counted: {text}}}}}\n").counted is value


@pytest.mark.parametrize(("text", "value"), [("4", (4, 4)), ("2-3", (2, 3)), ("2.5", (2.5, 2.5)), ("10–12", (10, 12))])
def test_a_number_may_be_a_range(text: str, value: tuple[float, float]) -> None:
    assert one(f"groups: {{g: {{meetings_per_year: {text}}}}}\n").meetings_per_year == value


def test_the_nearest_words_of_source_count() -> None:
    text = (
        "groups:\n  defaults: {basis: author}\n  g: {source: '#H/2', level: {value: local, basis: law}, kind: mixed}\n"
    )
    level = said(text, "level", SOURCED + "levels: [local]\n")
    assert (level.basis, level.sources) == (Basis.LAW, (SourceRef("s", "H", 2),))
    kind = said(text, "kind", SOURCED + "levels: [local]\n")
    assert (kind.basis, kind.sources) == (Basis.AUTHOR, (SourceRef("s", "H", 2),))


def test_a_source_replaces_the_inherited_one_and_none_takes_it_away() -> None:
    assert said("groups: {g: {kind: mixed, source: [t, s#H]}}\n", "kind", SOURCED).sources == (
        SourceRef("t"),
        SourceRef("s", "H"),
    )
    assert said("groups: {g: {kind: {value: mixed, source: none}}}\n", "kind", SOURCED).sources == ()


def test_a_note_is_a_remark_on_its_own_mapping_only() -> None:
    group = one("groups: {g: {note: om gruppen, kind: {value: mixed, note: om slaget}, form: project}}\n")
    assert group.note == "om gruppen"
    assert [group.said[name][0].note for name in ("kind", "form")] == ["om slaget", ""]


def test_contradictory_values_are_all_kept_and_the_attribute_holds_the_first() -> None:
    values = "{basis: author, values: [{value: local, source: s}, {value: regional, source: t}, none]}"
    text = f"groups: {{g: {{level: {values}}}}}\n"
    group = one(text, head=SOURCED + "levels: [local, regional]\n")
    assert group.level == "local"
    assert [(one.state, one.value, one.sources) for one in group.said["level"]] == [
        (State.VALUE, "local", (SourceRef("s"),)),
        (State.VALUE, "regional", (SourceRef("t"),)),
        (State.NONE, None, (SourceRef("s"),)),
    ]
    assert {one.basis for one in group.said["level"]} == {Basis.AUTHOR}


def test_a_part_may_be_deferred_with_some_of_its_fields_stated() -> None:
    group = one("topics: {health: {}}\ngroups: {g: {remit: {value: deferred, topics: [health]}}}\n")
    assert group.said["remit"][0].state is State.DEFERRED
    assert group.said["remit.topics"][0] == Said(State.VALUE, ["health"])
    assert group.remit.topics == ["health"]


def test_a_negative_item_stands_in_the_list_with_its_state_beside_it() -> None:
    group = one("groups: {g: {remit: {powers: [inform, {to: decide, value: none, basis: author}]}}}\n")
    assert group.remit.powers == ["inform", "decide"]
    assert group.said["remit.powers[1]"] == (Said(State.NONE, "decide", Basis.AUTHOR),)
    assert "remit.powers[0]" not in group.said


def test_a_route_holds_to_whom_and_through_what() -> None:
    text = "groups: {g: {escalates_to: [h, {to: h, through: line, modality: example, for_decision: unclear}]}, h: {}}\n"
    group = one(text)
    first, second = group.escalates_to
    assert (first.to, second.to, second.through) == ("h", "h", ["line"])
    assert "escalates_to[0]" not in group.said
    assert group.said["escalates_to[1]"][0].modality is Modality.EXAMPLE
    assert group.said["escalates_to[1].for_decision"][0].state is State.UNCLEAR


def test_a_contradictory_part_has_its_fields_by_path_too() -> None:
    text = "groups: {g: {remit: {values: [none, {value: {powers: decide}, basis: author}]}}}\n"
    group = one(text)
    assert group.remit is None
    assert [one.state for one in group.said["remit"]] == [State.NONE, State.VALUE]
    assert group.said["remit.powers"] == (Said(State.VALUE, ["decide"], Basis.AUTHOR),)


# --- entities inside entities ------------------------------------------------------------------------------

SEATS = (
    "principals: {a: {}, b: {}}\nsets: {both: [a, b]}\n"
    "groups: {g: {source: s, seats: [a, {principal: b, count: 2}, {principal: a, vacant: yes},"
    " {shared_by: both, count: 6}, {shared_by: [a, b]},"
    " {represents: school, principal: unknown}, {id: own, principal: a}]}}\n"
)


def test_seats_have_ids_from_their_group_that_do_not_depend_on_their_order() -> None:
    model = loads(SOURCED + SEATS)
    seats = [name for name in model.entities if model.parents.get(name) == ("g", "seats")]
    assert seats == ["g:a", "g:b", "g:a:2", "g:shared-both", "g:shared", "g:school", "own"]


def test_a_bare_id_is_one_seat_and_inherits_the_words_of_its_group() -> None:
    seat = loads(SOURCED + SEATS).entities["g:a"]
    assert seat.count == 1
    assert seat.said["principal"] == (Said(State.VALUE, "a", sources=(SourceRef("s"),)),)
    assert "count" not in seat.said


def test_the_seats_of_a_group_are_the_seats_of_the_model() -> None:
    model = loads(SOURCED + SEATS)
    seats = model.entities["g"].seats
    assert all(model.entities[seat.id] is seat for seat in seats)
    assert model.entities["g"].said["seats"][0].state is State.VALUE


def test_a_group_without_seats_says_so() -> None:
    group = one("groups: {g: {seats: {value: none, basis: author}}}\n")
    assert group.said["seats"] == (Said(State.NONE, None, Basis.AUTHOR),)


# --- fewer words -------------------------------------------------------------------------------------------


def test_defaults_give_fields_to_the_section_of_that_file() -> None:
    model = loads(HEAD + "groups: {defaults: {level: local}, a: {}, b: {level: regional}}\n")
    assert [model.entities[name].level for name in "ab"] == ["local", "regional"]


def test_a_group_inside_its_agreement_rests_on_it_and_inherits_its_words() -> None:
    model = loads(SOURCED + "agreements: {a: {source: t#H, groups: {g: {kind: mixed}}}}\n")
    expected = Said(State.VALUE, "a", sources=(SourceRef("t", "H"),))
    assert model.entities["g"].said["agreement"] == (expected,)
    assert model.entities["g"].said["kind"][0].sources == (SourceRef("t", "H"),)


def test_one_per_makes_one_for_each_population_and_names_it() -> None:
    text = (
        "populations: {young: {name: {sv: unga, en: the young}}, old: äldre}\n"
        "groups: {g: {one_per: [young, old], name: Grupp}}\n"
    )
    model = loads(HEAD + text)
    assert model.entities["g-young"].name == Text("Grupp: unga", "Grupp: the young")
    assert model.entities["g-old"].populations == ["old"]
    assert "g" not in model.entities


def test_a_name_that_mentions_the_item_gets_nothing_added() -> None:
    text = "populations: {old: äldre}\ngroups: {g: {one_per: old, name: 'De {item.name} ({item})'}}\n"
    assert loads(HEAD + text).entities["g-old"].name == Text("De äldre (old)", "De äldre (old)")


MANY = "principals: {a: {name: A, kind: municipality}, b: {name: B, kind: municipality}, r: {name: R, kind: region}}\n"


@pytest.mark.parametrize("members", ["towns", "[a, b]", "listed"])
def test_for_each_makes_one_for_each_member_of_a_list_or_set(members: str) -> None:
    sets = "sets: {towns: {of: principal, where: {kind: municipality}}, listed: [a, b]}\n"
    units = f"units: {{'care-{{m}}': {{for_each: {{m: {members}}}, name: 'Vård i {{m.name}}', principal: '{{m}}'}}}}\n"
    model = loads(HEAD + MANY + sets + units)
    assert [unit.id for unit in model.of_kind("unit")] == ["care-a", "care-b"]
    assert model.entities["care-b"].name == Text("Vård i B", "Vård i B")
    assert model.entities["care-b"].principal == ["b"]


def test_for_each_may_count() -> None:
    model = loads(HEAD + "groups: {'f-{n}': {for_each: {n: [1, 2, 3]}}}\n")
    assert [group.id for group in model.of_kind("group")] == ["f-1", "f-2", "f-3"]


def test_for_each_may_select_what_another_for_each_has_made() -> None:
    text = (
        "sets: {towns: {of: principal, where: {kind: municipality}}, made: {of: unit, where: {kind: operation}}}\n"
        "functions: {'head-{u}': {for_each: {u: made}, unit: '{u}'}}\n"
        "units: {'care-{m}': {for_each: {m: towns}, kind: operation}}\n"
    )
    model = loads(HEAD + MANY + text)
    assert [one.id for one in model.of_kind("function")] == ["head-care-a", "head-care-b"]


# --- sets, facts, coverage, head ---------------------------------------------------------------------------


def selected(where: str) -> tuple[str, ...]:
    text = (
        f"principals: {{a: {{}}, b: {{}}}}\nsets: {{s: {{of: group, where: {where}}}}}\n"
        "groups:\n  g: {level: local, informs: [{to: h, value: none}], territory: a, counted: no}\n"
        "  h: {level: regional, informs: g, territory: b}\n"
    )
    return loads(HEAD + text).members_of("s")


@pytest.mark.parametrize(
    ("where", "members"),
    [
        ("{level: local}", ("g",)),
        ("{level: [local, regional]}", ("g", "h")),
        ("{level: local, territory: b}", ()),
        ("{counted: nej}", ("g",)),
        ("{informs: g}", ("h",)),
        ("{informs: h}", ()),
    ],
)
def test_a_set_selects_by_what_is_stated(where: str, members: tuple[str, ...]) -> None:
    assert selected(where) == members


def test_a_set_of_seats_is_selected_by_its_group() -> None:
    model = loads(
        HEAD + "principals: {a: {}}\ngroups: {g: {seats: a}, h: {seats: a}}\nsets: {s: {of: seat, where: {group: g}}}\n"
    )
    assert model.members_of("s") == ("g:a",)


def test_a_word_of_a_condition_is_not_taken_for_a_set_of_that_name() -> None:
    model = loads(HEAD + MANY + "sets: {municipality: {of: principal, where: {kind: municipality}}}\n")
    assert model.members_of("municipality") == ("a", "b")


def test_a_listed_set_gets_the_kind_of_its_members() -> None:
    model = loads(HEAD + MANY + "groups: {g: {}}\nsets: {s: [a, t], t: [b], mixed: [a, g]}\n")
    assert [model.sets[name].of for name in ("s", "t", "mixed")] == ["principal", "principal", ""]


def row(text: str) -> object:
    (statement,) = loads(
        SOURCED + f"groups: {{g: {{}}, h: {{}}}}\nsets: {{all-groups: {{of: group}}}}\nfacts: [{text}]\n"
    ).statements
    return statement


def test_a_row_of_facts_is_a_statement() -> None:
    statement = row("[all-groups, assignment, none, '', most, author, t#R]")
    assert statement.about == "all-groups"
    assert statement.extent is Extent.MOST
    assert statement.said == Said(State.NONE, None, Basis.AUTHOR, (SourceRef("t", "R"),))


def test_a_row_may_be_a_mapping_and_says_the_same() -> None:
    mapping = "{about: all-groups, what: assignment, value: none, extent: most, basis: author, source: t#R}"
    assert row(mapping) == row("[all-groups, assignment, none, '', most, author, t#R]")


@pytest.mark.parametrize(
    "text",
    ["[g, informs, yes, h]", "[all-groups, remit.powers, none, decide]", "[g, channel, unclear, operations]",
     "[system, channel, none, decision]", "[g, seats, none, g]", "[g, informs, none, all-groups]"],
)  # fmt: skip
def test_a_row_may_name_one_item_or_the_end_of_a_channel(text: str) -> None:
    cells = text.strip("[]").split(", ")
    statement = row(text)
    assert (statement.about, statement.what, statement.to) == (cells[0], cells[1], cells[3])
    assert statement.extent is Extent.ALL


def test_the_system_always_exists() -> None:
    assert loads(HEAD).entities["system"].kind_name() == "system"


def test_the_order_of_levels_gives_their_rank() -> None:
    model = loads(HEAD)
    assert [model.entities[name].rank for name in ("local", "regional")] == [1, 2]


def test_coverage_left_out_is_complete_and_one_word_is_for_the_whole() -> None:
    assert loads(HEAD).coverage.default == "complete"
    assert loads(HEAD.replace("}", ", coverage: partial}", 1)).coverage.default == "partial"


def test_the_head_tells_what_the_model_is() -> None:
    head = loads(HEAD.replace("}", ", represents: proposal, made_up: ja, note: n}", 1)).head
    assert (head.id, head.as_of, head.represents, head.made_up, head.note) == (
        "x",
        datetime.date(2024, 1, 1),
        "proposal",
        True,
        "n",
    )


def test_json_says_the_same_as_yaml() -> None:
    yaml = HEAD + "groups: {g: {level: local, counted: no, meetings_per_year: 2.5}}\n"
    json = (
        '{"remit": 1, "model": {"id": "x", "title": "X", "as_of": "2024-01-01"}, "levels": ["local", "regional"],'
        ' "groups": {"g": {"level": "local", "counted": false, "meetings_per_year": 2.5}}}'
    )
    assert loads(json, "m.json") == loads(yaml)


def test_what_the_reader_takes_pydantic_takes_too(any_model: Model) -> None:
    """The reader converts value by value; the classes would give the same."""
    for entity in any_model.entities.values():
        again = registry()[entity.kind_name()].model_validate(raw(entity))
        inside = {name for name, _ in entity.kind_meta.parts}
        assert {name: value for name, value in again if name not in inside} == {
            name: {} if name == "said" else value for name, value in entity if name not in inside
        }


def raw(value: object) -> object:
    """The attributes as nested mappings and lists."""
    if isinstance(value, BaseModel):
        return {name: raw(one) for name, one in value if name != "said"}
    return [raw(one) for one in value] if isinstance(value, list) else value

"""Where things stand: rows, spans, frames, what no level is told of, cells where nothing is."""

from __future__ import annotations

START = """
remit: 1
model: {id: here, title: Here, as_of: 2020-01-01, coverage: {default: unknown}}
levels: [near, middle, far]
principals:
  region: {name: Region, kind: region}
  ask: {name: Ask, kind: municipality}
  berg: {name: Berg, kind: municipality}
  dal: {name: Dal, kind: municipality}
sets: {towns: {name: the towns, of: principal, where: {kind: municipality}}}
agreements:
  pact: {name: Pact with Ask, level: middle, parties: [region, ask], scope: comprehensive}
  pact-berg: {name: Pact with Berg, level: middle, parties: [region, berg], scope: comprehensive}
units:
  schools: {name: schools, principal: towns, level: near, kind: front_line}
groups:
  council: {name: Council, level: far, kind: political, seats: [region, {shared_by: towns, count: 2}]}
  officers: {name: Officers, level: middle, kind: officials, agreement: pact, seats: [region, ask]}
"""


def test_the_highest_level_stands_on_top(look):
    assert look(START).rows() == ["far", "middle", "near"]


def test_what_is_theirs_spans_the_columns_of_its_family(look):
    seen = look(START)
    card = seen.of("schools")
    assert seen.columns()[card["column"]] == "Ask"
    assert card["span"] == 3
    assert card["over"] == ["alla 3 kommuner", "all 3 municipalities"]
    two = look(START.replace("principal: towns", "principal: [ask, berg]")).of("schools")
    assert (two["span"], two["over"]) == (2, ["Ask och Berg", "Ask and Berg"])
    assert seen.of("council")["over"] is None


def test_a_group_of_all_stands_on_the_shared_ground(look):
    assert look(START).cell("council") == ("far", "Samverkan")


def test_a_group_stands_in_the_frame_of_its_agreement_only_where_both_are_in_one_cell(look):
    assert look(START).of("officers")["frame"] == "pact"
    apart = START.replace("officers: {name: Officers, level: middle", "officers: {name: Officers, level: near")
    assert look(apart).of("officers")["frame"] is None


def test_a_group_of_whom_only_the_region_is_told_does_not_stand_as_the_regions_own(look):
    seen = look(
        START + "  some: {name: Some, level: near, seats: [region, {person: guest}]}\npersons: {guest: {name: Guest}}\n"
    )
    assert seen.cell("some") == ("near", "Samverkan")
    assert "övriga deltagare anges inte" in seen.tags("some")


def test_a_region_group_that_is_told_in_full_stands_in_its_column(look):
    text = START.replace("default: unknown", "default: complete")
    assert look(text + "  own: {name: Own, level: near, seats: [region]}\n").cell("own") == ("near", "Region")


def test_what_supports_several_stands_on_the_shared_ground(look):
    text = START + "coordinators: {help: {name: Help, covers: [ask, berg], levels: [near, middle]}}\n"
    assert look(text).cell("help") == ("middle", "Samverkan")


def test_untold_levels_stand_last_and_deciding_bodies_first(look):
    text = START.replace(
        "units:",
        "joint_bodies: {board: {name: Board, members: [ask, berg], mandate: {powers: decide}}}\nunits:\n"
        "  assembly: {name: Assembly, principal: ask, kind: assembly}\n"
        "  ward: {name: Ward, principal: region, kind: operation}",
    )
    seen = look(text)
    assert seen.rows() == ["beslutande organ, nivå ej angiven", "far", "middle", "near", "nivå ej angiven"]
    assert seen.cell("assembly") == (seen.rows()[0], "Ask")
    assert seen.of("board")["span"] == 2
    assert seen.of("board")["decides"]
    assert seen.cell("ward") == ("nivå ej angiven", "Region")


def test_one_whose_principal_nobody_tells_is_not_said_to_be_anothers(look):
    seen = look(START + "providers: {clinic: {name: Clinic}}\n")
    assert seen.cell("clinic") == ("near", "Huvudman ej angiven")
    assert "huvudman ej angiven" in seen.tags("clinic")


def states(seen):
    """What the empty cells say, by row and column."""
    return {(seen.rows()[g["row"]], seen.columns()[g["column"]]): g["state"] for g in seen.scene["gaps"]}


def test_an_empty_cell_is_not_told_of_unless_all_is_listed(look):
    unknown = states(look(START))
    assert unknown["far", "Region"] == "unknown"
    assert unknown["near", "Samverkan"] == "unknown"
    assert ("near", "Berg") not in unknown  # the schools span it
    assert ("middle", "Ask") not in unknown
    # all is listed: nobody but the towns is near, and in each other cell there is something or somebody takes part
    known = states(look(START.replace("default: unknown", "default: complete")))
    assert known == {("near", "Region"): "none", ("near", "Samverkan"): "none"}
    groups = "default: unknown, groups: complete, agreements: complete"
    partly = states(look(START.replace("default: unknown", groups)))
    assert partly["near", "Samverkan"] == "none"
    assert partly["far", "Region"] == "unknown"  # it may have units that nobody lists


LISTED = """
remit: 1
model: {id: here, title: Here, as_of: 2020-01-01, coverage: {default: complete}}
levels: [near, middle, far]
principals:
  region: {name: Region, kind: region}
  ask: {name: Ask, kind: municipality}
  berg: {name: Berg, kind: municipality}
units:
  ward: {name: Ward, principal: region, level: near}
  home: {name: Home, principal: ask, level: near}
  house: {name: House, principal: berg, level: middle}
"""


def test_a_cell_where_nothing_can_be_is_said_to_be_empty(look):
    assert states(look(LISTED)) == {
        ("middle", "Region"): "none",
        ("far", "Region"): "none",
        ("middle", "Ask"): "none",
        ("far", "Ask"): "none",
        ("near", "Berg"): "none",
        ("far", "Berg"): "none",
    }


def test_a_level_on_which_sources_disagree_leaves_both_of_its_cells_open(look):
    seen = look(LISTED.replace("principal: ask, level: near", "principal: ask, level: {values: [near, middle]}"))
    assert seen.cell("home") == ("nivå ej angiven", "Ask")
    found = states(seen)
    assert (found["near", "Ask"], found["middle", "Ask"], found["far", "Ask"]) == ("unknown", "unknown", "none")
    assert found["far", "Region"] == "none"  # it is Ask's, wherever it is


def test_what_no_source_tells_the_level_of_may_be_in_any_cell_of_its_principal(look):
    found = states(look(LISTED.replace("principal: ask, level: near", "principal: ask")))
    assert {found[row, "Ask"] for row in ("near", "middle", "far")} == {"unknown"}
    assert found["far", "Region"] == "none"
    whose = states(look(LISTED + "  stray: {name: Stray, level: far}\n"))
    assert {whose["far", column] for column in ("Region", "Ask", "Berg")} == {"unknown"}  # it may be anybody's
    assert whose["middle", "Region"] == "none"


def test_who_takes_part_in_what_stands_in_another_column_is_not_said_to_have_nothing(look):
    group = "groups:\n  team: {name: Team, level: far, seats: [region, ask]}\n"
    found = states(look(LISTED + group))
    assert ("far", "Region") not in found  # it meets Ask there, in the column of Ask
    assert found["middle", "Region"] == "none"
    assert found["far", "Berg"] == "none"
    listed_not = states(look(LISTED.replace("default: complete", "default: complete, seats: unknown") + group))
    assert listed_not["far", "Berg"] == "unknown"  # nobody tells who else sits there
    ended = states(look(LISTED + group.replace("level: far", "level: far, until: 2019-06-30")))
    assert ended["far", "Region"] == "none"  # it has ended
    for words in (
        "until: {value: 2019-06-30, modality: may}",
        "status: {value: ended, modality: may}",
        "modality: may",
    ):
        perhaps = states(look(LISTED + group.replace("level: far", f"level: far, {words}")))
        assert (perhaps["far", "Region"], perhaps["far", "Berg"]) == ("unknown", "none"), words


def test_what_has_no_card_for_want_of_room_is_not_said_not_to_be_there(look):
    many = "".join(f"  u{n}: {{name: U {n}, principal: berg, level: far}}\n" for n in range(9))
    whole, few = look(LISTED + many), look(LISTED + many, most_cards=2)
    assert ("far", "Berg") not in states(whole)
    without = [one for one in ("ward", "home", "house") if few.scene["entities"][one]["card"] is None]
    assert without
    cells = {"ward": ("near", "Region"), "home": ("near", "Ask"), "house": ("middle", "Berg")}
    assert not {cells[one] for one in without} & set(states(few))


def test_levels_of_two_readings_with_one_rank_share_a_row(look):
    text = START.replace(
        "levels: [near, middle, far]",
        "levels:\n  near: {rank: 1}\n  middle: {rank: 2, reading: a}\n  also: {name: mid, rank: 2, reading: b}\n"
        "  far: {rank: 3}",
    )
    assert look(text).rows() == ["far", "mid / middle", "near"]


def test_functions_and_units_of_which_nothing_is_told_stand_together(look):
    text = START + "functions:\n" + "".join(f"  f{n}: {{name: F {n}, principal: dal}}\n" for n in range(3))
    seen = look(text + "  head: {name: Head, principal: dal, escalates_to: council}\n")
    assert seen.of("f0")["folded"] == ["f0", "f1", "f2"]
    assert seen.of("f0")["name"] == ["3 funktioner", "3 functions"]
    assert seen.of("head")["id"] == "head"  # a way leads from it
    assert seen.of("head")["folded"] == []


def test_in_a_crowded_cell_what_is_of_least_interest_is_one_stack(look):
    groups = "".join(f"  g{n}: {{name: Group {n}, level: far, seats: [region, ask, berg, dal]}}\n" for n in range(4))
    more = "coordinators:\n" + "".join(f"  c{n}: {{name: C{n}, covers: towns, levels: far}}\n" for n in range(2))
    pact = "  loose: {name: Loose, level: far, parties: [region, ask, berg, dal]}\nunits:"
    text = START.replace("units:", pact).replace("default: unknown", "default: partial")
    few = look(text + more)
    assert few.of("loose")["id"] == "loose"
    assert few.of("c0")["name"] == ["2 koordinatorer", "2 coordinators"]
    many = look(text + groups + more)
    assert many.of("loose")["name"][0] == "2 koordinatorer och 1 överenskommelse"
    assert many.of("loose")["folded"] == ["c0", "c1", "loose"]

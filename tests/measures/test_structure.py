"""Channels, meeting load, knowledge, overlap and coverage on small structures reasoned by hand."""

from __future__ import annotations

import math

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from remit.graph.measures import metrics
from remit.graph.measures.channels import absence_factor, bridges, channels, cut_points, single_channels
from remit.graph.measures.coverage import coverage_matrix
from remit.graph.measures.hierarchy import graph_of
from remit.graph.measures.knowledge import exclusivity, jaccard, knowledge, overlaps
from remit.graph.measures.meetings import meeting_load
from remit.graph.org import Org
from remit.model.files import loads

HEAD = """
remit: 1
model: {id: case, title: Case, as_of: 2020-01-01}
sources: {s: {title: S}}
levels: [local, regional]
populations: {old: {name: Old}}
topics: {care: {name: Care}, home: {name: Home, part_of: care}}
principals: {r: {name: R, kind: region}, a: {name: A, kind: municipality}}
units:
  board-r: {principal: r, kind: board, mandates: [{powers: decide, topics: care}]}
  board-a: {principal: a, kind: board, mandates: [{powers: decide, topics: care}]}
"""


def org(text: str) -> Org:
    return Org(loads(HEAD + text))


# --- single channels -----------------------------------------------------------------------------------------

DIAMOND = [("s", "a"), ("s", "b"), ("a", "m"), ("b", "m"), ("m", "t")]


def test_what_every_way_passes_is_a_cut_point_and_a_step_that_every_way_takes_a_bridge() -> None:
    graph = graph_of(DIAMOND)
    assert cut_points(graph, "s", "t") == ("m",)
    assert bridges(graph, "s", "t") == (("m", "t"),)
    with pytest.raises(ValueError, match="no path"):
        cut_points(graph, "t", "s")


def test_how_many_may_be_away_is_one_less_than_the_ways_that_share_nobody() -> None:
    assert absence_factor(graph_of(DIAMOND), "s", "t") == 0
    assert absence_factor(graph_of([("s", "a"), ("a", "t"), ("s", "b"), ("b", "t")]), "s", "t") == 1
    assert absence_factor(graph_of([("s", "t"), ("s", "a"), ("a", "t")]), "s", "t") is None


@given(st.sets(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=20))
def test_cut_points_and_bridges_are_those_without_which_nothing_is_reached(edges: set[tuple[int, int]]) -> None:
    graph = graph_of([(str(a), str(b)) for a, b in edges], ["0", "6"])
    if not nx.has_path(graph, "0", "6"):
        return

    def without(node: str | None = None, edge: tuple[str, str] | None = None) -> bool:
        left = graph.copy()
        left.remove_nodes_from([node] if node else [])
        left.remove_edges_from([edge] if edge else [])
        return nx.has_path(left, "0", "6")

    assert set(cut_points(graph, "0", "6")) == {n for n in graph if n not in ("0", "6") and not without(node=n)}
    assert set(bridges(graph, "0", "6")) == {edge for edge in graph.edges if not without(edge=edge)}


GROUPS = """
groups:
  council: {remit: {powers: discuss, topics: care}, level: regional, seats: %s%s}
"""
HOME = "{principal: %s, mandate: {powers: take_home, topics: care}%s}"


def test_the_one_seat_that_takes_matters_home_is_a_single_channel_for_its_principal() -> None:
    case = org(GROUPS % (f"[{HOME % ('r', '')}, {HOME % ('a', '')}]", ""))
    found = channels(case)
    assert [(c.topic, c.principal, c.cut_points, c.absence) for c in found] == [
        ("care", "a", ("council:a",), 0),
        ("care", "r", ("council:r",), 0),
    ]
    assert [one.id for one in single_channels(found, case)] == ["council:a", "council:r"]


def test_two_seats_of_a_principal_are_no_single_channel_and_one_may_be_away() -> None:
    case = org(GROUPS % (f"[{HOME % ('r', ', count: 2')}]", ""))
    assert [(c.principal, c.absence) for c in channels(case)] == [("r", 1)]
    assert single_channels(channels(case), case) == []


def test_a_route_to_the_board_beside_the_seat_leaves_a_way() -> None:
    case = org(GROUPS % (f"[{HOME % ('r', '')}]", ", recommends_to: board-r"))
    (found,) = channels(case)
    assert (found.principal, found.cut_points, found.absence) == ("r", (), 1)


def test_a_group_that_every_way_goes_through_is_a_single_channel_for_all() -> None:
    case = org("""
groups:
  team: {remit: {powers: discuss, topics: care}, level: local, escalates_to: council}
  council: {remit: {powers: recommend, topics: care}, level: regional, recommends_to: [board-r, board-a]}
""")
    first = single_channels(channels(case), case)[0]
    assert (first.id, first.groups, first.topics, first.principals) == ("council", ("team",), ("care",), ("a", "r"))


def test_a_way_that_is_only_open_is_no_way() -> None:
    case = org(GROUPS % ("[r]", ", recommends_to: [{to: board-r, basis: question, source: s}]"))
    assert channels(case) == []


# --- meetings ------------------------------------------------------------------------------------------------

MEETINGS = """
functions: {chief: {principal: r, hourly_cost: 500}}
groups:
  one: {meetings_per_year: 4-6, meeting_hours: 2, seats: [{principal: r, function: chief}, {principal: a, count: 3}]}
  two: {meetings_per_year: 10, seats: [{principal: r, function: chief}, {shared_by: [a], count: 2}]}
  three: {seats: [{principal: a, count: many}]}
  gone: {status: ended, meetings_per_year: 10, meeting_hours: 2, seats: [a]}
"""


def test_hours_are_meetings_times_hours_times_seats_and_what_is_not_told_is_named() -> None:
    found = meeting_load(org(MEETINGS))
    assert [(one.id, one.seats, one.low, one.high) for one in found.groups] == [("one", 4, 32.0, 48.0)]
    assert [(one.id, one.low, one.high) for one in found.principals] == [("a", 24.0, 36.0), ("r", 8.0, 12.0)]
    assert [(one.id, one.low, one.high, one.cost) for one in found.functions] == [
        ("chief", 8.0, 12.0, (4000.0, 6000.0))
    ]
    assert found.uncounted == (("three", ("meetings_per_year", "seats")), ("two", ("meeting_hours",)))
    assert found.groups[0].cost is None  # what an hour of the others costs is not told


def test_hours_that_are_assumed_are_told_and_used_only_where_none_are_given() -> None:
    found = meeting_load(org(MEETINGS), meeting_hours=3, hours_of_a_post=100)
    assert {one.id: (one.low, one.high) for one in found.groups} == {"one": (32, 48), "two": (90, 90)}
    assert {one.id: one.low for one in found.shared} == {"two": 60}
    told = found.to_dict()
    assert (told["assumed_meeting_hours"], told["hours"], told["posts"]) == (3, [122.0, 138.0], [1.22, 1.38])


def test_the_load_of_principals_and_shared_seats_is_that_of_the_groups() -> None:
    found = meeting_load(org(MEETINGS), meeting_hours=3)
    assert sum(one.low for one in (*found.principals, *found.shared)) == pytest.approx(found.total[0])


def test_dates_count_as_meetings_and_hours_below_nothing_are_refused() -> None:
    case = org("groups: {one: {meeting_dates: [2020-01-01, 2020-06-01], meeting_hours: 2, seats: [a]}}")
    assert meeting_load(case).total == (4.0, 4.0)
    for wrong in ({"meeting_hours": 0}, {"hours_of_a_post": -1}):
        with pytest.raises(ValueError, match="above 0"):
            meeting_load(case, **wrong)


def test_an_hour_costs_what_the_function_does_else_the_principal_else_the_system() -> None:
    case = org("""
system: {hourly_cost: 100, currency: SEK}
functions: {chief: {principal: r, hourly_cost: 500}}
groups:
  one: {meetings_per_year: 1, meeting_hours: 1, seats: [{principal: r, function: chief}, r, {shared_by: [a, r]}]}
""")
    assert meeting_load(case).groups[0].cost == (700.0, 700.0)
    assert metrics(case).currency == "SEK"


# --- knowledge and overlap -----------------------------------------------------------------------------------


def test_what_one_alone_knows_counts_one_and_what_two_know_one_over_e() -> None:
    found = exclusivity({"a": ["x", "y"], "b": ["y"], "c": []})
    assert found == pytest.approx({"a": 1 + math.exp(-1), "b": math.exp(-1), "c": 0}, abs=1e-12)


def test_a_seat_that_alone_covers_a_topic_is_told_with_what_lies_under_it() -> None:
    case = org("""
functions: {nurse: {principal: a, topics: home}}
groups:
  one: {seats: [{principal: r, mandate: {powers: discuss, topics: care}}, {principal: a, function: nurse}]}
""")
    assert [(k.seat, k.topics, k.alone) for k in knowledge(case)] == [
        ("one:nurse", ("home",), ()),
        ("one:r", ("care", "home"), ("care",)),
    ]


def test_a_seat_that_stands_for_several_covers_nothing_alone() -> None:
    case = org("groups: {one: {seats: [{principal: r, count: 2, mandate: {powers: discuss, topics: care}}]}}")
    assert [k.alone for k in knowledge(case)] == [()]


def test_groups_overlap_by_what_is_in_both_over_what_is_in_either() -> None:
    case = org("""
groups:
  one: {remit: {topics: care}, seats: [r, a]}
  two: {remit: {topics: home}, seats: [a]}
  three: {seats: [a]}
""")
    assert [(pair.groups, pair.topics, pair.principals, pair.members) for pair in overlaps(case)] == [
        (("one", "two"), 0.5, 0.5, None)
    ]
    assert (jaccard("ab", "bc"), jaccard("", "a")) == (1 / 3, None)


# --- coverage ------------------------------------------------------------------------------------------------


def test_a_principal_that_is_not_there_where_others_are_is_a_hole() -> None:
    case = org("groups: {one: {level: regional, remit: {topics: home}, seats: [r]}}")
    found = coverage_matrix(case)
    assert [(c.topic, c.level, c.principal, c.groups) for c in found.cells] == [("home", "regional", "r", ("one",))]
    assert [(c.topic, c.level, c.principal, c.perhaps) for c in found.holes] == [("home", "regional", "a", ())]
    assert found.share == (0.5, 0.5)


def test_a_topic_that_must_be_treated_at_a_level_without_a_group_has_a_hole_for_each() -> None:
    text = HEAD.replace("home: {name: Home, ", "home: {name: Home, treated_at: regional, ")
    found = coverage_matrix(Org(loads(text + "groups: {one: {level: local, remit: {topics: care}, seats: [r, a]}}")))
    assert {(c.level, c.principal) for c in found.holes if c.topic == "home"} == {("regional", "a"), ("regional", "r")}


def test_a_seat_that_two_share_leaves_the_hole_open() -> None:
    case = org("groups: {one: {level: regional, remit: {topics: home}, seats: [r, {shared_by: [a, r]}]}}")
    (hole,) = coverage_matrix(case).holes
    assert (hole.principal, hole.perhaps) == ("a", ("one",))
    assert coverage_matrix(case).share == (0.5, 1.0)


def test_nothing_that_ought_to_be_covered_has_no_share() -> None:
    assert coverage_matrix(org("groups: {one: {seats: [r]}}")).share is None

"""The loop of a matter, on small organisations reasoned out by hand."""

from __future__ import annotations

import pytest

from remit.graph.loop import Loop, LoopError, Loops, Route, loops, route
from remit.graph.org import Org
from remit.model.files import loads

WHOLE = """\
remit: 1
model: {id: whole, title: whole, as_of: 2020-01-01}
levels: [near, county]
principals:
  region: {kind: region}
  ask: {kind: municipality}
topics:
  care: {treated_at: county}
  small: {settled_at: near}
units:
  clinics: {principal: region, level: near, kind: front_line, count: many}
groups:
  local:
    level: near
    kind: officials
    territory: [region, ask]
    remit: {purpose: meet, topics: [care, small], powers: [discuss]}
    seats: [{principal: region, mandate: {powers: [discuss, take_home]}},
      {principal: ask, mandate: {powers: [discuss, take_home]}}]
  council:
    level: county
    kind: political
    territory: [region, ask]
    remit: {purpose: agree, topics: [care], powers: [recommend]}
    seats: [{principal: region, mandate: {powers: [recommend]}}, {principal: ask, mandate: {powers: [recommend]}}]
    recommends_to: [{to: region, for_decision: yes}, {to: ask, for_decision: yes}]
    report_back: to the next meeting
    meetings_per_year: 4
"""


def org(*changes: tuple[str, str]) -> Org:
    text = WHOLE
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return Org(loads(text))


def states(found: Route) -> str:
    return " ".join(f"{step.key}:{step.state}" for step in found.steps)


def matter(*changes: tuple[str, str]) -> Route:
    """The matter of the municipality ask on care."""
    return route(org(*changes), "ask", "care")


def state(found: Route, key: str) -> str:
    return next(step.state for step in found.steps if step.key == key)


CLOSED = "1:closed 2:closed 3:closed 4:closed 5:closed 6a:closed 6b:closed 7:closed"


def test_where_every_link_is_there_the_matter_arrives() -> None:
    found = matter()
    assert (found.outcome, states(found), found.cut, found.first_gap) == ("arrives", CLOSED, (), None)


def test_the_principal_decides_for_itself_and_is_concerned_with_the_other() -> None:
    assert matter().concerned == ("ask", "region")


def test_a_topic_that_the_first_level_can_settle_needs_no_carrying_and_no_recommendation() -> None:
    found = route(org(), "clinics", "small", "ask")
    assert (state(found, "3"), state(found, "4"), found.outcome) == ("not_needed", "not_needed", "arrives")


def test_without_a_group_for_the_topic_it_is_broken_at_the_first_step_where_all_groups_are_listed() -> None:
    changes = (("topics: [care, small]", "topics: [small]"), ("topics: [care], ", "topics: [small], "))
    found = matter(*changes)
    assert (state(found, "1"), found.outcome) == ("broken", "stops")
    partial = matter(
        *changes, ("as_of: 2020-01-01", "as_of: 2020-01-01, coverage: {default: complete, groups: partial}")
    )
    assert (state(partial, "1"), partial.outcome) == ("open", "open")


def test_nobody_with_a_mandate_means_that_nobody_owns_it() -> None:
    def told(word: str) -> str:
        mandates = ("{powers: [discuss, take_home]}", "{powers: [recommend]}")
        return state(matter(*((f"mandate: {mandate}", f"mandate: {word}") for mandate in mandates)), "2")

    assert (told("none"), told("unknown"), told("deferred"), told("unclear")) == ("broken", "open", "open", "open")


def test_a_channel_that_is_none_breaks_the_way_up_and_no_link_is_invented() -> None:
    found = matter(("groups:\n", "facts: [[care, channel, none, county, all, interviewees]]\ngroups:\n"))
    gap = found.first_gap
    assert gap is not None
    assert (gap.key, gap.state, gap.certainty.word, found.outcome) == ("3", "broken", "reported", "stops")
    assert [link.relation for link in found.cut] == ["channel"]


def test_a_channel_that_is_unclear_leaves_the_way_up_open() -> None:
    found = matter(("groups:\n", "facts: [[care, channel, unclear, county, all, author]]\ngroups:\n"))
    assert (state(found, "3"), found.outcome) == ("open", "open")


def test_a_principal_that_does_not_sit_above_has_no_way_up() -> None:
    found = matter((", {principal: ask, mandate: {powers: [recommend]}}", ""))
    assert state(found, "3") == "broken"
    assert ("ask", "seats", "council", "ask") in [(m.from_, m.relation, m.to, m.owner) for m in found.cut]


def test_a_way_past_the_line_closes_nothing_and_one_through_it_does() -> None:
    unseated = (", {principal: ask, mandate: {powers: [recommend]}}", "")
    past = ("    remit: {purpose: meet", "    escalates_to: [council]\n    remit: {purpose: meet")
    through = (
        "    remit: {purpose: meet",
        "    escalates_to: [{to: council, through: line}]\n    remit: {purpose: meet",
    )
    assert state(matter(unseated, past), "3") == "open"
    assert state(matter(unseated, through), "3") == "closed"


def test_without_a_recommendation_to_each_it_is_broken_at_the_fourth_step() -> None:
    found = matter((", {to: ask, for_decision: yes}", ""))
    assert state(found, "4") == "broken"
    assert ("council", "recommends_to", "ask") in [(m.from_, m.relation, m.to) for m in found.cut]


def test_the_step_of_decision_is_broken_open_or_closed_as_it_is_told() -> None:
    def told(word: str) -> str:
        return state(matter(("    report_back", f"    decision_step: {word}\n    report_back")), "5")

    assert (told("none"), told("unclear"), told("each assembly decides")) == ("broken", "open", "closed")


def test_a_report_that_does_not_come_back_breaks_both_parts_of_the_sixth_step_unless_decisions_are_published() -> None:
    none = ("report_back: to the next meeting", "report_back: none")
    found = matter(none)
    assert (state(found, "6a"), state(found, "6b")) == ("broken", "broken")
    published = matter(none, ("groups:\n", "system: {publishes_decisions: yes}\ngroups:\n"))
    assert (state(published, "6a"), state(published, "6b")) == ("broken", "closed")


def test_a_group_whose_agreements_do_not_reach_operations_breaks_the_last_step() -> None:
    fact = "facts: [[council, channel, none, operations, all, interviewees]]\ngroups:\n"
    assert state(matter(("groups:\n", fact)), "7") == "broken"


def test_a_line_that_a_source_says_is_not_there_breaks_the_last_step() -> None:
    assert state(matter(("region: {kind: region}", "region: {kind: region, line: none}")), "7") == "broken"


def test_what_is_told_as_a_risk_leaves_a_step_open() -> None:
    fact = "facts: [[council, channel, none, operations, all, risk]]\ngroups:\n"
    assert state(matter(("groups:\n", fact)), "7") == "open"


def test_a_group_that_decides_itself_needs_no_recommendation() -> None:
    found = matter(("topics: [care], powers: [recommend]", "topics: [care], powers: [decide]"))
    assert (state(found, "4"), state(found, "5"), state(found, "6a")) == ("not_needed", "closed", "not_needed")


def test_seats_decide_together_only_if_every_concerned_principal_has_one_that_may() -> None:
    both = ("{powers: [recommend]}}", "{powers: [decide]}}")
    found = matter(both)
    assert (state(found, "4"), state(found, "5")) == ("not_needed", "closed")


def test_the_expected_wait_is_half_the_interval_of_four_meetings_a_year() -> None:
    wait = matter().wait
    assert wait is not None
    assert wait.low == wait.high == pytest.approx(365.25 / 8)
    assert wait.unknown == ("local",)


def test_an_ended_group_is_no_way() -> None:
    assert matter(("    level: county\n", "    level: county\n    status: ended\n")).outcome == "stops"


def test_seats_shared_by_principals_nobody_names_break_some_without_saying_which() -> None:
    text = WHOLE.replace(
        "  ask: {kind: municipality}\n", "".join(f"  m{i}: {{kind: municipality}}\n" for i in range(5))
    )
    text = text.replace("[region, ask]", "[region, m0, m1, m2, m3, m4]")
    text = text.replace("{to: ask, for_decision: yes}", ", ".join(f"{{to: m{i}, for_decision: yes}}" for i in range(5)))
    text = text.replace(
        "{principal: ask, mandate: {powers: [recommend]}}", "{shared_by: [m0, m1, m2, m3, m4], count: 2}"
    )
    text = text.replace("{principal: ask, mandate: {powers: [discuss, take_home]}}", "m0, m1, m2, m3, m4")
    found: Loops = loops(Org(loads(text)), ["care"])
    assert [(u.step, u.at_least_broken, u.of) for u in found.unnamed] == [("3", 3, 5)]
    assert found.closure[1] == pytest.approx(3 / 6)
    assert {c.state for c in found.cells if c.principal != "region"} == {"open"}


def test_a_unit_of_several_principals_must_be_told_apart() -> None:
    with pytest.raises(LoopError, match="say which with --in"):
        route(org(("principal: region, level", "principal: [region, ask], level")), "clinics", "care")


@pytest.mark.parametrize(
    ("start", "topic", "side", "hint"),
    [("clinic", "care", "ask", "clinics"), ("clinics", "car", "ask", "care"), ("clinics", "care", "aks", "ask")],
)
def test_an_id_that_is_not_there_is_answered_with_the_nearest(start: str, topic: str, side: str, hint: str) -> None:
    with pytest.raises(LoopError, match=f'Did you mean "{hint}"'):
        route(org(), start, topic, side)


def test_the_matrix_of_a_whole_loop_is_closed_at_both_ends() -> None:
    found = loops(org())
    assert found.closure == (1.0, 1.0)
    assert set(found.steps.values()) == {(1.0, 1.0)}
    assert all(cell.reached == 7 for cell in found.cells)


def test_long_chains_of_units_topics_and_groups_do_not_exhaust_recursion() -> None:
    n = 5000
    text = "remit: 1\nmodel: {id: deep, title: deep, as_of: 2020-01-01}\nprincipals: {p: {}}\n"
    text += "topics:\n  t0: {}\n" + "".join(f"  t{i}: {{part_of: t{i - 1}}}\n" for i in range(1, n))
    text += "units:\n  u0: {principal: p}\n" + "".join(f"  u{i}: {{parent: u{i - 1}}}\n" for i in range(1, n))
    text += "groups:\n  g0: {remit: {topics: [t0]}, seats: [p]}\n"
    text += "".join(f"  g{i}: {{prepares_for: [g{i - 1}]}}\n" for i in range(1, n))
    found = route(Org(loads(text)), f"u{n - 1}", f"t{n - 1}")
    assert state(found, "1") == "closed"


def test_cycles_of_routes_units_and_answering_end() -> None:
    text = (
        "remit: 1\nmodel: {id: round, title: round, as_of: 2020-01-01}\nprincipals: {p: {}}\ntopics: {t: {}}\n"
        "units: {u: {principal: p, parent: v}, v: {parent: u}}\n"
        "groups: {a: {remit: {topics: [t]}, seats: [p], prepares_for: [b], answers_to: b}, "
        "b: {remit: {topics: [t]}, seats: [p], prepares_for: [a], answers_to: a}}\n"
    )
    assert route(Org(loads(text)), "u", "t").outcome in {"open", "stops", "arrives"}


def test_what_is_said_of_some_cases_of_a_topic_leaves_its_way_open() -> None:
    found = matter(("groups:\n", "facts: [[care, channel, none, county, some, author]]\ngroups:\n"))
    assert (state(found, "3"), found.outcome) == ("open", "open")


def test_words_that_contradict_each_other_on_a_way_leave_it_open() -> None:
    facts = "facts: [[council, channel, none, decision, all, author], [council, channel, yes, decision, all, author]]\n"
    assert state(matter(("groups:\n", facts + "groups:\n")), "5") == "open"


JOINT = (
    "joint_bodies: {board: {members: [region, ask], mandate: {powers: [decide], topics: [%s]}, until: %s}}\ngroups:\n"
)


@pytest.mark.parametrize(
    ("topic", "until", "outcome"),
    [("care", "2030-01-01", "arrives"), ("care", "2019-01-01", "stops"), ("small", "2030-01-01", "stops")],
)
def test_a_joint_body_decides_while_it_is_there_and_on_what_was_transferred(
    topic: str, until: str, outcome: str
) -> None:
    to = "[{to: region, for_decision: yes}, {to: ask, for_decision: yes}]"
    found = matter(("groups:\n", JOINT % (topic, until)), (to, "[{to: board, for_decision: yes}]"))
    assert found.outcome == outcome


def test_members_that_may_take_a_matter_home_are_a_way_to_each_principal() -> None:
    routes = ("    recommends_to: [{to: region, for_decision: yes}, {to: ask, for_decision: yes}]\n", "")
    found = matter(routes, ("powers: [recommend]}}", "powers: [agree, take_home]}}"))
    assert (state(found, "4"), state(found, "5")) == ("closed", "closed")


def test_a_vacant_seat_seats_nobody() -> None:
    found = matter(("{principal: ask, mandate: {powers: [recommend]}}", "{principal: ask, vacant: yes}"))
    assert state(found, "3") == "broken"


def test_a_mandate_past_its_last_day_decides_nothing_for_certain() -> None:
    both = ("{powers: [recommend]}}", "{powers: [decide], until: 2019-12-31}}")
    routes = ("    recommends_to: [{to: region, for_decision: yes}, {to: ask, for_decision: yes}]\n", "")
    assert state(matter(both, routes), "5") != "closed"


# -- who decides, how many times, and who can stop it ------------------------------------------------------------------

TO = "[{to: region, for_decision: yes}, {to: ask, for_decision: yes}]"


def decision(found: Route) -> tuple[list[tuple[str, str]], int | None, list[tuple[str, str]]]:
    """Who decides and in which form, how many decisions, and who can stop it in which way."""
    told = found.to_dict("en")["decision"]
    by = [(one["id"], one["form"]) for one in told["by"]]
    return by, told["decisions"], [(" ".join(one["who"]), one["how"]) for one in told["stopped_by"]]


EACH = ([("ask", "principal"), ("region", "principal")], 2, [("ask region", "alone")])


def test_what_is_recommended_each_principal_decides_and_each_alone_can_stop() -> None:
    assert decision(matter()) == EACH


@pytest.mark.parametrize(
    ("form", "stop"),
    [
        ("form: joint_board, host: region, ", [("ask region", "together")]),
        ("form: association_of_municipalities, ", [("ask region", "together")]),
        ("form: task_by_agreement, host: region, ", [("region", "alone")]),
        ("form: task_by_agreement, ", [("", "unknown")]),
        ("", [("", "unknown")]),
    ],
)
def test_what_a_joint_body_decides_is_one_decision_and_its_form_tells_who_can_stop_it(
    form: str, stop: list[tuple[str, str]]
) -> None:
    joint = JOINT.replace("{members", "{" + form + "members") % ("care", "2030-01-01")
    found = matter(("groups:\n", joint), (TO, "[{to: board, for_decision: yes}]"))
    kind = form.split(",", maxsplit=1)[0].removeprefix("form: ") or "joint_body"
    assert decision(found) == ([("board", kind)], 1, stop)
    assert [s.at for s in found.steps if s.key == "5"] == ["board"]


def test_who_took_a_task_over_decides_it_for_itself_too() -> None:
    joint = JOINT.replace("{members: [region, ask]", "{form: task_by_agreement, host: region, members: [ask]")
    found = matter(("groups:\n", joint % ("care", "2030-01-01")), (TO, "[{to: board, for_decision: yes}]"))
    assert found.outcome == "arrives"
    assert found.decision.by[0].principals == ("ask", "region")


@pytest.mark.parametrize("left_open", ["host: unknown, members: [ask]", "host: region, members: {value: unclear}"])
def test_where_it_is_left_open_whose_a_joint_body_is_the_way_to_the_others_is_open(left_open: str) -> None:
    joint = JOINT.replace("{members: [region, ask]", "{form: task_by_agreement, " + left_open)
    found = matter(("groups:\n", joint % ("care", "2030-01-01")), (TO, "[{to: board, for_decision: yes}]"))
    assert (state(found, "4"), found.outcome) == ("open", "open")


def test_whether_a_body_is_a_task_taken_over_decides_whether_its_host_is_reached() -> None:
    for form, outcome in (("joint_board", "broken"), ("unknown", "open"), ("task_by_agreement", "closed")):
        joint = JOINT.replace("{members: [region, ask]", "{form: " + form + ", host: region, members: [ask]")
        found = matter(("groups:\n", joint % ("care", "2030-01-01")), (TO, "[{to: board, for_decision: yes}]"))
        assert state(found, "4") == outcome


def test_a_joint_body_for_some_leaves_the_others_a_decision_of_their_own() -> None:
    joint = JOINT.replace("[region, ask]", "[ask]").replace("{members", "{form: joint_board, members")
    ways = "[{to: board, for_decision: yes}, {to: region, for_decision: yes}]"
    found = matter(("groups:\n", joint % ("care", "2030-01-01")), (TO, ways))
    by = [("board", "joint_board"), ("region", "principal")]
    assert decision(found) == (by, 2, [("region", "alone"), ("ask", "together")])
    assert [s.reason.en for s in found.steps if s.key == "5"] == ["board, region decide, each by itself"]


def test_who_has_transferred_a_decision_does_not_decide_it_also_where_the_way_leads_to_itself() -> None:
    joint = JOINT.replace("{members", "{form: joint_board, members")
    assert decision(matter(("groups:\n", joint % ("care", "2030-01-01"))))[0] == [("board", "joint_board")]
    assert decision(matter(("groups:\n", joint % ("small", "2030-01-01")))) == EACH


def test_a_way_that_leads_to_a_unit_names_it_and_else_the_bodies_that_may_decide_are_named() -> None:
    units = "  board: {principal: ask, kind: board, mandates: [{powers: [decide], topics: [care]}]}\n"
    units += "  assembly: {principal: ask, kind: assembly}\ngroups:\n"
    named = matter(("groups:\n", units), ("{to: ask, for_decision: yes}", "{to: board, for_decision: yes}"))
    assert [(one.id, one.bodies) for one in named.decision.by] == [("ask", ("board",)), ("region", ())]
    assert [one.bodies for one in matter(("groups:\n", units)).decision.by] == [("assembly", "board"), ()]


def test_seats_that_hold_the_decision_decide_one_by_one_and_each_can_stop_it() -> None:
    found = matter(("mandate: {powers: [recommend]}", "mandate: {powers: [decide]}"))
    assert decision(found) == ([("council", "seats")], 2, [("ask region", "alone")])


def test_a_group_that_may_decide_itself_decides_once_and_only_its_members_together_can_stop_it() -> None:
    found = matter(("topics: [care], powers: [recommend]", "topics: [care], powers: [decide]"))
    assert decision(found) == ([("council", "group")], 1, [("ask region", "together")])


def test_a_matter_settled_where_it_was_raised_is_decided_by_each_whose_member_takes_it_home() -> None:
    assert decision(route(org(), "clinics", "small", "ask")) == EACH


def test_where_the_step_of_decision_is_not_closed_nobody_is_said_to_decide() -> None:
    for word, told in (("none", "broken"), ("unclear", "open")):
        found = matter(("    report_back", f"    decision_step: {word}\n    report_back"))
        assert decision(found) == ([], None, [])
        assert found.decision.state == told


def test_whether_one_rejection_stops_it_for_all_is_told_only_where_a_source_does() -> None:
    told = [
        matter(("    report_back", f"    {word}report_back"))
        for word in ("", "unanimous: yes\n    ", "unanimous: no\n    ")
    ]
    assert [one.decision.unanimous for one in told] == [None, True, False]


def test_the_matrix_tells_apart_how_the_matters_of_different_principals_are_decided() -> None:
    found = loops(org())
    told = {(one.topic, one.principals): one.decision.number for one in found.decisions}
    assert told == {("care", ("ask", "region")): 2, ("small", ("ask", "region")): 2}


# -- the groups on the way, and the ways beside it -----------------------------------------------------------------


def test_a_route_tells_the_groups_on_its_way() -> None:
    found = matter()
    assert (found.entry, found.upper, found.recommender) == ("local", "council", "council")
    settled = route(org(), "clinics", "small", "ask")
    assert (settled.entry, settled.upper, settled.recommender) == ("local", "", "")
    nowhere = matter(("topics: [care, small]", "topics: [small]"), ("topics: [care], ", "topics: [small], "))
    assert (nowhere.entry, nowhere.upper, nowhere.recommender) == ("", "", "")


TWIN = """\
  twin:
    level: %s
    kind: %s
    remit: {topics: [care]}
    seats: [region, ask]
%s  council:
"""


def twin(level: str = "near", kind: str = "officials", more: str = "") -> tuple[str, str]:
    return ("  council:\n", TWIN % (level, kind, more))


def test_all_ways_of_a_matter_are_the_best_from_each_group_where_it_can_be_raised_and_the_best_of_all_is_first() -> (
    None
):
    loop = Loop(org(twin()))
    ways = loop.follow_all("ask", "care", "ask")
    assert ways[0] == loop.follow("ask", "care", "ask")
    assert [way.entry for way in ways] == ["local", "council", "twin"]
    assert [way.outcome for way in ways] == [
        "arrives",
        "arrives",
        "stops",
    ]  # nobody in the twin has it in their mandate


def test_a_group_where_the_principal_does_not_sit_is_no_other_way() -> None:
    alone = twin(more="")[1].replace("seats: [region, ask]", "seats: [region]")
    assert [way.entry for way in Loop(org(("  council:\n", alone))).follow_all("ask", "care", "ask")] == [
        "local",
        "council",
    ]


@pytest.mark.parametrize(
    ("change", "beside"),
    [
        (twin(), True),
        (twin(kind="unknown"), True),
        (twin(kind="political"), False),
        (twin(level="county"), False),
        (twin(level="unknown"), False),
        (twin(more="    linked_to: [local]\n"), False),
        (twin(more="    answers_to: local\n"), False),
    ],
    ids=["alike", "kind not told", "another kind", "another level", "level not told", "linked", "answering"],
)
def test_groups_of_one_level_and_kind_that_no_link_joins_stand_beside_each_other(
    change: tuple[str, str], beside: bool
) -> None:
    loop = Loop(org(change))
    assert (loop.beside("local", "twin"), loop.beside("twin", "local")) == (beside, beside)
    assert not loop.beside("local", "local")


def test_groups_for_different_populations_do_not_stand_beside_each_other() -> None:
    people = ("topics:\n", "populations: {young: {}, children: {part_of: young}, old: {}}\ntopics:\n")

    def told(first: str, second: str) -> bool:
        own = ("    kind: officials\n    territory", f"    kind: officials\n    populations: [{first}]\n    territory")
        loop = Loop(org(people, own, twin(more=f"    populations: [{second}]\n" if second else "")))
        return loop.beside("local", "twin")

    assert (told("young", "young"), told("young", "children"), told("young", "old")) == (True, True, False)
    assert told("young", "")

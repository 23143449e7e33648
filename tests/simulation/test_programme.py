"""The programme of a structure, row by row, on small organisations reasoned out by hand."""

from __future__ import annotations

import numpy as np
import pytest
from tests.simulation.small import SEAT_ABOVE, SEAT_BELOW, TO_EACH, class_of, org, parameters, piece

from remit.graph.calendar import YEAR
from remit.graph.org import Org
from remit.model.files import loads
from remit.simulation.build import build, draw
from remit.simulation.chance import key, moved, salt, u
from remit.simulation.outcome.load import sitting_hours
from remit.simulation.parameters import load_parameters
from remit.simulation.plan import NOBODY, STEPS, Dist, Op, Plan, State


def plan_of(*changes: tuple[str, str], **values: float) -> Plan:
    return build(org(*changes), parameters(**values))


def matter(*changes: tuple[str, str], topic: str = "care", principal: str = "ask", forks: bool = False) -> list[str]:
    """The programme of a matter of the municipality ask on care."""
    plan = plan_of(*changes)
    return piece(plan, int(plan.classes.first[class_of(plan, topic, principal)]), forks)


RISE = ["1 WAIT rise:1 @ask", "1 MEET meet:1 @local", "2 CHANCE there:2 @local"]
LIFT = ["3 WAIT lift:1 @ask", "3 WAIT lift:2 @ask"]
PREPARE = ["4 WAIT prepare @council", "4 MEET meet:4 @council back prepare"]
DECIDE = ["5 FORK decide @council", "5 JOIN all @council else rejected of all"]
REPORT = ["6a WAIT minutes @council", "6b CHANCE there:6b @council"]
DONE = ["7 FORK carry-out @council", "7 END carried-out @ask"]
REJECTED = ["5 STOP rejected @council"]
CLOSED = [*RISE, *LIFT, *PREPARE, *DECIDE, *REPORT, *DONE, *REJECTED]


def test_a_whole_loop_goes_from_the_front_line_through_line_and_groups_to_decisions_and_back_to_the_citizen() -> None:
    assert matter() == CLOSED


def test_each_principal_prepares_and_decides_at_its_own_body_and_carries_out_down_as_many_levels_as_it_came_up() -> (
    None
):
    plan = plan_of()
    found = piece(plan, int(plan.classes.first[class_of(plan, "care", "ask")]))
    ask = [
        "  ask:",
        "    5 WAIT home:ask @ask",
        "    5 MEET meet:ask @ask back home:ask",
        "    5 CHANCE approve:ask @ask else rejected",
        "    5 ANSWER approved @ask",
        "    5 ANSWER rejected @ask",
    ]
    fork = found.index("5 FORK decide @council")
    assert found[fork + 1 : fork + 13] == ask + [line.replace("ask", "region") for line in ask]
    down = ["  ask:", "    7 WAIT down:ask:1 @ask", "    7 WAIT down:ask:2 @ask", "    7 ANSWER done @ask"]
    out = found.index("7 FORK carry-out @council approved at decide")
    assert found[out + 1 : out + 9] == down + [line.replace("ask", "region") for line in down]


def test_the_front_line_unit_where_a_matter_begins_and_ends_is_told_where_the_model_has_one() -> None:
    lines = matter(principal="region")
    assert lines[0] == "1 WAIT rise:1 @clinics"
    assert "7 END carried-out @clinics" in lines


def test_a_matter_begins_where_the_topic_is_worked_with_or_those_are_served_whom_it_is_about() -> None:
    people = ("topics:\n", "populations: {young: {}, old: {}}\ntopics:\n")
    about = ("care: {treated_at: county}", "care: {treated_at: county, populations: young}")

    def begins(*units: str) -> str:
        told = "".join(f"  u{n}: {{principal: ask, kind: front_line{unit}}}\n" for n, unit in enumerate(units))
        return matter(people, about, ("groups:\n", f"{told}groups:\n"))[0].split("@")[1]

    assert begins(", serves: old", "", ", serves: young", ", topics: [care]") == "u3"
    assert begins(", serves: old", "", ", serves: young", ", topics: [small]") == "u2"
    assert begins(", serves: old", "", ", topics: [small]") == "u1"
    assert begins(", serves: old", ", topics: [small]") == "ask"


# -- broken steps ----------------------------------------------------------------------------------------------


def stopped(key: str, at: str) -> str:
    return f"{key} STOP stop:{key} @{at} broken"


NONE = [
    ("mandate: {powers: [discuss, take_home]}", "mandate: none"),
    ("mandate: {powers: [recommend]}", "mandate: none"),
]


@pytest.mark.parametrize(
    ("changes", "lines"),
    [
        (
            [(SEAT_BELOW, ""), (SEAT_ABOVE, "")],
            ["1 WAIT rise:1 @ask broken", "1 WAIT rise:2 @ask broken", stopped("1", "council")],
        ),
        (NONE, [*RISE[:2], stopped("2", "local")]),
        (
            [("groups:\n", "facts: [[care, channel, none, county, all, interviewees]]\ngroups:\n")],
            [*RISE, stopped("3", "council")],
        ),
        ([(SEAT_ABOVE, "")], [*RISE, stopped("3", "council")]),
        (
            [(", {to: ask, for_decision: yes}", "")],
            [*RISE, *LIFT, *[f"{line} broken" if "back" not in line else line.replace(" back", " broken back")
                             for line in PREPARE], stopped("4", "council")],
        ),
        (
            [("    report_back", "    decision_step: none\n    report_back")],
            [*RISE, *LIFT, *PREPARE, stopped("5", "council")],
        ),
    ],
    ids=["not seated", "not owned", "no channel up", "not seated above", "not recommended", "not decided"],
)  # fmt: skip
def test_a_broken_step_is_where_the_matter_stops_and_nothing_comes_after_it(
    changes: list[tuple[str, str]], lines: list[str]
) -> None:
    assert matter(*changes) == lines


def test_what_is_not_reported_back_is_raised_anew_by_some_and_carried_out_all_the_same() -> None:
    found = matter(("report_back: to the next meeting", "report_back: none"))
    copies = [
        "6a WAIT minutes @council broken",
        "6a COPY untold:6a @council broken as care ask in local",
        "6b COPY untold:6b @council broken as care ask in local",
    ]
    assert found == [*RISE, *LIFT, *PREPARE, *DECIDE, *copies, *DONE, *REJECTED]


def test_a_decision_that_does_not_reach_operations_stops_after_it_is_taken_and_reported() -> None:
    found = matter(("groups:\n", "facts: [[council, channel, none, operations, all, interviewees]]\ngroups:\n"))
    assert found == [*RISE, *LIFT, *PREPARE, *DECIDE, *REPORT, stopped("7", "council"), *REJECTED]


# -- open steps ------------------------------------------------------------------------------------------------


def test_a_seat_that_may_be_there_is_a_chance_of_its_principal_before_the_matter_is_raised() -> None:
    partial = ("as_of: 2020-01-01", "as_of: 2020-01-01, coverage: {default: complete, seats: partial}")
    found = matter((SEAT_BELOW, ""), (SEAT_ABOVE, ""), partial)
    assert found[:4] == [
        "1 WAIT rise:1 @ask open",
        "1 WAIT rise:2 @ask open",
        "1 CHANCE open:1:council:ask @council open else stop:1",
        "1 MEET meet:1 @council open",
    ]
    assert found[-1] == "1 STOP stop:1 @council open"


MANDATES_UNKNOWN = [(old, "mandate: unknown") for old, _ in NONE]


@pytest.mark.parametrize(
    ("changes", "before", "chance", "key"),
    [
        (MANDATES_UNKNOWN, 2, "open:2:local", "2"),
        (
            [("groups:\n", "facts: [[care, channel, unclear, county, all, author]]\ngroups:\n")],
            3,
            "open:3:council:ask",
            "3",
        ),
        ([("    report_back", "    decision_step: unclear\n    report_back")], 7, "open:5:council", "5"),
        (
            [("groups:\n", "facts: [[council, channel, none, operations, all, risk]]\ngroups:\n")],
            11,
            "open:7:council",
            "7",
        ),
    ],
    ids=["owner", "channel up", "decision", "operations"],
)  # fmt: skip
def test_an_open_step_is_a_chance_and_the_matter_stops_where_the_link_is_not_there(
    changes: list[tuple[str, str]], before: int, chance: str, key: str
) -> None:
    plan = plan_of(*changes)
    first = int(plan.classes.first[class_of(plan, "care", "ask")])
    found = piece(plan, first, forks=False)
    assert found[before].split(" @")[0] == f"{key} CHANCE {chance}"
    assert found[before].endswith(f" open else stop:{key}")
    assert found[-1].startswith(f"{key} STOP stop:{key} ")
    assert found[-1].endswith(" open")
    row = first + before
    assert (plan.rows.p[row], plan.rows.limit[row]) == (load_parameters()["open_link"], 1)
    # the rest is the whole loop
    rest = [line.split(" @")[0] for line in (*found[:before], *found[before + 1 : -1]) if not line.startswith("6b")]
    left_out = ("6b", "2 CHANCE there") if key == "2" else ("6b",)
    assert rest == [line.split(" @")[0] for line in CLOSED if not line.startswith(left_out)]


def test_an_open_recommendation_is_drawn_after_the_sitting_and_an_open_report_draws_that_nobody_is_told() -> None:
    silent = ("as_of: 2020-01-01", "as_of: 2020-01-01, coverage: {default: unknown}")
    untold_of = [(f"    recommends_to: {TO_EACH}\n", ""), ("    report_back: to the next meeting\n", "")]
    found = matter(silent, *untold_of)
    steps = [line for line in found if line[0] in "46"]
    assert "4 CHANCE open:4:council @council open else stop:4" in steps
    untold = [line for line in found if line.startswith("6")]
    assert untold[:5] == [
        "6a WAIT minutes @council open",
        "6a CHANCE untold:6a:council @council open else untold:6b:council",
        "6a COPY untold:6a @council open as care ask in local",
        "6b CHANCE untold:6b:council @council open else " + untold[3].rsplit(" else ", maxsplit=1)[1],
        "6b COPY untold:6b @council open as care ask in local",
    ]


def test_that_nobody_is_told_is_the_other_side_of_an_open_link_being_there() -> None:
    plan = plan_of(("report_back: to the next meeting", "report_back: unclear"), open_link=0.3)
    chances = {
        label: p for label, p in zip(plan.rows.label, plan.rows.p, strict=True) if label.startswith("untold:6a:")
    }
    assert chances == {"untold:6a:council": pytest.approx(0.7)}


def test_an_open_link_is_the_same_truth_for_all_topics_and_in_every_structure() -> None:
    change = ("    report_back", "    decision_step: unclear\n    report_back")
    one = plan_of(change)
    other = plan_of(
        change,
        ("  small: {settled_at: near}", "  more: {treated_at: county}"),
        ("care, small", "care, more"),
        ("topics: [care], powers: [rec", "topics: [care, more], powers: [rec"),
    )
    salts = {
        int(plan.rows.salt[row])
        for plan in (one, other)
        for row in range(len(plan.rows.op))
        if plan.rows.label[row] == "open:5:council"
    }
    assert salts == {salt("open:5:council")}


def test_the_open_links_of_a_group_can_be_taken_to_stand_or_fall_together() -> None:
    silent = ("as_of: 2020-01-01", "as_of: 2020-01-01, coverage: {default: unknown}")
    changes = (silent, (f"    recommends_to: {TO_EACH}\n", ""))
    each, together = plan_of(*changes), plan_of(*changes, open_together=1)
    for plan, count in ((each, 2), (together, 1)):
        rows = [n for n, label in enumerate(plan.rows.label) if label in ("open:4:council", "open:5:council")]
        assert {plan.rows.label[row] for row in rows} == {"open:4:council", "open:5:council"}
        assert len({int(plan.rows.salt[row]) for row in rows}) == count


@pytest.mark.parametrize("together", [0, 1])
def test_of_those_who_share_seats_as_many_have_one_as_there_are_whoever_they_are(together: float) -> None:
    five = [f"m{number}" for number in range(5)]
    plan = plan_of(
        ("  ask: {kind: municipality}\n", "".join(f"  {m}: {{kind: municipality}}\n" for m in five)),
        ("[region, ask]", "[region, m0, m1, m2, m3, m4]"),
        ("{to: ask, for_decision: yes}", ", ".join(f"{{to: {m}, for_decision: yes}}" for m in five)),
        ("{principal: ask, mandate: {powers: [recommend]}}", "{shared_by: [m0, m1, m2, m3, m4], count: 2}"),
        ("{principal: ask, mandate: {powers: [discuss, take_home]}}", "m0, m1, m2, m3, m4"),
        open_together=together,
    )
    rows = [row for row, label in enumerate(plan.rows.label) if label.startswith("open:3:council:")]
    chances = {plan.rows.label[row]: plan.rows.p[row] for row in rows}
    assert chances == {f"open:3:council:{m}": pytest.approx(2 / 5) for m in five}
    # two of five in every replication, and each of them in two of five
    times = dict.fromkeys(chances, 0)
    for number in range(300):
        sit = {
            plan.rows.label[row]
            for row in rows
            if moved(u(key(1, number), 0, int(plan.rows.salt[row]), 0), plan.rows.a[row]) < plan.rows.p[row]
        }
        assert len(sit) == 2
        for label in sit:
            times[label] += 1
    # 300 draws of 2/5: five standard errors are 5 x sqrt(300 x 0.24) = 42
    assert all(abs(found - 120) < 42 for found in times.values())


# -- who decides -----------------------------------------------------------------------------------------------


def test_what_the_first_level_settles_goes_from_its_sitting_to_the_decisions() -> None:
    assert matter(
        (
            "    territory: [region, ask]\n    remit: {purpose: meet",
            "    way_on: none\n    territory: [region, ask]\n    remit: {purpose: meet",
        ),
        topic="small",
    ) == [
        *RISE,
        "5 FORK decide @local",
        "5 JOIN any @local else rejected of 1",
        "5 CHANCE all-needed:local @local else minutes",
        "5 JOIN all @local else rejected of all",
        "6a WAIT minutes @local not_needed",
        "7 FORK carry-out @local",
        "7 END carried-out @ask",
        "5 STOP rejected @local",
    ]


def test_what_the_first_level_settles_goes_back_to_it_after_a_rejection_where_there_is_a_way_on() -> None:
    def small(way_on: str) -> list[str]:
        ground = "    territory: [region, ask]\n    remit: {purpose: meet"
        change = (ground, f"    unanimous: yes\n{way_on}{ground}")
        plan = plan_of(change, rounds=2)
        return piece(plan, int(plan.classes.first[class_of(plan, "small", "ask")]), forks=False)

    ends = ["6a WAIT minutes @local not_needed", "7 FORK carry-out @local", "7 END carried-out @ask"]
    told = small("    way_on: mediation\n")
    assert told == [
        *RISE,
        "5 FORK decide @local",
        "5 JOIN all @local else again of all",
        *ends,
        "5 CHANCE again @local else rejected",
        "4 WAIT prepare:2 @local not_needed",
        "4 MEET meet:4:2 @local not_needed back prepare:2",
        "5 FORK decide:2 @local",
        "5 JOIN all:2 @local else rejected of all",
        *ends,
        "5 STOP rejected @local",
    ]
    assert "5 CHANCE way-on:local @local else rejected" in small("")
    assert small("    way_on: none\n") == [*told[: len(RISE) + 1], "5 JOIN all @local else rejected of all", *ends,
                                          "5 STOP rejected @local"]  # fmt: skip


def test_where_no_unanimity_is_needed_those_who_approved_carry_it_out() -> None:
    plan = plan_of(("unanimous: yes", "unanimous: no"))
    found = piece(plan, int(plan.classes.first[class_of(plan, "care", "ask")]))
    assert "5 JOIN any @council else rejected of 1" in found
    assert "7 FORK carry-out @council approved at decide" in found
    assert not any("all-needed" in line or "JOIN all" in line for line in found)


def test_where_nobody_tells_of_unanimity_one_truth_for_the_group_decides_it() -> None:
    found = matter(("    unanimous: yes\n", ""))
    at = found.index("5 JOIN any @council else rejected of 1")
    assert found[at + 1 : at + 3] == [
        "5 CHANCE all-needed:council @council else minutes",
        "5 JOIN all @council else rejected of all",
    ]


def test_a_told_way_on_leads_back_to_preparation_and_a_second_round_is_the_last() -> None:
    found = matter(("way_on: none", "way_on: back to the group"))
    again = [
        "5 CHANCE again @council else rejected",
        "4 WAIT prepare:2 @council",
        "4 MEET meet:4:2 @council back prepare:2",
        "5 FORK decide:2 @council",
        "5 JOIN all:2 @council else rejected of all",
    ]
    first = [*RISE, *LIFT, *PREPARE, DECIDE[0], "5 JOIN all @council else again of all", *REPORT, *DONE]
    assert found == [*first, *again, *REPORT, *DONE, *REJECTED]


def test_a_way_on_that_nobody_tells_may_be_there_and_as_many_rounds_are_gone_as_the_parameter_says() -> None:
    found = matter(("    way_on: none\n", ""))
    assert found.count("5 CHANCE way-on:council @council else rejected") == 1
    three = plan_of(("way_on: none", "way_on: back to the group"), rounds=3)
    lines = piece(three, int(three.classes.first[class_of(three, "care", "ask")]), forks=False)
    assert [line.split()[2] for line in lines if " FORK decide" in line] == ["decide", "decide:2", "decide:3"]
    once = plan_of(("way_on: none", "way_on: back to the group"), rounds=1)
    assert piece(once, int(once.classes.first[class_of(once, "care", "ask")]), forks=False) == CLOSED


MANDATE = "mandate: {powers: [decide], topics: [care]}"
JOINT = f"joint_bodies: {{board: {{form: joint_board, host: region, members: [%s], {MANDATE}}}}}\ngroups:\n"


def test_a_joint_body_is_one_decision_and_is_carried_out_down_the_line_of_each() -> None:
    plan = plan_of(("groups:\n", JOINT % "region, ask"), (TO_EACH, "[{to: board, for_decision: yes}]"),
                   ("    unanimous: yes\n", ""))  # fmt: skip
    found = piece(plan, int(plan.classes.first[class_of(plan, "care", "ask")]))
    at = found.index("5 FORK decide @council")
    assert found[at + 1 : at + 4] == [
        "  board:",
        "    5 WAIT home:board @board",
        "    5 MEET meet:board @board back home:board",
    ]
    assert found[at + 7] == "5 JOIN all @council else rejected of all"
    out = found.index("7 FORK carry-out @council")
    assert [line.strip() for line in found[out:] if line.startswith("  ") and line.endswith(":")] == ["ask:", "region:"]


def test_a_joint_body_of_some_and_the_others_decide_beside_each_other_and_each_carries_out_its_own() -> None:
    plan = plan_of(
        ("groups:\n", JOINT % "ask"), (TO_EACH, "[{to: board, for_decision: yes}, {to: region, for_decision: yes}]")
    )
    found = piece(plan, int(plan.classes.first[class_of(plan, "care", "ask")]))
    heads = [line.strip() for line in found if line.startswith("  ") and line.endswith(":")]
    assert heads == ["board:", "region:", "board:", "region:"]
    assert "7 FORK carry-out @council approved at decide" in found


def test_a_group_that_may_decide_itself_decides_once_at_its_sitting() -> None:
    plan = plan_of(("topics: [care], powers: [recommend]", "topics: [care], powers: [decide]"))
    found = piece(plan, int(plan.classes.first[class_of(plan, "care", "ask")]))
    at = found.index("5 FORK decide @council")
    assert found[at + 1 : at + 6] == [
        "  council:",
        "    5 CHANCE approve:council @council else rejected",
        "    5 ANSWER approved @council",
        "    5 ANSWER rejected @council",
        "5 JOIN all @council else rejected of all",
    ]


def test_seats_that_hold_the_decision_decide_one_by_one_at_the_sitting() -> None:
    plan = plan_of(("mandate: {powers: [recommend]}", "mandate: {powers: [decide]}"))
    found = piece(plan, int(plan.classes.first[class_of(plan, "care", "ask")]))
    at = found.index("5 FORK decide @council")
    assert [line.strip() for line in found[at + 1 : at + 9]] == [
        "ask:", "5 CHANCE approve:ask @ask else rejected", "5 ANSWER approved @ask", "5 ANSWER rejected @ask",
        "region:", "5 CHANCE approve:region @region else rejected", "5 ANSWER approved @region",
        "5 ANSWER rejected @region",
    ]  # fmt: skip


BOARD = "  board: {principal: ask, kind: board, mandates: [{powers: [decide], topics: [care]}]}\n"
ASSEMBLY_UNIT = "  assembly: {principal: ask, kind: assembly}\n"
CHIEF = "  chief: {principal: ask, mandates: [{powers: [decide], topics: [care]}]}\n"


@pytest.mark.parametrize(
    ("units", "lines"),
    [
        (
            BOARD + ASSEMBLY_UNIT + "groups:\n",
            ["5 WAIT home:ask @board", "5 MEET meet:ask @board back home:ask"],
        ),
        (
            ASSEMBLY_UNIT + "groups:\n",
            ["5 WAIT home:ask @assembly", "5 MEET meet:ask @assembly back home:ask"],
        ),
        (
            ASSEMBLY_UNIT + "functions:\n" + CHIEF + "groups:\n",
            ["5 WAIT home:ask @chief", "5 WAIT delegated:ask @chief"],
        ),
    ],
    ids=["a board before the assembly", "the assembly", "a function by delegation"],
)
def test_a_principal_decides_at_the_body_that_is_told_to_be_competent(units: str, lines: list[str]) -> None:
    plan = plan_of(("groups:\n", units))
    found = piece(plan, int(plan.classes.first[class_of(plan, "care", "ask")]))
    at = found.index("5 FORK decide @council")
    assert [line.strip() for line in found[at + 1 : at + 4]] == ["ask:", *lines]


def test_where_nobody_tells_who_decides_those_who_would_do() -> None:
    plan = plan_of(("    report_back", "    decision_step: unclear\n    report_back"))
    found = piece(plan, int(plan.classes.first[class_of(plan, "care", "ask")]))
    assert [line.strip() for line in found if line.endswith(":")][:2] == ["ask:", "region:"]


# -- parallel groups and the same group ------------------------------------------------------------------------

TWIN = """\
  twin:
    level: %s
    kind: %s
    territory: [region, ask]
    remit: {purpose: meet, topics: [care], powers: [discuss]}
    seats: [{principal: region, mandate: {powers: [discuss]}}, {principal: ask, mandate: {powers: [discuss]}}]
%s  council:
"""


def twin(level: str = "near", kind: str = "officials", more: str = "") -> tuple[str, str]:
    return ("  council:\n", TWIN % (level, kind, more))


def test_a_group_with_the_same_topic_beside_the_first_gets_a_copy_of_some_matters() -> None:
    plan = plan_of(twin())
    first = int(plan.classes.first[class_of(plan, "care", "ask")])
    assert piece(plan, first, forks=False)[0] == "1 COPY copy:twin @twin as care ask in twin"
    assert (plan.rows.p[first], plan.rows.limit[first]) == (load_parameters()["parallel_copy"], 1)
    klass = int(plan.rows.jump[first])
    assert plan.classes.rate[klass] == 0
    copy = piece(plan, int(plan.classes.first[klass]), forks=False)
    assert copy == [line.replace("@local", "@twin") for line in CLOSED]
    assert len(plan.classes.rate) == 4 + 2


@pytest.mark.parametrize(
    "change",
    [
        twin(kind="political"),
        twin(level="middle"),
        twin(more="    linked_to: [local]\n"),
    ],
    ids=["another kind", "another level", "linked"],
)
def test_groups_that_differ_in_kind_or_level_or_are_linked_do_the_work_once(change: tuple[str, str]) -> None:
    plan = plan_of(change)
    assert Op.COPY not in plan.rows.op
    assert len(plan.classes.rate) == 4


def test_where_nobody_is_seated_there_is_no_copy_of_what_cannot_be_raised() -> None:
    old, new = twin(level="county", kind="political")
    unseated = (old, new.replace(", {principal: ask, mandate: {powers: [discuss]}}", ""))
    plan = plan_of(unseated, (SEAT_BELOW, ""), (SEAT_ABOVE, ""))
    first = int(plan.classes.first[class_of(plan, "care", "ask")])
    assert piece(plan, first)[-1] == "1 STOP stop:1 @council broken"
    assert not any(" COPY " in line for line in piece(plan, first, forks=False))


def test_where_the_group_that_raises_it_also_recommends_another_sitting_is_not_always_needed() -> None:
    plan = plan_of(("topics: [care, small], powers: [discuss]", "topics: [small], powers: [discuss]"))
    first = int(plan.classes.first[class_of(plan, "care", "ask")])
    found = piece(plan, first, forks=False)
    assert found[:7] == [
        "1 WAIT rise:1 @ask",
        "1 WAIT rise:2 @ask",
        "1 MEET meet:1 @council",
        "2 CHANCE there:2 @council",
        "4 WAIT prepare @council",
        "4 CHANCE second @council else decide",
        "4 MEET meet:4 @council back prepare",
    ]


ASSEMBLY = """\
groups:
  assembly:
    level: county
    kind: political
    territory: [region, ask]
    remit: {purpose: agree, topics: unknown, powers: [recommend]}
    seats: [{principal: region}, {principal: ask}]
    recommends_to: %s
    report_back: told
"""


def test_a_group_that_the_upper_one_prepares_for_treats_the_matter_after_it_and_sends_it_back_to_be_prepared() -> None:
    found = matter(
        ("groups:\n", ASSEMBLY % TO_EACH),
        ("topics: [care], powers: [recommend]", "topics: [care], powers: [prepare]"),
        (f"    recommends_to: {TO_EACH}\n    unanimous", "    prepares_for: [assembly]\n    unanimous"),
        ("mandate: {powers: [recommend]}", "mandate: {powers: [prepare]}"),
    )
    assert found[:9] == [
        *RISE,
        *LIFT,
        *PREPARE,
        "4 MEET meet:4:next @assembly back prepare",
        "5 FORK decide @assembly",
    ]


# -- the numbers -----------------------------------------------------------------------------------------------


def test_times_take_their_most_common_value_and_the_spread_both_ways() -> None:
    plan = plan_of(line_days=10, spread=2)
    row = plan.rows.label.index("rise:1")
    found = (plan.rows.dist[row], plan.rows.a[row], plan.rows.b[row], plan.rows.c[row])
    assert found == (Dist.TRIANGULAR, 5, 10, 20)
    fixed = plan_of(line_days=10, spread=1)
    assert (fixed.rows.dist[row], fixed.rows.a[row]) == (Dist.FIXED, 10)


def test_a_stop_is_a_stay_of_a_mean_time_after_which_some_are_raised_again() -> None:
    plan = plan_of((SEAT_BELOW, ""), (SEAT_ABOVE, ""), stay_days=100, raised_again=0.25, generations=3)
    klass = class_of(plan, "care", "ask")
    row = int(plan.classes.first[klass]) + 2
    rows = plan.rows
    found = (rows.op[row], rows.dist[row], rows.a[row], rows.p[row], rows.limit[row], rows.jump[row])
    assert found == (Op.STOP, Dist.EXPONENTIAL, 100, 0.25, 3, klass)
    assert (STEPS[rows.step[row]], rows.state[row]) == ("1", State.BROKEN)


def test_matters_arise_by_inhabitants_within_a_kind_of_principal_and_evenly_where_nobody_tells() -> None:
    ask = "  ask: {kind: municipality%s}\n"
    others = "  berg: {kind: municipality, inhabitants: 10000}\n  dal: {kind: municipality}\n"
    inhabited = (ask % "", ask % ", inhabitants: 30000" + others)
    plan = plan_of(inhabited, matters_per_year=0.2)
    rates = {p: plan.classes.rate[class_of(plan, "care", p)] for p in ("ask", "berg", "dal", "region")}
    assert rates == pytest.approx({"ask": 0.3, "berg": 0.1, "dal": 0.2, "region": 0.2})


def test_a_principal_that_stands_for_several_has_the_matters_of_all_of_them() -> None:
    plan = plan_of(("ask: {kind: municipality}", "ask: {kind: municipality, count: 3}"), matters_per_year=0.2)
    assert plan.classes.rate[class_of(plan, "care", "ask")] == pytest.approx(0.6)
    many = plan_of(("ask: {kind: municipality}", "ask: {kind: municipality, count: many}"), matters_per_year=0.2)
    assert many.classes.rate[class_of(many, "care", "ask")] == pytest.approx(0.2)


def test_an_urgent_topic_makes_urgent_matters_and_stations_take_them_first_if_so_assumed() -> None:
    plan = plan_of(("care: {treated_at: county}", "care: {treated_at: county, urgent: yes}"))
    urgent = {plan.topics[plan.classes.topic[k]]: plan.classes.urgent[k] for k in range(len(plan.classes.rate))}
    assert urgent == {"care": 1, "small": 0}
    assert set(plan.stations.order) == {1}
    assert set(plan_of(urgent_first=0).stations.order) == {0}


def test_alike_structures_have_alike_streams_and_salts() -> None:
    one, other = plan_of(), plan_of(("meetings_per_year: 4", "meetings_per_year: 12"))
    np.testing.assert_array_equal(one.classes.stream, other.classes.stream)
    np.testing.assert_array_equal(one.rows.salt, other.rows.salt)
    assert one.classes.stream[class_of(one, "care", "ask")] == salt("arrivals:care:ask")


def test_the_rows_of_children_are_laid_once_for_all_matters() -> None:
    plan = plan_of()
    assert sum(label == "approve:ask" for label in plan.rows.label) == 1
    forks = np.flatnonzero(plan.rows.op == Op.FORK)
    care = [row for row in forks if plan.rows.label[row] == "decide" and plan.places[plan.rows.place[row]] == "council"]
    assert len(care) == 2
    assert len(set(plan.rows.jump[care].tolist())) == 1


def test_what_sittings_cost_is_told_by_station_and_principal() -> None:
    plan = plan_of(("meetings_per_year: 4", "meetings_per_year: 4\n    meeting_hours: 2-3"), meeting_hours=5)
    hours = dict(zip((plan.places[p] for p in plan.stations.place), plan.extra["station_hours"], strict=True))  # type: ignore[call-overload]
    assert hours == {"local": 5, "council": 2.5, "ask": 0, "region": 0}
    seats = np.asarray(plan.extra["station_seats"])
    council = [plan.places[p] for p in plan.stations.place].index("council")
    assert {p: seats[council, n] for n, p in enumerate(plan.principals)} == {"region": 1, "ask": 1}


def test_seats_that_nobody_sits_in_cost_their_principal_nothing() -> None:
    # three told to be vacant, one filled: what the sittings cost is the region's alone
    vacant = ("{principal: ask, mandate: {powers: [recommend]}}", "{principal: ask, count: 3, vacant: yes}")
    officials = ("kind: political", "kind: officials")
    steady = {"attendance": 1.0, "vacancy_days": 0.0, "cancelled": 0.0, "group_quorum": 0.0}

    def hours(*changes: tuple[str, str]) -> dict[str, float]:
        used = parameters(**steady)
        plan = build(org(vacant, *changes), used)
        sittings = draw(plan, used, key(3, 0), 20 * YEAR).sittings
        council = [plan.places[place] for place in plan.stations.place].index("council")
        found = sitting_hours(plan, sittings, sittings.station == council)
        return dict(zip((*plan.principals, ""), found.tolist(), strict=True))

    found = hours(officials)
    assert (found["ask"], found[""]) == (0, pytest.approx(0))
    assert found["region"] == pytest.approx(80 * 3.0)
    # politicians' seats are filled by the first election, and cost from then on
    assert hours()["ask"] > 0


def test_a_group_that_no_matter_comes_to_sits_all_the_same_and_one_outside_the_system_does_not() -> None:
    idle = "  idle:\n    level: county\n    remit: {purpose: talk}\n    seats: [region]\n"
    beside = idle.replace("idle", "apart").replace("level: county", "level: county\n    counted: no")
    plan = plan_of(("  council:\n", f"{idle}{beside}  council:\n"))
    sits = {plan.places[place] for place in plan.stations.place}
    assert "idle" in sits
    assert "apart" not in sits
    station = [plan.places[place] for place in plan.stations.place].index("idle")
    assert station not in plan.rows.station


def test_a_structure_without_groups_has_matters_that_stop_at_the_first_step() -> None:
    found = Org(loads("remit: 1\nmodel: {id: m, title: m, as_of: 2020-01-01}\nprincipals: {p: {}}\ntopics: {t: {}}\n"))
    plan = build(found, load_parameters())
    assert piece(plan, 0) == ["1 WAIT rise:1 @p broken", "1 STOP stop:1 @p broken"]
    assert plan.stations.place.size == 0
    assert (plan.rows.station == NOBODY).all()


def test_a_group_that_is_not_told_of_may_be_there_where_not_all_groups_are_listed() -> None:
    text = "remit: 1\nmodel: {id: m, title: m, as_of: 2020-01-01, coverage: {default: unknown}}\n"
    found = Org(loads(text + "principals: {p: {}}\ntopics: {t: {}}\n"))
    plan = build(found, load_parameters())
    lines = piece(plan, 0, forks=False)
    assert lines[1:3] == ["1 CHANCE open:1:p:p @p open else stop:1", "1 MEET meet:1 @t open"]
    assert any(line.startswith("7 END") for line in lines)

"""What the loop's pictures are drawn from: small, whole, and the same for the same loops."""

from __future__ import annotations

import json
from typing import Any

import pytest

from remit.graph.loop import STEP_NAMES, Loops, Missing, loops, route
from remit.graph.org import Org
from remit.model.facts import Degree
from remit.model.files import loads
from remit.views.pages.loops_data import matrix_data
from remit.views.pages.loops_missing import gathered, said
from remit.views.pages.loops_routes import ID, NAME

MODEL = """\
remit: 1
model: {{id: county, title: {{sv: Länet, en: The county}}, as_of: 2020-01-01{head}}}
levels: [near, county]
sources: {{report: {{title: Rapporten, year: 2019}}}}
principals:
  region: {{name: Regionen, kind: region}}
  ask: {{name: Ask, kind: municipality}}
  berg: {{name: Berg, kind: municipality}}
  dal: {{name: Dal, kind: municipality}}
topics:
  health: {{name: {{sv: hälsa, en: health}}}}
  children: {{name: {{sv: barn, en: children}}, part_of: health}}
groups:
  council:
    name: Rådet
    level: county
    remit: {{topics: health, powers: [recommend]}}
    source: report#Uppdrag
    seats: {seats}
    recommends_to:
      - {{to: region, for_decision: yes}}
      - {{to: ask, for_decision: yes}}
      - {{to: berg, for_decision: yes}}
      - {{to: dal, for_decision: yes}}
    {more}
"""
SEATED = "[{principal: region, mandate: {powers: [recommend]}}, {principal: ask}, {principal: berg}, {principal: dal}]"
SHARED = "[{principal: region, mandate: {powers: [recommend]}}, {shared_by: [ask, berg, dal], count: 1}]"
CLOSED = "report_back: at the next meeting"


def data_of(more: str = CLOSED, seats: str = SEATED, head: str = "") -> dict[str, Any]:
    return matrix_data(county(more, seats, head))


def county(more: str = CLOSED, seats: str = SEATED, head: str = "") -> Loops:
    return loops(Org(loads(MODEL.format(more=more, seats=seats, head=head))))


def behind(data: dict[str, Any], topic: str, principal: str) -> dict[str, Any]:
    """The route of a cell as the scripts read it, the marks filled in."""
    row = next(at for at, one in enumerate(data["topics"]) if one["id"] == topic)
    column = next(at for at, one in enumerate(data["principals"]) if one["id"] == principal)
    name = data["principals"][column]["name"]
    found = data["routes"][data["cells"][row][column]]

    def filled(value: Any) -> Any:
        if isinstance(value, str):
            return value.replace(NAME, name).replace(ID, principal)
        if isinstance(value, list):
            return [filled(one) for one in value]
        return value

    parts = [data["parts"][place] for place in found["steps"]]
    return {
        **found,
        "states": [part["s"] for part in parts],
        "why": [filled(data["texts"][part["why"]]) for part in parts],
        "at": [filled(part.get("at", "")) for part in parts],
        "ids": [filled(data["lists"][part["ids"]]) for part in parts],
        "cut": [filled(data["texts"][one["text"]]) for one in found.get("cut", ())],
        "deferred": [filled(data["texts"][one["text"]]) for one in found.get("deferred", ())],
        "wait": filled(data["texts"][found["wait"]]) if "wait" in found else None,
        "decision": filled(data["decisions"][found["decision"]]),
    }


@pytest.mark.parametrize("seats", [SEATED, SHARED])
@pytest.mark.parametrize("more", [CLOSED, "report_back: none", "decision_step: none", "meetings_per_year: 4"])
def test_every_step_of_every_route_can_be_read_back_from_what_is_shared(more: str, seats: str) -> None:
    found = county(more, seats)
    data = matrix_data(found)
    for cell, told in zip(found.cells, found.routes, strict=True):
        read = behind(data, cell.topic, cell.principal)
        steps = sorted(told.steps, key=lambda step: list(STEP_NAMES).index(step.key))
        assert read["states"] == [step.state for step in steps]
        assert read["at"] == [step.at for step in steps]
        for why, step in zip(read["why"], steps, strict=True):
            assert [one.casefold() for one in ([why, why] if isinstance(why, str) else why)] == [
                one.casefold() for one in step.reason
            ]


def test_a_closed_matrix_is_said_to_be_closed_in_words() -> None:
    data = data_of()
    assert data["closure"]["said"] == ["100 %", "100 %"] or data["closure"]["said"] == "100 %"
    assert data["closure"]["words"][0] == "2 frågor hos 4 huvudmän ger 8 vägar att följa. Alla når hela vägen."
    assert data["closure"]["words"][1] == "2 topics in 4 principals make 8 ways to follow. All get all the way."
    assert {one["gap"] for one in data["routes"]} == {-1}
    rows = behind(data, "health", "ask")["decision"]["rows"]
    assert [row[1] for row in rows][1] == "4"
    assert rows[0][1][0] == "Var och en för sig: Ask, Berg, Dal, Regionen"


def test_a_broken_step_tells_what_would_have_to_exist_once_for_all_who_lack_it() -> None:
    data = data_of("report_back: none")
    read = behind(data, "health", "berg")
    assert read["gap"] == list(STEP_NAMES).index("6a")
    assert read["states"][read["gap"]] == "broken"
    assert read["cut"] == [
        [
            "Återrapportering från Ask, Berg, Dal, Regionen till Rådet",
            "A report back from Ask, Berg, Dal, Regionen to Rådet",
        ]
    ]
    assert "Alla bryts på vägen." in data["closure"]["words"][0]


def test_what_nobody_tells_is_open_and_not_broken() -> None:
    data = data_of("")
    read = behind(data, "health", "ask")
    assert read["states"][read["gap"]] == "open" or "broken" in read["states"]
    assert data["closure"]["low"] == 0


def test_seats_that_nobody_tells_whose_they_are_break_some_without_a_name() -> None:
    data = data_of(seats=SHARED)
    assert [one["unnamed"]["n"] for one in data["topics"]] == [2, 2]
    assert data["topics"][0]["unnamed"]["of"] == 3
    assert "Minst 4 bryts på vägen." in data["closure"]["words"][0]
    part = data["parts"][data["routes"][data["cells"][0][1]]["steps"][0]]
    assert (part["s"], part["pool"]) == ("open", 1)
    assert data["folds"][-1] == {"name": ["3 kommuner", "3 municipalities"], "members": [1, 2, 3]}


def test_what_is_left_to_be_settled_later_and_how_long_it_takes_is_told() -> None:
    read = behind(data_of("report_back: deferred\n    meetings_per_year: 4"), "health", "ask")
    assert any("Rådet" in one[0] and "återrapportering" in one[0] for one in read["deferred"])
    assert read["wait"] == ["46 dagar (Rådet: 46 dagar)", "46 days (Rådet: 46 days)"]


def test_a_proposal_says_so() -> None:
    assert data_of(head=", represents: proposal")["on_paper"] is True
    assert data_of()["on_paper"] is False


def test_topics_stand_under_what_they_are_part_of_and_principals_by_sort_and_name() -> None:
    data = data_of()
    assert [(one["id"], one["depth"]) for one in data["topics"]] == [("health", 0), ("children", 1)]
    assert [one["id"] for one in data["principals"]] == ["region", "ask", "berg", "dal"]


def test_a_topic_whose_parent_is_not_asked_for_stands_alone() -> None:
    found = loops(Org(loads(MODEL.format(more=CLOSED, seats=SEATED, head=""))), ["children"])
    assert [(one["id"], one["depth"]) for one in matrix_data(found)["topics"]] == [("children", 0)]


def test_columns_fold_only_within_a_sort_and_the_rest_are_called_others() -> None:
    data = data_of(seats=SEATED.replace(", {principal: dal}", ""))
    assert [(one["name"], one["members"]) for one in data["folds"]] == [
        ("Regionen", [0]),
        ("Dal", [3]),
        (["Ask och Berg", "Ask and Berg"], [1, 2]),
    ]
    more = MODEL.replace("topics:", "".join(f"  k{n}: {{{{kind: municipality}}}}\n" for n in range(3)) + "topics:", 1)
    seats = SEATED.replace("{principal: dal}", ", ".join(f"{{principal: k{n}}}" for n in range(3)))
    found = matrix_data(loops(Org(loads(more.format(more=CLOSED, head="", seats=seats)))))
    assert [one["name"] for one in found["folds"]][1:] == ["Dal", ["5 övriga kommuner", "5 other municipalities"]]


def test_what_is_said_of_many_in_the_same_words_stands_once() -> None:
    few = data_of()
    assert json.dumps(few) == json.dumps(data_of())
    assert few["cells"] == [[0, 1, 1, 1], [0, 1, 1, 1]]  # what is known of the region's own mandate sets it apart
    assert any(NAME in one for text in few["texts"] for one in text)


def test_the_ids_of_a_step_are_things_that_can_be_shown() -> None:
    found = county()
    data = matrix_data(found)
    read = behind(data, "health", "ask")
    assert {"council", "ask"} <= set(read["ids"][0])
    known = Org(loads(MODEL.format(more=CLOSED, seats=SEATED, head=""))).model.entities
    assert {one for ids in read["ids"] for one in ids} <= known.keys()
    assert "health" not in {one for ids in read["ids"] for one in ids}


def test_the_loops_carry_the_routes_that_route_itself_gives() -> None:
    org = Org(loads(MODEL.format(more="report_back: none", seats=SHARED, head="")))
    found = loops(org, certainty=Degree.REPORTED)
    assert len(found.routes) == len(found.cells)
    for cell, told in zip(found.cells, found.routes, strict=True):
        assert told == route(org, cell.principal, cell.topic)


def test_nothing_to_follow_is_data_too() -> None:
    empty = "remit: 1\nmodel: {id: e, title: e, as_of: 2020-01-01}\nprincipals: {a: {}}\n"
    data = matrix_data(loops(Org(loads(empty))))
    assert (data["topics"], data["cells"], data["routes"]) == ([], [], [])
    assert "ingen fråga" in data["closure"]["words"][0]


# -- missing links -------------------------------------------------------------------------------------------------


def called(identifier: str) -> Any:
    from remit.model.text import Text

    return Text(identifier.capitalize(), identifier.capitalize())


def test_alike_missing_links_are_one_and_others_stay_apart() -> None:
    cut = (
        Missing("a", "decision_step", "g", "a"),
        Missing("b", "decision_step", "g", "b"),
        Missing("g", "recommends_to", "a", "g"),
        Missing("g", "recommends_to", "b", "g"),
        Missing("g", "mandate", "t", "a"),
        Missing("g", "mandate", "t", "b"),
        Missing("t", "channel", "g", "a"),
    )
    links = gathered(cut)
    assert [(one.relation, one.from_, one.to) for one in links] == [
        ("decision_step", ("a", "b"), ("g",)),
        ("recommends_to", ("g",), ("a", "b")),
        ("mandate", ("g",), ("t",)),
        ("channel", ("t",), ("g",)),
    ]
    assert [said(one, {"t": "topic"}, called, "en") for one in links] == [
        "A step of decision in A, B for what G arrives at",
        "A recommendation from G to A, B",
        "Somebody in G with T in their mandate (can be arranged by A, B)",
        "A way for the topic T to G (can be arranged by A)",
    ]


def test_ends_that_are_nothing_in_the_model_have_words_and_many_are_counted() -> None:
    links = gathered(
        [
            Missing("?", "remit.topics", "t", "a"),
            Missing("g", "channel", "operations", "g"),
            Missing("g", "something_new", "x", ""),
            *(Missing(f"k{n}", "line", "decision", f"k{n}") for n in range(8)),
        ]
    )
    assert [said(one, {}, called, "sv") for one in links] == [
        "En grupp med T i sitt uppdrag (kan ordnas av A)",
        "En väg från G till verksamheten",
        "G: something_new X",
        "En linje hos 8 huvudmän fram till beslut",
    ]
    assert "K7" in said(links[-1], {}, called, "sv", None)

"""The numbers of the simulation: where each comes from, what changes them, and what is wrong with a file of them."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest
from tests.simulation.small import SEAT_ABOVE, SEAT_BELOW, org

import remit
from remit.graph.org import Org
from remit.model.files.problems import ModelErrors, UsageProblem
from remit.simulation import chance
from remit.simulation.build import build, draw
from remit.simulation.parameters import ParameterError, Parameters, load_parameters
from remit.simulation.parameters_texts import ORIGINS, TOLD, UNITS

ALL = load_parameters()


# -- what ships ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ALL.names)
def test_each_parameter_has_a_range_that_holds_its_value_words_in_both_languages_and_a_reason(name: str) -> None:
    one = ALL.get(name)
    assert one.low <= one.value <= one.high
    assert all(math.isfinite(number) for number in (one.low, one.value, one.high))
    assert all(text.strip() for text in (*one.text, *one.note))
    assert one.text.sv != one.text.en
    assert one.unit in UNITS
    assert one.origin in ORIGINS
    assert bool(one.sources) == (one.origin == "source")
    assert one.origin == "source" or one.low < one.high, "an assumption without a range is a claim"


def test_assumptions_are_those_that_no_source_gives() -> None:
    named = {one.name for one in ALL.assumptions()}
    assert {"line_days", "approve", "open_link"} <= named
    assert named.isdisjoint({"minutes_days", "election_years", "body_quorum"})
    assert len(named) == sum(one.origin == "assumption" for one in ALL)


SILENT = ("as_of: 2020-01-01", "as_of: 2020-01-01, coverage: {default: unknown}")
CHIEF = "functions:\n  chief: {principal: ask, mandates: [{powers: [decide], topics: [care]}]}\n"
TWIN = """\
  twin:
    level: near
    kind: officials
    territory: [region, ask]
    remit: {topics: [care]}
    seats: [region, ask]
"""
SEATS = f"    seats: [{{principal: region, mandate: {{powers: [recommend]}}}}{SEAT_ABOVE}]\n"
UNTOLD = "decision_step: unclear\n    report_back: unclear\n    introduction: unknown"
VARIETY: dict[str, list[tuple[str, str]]] = {
    "whole": [],
    "mixed, and of decisions little is told": [
        ("kind: political", "kind: mixed"),
        ("    unanimous: yes\n    way_on: none\n", ""),
        ("    meetings_per_year: 4\n", ""),
    ],
    "a way on": [("way_on: none", "way_on: back to the group")],
    "nobody is seated": [(SEAT_BELOW, ""), (SEAT_ABOVE, "")],
    "nothing comes back and nobody is introduced": [
        ("report_back: to the next meeting", "report_back: none\n    introduction: none")
    ],
    "introduced": [("report_back", "introduction: a day\n    report_back")],
    "unclear": [("report_back: to the next meeting", UNTOLD)],
    "many officials": [
        ("mandate: {powers: [recommend]}", "count: many, mandate: {powers: [recommend]}"),
        ("kind: political", "kind: officials"),
    ],
    "one group for all": [("topics: [care, small], powers: [discuss]", "topics: [small], powers: [discuss]")],
    "a function decides": [("groups:\n", CHIEF + "groups:\n")],
    "two groups side by side": [("  council:\n", TWIN + "  council:\n")],
    "seats that nobody tells": [SILENT, (SEATS, "")],
}


def prints(values: Parameters, changes: list[tuple[str, str]]) -> bytes:
    plan = build(org(*changes), values)
    draws = draw(plan, values, chance.key(1, 1), 12 * 365.25)
    parts = (plan.rows, plan.children, plan.stations, plan.classes, draws.sittings, draws.arrivals)
    arrays = [column for part in parts for column in part if isinstance(column, np.ndarray)]
    cost = [np.asarray(plan.extra[name]) for name in ("station_hours", "station_seats")]
    return b"".join(column.tobytes() for column in (*arrays, *cost))


@pytest.mark.parametrize("name", [one.name for one in ALL.uncertain()])
def test_each_parameter_moves_the_plan_or_what_is_drawn_in_some_structure(name: str) -> None:
    one = ALL.get(name)
    low, high = ALL.with_({name: one.low}), ALL.with_({name: one.high})
    assert any(prints(low, changes) != prints(high, changes) for changes in VARIETY.values())


# -- changing them in Python -----------------------------------------------------------------------------------


def test_other_values_make_other_parameters_and_leave_these_as_they_are() -> None:
    changed = ALL.with_(line_days=20, approve=0.9)
    assert (changed["line_days"], changed["approve"], ALL["line_days"]) == (20, 0.9, 14)
    assert [one.name for one in changed] == list(ALL.names)
    with pytest.raises(AttributeError):
        changed.items = ()  # type: ignore[misc]


def test_a_value_outside_its_range_widens_the_range() -> None:
    one = ALL.with_(line_days=100).get("line_days")
    assert (one.low, one.value, one.high) == (4, 100, 100)


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("line_day", 1, 'there is no parameter "line_day". Did you mean "line_days"?'),
        ("approve", 1.5, "1.5 is not possible. The value must lie between 0 and 1."),
        ("rounds", 1.5, "1.5 must be a whole number"),
        ("rounds", 0, "0 is not possible. The value must lie between 1 and 10."),
        ("line_days", math.nan, '"nan" is no number such as 50 or 2.5'),
        ("line_days", True, '"True" is no number such as 50 or 2.5'),
        ("spread", 0.5, "0.5 is not possible. The value must lie between 1 and 1000."),
    ],
)
def test_what_cannot_be_is_told_with_what_would_be_right(name: str, value: float, said: str) -> None:
    with pytest.raises(ParameterError) as caught:
        ALL.with_({name: value})
    assert str(caught.value) == said
    assert caught.value.text.sv != caught.value.text.en
    assert caught.value.render("sv") == caught.value.text.sv


def test_a_parameter_that_does_not_exist_is_told_with_the_nearest() -> None:
    with pytest.raises(ParameterError, match='Did you mean "approve"'):
        ALL["aprove"]
    assert "approve" in ALL
    assert "aprove" not in ALL


# -- what a model tells ----------------------------------------------------------------------------------------


def test_what_a_model_tells_of_a_group_is_a_parameter_with_its_source_and_a_range_has_its_middle() -> None:
    found = Org(remit.load("vasterbotten-2019").model)
    one = ALL.of(found).get("meetings:hs-samrad")
    assert (one.low, one.value, one.high, one.origin) == (2, 2.5, 3, "source")
    assert one.sources
    assert one.text.sv == "möten om året i Hälso- och sjukvårdssamrådet"
    assert one in ALL.of(found).uncertain()
    assert one not in ALL.of(found).assumptions()


def test_places_hours_and_the_chair_of_a_group_come_from_the_model_and_dates_need_no_number() -> None:
    told = "meeting_dates: [2020-02-03]\n    places_per_agenda: 9\n    meeting_hours: 2-4\n    chair: {term_years: 1-2}"
    used = ALL.of(org(("meetings_per_year: 4", told)))
    found = {one.name: (one.low, one.value, one.high) for one in used if ":" in one.name}
    assert found == {"places:council": (9, 9, 9), "hours:council": (2, 3, 4), "term:council": (1, 1.5, 2)}
    assert {name.partition(":")[0] for name in found} < set(TOLD)


def test_what_is_told_already_stays_when_a_model_is_asked_again() -> None:
    used = ALL.of(org()).with_({"meetings:council": 6})
    assert used.of(org())["meetings:council"] == 6
    assert used.of(org()) == used


def test_no_meetings_at_all_are_told_and_not_replaced_by_what_is_assumed() -> None:
    assert ALL.of(org(("meetings_per_year: 4", "meetings_per_year: 0")))["meetings:council"] == 0


# -- files -----------------------------------------------------------------------------------------------------


def written(tmp_path: Path, text: str, name: str = "own.yaml") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_of_ones_own_changes_some_and_says_why(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "remit: 1\nparameters:\n  line_days: 21\n"
        "  approve: {value: 0.9, low: 0.85, high: 0.95, source: minutes 2019#All decisions, why: counted}\n"
        "  stay_days: {value: 100, why: {sv: räknat, en: counted}}\n"
        "  lapse_days: {low: 300}\n"
        "  meetings:council: 6\n",
    )
    found = load_parameters(path)
    assert found["line_days"] == 21
    assert found.get("line_days").note.en == "Told in a file of one's own."
    approve = found.get("approve")
    assert (approve.low, approve.value, approve.high, approve.origin) == (0.85, 0.9, 0.95, "source")
    assert [str(source) for source in approve.sources] == ["minutes 2019#All decisions"]
    assert found.get("stay_days").note.sv == "räknat"
    assert found.get("stay_days").origin == "assumption"
    lapse = found.get("lapse_days")
    assert (lapse.low, lapse.value, lapse.high) == (300, 365, 730)
    assert found.of(org())["meetings:council"] == 6
    assert found["prepare_days"] == ALL["prepare_days"]
    assert [one.name for one in found][: len(ALL.names)] == list(ALL.names)


def test_a_source_of_ours_does_not_vouch_for_a_number_of_ones_own(tmp_path: Path) -> None:
    path = written(
        tmp_path, "remit: 1\nparameters:\n  election_years: {value: 3, low: 3, high: 4}\n  minutes_days: 20\n"
    )
    for one in (load_parameters(path).get("election_years"), load_parameters(path).get("minutes_days")):
        assert (one.origin, one.sources) == ("assumption", ())


def test_json_says_the_same(tmp_path: Path) -> None:
    path = written(tmp_path, '{"remit": 1, "parameters": {"line_days": {"value": 21}}}', "own.json")
    assert load_parameters(path)["line_days"] == 21


def test_everything_wrong_with_a_file_is_told_at_once_with_its_place_and_what_would_be_right(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "remit: 1\nparameters:\n"
        "  line_day: 3\n"
        "  approve: 1.5\n"
        "  rounds: 2.5\n"
        "  stay_days: many\n"
        "  home_days: {value: 100, high: 50}\n"
        "  lapse_days: {low: 9, high: 5}\n"
        "  down_days: {valu: 3}\n"
        "  spread: [1]\n"
        "  meeting:council: 4\n",
    )
    with pytest.raises(ModelErrors) as caught:
        load_parameters(path)
    change = "Change the value or the range (low, high)."
    order = "Write the least first (low) and the greatest last (high)."
    lines = caught.value.render("en").replace(f"{path}:", "").splitlines()
    assert lines == [
        '3:3: parameters: there is no parameter "line_day". Did you mean "line_days"?',
        "4:12: parameters.approve: 1.5 is not possible. The value must lie between 0 and 1.",
        "5:11: parameters.rounds: 2.5 must be a whole number",
        '6:14: parameters.stay_days: "many" is no number such as 50 or 2.5',
        f"7:22: parameters.home_days.value: the value 100 lies outside the range 10 to 50. {change}",
        f"8:15: parameters.lapse_days: the range 9 to 5 goes backwards. {order}",
        lines[6],
        lines[7],
        '11:3: parameters: there is no parameter "meeting:council".' + lines[8].partition('council".')[2],
    ]
    assert lines[6].startswith('9:15: parameters.down_days: there is no key "valu". Did you mean "value"?')
    assert lines[7].startswith("10:11: parameters.spread: ")
    assert caught.value.render("sv") != caught.value.render("en")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("parameters: {}\n", "remit"),
        ("remit: 2\nparameters: {}\n", "remit"),
        ("remit: 1\n", 'the key "parameters" is missing'),
        ("remit: 1\nparameters: [1]\n", "parameters"),
        ("- 1\n", "a mapping"),
        ("", 'the key "parameters" is missing'),
    ],
)
def test_a_file_that_is_no_file_of_parameters_is_refused_with_its_place(tmp_path: Path, text: str, said: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(ModelErrors) as caught:
        load_parameters(path)
    assert str(path) in caught.value.render("en")
    assert said in caught.value.render("en")


def test_a_file_that_is_not_there_is_told() -> None:
    with pytest.raises(UsageProblem):
        load_parameters("no-such-file.yaml")


# -- the public form -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_public_form_has_the_number_its_range_its_origin_and_the_reason(lang: str) -> None:
    found = {one["name"]: one for one in ALL.to_dict(lang)}
    one = found["minutes_days"]
    assert (one["value"], one["low"], one["high"], one["unit"], one["origin"]) == (14, 1, 14, "days", "source")
    assert one["sources"] == ["Kommunallagen (2017:725)#5 kap."]
    assert one["text"] == ALL.get("minutes_days").text.get(lang)
    assert list(ALL.to_frame(lang)["name"]) == list(ALL.names)
    assert repr(ALL).startswith(f"<Parameters: {len(ALL.names)}")

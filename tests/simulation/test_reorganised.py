"""The flow of a reorganisation: paired, at both ends of what is open, and whether the conclusion survives."""

from __future__ import annotations

from typing import Any

import pytest
from tests.simulation.small import org, parameters, text

from remit.api import Organisation, reorganised, start
from remit.model.changes import Change, Scenario
from remit.model.files import loads
from remit.simulation.outcome import Comparison, simulate
from remit.simulation.plan import Start
from remit.simulation.reorganised import Flow, replace_ids

RUN: dict[str, Any] = {"years": 8.0, "replications": 8, "seed": 2}
UNCLEAR = ("mandate: {powers: [discuss, take_home]}", "mandate: unclear")
"""Nobody can tell whether anybody in the local group owns a matter: step 2 is open, all else is closed."""


def told(*changes: Change, starts: tuple[Start, ...] = (), unclear: bool = True, **more: Any) -> Flow:
    model = loads(text(UNCLEAR) if unclear else text())
    scenario = Scenario.of(id="new", title="New", changes=list(changes))
    found = Organisation(model).reorganise(scenario, attribute=False)
    numbers = parameters(matters_per_year=1.0, group_places=1000.0)
    return reorganised(found, starts=starts, parameters=numbers, with_tornado=False, **RUN | more).flow


OWNED = [
    Change.of("set", {"of": seat, "mandate": {"powers": ["discuss", "take_home"]}}, reason="it must be clear")
    for seat in ("local:region", "local:ask")
]


# a matter that can be settled near the citizen, so that the local group is its only way
BEGIN = start("clinics", "small", "ask", a_year=6.0)


def test_with_nothing_of_what_is_open_matters_stop_there_and_with_all_of_it_they_go_as_if_it_were_told() -> None:
    flow = told(*OWNED, starts=(BEGIN,))
    nothing, everything = flow.ends(0)
    assert nothing.first.of_start(BEGIN.id, "arrived").max() == 0
    numbers = parameters(matters_per_year=1.0, group_places=1000.0, open_link=1.0)
    closed = simulate(org(), parameters=numbers, starts=[BEGIN], **RUN)
    arrived = everything.first.of_start(BEGIN.id, "arrived")
    assert arrived.tolist() == closed.of_start(BEGIN.id, "arrived").tolist()
    assert arrived.min() > 0
    assert everything.difference(1, "waited", BEGIN.id).verdict in ("same", "unsure")
    assert nothing.difference(1, "waited", BEGIN.id).verdict == "better"


def test_structures_are_paired_and_one_that_is_not_changed_is_the_same() -> None:
    flow = told(Change.of("set", {"of": "council", "note": "nothing else"}, reason="none"), unclear=False)
    pair = flow.pair(0)
    assert isinstance(pair, Comparison)
    assert pair.difference(1, "waited").verdict == "same"
    assert flow.survives(0) == "none"


def test_what_repairs_an_open_link_is_unsure_to_repair_anything_since_the_link_may_have_been_there() -> None:
    flow = told(*OWNED, starts=(BEGIN,))
    assert flow.in_both(0) == [BEGIN]
    assert flow.verdict(flow.pair(0), BEGIN.id) == "better"
    assert flow.survives(0, BEGIN.id) == "unsure"
    (scenario,) = flow.to_dict("en")["scenarios"]
    assert scenario["starts"][0]["conclusion_at_the_ends"] == "unsure"
    # the share that stops before stops at step 2, whose link is open
    assert "2" in scenario["starts"][0]["stops"]["before"]
    assert "2" not in scenario["starts"][0]["stops"]["after"]


def test_a_start_follows_what_it_names_under_other_names() -> None:
    found = replace_ids(Start("x", "care", "clinics", "ask"), {"ask": "askby", "care": "health"})
    assert found == Start("x", "health", "clinics", "askby")


@pytest.mark.parametrize(
    ("base", "ends", "wanted"),
    [
        ("better", ("better", "better"), "holds"),
        ("worse", ("worse", "worse"), "holds"),
        ("better", ("better", "worse"), "turns"),
        ("better", ("unsure", "worse"), "turns"),
        ("better", ("better", "unsure"), "unsure"),
        ("worse", ("same", "worse"), "unsure"),
        ("unsure", ("better", "worse"), "none"),
        ("same", ("same", "same"), "none"),
    ],
)
def test_a_conclusion_holds_turns_or_becomes_unsure(base: str, ends: tuple[str, str], wanted: str) -> None:
    class Said(Flow):
        def pair(self, scenario: int) -> Any:
            return base

        def ends(self, scenario: int) -> Any:
            return ends

        def verdict(self, of: Any, start: str = "") -> Any:
            return of

    assert Said.survives(object.__new__(Said), 0) == wanted

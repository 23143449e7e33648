"""What results owe to facts that nobody tells: against chances that are known, and what whole simulations do."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from tests.simulation.small import org, parameters

from remit.simulation.outcome import Comparison, Simulation, compare, simulate
from remit.simulation.outcome.facts import facts
from remit.simulation.outcome.intervals import estimate, unseen
from remit.simulation.parameters import Parameters

DECIDES = "mandates: [{powers: [decide], topics: [care]}]"
POSTS = f"functions:\n  chief: {{principal: ask, {DECIDES}}}\n  head: {{principal: region, {DECIDES}}}\n"
CHIEFS = ("groups:\n", f"{POSTS}groups:\n")
OPEN = ("    report_back", "    decision_step: unclear\n    report_back")
"""Whether anything of the council comes to a decision is left open."""
FEW = ("    meetings_per_year: 4", "    meetings_per_year: 9")
CERTAIN = {
    "spread": 1.0, "cancelled": 0.0, "group_quorum": 0.0, "attendance": 1.0, "returned": 0.0, "approve": 1.0,
    "new_return_introduced": 0.0, "new_return_without": 0.0, "group_places": 1000.0, "matters_per_year": 2.0,
}  # fmt: skip
RUN: dict[str, Any] = {"years": 4, "warm_up": 0.0, "follow": 3, "topics": ["care"]}


def used(**values: float) -> Parameters:
    return parameters(**(CERTAIN | values))


def run(
    *changes: tuple[str, str], replications: int = 8, engine: str = "plain", seed: int = 1, **values: float
) -> Simulation:
    numbers, kind = used(**values), {"engine": engine, **RUN}
    return simulate(org(CHIEFS, *changes), replications=replications, seed=seed, parameters=numbers, **kind)


def test_what_matters_could_do_in_a_replication_is_what_they_did() -> None:
    found = run(OPEN, replications=12)
    assert found.facts is not None
    could = found.facts.share(found.weights[0])
    assert set(could) == {0.0, 1.0}
    assert found.of("arrived").tolist() == could.tolist()
    assert found.facts.unseen(found.weights[0]) == (0.0, 0.0)


def test_how_likely_matters_are_to_get_all_the_way_is_the_product_of_what_they_meet() -> None:
    # two answers of 0.8, both needed; a matter that is rejected is not raised again
    found = run(approve=0.8, raised_again=0.0)
    assert found.facts is not None
    assert found.facts.share(found.weights[0]) == pytest.approx(np.full(8, 0.64))
    again = run(approve=0.8, raised_again=0.5, generations=1)
    assert again.facts is not None
    # once more for half of the others, again at 0.64 + what a third attempt would bring: at most so often as it moves
    assert (again.facts.share(again.weights[0]) >= 0.64 + 0.36 * 0.5 * 0.64 - 1e-9).all()
    assert again["arrived"].mean == pytest.approx(0.64 + 0.36 * 0.5 * 0.64, abs=0.05)


def test_a_possibility_that_no_replication_shows_makes_the_interval_wider() -> None:
    seldom, often = run(OPEN, open_link=0.001), run(OPEN, open_link=0.999)
    assert set(seldom.of("arrived")) == {0.0}
    assert set(often.of("arrived")) == {1.0}
    low, high = seldom["arrived"], often["arrived"]
    assert (low.low, low.high) == (0.0, pytest.approx(unseen(8)))
    assert (high.low, high.high) == (pytest.approx(1 - unseen(8)), 1.0)
    stopped = seldom["stopped"]
    assert stopped.low == pytest.approx(estimate(seldom.of("stopped")).low - unseen(8))
    waited = often["waited"]
    assert waited.high > waited.mean + 0.9 * unseen(8) * 3 * 365.25
    assert seldom.part("principal", "ask", "arrived").high == pytest.approx(unseen(8))
    # nothing is left open there, or it is told to be missing: nothing else can be
    assert run()["arrived"].high == run()["arrived"].low
    none = run(("    report_back", "    decision_step: none\n    report_back"))
    assert (none["arrived"].low, none["arrived"].high) == (0.0, 0.0)


def test_a_difference_has_room_for_what_one_of_the_structures_leaves_open_and_none_for_what_both_do() -> None:
    run_: dict[str, Any] = {**RUN, "replications": 8, "engine": "plain", "parameters": used(open_link=0.001)}
    told, silent, more = org(CHIEFS), org(CHIEFS, OPEN), org(CHIEFS, OPEN, FEW)
    apart = compare([told, silent], **run_).difference(1, "arrived")
    assert apart.paired.mean == -1
    assert (apart.paired.low, apart.paired.high) == (-1, pytest.approx(-1 + unseen(8)))
    assert apart.verdict == "worse"
    # meetings are more, the open link is the same: whatever is true, it is true in both
    alike = compare([silent, more], **run_).difference(1, "arrived")
    assert (alike.paired.low, alike.paired.high, alike.verdict) == (0.0, 0.0, "same")
    closed = org(CHIEFS, ("    report_back", "    decision_step: none\n    report_back"))
    # nothing arrives in either, but in one it may: not the same
    maybe = compare([closed, silent], **run_).difference(1, "arrived")
    assert (maybe.paired.mean, maybe.verdict) == (0.0, "unsure")


def test_that_the_spread_comes_from_what_nobody_tells_is_told_in_both_languages() -> None:
    found = run(OPEN, replications=12)
    (note,) = [note for note in found.notes if "what the sources do not say" in note.en]
    assert "(100% of the variance" in note.en
    assert "från 0 till 100 %" in note.sv
    seldom = run(OPEN, open_link=0.001)
    (note,) = [note for note in seldom.notes if "Intervals are widened" in note.en]
    assert note.en.startswith("100 of 100 matters could get all the way in none of the 8 runs")
    assert "i någon av de 8 körningarna" in note.sv
    often = run(OPEN, open_link=0.999)
    assert any("had all the links that they need in each of the 8 runs" in note.en for note in often.notes)
    assert not any("links" in note.en for note in run(approve=0.7).notes)
    told = found.to_dict("en")["open_links"]
    assert (told["share_of_variance"], told["least"], told["most"]) == (1.0, 0.0, 1.0)


def test_a_structure_too_large_to_look_through_has_the_interval_of_its_replications(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("remit.simulation.outcome.facts.CELLS", 10)
    found = run(OPEN, open_link=0.001)
    assert found.facts is None
    assert (found["arrived"].low, found["arrived"].high) == (0.0, 0.0)
    assert found.to_dict("en")["open_links"] is None


# -- what the intervals promise -------------------------------------------------------------------------------


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("chance", [1 / 16, 0.3])
def test_where_an_open_link_decides_intervals_hold_its_chance_and_a_structure_does_not_differ_from_itself(
    chance: float,
) -> None:
    """400 trials of ten replications against the closed form, and against 400 others with seeds of their own."""
    trials, each = 400, 10
    whole = run(OPEN, replications=2 * trials * each, engine="compiled", open_link=chance)
    arrived = whole.of("arrived")
    assert set(arrived[np.isfinite(arrived)]) == {0.0, 1.0}  # in a few no matter was raised
    known = facts(whole.plan, 1, 2 * trials * each)
    assert known is not None
    groups = []
    for number in range(2 * trials):
        some = replace(whole, values=whole.values[number * each : (number + 1) * each])
        some.__dict__["facts"] = replace(known, likely=known.likely[:, number * each : (number + 1) * each])
        groups.append(some)
    held = sum(one["arrived"].low <= chance <= one["arrived"].high for one in groups) / len(groups)
    # 800 trials give 95 % to within 1.6 % (95 % of the time); more than that is no fault
    assert held >= 0.934
    apart = [
        Comparison((one, other)).difference(1, "arrived")
        for one, other in zip(groups[:trials], groups[trials:], strict=True)
    ]
    zero = sum(one.paired.low <= 0 <= one.paired.high for one in apart) / trials
    assert zero >= 0.928  # 400 trials: 95 % less 2.2 %


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_a_structure_with_seeds_of_its_own_differs_from_itself_by_luck_in_one_of_twenty() -> None:
    trials, each = 400, 8
    values = simulate(org(CHIEFS), replications=2 * trials * each, years=4, parameters=parameters(matters_per_year=3.0))
    groups = values.of("waited").reshape(2 * trials, each)
    apart = [estimate(a - b) for a, b in zip(groups[:trials], groups[trials:], strict=True)]
    zero = sum(one.low <= 0 <= one.high for one in apart) / trials
    assert 0.928 <= zero <= 0.985

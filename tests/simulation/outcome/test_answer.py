"""The answer in words: every interval has its level and unit, and one run is not told as many."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.simulation import known

from remit.model.text import Text
from remit.simulation.outcome.compare import Comparison, compare
from remit.simulation.outcome.intervals import estimate
from remit.simulation.outcome.measures import MEASURES, OF_MATTERS
from remit.simulation.outcome.run import simulate
from remit.simulation.outcome.tornado import tornado
from remit.simulation.sweep import sweep
from remit.views import simulation_text, simulation_words
from remit.views.pages import simulation


@pytest.fixture(scope="module")
def two() -> Comparison:
    fewer = known.local(("meetings_per_year: 12", "meetings_per_year: 6"))
    return compare([known.local(), fewer], years=4, replications=4, engine="plain", parameters=known.quiet(approve=0.8))


def test_an_interval_of_the_answer_has_its_level_and_that_of_days_its_unit(two: Comparison) -> None:
    level, _, difference = (text.sv for text in simulation_words.answer(two)[:3])
    assert "(95 % konfidensintervall " in level.replace("\u00a0", " ")
    assert "(95 % konfidensintervall +" in difference.replace("\u00a0", " ")
    assert " dagar)" in difference
    english = simulation_words.answer(two)[2].en
    assert "(95% confidence interval +" in english
    assert " days)" in english


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_single_run_is_told_as_one_and_without_empty_brackets(lang: str) -> None:
    orgs = [known.local(), known.local(("meetings_per_year: 12", "meetings_per_year: 6"))]
    found = compare(orgs, years=2, replications=1, engine="plain", parameters=known.quiet())
    text = " ".join(simulation_text.render(found, lang).split())
    for wrong in ("()", "( ", "1 gånger", "1 times", "de 1 ", "the 1 "):
        assert wrong not in text
    assert {"sv": "En enda körning", "en": "A single run"}[lang] in text


def test_a_short_time_is_not_told_as_no_time() -> None:
    day = simulation_words.YEAR
    assert [simulation_words.years(days * day).sv for days in (0.048, 0.0048, 0.4, 1, 2.4, 12)] == [
        "0,05",
        "0,005",
        "0,4",
        "1",
        "2,4",
        "12",
    ]


def test_differences_between_shares_are_told_to_be_in_percentage_points_where_there_are_any(two: Comparison) -> None:
    alone = Comparison(two.simulations[:1])
    for lang, points in (("sv", "procentenheter"), ("en", "percentage points")):
        assert points in " ".join(simulation_text.render(two, lang).split())
        assert points in simulation.render(two, lang)
        assert points not in simulation_text.render(alone, lang)


def test_of_several_structures_it_is_told_which_conclusion_the_assumptions_were_tried_on(two: Comparison) -> None:
    first, second = two.simulations
    swings = tornado(
        [known.local(), known.local(("meetings_per_year: 12", "meetings_per_year: 6"))],
        years=3,
        replications=2,
        engine="plain",
        parameters=known.tried(known.quiet(), "approve"),
    )
    found = Comparison((first, second, replace(second, title=Text("tredje", "third"))), swings)
    assert simulation_words.rests(found)[1].sv.startswith("tredje mot local (1): ")
    assert not simulation_words.rests(Comparison((first, second), swings))[1].sv.startswith("local")


def test_what_is_of_the_whole_structure_is_told_where_only_some_matters_are_counted() -> None:
    org = known.local()
    found = compare([org], years=2, replications=2, topics=("small",), engine="plain", parameters=known.quiet())
    told = " ".join(text.en for text in simulation_words.head(found))
    for one in MEASURES.values():
        if not one.matters:
            assert WHOLE[one.name] in told, one.name


WHOLE = {
    "decisions": "decisions",
    "meeting_hours": "hours",
    "preparation_hours": "hours",
    "hours_each": "hours",
    "queue": "Queues",
    "queue_greatest": "Queues",
    "inside": "Queues",
    "returned": "returns",
    "copies": "copies",
    "again": "raised again",
    "rejected": "say no",
    "lapsed": "never come",
    "cancelled": "meetings",
}


def test_no_interval_of_a_level_reaches_beyond_what_the_measure_can_be() -> None:
    run: dict[str, Any] = {"years": 3, "replications": 3}
    run["parameters"] = known.quiet(approve=0.5, matters_per_year=1)
    org = known.council(2)
    alone, swept = (
        simulate(org, **run),
        sweep([org], {"stay_days": (30.0,)}, **run),
    )
    some = known.tried(run["parameters"], "approve", "stay_days")
    tried = tornado([org], measure="arrived", **{**run, "parameters": some})
    told = [(name, one) for name in MEASURES for one in (alone[name], swept.at(0, name))]
    told += [("arrived", end.level) for swing in tried.swings for end in (swing.low, swing.high)]
    told += [(name, alone.part("topic", "care", name)) for name in OF_MATTERS]
    for name, one in told:
        if one.n > 1:
            assert one.low >= 0, name
            assert one.high <= 1 or MEASURES[name].unit != "share", name


def test_the_page_tells_every_assumption_that_was_tried_also_where_an_end_could_not_be_computed(
    two: Comparison,
) -> None:
    numbers = known.tried(known.quiet(approve=0.8), "approve")
    tried = tornado([known.local()], years=2, replications=2, engine="plain", parameters=numbers)
    swing = tried.swings[0]
    none = replace(swing, low=replace(swing.low, level=estimate([])))
    assert (
        simulation.render(Comparison(two.simulations[:1], replace(tried, swings=(none,))), "en").count("swing-row") > 1
    )

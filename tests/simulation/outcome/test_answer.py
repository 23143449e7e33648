"""The answer in words: every interval has its level and unit, and one run is not told as many."""

from __future__ import annotations

import pytest
from tests.simulation import known

from remit.simulation.outcome.compare import Comparison, compare
from remit.views import simulation_text, simulation_words


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

"""A simulation as a page, in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from tests.simulation.outcome.conftest import busy
from tests.simulation.outcome.counties import county

from remit.simulation.outcome import Comparison, compare, tornado
from remit.simulation.parameters import Parameters, load_parameters
from remit.views.pages import simulation as page

Open = Callable[..., Any]


def many() -> Parameters:
    """Enough ranges that the tornado is folded, and hardly any replication of each."""
    numbers = busy()
    shipped = load_parameters()
    return Parameters(tuple(shipped.get(one.name) if n < 20 else one for n, one in enumerate(numbers.items)))


@pytest.fixture(scope="module")
def html() -> str:
    orgs = [county(), county("after", meetings=8)]
    run: dict[str, Any] = {"years": 3, "engine": "plain", "parameters": many()}
    found = compare(orgs, replications=3, **run)
    return page.render(replace(found, tornado=tornado(orgs, replications=2, **run)))


@pytest.fixture(scope="module")
def one() -> str:
    found: Comparison = compare([county()], replications=2, years=3, engine="plain")
    return page.render(found)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_axe_objects_to_nothing_and_nothing_is_asked_for(open_page: Open, html: str, lang: str, dark: bool) -> None:
    opened = open_page(html, dark=dark)
    if lang == "en":
        opened.page.click("#language")
    assert opened.violations() == []
    opened.page.click("#more")
    for summary in opened.page.locator("summary").all():
        summary.click()
    assert opened.violations() == []
    assert (opened.requests, opened.console) == ([], [])


@pytest.mark.parametrize("width", [1400, 390])
def test_nothing_is_wider_than_the_screen(open_page: Open, html: str, one: str, width: int) -> None:
    for text in (html, one):
        opened = open_page(text, width=width, height=844)
        assert opened.page.evaluate("document.documentElement.scrollWidth") <= width
        assert opened.violations() == []


def test_the_language_switches_texts_and_figures_in_the_pictures(open_page: Open, html: str) -> None:
    opened = open_page(html)
    chart = opened.page.locator(".wide svg.curves text:visible")
    assert "år efter att ärendet väcktes" in chart.all_text_contents()
    assert opened.page.locator("#answer-title").inner_text() == "Svaret"
    opened.page.click("#language")
    assert "years after the matter was raised" in chart.all_text_contents()
    assert opened.page.locator("#answer-title").inner_text() == "The answer"
    assert opened.page.title().startswith("The way of matters")


def test_the_flow_narrows_where_matters_stop_and_each_step_is_told_in_words(open_page: Open, html: str) -> None:
    opened = open_page(html)
    flow = opened.page.locator(".flow").first
    assert flow.locator("li").count() == 9
    assert flow.locator("li svg.band").count() == 9
    assert "kommer hit" in flow.locator("li").first.inner_text()
    assert "av 100 kommer hela vägen" in flow.locator("li.end").inner_text()


def test_the_tornado_folds_what_moves_least_and_unfolds_at_a_press(open_page: Open, html: str) -> None:
    opened = open_page(html)
    rows = opened.page.locator(".swing-row:not(.swing-head)")
    shown = [row for row in rows.all() if row.is_visible()]
    assert len(shown) == page.SWINGS_SHOWN < rows.count()
    opened.page.click("#more")
    assert all(row.is_visible() for row in rows.all())
    assert opened.page.locator("#more").count() == 0


def test_a_telephone_gets_curves_of_its_own(open_page: Open, html: str) -> None:
    opened = open_page(html, width=390, height=844)
    assert opened.page.locator(".narrow svg").is_visible()
    assert not opened.page.locator(".wide svg").is_visible()

"""The report of a reorganisation with its flow, in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tests.simulation.small import org, parameters

from remit.api import Organisation, reorganised, start
from remit.model.changes import Change, Scenario
from remit.views.pages import reorganise as page

Open = Callable[..., Any]


@pytest.fixture(scope="module")
def html() -> str:
    more = Change.of("set", {"of": "council", "meetings_per_year": 8}, reason="Ärenden ska inte vänta.")
    scenario = Scenario.of(id="more", title="Fler möten", changes=[more])
    found = Organisation(org().model).reorganise(scenario, attribute=False)
    run: dict[str, Any] = {"years": 4.0, "replications": 3, "with_tornado": False}
    starts = [start("clinics", "care", "ask")]
    flow = reorganised(found, starts=starts, parameters=parameters(matters_per_year=4.0), **run).flow
    return page.render(found, flow=flow)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(("width", "height"), [(1400, 900), (390, 844)])
def test_it_is_accessible_asks_for_nothing_and_fits(
    open_page: Open, html: str, width: int, height: int, dark: bool
) -> None:
    opened = open_page(html, width=width, height=height, dark=dark)
    opened.page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert opened.violations() == []
    assert (opened.requests, opened.console) == ([], [])
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_share_that_arrives_stands_among_the_first_figures_and_the_flow_before_the_changes(
    open_page: Open, html: str
) -> None:
    opened = open_page(html)
    assert "simulerat" in opened.page.locator(".tile").last.inner_text()
    assert opened.page.locator(".sentences p").count() == 7  # findings, loops, hours; then of the flow
    ids = [one.get_attribute("id") for one in opened.page.locator("section.chapter").all()]
    assert ids[:4] == ["brief", "certain", "flow", "rests"]
    assert "clinics" in opened.page.locator("#flow").inner_text()


def test_the_flow_is_told_in_english_too(open_page: Open, html: str) -> None:
    opened = open_page(html)
    opened.page.locator("#language").click()
    told = opened.page.locator("#rests").inner_text()
    assert "Nothing of it exists" in told
    assert "antaganden" not in told

"""The report of a reorganisation as a page, in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import remit
from remit.model.changes import Change, Scenario
from remit.model.text import Text
from remit.queries.reorganise import Reorganisation
from remit.queries.reorganise.records import Fate
from remit.views.pages import reorganise as page

Open = Callable[..., Any]

ONE = Scenario.of(
    id="simpler",
    title=Text("Förenklad länsnivå", "A simpler county level"),
    changes=[
        Change.of("dissolve", "lbu", reason=Text("Två grupper gör samma sak.", "Two groups do the same.")),
        Change.of("set", {"of": "lsg", "meetings_per_year": 4, "meeting_hours": 3}, reason="<b>oftare</b> & längre"),
    ],
)
OTHER = Scenario.of(
    id="more",
    title=Text("En grupp till", "One more group"),
    changes=[
        Change.of(
            "create",
            {"groups": {"new": {"name": "Rådet", "level": "regional", "assignment": "none", "seats": ["landstinget"]}}},
            reason="Unga ska höras.",
        )
    ],
)


@pytest.fixture(scope="module")
def found() -> Reorganisation:
    return remit.load("vasterbotten-2017").reorganise(ONE, meeting_hours=2)


@pytest.fixture(scope="module")
def html(found: Reorganisation) -> str:
    return page.render(found)


@pytest.fixture(scope="module")
def several() -> str:
    return page.render(remit.load("vasterbotten-2017").reorganise(ONE, OTHER), "en")


def test_the_same_reorganisation_gives_the_same_bytes(found: Reorganisation, html: str) -> None:
    assert page.render(found) == html


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


def test_several_scenarios_are_accessible_and_stand_side_by_side_first(open_page: Open, several: str) -> None:
    opened = open_page(several)
    opened.page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert opened.violations() == []
    heads = opened.page.locator("h2").all_inner_texts()
    assert heads == ["The scenarios side by side", "A simpler county level", "One more group"]
    columns = opened.page.locator("#side-by-side thead").first.locator("th").all_inner_texts()
    assert columns == ["Measure", "A simpler county level", "One more group"]


def test_the_answer_in_figures_and_sentences_comes_first_and_fits_the_first_screen(
    open_page: Open, found: Reorganisation, html: str
) -> None:
    opened = open_page(html)
    counts = found.outcomes[0].counts()
    tiles = opened.page.locator(".tile")
    assert tiles.first.locator(".figure b").all_inner_texts() == [
        str(counts[one]) for one in ("cleared", "kept", "new")
    ]
    gone = sum(one.gone for one in found.outcomes[0].of(Fate.CLEARED))
    assert gone
    assert f"varav {gone} med det som de gällde" in tiles.first.locator(".figure").first.inner_text()
    sentences = opened.page.locator(".sentences p")
    assert sentences.count() == 3
    box = sentences.last.bounding_box()
    assert box["y"] + box["height"] < 900


def test_the_bars_are_as_long_as_the_shares(open_page: Open, found: Reorganisation, html: str) -> None:
    opened = open_page(html)
    loops = found.outcomes[0].loops
    assert loops.before is not None
    low, high = loops.before.closure
    told = opened.page.locator(".bar").first.locator("rect")
    assert float(told.nth(0).get_attribute("width")) == pytest.approx(low * 100, abs=1e-3)
    assert float(told.nth(1).get_attribute("width")) == pytest.approx((high - low) * 100, abs=1e-3)


def test_each_change_has_its_reason_and_what_it_does(open_page: Open, html: str) -> None:
    opened = open_page(html)
    first = opened.page.locator("#change-1")
    assert "Avvecklar Länsgrupp barn och unga (LBU)" in first.locator("h3").inner_text()
    assert "Två grupper gör samma sak." in first.inner_text()
    assert first.locator(".finding.cleared").count() > 0
    assert "STR201" in first.inner_text()


def test_what_a_scenario_writes_stands_as_text(open_page: Open, html: str) -> None:
    opened = open_page(html)
    assert "<b>oftare</b> & längre" in opened.page.locator("#change-2").inner_text()


def test_no_fate_is_told_by_colour_alone(open_page: Open, html: str) -> None:
    opened = open_page(html)
    for finding in opened.page.locator(".finding").all()[:20]:
        assert finding.locator(".fate").inner_text().strip()
        assert finding.locator(".sign").inner_text().strip()


def test_the_language_can_be_switched(open_page: Open, html: str) -> None:
    opened = open_page(html)
    opened.page.locator("#language").click()
    assert opened.page.locator("html").get_attribute("lang") == "en"
    assert opened.page.title().startswith("Reorganisation:")
    assert "Change by change" in opened.page.locator("main").inner_text()
    assert "Ändring för ändring" not in opened.page.locator("main").inner_text()
    assert opened.violations() == []


def test_a_link_to_a_folded_chapter_opens_it(open_page: Open) -> None:
    whole = remit.load("vasterbotten-2017").what_if(["lsg", "lbu", "ac-konsensus"])
    opened = open_page(page.render(whole))
    assert opened.page.locator("#cleared details").count() == 1
    opened.page.locator("nav a[href='#cleared']").click()
    opened.page.wait_for_selector("#cleared details[open]")


def test_on_paper_everything_is_unfolded_and_folds_again(open_page: Open, html: str) -> None:
    opened = open_page(html)
    closed = opened.page.locator("details:not([open])").count()
    assert closed > 0
    opened.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert opened.page.locator("details:not([open])").count() == 0
    opened.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert opened.page.locator("details:not([open])").count() == closed

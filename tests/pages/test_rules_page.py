"""The catalogue as a page, in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from remit.model.text import Text
from remit.queries.cases import cases_of
from remit.queries.catalogue import catalogue
from remit.queries.rule import Rule
from remit.views.pages import rules as page

Open = Callable[..., Any]
RULES = [rule for rule, _ in catalogue().values()]
CASES = {rule.code: cases_of(f"{rule.code}_{rule.name.replace('-', '_')}") for rule in RULES}


@pytest.fixture(scope="module")
def html() -> str:
    return page.render(RULES, CASES)


def codes(opened: Any) -> list[str]:
    return opened.page.eval_on_selector_all(
        "article", "all => all.filter(one => one.checkVisibility()).map(one => one.id)"
    )


def test_the_same_rules_give_the_same_bytes(html: str) -> None:
    assert page.render(list(reversed(RULES)), CASES) == html


def test_it_asks_for_nothing_and_says_nothing_on_the_console(open_page: Open, html: str) -> None:
    opened = open_page(html)
    assert sorted(codes(opened)) == sorted(rule.code for rule in RULES)
    assert (opened.requests, opened.console) == ([], [])


def test_the_policy_refuses_scripts_and_requests_that_are_not_its_own(open_page: Open, html: str) -> None:
    opened = open_page(
        html.replace("</main>", "<img src='https://example.org/x.png'><script>document.title = 'no'</script></main>")
    )
    assert opened.page.title() == "Remit: regelkatalog"
    assert opened.refused == {"https://example.org/x.png": "csp"}
    assert len(opened.console) >= 2


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_axe_objects_to_nothing(open_page: Open, lang: str, dark: bool) -> None:
    few = [rule for rule in RULES if rule.code in ("MAN101", "STR201", "SRC901")]
    opened = open_page(page.render(few, CASES, lang), dark=dark)
    assert opened.violations() == []
    opened.page.click("article details summary")
    assert opened.violations() == []


def test_words_narrow_what_is_shown_and_are_found_in_either_language(open_page: Open, html: str) -> None:
    opened = open_page(html)
    opened.page.fill("#search", "ORDFÖRANDE")
    found = codes(opened)
    assert "ROB602" in found
    assert len(found) < len(RULES)
    assert opened.page.inner_text("#count").startswith(f"{len(found)} av {len(RULES)}")
    opened.page.fill("#search", "rob602 chair")
    assert codes(opened) == ["ROB602"]
    opened.page.fill("#search", "xyzzy")
    assert codes(opened) == []
    assert opened.page.is_visible("#none")
    assert not opened.page.is_visible("section h2")


def test_a_severity_can_be_left_out(open_page: Open, html: str) -> None:
    opened = open_page(html)
    opened.page.uncheck("input[value=warning]")
    assert set(codes(opened)) == {rule.code for rule in RULES if rule.severity != "warning"}


def test_the_language_is_switched_on_the_page(open_page: Open, html: str) -> None:
    opened = open_page(html)
    assert "Grupp utan uppdrag" in opened.page.inner_text("#MAN101")
    opened.page.click("#language")
    shown = opened.page.inner_text("#MAN101")
    assert "Group without" in shown
    assert "Grupp utan uppdrag" not in shown
    assert opened.page.evaluate("document.documentElement.lang") == "en"
    assert opened.page.title() == "Remit: catalogue of rules"


def test_a_link_to_a_rule_opens_it(open_page: Open, html: str) -> None:
    opened = open_page(html, fragment="#STR201")
    assert opened.page.eval_on_selector("#STR201 details", "one => one.open")
    assert opened.page.eval_on_selector("#STR201", "one => Math.abs(one.getBoundingClientRect().top)") < 50


def test_everything_is_reached_by_keyboard(open_page: Open, html: str) -> None:
    opened = open_page(html)
    press = opened.page.keyboard.press
    press("Tab")
    assert opened.page.evaluate("document.activeElement.className") == "skip"
    press("Tab")
    opened.page.keyboard.type("rob602 ")
    for _ in range(3):
        press("Tab")
    press("Space")
    assert codes(opened) == ["ROB602"]
    press("Tab")
    press("Enter")
    assert opened.page.evaluate("document.documentElement.lang") == "en"


@pytest.mark.parametrize(("width", "height"), [(1400, 900), (390, 844)])
def test_nothing_is_wider_than_the_screen(open_page: Open, html: str, width: int, height: int) -> None:
    opened = open_page(html, width=width, height=height)
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width


def test_names_that_look_like_code_are_shown_as_text(open_page: Open) -> None:
    hostile = "</script><script>document.title='no'</script><b>\"'&\u202e" + "x" * 300
    rule: Rule = replace(RULES[0], title=Text(hostile, hostile), definition=Text(hostile, hostile + "."))
    case = CASES[rule.code][0]
    opened = open_page(page.render([rule], {rule.code: (case,)}), width=390)
    assert opened.page.title() == "Remit: regelkatalog"
    assert "<b>" in opened.page.inner_text("article h3")
    assert opened.console == []
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 390

"""The search of the site, from a folder, without a server."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from remit.api import Organisation, load
from remit.views.pages.site import made, write

Visit = Callable[..., Any]


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("sites") / "county"
    write(load("vasterbotten-2017").org, None, place)
    return place


def hits(shown: Any) -> list[str]:
    return shown.page.eval_on_selector_all("#hits a", "all => all.map(one => one.textContent)")


def search(shown: Any, words: str) -> list[str]:
    shown.page.fill("#query", words)
    return hits(shown)


def test_words_are_found_as_swedish_has_them(visit: Visit, county: Path) -> None:
    shown = visit(county / "search.html")
    assert search(shown, "lsg") == ["Länssamordningsgruppen (LSG)"]
    assert search(shown, "LÄNSSAM") == ["Länssamordningsgruppen (LSG)"]
    assert "barns och ungdomars psykiska hälsa" in search(shown, "hälsa psykisk")
    assert search(shown, "asele") == []  # å is a letter of its own
    assert "Åsele" in search(shown, "åsele")
    assert search(shown, "samordningsgrupp") == ["Länssamordningsgruppen (LSG)"]  # inside a compound
    assert search(shown, "xyzzy") == []
    assert "Inget har alla de orden" in shown.page.inner_text("#count")
    assert shown.console == []


def test_what_is_named_so_comes_before_what_is_about_it(visit: Visit, county: Path) -> None:
    shown = visit(county / "search.html", "#q=barn%20unga")
    found = hits(shown)
    assert found[0] in ("HÖK, barn och unga", "LÖK, barn och unga", "SÖK, barn och unga")
    assert "LÖK, politisk grupp" in found  # found by the topics of its remit
    assert found.index("LÖK, politisk grupp") > found.index("SÖK, barn och unga")
    assert "också:" in shown.page.inner_text("#hits li:has-text('LÖK, politisk grupp')")
    heads = shown.page.eval_on_selector_all("#hits h2", "all => all.map(one => one.textContent)")
    assert heads[0].startswith("Samverkansgrupper")


def test_a_search_is_an_address(visit: Visit, county: Path) -> None:
    shown = visit(county / "search.html")
    search(shown, "umeå & co")
    address = shown.page.evaluate("location.hash")
    again = visit(county / "search.html", address)
    assert again.page.input_value("#query") == "umeå & co"


def test_the_field_of_every_page_leads_to_the_hits(visit: Visit, county: Path) -> None:
    shown = visit(county / "groups" / "lsg.html")
    shown.page.fill("#find", "ac kons")
    shown.page.keyboard.press("Enter")
    shown.page.wait_for_selector("#hits a")
    assert hits(shown) == ["AC Konsensus"]
    shown.page.click("#hits a")
    assert shown.page.url.endswith("groups/ac-konsensus.html")
    assert [one for one in shown.requests if not one.startswith("file:")] == []
    assert shown.console == []


def test_the_field_keeps_the_language(visit: Visit, county: Path) -> None:
    shown = visit(county / "index.html", "?lang=en")
    shown.page.fill("#find", "lsg")
    shown.page.click(".find button")
    shown.page.wait_for_selector("#hits a")
    assert "lang=en" in shown.page.url
    assert shown.page.inner_text("#count") == "1 hit"
    assert shown.page.get_attribute("#hits a", "href") == "groups/lsg.html?lang=en"


def test_hits_are_gone_through_by_keyboard(visit: Visit, county: Path) -> None:
    shown = visit(county / "search.html")
    search(shown, "lök")
    press = shown.page.keyboard.press
    found = hits(shown)
    press("ArrowDown")
    press("ArrowDown")
    assert shown.page.evaluate("document.activeElement.textContent") == found[1]
    press("ArrowUp")
    press("ArrowUp")
    assert shown.page.evaluate("document.activeElement.id") == "query"
    press("Enter")
    assert shown.page.evaluate("document.activeElement.textContent") == found[0]
    press("Escape")
    assert shown.page.evaluate("document.activeElement.id") == "query"
    press("ArrowDown")
    press("Enter")
    shown.page.wait_for_url("**/groups/**")


def test_persons_are_found_only_where_they_may_be() -> None:
    organisation = load("skane-2019")
    named = [organisation.org.name(one.id).sv for one in organisation.org.things("person")]
    assert named
    for persons in (True, False):
        page = dict(made(organisation.org, persons=persons))["search.html"]
        assert [one for one in named if one in page] == (named if persons else [])


@pytest.mark.parametrize("width", [1400, 390])
@pytest.mark.parametrize("dark", [False, True])
def test_axe_objects_to_nothing(visit: Visit, county: Path, dark: bool, width: int) -> None:
    for after in ("#q=barn", "?lang=en#q=xyzzy"):
        shown = visit(county / "search.html", after, dark=dark, width=width)
        assert shown.violations() == []
        assert shown.page.evaluate("document.documentElement.scrollWidth") <= width


def test_names_that_look_like_code_are_shown_as_text(visit: Visit, tmp_path: Path) -> None:
    hostile = "</script><script>document.title='no'</script><b>" + "x" * 300
    head = {"id": "m", "title": "M", "as_of": "2026-01-01", "represents": "current"}
    document = {"remit": 1, "model": head, "principals": {"a": {"name": f"{hostile} a"}}}
    path = tmp_path / "hostile.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    organisation: Organisation = load(path)
    write(organisation.org, None, tmp_path / "site")
    shown = visit(tmp_path / "site" / "search.html", "#q=script", width=390)
    assert hits(shown) == [f"{hostile} a"]
    assert shown.page.title().startswith("Sök")
    assert shown.console == []
    assert shown.page.evaluate("document.documentElement.scrollWidth") <= 390


def test_without_scripts_the_list_is_named(county: Path) -> None:
    page = (county / "search.html").read_text(encoding="utf-8")
    assert '<noscript><p class="note">' in page
    assert '<a href="a-o.html">' in page

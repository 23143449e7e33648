"""Every view of the map of every model that comes with Remit, and its loops as a page (long)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import remit
from remit.model.files import shipped
from remit.views.pages import loops

Open = Callable[..., Any]
pytestmark = [pytest.mark.long, pytest.mark.timeout(900)]


@pytest.mark.parametrize("name", shipped())
def test_axe_objects_to_no_view_of_a_map(open_page: Open, name: str) -> None:
    org = remit.load(name)
    for lang, dark in (("sv", False), ("en", True)):
        opened = open_page(org.map(lang=lang).html, dark=dark)
        opened.page.wait_for_selector("html[data-ready]")
        for tab in opened.page.locator("[role=tab]").all():
            tab.click()
            assert opened.violations() == [], (lang, tab.inner_text())
        assert (opened.requests, opened.console) == ([], [])


@pytest.mark.parametrize("name", shipped())
def test_axe_objects_to_no_page_of_loops(open_page: Open, name: str) -> None:
    found = remit.load(name).loops()
    for lang, dark in (("sv", False), ("en", True)):
        opened = open_page(loops.render(found, lang), dark=dark)
        assert opened.violations() == []
        assert (opened.requests, opened.console) == ([], [])

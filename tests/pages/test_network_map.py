"""The network as a view of the map, on the scene of a shipped model."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import remit
from remit.views.pages import map as page
from remit.views.scene import scene

Open = Callable[..., Any]
MODEL = "vasterbotten-2017"


@pytest.fixture(scope="module")
def told() -> dict[str, Any]:
    org = remit.load(MODEL)
    return scene(org.org, org.audit(certainty="open"))


@pytest.fixture(scope="module")
def html(told: dict[str, Any]) -> str:
    return page.render(told)


def shown(open_page: Open, html: str, selected: str = "", **options: Any) -> Any:
    opened = open_page(html, fragment=f"#{selected}{'&' if selected else ''}view=network", **options)
    opened.page.wait_for_selector(".network[data-drawn]")
    return opened


def chosen(opened: Any) -> list[str]:
    return opened.page.eval_on_selector_all(
        "[role=option][data-card][aria-selected=true]", "all => all.map(o => o.dataset.card)"
    )


def test_every_card_is_in_the_list_and_nothing_is_asked_or_complained(
    open_page: Open, html: str, told: dict[str, Any]
) -> None:
    opened = shown(open_page, html)
    listed = opened.page.eval_on_selector_all("#view-network [role=option]", "all => all.map(o => o.dataset.card)")
    assert sorted(listed) == sorted(card["id"] for card in told["cards"])
    opened.page.hover(".network-picture")
    assert (opened.requests, opened.console) == ([], [])


def test_what_is_chosen_in_the_list_stands_in_the_address_and_the_details(open_page: Open, html: str) -> None:
    opened = shown(open_page, html)
    card = opened.page.get_attribute("#view-network [role=option] >> nth=2", "data-card")
    opened.page.click("#view-network [role=option] >> nth=2")
    assert chosen(opened) == [card]
    assert opened.page.evaluate("remit.map.state.selection") == {"kind": "card", "id": card}
    assert opened.page.is_visible("#details")
    opened.page.go_back()
    opened.page.wait_for_function("() => !remit.map.state.selection")
    assert chosen(opened) == []


def test_a_finding_lights_its_cards_and_edges(open_page: Open, html: str, told: dict[str, Any]) -> None:
    finding = next(one for one in told["findings"] if one["edges"] and len(one["cards"]) >= 1)
    opened = shown(open_page, html, f"finding={finding['number']}")
    drawn = opened.page.evaluate("remit.map.lit().edges.size")
    assert drawn == len(set(finding["edges"]))
    ends = {told["edges"][n][side] for n in finding["edges"] for side in ("from", "to")}
    assert chosen(opened)[0] in ends | set(finding["cards"])
    assert opened.console == []


def test_a_filter_of_the_map_holds_in_the_network(open_page: Open, html: str, told: dict[str, Any]) -> None:
    opened = shown(open_page, html)
    opened.page.evaluate("remit.map.filter({ level: '0' })")
    listed = opened.page.eval_on_selector_all(
        "#view-network [role=option]", "all => all.filter(o => o.checkVisibility()).map(o => o.dataset.card)"
    )
    assert sorted(listed) == sorted(card["id"] for card in told["cards"] if card["row"] == 0)


def test_what_is_chosen_while_another_view_is_shown_is_in_the_picture_afterwards(open_page: Open, html: str) -> None:
    opened = open_page(html)
    # the picture is made when its view is first shown: then it can be got hold of
    wrap = "() => { const make = remit.networkView; remit.networkView = (at) => (window.made = make(at)); }"
    opened.page.evaluate(wrap)
    opened.page.click("#tab-network")
    opened.page.wait_for_selector(".network[data-drawn]")
    overview = opened.page.evaluate("made.view.getScale()")
    opened.page.click("#tab-levels")
    opened.page.click("button.card >> nth=1")
    card = opened.page.evaluate("remit.map.state.selection.id")
    opened.page.click("#tab-network")
    assert chosen(opened) == [card]
    opened.page.wait_for_function(f"() => made.view.getScale() > {overview}")
    assert opened.console == []


@pytest.mark.parametrize(("lang", "dark"), [("sv", False), ("en", True)])
def test_axe_objects_to_nothing(open_page: Open, told: dict[str, Any], lang: str, dark: bool) -> None:
    opened = shown(open_page, page.render(told, lang), dark=dark)
    assert opened.violations() == []
    opened.page.click("#view-network [role=option] >> nth=1")
    opened.page.click(".network-legend summary")
    assert opened.violations() == []


def test_on_a_phone_nothing_sticks_out(open_page: Open, html: str) -> None:
    opened = shown(open_page, html, width=390, height=844)
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 390
    list_, legend = (
        opened.page.locator(f"#view-network {part}").bounding_box() for part in (".network-side", "details")
    )
    assert list_["y"] + list_["height"] <= legend["y"], "the legend stands below the list"

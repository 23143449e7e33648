"""The network view: its data, the library that draws it, and the view in a real browser."""

from __future__ import annotations

import builtins
import hashlib
import subprocess
import sys
from collections.abc import Callable
from importlib.resources import files
from itertools import combinations
from typing import Any

import pytest
from tests.pages.network_page import card, edge, page, scene, small

from remit.views.pages import network
from remit.views.pages.network_layout import HEIGHT, WIDTH, bends, layout

Open = Callable[..., Any]
SHA256 = "1f20f0736f32cb9bedf8f6383b25cfea2f839e1abe80d6e8040b4d5bea378c69"
"""Of the script of vis-network 9.1.2 in the package of pyvis 0.3.2."""


@pytest.fixture(scope="module")
def html() -> str:
    return page(small())


def shown(open_page: Open, html: str, **options: Any) -> Any:
    opened = open_page(html, **options)
    opened.page.wait_for_selector("body[data-drawn]")
    return opened


# -- the data ---------------------------------------------------------------------------------------------------------


def _bare(label: Any) -> Any:
    return label.replace("\u00ad", "") if isinstance(label, str) else [_bare(one) for one in label]


def test_every_card_and_edge_is_in_the_data() -> None:
    told = small()
    data = network.network(told)
    assert data is not None
    assert [node["id"] for node in data["nodes"]] == [one["id"] for one in told["cards"]]
    assert [_bare(node["label"]) for node in data["nodes"]] == [one["name"] for one in told["cards"]]
    inside = [(one["from"], one["to"]) for one in data["edges"] if one["edge"] is None]
    assert inside == [("c1", "c5")], "a card that stands inside an agreement has an edge to it"
    ours = {one["edge"]: one for one in data["edges"] if one["edge"] is not None}
    assert sorted(ours) == list(range(len(told["edges"])))
    for number, one in enumerate(told["edges"]):
        assert (ours[number]["from"], ours[number]["to"], ours[number]["said"]) == (one["from"], one["to"], one["text"])
    assert len({one["id"] for one in data["edges"]}) == len(data["edges"])


def test_certainty_and_state_are_told_by_dashes_and_ends() -> None:
    told = scene(
        [card("a", 1, 0), card("b", 1, 1)],
        [edge("a", "b", certainty=c, state=s) for c in ("established", "reported", "open") for s in ("value", "none")],
    )
    data = network.network(told)
    assert data is not None
    dashes = {one["certainty"]: one["dashes"] for one in data["edges"]}
    assert len({str(value) for value in dashes.values()}) == 3
    assert {one["state"]: one["arrows"]["to"]["type"] for one in data["edges"]} == {"value": "arrow", "none": "bar"}


def test_a_change_is_told_by_a_sign_on_the_edge() -> None:
    changes = ("added", "removed", "changed", None)
    told = scene([card("a", 1, 0), card("b", 1, 1)], [edge("a", "b", change=change) for change in changes])
    data = network.network(told)
    assert data is not None
    signs = [one["arrows"].get("middle", {}).get("type") for one in data["edges"]]
    assert len(set(signs)) == len(changes)
    assert signs[-1] is None


def test_ids_are_strings_and_no_two_things_overlap() -> None:
    many = [card(f"n{n}", n % 3, n % 4) for n in range(200)]
    many += [card(f"wide{n}", 1, n % 2, span=3) for n in range(5)]
    data = network.network(scene(many, [], columns=4))
    assert data is not None
    assert {type(node["id"]) for node in data["nodes"]} == {str}
    for one, other in combinations(data["nodes"], 2):
        apart = abs(one["x"] - other["x"]) >= WIDTH or abs(one["y"] - other["y"]) >= HEIGHT
        assert apart, f"{one['id']} overlaps {other['id']}"
    by_id = {node["id"]: node for node in data["nodes"]}
    for one in many:
        low, high = data["bands"][one["row"]]
        assert low < by_id[one["id"]]["y"] - HEIGHT / 2
        assert by_id[one["id"]]["y"] + HEIGHT / 2 < high
        low, high = data["lanes"][one["column"]][0], data["lanes"][one["column"] + one["span"] - 1][1]
        assert low < by_id[one["id"]]["x"] < high


def test_parallel_edges_are_bent_apart_and_an_edge_is_bent_past_what_stands_between() -> None:
    places = {"a": (0.0, 0.0), "between": (400.0, 0.0), "b": (800.0, 0.0)}
    found = bends(places, [("a", "b"), ("b", "a"), ("a", "between"), ("between", "b")])
    assert found[0] != 0
    # seen from the other end, the same side is the other sign
    assert found[1] != -found[0]
    assert found[2:] == [0.0, 0.0]


def test_an_empty_scene_has_no_places() -> None:
    assert dict(layout([], 0, 0).places) == {}
    data = network.network(scene([], [], columns=0))
    assert data is not None
    assert (data["nodes"], data["edges"]) == ([], [])


def test_too_many_are_drawn_as_one_of_each_kind_in_a_cell() -> None:
    number = network.LIMIT + 1
    many = [card(f"n{n}", 1, n % 2, shape="unit") for n in range(number)] + [card("alone", 0, 0)]
    lines = [edge(f"n{n}", "alone") for n in range(number)] + [edge(f"n{n}", f"n{n + 1}") for n in range(number - 1)]
    data = network.network(scene(many, lines))
    assert data is not None
    assert len(data["nodes"]) == 3
    assert sorted(one for ids in data["stands"].values() for one in ids) == sorted(one["id"] for one in many)
    assert {(one["from"], one["to"]) for one in data["edges"]} == {
        (a, b) for a in data["stands"] for b in [*data["stands"]] if a != "alone" and (b == "alone" or a != b)
    }
    assert str(number + 1) in data["limit"][0]


def test_the_same_scene_gives_the_same_data_and_is_left_as_it_was() -> None:
    told = small()
    assert network.network(told) == network.network(told)
    assert told == small()


def test_without_pyvis_there_is_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "find_spec", lambda _: None)
    monkeypatch.delitem(sys.modules, "pyvis.network", raising=False)
    real = builtins.__import__

    def refuse(name: str, *args: Any, **rest: Any) -> Any:
        if name.partition(".")[0] == "pyvis":
            raise ModuleNotFoundError(name)
        return real(name, *args, **rest)

    monkeypatch.setattr(builtins, "__import__", refuse)
    assert network.network(small()) is None
    assert network.scripts() == []


def test_importing_the_module_does_not_import_pyvis() -> None:
    code = "import sys, remit.views.pages.network as n; n.available(); sys.exit('pyvis.network' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


# -- the library ------------------------------------------------------------------------------------------------------


def test_the_library_is_the_one_that_was_tried() -> None:
    content = files("pyvis").joinpath(*network.VIS).read_bytes()
    assert hashlib.sha256(content).hexdigest() == SHA256
    text = network.vis_network()
    assert files("pyvis").joinpath(*network.VIS).read_text(encoding="utf-8").startswith(text)
    assert "sourceMappingURL" not in text


def test_a_library_that_could_end_the_script_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    path = tmp_path.joinpath(*network.VIS)
    path.parent.mkdir(parents=True)
    path.write_text("'</ScRiPt'", encoding="utf-8")
    monkeypatch.setattr(network, "files", lambda _: tmp_path)
    with pytest.raises(ValueError, match="script"):
        network.vis_network.__wrapped__()


# -- the view ---------------------------------------------------------------------------------------------------------


def chosen(opened: Any) -> list[str]:
    return opened.page.eval_on_selector_all("[role=option][aria-selected=true]", "all => all.map(o => o.dataset.card)")


def click_card(opened: Any, identifier: str) -> None:
    place = opened.page.evaluate(
        """(id) => {
          const at = view.view.canvasToDOM(view.view.getPosition(id));
          const box = document.querySelector(".network-picture").getBoundingClientRect();
          return [box.x + at.x, box.y + at.y];
        }""",
        identifier,
    )
    opened.page.mouse.click(*place)


def test_it_asks_for_nothing_and_says_nothing_on_the_console(open_page: Open, html: str) -> None:
    opened = shown(open_page, html)
    opened.page.evaluate("view.select(['c0'])")
    opened.page.hover(".network-picture")
    opened.page.wait_for_timeout(600)
    assert (opened.requests, opened.console) == ([], [])


def test_a_click_in_the_picture_selects_and_tells(open_page: Open, html: str) -> None:
    opened = shown(open_page, html)
    click_card(opened, "c4")
    assert chosen(opened) == ["c4"]
    assert opened.page.evaluate("chosen") == ["c4"]
    told = opened.page.inner_text(".network-neighbours")
    assert "lyfter till: finns inte (belagt)" in told
    assert "Över alla" in told


def test_what_is_selected_from_outside_is_lit_and_told_to_nobody(open_page: Open, html: str) -> None:
    opened = shown(open_page, html)
    opened.page.evaluate("view.select(['c6'])")
    assert chosen(opened) == ["c6"]
    assert opened.page.evaluate("chosen") == []
    opened.page.evaluate("view.select([])")
    assert chosen(opened) == []
    opened.page.evaluate("view.select(['nobody'])")
    assert chosen(opened) == []


def test_the_list_is_walked_with_the_keyboard(open_page: Open, html: str) -> None:
    opened = shown(open_page, html)
    keyboard = opened.page.keyboard
    opened.page.focus("[role=listbox]")
    keyboard.press("ArrowDown")
    first = chosen(opened)
    keyboard.press("End")
    last = chosen(opened)
    assert first != last
    active = opened.page.get_attribute("[role=listbox]", "aria-activedescendant")
    assert opened.page.get_attribute(f"#{active}", "data-card") == last[0]
    keyboard.press("Home")
    assert chosen(opened) == first
    keyboard.type("samord")
    assert chosen(opened) == ["c6"]
    opened.page.focus(".network-neighbours button:has-text('Över alla')")
    keyboard.press("Enter")
    assert chosen(opened) == ["wide"]
    assert opened.page.evaluate("chosen.at(-1)") == "wide"


def test_the_picture_is_moved_and_zoomed_with_the_keyboard(open_page: Open, html: str) -> None:
    opened = shown(open_page, html)
    opened.page.focus(".vis-network")
    before = opened.page.evaluate("[view.view.getViewPosition().x, view.view.getScale()]")
    opened.page.keyboard.press("ArrowRight")
    opened.page.keyboard.press("+")
    opened.page.wait_for_timeout(500)
    after = opened.page.evaluate("[view.view.getViewPosition().x, view.view.getScale()]")
    assert after[0] > before[0]
    assert after[1] > before[1]
    opened.page.click("text=Visa hela")
    assert opened.page.evaluate("[view.view.getViewPosition().x, view.view.getScale()]") == pytest.approx(before)


def positions(opened: Any) -> dict[str, Any]:
    return opened.page.evaluate("view.view.getPositions()")


def test_it_arranges_itself_only_when_asked_stops_and_goes_back(open_page: Open, html: str) -> None:
    opened = shown(open_page, html)
    before = positions(opened)
    opened.page.wait_for_timeout(300)
    assert positions(opened) == before
    opened.page.click("text=Låt nätverket ordna sig")
    opened.page.wait_for_selector("button:has-text('Tillbaka till nivåerna')", timeout=10_000)
    moved = positions(opened)
    assert moved != before
    opened.page.wait_for_timeout(300)
    assert positions(opened) == moved, "it has stopped"
    opened.page.click("button:has-text('Tillbaka till nivåerna')")
    assert positions(opened) == before
    assert "Tillbaka" in opened.page.inner_text("[role=status]")
    assert opened.console == []


def test_who_wants_no_motion_sees_none(open_page: Open, html: str) -> None:
    opened = shown(open_page, html)
    opened.page.emulate_media(reduced_motion="reduce")
    opened.page.click("text=Låt nätverket ordna sig")
    assert not opened.page.is_visible(".network-picture canvas")
    opened.page.wait_for_selector("button:has-text('Tillbaka till nivåerna')", timeout=10_000)
    assert opened.page.is_visible(".network-picture canvas")


def test_what_a_filter_hides_is_hidden_in_the_picture_and_the_list(open_page: Open, html: str) -> None:
    opened = shown(open_page, html)
    opened.page.evaluate("view.show(['c0', 'c3'])")
    listed = opened.page.eval_on_selector_all(
        "[role=option]", "all => all.filter(o => o.checkVisibility()).map(o => o.dataset.card)"
    )
    assert sorted(listed) == ["c0", "c3"]
    click_card(opened, "c4")
    assert chosen(opened) == []
    opened.page.evaluate("view.show([])")
    assert opened.page.is_visible("text=Inget att visa med dessa filter.")
    opened.page.evaluate("view.show(null)")
    assert opened.page.locator("[role=option]:visible").count() == len(small()["cards"])


def test_it_speaks_the_language_of_the_page(open_page: Open, html: str) -> None:
    opened = shown(open_page, html)
    opened.page.evaluate("view.select(['wide'])")
    assert opened.page.is_visible("button:has-text('Låt nätverket ordna sig')")
    opened.page.click("#language")
    assert opened.page.is_visible("button:has-text('Let the network arrange itself')")
    assert opened.page.is_visible("[role=option]:has-text('Over all')")
    assert "Picture" in opened.page.get_attribute(".vis-network", "aria-label")
    assert chosen(opened) == ["wide"]


def test_it_is_gone_when_it_is_destroyed(open_page: Open, html: str) -> None:
    opened = shown(open_page, html)
    opened.page.evaluate("view.destroy()")
    assert opened.page.inner_html("#view") == ""
    opened.page.emulate_media(color_scheme="dark")
    opened.page.click("#language")
    opened.page.wait_for_timeout(100)
    assert opened.console == []


HOSTILE = [
    "<script>document.title='ran'</script>",
    "<img src=x onerror=\"document.title='ran'\">",
    "</script><script>document.title='ran'</script>",
    "\u202eomvänt\u202c",
    "\"'`${document.title='ran'}",
    "x" * 300,
    "Ord " * 100,
    "",
]


def test_hostile_names_are_text(open_page: Open) -> None:
    cards = [card(f"h{n}", 1, n % 3, name=name) for n, name in enumerate(HOSTILE)]
    cards += [card(name or "none", 0, n % 3, name=name) for n, name in enumerate(HOSTILE[:5])]
    lines = [edge(f"h{n}", "h0", text=name or "x") for n, name in enumerate(HOSTILE)]
    opened = shown(open_page, page(scene(cards, lines)))
    for n in range(len(HOSTILE)):
        opened.page.evaluate(f"view.select(['h{n}'])")
        click_card(opened, f"h{n}")
        opened.page.wait_for_timeout(350)  # so long that the title is shown
    assert opened.page.title() == "Network"
    assert (opened.requests, opened.console) == ([], [])
    assert opened.page.locator("main script, main img").count() == 0
    assert opened.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_axe_objects_to_nothing(open_page: Open, lang: str, dark: bool) -> None:
    opened = shown(open_page, page(small(), lang), dark=dark)
    assert opened.violations() == []
    opened.page.evaluate("view.select(['c0'])")
    opened.page.click("summary")
    assert opened.violations() == []


def test_on_a_phone_nothing_sticks_out(open_page: Open, html: str) -> None:
    opened = shown(open_page, html, width=390, height=844)
    opened.page.evaluate("view.select(['c6'])")
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 390
    assert opened.violations() == []


def test_three_thousand_things_are_drawn_and_answer(open_page: Open) -> None:
    number = network.LIMIT
    cards = [card(f"n{n}", n % 2, n % 8) for n in range(number)]
    lines = [edge(f"n{n}", f"n{(n * 7 + 1) % number}") for n in range(number)]
    opened = open_page(page(scene(cards, lines, columns=8)))
    opened.page.wait_for_selector("body[data-drawn]", timeout=20_000)
    opened.page.evaluate("view.select(['n17'])")
    assert chosen(opened) == ["n17"]
    assert opened.console == []


def test_what_was_drawn_as_one_answers_for_each_of_its_things_and_the_page_says_so(open_page: Open) -> None:
    cards = [card(f"n{n}", 1, n % 2, shape="unit") for n in range(network.LIMIT)] + [card("alone", 0, 0)]
    opened = shown(open_page, page(scene(cards, [edge("n1", "alone")])))
    assert f"Av {len(cards)} saker" in opened.page.inner_text(".network-limit")
    assert opened.page.locator("[role=option]").count() == 3
    opened.page.evaluate("view.select(['n17'])")
    (folded,) = chosen(opened)
    assert folded.startswith("folded:")
    assert "alone" in opened.page.inner_text(".network-neighbours")
    opened.page.evaluate("view.show(['alone'])")
    assert opened.page.locator("[role=option]:visible").count() == 1
    assert opened.console == []

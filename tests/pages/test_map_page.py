"""The map page in a real browser: what it shows, by geometry, by keyboard, by link, and that it is only text."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.pages import map_scene as made

import remit
from remit.views.pages import map as page
from remit.views.pages.hyphens import soft
from remit.views.pages.loops import matrix_data
from remit.views.scene import scene as scene_of

Open = Callable[..., Any]

SHIPPED = ("vasterbotten-2017", "vasterbotten-2019", "skane-2012", "skane-2023", "made-up-forms-of-cooperation")

GEOMETRY = (Path(__file__).parent / "map_geometry.js").read_text(encoding="utf-8")
"""What finds cards that overlap, text that is cut, lines under cards and labels over them."""

SHARED = """() => {
  const drawn = [...document.querySelectorAll(".edge.lit")];
  const ways = drawn.map((one) => JSON.parse(one.dataset.points));
  const parts = ways.flatMap((points, way) => points.slice(1).map((b, at) => [way, points[at], b]));
  const level = ([, a, b]) => Math.abs(a[1] - b[1]) < 0.01;
  const together = (p, q) => {
    if (p[0] === q[0] || level(p) !== level(q)) return false;
    const [across, along] = level(p) ? [1, 0] : [0, 1];
    const low = Math.max(Math.min(p[1][along], p[2][along]), Math.min(q[1][along], q[2][along]));
    const high = Math.min(Math.max(p[1][along], p[2][along]), Math.max(q[1][along], q[2][along]));
    return high - low > 3 && Math.abs(p[1][across] - q[1][across]) < 1;
  };
  const same = parts.flatMap((p, n) => parts.slice(n + 1).filter((q) => together(p, q)).map((q) => [p[0], q[0]]));
  return [same, drawn.flatMap((one, n) => (one.classList.contains("none") ? [n] : []))];
}"""
"""Which lit lines run on one another, and which of them are denied relations."""
ACTIVE = """() => {
  const one = document.activeElement;
  return one.id || one.dataset.card || one.dataset.finding || one.className;
}"""


@cache
def shipped(name: str) -> str:
    org = remit.load(name)
    return page.render(scene_of(org.org, org.audit(certainty="open"), matrix_data(org.loops())))


def show(open_page: Open, html: str, **how: Any) -> Any:
    opened = open_page(html, **how)
    settle(opened)
    return opened


def settle(opened: Any) -> None:
    """Until the lines have been drawn after what was last done."""
    opened.page.evaluate(
        "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 30))))"
    )


def measured(opened: Any) -> Any:
    return opened.page.evaluate(GEOMETRY)


def address(opened: Any) -> str:
    return str(opened.page.evaluate("location.hash"))


def lit(opened: Any) -> set[str]:
    return set(opened.page.eval_on_selector_all(".card.lit", "all => all.map((one) => one.dataset.card)"))


def test_the_same_scene_gives_the_same_bytes() -> None:
    assert page.render(made.small()) == page.render(copy.deepcopy(made.small()))


@pytest.mark.parametrize("name", SHIPPED)
def test_nothing_covers_or_cuts_anything_in_a_shipped_model(open_page: Open, name: str) -> None:
    opened = show(open_page, shipped(name))
    found = measured(opened)
    assert (found["overlaps"], found["cut"], found["under"], found["covered"]) == ([], [], [], [])
    assert (opened.requests, opened.console) == ([], [])
    # and so too with every card of some of them chosen, which draws the most
    for identifier in opened.page.eval_on_selector_all(
        "button.card", "all => all.slice(0, 8).map((one) => one.dataset.card)"
    ):
        opened.page.evaluate("(id) => remit.map.select('card', id)", identifier)
        settle(opened)
        found = measured(opened)
        assert (found["overlaps"], found["under"], found["covered"]) == ([], [], []), identifier


def test_what_the_acceptance_asks_for_is_seen_at_once(open_page: Open) -> None:
    opened = show(open_page, shipped("vasterbotten-2017"))
    floor = opened.page.evaluate("document.getElementById('map').getBoundingClientRect().bottom")
    for words in ("11 av 15 kommuner", "AC Konsensus", "LSG", "LBU", "privata hälso"):
        card = opened.page.locator("button.card", has_text=words).first
        assert card.bounding_box()["y"] + card.bounding_box()["height"] <= floor, words
    told = opened.page.eval_on_selector_all("#edges .label", "all => all.map((one) => one.dataset.label)")
    assert any("Linjen förbigås" in one for one in told)
    assert any("Parallella" in one and "LBU och LSG" in one for one in told)
    seen = opened.page.eval_on_selector_all(
        ".finding",
        "all => all.filter((one) => one.checkVisibility() && one.getBoundingClientRect().bottom <= innerHeight).length",
    )
    assert seen >= 17
    legend = opened.page.inner_text("#legend")
    assert all(word in legend for word in ("belagda", "intervjuer", "öppna", "källan säger inget"))
    box = opened.page.locator("#legend").bounding_box()
    assert box["y"] + box["height"] <= 900


def test_every_edge_of_a_finding_is_drawn_and_labelled_once(open_page: Open) -> None:
    opened = show(open_page, page.render(made.small()))
    found = measured(opened)
    assert found["edges"] == 9
    drawn = opened.page.eval_on_selector_all(".edge.lit", "all => all.map((one) => Number(one.dataset.edge)).sort()")
    assert drawn == [0, 1, 2, 3, 4]
    told = opened.page.eval_on_selector_all("#edges .label", "all => all.map((one) => one.dataset.label).sort()")
    assert told == ["▲ 1 etikett 1", "△ 2 etikett 2", "△ 4 5 inget samband"]
    assert (found["overlaps"], found["cut"], found["under"], found["covered"]) == ([], [], [], [])
    assert opened.page.locator("#edges .cross.lit").count() == 2


def test_each_line_that_says_something_of_its_own_has_a_lane_of_its_own(open_page: Open) -> None:
    opened = show(open_page, page.render(made.small()), fragment="#card=council")
    same, denied = opened.page.evaluate(SHARED)
    # the two that are denied alike are one line that branches
    assert [pair for pair in same if set(pair) != set(denied)] == []


def test_a_finding_lights_its_evidence_and_tells_itself(open_page: Open) -> None:
    opened = show(open_page, page.render(made.small()))
    opened.page.click("[data-finding='1']")
    settle(opened)
    assert lit(opened) == {"local-groups", "group-a"}
    assert opened.page.eval_on_selector_all(".edge.lit", "all => all.map((one) => one.dataset.edge)") == ["2"]
    details = opened.page.inner_text("#details")
    for words in (
        "Frågor går förbi linjen.",
        "Bedömning",
        "Så här.",
        "Därför.",
        "Illa.",
        "Rekommendation",
        "Gör så här.",
        "Rapporten: Chapter, stycke 3, 4",
        "belagt",
    ):
        assert words in details
    assert "Iakttagelse 1" in opened.page.inner_text("#said")
    assert address(opened) == "#finding=1"
    opened.page.click("[data-finding='3']")
    assert opened.page.locator("thead th.lit").inner_text().strip().startswith("11 övriga")
    opened.page.go_back()
    settle(opened)
    assert lit(opened) == {"local-groups", "group-a"}
    opened.page.keyboard.press("Escape")
    assert lit(opened) == set()


def test_a_card_tells_its_facts_and_relations(open_page: Open) -> None:
    opened = show(open_page, page.render(made.small()))
    opened.page.click("[data-card='group-a']")
    settle(opened)
    assert lit(opened) == {"group-a", "council", "local-groups"}
    details = opened.page.inner_text("#details")
    for words in (
        "Länssamordningsgruppen",
        "möten per år",
        "uppgivet",
        "källan säger inget",
        "svarar inför",
        "lyfter till",
        "1. Rubrik ESC301",
    ):
        assert words in details
    opened.page.click("#details .go:has-text('Samverkansrådet')")
    assert address(opened) == "#card=council"


DENIED = "besluta: finns inte · ◐ uppgivet (de intervjuade), bör"
SAID_OF_SET = "sagt om grupperna, i vissa fall"


def test_a_fact_is_told_with_its_value_its_state_and_what_limits_it(open_page: Open) -> None:
    opened = show(open_page, page.render(made.small()), fragment="#card=group-a")
    told = opened.page.locator("#details dd", has_text="besluta").inner_text()
    assert [" ".join(line.split()) for line in told.splitlines()] == [
        DENIED,
        SAID_OF_SET,
        "Rapporten: Chapter, stycke 4",
    ]
    opened.page.click("#tab-tables")
    row = opened.page.locator("#view-tables tr", has=opened.page.locator("th", has_text="Länssamordningsgruppen")).last
    told = row.locator(".fact", has_text="besluta").inner_text()
    assert " ".join(told.split()) == f"befogenheter: {DENIED} – {SAID_OF_SET} – Rapporten: Chapter, stycke 4"
    opened.page.click("#language")
    assert "decide: none · ◐ reported (interviewees), should" in " ".join(row.inner_text().split())


@pytest.mark.parametrize(
    ("edge", "line"),
    [
        (2, "lyfter till, i vissa fall"),
        (3, "är knuten till: finns inte"),
        (5, "informerar, till exempel"),
        (7, "informerar: oklart"),
        (8, "ligger under"),
    ],
)
def test_a_relation_is_told_with_its_state_once_and_what_limits_it(open_page: Open, edge: int, line: str) -> None:
    scene = made.small()
    start = scene["edges"][edge]["from"]
    opened = show(open_page, page.render(scene), fragment=f"#card={start}")
    lines = [" ".join(one.split()) for one in opened.page.locator("#details li").all_inner_texts()]
    assert [one for one in lines if re.fullmatch(f"{re.escape(line)}( · ◐ uppgivet)? → .*", one)], lines
    opened.page.evaluate("(edge) => remit.map.select('edge', edge)", edge)
    told = opened.page.inner_text("#details h2") + opened.page.inner_text("#details .meta")
    assert all(told.count(word) == 1 for word in re.split(", |: ", line)[1:])
    opened.page.click("#tab-tables")
    cells = opened.page.locator("#view-tables section").nth(1).locator("tbody tr").nth(edge).locator("td")
    assert cells.first.inner_text() == line
    opened.page.click("#tab-network")
    said = opened.page.evaluate("(edge) => remit.data.network.edges.find((one) => one.edge === edge).said[0]", edge)
    assert said == line


def test_a_limit_that_the_text_says_already_is_not_said_again(open_page: Open) -> None:
    scene = made.small()
    scene["edges"][5]["text"] = ["informerar, till exempel", "informs, for example"]
    opened = show(open_page, page.render(scene), fragment="#edge=5")
    assert opened.page.inner_text("#details").count("till exempel") == 1
    assert page.render(scene).count("till exempel, till exempel") == 0


def test_a_relation_does_not_contain_itself(open_page: Open) -> None:
    scene = made.small()
    scene["edges"][2]["members"] += [["agr-1", "group-a"], ["agr-2", "group-a"]]
    opened = show(open_page, page.render(scene), fragment="#edge=2")
    told = opened.page.inner_text("#details")
    assert "Innehåller 2" in told
    assert "Avtal om hjälpmedel 1 → Länssamordningsgruppen" in told
    opened.page.evaluate("remit.map.select('edge', 0)")
    assert "Innehåller" not in opened.page.inner_text("#details")


def test_no_word_of_the_machine_is_shown_for_a_set(open_page: Open) -> None:
    opened = show(open_page, page.render(made.small()), fragment="#card=local-groups")
    assert opened.page.inner_text("#details .meta").startswith("flera, som helhet")
    opened.page.fill("#search", "lokala samverkansgrupperna")
    assert "flera, som helhet" in opened.page.inner_text("#hits")
    opened.page.keyboard.press("Escape")
    opened.page.click("#tab-tables")
    options = opened.page.locator("#view-tables select option").all_text_contents()
    assert "flera, som helhet" in options
    assert "set" not in options


def test_one_of_something_is_told_in_the_singular(open_page: Open) -> None:
    opened = show(open_page, page.render(made.small(), "en"))

    def said() -> str:
        return str(opened.page.inner_text("#said"))

    for words, told in (("HJÄLPMEDEL 2", "1 hit"), ("HJÄLPMEDEL", "2 hits")):
        opened.page.fill("#search", words)
        assert said() == told
    opened.page.fill("#search", "")
    for kind, identifier, told in (
        ("finding", 1, "Marking 2 cards and 1 relation."),
        ("finding", 6, "Marking 1 card and 0 relations."),
        ("card", "office", "Showing 1 relation."),
        ("card", "council", "Showing 5 relations."),
    ):
        opened.page.evaluate("([kind, id]) => remit.map.select(kind, id)", [kind, identifier])
        assert said().endswith(told), identifier
    assert "1 open one is not shown" in opened.page.inner_text("#findings-untold")
    opened.page.click("#tab-tables")
    assert opened.page.locator("#view-tables .table-tools").last.inner_text().endswith("1 of 1 row")
    opened.page.click("#language")
    assert opened.page.locator("#view-tables .table-tools").last.inner_text().endswith("1 av 1 rad")
    assert "1 öppen visas inte" in opened.page.inner_text("#findings-untold")


@pytest.mark.parametrize(
    ("fragment", "title"),
    [
        ("#card=group-a", "Länssamordningsgruppen"),
        ("#group-a", "Länssamordningsgruppen"),
        ("#finding=2", "2. Rubrik STR201"),
        ("#finding=print-2", "2. Rubrik STR201"),
        ("#2", "2. Rubrik STR201"),
        ("#entity=agr-1", "Avtal om hjälpmedel 1"),
        ("#edge=5", "informerar"),
        ("#column=4", "11 övriga kommuner"),
    ],
)
def test_a_link_opens_what_it_names(open_page: Open, fragment: str, title: str) -> None:
    opened = show(open_page, page.render(made.small()), fragment=fragment)
    assert opened.page.inner_text("#details h2") == title


@pytest.mark.parametrize(
    "fragment", ["#card=nobody", "#finding=99", "#edge=-1", "#column=x", "#view=nothing", "#%E0%A4%A", "#=&="]
)
def test_a_link_to_nothing_opens_the_map(open_page: Open, fragment: str) -> None:
    opened = show(open_page, page.render(made.small()), fragment=fragment)
    assert not opened.page.is_visible("#details")
    assert opened.page.is_visible("#levels")
    assert opened.console == []


def test_search_finds_cards_and_what_is_folded_in_them(open_page: Open) -> None:
    opened = show(open_page, page.render(made.small()))
    opened.page.fill("#search", "HJÄLPMEDEL 2")
    assert opened.page.eval_on_selector_all("#hits [data-id]", "all => all.map((one) => one.dataset.id)") == ["agr-2"]
    assert "i 2 överenskommelser" in opened.page.inner_text("#hits")
    opened.page.keyboard.press("Enter")
    settle(opened)
    assert "agreements" in lit(opened)
    opened.page.fill("#search", "xyzzy")
    assert "Inga träffar" in opened.page.inner_text("#hits")
    opened.page.keyboard.press("Escape")
    assert not opened.page.is_visible("#hits")


def test_filters_leave_what_they_ask_for(open_page: Open) -> None:
    opened = show(open_page, page.render(made.small()))
    seen = "all => all.filter((one) => one.checkVisibility()).map((one) => one.dataset.card).sort()"
    opened.page.click("#filters summary")
    opened.page.select_option("[data-filter=level]", "0")
    assert set(opened.page.eval_on_selector_all("button.card", seen)) == {
        "council",
        "group-a",
        "group-b",
        "agreements",
        "office",
        "board",
        "federation",
    }
    assert opened.page.locator("#levels tbody tr:visible").count() == 1
    opened.page.select_option("[data-filter=relation]", "informs")
    assert opened.page.eval_on_selector_all("button.card", seen) == ["council", "federation"]
    assert "(2)" in opened.page.inner_text("#filters summary")
    settle(opened)
    assert measured(opened)["edges"] == 1
    opened.page.click("#filters-clear")
    opened.page.select_option("[data-filter=topic]", "children")
    assert opened.page.eval_on_selector_all("button.card", seen) == ["agreements"]
    opened.page.select_option("[data-filter=topic]", "care")
    assert len(opened.page.eval_on_selector_all("button.card", seen)) == len(made.small()["cards"])
    opened.page.select_option("[data-filter=rule]", "STR203")
    assert opened.page.eval_on_selector_all(
        ".finding", "all => all.filter((one) => one.checkVisibility()).map((one) => one.dataset.finding)"
    ) == ["4", "5"]
    opened.page.click("#filters-clear")
    opened.page.select_option("[data-filter=principal]", "other")
    assert opened.page.eval_on_selector_all("button.card", seen) == ["federation"]


def test_the_list_of_findings_is_narrowed_by_severity_and_certainty(open_page: Open) -> None:
    opened = show(open_page, page.render(made.small()))
    numbers = "all => all.filter((one) => one.checkVisibility()).map((one) => Number(one.dataset.finding))"
    assert opened.page.eval_on_selector_all(".finding", numbers) == [1, 2, 3, 4, 5, 6, 8]
    opened.page.check("input[value=open]")
    opened.page.uncheck("input[value=warning]")
    assert opened.page.eval_on_selector_all(".finding", numbers) == [1, 3, 7, 8]
    settle(opened)
    assert opened.page.eval_on_selector_all(".edge.lit", "all => all.map((one) => one.dataset.edge)") == ["2"]
    # what a link names is shown even where the list leaves it out
    opened.page.evaluate("location.hash = 'finding=6'")
    opened.page.wait_for_selector("[data-finding='6'][aria-pressed=true]")


def test_where_all_is_open_it_is_shown(open_page: Open) -> None:
    scene = made.small()
    scene["findings"] = [one for one in scene["findings"] if one["certainty"] == "open"]
    opened = show(open_page, page.render(scene))
    assert opened.page.is_visible("[data-finding='7']")
    assert opened.page.locator("#edges .edge.lit").count() == 0


def test_everything_is_reached_by_keyboard(open_page: Open) -> None:
    opened = show(open_page, page.render(made.small()))
    press = opened.page.keyboard.press
    for _ in range(3):
        press("Tab")
    assert opened.page.evaluate(ACTIVE) == "tab-levels"
    press("ArrowRight")
    assert opened.page.evaluate("remit.map.state.view") != "levels"
    press("ArrowLeft")
    assert opened.page.is_visible("#levels")
    press("Tab")
    opened.page.keyboard.type("samordningsgruppen")
    press("ArrowDown")
    press("Enter")
    settle(opened)
    assert opened.page.evaluate(ACTIVE) == "group-a"
    assert address(opened) == "#card=group-a"
    press("Escape")
    assert lit(opened) == set()
    press("ArrowRight")
    other = opened.page.evaluate(ACTIVE)
    assert other not in ("group-a", None)
    press("Enter")
    assert address(opened) == f"#card={other}"
    press("Escape")
    press("Home")
    press("ArrowDown")
    assert opened.page.evaluate("document.activeElement.matches('button.card')")
    # on to the list of findings, and to one of them
    for _ in range(20):
        press("Tab")
        if opened.page.evaluate(ACTIVE) == "2":
            break
    press("Enter")
    assert address(opened) == "#finding=2"
    # the filter and the language
    opened.page.focus("#filters summary")
    press("Enter")
    press("Tab")
    press("ArrowDown")
    assert opened.page.evaluate("remit.map.state.filters.level") == "0"
    press("Escape")
    press("Tab")
    assert opened.page.evaluate(ACTIVE) == "language"
    press("Enter")
    assert opened.page.evaluate("document.documentElement.lang") == "en"


def test_the_language_is_switched_everywhere(open_page: Open) -> None:
    opened = show(open_page, page.render(made.small()), fragment="#card=council")
    opened.page.click("#language")
    settle(opened)
    assert opened.page.title() == "Map: Made-up county"
    assert "The Council" in opened.page.inner_text("#levels")
    assert "Samverkansrådet" not in opened.page.inner_text("body")
    assert "Findings" in opened.page.inner_text("#details")
    assert opened.page.get_attribute("#details .close", "aria-label") == "Close"
    told = opened.page.eval_on_selector_all("#edges .label", "all => all.map((one) => one.dataset.label)")
    assert "answers to" in " ".join(told) or "svarar inför (en)" in told
    assert opened.page.locator("[data-filter=relation] option").first.text_content() == "all relations"


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_axe_objects_to_nothing(open_page: Open, lang: str, dark: bool) -> None:
    opened = show(open_page, page.render(made.changed(), lang), dark=dark)
    assert opened.violations() == []
    opened.page.click("[data-card='group-a']")
    opened.page.click("#filters summary")
    settle(opened)
    assert opened.violations() == []
    opened.page.click("[data-finding='3']")
    opened.page.fill("#search", "a")
    settle(opened)
    assert opened.violations() == []
    opened.page.keyboard.press("Escape")
    opened.page.click("#tab-tables")
    assert opened.violations() == []


@pytest.mark.parametrize("view", ["levels", "network", "loops", "tables"])
def test_axe_objects_to_nothing_in_a_shipped_model(open_page: Open, view: str) -> None:
    opened = show(open_page, shipped("vasterbotten-2017"), fragment=f"#view={view}")
    assert opened.page.is_visible(f"#view-{view}")
    assert opened.violations() == []
    assert (opened.requests, opened.console) == ([], [])


@pytest.mark.parametrize(("width", "height"), [(1400, 900), (390, 844)])
@pytest.mark.parametrize("fragment", ["", "#card=group-a", "#view=tables"])
def test_nothing_is_wider_than_the_screen(open_page: Open, fragment: str, width: int, height: int) -> None:
    opened = show(open_page, page.render(made.small()), fragment=fragment, width=width, height=height)
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [390, 1400])
def test_names_that_look_like_code_are_shown_as_text(open_page: Open, width: int) -> None:
    opened = show(open_page, page.render(made.hostile()), width=width, fragment="#card=group-a")
    assert opened.page.title().startswith("Karta: </script>")
    for target in ("[data-finding='1']", "#tab-tables"):
        opened.page.locator(target).first.evaluate("one => one.click()")
    opened.page.fill("#search", "script")
    settle(opened)
    assert "<img" in opened.page.inner_text("#hits")
    assert opened.page.title().startswith("Karta: </script>")
    assert (opened.requests, opened.console) == ([], [])
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width
    assert opened.page.locator("img").count() == 0


def test_before_and_after_are_told_by_sign_and_word(open_page: Open) -> None:
    opened = show(open_page, page.render(made.changed()))
    assert "jämfört med Det gamla länet" in opened.page.inner_text(".title")
    for identifier, words in (("group-a", "+ ny"), ("group-b", "\u2212 borttagen"), ("team", "~ ändrad")):
        assert words in opened.page.inner_text(f"[data-card='{identifier}']")
    heads = opened.page.locator("#finding-list .severity").all_inner_texts()
    for number, sign, word in ((1, "+", "ny"), (2, "\u2212", "borta"), (3, "=", "kvarstår")):
        assert f"({word}, " in opened.page.inner_text(f"[data-finding='{number}']")
        assert any(head.startswith(f"{sign} {word}, ") for head in heads)
    drawn = opened.page.eval_on_selector_all(".edge.lit", "all => all.map((one) => Number(one.dataset.edge)).sort()")
    assert drawn == [2, 3, 4]  # what was cleared is no longer marked
    opened.page.click("#filters summary")
    opened.page.check("#only-changes")
    seen = opened.page.eval_on_selector_all(
        "button.card", "all => all.filter((one) => one.checkVisibility()).map((one) => one.dataset.card)"
    )
    assert set(seen) == {"group-a", "group-b", "team", "council"}
    opened.page.click("[data-card='team']")
    assert "möten: 2 → 4" in opened.page.inner_text("#details")


def test_thirty_thousand_things_open_without_as_many_elements(open_page: Open) -> None:
    opened = show(open_page, page.render(made.large(30_000)))
    assert "Av utrymmesskäl" in opened.page.inner_text("#limits")
    opened.page.click("#tab-tables")
    assert opened.page.evaluate("document.querySelectorAll('*').length") < 6_000
    every = len(made.large(30_000)["entities"])
    assert f"100 av {every} rader" in opened.page.inner_text("#view-tables")
    opened.page.fill("#search", "Enhet 29999")
    assert opened.page.locator("#hits [data-id]").count() == 1
    assert opened.console == []


SEEN_WITH = """() => [...document.querySelectorAll("button.card .tag")]
  .filter((one) => one.checkVisibility() && one.innerText.includes("med Region"))
  .map((one) => one.closest("button").dataset.card).sort()"""


def test_with_whom_things_are_shared_stands_once_at_the_head_where_it_is_the_same(open_page: Open) -> None:
    opened = show(open_page, page.render(made.with_whom("Region A", "Region A")))
    assert opened.page.inner_text("th.family") == "Kommuner · överenskommelser och grupper med Region A"
    assert opened.page.evaluate(SEEN_WITH) == []
    # who hears the page hears it of each
    assert "med Region A" in opened.page.locator("[data-card='lok']").text_content()
    found = measured(opened)
    assert (found["overlaps"], found["cut"], found["under"], found["covered"]) == ([], [], [], [])
    opened.page.click("#language")
    assert opened.page.inner_text("th.family") == "Municipalities · agreements and groups with Region A"


def test_with_whom_things_are_shared_stands_on_each_frame_where_it_differs(open_page: Open) -> None:
    opened = show(open_page, page.render(made.with_whom("Region A", "Region B")))
    assert opened.page.inner_text("th.family") == "Kommuner"
    assert opened.page.evaluate(SEEN_WITH) == ["hok", "lok"]
    assert "med Region B" in opened.page.inner_text("[data-card='hok']")


def test_where_one_of_a_kind_is_not_shared_each_card_tells_it(open_page: Open) -> None:
    scene = made.with_whom("Region A", "Region A")
    scene["cards"].append(made.card("own", 1, 3, "officials", "Kommunens egen grupp"))
    scene["cards"].append(made.card("alone", 0, 0, "group", "Regionens grupp", **{"with": ["med Region C", "with C"]}))
    opened = show(open_page, page.render(scene))
    assert opened.page.inner_text("th.family") == "Kommuner"
    assert opened.page.evaluate(SEEN_WITH) == ["alone", "hok", "lok"]


def test_a_column_of_no_family_tells_with_whom_below_its_name(open_page: Open) -> None:
    scene = made.small()
    for one in ("first", "second"):
        shared = {"with": ["med Region C", "with Region C"]}
        scene["cards"].append(made.card(one, 1, 0, "officials", f"Grupp {one}", **shared))
    opened = show(open_page, page.render(scene))
    assert opened.page.inner_text("thead [data-column='0'] .note") == "grupper med Region C"
    assert opened.page.evaluate(SEEN_WITH) == []
    assert measured(opened)["cut"] == []


def test_a_head_on_two_lines_still_stands_above_the_names_of_the_columns(open_page: Open) -> None:
    scene = made.with_whom("Region " + "Långtnamn " * 30, "Region " + "Långtnamn " * 30)
    opened = show(open_page, page.render(scene), height=500)
    boxes = """() => {
      document.getElementById("map").scrollTop = 200;
      const [family, column] = ["th.family", "thead tr:nth-child(2) th"].map((one) => document.querySelector(one));
      return [family.getBoundingClientRect().bottom, column.getBoundingClientRect().top, family.offsetHeight];
    }"""
    bottom, top, height = opened.page.evaluate(boxes)
    assert height > 30
    assert top >= bottom - 1


@pytest.mark.parametrize("view", ["levels", "network", "tables"])
def test_a_model_with_nothing_to_place_says_so(open_page: Open, view: str) -> None:
    opened = show(open_page, page.render(made.empty()), fragment=f"#view={view}")
    assert "inget som kan placeras på kartan" in opened.page.inner_text("#empty")
    assert opened.page.is_visible(f"#view-{view}")
    assert (opened.requests, opened.console) == ([], [])
    assert opened.violations() == []


def test_without_scripts_the_table_and_the_findings_are_there(browser: Any, tmp_path: Any) -> None:
    path = tmp_path / "map.html"
    path.write_text(page.render(made.small()), encoding="utf-8")
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1400, "height": 900})
    opened = context.new_page()
    opened.goto(path.as_uri())
    assert opened.is_visible("button.card >> nth=0")
    assert opened.is_visible("[data-finding='1']")
    assert "Skript är avstängda" in opened.inner_text("body")
    context.close()


def test_print_shows_all_of_the_table_and_the_findings(open_page: Open) -> None:
    opened = show(open_page, page.render(made.small()), width=1500, height=1000)
    opened.page.emulate_media(media="print")
    settle(opened)
    assert not opened.page.is_visible("#search")
    whole = "map => map.scrollHeight <= map.clientHeight + 1 && map.scrollWidth <= map.clientWidth + 1"
    assert opened.page.eval_on_selector("#map", whole)
    shown = opened.page.eval_on_selector_all(".finding", "all => all.filter((one) => one.checkVisibility()).length")
    assert shown == 7
    found = measured(opened)
    assert (found["overlaps"], found["cut"], found["under"], found["covered"]) == ([], [], [], [])
    assert found["edges"] == 9
    pdf = opened.page.pdf(prefer_css_page_size=True)
    assert pdf.startswith(b"%PDF")
    # A3 lying: 420 by 297 mm in points
    assert b"/MediaBox [0 0 1190" in pdf.replace(b"1191", b"1190")


def test_the_table_is_a_table_for_who_does_not_see_it(open_page: Open) -> None:
    opened = show(open_page, page.render(made.small()))
    assert opened.page.locator("#levels caption").inner_text().startswith("Nivåer i rader")
    assert opened.page.locator("#levels tbody th[scope=rowgroup]").all_inner_texts() != []
    tree = opened.page.locator("#levels").aria_snapshot()
    assert "columnheader" in tree
    assert "politisk grupp: Samverkansrådet" in tree
    assert "Iakttagelser: " in tree


@pytest.mark.parametrize("name", ["vasterbotten-2017", "vasterbotten-2019"])
def test_a_large_table_is_printed_on_one_page_and_the_findings_after_it(open_page: Open, name: str) -> None:
    opened = show(open_page, shipped(name))
    pdf = opened.page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type /Page\b", pdf)) == 2


def test_soft_hyphens_part_long_words_where_swedish_does() -> None:
    told = soft("Länssamordningsgruppen (LSG) och Skellefteå, 11 övriga kommuner").replace("\u00ad", "-")
    assert told == "Läns-sa-mord-nings-grup-pen (LSG) och Skel-lef-teå, 11 övriga kommuner"
    assert soft("verksamhetsområde").replace("\u00ad", "-") == "verk-sam-hets-område"
    assert soft("xyz 123") == "xyz 123"
    assert soft("s" * 40) == "s" * 40


def test_of_many_without_a_common_name_the_list_names_the_first_and_how_many_more() -> None:
    scene = made.small()
    ids = list(scene["entities"])[:6]
    names = [scene["entities"][one]["name"] for one in ids]
    told = [name if isinstance(name, str) else name[0] for name in names]
    scene["findings"][0] |= {"message": "m" * 200, "about": "; ".join(told) + " " + "x" * 200, "subject": ids}
    shown = page.render(scene)
    assert f"{told[0]}, {told[1]} och 4 till" in shown

"""The loop as a page: the picture, the walk, and how each tells the other, in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import remit
from remit.graph.loop import Loops, loops
from remit.graph.org import Org
from remit.model.files import loads
from remit.views.pages import loops as page
from remit.views.pages.page import _hash, asset

Open = Callable[..., Any]

TOWNS = [f"t{number}" for number in range(6)]
MODEL = f"""\
remit: 1
model: {{id: county, title: {{sv: Länet, en: The county}}, as_of: 2020-01-01}}
levels: [near, county]
sources: {{report: {{title: Rapporten, year: 2019}}}}
principals:
  region: {{name: Regionen, kind: region}}
{"".join(f"  {one}: {{name: {one.upper()}, kind: municipality}}{chr(10)}" for one in TOWNS)}
topics:
  settled: {{name: {{sv: avgjorda frågor, en: settled matters}}}}
  silent: {{name: {{sv: tysta frågor, en: silent matters}}}}
  stopped: {{name: {{sv: stoppade frågor, en: stopped matters}}, part_of: silent}}
groups:
  board:
    name: Nämnden
    level: county
    source: report#Uppdrag
    remit: {{topics: settled, powers: [decide]}}
    seats: [{", ".join(f"{{principal: {one}, mandate: {{powers: [decide]}}}}" for one in ("region", *TOWNS))}]
    report_back: at the next meeting
  council:
    name: Rådet
    level: county
    source: report#Uppdrag
    territory: [region, {", ".join(TOWNS)}]
    remit: {{topics: stopped, powers: [recommend]}}
    seats: [{", ".join(f"{{principal: {one}, mandate: {{powers: [recommend]}}}}" for one in ("region", *TOWNS[:4]))}]
    recommends_to: [{", ".join(f"{{to: {one}, for_decision: yes}}" for one in ("region", *TOWNS))}]
    report_back: none
    meetings_per_year: 4
"""


@pytest.fixture(scope="module")
def found() -> Loops:
    return loops(Org(loads(MODEL)))


@pytest.fixture(scope="module")
def html(found: Loops) -> str:
    return page.render(found)


@pytest.fixture(scope="module")
def county() -> str:
    return page.render(remit.load("vasterbotten-2017").loops())


def cell(opened: Any, topic: str, column: str) -> Any:
    return opened.page.locator(f"button.loop-cell[aria-label^='{topic}, {column}:']")


def heads(opened: Any) -> list[str]:
    return [text.split("\n")[0] for text in opened.page.locator(".loop-table thead th .loop-name").all_inner_texts()]


def topics(opened: Any) -> list[str]:
    return list(opened.page.locator(".loop-table tbody th").all_inner_texts())


def active(opened: Any, what: str = "className") -> Any:
    return opened.page.evaluate(f"document.activeElement.{what}")


def test_the_same_loops_give_the_same_bytes(html: str) -> None:
    assert page.render(loops(Org(loads(MODEL)))) == html


def test_it_asks_for_nothing_and_says_nothing_on_the_console(open_page: Open, county: str) -> None:
    opened = open_page(county)
    opened.page.locator(".loop-cell").nth(5).click()
    opened.page.click("#language")
    assert (opened.requests, opened.console) == ([], [])


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_axe_objects_to_nothing(open_page: Open, county: str, lang: str, dark: bool) -> None:
    opened = open_page(county, dark=dark)
    if lang == "en":
        opened.page.click("#language")
    assert opened.violations() == []
    opened.page.locator(".loop-fold").last.click()
    opened.page.locator(".loop-go").nth(4).click()
    assert opened.violations() == []


# -- the picture -----------------------------------------------------------------------------------------------------


def test_a_cell_shows_how_far_a_matter_gets_by_shape_and_by_word(open_page: Open, html: str) -> None:
    opened = open_page(html)
    whole = cell(opened, "avgjorda frågor", "Regionen")
    assert whole.inner_text() == "hela vägen"
    assert whole.locator(".loop-sign.loop-closed").count() >= 7
    stopped = cell(opened, "stoppade frågor", "Regionen")
    assert stopped.inner_text() == "stannar i 6a"
    signs = stopped.locator(".loop-track .loop-sign")
    assert signs.count() == 8
    assert [signs.nth(at).evaluate("one => one.classList.contains('loop-broken')") for at in (0, 5)] == [False, True]
    assert signs.nth(5).evaluate("one => getComputedStyle(one, '::before').content") == '"✕"'
    silent = cell(opened, "tysta frågor", "Regionen")
    assert silent.inner_text().startswith(("öppet i", "stannar i"))


def test_alike_principals_fold_into_a_column_that_opens_and_folds_again(open_page: Open, html: str) -> None:
    opened = open_page(html)
    assert heads(opened) == ["Regionen", "T4 och T5", "4 övriga kommuner"]
    opened.page.get_by_role("button", name="Visa en kolumn för var och en av 4 övriga kommuner").click()
    assert heads(opened) == ["Regionen", "T4 och T5", "T0", "T1", "T2", "T3"]
    assert active(opened, "ariaExpanded") == "true"
    opened.page.get_by_role("button", name="Slå ihop 4 övriga kommuner till en kolumn").click()
    assert heads(opened) == ["Regionen", "T4 och T5", "4 övriga kommuner"]
    opened.page.click(".loop-members summary")
    assert "T0, T1, T2, T3" in opened.page.inner_text(".loop-members")


def test_the_totals_tell_how_many_get_all_the_way(open_page: Open, html: str, found: Loops) -> None:
    opened = open_page(html)
    rows = dict(zip(topics(opened), opened.page.locator("td.loop-reach").all_inner_texts(), strict=True))
    assert rows["avgjorda frågor"] == "7"
    assert rows["stoppade frågor"] == "0"
    assert opened.page.locator(".loop-foot td").first.inner_text() in ("1", "1–2")
    assert opened.page.locator(".loop-steps li").count() == 8
    low, high = found.steps["6a"]
    shown = opened.page.locator(".loop-steps li").nth(5).inner_text()
    assert f"{low * 100:.1f}".replace(".", ",") in shown
    sure = opened.page.locator(".loop-steps .loop-sure").nth(5).evaluate("one => parseFloat(one.style.width)")
    maybe = opened.page.locator(".loop-steps .loop-maybe").nth(5).evaluate("one => parseFloat(one.style.width)")
    assert (round(sure), round(sure + maybe)) == (round(low * 100), round(high * 100))


def test_topics_are_ordered_as_they_belong_by_name_or_by_how_far_they_get(open_page: Open, html: str) -> None:
    opened = open_page(html)
    assert topics(opened) == ["avgjorda frågor", "tysta frågor", "stoppade frågor"]
    opened.page.select_option(".loop-corner select", "least")
    assert topics(opened)[-1] == "avgjorda frågor"
    assert active(opened, "tagName") == "SELECT"
    opened.page.select_option(".loop-corner select", "most")
    assert topics(opened)[0] == "avgjorda frågor"
    opened.page.select_option(".loop-corner select", "name")
    assert topics(opened) == ["avgjorda frågor", "stoppade frågor", "tysta frågor"]


def test_some_that_break_without_a_name_are_told_beside_the_topic(open_page: Open, county: str) -> None:
    opened = open_page(county)
    row = opened.page.locator("tbody tr", has_text="folkhälsa")
    assert "minst 9 bryts" in row.locator(".loop-reach").inner_text()
    cell(opened, "folkhälsa", "11 kommuner").click()
    assert "Minst 9 av de 15 huvudmän som delar platser" in opened.page.inner_text(".loop-here")


# -- the walk --------------------------------------------------------------------------------------------------------


def test_choosing_a_cell_shows_its_way_and_where_it_stops(open_page: Open, html: str) -> None:
    opened = open_page(html)
    chosen = cell(opened, "stoppade frågor", "4 övriga kommuner")
    chosen.click()
    assert chosen.get_attribute("aria-pressed") == "true"
    assert opened.page.locator("[aria-pressed=true]").count() == 1
    assert "Stannar i steg 6a: återrapporterad till gruppen" in opened.page.inner_text(".loop-verdict")
    assert opened.page.locator(".loop-item").count() == 8
    here = opened.page.locator(".loop-item", has_text="Här stannar det")
    assert here.get_attribute("class").count("loop-current") == 1
    assert "Återrapportering från" in here.inner_text()
    assert "Rådet" in here.locator(".loop-facts").inner_text()
    assert "Rapporten" in here.locator(".loop-sources").inner_text()
    assert "46 dagar (Rådet: 46 dagar)" in opened.page.inner_text("#walk")


def test_the_step_of_decision_says_who_decides_and_who_can_stop_it(open_page: Open, html: str) -> None:
    opened = open_page(html)
    cell(opened, "stoppade frågor", "Regionen").click()
    fifth = opened.page.locator(".loop-item").nth(4)
    fifth.locator(".loop-go").click()
    told = fifth.locator(".loop-facts").inner_text()
    assert "Var och en för sig: 7 huvudmän" in told
    assert "Var och en ensam: 7 huvudmän" in told
    fifth.locator("details summary").first.click()
    assert "Regionen, T0, T1" in fifth.locator("details").first.inner_text()


def test_the_selects_and_the_buttons_lead_as_well(open_page: Open, html: str) -> None:
    opened = open_page(html)
    opened.page.get_by_role("combobox", name="Fråga", exact=True).select_option("settled")
    opened.page.get_by_role("combobox", name="Huvudman", exact=True).select_option("t5")
    assert opened.page.inner_text(".loop-verdict").strip() == "Når hela vägen"
    pressed = opened.page.locator("[aria-pressed=true]")
    assert pressed.get_attribute("aria-label").startswith("avgjorda frågor, T4 och T5:")
    assert opened.page.locator(".loop-before").is_disabled()
    for _ in range(7):
        opened.page.click(".loop-next")
    assert opened.page.locator(".loop-next").is_disabled()
    assert opened.page.locator("[aria-current=step]").inner_text().startswith("7")
    assert active(opened).startswith("loop-go")
    opened.page.click(".loop-before")
    assert opened.page.locator("[aria-current=step]").inner_text().startswith("6b")


def test_the_address_keeps_the_choice(open_page: Open, html: str) -> None:
    opened = open_page(html, fragment="#topic=settled&in=t3")
    assert opened.page.get_by_role("combobox", name="Huvudman", exact=True).input_value() == "t3"
    cell(opened, "stoppade frågor", "Regionen").click()
    assert opened.page.evaluate("location.hash") == "#topic=stopped&in=region"
    opened.page.evaluate("location.hash = '#topic=settled&in=t1'")
    opened.page.wait_for_function("document.querySelector('.loop-verdict').textContent.includes('hela vägen')")
    unknown = open_page(html, fragment="#topic=nothing&in=nobody")
    assert unknown.console == []
    assert unknown.page.locator(".loop-item").count() == 8


def test_a_single_choice_among_folded_principals_stays_the_same(open_page: Open, html: str) -> None:
    opened = open_page(html)
    opened.page.get_by_role("combobox", name="Huvudman", exact=True).select_option("t2")
    cell(opened, "avgjorda frågor", "4 övriga kommuner").click()
    assert opened.page.get_by_role("combobox", name="Huvudman", exact=True).input_value() == "t2"
    opened.page.click(".loop-alike summary")
    assert opened.page.inner_text(".loop-alike p") == "Likadant för T0, T1, T3."


def test_the_keyboard_alone_reaches_everything(open_page: Open, html: str) -> None:
    opened = open_page(html)
    press = opened.page.keyboard.press
    press("Tab")
    assert active(opened) == "skip"
    press("Enter")
    for _ in range(9):
        press("Tab")
        if active(opened).startswith("loop-cell"):
            break
    assert active(opened).startswith("loop-cell")
    press("PageUp")
    press("Home")
    assert active(opened, "getAttribute('aria-label')").startswith("avgjorda frågor, Regionen:")
    press("ArrowDown")
    press("ArrowDown")
    press("ArrowRight")
    press("ArrowUp")
    press("ArrowDown")
    assert active(opened, "getAttribute('aria-label')").startswith("stoppade frågor, T4 och T5:")
    press("Enter")
    assert "Stannar i steg 1" in opened.page.inner_text(".loop-verdict")
    for _ in range(12):
        press("Tab")
        if active(opened).startswith("loop-next"):
            break
    press("Enter")
    assert opened.page.locator("[aria-current=step]").inner_text().startswith("2")


def test_the_language_is_switched_everywhere(open_page: Open, html: str) -> None:
    opened = open_page(html)
    cell(opened, "stoppade frågor", "Regionen").click()
    opened.page.click("#language")
    shown = opened.page.inner_text("body")
    for english, swedish in (("It stops here", "Här stannar det"), ("all the way", "hela vägen"), ("raised", "väckt")):
        assert english in shown
        assert swedish not in shown
    assert cell(opened, "stopped matters", "Regionen").get_attribute("aria-pressed") == "true"
    assert "settled matters" in opened.page.get_by_role("combobox", name="Topic", exact=True).inner_text()
    assert opened.page.get_by_role("combobox", name="Topic", exact=True).input_value() == "stopped"
    assert opened.page.title() == "The loop: The county"
    assert opened.page.locator(".loop-corner option").first.inner_text() == "as the topics belong together"


# -- hostile, large, small -------------------------------------------------------------------------------------------

HOSTILE = "</script><script>document.title='no'</script><b>\"'&\u202e\ue000" + "x" * 300


def test_names_that_look_like_code_are_shown_as_text(open_page: Open) -> None:
    text = (
        "remit: 1\nmodel: {id: e, title: e, as_of: 2020-01-01}\n"
        "principals: {a: {name: NAME}, b: {}}\ntopics: {t: {name: NAME}}\n"
        "groups: {g: {name: NAME, remit: {topics: t}, seats: [a]}}\n"
    )
    quoted = "'" + HOSTILE.replace("'", "''").replace("\u202e", "").replace("\ue000", "") + "'"
    opened = open_page(page.render(loops(Org(loads(text.replace("NAME", quoted))))), width=390)
    assert opened.page.title() == "Slingan: e"
    assert "<b>" in opened.page.inner_text(".loop-table")
    assert "<b>" in opened.page.inner_text("#walk")
    assert opened.console == []
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 390
    widths = opened.page.locator(".loop-table th").evaluate_all("all => all.map(one => one.offsetWidth)")
    assert max(widths) < 250


@pytest.mark.parametrize(("width", "height"), [(1400, 900), (390, 844)])
def test_nothing_is_wider_than_the_screen(open_page: Open, county: str, width: int, height: int) -> None:
    opened = open_page(county, width=width, height=height)
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_a_wide_screen_a_county_fits_without_scrolling_sideways(open_page: Open, county: str) -> None:
    opened = open_page(county)
    scroller = opened.page.locator(".loop-scroll")
    assert scroller.evaluate("one => one.scrollWidth <= one.clientWidth")
    sizes = opened.page.locator(".loop-cell").evaluate_all("all => all.map(one => one.scrollWidth - one.clientWidth)")
    assert max(sizes) <= 0


def test_the_heads_stay_in_sight(open_page: Open, county: str) -> None:
    opened = open_page(county, height=600)
    opened.page.locator(".loop-scroll").evaluate("one => { one.scrollTop = 300; }")
    gap = opened.page.evaluate(
        "document.querySelector('.loop-corner').getBoundingClientRect().top"
        " - document.querySelector('.loop-scroll').getBoundingClientRect().top"
    )
    assert abs(gap) < 3


def test_a_picture_of_too_many_columns_says_so_and_shows_the_chosen_one(open_page: Open, html: str) -> None:
    data = '"drawn":6}' if '"drawn":5000}' in html else '"drawn":6,'
    cut = html.replace('"drawn":5000}', data).replace('"drawn":5000,', data)
    opened = open_page(cut)
    assert heads(opened) == ["Regionen", "T4 och T5"] or len(heads(opened)) == 2
    assert "2 av 3 kolumner" in opened.page.inner_text(".loop-limit")
    opened.page.get_by_role("combobox", name="Huvudman", exact=True).select_option("t0")
    assert heads(opened) == ["Regionen", "4 övriga kommuner"]
    assert opened.page.locator("[aria-pressed=true]").count() == 1


def test_nothing_to_follow_is_said_in_words(open_page: Open) -> None:
    empty = loops(Org(loads("remit: 1\nmodel: {id: e, title: e, as_of: 2020-01-01}\nprincipals: {a: {}}\n")))
    opened = open_page(page.render(empty))
    assert "Modellen har ingen fråga eller ingen huvudman att följa." in opened.page.inner_text("#matrix")
    assert (opened.console, opened.violations()) == ([], [])


def test_print_leaves_out_what_only_a_screen_needs_and_shows_every_step(open_page: Open, html: str) -> None:
    opened = open_page(html)
    opened.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    opened.page.emulate_media(media="print")
    assert opened.page.is_visible(".loop-members dd")
    assert not opened.page.is_visible(".loop-buttons")
    assert not opened.page.is_visible("#language")
    assert opened.page.locator(".loop-facts:visible").count() == 8
    assert opened.page.locator(".loop-scroll").evaluate("one => getComputedStyle(one).maxHeight") == "none"


# -- as parts of another page ----------------------------------------------------------------------------------------

HOST = """
const first = remit.matrix(document.getElementById("one"), remit.data, {onChoose: (...all) => chosen.push(all)});
const walk = remit.walk(document.getElementById("two"), remit.data, "settled", "t1",
  {onShow: (ids) => shown.push(ids), onChoose: (...all) => chosen.push(all), link: (id) => `pages/${id}.html`});
remit.matrix(document.getElementById("three"), remit.data, {steps: false});
"""


def test_the_parts_live_several_on_a_page_and_tell_whoever_made_them(open_page: Open, found: Loops) -> None:
    host = page.render(found)

    script = asset("loops_page.js")
    ours = f"var chosen = [], shown = [];{HOST}document.getElementById('language').onclick = () => remit.speak('en');"
    host = host.replace(script, ours).replace(_hash(script), _hash(ours))
    host = host.replace("</main>", '<div id="one"></div><div id="two"></div><div id="three"></div></main>')
    opened = open_page(host)
    assert opened.console == []
    assert opened.page.evaluate("shown") == []
    opened.page.locator("#two .loop-next").click()
    assert "board" in opened.page.evaluate("shown[0]")
    assert opened.page.locator("#two .loop-facts a:visible").get_attribute("href") == "pages/board.html"
    opened.page.locator("#one .loop-cell").first.click()
    assert opened.page.evaluate("chosen") == [["settled", "region"]]
    assert opened.page.locator("#three [aria-pressed=true]").count() == 0
    opened.page.evaluate("walk.select('stopped', 't5')")
    lit = opened.page.evaluate("shown.at(-1)")
    assert {"council", "t5"} <= set(lit)
    opened.page.evaluate("walk.step('5')")
    assert opened.page.locator("#two [aria-current=step]").inner_text().startswith("5")
    opened.page.evaluate("walk.select('no', 'such')")
    opened.page.click("#language")
    assert "settled matters" in opened.page.locator("#two select").first.inner_text()
    ids = opened.page.evaluate("[...document.querySelectorAll('[id]')].map(one => one.id)")
    assert len(ids) == len(set(ids))

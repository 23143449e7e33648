"""The site in a real browser, opened from a folder that can only be read: language, keyboard, register, policy."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from remit.api import Organisation, load
from remit.model.files import shipped
from remit.views.pages.site import write

Visit = Callable[..., Any]
TEMPLATES = (
    "index.html",
    "principals/ask.html",
    "groups/council.html",
    "introductions/council.html",
    "agreements/deal.html",
    "topics/discharge.html",
    "functions/head.html",
    "units/ask-board.html",
    "coordinators/coordinator.html",
    "recommendations/together.html",
    "register.html",
    "findings.html",
    "sources.html",
    "a-o.html",
    "groups.html",
    "principals.html",
)
"""A page of every template."""


def outside(shown: Any, folder: Path) -> list[str]:
    """What was asked for that is no file of the site."""
    return [one for one in shown.requests if not one.startswith(folder.as_uri())]


@pytest.mark.parametrize("path", TEMPLATES)
def test_a_page_asks_for_nothing_and_says_nothing_on_the_console(visit: Visit, folder: Path, path: str) -> None:
    shown = visit(folder / path)
    assert shown.requests == [(folder / path).as_uri()]
    assert shown.console == []


@pytest.mark.parametrize(("lang", "dark"), [("sv", False), ("en", True)])
@pytest.mark.parametrize("path", TEMPLATES)
def test_axe_objects_to_nothing(visit: Visit, folder: Path, path: str, lang: str, dark: bool) -> None:
    shown = visit(folder / path, f"?lang={lang}", dark=dark)
    assert shown.page.evaluate("document.documentElement.lang") == lang
    shown.page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert shown.violations() == []
    assert shown.console == []


@pytest.mark.parametrize("path", TEMPLATES)
def test_nothing_is_wider_than_a_phone(visit: Visit, folder: Path, path: str) -> None:
    shown = visit(folder / path, width=390, height=844)
    assert shown.page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_language_goes_along_from_page_to_page(visit: Visit, folder: Path) -> None:
    shown = visit(folder / "index.html")
    assert "Collaboration groups" not in shown.text()
    shown.page.click("#language")
    assert "Collaboration groups" in shown.text()
    assert "Samverkansgrupper" not in shown.text()
    assert shown.page.title() == "Trial county – collaboration"
    shown.page.click("main a:has-text('The council')")
    assert shown.page.url.endswith("groups/council.html?lang=en")
    assert "Introduction for new members" in shown.text()
    assert shown.page.title() == "The council – Trial county – collaboration"
    shown.page.click("a.button")
    assert shown.page.evaluate("document.documentElement.lang") == "en"
    shown.page.reload()
    assert "What is not settled or not known" in shown.text()
    shown.page.click("#language")
    shown.page.click(".crumbs a >> nth=0")
    assert shown.page.url.endswith("index.html")
    assert "Samverkansgrupper" in shown.text()
    assert outside(shown, folder) == []
    assert shown.console == []


def test_a_place_on_a_page_is_kept_when_the_language_is(visit: Visit, folder: Path) -> None:
    shown = visit(folder / "groups/council.html", "?lang=en")
    shown.page.click("#findings a >> nth=0")
    shown.page.wait_for_selector(":target")
    assert re.search(r"findings\.html\?lang=en#f\d+$", shown.page.url)
    assert shown.page.evaluate("document.querySelector(':target').getBoundingClientRect().top") < 900


def test_texts_in_one_language_only_are_marked_with_it(visit: Visit, folder: Path) -> None:
    shown = visit(folder / "groups/council.html", "?lang=en")
    marked = shown.page.eval_on_selector_all("main bdi[lang=sv]", "all => all.map((one) => one.textContent)")
    assert "samtala om vården" in marked
    assert "The council" not in marked
    assert shown.page.eval_on_selector_all(
        "main bdi[lang=sv]", "all => all.every((one) => one.checkVisibility() || one.closest('details:not([open])'))"
    )


def test_it_is_walked_with_the_keyboard_alone(visit: Visit, folder: Path) -> None:
    shown = visit(folder / "index.html")
    press = shown.page.keyboard.press
    focused = "document.activeElement.textContent"
    press("Tab")
    assert shown.page.evaluate("document.activeElement.className") == "skip"
    press("Enter")
    assert shown.page.evaluate("document.activeElement.id") == "content"
    for _ in range(60):
        press("Tab")
        assert shown.page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
        if shown.page.evaluate(focused).startswith("Rådet"):
            break
    else:
        pytest.fail("the council is not reached")
    press("Enter")
    shown.page.wait_for_url("**/groups/council.html")
    assert "Rådet" in shown.page.inner_text("h1")


# -- the register ------------------------------------------------------------------------------------------------------


def register_rows(shown: Any) -> list[list[str]]:
    return shown.page.eval_on_selector_all(
        "#register tbody tr",
        "all => all.filter((one) => one.checkVisibility()).map((one) => [one.dataset.principal, one.dataset.status])",
    )


def test_the_register_is_filtered_and_says_how_much_is_shown(visit: Visit, folder: Path) -> None:
    shown = visit(folder / "register.html")
    assert len(register_rows(shown)) == 7
    shown.page.select_option("#filter-status", "pending")
    assert register_rows(shown) == [["ask", "pending"]]
    assert shown.page.inner_text("#count").startswith("1 av 7 rader visas")
    shown.page.select_option("#filter-principal", "berg")
    assert register_rows(shown) == []
    assert shown.page.is_visible("#none")
    shown.page.select_option("#filter-status", "")
    assert register_rows(shown) == [["berg", "rejected"]]
    shown.page.click("#language")
    assert "decision" not in shown.page.inner_text("#filter-principal")
    assert shown.page.inner_text("#filter-status option >> nth=0") == "all"


def test_the_register_is_sorted_by_a_column_both_ways(visit: Visit, folder: Path) -> None:
    shown = visit(folder / "register.html")
    shown.page.click("#register th:has-text('Huvudman') button")
    up = [one for one, _ in register_rows(shown)]
    assert up == ["ask", "ask", "berg", "cedersta", "region", "region", "region"]
    assert shown.page.get_attribute("#register th:has-text('Huvudman')", "aria-sort") == "ascending"
    shown.page.click("#register th:has-text('Huvudman') button")
    assert [one for one, _ in register_rows(shown)] == ["region"] * 3 + ["cedersta", "berg", "ask", "ask"]


def test_a_status_on_the_front_page_leads_to_the_rows_that_have_it(visit: Visit, folder: Path) -> None:
    shown = visit(folder / "index.html")
    shown.page.click("#register a:has-text('avslaget')")
    assert register_rows(shown) == [["berg", "rejected"]]


def test_the_register_is_whole_where_no_script_runs(browser: Any, folder: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / "register.html").as_uri())
    assert page.locator("#register tbody tr").count() == 7
    assert not page.is_visible("#filters")
    context.close()


# -- what others wrote -------------------------------------------------------------------------------------------------

HOSTILE = [
    "</script><script>document.title='no'</script>",
    "<img src=x onerror=\"document.title='no'\">",
    "\"'>&<b>x</b>",
    "a\u202eb\u2066c",
    "x" * 300,
    "",
    "{{ 7 * 7 }}",
    "${7*7}",
    "javascript:alert(1)",
    "ord " * 80,
]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of a model in which every text that may be written is hostile."""
    folder = tmp_path_factory.mktemp("hostile")
    names = [one.replace("\\", "\\\\").replace('"', '\\"') for one in HOSTILE]
    groups = "".join(
        f'  g{n}: {{name: "{name}", level: l, note: "{name}", remit: {{purpose: "{name}", topics: [t{n}]}}, '
        f'assignment: "{name}", source: "s{n}#{name}", seats: [p{n}], escalates_to: [g{(n + 1) % len(names)}]}}\n'
        for n, name in enumerate(names)
    )
    each = lambda form: "".join(form.format(n=n, name=name) for n, name in enumerate(names))  # noqa: E731
    text = (
        f'remit: 1\nmodel: {{id: "m", title: "{names[0]}", as_of: 2024-01-01}}\nlevels: {{l: {{name: "{names[1]}"}}}}\n'
         "sources:\n" + each('  s{n}: {{title: "{name}", author: "{name}"}}\n')
        + "topics:\n" + each('  t{n}: {{name: "{name}"}}\n')
        + "principals:\n" + each('  p{n}: {{name: "{name}"}}\n')
        + "groups:\n" + groups
        + "recommendations:\n"
        + each('  r{n}: {{group: g{n}, to: [p{n}], text: "{name}", decisions: [{{principal: p{n}, outcome: approved, '
               'registry_number: "{name}"}}]}}\n')
    )  # fmt: skip
    path = folder / "model.yaml"
    path.write_text(text, encoding="utf-8")
    organisation = load(path)
    write(organisation.org, organisation.audit(certainty="open"), folder / "site")
    return folder / "site"


def test_names_that_look_like_code_are_shown_as_text(visit: Visit, hostile: Path) -> None:
    whole = ("index.html", "register.html", "findings.html", "sources.html", "a-o.html")
    groups = tuple(f"groups/g{n}.html" for n in range(len(HOSTILE)))
    for path in (*whole, *groups, "topics/t0.html", "introductions/g1.html", "principals/p2.html"):
        shown = visit(hostile / path, width=390, height=844)
        assert shown.console == [], path
        assert shown.requests == [(hostile / path).as_uri()], path
        assert shown.page.title() != "no"
        assert shown.page.evaluate("document.documentElement.scrollWidth") <= 390, path
        assert shown.page.locator("main img").count() == 0
    first = visit(hostile / "groups/g0.html")
    assert first.page.inner_text("h1") == HOSTILE[0]
    assert visit(hostile / "groups/g2.html").page.inner_text("h1") == HOSTILE[2]
    assert visit(hostile / "groups/g3.html").page.inner_text("h1") == "a\\u202eb\\u2066c"
    assert visit(hostile / "groups/g6.html").page.inner_text("h1") == "{{ 7 * 7 }}"


def test_a_name_that_is_empty_is_called_by_its_id(visit: Visit, hostile: Path) -> None:
    assert visit(hostile / "groups/g5.html").page.inner_text("h1") == "g5"


@pytest.mark.parametrize("path", ["groups/g0.html", "groups/g5.html", "register.html", "index.html"])
def test_axe_objects_to_no_hostile_name(visit: Visit, hostile: Path, path: str) -> None:
    assert visit(hostile / path).violations() == []


def test_the_policy_refuses_scripts_and_requests_that_are_not_its_own(
    visit: Visit, folder: Path, tmp_path: Path
) -> None:
    html = (folder / "index.html").read_text(encoding="utf-8")
    place = tmp_path / "changed.html"
    place.write_text(
        html.replace("</main>", "<img src='https://example.org/x.png'><script>document.title = 'no'</script></main>"),
        encoding="utf-8",
    )
    shown = visit(place)
    assert shown.page.title() == "Provlänet – samverkan"
    assert len(shown.console) >= 2


# -- every page of every model -----------------------------------------------------------------------------------------


@pytest.mark.long
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("name", shipped())
def test_axe_objects_to_nothing_on_any_page_of_a_shipped_model(visit: Visit, tmp_path: Path, name: str) -> None:
    organisation: Organisation = load(name)
    folder = tmp_path / "site"
    write(organisation.org, organisation.audit(certainty="open"), folder)
    shown = visit(folder / "index.html")
    for path in sorted(folder.rglob("*.html")):
        shown.page.goto(path.as_uri())
        shown.page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        assert shown.violations() == [], path
        assert shown.page.evaluate("document.documentElement.scrollWidth") <= 1400, path
    assert shown.console == []
    assert outside(shown, folder) == []

"""The accessibility statement: blanks until it is filled in, and the file that fills it in."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from remit.api import Organisation
from remit.model.files.problems import ModelErrors, UsageProblem
from remit.views.pages.site import made
from remit.views.pages.site.statement_file import Fault, StatementErrors, blank_file, parse, read
from remit.views.pages.site.statement_texts import FIELDS, OPTIONAL

Open = Callable[..., Any]

WHOLE = """\
# en kommentar
organisation: Region <b>X</b>
organisation.en: The Region
webbplats: Samverkan i länet
följsamhet: delvis
brist: Kartan går inte att använda med skärmläsare.
  Samma uppgifter finns i tabellen.
brist: Länkar ser lika ut
brist.en: The map cannot be used with a screen reader.
betungande: inga
undantag: Inga.
meddelande: https://example.org/brister
tillsyn: Tillsynsmyndigheten
anmälan: https://example.org/anmal?a=1&b=2
metod: egen bedömning
bedömd: 2026-11-01
uppdaterad: 2026-11-02
kontakt: 08-123 45
"""


def page(example: Organisation, text: str | None = None, lang: str = "sv") -> str:
    faults: list[Fault] = []
    statement = parse(text, faults) if text is not None else None
    assert faults == []
    return dict(made(example.org, lang=lang, statement=statement))["accessibility.html"]


def text_of(html: str, lang: str = "sv") -> str:
    other = "en" if lang == "sv" else "sv"
    main = html[html.index("<main") : html.index("</main>")]
    main = re.sub(rf'<span lang="{other}">.*?</span>', "", main, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


def test_nothing_is_claimed_before_it_is_filled_in(example: Organisation) -> None:
    html = page(example)
    told = text_of(html)
    assert "Utkast – inte klar att publicera" in told
    assert html.count('<mark class="blank">') >= len(FIELDS) - len(OPTIONAL)
    for claim in ("är helt förenlig", "är delvis förenlig", "är inte förenlig", "Vi känner inte till några brister"):
        assert claim not in told


def test_every_page_has_a_link_to_it(example: Organisation) -> None:
    for path, html in made(example.org):
        root = "../" * path.count("/")
        assert f'href="{root}accessibility.html"' in html, path


def test_a_statement_that_is_filled_in_has_no_blanks(example: Organisation) -> None:
    html = page(example, WHOLE)
    told = text_of(html)
    assert "blank" not in html[html.index("<main") :]
    assert "Utkast" not in told
    assert "Region &lt;b&gt;X&lt;/b&gt; står bakom Samverkan i länet" in told
    assert "Webbplatsen är delvis förenlig med lagen" in told
    assert "Kartan går inte att använda med skärmläsare. Samma uppgifter finns i tabellen." in told
    assert "Vi åberopar inget sådant undantag." in told
    assert 'href="https://example.org/anmal?a=1&amp;b=2"' in html
    assert "Bedömningen gjordes 2026-11-01 ." in told
    english = text_of(html, "en")
    assert "The Region is behind Samverkan i länet" in english
    assert "The site is partially compliant with the Act" in english
    assert "The map cannot be used with a screen reader." in english


def test_a_file_half_filled_in_says_how_much_is_missing(example: Organisation) -> None:
    told = text_of(page(example, "organisation: Region X\nbedömd: 2026-11-01\n"))
    assert f"{len(FIELDS) - len(OPTIONAL) - 2} uppgifter saknas." in told
    assert "Region X står bakom Fyll i:" in told


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_file_that_the_page_shows_can_be_read_and_keeps_what_was_told(lang: str) -> None:
    faults: list[Fault] = []
    empty = blank_file(parse("", faults), lang)
    assert parse(empty, faults).answers == {}
    told = parse(WHOLE, faults)
    again = parse(blank_file(told, lang), faults)
    assert faults == []
    assert {key: [text.get(lang) for text in texts] for key, texts in again.answers.items()} == {
        key: [text.get(lang) for text in texts] for key, texts in told.answers.items()
    }


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("\nmetod\n", 2, "raden hör inte till någon uppgift"),
        ("  löst\n", 1, "raden hör inte till någon uppgift"),
        ("färg: blå\n", 1, "det finns ingen uppgift ”färg”"),
        ("metod: a\n\nmetod: b\n", 3, "”metod” står redan på rad 1"),
        ("bedömd: igår\n", 1, "”igår” är ingen dag"),
        ("uppdaterad: 2026-02-30\n", 1, "ingen dag"),
        ("anmälan: javascript:alert(1)\n", 1, "är ingen länk"),
        ("meddelande: https://a b\n", 1, "är ingen länk"),
        ("följsamhet: bra\n", 1, "skriv helt, delvis eller inte"),
        ("brist: inga\nbrist: en till\n", 2, "både att det inte finns några och räknar upp"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, line: int, said: str) -> None:
    faults: list[Fault] = []
    parse(text, faults)
    assert [one.line for one in faults] == [line]
    assert said in faults[0].text.sv
    assert faults[0].text.en


def test_all_faults_are_told_at_once_in_order(tmp_path: Path) -> None:
    path = tmp_path / "statement.txt"
    path.write_text("bedömd: igår\nfärg: blå\nmetod\n", encoding="utf-8")
    with pytest.raises(StatementErrors) as raised:
        read(path)
    lines = raised.value.render("sv").splitlines()
    assert [line.split(":")[1] for line in lines] == ["1", "2", "3"]


def test_a_file_that_is_not_there_or_no_text_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageProblem):
        read(tmp_path / "none.txt")
    path = tmp_path / "statement.txt"
    path.write_bytes("organisation: Sjöbo".encode("cp1252"))
    with pytest.raises(ModelErrors):
        read(path)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("text", [None, WHOLE])
def test_axe_objects_to_nothing(
    open_page: Open, example: Organisation, text: str | None, lang: str, dark: bool
) -> None:
    opened = open_page(page(example, text, lang), dark=dark, width=390)
    opened.page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert opened.violations() == []
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 390
    assert (opened.requests, opened.console) == ([], [])


def test_links_out_of_the_site_are_left_as_they_are(open_page: Open, example: Organisation) -> None:
    opened = open_page(page(example, WHOLE))
    opened.page.click("#language")
    links = opened.page.eval_on_selector_all("a[rel=external]", "all => all.map(one => one.getAttribute('href'))")
    assert links == ["https://example.org/brister", "https://example.org/anmal?a=1&b=2"]

"""A page in a notebook: part of the notebook itself, in a frame that can neither read it nor open anything."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

import remit
from remit.model.text import Text
from remit.views.pages.shown import Shown

Open = Callable[..., Any]
HOST = "<!doctype html><html lang='sv'><title>Anteckningsbok</title><body><h1>Anteckningsbok</h1>{}</body></html>"


@pytest.fixture(scope="module")
def sent_on() -> str:
    """What a notebook that made a map holds after it has been saved and read again."""
    cells = [nbformat.v4.new_code_cell('import remit\nremit.load("vasterbotten-2017").map()')]
    notebook = nbformat.v4.new_notebook(cells=cells)
    NotebookClient(notebook, timeout=100, kernel_name="python3").execute()
    again = nbformat.reads(nbformat.writes(notebook), as_version=4)
    return str(again.cells[0].outputs[0].data["text/html"])


def test_a_map_is_seen_in_a_notebook_that_was_sent_on(open_page: Open, sent_on: str) -> None:
    opened = open_page(HOST.format(sent_on))
    frame = opened.page.frames[1]
    frame.wait_for_selector("svg path[data-edge]", state="attached")
    frame.click("[data-card=lsg]")
    assert "Länssamordningsgruppen" in frame.inner_text("[aria-live]")
    frame.press("[data-card=lsg]", "Escape")
    assert "Länssamordningsgruppen" not in frame.inner_text("[aria-live]")
    assert (opened.requests, opened.console) == ([], [])


def test_a_page_in_a_notebook_cannot_touch_the_notebook(open_page: Open) -> None:
    hostile = "<script>try { parent.document.title = 'touched' } catch { document.title = 'kept out' }</script>"
    opened = open_page(HOST.format(Shown(hostile, Text("En sida", "A page"))._repr_html_()))
    opened.page.frames[1].wait_for_function("document.title === 'kept out'")
    assert opened.page.title() == "Anteckningsbok"


def test_the_frame_of_a_page_has_a_name_and_nothing_breaks_out_of_it(open_page: Open) -> None:
    shown = Shown("<p>\"'></iframe><b>out</b></p>", Text('En "karta"></iframe>', "A map"))
    opened = open_page(HOST.format(shown._repr_html_()))
    assert opened.page.locator("iframe").get_attribute("title") == 'En "karta"></iframe>'
    assert opened.page.locator("body > b").count() == 0
    assert opened.page.frames[1].locator("b").inner_text() == "out"


def test_a_page_is_saved_whole_and_says_what_it_is(tmp_path: Path) -> None:
    shown = Shown("å" * 1000, Text("Karta över Ask", "Map of Ask"))
    assert shown.save(tmp_path / "map.html").read_text(encoding="utf-8") == "å" * 1000
    assert repr(shown) == "<Map of Ask: a page of 2 kB; .save(path) writes it>"


def test_the_map_of_a_model_is_the_same_each_time_and_leaves_persons_out_where_asked(tmp_path: Path) -> None:
    path = tmp_path / "model.yaml"
    path.write_text(
        "remit: 1\n"
        "model: {id: small, title: Small, as_of: 2020-01-01}\n"
        "levels: [near]\n"
        "principals: {ask: {name: Ask, kind: municipality}}\n"
        "persons: {holder: {name: Kim Namnsson, holds: [{function: head}]}}\n"
        "units: {board: {name: The board, principal: ask, level: near, kind: board}}\n"
        "functions: {head: {name: Head, unit: board}}\n"
        "topics: {health: {name: Health}}\n"
        "groups: {council: {name: Council, remit: {topics: [health]}, seats: [\n"
        "  {id: kim-seat, principal: ask, person: holder}]}}\n",
        encoding="utf-8",
    )
    org = remit.load(path)
    assert org.map().html == remit.load(path).map().html
    assert "Kim Namnsson" in org.map().html
    shown = org.map(persons=False).html
    assert all(word not in shown for word in ("Namnsson", "kim-seat", '"holder"'))
    assert "kim-seat" in org.map().html


def test_a_map_compares_with_one_other_structure_only() -> None:
    org = remit.load("vasterbotten-2017")
    with pytest.raises(remit.api.RequestError):
        org.map(before=org, after=org)

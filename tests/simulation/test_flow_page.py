"""docs/flow.md tells of every row that a programme has, and of none that it has not."""

from __future__ import annotations

import re
from pathlib import Path

from tests.simulation.small import SEAT_ABOVE, SEAT_BELOW, TO_EACH, org

from remit.simulation.build import build
from remit.simulation.parameters import load_parameters

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "flow.md").read_text(encoding="utf-8")
DECIDES = "mandates: [{powers: [decide], topics: [care]}]"
STRUCTURES: list[list[tuple[str, str]]] = [
    [],
    [("as_of: 2020-01-01", "as_of: 2020-01-01, coverage: {default: unknown}"), (f"    recommends_to: {TO_EACH}\n", "")],
    [(SEAT_BELOW, ""), (SEAT_ABOVE, "")],
    [("    unanimous: yes\n    way_on: none\n", ""), ("report_back: to the next meeting", "report_back: none")],
    [("topics: [care, small], powers: [discuss]", "topics: [small], powers: [discuss]")],
    [("groups:\n", f"functions:\n  chief: {{principal: ask, {DECIDES}}}\ngroups:\n")],
    [("  council:\n", "  twin: {level: near, remit: {topics: [care]}, seats: [region, ask]}\n  council:\n")],
]
ANSWERS = {"approved", "rejected", "done"}
"""The ends of children, which the page tells in words."""


def begins(label: str) -> str:
    """What a label begins with: its word, without group, principal or number."""
    return label.partition(":")[0]


def test_the_page_tells_of_each_row_and_of_no_other() -> None:
    tables = re.findall(r"^\| (`.*?) \|", PAGE.partition("## Parameters")[0], re.MULTILINE)
    named = {begins(label) for first in tables for label in re.findall(r"`(\S+?)`", first)}
    used = {begins(label) for changes in STRUCTURES for label in build(org(*changes), load_parameters()).rows.label}
    assert used - ANSWERS == named - ANSWERS
    assert "rejected" in named


def test_the_python_of_the_page_is_there() -> None:
    from remit.simulation.build import build, draw
    from remit.simulation.engines import run

    assert "from remit.simulation.build import build, draw" in PAGE
    assert callable(build)
    assert callable(draw)
    assert callable(run)

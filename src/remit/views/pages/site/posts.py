"""A page per function and per unit."""

from __future__ import annotations

from collections.abc import Iterator

from remit.views.pages.site import blocks, seats
from remit.views.pages.site import texts as t
from remit.views.pages.site.blocks import Block
from remit.views.pages.site.facts import Facts
from remit.views.pages.site.frame import Page, Site
from remit.views.pages.site.lines import Lines

FUNCTION = ("principal", "unit", "level", "reports_to", "primary", "manages", "assignment", "horizontal_duty", "leads",
            "vacant", "count", "since", "until")  # fmt: skip
FUNCTION_BRIEF = (
    "principal",
    "level",
    "primary",
    "manages",
    "horizontal_duty",
    "leads",
    "vacant",
    "count",
    "since",
    "until",
)
UNIT = ("principal", "provider", "parent", "kind", "level", "topics", "serves", "count", "status")
UNIT_BRIEF = ("provider", "count", "topics", "serves", "status")


def pages(site: Site, facts: Facts) -> Iterator[Page]:
    """The pages of the functions and units."""
    named = facts.references
    lines = Lines(site)
    filled: dict[str, list[seats.Row]] = {}
    for group in site.sorted_things("group"):
        for row in seats.in_group(facts, group.id):
            for piece in row.function.pieces:
                if piece.id:
                    filled.setdefault(piece.id, []).append(row)
    for function in site.sorted_things("function"):
        left_out = (("seat", "function"), ("function", "reports_to"), ("holding", "function"))
        holders = [one.by for one in named.by(function.id, "holding", "function")]
        content = [
            blocks.about(facts, function, FUNCTION, FUNCTION_BRIEF),
            Block("seats", t.SITS_IN, "seats", filled.get(function.id, []), empty=t.NO_SEAT_OF_FUNCTION),
            blocks.parts(facts, function, "mandates", t.MANDATES),
            Block("reports", t.REPORTING, "refs", site.by_name(lines.reports.get(function.id, []))),
            Block("held", t.HELD_BY, "refs", holders),
            blocks.ways_out(facts, function),
            blocks.ways_in(facts, function),
            blocks.others(facts, function, (*FUNCTION, "mandates")),
            blocks.mentions(named.of(function.id, *left_out)),
        ]
        yield blocks.page(site, function, content, facts)
    for unit in site.sorted_things("unit"):
        left_out = (("unit", "parent"), ("function", "unit"), ("function", "reports_to"))
        content = [
            blocks.about(facts, unit, UNIT, UNIT_BRIEF),
            blocks.parts(facts, unit, "mandates", t.MANDATES),
            Block("functions", t.FUNCTIONS_IN, "refs", site.by_name(lines.functions.get(unit.id, []))),
            Block("below", t.UNITS_BELOW, "refs", site.by_name(lines.below.get(unit.id, []))),
            Block("reports", t.REPORTING, "refs", site.by_name(lines.reports.get(unit.id, []))),
            blocks.ways_out(facts, unit),
            blocks.ways_in(facts, unit),
            blocks.others(facts, unit, (*UNIT, "mandates")),
            blocks.mentions(named.of(unit.id, *left_out)),
        ]
        yield blocks.page(site, unit, content, facts)

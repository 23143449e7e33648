"""A page for each thing of the other kinds (coordinators, joint bodies, goals, activities …): all that is told."""

from __future__ import annotations

from collections.abc import Iterator

from remit.views.pages.site import blocks
from remit.views.pages.site import texts as t
from remit.views.pages.site.blocks import Block
from remit.views.pages.site.facts import Facts
from remit.views.pages.site.frame import Page, Site, kinds
from remit.views.pages.site.records import Entry, folded

OWN = ("group", "principal", "agreement", "topic", "function", "unit")
"""Kinds with pages of their own form."""


def pages(site: Site, facts: Facts) -> Iterator[Page]:
    """The pages."""
    named = facts.references
    entries: dict[str, list[Entry]] = {}
    for entry in facts.register:
        entries.setdefault(entry.recommendation, []).append(entry)
    for kind in sorted(kinds()):
        if kind in OWN:
            continue
        for thing in site.sorted_things(kind):
            if thing.id not in site.addresses:
                continue
            parts = [
                (field, title)
                for field, title in blocks.part_fields(kind)
                if (kind, field) != ("recommendation", "decisions")
            ]
            content = [
                Block(
                    "about",
                    t.ABOUT,
                    "facts",
                    facts.others(thing.id, [field for field, _ in parts] + ["decisions"]),
                    empty=site.silent,
                ),
                *(blocks.parts(facts, thing, field, title) for field, title in parts),
                Block("decisions", t.DECIDED_ON_IT, "entries", folded(entries.get(thing.id, []))),
                blocks.mentions(named.of(thing.id)),
            ]
            yield blocks.page(site, thing, content, facts)

"""The blocks that the pages of single things are built of: each with a heading, a form and what fills it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from remit.graph.org import Thing
from remit.model.kinds import registry
from remit.model.text import Text
from remit.views.pages.site import texts as t
from remit.views.pages.site import ways
from remit.views.pages.site.facts import Facts, Told, clean_note
from remit.views.pages.site.frame import Page, Site
from remit.views.pages.site.references import Mentions


@dataclass(frozen=True, slots=True)
class Block:
    """A section of a page. ``form`` names the macro that shows ``content``; ``empty``: what stands where it is empty
    (None: the whole block is left out then).
    """

    id: str
    title: Text
    form: str
    content: Any
    lead: Text | None = None
    empty: Text | None = None


def page(site: Site, thing: Thing, blocks: Iterable[Block], facts: Facts, label: Text | None = None) -> Page:
    """A page of one thing, of the blocks that have something to show."""
    shown = [one for one in blocks if one.content or one.empty is not None]
    if site.audit is not None:
        shown.append(
            Block("findings", t.FINDINGS_ABOUT, "findings", site.findings(thing.id), empty=t.NO_FINDINGS_ABOUT)
        )
    values = {"facts": facts, "note": clean_note(site.org.entity(thing.id).note), "blocks": shown}
    return Page(
        site.addresses[thing.id],
        site.name(thing.id),
        "site/thing.html",
        values,
        site.above(thing.kind),
        label or site.label(thing.kind),
        about=thing.id,
    )


def about(facts: Facts, thing: Thing, paths: Sequence[str], brief: Sequence[str] = ()) -> Block:
    """The most important fields, silent or not (those of ``brief`` only where somebody says something)."""
    rows = [told for told in facts.many(thing.id, *paths) if told.said or told.path not in brief]
    return Block("about", t.ABOUT, "facts", rows)


def others(facts: Facts, thing: Thing, shown: Iterable[str]) -> Block:
    """Whatever else is told."""
    return Block("others", t.OTHER_FACTS, "facts", facts.others(thing.id, (*shown, *ways.SHOWN)))


def ways_in(facts: Facts, thing: Thing) -> Block:
    """The ways that lead to it."""
    return Block("ways-in", t.IN, "ways", ways.into(facts, thing.id))


def ways_out(facts: Facts, thing: Thing) -> Block:
    """The ways that lead from it."""
    return Block("ways-out", t.OUT, "ways", ways.out(facts, thing.id))


def mentions(rows: Sequence[Mentions]) -> Block:
    """Who else names it."""
    return Block("named", t.NAMED_BY, "mentions", rows)


def parts(facts: Facts, thing: Thing, field: str, title: Text) -> Block:
    """The parts of a thing under a field (mandates, allocations, statuses): what is told of each."""
    org = facts.org
    inside = [one for one in getattr(org.entity(thing.id), field, None) or () if one.id in org.model.entities]
    rows: list[list[Told]] = []
    for one in inside:
        told = facts.others(one.id, ())
        if told:
            rows.append(told)
    if not inside:
        whole = facts.told(thing.id, field, title)
        return Block(field, title, "facts", [whole] if whole.said else [])
    return Block(field, title, "parts", rows)


def part_fields(kind: str) -> list[tuple[str, Text]]:
    """The fields of a kind under which parts of a kind of their own stand, with what they are called."""
    cls = registry()[kind]
    return [(field, registry()[part].kind_meta.plural) for field, part in cls.kind_meta.parts]

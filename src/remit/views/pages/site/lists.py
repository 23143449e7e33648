"""The lists: one per kind, and one of everything, A to Ö."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from remit.graph.org import Thing
from remit.model.text import Text
from remit.views.pages.site import seats
from remit.views.pages.site import texts as t
from remit.views.pages.site.facts import Facts, Told
from remit.views.pages.site.frame import INDEX, Page, Site, kinds
from remit.views.pages.site.parties import parties

GROUP = ("kind", "meetings_per_year", "answers_to", "agreement")
COLUMNS: dict[str, tuple[str, ...]] = {
    "agreement": ("level", "scope", "parties"),
    "topic": ("part_of", "populations"),
    "function": ("principal", "unit"),
    "unit": ("principal", "parent"),
    "activity": ("levels", "owner"),
    "coordinator": ("covers", "employed_by"),
    "indicator": ("owner", "status"),
    "goal": ("owner",),
    "joint_body": ("form", "host"),
    "matter": ("group", "owner", "status"),
    "process_leader": ("area", "territory"),
    "provider": ("principal", "ownership"),
    "recommendation": ("group", "date", "to"),
    "territory": ("principals",),
}
"""What a list of a kind tells of each thing beside its name."""


class Row(NamedTuple):
    """A thing in a list, with what is told of it."""

    id: str
    cells: list[Told]
    counts: list[int]


class Listed(NamedTuple):
    """Rows under one heading (empty: none)."""

    title: Text | None
    rows: list[Row]


class Entry(NamedTuple):
    """Something that has a page: what the index and the search name."""

    id: str
    kind: str
    name: Text
    path: str


def entries(site: Site) -> list[Entry]:
    """Everything that has a page of its own, by name."""
    return [Entry(one, site.org.kind(one), site.name(one), site.addresses[one]) for one in site.by_name(site.addresses)]


def pages(site: Site, facts: Facts) -> Iterator[Page]:
    """A list per kind that there is, then the index."""
    for kind, meta in sorted(kinds().items()):
        things = [one for one in site.sorted_things(kind) if one.id in site.addresses]
        if not things:
            continue
        crumb = site.above(kind)[0]
        paths = GROUP if kind == "group" else COLUMNS.get(kind, ())
        heads = [facts.label(kind, path) for path in paths]
        if kind == "principal":
            heads = [t.SEATS, t.SHARED_SEATS, t.AGREEMENTS, t.WAITING]
        values = {
            "facts": facts,
            "kind": kind,
            "lead": meta.description,
            "head": site.label(kind),
            "heads": heads,
            "lists": _lists(site, facts, kind, things, paths),
        }
        yield Page(crumb.path, crumb.title, "site/list.html", values)
    letters: dict[str, list[Entry]] = {}
    for entry in entries(site):
        letters.setdefault(letter(entry.name.sv), []).append(entry)
    yield Page(INDEX, t.INDEX_TITLE, "site/index.html", {"letters": list(letters.items())})


def _lists(site: Site, facts: Facts, kind: str, things: list[Thing], paths: tuple[str, ...]) -> list[Listed]:
    if kind == "principal":
        return [Listed(None, _principals(facts, things))]
    rows = [Row(one.id, facts.many(one.id, *paths), []) for one in things]
    if kind == "group":
        by_level = {row.id: site.org.thing(row.id).fact("level") for row in rows}
        return [
            Listed(site.name(level) if level else t.LEVEL_UNTOLD, [row for row in rows if row.id in set(ids)])
            for level, ids in levels(site, list(by_level))
        ]
    return [Listed(None, rows)]


def levels(site: Site, groups: list[str]) -> list[tuple[str, list[str]]]:
    """Groups by level, the level farthest from the citizen first, those whose level nobody tells last."""
    org = site.org
    found: dict[str, list[str]] = {}
    for group in groups:
        level = org.resolver.fact(group, "level")
        found.setdefault(level.value if level.known else "", []).append(group)
    known = [one for one in found if one]
    order = sorted(known, key=lambda one: (-(org.rank(one) or 0), one))
    return [(one, site.by_name(found[one])) for one in (*order, "") if one in found]


def _principals(facts: Facts, things: list[Thing]) -> list[Row]:
    seated, agreed = seats.of_principal(facts), parties(facts)
    waiting: dict[str, int] = {}
    for entry in facts.register:
        waiting[entry.principal] = waiting.get(entry.principal, 0) + entry.waits
    rows = []
    for one in things:
        mine = seated.get(one.id, [])
        own = sum(not row.who.members for row in mine)
        sure = sum(not party.perhaps for party in agreed.get(one.id, []))
        rows.append(Row(one.id, [], [own, len(mine) - own, sure, waiting.get(one.id, 0)]))
    return rows


def letter(name: str) -> str:
    """The letter that a name stands under: Å, Ä and Ö are letters, other accents are not; what is no letter: #."""
    first = unicodedata.normalize("NFC", name[:2]).upper()[:1]
    if first in ("Å", "Ä", "Ö"):
        return first
    plain = unicodedata.normalize("NFD", first)[:1]
    return plain if plain.isalpha() else "#"

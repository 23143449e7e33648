"""The sources, each with what rests on it: which facts of whom, by heading."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from remit.model.facts import Said, State
from remit.model.text import Text
from remit.model.whole import SYSTEM
from remit.views.pages.site import texts as t
from remit.views.pages.site.facts import Facts
from remit.views.pages.site.frame import SOURCES, Page, Site, clean, source_anchor

_ITEM = re.compile(r"\[\d+\]$")
ABOUT = ("year", "author", "kind", "file", "licence")


class Resting(NamedTuple):
    """What rests on a heading: whom it is about, and what of it."""

    id: str
    fields: list[Text]


class Document(NamedTuple):
    """A source: what it is, and under which of its headings what is told."""

    id: str
    anchor: str
    title: Text
    about: list[tuple[Text, Text]]
    headings: list[tuple[str, list[Resting]]]
    number: int
    """How many facts rest on it."""


def pages(site: Site, facts: Facts) -> Iterator[Page]:
    """The page of sources."""
    told = _told(site, facts)
    documents = []
    for source in site.org.things("source"):
        headings = told.get(source.id, {})
        rows = [
            (
                heading,
                [
                    Resting(one, list(dict.fromkeys(fields)))
                    for one, fields in sorted(about.items(), key=lambda p: _place(site, p[0]))
                ],
            )
            for heading, about in headings.items()
        ]
        number = sum(len(fields) for about in headings.values() for fields in about.values())
        documents.append(
            Document(
                source.id,
                source_anchor(site.org, source.id),
                site.source_title(source.id),
                _about(site, source.id),
                rows,
                number,
            )
        )
    without = sum(1 for said, _, _ in _everything(site) if not said.sources)
    yield Page(SOURCES, t.SOURCES, "site/sources.html", {"facts": facts, "documents": documents, "without": without})


def _place(site: Site, identifier: str) -> tuple[bool, str]:
    return (identifier == SYSTEM, site.name(identifier).sv.casefold())


def _everything(site: Site) -> Iterator[tuple[Said, str, str]]:
    """All that is said, of whom and of what field: of entities, then of what statements speak of."""
    org = site.org
    for identifier in org.model.entities:
        for path, said in org.said_of(identifier):
            yield said, identifier, _ITEM.sub("", path)
    for statement in org.model.statements:
        if statement.said.state != State.UNKNOWN:
            yield statement.said, statement.about, statement.what


def _told(site: Site, facts: Facts) -> dict[str, dict[str, dict[str, list[Text]]]]:
    """By document and heading: of whom what is told."""
    found: dict[str, dict[str, dict[str, list[Text]]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    order: dict[str, dict[str, int]] = defaultdict(dict)
    for said, identifier, path in _everything(site):
        whole = site.org.model.parents.get(identifier, (identifier, ""))[0]
        kind = site.org.kind(identifier)
        if kind == "set":
            members = site.org.resolver.members(identifier)
            kind = site.org.kind(members[0]) if members else SYSTEM
        label = t.CHANNEL if path == "channel" else facts.label(kind, path)
        for ref in said.sources:
            order[ref.document].setdefault(ref.section, len(order[ref.document]))
            found[ref.document][ref.section][whole].append(label)
    return found


def _about(site: Site, source: str) -> list[tuple[Text, Text]]:
    entity = site.org.entity(source)
    rows = []
    for name in ABOUT:
        value = getattr(entity, name, None)
        if value is not None:
            shown = t.SOURCE_KINDS.get(str(value)) or clean(Text(str(value), str(value)))
            rows.append((t.SOURCE_FIELDS[name], shown))
    return rows

"""A page per principal: where it sits and with which mandate, its agreements, its line, what awaits its decision."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from remit.graph.org import Thing
from remit.views.pages.site import seats
from remit.views.pages.site import texts as t
from remit.views.pages.site.facts import Facts, clean_note
from remit.views.pages.site.frame import Crumb, Page, Site
from remit.views.pages.site.lines import Lines
from remit.views.pages.site.parties import Party, parties
from remit.views.pages.site.records import Entry

ABOVE = (Crumb(t.PRINCIPALS, "principals.html"),)
ABOUT = (
    "role",
    "kind",
    "code",
    "inhabitants",
    "count",
    "participation",
    "members",
    "publishes_decisions",
    "collaboration_in_plan",
    "line",
)


def pages(site: Site, facts: Facts) -> Iterator[Page]:
    """The pages of the principals."""
    seated = seats.of_principal(facts)
    entries: dict[str, list[Entry]] = {}
    for entry in facts.register:
        entries.setdefault(entry.principal, []).append(entry)
    agreements = parties(facts)
    lines = Lines(site)
    for principal in site.org.things("principal"):
        yield _page(site, facts, principal, seated, agreements, entries, lines)


def _page(
    site: Site,
    facts: Facts,
    principal: Thing,
    seated: Mapping[str, Sequence[seats.Row]],
    agreements: Mapping[str, Sequence[Party]],
    entries: Mapping[str, Sequence[Entry]],
    lines: Lines,
) -> Page:
    listed = seated.get(principal.id, [])
    mine = entries.get(principal.id, [])
    values = {
        "facts": facts,
        "note": clean_note(site.org.entity(principal.id).note),
        "about": [f for f in facts.many(principal.id, *ABOUT) if f.said or f.path == "line"],
        "others": facts.others(principal.id, ABOUT),
        "own": [one for one in listed if not one.who.members],
        "shared": [one for one in listed if one.who.members],
        "agreements": agreements.get(principal.id, []),
        "line": lines.of(principal.id),
        "waiting": [one for one in mine if one.waits],
        "untold": [one for one in mine if one.untold],
        "decided": [one for one in mine if not one.waits and not one.untold],
        "findings": site.findings(principal.id),
    }
    return Page(
        site.addresses[principal.id],
        site.name(principal.id),
        "site/principal.html",
        values,
        ABOVE,
        t.PRINCIPAL,
        about=principal.id,
    )

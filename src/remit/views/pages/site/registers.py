"""The decision register as a page: sorted, filtered, with the matters that it begins with."""

from __future__ import annotations

from collections.abc import Iterator

from remit.model.text import sort_key
from remit.views.pages.site import texts as t
from remit.views.pages.site.facts import Facts
from remit.views.pages.site.frame import REGISTER, Page, Site
from remit.views.pages.site.records import DETAILS, Entry, outcome

ORDER = (
    "pending",
    "none",
    "unclear",
    "deferred",
    "contradiction",
    "unknown",
    "approved",
    "carried_out",
    "rejected",
    "lapsed",
)
"""What still waits comes first."""
ACT = ("body", "paragraph", "registry_number", "same_words")
"""What tells which decision it is: told together."""
DATES = ("decided", "due", "carry_out_by")
MATTER = ("topic", "raised_by", "raised", "owner", "group", "status", "text")


def pages(site: Site, facts: Facts) -> Iterator[Page]:
    """The page of the register, also where nothing is registered: that is worth knowing."""
    entries = facts.register
    counted = [(one, outcome(one), sum(e.status == one for e in entries)) for one in ORDER]
    matters = sorted(site.org.things("matter"), key=lambda one: _newest(site, one.id))
    used = [path for path in DETAILS if any(one.told[path].said for one in entries if path in one.told)]
    values = {
        "facts": facts,
        "entries": entries,
        "columns": [path for path in used if path not in ACT],
        "acts": [path for path in used if path in ACT],
        "dates": DATES,
        "statuses": [one for one in counted if one[2]],
        "groups": site.by_name({one.group for one in entries if one.group}),
        "principals": site.by_name({one.principal for one in entries if one.principal}),
        "late": sum(one.late is not None for one in entries),
        "matters": [(one.id, facts.many(one.id, *MATTER)) for one in matters],
    }
    yield Page(REGISTER, t.REGISTER, "site/register.html", values, scripts=("register.js",))


def by_status(entries: list[Entry]) -> list[tuple[str, int]]:
    """How many entries have each status, what waits first."""
    return [(one, number) for one in ORDER if (number := sum(e.status == one for e in entries))]


def _newest(site: Site, matter: str) -> tuple[bool, int, tuple[str, str], str]:
    raised = site.org.resolver.fact(matter, "raised")
    day = -raised.value.toordinal() if raised.known else 0
    return (not raised.known, day, sort_key(site.name(matter).sv), matter)

"""The front page: the whole in one screen."""

from __future__ import annotations

from collections.abc import Iterator

from remit.views.pages.site.facts import Facts
from remit.views.pages.site.frame import FRONT, Page, Site


def pages(site: Site, facts: Facts) -> Iterator[Page]:
    """The front page."""
    org = site.org
    levels: dict[str, list[str]] = {}
    for group in org.things("group"):
        level = group.fact("level")
        levels.setdefault(level.value if level.known else "", []).append(group.id)
    order = sorted(org.ranks, key=lambda one: (-org.ranks[one], one))
    rows = [(one, site.by_name(levels[one])) for one in (*order, "") if one in levels]
    values = {
        "facts": facts,
        "principals": site.by_name(one.id for one in org.things("principal")),
        "levels": rows,
        "agreements": site.by_name(one.id for one in org.things("agreement")),
    }
    yield Page(FRONT, org.model.head.title, "site/front.html", values)

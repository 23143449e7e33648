"""The information hub: static pages that need no server, one per thing that somebody looks up.

Each module beside this one makes one kind of page: a function ``pages(site, facts)`` that yields
:class:`~remit.views.pages.site.frame.Page`. To add a kind, write a module and put its function into ``MAKERS``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from remit.graph.org import Org
from remit.views.pages.site import (
    agreements,
    findings,
    front,
    groups,
    introductions,
    lists,
    matter,
    posts,
    principals,
    registers,
    search,
    sources,
    things,
    topics,
)
from remit.views.pages.site import statement as accessibility
from remit.views.pages.site import write as writing
from remit.views.pages.site.facts import Facts
from remit.views.pages.site.frame import Page, Site

if TYPE_CHECKING:
    from remit.queries.finding import Audit
    from remit.views.pages.site.statement_file import Statement

Maker = Callable[[Site, Facts], Iterator[Page]]
MAKERS: tuple[Maker, ...] = (
    front.pages,
    matter.pages,
    principals.pages,
    groups.pages,
    introductions.pages,
    agreements.pages,
    topics.pages,
    posts.pages,
    things.pages,
    registers.pages,
    findings.pages,
    lists.pages,
    sources.pages,
    search.pages,
    accessibility.pages,
)
"""What makes the pages, in order."""


def made(
    org: Org,
    audit: Audit | None = None,
    *,
    lang: str = "sv",
    persons: bool = True,
    statement: Statement | None = None,
) -> Iterator[tuple[str, str]]:
    """Every page as (path, text), in a defined order; the same organisation gives the same bytes.

    ``audit``: the findings at every certainty; None leaves them out. ``lang``: the language that pages open in.
    ``persons``: whether the names of persons may stand on the pages. ``statement``: the accessibility statement, as
    far as it has been filled in (see :func:`~remit.views.pages.site.statement_file.read`).
    """
    site = Site(org, audit, lang=lang, persons=persons, statement=statement)
    facts = Facts(site)
    pages = [page for maker in MAKERS for page in maker(site, facts)]
    site.paths.update(page.path for page in pages)
    for page in pages:
        yield page.path, site.render(page)


def write(
    org: Org,
    audit: Audit | None,
    directory: str | Path,
    *,
    lang: str = "sv",
    persons: bool = True,
    statement: Statement | None = None,
) -> int:
    """Write the site into a folder, whole or not at all; gives how many pages.

    A folder that exists is written into if it is empty or one that this has made; only what this has written there
    is replaced. Raises :class:`~remit.views.pages.site.write.NotOurs` where it is neither, or holds something else
    where a page is to lie; EnvironmentProblem where the disk refuses.
    """
    return writing.write(Path(directory), made(org, audit, lang=lang, persons=persons, statement=statement))


__all__ = ["MAKERS", "Page", "Site", "made", "write"]

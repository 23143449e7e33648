"""The search: an index of all that has a page, inside the page that searches, so that it needs no server."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from remit.graph.org import Thing
from remit.model.text import Text
from remit.views.pages.page import pair
from remit.views.pages.site import search_texts as t
from remit.views.pages.site.facts import Facts
from remit.views.pages.site.frame import FOOT, INDEX, NAV, SOURCES, Page, Site, clean, kinds, source_anchor
from remit.views.pages.site.lists import entries

PATH = "search.html"
FIRST = ("group", "principal", "topic", "agreement", "function", "unit", "joint_body")
"""The kinds that are most looked for, in this order; the others come after them by name."""
MORE = ("title", "remit.topics", "topics", "code", "party", "area")
"""The fields whose values are searched beside the name."""


def pages(site: Site, facts: Facts) -> Iterator[Page]:
    """The page that searches."""
    del facts  # names are enough
    yield Page(
        PATH,
        t.TITLE,
        "site/search.html",
        {"s": t, "index": INDEX},
        scripts=("search_words.js", "search.js"),
        data=partial(_data, site),
    )


def _data(site: Site) -> dict[str, Any]:
    named = kinds()
    there = {entry.kind for entry in entries(site)}
    order = [*(kind for kind in FIRST if kind in there), *sorted(there - set(FIRST))]
    place = {kind: number for number, kind in enumerate(order)}
    rows = [[place[e.kind], pair(e.name), e.path, _more(site, e.id)] for e in entries(site) if site.has(e.path)]
    rows += [[len(order), pair(text), path, ""] for path, text in (*NAV, *FOOT) if site.has(path) and path != PATH]
    if site.has(SOURCES):
        titles = site.org.document_titles()
        rows += [
            [len(order) + 1, pair(clean(titles[one.id])), f"{SOURCES}#{source_anchor(site.org, one.id)}", ""]
            for one in site.org.things("source")
        ]
    words = ("hits", "hit", "no_hits", "more", "about")
    return {
        "kinds": [pair(_capital(named[kind].plural)) for kind in order] + [pair(t.PAGES), pair(t.DOCUMENTS)],
        "rows": rows,
        "words": {word: pair(getattr(t, word.upper())) for word in words},
    }


def _capital(text: Text) -> Text:
    return Text(text.sv[:1].upper() + text.sv[1:], text.en[:1].upper() + text.en[1:])


def _more(site: Site, identifier: str) -> list[str] | str:
    """What else a thing is found by: its title, its topics, its code."""
    thing = site.org.thing(identifier)
    texts = [text for path in MORE for text in _values(site, thing, path)]
    sv, en = (", ".join(dict.fromkeys(text.get(lang) for text in texts)) for lang in ("sv", "en"))
    return pair(Text(sv, en))


def _values(site: Site, thing: Thing, path: str) -> Iterator[Text]:
    if path.partition(".")[0] not in type(site.org.entity(thing.id)).model_fields:
        return
    for value in thing.fact(path).values:
        named = site.org.kind(str(value))
        shown = site.name(str(value)) if named else site.org.value_text(value)
        yield clean(shown)

"""The page "where does my matter go?": all answers are on it, so that it works on a computer without a network."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from remit.model.text import Text
from remit.views.pages.page import pair
from remit.views.pages.site import matter_texts as t
from remit.views.pages.site.facts import Facts
from remit.views.pages.site.frame import SOURCES, Page, Site, clean, source_anchor
from remit.views.pages.site.matter_answers import Answers, key
from remit.views.pages.site.matter_brief import brief
from remit.views.pages.site.matter_starts import MOST_ANSWERS, Choice, Starts, starts
from remit.views.texts import fill

PATH = "matter.html"


def pages(site: Site, facts: Facts) -> Iterator[Page]:
    """The page where one asks."""
    del facts  # the loop reads the model itself
    yield page(site)


def page(site: Site, most: int = MOST_ANSWERS) -> Page:
    """The page; ``most``: how many answers it holds at most (what is left out is told on it)."""
    org = site.org
    chosen = starts(org, most)
    answers = Answers(org, persons=site.persons)
    answers.add(chosen)
    there = bool(chosen.choices and chosen.topics)
    return Page(
        PATH,
        t.TITLE,
        "site/matter.html",
        {
            "m": t,
            "outcomes": t.OUTCOME_PAPER if org.model.head.represents == "proposal" else t.OUTCOME,
            "there": there,
            "brief": brief(site, chosen, answers) if there else [],
            "left_out": _left_out(chosen, most),
        },
        scripts=("matter_told.js", "matter.js"),
        styles=("matter.css",),
        data=partial(_data, site, chosen, answers) if there else None,
    )


def _left_out(chosen: Starts, most: int) -> Text | None:
    if not chosen.left_out:
        return None
    parts = [t.LEFT_PARTS[part] for part in chosen.left_out]
    both = ("; ".join(part.get(lang) for part in parts) for lang in ("sv", "en"))
    return Text(*(fill(t.LEFT_OUT, lang, most=most, parts=told) for lang, told in zip(("sv", "en"), both, strict=True)))


def _data(site: Site, chosen: Starts, answers: Answers) -> dict[str, Any]:
    """What the script reads. Ids are given once, in ``ids``; all else is their numbers."""
    choices = [_choice(answers, one) for one in chosen.choices]
    topics = [_topic(site, answers, chosen.topics, one) for one in chosen.topics]
    rows = [[answers.sides[key(side)] for side in one.sides] for one in chosen.choices]
    ids = answers.known
    org = site.org
    return {
        "choices": choices,
        "topics": topics,
        # per choice the row of answers of the whole, then of each place, then of each group
        "sides": rows,
        "rows": answers.rows.rows,
        "answers": answers.answers.rows,
        "shapes": answers.shapes.rows,
        "texts": answers.texts.rows,
        "lists": answers.lists.rows,
        "sources": answers.sources.rows,
        "documents": [_document(site, one) for one in answers.documents],
        "ids": ids,
        "names": [pair(site.name(one)) for one in ids],
        "kinds": {kind: pair(text) for kind, text in t.KINDS.items()},
        "of_kind": [_sort(site, one.principal) for one in chosen.choices],
        "paths": [_path(site, one) for one in ids],
        "on_paper": org.model.head.represents == "proposal",
        "as_of": org.on.isoformat(),
        "words": words(),
    }


def _choice(answers: Answers, one: Choice) -> list[Any]:
    name = answers.name
    lists = ([name(i) for i in ids] for ids in (one.works, one.places, one.groups))
    return [name(one.principal), *lists]


def _topic(site: Site, answers: Answers, all_: Sequence[str], topic: str) -> list[int]:
    """A topic and the nearest wider one that is on the page (-1: none)."""
    wider = next((one for one in site.org.topic_line(topic)[1:] if one in all_), None)
    return [answers.name(topic), answers.name(wider) if wider else -1]


def _sort(site: Site, principal: str) -> str:
    """Under which heading a principal is listed."""
    kind = site.org.thing(principal).fact("kind").value
    return kind if kind in t.KINDS else "other"


def _document(site: Site, identifier: str) -> list[Any]:
    titles = site.org.document_titles()
    title = clean(titles[identifier]) if identifier in titles else Text(identifier, identifier)
    there = site.has(SOURCES) and identifier in titles
    return [pair(title), f"{SOURCES}#{source_anchor(site.org, identifier)}" if there else ""]


def _path(site: Site, identifier: str) -> str:
    path = site.addresses.get(identifier, "")
    return path if path and site.has(path) else ""


def words() -> dict[str, Any]:
    """The texts that the script fills in, by name in small letters."""
    return dict(_words())


def _words() -> Iterator[tuple[str, Any]]:
    for name in dir(t):
        value = getattr(t, name)
        if not name.isupper() or name in t.ON_SERVER:
            continue
        if isinstance(value, Text):
            yield name.lower(), pair(value)
        elif isinstance(value, dict):
            yield name.lower(), {str(k).lower(): pair(v) if isinstance(v, Text) else v for k, v in value.items()}

"""What would have to exist for a matter to arrive, in plain words, with who can arrange it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from remit.graph.loop import Missing, Route
from remit.graph.org import Org
from remit.model.text import LANGUAGES, Text, sort_key
from remit.views.pages.site import matter_texts as t
from remit.views.texts import fill
from remit.views.words import relation

FEW = 3
"""How many names a sentence holds; the rest is counted."""


def missing(org: Org, route: Route) -> Iterator[tuple[Text, tuple[str, ...]]]:
    """What is missing on a route, each with its owners; what lacks in many alike is told once."""
    to_one: dict[tuple[str, str], list[Missing]] = {}
    for link in route.cut:
        to_one.setdefault((link.relation, link.to), []).append(link)
    alike: dict[tuple[str, tuple[str, ...]], list[Missing]] = {}
    for (word, _), links in to_one.items():
        alike.setdefault((word, tuple(dict.fromkeys(link.from_ for link in links))), []).extend(links)
    for (word, sources), links in alike.items():
        owners = dict.fromkeys(link.owner for link in links if org.kind(link.owner))
        yield _told(org, word, sources, list(dict.fromkeys(link.to for link in links))), tuple(owners)


def _told(org: Org, word: str, sources: Sequence[str], targets: Sequence[str]) -> Text:
    told = t.CUT.get(f"{word} {targets[0]}") or t.CUT.get(word, t.CUT_OTHER)
    sv, en = (
        fill(
            told,
            lang,
            from_=_names(org, sources, lang),
            to=_names(org, targets, lang),
            relation=relation(word, lang),
        )
        for lang in LANGUAGES
    )
    return Text(sv, en)


def _names(org: Org, ids: Sequence[str], lang: str) -> str:
    names = [t.SOME_GROUP.get(lang) if one == "?" else org.name(one).get(lang) for one in ids]
    if len(names) > FEW + 1:
        first = ", ".join(sorted(names, key=sort_key)[:FEW])
        return fill(t.SOME_MORE, lang, names=first, n=len(names) - FEW)
    return ", ".join(names)

"""All answers in brief, one line for those whose matters go alike: what the page shows without scripts."""

from __future__ import annotations

from typing import Any, NamedTuple

from remit.model.text import LANGUAGES, Text
from remit.views.pages.site import matter_texts as t
from remit.views.pages.site.frame import Site
from remit.views.pages.site.matter_answers import Answers, key
from remit.views.pages.site.matter_starts import Side, Starts
from remit.views.texts import fill


class Line(NamedTuple):
    """How far a topic gets, why not further, and in whom."""

    outcome: str
    why: Text | None
    of: Text


def brief(site: Site, chosen: Starts, answers: Answers) -> list[tuple[str, list[Line]]]:
    """For each topic (by id) its lines, the commonest first."""
    rows = {one.principal: answers.rows.rows[answers.sides[key(Side(one.principal))]] for one in chosen.choices}
    found = []
    for number, topic in enumerate(chosen.topics):
        alike: dict[str, tuple[str, Text | None, list[str]]] = {}
        for principal, row in rows.items():
            shape, *args = answers.answers.rows[row[number]]
            told = answers.shapes.rows[shape]
            outcome, why = told["outcome"], _why(site, answers, told, topic, args)
            alike.setdefault(f"{outcome} {why}", (outcome, why, []))[2].append(principal)
        lines = [Line(outcome, why, _whose(site, ids, len(rows))) for outcome, why, ids in alike.values()]
        order = {id(line): -len(ids) for line, (_, _, ids) in zip(lines, alike.values(), strict=True)}
        found.append((topic, sorted(lines, key=lambda line: order[id(line)])))
    return found


def _why(site: Site, answers: Answers, shape: dict[str, Any], topic: str, args: list[int]) -> Text | None:
    if shape["gap"] < 0:
        return None
    step = shape["steps"][shape["gap"]]
    told = t.LIST_STOPS if shape["outcome"] == "stops" else t.LIST_OPEN
    names = [t.THE_PRINCIPAL, site.name(topic), *(site.name(answers.known[n]) for n in args)]
    reason = answers.filled(step[3], names)
    return Text(*(fill(told, lang, reason=reason) for lang in LANGUAGES))


def _whose(site: Site, ids: list[str], of: int) -> Text:
    if len(ids) == of > 1:
        return Text(*(fill(t.LIST_ALL, lang, n=of) for lang in LANGUAGES))
    return Text(
        *(fill(t.LIST_OF, lang, names=", ".join(site.name(one).get(lang) for one in ids)) for lang in LANGUAGES)
    )

"""The loop matrix as data for the scripts: the picture's rows and columns, the closure in words, the routes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from remit.graph.loop import STEP_NAMES, Loops, Unnamed
from remit.model.text import Text, sort_key
from remit.views import loops_text
from remit.views import texts as t
from remit.views.pages import loops_texts as lt
from remit.views.pages.loops_routes import Pair, Routes, both

DRAWN = 5000
"""So many cells are drawn at most: a picture of more is not read, and takes seconds to draw."""
_NAMED = 2
"""So many alike principals head a column by their names; more by their number."""


def matrix_data(loops: Loops) -> dict[str, Any]:
    """The matrix, ready for JSON, with the routes behind its cells and all the words that the scripts show.

    ``loops`` must carry its routes, as those of :func:`remit.graph.loop.loops` do. The same loops give the same data.
    """
    routes = Routes(loops)
    topics = ordered_topics(loops)
    principals = ordered_principals(loops)
    behind = {(cell.topic, cell.principal): route for cell, route in zip(loops.cells, loops.routes, strict=True)}
    cells = [[routes.add(behind[topic, principal]) for principal in principals] for topic, _ in topics]
    unnamed = {one.topic: one for one in loops.unnamed}
    tracks = [[str(routes.routes.rows[place]["track"]) for place in row] for row in cells]
    return {
        "id": loops.model_id,
        "title": both(loops.title.get),
        "certainty": loops.certainty.word,
        "on_paper": loops.on_paper,
        "words": {key: both(text.get) for key, text in lt.SCRIPT.items()},
        "closure": closure(loops),
        "steps": [_step(loops, key) for key in STEP_NAMES],
        "topics": [
            {"id": topic, "name": both(routes.called(topic).get), "depth": depth}
            | ({"unnamed": _unnamed(unnamed[topic])} if topic in unnamed else {})
            for topic, depth in topics
        ],
        "principals": [
            {"id": one, "name": both(routes.called(one).get), "sort": loops.kinds.get(one, "")} for one in principals
        ],
        "folds": folds(loops, principals, tracks),
        "cells": cells,
        **routes.to_dict(),
        "drawn": DRAWN,
        "start": start(loops),
    }


def start(loops: Loops) -> list[str] | None:
    """The topic and principal of the way to show first: one that breaks, else one that is open, the shortest first."""
    order = {"broken": 0, "open": 1, "closed": 2}
    cells = sorted(loops.cells, key=lambda one: (order[one.state], one.reached, one.topic, one.principal))
    return [cells[0].topic, cells[0].principal] if cells else None


def shares(low: float, high: float, lang: str) -> str:
    """``12,8–59,9 %``, or one number where both are the same."""
    least, most = loops_text.per_cent(low, lang), loops_text.per_cent(high, lang)
    return f"{least} %" if least == most else f"{least}–{most} %"


def closure(loops: Loops) -> dict[str, Any]:
    """The closure: its ends, how they are written, and the same in sentences."""
    low, high = loops.closure
    number = len(loops.cells)
    closed, lost = round(low * number), number - round(high * number)

    def sentences(lang: str) -> str:
        if not number:
            return lt.SCRIPT["nothing"].get(lang)
        topics = t.count(len(loops.topics), lt.TOPIC_ONE, lt.TOPIC_MANY, lang)
        principals = t.count(len(loops.principals), lt.PRINCIPAL_ONE, lt.PRINCIPAL_MANY, lang)
        said = [t.count(number, lt.CLOSURE_WAY, lt.CLOSURE_WAYS, lang, topics=topics, principals=principals)]
        if closed == number:
            return " ".join([*said, lt.CLOSED_ALL.get(lang)])
        if lost == number:
            return " ".join([*said, lt.BROKEN_ALL.get(lang)])
        said.append(t.fill(lt.CLOSED_SOME if closed else lt.CLOSED_NONE, lang, n=closed, of=number))
        said.append(t.fill(lt.BROKEN_SOME if lost else lt.BROKEN_NONE, lang, n=lost, of=number))
        if number > closed + lost:
            said.append(t.fill(lt.OPEN_SOME, lang, n=number - closed - lost))
        return " ".join(said)

    return {"low": low, "high": high, "said": both(lambda lang: shares(low, high, lang)), "words": both(sentences)}


def _step(loops: Loops, key: str) -> dict[str, Any]:
    low, high = loops.steps[key]
    said = both(lambda lang: shares(low, high, lang))
    return {"key": key, "name": both(STEP_NAMES[key].get), "low": low, "high": high, "said": said}


def _unnamed(one: Unnamed) -> dict[str, Any]:
    def fill(text: Text) -> Pair:
        values = {"n": one.at_least_broken, "of": one.of, "step": one.step, "name": STEP_NAMES[one.step]}
        return both(lambda lang: t.fill(text, lang, **values))

    return {"step": one.step, "n": one.at_least_broken, "of": one.of} | {
        "said": fill(lt.UNNAMED_TOPIC),
        "short": fill(lt.UNNAMED_SHORT),
    }


# -- what stands in which order ------------------------------------------------------------------------------------


def ordered_topics(loops: Loops) -> list[tuple[str, int]]:
    """The topics, each with how deep it stands: under what it is part of, alike placed ones by their Swedish names."""
    chosen = set(loops.topics)
    under: dict[str, list[str]] = {}
    for topic in loops.topics:
        parent = next((one for one in loops.above.get(topic, ()) if one in chosen), "")
        under.setdefault(parent, []).append(topic)
    found: list[tuple[str, int]] = []
    waiting = [(one, 0) for one in _by_name(loops, under.get("", ()))]
    while waiting:
        topic, depth = waiting.pop(0)
        found.append((topic, depth))
        waiting[:0] = [(one, depth + 1) for one in _by_name(loops, under.get(topic, ()))]
    return found


def ordered_principals(loops: Loops) -> list[str]:
    """The principals by sort, regions first, then by their Swedish names."""
    return sorted(_by_name(loops, loops.principals), key=lambda one: _sort_place(loops.kinds.get(one, "")))


def _by_name(loops: Loops, ids: Sequence[str]) -> list[str]:
    def name(identifier: str) -> tuple[tuple[str, str], str]:
        return sort_key(loops.names.get(identifier, Text(identifier, identifier)).sv), identifier

    return sorted(ids, key=name)


def _sort_place(sort: str) -> int:
    order = [one for one in lt.SORTS_OF_PRINCIPALS if one]
    return order.index(sort) if sort in order else len(order)


# -- columns that are alike ----------------------------------------------------------------------------------------


def folds(loops: Loops, principals: Sequence[str], tracks: Sequence[Sequence[str]]) -> list[dict[str, Any]]:
    """Principals of one sort whose columns look alike: the same states of all steps. The larger folds stand last.

    ``tracks``: by topic and principal the states of the steps. Each fold has a name and the places of its members.
    """
    alike: dict[tuple[str, ...], list[int]] = {}
    for place, principal in enumerate(principals):
        look = (loops.kinds.get(principal, ""), *(row[place] for row in tracks))
        alike.setdefault(look, []).append(place)
    groups = [(look[0], members) for look, members in alike.items()]
    groups.sort(key=lambda group: (_sort_place(group[0]), len(group[1]), group[1]))
    counted = [sort for sort, members in groups if len(members) > _NAMED]
    found = []
    for sort, members in groups:
        names = [loops.names.get(principals[one], Text(principals[one], principals[one])) for one in members]
        others = counted.count(sort) == 1 and sum(one == sort for one, _ in groups) > 1
        found.append({"name": _fold_name(names, sort, others=others), "members": members})
    return found


def _fold_name(names: Sequence[Text], sort: str, *, others: bool) -> Pair:
    """Few by their names, many by their number; ``others``: whether all the others of their sort are named."""
    if len(names) <= _NAMED:
        return both(lambda lang: f" {lt.AND.get(lang)} ".join(name.get(lang) for name in names))
    texts = lt.OTHERS_OF_SORT if others else lt.SORTS_OF_PRINCIPALS
    text = texts.get(sort, texts[""])
    return both(lambda lang: t.fill(text, lang, n=len(names)))

"""The structure before under the names of the one after: who is renamed, merged or split is followed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from remit.model.changes.apply import renamed
from remit.model.difference.matching import match
from remit.model.text import Text
from remit.model.whole import Model
from remit.queries.reorganise.same import Same


class Became(NamedTuple):
    """What some things of before have become.

    ``how``: ``merged``, ``split``, or ``alike``: one thing under another id, as a likeness tells. ``before``,
    ``after``: what they are called. ``ids``: under which ids they are found in the two structures as
    :func:`followed` gives them.
    """

    how: str
    before: tuple[Text, ...]
    after: tuple[Text, ...]
    ids: tuple[str, ...]


def alike(before: Model, after: Model) -> Same:
    """Which things of one model are those of another under another id, by likeness (see ``remit diff``)."""
    found = match(before, after)
    told = {old: (new,) for old, new in sorted(found.ids.items())}
    return Same(told | {one: (merge.into,) for merge in found.merges for one in merge.these if one != merge.into})


def followed(before: Model, after: Model, same: Same, *, likely: bool = False) -> tuple[Model, tuple[Became, ...]]:
    """The model before in which what has become something else has its id of after; and what is to be told of it.

    Of those that merge, one takes the id: the one that had it already, else the first of the same kind; the others
    keep theirs, since two cannot be one before. What is split keeps its own. ``likely``: whether ``same`` is a guess,
    which is then told of what has another name too.
    """
    names: dict[str, str] = {}
    told: list[Became] = []
    for new, olds in _origins(before, after, same).items():
        whole = tuple(dict.fromkeys([*olds, *([new] if _kind(before, new) == _kind(after, new) else [])]))
        first = new if new in whole else next((one for one in whole if _kind(before, one) == _kind(after, new)), "")
        if first and first != new and not _kind(before, new):
            names[first] = new
        if len(whole) > 1 or not first:
            ids = tuple(dict.fromkeys([new, *(one for one in whole if one != first)]))
            told.append(Became("merged", _names(before, whole), _names(after, (new,)), ids))
        elif likely and _names(before, whole) != _names(after, (new,)):
            told.append(Became("alike", _names(before, whole), _names(after, (new,)), (new,)))
    for old, news in same.forward.items():
        there = tuple(one for one in news if _kind(after, one))
        if len(news) > 1 and _kind(before, old) and there:
            told.append(
                Became("split", _names(before, (old,)), _names(after, there), tuple(dict.fromkeys((old, *there))))
            )
    return renamed(before, names) if names else before, tuple(told)


def _origins(before: Model, after: Model, same: Same) -> Mapping[str, list[str]]:
    """For each thing of after the things of before that have become it alone."""
    found: dict[str, list[str]] = {}
    for old, news in same.forward.items():
        if len(news) == 1 and _kind(before, old) and _kind(after, news[0]):
            found.setdefault(news[0], []).append(old)
    return found


def _kind(model: Model, identifier: str) -> str:
    if identifier in model.entities:
        return model.entities[identifier].kind_meta.name
    return f"set of {model.sets[identifier].of}" if identifier in model.sets else ""


def _names(model: Model, ids: tuple[str, ...]) -> tuple[Text, ...]:
    found = []
    for one in ids:
        name = model.sets[one].name if one in model.sets else model.entities[one].name
        found.append(name or Text(one, one))
    return tuple(found)


__all__ = ["Became", "alike", "followed"]

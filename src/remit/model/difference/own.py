"""Fields that have a change of their own: seats, routes, parties, remits and mandates, where a thing stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from remit.model.changes.writer import told_field
from remit.model.difference import reasons as r
from remit.model.facts import State
from remit.model.files.reading import Words
from remit.model.files.writer import difference, words_of
from remit.model.kind import Entity
from remit.model.text import Text
from remit.model.whole import RELATIONS, Model, value_at

NOTHING = Words()
HELD = {"group": "remit", "seat": "mandate", "joint_body": "mandate"}
"""What ``give`` and ``withdraw`` are about, by kind."""


class Own(NamedTuple):
    """A change as it is to be made: its kind, what it says, its words of source, why."""

    kind: str
    told: dict[str, Any]
    words: dict[str, Any]
    why: Text


def own_changes(ours: Entity, b: Model, name: str, field: str) -> Iterator[list[Own]]:
    """The ways of putting a change of a field with changes of its own, the best first; whether one of them does it all
    has to be tried.
    """
    theirs = b.entities[name]
    kind = theirs.kind_meta.name
    left, right = ours.said.get(field, ()), theirs.said.get(field, ())
    if len(left) > 1 or len(right) > 1:
        return
    if field == HELD.get(kind) and left and right and right[0].state is State.NONE:
        yield [Own("withdraw", {"from": name}, _said(words_of(right[0])), r.WITHDRAWN)]
    if any(one.state is not State.VALUE for one in (*left, *right)):
        return
    words = words_of(right[0]) if right else NOTHING
    if kind == "group" and field == "seats" and left and right:
        yield _seats(ours, b, name, words)
    elif field in RELATIONS:
        yield _routes(ours, theirs, b, name, field, words)
    elif kind == "agreement" and field == "parties" and left and right:
        yield _parties(ours, theirs, b, name, words)
    elif field == HELD.get(kind) and right and not left:
        key = HELD[kind]
        yield [Own("give", {"to": name, key: told_field(b, name, field, words)}, _said(words), r.GIVEN)]
    elif field == HELD.get(kind) and left and right:
        yield _held(ours, theirs, b, name, field)
    elif kind in ("unit", "function") and field in ("parent", "unit", "principal") and right:
        above = getattr(theirs, "parent" if kind == "unit" else "unit")
        to = [above] if above is not None else list(value_at(theirs, "principal") or ())
        if len(to) == 1:
            yield [Own("move", {"this": name, "to": to[0]}, _said(words), r.MOVED)]


def _said(words: Words) -> dict[str, Any]:
    return dict(difference(words, NOTHING))


def _items(b: Model, name: str, field: str, words: Words) -> list[Any]:
    told = told_field(b, name, field, words)
    return told if isinstance(told, list) else []


def _seats(ours: Entity, b: Model, name: str, words: Words) -> list[Own]:
    """Seats added, taken away, replaced."""
    before = {one.id: one for one in getattr(ours, "seats", None) or ()}
    after = {one.id: one for one in getattr(b.entities[name], "seats", None) or ()}
    told = dict(zip(after, _items(b, name, "seats", words), strict=False))
    if len(told) < len(after):
        return []
    found: dict[str, Any] = {}
    added = [told[one] for one in after if one not in before]
    removed = [one.removeprefix(f"{name}:") for one in before if one not in after]
    changed = {one: told[one] for one in after if one in before and before[one] != after[one]}
    if added:
        found["add"] = added
    if removed:
        found["remove"] = removed
    if changed:
        found["replace"] = {one.removeprefix(f"{name}:"): each for one, each in changed.items()}
    return [Own("seats", {"of": name, **found}, _said(words), r.SEATS)] if found else []


def _routes(ours: Entity, theirs: Entity, b: Model, name: str, field: str, words: Words) -> list[Own]:
    """Routes closed and opened."""
    before, after = getattr(ours, field) or [], getattr(theirs, field) or []
    told = _items(b, name, field, words)
    if len(told) != len(after):
        return []
    new = [each for each, one in zip(told, after, strict=True) if one not in before]
    gone = list(dict.fromkeys(one.to for one in before if one not in after))
    found: list[Own] = []
    if gone:
        found.append(Own("close", {"from": name, field: gone[0] if len(gone) == 1 else gone}, {}, r.CLOSED))
    if new:
        found.append(Own("open", {"from": name, field: new}, _said(words), r.OPENED))
    return found


def _held(ours: Entity, theirs: Entity, b: Model, name: str, field: str) -> list[Own]:
    """Powers and topics that a remit or mandate loses or gains."""
    found: list[Own] = []
    for inner in ("powers", "topics"):
        path = f"{field}.{inner}"
        before, after = (getattr(getattr(one, field), inner, None) or [] for one in (ours, theirs))
        gone = [one for one in before if one not in after]
        if gone and after:
            found.append(Own("withdraw", {"from": name, inner: gone}, {}, r.LESS))
        words = words_of(theirs.said[path][0]) if path in theirs.said else NOTHING
        told = _items(b, name, path, words) if path in theirs.said else []
        new = [each for each, one in zip(told, after, strict=False) if one not in before]
        if new:
            found.append(Own("give", {"to": name, field: {inner: new}}, _said(words), r.MORE))
    return found


def _parties(ours: Entity, theirs: Entity, b: Model, name: str, words: Words) -> list[Own]:
    """Parties that join, and those that leave."""
    before, after = value_at(ours, "parties"), value_at(theirs, "parties")
    told = _items(b, name, "parties", words)
    new = [each for each, one in zip(told, after, strict=False) if one not in before]
    gone = [one for one in before if one not in after]
    found: list[Own] = []
    if new:
        found.append(Own("join", {"agreement": name, "parties": new}, _said(words), r.JOINED))
    if gone:
        found.append(Own("leave", {"agreement": name, "parties": gone}, {}, r.LEFT))
    return found

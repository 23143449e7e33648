"""Mergers and splits as changes: what they say so that the result is what the second model says, and what is then
left to be changed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from remit.model.changes.references import named_by
from remit.model.changes.splitting import called_so
from remit.model.changes.writer import told_field
from remit.model.difference.compare import OWN_WORDS, differing, whole
from remit.model.difference.content import signature
from remit.model.difference.telling import fields_to_set, values_of
from remit.model.files.reading import Words
from remit.model.files.shapes import shapes
from remit.model.files.writer import difference, words_of
from remit.model.kind import Entity
from remit.model.whole import Model

NOTHING = Words()
Told = tuple[dict[str, Any], dict[str, Any]]
"""What a change says, and the words of source that it rests on."""


def mergers(at: Model, b: Model, these: list[str], into: str) -> list[Told]:
    """Ways of merging some things of ``at`` into one of ``b``, the shortest first: where they differ in what they say
    of a field it has to be told what holds. Each with the words of source that it rests on.
    """
    entity = b.entities[into]
    own = words_of(entity.said["id"][0]) if "id" in entity.said else NOTHING
    start: dict[str, Any] = {"these": these, "into": into}
    if entity.name is not None and not (into in these and at.entities[into].name == entity.name):
        start["name"] = entity.name
    parts = [at.entities[one] for one in these]
    single: dict[str, Any] = {}
    every: dict[str, Any] = {}
    for field, shape in shapes(type(entity)).items():
        said = [(getattr(one, field), values_of(one, field)) for one in parts]
        if field in ("name", "note") or all(one == said[0] for one in said):
            continue
        told = told_field(b, into, field, own)
        told = type(entity).model_fields[field].default if told is None else told
        if told is not None and not shape.many:
            single[field] = told
        if told is not None:
            every[field] = told
    return [({**start, **fields}, dict(difference(own, NOTHING))) for fields in ({}, single, every)]


def splitters(at: Model, b: Model, this: str, into: Sequence[str]) -> list[Told]:
    """Ways of splitting something of ``at`` into things of ``b``: with all that each part says otherwise, with names
    alone (what a part says may name something that is not there yet).
    """
    into = sorted(into, key=lambda one: (one != this, one))
    own = [words_of(b.entities[one].said["id"][0]) for one in into if "id" in b.entities[one].said]
    words = own[0] if own and all(one == own[0] for one in own) and len(own) == len(into) else NOTHING
    takes = _takes(at, b, this, into)
    follow = _follow(at, b, this, into)
    found: list[Told] = []
    for full in (True, False):
        parts = {one: _part(at, b, this, one, words, full=full) | takes.get(one, {}) for one in into}
        told = {"this": this, "into": parts} | ({"follow": follow} if follow else {})
        found.append((told, dict(difference(words, NOTHING))))
    return found


def _part(at: Model, b: Model, this: str, name: str, above: Words, *, full: bool) -> dict[str, Any]:
    """What a part says otherwise than the one that was split."""
    ours, theirs = at.entities[this], b.entities[name]
    told: dict[str, Any] = {}
    if theirs.name is not None and theirs.name != ours.name:
        told["name"] = theirs.name
    fields = [one for one in differing(ours, theirs) if one != OWN_WORDS and shapes(type(ours))[one].entity is None]
    for path in fields_to_set(ours, theirs, fields) if full else ():
        value = told_field(b, name, path, above)
        if value is not None:
            told[path] = value
    return told


def _takes(at: Model, b: Model, this: str, into: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Which seats (or mandates, …) of the one that was split each part has; nothing where each has them all."""
    inside = [part for part, (owner, _) in at.parents.items() if owner == this]
    signs = {one: _sign(at.entities[one], at, this) for one in inside}
    theirs: dict[str, set[tuple[str, ...]]] = {one: set() for one in into}
    for part, (owner, _) in b.parents.items():
        if owner in theirs:
            theirs[owner].add(_sign(b.entities[part], b, owner))
    having = {one: [name for name in into if signs[one] in theirs[name]] for one in inside}
    if all(len(names) == len(into) for names in having.values()):
        return {}
    taken: dict[str, list[str]] = {}
    for one, names in having.items():
        for name in names or into[:1]:  # one that no part has goes later
            taken.setdefault(name, []).append(_short(at, this, one, inside))
    return {name: {"takes": each} for name, each in taken.items()}


def _sign(part: Entity, model: Model, whole_: str) -> tuple[str, ...]:
    return (model.parents[part.id][1], *signature(part, lambda name: "" if name == whole_ else name))


def _short(at: Model, this: str, part: str, inside: Sequence[str]) -> str:
    """What a part is called where it alone is called so, else its id."""
    short = part.removeprefix(f"{this}:")
    return short if sum(short in called_so(at.entities[one], this) for one in inside) == 1 else part


def _follow(at: Model, b: Model, this: str, into: Sequence[str]) -> Any:
    """Which parts those who name the one that was split name in the second model, where that is not all of them: one
    for all where it is the same for all.
    """
    found: dict[str, list[str]] = {}
    for name, entity in at.entities.items():
        owner = at.parents.get(name, (name, ""))[0]
        if owner == this or this not in named_by(entity):
            continue
        there = [name] if name in b.entities else [p for p, (one, _) in b.parents.items() if one == owner]
        there = there or ([owner] if owner in b.entities else [])
        named = {one for each in there for one in named_by(b.entities[each])}
        follows = [one for one in into if one in named] or list(into[:1])
        if _single(entity, this):
            follows = follows[:1]
        found[name] = follows
    if found and all(one == list(into) for one in found.values()):
        return None
    if len({tuple(one) for one in found.values()}) == 1:
        (alike,) = {tuple(one) for one in found.values()}
        return alike[0] if len(alike) == 1 else list(alike)
    shown = _by_owner(at, found)
    return {name: one[0] if len(one) == 1 else one for name, one in shown.items() if one != list(into)} or None


def _by_owner(at: Model, found: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """The seats of a group that follow the same parts are named by their group."""
    each: dict[str, list[str]] = {}
    owners = {name: at.parents.get(name, (name, ""))[0] for name in found}
    for name, follows in found.items():
        alike = all(one == follows for other, one in found.items() if owners[other] == owners[name])
        each.setdefault(owners[name] if alike else name, follows)
    return each


def _single(entity: Entity, this: str) -> bool:
    """Whether an entity names something where only one can stand."""
    return any(getattr(entity, name) == this for name in shapes(type(entity)))


def distance(at: Model, b: Model, before: Model) -> int:
    """How much more there is to be changed from ``at`` to ``b`` than from ``before``: a thing that is to go counts one,
    one that is new one and one for each thing it says, one that is told otherwise one for each field (those of which
    it comes to say nothing are left out in one change, and count one together).
    """
    ours, theirs, was = whole(at), whole(b), whole(before)
    total = 0
    for name in ours.keys() | was.keys():
        new, old = ours.get(name), was.get(name)
        if new is not old:
            total += _far(new, theirs.get(name)) - _far(old, theirs.get(name))
    if at.statements is not before.statements:
        total += _rows_apart(at, b) - _rows_apart(before, b)
    return total + sum(
        (at.sets.get(name) != b.sets.get(name)) - (before.sets.get(name) != b.sets.get(name))
        for name in at.sets.keys() | before.sets.keys()
    )


def _far(one: Entity | None, other: Entity | None) -> int:
    if other is None:
        return 0 if one is None else 1
    if one is None:
        return 1 + len(other.said)
    if type(one) is not type(other):
        return 2 + len(other.said)
    fields = differing(one, other) if one != other else ()
    silent = [field for field in fields if field in one.said and field not in other.said]
    return len(fields) - len(silent) + bool(silent)


def _rows_apart(one: Model, other: Model) -> int:
    left = list(one.statements)
    new = 0
    for row in other.statements:
        if row in left:
            left.remove(row)
        else:
            new += 1
    return len(left) + new

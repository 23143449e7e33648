"""What is new in a model, as changes that create it: what others name first, what is alike together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from remit.model.changes.references import named_by
from remit.model.changes.writer import told_entity, told_set
from remit.model.difference.compare import whole
from remit.model.difference.order import BEHIND, in_order
from remit.model.files.reading import Words
from remit.model.files.writer import difference, words_of
from remit.model.kind import Entity
from remit.model.text import sort_key
from remit.model.whole import Model

NOTHING = Words()
BACKGROUND = frozenset({"source", "level", "population", "topic", "goal", "indicator", "territory", "person"})
"""Kinds that the structure is told with; all that is new of one is created at once."""
ENDS = (", ", ": ", " – ", " (")
"""What the end of a name begins with, where alike things are told apart by it."""


def creations(b: Model, new: Iterable[str]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """For each change that creates some of ``new`` (entities and sets of ``b``): the sections, and words of source
    that most of it rests on.
    """
    wanted = list(new)
    known = whole(b)
    parts = _parts(b)
    names: dict[str, set[str]] = {}
    place: dict[str, tuple[object, ...]] = {}
    alike: dict[str, str] = {}
    for one in wanted:
        entity = known.get(one)
        if entity is None:
            names[one] = _named_by_set(b, one)
            place[one], alike[one] = ((-1, "set"), ("", ""), one), "set"
            continue
        inside = [entity, *parts.get(one, ())]
        names[one] = {name for each in inside for name in (*named_by(each), *_documents(each))} - {one}
        kind = entity.kind_meta.name
        stem = _stem(entity.name.sv if entity.name else "")
        order = (BEHIND.index(kind), kind) if kind in BEHIND else (len(BEHIND), kind)
        place[one] = (order, sort_key(stem), one)
        alike[one] = alike_by(entity, f"{kind} {stem}" if stem else f"{kind} {one}")
    return [_creation(b, group) for group in in_order(names, place, alike)]


def alike_by(entity: Entity, otherwise: str) -> str:
    """By what several things come or go in one change: those that a structure is told with by their kind, posts by the
    unit that they stand in.
    """
    kind = entity.kind_meta.name
    unit = getattr(entity, "unit", None)
    return kind if kind in BACKGROUND else f"{kind} in {unit}" if unit else otherwise


def _creation(b: Model, group: tuple[str, ...]) -> tuple[dict[str, Any], dict[str, Any]]:
    own = [
        words_of(b.entities[one].said["id"][0]) for one in group if one in b.entities and "id" in b.entities[one].said
    ]
    above = Counter(own).most_common(1)[0][0] if own else NOTHING
    if any(place.document in group for place in above.sources):
        above = NOTHING  # a change cannot rest on a source that it creates itself
    sections: dict[str, Any] = {}
    for one in group:
        if one in b.entities:
            section = b.entities[one].kind_meta.section
            sections.setdefault(section, {})[one] = told_entity(b, one, above)
        else:
            sections.setdefault("sets", {})[one] = told_set(b, one)
    return sections, dict(difference(above, NOTHING))


def _parts(model: Model) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for part, (owner, _) in model.parents.items():
        found.setdefault(owner, []).append(model.entities[part])
    return found


def _documents(entity: Entity) -> set[str]:
    """The sources that something said of an entity cites."""
    return {place.document for told in entity.said.values() for one in told for place in one.sources}


def _named_by_set(b: Model, name: str) -> set[str]:
    one = b.sets[name]
    found = {*(one.members or ()), *(place.document for place in one.sources)}
    return (found | {value for _, values in one.where for value in values}) - {name}


def _stem(name: str) -> str:
    place = max(name.rfind(sign) for sign in ENDS)
    return name[:place] if place > 0 else ""

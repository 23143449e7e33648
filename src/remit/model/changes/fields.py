"""Changing what an entity says of a field: copies, putting, leaving out, lists whose items have their own words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from remit.model.facts import Said, State
from remit.model.files.shapes import Shape, shapes
from remit.model.kind import Entity, Fields, Part

Sayings = dict[str, tuple[Said, ...]]
_Fields = TypeVar("_Fields", bound=Fields)


def copied(fields: _Fields) -> _Fields:
    """A copy whose fields can be replaced without the original changing (what they hold is shared)."""
    new = type(fields).made()
    new.__dict__.update(fields.__dict__)
    if isinstance(new, Entity):
        new.said = dict(new.said)
    return new


def default_of(cls: type[Any], name: str) -> Any:
    """What a field holds while nothing is said of it."""
    return cls.model_fields[name].default


def shape_of(cls: type[Entity], path: str) -> Shape | None:
    """The shape of a field by its dotted path, None where there is none."""
    first, dot, inner = path.partition(".")
    shape = shapes(cls).get(first)
    if shape is None or not dot:
        return shape
    return shapes(shape.part).get(inner) if shape.part and not shape.many else None


def below(said: Mapping[str, Any], path: str) -> list[str]:
    """The paths of a field, of its items and of what is inside it."""
    return [one for one in said if one == path or one.startswith((f"{path}.", f"{path}["))]


def put(entity: Entity, path: str, value: Any, said: Sayings) -> None:
    """Let a field (``level``, ``remit.topics``) hold a value, with all that is said of it; what was said goes.

    ``value`` None stands for one of the four words. The entity must be a copy of the caller's own.
    """
    for one in below(entity.said, path):
        del entity.said[one]
    entity.said.update(said)
    first, dot, inner = path.partition(".")
    cls = type(entity)
    if not dot:
        setattr(entity, first, default_of(cls, first) if value is None else value)
        return
    shape = shapes(cls)[first]
    assert shape.part is not None
    old = getattr(entity, first)
    part = copied(old) if old is not None else shape.part.made()
    setattr(part, inner, default_of(shape.part, inner) if value is None else value)
    setattr(entity, first, part)
    told = entity.said.get(first)
    around = next(iter(said.values()))[0] if said else Said(State.VALUE)
    outer = told[0] if told else around._replace(state=State.VALUE, note="")
    entity.said[first] = (outer._replace(value=part), *(told or ())[1:])


def leave_out(entity: Entity, path: str) -> None:
    """Let nothing be said of a field any more."""
    for one in below(entity.said, path):
        del entity.said[one]
    first, dot, inner = path.partition(".")
    if not dot:
        if first in type(entity).model_fields and first != "id":
            setattr(entity, first, default_of(type(entity), first))
        return
    old = getattr(entity, first)
    if old is None:
        return
    part = copied(old)
    setattr(part, inner, default_of(type(part), inner))
    told = entity.said.get(first, ())
    if is_silent(part) and not any(one.startswith(f"{first}.") for one in entity.said):
        if not told or told[0].state is State.VALUE:
            leave_out(entity, first)
            return
        setattr(entity, first, None)
        entity.said[first] = (told[0]._replace(value=None), *told[1:])
        return
    setattr(entity, first, part)
    if first in entity.said:
        entity.said[first] = (entity.said[first][0]._replace(value=part), *entity.said[first][1:])


def item_sayings(said: Mapping[str, tuple[Said, ...]], path: str, place: int) -> Sayings:
    """What is said of one item of a list: by the rest of its path (empty: of the item itself)."""
    start = f"{path}[{place}]"
    return {one[len(start) :]: told for one, told in said.items() if one.startswith(start)}


def relist(said: Sayings, path: str, items: Iterable[tuple[Any, Mapping[str, tuple[Said, ...]]]]) -> list[Any]:
    """Write anew what is said of the items of a list; gives the list of their values.

    ``items`` holds each value with what is said of it, as :func:`item_sayings` gives it.
    """
    for one in [name for name in said if name.startswith(f"{path}[")]:
        del said[one]
    values: list[Any] = []
    for value, own in items:
        for rest, told in own.items():
            words = tuple(one._replace(value=value) for one in told) if not rest else told
            said[f"{path}[{len(values)}]{rest}"] = words
        values.append(value)
    return values


def is_silent(fields: Part) -> bool:
    """Whether no field of a part holds anything."""
    return all(getattr(fields, name) is None for name in shapes(type(fields)))


Items = list[tuple[Any, Mapping[str, tuple[Said, ...]]]]
"""Values of a list, each with what is said of it, as :func:`item_sayings` gives it."""


def items_of(entity: Entity, path: str) -> Items:
    """The items of a list field with what is said of each; none where it is not told (or told in several ways)."""
    told = entity.said.get(path, ())
    if len(told) != 1 or not isinstance(told[0].value, list):
        return []
    return [(value, item_sayings(entity.said, path, place)) for place, value in enumerate(told[0].value)]


def put_items(entity: Entity, path: str, items: Items, outer: Said) -> None:
    """Let a list field hold these items; ``outer`` is what is said of the list."""
    said: Sayings = {}
    values = relist(said, path, items)
    said[path] = (outer._replace(state=State.VALUE, value=values),)
    put(entity, path, values, said)


def is_denied(own: Mapping[str, tuple[Said, ...]]) -> bool:
    """Whether an item of a list is there to say that it is not so (or not clear)."""
    return "" in own and own[""][0].state is not State.VALUE


def with_words(own: Mapping[str, tuple[Said, ...]], value: Any, said: Said, outer: Said) -> Sayings:
    """What is said of an item that is put into a list whose words of source are others."""
    if "" in own or said[2:6] == outer[2:6]:
        return dict(own)
    return {**own, "": (said._replace(state=State.VALUE, value=value, note=""),)}

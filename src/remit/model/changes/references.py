"""Every place in a model where an id stands, and putting others there: names of things in other things' fields,
in statements, sets, coverage and words of source.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from pydantic import BaseModel

from remit.model.changes.fields import Sayings, copied, default_of, is_silent, item_sayings, relist
from remit.model.facts import Said, State
from remit.model.files.shapes import Shape, shapes
from remit.model.kind import Entity, Part
from remit.model.kinds.route import RouteItem

To = Mapping[str, tuple[str, ...]]
"""What stands in the place of an id: another one, several, or nothing (the empty tuple)."""

_GONE: Any = object()
NARROWING = frozenset({"topics", "principals"})
"""Fields of a route that narrow it: without what it was for it is no route for everything, it goes."""


class Lost(NamedTuple):
    """A field that no longer says anything, because all that it named has gone."""

    entity: str
    path: str
    named: str


@cache
def naming(cls: type[BaseModel]) -> tuple[Shape, ...]:
    """The fields of a kind or part that can name something, themselves or inside."""
    return tuple(
        shape for shape in shapes(cls).values() if shape.ref is not None or (shape.part is not None and not shape.words)
    )


def named_by(entity: BaseModel) -> set[str]:
    """Every id that an entity names in its fields, contradictory values included."""
    found: set[str] = set()
    said = getattr(entity, "said", {})
    for shape in naming(type(entity)):
        _gather(getattr(entity, shape.name), found)
        told = said.get(shape.name, ())
        if len(told) > 1:
            for one in told[1:]:
                _gather(one.value, found)
        if shape.part is not None and not shape.many:
            for inner in naming(shape.part):
                for one in said.get(f"{shape.name}.{inner.name}", ())[1:]:
                    _gather(one.value, found)
    return found


def values_in(value: Any) -> set[str]:
    """The texts in a field: one, or those of a list (not those inside parts)."""
    return {one for one in (value if isinstance(value, list) else [value]) if isinstance(one, str)}


def _gather(value: Any, found: set[str]) -> None:
    if isinstance(value, str):
        found.add(value)
    elif isinstance(value, list):
        for one in value:
            _gather(one, found)
    elif isinstance(value, Part):
        found |= named_by(value)


class Rewriter:
    """Puts other ids into the fields of entities; notes the fields that are left with nothing."""

    def __init__(self, to: To, *, no_self: bool = False) -> None:
        self.to = to
        self.no_self = no_self
        """Whether what would come to name itself is taken away (after a merger)."""
        self.lost: list[Lost] = []
        self._whose = ""

    def entity(self, entity: Entity) -> Entity:
        """The entity with other ids in its fields; the same one where it names none of them."""
        if self.to.keys().isdisjoint(named_by(entity)):
            return entity
        new = copied(entity)
        self._whose = self.to.get(entity.id, (entity.id,))[0] if self.to.get(entity.id) else entity.id
        self._fields(type(new), new.__dict__, new.said, "")
        return new

    def value(self, cls: type[BaseModel], name: str, value: Any) -> Any:
        """A value of a field that stands elsewhere (in a statement); None where nothing is left of it."""
        self._whose = ""
        new = self._value(shapes(cls)[name], value, {}, name)
        return None if new is _GONE else new

    def _fields(self, cls: type[BaseModel], values: dict[str, Any], said: Sayings, prefix: str) -> None:
        for shape in naming(cls):
            if shape.part is not None and not shape.many:
                self._part(shape, values, said, prefix)
            else:
                self._leaf(cls, shape, values, said, prefix)

    def _part(self, shape: Shape, values: dict[str, Any], said: Sayings, prefix: str) -> None:
        part, path = values.get(shape.name), prefix + shape.name
        told = said.get(path, ())
        if len(told) > 1:
            self._alternatives(shape, values, said, path)
            return
        if part is not None:
            new = self._inside(part, said, f"{path}.")
            silent = is_silent(new) and not is_silent(part) and not any(one.startswith(f"{path}.") for one in said)
            values[shape.name] = None if silent else new
        if told and told[0].value is not None:
            first = told[0]._replace(value=values.get(shape.name))
            said[path] = (first,)
            if first.value is None and first.state is State.VALUE:
                del said[
                    path
                ]  # a part of which nothing is left says nothing, unless it is one of the four words beside

    def _alternatives(self, shape: Shape, values: dict[str, Any], said: Sayings, path: str) -> None:
        """A part on which sources differ: each is rewritten by itself, and what is said of its fields follows."""
        for inner in [one for one in said if one.startswith(f"{path}.")]:
            del said[inner]
        each = [(one, self._plain_part(one)) for one in said.pop(path)]
        kept = [new for one, new in each if one.value is None or new.value is not None]
        if kept:
            said[path] = tuple(kept)
        values[shape.name] = kept[0].value if kept else None
        for one in kept:
            for name, value in one.value or ():
                if value is not None:
                    said[f"{path}.{name}"] = (*said.get(f"{path}.{name}", ()), one._replace(value=value, note=""))

    def _inside(self, part: Part, said: Sayings, prefix: str) -> Part:
        new = copied(part)
        self._fields(type(new), new.__dict__, said, prefix)
        return new

    def _plain_part(self, said: Said) -> Said:
        if not isinstance(said.value, Part):
            return said
        new = self._inside(said.value, {}, "")
        return said._replace(value=None if is_silent(new) and not is_silent(said.value) else new)

    def plain_part(self, said: Said) -> Said:
        """A part with all its fields, as it stands in a statement, with other ids."""
        return self._plain_part(said)

    def _leaf(self, cls: type[BaseModel], shape: Shape, values: dict[str, Any], said: Sayings, prefix: str) -> None:
        name, path = shape.name, prefix + shape.name
        told, before = said.get(path), values.get(name)
        if told is None:
            if before is None:
                return
            after = self._value(shape, before, said, path)
            left = after is not _GONE
        else:
            kept = [self._alternative(shape, one, said if len(told) == 1 else {}, path) for one in told]
            new = tuple(one for one in kept if one is not None)
            left = bool(new)
            if new:
                said[path] = new
            else:
                del said[path]
            after = new[0].value if new and new[0].state is State.VALUE else None
        values[name] = default_of(cls, name) if not left or after is None else after
        if not left:
            self.lost.append(Lost(self._whose, path, _first(before, self.to)))

    def _alternative(self, shape: Shape, one: Said, said: Sayings, path: str) -> Said | None:
        if one.value is None:
            return one
        value = self._value(shape, one.value, said, path)
        return None if value is _GONE else one._replace(value=value)

    def _value(self, shape: Shape, value: Any, said: Sayings, path: str) -> Any:
        if not shape.many:
            found = self._ids(value)
            if len(found) > 1:
                self.lost.append(Lost(self._whose, path, value))
            return found[0] if found else _GONE
        items: list[tuple[Any, Sayings]] = []
        before: list[Any] = []
        for place, item in enumerate(value):
            own = item_sayings(said, path, place)
            for new in self._route(item, own, said, path, place) if isinstance(item, Part) else self._ids(item):
                if not any(self._same(new, own, item, *one, old) for one, old in zip(items, before, strict=True)):
                    items.append((new, own))
                    before.append(item)
        return relist(said, path, items) or _GONE

    @staticmethod
    def _same(new: Any, own: Sayings, old: Any, other: Any, others: Sayings, before: Any) -> bool:
        """Whether two items that were different have become one (what was written twice stays so)."""
        return old != before and new == other and (not isinstance(new, Part) or own == others)

    def _route(self, item: Any, own: Sayings, said: Sayings, path: str, place: int) -> list[Part]:
        """A route for each end that stands in the place of its end; none where what it was for has gone."""
        found: list[Part] = []
        for to in self._ids(item.to):
            new = copied(item)
            inside: Sayings = {rest[1:]: told for rest, told in own.items() if rest}
            lost = len(self.lost)
            for shape in naming(RouteItem):
                if shape.name != "to":
                    self._leaf(RouteItem, shape, new.__dict__, inside, "")
            gone = self.lost[lost:]
            del self.lost[lost:]
            if any(one.path in NARROWING for one in gone):
                continue
            self.lost += [Lost(one.entity, f"{path}[{place}].{one.path}", one.named) for one in gone]
            for rest in [rest for rest in own if rest]:
                del own[rest]
            around = own.get("") or said.get(path)
            own.update({f".{name}": told for name, told in inside.items() if not _goes_without(name, told, around)})
            new.to = to
            found.append(new)
        return found

    def _ids(self, name: str) -> tuple[str, ...]:
        found = self.to.get(name)
        if found is None:
            return (name,)
        return tuple(one for one in found if one != self._whose) if self.no_self else found


def _goes_without(name: str, told: tuple[Said, ...], around: tuple[Said, ...] | None) -> bool:
    """Whether what is said of a field of a route is only what is said of the route (it is not kept twice)."""
    if around is None or "[" in name or len(told) != 1:
        return False
    return told[0] == around[0]._replace(state=State.VALUE, value=told[0].value, note="")


def _first(value: Any, to: To) -> str:
    found: set[str] = set()
    _gather(value, found)
    return min((one for one in found if one in to), default="")

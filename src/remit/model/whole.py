"""The validated whole: entities, sets, statements and coverage of one model."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple, get_args

from pydantic import BaseModel

from remit.model.facts import Extent, Said, SourceRef, State
from remit.model.kind import Entity, Part, ref_of
from remit.model.kinds import registry
from remit.model.kinds.route import RELATIONS
from remit.model.text import Text

FORMAT = 1
"""The version of the file format; every file carries it as ``remit: 1``."""

SYSTEM = "system"
"""The id of the system as a whole."""

CHANNEL_TARGETS = ("operations", "decision")
"""What a channel statement may lead to beside a level or a body: to operations (down to the front line),
or to a decision (a body that may decide)."""

COVERAGE_ALIASES: dict[str, tuple[str, ...]] = {
    "lines": ("units", "functions", "parent", "reports_to", "manages"),
    "routes": RELATIONS,
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a file, counted from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Head(NamedTuple):
    """What a model says of itself."""

    id: str
    title: Text
    as_of: datetime.date
    represents: str = "current"
    """``current`` or ``proposal``."""
    made_up: bool = False
    """Whether the model is an invented example."""
    note: str = ""


class SetDef(NamedTuple):
    """A named set of entities of one kind: listed, or chosen by what their fields are stated to be."""

    id: str
    name: Text
    of: str
    members: tuple[str, ...] | None = None
    where: tuple[tuple[str, tuple[str, ...]], ...] = ()
    sources: tuple[SourceRef, ...] = ()


class Statement(NamedTuple):
    """One row of the table of facts: about whom, what, the value or word, to whom, to what extent, who says so."""

    about: str
    what: str
    said: Said
    to: str = ""
    extent: Extent | None = None


class Selection(NamedTuple):
    """Coverage of the entities of a kind that match, for one field or (field empty) for their existence."""

    of: str
    state: str
    field: str = ""
    where: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """Where the listing is ``complete``, ``partial`` or ``unknown``; the most special word counts."""

    default: str = "complete"
    by_name: dict[str, str] = field(default_factory=dict)
    selections: tuple[Selection, ...] = ()

    def of_name(self, *names: str) -> str:
        """The word for the first of ``names`` (a field path, its last part, a section) that is told."""
        for name in names:
            if name in self.by_name:
                return self.by_name[name]
            for alias, covered in COVERAGE_ALIASES.items():
                if name in covered and alias in self.by_name:
                    return self.by_name[alias]
        return self.default


@dataclass(slots=True)
class Model:
    """One structure as one or several sources tell it at one date."""

    head: Head
    entities: dict[str, Entity] = field(default_factory=dict)
    """Every entity by id, parts (seats, mandates, …) included."""
    parents: dict[str, tuple[str, str]] = field(default_factory=dict)
    """For each part: the entity that it stands in, and the field."""
    sets: dict[str, SetDef] = field(default_factory=dict)
    statements: list[Statement] = field(default_factory=list)
    coverage: Coverage = field(default_factory=Coverage)
    defaults: Said | None = None
    marks: dict[str, Mark] = field(default_factory=dict, compare=False, repr=False)
    files: tuple[str, ...] = field(default=(), compare=False, repr=False)
    """The files it was read from."""

    def of_kind(self, kind: str) -> list[Entity]:
        """The entities of a kind, sorted by id."""
        return sorted((e for e in self.entities.values() if e.kind_meta.name == kind), key=lambda e: e.id)

    def members_of(self, set_id: str) -> tuple[str, ...]:
        """The ids of a set's members, sorted; members named as sets stand for their members."""
        return tuple(sorted(self._members(set_id, frozenset())))

    def _members(self, set_id: str, inside: frozenset[str]) -> set[str]:
        definition = self.sets[set_id]
        if set_id in inside:
            return set()
        if definition.members is not None:
            found: set[str] = set()
            for member in definition.members:
                found |= self._members(member, inside | {set_id}) if member in self.sets else {member}
            return found
        wanted = self._conditions(definition.of, definition.where, inside | {set_id})
        return {
            entity.id
            for entity in self.entities.values()
            if entity.kind_meta.name == definition.of and self._meets(entity, wanted)
        }

    def matches(
        self,
        entity: Entity,
        where: tuple[tuple[str, tuple[str, ...]], ...],
        inside: frozenset[str] = frozenset(),
    ) -> bool:
        """Whether the entity's own stated values meet every condition of a selection."""
        return self._meets(entity, self._conditions(entity.kind_meta.name, where, inside))

    def _conditions(
        self, kind: str, where: tuple[tuple[str, tuple[str, ...]], ...], inside: frozenset[str]
    ) -> list[tuple[str, bool, set[str]]]:
        """Each condition as (field, whether it names the entity that a part stands in, the values that meet it)."""
        cls = registry()[kind]
        found = []
        for name, wanted in where:
            above = name not in cls.model_fields and name in registry()
            names = above or names_entities(cls, name)
            expanded: set[str] = set()
            for value in wanted:
                expanded |= self._members(value, inside) if names and value in self.sets else {value}
            found.append((name, above, expanded))
        return found

    def _meets(self, entity: Entity, conditions: list[tuple[str, bool, set[str]]]) -> bool:
        for name, above, wanted in conditions:
            place = self.parents.get(entity.id)
            have = {place[0]} if above and place else stated_texts(entity, name)
            if not have & wanted:
                return False
        return True

    def expand(self, ids: tuple[str, ...] | list[str], kind: str | None = None) -> tuple[str, ...]:
        """Replace sets by their members (of ``kind`` where given), keep order, drop doubles."""
        found: dict[str, None] = {}
        for name in ids:
            if name in self.sets:
                for member in self.members_of(name):
                    if kind is None or self.entities[member].kind_meta.name == kind:
                        found[member] = None
            else:
                found[name] = None
        return tuple(found)


def as_tuple(value: Any) -> tuple[Any, ...]:
    """None is nothing, a list its items, anything else one."""
    if value is None:
        return ()
    return tuple(value) if isinstance(value, list) else (value,)


def text_of(value: Any) -> str:
    """A plain value as it is written in a file."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def value_at(entity: BaseModel, path: str) -> Any:
    """The attribute at a dotted path (``remit.topics``), None where something on the way is left out."""
    here: Any = entity
    for name in path.split("."):
        here = getattr(here, name, None)
        if here is None:
            return None
    return here


def stated_texts(entity: Entity, path: str) -> set[str]:
    """The values at a path that are stated to be there, as texts; of routes, to whom they lead."""
    found: set[str] = set()
    for place, value in enumerate(as_tuple(value_at(entity, path))):
        own = entity.said.get(f"{path}[{place}]")
        if own is None or own[0].state is State.VALUE:
            found.add(text_of(getattr(value, "to", value)))
    return found


def names_entities(cls: type[BaseModel], path: str) -> bool:
    """Whether the field at a path holds ids, so that the id of a set stands for its members."""
    first, _, inner = path.partition(".")
    if first not in cls.model_fields:
        return False
    part = part_class(cls, first)
    if part is None:
        return bool(reference(cls, first))
    return bool(reference(part, inner or "to")) if (inner or "to") in part.model_fields else False


_PARTS: dict[tuple[type[BaseModel], str], type[Part] | None] = {}


def part_class(cls: type[BaseModel], name: str) -> type[Part] | None:
    """The class of a field that holds a part (or a list of route items), else None."""
    key = (cls, name)
    if key not in _PARTS:
        _PARTS[key] = _find_part(cls.model_fields[name].annotation)
    return _PARTS[key]


def _find_part(annotation: Any) -> type[Part] | None:
    if isinstance(annotation, type):
        return annotation if issubclass(annotation, Part) else None
    for inner in get_args(annotation):
        found = _find_part(inner)
        if found is not None:
            return found
    return None


_LISTS: dict[tuple[type[BaseModel], str], bool] = {}


def is_list(cls: type[BaseModel], name: str) -> bool:
    """Whether a field holds a list."""
    key = (cls, name)
    if key not in _LISTS:
        _LISTS[key] = _has_list(cls.model_fields[name].annotation)
    return _LISTS[key]


def _has_list(annotation: Any) -> bool:
    origin = getattr(annotation, "__origin__", None)
    return origin is list or any(_has_list(inner) for inner in get_args(annotation))


def fields_of(kind: str) -> Iterator[tuple[str, type[BaseModel], str]]:
    """Every fact field of a kind as (dotted path, declaring class, name), parts that have fields included."""
    from remit.model.kind import info_of

    cls = registry()[kind]
    inside = {name for name, _ in cls.kind_meta.parts}
    for name in cls.model_fields:
        if name in inside or not info_of(cls, name).fact or name == "said":
            if name in inside:
                yield name, cls, name
            continue
        yield name, cls, name
        part = part_class(cls, name)
        if part is not None and not is_list(cls, name):
            for inner in part.model_fields:
                yield f"{name}.{inner}", part, inner


def reference(cls: type[BaseModel], name: str) -> tuple[str, ...]:
    """The kinds that a field may name, empty where it names nothing."""
    mark = ref_of(cls, name)
    return mark.kinds if mark else ()


__all__ = [
    "CHANNEL_TARGETS",
    "FORMAT",
    "RELATIONS",
    "SYSTEM",
    "Coverage",
    "Head",
    "Mark",
    "Model",
    "Selection",
    "SetDef",
    "State",
    "Statement",
]

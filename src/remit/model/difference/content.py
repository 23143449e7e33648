"""What an entity is made of, as atoms that can be compared between two models: its fields, its parts, who names it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from remit.model.files.shapes import Shape, shapes
from remit.model.kind import Entity, Part, RefTo
from remit.model.text import Text
from remit.model.whole import Model, as_tuple, names_entities

Atom = tuple[str, ...]
Features = dict[str, frozenset[Atom]]
Naming = Callable[[str], str]
"""Gives an id the name that it has in both models, so that references can be compared."""

INCOMING = "<named by>"
"""The feature that holds who names an entity, and in which field."""

_CALLED = ("name", "title", "text")
"""What a thing is called: by the first of these that it has."""


def called(entity: Entity) -> Text | None:
    """The name of an entity, or the title or text that stands for one (of a source, of a goal)."""
    told = (getattr(entity, field, None) for field in _CALLED)
    return next((one for one in told if isinstance(one, Text)), None)


def features(entity: Entity, naming: Naming) -> Features:
    """The stated fields of an entity, each as the set of its values; ids are those of both models."""
    found: Features = {}
    for name, shape in shapes(type(entity)).items():
        value = getattr(entity, name)
        if name in ("name", "note") or (name in _CALLED and value is not None and value is called(entity)):
            continue
        if value is None or (not shape.many and value == type(entity).model_fields[name].default):
            states = tuple(one.state.value for one in entity.said.get(name, ()))
            if states and value is None:
                found[name] = frozenset({("said", *states)})
            continue
        atoms = frozenset(_atoms(shape, value, naming))
        if atoms:
            found[name] = atoms
    return found


def _atoms(shape: Shape, value: Any, naming: Naming) -> Iterator[Atom]:
    for one in as_tuple(value) if shape.many else (value,):
        if isinstance(one, Entity):
            yield signature(one, naming)
        elif isinstance(one, Part) and shape.many:
            yield ("to", naming(getattr(one, "to", "")))
        elif isinstance(one, Part):
            for inner, known in shapes(type(one)).items():
                told = getattr(one, inner)
                if told is not None:
                    yield from ((inner, *atom) for atom in _atoms(known, told, naming))
        elif shape.ref is not None:
            yield ("ref", naming(one))
        else:
            yield ("value", one.sv if isinstance(one, Text) else str(one))


def signature(part: Entity, naming: Naming) -> Atom:
    """A seat, mandate, … in short: whose, by whom, about what."""
    found: list[str] = []
    for name, shape in shapes(type(part)).items():
        value = getattr(part, name)
        if shape.ref is not None and value is not None:
            found.append(f"{name}=" + ",".join(naming(one) for one in as_tuple(value)))
        elif value is not None and shape.choices and value != type(part).model_fields[name].default:
            found.append(f"{name}={value}")
    return ("part", *found)


class Incoming:
    """Who names each entity of a model: (who, in which field), for every reference, set and statement."""

    def __init__(self, model: Model) -> None:
        self.found: dict[str, set[tuple[str, str]]] = defaultdict(set)
        """For each id: the entities that name it (of a part: what it stands in), and in which field."""
        for entity in model.entities.values():
            owner, inside = model.parents.get(entity.id, (entity.id, ""))
            for path, name in references(entity):
                self.found[name].add((owner, f"{inside}.{path}" if inside else path))
        for one in model.sets.values():
            for member in one.members or ():
                self.found[member].add((one.id, "members"))
            for path, values in one.where:
                if path == one.of or _names(one.of, path):
                    for value in values:
                        self.found[value].add((one.id, "where"))
        for statement in model.statements:
            self.found[statement.about].add(("", f"fact {statement.what}"))
            if statement.to:
                self.found[statement.to].add((statement.about, f"fact {statement.what}"))

    def feature(self, name: str, naming: Naming, both: set[str]) -> frozenset[Atom]:
        """Who of those that are in both models names it."""
        return frozenset((naming(who), path) for who, path in self.found.get(name, ()) if not who or who in both)


def references(entity: Entity) -> Iterator[tuple[str, str]]:
    """Every id that an entity names itself (its parts aside), with the field."""
    for name, shape in shapes(type(entity)).items():
        value = getattr(entity, name)
        if value is None or shape.entity:
            continue
        yield from _references(name, shape, value)


def _references(path: str, shape: Shape, value: Any) -> Iterator[tuple[str, str]]:
    words = shape.ref.words if isinstance(shape.ref, RefTo) else ()
    for one in as_tuple(value) if shape.many else (value,):
        if isinstance(one, Part):
            for inner, known in shapes(type(one)).items():
                told = getattr(one, inner)
                if told is not None:
                    yield from _references(f"{path}.{inner}", known, told)
        elif shape.ref is not None and isinstance(one, str) and one not in words:
            yield path, one


def _names(kind: str, path: str) -> bool:
    from remit.model.kinds import registry

    known = registry()
    return path in known or (kind in known and names_entities(known[kind], path))

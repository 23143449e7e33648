"""A model without the names of its persons: functions stay, who holds them is not told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from remit.model.facts import Said
from remit.model.kind import Entity
from remit.model.text import Text
from remit.model.whole import Model, SetDef, Statement, as_tuple

SOMEBODY = Text("en person (namnet utelämnat)", "a person (name left out)")
_FIELD = "person"
"""The field (of a seat) that names a person."""
_WHOSE = ("principal", "provider", "function")
"""The fields that tell whose a seat is, the first that is told."""

Where = tuple[tuple[str, tuple[str, ...]], ...]


def without_names(model: Model, alike: Iterable[Model] = ()) -> Model:
    """A copy in which every person is called alike and has no remark, and in which no id tells who it is.

    The ids of persons, of what they hold and of the seats that they fill are replaced by numbered ones; such a seat
    is called by its group and by whose it is. All else is the same. ``alike``: models that this one is compared with;
    the same person then gets the same number in all of them (call this for each of them, with the others). What is
    written about persons in texts of other things stays: nobody can tell it from other words.
    """
    ids = _new_ids(model, (model, *alike))
    if not ids:
        return model
    entities = {ids.get(old, old): _masked(model, entity, ids) for old, entity in model.entities.items()}
    for entity in entities.values():
        _with_parts(entity, entities, ids)
    coverage = model.coverage
    return replace(
        model,
        entities=entities,
        parents={ids.get(part, part): (ids.get(whole, whole), f) for part, (whole, f) in model.parents.items()},
        sets={key: _set(one, ids) for key, one in model.sets.items()},
        statements=[_statement(model, one, ids) for one in model.statements],
        coverage=replace(
            coverage, selections=tuple(one._replace(where=_where(one.where, ids)) for one in coverage.selections)
        ),
        marks={ids.get(key, key): mark for key, mark in model.marks.items()},
    )


# -- ids ---------------------------------------------------------------------------------------------------------------


def _new_ids(model: Model, all_models: tuple[Model, ...]) -> dict[str, str]:
    """The new id of each person, of each part of one, and of each seat that one fills."""
    persons = sorted({one.id for each in all_models for one in each.of_kind("person")})
    taken = {key for each in all_models for key in (*each.entities, *each.sets)}
    stem = "person"
    while any(one.partition(":")[0].startswith(f"{stem}-") for one in taken - set(persons)):
        stem += "-x"
    width = len(str(len(persons)))
    number = {one: f"{stem}-{place:0{width}}" for place, one in enumerate(persons, 1)}
    found = {one: number[one] for one in persons if one in model.entities}
    used = set(taken)
    for part, (whole, _) in sorted(model.parents.items()):
        who = number.get(whole) or next((number[one] for one in _fillers(model, part) if one in number), "")
        if who:
            entity = model.entities[part]
            head = "" if whole in number else f"{whole}:"
            tail = f":{getattr(entity, 'function', None) or entity.kind_meta.name}" if whole in number else ""
            found[part] = _free(f"{head}{who}{tail}", used)
    return found


def _free(wanted: str, used: set[str]) -> str:
    """The id, with a number where it is taken; it is taken then."""
    found, number = wanted, 1
    while found in used:
        number += 1
        found = f"{wanted}:{number}"
    used.add(found)
    return found


def _fillers(model: Model, part: str) -> list[str]:
    """The persons that fill a seat, as it and the facts about it say."""
    entity = model.entities[part]
    said = [*entity.said.get(_FIELD, ()), *(s.said for s in model.statements if (s.about, s.what) == (part, _FIELD))]
    told = [getattr(entity, _FIELD, None), *(one for each in said for one in as_tuple(each.value))]
    told += [s.to for s in model.statements if (s.about, s.what) == (part, _FIELD)]
    return [one for one in told if isinstance(one, str) and one]


# -- what is replaced --------------------------------------------------------------------------------------------------


def _masked(model: Model, entity: Entity, ids: dict[str, str]) -> Entity:
    """An entity with new ids in it; its parts are put in afterwards."""
    kind, new = entity.kind_meta.name, ids.get(entity.id)
    said = {path: tuple(_said(one, path, ids, bare=False) for one in told) for path, told in entity.said.items()}
    update: dict[str, Any] = {"id": new or entity.id, "said": said}
    if new and kind in ("person", "holding"):
        update |= {"note": None, "said": {path: tuple(o._replace(note="") for o in t) for path, t in said.items()}}
        update |= {"name": SOMEBODY} if kind == "person" else {}
    elif new:
        update |= {"name": _seat_name(model, entity)}
    if isinstance(getattr(entity, _FIELD, None), str):
        update[_FIELD] = ids.get(getattr(entity, _FIELD), getattr(entity, _FIELD))
    return entity.model_copy(update=update)


def _seat_name(model: Model, seat: Entity) -> Text:
    """A seat called by its group and by whose it is."""

    def called(identifier: str) -> Text:
        found = model.entities.get(identifier)
        return found.name if found is not None and found.name is not None else Text(identifier, identifier)

    group = called(model.parents[seat.id][0])
    owner = next((one for field in _WHOSE if isinstance(one := getattr(seat, field, None), str)), "")
    whose = called(owner) if owner else SOMEBODY
    return Text(f"{group.sv}: {whose.sv}", f"{group.en}: {whose.en}")


def _with_parts(entity: Entity, entities: dict[str, Entity], ids: dict[str, str]) -> None:
    """Put the new parts into the place of the old ones, in a copy that is ours."""

    def new(value: Any) -> Any:
        if isinstance(value, list):
            return [new(one) for one in value]
        return entities.get(ids.get(value.id, value.id), value) if isinstance(value, Entity) else value

    for name, _ in entity.kind_meta.parts:
        object.__setattr__(entity, name, new(getattr(entity, name, None)))
        if name in entity.said:
            entity.said[name] = tuple(one._replace(value=new(one.value)) for one in entity.said[name])


def _said(said: Said, path: str, ids: dict[str, str], *, bare: bool) -> Said:
    if path in (_FIELD, "id"):  # who a seat is filled by; that somebody is there
        values = [ids.get(one, one) if isinstance(one, str) else one for one in as_tuple(said.value)]
        said = said._replace(value=values if isinstance(said.value, list) else values[0] if values else said.value)
    return said._replace(note="") if bare else said


def _statement(model: Model, one: Statement, ids: dict[str, str]) -> Statement:
    """A row of the table of facts; what is remarked on in rows about persons is left out."""
    about = model.entities.get(one.about)
    kind = about.kind_meta.name if about is not None else model.sets[one.about].of if one.about in model.sets else ""
    return one._replace(
        about=ids.get(one.about, one.about),
        said=_said(one.said, one.what, ids, bare=kind in ("person", "holding")),
        to=ids.get(one.to, one.to) if one.what == _FIELD else one.to,
    )


def _set(one: SetDef, ids: dict[str, str]) -> SetDef:
    members = tuple(ids.get(member, member) for member in one.members) if one.members is not None else None
    return one._replace(members=members, where=_where(one.where, ids))


def _where(where: Where, ids: dict[str, str]) -> Where:
    return tuple(
        (name, tuple(ids.get(one, one) for one in wanted) if name == _FIELD else wanted) for name, wanted in where
    )


__all__ = ["SOMEBODY", "without_names"]

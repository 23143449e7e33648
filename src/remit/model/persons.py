"""Models without the names of their persons: functions stay, who holds them is not told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from remit.model.facts import Said
from remit.model.kind import Entity, Part, ref_of
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

    ``alike``: models that this one is compared with; the same person then gets the same number in all of them (call
    this for each of them, with the others; or one :class:`Veil` for all).
    """
    return Veil((model, *alike)).model(model)


class Veil:
    """Hides who somebody is in several models alike, whichever way they are shown.

    The ids of persons, of what they hold and of the seats that they fill are replaced by numbered ones; such a seat
    is called by its group and by whose it is. Where a person's whole name stands in other words of a model (a remark,
    a title, the name of something else), it is taken out of them. All else is the same. What tells who somebody is
    without the name stays: nobody can tell it from other words.
    """

    def __init__(self, models: Iterable[Model]) -> None:
        told = tuple(models)
        persons = sorted({one.id for each in told for one in each.of_kind("person")})
        self._used = {key for each in told for key in (*each.entities, *each.sets)}
        stem = "person"
        while any(one.partition(":")[0].startswith(f"{stem}-") for one in self._used - set(persons)):
            stem += "-x"
        width = len(str(len(persons)))
        self._ids = {one: f"{stem}-{place:0{width}}" for place, one in enumerate(persons, 1)}
        self._persons = frozenset(persons)
        self._names: set[str] = set()
        self._learn(told)

    def id(self, identifier: str) -> str:
        """The id that stands for one in what is shown."""
        return self._ids.get(identifier, identifier)

    def hides(self, identifier: str) -> bool:
        """Whether an id is a person's, or that of something that tells who somebody is."""
        return identifier in self._ids

    def called(self, model: Model, identifier: str) -> Text:
        """What something that is hidden is called."""
        entity = model.entities.get(identifier)
        return self._seat_name(model, entity) if entity is not None and entity.kind_meta.name == "seat" else SOMEBODY

    def text(self, text: Text) -> Text:
        """A text without the names of persons."""
        return Text(self.words(text.sv), self.words(text.en, "en"))

    def words(self, words: str, lang: str = "sv") -> str:
        """Words in one language without the names of persons."""
        found = self._pattern
        return words if found is None or not words else found.sub(SOMEBODY.get(lang), words)

    def model(self, model: Model) -> Model:
        """A copy of a model that tells nobody's name; the model itself where there are no persons."""
        self._learn((model,))
        if not self._ids:
            return model
        ids = self._ids
        entities = {ids.get(old, old): self._masked(model, entity) for old, entity in model.entities.items()}
        for entity in entities.values():
            _with_parts(entity, entities, ids)
        coverage, head = model.coverage, model.head
        return replace(
            model,
            head=head._replace(title=self.text(head.title), note=self.words(head.note)),
            defaults=model.defaults and self._said(model.defaults, "", bare=False),
            entities=entities,
            parents={ids.get(part, part): (ids.get(whole, whole), f) for part, (whole, f) in model.parents.items()},
            sets={key: self._set(one) for key, one in model.sets.items()},
            statements=[self._statement(model, one) for one in model.statements],
            coverage=replace(
                coverage, selections=tuple(one._replace(where=_where(one.where, ids)) for one in coverage.selections)
            ),
            marks={ids.get(key, key): mark for key, mark in model.marks.items()},
        )

    # -- ids and names -------------------------------------------------------------------------------------------------

    def _learn(self, models: Sequence[Model]) -> None:
        """Give an id to each part of a person, and to each seat that one fills, that has none yet; know the names."""
        owners: dict[str, tuple[str, str, str]] = {}
        for model in models:
            for one in model.of_kind("person"):
                if one.name is not None and not {*one.name} <= self._names:
                    self._names.update(part for part in one.name if part.strip())
                    self.__dict__.pop("_pattern", None)
                if one.id not in self._ids:  # of a model that was not there from the beginning
                    self._ids[one.id] = _free("person-x", self._used)
            for part, (whole, _) in model.parents.items():
                if part in self._ids:
                    continue
                entity = model.entities[part]
                if entity.kind_meta.name == "holding":
                    tail = getattr(entity, "function", None) or "holding"
                    found = (whole, "", f":{tail}")
                elif fillers := [one for one in _fillers(model, part) if one in self._ids]:
                    found = (min(fillers), f"{whole}:", "")
                else:
                    continue
                owners[part] = min(found, owners.get(part, found))
        for part, (who, before, after) in sorted(owners.items()):
            self._ids[part] = _free(f"{before}{self._ids[who]}{after}", self._used)

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        """Any name of a person, as words of their own; the longest first."""
        names = sorted(self._names, key=lambda one: (-len(one), one))
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)") if names else None

    # -- what is replaced ----------------------------------------------------------------------------------------------

    def _masked(self, model: Model, entity: Entity) -> Entity:
        """An entity with new ids in it; its parts are put in afterwards."""
        kind, new = entity.kind_meta.name, self._ids.get(entity.id)
        bare = kind in ("person", "holding")
        said = {path: tuple(self._said(o, path, bare=bare) for o in told) for path, told in entity.said.items()}
        update: dict[str, Any] = {**self._fields(entity), "id": new or entity.id, "said": said}
        if bare:
            update |= {"note": None} | ({"name": SOMEBODY} if kind == "person" else {})
        elif new:
            update |= {"name": self._seat_name(model, entity)}
        if isinstance(who := getattr(entity, _FIELD, None), str):
            update[_FIELD] = self.id(who)
        return entity.model_copy(update=update)

    def _fields(self, told: Entity | Part) -> dict[str, Any]:
        """The fields in which a name stands, without it."""
        found = {}
        for name in type(told).model_fields:
            value = getattr(told, name)
            if name in ("id", "said") or value is None or (isinstance(value, str) and ref_of(type(told), name)):
                continue
            without = self._value(value)
            if without is not value:
                found[name] = without
        return found

    def _value(self, value: Any) -> Any:
        """A value without names; itself where none stands in it."""
        if isinstance(value, Text):
            text = self.text(value)
            return value if text == value else text
        if isinstance(value, str):
            return self.words(value)
        if isinstance(value, list) and not any(isinstance(one, (str, Entity)) for one in value):
            values = [self._value(one) for one in value]
            return value if all(a is b for a, b in zip(values, value, strict=True)) else values
        if isinstance(value, Part):
            fields = self._fields(value)
            return value.model_copy(update=fields) if fields else value
        return value

    def _seat_name(self, model: Model, seat: Entity) -> Text:
        """A seat called by its group and by whose it is."""

        def called(identifier: str) -> Text:
            found = model.entities.get(identifier)
            told = found.name if found is not None and found.name is not None else Text(identifier, identifier)
            return self.text(told)

        group = called(model.parents[seat.id][0])
        owner = next((one for field in _WHOSE if isinstance(one := getattr(seat, field, None), str)), "")
        whose = called(owner) if owner else SOMEBODY
        return Text(f"{group.sv}: {whose.sv}", f"{group.en}: {whose.en}")

    def _said(self, said: Said, path: str, *, bare: bool) -> Said:
        value = said.value
        if path in (_FIELD, "id"):  # who a seat is filled by; that somebody is there
            values = [self.id(one) if isinstance(one, str) else one for one in as_tuple(value)]
            value = values if isinstance(value, list) else values[0] if values else value
        elif not isinstance(value, str):  # an id, or a word
            value = self._value(value)
        sources = tuple(ref._replace(section=self.words(ref.section)) for ref in said.sources)
        return said._replace(value=value, sources=sources, note="" if bare else self.words(said.note))

    def _statement(self, model: Model, one: Statement) -> Statement:
        """A row of the table of facts; what is remarked on in rows about persons is left out."""
        about = model.entities.get(one.about)
        kind = (
            about.kind_meta.name if about is not None else model.sets[one.about].of if one.about in model.sets else ""
        )
        return one._replace(
            about=self.id(one.about),
            said=self._said(one.said, one.what, bare=kind in ("person", "holding")),
            to=self.id(one.to) if one.what == _FIELD else one.to,
        )

    def _set(self, one: SetDef) -> SetDef:
        members = tuple(self.id(member) for member in one.members) if one.members is not None else None
        return one._replace(name=self.text(one.name), members=members, where=_where(one.where, self._ids))


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


def _where(where: Where, ids: dict[str, str]) -> Where:
    return tuple(
        (name, tuple(ids.get(one, one) for one in wanted) if name == _FIELD else wanted) for name, wanted in where
    )


__all__ = ["SOMEBODY", "Veil", "without_names"]

"""Other words for the same structure: every id, name, title, note and text of a model replaced."""

from __future__ import annotations

import random
from typing import Any

from pydantic import BaseModel
from tests.properties.silencing import changed

from remit.graph.resolve import owner_class
from remit.model.facts import Said, SourceRef
from remit.model.kind import Entity, Part
from remit.model.text import Text
from remit.model.whole import SYSTEM, Model, names_entities, part_class, reference

LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Renamer:
    """Replaces words at random; ``order``: ids sort as they did before."""

    def __init__(self, model: Model, seed: int, *, order: bool) -> None:
        self.random = random.Random(seed)  # noqa: S311 - words for a test
        self.model = model
        known = sorted({*model.entities, *model.sets} - {SYSTEM})
        words = sorted({self.word(12) for _ in range(len(known) + 50)})[: len(known)]
        if not order:
            self.random.shuffle(words)
        self.ids = dict(zip(known, words, strict=True))
        self.back = {new: old for old, new in self.ids.items()}
        self.headings: dict[str, str] = {}

    def word(self, length: int = 8) -> str:
        """A word without meaning."""
        return "".join(self.random.choice(LETTERS) for _ in range(length))

    def id(self, identifier: str) -> str:
        """The new id of an entity or set; other words stay."""
        return self.ids.get(identifier, identifier)

    def renamed(self) -> Model:
        """The model in other words."""
        model = self.model
        head = changed(model.head, id=self.word(), title=self.text(), note=self.word())
        selections = tuple(changed(one, where=self.where(one.of, one.where)) for one in model.coverage.selections)
        entities = [self.entity(entity) for entity in model.entities.values()]
        by_id = {entity.id: entity for entity in entities}
        parents = {self.id(part): (self.id(whole), name) for part, (whole, name) in model.parents.items()}
        for part, (whole, name) in parents.items():
            inside = [by_id[one] for one, place in parents.items() if place == (whole, name)]
            setattr(by_id[whole], name, inside)
            assert by_id[part] in inside
        sets = [
            changed(
                one,
                id=self.id(one.id),
                name=self.text(),
                members=None if one.members is None else tuple(self.id(member) for member in one.members),
                where=self.where(one.of, one.where),
                sources=tuple(self.source(source) for source in one.sources),
            )
            for one in model.sets.values()
        ]
        return changed(
            model,
            head=head,
            entities=by_id,
            parents=parents,
            sets={one.id: one for one in sets},
            statements=[self.statement(one) for one in model.statements],
            coverage=changed(model.coverage, selections=selections),
            defaults=model.defaults and self.said(model.defaults, None, ""),
        )

    def where(self, kind: str, told: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[Any, ...]:
        """The conditions of a set or a coverage selection."""
        found = []
        for name, values in told:
            some = next((type(e) for e in self.model.entities.values() if e.kind_meta.name == kind), None)
            means_ids = some is None or name not in some.model_fields or names_entities(some, name)
            found.append((name, tuple(self.id(value) for value in values) if means_ids else values))
        return tuple(found)

    def statement(self, one: Any) -> Any:
        """A row of the table of facts."""
        some = self.model.members_of(one.about)[:1] if one.about in self.model.sets else (one.about,)
        cls = type(self.model.entities[some[0]]) if some and some[0] in self.model.entities else None
        said = self.said(one.said, cls if one.what != "channel" else None, one.what)
        return changed(one, about=self.id(one.about), to=self.id(one.to), said=said)

    def entity(self, entity: Entity) -> Entity:
        """An entity with its parts left out; they are put in their places afterwards."""
        copy = self.part(entity)
        copy.id = self.id(entity.id)
        copy.said = {
            path: tuple(self.said(one, None if path == "id" else type(entity), path) for one in words)
            for path, words in entity.said.items()
        }
        return copy

    def part(self, old: Any) -> Any:
        """The fields of an entity, a part or a route."""
        cls = type(old)
        new = {}
        for name in cls.model_fields:
            if name not in ("id", "said"):
                new[name] = self.value(cls, name, getattr(old, name))
        return old.model_copy(update=new)

    def value(self, cls: type[BaseModel], name: str, value: Any) -> Any:
        """The value of a field: ids by their new names, texts by words without meaning, the rest as it was."""
        if isinstance(value, list):
            return [self.value(cls, name, one) for one in value]
        if isinstance(value, Part):
            return self.part(value)
        if isinstance(value, Entity) or value is None:
            return value
        if isinstance(value, Text):
            return self.text()
        if isinstance(value, str) and (reference(cls, name) or part_class(cls, name)):
            return self.id(value)
        free = isinstance(value, str) and cls.model_fields[name].annotation in (str, str | None)
        return self.word() if free else value

    def said(self, said: Said, cls: type[BaseModel] | None, path: str) -> Said:
        """What is said, by whom, in other words."""
        value = said.value
        if cls is not None:
            owner, name = owner_class(cls, "".join(part.partition("[")[0] + "." for part in path.split("."))[:-1])
            value = self.value(owner, name, value)
        elif isinstance(value, str):
            value = self.id(value)
        sources = tuple(self.source(source) for source in said.sources)
        return changed(said, value=value, sources=sources, note=said.note and self.word())

    def source(self, source: SourceRef) -> SourceRef:
        """A place in a document; the same heading gets the same word."""
        section = source.section and self.headings.setdefault(source.section, self.word())
        return changed(source, document=self.id(source.document), section=section)

    def text(self) -> Text:
        """Words without meaning in both languages."""
        return Text(self.word(), self.word())

"""From a model to the document that a file holds: words of source kept, each fact in one place."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable
from typing import Any

from remit.model.facts import WORDS, Extent, Said, SourceRef, State
from remit.model.files.binder import derived_id, free_id, short_field
from remit.model.files.reading import Words
from remit.model.files.shapes import Shape, shapes
from remit.model.files.yaml_writer import Plain, visible, write_yaml
from remit.model.kind import Entity, Part
from remit.model.kinds import sections
from remit.model.text import Text
from remit.model.whole import FORMAT, SYSTEM, Coverage, Model, SetDef, Statement

Document = dict[str, Any]

_FIRST = ("sources", "levels", "populations", "topics", "principals", "territories", "providers", "joint_bodies")
"""The sections that others refer to are written before them; the rest follow in the order of their names."""


def dump(model: Model) -> str:
    """The model as YAML; reading it gives an equal model, and writing that gives the same text."""
    return write_yaml(document(model))


def dump_json(model: Model) -> str:
    """The model as JSON, with the same content."""
    return visible(json.dumps(document(model), ensure_ascii=False, indent=2)) + "\n"


def document(model: Model) -> Document:
    """The model as nested mappings, lists, texts and numbers, in the form of a file."""
    return Writer(model).document()


def words_of(said: Said) -> Words:
    """The words of source of something said."""
    return Words(said.basis, said.sources, said.modality, said.practice)


class Writer:
    """Writes the parts of one model."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.base = words_of(model.defaults) if model.defaults else Words()
        self.place = 0
        self.inside: dict[tuple[str, str], list[Entity]] = {}
        for name, (parent, field) in model.parents.items():
            if name in model.entities:
                self.inside.setdefault((parent, field), []).append(model.entities[name])

    def document(self) -> Document:
        found: Document = {"remit": FORMAT, "model": self.head()}
        names = sections()
        for section in (*_FIRST, *(name for name in names if name not in _FIRST)):
            content = self._section(names[section])
            if content is not None:
                found[section] = content
        if self.model.sets:
            found["sets"] = {name: self.set(one) for name, one in self.model.sets.items()}
        if self.model.statements:
            found["facts"] = [self.row(one) for one in self.model.statements]
        return found

    # --- head ----------------------------------------------------------------------------------------------

    def head(self) -> Document:
        """What the model says of itself."""
        head = self.model.head
        found: Document = {"id": head.id, "title": _text(head.title), "as_of": Plain(head.as_of.isoformat())}
        found["represents"] = Plain(head.represents)
        if head.made_up:
            found["made_up"] = True
        if head.note:
            found["note"] = head.note
        found.update(difference(self.base, Words()))
        if self.model.coverage != Coverage():
            found["coverage"] = self.coverage(self.model.coverage)
        return found

    def coverage(self, coverage: Coverage) -> Document:
        """What the listing covers."""
        found: Document = {"default": Plain(coverage.default)}
        found.update({name: Plain(word) for name, word in coverage.by_name.items()})
        if coverage.selections:
            found["selections"] = [
                {
                    "of": one.of,
                    **({"field": one.field} if one.field else {}),
                    **({"where": _where(one.where)} if one.where else {}),
                    "is": Plain(one.state),
                }
                for one in coverage.selections
            ]
        return found

    # --- entities ------------------------------------------------------------------------------------------

    def _section(self, kind: str) -> Any:
        entities = [
            one
            for one in self.model.entities.values()
            if one.kind_meta.name == kind and one.id not in self.model.parents
        ]
        if kind == SYSTEM:
            told = [one for one in entities if one.name or one.note or one.said]
            return self.entity(told[0], self.base) if told else None
        self.place = 0
        written = {one.id: self.entity(one, self.base) for one in entities}
        if kind == "level" and not any(written.values()):
            return list(written) or None
        return written or None

    def entity(self, entity: Entity, above: Words) -> Document:
        """The fields of an entity under its own words of source; single facts have what differs from them."""
        own = _own_words(entity)
        found: Document = {}
        known = shapes(type(entity))
        for name in ("name", "title"):
            if name in known and not known[name].fact and getattr(entity, name) is not None:
                found[name] = _text(getattr(entity, name))
        found.update(difference(own, above))
        for name, shape in known.items():
            if name in found or name == "note":
                continue
            value = self._field(entity, shape, own)
            if value is not None:
                found[name] = value
        if entity.note is not None:
            found["note"] = entity.note
        return found

    def _field(self, entity: Entity, shape: Shape, own: Words) -> Any:
        value = getattr(entity, shape.name)
        if not shape.fact:
            default = type(entity).model_fields[shape.name].default
            return None if value is None or value == default else plain_value(value)
        if entity.kind_meta.name == "level" and shape.name == "rank":
            self.place += 1
            if entity.said.get("rank", ()) in ((), (own.said(State.VALUE, self.place),)):
                return None  # the order tells it
        if shape.name in entity.said:
            return self.said(entity, shape, entity.said, shape.name, own)
        if value is None or value == type(entity).model_fields[shape.name].default:
            return None
        return self.said(entity, shape, {shape.name: (own.said(State.VALUE, value),)}, shape.name, own)

    def said(self, entity: Entity, shape: Shape, said: dict[str, tuple[Said, ...]], path: str, above: Words) -> Any:
        """A field with everything that is said of it."""
        sayings = said[path]
        if len(sayings) > 1:
            return {"values": [self._alternative(shape, one, above) for one in sayings]}
        one = sayings[0]
        words = words_of(one)
        around = {**difference(words, above), **({"note": one.note} if one.note else {})}
        if shape.part and not shape.many:
            return self._part(entity, shape, said, path, around)
        if one.state is not State.VALUE:
            word = Plain(one.state.value)
            return {"value": word, **around} if around else word
        if shape.entity:
            value: Any = self._parts(entity, shape, words)
        elif shape.many:
            value = self._items(entity, one.value, said, path, words)
        else:
            value = plain_value(one.value)
        if value is None:
            return None
        wrap = around or (isinstance(value, dict) and "text" in value)
        return {"value": value, **around} if wrap else value

    def _alternative(self, shape: Shape, said: Said, above: Words) -> Any:
        around = {**difference(words_of(said), above), **({"note": said.note} if said.note else {})}
        if said.state is not State.VALUE:
            value: Any = Plain(said.state.value)
        elif shape.part and shape.many:
            value = [_route(one) for one in said.value]
        else:
            value = plain_value(said.value)
        return {"value": value, **around} if around or isinstance(value, dict) else value

    def _part(
        self, entity: Entity, shape: Shape, said: dict[str, tuple[Said, ...]], path: str, around: Document
    ) -> Any:
        """A part: its state where it is a word, its fields, its words of source."""
        one = said[path][0]
        words = words_of(one)
        assert shape.part is not None
        found: Document = {} if one.state is State.VALUE else {"value": Plain(one.state.value)}
        inside = {name: value for name, value in one.value or () if value is not None}
        for name, inner in shapes(shape.part).items():
            step = f"{path}.{name}"
            if step in said:
                found[name] = self.said(entity, inner, said, step, words)
            elif name in inside:
                filled = {step: (words.said(State.VALUE, inside[name]),), **said}
                found[name] = self.said(entity, inner, filled, step, words)
        if one.state is not State.VALUE and len(found) == 1 and not around:
            return found["value"]
        return {**found, **around} or None

    def _items(
        self,
        entity: Entity,
        items: Iterable[Any],
        said: dict[str, tuple[Said, ...]],
        path: str,
        above: Words,
    ) -> list[Any] | None:
        """A list; an item with words or a state of its own is a mapping."""
        found: list[Any] = []
        for place, item in enumerate(items):
            step = f"{path}[{place}]"
            own = said.get(step, (above.said(State.VALUE, item),))[0]
            words = words_of(own)
            around = {**difference(words, above), **({"note": own.note} if own.note else {})}
            if own.state is not State.VALUE:
                around = {"value": Plain(own.state.value), **around}
            if isinstance(item, Part):
                value: Document = {"to": getattr(item, "to", "")}
                for name, inner in shapes(type(item)).items():
                    told = f"{step}.{name}"
                    plain = getattr(item, name)
                    if name != "to" and (told in said or plain is not None):
                        filled = said if told in said else {**said, told: (words.said(State.VALUE, plain),)}
                        value[name] = self.said(entity, inner, filled, told, words)
                found.append({**value, **around} if around or len(value) > 1 else value["to"])
            else:
                found.append({"to": plain_value(item), **around} if around else plain_value(item))
        return found or None

    def _parts(self, parent: Entity, shape: Shape, above: Words) -> list[Any] | None:
        """The entities inside an entity; an id is written where it does not follow from the content."""
        entities = self.inside.get((parent.id, shape.name), [])
        given = given_ids(parent.id, entities)
        found: list[Any] = []
        for one in entities:
            content = self.entity(one, above)
            short = short_field(type(one))
            if one.id in given:
                content = {"id": one.id, **content}
            plain = list(content) == [short] and isinstance(content[short], str)
            found.append(content[short] if plain and not isinstance(content[short], Plain) else content)
        return found or None

    # --- sets and facts ------------------------------------------------------------------------------------

    def set(self, definition: SetDef) -> Document:
        """A set, as it stands in the section of sets."""
        found: Document = {}
        if definition.name != Text(definition.id, definition.id):
            found["name"] = _text(definition.name)
        if definition.of:
            found["of"] = definition.of
        if definition.members is not None:
            found["members"] = list(definition.members)
        if definition.where:
            found["where"] = _where(definition.where)
        if definition.sources:
            found["source"] = _sources(definition.sources)
        return found

    def row(self, statement: Statement) -> Any:
        """A row of the table of facts."""
        said = statement.said
        if said.state is not State.VALUE:
            value: Any = Plain(said.state.value)
        elif isinstance(said.value, Text) and not said.value.sv.strip():
            value = {"sv": said.value.sv, "en": said.value.en}  # a blank cell would be one that is left out
        else:
            value = plain_value(said.value)
        others = difference(words_of(said), self.base)
        extent = "" if statement.extent in (None, Extent.ALL) else Plain(statement.extent.value)
        cells: Document = {
            "about": statement.about,
            "what": statement.what,
            "value": value,
            "to": statement.to,
            "extent": extent,
            "basis": others.pop("basis", ""),
            "source": others.pop("source", ""),
        }
        if said.note:
            others["note"] = said.note
        if others:
            return {**{name: cell for name, cell in cells.items() if cell != ""}, **others}
        row = list(cells.values())
        while row[-1] == "":
            row.pop()
        return row


def _own_words(entity: Entity) -> Words:
    """The words of source of an entity itself: what is said of its ``id``."""
    return words_of(entity.said["id"][0]) if "id" in entity.said else Words()


def difference(own: Words, above: Words) -> Document:
    """The words of source that differ from what is inherited; ``none`` takes an inherited one away."""
    found: Document = {}
    if own.basis is not above.basis:
        found["basis"] = Plain(own.basis.value)
    if own.sources != above.sources:
        found["source"] = _sources(own.sources)
    if own.modality is not above.modality:
        found["modality"] = Plain(own.modality.value if own.modality else "none")
    if own.practice is not above.practice:
        found["practice"] = Plain(own.practice.value if own.practice else "none")
    return found


def _sources(sources: tuple[SourceRef, ...]) -> Any:
    texts = [str(one) for one in sources]
    return Plain("none") if not texts else texts[0] if len(texts) == 1 else texts


def given_ids(parent: str, entities: list[Entity]) -> set[str]:
    """The ids that have to be written, because reading would derive others."""
    given: set[str] = set()
    while True:
        taken = set(given)
        more: set[str] = set()
        for one in entities:
            if one.id in given:
                continue
            derived = free_id(derived_id(parent, one), taken)
            taken.add(derived)
            if derived != one.id:
                more.add(one.id)
        if not more:
            return given
        given |= more


def _where(where: tuple[tuple[str, tuple[str, ...]], ...]) -> Document:
    return {name: values[0] if len(values) == 1 else list(values) for name, values in where}


def _text(value: Text) -> Any:
    return value.sv if value.sv == value.en else {"sv": value.sv, "en": value.en}


def plain_value(value: Any) -> Any:
    """A value without words of source, as it is written."""
    if isinstance(value, Text):
        return {"sv": value.sv, "en": value.en} if value.sv in WORDS else _text(value)
    if isinstance(value, datetime.date):
        return Plain(value.isoformat())
    if isinstance(value, tuple):
        low, high = (_number(one) for one in value)
        return low if low == high else Plain(f"{low}-{high}")
    if isinstance(value, str):
        return {"text": value} if value in WORDS else value
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, Part):
        return {name: plain_value(one) for name, one in value if one is not None}
    return [plain_value(one) for one in value] if isinstance(value, list) else value


def _number(value: float) -> Any:
    if float(value).is_integer():
        return int(value)
    return value if "e" not in repr(value) else Plain(f"{value:.12f}".rstrip("0"))


def _route(item: Part) -> Any:
    content = plain_value(item)
    return content["to"] if list(content) == ["to"] else content

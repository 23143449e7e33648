"""The JSON Schema of a model file, made from the kinds; editors use it to complete and to check.

It tells the form. What it cannot tell (ids that exist, circles) the reader does.
"""

from __future__ import annotations

from typing import Any

from remit.model.facts import WORDS, Basis, Extent, Modality, Practice
from remit.model.files.binder import short_field
from remit.model.files.head import COVERED, HeadFields, coverage_names
from remit.model.files.shapes import Shape, shapes
from remit.model.kind import Entity, info_of
from remit.model.kinds import registry, sections
from remit.model.whole import FORMAT

Schema = dict[str, Any]

_FOUR = sorted(word.value for word in WORDS)


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _object(properties: Schema, **more: Any) -> Schema:
    return {"type": "object", "properties": properties, "additionalProperties": False, **more}


def _one_or_many(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "array", "items": schema, "minItems": 1}]}


_WORDS: Schema = {
    "source": {**_ref("places"), "description": "Where it stands: document#Heading/3, or a list of such."},
    "basis": {"enum": [one.value for one in Basis], "description": "On what it rests."},
    "modality": {"enum": [*(one.value for one in Modality), "none"], "description": "How binding a proposal is."},
    "practice": {"enum": [*(one.value for one in Practice), "none"], "description": "On paper or as it is lived."},
    "note": {"type": "string", "description": "A remark."},
}

_COMMON: Schema = {
    "four_words": {
        "enum": _FOUR,
        "description": "none: a source says that there is none; unclear: a source says that it is not clear; "
        "deferred: a source leaves it to be settled later; unknown: no source says.",
    },
    "text": {
        "anyOf": [
            {"type": ["string", "number", "boolean"]},
            _object({"sv": _ref("scalar"), "en": _ref("scalar")}, minProperties=1),
        ],
        "description": "One text for both languages, or one for each.",
    },
    "scalar": {"type": ["string", "number", "boolean"]},
    "id": {"type": ["string", "number"], "description": "The id of something in the model."},
    "places": _one_or_many({"type": "string"}),
    "date": {"type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}$", "description": "year-month-day"},
    "yes_no": {"enum": [True, False, "yes", "no", "ja", "nej", "true", "false"]},
    "count": {
        "anyOf": [{"type": "integer", "minimum": 1}, {"type": "string", "pattern": "^(\\d+|many)$"}],
        "description": "A whole number from 1, or many where no source tells the number.",
    },
    "whole_number": {"anyOf": [{"type": "integer", "minimum": 0}, {"type": "string", "pattern": "^\\d+$"}]},
    "number": {"anyOf": [{"type": "number", "minimum": 0}, {"type": "string", "pattern": "^\\d+(\\.\\d+)?$"}]},
    "range": {
        "anyOf": [
            {"type": "number", "minimum": 0},
            {"type": "string", "pattern": "^\\s*\\d+(\\.\\d+)?\\s*([-–]\\s*\\d+(\\.\\d+)?)?\\s*$"},
        ],
        "description": "A number, or a range such as 2-3.",
    },
    "where": {
        "type": "object",
        "additionalProperties": _one_or_many(_ref("scalar")),
        "minProperties": 1,
        "description": "The fields and values that a selection is made by.",
    },
}


def json_schema() -> Schema:
    """The schema (draft 2020-12), the same every time."""
    return _Maker().schema()


class _Maker:
    """Builds the schema; what several fields have in common stands once, among the definitions."""

    def __init__(self) -> None:
        self.defs: Schema = {**_COMMON, **{f"say_{name}": schema for name, schema in _WORDS.items()}}
        self.words: Schema = {name: _ref(f"say_{name}") for name in _WORDS}

    def schema(self) -> Schema:
        properties: Schema = {
            "$schema": {"type": "string"},
            "remit": {"enum": [FORMAT, str(FORMAT)], "description": "The version of the format."},
            "include": {**_one_or_many({"type": "string"}), "description": "Further files in this file's folder."},
            "model": self.head(),
        }
        for section, kind in sections().items():
            cls = registry()[kind]
            properties[section] = _section(cls)
            self.defs[kind] = self.entity(cls)
        for kind, cls in registry().items():
            if kind not in self.defs:
                self.defs[kind] = self.part_entity(cls)
        properties["sets"] = {"type": "object", "additionalProperties": self.set()}
        properties["facts"] = {"type": "array", "items": self.row()}
        return {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "Remit model",
            "description": "An organisation that several principals share: who may decide what, and on whose word.",
            **_object(properties),
            "$defs": dict(sorted(self.defs.items())),
        }

    # --- head, sets, facts ---------------------------------------------------------------------------------

    def head(self) -> Schema:
        fields = {name: _described(self.value(shape), HeadFields, name) for name, shape in shapes(HeadFields).items()}
        covered = {"enum": list(COVERED)}
        selection = _object(
            {"of": {"enum": list(registry())}, "field": {"type": "string"}, "where": _ref("where"), "is": covered},
            required=["of", "is"],
        )
        told = {"default": covered, **dict.fromkeys(sorted(coverage_names()), covered)}
        coverage = _object({**told, "selections": {"type": "array", "items": selection}})
        return _object(
            {
                "id": _described(_ref("id"), HeadFields, "id"),
                **fields,
                **self.words,
                "coverage": {"anyOf": [covered, coverage], "description": "Where the listing is complete."},
            },
            required=["id", "title", "as_of"],
        )

    def set(self) -> Schema:
        listed = {"type": "array", "items": _ref("id"), "minItems": 1}
        keys = {
            "name": _ref("text"),
            "of": {"enum": list(registry()), "description": "Of which kind."},
            "members": _one_or_many(_ref("id")),
            "where": _ref("where"),
            "source": self.words["source"],
        }
        return {"anyOf": [listed, _object(keys, anyOf=[{"required": ["members"]}, {"required": ["of"]}])]}

    def row(self) -> Schema:
        extent = {"enum": [*(one.value for one in Extent), ""]}
        basis = {"enum": [*(one.value for one in Basis), ""]}
        cells = {"about": _ref("id"), "what": {"type": "string"}, "value": {}, "to": _ref("id"), "extent": extent}
        row = {"type": "array", "prefixItems": [*cells.values(), basis, _ref("places")], "items": False, "minItems": 3}
        mapping = _object({**cells, **self.words, "basis": basis}, required=["about", "what", "value"])
        return {
            "anyOf": [row, mapping],
            "description": "Whom, what, value, to whom, extent, who says so, source.",
        }

    # --- entities ------------------------------------------------------------------------------------------

    def entity(self, cls: type[Entity]) -> Schema:
        properties = {**self.fields(cls), **self.words}
        properties["for_each"] = {
            "type": "object",
            "additionalProperties": _one_or_many(_ref("id")),
            "description": "Makes one per member of a list or set; {m} and {m.name} stand for the member.",
        }
        properties["one_per"] = {**_one_or_many(_ref("id")), "description": "Makes one per item of a list or set."}
        if cls.kind_meta.name == "agreement":
            properties["groups"] = {
                **_section(registry()["group"]),
                "description": "Groups that rest on it.",
            }
        return _object(properties, description=cls.kind_meta.description.en)

    def part_entity(self, cls: type[Entity]) -> Schema:
        mapping = _object({"id": _ref("id"), **self.fields(cls), **self.words})
        text = cls.kind_meta.description.en
        return {"anyOf": [_ref("id"), mapping] if short_field(cls) else [mapping], "description": text}

    def fields(self, cls: Any) -> Schema:
        return {
            name: _described(self.field(shape, cls) if shape.fact else self.value(shape, cls), cls, name)
            for name, shape in shapes(cls).items()
        }

    def field(self, shape: Shape, cls: Any) -> Schema:
        """A field that carries facts: a value, one of four words, or a mapping with more."""
        name = f"field_{_name(shape, cls)}"
        if name not in self.defs:
            self.defs[name] = {}  # taken, while what is inside is made
            self.defs[name] = self.stated_part(shape) if shape.part and not shape.many else self.stated(shape, cls)
        return _ref(name)

    def stated(self, shape: Shape, cls: Any) -> Schema:
        value: Schema = {"anyOf": [_ref("four_words"), self.value(shape, cls), _object({"text": {"type": "string"}})]}
        return {"anyOf": [*value["anyOf"], self.wrapper(value), self.several(value)]}

    def stated_part(self, shape: Shape) -> Schema:
        assert shape.part is not None
        inside = self.fields(shape.part)
        value = {"anyOf": [_ref("four_words"), _object({**inside, **self.words})]}
        stated = _object({**inside, **self.words, "value": value})
        return {"anyOf": [_ref("four_words"), stated, self.several({"anyOf": [_ref("four_words"), self.value(shape)]})]}

    def wrapper(self, value: Schema) -> Schema:
        return _object({"value": value, **self.words}, required=["value"])

    def several(self, value: Schema) -> Schema:
        """Values that contradict one another."""
        values = {"type": "array", "items": {"anyOf": [value, self.wrapper(value)]}, "minItems": 1}
        return _object({"values": values, **self.words}, required=["values"])

    def value(self, shape: Shape, cls: Any = None) -> Schema:
        """A value without words of source of its own."""
        if shape.entity:
            return _one_or_many(_ref(shape.entity.kind_meta.name))
        if not shape.many and not shape.part:
            return _single(shape)
        name = f"value_{_name(shape, cls)}"
        if name not in self.defs:
            self.defs[name] = {}
            self.defs[name] = self.items(shape) if shape.many else _object(self.plain_fields(shape))
        return _ref(name)

    def items(self, shape: Shape) -> Schema:
        state = {"enum": [*_FOUR, True, "yes", "ja", "true"], "description": "Left out: it is there."}
        single = _ref("id") if shape.part else _single(shape)
        inside = self.fields(shape.part) if shape.part else {}
        item = _object({**inside, "to": single, "value": state, **self.words}, required=["to"])
        return _one_or_many({"anyOf": [single, item]})

    def plain_fields(self, shape: Shape) -> Schema:
        assert shape.part is not None
        return {
            name: _described(self.value(inner, shape.part), shape.part, name)
            for name, inner in shapes(shape.part).items()
        }


def _section(cls: type[Entity]) -> Schema:
    text = cls.kind_meta.description.en
    if cls.kind_meta.singleton:
        return {**_ref(cls.kind_meta.name), "description": text}
    section: Schema = {
        "type": "object",
        "properties": {"defaults": _ref(cls.kind_meta.name)},
        "additionalProperties": {"anyOf": [_ref(cls.kind_meta.name), _ref("text")]},
        "description": text,
    }
    if cls.kind_meta.name == "level":
        return {"anyOf": [section, {"type": "array", "items": _ref("id")}], "description": text}
    return section


def _described(schema: Schema, cls: Any, name: str) -> Schema:
    return {**schema, "description": info_of(cls, name).text.en}


def _name(shape: Shape, cls: Any) -> str:
    """What a field's form is called among the definitions; fields alike share one."""
    inner = shape.part or shape.entity
    if inner is not None:
        name = inner.__name__
    elif shape.choices:
        name = f"{cls.__name__}_{shape.name}"
    else:
        name = "text" if shape.words else "id" if shape.ref else shape.sort or "scalar"
    return f"{name}_list" if shape.many else name


def _single(shape: Shape) -> Schema:
    if shape.words:
        return _ref("text")
    if shape.ref:
        return _ref("id")
    if shape.choices:
        return {"enum": list(shape.choices)}
    return _ref(shape.sort or "scalar")

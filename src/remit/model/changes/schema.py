"""The JSON Schema of a scenario file, made from the kinds of change and of entities.

It tells the form. What it cannot tell (ids that exist, whether a change applies) the reader does.
"""

from __future__ import annotations

from typing import Any

from remit.model.changes.heads import HEAD
from remit.model.changes.kind import ChangeKind
from remit.model.changes.kinds import registry
from remit.model.files.reading import WORD_KEYS
from remit.model.files.schema import json_schema
from remit.model.kinds import sections
from remit.model.whole import FORMAT

Schema = dict[str, Any]
_TEXT: Schema = {"$ref": "#/$defs/text"}
_IDS: Schema = {"anyOf": [{"type": ["string", "number"]}, {"type": "array", "minItems": 1}]}
_SECTIONS = ("sets", "facts")


def scenario_schema() -> Schema:
    """The schema as plain data; its definitions are those of the schema of model files."""
    model = json_schema()
    places = model["properties"]
    words: Schema = {name: places["model"]["properties"][name] for name in WORD_KEYS}
    about: Schema = {**words, "note": {"type": "string"}, "reason": {**_TEXT, "description": "Why."}}
    changes = [_change(kind, places, about) for kind in registry().values()]
    head: Schema = {
        "id": {"$ref": "#/$defs/id"},
        "title": _TEXT,
        "from": {"$ref": "#/$defs/id", "description": "The id of the model that it starts from."},
        "result": _object({name: places["model"]["properties"][name] for name in HEAD}),
        **words,
        "note": {"type": "string"},
    }
    return {
        "$schema": model["$schema"],
        "title": "Remit scenario",
        **_object(
            {
                "$schema": {"type": "string"},
                "remit": {"enum": [FORMAT, str(FORMAT)]},
                "scenario": {**_object(head), "required": ["id", "title"]},
                "changes": {"type": "array", "items": {"oneOf": changes}},
            }
        ),
        "required": ["remit", "scenario", "changes"],
        "$defs": model["$defs"],
    }


def _object(properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _change(kind: ChangeKind, places: Schema, about: Schema) -> Schema:
    told = {"description": kind.description.en, **_told(kind, places)}
    return {**_object({kind.name: told, **about}), "required": [kind.name, "reason"]}


def _told(kind: ChangeKind, places: Schema) -> Schema:
    """What stands under the word of a change: its keys, a bare id where it has a short form, sections."""
    if not kind.keys:
        names = ("agreements",) if kind.name == "conclude" else (*sections(), *_SECTIONS)
        return {**_object({name: places[name] for name in names}), "minProperties": 1}
    keys: Schema = {one.name: {"description": one.text.en} for one in kind.keys}
    required = [one.name for one in kind.keys if one.required]
    mapping: Schema = {"type": "object", "properties": keys, "required": required, "minProperties": 1}
    if not kind.also("any field"):
        mapping["additionalProperties"] = False
    if kind.name == "state":
        mapping = {**mapping, "additionalProperties": True}
    return {"anyOf": [_IDS, mapping]} if kind.short else mapping

"""From a scenario to a file that reads back equal, and from a model to the plain data that changes are made of."""

from __future__ import annotations

import json
from typing import Any

from remit.model.changes.fields import default_of, shape_of
from remit.model.changes.scenario import Change, Scenario
from remit.model.files.reading import Words
from remit.model.files.writer import Writer, difference, words_of
from remit.model.files.writer import plain_value as _value
from remit.model.files.yaml_writer import visible, write_yaml
from remit.model.text import Text
from remit.model.whole import FORMAT, Model, Statement

Document = dict[str, Any]

NOTHING = Words()
SILENT: Document = {"basis": "keeper", "source": "none"}
"""The words of source of a scenario that adds none of its own: what is told says for itself whom it rests on."""


def dump(scenario: Scenario) -> str:
    """The scenario as YAML; reading it gives an equal scenario."""
    return write_yaml(document(scenario))


def dump_json(scenario: Scenario) -> str:
    """The scenario as JSON, with the same content."""
    return visible(json.dumps(document(scenario), ensure_ascii=False, indent=2)) + "\n"


def document(scenario: Scenario) -> Document:
    """The scenario as nested mappings, lists and texts, in the form of a file."""
    return {
        "remit": FORMAT,
        "scenario": _plain(scenario.head()),
        "changes": [change_document(one) for one in scenario.changes],
    }


def change_document(change: Change) -> Document:
    """One change in the form of a file."""
    found: Document = _plain(change.data())
    return found


# --- from a model to what changes are made of -------------------------------------------------------------------------


def told_entity(model: Model, name: str, above: Words = NOTHING) -> Document:
    """An entity as ``create`` takes it: its fields with the words of source that differ from ``above``.

    ``above``: the words of source that the change passes on (those of :data:`SILENT` where left out).
    """
    return _writer(model).entity(model.entities[name], above)


def told_field(model: Model, name: str, path: str, above: Words = NOTHING) -> Any:
    """What is said of one field (``level``, ``remit.topics``, ``seats``) as ``state`` takes it; None where nothing is.

    Fields without words of source (``name``, ``note``) are told alike.
    """
    entity = model.entities[name]
    shape = shape_of(type(entity), path)
    if shape is None:
        raise KeyError(path)
    if path in entity.said:
        return _writer(model).said(entity, shape, entity.said, path, above)
    value = getattr(entity, path, None)
    if shape.fact or value is None or value == default_of(type(entity), path):
        return None
    return _value(value)


def told_words(model: Model, name: str) -> Document | None:
    """The words of source of an entity itself, as ``state`` takes them under ``itself``; None where it has none."""
    told = model.entities[name].said.get("id")
    return difference(words_of(told[0]), NOTHING) if told else None


def told_set(model: Model, name: str) -> Document:
    """A set as ``create`` and ``state`` take it."""
    return _writer(model).set(model.sets[name])


def told_row(model: Model, row: Statement, above: Words = NOTHING) -> Any:
    """A row of the table of facts as ``create`` and ``state`` take it."""
    writer = _writer(model)
    writer.base = above
    return writer.row(row)


def told_head(model: Model) -> Document:
    """Head, words of source and coverage of a model, as ``state`` takes them under ``model``."""
    return _writer(model).head()


def _writer(model: Model) -> Writer:
    writer = Writer(model)
    writer.place = -1_000_000  # the rank of a level is told, for its place among others is another
    return writer


def _plain(value: Any) -> Any:
    if isinstance(value, Text):
        return str(value.sv) if value.sv == value.en else {"sv": value.sv, "en": value.en}
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return value

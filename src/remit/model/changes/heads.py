"""The head of a model, its words of source and its coverage, as a scenario tells them."""

from __future__ import annotations

from typing import Any

from remit.model.facts import State
from remit.model.files.head import CoverageReader, HeadFields
from remit.model.files.nodes import Node
from remit.model.files.reading import FAILED, WORD_KEYS, Reading, Words, join
from remit.model.files.shapes import shapes
from remit.model.files.values import FieldReader
from remit.model.kind import ID_PATTERN
from remit.model.whole import Coverage, Model

HEAD = ("id", "title", "as_of", "represents", "made_up", "note")
"""The fields of a head."""
MAY_GO = ("made_up", "note", "coverage", *WORD_KEYS)
"""What a head need not say."""


def head_fields(nodes: dict[str, Node], path: str, reading: Reading) -> dict[str, Any]:
    """The values of the fields of a head that are told."""
    known = shapes(HeadFields)
    reader = FieldReader(reading, lambda *_: FAILED)
    values: dict[str, Any] = {}
    for name in HEAD[1:]:
        if name in nodes:
            values[name] = reader.one(known[name], nodes[name], join(path, name))
    if "id" in nodes:
        values["id"] = reading.scalar(nodes["id"], join(path, "id"))
        if values["id"] is not FAILED and not ID_PATTERN.fullmatch(values["id"]):
            reading.wrong(nodes["id"], join(path, "id"), "bad_id", found=values["id"])
    return {name: value for name, value in values.items() if value is not FAILED}


def tell_head(model: Model, node: Node, path: str, reading: Reading) -> None:
    """Let the model have this head, these words of source and this coverage, as under ``model`` in a file."""
    if not reading.mapping(node, path, (*HEAD, *WORD_KEYS, "coverage")):
        return
    model.head = model.head._replace(**head_fields(node.value, path, reading))
    if any(name in node.value for name in WORD_KEYS):
        words = reading.words(node, path, Words())
        model.defaults = words.said(State.VALUE) if words != Words() else None
    if "coverage" in node.value:
        model.coverage = CoverageReader(reading).read(node.value["coverage"], join(path, "coverage"))


def silence_head(model: Model, name: str) -> None:
    """Let a head say nothing of one of :data:`MAY_GO`."""
    if name == "coverage":
        model.coverage = Coverage()
    elif name == "note":
        model.head = model.head._replace(note="")
    elif name == "made_up":
        model.head = model.head._replace(made_up=False)
    else:
        model.defaults = None

"""The fields that anything in a model may have: to tell of a misspelt one before there is a model."""

from __future__ import annotations

from functools import cache

from remit.model.changes.problems import ChangeProblem
from remit.model.files.nodes import Node
from remit.model.files.reading import WORD_KEYS, Reading, near
from remit.model.files.shapes import shapes
from remit.model.kinds import registry
from remit.model.text import Text


@cache
def known_fields() -> frozenset[str]:
    """Every field of every kind, parts' fields with a dot."""
    found: set[str] = set()
    for cls in registry().values():
        for name, shape in shapes(cls).items():
            found.add(name)
            if shape.part and not shape.many:
                found |= {f"{name}.{inner}" for inner in shapes(shape.part)}
    return frozenset(found)


def check_fields(keys: dict[str, Node], at: Node, path: str, reading: Reading) -> None:
    """Tell of each key that is no field of anything, and where there is none at all."""
    for name, key in keys.items():
        if name not in known_fields() and name not in WORD_KEYS:
            close = near(name, sorted(known_fields()))
            hint = Text(f" Menades ”{close}”?", f' Did you mean "{close}"?') if close else Text("", "")
            reading.problems.append(ChangeProblem(key.mark, path, "no_such_field", {"found": name, "near": hint}))
    if not keys:
        reading.wrong(at, path, "nothing_written")

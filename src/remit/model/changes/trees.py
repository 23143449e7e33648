"""Between plain data (mappings, lists, texts) and the trees that files are read into, so that both are read alike."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from remit.model.files.nodes import Node
from remit.model.files.yaml_writer import Plain
from remit.model.text import Text

_BARE = re.compile(r"[\w.\-]+")


def node_of(data: Any, file: str, line: int = 1) -> Node:
    """The tree of plain data: texts, numbers, yes and no, dates, :class:`Text`, mappings and lists.

    Raises TypeError for anything else.
    """
    if isinstance(data, Mapping):
        node = Node("map", {}, line, 1, file)
        for key, value in data.items():
            name = _composed(str(key))
            node.value[name] = node_of(value, file, line)
            node.keys[name] = Node("scalar", name, line, 1, file)
        return node
    if isinstance(data, Text):
        return node_of(data.sv if data.sv == data.en else {"sv": data.sv, "en": data.en}, file, line)
    if isinstance(data, (list, tuple)):
        return Node("seq", [node_of(one, file, line) for one in data], line, 1, file)
    if data is None:
        return Node("scalar", "", line, 1, file)
    if isinstance(data, bool):
        return Node("scalar", "yes" if data else "no", line, 1, file)
    if isinstance(data, datetime.date):
        return Node("scalar", data.isoformat(), line, 1, file)
    if isinstance(data, (str, int, float)):
        return Node(
            "scalar", _composed(str(data)), line, 1, file, plain=not isinstance(data, str) or isinstance(data, Plain)
        )
    raise TypeError(f"a change holds mappings, lists, texts, numbers and dates, not {type(data).__name__}")


def _composed(text: str) -> str:
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def data_of(node: Node) -> Any:
    """The plain data of a tree; a text that stands without quotes in the file can be written so again."""
    if node.kind == "map":
        return {name: data_of(one) for name, one in node.value.items()}
    if node.kind == "seq":
        return [data_of(one) for one in node.value]
    return Plain(node.value) if node.plain and _BARE.fullmatch(node.value) else str(node.value)

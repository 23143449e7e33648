"""A file as a tree of texts with places: nothing is typed here, and nothing is resolved twice."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Any, Literal

from remit.model.files.problems import Problem
from remit.model.whole import Mark

NodeKind = Literal["scalar", "map", "seq"]

EMPTY = frozenset({"", "~", "null", "Null", "NULL"})
"""Plain scalars that say that nothing is written."""

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""Signs that may stand in no text of a model: control signs (tab and line ends excepted), halves of pairs."""


class Node:
    """A scalar (``value`` is its text), a mapping (text → node) or a sequence (nodes), and where it stands.

    ``keys`` holds a mapping's keys as nodes, for their places. ``plain`` tells an unquoted scalar from a
    quoted one. A node may stand in several places (an alias), so readers change nothing in it.
    """

    __slots__ = ("column", "file", "keys", "kind", "line", "plain", "value")

    def __init__(self, kind: NodeKind, value: Any, line: int, column: int, file: str, plain: bool = True) -> None:
        self.kind = kind
        self.value = value
        self.line = line
        self.column = column
        self.file = file
        self.plain = plain
        self.keys: dict[str, Node] = {}

    @property
    def mark(self) -> Mark:
        """The place where it begins."""
        return Mark(self.file, self.line, self.column)

    @property
    def empty(self) -> bool:
        """Whether nothing is written: left empty, ``~`` or ``null``, unquoted."""
        return self.kind == "scalar" and self.plain and self.value in EMPTY

    def __repr__(self) -> str:
        return f"Node({self.kind}, {self.value!r}, {self.line}:{self.column})"


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file may cost. A file past a limit is refused with the limit named."""

    file_bytes: int = 50_000_000
    depth: int = 64
    alias_nodes: int = 100_000
    """How many nodes all aliases of a file together may stand for."""
    text_length: int = 20_000
    files: int = 1_000
    generated: int = 100_000
    """How many entities ``for_each`` and ``one_per`` may make."""


class Unreadable(Exception):  # noqa: N818 - it ends a reading, and is told as a Problem
    """The reading of one file ends here; what was found is told, other files are still read."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(problem.code)


def unreadable(file: str, line: int, column: int, code: str, **values: Any) -> Unreadable:
    """The exception for a fault at a place, counted from 1."""
    return Unreadable(Problem(Mark(file, line, column), "", code, values))


def forbidden(text: str) -> str | None:
    """The first sign that may not stand in a model (control signs, halves of pairs), as U+XXXX, or None."""
    found = FORBIDDEN.search(text)
    return f"U+{ord(found[0]):04X}" if found else None


class TreeBuilder:
    """Builds the tree from a flat run of events; keeps its own stack, so depth costs no recursion."""

    def __init__(self, file: str, limits: Limits) -> None:
        self.file = file
        self.limits = limits
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self._stack: list[tuple[Node, str | None, int]] = []
        self._keys: list[Node | None] = []
        self._spelling: dict[int, dict[str, str]] = {}
        self._anchors: dict[str, tuple[Node, int]] = {}
        self._open: dict[str, int] = {}
        self._count = 0
        self._by_alias = 0

    def _place(self, node: Node, raw: str = "") -> None:
        """Put a finished or opened node where it belongs: as root, key, value or item."""
        if not self._stack:
            self.root = node
            return
        parent = self._stack[-1][0]
        if parent.kind == "seq":
            parent.value.append(node)
        elif self._keys[-1] is None:
            self._take_key(parent, node, raw)
        else:
            key = self._keys[-1]
            self._keys[-1] = None
            if key.value not in parent.value:
                parent.value[key.value] = node
                parent.keys[key.value] = key

    def _take_key(self, parent: Node, key: Node, raw: str) -> None:
        if key.kind != "scalar":
            raise unreadable(self.file, key.line, key.column, "key_not_text")
        if key.plain and key.value == "<<":
            raise unreadable(self.file, key.line, key.column, "merge_key")
        self._keys[-1] = key
        first = parent.keys.get(key.value)
        spelling = self._spelling.setdefault(id(parent), {})
        if first is not None:
            code = "duplicate_key" if spelling[key.value] == raw else "two_spellings"
            self.problems.append(Problem(key.mark, "", code, {"found": key.value, "first": first.mark}))
        else:
            spelling[key.value] = raw

    def scalar(self, text: str, line: int, column: int, plain: bool, anchor: str | None = None) -> None:
        """A text; kept in Unicode's composed form, so that å is the same however it was typed."""
        raw = text
        if not text.isascii():
            text = unicodedata.normalize("NFC", text)
        sign = forbidden(text)
        if sign:
            raise unreadable(self.file, line, column, "forbidden_sign", sign=sign)
        if len(text) > self.limits.text_length:
            raise unreadable(self.file, line, column, "text_too_long", limit=self.limits.text_length)
        node = Node("scalar", text, line, column, self.file, plain)
        self._count += 1
        if anchor:
            self._anchors[anchor] = (node, 1)
            self._open.pop(anchor, None)
        self._place(node, raw)

    def start(self, kind: NodeKind, line: int, column: int, anchor: str | None = None) -> None:
        """A mapping or sequence opens."""
        if len(self._stack) >= self.limits.depth:
            raise unreadable(self.file, line, column, "too_deep", limit=self.limits.depth)
        node = Node(kind, {} if kind == "map" else [], line, column, self.file)
        self._place(node)
        self._stack.append((node, anchor, self._count + self._by_alias))
        self._keys.append(None)
        self._count += 1
        if anchor:
            self._open[anchor] = self._open.get(anchor, 0) + 1
            self._anchors.pop(anchor, None)

    def end(self) -> None:
        """The innermost mapping or sequence closes."""
        node, anchor, before = self._stack.pop()
        self._keys.pop()
        self._spelling.pop(id(node), None)
        if anchor:
            self._anchors[anchor] = (node, self._count + self._by_alias - before)
            self._open.pop(anchor, None)

    def alias(self, name: str, line: int, column: int) -> None:
        """A node that stands elsewhere stands here too; weighed as if it were written out."""
        if name in self._open:
            raise unreadable(self.file, line, column, "alias_in_itself", found=name)
        if name not in self._anchors:
            raise unreadable(self.file, line, column, "alias_unknown", found=name)
        node, weight = self._anchors[name]
        self._by_alias += weight
        if self._by_alias > self.limits.alias_nodes:
            raise unreadable(self.file, line, column, "alias_weight", limit=self.limits.alias_nodes)
        if self._stack and len(self._stack) + _depth(node) > self.limits.depth:
            raise unreadable(self.file, line, column, "too_deep", limit=self.limits.depth)
        self._place(node, str(node.value))


def _depth(node: Node) -> int:
    """How deep a tree goes (a chain of aliases could otherwise pass the limit on depth)."""
    deepest = 0
    todo = [(node, 0)]
    while todo:
        here, depth = todo.pop()
        deepest = max(deepest, depth)
        if here.kind != "scalar":
            below = here.value.values() if here.kind == "map" else here.value
            todo.extend((one, depth + 1) for one in below)
    return deepest

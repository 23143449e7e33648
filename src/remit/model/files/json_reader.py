"""JSON text to the same tree as YAML, by an own scanner: every value keeps its place, numbers stay as written."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Any

from remit.model.files.nodes import Limits, Node, TreeBuilder, Unreadable, unreadable
from remit.model.files.problems import Problem

_SPACE = re.compile(r"[ \t\r\n]*")
_STRING = re.compile(r'"([^"\\\x00-\x1f]*(?:\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})[^"\\\x00-\x1f]*)*)"')
_BROKEN_STRING = re.compile(r'"[^"\\\r\n]*(?:\\[^\r\n][^"\\\r\n]*)*')
_ESCAPE = re.compile(r"(?:\\u[0-9A-Fa-f]{4})+|\\.")
_WORD = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)")
_STRANGE = re.compile(r"-?[\w.+]+")
_SHORT = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


def read_json(text: str, file: str, limits: Limits) -> tuple[Node, list[Problem]]:
    """The tree of a JSON text, and the faults that do not end the reading (double keys)."""
    scanner = _Scanner(text, file, limits)
    root = scanner.read()
    return root, scanner.builder.problems


class _Scanner:
    def __init__(self, text: str, file: str, limits: Limits) -> None:
        self.text = text
        self.file = file
        self.builder = TreeBuilder(file, limits)
        self.at = 0
        self.opened: list[tuple[str, int]] = []
        self.fresh = False
        self.lines = [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", text))]

    def place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self.lines, offset)
        return line, offset - self.lines[line - 1] + 1

    def wrong(self, code: str, offset: int | None = None, **values: Any) -> Unreadable:
        line, column = self.place(self.at if offset is None else offset)
        return unreadable(self.file, line, column, code, **values)

    def space(self) -> str:
        """Go past white space; the next sign, or nothing at the end."""
        self.at = _SPACE.match(self.text, self.at).end()  # type: ignore[union-attr]
        sign = self.text[self.at : self.at + 1]
        if sign == "/" and self.text[self.at + 1 : self.at + 2] in ("/", "*"):
            raise self.wrong("json_comment")
        return sign

    def read(self) -> Node:
        if not self.space():
            raise self.wrong("empty_file", 0)
        self.value()
        while self.opened:
            self.next_in_container()
        if self.space():
            raise self.wrong("json_after_end", found=self.text[self.at : self.at + 20])
        assert self.builder.root is not None
        return self.builder.root

    def cut(self) -> Unreadable:
        if not self.opened:
            return self.wrong("empty_file", 0)
        sign, offset = self.opened[-1]
        return self.wrong("yaml_cut", offset, found=sign, where=self.place(self.at)[0])

    def next_in_container(self) -> None:
        """One more key and value, or item, or the end of the innermost container."""
        opening = self.opened[-1][0]
        closing = "}" if opening == "{" else "]"
        first, self.fresh = self.fresh, False
        sign = self.space()
        if not sign:
            raise self.cut()
        if sign == closing:
            self.at += 1
            self.opened.pop()
            self.builder.end()
            return
        if not first:
            if sign != ",":
                raise self.wrong("json_no_comma", found=sign, closing=closing)
            comma = self.at
            self.at += 1
            sign = self.space()
            if not sign:
                raise self.cut()
            if sign == closing:
                raise self.wrong("json_trailing_comma", comma)
        if opening == "{":
            self.key(sign)
        self.value()

    def key(self, sign: str) -> None:
        if sign != '"':
            raise self.wrong("json_single_quotes" if sign == "'" else "json_key_not_quoted", found=sign)
        self.string()
        if self.space() != ":":
            raise self.wrong("json_no_colon")
        self.at += 1

    def value(self) -> None:
        sign = self.space()
        line, column = self.place(self.at)
        if sign == '"':
            self.string()
        elif sign and sign in "{[":
            self.opened.append((sign, self.at))
            self.fresh = True
            self.at += 1
            self.builder.start("map" if sign == "{" else "seq", line, column)
        elif not sign:
            raise self.cut()
        else:
            word = _WORD.match(self.text, self.at)
            if word is None:
                strange = _STRANGE.match(self.text, self.at)
                found = strange[0] if strange else sign
                raise self.wrong("json_single_quotes" if sign == "'" else "json_value", found=found)
            self.at = word.end()
            self.builder.scalar(word[0], line, column, plain=True)

    def string(self) -> None:
        match = _STRING.match(self.text, self.at)
        if match is None:
            raise self.broken_string()
        line, column = self.place(self.at)
        content = match[1]
        if "\\" in content:
            content = _ESCAPE.sub(_unescape, content)
        self.at = match.end()
        self.builder.scalar(content, line, column, plain=False)

    def broken_string(self) -> Unreadable:
        end = _BROKEN_STRING.match(self.text, self.at)
        stop = end.end() if end else self.at
        if self.text[stop : stop + 1] != '"':
            return self.wrong("yaml_open_quote", found='"', where=self.place(stop)[0])
        return self.wrong("json_escape", found=self.text[self.at : self.at + 20])


def _unescape(match: re.Match[str]) -> str:
    text = match[0]
    if text[1] != "u":
        return _SHORT.get(text[1], text[1])
    units = bytes.fromhex(text.replace("\\u", ""))
    return units.decode("utf-16-be", "surrogatepass")

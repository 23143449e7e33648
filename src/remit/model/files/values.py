"""Reading the fields of an entity or part: plain values, wrappers, the four words, contradictions, items."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from remit.model.facts import Said, State
from remit.model.files.nodes import Node
from remit.model.files.reading import (
    FAILED,
    WORD_KEYS,
    Reading,
    Reference,
    Words,
    four_word,
    join,
    kind_of,
    nearest_first,
)
from remit.model.files.shapes import Shape, shapes
from remit.model.kind import Part, RefTo
from remit.model.text import LANGUAGES, Text

_WRAPPER = frozenset({"value", "values"})
_WRAPPER_KEYS = ("value", "values", *WORD_KEYS, "note")
_ITEM_KEYS = ("to", "value", *WORD_KEYS, "note")
_COMMA = re.compile(r"\s*(\d+),(\d+)\s*")

ReadEntities = Callable[[Shape, Node, str, Words], Any]
"""Reads a list of entities inside an entity (seats, mandates); given by the binder."""


@dataclass(slots=True)
class Sayings:
    """What is said of the fields of one entity, by path, in the order of the file."""

    by_path: dict[str, list[Said]] = field(default_factory=dict)

    def add(self, path: str, said: Said) -> None:
        """Note one more thing said of a path."""
        self.by_path.setdefault(path, []).append(said)

    def done(self) -> dict[str, tuple[Said, ...]]:
        """The form that an entity keeps."""
        return {path: tuple(said) for path, said in self.by_path.items()}


@dataclass(slots=True)
class FieldReader:
    """Reads fields into attribute values, and notes what is said of each."""

    reading: Reading
    entities: ReadEntities

    def fields(
        self,
        cls: type[BaseModel],
        nodes: dict[str, Node],
        path: str,
        words: Words,
        said: Sayings,
        prefix: str = "",
    ) -> dict[str, Any]:
        """The attribute values of the fields given; ``nodes`` holds fields of ``cls`` only."""
        known = shapes(cls)
        values: dict[str, Any] = {}
        for name, node in nodes.items():
            value = self.field(known[name], node, join(path, name), words, said, prefix + name)
            if value is not FAILED and value is not None:
                values[name] = value
        return values

    def field(self, shape: Shape, node: Node, path: str, words: Words, said: Sayings, at: str) -> Any:
        """One field: its (first) value, or None for one of the four words."""
        if not shape.fact:
            return self.one(shape, node, path)
        word = four_word(node)
        if word:
            said.add(at, words.said(word))
            return None
        if self._is_wrapper(shape, node):
            return self._wrapped(shape, node, path, words, said, at)
        if shape.part and not shape.many:
            return self._stated_part(shape.part, node, path, words, said, at)
        value = self.value(shape, node, path, words, said, at)
        if value is not FAILED:
            said.add(at, words.said(State.VALUE, value))
        return value

    def _is_wrapper(self, shape: Shape, node: Node) -> bool:
        if node.kind != "map" or _WRAPPER.isdisjoint(node.value):
            return False
        if shape.part and not shape.many:
            return "values" in node.value or node.value["value"].kind == "map"
        return not (shape.many and not shape.entity and "to" in node.value)

    # --- wrappers ------------------------------------------------------------------------------------------

    def _wrapped(self, shape: Shape, node: Node, path: str, words: Words, said: Sayings, at: str) -> Any:
        self.reading.mapping(node, path, _WRAPPER_KEYS)
        words = self.reading.words(node, path, words)
        note = self.reading.note(node, path)
        if "values" in node.value:
            if "value" in node.value:
                return self.reading.wrong(node, path, "value_and_values")
            return self._alternatives(shape, node.value["values"], path, words, said, at)
        inner = node.value["value"]
        word = four_word(inner)
        if word:
            said.add(at, words.said(word, note=note))
            return None
        if shape.part and not shape.many:
            return self._stated_part(shape.part, inner, path, words, said, at, note)
        value = self.value(shape, inner, path, words, said, at)
        if value is not FAILED:
            said.add(at, words.said(State.VALUE, value, note))
        return value

    def _alternatives(self, shape: Shape, node: Node, path: str, words: Words, said: Sayings, at: str) -> Any:
        """Values that contradict one another; the attribute holds the first."""
        path = join(path, "values")
        if shape.entity:
            return self.reading.wrong(node, path, "values_of_entities")
        if node.kind != "seq" or not node.value:
            return self.reading.wrong(node, path, "expected_list", found=kind_of(node))
        first: Any = None
        for place, item in enumerate(node.value):
            value = self._alternative(shape, item, f"{path}[{place}]", words, said, at)
            if place == 0:
                first = value
        return first

    def _alternative(self, shape: Shape, node: Node, path: str, words: Words, said: Sayings, at: str) -> Any:
        note = ""
        if node.kind == "map" and "value" in node.value and "to" not in node.value:
            self.reading.mapping(node, path, ("value", *WORD_KEYS, "note"))
            words = self.reading.words(node, path, words)
            note = self.reading.note(node, path)
            node = node.value["value"]
        word = four_word(node)
        if word:
            said.add(at, words.said(word, note=note))
            return None
        inside = Sayings()
        if shape.part and not shape.many:
            value = self.part(shape.part, node, path, words, inside, "")
        else:
            value = self.value(shape, node, path, words, inside, "")
        if value is FAILED:
            return FAILED
        special = [one for one in inside.by_path.values() if one != [words.said(State.VALUE, one[0].value)]]
        if special or (shape.many and inside.by_path):
            return self.reading.wrong(node, path, "words_inside_values")
        said.add(at, words.said(State.VALUE, value, note))
        for inner, what in inside.by_path.items():
            said.add(f"{at}.{inner}", what[0])
        return value

    # --- parts ---------------------------------------------------------------------------------------------

    def _stated_part(
        self, cls: type[Part], node: Node, path: str, words: Words, said: Sayings, at: str, note: str = ""
    ) -> Any:
        """A part with its words of source; ``value`` may be a word, with some fields stated all the same."""
        if node.kind != "map":
            return self.reading.wrong(node, path, "expected_mapping", found=kind_of(node))
        words = self.reading.words(node, path, words)
        note = self.reading.note(node, path) or note
        state = State.VALUE
        if "value" in node.value:
            word = four_word(node.value["value"])
            if word is None:
                return self.reading.wrong(
                    node.value["value"], join(path, "value"), "expected_word", found=kind_of(node.value["value"])
                )
            state = word
        place = len(said.by_path.setdefault(at, []))
        part = self.part(cls, node, path, words, said, f"{at}.", also=("value",))
        if part is FAILED:
            return FAILED
        if state is not State.VALUE and not set(node.value) & set(shapes(cls)):
            part = None
        said.by_path[at].insert(place, words.said(state, part, note))
        return part

    def part(
        self,
        cls: type[Part],
        node: Node,
        path: str,
        words: Words,
        said: Sayings,
        prefix: str,
        also: tuple[str, ...] = (),
    ) -> Any:
        """The fields of a part as an object of its class."""
        known = shapes(cls)
        if not self.reading.mapping(node, path, [*known, *also, *WORD_KEYS, "note"]):
            return FAILED
        if not node.value:
            return self.reading.wrong(node, path, "empty_part")
        if prefix == "" and not set(node.value).isdisjoint(WORD_KEYS):
            return self.reading.wrong(node, path, "words_inside_values")
        nodes = {name: inner for name, inner in node.value.items() if name in known}
        return cls.made(**self.fields(cls, nodes, path, words, said, prefix))

    # --- values --------------------------------------------------------------------------------------------

    def value(self, shape: Shape, node: Node, path: str, words: Words, said: Sayings, at: str) -> Any:
        """A value without a wrapper: a list, or one thing."""
        if shape.entity:
            return self.entities(shape, node, path, words)
        if not shape.many:
            return self.one(shape, node, path)
        if node.kind == "seq" and not node.value:
            return self.reading.wrong(node, path, "empty_list")
        items = node.value if node.kind == "seq" else [node]
        found: list[Any] = []
        for place, item in enumerate(items):
            step = f"{path}[{place}]" if node.kind == "seq" else path
            value = self._item(shape, item, step, words, said, f"{at}[{place}]")
            if value is not FAILED:
                found.append(value)
        return found

    def _item(self, shape: Shape, node: Node, path: str, words: Words, said: Sayings, at: str) -> Any:
        """An item of a list; with words or a state of its own it gets an entry of its own."""
        if node.kind != "map":
            if not shape.part:
                return self.one(shape, node, path)
            nodes = {"to": node}
            return shape.part.made(**self._route_fields(shape.part, nodes, path, words, said, at))
        known = shapes(shape.part) if shape.part else {}
        keys = [*dict.fromkeys((*known, *_ITEM_KEYS))]
        self.reading.mapping(node, path, keys)
        if "to" not in node.value:
            return self.reading.wrong(node, path, "missing_key", key="to")
        own = self.reading.words(node, path, words)
        state = self._item_state(node, path)
        if shape.part:
            nodes = {name: inner for name, inner in node.value.items() if name in known}
            value = shape.part.made(**self._route_fields(shape.part, nodes, path, own, said, at))
        else:
            value = self.one(shape, node.value["to"], join(path, "to"))
        note = self.reading.note(node, path)
        if value is not FAILED and (own != words or state is not State.VALUE or note):
            said.add(at, own.said(state, value, note))
        return value

    def _item_state(self, node: Node, path: str) -> State:
        if "value" not in node.value:
            return State.VALUE
        inner = node.value["value"]
        word = four_word(inner)
        if word:
            return word
        if inner.kind == "scalar" and inner.value.casefold() in ("yes", "ja", "true"):
            return State.VALUE
        self.reading.wrong(inner, join(path, "value"), "expected_word", found=kind_of(inner))
        return State.VALUE

    def _route_fields(
        self, cls: type[Part], nodes: dict[str, Node], path: str, words: Words, said: Sayings, at: str
    ) -> dict[str, Any]:
        """The fields of a route; ``to`` names, it is no fact, and only what is special has an entry."""
        inside = Sayings()
        known = shapes(cls)
        values: dict[str, Any] = {}
        for name, node in nodes.items():
            shape = known[name]
            step = path if name == "to" and len(nodes) == 1 and node.kind == "scalar" else join(path, name)
            if name == "to":
                value = self.one(shape, node, step, sets=True)
            else:
                value = self.field(shape, node, step, words, inside, name)
            if value is not FAILED and value is not None:
                values[name] = value
        for name, what in inside.by_path.items():
            if "[" in name or what != [words.said(State.VALUE, what[0].value)]:
                for one in what:
                    said.add(f"{at}.{name}", one)
        return values

    def one(self, shape: Shape, node: Node, path: str, sets: bool = False) -> Any:
        """One value of a field's type from a scalar (or a text in two languages)."""
        if shape.words:
            return self.text(node, path)
        if node.kind == "map" and list(node.value) == ["text"]:
            node = node.value["text"]
        if node.kind == "map" and len(node.value) == 1 and next(iter(node.value.values())).empty:
            return self.reading.wrong(node, path, "braces", found=next(iter(node.value)))
        text = self.reading.scalar(node, path)
        if text is FAILED:
            return FAILED
        if shape.ref:
            self.refer(text, node, path, shape.ref, shape.many or sets)
            return text
        try:
            return shape.convert(text)
        except ValueError as error:
            return self._not_converted(shape, str(error), text, node, path)

    def refer(self, text: str, node: Node, path: str, to: RefTo, sets: bool) -> None:
        """Note an id to be looked up later."""
        if text not in to.words:
            self.reading.references.append(Reference(text, node.mark, path, to, sets))

    def _not_converted(self, shape: Shape, code: str, text: str, node: Node, path: str) -> Any:
        if code == "not_a_choice":
            allowed = nearest_first(text, shape.choices)
            return self.reading.wrong(node, path, code, found=text, allowed=allowed)
        comma = _COMMA.fullmatch(text)
        if comma and code in ("number", "number_or_range"):
            return self.reading.wrong(node, path, "decimal_comma", found=text, better=f"{comma[1]}.{comma[2]}")
        return self.reading.wrong(node, path, code, found=text)

    def text(self, node: Node, path: str) -> Any:
        """A text for both languages, or one for each."""
        if node.kind == "map" and list(node.value) == ["text"]:
            node = node.value["text"]
        if node.kind == "scalar":
            if node.empty:
                return self.reading.wrong(node, path, "nothing_written")
            return Text(self.reading.fill(node.value, "sv"), self.reading.fill(node.value, "en"))
        if node.kind == "seq" or not node.value:
            return self.reading.wrong(node, path, "text", found=kind_of(node))
        if not self.reading.mapping(node, path, LANGUAGES):
            return FAILED
        found: dict[str, str] = {}
        for lang in LANGUAGES:
            if lang in node.value:
                inner = node.value[lang]
                if self.reading.scalar(inner, join(path, lang)) is FAILED:
                    return FAILED
                found[lang] = self.reading.fill(inner.value, lang)
        if not found:
            return FAILED
        return Text(found.get("sv", found.get("en", "")), found.get("en", found.get("sv", "")))

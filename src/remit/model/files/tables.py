"""Sets, the table of facts, and the conditions that selections are made by."""

from __future__ import annotations

import contextlib
from typing import Any, NoReturn

from remit.model.facts import Extent, State
from remit.model.files.binder import Binder
from remit.model.files.nodes import Node
from remit.model.files.reading import (
    FAILED,
    WORD_KEYS,
    Reading,
    Words,
    four_word,
    join,
    kind_of,
    near,
    nearest_first,
)
from remit.model.files.shapes import Shape, shapes
from remit.model.files.values import FieldReader, Sayings
from remit.model.kind import Entity, RefTo
from remit.model.kinds import registry
from remit.model.kinds.route import Body
from remit.model.text import Text
from remit.model.whole import CHANNEL_TARGETS, Mark, Model, SetDef, Statement, text_of

COLUMNS = ("about", "what", "value", "to", "extent", "basis", "source")
"""The columns of a row of facts that is written as a list."""

CHANNEL = "channel"
CHANNEL_TO = RefTo((*Body.kinds, "level"), words=CHANNEL_TARGETS)
"""What a channel may lead to."""

_YES = ("yes", "ja", "true")
_NO = ("no", "nej", "false")

Where = tuple[tuple[str, tuple[str, ...]], ...]


def shape_at(cls: type[Entity], path: str) -> Shape | None:
    """The shape of a fact field by its dotted path (``remit.topics``), None where there is none."""
    first, dot, inner = path.partition(".")
    shape = shapes(cls).get(first)
    if shape is None or not shape.fact:
        return None
    if not dot:
        return shape
    return shapes(shape.part).get(inner) if shape.part and not shape.many else None


def paths_of(cls: type[Entity]) -> list[str]:
    """Every fact field of a kind by its dotted path."""
    found: list[str] = []
    for name, shape in shapes(cls).items():
        if shape.fact:
            found.append(name)
            if shape.part and not shape.many:
                found += [f"{name}.{inner}" for inner in shapes(shape.part)]
    return found


def parent_kinds(kind: str) -> list[str]:
    """The kinds that entities of this kind stand inside."""
    return [name for name, cls in registry().items() if any(part == kind for _, part in cls.kind_meta.parts)]


class Conditions:
    """Reads ``of`` and ``where``, of sets and of coverage."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.reader = FieldReader(reading, lambda *_: FAILED)

    def kind(self, node: Node, path: str) -> str:
        """The name of a kind, or empty where it is none."""
        found = self.reading.one_of(node, path, registry())
        return "" if found is FAILED else str(found)

    def where(self, kind: str, node: Node, path: str) -> Where:
        """The conditions of a selection: a field and the values that it may have."""
        if node.kind != "map" or not node.value:
            self.reading.wrong(node, path, "expected_conditions", found=kind_of(node))
            return ()
        found: list[tuple[str, tuple[str, ...]]] = []
        for name, one in node.value.items():
            shape = self._selectable(kind, name, node.keys[name], join(path, name))
            if shape is None:
                continue
            items = one.value if one.kind == "seq" else [one]
            if not items:
                self.reading.wrong(one, join(path, name), "empty_list")
            values = [self._wanted(shape, item, join(path, name)) for item in items]
            found.append((name, tuple(value for value in values if value is not FAILED)))
        return tuple(found)

    def _selectable(self, kind: str, name: str, key: Node, path: str) -> Shape | None:
        parents = parent_kinds(kind)
        if name in parents:
            return Shape(name, fact=True, many=True, convert=str, ref=RefTo((name,)))
        shape = shape_at(registry()[kind], name)
        if shape is None:
            known = [*paths_of(registry()[kind]), *parents]
            self._unknown_field(key, path, name, kind, known)
            return None
        if shape.part and shape.many:
            to = shapes(shape.part)["to"]
            return Shape(name, fact=True, many=True, convert=str, ref=to.ref)
        if shape.words or shape.part or shape.entity or shape.sort == "range":
            self.reading.wrong(key, path, "cannot_select_by", found=name)
            return None
        return shape

    def _unknown_field(self, at: Node, path: str, name: str, kind: str, known: list[str]) -> None:
        label = registry()[kind].kind_meta.label
        self.reading.wrong(at, path, "unknown_field", found=name, kind=label, near=near(name, known))

    def _wanted(self, shape: Shape, node: Node, path: str) -> Any:
        word = four_word(node)
        if word:
            return self.reading.wrong(node, path, "cannot_select_word", found=word.value)
        value = self.reader.one(shape, node, path, sets=True)
        return FAILED if value is FAILED else text_of(value)


class _RowError(Exception):
    """A row of facts cannot be read further; why has been told."""


class Tables:
    """Reads the sections ``sets`` and ``facts``."""

    def __init__(self, reading: Reading, model: Model, binder: Binder) -> None:
        self.reading = reading
        self.model = model
        self.binder = binder
        self.conditions = Conditions(reading)
        self.reader = FieldReader(reading, lambda *_: FAILED)
        self.members: list[tuple[SetDef, list[Mark], str]] = []
        self.places: dict[int, tuple[dict[str, Node], str]] = {}

    # --- sets ----------------------------------------------------------------------------------------------

    def sets(self, node: Node, words: Words) -> None:
        """The section of sets of one file."""
        if node.kind != "map":
            self.reading.wrong(node, "sets", "expected_section", found=kind_of(node))
            self.reading.incomplete = True
            return
        for name, one in node.value.items():
            path = join("sets", name)
            key = node.keys[name]
            self.binder.check_id(name, key, path)
            definition = self._set(name, one, path, words)
            first = self.model.marks.get(name)
            if first is not None:
                self.reading.wrong(key, path, "duplicate_id", found=name, first=first)
                continue
            self.model.marks[name] = key.mark
            self.model.sets[name] = definition

    def _set(self, name: str, node: Node, path: str, words: Words) -> SetDef:
        if node.kind == "seq":
            return SetDef(name, Text(name, name), "", self._members(node, path))
        title = Text(name, name)
        keys = ("name", "of", "members", "where", "source")
        if not self.reading.mapping(node, path, keys):
            return SetDef(name, title, "", ())
        given = node.value
        if "name" in given:
            told = self.reader.text(given["name"], join(path, "name"))
            title = title if told is FAILED else told
        sources = (
            self.reading.sources(given["source"], join(path, "source"), words.sources) if "source" in given else ()
        )
        kind = self.conditions.kind(given["of"], join(path, "of")) if "of" in given else ""
        if "members" in given:
            if "where" in given:
                self.reading.wrong(node.keys["where"], path, "members_and_where")
            return SetDef(name, title, kind, self._members(given["members"], join(path, "members")), (), sources)
        if "of" not in given:
            self.reading.wrong(node, path, "set_without_of")
            return SetDef(name, title, "", ())
        where = self.conditions.where(kind, given["where"], join(path, "where")) if "where" in given and kind else ()
        return SetDef(name, title, kind, None if kind else (), where, sources)

    def _members(self, node: Node, path: str) -> tuple[str, ...]:
        items = node.value if node.kind == "seq" else [node]
        if node.kind == "map" or not items:
            self.reading.wrong(node, path, "set_without_members")
            return ()
        found: dict[str, None] = {}
        for place, item in enumerate(items):
            text = self.reading.scalar(item, f"{path}[{place}]")
            if text is not FAILED:
                self.reader.refer(text, item, f"{path}[{place}]", RefTo(()), sets=True)
                found[text] = None
        return tuple(found)

    def kinds_of_sets(self) -> None:
        """Give each listed set the kind of its members, where they are of one kind."""
        for name in self.model.sets:
            definition = self.model.sets[name]
            if not definition.of and definition.members:
                kinds = self.set_kinds(name)
                if len(kinds) == 1:
                    of = next(iter(kinds))
                    self.model.sets[name] = SetDef(
                        name, definition.name, of, definition.members, (), definition.sources
                    )

    def set_kinds(self, name: str) -> set[str]:
        """The kinds of a set's members, through sets of sets."""
        kinds: set[str] = set()
        todo, seen = [name], {name}
        while todo:
            definition = self.model.sets[todo.pop()]
            if definition.members is None:
                kinds.add(definition.of)
                continue
            for member in definition.members:
                if member in self.model.sets and member not in seen:
                    seen.add(member)
                    todo.append(member)
                elif member in self.model.entities:
                    kinds.add(self.model.entities[member].kind_name())
        return kinds

    # --- facts ---------------------------------------------------------------------------------------------

    def facts(self, node: Node, words: Words) -> None:
        """The table of facts of one file; every row is read, whatever is wrong with the others."""
        if node.kind != "seq":
            self.reading.wrong(node, "facts", "expected_list", found=kind_of(node))
            return
        for place, row in enumerate(node.value):
            path = f"facts[{place}]"
            # a row that cannot be read has been told of; the others are read all the same
            with contextlib.suppress(_RowError):
                statement = self._statement(row, self._cells(row, path), path, words)
                self.model.marks[f"facts[{len(self.model.statements)}]"] = row.mark
                self.model.statements.append(statement)

    def _cells(self, row: Node, path: str) -> dict[str, Node]:
        """The cells of a row by column; empty ones are left out."""
        if row.kind == "seq":
            if len(row.value) > len(COLUMNS):
                self._no(row.value[len(COLUMNS)], path, "row_too_long", limit=len(COLUMNS))
            cells = dict(zip(COLUMNS, row.value, strict=False))
        elif self.reading.mapping(row, path, (*COLUMNS, "modality", "practice", "note")):
            cells = dict(row.value)
        else:
            raise _RowError
        cells = {name: cell for name, cell in cells.items() if cell.kind != "scalar" or cell.value.strip()}
        for name in ("about", "what", "value"):
            if name not in cells:
                self._no(row, path, "row_without", column=name)
        return cells

    def _no(self, at: Node, path: str, code: str, **values: Any) -> NoReturn:
        """Note a fault that ends the reading of the row."""
        self.reading.wrong(at, path, code, **values)
        raise _RowError

    def _statement(self, row: Node, cells: dict[str, Node], path: str, words: Words) -> Statement:
        about = self.reading.scalar(cells["about"], f"{path}.about")
        what = self.reading.scalar(cells["what"], f"{path}.what")
        holder = Node("map", cells, row.line, row.column, row.file)
        words = self.reading.words(holder, path, words)
        note = self.reading.note(holder, path)
        extent = Extent.ALL
        if "extent" in cells:
            told = self.reading.one_of(cells["extent"], f"{path}.extent", [one.value for one in Extent])
            extent = Extent.ALL if told is FAILED else Extent(told)
        if about is FAILED or what is FAILED:
            raise _RowError
        kinds = self._about(about, cells["about"], f"{path}.about")
        to = ""
        if "to" in cells:
            told = self.reading.scalar(cells["to"], f"{path}.to")
            to = "" if told is FAILED else told
        if what == CHANNEL:
            state, value = self._channel(cells, to, path)
        elif kinds:
            state, value = self._field(cells, what, to, kinds, path)
        else:
            raise _RowError  # that nothing is known of whom it is about is told with the references
        return Statement(about, what, words.said(state, value, note), to, extent)

    def _about(self, name: str, node: Node, path: str) -> set[str]:
        """The kinds that a row speaks of, empty where it speaks of nothing known."""
        if name in self.model.sets:
            return self.set_kinds(name)
        if name in self.model.entities:
            return {self.model.entities[name].kind_name()}
        self.reader.refer(name, node, path, RefTo(()), sets=True)
        return set()

    def _channel(self, cells: dict[str, Node], to: str, path: str) -> tuple[State, Any]:
        if "to" not in cells:
            self._no(cells["what"], path, "channel_without_to")
        if to:
            self.reader.refer(to, cells["to"], f"{path}.to", CHANNEL_TO, sets=True)
        return self._yes_or_word(cells["value"], f"{path}.value")

    def _yes_or_word(self, node: Node, path: str) -> tuple[State, Any]:
        """That something is there, or one of the four words."""
        word = four_word(node)
        if word:
            return word, None
        text = self.reading.scalar(node, path)
        if text is FAILED:
            raise _RowError
        if text.casefold() in _YES:
            return State.VALUE, True
        return self._no(node, path, "no_is_none" if text.casefold() in _NO else "yes_or_word", found=text)

    def _field(self, cells: dict[str, Node], what: str, to: str, kinds: set[str], path: str) -> tuple[State, Any]:
        found = [(registry()[kind], shape_at(registry()[kind], what)) for kind in sorted(kinds)]
        for cls, one in found:
            if one is None:
                close = near(what, [*paths_of(cls), CHANNEL])
                label = cls.kind_meta.label
                self._no(cells["what"], f"{path}.what", "unknown_field", found=what, kind=label, near=close)
        shape = found[0][1]
        assert shape is not None
        if to:
            return self._item(cells, shape, to, path)
        word = four_word(cells["value"])
        if word:
            return word, None
        node = cells["value"]
        if shape.entity or (shape.part and shape.many):
            self._no(node, f"{path}.value", "relation_without_to", found=what)
        words, inside = Words(), Sayings()
        if shape.part:
            value = self.reader.part(shape.part, node, f"{path}.value", words, inside, "")
        else:
            value = self.reader.value(shape, node, f"{path}.value", words, inside, "")
        plain = all(said == [words.said(State.VALUE, said[0].value)] for said in inside.by_path.values())
        if value is not FAILED and not plain:
            self._no(node, f"{path}.value", "words_inside_values")
        if value is FAILED:
            raise _RowError
        return State.VALUE, value

    def _item(self, cells: dict[str, Node], shape: Shape, to: str, path: str) -> tuple[State, Any]:
        """A row about one item of a list, or one end of a relation."""
        node, step = cells["to"], f"{path}.to"
        if shape.entity or (shape.ref and not shape.part):
            target = RefTo(()) if shape.entity else shape.ref
            self.reader.refer(to, node, step, target or RefTo(()), sets=True)
        elif shape.part and shape.many:
            self.reader.refer(to, node, step, shapes(shape.part)["to"].ref or RefTo(()), sets=True)
        elif shape.choices and shape.many:
            if to not in shape.choices:
                self.reading.wrong(node, step, "not_a_choice", found=to, allowed=nearest_first(to, shape.choices))
        else:
            self._no(node, step, "to_of_no_relation", found=shape.name)
        return self._yes_or_word(cells["value"], f"{path}.value")


__all__ = ["CHANNEL", "COLUMNS", "WORD_KEYS", "Conditions", "Tables", "paths_of", "shape_at"]

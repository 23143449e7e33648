"""What a model says of itself: the head, its words of source, and what its listing covers."""

from __future__ import annotations

import datetime
import re
from functools import cache
from typing import Any, Literal

from remit.model.facts import State
from remit.model.files.nodes import Node
from remit.model.files.reading import FAILED, WORD_KEYS, Reading, Words, join, kind_of, near
from remit.model.files.shapes import shapes
from remit.model.files.tables import Conditions, paths_of, shape_at
from remit.model.files.values import FieldReader
from remit.model.kind import ID_PATTERN, Date, Part, YesNo, plain
from remit.model.kind import Words as BothLanguages
from remit.model.kinds import registry
from remit.model.text import Text
from remit.model.whole import COVERAGE_ALIASES, FORMAT, Coverage, Head, Model, Selection

COVERED = ("complete", "partial", "unknown")
"""What may be said of a listing."""


class HeadFields(Part):
    """The head of a model as it is written."""

    id: str | None = plain("the id of the model", "modellens beteckning")
    title: BothLanguages | None = plain("its title", "dess titel")
    as_of: Date | None = plain("the day that it describes", "dagen som den beskriver")
    represents: Literal["current", "proposal"] = plain(
        "whether it describes what is or what is proposed",
        "om den beskriver det som är eller det som föreslås",
        default="current",
    )
    made_up: YesNo | None = plain("whether it is an invented example", "om den är ett påhittat exempel")
    note: str | None = plain("a remark", "en anmärkning")


def read_version(node: Node, reading: Reading) -> None:
    """The format version that every root file carries."""
    if "remit" not in node.value:
        reading.wrong(node, "", "no_version", version=FORMAT)
        return
    given = node.value["remit"]
    text = reading.scalar(given, "remit")
    if text is FAILED or text == str(FORMAT):
        return
    newer = re.fullmatch(r"[0-9]{1,9}", text) and int(text) > FORMAT
    reading.wrong(given, "remit", "newer_version" if newer else "wrong_version", found=text, version=FORMAT)


def read_head(root: Node, reading: Reading) -> tuple[Model, Words]:
    """An empty model with its head and coverage, and the words of source that everything inherits."""
    nothing = Head("", Text("", ""), datetime.date.min)
    if "model" not in root.value:
        reading.wrong(root, "", "missing_key", key="model")
        return Model(nothing), Words()
    node = root.value["model"]
    known = shapes(HeadFields)
    if not reading.mapping(node, "model", ["id", *known, *WORD_KEYS, "coverage"]):
        return Model(nothing), Words()
    words = reading.words(node, "model", Words())
    reader = FieldReader(reading, lambda *_: FAILED)
    values: dict[str, Any] = {}
    for name in ("title", "as_of", "represents", "made_up", "note"):
        if name in node.value:
            values[name] = reader.one(known[name], node.value[name], join("model", name))
    values["id"] = reading.scalar(node.value["id"], "model.id") if "id" in node.value else FAILED
    if values["id"] is not FAILED and not ID_PATTERN.fullmatch(values["id"]):
        reading.wrong(node.value["id"], "model.id", "bad_id", found=values["id"])
    for name in ("id", "title", "as_of"):
        if name not in node.value:
            reading.wrong(node, "model", "missing_key", key=name)
    told = {name: value for name, value in values.items() if value is not FAILED}
    head = Head(
        told.get("id", ""),
        told.get("title", nothing.title),
        told.get("as_of", nothing.as_of),
        told.get("represents", "current"),
        told.get("made_up", False),
        told.get("note", ""),
    )
    model = Model(head)
    if words != Words():
        model.defaults = words.said(State.VALUE)
    if "coverage" in node.value:
        model.coverage = CoverageReader(reading).read(node.value["coverage"])
    model.marks["model"] = node.mark
    return model, words


@cache
def coverage_names() -> tuple[str, ...]:
    """Everything that coverage can be told of by name: fields, with and without what they stand in, and sections."""
    names: dict[str, None] = {}
    for cls in registry().values():
        for path in paths_of(cls):
            names[path] = None
            names[path.rpartition(".")[2]] = None
        names[cls.kind_meta.section] = None
    return (*names, *COVERAGE_ALIASES)


class CoverageReader:
    """Reads what the listing of a model covers."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.conditions = Conditions(reading)

    def read(self, node: Node, path: str = "model.coverage") -> Coverage:
        """The coverage that a node tells; what is wrong with it is told in the reading."""
        if node.kind == "scalar":
            return Coverage(self._word(node, path))
        if node.kind != "map":
            self.reading.wrong(node, path, "expected_mapping", found=kind_of(node))
            return Coverage()
        default, by_name = "complete", {}
        selections: tuple[Selection, ...] = ()
        for name, one in node.value.items():
            step = join(path, name)
            if name == "default":
                default = self._word(one, step)
            elif name == "selections":
                selections = self._selections(one, step)
            elif name in coverage_names():
                by_name[name] = self._word(one, step)
            else:
                close = near(name, [*coverage_names(), "default", "selections"])
                self.reading.wrong(node.keys[name], step, "coverage_of_what", found=name, near=close)
        return Coverage(default, by_name, selections)

    def _word(self, node: Node, path: str) -> str:
        found = self.reading.one_of(node, path, COVERED)
        return "unknown" if found is FAILED else str(found)

    def _selections(self, node: Node, path: str) -> tuple[Selection, ...]:
        found: list[Selection] = []
        for place, item in enumerate(node.value if node.kind == "seq" else [node]):
            step = f"{path}[{place}]"
            if not self.reading.mapping(item, step, ("of", "field", "where", "is")):
                continue
            missing = [key for key in ("of", "is") if key not in item.value]
            for key in missing:
                self.reading.wrong(item, step, "missing_key", key=key)
            if not missing:
                found.append(self._selection(item, step))
        return tuple(found)

    def _selection(self, node: Node, path: str) -> Selection:
        given = node.value
        kind = self.conditions.kind(given["of"], join(path, "of"))
        state = self._word(given["is"], join(path, "is"))
        name = ""
        if "field" in given and kind:
            step = join(path, "field")
            told = self.reading.scalar(given["field"], step)
            if told is not FAILED:
                name = told
                if shape_at(registry()[kind], name) is None:
                    cls = registry()[kind]
                    self.reading.wrong(
                        given["field"],
                        step,
                        "unknown_field",
                        found=name,
                        kind=cls.kind_meta.label,
                        near=near(name, paths_of(cls)),
                    )
        where = self.conditions.where(kind, given["where"], join(path, "where")) if "where" in given and kind else ()
        return Selection(kind, state, name, where)

"""From a file, a text or plain data to a scenario; all that is wrong with its form is told at once, in its place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from remit.model.changes.heads import HEAD, head_fields
from remit.model.changes.kinds import registry
from remit.model.changes.problems import ChangeErrors, ChangeProblem
from remit.model.changes.scenario import Change, Scenario, change_of
from remit.model.changes.trees import data_of, node_of
from remit.model.facts import SourceRef
from remit.model.files.head import read_version
from remit.model.files.json_reader import read_json
from remit.model.files.nodes import Limits, Node, Unreadable
from remit.model.files.opening import check_text, decode, read_bytes
from remit.model.files.reading import FAILED, WORD_KEYS, Reading, Words, join, kind_of
from remit.model.files.shapes import shapes
from remit.model.files.shipped import resolve_scenario
from remit.model.files.values import FieldReader
from remit.model.files.yaml_reader import read_yaml
from remit.model.kind import ID_PATTERN, Entity
from remit.model.text import Text
from remit.model.whole import FORMAT

TOP = ("remit", "scenario", "changes", "$schema")
SCENARIO = ("id", "title", "from", "result", *WORD_KEYS, "note")
ABOUT = ("reason", *WORD_KEYS, "note")
"""What every change has beside its own word."""


def load(path: str | Path, limits: Limits | None = None) -> Scenario:
    """Read a scenario from a YAML or JSON file (``.json``), or a shipped one by its name.

    Raises ChangeErrors with everything that is wrong in the file, UsageProblem where there is no such file,
    EnvironmentProblem where the machine refuses.
    """
    limits = limits or Limits()
    file = resolve_scenario(str(path))
    return _scenario(read_bytes(file, str(file), limits), str(file), limits)


def loads(text: str, name: str = "scenario.yaml", limits: Limits | None = None) -> Scenario:
    """Read a scenario from a text; ``name`` stands in messages, and one that ends in ``.json`` means JSON."""
    return _scenario(text, name, limits or Limits())


def _scenario(data: bytes | str, name: str, limits: Limits) -> Scenario:
    reading = Reading(limits)
    found = None
    try:
        text = decode(data, name) if isinstance(data, bytes) else data
        check_text(text, name)
        tree, problems = (read_json if name.lower().endswith(".json") else read_yaml)(text, name, limits)
        reading.problems.extend(problems)
        found = read(tree, reading)
    except Unreadable as error:
        empty = error.problem.code == "empty_file"
        reading.problems.append(ChangeProblem(error.problem.mark, "", "no_scenario", {}) if empty else error.problem)
    if reading.problems or found is None:
        raise ChangeErrors(reading.problems, [name])
    return found


def read(tree: Node, reading: Reading) -> Scenario | None:
    """The scenario of a tree; what is wrong is told in the reading."""
    if tree.kind != "map":
        reading.problems.append(ChangeProblem(tree.mark, "", "no_scenario", {}))
        return None
    if "model" in tree.value and "scenario" not in tree.value:
        reading.problems.append(ChangeProblem(tree.keys["model"].mark, "", "model_not_scenario", {}))
        return None
    reading.mapping(tree, "", TOP)
    read_version(tree, reading)
    missing = [key for key in ("scenario", "changes") if key not in tree.value]
    for key in missing:
        reading.wrong(tree, "", "missing_key", key=key)
    head = _head(tree.value["scenario"], reading, tree.file) if "scenario" in tree.value else None
    changes = _changes(tree.value["changes"], reading) if "changes" in tree.value else ()
    if head is None or missing:
        return None
    return Scenario(head.id, head.title, changes, head.start, head.result, head.words, head.file, head.node)


def _head(node: Node, reading: Reading, file: str) -> Scenario | None:
    if not reading.mapping(node, "scenario", SCENARIO):
        return None
    given = node.value
    told: dict[str, Any] = {"id": "", "title": Text("", ""), "from": ""}
    for key in ("id", "title"):
        if key not in given:
            reading.wrong(node, "scenario", "missing_key", key=key)
    for key in ("id", "from"):
        if key in given:
            text = reading.scalar(given[key], join("scenario", key))
            if text is not FAILED and not ID_PATTERN.fullmatch(text):
                reading.wrong(given[key], join("scenario", key), "bad_id", found=text)
            told[key] = "" if text is FAILED else text
    if "title" in given:
        title = FieldReader(reading, lambda *_: FAILED).text(given["title"], "scenario.title")
        told["title"] = told["title"] if title is FAILED else title
    result: dict[str, Any] = {}
    if "result" in given and reading.mapping(given["result"], "scenario.result", HEAD):
        head_fields(given["result"].value, "scenario.result", reading)
        result = data_of(given["result"])
    reading.words(node, "scenario", Words())
    reading.note(node, "scenario")
    words = {name: data_of(one) for name, one in given.items() if name in (*WORD_KEYS, "note")}
    return Scenario(told["id"], told["title"], (), told["from"], result, words, file, node)


def _changes(node: Node, reading: Reading) -> tuple[Change, ...]:
    if node.kind != "seq":
        reading.wrong(node, "changes", "expected_list", found=kind_of(node))
        return ()
    found = [read_change(item, f"changes[{n}]", n + 1, reading) for n, item in enumerate(node.value)]
    return tuple(one for one in found if one is not None)


def read_change(node: Node, path: str, number: int, reading: Reading) -> Change | None:
    """One change of a tree; what is wrong is told in the reading."""
    known = registry()
    if not reading.mapping(node, path, [*known, *ABOUT]):
        return None
    kinds = [name for name in node.value if name in known]
    if len(kinds) != 1:
        told = {"found": kinds, "allowed": list(known)}
        code = "several_kinds_of_change" if kinds else "no_kind_of_change"
        reading.problems.append(ChangeProblem(node.mark, path, code, told))
        return None
    reason = _reason(node, path, reading)
    reading.words(node, path, Words(sources=(SourceRef("any"),)))
    reading.note(node, path)
    kind = kinds[0]
    known[kind].check(node.value[kind], join(path, kind), reading)
    return change_of(kind, node, reason, number)


def _reason(node: Node, path: str, reading: Reading) -> Text:
    if "reason" not in node.value:
        reading.wrong(node, path, "missing_key", key="reason")
        return Text("", "")
    shape = shapes(Entity)["name"]
    told = FieldReader(reading, lambda *_: FAILED).one(shape, node.value["reason"], join(path, "reason"))
    if told is not FAILED and not told.sv.strip():
        reading.wrong(node.value["reason"], join(path, "reason"), "nothing_written")
    return Text("", "") if told is FAILED else told


def one_change(data: dict[str, Any]) -> Change:
    """A change from plain data, as under ``changes`` in a file. Raises ChangeErrors."""
    reading = Reading()
    found = read_change(node_of(data, ""), "", 0, reading)
    if reading.problems or found is None:
        raise ChangeErrors(reading.problems)
    return found


def from_data(head: dict[str, Any]) -> Scenario:
    """A scenario without changes from the plain data of its head. Raises ChangeErrors."""
    reading = Reading()
    found = read(node_of({"remit": FORMAT, "scenario": head, "changes": []}, "scenario"), reading)
    if reading.problems or found is None:
        raise ChangeErrors(reading.problems)
    return found

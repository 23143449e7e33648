"""Reading the files that stand beside a model: waivers, baselines, checklists."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from remit.model.files.json_reader import read_json
from remit.model.files.nodes import Limits, Node, Unreadable
from remit.model.files.opening import check_text, decode, read_bytes
from remit.model.files.problems import ModelErrors, Problem
from remit.model.files.reading import FAILED, Reading
from remit.model.files.yaml_reader import read_yaml

FORMAT = 1
"""The version of these files; those that are written by machine, or shared, carry it as ``remit: 1``."""


def tree_of(path: str | Path, reading: Reading, *, empty_is_fine: bool = False) -> Node | None:
    """The tree of a YAML or ``.json`` file; what cannot be read at all is noted, and there is no tree."""
    shown = str(path)
    read = read_json if shown.lower().endswith(".json") else read_yaml
    try:
        text = decode(read_bytes(Path(path), shown, Limits()), shown)
        check_text(text, shown)
        tree, problems = read(text, shown, Limits())
    except Unreadable as error:
        if not (empty_is_fine and error.problem.code == "empty_file"):
            reading.problems.append(error.problem)
        return None
    reading.problems.extend(problems)
    return tree


def raise_all(problems: list[Problem]) -> None:
    """Raise everything that was found wrong, at once."""
    if problems:
        raise ModelErrors(problems)


def text_of(row: Node, name: str, at: str, reading: Reading) -> Any:
    """The text of a key that must be there; FAILED, with a fault noted, where there is none."""
    if name not in row.value:
        return reading.wrong(row, at, "missing_key", key=name)
    node = row.value[name]
    text = reading.scalar(node, f"{at}.{name}")
    if text is not FAILED and not text.strip():
        return reading.wrong(node, f"{at}.{name}", "nothing_written")
    return text


def is_this_format(tree: Node, reading: Reading) -> bool:
    """Whether a file says ``remit: 1``; a fault is noted where it does not."""
    node = tree.value.get("remit")
    if node is None:
        reading.wrong(tree, "remit", "no_version", version=FORMAT)
        return False
    written = str(node.value) if node.kind == "scalar" else ""
    if written == str(FORMAT):
        return True
    code = "newer_version" if written.isdecimal() and int(written[:9]) > FORMAT else "wrong_version"
    reading.wrong(node, "remit", code, found=written, version=FORMAT)
    return False

"""Scenarios: typed changes that turn one model into another, read from files, applied, written.

``load(path)`` reads a scenario; ``apply(model, scenario)`` gives the new model and never touches the given one.
"""

from __future__ import annotations

from remit.model.changes.apply import Applied, apply, apply_each, apply_told, renamed
from remit.model.changes.problems import ChangeErrors, ChangeProblem
from remit.model.changes.reader import load, loads
from remit.model.changes.scenario import Change, Scenario
from remit.model.changes.wording import summary
from remit.model.changes.writer import (
    SILENT,
    dump,
    dump_json,
    told_entity,
    told_field,
    told_head,
    told_row,
    told_set,
    told_words,
)

__all__ = [
    "SILENT",
    "Applied",
    "Change",
    "ChangeErrors",
    "ChangeProblem",
    "Scenario",
    "apply",
    "apply_each",
    "apply_told",
    "dump",
    "dump_json",
    "load",
    "loads",
    "renamed",
    "summary",
    "told_entity",
    "told_field",
    "told_head",
    "told_row",
    "told_set",
    "told_words",
]

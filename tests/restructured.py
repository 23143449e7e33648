"""A model and what a reorganisation made of it: mergers into one of the merged or into something new, splits, renames,
other edits between them, done in the document as text.
"""

from __future__ import annotations

import copy
import json
from dataclasses import dataclass, field
from typing import Any

from tests.edits import WORDS, Edited, _Editor, replace, strings
from tests.organisations import Seeded, organisation

from remit.model.files import loads
from remit.model.files.problems import ModelErrors

MERGED = ("groups", "units", "principals", "functions", "agreements")
LISTS = ("seats", "parties", "topics", "populations", "territory", "mandates", "escalates_to", "informs")


@dataclass
class Restructured(Edited):
    """What was done, mergers and splits beside renames, by the ids after all renames."""

    merged: list[tuple[str, str]] = field(default_factory=list)
    """(the one that is gone, the one that has become of it)."""
    split: list[tuple[str, str]] = field(default_factory=list)
    """(the one that was split, the part that is new)."""


def restructured(seed: int, number: int = 3) -> Restructured:
    """An organisation and what a number of steps made of it, the same for a seed everywhere; at least one merger or
    split where that can be.
    """
    choice = Seeded(seed * 104_729 + number)
    before = json.loads(organisation(seed))
    told = Restructured(before, copy.deepcopy(before))
    editor = _Restructurer(choice, told)
    for turn in range(8 * number):
        if len(told.edits) >= number:
            break
        was = copy.deepcopy(told)
        editor.step(great=turn % 2 == 0)
        if not _loads(told.after):
            editor.told = told = was
    return told


def _loads(document: dict[str, Any]) -> bool:
    try:
        loads(json.dumps(document), "x.json")
    except ModelErrors:
        return False
    return True


class _Restructurer(_Editor):
    told: Restructured

    def step(self, *, great: bool) -> None:
        """A merger, a split or (where not ``great``) any other edit."""
        if not great:
            self.edit()
            return
        sort = self.one_of([self.merge_into_one, self.merge_into_one, self.merge_into_new, self.split])
        if sort():
            self.told.edits.append(sort.__name__)

    def two(self) -> tuple[str, str, str] | None:
        """A section with two things in it that no step has touched."""
        section = self.one_of(list(MERGED))
        found = [
            name
            for _, name in self.entities(section)
            if name not in WORDS
            and isinstance(self.document[section][name], dict)
            and not set(self.document[section][name]) & {"for_each", "one_per", "sv", "en"}
        ]
        if len(found) < 2:
            return None
        first = self.one_of(found)
        return section, first, self.one_of([one for one in found if one != first])

    def merge_into_one(self) -> bool:
        """The lists of one are added to another's, and who named it names the other."""
        found = self.two()
        if found is None:
            return False
        section, gone, kept = found
        self._merge(section, gone, kept)
        self.touched |= {gone, kept}
        self.told.merged.append((gone, kept))
        return True

    def merge_into_new(self) -> bool:
        """Two become one that is called otherwise."""
        found = self.two()
        if found is None:
            return False
        section, one, other = found
        names = [str(self.document[section][name].get("name", "")) for name in (one, other)]
        self._merge(section, one, other)
        new = self.free("united")
        replace(self.document, other, new)
        self.document[section][new]["name"] = f"{names[0]} och {names[1]}"
        self.touched |= {one, other, new}
        self.told.merged += [(one, new), (other, new)]
        return True

    def _merge(self, section: str, gone: str, kept: str) -> None:
        of_gone = self.document[section].pop(gone)
        of_kept = self.document[section][kept]
        for name in LISTS:
            mine, theirs = of_kept.get(name), of_gone.get(name)
            if isinstance(theirs, list) and (mine is None or isinstance(mine, list)):
                of_kept[name] = [*(mine or []), *(one for one in theirs if one not in (mine or []))]
        replace(self.document, gone, kept)
        _once(self.document)

    def split(self) -> bool:
        """Half of the lists go to something new; some of those who named the old one name the new one."""
        section = self.one_of(["groups", "units", "principals"])
        taken = self.take(section)
        if taken is None or taken[1] in WORDS:
            return False
        old, name = taken
        new = self.free("parted")
        part: dict[str, Any] = {key: value for key, value in copy.deepcopy(old).items() if key not in ("code", "id")}
        part["name"] = f"Del av {name}"
        for key in LISTS:
            if isinstance(old.get(key), list) and len(old[key]) > 1:
                half = len(old[key]) // 2
                old[key], part[key] = old[key][:half], part[key][half:]
        self.document[section][new] = part
        for other, entity in [(k, v) for s in ("groups", "units", "functions") for k, v in self._all(s)]:
            if other not in (name, new) and name in list(strings(entity)) and self.choice.number(0, 1):
                replace(entity, name, new)
        self.touched |= {name, new}
        self.told.split.append((name, new))
        return True

    def _all(self, section: str) -> list[tuple[str, Any]]:
        return list(self.document.get(section, {}).items())


def _once(node: Any) -> None:
    """What has come to stand twice in a list of ids stands once."""
    if isinstance(node, dict):
        for value in node.values():
            _once(value)
    elif isinstance(node, list):
        for one in node:
            _once(one)
        if node and all(isinstance(one, str) for one in node):
            node[:] = list(dict.fromkeys(node))

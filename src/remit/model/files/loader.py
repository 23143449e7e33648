"""From a path or text to a model: the files, one inside another, and the steps of reading in their order."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from remit.model.files.binder import Binder, add_system
from remit.model.files.checks import check_sets, check_whole
from remit.model.files.head import read_head, read_version
from remit.model.files.json_reader import read_json
from remit.model.files.nodes import Limits, Node, Unreadable
from remit.model.files.opening import check_text, decode, read_bytes
from remit.model.files.problems import ModelErrors, Problem, RemitError, UsageProblem
from remit.model.files.reading import FAILED, Reading, kind_of
from remit.model.files.tables import Tables
from remit.model.files.yaml_reader import read_yaml
from remit.model.kinds import sections
from remit.model.whole import Mark, Model

_OWN_KEYS = ("remit", "include", "model", "sets", "facts", "$schema")
_NO_PATH = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:|[\\\x00]")


@dataclass(frozen=True, slots=True)
class _Place:
    """A file: where it is, and how it is named in messages."""

    path: Path
    shown: str


class Loader:
    """Reads one model: the root file and what it includes."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.reading = Reading(limits)
        self.files: list[str] = []
        self.trees: list[Node] = []
        self.seen: set[Path] = set()

    # --- files ---------------------------------------------------------------------------------------------

    def file(self, path: Path, shown: str) -> None:
        """Read the root file, and everything that it includes."""
        data = read_bytes(path, shown, self.limits)
        place = _Place(path, shown)
        self._tree(data, place, inside=path.parent.resolve(), way=(path.resolve(),))

    def text(self, text: str, name: str) -> None:
        """Read a model from a text; nothing can be included from there."""
        self._tree(text, _Place(Path(name), name), inside=None, way=())

    def _tree(self, data: bytes | str, place: _Place, inside: Path | None, way: tuple[Path, ...]) -> None:
        self.files.append(place.shown)
        try:
            text = decode(data, place.shown) if isinstance(data, bytes) else data
            check_text(text, place.shown)
            read = read_json if place.shown.lower().endswith(".json") else read_yaml
            tree, problems = read(text, place.shown, self.limits)
        except Unreadable as error:
            self.reading.problems.append(error.problem)
            self.reading.incomplete = True
            return
        self.reading.problems.extend(problems)
        if tree.kind != "map":
            self.reading.wrong(tree, "", "root_no_mapping", found=kind_of(tree))
            self.reading.incomplete = True
            return
        self.trees.append(tree)
        if "include" in tree.value:
            self._includes(tree.value["include"], place, inside, way)

    def _includes(self, node: Node, place: _Place, inside: Path | None, way: tuple[Path, ...]) -> None:
        if node.kind == "map" or node.empty:
            self.reading.wrong(node, "include", "expected_list", found=kind_of(node))
            return
        for number, item in enumerate(node.value if node.kind == "seq" else [node]):
            path = f"include[{number}]" if node.kind == "seq" else "include"
            name = self.reading.scalar(item, path)
            if name is FAILED:
                continue
            if inside is None:
                self.reading.wrong(item, path, "include_without_folder")
                continue
            self._include(name, item, path, place, inside, way)

    def _include(self, name: str, item: Node, path: str, place: _Place, inside: Path, way: tuple[Path, ...]) -> None:
        parts = Path(name).parts
        if _NO_PATH.match(name) or "\\" in name or "\x00" in name or name.startswith(("/", "~")) or ".." in parts:
            self.reading.wrong(item, path, "include_outside", found=name)
            return
        target = place.path.parent / name
        try:
            resolved = target.resolve()
        except (OSError, RuntimeError, ValueError):
            self.reading.wrong(item, path, "include_missing", found=name)
            return
        if not resolved.is_relative_to(inside):
            self.reading.wrong(item, path, "include_outside", found=name)
        elif resolved in way:
            circle = [*way[way.index(resolved) :], resolved]
            self.reading.wrong(item, path, "include_circle", found=" → ".join(one.name for one in circle))
        elif len(way) >= self.limits.depth or len(self.files) >= self.limits.files:
            self.reading.wrong(item, path, "too_many_files", limit=self.limits.files, depth=self.limits.depth)
        elif resolved not in self.seen:
            self.seen.add(resolved)
            shown = os.path.normpath(os.path.join(os.path.dirname(place.shown), name))  # noqa: PTH118, PTH120
            self._included(_Place(target, shown), item, path, inside, (*way, resolved))

    def _included(self, place: _Place, item: Node, path: str, inside: Path, way: tuple[Path, ...]) -> None:
        try:
            data = read_bytes(place.path, place.shown, self.limits)
        except RemitError as error:
            code = error.code if isinstance(error, UsageProblem) else "include_unreadable"
            self.reading.wrong(item, path, code, **{**getattr(error, "values", {}), "found": place.shown})
            self.reading.incomplete = True
            return
        self._tree(data, place, inside, way)

    # --- the model -----------------------------------------------------------------------------------------

    def model(self) -> Model:
        """Everything that was read, as one model. Raises ModelErrors with everything that is wrong."""
        reading = self.reading
        if not self.trees:
            raise ModelErrors(reading.problems, self.files)
        root = self.trees[0]
        read_version(root, reading)
        model, words = read_head(root, reading)
        binder = Binder(reading, model)
        tables = Tables(reading, model, binder)
        known = sections()
        for tree in self.trees:
            self._top(tree, known)
            if "sets" in tree.value:
                tables.sets(tree.value["sets"], words)
        check_sets(model, reading)
        for tree in self.trees:
            for name, node in tree.value.items():
                if name in known:
                    binder.section(known[name], node, name, words)
        binder.expand()
        add_system(model, root.mark)
        tables.kinds_of_sets()
        for tree in self.trees:
            if "facts" in tree.value:
                tables.facts(tree.value["facts"], words)
        check_whole(model, reading, binder.paths)
        if reading.problems:
            raise ModelErrors(_once(reading.problems), self.files)
        model.files = tuple(self.files)
        return model

    def _top(self, tree: Node, known: dict[str, str]) -> None:
        """The keys at the top of a file."""
        self.reading.mapping(tree, "", [*_OWN_KEYS, *known])
        if tree is not self.trees[0]:
            if "model" in tree.value:
                self.reading.wrong(tree.keys["model"], "model", "model_in_included")
            if "remit" in tree.value:
                read_version(tree, self.reading)


def _once(problems: list[Problem]) -> list[Problem]:
    """Each fault once, though ``for_each`` met it many times."""
    found: dict[tuple[Mark, str, str], Problem] = {}
    for problem in problems:
        found.setdefault((problem.mark, problem.path, problem.code), problem)
    return list(found.values())

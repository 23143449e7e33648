"""What a kind of change is: the word it begins with, its keys, how it is checked alone and applied to a model."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, NamedTuple

from remit.model.changes.site import Site
from remit.model.files.nodes import Node
from remit.model.files.reading import FAILED, Reading, join, kind_of
from remit.model.kind import yes_or_no
from remit.model.text import Text


class Key(NamedTuple):
    """A key of a change: its name, what it says, and whether it must be there."""

    name: str
    text: Text
    required: bool = False


class ChangeKind(ABC):
    """One kind of change. A file in ``kinds/`` declares one; it is discovered, and all else follows from it."""

    name: ClassVar[str]
    label: ClassVar[Text]
    """What it is called, as a verb: *dissolve*."""
    description: ClassVar[Text]
    keys: ClassVar[tuple[Key, ...]] = ()
    short: ClassVar[str] = ""
    """The key that a bare id or list stands for: ``dissolve: x`` is ``dissolve: {these: [x]}``."""
    reasons: ClassVar[tuple[str, ...]] = ()
    """The codes of the reasons of its own why it does not apply."""

    def nodes(self, given: Node) -> dict[str, Node]:
        """What is told, by key, the short form written out."""
        if self.short and given.kind != "map":
            return {self.short: given}
        return dict(given.value) if given.kind == "map" else {}

    def check(self, given: Node, path: str, reading: Reading) -> None:
        """Tell what is wrong with the form, before there is a model: unknown and missing keys, wrong types."""
        if self.short and given.kind != "map":
            if given.kind == "scalar":
                reading.scalar(given, path)
            elif not given.value:
                reading.wrong(given, path, "empty_list")
            return
        if not self.keys or not reading.mapping(given, path, [one.name for one in self.keys], self.also):
            return
        if not given.value:
            reading.wrong(given, path, "nothing_written")
            return
        for one in self.keys:
            if one.required and one.name not in given.value:
                reading.wrong(given, path, "missing_key", key=one.name)

    def also(self, name: str) -> bool:  # noqa: ARG002 - for kinds with keys of their own
        """Whether a key that is not declared may stand here."""
        return False

    def makes(self, given: Node) -> Iterable[str]:  # noqa: ARG002 - most make nothing
        """The ids that there are after it and were not before (later changes may name them)."""
        return ()

    @abstractmethod
    def apply(self, site: Site, given: Node, path: str) -> None:
        """Apply it to the draft of the site; what keeps it from applying is told there."""


def ids_in(node: Node, path: str, reading: Reading) -> list[tuple[str, Node, str]]:
    """The ids of a scalar or a list, each with its place; what is none has been told."""
    if node.kind == "map":
        reading.wrong(node, path, "expected_list", found=kind_of(node))
        return []
    found: list[tuple[str, Node, str]] = []
    for place, item in enumerate(node.value if node.kind == "seq" else [node]):
        step = f"{path}[{place}]" if node.kind == "seq" else path
        text: Any = reading.scalar(item, step)
        if text is not FAILED:
            found.append((text, item, step))
    if node.kind == "seq" and not node.value:
        reading.wrong(node, path, "empty_list")
    return found


def is_yes(nodes: Mapping[str, Node], key: str, path: str, reading: Reading) -> bool:
    """Whether a key says yes (no where it is left out), in any way that a model file may say so; else it is told."""
    if key not in nodes:
        return False
    node, step = nodes[key], join(path, key)
    text: Any = reading.scalar(node, step)
    said = None if text is FAILED else yes_or_no(text)
    if said is None and text is not FAILED:
        reading.wrong(node, step, "yes_or_no", found=text)
    return bool(said)


__all__ = ["ChangeKind", "Key", "ids_in", "is_yes", "join"]

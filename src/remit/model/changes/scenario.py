"""A scenario: typed changes in order, each with a reason; read from a file or made in Python."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from remit.model.changes.trees import data_of, node_of
from remit.model.files.nodes import Node
from remit.model.files.reading import Words
from remit.model.text import Text

_ABOUT = ("reason", "source", "basis", "modality", "practice", "note")


def _nothing() -> Node:
    return Node("map", {}, 1, 1, "")


@dataclass(frozen=True)
class Change:
    """One change: its kind, what it says (as plain data), why, and on whom it rests.

    Two changes are equal when they say the same, wherever they stand.
    """

    kind: str
    """The word that the change begins with: ``create``, ``dissolve``, …"""
    told: Any
    """What stands under that word: mappings, lists and texts, as in the file."""
    reason: Text
    words: Mapping[str, Any] = field(default_factory=dict)
    """Its words of source (``source``, ``basis``, ``modality``, ``practice``) and ``note``, as in the file."""
    number: int = field(default=0, compare=False)
    """Its place in the scenario that it was read from, from 1; it keeps it when others are left out."""
    node: Node = field(default_factory=_nothing, compare=False, repr=False)

    @classmethod
    def of(cls, kind: str, told: Any, *, reason: Text | str, **words: Any) -> Change:
        """A change made in Python from plain data; ``words``: ``source``, ``basis``, …, ``note``.

        Raises ChangeErrors where it is not well formed.
        """
        from remit.model.changes.reader import one_change

        return one_change({kind: told, "reason": reason, **words})

    @property
    def path(self) -> str:
        """Where it stands in its scenario, for messages."""
        return f"changes[{self.number - 1}]" if self.number else ""

    @property
    def given(self) -> Node:
        """What stands under the word that it begins with, as a tree with places."""
        found: Node = self.node.value[self.kind]
        return found

    def data(self) -> dict[str, Any]:
        """The change as it stands in a file."""
        return {self.kind: self.told, "reason": self.reason, **self.words}


@dataclass(frozen=True)
class Scenario:
    """Changes that turn one structure into another."""

    id: str
    title: Text
    changes: tuple[Change, ...] = ()
    start: str = ""
    """The id of the model that it starts from (``from`` in the file); empty: any."""
    result: Mapping[str, Any] = field(default_factory=dict)
    """Head of the new model (``id``, ``title``, ``as_of``, ``represents``, …); what is left out stays."""
    words: Mapping[str, Any] = field(default_factory=dict)
    """Words of source that all changes inherit, and ``note``."""
    file: str = field(default="scenario", compare=False)
    node: Node = field(default_factory=_nothing, compare=False, repr=False)
    """The mapping under ``scenario``, with places."""

    @classmethod
    def of(
        cls,
        *,
        id: str,  # noqa: A002 - the word of the file
        title: Text | str,
        changes: Iterable[Change] = (),
        start: str = "",
        result: Mapping[str, Any] | None = None,
        **words: Any,
    ) -> Scenario:
        """A scenario made in Python. Raises ChangeErrors where its head is not well formed."""
        from remit.model.changes.reader import from_data

        head: dict[str, Any] = {"id": id, "title": title}
        head |= {"from": start} if start else {}
        head |= {"result": result} if result else {}
        return replace(from_data(head | words), changes=()).with_changes(changes)

    def with_changes(self, changes: Iterable[Change]) -> Scenario:
        """The same scenario with these changes, numbered anew."""
        numbered = tuple(_placed(one, number, self.file) for number, one in enumerate(changes, 1))
        return replace(self, changes=numbered)

    def only(self, numbers: Iterable[int]) -> Scenario:
        """The scenario with those changes alone (by :attr:`Change.number`, from 1), in their order."""
        wanted = set(numbers)
        return replace(self, changes=tuple(one for one in self.changes if one.number in wanted))

    def without(self, *numbers: int) -> Scenario:
        """The scenario without some changes (by :attr:`Change.number`, from 1)."""
        return replace(self, changes=tuple(one for one in self.changes if one.number not in numbers))

    def head(self) -> dict[str, Any]:
        """The head as it stands in a file, under ``scenario``."""
        found: dict[str, Any] = {"id": self.id, "title": self.title}
        found |= {"from": self.start} if self.start else {}
        found |= {"result": dict(self.result)} if self.result else {}
        return found | dict(self.words)


def change_of(kind: str, node: Node, reason: Text, number: int) -> Change:
    """The change of a mapping that has been found well formed."""
    words = {name: data_of(one) for name, one in node.value.items() if name in _ABOUT and name != "reason"}
    return Change(kind, data_of(node.value[kind]), reason, words, number, node)


def _placed(change: Change, number: int, file: str) -> Change:
    """A change with its number; one that was made in Python gets a place in messages too."""
    if change.node.file:
        return replace(change, number=number)
    return replace(change, number=number, node=node_of(change.data(), file, number))


__all__ = ["Change", "Scenario", "Words"]

"""What one reading of a model gathers as it goes: faults, references to be checked, words of source."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar

from remit.model.facts import WORDS, Basis, Modality, Practice, Said, SourceRef, State
from remit.model.files.nodes import Limits, Node
from remit.model.files.problems import Problem
from remit.model.kind import RefTo
from remit.model.text import Text
from remit.model.whole import Mark

WORD_KEYS = ("source", "basis", "modality", "practice")
"""The words of source that are inherited; a ``note`` is a remark on the mapping that it stands in, no more."""

FAILED: Any = object()
"""Stands for a value that could not be read; the fault has been told."""

_FOUR = {word.value: word for word in WORDS}
_VARIABLE = re.compile(r"\{(\w[\w\-]*)(\.name)?\}")
_Enum = TypeVar("_Enum", bound=StrEnum)


class Words(NamedTuple):
    """Who says it, where, how bindingly, and of paper or practice."""

    basis: Basis = Basis.KEEPER
    sources: tuple[SourceRef, ...] = ()
    modality: Modality | None = None
    practice: Practice | None = None

    def said(self, state: State, value: Any = None, note: str = "") -> Said:
        """A value or word with these words of source."""
        return Said(state, value, self.basis, self.sources, self.modality, self.practice, note)


@dataclass(frozen=True, slots=True)
class Reference:
    """An id found in a field, to be looked up when everything has been read."""

    id: str
    mark: Mark
    path: str
    to: RefTo
    sets: bool
    """Whether the id of a set may stand there."""


@dataclass(slots=True)
class Reading:
    """The state of one reading of one model, all its files together."""

    limits: Limits = field(default_factory=Limits)
    problems: list[Problem] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    documents: list[tuple[str, Mark, str]] = field(default_factory=list)
    """Documents named by words of source, with place and path."""
    variables: dict[str, tuple[str, Text]] = field(default_factory=dict)
    """What ``{m}`` and ``{m.name}`` stand for at the moment."""
    incomplete: bool = False
    """Whether a file or section could not be read, so that ids may be missing for that reason alone."""

    def wrong(self, at: Node | Mark, path: str, code: str, **values: Any) -> Any:
        """Note a fault; gives FAILED, so that a reader can return it."""
        mark = at.mark if isinstance(at, Node) else at
        self.problems.append(Problem(mark, path, code, values))
        return FAILED

    # --- texts ---------------------------------------------------------------------------------------------

    def fill(self, text: str, lang: str = "sv") -> str:
        """The text with the variables of ``for_each`` and ``one_per`` put in."""
        if not self.variables or "{" not in text:
            return text

        def value(match: re.Match[str]) -> str:
            known = self.variables.get(match[1])
            if known is None:
                return match[0]
            return known[1].get(lang) if match[2] else known[0]

        return _VARIABLE.sub(value, text)

    def scalar(self, node: Node, path: str) -> Any:
        """The text of a scalar that must be written; FAILED where there is none."""
        if node.kind != "scalar":
            return self.wrong(node, path, "expected_text", found=kind_of(node))
        if node.empty:
            return self.wrong(node, path, "nothing_written")
        return self.fill(node.value)

    def one_of(self, node: Node, path: str, choices: Iterable[str]) -> Any:
        """A word of a closed list; what is near comes first in the message."""
        text = self.scalar(node, path)
        if text is FAILED:
            return FAILED
        allowed = list(choices)
        if text in allowed:
            return text
        return self.wrong(node, path, "not_a_choice", found=text, allowed=nearest_first(text, allowed))

    def mapping(self, node: Node, path: str, allowed: Iterable[str], also: Callable[[str], bool] | None = None) -> bool:
        """Whether the node is a mapping; each key that is not allowed is told."""
        if node.kind != "map":
            self.wrong(node, path, "expected_mapping", found=kind_of(node))
            return False
        known = list(allowed)
        for name, key in node.keys.items():
            if name not in known and not (also and also(name)):
                self.unknown_key(key, path, name, known)
        return True

    def unknown_key(self, key: Node, path: str, name: str, known: list[str]) -> None:
        """Tell of a key that means nothing here, with what may have been meant."""
        close = near(name, known)
        if close:
            self.wrong(key, path, "unknown_key", found=name, near=close)
        else:
            self.wrong(key, path, "unknown_key_of", found=name, allowed=sorted(known))

    # --- words of source -----------------------------------------------------------------------------------

    def words(self, node: Node, path: str, above: Words) -> Words:
        """The words of source of a mapping: its own, and what it leaves out from above."""
        values = node.value
        basis, sources, modality, practice = above
        if "source" in values:
            sources = self.sources(values["source"], join(path, "source"), sources)
        if "basis" in values:
            basis = self._word(values["basis"], join(path, "basis"), Basis) or basis
        if "modality" in values:
            modality = self._word(values["modality"], join(path, "modality"), Modality)
        if "practice" in values:
            practice = self._word(values["practice"], join(path, "practice"), Practice)
        return Words(basis, sources, modality, practice)

    def _word(self, node: Node, path: str, words: type[_Enum]) -> _Enum | None:
        """A word of source; ``none`` takes an inherited one away."""
        if words is not Basis and node.kind == "scalar" and node.value == State.NONE:
            return None
        found = self.one_of(node, path, [word.value for word in words])
        return None if found is FAILED else words(found)

    def sources(self, node: Node, path: str, above: tuple[SourceRef, ...]) -> tuple[SourceRef, ...]:
        """One or several places in sources; a bare ``#Heading`` keeps the document from above."""
        if node.kind == "map":
            self.wrong(node, path, "expected_source", found=kind_of(node))
            return above
        if node.kind == "scalar" and node.value == State.NONE:
            return ()
        found: list[SourceRef] = []
        for item in node.value if node.kind == "seq" else [node]:
            text = self.scalar(item, path)
            if text is FAILED:
                continue
            place = SourceRef.parse(text)
            if not place.document:
                if not above:
                    self.wrong(item, path, "source_without_document", found=text)
                    continue
                place = SourceRef(above[0].document, place.section, place.paragraph)
            else:
                self.documents.append((place.document, item.mark, path))
            found.append(place)
        return tuple(found)

    def note(self, node: Node, path: str) -> str:
        """The remark of a mapping, empty where it has none."""
        if "note" not in node.value:
            return ""
        text = self.scalar(node.value["note"], join(path, "note"))
        return "" if text is FAILED else text


def four_word(node: Node) -> State | None:
    """The state, where a node is one of the four words."""
    return _FOUR.get(node.value) if node.kind == "scalar" else None


def join(path: str, name: str) -> str:
    """The path of something inside."""
    return f"{path}.{name}" if path else name


def near(text: str, known: Iterable[str]) -> str:
    """What may have been meant, or nothing."""
    names = list(known)
    by_fold = {name.casefold(): name for name in names}
    import difflib

    close = difflib.get_close_matches(text.casefold()[:100], list(by_fold), n=1, cutoff=0.6)
    return by_fold[close[0]] if close else ""


def nearest_first(text: str, allowed: Iterable[str]) -> list[str]:
    """What is allowed, the nearest first."""
    names = list(allowed)
    closest = near(text, names)
    return ([closest] if closest else []) + [name for name in names if name != closest]


_KINDS = {
    "map": Text("en avbildning (nyckel: värde)", "a mapping (key: value)"),
    "seq": Text("en lista", "a list"),
    "scalar": Text("en text", "a text"),
    "empty": Text("ingenting", "nothing"),
}


def kind_of(node: Node) -> Text:
    """What a node is, in words."""
    return _KINDS["empty" if node.empty else node.kind]

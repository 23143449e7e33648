"""What a fact carries: a value or one of four words, its sources, basis, modality and extent."""

from __future__ import annotations

import re
from enum import IntEnum, StrEnum
from typing import Any, NamedTuple

_PARAGRAPH = re.compile(r"[0-9]{1,6}")


class State(StrEnum):
    """A field or relation holds a value, or one of four words (design section 2)."""

    VALUE = "value"
    NONE = "none"
    UNCLEAR = "unclear"
    DEFERRED = "deferred"
    UNKNOWN = "unknown"


WORDS = frozenset({State.NONE, State.UNCLEAR, State.DEFERRED, State.UNKNOWN})


class Degree(IntEnum):
    """How sure it is that something holds. NO means that it does not hold.

    Conditions that are all needed combine by ``min``; alternative proofs by ``max``
    (design section 2, *Certainty*).
    """

    NO = 0
    OPEN = 1
    REPORTED = 2
    ESTABLISHED = 3

    @property
    def word(self) -> str:
        """The public word: ``open``, ``reported`` or ``established``."""
        return self.name.lower()


class Basis(StrEnum):
    """On what a fact rests; it gives the fact its certainty."""

    LAW = "law"
    DECIDED = "decided"
    REGISTER = "register"
    AUTHOR = "author"
    KEEPER = "keeper"
    PLANNER = "planner"
    INTERVIEWEES = "interviewees"
    RISK = "risk"
    QUESTION = "question"


_DEGREE = {Basis.INTERVIEWEES: Degree.REPORTED, Basis.RISK: Degree.OPEN, Basis.QUESTION: Degree.OPEN}


def degree_of(basis: Basis) -> Degree:
    """The certainty that a basis gives: interviewees reported, risk and question open, else established."""
    return _DEGREE.get(basis, Degree.ESTABLISHED)


class Modality(StrEnum):
    """How binding a proposal is; ``example`` may stand in any model."""

    SHALL = "shall"
    SHOULD = "should"
    MAY = "may"
    EXAMPLE = "example"


class Extent(StrEnum):
    """How much of a set a statement speaks of."""

    ALL = "all"
    MOST = "most"
    SOME = "some"
    ONE = "one"


class Practice(StrEnum):
    """Whether a fact is told of the paper or of how it is lived."""

    PAPER = "paper"
    PRACTICE = "practice"


class SourceRef(NamedTuple):
    """A place in a source: document id, section heading, and the nth paragraph under it (0: not told)."""

    document: str
    section: str = ""
    paragraph: int = 0

    @classmethod
    def parse(cls, text: str) -> SourceRef:
        """Read ``document#Heading/3``; the heading and the paragraph may be left out."""
        document, _, section = text.partition("#")
        head, slash, number = section.rpartition("/")
        if slash and _PARAGRAPH.fullmatch(number):
            return cls(document.strip(), head.strip(), int(number))
        return cls(document.strip(), section.strip())

    def __str__(self) -> str:
        # a heading that itself ends in a number gets /0, so that parse gives the same again
        told = self.paragraph or _PARAGRAPH.fullmatch(self.section.rpartition("/")[2] if "/" in self.section else "")
        place = self.section + (f"/{self.paragraph}" if told else "")
        return self.document + (f"#{place}" if place else "")


class Said(NamedTuple):
    """One thing that is said of one field, relation or item: the value or word, and who says so where."""

    state: State
    value: Any = None
    basis: Basis = Basis.KEEPER
    sources: tuple[SourceRef, ...] = ()
    modality: Modality | None = None
    practice: Practice | None = None
    note: str = ""

    @property
    def degree(self) -> Degree:
        """The certainty that the basis gives it."""
        return degree_of(self.basis)

"""What the report of a reorganisation is made of: chapters of sentences, findings and tables."""

from __future__ import annotations

from dataclasses import dataclass, field

from remit.model.text import Text
from remit.queries.reorganise.records import Fate
from remit.views import reorganise_words as w


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of texts under a head.

    ``numbers``: whether all columns but the first are figures. ``more``: whether it is for those who want to know more.
    """

    caption: Text
    head: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    numbers: bool = True
    more: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A finding as it stands under a change or in a list."""

    fate: Fate
    code: str
    severity: str
    says: Text
    sure: Text
    notes: Text
    why: Text = field(default_factory=w.empty)


@dataclass(frozen=True, slots=True)
class ChangeTold:
    """A change, or several together: what it does, why, who is behind it, and what it makes of the findings."""

    numbers: tuple[int, ...]
    label: Text
    says: Text
    reason: Text
    behind: Text
    tied: Text
    items: tuple[Item, ...]
    place: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under a heading: what has the same fate, or (no fate) whatever else belongs together.

    ``mended``: whether what goes is put right, and not only gone or no longer told.
    """

    fate: Fate | None
    heading: Text
    lines: tuple[Text, ...]
    mended: bool = True


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of the report."""

    id: str
    heading: Text
    lead: tuple[Text, ...] = ()
    changes: tuple[ChangeTold, ...] = ()
    items: tuple[Item, ...] = ()
    tables: tuple[Table, ...] = ()
    groups: tuple[Group, ...] = ()
    empty: Text = field(default_factory=w.empty)


@dataclass(frozen=True, slots=True)
class Part:
    """What the report says of one scenario."""

    id: str
    title: Text
    answer: tuple[Text, ...]
    chapters: tuple[Chapter, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The whole report."""

    title: Text
    head: Text
    several: tuple[Table, ...]
    several_lead: Text
    parts: tuple[Part, ...]
    documents: tuple[tuple[str, Text], ...] = field(default=())

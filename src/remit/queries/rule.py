"""What a rule is: its texts, conditions and settings, and the rows that it yields.

A rule is a package ``rules/<CODE>_<name>/`` with ``rule.py`` (a ``RULE`` and a ``detect``) and ``cases.yaml``.
``detect`` yields rows: subject, evidence, degree and ground. Wording, severity, folding and order are put on once,
after, by the engine, so that engines and languages cannot differ.
"""

from __future__ import annotations

import datetime
import re
import string
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from remit.graph.logic import Proof
from remit.graph.org import Org
from remit.model.facts import Extent
from remit.model.text import LANGUAGES, Text

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""From the most to the least harmful."""


class RuleError(ValueError):
    """A rule is put together wrongly; the message says what to mend."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of a rule: part of the defect, an excuse that clears it where stated, or context."""

    mark: Literal["defect", "excuse", "context"]
    text: Text


@dataclass(frozen=True, slots=True)
class Setting:
    """A threshold that an organisation can set, with the reason for its default."""

    name: str
    default: int | float
    text: Text
    reason: Text


class Named(NamedTuple):
    """Ids that stand in a message as names, joined as the language joins them."""

    ids: tuple[str, ...]


Value = int | float | str | Text | Named | datetime.date
"""What may stand in a message: numbers and words as they are, :class:`Text` by language, ids as names."""


class Reach(NamedTuple):
    """``n`` of ``of`` of something: how many it concerns."""

    n: int
    of: int
    what: Text


class Row(NamedTuple):
    """One thing that a rule found.

    ``subject`` is the id of an entity or set; ``members`` only where the subject is a set without a name.
    ``pair`` are further ids that make it another finding than the same subject with others (the second of two
    parallel groups). ``message`` names one of the rule's messages, ``values`` fill it.
    """

    subject: str
    proof: Proof
    message: str = "finding"
    related: tuple[str, ...] = ()
    pair: tuple[str, ...] = ()
    extent: Extent | None = None
    members: tuple[str, ...] = ()
    values: Mapping[str, Value] = MappingProxyType({})
    reach: tuple[Reach, ...] = ()


Settings = Mapping[str, int | float]
Detect = Callable[[Org, Settings], Iterator[Row]]


@dataclass(frozen=True, slots=True)
class Rule:
    """The metadata of a rule; refuses to be built incoherent.

    ``messages`` have ``{subject}`` and the keys of the row's values; they must read well of one subject and of
    many. ``coverage``: alike established subjects are one finding with a set as subject. ``looks_at`` counts
    what the rule looked at, ``looked_at`` names it in the plural.
    """

    code: str
    name: str
    severity: Severity
    title: Text
    definition: Text
    rationale: Text
    harm: Text
    repair: Text
    origin: Text
    conditions: tuple[Condition, ...]
    messages: Mapping[str, Text]
    looked_at: Text
    looks_at: Callable[[Org], int]
    settings: tuple[Setting, ...] = ()
    coverage: bool = False

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[A-Z]{3}\d{3}", self.code):
            raise RuleError(f"code {self.code!r}: three capitals and three digits are right, such as MAN103")
        if not re.fullmatch(r"[a-z]+(-[a-z]+)*", self.name):
            raise RuleError(f"{self.code}: name {self.name!r} must be a slug of English words")
        for label in ("title", "definition", "rationale", "harm", "repair", "origin", "looked_at"):
            _whole(self.code, label, getattr(self, label))
        if "finding" not in self.messages:
            raise RuleError(f"{self.code}: messages need one called 'finding'")
        for key, text in self.messages.items():
            _whole(self.code, f"message {key}", text)
            fields = [{name for _, name, _, _ in string.Formatter().parse(part) if name} for part in text]
            if fields[0] != fields[1]:
                raise RuleError(f"{self.code}: message {key} has other fields in Swedish than in English")
        if not any(condition.mark == "defect" for condition in self.conditions):
            raise RuleError(f"{self.code}: at least one condition must be marked as the defect")
        for condition in self.conditions:
            _whole(self.code, "condition", condition.text)
        for setting in self.settings:
            _whole(self.code, f"setting {setting.name}", setting.text)
            _whole(self.code, f"reason of setting {setting.name}", setting.reason)

    def words(self) -> str:
        """All that its texts say in both languages, in lower case, for whoever looks for a word."""
        texts = (self.title, self.definition, self.rationale, self.harm, self.repair, self.origin)
        conditions = (condition.text for condition in self.conditions)
        told = (part for text in (*texts, *conditions) for part in (text.sv, text.en))
        return " ".join((self.code, self.name, *told)).casefold()

    def defaults(self) -> dict[str, int | float]:
        """The settings as they are unless somebody sets them."""
        return {setting.name: setting.default for setting in self.settings}


def _whole(code: str, label: str, text: Any) -> None:
    if not isinstance(text, Text) or not all(text.get(lang).strip() for lang in LANGUAGES):
        raise RuleError(f"{code}: {label} must be a Text with both Swedish and English")


def count_of(kind: str) -> Callable[[Org], int]:
    """How many things of a kind there are or may be in force, for ``looks_at``."""

    def count(org: Org) -> int:
        return sum(1 for thing in org.things(kind) if org.in_force(thing))

    return count

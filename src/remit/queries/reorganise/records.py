"""What a reorganisation comes to, as data: the differences between two structures, and which change makes each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from remit.model.facts import Degree
from remit.model.text import Text
from remit.queries.finding import Finding
from remit.queries.reorganise.attribution import By
from remit.queries.reorganise.sides import LoopChange, Side
from remit.queries.reorganise.structure import Structure
from remit.queries.reorganise.way import Step
from remit.queries.rule import SEVERITIES, Severity


class Fate(StrEnum):
    """What becomes of a finding."""

    CLEARED = "cleared"
    """It is there before, and not after."""
    DOUBTED = "doubted"
    """It is there before; after, it is an open question, less sure than is asked for."""
    KEPT = "kept"
    """It is there before and after."""
    FIRMER = "firmer"
    """It is an open question before, and sure enough after."""
    NEW = "new"
    """It is not there before, and is after."""


BROKEN = (Fate.NEW, Fate.FIRMER)
"""What counts as new for the exit status: something that the reorganisation makes or makes sure."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One finding, and what becomes of it.

    ``finding``: as it is after; as it was where it is gone or doubted. ``was``/``now``: how sure it is on either side.
    ``by``: which change does it, None for what is kept or where nobody asked. ``gone``: whether it is cleared only in
    that whom it was about is no longer there. ``accepted``: why somebody has accepted it, empty where nobody has.
    ``untold``: whether it is cleared only in that the new structure no longer says what it rested on.
    """

    fate: Fate
    finding: Finding
    was: Degree
    now: Degree
    by: By | None = None
    gone: bool = False
    accepted: str = ""
    untold: bool = False


@dataclass(frozen=True, slots=True)
class Transient:
    """A finding that comes and goes on the way."""

    finding: Finding
    after: int
    until: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one scenario comes to.

    ``whole``: the findings as an audit folds them; ``differences``: the same, apart where other changes make other
    parts of one.
    ``blocks``: for each change that cannot be left out alone, those that cannot be made without it (itself included);
    None where no part of the scenario can be made without it. ``hidden``: how many findings before and after are
    less sure than is asked for. ``audited``: how many an audit of the structure before gives, as sure as is asked.
    """

    id: str
    title: Text
    steps: tuple[Step, ...]
    after: Side
    structure: Structure
    whole: tuple[Difference, ...]
    differences: tuple[Difference, ...]
    loops: LoopChange
    transients: tuple[Transient, ...] = ()
    blocks: Mapping[int, tuple[int, ...] | None] = field(default_factory=dict)
    hidden: tuple[int, int] = (0, 0)
    audited: int = 0
    attributed: bool = True

    def of(self, *fates: Fate) -> list[Difference]:
        """The findings of some fates, as an audit folds them, most harmful first."""
        return [one for one in self.whole if one.fate in fates]

    def counts(self) -> dict[str, int]:
        """How many findings are cleared, doubted, kept, firmer and new; accepted ones are not counted."""
        return {fate.value: sum(one.fate == fate and not one.accepted for one in self.whole) for fate in Fate}

    def broken(self, severity: Severity) -> list[Difference]:
        """What is new at or above a severity and accepted by nobody."""
        place = SEVERITIES.index(severity)
        return [one for one in self.of(*BROKEN) if not one.accepted and SEVERITIES.index(one.finding.severity) <= place]

    def by_change(self) -> dict[tuple[int, ...], list[Difference]]:
        """The differences that a change makes, by the numbers of those that make them, single changes first."""
        found: dict[tuple[int, ...], list[Difference]] = {}
        for one in self.differences:
            if one.by is not None:
                found.setdefault(one.by.told_under, []).append(one)
        return {numbers: found[numbers] for numbers in sorted(found, key=lambda one: (len(one) > 1, one))}


@dataclass(frozen=True, slots=True)
class Reorganisation:
    """A structure and what each of one or several scenarios makes of it.

    ``certainty``: the least sure that counts. ``what_if``: the ids that are asked about as if they were gone; empty
    for scenarios.
    """

    before: Side
    outcomes: tuple[Outcome, ...]
    certainty: Degree
    document_titles: Mapping[str, Text] = field(default_factory=dict, repr=False)
    what_if: tuple[str, ...] = ()

    def broken(self, severity: Severity = "warning") -> list[Difference]:
        """What any of the scenarios makes new at or above a severity."""
        return [one for outcome in self.outcomes for one in outcome.broken(severity)]

    def to_dict(self, lang: str = "sv") -> dict[str, Any]:
        """The public JSON object (``views/schemas/reorganise.schema.json``)."""
        from remit.queries.reorganise.public import to_dict

        return to_dict(self, lang)

    def to_frame(self, lang: str = "sv") -> Any:
        """A pandas data frame with a row per scenario and finding (needs the extra ``notebook``)."""
        import pandas

        rows = [
            {
                "scenario": outcome.id,
                "fate": one.fate.value,
                "code": one.finding.code,
                "severity": one.finding.severity,
                "was": one.was.word,
                "now": one.now.word,
                "subject": one.finding.subject.id,
                "members": len(one.finding.subject.ids()),
                "message": one.finding.message.get(lang),
                "by_order": one.by.order if one.by else None,
                "by_leaving_out": ", ".join(map(str, one.by.numbers)) if one.by else "",
                "how": one.by.how.value if one.by else "",
                "gone": one.gone,
                "untold": one.untold,
                "accepted": one.accepted,
            }
            for outcome in self.outcomes
            for one in outcome.differences
        ]
        columns = ["scenario", "fate", "code", "severity", "was", "now", "subject", "members", "message"]
        columns += ["by_order", "by_leaving_out", "how", "gone", "untold", "accepted"]
        return pandas.DataFrame(rows, columns=columns)

    def __repr__(self) -> str:
        told = "; ".join(
            f"{one.id}: " + ", ".join(f"{n} {fate}" for fate, n in one.counts().items() if n) for one in self.outcomes
        )
        return f"<Reorganisation of {self.before.id}: {told}>"

    def _repr_html_(self) -> str:
        from html import escape

        head = "".join(f"<th>{label}</th>" for label in ("scenario", *(fate.value for fate in Fate)))
        rows = "".join(
            f"<tr><td>{escape(one.title.sv)}</td>" + "".join(f"<td>{n}</td>" for n in one.counts().values()) + "</tr>"
            for one in self.outcomes
        )
        return f"<table><caption>{escape(repr(self))}</caption><tr>{head}</tr>{rows}</table>"

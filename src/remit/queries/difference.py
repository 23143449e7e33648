"""Two models compared: what is the same, the changes that turn the one into the other, and what becomes of findings."""

from __future__ import annotations

import datetime
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from remit.graph.org import Org
from remit.model.changes import Scenario
from remit.model.difference import Way, way
from remit.model.difference.compare import Differences
from remit.model.difference.matching import Matching
from remit.model.whole import Model
from remit.queries.finding import Finding
from remit.queries.reorganise.compare import differences
from remit.queries.reorganise.found import Asked
from remit.queries.reorganise.records import Difference, Fate
from remit.queries.reorganise.same import Same


@dataclass(frozen=True, slots=True)
class ModelDifference:
    """What differs between two models.

    ``before``, ``after``: the two. ``middle``: the first under the names of the second (renames, mergers and splits
    made), so that the same thing has the same id. ``differences``: what then differs. ``findings``: what becomes of
    each finding, None where nobody asked.
    """

    before: Org
    middle: Org
    after: Org
    matching: Matching
    differences: Differences
    scenario: Scenario
    findings: tuple[Difference, ...] | None = None
    asked: Asked = field(default_factory=Asked)

    @property
    def equal(self) -> bool:
        """Whether the two are the same in all."""
        return not self.scenario.changes and not self.scenario.result

    def of(self, *fates: Fate) -> list[Finding]:
        """The findings that have become one of these."""
        return [one.finding for one in self.findings or () if one.fate in fates]

    def to_dict(self, lang: str = "sv") -> dict[str, Any]:
        """The public JSON object."""
        from remit.model.changes.writer import document

        found = self.differences
        told: dict[str, Any] = {
            "remit": 1,
            "models": [_head(org, lang) for org in (self.before, self.after)],
            "equal": self.equal,
            "merged": [{"these": list(one.these), "into": one.into} for one in self.matching.merges],
            "split": [{"this": one.this, "into": list(one.into)} for one in self.matching.splits],
            "renamed": [
                {"old": one.old, "new": one.new, "likeness": round(one.score.total, 3)} for one in self.matching.renames
            ],
            "new": list(found.new),
            "gone": list(found.gone),
            "changed": [{"id": name, "fields": list(fields)} for name, fields in found.changed.items()],
            "scenario": document(self.scenario),
        }
        if self.findings is not None:
            counts = Counter(one.fate for one in self.findings)
            told["findings"] = [
                {
                    "fate": one.fate.value,
                    "was": one.was.word if one.was else None,
                    "now": one.now.word if one.now else None,
                    "gone": one.gone,
                    "untold": one.untold,
                    "finding": one.finding.to_dict(lang),
                }
                for one in self.findings
            ]
            told["summary"] = {fate.value: counts[fate] for fate in Fate}
        return told

    def __repr__(self) -> str:
        counts = Counter(one.fate for one in self.findings or ())
        told = ", ".join(f"{n} {fate.value}" for fate, n in counts.items()) or "not compared"
        changes = len(self.scenario.changes)
        ids = f"{self.before.model.head.id} to {self.after.model.head.id}"
        return f"<Difference from {ids}: {changes} changes; findings: {told}>"


def model_difference(
    before: Model,
    after: Model,
    *,
    asked: Asked | None = None,
    on: tuple[datetime.date | None, datetime.date | None] = (None, None),
    findings: bool = True,
) -> ModelDifference:
    """Compare two models. ``asked``: how findings are judged; ``on``: the date to judge each at (its own where left
    out); ``findings``: whether they are compared.
    """
    found: Way = way(before, after)
    asked = asked or Asked()
    first, last = Org(before, on[0]), Org(after, on[1])
    same = Same(found.ids)
    told = differences(first, last, same, asked) if findings else None
    middle = Org(found.middle, on[0])
    return ModelDifference(first, middle, last, found.matching, found.differences, found.scenario, told, asked)


def _head(org: Org, lang: str) -> dict[str, str]:
    head = org.model.head
    return {
        "id": head.id,
        "title": head.title.get(lang),
        "as_of": head.as_of.isoformat(),
        "represents": head.represents,
        "on": org.on.isoformat(),
    }

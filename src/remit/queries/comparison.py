"""Several models' audits side by side: which findings they share, and which one has alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from remit.model.facts import Degree
from remit.queries.finding import Audit, Finding
from remit.queries.rule import SEVERITIES, Rule, Severity

DEGREES = (Degree.ESTABLISHED, Degree.REPORTED, Degree.OPEN)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Audits of several models with the same rules.

    Two models share a finding where the same rule finds the same (its code and message) in both: ids and names are
    each model's own, so subjects are matched only where a rule is about the same id in both (:meth:`same`).
    """

    audits: tuple[Audit, ...]

    def rules(self) -> list[Rule]:
        """The rules that found anything in any model, most harmful first, then by code."""
        found: dict[str, Finding] = {}
        for audit in self.audits:
            for finding in audit.findings:
                best = found.get(finding.code)
                if best is None or _place(finding.severity) < _place(best.severity):
                    found[finding.code] = finding
        ordered = sorted(found.values(), key=lambda f: (_place(f.severity), f.code))
        return [finding.rule for finding in ordered]

    def counts(self, code: str) -> list[dict[Degree, int]]:
        """For each model, how many findings of a rule there are at each certainty."""
        found = [Counter(f.certainty for f in audit.findings if f.code == code) for audit in self.audits]
        return [{degree: count[degree] for degree in DEGREES if count[degree]} for count in found]

    def shared(self) -> list[str]:
        """The codes that every model has findings of, in the order of :meth:`rules`."""
        return [rule.code for rule in self.rules() if all(self.counts(rule.code))]

    def only(self, place: int) -> list[str]:
        """The codes that one model alone has findings of."""
        return [
            rule.code
            for rule in self.rules()
            if [at for at, count in enumerate(self.counts(rule.code)) if count] == [place]
        ]

    def same(self) -> list[tuple[str, ...]]:
        """What makes a finding that finding (code, message, subject ids, pair, extent), for those that are in every
        model: only models that use the same ids have any.
        """
        sets = [{finding.identity for finding in audit.findings} for audit in self.audits]
        return sorted(set.intersection(*sets)) if sets else []

    def at_least(self, severity: Severity) -> list[Finding]:
        """The findings of all models at or above a severity."""
        return [finding for audit in self.audits for finding in audit.at_least(severity)]

    def to_dict(self, lang: str = "sv") -> dict[str, Any]:
        """The public JSON object: each audit whole, and what they share."""
        return {
            "remit": 1,
            "models": [audit.to_dict(lang) for audit in self.audits],
            "codes": [
                {
                    "code": rule.code,
                    "name": rule.name,
                    "counts": [{d.word: n for d, n in count.items()} for count in self.counts(rule.code)],
                }
                for rule in self.rules()
            ],
            "shared": self.shared(),
            "only": [self.only(place) for place in range(len(self.audits))],
            "same": [
                {"code": code, "key": key, "subject": subject.split(",")} for code, key, subject, *_ in self.same()
            ],
        }

    def to_frame(self) -> Any:
        """A pandas data frame: a row per rule, a column per model, the number of findings in the cells."""
        import pandas

        rules = self.rules()
        counts = {
            audit.model_id: [sum(self.counts(rule.code)[place].values()) for rule in rules]
            for place, audit in enumerate(self.audits)
        }
        return pandas.DataFrame(counts, index=[rule.code for rule in rules])

    def __repr__(self) -> str:
        names = ", ".join(f"{audit.model_id} {len(audit)}" for audit in self.audits)
        return f"<Comparison of {names} findings; {len(self.shared())} rules in all>"


def _place(severity: Severity) -> int:
    return SEVERITIES.index(severity)


def compare(audits: Sequence[Audit]) -> Comparison:
    """Audits side by side, in the order given; raises ValueError for fewer than two."""
    if len(audits) < 2:
        raise ValueError(f"{len(audits)} audits: a comparison needs at least two")
    return Comparison(tuple(audits))

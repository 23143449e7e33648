"""What an audit gives: findings as data, in a defined order, with everything that a report needs."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from remit.graph.logic import Evidence, Ground
from remit.model.facts import Degree, Extent, SourceRef
from remit.model.text import Text
from remit.queries.rule import SEVERITIES, Reach, Rule, Severity

if TYPE_CHECKING:
    from remit.queries.sensitivity.hinge import Sensitivity


class Subject(NamedTuple):
    """Whom a finding is about: an entity, or a set with an extent and its members."""

    id: str
    kind: str
    name: Text
    extent: Extent | None = None
    members: tuple[str, ...] = ()
    member_names: tuple[Text, ...] = ()
    """The names of a set's members, in the order of ``members``."""

    def ids(self) -> tuple[str, ...]:
        """The members of a set, else the entity itself."""
        return self.members or (self.id,)


@dataclass(frozen=True, slots=True)
class Finding:
    """One conclusion: how bad, how sure, how many, about whom, with evidence and sources."""

    rule: Rule
    severity: Severity
    certainty: Degree
    ground: Ground
    subject: Subject
    related: tuple[Subject, ...]
    message: Text
    key: str
    """Which of the rule's messages it is."""
    reach: tuple[Reach, ...]
    evidence: tuple[Evidence, ...]
    sources: tuple[SourceRef, ...]
    pair: tuple[str, ...] = ()
    waived: str = ""
    """The reason of the waiver that accepts it, empty where none does."""
    in_baseline: bool = False
    names: Mapping[str, Text] = field(default_factory=dict, compare=False, repr=False)
    """The names of what stands in the evidence."""

    @property
    def code(self) -> str:
        """The code of the rule."""
        return self.rule.code

    @property
    def fingerprint(self) -> str:
        """Stable under reordering, and under renaming of entities that it does not speak of."""
        import hashlib

        return hashlib.sha256("|".join(self.identity).encode()).hexdigest()[:16]

    @property
    def identity(self) -> tuple[str, ...]:
        """What makes it this finding and no other: rule, message, subject ids, pair and extent."""
        return (
            self.code,
            self.key,
            ",".join(sorted(self.subject.ids())),
            ",".join(sorted(self.pair)),
            self.subject.extent.value if self.subject.extent else "",
        )

    @property
    def sort_key(self) -> tuple[Any, ...]:
        """Most harmful first, then code, surest, subject."""
        return (
            SEVERITIES.index(self.severity),
            self.code,
            -self.certainty,
            self.subject.id,
            self.key,
            self.pair,
            self.subject.extent or "",
        )

    def to_dict(self, lang: str = "sv") -> dict[str, Any]:
        """The public form (design section 5)."""
        return {
            "code": self.code,
            "name": self.rule.name,
            "severity": self.severity,
            "certainty": self.certainty.word,
            "ground": self.ground.word,
            "reach": [{"n": r.n, "of": r.of, "what": r.what.get(lang)} for r in self.reach],
            "subject": _subject_dict(self.subject, lang),
            "related": [_subject_dict(subject, lang) for subject in self.related],
            "message": self.message.get(lang),
            "evidence": [{"from": e.from_, "relation": e.relation, "to": e.to} for e in self.evidence],
            "sources": [_source_dict(source) for source in self.sources],
            "fingerprint": self.fingerprint,
        } | ({"waived": self.waived} if self.waived else {})


def _subject_dict(subject: Subject, lang: str) -> dict[str, Any]:
    found: dict[str, Any] = {"id": subject.id, "kind": subject.kind, "name": subject.name.get(lang)}
    if subject.kind == "set" or subject.extent:
        found["extent"] = (subject.extent or Extent.ALL).value
        found["members"] = list(subject.members)
    return found


def _source_dict(source: SourceRef) -> dict[str, Any]:
    found: dict[str, Any] = {"document": source.document, "section": source.section}
    return found | ({"paragraph": source.paragraph} if source.paragraph else {})


class Notice(NamedTuple):
    """Something about the audit itself that the reader must know (an expired waiver, a stale baseline row)."""

    code: str
    text: Text


@dataclass(slots=True)
class Audit:
    """The result of an audit: findings in order, what was looked at, and notices."""

    model_id: str
    title: Text
    as_of: datetime.date
    on: datetime.date
    represents: str
    certainty: Degree
    findings: list[Finding]
    waived: list[Finding] = field(default_factory=list)
    looked_at: dict[str, int] = field(default_factory=dict)
    """For each rule that ran: how many things it looked at."""
    notices: list[Notice] = field(default_factory=list)
    document_titles: dict[str, Text] = field(default_factory=dict)
    hidden: int = 0
    """How many findings are less sure than asked for."""
    engine: str = "memory"
    sensitivity: Sensitivity | None = None
    """Which facts would turn each finding, where that was asked for."""

    def summary(self) -> dict[str, dict[str, int]]:
        """Counts by code, severity and certainty."""
        return {
            "code": dict(sorted(Counter(f.code for f in self.findings).items())),
            "severity": {s: sum(f.severity == s for f in self.findings) for s in SEVERITIES},
            "certainty": {
                d.word: sum(f.certainty == d for f in self.findings)
                for d in (Degree.ESTABLISHED, Degree.REPORTED, Degree.OPEN)
            },
        }

    def to_dict(self, lang: str = "sv") -> dict[str, Any]:
        """The public JSON object (design section 5)."""
        return {
            "remit": 1,
            "model": {
                "id": self.model_id,
                "title": self.title.get(lang),
                "as_of": self.as_of.isoformat(),
                "represents": self.represents,
            },
            "on": self.on.isoformat(),
            "engine": self.engine,
            "findings": [self._finding(finding, lang) for finding in self.findings],
            "waived": [finding.to_dict(lang) for finding in self.waived],
            "looked_at": self.looked_at,
            "notices": [{"code": n.code, "text": n.text.get(lang)} for n in self.notices],
            "summary": self.summary(),
        }

    def _finding(self, finding: Finding, lang: str) -> dict[str, Any]:
        told = finding.to_dict(lang)
        return told if self.sensitivity is None else told | {"sensitivity": self.sensitivity.to_dict(finding.identity)}

    def to_frame(self, lang: str = "sv") -> Any:
        """A pandas data frame with a row per finding (needs the extra ``notebook``)."""
        import pandas

        rows = [
            {
                "code": f.code,
                "name": f.rule.name,
                "severity": f.severity,
                "certainty": f.certainty.word,
                "ground": f.ground.word,
                "subject": f.subject.id,
                "kind": f.subject.kind,
                "extent": f.subject.extent.value if f.subject.extent else None,
                "members": len(f.subject.ids()),
                "related": ", ".join(s.id for s in f.related),
                "message": f.message.get(lang),
                "sources": "; ".join(str(s) for s in f.sources),
                "fingerprint": f.fingerprint,
            }
            | ({"hinges": len(self.sensitivity.of(f.identity))} if self.sensitivity else {})
            for f in self.findings
        ]
        columns = ["code", "name", "severity", "certainty", "ground", "subject", "kind", "extent", "members"]
        columns += ["related", "message", "sources", "fingerprint", *(["hinges"] if self.sensitivity else [])]
        return pandas.DataFrame(rows, columns=columns)

    def of(self, code: str) -> list[Finding]:
        """The findings of one rule."""
        return [finding for finding in self.findings if finding.code == code]

    def at_least(self, severity: Severity) -> list[Finding]:
        """The findings at or above a severity."""
        return [f for f in self.findings if SEVERITIES.index(f.severity) <= SEVERITIES.index(severity)]

    def __len__(self) -> int:
        return len(self.findings)

    def __repr__(self) -> str:
        by = self.summary()["severity"]
        counts = ", ".join(f"{n} {severity}" for severity, n in by.items())
        return f"<Audit of {self.model_id} ({self.certainty.word} and surer): {counts}>"

    def _repr_html_(self) -> str:
        from html import escape

        head = "".join(f"<th>{label}</th>" for label in ("code", "severity", "certainty", "message", "source"))
        rows = "".join(
            "<tr>"
            + "".join(
                f"<td>{escape(cell)}</td>"
                for cell in (
                    f.code,
                    f.severity,
                    f.certainty.word,
                    f.message.sv,
                    "; ".join(str(s) for s in f.sources),
                )
            )
            + "</tr>"
            for f in self.findings
        )
        return f"<table><caption>{escape(repr(self))}</caption><tr>{head}</tr>{rows}</table>"


def waive(finding: Finding, reason: str) -> Finding:
    """The same finding, accepted."""
    return replace(finding, waived=reason)

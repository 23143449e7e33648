"""Reads the known answers, which a person reasoned out from the documents, and compares an audit with them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from remit.graph.org import Org
from remit.model.facts import Degree
from remit.model.files import load, resolve
from remit.queries.engine import audit
from remit.queries.finding import Finding

FOLDER = Path(__file__).resolve().parents[1] / "known_answers"
WORDS = {degree.word: degree for degree in Degree}
PAIRS = ("STR201", "STR202", "STR203")
"""The rules whose finding is about two: an ``absent`` row with two ids means the pair."""


@dataclass(frozen=True)
class Known:
    """A finding that a correct audit gives."""

    code: str
    ids: tuple[str, ...]
    is_set: bool
    extent: str
    certainty: str
    heading: str
    paragraph: int
    field: str
    problem: int

    def __str__(self) -> str:
        extent = f" ({self.extent})" if self.extent else ""
        return f"{self.code} {'+'.join(self.ids)}{extent} {self.certainty} {self.field}"


@dataclass(frozen=True)
class Absent:
    """Something that must not be found at a certainty or surer."""

    code: str
    ids: tuple[str, ...]
    certainty: str


def _ids(subject: Any) -> tuple[tuple[str, ...], bool]:
    if isinstance(subject, str):
        return (subject,), False
    if "set" in subject:
        return (subject["set"],), True
    return tuple(subject["members"]), False


def load_known(name: str) -> tuple[list[Known], list[Absent]]:
    """The rows of one model."""
    data = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    documented = "document" in data  # a made-up model has no document to cite
    findings = []
    for row in data["findings"]:
        ids, is_set = _ids(row["subject"])
        extent = row.get("extent", "")
        known = Known(
            code=row["code"],
            ids=ids,
            is_set=is_set,
            extent="" if extent == "all" else extent,
            certainty=row["certainty"],
            heading=row["heading"] if documented else "",
            paragraph=row["paragraph"] if documented else 0,
            field=row.get("field", ""),
            problem=row.get("v", 0),
        )
        findings.append(known)
    absent = [Absent(row["code"], _ids(row["subject"])[0], row["certainty_at_least"]) for row in data["absent"]]
    return findings, absent


def covered_ids(finding: Finding) -> set[str]:
    """Everybody that a finding speaks of: subject, members, and the second of a pair."""
    return {finding.subject.id, *finding.subject.members, *finding.pair}


def subject_ids(finding: Finding) -> set[str]:
    """Whom a finding is about: of a set said of to an extent short of all only the set, not its members."""
    extent = finding.subject.extent
    if extent is not None and extent.value != "all":
        return {finding.subject.id}
    return {finding.subject.id, *finding.subject.members}


def meets(finding: Finding, known: Known, members: dict[str, tuple[str, ...]]) -> bool:
    """Whether a finding is (a part of) a known row: rule, certainty, extent, subject and field."""
    extent = finding.subject.extent.value if finding.subject.extent else ""
    if finding.code != known.code or finding.certainty.word != known.certainty:
        return False
    if ("" if extent == "all" else extent) != known.extent:
        return False
    if known.field and known.field not in finding.evidence[0].relation:
        return False
    wanted = set(known.ids)
    if known.is_set:
        wanted |= set(members.get(known.ids[0], ())) | containing(known.ids[0], members)
    return bool(covered_ids(finding) & wanted)


def containing(set_id: str, members: dict[str, tuple[str, ...]]) -> set[str]:
    """The sets that a set lies within."""
    own = set(members.get(set_id, ()))
    return {other for other, ids in members.items() if own and own <= set(ids)}


def is_complete(found: list[Finding], known: Known, members: dict[str, tuple[str, ...]]) -> bool:
    """Whether the findings that meet a row speak of all that the row speaks of."""
    spoken: set[str] = set()
    for finding in found:
        spoken |= covered_ids(finding)
    if known.is_set:
        return known.ids[0] in spoken or set(members.get(known.ids[0], ())) <= spoken
    return set(known.ids) <= spoken


@dataclass
class Case:
    """One shipped model, what an audit of it finds at any certainty, and what is known of it."""

    name: str
    findings: list[Finding]
    known: list[Known]
    absent: list[Absent]
    members: dict[str, tuple[str, ...]]
    made_up: bool

    def found(self, row: Known) -> list[Finding]:
        """The findings that are (a part of) a known row; none where they do not speak of all that it speaks of."""
        found = [finding for finding in self.findings if meets(finding, row, self.members)]
        return found if found and is_complete(found, row, self.members) else []

    def sure(self) -> list[Finding]:
        """The findings that are surer than open."""
        return [finding for finding in self.findings if finding.certainty > Degree.OPEN]

    def is_known(self, finding: Finding) -> bool:
        """Whether a known row speaks of a finding."""
        return any(meets(finding, row, self.members) for row in self.known)

    def denied(self, row: Absent) -> list[Finding]:
        """The findings that a row says must not be found."""
        return [finding for finding in self.findings if _is_denied(finding, row)]


def _is_denied(finding: Finding, row: Absent) -> bool:
    if finding.code != row.code or finding.certainty < WORDS[row.certainty]:
        return False
    if row.ids == ("any",):
        return True
    if row.code in PAIRS and len(row.ids) == 2:
        return set(row.ids) <= covered_ids(finding)
    return bool(set(row.ids) & subject_ids(finding))


def case_of(name: str) -> Case:
    """A shipped model audited at any certainty, beside its known answers."""
    org = Org(load(resolve(name)))
    known, absent = load_known(name)
    members = {set_id: org.model.members_of(set_id) for set_id in org.model.sets}
    return Case(name, audit(org, certainty=Degree.OPEN).findings, known, absent, members, org.model.head.made_up)


@dataclass
class Tally:
    """How one rule fares on all models: rows found of rows expected, and sure findings known of all sure ones."""

    expected: int = 0
    found: int = 0
    sure: int = 0
    known: int = 0
    denials: int = 0
    denied: int = 0
    """How many of the rows that deny something are contradicted."""

    @property
    def fails(self) -> bool:
        """Whether anything is missed, strange, or found though denied."""
        return self.found < self.expected or self.known < self.sure or self.denied > 0


def tallies(cases: Iterable[Case]) -> dict[str, Tally]:
    """The tally of each rule that a row or a sure finding speaks of, by code."""
    found: dict[str, Tally] = defaultdict(Tally)
    for case in cases:
        for row in case.known:
            found[row.code].expected += 1
            found[row.code].found += bool(case.found(row))
        for finding in case.sure():
            found[finding.code].sure += 1
            found[finding.code].known += case.is_known(finding)
        for absent in case.absent:
            found[absent.code].denials += 1
            found[absent.code].denied += bool(case.denied(absent))
    return dict(sorted(found.items()))

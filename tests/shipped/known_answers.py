"""Reads the known answers, which a person reasoned out from the documents, and compares an audit with them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from remit.queries.finding import Audit, Finding

FOLDER = Path(__file__).resolve().parents[1] / "known_answers"


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
            heading=row["heading"],
            paragraph=row["paragraph"],
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


def meets(finding: Finding, known: Known, audit: Audit, members: dict[str, tuple[str, ...]]) -> bool:
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

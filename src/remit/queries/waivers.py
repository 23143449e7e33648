"""Findings that somebody has accepted: waivers (one by one, with a reason) and a baseline (all of a day)."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from remit.model.text import Text
from remit.queries.catalogue import catalogue
from remit.queries.finding import Audit, Finding, Notice, waive


class Waiver(NamedTuple):
    """Somebody accepts what a rule finds of a subject, for a reason, until a day."""

    rule: str
    subject: str
    reason: str
    by: str
    until: datetime.date | None = None

    def meets(self, finding: Finding) -> bool:
        """Whether it speaks of this finding: the same rule, and the subject or one of a set's members."""
        return finding.code == self.rule and self.subject in (finding.subject.id, *finding.subject.members)


class BaselineRow(NamedTuple):
    """One frozen finding: rule, message, subject ids, pair, extent."""

    identity: tuple[str, ...]


class Accepted(NamedTuple):
    """What is accepted: waivers, and the rows of a baseline."""

    waivers: tuple[Waiver, ...] = ()
    baseline: tuple[BaselineRow, ...] = ()

    def called(self, new: Callable[[str], str], words: Callable[[str], str]) -> Accepted:
        """The same of a model in which things have other ids. ``words``: what becomes of what a person has written."""
        waivers = (w._replace(subject=new(w.subject), reason=words(w.reason), by=words(w.by)) for w in self.waivers)
        rows = []
        for rule, message, *ids, extent in (row.identity for row in self.baseline):
            kept = (",".join(sorted(new(one) for one in part.split(","))) for part in ids)
            rows.append(BaselineRow((rule, message, *kept, extent)))
        return Accepted(tuple(waivers), tuple(rows))


def baseline_of(findings: Sequence[Finding]) -> tuple[BaselineRow, ...]:
    """Freeze findings, in a defined order."""
    return tuple(sorted({BaselineRow(f.identity) for f in findings}, key=lambda row: row.identity))


def reason_of(
    finding: Finding, accepted: Accepted, on: datetime.date, frozen: Collection[BaselineRow] | None = None
) -> str:
    """Why a finding is accepted at a date: ``baseline``, or the reasons of the waivers; empty where it is not.

    ``frozen``: the rows of the baseline as a set, for whoever asks of many findings.
    """
    if BaselineRow(finding.identity) in (accepted.baseline if frozen is None else frozen):
        return "baseline"
    valid = [w for w in accepted.waivers if w.until is None or w.until >= on]
    speaking = [w for w in valid if w.meets(finding)]
    subjects = {w.subject for w in speaking}
    members = set(finding.subject.members)
    if finding.subject.id in subjects or (members and members <= subjects):
        return "; ".join(f"{w.reason} ({w.by})" for w in speaking)
    return ""


def apply_accepted(audit: Audit, every: Sequence[Finding], accepted: Accepted, on: datetime.date) -> Audit:
    """Take accepted findings out of an audit's findings and report expired, unused and stale acceptances.

    ``every`` are all findings of the run, also those less sure than asked for. A waiver for one member of a
    set does not clear the set; it is accepted only when the waivers speak of the set or of every member.
    """
    living = {f.identity for f in every}
    frozen = frozenset(accepted.baseline)
    told = [(one, reason_of(one, accepted, on, frozen)) for one in audit.findings]
    audit.waived.extend(waive(one, reason) for one, reason in told if reason)
    audit.findings = [one for one, reason in told if not reason]
    for waiver in accepted.waivers:
        what = f"{waiver.rule} {waiver.subject}"
        if waiver.until is not None and waiver.until < on:
            text = Text(
                f"undantaget för {what} gick ut {waiver.until}",
                f"the waiver for {what} expired on {waiver.until}",
            )
            audit.notices.append(Notice("waiver-expired", text))
        elif _ran(waiver.rule, audit) and not any(waiver.meets(f) for f in every):
            text = Text(
                f"undantaget för {what} används inte: ingen sådan iakttagelse finns",
                f"the waiver for {what} is unused: there is no such finding",
            )
            audit.notices.append(Notice("waiver-unused", text))
    for row in accepted.baseline:
        if row.identity not in living and _ran(row.identity[0], audit):
            what = " ".join(part for part in (row.identity[0], row.identity[2]) if part)
            text = Text(
                f"baslinjens rad {what} är inaktuell: iakttagelsen finns inte längre",
                f"the baseline row {what} is stale: the finding is gone",
            )
            audit.notices.append(Notice("baseline-stale", text))
    return audit


def _ran(code: str, audit: Audit) -> bool:
    """Whether a rule has run, or is not there at all: nothing is known of one that was not asked for."""
    return code in audit.looked_at or code not in catalogue()

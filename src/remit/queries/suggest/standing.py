"""Which findings stand: the rows of the rules before they are folded and worded, each with a mark that survives repair.

A finding of eleven municipalities is eleven rows, so that clearing ten of them is no new finding of one; and a seat
among the ids is told by its group, so that moving it to another is none either.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from remit.graph.org import Org
from remit.model.facts import Degree
from remit.queries.catalogue import catalogue
from remit.queries.engine import rows_of
from remit.queries.finding import Finding
from remit.queries.rule import Row
from remit.queries.sensitivity.search import is_row_of


class Mark(NamedTuple):
    """What makes a row that finding: the rule, whom it is about, with whom, and to what extent."""

    code: str
    subject: str
    pair: tuple[str, ...]
    extent: str

    @property
    def text(self) -> str:
        """In one word, for JSON."""
        return ":".join(filter(None, (self.code, self.subject, "+".join(self.pair), self.extent)))


def mark_of(org: Org, code: str, row: Row) -> Mark:
    """The mark of a row; its message is no part of it: a group that first lacks a remit and then its topics has one
    finding all along.
    """
    parents = org.model.parents
    pair = tuple(sorted({parents[one][0] if one in parents else one for one in row.pair}))
    subject = row.subject or "+".join(row.members)
    return Mark(code, subject, pair, row.extent.value if row.extent else "")


def standing(
    org: Org,
    codes: Collection[str],
    certainty: Degree,
    settings: Mapping[str, Mapping[str, int | float]] | None = None,
) -> dict[Mark, Row]:
    """The rows of some rules that are at least so sure, by their marks; of several with one mark the surest."""
    found: dict[Mark, Row] = {}
    for code, (rule, detect) in catalogue().items():
        if code not in codes:
            continue
        own = rule.defaults() | dict((settings or {}).get(code, {}))
        for row in rows_of(org, detect, own):
            mark = mark_of(org, code, row)
            if row.proof.degree >= certainty and (mark not in found or row.proof.degree > found[mark].proof.degree):
                found[mark] = row
    return found


def rows_in(finding: Finding, rows: Mapping[Mark, Row]) -> dict[Mark, Row]:
    """The rows that a finding is made of."""
    return {mark: row for mark, row in rows.items() if mark.code == finding.code and is_row_of(row, finding)}

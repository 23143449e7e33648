"""What the rules find in one structure, atom by atom: one rule, one subject, whatever else is folded with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from remit.graph.org import Org
from remit.model.facts import Degree, Extent
from remit.queries.catalogue import catalogue, matching
from remit.queries.engine import finding, fold, rows_of
from remit.queries.finding import Finding
from remit.queries.reorganise.same import Same
from remit.queries.rule import Row, Severity
from remit.queries.waivers import Accepted, reason_of


@dataclass(frozen=True, slots=True)
class Asked:
    """How the structures are judged, all alike.

    ``select``/``ignore``: codes or prefixes. ``certainty``: the least sure that counts as found. ``settings``:
    thresholds by code and name; ``severities``: by code; ``accepted``: waivers and baseline.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    certainty: Degree = Degree.REPORTED
    settings: Mapping[str, Mapping[str, int | float]] = field(default_factory=dict)
    severities: Mapping[str, Severity] = field(default_factory=dict)
    accepted: Accepted = field(default_factory=Accepted)

    def codes(self) -> tuple[str, ...]:
        """The rules that are asked for, in order."""
        chosen = matching(self.select) if self.select else set(catalogue())
        return tuple(code for code in catalogue() if code in chosen - matching(self.ignore))


class Atom(NamedTuple):
    """One subject of which one rule says something: a thing, or a set of which more than its members is said.

    ``extent`` is told where a source speaks of less than all of a set; which of its members are meant nobody knows,
    so the set is the subject.
    """

    code: str
    message: str
    subject: str
    pair: frozenset[str]
    extent: str

    @property
    def ids(self) -> frozenset[str]:
        """Whom it is about, the other one of a pair included."""
        return self.pair | {self.subject}


class Where(NamedTuple):
    """The surest row that holds an atom."""

    row: Row
    degree: Degree


def atoms_of(org: Org, code: str, row: Row) -> list[Atom]:
    """The atoms of a row: each member of a set of which it says something as a whole, else its subject."""
    short = row.extent not in (None, Extent.ALL)
    members = row.members or (org.resolver.members(row.subject) if row.subject in org.model.sets else ())
    subjects = (row.subject,) if short or not members else members
    extent = row.extent.value if row.extent is not None and short else ""
    return [Atom(code, row.message, one, frozenset(row.pair), extent) for one in subjects]


class Found:
    """What some rules find in a structure, certain or open alike.

    ``codes``: the rules that are tried (all that are asked for where left out).
    """

    def __init__(self, org: Org, asked: Asked, codes: Iterable[str] | None = None) -> None:
        self._model, self._on = org.model, org.on
        self._org: Org | None = org
        self.asked = asked
        self.codes = tuple(asked.codes() if codes is None else codes)
        self.atoms: dict[Atom, Where] = {}
        for code in self.codes:
            rule, detect = catalogue()[code]
            own = rule.defaults() | dict(asked.settings.get(code, {}))
            for row in rows_of(org, detect, own):
                for atom in atoms_of(org, code, row):
                    if atom not in self.atoms or row.proof.degree > self.atoms[atom].degree:
                        self.atoms[atom] = Where(row, row.proof.degree)
        self.degrees = {atom: where.degree for atom, where in self.atoms.items()}

    @property
    def org(self) -> Org:
        """The structure; made anew where it was let go."""
        if self._org is None:
            self._org = Org(self._model, self._on)
        return self._org

    def let_go(self, *, rows: bool = False) -> Found:
        """Keep what is found, without all that was worked out of the structure (tens of megabytes), and without the
        ``rows`` where only is asked what is there: such a one words no findings.
        """
        self._org = None
        if rows:
            self.atoms = {}
        return self

    @cached_property
    def looked(self) -> dict[str, int]:
        """How many things each rule looked at."""
        return {code: catalogue()[code][0].looks_at(self.org) for code in self.codes}

    @cached_property
    def shown(self) -> list[Atom]:
        """The atoms that are as sure as is asked for."""
        least = max(self.asked.certainty, Degree.OPEN)
        return [one for one, degree in self.degrees.items() if degree >= least]

    def of(self, code: str) -> list[Atom]:
        """The atoms of a rule that are as sure as is asked for."""
        return self._by_code.get(code, [])

    @cached_property
    def _by_code(self) -> dict[str, list[Atom]]:
        found: dict[str, list[Atom]] = defaultdict(list)
        for atom in self.shown:
            found[atom.code].append(atom)
        return found

    @cached_property
    def _near(self) -> dict[tuple[str, frozenset[str]], list[Atom]]:
        """Atoms by rule and by all that they are about."""
        found: dict[tuple[str, frozenset[str]], list[Atom]] = defaultdict(list)
        for atom in self.degrees:
            found[atom.code, atom.ids].append(atom)
        return found

    def degree(self, atom: Atom, same: Same) -> Degree:
        """How sure an atom of an earlier structure is in this one: :attr:`Degree.NO` where it is not there."""
        return max((self.degrees[one] for one in self.matches(atom, same)), default=Degree.NO)

    def matches(self, atom: Atom, same: Same) -> list[Atom]:
        """The atoms here that an atom of an earlier structure is: the same rule finds the same of what its subject has
        become. Which of a rule's messages it is, to what extent, and which of a pair is named first may change.
        """
        exact: list[Atom] = []
        near: list[Atom] = []
        for subject in same.after(atom.subject):
            for pair in same.readings(atom.pair):
                wanted = Atom(atom.code, atom.message, subject, pair, atom.extent)
                if wanted in self.degrees:
                    exact.append(wanted)
                else:
                    alike = self._near.get((atom.code, pair | {subject}), ())
                    # two that only change places are one finding; two that say other things of one subject are not
                    near.extend(one for one in alike if one.subject == subject or one.message == atom.message)
        return list(dict.fromkeys(exact or near))

    def findings(self, atoms: Iterable[Atom]) -> list[Finding]:
        """Atoms worded as findings, what is alike folded as an audit folds it, most harmful first."""
        by_row: dict[tuple[str, int], tuple[Row, set[str]]] = {}
        for atom in atoms:
            row = self.atoms[atom].row
            by_row.setdefault((atom.code, id(row)), (row, set()))[1].add(atom.subject)
        rows: dict[str, list[Row]] = defaultdict(list)
        for (code, _), (row, subjects) in by_row.items():
            rows[code].append(_narrowed(self.org, code, row, subjects))
        found = []
        for code, many in rows.items():
            rule = catalogue()[code][0]
            severity = self.asked.severities.get(code, rule.severity)
            ordered = sorted(many, key=lambda row: (row.subject, row.message, row.pair, row.extent or "", row.members))
            found += [
                finding(self.org, rule, severity, row, self.looked[code]) for row in fold(self.org, rule, ordered)
            ]
        return sorted(found, key=lambda one: one.sort_key)

    def accepted(self, one: Finding) -> str:
        """Why somebody has accepted a finding, empty where nobody has."""
        return reason_of(one, self.asked.accepted, self.org.on)


def _narrowed(org: Org, code: str, row: Row, subjects: set[str]) -> Row:
    """A row on a set, of some of its members only."""
    members = row.members or (org.resolver.members(row.subject) if row.subject in org.model.sets else ())
    left = tuple(one for one in members if one in subjects)
    if not left or len(left) == len(members):
        return row
    if len(left) == 1:
        return row._replace(subject=left[0], members=(), extent=None, reach=())
    return row._replace(subject=f"{code}:{'+'.join(left)}", members=left, reach=())

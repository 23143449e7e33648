"""Runs rules again with one uncertain fact otherwise, and tells which findings that turns.

Facts that are alike (one field of things of one kind, uncertain in one way) are made otherwise together first; only
where that turns something are they tried one by one, those nearest to the finding first, the others by halves.
A fact that turns a finding only together with another is not told of.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from remit.graph.org import Org
from remit.graph.resolve import shown
from remit.graph.things import field_text
from remit.model.facts import Degree
from remit.model.kinds import registry
from remit.model.text import Text
from remit.queries.catalogue import catalogue
from remit.queries.engine import best_of
from remit.queries.finding import Audit, Finding
from remit.queries.rule import Detect, Row, Settings
from remit.queries.sensitivity.doubts import Doubt, doubts
from remit.queries.sensitivity.hinge import GONE, Hinge, Sensitivity
from remit.queries.sensitivity.otherwise import Otherwise, settled, ways

CHANNEL = Text("vägen", "the way")
Key = tuple[object, ...]


def sensitivity(
    org: Org,
    audit: Audit,
    *,
    settings: Mapping[str, Mapping[str, int | float]] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Sensitivity:
    """Which uncertain facts would turn the findings of an audit, tried by running their rules again in memory.

    ``settings``: the thresholds of the audit. ``progress``: told (how many rules are done, of how many).
    """
    by_code: dict[str, list[Finding]] = defaultdict(list)
    for finding in audit.findings:
        by_code[finding.code].append(finding)
    found: dict[tuple[str, ...], tuple[Hinge, ...]] = {}
    for number, (code, findings) in enumerate(sorted(by_code.items())):
        if progress:
            progress(number, len(by_code))
        rule, detect = catalogue()[code]
        search = _Search(org, detect, rule.defaults() | dict((settings or {}).get(code, {})), findings)
        found |= search.run()
    if progress:
        progress(len(by_code), len(by_code))
    return Sensitivity(found)


class _Turn(NamedTuple):
    doubt: Doubt
    subject: str
    way: Otherwise
    then: Degree


class _Search:
    """The search for one rule."""

    def __init__(self, org: Org, detect: Detect, settings: Settings, findings: Sequence[Finding]) -> None:
        self.org, self.detect, self.settings, self.findings = org, detect, settings, findings
        rows, self.doubts = doubts(org, detect, settings)
        self.before = {key: row for key, row in _by_key(rows).items() if self._shown(row)}
        self.near = {key: self._around(row) for key, row in self.before.items()}
        self.turns: dict[Key, list[_Turn]] = defaultdict(list)

    def _shown(self, row: Row) -> bool:
        return any(is_row_of(row, finding) for finding in self.findings)

    def _around(self, row: Row) -> frozenset[str]:
        """The entities that a row speaks of, what they stand in, and their parts."""
        seen = {word for e in row.proof.evidence for end in (e.from_, e.to) for word in end.split(", ")}
        named = {row.subject, *row.members, *row.pair, *row.related, *seen}
        for one in list(named):
            if one in self.org.model.sets:
                named |= set(self.org.resolver.members(one))
        parents = self.org.model.parents
        named |= {parents[one][0] for one in named if one in parents}
        named |= {part for part, (whole, _) in parents.items() if whole in named}
        return frozenset(named)

    def run(self) -> dict[tuple[str, ...], tuple[Hinge, ...]]:
        """The hinges of each finding of the rule."""
        nearest = sorted({one for around in self.near.values() for one in around})
        for doubt in self.doubts:
            for way in ways(self.org.model, doubt, self.org.on, nearest):
                self._try(doubt, way, doubt.subjects, frozenset(self.before))
        return {finding.identity: self._hinges(finding) for finding in self.findings}

    def _try(self, doubt: Doubt, way: Otherwise, subjects: tuple[str, ...], watched: frozenset[Key]) -> None:
        """Settle the doubt for all of ``subjects``; where that turns a watched row, find whose fact it is."""
        turned = self._turned(doubt, subjects, way, watched)
        if not turned:
            return
        if len(subjects) <= 1:
            subject = subjects[0] if subjects else ""
            for key, then in turned.items():
                self.turns[key].append(_Turn(doubt, subject, way, then))
            return
        own = tuple(one for one in subjects if any(one in self.near[key] for key in turned))
        for one in own:
            mine = frozenset(key for key in turned if one in self.near[key])
            self._try(doubt, way, (one,), mine)
        others = tuple(one for one in subjects if one not in own)
        middle = len(others) // 2
        for half in (others[:middle], others[middle:]) if not own else (others,):
            if half:
                self._try(doubt, way, half, frozenset(turned))

    def _turned(
        self, doubt: Doubt, subjects: tuple[str, ...], way: Otherwise, watched: Iterable[Key]
    ) -> dict[Key, Degree]:
        """The watched rows that are surer, less sure or gone where the doubt is settled, and how sure they are then."""
        model = settled(self.org.model, doubt, subjects, way)
        otherwise = Org(model, self.org.on)
        if model.coverage is self.org.model.coverage and model.statements is self.org.model.statements:
            otherwise.resolver.know(self.org.resolver, subjects, doubt.path)
        after = _by_key(self.detect(otherwise, self.settings))
        found = {}
        for key in watched:
            row = after.get(key)
            degree = row.proof.degree if row else Degree.NO
            if degree != self.before[key].proof.degree:
                found[key] = degree
        return found

    def _hinges(self, finding: Finding) -> tuple[Hinge, ...]:
        # by fact and effect: whose facts they are, and by which values
        alike: dict[tuple[Doubt, str, Degree], tuple[set[str], dict[str, None]]] = {}
        around: frozenset[str] = frozenset()
        for key, row in self.before.items():
            if not is_row_of(row, finding):
                continue
            around |= self.near[key]
            for turn in self.turns.get(key, ()):
                mark = (turn.doubt._replace(subjects=()), turn.way.word, turn.then)
                subjects, values = alike.setdefault(mark, (set(), {}))
                subjects.add(turn.subject)
                if turn.way.simple:
                    values[shown(turn.way.value)] = None
        hinges = [self._hinge(*mark, subjects, tuple(values)) for mark, (subjects, values) in alike.items()]
        return tuple(sorted(hinges, key=lambda hinge: _order(hinge, finding, around)))

    def _hinge(self, doubt: Doubt, word: str, then: Degree, subjects: set[str], values: tuple[str, ...]) -> Hinge:
        about = tuple(sorted(subjects - {""}))
        if not doubt.path:
            field = registry()[doubt.kind].kind_meta.plural
        elif doubt.path == "channel":
            field = CHANNEL
        else:
            field = field_text(doubt.kind, doubt.path)
        names = tuple(self.org.name(one) for one in about)
        end = then.word if then else GONE
        return Hinge(about, names, doubt.kind, doubt.path, field, doubt.now, word, values, end)


def _by_key(rows: Iterable[Row]) -> dict[Key, Row]:
    """The surest row of each subject (with its pair, members and extent), whatever its message is."""
    found: dict[Key, Row] = {}
    for row in best_of(rows):
        key = (row.subject, row.pair, row.members, row.extent)
        if key not in found or row.proof.degree > found[key].proof.degree:
            found[key] = row
    return found


def is_row_of(row: Row, finding: Finding) -> bool:
    """Whether a row is the finding, or folded into it."""
    extent = row.extent or (finding.subject.extent if row.members or row.subject == finding.subject.id else None)
    folded = row.subject in finding.subject.ids() and set(row.pair) <= set(finding.pair)
    same = row.subject == finding.subject.id and row.pair == finding.pair
    return (same or folded) and row.proof.degree == finding.certainty and extent in (row.extent, finding.subject.extent)


def _order(hinge: Hinge, finding: Finding, around: frozenset[str]) -> tuple[Any, ...]:
    """What would clear the finding first, then what would make it surer; its own facts before others'."""
    ends = (GONE, "established", "reported", "open")
    own = not set(hinge.about) & set(finding.subject.ids())
    near = not set(hinge.about) & around
    return (own, near, ends.index(hinge.then), hinge.path, hinge.about, hinge.now, hinge.if_)

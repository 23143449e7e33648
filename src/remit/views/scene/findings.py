"""What the audit found, and what of the picture it lights up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from remit.model.facts import Degree
from remit.model.text import LANGUAGES, Text
from remit.queries.finding import Audit, Finding
from remit.queries.rule import SEVERITIES
from remit.views.scene import facts_texts as ft
from remit.views.scene import texts as t
from remit.views.scene.columns import Columns
from remit.views.scene.edges import Drawn
from remit.views.scene.sides import Sides
from remit.views.scene.wording import fill, pair

CHANGES = (None, "new", "kept", "cleared")
"""Of two organisations, first what is to be looked at in the one that is."""
MOST_FINDINGS = 600
"""So many findings a page can list."""
GENITIVE = "['’:]?s"
"""How a name ends where something is said to be somebody's, in either language."""
MOST_LABEL = 52
"""So many letters of a message are a label; a longer one is told by the title of its rule."""


@dataclass(slots=True)
class Shown:
    """A finding with its number and what it lights up."""

    number: int
    finding: Finding
    message: Text
    about: Text
    """The name of the subject; in it and in the message nobody is named who must not be."""
    change: str | None = None
    label: Text = field(default_factory=lambda: Text("", ""))
    """A few words for what it says."""
    mark: Text = field(default_factory=lambda: Text("", ""))
    """The same at its place on the picture, with whom it is between where they are few."""
    cards: list[str] = field(default_factory=list)
    edges: list[int] = field(default_factory=list)
    columns: list[int] = field(default_factory=list)

    def to_json(self, sides: Sides) -> dict[str, Any]:
        """The finding as the page reads it."""
        one = self.finding
        return {
            "number": self.number,
            "code": one.code,
            "title": pair(one.rule.title),
            "severity": one.severity,
            "certainty": one.certainty.word,
            "ground": one.ground.word,
            "message": pair(self.message),
            "reach": [{"n": r.n, "of": r.of, "what": pair(r.what)} for r in one.reach],
            "repair": pair(one.rule.repair),
            "extent": one.subject.extent.value if one.subject.extent else None,
            "about": pair(self.about),
            "subject": [i for i in one.subject.ids() if i not in sides.hidden],
            "related": [s.id for s in one.related if s.id not in sides.hidden],
            "cards": self.cards,
            "edges": self.edges,
            "columns": self.columns,
            "label": pair(self.label),
            "mark": pair(self.mark),
            "sources": [list(source) for source in one.sources],
            "change": self.change,
        }


class _Unnamed:
    """Takes the names of hidden entities out of a text."""

    def __init__(self, sides: Sides) -> None:
        names = {sides.name(one) for one in sides.hidden}
        self._names = sorted(names, key=lambda name: (-len(name.sv), name))

    def of(self, text: Text) -> Text:
        """The text with another word in the place of each such name, be it in the genitive."""
        told = []
        for lang in LANGUAGES:
            part = text.get(lang)
            for name in self._names:
                whole = rf"(?<!\w){re.escape(name.get(lang))}({GENITIVE})?(?!\w)"
                part = re.sub(whole, partial(_somebody, lang), part)
            told.append(part)
        return Text(*told)


def _somebody(lang: str, found: re.Match[str]) -> str:
    return (ft.SOMEBODYS if found[1] else t.SOMEBODY).get(lang)


def ordered(sides: Sides, audit: Audit | None, before: Audit | None, limits: list[Text]) -> list[Shown]:
    """The findings by severity, then certainty, as the audit gives them. Of two organisations first what is new, then
    what remains, last what was before and is gone.

    ``limits`` is told where there are too many to show.
    """
    found: list[tuple[Finding, str | None]] = []
    now = audit.findings if audit else []
    old = {one.identity for one in before.findings} if before else set()
    new = {one.identity for one in now}
    for one in now:
        change = None if before is None else "kept" if one.identity in old else "new"
        found.append((one, change))
    found += [(one, "cleared") for one in (before.findings if before else ()) if one.identity not in new]
    found.sort(key=lambda each: (CHANGES.index(each[1]), SEVERITIES.index(each[0].severity), -each[0].certainty))
    if len(found) > MOST_FINDINGS:
        limits.append(fill(t.LIMIT_FINDINGS, of=len(found), n=MOST_FINDINGS))
        found = found[:MOST_FINDINGS]
    nobody = _Unnamed(sides)
    return [
        Shown(number, one, nobody.of(one.message), nobody.of(one.subject.name), change)
        for number, (one, change) in enumerate(found, 1)
    ]


def label(shown: Shown) -> Text:
    """A few words for the picture: the message without its subject where that is short, else the title."""
    told = []
    for lang in LANGUAGES:
        head = heading(shown, lang)
        told.append(head if len(head) <= MOST_LABEL else shown.finding.rule.title.get(lang))
    return Text(*told)


def heading(shown: Shown, lang: str) -> str:
    """What the message says before it names whom it is about."""
    text = shown.message.get(lang)
    head, colon, _ = text.partition(f": {shown.about.get(lang)}")
    head = head if colon else text
    return head.rstrip(" .:;,")


def light(
    shown: Sequence[Shown],
    columns: Columns,
    new_column: Mapping[int, int],
    card_of: Mapping[str, str],
    extra: Mapping[tuple[int, str], str],
    edges: Sequence[Drawn],
) -> None:
    """Fill in what each finding lights up.

    ``new_column``: the place in the scene of each column. ``extra``: the cards of absences, by the number of the
    finding and whom it lacks.
    """
    by_end: dict[str, set[int]] = {}
    for place, edge in enumerate(edges):
        for pair_ in edge.members:
            for end in pair_:
                by_end.setdefault(end, set()).add(place)
    for one in shown:
        finding = one.finding
        ids = _ids(finding)
        cards: dict[str, None] = {}
        for identifier in ids:
            absence = extra.get((one.number, identifier))
            for card in (absence, card_of.get(identifier)):
                if card is not None:
                    cards[card] = None
        one.cards = list(cards)
        one.edges = sorted(_edges(finding, by_end, edges))
        places = {columns.place[i] for i in finding.subject.ids() if i in columns.place}
        if finding.subject.kind == "system":
            places.add(columns.shared)
        one.columns = sorted(new_column[place] for place in places if place in new_column)
        for place in one.edges:
            edges[place].findings.append(one.number)


def _ids(finding: Finding) -> list[str]:
    subject = finding.subject
    ids = [subject.id, *subject.ids(), *finding.pair]
    for other in finding.related:
        ids += [other.id, *other.ids()]
    return list(dict.fromkeys(ids))


def _edges(finding: Finding, by_end: Mapping[str, Iterable[int]], edges: Sequence[Drawn]) -> set[int]:
    found: set[int] = set()
    for evidence in finding.evidence:
        relation = evidence.relation.removeprefix("no ")
        ends = {evidence.from_, *evidence.to.split(", ")}
        for place in by_end.get(evidence.from_, ()):
            edge = edges[place]
            same = edge.relation == relation or relation in ("linked", "joined", "link")
            if same and any(start == evidence.from_ and end in ends for start, end in edge.members):
                found.add(place)
    return found


def sure(finding: Finding) -> bool:
    """Whether it is more than an open question."""
    return finding.certainty > Degree.OPEN

"""What is missing, drawn as a thing: a card where principals lack it, or where a topic does not come."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from remit.model.facts import State
from remit.model.text import LANGUAGES, Text
from remit.queries.finding import Finding
from remit.views import texts as words
from remit.views.scene import texts as t
from remit.views.scene.cards import Card
from remit.views.scene.findings import Shown, heading, sure
from remit.views.scene.places import Places
from remit.views.scene.wording import fill

Held = tuple[Card, set[str]]
"""The card of an absence, and whom it tells it of."""
MOST_WORDS = 70
MOST_IN_CELL = 4
"""So many absences a cell shows; the rest is in the list of findings alone."""


class Absences:
    """The cards of what is missing, and on which of them each finding is told of whom."""

    def __init__(self, places: Places, shown: Sequence[Shown], most: int, limits: list[Text]) -> None:
        self.places = places
        self.cards: list[Card] = []
        self.placed: dict[tuple[int, str], str] = {}
        self._same: dict[tuple[int, int, Text], list[Held]] = defaultdict(list)
        self._in_cell: Counter[tuple[int, int]] = Counter()
        self._left_out = 0
        self._most = most
        for one in shown:
            if sure(one.finding):
                self._principals(one)
                self._topic(one)
        if self._left_out:
            limits.append(fill(t.LIMIT_ABSENCES, n=self._left_out))

    def _principals(self, one: Shown) -> None:
        """In the column of those who lack it, in the row of what others have."""
        columns = self.places.columns
        lacking: dict[int, list[str]] = defaultdict(list)
        for principal in _lacking(one.finding):
            if principal in columns.place:
                lacking[columns.place[principal]].append(principal)
        text = Text(*(_short(heading(one, lang)) for lang in LANGUAGES))
        for column, ids in sorted(lacking.items()):
            self._put(one, text, _row(one, self.places), column, ids)

    def _topic(self, one: Shown) -> None:
        """In the row of the level that a topic does not reach."""
        level = _level_not_reached(one.finding)
        if one.finding.subject.kind == "topic" and level in self.places.rows.place:
            name = fill(t.DOES_NOT_REACH, name=one.about)
            row = self.places.rows.place[level]
            self._put(one, name, row, self.places.columns.shared, [one.finding.subject.id])

    def _put(self, one: Shown, text: Text, row: int, column: int, ids: Sequence[str]) -> None:
        """A card for it. Findings that tell the same of the same cell share one: of the same whom, as sure as the
        surest; of others, where they are as sure, and it then counts them all.
        """
        found = self._sharing(one, self._same[row, column, text], set(ids))
        if found is None:
            if self._in_cell[row, column] >= MOST_IN_CELL or len(self.cards) >= self._most:
                self._left_out += 1
                return
            self._in_cell[row, column] += 1
            identifier = f"~absence:{one.finding.fingerprint}:{column}"
            name = self._so_many(one, column, ids, text)
            found = Card(identifier, "absence", name, row, column, shape="absence", change=_change(one)), set(ids)
            found[0].certainty = one.finding.certainty
            self._same[row, column, text].append(found)
            self.cards.append(found[0])
        card, held = found
        if not held.issuperset(ids):
            held.update(ids)
            card.name = self._so_many(None, column, sorted(held), text)
        sides = self.places.sides
        card.certainty = max(card.certainty, one.finding.certainty)
        card.change = _change(one) if card.change == _change(one) else None
        card.principals = tuple(sorted(i for i in held if i in self.places.columns.place))
        card.topics = tuple(sorted(i for i in held if sides.kind(i) == "topic"))
        card.search = tuple(sides.name(i) for i in (*card.principals, *card.topics))
        self.placed |= {(one.number, i): card.id for i in ids}

    def _sharing(
        self, one: Shown, there: Sequence[tuple[Card, set[str]]], ids: set[str]
    ) -> tuple[Card, set[str]] | None:
        """The card that already tells the same, if there is one."""
        certainty = one.finding.certainty
        for card, held in there:
            gone = "removed" in (card.change, _change(one)) and card.change != _change(one)
            if held == ids or (ids < held and certainty <= card.certainty):
                return card, held
            if certainty == card.certainty and not gone:
                return card, held
        return None

    def _so_many(self, one: Shown | None, column: int, ids: Sequence[str], text: Text) -> Text:
        """What is missing, and for how many: of all that were looked at, where one finding tells of all of these,
        else of those in the column.
        """
        held = self.places.columns.all[column]
        if any(i not in held.principals for i in ids):
            return text
        reach = one.finding.reach if one is not None else ()
        if reach and reach[0].n == len(ids):
            return fill(t.FOR_SO_MANY, text=text, of=fill(words.OF, n=reach[0].n, of=reach[0].of, what=reach[0].what))
        if len(held.principals) == 1:
            return text
        what = t.MANY.get(held.family, t.PLAIN)
        return fill(t.FOR_SO_MANY, text=text, of=fill(words.OF, n=len(ids), of=len(held.principals), what=what))


def _change(one: Shown) -> str | None:
    """What became of what a finding says is missing."""
    return {"new": "added", "cleared": "removed"}.get(one.change or "")


def _lacking(finding: Finding) -> list[str]:
    """The subjects of which the evidence says that something is not there ("no agreement")."""
    ids = set(finding.subject.ids())
    return sorted({e.from_ for e in finding.evidence if e.relation.startswith("no ") and e.from_ in ids})


def _level_not_reached(finding: Finding) -> str:
    """The level to which the evidence says that there is no way."""
    for evidence in finding.evidence:
        target, colon, state = evidence.to.partition(": ")
        no_way = evidence.relation == "channel" and colon and state == State.NONE.value
        if evidence.from_ == finding.subject.id and (no_way or evidence.relation.startswith("no ")):
            return target
    return ""


def _row(one: Shown, places: Places) -> int:
    """The row of most of what the finding names beside: what others have."""
    others = [i for subject in one.finding.related for i in subject.ids()]
    rows = Counter(places.spots[i].row for i in others if i in places.spots)
    rows.pop(places.rows.untold, None)
    named = [places.rows.place[i] for i in others if i in places.rows.place]
    if not rows:
        return min(named, default=places.rows.untold)
    return min(rows, key=lambda row: (-rows[row], row))


def _short(text: str) -> str:
    """The first part of a sentence: to a bracket, a comma or a semicolon."""
    for mark in (" (", ";", ","):
        text = text.partition(mark)[0]
    return text if len(text) <= MOST_WORDS else text[:MOST_WORDS].rpartition(" ")[0] + " …"

"""Cards for what is no entity: sets that a statement speaks of, absences, and principals that an edge leads to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from remit.model.facts import Extent, State
from remit.model.text import LANGUAGES, Text
from remit.queries.finding import Finding
from remit.views.scene import texts as t
from remit.views.scene.cards import Card
from remit.views.scene.edges import Told
from remit.views.scene.findings import Shown, absent, count_words, heading, sure
from remit.views.scene.places import Places
from remit.views.scene.sides import Sides
from remit.views.scene.tags import extent_text
from remit.views.scene.wording import by_name, fill

MOST_WORDS = 70


def set_cards(sides: Sides, places: Places, tells: Iterable[Told], card_of: Mapping[str, str]) -> list[Card]:
    """A card for each set that a drawn relation starts from, in the row of its members."""
    extents: dict[str, set[str]] = defaultdict(set)
    for one in tells:
        if sides.kind(one.source) == "set" and not one.possibly and card_of.get(one.target):
            extents[one.source].add(one.extent or Extent.ALL.value)
    found = []
    for identifier in sorted(extents):
        members = [one for one in sides.members(identifier) if one in places.spots]
        spots = [places.spots[one] for one in members]
        if not spots:
            continue
        rows = Counter(spot.row for spot in spots)
        row = min(rows, key=lambda one: (-rows[one], one))
        same = {(spot.column, spot.span) for spot in spots}
        column, span = same.pop() if len(same) == 1 else (places.columns.shared, 1)
        name = extent_text(sides.name(identifier), [Extent(one) for one in sorted(extents[identifier])])
        names = {one: sides.name(one) for one in members}
        found.append(
            Card(
                identifier,
                "set",
                name,
                row,
                column,
                span,
                shape="set",
                folded=tuple(by_name(names)),
                search=tuple(names.values()),
                principals=tuple(sorted({p for spot in spots for p in spot.principals})),
            )
        )
    return found


def principal_cards(sides: Sides, places: Places, tells: Iterable[Told]) -> list[Card]:
    """A card for the principals of a column to or from which a relation leads."""
    met: dict[int, set[str]] = defaultdict(set)
    for one in tells:
        for end in (one.source, one.target):
            if end in places.columns.place and not one.possibly:
                met[places.columns.place[end]].add(end)
    found = []
    for place in sorted(met):
        column = places.columns.all[place]
        alone = len(column.principals) == 1
        identifier = column.principals[0] if alone else f"~principals:{place}"
        found.append(
            Card(
                identifier,
                "principal",
                column.name,
                places.rows.deciding,
                place,
                shape="principal",
                folded=() if alone else column.principals,
                principals=column.principals,
                search=tuple(sides.name(one) for one in column.principals),
            )
        )
    return found


def absence_cards(
    sides: Sides, places: Places, shown: Sequence[Shown]
) -> tuple[list[Card], dict[tuple[int, str], str]]:
    """A card where principals lack what a finding says that they lack, in the row of what others have; and one where
    a topic does not reach a level.
    """
    columns = places.columns
    found: list[Card] = []
    placed: dict[tuple[int, str], str] = {}
    for one in shown:
        finding = one.finding
        if not sure(finding):
            continue
        lacking: dict[int, list[str]] = defaultdict(list)
        for principal in absent(finding):
            if principal in columns.place:
                lacking[columns.place[principal]].append(principal)
        for column, ids in sorted(lacking.items()):
            text = Text(*(_short(heading(finding, finding.message, lang)) for lang in LANGUAGES))
            name = count_words(finding, columns, column, ids, text)
            card = _absence(one, name, _row(one, places), column)
            card.principals, card.search = tuple(ids), tuple(sides.name(i) for i in ids)
            found.append(card)
            placed |= {(one.number, principal): card.id for principal in ids}
        level = _level_not_reached(finding)
        if level in places.rows.place and finding.subject.kind == "topic":
            name = fill(t.DOES_NOT_REACH, name=finding.subject.name, to=sides.name(level))
            card = _absence(one, name, places.rows.place[level], columns.shared)
            card.topics = (finding.subject.id,)
            found.append(card)
            placed[one.number, finding.subject.id] = card.id
    return found, placed


def _absence(one: Shown, name: Text, row: int, column: int) -> Card:
    change = {"new": "added", "cleared": "removed"}.get(one.change or "")
    identifier = f"~absence:{one.finding.fingerprint}:{column}"
    return Card(
        identifier, "absence", name, row, column, shape="absence", certainty=one.finding.certainty, change=change
    )


def _level_not_reached(finding: Finding) -> str:
    """The level to which the evidence says that there is no way."""
    for evidence in finding.evidence:
        target, colon, state = evidence.to.partition(": ")
        if evidence.relation == "channel" and colon and state == State.NONE.value:
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

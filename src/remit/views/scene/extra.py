"""Cards for what is no entity: sets that a statement speaks of, and principals that a relation leads to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from remit.model.facts import Extent
from remit.views.scene.cards import Card
from remit.views.scene.edges import Told
from remit.views.scene.places import Places
from remit.views.scene.sides import Sides
from remit.views.scene.tags import extent_text
from remit.views.scene.wording import by_name


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

"""Cards for what is no entity: sets that a statement speaks of, and principals that a relation leads to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from remit.model.facts import Extent
from remit.model.text import Text
from remit.views import texts as words
from remit.views.scene import texts as t
from remit.views.scene.cards import Card
from remit.views.scene.edges import Told
from remit.views.scene.places import Places
from remit.views.scene.sides import Sides
from remit.views.scene.wording import by_name, fill, joined


def set_cards(
    sides: Sides, places: Places, tells: Iterable[Told], card_of: Mapping[str, str], sets: Collection[str]
) -> list[Card]:
    """A card for each of some sets that a drawn relation starts from, in the row of its members."""
    extents: dict[str, set[str]] = defaultdict(set)
    for one in tells:
        if one.source in sets and not one.possibly and card_of.get(one.target):
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
        name = _to_extents(sides.name(identifier), [one for one in Extent if one.value in extents[identifier]])
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


def _to_extents(name: Text, extents: Sequence[Extent]) -> Text:
    """A set with how much of it is meant, also where that is more of it for one relation than for another."""
    told = joined([words.EXTENT[one] for one in extents], t.OR)
    return name if list(extents) == [Extent.ALL] else fill(t.SET_TO_EXTENT, name=name, extent=told)


def principal_cards(sides: Sides, places: Places, tells: Iterable[Told]) -> list[Card]:
    """A card for the principals of a column to or from which a relation leads; one over a whole family where every
    such relation leads to all of it.
    """
    columns = places.columns
    met: dict[int, set[str]] = defaultdict(set)
    reached: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for one in tells:
        for end, other in ((one.source, one.target), (one.target, one.source)):
            if end in columns.place and not one.possibly:
                column = columns.place[end]
                met[column].add(end)
                reached[columns.all[column].family, other, one.relation].add(end)
    found = []
    for family, held in columns.families:
        everybody = {one for place in held for one in columns.all[place].principals}
        ways = [ends for (name, _, _), ends in reached.items() if name == family]
        if len(held) > 1 and ways and all(ends == everybody for ends in ways):
            name = fill(t.SO_MANY, n=len(everybody), what=t.MANY.get(family, t.PLAIN))
            found.append(_principals(sides, places, held[0], len(held), name, sorted(everybody)))
        else:
            found += [
                _principals(sides, places, place, 1, columns.all[place].name, columns.all[place].principals)
                for place in held
                if place in met
            ]
    return found


def _principals(sides: Sides, places: Places, place: int, span: int, name: Text, principals: Sequence[str]) -> Card:
    names = {one: sides.name(one) for one in principals}
    alone = len(names) == 1
    return Card(
        principals[0] if alone else f"~principals:{place}:{span}",
        "principal", name, places.rows.deciding, place, span,
        shape="principal",
        folded=() if alone else tuple(by_name(names)),
        principals=tuple(principals),
        search=tuple(names.values()),
    )  # fmt: skip

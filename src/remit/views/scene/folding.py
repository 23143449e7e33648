"""Which things stand on a card of their own, and which stand together in a stack."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from remit.model.text import Text
from remit.views.scene.columns import shape
from remit.views.scene.places import Places, Spot

DULL = ("function", "coordinator", "process_leader", "agreement", "unit")
"""The kinds that stand together in a stack per cell unless something is told of one that a reader must see."""
MOST_IN_CELL = 8
"""So many cards stand in one cell; what is least connected stands together in stacks."""


@dataclass(slots=True)
class Pile:
    """What stands on one card: one thing, or several (``alike``: of the same name and form)."""

    ids: tuple[str, ...]
    kind: str
    spot: Spot
    name: Text | None = None
    frame: str | None = None

    @property
    def id(self) -> str:
        """The id of the card: that of the one thing, or made of where the stack is."""
        if len(self.ids) == 1:
            return self.ids[0]
        return f"~{self.kind}:{self.spot.row}:{self.spot.column}:{self.spot.span}:{self.ids[0]}"


class Folding:
    """Puts the things of each cell on cards."""

    def __init__(self, places: Places, interest: Mapping[str, int], most_cards: int) -> None:
        self.places = places
        self.sides = places.sides
        self.interest = interest
        self.most_cards = most_cards
        self.stacked = 0

    def piles(self) -> list[Pile]:
        """The cards to draw, cell by cell."""
        cells: dict[tuple[int, int, int], list[str]] = defaultdict(list)
        for one, spot in sorted(self.places.spots.items()):
            cells[spot.row, spot.column, spot.span].append(one)
        found: list[Pile] = []
        for key in sorted(cells):
            found.extend(self._cell(cells[key]))
        if len(found) > self.most_cards:
            found = self._fewer(found)
        _frames(self, found)
        return found

    def _cell(self, ids: list[str]) -> list[Pile]:
        piles = self._alike(ids)
        piles = self._together(piles, self._is_dull)
        if len(piles) > MOST_IN_CELL:
            kept = sorted(piles, key=lambda pile: (-self._weight(pile), pile.ids))[: MOST_IN_CELL - 2]
            names = {pile.ids for pile in kept}
            piles = self._together(piles, lambda pile: pile.ids not in names)
        return piles

    def _weight(self, pile: Pile) -> int:
        frames = sum(self._holds(one) for one in pile.ids)
        group = 1 if pile.kind == "group" else 0
        return sum(self.interest.get(one, 0) for one in pile.ids) * 4 + frames * 8 + group * 2

    def _holds(self, agreement: str) -> bool:
        return agreement in self.resting

    @property
    def resting(self) -> Mapping[str, list[str]]:
        """For each agreement the groups that rest on it, in the same cell."""
        if not hasattr(self, "_resting"):
            found: dict[str, list[str]] = defaultdict(list)
            for group in self.sides.things("group"):
                fact = group.fact("agreement")
                spots = self.places.spots
                if fact.known and fact.value in spots and _same(spots[fact.value], spots[group.id]):
                    found[str(fact.value)].append(group.id)
            self._resting = dict(found)
        return self._resting

    def _alike(self, ids: list[str]) -> list[Pile]:
        """Things of the same form that are called the same but for whose they are stand together."""
        found: dict[tuple[object, ...], list[str]] = defaultdict(list)
        for one in ids:
            found[(*shape(self.sides, one), self.bare_name(one))].append(one)
        piles = []
        for key, many in found.items():
            name = key[-1] if len(many) > 1 else None
            kind = self.sides.kind(many[0])
            assert name is None or isinstance(name, Text)
            piles.append(Pile(tuple(many), kind, self.places.spots[many[0]], name))
        return piles

    def bare_name(self, identifier: str) -> Text:
        """The name of a thing without that of the principal of its column, where it belongs to one of them alone."""
        spot = self.places.spots[identifier]
        name = self.sides.name(identifier)
        column = self.places.columns.all[spot.column]
        own = [one for one in spot.principals if one in column.principals]
        if len(own) != 1 or len(column.principals) == 1:
            return name
        whose = self.sides.name(own[0])
        return Text(*(_without(name.get(lang), whose.get(lang)) for lang in ("sv", "en")))

    def _is_dull(self, pile: Pile) -> bool:
        if pile.kind not in DULL or any(self.interest.get(one, 0) for one in pile.ids):
            return False
        if pile.kind == "unit":
            return pile.spot.row == self.places.rows.untold
        return pile.kind != "agreement" or not any(self._holds(one) for one in pile.ids)

    def _together(self, piles: list[Pile], which: object) -> list[Pile]:
        assert callable(which)
        chosen: dict[str, list[Pile]] = defaultdict(list)
        for pile in piles:
            if which(pile):
                chosen[pile.kind].append(pile)
        found = [pile for pile in piles if len(chosen[pile.kind]) < 2 or not which(pile)]
        for kind, many in sorted(chosen.items()):
            if len(many) > 1:
                ids = tuple(sorted(one for pile in many for one in pile.ids))
                self.stacked += len(ids)
                found.append(Pile(ids, kind, many[0].spot))
        return found

    def _fewer(self, piles: list[Pile]) -> list[Pile]:
        """The most connected and most flagged keep their cards; the rest stand in a stack per cell and kind."""
        left = sorted(piles, key=lambda pile: (-self._weight(pile), pile.ids))
        cells = len({(pile.spot.row, pile.spot.column, pile.spot.span, pile.kind) for pile in piles})
        kept = {pile.ids for pile in left[: max(0, self.most_cards - cells)]}
        found: list[Pile] = []
        rest: dict[tuple[int, int, int], list[Pile]] = defaultdict(list)
        for pile in piles:
            rest[pile.spot.row, pile.spot.column, pile.spot.span].append(pile)
        for key in sorted(rest):
            found.extend(self._together(rest[key], lambda pile: pile.ids not in kept))
        return found


def _frames(folding: Folding, piles: list[Pile]) -> None:
    """Groups that rest on the agreement of a card in their cell stand inside it."""
    holder = {one: pile for pile in piles if pile.kind == "agreement" for one in pile.ids}
    rests = Counter({group: 1 for groups in folding.resting.values() for group in groups})
    on = {group: agreement for agreement, groups in folding.resting.items() for group in groups}
    for pile in piles:
        if pile.kind == "group" and all(rests[one] for one in pile.ids):
            frames = {holder[on[one]].id for one in pile.ids if on[one] in holder}
            if len(frames) == 1:
                pile.frame = frames.pop()


def _same(one: Spot, other: Spot) -> bool:
    return (one.row, one.column, one.span) == (other.row, other.column, other.span)


def _without(name: str, whose: str) -> str:
    if not whose or whose not in name:
        return name
    left = name.replace(whose, "").replace("()", "").strip(" ,–-:")
    return " ".join(left.split()) or name

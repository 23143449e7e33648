"""Which things stand on a card of their own, and which stand together in a stack."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from remit.model.text import Text
from remit.views.scene import texts as t
from remit.views.scene.columns import shape
from remit.views.scene.force import status_of
from remit.views.scene.places import Places, Spot
from remit.views.scene.wording import fill

DULL = ("function", "coordinator", "process_leader", "agreement", "unit")
"""The kinds that stand together in a stack per cell unless something is told of one that a reader must see."""
FEWEST_ALIKE = 3
"""So many things that differ in the end of their names stand together in a crowded cell."""
LINE = ("unit", "function")
MOST_OF_LINE = 4
"""So many units and functions of which nothing is told stand on cards of their own in a cell."""
CROWDED = 4
"""With more cards in a cell, its stacks of what is of least interest are one."""
MOST_IN_CELL = 10
KEPT_IN_CELL = 7
"""With more cards in a cell than the first, those of so many stay; what is least connected is stacked."""
WORTH = 3
"""A stack that hides names must spare the cell at least so many cards."""


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

    def piles(self, limits: list[Text]) -> list[Pile]:
        """The cards to draw, cell by cell; ``limits`` is told where there were too many to draw."""
        cells: dict[tuple[int, int, int], list[str]] = defaultdict(list)
        for one, spot in sorted(self.places.spots.items()):
            cells[spot.row, spot.column, spot.span].append(one)
        found: list[Pile] = []
        for key in sorted(cells):
            found.extend(self._cell(cells[key]))
        if len(found) > self.most_cards:
            found = self._fewer(found)
            together = [len(pile.ids) for pile in found if len(pile.ids) > 1]
            limits.append(fill(t.LIMIT_CARDS, n=sum(together), cards=len(together)))
        if len(found) > self.most_cards:
            found, left_out = self._fewest(found)
            if left_out:
                limits.append(fill(t.LIMIT_LEFT_OUT, n=left_out))
        _frames(self, found)
        return found

    def _cell(self, ids: list[str]) -> list[Pile]:
        piles = self._alike(ids, self.bare_name)
        spot = piles[0].spot
        several = spot.span == 1 and self.places.columns.all[spot.column].how != "alike"
        if several or len(piles) > MOST_IN_CELL:
            piles = self._alike_further(piles, 2 if several else FEWEST_ALIKE)
        if several:
            piles = self._of_form(piles)
        piles = self._together(piles, self._is_dull)
        lines = [pile for pile in piles if pile.kind in LINE and not self._interesting(pile)]
        if len(lines) > MOST_OF_LINE:
            piles = self._together(piles, lambda pile: pile in lines)
        if len(piles) > MOST_IN_CELL:
            kept = sorted(piles, key=lambda pile: (-self._weight(pile), pile.ids))[:KEPT_IN_CELL]
            names = {pile.ids for pile in kept}
            fewer = self._together(piles, lambda pile: pile.ids not in names)
            if len(piles) - len(fewer) >= WORTH:
                piles = fewer
        return self._mixed(piles) if len(piles) > CROWDED else piles

    def _mixed(self, piles: list[Pile]) -> list[Pile]:
        """In a cell with much in it, what is of least interest stands together whatever its kind."""
        found = [pile for pile in piles if not self._is_dull(pile)]
        dull: dict[str, list[Pile]] = defaultdict(list)
        for pile in piles:
            if self._is_dull(pile):
                dull[self.sides.change(pile.ids[0])].append(pile)
        for _, many in sorted(dull.items()):
            if sum(len(pile.ids) for pile in many) <= 2:
                found.extend(many)
                continue
            kind = max(many, key=lambda pile: (len(pile.ids), pile.kind)).kind
            ids = tuple(sorted(one for pile in many for one in pile.ids))
            found.append(Pile(ids, kind, self._spot(ids)))
        return found

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

    def _alike(self, ids: Iterable[str], named: Callable[[str], Text]) -> list[Pile]:
        """Things of the same form that are called the same (but for whose they are) stand together."""
        found: dict[tuple[object, ...], list[str]] = defaultdict(list)
        for one in ids:
            status = status_of(self.sides.org(one), self.sides.thing(one))  # what has ended is not like what lives
            found[(*shape(self.sides, one), status, self.sides.change(one), named(one))].append(one)
        piles = []
        for key, many in found.items():
            name = key[-1] if len(many) > 1 else None
            kind = self.sides.kind(many[0])
            assert name is None or isinstance(name, Text)
            piles.append(Pile(tuple(many), kind, self._spot(many), name))
        return piles

    def _spot(self, ids: Sequence[str]) -> Spot:
        """The place of a stack, with those beside whom all that stands in it is shared with."""
        spots = [self.places.spots[one] for one in ids]
        if len(spots) == 1:
            return spots[0]
        beside = spots[0].beside if len({spot.beside for spot in spots}) == 1 else ()
        principals = tuple(sorted({one for spot in spots for one in spot.principals}))
        return replace(spots[0], beside=beside, principals=principals)

    def _of_form(self, piles: list[Pile]) -> list[Pile]:
        """In a column of principals that each have their own, things of one form stand together."""
        single = [pile.ids[0] for pile in piles if len(pile.ids) == 1]
        made = self._alike(single, lambda _: Text("", ""))
        return [pile for pile in piles if len(pile.ids) > 1] + [
            replace(pile, name=None) if len(pile.ids) > 1 else pile for pile in made
        ]

    def _alike_further(self, piles: list[Pile], fewest: int) -> list[Pile]:
        """In a crowded cell, things of the same form that differ in the end of their names stand together too."""
        single = [pile.ids[0] for pile in piles if len(pile.ids) == 1]
        made = self._alike(single, lambda one: _beginning(self.sides.name(one)))
        found = [pile for pile in piles if len(pile.ids) > 1]
        for pile in made:
            if len(pile.ids) >= fewest:
                found.append(pile)
            else:
                found.extend(Pile((one,), pile.kind, pile.spot) for one in pile.ids)
        return found

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

    def _interesting(self, pile: Pile) -> bool:
        return any(self.interest.get(one, 0) for one in pile.ids)

    def _is_dull(self, pile: Pile) -> bool:
        if pile.kind not in DULL or self._interesting(pile):
            return False
        if pile.kind == "unit":
            return pile.spot.row == self.places.rows.untold
        return pile.kind != "agreement" or not any(self._holds(one) for one in pile.ids)

    def _together(self, piles: list[Pile], which: Callable[[Pile], bool]) -> list[Pile]:
        chosen: dict[tuple[str, str], list[Pile]] = defaultdict(list)
        found = []
        for pile in piles:
            if which(pile):
                chosen[pile.kind, self.sides.change(pile.ids[0])].append(pile)
            else:
                found.append(pile)
        for (kind, _), many in sorted(chosen.items()):
            if len(many) == 1:
                found.append(many[0])
            else:
                ids = tuple(sorted(one for pile in many for one in pile.ids))
                found.append(Pile(ids, kind, self._spot(ids)))
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

    def _fewest(self, piles: list[Pile]) -> tuple[list[Pile], int]:
        """One stack per cell, and where even the cells are too many only those with most in them; how many things
        then have no card.
        """
        cells: dict[tuple[int, int, int], list[Pile]] = defaultdict(list)
        for pile in piles:
            cells[pile.spot.row, pile.spot.column, pile.spot.span].append(pile)
        found = []
        for key in sorted(cells):
            many = cells[key]
            kind = max(many, key=lambda pile: (len(pile.ids), pile.kind)).kind
            ids = tuple(sorted(one for pile in many for one in pile.ids))
            found.append(many[0] if len(many) == 1 else Pile(ids, kind, self._spot(ids)))
        ordered = sorted(found, key=lambda pile: (-self._weight(pile), -len(pile.ids), pile.ids))
        names = {pile.ids for pile in ordered[: max(1, self.most_cards)]}
        left_out = sum(len(pile.ids) for pile in found if pile.ids not in names)
        return [pile for pile in found if pile.ids in names], left_out


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


def _beginning(name: Text) -> Text:
    """A name without what it ends in: what stands after the last comma, else the last of several words."""
    told = []
    for part in name:
        head, comma, _ = part.rpartition(", ")
        words = part.split()
        told.append(head if comma else " ".join(words[:-1]) if len(words) > 2 else part)
    return Text(*told)


def _without(name: str, whose: str) -> str:
    if not whose or whose not in name:
        return name
    left = name.replace(whose, "").replace("()", "").strip(" ,–-:")
    return " ".join(left.split()) or name

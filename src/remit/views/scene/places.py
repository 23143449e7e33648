"""Where each thing stands: the row of its level, the column of those whose it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from remit.graph.org import Thing
from remit.model.facts import Degree
from remit.views.scene.belonging import PLACED, levels_of, others_untold, perhaps_in, principals_in
from remit.views.scene.columns import Columns
from remit.views.scene.rows import Rows
from remit.views.scene.sides import Sides


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell, or several side by side, and the principals that are meant beside those of the column."""

    row: int
    column: int
    span: int = 1
    beside: tuple[str, ...] = ()
    principals: tuple[str, ...] = ()


DECIDING = ("assembly", "board")
"""The kinds of units that decide for a principal."""
SUPPORT = ("coordinator", "process_leader")
SERVING_ROLES = ("school",)
"""The roles of organisations that meet the citizen: they stand in the row nearest to them."""


class Places:
    """Finds the place of every thing in a table of rows and columns."""

    def __init__(self, sides: Sides, columns: Columns, rows: Rows) -> None:
        self.sides = sides
        self.columns = columns
        self.rows = rows
        self.spots: dict[str, Spot] = {}
        self._parts: dict[str, set[str]] = defaultdict(set)
        for kind in PLACED:
            for thing in sides.things(kind):
                self.spots[thing.id] = self._spot(thing)
        for one, spot in self.spots.items():
            for who in spot.principals:
                self._parts[who].add(one)
        for thing in sides.things("principal"):
            if thing.id not in columns.place:
                self.spots[thing.id] = Spot(self._row_of_other(thing), columns.others, principals=(thing.id,))

    def _spot(self, thing: Thing) -> Spot:
        org = self.sides.org(thing.id)
        principals = principals_in(org, thing)
        row = self.rows.of(levels_of(org, thing))
        if thing.kind == "provider":
            row = self.rows.nearest
        if row == self.rows.untold and _is_deciding(thing):
            row = self.rows.deciding
        default = self.columns.others if thing.kind in ("provider", "unit", "function") else self.columns.shared
        spot = self.across(principals, default, spanning=thing.kind not in SUPPORT)
        perhaps = perhaps_in(org, thing)
        others = others_untold(org, thing) or bool(perhaps - principals)
        if spot.column in self.columns.first and not spot.beside and others:
            spot = replace(spot, column=self.columns.shared, span=1)
        # a word beside a name would be taken for sure: whoever only may be with is told on a tag
        spot = replace(spot, beside=tuple(one for one in spot.beside if one not in perhaps))
        return replace(spot, row=row)

    def across(self, principals: Iterable[str], default: int, *, spanning: bool = True) -> Spot:
        """The columns for what belongs to some principals; the row is left to be filled in.

        What supports several principals stands on the shared ground; only what is theirs spans their columns.
        """
        ids = tuple(sorted(principals))
        columns = self.columns
        held = sorted({columns.place[one] for one in ids if one in columns.place})
        outside = tuple(one for one in ids if one not in columns.place)
        if not held:
            return Spot(0, columns.others if outside else default, 1, (), ids)
        first = [one for one in held if one in columns.first]
        rest = [one for one in held if one not in columns.first]
        if len(held) == 1:
            return Spot(0, held[0], 1, outside, ids)
        if (not rest or not first) and spanning:
            return self._spanning(held, outside, ids)
        if len(rest) == 1 and not columns.whole_family(rest[0]):
            beside = tuple(one for one in ids if columns.place.get(one) in first)
            return Spot(0, rest[0], 1, (*beside, *outside), ids)
        return Spot(0, columns.shared, 1, (), ids)

    def _spanning(self, held: list[int], outside: tuple[str, ...], ids: tuple[str, ...]) -> Spot:
        together = held[-1] - held[0] + 1 == len(held)
        one_family = len({self.columns.all[one].family for one in held}) == 1
        if together and one_family:
            return Spot(0, held[0], len(held), outside, ids)
        return Spot(0, self.columns.shared, 1, (), ids)

    def _row_of_other(self, thing: Thing) -> int:
        """The row of another organisation: where it meets the citizen, else where it has a part in anything."""
        if thing.fact("role").value in SERVING_ROLES:
            return self.rows.nearest
        found = {
            self.spots[one].row
            for one in self._parts[thing.id]
            if self.spots[one].row not in (self.rows.untold, self.rows.deciding)
        }
        return min(found, default=self.rows.untold)


def _is_deciding(thing: Thing) -> bool:
    if thing.kind == "unit":
        return thing.fact("kind").is_(lambda kind: kind in DECIDING).degree > Degree.OPEN
    return thing.kind == "joint_body"

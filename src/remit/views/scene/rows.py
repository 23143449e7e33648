"""The rows: the levels, farthest from the citizen first."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from remit.model.text import Text
from remit.views.scene import texts as t
from remit.views.scene.sides import Sides
from remit.views.scene.wording import joined


@dataclass(frozen=True, slots=True)
class Row:
    """A row: a level, or several that two readings of a source give the same place; no id: level not told."""

    id: str
    name: Text
    levels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows in order, and in which each level is."""

    all: tuple[Row, ...]
    place: dict[str, int]

    @property
    def deciding(self) -> int:
        """The row of bodies that decide for a principal or several, of which no source tells a level."""
        return 0

    @property
    def levels(self) -> range:
        """The rows of the levels."""
        return range(1, len(self.all) - 1)

    @property
    def untold(self) -> int:
        """The row of what no source tells the level of."""
        return len(self.all) - 1

    @property
    def nearest(self) -> int:
        """The row nearest the citizen."""
        return len(self.all) - 2 if len(self.all) > 2 else self.untold

    def of(self, levels: tuple[str, ...]) -> int:
        """The row for what stands at some levels: the one farthest from the citizen."""
        return min((self.place[one] for one in levels if one in self.place), default=self.untold)


def rows(sides: Sides) -> Rows:
    """The rows of a scene."""
    ranked: dict[tuple[int, bool], list[str]] = defaultdict(list)  # a level that is gone keeps a row of its own
    unranked: list[str] = []
    for thing in sides.things("level"):
        rank = thing.fact("rank")
        gone = sides.change(thing.id) == "removed"
        ranked[rank.value, gone].append(thing.id) if rank.known else unranked.append(thing.id)
    found = []
    for levels in [
        *(ranked[key] for key in sorted(ranked, key=lambda one: (-one[0], one[1]))),
        *([one] for one in unranked),
    ]:
        names = [Text(*(part.partition(" (")[0] for part in sides.name(one))) for one in levels]
        found.append(Row(levels[0], joined(names, t.OR), tuple(levels)))
    place = {level: n for n, row in enumerate(found, 1) for level in row.levels}
    return Rows((Row("~deciding", t.DECIDING), *found, Row("", t.NO_LEVEL)), place)

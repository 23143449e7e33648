"""The cells where nothing stands: known to be empty, or not told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from remit.graph.org import Thing
from remit.model.facts import Degree
from remit.views.scene.belonging import PLACED, belonging, levels_of, perhaps_in, possible_levels, whose_is_open
from remit.views.scene.cards import Card
from remit.views.scene.columns import Column, Columns
from remit.views.scene.force import is_gone
from remit.views.scene.rows import Rows
from remit.views.scene.sides import Sides

LISTED = {"shared": ("group", "agreement"), "principal": ("group", "agreement", "unit")}
"""What would have to be listed in full for a cell of such a column to be known to be empty."""
OF_ONE = ("unit", "function")
"""The kinds of which each is one principal's, though a source may speak of those of several at once."""


@dataclass(frozen=True, slots=True)
class _There:
    """A thing of the organisation, and where it may be."""

    levels: frozenset[str] | None
    """The levels (None: it may be at any)."""
    sure: bool
    """Whether it is there, and where, more surely than open."""
    principals: frozenset[str]
    perhaps: frozenset[str]
    anybody: bool
    """Whether others may belong to it."""
    of_one: bool


def gaps(
    sides: Sides,
    columns: Columns,
    rows: Rows,
    cards: Iterable[Card],
    new_row: Mapping[int, int],
    new_column: Mapping[int, int],
) -> list[dict[str, Any]]:
    """The empty cells of the levels, each with what is known of it.

    A cell is known to be empty only where all is listed and nothing that is told of can be there. Where a principal
    takes part in what stands in another column, nothing is said of its own cell.
    """
    held = {(card.row, place) for card in cards for place in range(card.column, card.column + card.span)}
    resolver = sides.after.resolver
    there = [_there(sides, thing) for kind in PLACED for thing in sides.after.things(kind)]
    found = []
    for row in rows.levels:
        levels = rows.all[row].levels
        for column in new_column:
            kinds = LISTED.get(columns.all[column].kind)
            if kinds is None or (row, column) in held:
                continue
            listed = (resolver.listed(kind, {"level": one}) for kind in kinds for one in levels)
            state = "unknown"
            if all(proof.degree > Degree.OPEN for proof in listed):
                here = [_in_cell(one, columns.all[column], levels) for one in there]
                if True in here:
                    continue
                state = "unknown" if None in here else "none"
            found.append({"row": new_row[row], "column": new_column[column], "state": state})
    return found


def _there(sides: Sides, thing: Thing) -> _There:
    org = sides.after
    force = org.in_force(thing)
    return _There(
        frozenset()
        if is_gone(org, thing)
        else possible_levels(org, thing),  # what has ended, or is not yet, is nowhere
        force.degree > Degree.OPEN and bool(levels_of(org, thing)),
        frozenset(one for one, degree in belonging(org, thing).items() if degree > Degree.OPEN),
        perhaps_in(org, thing),
        whose_is_open(org, thing),
        thing.kind in OF_ONE,
    )


def _in_cell(one: _There, column: Column, levels: Iterable[str]) -> bool | None:
    """Whether a thing is at a level, of the principals of a column or on the ground that several share; None where
    it may be.
    """
    here = one.levels is None or not one.levels.isdisjoint(levels)
    if not here:
        return False
    if column.kind == "shared":
        if one.of_one:
            return False
        sure, may = len(one.principals) > 1, len(one.principals | one.perhaps) > 1
    else:
        sure = not one.principals.isdisjoint(column.principals)
        may = not one.perhaps.isdisjoint(column.principals)
    if sure and one.sure and one.levels is not None:
        return True
    return None if sure or may or one.anybody else False

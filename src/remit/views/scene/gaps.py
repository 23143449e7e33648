"""The cells where nothing stands: known to be empty, or not told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from remit.model.facts import Degree
from remit.views.scene.cards import Card
from remit.views.scene.columns import Columns
from remit.views.scene.rows import Rows
from remit.views.scene.sides import Sides

LISTED = {"shared": ("group", "agreement"), "principal": ("group", "agreement", "unit")}
"""What would have to be listed in full for a cell of such a column to be known to be empty."""


def gaps(
    sides: Sides,
    columns: Columns,
    rows: Rows,
    cards: Iterable[Card],
    new_row: Mapping[int, int],
    new_column: Mapping[int, int],
) -> list[dict[str, Any]]:
    """The empty cells of the levels, each with what is known of it."""
    held = {(card.row, place) for card in cards for place in range(card.column, card.column + card.span)}
    resolver = sides.after.resolver
    found = []
    for row in rows.levels:
        for column in new_column:
            kinds = LISTED.get(columns.all[column].kind)
            if kinds is None or (row, column) in held:
                continue
            listed = (resolver.listed(kind, {"level": one}) for kind in kinds for one in rows.all[row].levels)
            known = all(proof.degree > Degree.OPEN for proof in listed)
            found.append({"row": new_row[row], "column": new_column[column], "state": "none" if known else "unknown"})
    return found

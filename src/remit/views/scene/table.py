"""The table that the cards stand in: rows, columns, families and gaps, without those that nothing stands in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from remit.model.facts import State
from remit.model.text import Text
from remit.views import texts as words
from remit.views.scene import texts as t
from remit.views.scene.cards import Card, Tag
from remit.views.scene.columns import Column, Columns, family_name
from remit.views.scene.gaps import gaps
from remit.views.scene.places import Places
from remit.views.scene.rows import Rows
from remit.views.scene.sides import Sides
from remit.views.scene.wording import fill, joined, pair


def table(sides: Sides, places: Places, cards: Sequence[Card]) -> dict[str, Any]:
    """Rows, families, columns, gaps and cards of the scene; the places of the cards are those of what is left."""
    columns, rows = places.columns, places.rows
    new_row, new_column = _left(columns, rows, cards)
    return {
        "rows": [{"id": rows.all[n].id, "name": pair(rows.all[n].name)} for n in new_row],
        "families": [
            {
                "name": pair(family_name(kind, _number(sides, columns, held))),
                "columns": [new_column[n] for n in held],
            }
            for kind, held in columns.families
        ],
        "columns": [_column(sides, places, columns.all[n]) for n in new_column],
        "gaps": gaps(sides, columns, rows, cards, new_row, new_column),
        "cards": [
            replace(
                card, row=new_row[card.row], column=new_column[card.column], over=_over(sides, columns, card)
            ).to_json()
            for card in cards
        ],
    }


def _over(sides: Sides, columns: Columns, card: Card) -> Text | None:
    """Whose a card over several columns is: all of a family by number, else the columns by name."""
    if card.span == 1:
        return None
    places = tuple(range(card.column, card.column + card.span))
    for family, held in columns.families:
        if places == held and _number(sides, columns, held) > 1:
            what = t.MANY.get(family, t.PLAIN)
            return fill(t.ALL_OF, n=_number(sides, columns, held), what=what)
    return joined([columns.all[place].name for place in places], t.AND)


def _number(sides: Sides, columns: Columns, held: Sequence[int]) -> int:
    """How many principals a family has, or had where all are gone."""
    principals = [one for place in held for one in columns.all[place].principals]
    return sum(sides.change(one) != "removed" for one in principals) or len(principals)


def lit_columns(places: Places, cards: Sequence[Card]) -> dict[int, int]:
    """The place in the scene of each column that is left."""
    return _left(places.columns, places.rows, cards)[1]


def _left(columns: Columns, rows: Rows, cards: Sequence[Card]) -> tuple[dict[int, int], dict[int, int]]:
    used = {place for card in cards for place in range(card.column, card.column + card.span)}
    kept = [n for n, column in enumerate(columns.all) if column.kind == "principal" or n in used]
    filled = {card.row for card in cards}
    levels = [n for n in range(len(rows.all)) if n in rows.levels or n in filled]
    return {old: n for n, old in enumerate(levels)}, {old: n for n, old in enumerate(kept)}


def _column(sides: Sides, places: Places, column: Column) -> dict[str, Any]:
    name, short = column.name, column.short
    if column.kind == "others":
        name = short = _others(places)
    found: dict[str, Any] = {
        "id": f"~{column.kind}" if column.kind != "principal" else f"~{column.principals[0]}",
        "name": pair(name),
        "short": pair(short),
        "kind": column.kind,
        "principals": list(column.principals),
        "tags": [tag.to_json() for tag in _tags(sides, column)],
    }
    if sides.before is not None and column.principals:
        fates = {sides.change(one) for one in column.principals}
        found["change"] = (fates.pop() if len(fates) == 1 else "changed") or None
    return found


def _others(places: Places) -> Text:
    """What the last column is called: other organisations, what nobody tells whose it is, or both."""
    here = [one for one, spot in places.spots.items() if spot.column == places.columns.others]
    untold = any(not places.spots[one].principals for one in here)
    told = any(places.spots[one].principals for one in here)
    return t.OTHERS_OR_UNTOLD if untold and told else t.UNTOLD if untold else t.OTHERS


def _tags(sides: Sides, column: Column) -> list[Tag]:
    """What is told alike of every principal of a column: that it takes less part, that its line is not clear."""
    told = [_principal_tags(sides, one) for one in column.principals]
    return told[0] if told and all(one == told[0] for one in told) else []


def _principal_tags(sides: Sides, identifier: str) -> list[Tag]:
    thing = sides.thing(identifier)
    part, line = thing.fact("participation"), thing.fact("line")
    found = [Tag(t.LESS, "value", part.degree)] if part.value == "less" else []
    if line.stated and line.state in (State.NONE, State.UNCLEAR):
        text = Text(*(f"{a}: {b}" for a, b in zip(t.LINE, words.VALUES[line.state.value], strict=True)))
        found.append(Tag(text, line.state.value, line.degree))
    return found

"""The rows and cells of the map's table: which card stands where, and how many tracks a column has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Card = Mapping[str, Any]

ONE_TRACK = 3
"""So many cards in one cell still stand under each other; with more the column has two tracks side by side."""
TWO_TRACKS = 12
MOST_TRACKS = {"shared": 3, "others": 2, "principal": 2}


@dataclass
class Place:
    """A card or a frame in a cell."""

    card: Card
    framed: list[Card] | None = None
    """The cards inside, where it is the frame of an agreement."""
    tracks: int = 1


@dataclass
class Cell:
    """A cell of the table."""

    columns: int
    """How many columns it spans."""
    tracks: int
    places: list[Place] = field(default_factory=list)
    gap: str | None = None
    column: int = 0
    under: bool = False
    """Whether the row below holds something that spans this cell's column as well."""


@dataclass
class Line:
    """A row of the table; a level has one for what belongs to one column, and more for what spans several."""

    cells: list[Cell]
    head: Mapping[str, Any] | None
    """The level, on its first line."""
    lines: int = 1


@dataclass
class Table:
    """The levels view as rows and cells."""

    lines: list[Line]
    tracks: list[int]
    """Tracks per column."""
    families: list[tuple[Mapping[str, Any] | None, int, int]]
    """Header groups in order: family, its first column, how many columns."""


def table(scene: Mapping[str, Any]) -> Table:
    """The table of a scene; every card stands in it once, in the scene's order within its cell."""
    columns: Sequence[Mapping[str, Any]] = scene["columns"]
    rows: Sequence[Mapping[str, Any]] = scene["rows"]
    by_row: dict[int, list[Card]] = defaultdict(list)
    for card in scene["cards"]:
        by_row[card["row"]].append(card)
    gaps = {(gap["row"], gap["column"]): gap["state"] for gap in scene.get("gaps", ())}
    tracks = _tracks(columns, scene["cards"])
    lines: list[Line] = []
    for index, row in enumerate(rows):
        made = [_narrow(index, by_row[index], columns, tracks, gaps), *_wide(by_row[index], columns, tracks)]
        # a level where everything spans needs no line of empty cells above
        if len(made) > 1 and not any(cell.places for cell in made[0]) and not any(cell.gap for cell in made[0]):
            made = made[1:]
        for place, cells in enumerate(made):
            lines.append(Line(cells, row if not place else None, len(made)))
    return Table(lines, tracks, _families(scene, len(columns)))


def _tracks(columns: Sequence[Mapping[str, Any]], cards: Iterable[Card]) -> list[int]:
    """A column with a crowded cell gets more tracks, so that the table does not grow beyond the screen."""
    crowd: dict[tuple[int, int], int] = defaultdict(int)
    for card in cards:
        if _span(card) == 1:
            crowd[card["row"], card["column"]] += 1
    tracks = []
    for index, column in enumerate(columns):
        most = max((n for (_, at), n in crowd.items() if at == index), default=1)
        wanted = 1 if most <= ONE_TRACK else 2 if most <= TWO_TRACKS else 3
        tracks.append(min(wanted, MOST_TRACKS.get(column.get("kind", ""), 2)))
    return tracks


def _span(card: Card) -> int:
    return int(card.get("span") or 1)


def _narrow(
    row: int,
    cards: Sequence[Card],
    columns: Sequence[Mapping[str, Any]],
    tracks: Sequence[int],
    gaps: Mapping[tuple[int, int], str],
) -> list[Cell]:
    cells = []
    for index in range(len(columns)):
        places = _places([card for card in cards if _span(card) == 1 and card["column"] == index], tracks[index])
        gap = None if places else gaps.get((row, index))
        cells.append(Cell(1, tracks[index], places, gap, index))
    return cells


def _wide(cards: Sequence[Card], columns: Sequence[Mapping[str, Any]], tracks: Sequence[int]) -> list[list[Cell]]:
    """The lines of what spans several columns: spans that do not meet share a line."""
    spans: dict[tuple[int, int], list[Card]] = defaultdict(list)
    for card in cards:
        if _span(card) > 1:
            spans[card["column"], min(_span(card), len(columns) - card["column"])].append(card)
    lines: list[list[tuple[int, int]]] = []
    for start, width in sorted(spans):
        for line in lines:
            if all(start >= at + wide or start + width <= at for at, wide in line):
                line.append((start, width))
                break
        else:
            lines.append([(start, width)])
    made = []
    for line in lines:
        cells: list[Cell] = []
        at = 0
        for start, width in sorted(line):
            cells.extend(Cell(1, tracks[index], column=index) for index in range(at, start))
            held = sum(tracks[start : start + width])
            cells.append(Cell(width, held, _places(spans[start, width], held), column=start))
            at = start + width
        cells.extend(Cell(1, tracks[index], column=index) for index in range(at, len(columns)))
        made.append(cells)
    return made


def _places(cards: Sequence[Card], tracks: int) -> list[Place]:
    """Cards in order; what stands in the frame of an agreement of this cell stands inside it."""
    here = {card["id"] for card in cards}
    framed: dict[str, list[Card]] = defaultdict(list)
    for card in cards:
        if card.get("frame") in here and card.get("frame") != card["id"]:
            framed[card["frame"]].append(card)
    inside = {card["id"] for group in framed.values() for card in group}
    places = []
    for card in cards:
        if card["id"] in inside:
            continue
        group = framed.get(card["id"])
        places.append(Place(card, group, min(tracks, len(group)) if group else 1))
    return places


def _families(scene: Mapping[str, Any], columns: int) -> list[tuple[Mapping[str, Any] | None, int, int]]:
    starts = {min(family["columns"]): family for family in scene.get("families", ()) if family["columns"]}
    found: list[tuple[Mapping[str, Any] | None, int, int]] = []
    at = 0
    while at < columns:
        family = starts.get(at)
        width = len(family["columns"]) if family else 1
        found.append((family, at, width))
        at += width
    return found

"""The rows and cells of the map's table: which card stands where, and how many tracks a column has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Card = Mapping[str, Any]

ONE_TRACK = 3
"""So many cards in one cell still stand under each other; with more the column has two tracks side by side."""
TWO_TRACKS = 12
MOST_TRACKS = {"shared": 3, "others": 2, "principal": 2}

LONG_NAME = 24
"""A card alone in its cell takes all of it, where its name is longer."""
WEIGHT = {"shared": 1.3}
"""A track of the shared ground is wider: its cards say most."""


@dataclass
class Place:
    """A card or a frame in a cell."""

    card: Card
    framed: list[Card] | None = None
    """The cards inside, where it is the frame of an agreement."""
    tracks: int = 1
    prefix: str = ""
    """What the names of the cards inside begin with, and the frame's own too: it need not be said again in each."""


@dataclass
class Cell:
    """A cell of the table."""

    columns: int
    """How many columns it spans."""
    tracks: int
    blocks: list[list[list[Place]]] = field(default_factory=list)
    """From above: what stands side by side, as lists from above; one alone takes the width of the cell."""
    gap: str | None = None
    column: int = 0


@dataclass
class Line:
    """A row of the table; a level has one for what belongs to one column, and more for what spans several."""

    cells: list[Cell]
    head: Mapping[str, Any] | None
    """The level, on its first line."""
    lines: int = 1
    row: int = 0
    """The place of the level in the scene."""


@dataclass
class Table:
    """The levels view as rows and cells."""

    lines: list[Line]
    tracks: list[int]
    """Tracks per column."""
    weights: list[float]
    """How wide each column is beside the others."""
    families: list[tuple[Mapping[str, Any] | None, int, int]]
    """Header groups in order: family, its first column, how many columns."""


def table(scene: Mapping[str, Any], marked: Container[str] = ()) -> Table:
    """The table of a scene; every card stands in it once.

    Within its cell political groups come first, then what is ``marked`` (card ids), groups before others; else the
    scene's order.
    """
    columns: Sequence[Mapping[str, Any]] = scene["columns"]
    rows: Sequence[Mapping[str, Any]] = scene["rows"]
    by_row: dict[int, list[Card]] = defaultdict(list)
    for card in sorted(scene["cards"], key=lambda card: _rank(card, marked)):
        by_row[card["row"]].append(card)
    gaps = {(gap["row"], gap["column"]): gap["state"] for gap in scene.get("gaps", ())}
    tracks = _tracks(columns, scene["cards"])
    ends = {edge[end] for edge in scene.get("edges", ()) for end in ("from", "to")}
    lines: list[Line] = []
    for index, row in enumerate(rows):
        made = [_narrow(index, by_row[index], columns, tracks, gaps, ends), *_wide(by_row[index], columns, tracks)]
        if len(made) > 1 and (joined := _joined(made[0], made[1])):
            made = [joined, *made[2:]]
        for place, cells in enumerate(made):
            lines.append(Line(cells, row if not place else None, len(made), index))
    weights = [n * WEIGHT.get(column.get("kind", ""), 1.0) for n, column in zip(tracks, columns, strict=True)]
    return Table(lines, tracks, weights, _families(scene, len(columns)))


def _rank(card: Card, marked: Container[str]) -> int:
    if card.get("shape") == "political":
        return 0
    if card["id"] in marked:
        return 1 if card.get("shape") in ("officials", "mixed", "group") else 2
    return 3


def _tracks(columns: Sequence[Mapping[str, Any]], cards: Iterable[Card]) -> list[int]:
    """A column with a crowded cell gets more tracks, so that the table does not grow beyond the screen."""
    cards = list(cards)
    framed = {card["id"] for card in cards if card.get("shape") == "agreement"}
    crowd: dict[tuple[int, int], int] = defaultdict(int)
    for card in cards:
        if _span(card) == 1 and card.get("frame") not in framed:
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
    ends: Container[str],
) -> list[Cell]:
    cells = []
    for index in range(len(columns)):
        places = _places([card for card in cards if _span(card) == 1 and card["column"] == index], tracks[index])
        if len(places) == 1 and _roomy(places[0], ends):
            places[0].tracks = tracks[index]
        gap = None if places else gaps.get((row, index))
        cells.append(Cell(1, tracks[index], _blocks(places, tracks[index]), gap, index))
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
            places = _places(spans[start, width], held)
            if len(places) == 1:
                places[0].tracks = held
            cells.append(Cell(width, held, _blocks(places, held), column=start))
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
        # a frame is as wide as its cell or as one track
        inner = tracks if group and len(group) >= tracks else 1
        places.append(Place(card, group, inner, _prefix(card, group) if group else ""))
    _widen(places, tracks)
    return places


def _joined(narrow: Sequence[Cell], wide: Sequence[Cell]) -> list[Cell] | None:
    """One line of both, where what spans several columns covers only cells that hold nothing; else None."""
    made: list[Cell] = []
    for cell in wide:
        covered = narrow[cell.column : cell.column + cell.columns]
        if cell.columns == 1:
            made.extend(covered)
        elif any(one.blocks or one.gap for one in covered):
            return None
        else:
            made.append(cell)
    return made


def _roomy(place: Place, ends: Container[str]) -> bool:
    """Whether a card alone in its cell takes all of it: a long name does, where no line needs a gutter beside it."""
    return not place.framed and place.card["id"] not in ends and len(_plain(place.card["name"])) > LONG_NAME


def _blocks(places: Sequence[Place], tracks: int) -> list[list[list[Place]]]:
    """Cards spread over the tracks, each to the one that is shortest so far; a wide one parts what is above and below.

    Heights are estimated from the names, which is enough to keep the tracks about even.
    """
    blocks: list[list[list[Place]]] = []
    heights: list[float] = []
    for place in places:
        if place.tracks >= tracks:
            blocks.append([[place]])
            heights = []
            continue
        if not heights:
            heights = [0.0] * tracks
            blocks.append([[] for _ in range(tracks)])
        at = heights.index(min(heights))
        blocks[-1][at].append(place)
        heights[at] += _height(place)
    return blocks


def _height(place: Place) -> float:
    lines = 1.5 + len(_plain(place.card["name"])) // 18 + len(place.card.get("tags") or ())
    return lines + sum(1.5 + len(_plain(card["name"])) // 18 for card in place.framed or ())


def _plain(name: Any) -> str:
    return name if isinstance(name, str) else name[0]


def _prefix(frame: Card, inside: Sequence[Card]) -> str:
    """``LÖK, `` where the agreement is called ``LÖK – …`` and all its groups ``LÖK, …``; else nothing."""
    names = [_plain(card["name"]) for card in inside]
    head, comma, _ = names[0].partition(", ")
    own = _plain(frame["name"])
    begins = head + comma
    alike = comma and own.startswith(head) and all(n.startswith(begins) and len(n) > len(begins) for n in names)
    return begins if alike else ""


def _widen(places: Sequence[Place], tracks: int) -> None:
    """Where political groups stand above others, the last of them takes what is left of its line, as a lintel."""
    political = [place for place in places if place.card.get("shape") == "political" and not place.framed]
    if not political or len(political) == len(places) or tracks == 1 or places[: len(political)] != political:
        return
    if len(political) % tracks == 1:
        political[-1].tracks = tracks


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

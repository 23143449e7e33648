"""Where the things of the network view stand: levels downwards, columns sideways, no two on the same place.

The same idea as in the levels view, so that who knows one finds the way in the other: the level gives the band, the
column the lane, and within a cell things stand in the order of the scene. An edge that would run under a thing in
between is bent past it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

WIDTH, HEIGHT = 184, 76
"""Of a thing on the canvas; the script draws it so, and breaks and cuts its name to fit."""
GAP_X, GAP_Y = 40, 56
LANE_GAP, BAND_GAP = 36, 80
EMPTY = 48
"""How high a row is in which nothing stands."""
SCREEN = 1.25
"""How much wider than high the whole shall be."""
STAGGER = 0.13
"""By how much of a place every other line is moved sideways, so that straight edges between lines pass beside."""
BENDS = (0.0, 0.12, -0.12, 0.24, -0.24, 0.4, -0.4, 0.6, -0.6, 0.85, -0.85)
"""How an edge may be bent: roundness, clockwise or (negative) the other way; the first that hides least is taken."""
APART = 22
"""So far apart run edges between the same two, in the middle."""
TESTED = 150_000
"""Edges times things up to which bends are tried; above, edges are straight and only parallel ones bent."""
SAMPLES = tuple(n / 18 for n in range(1, 18))
"""Where along an edge it is asked what it runs under."""
MARGIN = 6

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Layout:
    """Middle of each card by id, and the bands (rows) and lanes (columns) that they stand in, as (low, high)."""

    places: Mapping[str, Point]
    bands: Sequence[Point]
    lanes: Sequence[Point]


Cells = Mapping[tuple[int, int, int], Sequence[str]]
"""The cards by row, column and how many columns they stand over."""


def layout(cards: Sequence[Mapping[str, Any]], rows: int, columns: int) -> Layout:
    """Places for cards (``id``, ``row``, ``column``, ``span``) in so many rows and columns."""
    cells: dict[tuple[int, int, int], list[str]] = defaultdict(list)
    for card in cards:
        column = min(max(card["column"], 0), max(columns - 1, 0))
        span = min(max(card.get("span", 1), 1), columns - column)
        cells[min(max(card["row"], 0), max(rows - 1, 0)), column, span].append(card["id"])
    abreast = _abreast(cells, rows, columns)
    lanes = _lanes(abreast)
    places: dict[str, Point] = {}
    bands: list[Point] = []
    top = 0.0
    line = 0  # counted through all bands, so that the stagger alternates
    for row in range(rows):
        y = top + BAND_GAP / 2 + HEIGHT / 2
        for together in _lines(cells, row, abreast):
            for column, span, ids in together:
                middle = (lanes[column][0] + lanes[column + span - 1][1]) / 2
                shift = (STAGGER if line % 2 else -STAGGER) * WIDTH
                for n, one in enumerate(ids):
                    places[one] = (round(middle + (n - (len(ids) - 1) / 2) * (WIDTH + GAP_X) + shift, 1), y)
            y += HEIGHT + GAP_Y
            line += 1
        bottom = max(y - GAP_Y - HEIGHT / 2 + BAND_GAP / 2, top + EMPTY)
        bands.append((top, bottom))
        top = bottom
    return Layout(places, bands, lanes)


def _lines(cells: Cells, row: int, abreast: Sequence[int]) -> list[list[tuple[int, int, list[str]]]]:
    """The lines of a row from above, each of (column, span, cards): first what stands over several columns."""
    held = sorted((-span, column) for number, column, span in cells if number == row)
    lines: list[list[tuple[int, int, list[str]]]] = []
    free = [0] * len(abreast)  # the first line that a column has room in
    for minus, column in held:
        span = -minus
        many = cells[row, column, span]
        room = _room(abreast, column, span)
        first = max(free[column : column + span])
        for n in range(math.ceil(len(many) / room)):
            while len(lines) <= first + n:
                lines.append([])
            lines[first + n].append((column, span, list(many[n * room : (n + 1) * room])))
        for place in range(column, column + span):
            free[place] = first + math.ceil(len(many) / room)
    return lines


def _room(abreast: Sequence[int], column: int, span: int) -> int:
    """How many stand in a line over so many columns."""
    if span == 1:
        return abreast[column]
    wide = sum(map(_wide, abreast[column : column + span]))
    return max(1, int((wide - LANE_GAP - 2 * STAGGER * WIDTH + GAP_X) // (WIDTH + GAP_X)))


def _abreast(cells: Cells, rows: int, columns: int) -> list[int]:
    """How many stand beside one another in each column, so that the whole is about as wide as a screen."""
    abreast = [1] * columns
    tallest = [
        max((len(ids) for (_, c, span), ids in cells.items() if (c, span) == (n, 1)), default=0) for n in range(columns)
    ]

    def high(tried: Sequence[int]) -> float:
        lines = [max(len(_lines(cells, row, tried)), 1) for row in range(rows)]
        return sum(lines) * (HEIGHT + GAP_Y)

    while columns and high(abreast) * SCREEN > sum(map(_wide, abreast)):
        # the column whose fullest cell is the highest is made wider
        fullest = max(range(columns), key=lambda n: (math.ceil(tallest[n] / abreast[n]), -n))
        if math.ceil(tallest[fullest] / abreast[fullest]) <= 1:
            break
        abreast[fullest] += 1
    return abreast


def _wide(abreast: int) -> float:
    return abreast * WIDTH + (abreast - 1) * GAP_X + 2 * STAGGER * WIDTH + LANE_GAP


def _lanes(abreast: Sequence[int]) -> list[Point]:
    lanes = []
    left = 0.0
    for number in abreast:
        lanes.append((left, left + _wide(number)))
        left += _wide(number)
    return lanes


def bends(places: Mapping[str, Point], edges: Sequence[tuple[str, str]]) -> list[float]:
    """How each edge is bent (0: straight), so that it runs under as few others as can be and beside its parallels."""
    tried = len(places) * len(edges) <= TESTED
    boxes = sorted(places.values(), key=lambda place: (place[1], place[0])) if tried else []
    used: dict[tuple[str, str], list[Point]] = defaultdict(list)
    found: list[float] = []
    area = _area(places.values())
    for start, end in edges:
        here, there = places[start], places[end]
        beside = used[min(start, end), max(start, end)]
        choices = [bend for bend in BENDS if all(math.dist(_middle(here, there, bend), m) >= APART for m in beside)]
        bend = choices[0] if choices else BENDS[len(beside) % len(BENDS)]
        if boxes and start != end and len(choices) > 1:
            others = [place for place in boxes if place not in (here, there)]
            bend = _best(here, there, choices, others, area)
        beside.append(_middle(here, there, bend))
        found.append(bend)
    return found


def _best(
    start: Point, end: Point, choices: Sequence[float], others: Sequence[Point], area: tuple[Point, Point]
) -> float:
    """The first of the bends that hides least."""
    least = math.inf
    best = choices[0]
    for bend in choices:
        hidden = _hidden(start, end, bend, others, area)
        if hidden < least:
            least, best = hidden, bend
        if not least:
            break
    return best


def _middle(start: Point, end: Point, bend: float) -> Point:
    return _curve(start, end, bend, (0.5,))[0]


def _area(places: Collection[Point]) -> tuple[Point, Point]:
    """The low and high corner of what is drawn."""
    xs, ys = zip(*places, strict=True) if places else ((0.0,), (0.0,))
    return (min(xs) - WIDTH, min(ys) - HEIGHT), (max(xs) + WIDTH, max(ys) + HEIGHT)


def _hidden(start: Point, end: Point, bend: float, others: Sequence[Point], area: tuple[Point, Point]) -> float:
    """How many things an edge with this bend runs under; outside of what is drawn counts as half of one."""
    line = _curve(start, end, bend)
    low_x, high_x = min(x for x, _ in line), max(x for x, _ in line)
    low_y, high_y = min(y for _, y in line), max(y for _, y in line)
    half_x, half_y = WIDTH / 2 + MARGIN, HEIGHT / 2 + MARGIN
    (left, top), (right, bottom) = area
    outside = low_x < left or high_x > right or low_y < top or high_y > bottom
    return 0.5 * outside + sum(
        any(abs(px - x) < half_x and abs(py - y) < half_y for px, py in line)
        for x, y in others
        if low_x - half_x < x < high_x + half_x and low_y - half_y < y < high_y + half_y
    )


def _curve(start: Point, end: Point, bend: float, at: Sequence[float] = SAMPLES) -> list[Point]:
    """Points on the curve as vis-network draws it: a quadratic one, its control point from the roundness."""
    (x0, y0), (x1, y1) = start, end
    xv, yv = (x0 + x1) / 2, (y0 + y1) / 2
    if bend:  # the library turns by the signed roundness and goes as far as the unsigned one
        angle = math.atan2(y0 - y1, x1 - x0) + (0.5 * bend + 0.5) * math.pi
        reach = (0.5 * abs(bend) + 0.5) * math.dist(start, end)
        xv, yv = x0 + reach * math.sin(angle), y0 + reach * math.cos(angle)
    return [
        (
            (1 - s) ** 2 * x0 + 2 * s * (1 - s) * xv + s**2 * x1,
            (1 - s) ** 2 * y0 + 2 * s * (1 - s) * yv + s**2 * y1,
        )
        for s in at
    ]

"""Where the things of the network view stand: levels downwards, columns sideways, no two on the same place.

The same idea as in the levels view, so that who knows one finds the way in the other: the level gives the band, the
column the lane, and within a cell things stand in the order of the scene. An edge that would run under a thing in
between is bent past it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

WIDTH, HEIGHT = 172, 68
"""Of a thing on the canvas; the script draws it so, and breaks and cuts its name to fit."""
GAP_X, GAP_Y = 56, 64
LANE_GAP, BAND_GAP = 70, 72
STAGGER = 0.25
"""By how much of a place every other line is moved sideways, so that straight edges between lines pass beside."""
BENDS = (0.0, 0.12, -0.12, 0.24, -0.24, 0.4, -0.4, 0.6, -0.6, 0.85, -0.85)
"""How an edge may be bent: roundness, clockwise or (negative) the other way; the first that hides least is taken."""
APART = 22
"""So far apart run edges between the same two, in the middle."""
TESTED = 400_000
"""Edges times things up to which bends are tried; above, edges are straight and only parallel ones bent."""
SAMPLES = tuple(n / 24 for n in range(1, 24))
"""Where along an edge it is asked what it runs under."""
MARGIN = 6

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Layout:
    """Middle of each card by id, and the bands (rows) and lanes (columns) that they stand in, as (low, high)."""

    places: Mapping[str, Point]
    bands: Sequence[Point]
    lanes: Sequence[Point]


def layout(cards: Sequence[Mapping[str, Any]], rows: Sequence[str], columns: int) -> Layout:
    """Places for cards (``id``, ``row``, ``column``, ``span``); ``rows``: ids of the levels from above."""
    row_of = {name: number for number, name in enumerate(rows)}
    last = max(len(rows) - 1, 0)
    cells: dict[tuple[int, int], list[str]] = defaultdict(list)
    wide: dict[int, list[Mapping[str, Any]]] = defaultdict(list)
    for card in cards:
        row = row_of.get(card["row"], last)
        if card.get("span", 1) > 1:
            wide[row].append(card)
        else:
            cells[row, min(max(card["column"], 0), max(columns - 1, 0))].append(card["id"])
    abreast = [_abreast(max((len(cells[row, c]) for row in range(last + 1)), default=0)) for c in range(columns)]
    lanes = _lanes(abreast)
    places: dict[str, Point] = {}
    bands: list[Point] = []
    top = 0.0
    line = 0  # counted through all bands, so that the stagger alternates
    for row in range(last + 1):
        y = top + BAND_GAP / 2 + HEIGHT / 2
        for together in _packed(wide[row]):
            for card in together:
                low, high = lanes[card["column"]][0], lanes[min(card["column"] + card["span"], columns) - 1][1]
                places[card["id"]] = ((low + high) / 2, y)
            y += HEIGHT + GAP_Y
            line += 1
        filled = max((math.ceil(len(cells[row, c]) / abreast[c]) for c in range(columns)), default=0)
        for c in range(columns):
            for n, one in enumerate(cells[row, c]):
                down, across = divmod(n, abreast[c])
                in_line = min(abreast[c], len(cells[row, c]) - down * abreast[c])
                middle = sum(lanes[c]) / 2
                shift = (STAGGER if (line + down) % 2 else -STAGGER) * WIDTH
                x = middle + (across - (in_line - 1) / 2) * (WIDTH + GAP_X) + shift
                places[one] = (round(x, 1), y + down * (HEIGHT + GAP_Y))
        line += filled
        bottom = y + filled * (HEIGHT + GAP_Y) - GAP_Y - HEIGHT / 2 + BAND_GAP / 2
        bottom = max(bottom, top + BAND_GAP + HEIGHT)
        bands.append((top, bottom))
        top = bottom
    return Layout(places, bands, lanes)


def _abreast(most: int) -> int:
    """How many stand beside one another in a lane whose fullest cell has so many."""
    return max(1, min(12, round(math.sqrt(most))))


def _lanes(abreast: Sequence[int]) -> list[Point]:
    lanes = []
    left = 0.0
    for number in abreast:
        width = number * WIDTH + (number - 1) * GAP_X + 2 * STAGGER * WIDTH + LANE_GAP
        lanes.append((left, left + width))
        left += width
    return lanes


def _packed(cards: Iterable[Mapping[str, Any]]) -> list[list[Mapping[str, Any]]]:
    """Cards over several columns in lines, none over another."""
    lines: list[list[Mapping[str, Any]]] = []
    for card in cards:
        low, high = card["column"], card["column"] + card["span"]
        for line in lines:
            if all(high <= one["column"] or low >= one["column"] + one["span"] for one in line):
                line.append(card)
                break
        else:
            lines.append([card])
    return lines


def bends(places: Mapping[str, Point], edges: Sequence[tuple[str, str]]) -> list[float]:
    """How each edge is bent (0: straight), so that it runs under as few others as can be and beside its parallels."""
    tried = len(places) * len(edges) <= TESTED
    boxes = sorted(places.values(), key=lambda place: (place[1], place[0])) if tried else []
    used: dict[tuple[str, str], list[Point]] = defaultdict(list)
    found: list[float] = []
    for start, end in edges:
        here, there = places[start], places[end]
        beside = used[min(start, end), max(start, end)]
        choices = [bend for bend in BENDS if all(math.dist(_middle(here, there, bend), m) >= APART for m in beside)]
        bend = choices[0] if choices else BENDS[len(beside) % len(BENDS)]
        if boxes and start != end and len(choices) > 1:
            others = [place for place in boxes if place not in (here, there)]
            bend = min(choices, key=lambda one: (_hidden(here, there, one, others), BENDS.index(one)))
        beside.append(_middle(here, there, bend))
        found.append(bend)
    return found


def _middle(start: Point, end: Point, bend: float) -> Point:
    return _curve(start, end, bend, (0.5,))[0]


def _hidden(start: Point, end: Point, bend: float, others: Sequence[Point]) -> int:
    """How many things an edge with this bend runs under."""
    line = _curve(start, end, bend)
    low_x, high_x = min(x for x, _ in line), max(x for x, _ in line)
    low_y, high_y = min(y for _, y in line), max(y for _, y in line)
    half_x, half_y = WIDTH / 2 + MARGIN, HEIGHT / 2 + MARGIN
    return sum(
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

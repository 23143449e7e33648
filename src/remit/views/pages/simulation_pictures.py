"""The pictures of a simulation's page, as SVG made here: no library, no script, the same input the same bytes."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from markupsafe import Markup
from numpy.typing import NDArray

from remit.graph.calendar import YEAR
from remit.model.text import Text
from remit.views import simulation_texts as t
from remit.views import simulation_words as w

Floats = NDArray[np.float64]
BAND = 66.0
"""How wide the flow is where all matters come, of a hundred."""


def flow_row(reached: float, stopped: float, under_way: float, *, last: bool = False) -> Markup:
    """One step of the flow: a band as wide as the share that comes; what stops leaves to the right, and what is still
    under way below it. It is stretched to its row, so that the text beside it may take the room that it needs.
    """
    after = max(reached - stopped - under_way, 0.0)
    wide, narrow, middle = reached * BAND, after * BAND, (after + under_way) * BAND
    parts = [
        Markup('<path class="go" d="M0 0H{a:.2f}C{a:.2f} 40 {b:.2f} 50 {b:.2f} 100H0Z"/>').format(
            a=narrow if not last else wide, b=narrow if not last else wide
        )
    ]
    if stopped * 100 >= 0.2:
        parts.append(_branch("gone", middle, wide, 30.0, stopped))
    if under_way * 100 >= 0.2:
        parts.append(_branch("stay", narrow, middle, 74.0, under_way))
    shape = Markup("").join(parts)
    return Markup(
        '<svg class="band" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        "{}</svg>"
    ).format(shape)


def _branch(kind: str, left: float, right: float, end: float, share: float) -> Markup:
    """A branch from the top of the band to the right edge, as thick at its end as its share says."""
    half = max(share * 22.0, 0.8)
    return Markup(
        '<path class="{kind}" d="M{a:.2f} 0H{b:.2f}C{b:.2f} {low:.2f} {c:.2f} {low:.2f} 100 {low:.2f}'
        'V{high:.2f}C{d:.2f} {high:.2f} {a:.2f} {high:.2f} {a:.2f} 0Z"/>'
    ).format(kind=kind, a=left, b=right, c=(right + 100) / 2, d=(left + 100) / 2, low=end - half, high=end + half)


def curves(grid: Floats, told: Sequence[tuple[Text, Floats, Floats]], width: int, height: int) -> Markup:
    """The shares carried out by time, a line with its band for each structure, the scales on the left and below.

    ``told``: name, share and half the width of its interval, per structure. Lines differ by their dashes as well as by
    their colour, and each is named at its end.
    """
    left, right, top, bottom = 54.0, 14.0, 12.0, 42.0
    longest = float(grid[-1])

    def x(days: float) -> float:
        return left + days / longest * (width - left - right)

    def y(share: float) -> float:
        return height - bottom - share * (height - top - bottom)

    parts = [_scale(x, y, longest, width, height, left, right)]
    for number, (_, mean, half) in enumerate(told):
        low = np.clip(mean - np.where(np.isfinite(half), half, 0.0), 0, 1)
        high = np.clip(mean + np.where(np.isfinite(half), half, 0.0), 0, 1)
        around = [*zip(grid, high, strict=True), *reversed(list(zip(grid, low, strict=True)))]
        points = " ".join(f"{x(float(a)):.1f},{y(float(b)):.1f}" for a, b in around)
        parts.append(Markup('<polygon class="area s{}" points="{}"/>').format(number % 4, points))
    for number, (_, mean, _half) in enumerate(told):
        points = " ".join(f"{x(float(a)):.1f},{y(float(b)):.1f}" for a, b in zip(grid, mean, strict=True))
        parts.append(Markup('<polyline class="line s{}" points="{}"/>').format(number % 4, points))
    inside = Markup("").join(parts)
    return Markup(
        '<svg class="curves" viewBox="0 0 {w} {h}" role="img" aria-label="{sv}" data-label-sv="{sv}" '
        'data-label-en="{en}">{inside}</svg>'
    ).format(w=width, h=height, sv=t.CURVES_ALT.sv, en=t.CURVES_ALT.en, inside=inside)


def _scale(x, y, longest: float, width: int, height: int, left: float, right: float) -> Markup:  # type: ignore[no-untyped-def]
    """The lines and figures of both scales."""
    parts = []
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        line = Markup('<path class="grid" d="M{a} {y:.1f}H{b}"/>').format(a=left, b=width - right, y=y(share))
        parts += [line, _said("tick end", left - 6, y(share) + 4, w.figure(share, "share"))]
    years = longest / YEAR
    step = next(one for one in (0.25, 0.5, 1, 2, 5, 10, 25, 50, 100, 250, 500, 1000) if years / one <= 8)
    for number in range(int(years / step + 1e-9) + 1):
        at = number * step
        parts.append(
            _said("tick middle", x(at * YEAR), height - 24, w.number(at, 0 if step >= 1 else 2 if step < 0.5 else 1))
        )
    parts.append(_said("tick middle", (left + width - right) / 2, height - 6, t.YEARS_AXIS))
    return Markup("").join(parts)


def _said(kind: str, x: float, y: float, text: Text) -> Markup:
    """A text in the picture, in both languages, of which the style shows one."""
    made = Markup('<text class="{kind}" x="{x:.1f}" y="{y:.1f}"{lang}>{said}</text>')
    if text.sv == text.en:
        return made.format(kind=kind, x=x, y=y, lang="", said=text.sv)
    return Markup("").join(
        made.format(kind=kind, x=x, y=y, lang=Markup(' lang="{}"').format(lang), said=text.get(lang))
        for lang in ("sv", "en")
    )


def scale_of(values: Sequence[float]) -> tuple[float, float]:
    """A round span that holds the values and zero."""
    found = [one for one in (*values, 0.0) if math.isfinite(one)]
    low, high = min(found), max(found)
    if low == high:
        return 0.0, 1.0
    size = high - low
    unit = 10 ** math.floor(math.log10(size))
    step = next(one * unit for one in (0.1, 0.2, 0.5, 1.0) if size / (one * unit) <= 12)
    return math.floor(low / step) * step, math.ceil(high / step) * step


def bar(low: float, base: float, high: float, scale: tuple[float, float]) -> Markup:
    """A bar from the value at the one end to that at the other, with lines at zero and where all is as assumed."""

    def x(value: float) -> float:
        return (value - scale[0]) / (scale[1] - scale[0]) * 100

    a, b = sorted((x(low), x(high)))
    return Markup(
        '<svg class="bar" viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        '<rect class="rail" x="0" y="9.5" width="100" height="1"/>'
        '<rect class="swing" x="{a:.2f}" y="4" width="{w:.2f}" height="12"/>'
        '<path class="zero" d="M{z:.2f} 0V20"/><path class="base" d="M{m:.2f} 0V20"/></svg>'
    ).format(a=a, w=max(b - a, 0.4), z=x(0.0), m=x(base))


__all__ = ["bar", "curves", "flow_row", "scale_of"]

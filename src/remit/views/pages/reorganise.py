"""The report of a reorganisation as a page: the answer in figures and sentences, change by change, then tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from remit.model.text import Text
from remit.queries.reorganise.records import BROKEN, Fate, Outcome, Reorganisation
from remit.views import reorganise_texts as r
from remit.views import reorganise_words as w
from remit.views import texts as t
from remit.views.pages.page import asset
from remit.views.pages.page import render as render_page
from remit.views.pages.shown import Shown
from remit.views.reorganise_parts import ChangeTold, Chapter, Table
from remit.views.reorganise_report import report
from remit.views.reorganise_words import interval, joined, said

if TYPE_CHECKING:
    from remit.simulation.reorganised import Flow

SIGNS: dict[Fate, str] = {
    Fate.CLEARED: "✓",
    Fate.DOUBTED: "?",
    Fate.KEPT: "=",
    Fate.FIRMER: "!",
    Fate.NEW: "+",
}
"""Each fate has a sign of its own beside its word and colour."""
IDLE_FROM = 4
"""How many changes that do nothing to the findings are told apart from the others, folded."""
FOLDED_FROM = 12
"""How many findings or rows of words a list that is told elsewhere too may have before it is folded."""


@dataclass(frozen=True, slots=True)
class _Figure:
    value: Text
    label: Text
    kind: str = ""
    bar: tuple[str, str] | None = None
    """Where a bar begins and how long it is, in per cent."""


@dataclass(frozen=True, slots=True)
class _Tile:
    label: Text
    figures: tuple[_Figure, ...]


@dataclass(frozen=True, slots=True)
class _Shown:
    table: Table
    folded: bool
    captioned: bool


@dataclass(frozen=True, slots=True)
class _Chapter:
    """A chapter as the page lays it out."""

    told: Chapter
    folded: bool
    summary: Text
    tables: tuple[_Shown, ...]
    told_changes: tuple[ChangeTold, ...]
    idle: tuple[ChangeTold, ...]
    """Changes that do nothing to the findings, folded together where they are several."""
    idle_summary: Text

    def __getattr__(self, name: str) -> object:
        return getattr(self.told, name)


def render(found: Reorganisation, lang: str = "sv", flow: Flow | None = None) -> str:
    """The page, with what the ``flow`` says where there is one. The same reorganisation gives the same bytes."""
    told = report(found, flow)
    several = len(told.parts) > 1
    parts = [
        {
            "told": part,
            "prefix": f"s{number}-" if several else "",
            "suffix": Text(f": {part.title.sv}", f": {part.title.en}") if several else Text("", ""),
            "level": 3 if several else 2,
            "tiles": [*_tiles(found, outcome), *(_flow_tile(flow, number - 1) if flow else ())],
            "chapters": [_chapter(chapter) for chapter in part.chapters],
        }
        for number, (part, outcome) in enumerate(zip(told.parts, found.outcomes, strict=True), 1)
    ]
    return render_page(
        "reorganise.html",
        lang,
        styles=[asset("page.css"), asset("reorganise.css")],
        scripts=[asset("base.js"), asset("reorganise.js")],
        report=told,
        parts=parts,
        signs=SIGNS,
        r=r,
        t=t,
    )


def shown(found: Reorganisation, lang: str = "sv", flow: Flow | None = None) -> Shown:
    """The page as a thing to save, or to show in a notebook."""
    return Shown(render(found, lang, flow), report(found).title, lang)


def _chapter(chapter: Chapter) -> _Chapter:
    folded = chapter.id == "cleared" and len(chapter.items) > FOLDED_FROM
    tables = tuple(
        _Shown(one, one.more or (not one.numbers and len(one.rows) > FOLDED_FROM // 2), one.caption != chapter.heading)
        for one in chapter.tables
    )
    n = len(chapter.items)
    summary = Text(f"{chapter.heading.sv} ({n})", f"{chapter.heading.en} ({n})")
    idle = tuple(change for change in chapter.changes if not change.items)
    if len(idle) < IDLE_FROM:
        idle = ()
    told = tuple(change for change in chapter.changes if change not in idle)
    return _Chapter(chapter, folded, summary, tables, told, idle, said(r.IDLE_N, n=len(idle)))


def _cleared(one: Outcome) -> Text:
    """What the number of those cleared is of: how many of them nothing has been done about."""
    cleared = [d for d in one.of(Fate.CLEARED) if not d.accepted]
    gone, untold = sum(d.gone for d in cleared), sum(d.untold for d in cleared)
    first = [r.TILE_CLEARED, *([said(r.TILE_GONE, n=gone)] if gone else [])]
    if not untold:
        return joined(first, ", ")
    if not gone:
        return joined([*first, said(r.TILE_UNTOLD, n=untold)], ", ")
    return joined([joined(first, ", "), said(r.TILE_UNTOLD_TOO, n=untold)])


def _tiles(found: Reorganisation, one: Outcome) -> list[_Tile]:
    n = one.counts()
    new = sum(n[fate.value] for fate in BROKEN)
    findings = (
        _Figure(_number(n["cleared"]), _cleared(one), "cleared"),
        _Figure(_number(n["kept"]), r.TILE_KEPT),
        _Figure(_number(new), r.TILE_NEW, "new" if new else ""),
        *((_Figure(_number(n["doubted"]), r.TILE_DOUBTED),) if n["doubted"] else ()),
    )
    tiles = [_Tile(r.TILE_FINDINGS, findings)]
    loops = one.loops
    if loops.before is not None and loops.after is not None:
        ends = ((loops.before.closure, r.TILE_BEFORE), (loops.after.closure, r.TILE_AFTER))
        tiles.append(_Tile(r.TILE_LOOPS, tuple(_Figure(_per_cent(x), label, bar=_bar(x)) for x, label in ends)))
    old, later = found.before, one.after
    if old.counted or later.counted:
        hours = tuple(interval(*side.hours, 0) if side.counted else r.NOT_COUNTED for side in (old, later))
        tiles.append(_Tile(r.TILE_HOURS, (_Figure(hours[0], r.TILE_BEFORE), _Figure(hours[1], r.TILE_AFTER))))
    else:
        groups = (_number(old.count.groups), _number(later.count.groups))
        tiles.append(_Tile(r.TILE_GROUPS, (_Figure(groups[0], r.TILE_BEFORE), _Figure(groups[1], r.TILE_AFTER))))
    return tiles


def _flow_tile(flow: Flow, number: int) -> list[_Tile]:
    from remit.views import flow_texts as f
    from remit.views.flow_chapter import arrive
    from remit.views.simulation_words import of_hundred

    told = zip(arrive(flow, number), (r.TILE_BEFORE, r.TILE_AFTER), strict=True)
    figures = (_Figure(of_hundred(share), label, bar=_bar((round(share, 4),) * 2)) for share, label in told)
    return [_Tile(f.TILE, tuple(figures))]


def _bar(share: tuple[float, float]) -> tuple[str, str]:
    low, high = share
    return f"{low * 100:g}", f"{(high - low) * 100:g}"


def _number(n: int) -> Text:
    return Text(str(n), str(n))


def _per_cent(share: tuple[float, float]) -> Text:
    told = w.shares(share)
    return Text(f"{told.sv} %", f"{told.en} %")


__all__ = ["render", "shown"]

"""A simulation as a page: the answer, where matters stop, how long it takes, what the conclusion hangs on."""

from __future__ import annotations

from typing import Any

import numpy as np

from remit.graph.calendar import YEAR
from remit.graph.loop.records import STEP_NAMES
from remit.model.text import Text, sort_key
from remit.simulation.outcome.compare import Comparison
from remit.simulation.outcome.intervals import Estimate
from remit.simulation.outcome.measures import HEADLINES, MEASURES
from remit.simulation.outcome.run import Simulation
from remit.simulation.outcome.told import principals, queues
from remit.simulation.outcome.tornado import Tornado
from remit.simulation.plan import STEPS
from remit.views import simulation_texts as t
from remit.views import simulation_words as w
from remit.views.pages import simulation_pictures as pictures
from remit.views.pages.page import asset
from remit.views.pages.page import render as render_page
from remit.views.texts import capital

QUEUES_SHOWN = 8
SWINGS_SHOWN = 15
PICTURE_STYLE = "flow_pictures.css"
WIDE, NARROW = (940, 380), (350, 300)
"""The curves in two sizes, so that their figures can be read on a telephone too."""


def render(of: Comparison, lang: str = "sv") -> str:
    """The page. The same result gives the same bytes."""
    names = w.names(of)
    return render_page(
        "simulation.html",
        lang,
        styles=[asset(name) for name in ("page.css", PICTURE_STYLE, "simulation.css")],
        scripts=[asset(name) for name in ("base.js", "simulation.js")],
        t=t,
        language=t.PAGE_LANGUAGE,
        title=w.title(of),
        head=w.head(of),
        notes=w.notes(of),
        answer=w.answer(of),
        rests=w.rests(of),
        headlines=[_measure(of, name) for name in HEADLINES],
        interval=w.interval(of),
        measures=[_measure(of, name) for name in MEASURES if name not in HEADLINES],
        **flow_pictures(of),
        after=_after(of),
        times=_times(of),
        parts=[
            (label, head, rows)
            for kind, label, head in (
                ("start", t.PARTS_START, t.START),
                ("topic", t.PARTS_TOPIC, t.TOPIC),
                ("principal", t.PARTS_PRINCIPAL, t.PRINCIPAL),
            )
            if len(rows := _parts(of, kind)) > (kind != "start")
        ],
        queues=[_queues(one) for one in of.simulations],
        hours=[_hours(one) for one in of.simulations],
        tornado=_tornado(of.tornado, names) if of.tornado is not None else None,
        shown=SWINGS_SHOWN,
        queues_shown=QUEUES_SHOWN,
        assumed=_numbers(of, "assumption"),
        sourced=_numbers(of, "source"),
        foot=w.filled(t.FOOT, seed=of.first.setting.seed),
    )


def flow_pictures(of: Comparison) -> dict[str, Any]:
    """What ``flow_pictures.html`` shows: ``names`` of the structures, ``follow`` (what is followed for how long),
    ``flows`` (where matters stop, one for each), ``wide`` and ``narrow`` (how many arrive by when).
    """
    names = w.names(of)
    lines = [(name, *one.curve()) for name, one in zip(names, of.simulations, strict=True)]
    return {
        "names": names,
        "follow": w.filled(t.FLOW_MEANS, follow=w.years(of.first.setting.window.follow)),
        "flows": [_flow(one, name) for one, name in zip(of.simulations, names, strict=True)],
        "wide": pictures.curves(of.first.grid, lines, *WIDE),
        "narrow": pictures.curves(of.first.grid, lines, *NARROW),
    }


def _big(text: Text) -> Text:
    return Text(capital(text.sv), capital(text.en))


def _measure(of: Comparison, name: str) -> dict[str, Any]:
    unit = MEASURES[name].unit
    cells = [(w.figure(one[name].mean, unit), w.span(one[name], unit)) for one in of.simulations]
    apart = []
    for place in range(1, len(of.simulations)):
        found = of.difference(place, name)
        told = bool(found.paired.n)
        apart.append(
            {
                "mean": w.signed(found.paired.mean, unit) if told else w.NO_FIGURE,
                "span": w.span(found.paired, unit, w.signed) if told else Text("", ""),
                "verdict": t.VERDICT[found.verdict] if told else None,
                "way": found.verdict if told else "unsure",
            }
        )
    return {"text": _big(MEASURES[name].text), "cells": cells, "apart": apart}


def _flow(one: Simulation, name: Text) -> dict[str, Any]:
    reached, stopped, under_way = (np.nan_to_num(row) for row in one.moments["steps"].mean[:3])
    where = w.stopped_at(one)
    rows = []
    for at, step in enumerate(STEPS):
        come, stop, stay = float(reached[at]), float(stopped[at]), float(under_way[at])
        lines = []
        if stop >= 0.0005:
            told = w.filled(t.STOP_HERE, n=w.of_hundred(stop))
            lines.append(("gone", told, w.places(one, where[step])))
        if stay >= 0.005:
            lines.append(("stay", w.filled(t.STAY_HERE, n=w.of_hundred(stay)), Text("", "")))
        if not lines and come >= 0.0005:
            lines.append(("", t.ALL_PASS, Text("", "")))
        rows.append(
            {
                "step": step,
                "name": _big(STEP_NAMES[step]),
                "come": w.filled(t.COME, n=w.of_hundred(come)) if come > 1e-9 else t.NOBODY_HERE,
                "lines": lines,
                "picture": pictures.flow_row(come, stop, stay),
            }
        )
    arrived = one["arrived"].mean
    arrived = arrived if np.isfinite(arrived) else 0.0
    return {
        "name": name,
        "label": w.filled(t.FLOW_LABEL, title=name),
        "rows": rows,
        "arrive": w.filled(t.ARRIVE, n=w.of_hundred(arrived)),
        "end": pictures.flow_row(arrived, 0.0, 0.0, last=True),
    }


def _after(of: Comparison) -> list[tuple[Text, list[Text]]]:
    """The curves as figures."""
    follow = of.first.setting.window.follow
    months = [one for one in (3, 6, 9, 12, 18, 24, 36, 48, 60, 84, 120) if one / 12 * YEAR <= follow]
    rows = []
    for month in months:
        cells = []
        for one in of.simulations:
            mean, half = one.curve()
            day = month / 12 * YEAR
            share, around = np.interp(day, one.grid, mean), np.interp(day, one.grid, half)
            ends = Estimate(float(share), float(share - around), float(share + around), 2)
            cells.append(w.with_span(ends, "share"))
        label = w.filled(t.MONTHS, n=month) if month % 12 else w.filled(t.YEARS, n=month // 12)
        rows.append((label, cells))
    return rows


def _times(of: Comparison) -> list[tuple[Text, list[Text]]]:
    rows = []
    found = [one.moments["steps"].mean[4] for one in of.simulations]
    for at, step in enumerate(STEPS):
        if any(days[at] >= 0.5 for days in found):
            name = STEP_NAMES[step]
            label = Text(f"{step} {name.sv}", f"{step} {name.en}")
            rows.append((label, [w.number(float(days[at])) for days in found]))
    return rows


def _parts(of: Comparison, kind: str) -> list[tuple[Text, list[tuple[Text, Text, Text]]]]:
    ids: dict[str, Text] = {}
    for one in of.simulations:
        ids |= {part[1]: one.name(part[1]) for part in one.parts.names if part[0] == kind and part[1] not in ids}
    rows = []
    in_order = ids.items() if kind == "start" else sorted(ids.items(), key=lambda one: sort_key(one[1].sv))
    for id_, name in in_order:
        cells = []
        for one in of.simulations:
            if (kind, id_) in one.parts.names:
                arrived, median = one.part(kind, id_, "arrived"), one.part(kind, id_, "median")
                cells.append((w.figure(arrived.mean, "share"), w.span(arrived, "share"), w.number(median.mean)))
            else:
                cells.append((w.NO_FIGURE, Text("", ""), w.NO_FIGURE))
        rows.append((name, cells))
    return rows


def _queues(one: Simulation) -> list[list[Text]]:
    figures = (("average", 1), ("waiting", 1), ("greatest", 0), ("wait", 0), ("treated", 1))
    return [
        [one.name(place), *(w.number(told[name].mean, digits) for name, digits in figures)]
        for place, told in queues(one)
        if told["treated"].mean > 0
    ]


def _hours(one: Simulation) -> list[list[Text]]:
    rows = []
    for id_, told in sorted(principals(one), key=lambda row: (not row[0], sort_key(one.name(row[0]).sv))):
        figures = [told[name].mean for name in ("meeting_hours", "preparation_hours", "decisions")]
        if any(figure > 0 for figure in figures):
            name = one.name(id_) if id_ else _big(t.NOBODY)
            rows.append([name, *(w.number(figure) for figure in figures[:2]), w.number(figures[2], 1)])
    return rows


def _tornado(found: Tornado, names: list[Text]) -> dict[str, Any]:
    measure = MEASURES[found.measure]
    two = found.difference is not None
    show = w.signed if two else w.figure
    base = found.difference or found.level
    means = [
        ((one.low.difference or one.low.level).mean, (one.high.difference or one.high.level).mean)
        for one in found.swings
    ]
    scale = pictures.scale_of([base.mean, *(value for pair in means for value in pair)])
    told = {"title": names[-1], "first": names[0], "measure": measure.text}
    rows = []
    for one, (low, high) in zip(found.swings, means, strict=True):
        # where an end could not be computed there is nothing to draw, but it was tried all the same
        drawn = bool(np.isfinite([low, base.mean, high]).all())
        ends = [(low, one.low.value), (high, one.high.value)]
        if drawn:
            ends.sort(key=lambda end: end[0])
        rows.append(
            {
                "text": _big(one.parameter.text),
                # in the order of the picture, not of the assumption
                "ends": [(w.number(value, _digits(value)), show(level, measure.unit)) for level, value in ends],
                "picture": pictures.bar(low, base.mean, high, scale) if drawn else "",
                "verdict": t.SURVIVES[one.survives] if one.survives else None,
                "way": one.survives or "",
            }
        )
    return {
        "lead": w.filled(t.TORNADO_TWO if two else t.TORNADO_ONE, **told),
        "runs": w.filled(t.TORNADO_RUNS, n=found.replications),
        "survival": w.survival(found),
        "low": show(scale[0], measure.unit),
        "high": show(scale[1], measure.unit),
        "base": w.filled(t.AS_ASSUMED, value=show(base.mean, measure.unit)),
        "at": t.AT_VALUE,
        "two": two,
        "rows": rows,
    }


def _digits(value: float) -> int:
    return next(digits for digits in range(5) if digits == 4 or abs(value - round(value, digits)) < 1e-9)


def _numbers(of: Comparison, origin: str) -> list[dict[str, Any]]:
    found = {one.name: one for sim in of.simulations if sim.parameters for one in sim.parameters.items}
    return [
        {
            "text": _big(one.text),
            "value": w.number(one.value, _digits(one.value)),
            "range": Text(
                *(
                    f"{low}–{high}" if low != high else low
                    for low, high in zip(
                        w.number(one.low, _digits(one.low)), w.number(one.high, _digits(one.high)), strict=True
                    )
                )
            ),
            "unit": one.unit_text,
            "why": one.note,
            "sources": ", ".join(map(str, one.sources)),
        }
        for one in found.values()
        if one.origin == origin
    ]


__all__ = ["PICTURE_STYLE", "flow_pictures", "render"]

"""Results as plain data: for JSON, for data frames, for a notebook. What is not a finite number is ``None``."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, Any

import numpy as np

from remit.simulation.outcome.intervals import LEVEL, Estimate, Moments
from remit.simulation.outcome.measures import HEADLINES, MEASURES, OF_MATTERS
from remit.simulation.outcome.reduce import OF_PRINCIPALS, OF_STATIONS, OF_STEPS
from remit.simulation.plan import STEPS, State

if TYPE_CHECKING:
    import pandas as pd

    from remit.simulation.outcome.compare import Comparison
    from remit.simulation.outcome.run import Simulation

LEAST = 0.0005
"""A share of stops below this is not listed by itself; it is in the sums."""


def simulation_dict(of: Simulation, lang: str) -> dict[str, Any]:
    """The public form of a simulation."""
    mean, half = of.curve()
    steps = of.moments["steps"]
    return {
        "model": {"id": of.id, "title": of.title.get(lang)},
        "setting": of.setting.to_dict(),
        "confidence": LEVEL,
        "measures": [_measure(name, of[name], lang) for name in MEASURES],
        "parts": [
            {
                "kind": kind,
                "id": id_,
                "name": of.name(id_).get(lang),
                "measures": {name: of.part(kind, id_, name).to_dict() for name in OF_MATTERS},
            }
            for kind, id_ in of.parts.names[1:]
        ],
        "distribution": {
            "days": [round(day, 3) for day in of.grid.tolist()],
            "share": [_number(one) for one in mean.tolist()],
            "half_width": [_number(one) for one in half.tolist()],
        },
        "steps": [
            {"step": step, **{name: steps.at((row, at)).to_dict() for row, name in enumerate(OF_STEPS)}}
            for at, step in enumerate(STEPS)
        ],
        "stops": [
            {"step": step, "at": {"id": place, "name": of.name(place).get(lang)}, **share.to_dict()}
            for step, place, share in stops(of)
        ],
        "stops_by_state": {State(at).name.lower(): of.moments["states"].at(at).to_dict() for at in range(len(State))},
        "queues": [
            {
                "at": {"id": place, "name": of.name(place).get(lang)},
                **{name: one.to_dict() for name, one in told.items()},
            }
            for place, told in queues(of)
        ],
        "principals": [
            {"id": id_, "name": of.name(id_).get(lang), **{name: one.to_dict() for name, one in told.items()}}
            for id_, told in principals(of)
        ],
        "growth": of.growth.to_dict(),
        "open_links": spread.to_dict() if (spread := of.spread) else None,
        "notes": [note.get(lang) for note in of.notes],
        "parameters": of.parameters.to_dict(lang) if of.parameters is not None else None,
    }


def comparison_dict(of: Comparison, lang: str) -> dict[str, Any]:
    """The public form of a comparison."""
    return {
        "structures": [one.to_dict(lang) for one in of.simulations],
        "differences": [
            {
                "structure": one.id,
                "against": of.first.id,
                "measures": [difference.to_dict() for difference in of.differences(number)],
            }
            for number, one in enumerate(of.simulations)
            if number
        ],
        "tornado": of.tornado.to_dict(lang) if of.tornado else None,
    }


def _measure(name: str, found: Estimate, lang: str) -> dict[str, Any]:
    return {"measure": name, "text": MEASURES[name].text.get(lang), "unit": MEASURES[name].unit, **found.to_dict()}


def _number(value: float) -> float | None:
    return round(value, 6) if np.isfinite(value) else None


def stops(of: Simulation) -> list[tuple[str, str, Estimate]]:
    """Where matters stop for good: step, entity (empty where none is named) and share of all matters, the greatest
    share first.
    """
    moments, ids = of.moments["stops"], (*of.plan.places, "")
    found = [
        (STEPS[step], ids[place], moments.at((step, place)))
        for step, place in zip(*np.nonzero(np.nan_to_num(moments.mean) >= LEAST), strict=True)
    ]
    return sorted(found, key=lambda one: (-round(one[2].mean, 9), STEPS.index(one[0]), one[1]))


def queues(of: Simulation) -> list[tuple[str, dict[str, Estimate]]]:
    """What is told of each place where matters queue, the longest queue first; those where none ever came last."""
    found = _rows(of.moments["stations"], [of.plan.places[at] for at in of.plan.stations.place.tolist()], OF_STATIONS)
    return sorted(found, key=lambda one: (-round(one[1]["average"].mean, 9), one[0]))


def principals(of: Simulation) -> list[tuple[str, dict[str, Estimate]]]:
    """Hours and decisions a year of each principal; last, under an empty id, those of no principal."""
    return _rows(of.moments["principals"], [*of.plan.principals, ""], OF_PRINCIPALS)


def _rows(moments: Moments, ids: Sequence[str], names: Sequence[str]) -> list[tuple[str, dict[str, Estimate]]]:
    return [
        (id_, {name: moments.at((row, column)) for column, name in enumerate(names)}) for row, id_ in enumerate(ids)
    ]


def frame_of(simulations: Sequence[Simulation]) -> pd.DataFrame:
    """One row per structure, part and measure."""
    import pandas as pd

    rows = []
    for one in simulations:
        told = [("all", "", name, one[name]) for name in MEASURES]
        told += [(*part, name, one.part(*part, name)) for part in one.parts.names[1:] for name in OF_MATTERS]
        rows += [
            (one.id, kind, id_, name, found.mean, found.low, found.high, MEASURES[name].unit)
            for kind, id_, name, found in told
        ]
    return pd.DataFrame(rows, columns=["structure", "kind", "id", "measure", "mean", "low", "high", "unit"])


def html_of(of: Simulation) -> str:
    """The measures as a table, for a notebook."""
    head = "<tr><th></th><th>medel</th><th>95 %</th></tr>"
    rows = "".join(
        f"<tr><td>{escape(MEASURES[name].text.sv)}</td><td>{_told(of[name].mean, name)}</td>"
        f"<td>{_span(of[name], name)}</td></tr>"
        for name in HEADLINES
    )
    notes = "".join(f"<p>{escape(note.sv)}</p>" for note in of.notes)
    return f"<table><caption>{escape(of.title.sv)}</caption>{head}{rows}</table>{notes}"


def comparison_html(of: Comparison) -> str:
    """The measures of all structures beside one another, for a notebook."""
    heads = "".join(f"<th>{escape(one.title.sv)}</th>" for one in of.simulations)
    differences = "".join(f"<th>skillnad: {escape(one.title.sv)}</th>" for one in of.simulations[1:])
    rows = []
    for name in HEADLINES:
        cells = [_told(one[name].mean, name) for one in of.simulations]
        for number in range(1, len(of.simulations)):
            found = of.difference(number, name).paired
            cells.append(f"{_told(found.mean, name)} ({_span(found, name)})")
        rows.append(f"<tr><td>{escape(MEASURES[name].text.sv)}</td>{''.join(f'<td>{one}</td>' for one in cells)}</tr>")
    return f"<table><tr><th></th>{heads}{differences}</tr>{''.join(rows)}</table>"


def _told(value: float, name: str) -> str:
    if not np.isfinite(value):
        return "–"
    return f"{value * 100:.1f} %".replace(".", ",") if MEASURES[name].unit == "share" else f"{value:.0f}"


def _span(found: Estimate, name: str) -> str:
    return f"{_told(found.low, name)} till {_told(found.high, name)}"


__all__ = [
    "comparison_dict",
    "comparison_html",
    "frame_of",
    "html_of",
    "principals",
    "queues",
    "simulation_dict",
    "stops",
]

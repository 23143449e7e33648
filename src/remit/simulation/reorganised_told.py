"""The flow of a reorganisation as plain data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from remit.simulation.outcome.compare import Comparison
from remit.simulation.outcome.measures import OF_MATTERS
from remit.simulation.outcome.told import comparison_dict
from remit.simulation.plan import STEPS

if TYPE_CHECKING:
    from remit.simulation.reorganised import Flow

OF_ENDS = ("arrived", "stopped", "within_year", "waited", "meeting_hours", "preparation_hours")
"""The measures told of the ends of what is left open."""


def flow_dict(of: Flow, lang: str) -> dict[str, Any]:
    """The public form: the simulation of all structures, the named matters, the ends of what is left open, and the
    assumptions tried, per scenario.
    """
    whole = comparison_dict(of.comparison, lang)
    return {
        "structures": whole["structures"],
        "scenarios": [_scenario(of, number, lang) for number in range(len(of.comparison.simulations) - 1)],
    }


def _scenario(of: Flow, number: int, lang: str) -> dict[str, Any]:
    pair = of.pair(number)
    return {
        "differences": [one.to_dict() for one in pair.differences(1)],
        "starts": [
            {
                "id": start.id,
                "name": of.names[start.id].get(lang),
                "there_after": start in both,
                "differences": _differences(pair, start.id) if start in both else [],
                "stops": {
                    "before": _stops(pair, 0, start.id),
                    "after": _stops(pair, 1, start.id) if start in both else None,
                },
                "conclusion_at_the_ends": of.survives(number, start.id) if start in both else "none",
            }
            for both in (of.in_both(number),)
            for start in of.starts
        ],
        "open_links": {
            "conclusion": of.survives(number),
            **{name: _end(of, number, end) for name, end in zip(("none", "all"), of.ends(number), strict=True)},
        },
        "tornado": of.tornados[number].to_dict(lang) if of.tornados else None,
    }


def _differences(pair: Comparison, start: str) -> list[dict[str, Any]]:
    return [
        {
            **pair.difference(1, name, start).to_dict(),
            "before": pair.first.part("start", start, name).to_dict(),
            "after": pair.simulations[1].part("start", start, name).to_dict(),
        }
        for name in OF_MATTERS
    ]


def _stops(pair: Comparison, side: int, start: str) -> dict[str, float]:
    found = pair.simulations[side].stops_of_start(start)
    return {step: round(share, 6) for step, share in zip(STEPS, found.tolist(), strict=True) if share > 0}


def _end(of: Flow, number: int, pair: Comparison) -> dict[str, Any]:
    return {
        "replications": pair.first.setting.replications,
        "measures": [
            {
                **pair.difference(1, name).to_dict(),
                "before": pair.first[name].to_dict(),
                "after": pair.simulations[1][name].to_dict(),
            }
            for name in OF_ENDS
        ],
        "starts": [{"id": start.id, "differences": _differences(pair, start.id)} for start in of.in_both(number)],
    }


__all__ = ["OF_ENDS", "flow_dict"]

"""Whether a run has settled: was the warm-up long enough, and do matters pile up?"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from remit.graph.calendar import YEAR
from remit.model.text import Text
from remit.simulation.outcome.intervals import Estimate, settled_after
from remit.simulation.outcome.reduce import OF_STATIONS, WEEK
from remit.simulation.outcome.window import Window
from remit.simulation.plan import Plan


def growth_of(series: NDArray[np.float64], measured: Window) -> float:
    """Matters under way in the second half of what is measured, less those in the first; means."""
    rest = series[int(measured.warm_up // WEEK) :]
    half = rest.size // 2
    return float(rest[half:].mean() - rest[:half].mean()) if half else np.nan


def unsettled(series: NDArray[np.float64], measured: Window) -> list[Text]:
    """A warning where the number under way settles later than the warm-up, or never; by MSER-5 on weekly means."""
    cut = settled_after(series)
    if cut is None:
        return [
            Text(
                "Antalet ärenden på väg hinner inte lägga sig på en jämn nivå: kör fler år (--years), eller läs "
                "nivåerna som läget efter så lång tid, inte som ett varaktigt läge.",
                "The number of matters under way does not settle: run more years (--years), or read the levels as "
                "they are after so long, not as a lasting state.",
            )
        ]
    if cut * WEEK > measured.warm_up:
        years = f"{cut * WEEK / YEAR:.1f}"
        return [
            Text(
                "Inkörningen, åren i början som inte räknas, är kortare än de "
                f"{years.replace('.', ',')} år som det tar innan antalet ärenden på väg ligger på en jämn nivå: pröva "
                "en längre (--warm-up).",
                "The warm-up, the years at the beginning that do not count, is shorter than the "
                f"{years} years that the number of matters under way needs to settle: try a longer one (--warm-up).",
            )
        ]
    return []


def growing(found: Estimate, series: NDArray[np.float64]) -> list[Text]:
    """A warning where more and more matters are under way: surely more, and by more than a tenth."""
    if found.low > 0 and found.mean > 0.1 * max(float(series.mean()), 1.0):
        return [
            Text(
                "Ärenden samlas på hög: fler och fler är på väg samtidigt. Köerna blir längre ju längre man kör, så "
                "väntetiderna hör till just den här tidsrymden.",
                "Matters pile up: more and more are under way at once. Queues grow the longer one runs, so the waiting "
                "times belong to this span of time.",
            )
        ]
    return []


def waiting_in_vain(plan: Plan, names: dict[str, Text], stations: NDArray[np.float64]) -> list[Text]:
    """A warning for each place where matters wait and none is ever treated: they count as under way for ever."""
    waiting, treated = (stations[:, OF_STATIONS.index(name)] for name in ("average", "treated"))
    lost = np.flatnonzero((waiting > 0) & (treated == 0))
    ids = [plan.places[at] for at in plan.stations.place[lost].tolist()]
    return [
        Text(
            f"Hos {name.sv} väntar ärenden, men inget behandlas någonsin: de räknas som på väg, inte som stannade.",
            f"At {name.en} matters wait, but none is ever treated: they count as under way, not as stopped.",
        )
        for name in (names.get(one, Text(one, one)) for one in dict.fromkeys(ids))
    ]


__all__ = ["growing", "growth_of", "unsettled", "waiting_in_vain"]

"""Whether a run has settled: was the warm-up long enough, and do matters pile up?"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from remit.graph.calendar import YEAR
from remit.model.text import Text
from remit.simulation.outcome.intervals import Estimate, settled_after
from remit.simulation.outcome.reduce import WEEK
from remit.simulation.outcome.window import Window


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
                "Antalet ärenden på väg hinner inte lägga sig på en jämn nivå (MSER-5): kör fler år (--years) eller "
                "läs nivåerna som de är efter så lång tid, inte som ett varaktigt läge.",
                "The number of matters under way does not settle (MSER-5): run more years (--years), or read the "
                "levels as they are after so long, not as a lasting state.",
            )
        ]
    if cut * WEEK > measured.warm_up:
        years = f"{cut * WEEK / YEAR:.1f}"
        return [
            Text(
                f"Inkörningen är kortare än de {years.replace('.', ',')} år som antalet ärenden på väg behöver för att "
                "lägga sig (MSER-5): pröva en längre (--warm-up).",
                f"The warm-up is shorter than the {years} years that the number of matters under way needs to settle "
                "(MSER-5): try a longer one (--warm-up).",
            )
        ]
    return []


def growing(found: Estimate, series: NDArray[np.float64]) -> list[Text]:
    """A warning where more and more matters are under way: surely more, and by more than a tenth."""
    if found.low > 0 and found.mean > 0.1 * max(float(series.mean()), 1.0):
        return [
            Text(
                "Ärenden hopas: fler och fler är på väg samtidigt. Köerna blir längre ju längre man kör, så "
                "väntetiderna hör till just den här tidsrymden.",
                "Matters pile up: more and more are under way at once. Queues grow the longer one runs, so the waiting "
                "times belong to this span of time.",
            )
        ]
    return []


__all__ = ["growing", "growth_of", "unsettled"]

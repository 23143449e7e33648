"""Whether a run has settled: was the warm-up long enough, and where do matters pile up?

A queue that more matters come to than there are places for grows as long as one runs (with a load of 1 or more there is
no steady state: Asmussen 2003, *Applied Probability and Queues*, III.1): that is told of the structure, with its place.
Where no queue does so everything settles in time, and when is read from the replications where none does (Welch 1983,
*The statistical analysis of simulation results*; Law 2015, section 9.5.1: the mean over replications, averaged over a
stretch of time, here a year, so that the rhythm of the year is gone).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from remit.graph.calendar import YEAR
from remit.model.text import Text
from remit.simulation.outcome.intervals import Estimate
from remit.simulation.outcome.reduce import OF_STATIONS, WEEK
from remit.simulation.outcome.window import Window
from remit.simulation.plan import Plan


def growth_of(series: NDArray[np.float64], measured: Window) -> float:
    """Matters under way in the second half of what is measured, less those in the first; means."""
    rest = series[int(measured.warm_up // WEEK) :]
    half = rest.size // 2
    return float(rest[half:].mean() - rest[:half].mean()) if half else np.nan


TOLERANCE = 0.05
"""A level is reached where what is under way stays so near to it."""


def late_growth(series: NDArray[np.float64]) -> float:
    """Matters under way in the last quarter of a run, less those in the quarter before; means."""
    half, quarter = series.size // 2, series.size // 4
    return float(series[half + quarter :].mean() - series[half : half + quarter].mean()) if quarter else np.nan


def settled_after(series: NDArray[np.float64]) -> int:
    """The first week from which the mean of a year is within :data:`TOLERANCE` of the level of the last half of a run;
    where that half itself varies by more, within what it varies by. ``series``: means over replications, week by week.
    """
    if series.size < 4:
        return 0
    long = min(round(YEAR / WEEK), series.size // 4)
    sums = np.concatenate(([0.0], np.cumsum(series)))
    years = (sums[long:] - sums[:-long]) / long
    half = series.size // 2
    level = float(series[half:].mean())
    off = np.abs(years - level)
    near = off <= max(TOLERANCE * level, float(off[half:].max(initial=0.0)))
    return int(np.argmax(near))  # it begins empty and comes from below; what it varies by later is luck


def unsettled(series: NDArray[np.float64], growth: Estimate, measured: Window) -> list[Text]:
    """A warning where the number under way settles later than the warm-up, or not in the run.

    ``series``, ``growth`` (of :func:`late_growth`): of the replications where no queue grows for ever.
    """
    level = max(float(series[series.size // 2 :].mean()), 1.0) if series.size else 1.0
    if growth.low > 0 and growth.mean > TOLERANCE * level:
        return [
            Text(
                "Antalet ärenden på väg ökar ännu mot slutet och har inte lagt sig på en jämn nivå: kör fler år "
                "(--years), eller läs nivåerna som de är efter så lång tid, inte som ett varaktigt läge.",
                "The number of matters under way still grows towards the end and has not settled: run more years "
                "(--years), or read the levels as they are after so long, not as a lasting state.",
            )
        ]
    cut = settled_after(series)
    if cut * WEEK > measured.warm_up:
        years = f"{cut * WEEK / YEAR:.1f}"
        return [
            Text(
                f"Inkörningen är för kort: först efter ungefär {years.replace('.', ',')} år har antalet ärenden på väg "
                "lagt sig på den nivå där det stannar. Före dess är köerna kortare än de blir; pröva en längre "
                "inkörning och fler år (--warm-up, --years).",
                f"The warm-up is too short: only after about {years} years has the number of matters under way reached "
                "the level where it stays. Until then queues are shorter than they become; try a longer warm-up and "
                "more years (--warm-up, --years).",
            )
        ]
    return []


def overloaded(stations: NDArray[np.float64]) -> NDArray[np.bool_]:
    """The stations of one replication where more matters came than there were places for."""
    found: NDArray[np.bool_] = stations[:, OF_STATIONS.index("over")] > 0
    return found


def crowded(plan: Plan, names: dict[str, Text], stations: NDArray[np.float64], replications: int) -> list[Text]:
    """A warning for each place where, in some replications, more matters come than there are places for; the greatest
    share first. Places where none is ever treated have a warning of their own.
    """
    share, treated = (np.nan_to_num(stations[:, OF_STATIONS.index(name)]) for name in ("over", "treated"))
    found = sorted(np.flatnonzero((share > 0) & (treated > 0)).tolist(), key=lambda at: (-share[at], at))
    texts = []
    for at in found:
        id_ = plan.places[plan.stations.place[at]]
        name, times = names.get(id_, Text(id_, id_)), round(float(share[at]) * replications)
        whole = times == replications
        texts.append(
            Text(
                f"Hos {name.sv} kommer fler ärenden än mötena har plats för"
                + (
                    ", och kön växer så länge man kör."
                    if whole
                    else f" i {times} av {replications} körningar: där växer "
                    "kön så länge man kör, så väntetiderna blir längre ju fler år man kör."
                )
                + " Det beror på strukturen och på antalet ärenden, möten och platser; en längre inkörning ändrar det "
                "inte.",
                f"More matters come to {name.en} than its meetings have places for"
                + (
                    ", and the queue grows as long as one runs."
                    if whole
                    else f" in {times} of {replications} runs: there "
                    "the queue grows as long as one runs, so waits get longer the more years one runs."
                )
                + " The structure and the numbers of matters, meetings and places do that; a longer warm-up does not "
                "change it.",
            )
        )
    return texts


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


__all__ = ["crowded", "growth_of", "late_growth", "overloaded", "settled_after", "unsettled", "waiting_in_vain"]

"""The flow of a county: the compiled loop against SimPy and against itself as plain Python, one core, equal records.

The structure has sixteen principals that decide each for itself, urgent matters first, returns, lapses, copies and
matters raised again. `python benchmarks/flow.py [ROUNDS]`; `--model NAME` plays a shipped model or a file instead.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

sys.path[0] = str(Path(__file__).resolve().parents[1])

from remit.simulation.chance import key
from remit.simulation.engines import run as play
from remit.simulation.plan import Draws, Plan, Records
from remit.simulation.verification.county import county, drawn

GOAL = 150
"""Times as fast as SimPy, at least."""
PRINCIPALS, YEARS, RATE = 16, 10, 6.0
REPLICATIONS = 40
GROWTH = 1.1
"""How much more memory the last replications may need than the first ones."""


def _measured(plan: Plan, draws: Draws, until: float, engine: str) -> tuple[float, Records]:
    start = time.process_time()
    records = play(plan, draws, key(1, 0), until, engine)
    return time.process_time() - start, records


def _equal(one: Records, other: Records) -> bool:
    return all(np.array_equal(left, right) for left, right in zip(one, other, strict=True))


def _of_model(name: str, years: float) -> tuple[Plan, Callable[[int], Draws], float]:
    import remit
    from remit.graph.calendar import YEAR
    from remit.simulation.build import build, draw
    from remit.simulation.parameters import load_parameters

    org = remit.load(name).org
    parameters = load_parameters().of(org)
    plan = build(org, parameters)
    until = years * YEAR
    return plan, lambda number: draw(plan, parameters, key(1, number), until), until


def _of_county(years: float) -> tuple[Plan, Callable[[int], Draws], float]:
    plan = county(PRINCIPALS)
    return plan, lambda number: drawn(plan, years, RATE, number)[0], drawn(plan, years, RATE, 0)[1]


def run(rounds: int, model: str | None = None, years: float = YEARS) -> bool:
    """Measure, tell, and say whether the goals are met."""
    plan, draws, until = _of_model(model, years) if model else _of_county(years)
    first = draws(0)
    start = time.perf_counter()
    play(plan, first, key(1, 0), until)
    print(f"flow: the first run (compiled, or read from the cache): {time.perf_counter() - start:.1f} s")
    ratios: list[float] = []
    against_plain: list[float] = []
    for _ in range(max(3, rounds // 3)):
        fast, records = _measured(plan, first, until, "compiled")
        again, _ = _measured(plan, first, until, "compiled")
        slow, told = _measured(plan, first, until, "reference")
        heap, same = _measured(plan, first, until, "plain")
        if not (_equal(records, told) and _equal(records, same)):
            print("flow: the engines differ")
            return False
        ratios.append(slow / min(fast, again))
        against_plain.append(heap / min(fast, again))
    count = len(records.time)
    print(
        f"flow: {len(plan.rows.op)} rows, {len(first.arrivals.time)} matters in {until / 365.25:g} years, {count} "
        f"records, equal in all engines; compiled "
        f"{1e3 * min(fast, again):.1f} ms "
        f"({1e9 * min(fast, again) / count:.0f} ns a record)"
    )
    ratio = statistics.median(ratios)
    print(
        f"flow: compiled against SimPy {ratio:.0f}x (goal {GOAL}x; {min(ratios):.0f} to {max(ratios):.0f}), "
        f"against plain Python with a heap {statistics.median(against_plain):.0f}x"
    )
    bounded = _memory(plan, draws, until)
    return ratio >= GOAL and bounded


def _memory(plan: Plan, draws: Callable[[int], Draws], until: float) -> bool:
    peaks = []
    for number in range(REPLICATIONS):
        play(plan, draws(number), key(1, number), until)
        peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    quarter = REPLICATIONS // 4
    print(
        f"flow: memory at most {peaks[quarter]:.0f} MB after {quarter} replications, "
        f"{peaks[-1]:.0f} MB after {REPLICATIONS}"
    )
    return peaks[-1] <= GROWTH * peaks[quarter]


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("rounds", nargs="?", type=int, default=11)
    options.add_argument("--model")
    options.add_argument("--years", type=float, default=YEARS)
    asked = options.parse_args()
    sys.exit(0 if run(asked.rounds, asked.model, asked.years) else 1)

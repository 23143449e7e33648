"""The flow of a county: the compiled loop against SimPy and against itself as plain Python, one core, equal records.

Two structures: a made-up one with sixteen principals that decide each for itself, urgent matters first, returns,
lapses, copies and matters raised again; and a shipped model. `python benchmarks/flow.py [ROUNDS]`; `--model NAME` plays
that model, or a file, alone.

What is counted, alike of every engine, is `run(plan, draws, key, until, engine)`: the check of plan and draws, making
tables or events of them, the run, and the records in their canonical order. What is drawn beforehand and the counting
of measures afterwards are the same whichever engine is used, and are counted of none; how long they take is told.

`--processes` measures something else, alone: a sweep on one process and on two, in one run, the same results. It needs
two cores with nothing else to do; under load what counts is the processor time.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

sys.path[0] = str(Path(__file__).resolve().parents[1])

from remit.simulation.chance import key
from remit.simulation.engines import run as play
from remit.simulation.plan import Draws, Plan, Records
from remit.simulation.verification.county import county, drawn

if TYPE_CHECKING:
    from remit.simulation.spread import Structures

MODEL = "vasterbotten-2019"
GOAL = 150
"""Times as fast as SimPy, at least."""
PRINCIPALS, YEARS, RATE = 16, 10, 6.0
REPLICATIONS = 40
GROWTH = 1.1
"""How much more memory the last replications may need than the first ones."""
PROCESSES, FASTER = 2, 1.8
"""On so many processes at least so many times as fast as on one."""
STRUCTURES, RUNS = 4, 1200
"""How many scenarios, and how many replications of each, are shared among processes: a minute on one core."""


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
    if model:
        return _run(rounds, model, years)
    met = [_run(rounds, one, years) for one in (None, MODEL)]
    return all(met)


def _run(rounds: int, model: str | None, years: float) -> bool:
    plan, draws, until = _of_model(model, years) if model else _of_county(years)
    print(f"flow: {model or 'a made-up county'}")
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
    start = time.process_time()
    for number in range(5):
        draws(number)
    print(f"flow: drawing beforehand, counted of no engine: {200 * (time.process_time() - start):.1f} ms")
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


def _watched(shared: Structures, task: Any) -> dict[str, Any]:
    """The work of a sweep, with whose it was and how much processor time that process has used since it began."""
    from remit.simulation.spread import measures

    return {"values": measures(shared, task), "process": os.getpid(), "used": time.process_time()}


def processes(replications: int = RUNS) -> bool:
    """The same sweep on one process and on several."""
    from benchmarks.sweep import scenarios

    import remit
    from remit.graph.org import Org
    from remit.model.changes import apply, load
    from remit.simulation.farm import carry_out
    from remit.simulation.outcome.setting import Setting
    from remit.simulation.outcome.window import window
    from remit.simulation.parameters import load_parameters
    from remit.simulation.spread import Structures, structure_of, tasks_of

    base = remit.load(MODEL).org
    with tempfile.TemporaryDirectory() as folder:
        models = [apply(base.model, load(path)) for path in scenarios(base, STRUCTURES, Path(folder))]
    orgs = [Org(model, base.on) for model in models]
    bases = [load_parameters().of(org) for org in orgs]
    tasks = {key: task for number in range(STRUCTURES) for key, task in tasks_of(number, {}, replications).items()}
    asked = Setting(window(12.0, None, None), replications)
    plan, draws, until = _of_county(1.0)
    play(plan, draws(0), key(1, 0), until)  # compiled, or read from the cache, for both
    told = {}
    for number in (1, PROCESSES):
        shared = Structures.of(orgs, bases, asked)  # anew: what the former one resolved is not used again
        wall, cpu = time.perf_counter(), time.process_time()
        found = carry_out(_watched, shared, tasks, workers=number, alike=structure_of)
        told[number] = time.perf_counter() - wall, time.process_time() - cpu, found
    (wall, cpu, alone), (wall_there, cpu_there, shared_out) = told[1], told[PROCESSES]
    if [one["values"] for one in alone.values()] != [one["values"] for one in shared_out.values()]:
        print("flow: the processes differ")
        return False
    used: dict[int, float] = {}
    for one in shared_out.values():
        used[one["process"]] = max(used.get(one["process"], 0.0), one["used"])
    ratio, balance = wall / wall_there, cpu / (max(used.values()) + cpu_there)
    print(
        f"flow: {STRUCTURES} structures x {replications} replications, the same bits: {wall:.1f} s on one process, "
        f"{wall_there:.1f} s on {PROCESSES}, starting them included: {ratio:.2f}x (goal {FASTER}x)"
    )
    print(
        f"flow: processor {cpu:.1f} s on one; on {PROCESSES} "
        f"{', '.join(f'{one:.1f}' for one in sorted(used.values()))} s and {cpu_there:.1f} s in the one that shares it "
        f"out: {cpu / max(used.values()):.2f}x by the busiest worker, {balance:.2f}x if sharing out were not at the "
        f"same time; load average {os.getloadavg()[0]:.1f}"
    )
    return ratio >= FASTER


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("rounds", nargs="?", type=int, default=11)
    options.add_argument("--model")
    options.add_argument("--years", type=float, default=YEARS)
    options.add_argument("--processes", action="store_true")
    options.add_argument("--replications", type=int, default=RUNS)
    asked = options.parse_args()
    if asked.processes:
        sys.exit(0 if processes(asked.replications) else 1)
    sys.exit(0 if run(asked.rounds, asked.model, asked.years) else 1)

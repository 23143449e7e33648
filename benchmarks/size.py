"""What an audit costs as an organisation grows: loading, auditing and the loops of synthetic counties and a country.

Times are processor time of one run; what counts are ratios within it, which no machine's speed changes much.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from benchmarks import generate

from remit.graph.loop import loops
from remit.graph.org import Org
from remit.model.facts import Degree
from remit.model.files import loads
from remit.queries.engine import audit

COUNTY, COUNTRY = 16, 310
SIZES = ((COUNTY, 150), (COUNTY, 1_000), (COUNTY, 10_000), (COUNTRY, 10_000), (COUNTRY, 100_000))
GROWTH_GOAL = 20.0
"""Ten times the entities should cost no more than twenty times the audit."""
COUNTY_GOAL = 1.0
"""A county's audit should take no longer than the reference, which is some 0.1 s on a machine of 2024."""
LOOPS_UP_TO = 64
"""The loops of more principals than this are not measured: topics times principals is a large matrix."""

T = TypeVar("T")


def reference() -> int:
    """Something that takes as long as the machine is slow: two million squares."""
    return sum(number * number for number in range(2_000_000))


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of one organisation."""

    entities: int
    load: float
    audit: float
    loops: float | None


def clock(work: Callable[[], T]) -> tuple[T, float]:
    """What something gives, and how long it took."""
    begin = time.process_time()
    done = work()
    return done, time.process_time() - begin


def measure(document: generate.Document, *, matrix: bool = True, rounds: int = 1) -> Cost:
    """The cost of one organisation, resolving included: the least of some rounds."""
    text = json.dumps(document)
    model, load = clock(lambda: loads(text, "generated.json"))
    costs = []
    for _ in range(rounds):
        org, resolve = clock(lambda: Org(model))
        costs.append(resolve + clock(lambda: audit(org, certainty=Degree.OPEN))[1])  # noqa: B023 - called at once
    loop = clock(lambda: loops(Org(model)))[1] if matrix else None
    return Cost(len(model.entities), load, min(costs), loop)


def run(rounds: int = 3) -> bool:
    """Print the costs and the ratios; whether the goals are met."""
    measure(generate.organisation(COUNTY, 150))
    costs = {}
    print("principals entities   load s  audit s  loops s  audit/load")
    for principals, wanted in SIZES:
        document = generate.organisation(principals, wanted)
        few = rounds if wanted <= 1_000 else 1
        cost = measure(document, matrix=principals <= LOOPS_UP_TO, rounds=few)
        costs[principals, wanted] = cost
        loop = f"{cost.loops:8.2f}" if cost.loops is not None else "       –"
        ratio = cost.audit / cost.load
        print(f"{principals:10} {cost.entities:8} {cost.load:8.2f} {cost.audit:8.2f} {loop} {ratio:11.2f}", flush=True)
    county = costs[COUNTY, 150].audit
    machine = min(clock(reference)[1] for _ in range(3))
    growth = costs[COUNTY, 10_000].audit / costs[COUNTY, 1_000].audit
    print(f"county: {county * 1000:.0f} ms, reference {machine * 1000:.0f} ms,", end=" ")
    print(f"ratio {county / machine:.2f} (goal: under {COUNTY_GOAL:g})")
    print(f"ten times the entities: {growth:.1f} times the audit (goal: under {GROWTH_GOAL:g})")
    return county / machine < COUNTY_GOAL and growth < GROWTH_GOAL

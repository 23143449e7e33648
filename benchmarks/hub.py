"""What the information hub costs as a county grows: pages, their size, and the time that each takes.

Times are processor time; what counts is that a page of a large site costs no more than one of a small site.
"""

from __future__ import annotations

import json

from benchmarks import generate
from benchmarks.size import COUNTY, clock

from remit.graph.org import Org
from remit.model.facts import Degree
from remit.model.files import loads
from remit.queries.engine import audit
from remit.views.pages.site import made

SIZES = (300, 1_000, 3_000)
GROWTH_GOAL = 2.0
"""A page of a county of 3,000 entities should cost no more than twice a page of one of 300."""


def measure(entities: int) -> tuple[int, int, float]:
    """How many pages, how many bytes, how many seconds, the loops and the answers included."""
    org = Org(loads(json.dumps(generate.organisation(COUNTY, entities)), "generated.json"))
    found = audit(org, certainty=Degree.OPEN)
    sizes, seconds = clock(lambda: [len(text.encode()) for _, text in made(org, found)])
    return len(sizes), sum(sizes), seconds


def run(rounds: int = 3) -> bool:
    """Print the costs; whether the goal is met."""
    measure(150)
    costs = []
    print("entities  pages    MB  kB/page  seconds  ms/page")
    for entities in SIZES:
        pages, size, seconds = min((measure(entities) for _ in range(min(rounds, 3))), key=lambda one: one[2])
        costs.append(seconds / pages)
        mega, kilo = size / 1e6, size / 1e3 / pages
        print(f"{entities:8} {pages:6} {mega:5.1f} {kilo:8.1f} {seconds:8.2f} {costs[-1] * 1e3:8.2f}", flush=True)
    growth = costs[-1] / costs[0]
    print(f"a page of the largest costs {growth:.2f} times one of the smallest (goal: under {GROWTH_GOAL:g})")
    return growth < GROWTH_GOAL


if __name__ == "__main__":
    run()

"""`remit sweep` as a whole: 20 scenarios of a county, each run 1,000 times, on two processes; its time and memory.

`python benchmarks/sweep.py` makes the scenarios, runs the sweep with a tenth of the replications and then with all, and
tells the time (wall and processor, of the command and of its workers) and the most memory that the command and the
largest of its workers held. The structure without a change is run too, so there is one more of them.

`--model NAME` takes another model; the scenarios follow from the model: every group meets once a year, twice, …
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

sys.path[0] = str(Path(__file__).resolve().parents[1])

if TYPE_CHECKING:
    from remit.graph.org import Org

MODEL, SCENARIOS, REPLICATIONS, WORKERS = "vasterbotten-2019", 20, 1000, 2
GOAL = 600.0
"""Seconds that all of it may take on as many cores as workers, with nothing else to do."""
GROWTH = 1.1
"""How much more memory ten times the replications may need."""
COMMAND = """
import json, resource, sys
from remit.cli.run import run
status = run(sys.argv[1:])
told = []
for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN):
    used = resource.getrusage(whose)
    told += [used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]
print(json.dumps(told), file=sys.stderr)
sys.exit(status)
"""
"""The command in a process of its own, which tells what it and its workers used."""


class Used(NamedTuple):
    """Seconds of the wall and of processors, MiB at most; of the command, of its workers together or the largest."""

    wall: float
    cpu: float
    memory: float
    workers_cpu: float
    workers_memory: float


def scenarios(org: Org, number: int, folder: Path) -> list[Path]:
    """Files of scenarios that follow from any model: in the n-th every group meets n times a year."""
    made = []
    groups = [group.id for group in org.groups(counted=True)]
    for many in range(1, number + 1):
        told = {
            "remit": 1,
            "scenario": {
                "id": f"meetings-{many}",
                "title": f"{many} meetings a year",
                "from": org.model.head.id,
                "result": {"id": f"with-meetings-{many}", "title": f"With {many} meetings a year"},
            },
            "changes": [{"set": {"of": one, "meetings_per_year": many}, "reason": "to compare"} for one in groups],
        }
        path = folder / f"meetings-{many:03}.json"
        path.write_text(json.dumps(told), "utf-8")
        made.append(path)
    return made


def _swept(model: str, files: list[Path], replications: int, workers: int, folder: Path) -> Used:
    asked = [model, *(part for path in files for part in ("--scenario", str(path)))]
    asked += ["--replications", str(replications), "--workers", str(workers), "-o", str(folder / "found.json")]
    start = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", COMMAND, "sweep", *asked], capture_output=True, text=True, check=False)
    wall = time.perf_counter() - start
    if done.returncode:
        raise SystemExit(f"sweep: ended with {done.returncode}: {done.stderr}")
    found = json.loads((folder / "found.json").read_text("utf-8"))
    assert len(found["points"]) == len(files) + 1
    assert found["setting"]["replications"] == replications
    return Used(wall, *json.loads(done.stderr.splitlines()[-1]))


def run(model: str, number: int, replications: int, workers: int) -> bool:
    """Measure, tell, and say whether the goals are met."""
    import remit

    met = True
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = scenarios(remit.load(model).org, number, folder)
        before: Used | None = None
        for many in (max(1, replications // 10), replications):
            used = _swept(model, files, many, workers, folder)
            print(
                f"sweep: {number + 1} structures from {model} x {many} replications on {workers} processes: "
                f"{used.wall:.1f} s; processor {used.cpu:.1f} s here, {used.workers_cpu:.1f} s in the workers; memory "
                f"at most {used.memory:.0f} MiB here, {used.workers_memory:.0f} MiB in a worker",
                flush=True,
            )
            if before:
                met = used.wall <= GOAL and all(
                    here <= GROWTH * there
                    for here, there in (
                        (used.memory, before.memory),
                        (used.workers_memory, before.workers_memory),
                    )
                )
            before = used
    print(f"sweep: goals: at most {GOAL:.0f} s, memory at most {GROWTH:g} times: {'met' if met else 'missed'}")
    return met


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--model", default=MODEL)
    options.add_argument("--scenarios", type=int, default=SCENARIOS)
    options.add_argument("--replications", type=int, default=REPLICATIONS)
    options.add_argument("--workers", type=int, default=WORKERS)
    asked = options.parse_args()
    sys.exit(0 if run(asked.model, asked.scenarios, asked.replications, asked.workers) else 1)

"""What a shared home costs: push, pull and audit of a stored model against the same audit in memory, in one run.

Every figure is of a whole command in a process of its own: wall time, and the most memory that it held. The server is
one of our own (or the one that ``NEO4J_URI`` names, whose memory is then not told). What counts are the ratios to the
audit of the file in memory.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

# this folder holds a file that is called as the driver is: the root takes its place
sys.path[0] = str(Path(__file__).resolve().parents[1])

from benchmarks import generate
from tests.neo4j_server import Server, shared

PRINCIPALS, ENTITIES = 310, 100_000
MEBIBYTE = 1024
"""Kibibytes, in which the system tells memory."""
GOALS = {"audit of the stored model": 2.0, "audit by the server": 5.0, "push": 10.0, "pull": 1.5}
"""How many times the audit of the file in memory each may take at most."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds on the wall, and the most memory of the process in MiB."""

    seconds: float
    memory: float
    answer: str
    """What the command printed, but for the name of the engine, in short."""


def run_command(*args: str) -> Cost:
    """Run a command of Remit in a process of its own; raises SystemExit where it fails."""
    begin = time.perf_counter()
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen([sys.executable, "-m", "remit", *args], stdout=out, stderr=err)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begin
        for file in (out, err):
            file.seek(0)
        if os.waitstatus_to_exitcode(status):
            raise SystemExit(f"remit {' '.join(args)}: {err.read().decode(errors='replace')}")
        answer = sha256(out.read().replace(b'"engine": "neo4j"', b'"engine": "memory"')).hexdigest()
    return Cost(seconds, usage.ru_maxrss / MEBIBYTE, answer)


def server_memory(server: Server) -> float | None:
    """The most memory that the server has held, in MiB; None where that cannot be told."""
    if server.process is None:
        return None
    for line in Path(f"/proc/{server.process.pid}/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / MEBIBYTE
    return None


def measure(server: Server, folder: Path, principals: int, entities: int) -> dict[str, Cost]:
    """The cost of each command on an organisation of so many principals and about so many entities."""
    document = generate.organisation(principals, entities)
    path = folder / "model.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    stored = f"{server.uri}?model={document['model']['id']}"
    audit = ("--format", "json", "--certainty", "open", "--fail-on", "never")
    found = {"audit of the file in memory": run_command("audit", str(path), *audit)}
    found["push"] = run_command("push", str(path), server.uri)
    found["pull"] = run_command("pull", stored, "-o", str(folder / "pulled.json"))
    found["audit of the stored model"] = run_command("audit", stored, *audit)
    found["audit by the server"] = run_command("audit", stored, "--engine", "neo4j", *audit)
    return found


def run(_rounds: int = 1, principals: int = PRINCIPALS, entities: int = ENTITIES) -> bool:
    """Print the costs and the ratios; whether the goals are met."""
    with tempfile.TemporaryDirectory() as folder, shared() as server:
        costs = measure(server, Path(folder), principals, entities)
        held = server_memory(server)
    base = costs["audit of the file in memory"]
    print(f"{principals} principals, {entities} entities       wall s   times   memory MiB   times")
    for name, cost in costs.items():
        times, larger = cost.seconds / base.seconds, cost.memory / base.memory
        print(f"{name:36} {cost.seconds:8.1f} {times:7.2f} {cost.memory:12.0f} {larger:7.2f}")
    print(f"the server held at most {held:.0f} MiB" if held else "the server's memory is not known")
    answers = {cost.answer for name, cost in costs.items() if name.startswith("audit")}
    print("all audits give the same" if len(answers) == 1 else "the audits DIFFER")
    missed = {name: goal for name, goal in GOALS.items() if costs[name].seconds > goal * base.seconds}
    print("; ".join(f"{name}: goal under {goal:g} times" for name, goal in GOALS.items()))
    return not missed and len(answers) == 1


if __name__ == "__main__":
    sizes = [int(arg) for arg in sys.argv[1:3]] or [PRINCIPALS, ENTITIES]
    sys.exit(0 if run(1, *sizes) else 1)

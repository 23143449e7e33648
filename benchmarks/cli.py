"""What a whole `remit audit` costs, start included, beside importing the libraries that it is built on.

The model is a renamed copy of a shipped one with one fact changed, so nothing can have been kept from before. Both
programs are run by turns; what counts is the ratio of the medians, which no machine's speed changes much.
"""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

GOAL = 2.0
"""The ratio that a warm run should stay under."""
SHIPPED = "vasterbotten-2017"
IMPORTS = (sys.executable, "-c", "import networkx, pydantic")


def changed_copy(folder: Path) -> Path:
    """The shipped model under another id, with one fact changed."""
    for path in Path(str(files("remit.model.examples"))).glob("*.yaml"):
        (folder / path.name).write_bytes(path.read_bytes())
    text = (folder / f"{SHIPPED}.yaml").read_text(encoding="utf-8")
    renamed = re.sub(rf"^  id: {SHIPPED}$", "  id: renamed-copy", text, count=1, flags=re.MULTILINE)
    changed = renamed.replace("term_years: 1,", "term_years: 3,", 1)
    assert renamed not in (text, changed), "the shipped model is not written as this benchmark expects"
    copy = folder / "copy.yaml"
    copy.write_text(changed, encoding="utf-8")
    return copy


def seconds(command: tuple[str, ...], environment: dict[str, str]) -> float:
    """How long a program takes, from start to end."""
    begin = time.perf_counter()
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    taken = time.perf_counter() - begin
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{command} ended with {done.returncode}: {done.stderr.decode()}")
    return taken


def paired(
    one: tuple[str, ...], other: tuple[str, ...], rounds: int, environment: Callable[[], dict[str, str]]
) -> tuple[float, float]:
    """The median times of two programs that are run by turns."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        for command, taken in zip((one, other), times, strict=True):
            taken.append(seconds(command, environment()))
    return statistics.median(times[0]), statistics.median(times[1])


def run(rounds: int = 11) -> bool:
    """Print the medians and their ratio, warm and cold; whether the warm ratio is under the goal."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copy = changed_copy(folder)
        audit = (sys.executable, "-m", "remit", "audit", str(copy))

        # A shell that forbids compiled files would have every run compile us, and not the installed libraries.
        usual = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        compiled = str(folder / "compiled")

        def warm() -> dict[str, str]:
            return usual | {"PYTHONPYCACHEPREFIX": compiled}

        def cold() -> dict[str, str]:
            return usual | {"PYTHONPYCACHEPREFIX": tempfile.mkdtemp(dir=folder)}

        seconds(audit, warm())
        seconds(IMPORTS, warm())
        ours, theirs = paired(audit, IMPORTS, rounds, warm)
        print(f"remit audit, warm           {ours * 1000:7.0f} ms")
        print(f"import networkx, pydantic   {theirs * 1000:7.0f} ms")
        print(f"ratio                       {ours / theirs:7.2f}   (goal: under {GOAL:g})")
        first, imports = paired(audit, IMPORTS, max(3, rounds // 3), cold)
        print(f"cold (nothing compiled)     {first * 1000:7.0f} ms, imports {imports * 1000:.0f} ms,", end=" ")
        print(f"ratio {first / imports:.2f}")
    return ours / theirs < GOAL

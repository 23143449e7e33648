"""Run the benchmarks: `./dev benchmark [ROUNDS]`. Ends with 1 where one misses its goal."""

from __future__ import annotations

import sys
from pathlib import Path

# this folder holds a file that is called as the driver of Neo4j is: the root takes its place
sys.path[0] = str(Path(__file__).resolve().parents[1])

from benchmarks import cli, flow, hub, neo4j, size
from benchmarks import map as drawing


def main() -> int:
    """Run each, and say which missed its goal."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    missed = [module.__name__ for module in (cli, size, drawing, hub, neo4j, flow) if not module.run(rounds)]
    if missed:
        print(f"goal missed: {', '.join(missed)}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())

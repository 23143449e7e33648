"""Without numba the same source runs as plain Python; without SimPy the reference engine says so."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest
from tests.simulation.engines.random_plans import plan_at_random

from remit.simulation.chance import key
from remit.simulation.engines import NotInstalled, run

PROGRAM = """
import sys
sys.modules["numba"] = None  # as if it were not installed
import numpy as np
from remit.simulation.chance import key
from remit.simulation.engines import loop, run
from tests.simulation.engines.random_plans import plan_at_random
assert not loop.COMPILED
plan, draws, until = plan_at_random(3)
records = run(plan, draws, key(3, 0), until)
np.savez(sys.argv[1], *records)
"""


def test_without_numba_the_engine_tells_the_same(tmp_path: object) -> None:
    file = f"{tmp_path}/records.npz"
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", PROGRAM, file], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    plan, draws, until = plan_at_random(3)
    told = np.load(file)
    for name, column in zip(told.files, run(plan, draws, key(3, 0), until), strict=True):
        assert told[name].dtype == column.dtype
        assert np.array_equal(told[name], column)


def test_without_simpy_the_reference_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "simpy", None)
    plan, draws, until = plan_at_random(3)
    with pytest.raises(NotInstalled, match="simpy") as caught:
        run(plan, draws, key(3, 0), until, "reference")
    assert "paketet simpy" in caught.value.render("sv")

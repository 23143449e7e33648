"""The first start of the compiled engine: whoever waits for it is told, and it works where nothing can be kept."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("numba")

ASKED = "from remit.simulation.engines import to_compile; print(to_compile())"


def _asked(folder: Path, code: str = ASKED, **more: str) -> str:
    told = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"NUMBA_CACHE_DIR": str(folder), **more},
        capture_output=True,
        text=True,
        check=True,
    )
    return told.stdout.strip()


def test_an_engine_that_was_never_compiled_here_is_to_be_compiled(tmp_path: Path) -> None:
    assert _asked(tmp_path) == "True"


def test_where_no_folder_can_be_written_to_the_parts_are_compiled_all_the_same(tmp_path: Path) -> None:
    taken = tmp_path / "a-file"
    taken.write_text("no folder")
    code = (
        "from numba.core import caching; caching.CacheImpl._locator_classes = [];\n"
        "from remit.simulation.engines.compiled_parts import unit, word;\n"
        "from remit.simulation.engines import to_compile;\n"
        "print(unit(word(1 << 63)), to_compile())"
    )
    assert _asked(taken, code) == "0.5 True"

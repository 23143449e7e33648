"""What tests need and may not be there: tools, and the cases that are kept beside the project."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NoReturn

import pytest

CASES = Path(os.environ.get("REMIT_CASES", Path(__file__).resolve().parents[2] / "shared" / "cases"))


def missing(what: str) -> NoReturn:
    """Something that the tests need is not there: a failure on CI, elsewhere a skip that says what to install."""
    if os.environ.get("CI") == "true":
        pytest.fail(what)
    pytest.skip(what)


def case(path: str, what: str) -> Path:
    """A file of the cases; ``what`` it is called where it is not there."""
    file = CASES / path
    if not file.is_file():
        missing(f"there is no {what} at {file}: set REMIT_CASES to the folder that holds the cases")
    return file

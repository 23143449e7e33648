"""The command line: parse, call one function, print, exit status. Nothing is decided here."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from typing import NoReturn


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Run a command as ``remit`` does and leave with its exit status."""
    # A command makes many small things that live until it ends; looking them through over and over for cycles
    # takes a tenth of its time. What is not in a cycle is freed as ever.
    gc.set_threshold(100_000, 50, 50)
    from remit.cli.run import run

    sys.exit(run(sys.argv[1:] if args is None else list(args)))


__all__ = ["main"]

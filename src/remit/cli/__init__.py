"""The command line: parse, call one function, print, exit status. Nothing is decided here."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import NoReturn


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Run a command as ``remit`` does and leave with its exit status."""
    from remit.cli.run import run

    sys.exit(run(sys.argv[1:] if args is None else list(args)))


__all__ = ["main"]

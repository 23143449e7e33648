"""Where results go: standard output or a file, whole or not at all; everything else goes to standard error."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

PIPED_WIDTH = 100
"""How wide a text is that does not go to a terminal: the same everywhere, so that results can be compared."""


def wants_colour(stream: IO[str]) -> bool:
    """Whether a stream gets colour: ``NO_COLOR`` forbids it, ``FORCE_COLOR`` demands it, else a terminal decides."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def width() -> int:
    """The width of the terminal, or a fixed one where the text goes elsewhere."""
    if not sys.stdout.isatty():
        return PIPED_WIDTH
    told = os.environ.get("COLUMNS", "")
    if told.isascii() and told.isdigit() and int(told) > 0:
        return int(told)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or PIPED_WIDTH
    except (OSError, ValueError):
        return PIPED_WIDTH


@contextlib.contextmanager
def progress(label: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on standard error, where that is a terminal; gives what tells it how many of how many are done."""
    import click

    if not sys.stderr.isatty():
        yield lambda *_: None
        return
    with click.progressbar(length=1, label=label, file=sys.stderr) as bar:

        def move(done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        yield move


def tell(text: str) -> None:
    """Progress, warnings and errors: to standard error, which may be closed."""
    with contextlib.suppress(BrokenPipeError, ValueError):
        sys.stderr.write(text + "\n")
        sys.stderr.flush()


def show(text: str) -> None:
    """A result to standard output. A reader who has seen enough and closes the pipe is no fault."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        quiet()


def quiet() -> None:
    """Nothing more can be written; keep the interpreter from complaining of it at its end."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def save(path: str | Path, text: str) -> None:
    """Write a result to a file: the old one stays whole until the new one is."""
    from remit.model.files.write import write_text

    write_text(Path(path), text)

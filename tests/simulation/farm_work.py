"""Work for the tests of the farm; a module of its own, which worker processes import by its name."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from typing import Any


def thirds(shared: float, task: int) -> dict[str, Any]:
    """Numbers that no short decimal holds."""
    return {"task": task, "value": shared * task / 3, "text": "åäö"}


def counted(folder: str, task: int) -> int:
    """Leaves a mark each time that a task is carried out."""
    (Path(folder) / f"{task}-{os.getpid()}-{time.monotonic_ns()}").touch()
    return task * task


def killed_once(folder: str, task: int) -> int:
    """The first process that comes to task 3 is killed there."""
    mark = Path(folder) / "killed"
    if task == 3 and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(0.02)
    return task + 1


def always_killed(_: Any, task: int) -> int:
    """No process survives it."""
    os.kill(os.getpid(), signal.SIGKILL)
    return task


def refuses(_: Any, task: int) -> int:
    """Work that itself goes wrong."""
    raise ValueError(f"task {task}")


def stops_at_four(folder: str, task: int) -> int:
    """As if the user had interrupted the sweep."""
    if task == 4:
        raise KeyboardInterrupt
    return counted(folder, task)


def slow(shared: float, task: int) -> dict[str, Any]:
    """Takes a while, so that something can happen meanwhile."""
    time.sleep(0.1)
    return thirds(shared, task)


def _of_another_version() -> None:
    raise ImportError("there is no such module here")


class Newer:
    """What cannot be read elsewhere, as with another version of Remit there."""

    def __reduce__(self) -> tuple[Any, tuple[()]]:
        return _of_another_version, ()

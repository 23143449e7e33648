"""Writing a file so that it is either the old one, whole, or the new one, whole; every writer uses this."""

from __future__ import annotations

import contextlib
import itertools
import os
import stat
from pathlib import Path

from remit.model.files.problems import EnvironmentProblem, UsageProblem, reason

_NUMBERS = itertools.count()


def write_text(path: str | Path, text: str) -> None:
    """Write a text as UTF-8. Raises UsageProblem or EnvironmentProblem; a former file is then untouched."""
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: str | Path, data: bytes) -> None:
    """Write bytes to a temporary file in the same folder, and put that in the place of the old one.

    A device or pipe (``/dev/stdout``) is written to as it is. Raises as :func:`write_text`.
    """
    shown = str(path)
    try:
        # a link goes on pointing to its file, which is the one that changes
        target = Path(path).resolve()
        if target.is_dir():
            raise UsageProblem("is_folder", found=shown)
        if target.exists() and not target.is_file():
            with target.open("wb") as device:
                device.write(data)
            return
        _replace(target, data)
    except (FileNotFoundError, NotADirectoryError):
        raise UsageProblem("no_folder_to_write", found=shown) from None
    except PermissionError:
        raise EnvironmentProblem("no_right_to_write", found=shown) from None
    except (OSError, ValueError, RuntimeError) as error:
        raise EnvironmentProblem("cannot_write", found=shown, why=reason(error)) from None


def _replace(target: Path, data: bytes) -> None:
    temporary = target.with_name(f".{target.name[:100]}.{os.getpid()}.{next(_NUMBERS)}.tmp")
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else None
    # os.open and not tempfile: a new file gets the rights that the user's umask gives
    number = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            temporary.chmod(mode)
        temporary.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    _settle(target.parent)


def _settle(folder: Path) -> None:
    """Have the folder's entry on the disk too, where the system lets a folder be opened."""
    with contextlib.suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)

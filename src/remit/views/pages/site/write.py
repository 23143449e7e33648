"""Writing the site: whole or not at all, into a folder that is ours."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from remit.model.files.problems import EnvironmentProblem, reason
from remit.model.text import Text
from remit.views.pages.site import texts as t

MARK = "remit-site.txt"
"""The file by which we know a folder again as one that we made."""


class NotOurs(Exception):  # noqa: N818 (told to the user; see cli.run)
    """There is something in the place of the site that we have not made; :attr:`text` says so."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def write(directory: Path, files: Iterable[tuple[str, str]]) -> int:
    """Write files (path inside the folder, text) as a new folder that then takes the old one's place; gives how many.

    Raises :class:`NotOurs` where the place is taken by something that we have not made, EnvironmentProblem where the
    disk refuses; what was there is then untouched.
    """
    shown = str(directory)
    try:
        target = directory.resolve()
        _check(target, shown)
        temporary = target.with_name(f".{target.name[:100]}.{os.getpid()}.new")
        old = target.with_name(f".{target.name[:100]}.{os.getpid()}.old")
        if not target.parent.is_dir():
            raise NotOurs(Text(t.NO_FOLDER.sv.format(path=shown), t.NO_FOLDER.en.format(path=shown)))
        try:
            number = _fill(temporary, files)
            _swap(temporary, target, old)
        finally:
            shutil.rmtree(temporary, ignore_errors=True)
    except PermissionError:
        raise EnvironmentProblem("no_right_to_write", found=shown) from None
    except OSError as error:
        raise EnvironmentProblem("cannot_write", found=shown, why=reason(error)) from None
    return number


def _check(target: Path, shown: str) -> None:
    """Raise where the place is taken by something that we have not made."""
    if not target.exists() and not target.is_symlink():
        return
    if not target.is_dir():
        raise NotOurs(Text(t.NO_PLACE.sv.format(path=shown), t.NO_PLACE.en.format(path=shown)))
    mark = target / MARK
    ours = mark.is_file() and mark.read_text(encoding="utf-8", errors="replace").startswith(t.MARK_LINE)
    if not ours and any(target.iterdir()):
        raise NotOurs(Text(t.NOT_OURS.sv.format(path=shown), t.NOT_OURS.en.format(path=shown)))


def _fill(folder: Path, files: Iterable[tuple[str, str]]) -> int:
    folder.mkdir()
    number = 0
    made = {folder}
    for path, text in files:
        place = folder / path
        if place.parent not in made:
            place.parent.mkdir(parents=True, exist_ok=True)
            made.add(place.parent)
        with place.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
        number += 1
    with (folder / MARK).open("x", encoding="utf-8", newline="\n") as file:
        file.write(t.MARK_TEXT)
        file.flush()
        os.fsync(file.fileno())
    return number


def _swap(new: Path, target: Path, old: Path) -> None:
    """Put the new folder in the old one's place; where that fails, the old one is put back."""
    had = target.exists()
    if had:
        target.rename(old)
    try:
        new.rename(target)
    except BaseException:
        if had:
            with contextlib.suppress(OSError):
                old.rename(target)
        raise
    if had:
        shutil.rmtree(old, ignore_errors=True)

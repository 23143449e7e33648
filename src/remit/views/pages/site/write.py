"""Writing the site: whole or not at all, into a folder that is free or ours, where only our own files are replaced.

The mark in the folder lists what we wrote. What it does not list is somebody else's and is never moved or removed.
The folder itself stays the same one (with its rights, and for whoever stands in it).
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path, PurePosixPath

from remit.model.files.problems import EnvironmentProblem, reason
from remit.model.text import Text
from remit.views.harmless import plain
from remit.views.pages.site import texts as t
from remit.views.pages.site.frame import fill

MARK = "remit-site.txt"
"""The file by which we know a folder again as one that we made, with the paths of all that we wrote."""
_BOTH = "remit-site.both.txt"
"""What stands as the mark while files are exchanged: the paths of the old and the new ones."""
MOST_NAMED = 5
_REFUSED = (errno.ENOENT, errno.ENOTDIR, errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP)
"""What systems answer where a place takes no files at all."""


class NotOurs(Exception):  # noqa: N818 (told to the user; see cli.run)
    """There is something in the place of the site that we have not made; :attr:`text` says so."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def write(directory: Path, files: Iterable[tuple[str, str]]) -> int:
    """Write files (path inside the folder, text) as a new folder, or in the place of those that we wrote into it the
    last time; gives how many.

    Raises :class:`NotOurs` where the place is taken by something that we have not made, EnvironmentProblem where the
    disk refuses; what was there is then untouched.
    """
    shown = str(directory)
    try:
        target = _resolved(directory)
        ours = _ours(target, shown)
        if target.is_dir():
            return _exchange(target, files, ours, shown)
        return _new(target, files, shown)
    except PermissionError:
        raise EnvironmentProblem("no_right_to_write", found=shown) from None
    except OSError as error:
        why = t.TAKES_NO_FILES if error.errno in _REFUSED else reason(error)
        raise EnvironmentProblem("cannot_write", found=shown, why=why) from None


def _resolved(directory: Path) -> Path:
    try:
        return directory.resolve()
    except RuntimeError:  # how Python before 3.13 tells of links that go round
        raise OSError(errno.ELOOP, "loop") from None


def _ours(target: Path, shown: str) -> set[str]:
    """The paths of what we wrote into a folder and that is still there; raises where the folder is somebody else's."""
    if not os.path.lexists(target):
        return set()
    if not target.is_dir():
        raise NotOurs(fill(t.NO_PLACE, path=plain(shown)))
    mark = target / MARK
    lines = mark.read_text(encoding="utf-8", errors="replace").splitlines() if _is_file(target, MARK) else []
    if lines[:1] == [t.MARK_LINE.strip()]:
        return {one for one in (MARK, *lines[1:]) if _is_inside(one) and _is_file(target, one)}
    if any(target.iterdir()):
        raise NotOurs(fill(t.NOT_OURS, path=plain(shown)))
    return set()


def _is_inside(path: str) -> bool:
    """Whether a line of a mark names a path that stays inside the folder."""
    parts = PurePosixPath(path).parts
    return bool(parts) and ".." not in parts and not Path(path).is_absolute()


def _is_file(target: Path, path: str) -> bool:
    """Whether a path is a file of its own, reached by no link."""
    place = target / path
    return place.is_file() and not any(one.is_symlink() for one in (place, *_between(target, place)))


def _between(target: Path, place: Path) -> Iterator[Path]:
    """The folders between the target and a place inside it, the innermost first."""
    for folder in place.parents:
        if folder == target:
            return
        yield folder


def _new(target: Path, files: Iterable[tuple[str, str]], shown: str) -> int:
    if not target.parent.is_dir():
        raise NotOurs(fill(t.NO_FOLDER, path=plain(shown)))
    temporary = _free(target.parent, f".{target.name[:100]}.new")
    try:
        number = len(_fill(temporary, files, ()))
        temporary.rename(target)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
    return number


def _free(folder: Path, name: str) -> Path:
    """A place in a folder where nothing is, not even what a run that was broken off has left."""
    places = (folder / f"{name}.{os.getpid()}.{number}" for number in count())
    return next(place for place in places if not os.path.lexists(place))


def _exchange(target: Path, files: Iterable[tuple[str, str]], ours: set[str], shown: str) -> int:
    """Fill a folder inside the target, then move its files into the places of ours, one by one; where that fails,
    everything is moved back.
    """
    new, old = (_free(target, f".remit-site.{which}") for which in ("new", "old"))
    try:
        made = _fill(new, files, ours)
        _check(target, made, ours, shown)
        old.mkdir()
        _swap(target, new, old, made, ours)
        shutil.rmtree(old, ignore_errors=True)  # nothing but files of ours were moved there
        _without_empty(target, ours)
    finally:
        shutil.rmtree(new, ignore_errors=True)
    return len(made)


def _fill(folder: Path, files: Iterable[tuple[str, str]], before: Iterable[str]) -> list[str]:
    """Write the files and the mark into a new folder; gives their paths."""
    folder.mkdir()
    paths: list[str] = []
    made = {folder}
    for path, text in files:
        place = folder / path
        if place.parent not in made:
            place.parent.mkdir(parents=True, exist_ok=True)
            made.add(place.parent)
        with place.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
        paths.append(path)
    _mark(folder / MARK, paths)
    if before:
        _mark(folder / _BOTH, {*paths, *before} - {MARK})
    return paths


def _mark(place: Path, paths: Iterable[str]) -> None:
    with place.open("x", encoding="utf-8", newline="\n") as file:
        file.write(t.MARK_TEXT)
        file.writelines(f"{path}\n" for path in sorted(paths))
        file.flush()
        os.fsync(file.fileno())


def _check(target: Path, made: Iterable[str], ours: set[str], shown: str) -> None:
    """Raise where something that is not ours stands in the place of a file or folder of the site."""
    taken = set()
    for path in (MARK, *made):
        place = target / path
        if path not in ours and os.path.lexists(place):
            taken.add(path)
        for folder in _between(target, place):
            # what is ours and goes away is no hindrance
            if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
                taken.add(folder.relative_to(target).as_posix())
    if taken:
        first = ", ".join(map(plain, sorted(taken)[:MOST_NAMED]))
        more = len(taken) - MOST_NAMED
        names = fill(t.AND_MORE, names=first, n=more) if more > 0 else Text(first, first)
        raise NotOurs(fill(t.IN_THE_WAY, path=plain(shown), names=names))


def _swap(target: Path, new: Path, old: Path, made: list[str], ours: set[str]) -> None:
    """Move ours out and the new ones in; where that fails, all is moved back.

    The mark lists both while this goes on: who pulls the plug has a folder that the next run still knows.
    """
    done: list[tuple[Path, Path]] = []

    def move(here: Path, there: Path) -> None:
        there.parent.mkdir(parents=True, exist_ok=True)
        here.rename(there)
        done.append((here, there))

    try:
        if MARK in ours:
            move(target / MARK, old / MARK)
            move(new / _BOTH, target / MARK)
        for path in sorted({*made, *ours} - {MARK}):
            if path in ours:
                move(target / path, old / path)
            if (new / path).exists():
                move(new / path, target / path)
        if MARK in ours:
            move(target / MARK, old / _BOTH)
        move(new / MARK, target / MARK)
    except BaseException:
        for here, there in reversed(done):
            with contextlib.suppress(OSError):
                there.rename(here)
        _without_empty(target, made)
        _without_empty(old, (*ours, _BOTH))
        with contextlib.suppress(OSError):
            old.rmdir()  # what could not be moved back stays in it
        raise


def _without_empty(target: Path, paths: Iterable[str]) -> None:
    """Remove the folders that stand empty where paths were."""
    for folder in sorted({one for path in paths for one in _between(target, target / path)}, reverse=True):
        with contextlib.suppress(OSError):
            folder.rmdir()

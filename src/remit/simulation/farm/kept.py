"""Results kept in a folder, one file each, so that a sweep that was stopped goes on where it was."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from remit import __version__
from remit.model.files.problems import reason
from remit.model.files.write import write_text
from remit.simulation.farm.faults import FarmProblem, WrongFolder


class Kept:
    """The results of one kind of work in a folder. Each file tells what it is a result of, and is whole or not there.

    The name of a file follows from the version of Remit, the work, the fingerprint and the key, so results of
    something else in the same folder are never taken. It holds a sum of the result, so that one that was altered
    later, by a failing disk or by hand, counts as not there.
    """

    def __init__(self, folder: Path, work: Any, fingerprint: str) -> None:
        if folder.exists() and not folder.is_dir():
            raise WrongFolder(folder)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise FarmProblem("cannot_keep", found=str(folder), why=reason(error)) from None
        self.folder = folder
        self.about = [__version__, f"{work.__module__}.{work.__qualname__}", fingerprint]

    def _path(self, key: str) -> Path:
        name = hashlib.sha256("\0".join([*self.about, key]).encode()).hexdigest()
        return self.folder / f"{name[:40]}.json"

    def there(self, keys: Iterable[str]) -> frozenset[str]:
        """Those keys whose results are there, whole. A file that cannot be read counts as not there."""
        return frozenset(key for key in keys if self._read(key) is not None)

    def get(self, key: str) -> Any:
        """A result that is there. Raises KeyError where it is not, or not any more."""
        told = self._read(key)
        if told is None:
            raise KeyError(key)
        return told["result"]

    def _read(self, key: str) -> dict[str, Any] | None:
        try:
            told = json.loads(self._path(key).read_text("utf-8"))
        except (OSError, ValueError):
            return None
        if not isinstance(told, dict) or told.get("of") != [*self.about, key] or "result" not in told:
            return None
        return told if told.get("sum") == _sum(json.dumps(told["result"], ensure_ascii=False)) else None

    def keep(self, key: str, result: str) -> None:
        """Keep a result (as :func:`json.dumps` writes it)."""
        about = json.dumps([*self.about, key], ensure_ascii=False)
        write_text(self._path(key), f'{{"of": {about}, "sum": "{_sum(result)}", "result": {result}}}\n')


def _sum(result: str) -> str:
    return hashlib.sha256(result.encode()).hexdigest()[:16]


__all__ = ["Kept"]

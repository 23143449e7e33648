"""Results kept in a folder, one file each, so that a sweep that was stopped goes on where it was."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from remit import __version__
from remit.model.files.write import write_text
from remit.simulation.farm.faults import WrongFolder


class Kept:
    """The results of one kind of work in a folder. Each file tells what it is a result of, and is whole or not there.

    The name of a file follows from the version of Remit, the work, the fingerprint and the key, so results of
    something else in the same folder are never taken.
    """

    def __init__(self, folder: Path, work: Any, fingerprint: str) -> None:
        if folder.exists() and not folder.is_dir():
            raise WrongFolder(folder)
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.about = [__version__, f"{work.__module__}.{work.__qualname__}", fingerprint]

    def _path(self, key: str) -> Path:
        name = hashlib.sha256("\0".join([*self.about, key]).encode()).hexdigest()
        return self.folder / f"{name[:40]}.json"

    def known(self, keys: Iterable[str]) -> dict[str, Any]:
        """The results that are there, of those asked for. A file that cannot be read counts as not there."""
        found = {}
        for key in keys:
            try:
                told = json.loads(self._path(key).read_text("utf-8"))
            except (OSError, ValueError):
                continue
            if isinstance(told, dict) and told.get("of") == [*self.about, key] and "result" in told:
                found[key] = told["result"]
        return found

    def keep(self, key: str, result: str) -> None:
        """Keep a result (as JSON)."""
        about = json.dumps([*self.about, key], ensure_ascii=False)
        write_text(self._path(key), f'{{"of": {about}, "result": {result}}}\n')


__all__ = ["Kept"]

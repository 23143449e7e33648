"""One file per kind of change; :func:`registry` finds them by walking this folder."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from remit.model.changes.kind import ChangeKind


@cache
def registry() -> dict[str, ChangeKind]:
    """Every kind of change by the word that it begins with, in the order of the files' names."""
    found: dict[str, ChangeKind] = {}
    for module_info in pkgutil.iter_modules(__path__):
        module = importlib.import_module(f"{__name__}.{module_info.name}")
        for value in vars(module).values():
            if isinstance(value, type) and issubclass(value, ChangeKind) and value.__module__ == module.__name__:
                found[value.name] = value()
    return dict(sorted(found.items()))

"""One file per kind of entity; :func:`registry` finds them by walking this folder."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from remit.model.kind import Entity


@cache
def registry() -> dict[str, type[Entity]]:
    """Every kind by name, in the order of the files' names."""
    found: dict[str, type[Entity]] = {}
    for module_info in pkgutil.iter_modules(__path__):
        if module_info.name.startswith("_"):
            continue
        module = importlib.import_module(f"{__name__}.{module_info.name}")
        for value in vars(module).values():
            if isinstance(value, type) and issubclass(value, Entity) and value.__module__ == module.__name__:
                found[value.kind_meta.name] = value
    return dict(sorted(found.items()))


@cache
def sections() -> dict[str, str]:
    """Which kind stands in which section of a file (parts, which stand inside others, excluded)."""
    inside = {kind for cls in registry().values() for _, kind in cls.kind_meta.parts}
    return {cls.kind_meta.section: name for name, cls in registry().items() if name not in inside}

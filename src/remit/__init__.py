"""Remit: an organisation shared by several principals as a graph that can be audited.

`remit.load(path)` is where to begin. What it needs is imported when it is first asked for, so that
`import remit` costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from remit.api import load as load

__version__ = "0.1.0"

# Listed, and not whatever remit.api holds: `from remit import graph` asks here first and must not load it.
_FROM_API = ("load",)

__all__ = ["__version__", *_FROM_API]  # noqa: PLE0604 (all of them are strings)


def __getattr__(name: str) -> Any:
    if name in _FROM_API:
        return getattr(import_module("remit.api"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *_FROM_API})

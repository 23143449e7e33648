"""A log read, and the structure that it is compared with: one result."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from remit.graph.org import Org
from remit.simulation.eventlog.lived import DONE, STOPPED, Lived, lived
from remit.simulation.eventlog.paths import Paths, compare_paths, entity_ids
from remit.simulation.eventlog.read import read_log

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, eq=False)
class LogReport:
    """What a log tells; ``paths``: lived against designed, where a structure was given."""

    lived: Lived
    paths: Paths | None = None
    org: Org | None = None

    def parameters(self, steps: Mapping[str, str] | None = None) -> str:
        """What the log tells as a parameters file; see :func:`~remit.simulation.eventlog.estimate.estimate`."""
        from remit.simulation.eventlog.estimate import estimate
        from remit.simulation.parameters import load_parameters

        base = load_parameters()
        return estimate(self.lived, base, steps or {}, self.org).parameters(base)

    def to_dict(self, lang: str = "sv") -> dict[str, Any]:
        """The public form."""
        return {**self.lived.to_dict(lang), "paths": self.paths.to_dict(lang) if self.paths else None}

    def to_frame(self) -> pd.DataFrame:
        """One row per activity. Needs pandas."""
        return self.lived.to_frame()

    def __repr__(self) -> str:
        return repr(self.lived)


def numbered(known: Collection[str]) -> Callable[[str], str]:
    """Calls each performer by a number, in the order that they are met; those that are ``known`` (capitals aside) by
    their name.
    """
    numbers: dict[str, int] = {}

    def called(name: str) -> str:
        told = name.strip().casefold()
        return name if not told or told in known else f"person {numbers.setdefault(told, len(numbers) + 1)}"

    return called


def report(
    path: str | Path,
    org: Org | None = None,
    done: Collection[str] = (),
    stopped: Collection[str] = (),
    *,
    persons: bool = True,
) -> LogReport:
    """Read a log and count it; arguments as for :func:`~remit.simulation.eventlog.lived.lived`. Without ``persons``
    those who did something get a number, but for entities of the structure.
    """
    ends = ([one.casefold() for one in names] or usual for names, usual in ((done, DONE), (stopped, STOPPED)))
    known = entity_ids(org) if org is not None else {}
    found = lived(read_log(path, None if persons else numbered(known)), *ends)
    return LogReport(found, compare_paths(found, org) if org is not None else None, org)


__all__ = ["LogReport", "report"]

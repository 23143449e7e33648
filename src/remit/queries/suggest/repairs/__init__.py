"""Which changes may repair a finding, by rule: general moves over the structure, thought out beside the rules, not in
them. A module here declares some; it is discovered.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache

from remit.queries.suggest.candidate import Candidate, Case, Repair

_DECLARED: dict[str, list[Repair]] = {}


def repairs(*codes: str) -> Callable[[Repair], Repair]:
    """Declare a function as giving repairs for findings of some rules."""

    def declare(function: Repair) -> Repair:
        for code in codes:
            _DECLARED.setdefault(code, []).append(function)
        return function

    return declare


@cache
def declared() -> dict[str, tuple[Repair, ...]]:
    """The repairs of each rule that has any, in the order in which the modules and functions stand."""
    for found in sorted(pkgutil.iter_modules(__path__), key=lambda one: one.name):
        importlib.import_module(f"{__name__}.{found.name}")
    return {code: tuple(functions) for code, functions in sorted(_DECLARED.items())}


def candidates(case: Case) -> Iterator[Candidate]:
    """The candidate changes for one finding."""
    for repair in declared().get(case.code, ()):
        yield from repair(case)

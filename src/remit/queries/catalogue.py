"""The rules there are, found by walking their folder."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from remit.queries import rules
from remit.queries.rule import Detect, Rule, RuleError


@cache
def catalogue() -> dict[str, tuple[Rule, Detect]]:
    """Every rule by code, with its ``detect``, sorted by code.

    Raises :class:`~remit.queries.rule.RuleError` where a folder's name and the rule's code differ.
    """
    found: dict[str, tuple[Rule, Detect]] = {}
    for info in pkgutil.iter_modules(rules.__path__):
        module = importlib.import_module(f"{rules.__name__}.{info.name}.rule")
        rule: Rule = module.RULE
        wanted = f"{rule.code}_{rule.name.replace('-', '_')}"
        if info.name != wanted:
            raise RuleError(f"the folder of {rule.code} is called {info.name}; {wanted} would be right")
        found[rule.code] = (rule, module.detect)
    return dict(sorted(found.items()))


def matching(patterns: tuple[str, ...]) -> set[str]:
    """The codes that equal or begin with one of the patterns (case does not matter)."""
    return {code for code in catalogue() if any(code.startswith(p.upper()) for p in patterns)}

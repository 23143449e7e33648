"""Several answers to one question, different in kind."""

from __future__ import annotations

import math

from remit.queries.suggest.program import Cut
from remit.queries.suggest.search import Answer, Search


def alternatives(search: Search, most: int) -> list[Answer]:
    """The best answer and others that reach as many goals by other kinds of change: each does without at least half of
    the kinds that each answer before it could have been done without (fewer where no such set is found).
    """
    first = search.best()
    if first is None or not first.chosen:
        return []
    found, give_up = [first], search.missed(first)
    while len(found) < most and not search.exhausted:
        kinds = [frozenset(search.options[at].kind for at in answer.chosen) for answer in found]
        free = [sum(_spared(search, kind, give_up) for kind in sorted(one)) for one in kinds]
        step = max((math.ceil(number / 2) for number in free), default=0)
        another = None
        while step >= 1 and another is None and not search.exhausted:
            cuts = [
                Cut(one, len(one) - max(1, min(step, math.ceil(number / 2))))
                for one, number in zip(kinds, free, strict=True)
            ]
            another = search.best(cuts, give_up)
            step //= 2
        if another is None or not another.chosen or another.chosen in {answer.chosen for answer in found}:
            break
        found.append(another)
    return found


def _spared(search: Search, kind: str, give_up: int) -> bool:
    """Whether the program knows a choice without a kind of change."""
    return search.program.solve(search.clauses(), [Cut(frozenset({kind}), 0)], give_up=give_up) is not None

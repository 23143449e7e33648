"""Where a token can go from a row, and which rows it can come to more than once."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from remit.simulation.engines.once import of_the_last_plan
from remit.simulation.plan import Dist, Op, Plan

ENDS = (int(Op.ANSWER), int(Op.STOP), int(Op.END))
JUMPS = (int(Op.CHANCE), int(Op.JOIN), int(Op.MEET))
FORK, MEET = int(Op.FORK), int(Op.MEET)


@of_the_last_plan
def ways(plan: Plan) -> list[list[int]]:
    """For each row the rows that the same token can come to next; the children of a fork are other tokens."""
    rows = plan.rows
    count = len(rows.op)
    found: list[list[int]] = []
    columns = zip(rows.op.tolist(), rows.jump.tolist(), rows.other.tolist(), strict=True)
    for row, (op, jump, other) in enumerate(columns):
        own = [] if op in ENDS else [row + 1]
        if op in JUMPS:
            own.append(jump)
        if op == MEET:
            own.append(other)
        found.append([way for way in own if 0 <= way < count])
    return found


def reached(goes: list[list[int]], starts: Iterable[int]) -> list[int]:
    """The rows that are come to from some, these with them."""
    seen = {start for start in starts if 0 <= start < len(goes)}
    ahead = list(seen)
    for row in ahead:  # which grows
        for way in goes[row]:
            if way not in seen:
                seen.add(way)
                ahead.append(way)
    return ahead


@of_the_last_plan
def come_again(plan: Plan) -> NDArray[np.bool_]:
    """The rows where visits are counted: those that one token can come to twice, where a visit matters."""
    found: NDArray[np.bool_] = on_a_cycle(plan) & _drawn(plan)
    return found


def on_a_cycle(plan: Plan) -> NDArray[np.bool_]:
    """The rows on a cycle of the programme, or between two, and those of children that can begin twice: all that one
    token can come to twice are among them.
    """
    rows, goes = plan.rows, ways(plan)
    kept = _ringed(goes)
    begun = np.zeros(len(goes), np.int64)
    for fork in np.flatnonzero(rows.op == FORK).tolist():
        firsts = plan.children.first[rows.jump[fork] : rows.jump[fork] + rows.limit[fork]].tolist()
        begun[reached(goes, firsts)] += 2 if kept[fork] else 1
    return kept | (begun > 1)


def _ringed(goes: list[list[int]]) -> NDArray[np.bool_]:
    """What is left when rows that nothing comes to, and rows that go nowhere, are taken away until there are none."""
    count = len(goes)
    comes: list[list[int]] = [[] for _ in range(count)]
    for row, own in enumerate(goes):
        for way in own:
            comes[way].append(row)
    kept = np.ones(count, np.bool_)
    for ways_of, back in ((goes, comes), (comes, goes)):
        left = [len(before) for before in back]
        bare = [row for row in range(count) if left[row] == 0]
        for row in bare:  # which grows
            kept[row] = False
            for way in ways_of[row]:
                left[way] -= 1
                if left[way] == 0:
                    bare.append(way)
    return kept


def _drawn(plan: Plan) -> NDArray[np.bool_]:
    """The rows where something is drawn for the visit, or that remember what was returned."""
    rows = plan.rows
    times = np.isin(rows.op, (Op.WAIT, Op.SERVE, Op.STOP)) & (rows.dist != Dist.FIXED)
    springs = np.isin(rows.op, (Op.COPY, Op.STOP)) & (rows.p > 0)
    chances = (rows.op == Op.CHANCE) & (rows.limit != 1) & (rows.p > 0) & (rows.p < 1)
    found: NDArray[np.bool_] = times | springs | chances | (rows.op == Op.MEET)
    return found


__all__ = ["come_again", "on_a_cycle", "reached", "ways"]

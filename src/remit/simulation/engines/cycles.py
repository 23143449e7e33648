"""Which rows a token can come to more than once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from remit.simulation.plan import NOBODY, Dist, Op, Plan


def come_again(plan: Plan) -> NDArray[np.bool_]:
    """The rows that one token can come to twice, and perhaps some more: those that stand on a cycle of the programme
    or between two, and where the visit matters. Only there are visits counted.
    """
    rows = plan.rows
    count = len(rows.op)
    goes: list[list[int]] = [[] for _ in range(count)]
    for row in range(count):
        op, jump, other = int(rows.op[row]), int(rows.jump[row]), int(rows.other[row])
        if op not in {Op.ANSWER, Op.STOP, Op.END} and row + 1 < count:
            goes[row].append(row + 1)
        if op in {Op.CHANCE, Op.JOIN, Op.MEET} and jump != NOBODY:
            goes[row].append(jump)
        if op == Op.MEET and other != NOBODY:
            goes[row].append(other)
        if op == Op.FORK:  # the children's rows are come to again when the fork is
            for first in plan.children.first[jump : jump + int(rows.limit[row])].tolist():
                goes[row].append(first)
                for end in _answers_from(plan, first):
                    goes[end].append(row + 1)
    comes: list[list[int]] = [[] for _ in range(count)]
    for row, ways in enumerate(goes):
        for way in ways:
            comes[way].append(row)
    kept = _drawn(plan)
    for ways_of, back in ((goes, comes), (comes, goes)):
        left = [len(before) for before in back]
        bare = [row for row in range(count) if left[row] == 0]
        while bare:
            row = bare.pop()
            kept[row] = False
            for way in ways_of[row]:
                left[way] -= 1
                if left[way] == 0:
                    bare.append(way)
    return kept


def _answers_from(plan: Plan, first: int) -> list[int]:
    rows = plan.rows
    seen, ahead, found = {first}, [first], []
    while ahead:
        row = ahead.pop()
        op = int(rows.op[row])
        if op in {Op.ANSWER, Op.STOP}:
            found.append(row)
            continue
        ways = [row + 1]
        if op in {Op.CHANCE, Op.JOIN, Op.MEET}:
            ways.append(int(rows.jump[row]))
        if op == Op.MEET:
            ways.append(int(rows.other[row]))
        for way in ways:
            if 0 <= way < len(rows.op) and way not in seen:
                seen.add(way)
                ahead.append(way)
    return sorted(found)


def _drawn(plan: Plan) -> NDArray[np.bool_]:
    """The rows where something is drawn for the visit, or that remember what was returned."""
    rows = plan.rows
    times = np.isin(rows.op, (Op.WAIT, Op.SERVE, Op.STOP)) & (rows.dist != Dist.FIXED)
    springs = np.isin(rows.op, (Op.COPY, Op.STOP)) & (rows.p > 0)
    chances = (rows.op == Op.CHANCE) & (rows.limit != 1) & (rows.p > 0) & (rows.p < 1)
    found: NDArray[np.bool_] = times | springs | chances | (rows.op == Op.MEET)
    return found

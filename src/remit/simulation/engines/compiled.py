"""The compiled engine: the event loop over bare arrays, and the same loop as plain Python."""

from __future__ import annotations

import sys
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from types import ModuleType
from typing import Any

import numpy as np

from remit.simulation.engines import tables
from remit.simulation.engines.tables import Program, State
from remit.simulation.engines.trouble import Runaway
from remit.simulation.plan import NOBODY, Draws, Op, Plan, Records

START = 256
"""Room at the start; it doubles when it is full."""


def compiled(plan: Plan, draws: Draws, key: int, until: float, *, at_once: int, cap: int) -> Records:
    """Played by the loop compiled with numba; by the plain one where numba is not installed."""
    from remit.simulation.engines import loop

    return _played(loop, plan, draws, key, until, at_once, cap)


def plain(plan: Plan, draws: Draws, key: int, until: float, *, at_once: int, cap: int) -> Records:
    """Played by the same source as plain Python, whether numba is installed or not."""
    return _played(_plain_loop(), plan, draws, key, until, at_once, cap)


@cache
def _plain_loop() -> ModuleType:
    from remit.simulation.engines import loop

    if not loop.COMPILED:
        return loop
    name = f"{loop.__name__}_plain"  # by its name the source knows that it is not to be compiled
    spec = spec_from_file_location(name, loop.__file__)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def _played(loop: ModuleType, plan: Plan, draws: Draws, key: int, until: float, at_once: int, cap: int) -> Records:
    fast = bool(loop.COMPILED)
    program = _program(plan, draws, fast)
    state = _state(plan, draws, fast)
    most = int(plan.rows.limit[plan.rows.op == Op.FORK].max(initial=0))
    start = np.uint64(key) if fast else key
    state, how, row, at = loop.play(program, state, start, float(until), most + 4, at_once, cap)
    if how != tables.DONE:
        raise Runaway(plan, int(row), float(at), at_once if how == tables.TOO_MANY_AT_ONCE else None, cap)
    return _records(state)


def _program(plan: Plan, draws: Draws, fast: bool) -> Program:
    rows, sit, arrive = plan.rows, draws.sittings, draws.arrivals

    def column(values: Any, kind: Any = np.int64) -> Any:
        array = np.ascontiguousarray(values, kind)
        return array if fast else array.tolist()

    return Program(
        column(rows.op),
        column(rows.station),
        column(rows.jump),
        column(rows.other),
        column(rows.limit),
        column(rows.dist),
        column(rows.a, np.float64),
        column(rows.b, np.float64),
        column(rows.c, np.float64),
        column(rows.p, np.float64),
        column(rows.salt, np.uint64),
        column(come_again(plan), np.bool_),
        column(plan.children.principal),
        column(plan.children.first),
        column(plan.stations.servers),
        column(plan.stations.order),
        column(plan.classes.first),
        column(plan.classes.urgent),
        column(sit.time, np.float64),
        column(sit.station),
        column(sit.closes, np.float64),
        column(sit.places),
        column(sit.p_return, np.float64),
        column(arrive.time, np.float64),
        column(arrive.klass),
        column(arrive.uid, np.uint64),
    )


def _state(plan: Plan, draws: Draws, fast: bool) -> State:
    most = int(plan.rows.limit[plan.rows.op == Op.FORK].max(initial=0))
    size = START + 2 * most
    stations = len(plan.stations.place)
    lanes = np.full(stations * 2 * tables.LANE, NOBODY, np.int64)
    lanes[tables.LENGTH :: tables.LANE] = 0
    count = np.zeros(tables.COUNTERS, np.int64)
    count[tables.FREE] = count[tables.FREE_NODE] = NOBODY

    def room(length: int, kind: Any = np.int64) -> Any:
        array = np.zeros(length, kind)
        return array if fast else array.tolist()

    return State(
        room(size, np.uint64),
        room(size, np.float64),
        room(size * tables.TOKEN),
        room(size * tables.NODE),
        lanes if fast else lanes.tolist(),
        room(stations),
        room(size, np.float64),
        room(size, np.uint64),
        room(size * tables.ENTRY) if fast else [],
        room(size, np.float64),
        room(size, np.uint64),
        room(size, np.uint64),
        room(size * tables.RECORD, np.int32),
        room(size),
        count if fast else count.tolist(),
        room(len(draws.sittings.time), np.int32),
        room(len(draws.sittings.time), np.int32),
    )


def come_again(plan: Plan) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """The rows that one token can come to twice, and perhaps some more: those that stand on a cycle of the programme
    or between two. Only there are visits counted.
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
    kept = np.ones(count, np.bool_)
    for ways, back in ((goes, comes), (comes, goes)):
        left = [len(before) for before in back]
        bare = [row for row in range(count) if left[row] == 0]
        while bare:
            row = bare.pop()
            kept[row] = False
            for way in ways[row]:
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


def _records(state: State) -> Records:
    count = int(state.count[tables.RECORDS])
    ints = np.asarray(state.rec[: count * tables.RECORD], np.int32).reshape(count, tables.RECORD)
    return in_order(
        np.asarray(state.rec_time[:count], np.float64),
        np.asarray(state.rec_uid[:count], np.uint64),
        ints[:, tables.R_CHILD],
        ints[:, tables.R_ROW],
        ints[:, tables.R_WHAT],
        ints[:, tables.R_OTHER],
        np.asarray(state.rec_origin[:count], np.uint64),
        np.asarray(state.waiting, np.int32),
        np.asarray(state.treated, np.int32),
    )


def in_order(
    time: Any, uid: Any, child: Any, row: Any, what: Any, other: Any, origin: Any, waiting: Any, treated: Any
) -> Records:
    """Records in the canonical order, numbered, from those of an engine in the order in which each token's were
    written.
    """
    count = len(time)
    by_token = np.lexsort((child, uid))
    same = (uid[by_token][1:] == uid[by_token][:-1]) & (child[by_token][1:] == child[by_token][:-1])
    starts = np.flatnonzero(np.concatenate(([True], ~same))) if count else np.zeros(0, np.int64)
    lengths = np.diff(np.append(starts, count))
    number = np.empty(count, np.int32)
    number[by_token] = np.arange(count) - np.repeat(starts, lengths)
    order = np.lexsort((number, child, uid, time))
    return Records(
        time[order],
        uid[order],
        child[order].astype(np.int32),
        number[order],
        row[order].astype(np.int32),
        what[order].astype(np.int8),
        other[order].astype(np.int64),
        origin[order],
        waiting,
        treated,
    )

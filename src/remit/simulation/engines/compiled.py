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
    need = int(plan.rows.limit[plan.rows.op == Op.FORK].max(initial=0)) + 4
    state = _state(plan, need, fast)
    start = np.uint64(key) if fast else key
    state, how, row, at = loop.play(program, state, start, float(until), need, at_once, cap)
    if how != tables.DONE:
        raise Runaway(plan, int(row), float(at), at_once if how == tables.TOO_MANY_AT_ONCE else None, cap)
    return _records(program, state, fast)


def _program(plan: Plan, draws: Draws, fast: bool) -> Program:
    rows, sit, arrive = plan.rows, draws.sittings, draws.arrivals
    names = ("op", "station", "jump", "other", "limit", "dist", "a", "b", "c", "p", "salt")
    columns = {name: getattr(rows, name) for name in names}

    def table(kinds: tables.Columns, length: int, **values: Any) -> Any:
        array = tables.array(kinds, length, **values)
        return array if fast else tables.objects(kinds, array)

    return Program(
        table(tables.ROW, len(rows.op), kept=come_again(plan), **columns),
        table(tables.CHILD, len(plan.children.first), **plan.children._asdict()),
        table(tables.STATION, len(plan.stations.place), servers=plan.stations.servers, order=plan.stations.order),
        table(tables.CLASS, len(plan.classes.first), first=plan.classes.first, urgent=plan.classes.urgent),
        table(
            tables.SITTING,
            len(sit.time),
            time=sit.time,
            closes=sit.closes,
            p_return=sit.p_return,
            station=sit.station,
            places=sit.places,
        ),
        table(tables.ARRIVAL, len(arrive.time), **arrive._asdict()),
    )


def _state(plan: Plan, need: int, fast: bool) -> State:
    def room(kinds: tables.Columns, length: int, **values: Any) -> Any:
        array = tables.array(kinds, length, **values)
        return array if fast else tables.objects(kinds, array)

    size = max(START, 2 * need)
    return State(
        room(tables.TOKEN, size),
        room(tables.NODE, size),
        room(tables.LANE, 2 * len(plan.stations.place), first=NOBODY, last=NOBODY),
        room(tables.ENTRY, size) if fast else [],
        room(tables.RECORD, size) if fast else [],
        np.zeros(size, np.int64) if fast else [0] * size,
        room(tables.COUNT, 1, free=NOBODY, free_node=NOBODY),
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


def _records(program: Program, state: State, fast: bool) -> Records:
    if fast:
        told = state.records[: int(state.count[0]["records"])]
        waiting, treated = program.sittings["waiting"], program.sittings["treated"]
    else:
        told = np.array(state.records, np.dtype(list(tables.RECORD), align=True))
        waiting = np.array([sitting.waiting for sitting in program.sittings], np.int32)
        treated = np.array([sitting.treated for sitting in program.sittings], np.int32)
    return in_order(**{name: told[name] for name, _ in tables.RECORD}, waiting=waiting, treated=treated)


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

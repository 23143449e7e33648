"""The compiled engine: the event loop over bare arrays, and the same loop as plain Python."""

from __future__ import annotations

import sys
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from remit.simulation.engines import tables
from remit.simulation.engines.cycles import come_again
from remit.simulation.engines.once import of_the_last_plan
from remit.simulation.engines.order import KINDS, in_order, records
from remit.simulation.engines.tables import NODES, Program, State
from remit.simulation.engines.trouble import runaway
from remit.simulation.plan import NOBODY, Draws, Op, Plan, Records

BLOCK = 1 << 14
"""Records that are written before they are put away as columns."""
_RECORD = np.dtype(list(tables.RECORD), align=True)
START = 1024
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
    told: list[dict[str, NDArray[Any]]] = []
    while (how := loop.play(program, state, start, float(until), need, at_once, cap)) == tables.TIGHT:
        if fast:
            told.append(_put_away(state))
        state = _roomier(state, need, fast)
    if how != tables.DONE:
        count = _values(state.count[0])
        row = _values(state.tokens[state.work[count["head"]]])["row"]
        raise runaway(plan, row, count["now"], at_once if how == tables.TOO_MANY_AT_ONCE else None, cap)
    if not fast:
        waiting, treated = ([getattr(one, name) for one in program.sittings] for name in ("waiting", "treated"))
        return in_order(_columns(np.array(state.records, _RECORD)), waiting, treated)
    told.append(_put_away(state, to_the_last=True))
    columns = {name: np.concatenate([part[name] for part in told]) for name in KINDS}
    return records(columns, program.sittings["waiting"], program.sittings["treated"])


def _columns(records: NDArray[Any]) -> dict[str, NDArray[Any]]:
    return {name: records[name].astype(kind) for name, kind in KINDS.items()}


def _put_away(state: State, *, to_the_last: bool = False) -> dict[str, NDArray[Any]]:
    """The records as columns, in order; the table is empty again, so that it can stay small and near the processor.
    What is told of the present instant stays: it may not be all.
    """
    from remit.simulation.engines.compiled_parts import settle

    count = _values(state.count[0])["records"]
    times = state.records["time"][:count]
    done = count if to_the_last or count == 0 else int(np.searchsorted(times, times[-1]))
    settle(state, done)
    found = _columns(state.records[:done])
    state.records[: count - done] = state.records[done:count].copy()
    state.count["written"] += done
    state.count["records"] = count - done
    return found


def _program(plan: Plan, draws: Draws, fast: bool) -> Program:
    sit, arrive = draws.sittings, draws.arrivals
    rows, children, classes = _fixed(plan)

    def table(kinds: tables.Columns, length: int, **values: Any) -> Any:
        array = tables.array(kinds, length, **values)
        return array if fast else tables.objects(kinds, array)

    return Program(
        rows if fast else tables.objects(tables.ROW, rows),
        children if fast else tables.objects(tables.CHILD, children),
        classes if fast else tables.objects(tables.CLASS, classes),
        table(tables.STATION, len(plan.stations.place), servers=plan.stations.servers, order=plan.stations.order),
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


@of_the_last_plan
def _fixed(plan: Plan) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
    """The rows, children and classes of a plan: what no run changes."""
    rows = plan.rows
    names = ("op", "station", "jump", "other", "limit", "dist", "a", "b", "c", "p", "salt")
    columns = {name: getattr(rows, name) for name in names}
    return (
        tables.array(tables.ROW, len(rows.op), kept=come_again(plan), **columns),
        tables.array(tables.CHILD, len(plan.children.first), **plan.children._asdict()),
        tables.array(tables.CLASS, len(plan.classes.first), first=plan.classes.first, urgent=plan.classes.urgent),
    )


def _state(plan: Plan, need: int, fast: bool) -> State:
    def room(kinds: tables.Columns, length: int, **values: Any) -> Any:
        array = tables.array(kinds, length, **values)
        return array if fast else tables.objects(kinds, array)

    size = max(START, 2 * need * NODES)
    return State(
        room(tables.TOKEN, size),
        room(tables.NODE, size),
        room(tables.LANE, 2 * len(plan.stations.place), first=NOBODY, last=NOBODY),
        room(tables.ENTRY, size) if fast else [],
        room(tables.RECORD, BLOCK + need) if fast else [],
        np.zeros(size, np.int64) if fast else [0] * size,
        room(tables.COUNT, 1, free=NOBODY, free_block=NOBODY),
    )


def _values(entry: Any) -> dict[str, Any]:
    """The columns of one entry of a table of either kind."""
    if isinstance(entry, np.void):
        return dict(zip(entry.dtype.names or (), entry.item(), strict=True))
    return {name: getattr(entry, name) for name in entry.__slots__}


def _roomier(state: State, need: int, fast: bool) -> State:
    """The state with twice the room in every table that is nearly full."""
    count = _values(state.count[0])
    used = {"tokens": count["tokens"], "nodes": count["nodes"], "work": count["tail"]}
    if fast:
        used |= {"heap": count["heap"], "records": count["records"]}
    more: dict[str, Any] = {}
    for name, filled in used.items():
        table = getattr(state, name)
        if filled + need * (NODES if name == "nodes" else 1) <= len(table):
            continue
        if fast:
            more[name] = np.empty(2 * len(table), table.dtype)
            more[name][: len(table)] = table
        else:
            more[name] = table + [type(table[0])() for _ in table]
    return state._replace(**more)

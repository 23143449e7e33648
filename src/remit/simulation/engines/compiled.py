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
from remit.simulation.engines.plain_parts import WRITTEN
from remit.simulation.engines.tables import NODES, Program, State, Told
from remit.simulation.engines.trouble import runaway
from remit.simulation.plan import NOBODY, Draws, Op, Plan, Records

START = 1024
"""Room at the start; it doubles when it is full."""
MORE = 8
"""A run has room for one in so many records more than the last one of the same plan wrote."""


def compiled(plan: Plan, draws: Draws, key: int, until: float, *, at_once: int, cap: int) -> Records:
    """Played by the loop compiled with numba; by the plain one where numba is not installed."""
    from remit.simulation.engines import loop

    return _played(loop, plan, draws, key, until, at_once, cap)


def to_compile() -> bool:
    """Whether the loop is still to be compiled on this machine, which takes some ten seconds; afterwards it is read
    from numba's folder, and again the first time after its source has changed. False where that cannot be known.
    """
    from remit.simulation.engines import loop

    if not loop.COMPILED or getattr(loop.play, "signatures", None):
        return False
    kept = getattr(loop.play, "_cache", None)
    index = getattr(getattr(kept, "_cache_file", None), "_load_index", None)
    if index is None:  # no folder can be written to, so that it is compiled every time; or another numba
        return type(kept).__name__ == "NullCache"
    try:
        return not index()
    except OSError:
        return False


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
    need = _need(plan)
    room = _room(plan)
    state = _state(plan, need, room) if fast else _plain_state(plan, need)
    start = np.uint64(key) if fast else key
    while (how := loop.play(program, state, start, float(until), need, at_once, cap)) == tables.TIGHT:
        state = _roomier(state, need, fast)
    count = _values(state.count[0])
    if how != tables.DONE:
        row = _values(state.tokens[state.work[count["head"]]])["row"]
        raise runaway(plan, row, count["now"], at_once if how == tables.TOO_MANY_AT_ONCE else None, cap)
    if not fast:
        written = np.array(state.records, WRITTEN)
        return in_order({name: written[name].astype(kind) for name, kind in KINDS.items()}, *program.sittings[-2:])
    end = count["written"]
    room.update({name: len(getattr(state, name)) for name in (*_TABLES, "work")}, told=end + end // MORE + need)
    columns = {name: getattr(state.told, name)[:end] for name in KINDS}
    if end < len(state.told.time) // 2:
        columns = {name: column.copy() for name, column in columns.items()}
    return records(columns, *program.sittings[-2:])


@of_the_last_plan
def _need(plan: Plan) -> int:
    """How many entries of a table one step can add."""
    return int(plan.rows.limit[plan.rows.op == Op.FORK].max(initial=0)) + 4


@of_the_last_plan
def _room(_: Plan) -> dict[str, int]:
    """How long the tables were at the end of the last run of the plan: its replications need about as much."""
    return {}


def _program(plan: Plan, draws: Draws, fast: bool) -> Program:
    sit, arrive = draws.sittings, draws.arrivals
    stations = tables.array(
        tables.STATION, len(plan.stations.place), servers=plan.stations.servers, order=plan.stations.order
    )
    none = np.zeros(len(sit.time), np.int32)
    columns = (
        *(_column(getattr(sit, name), np.float64) for name in ("time", "closes", "p_return")),
        *(_column(getattr(sit, name), np.int32) for name in ("station", "places")),
        none,
        none.copy(),
    )
    arising = (
        _column(arrive.time, np.float64),
        _column(arrive.uid, np.uint64),
        _column(arrive.klass, np.int32),
    )
    rows, children, classes = _fixed(plan)
    if fast:
        return Program(rows, children, classes, stations, tables.Sittings(*columns), tables.Arrivals(*arising))
    return Program(
        tables.objects(tables.ROW, rows),
        tables.objects(tables.CHILD, children),
        tables.objects(tables.CLASS, classes),
        tables.objects(tables.STATION, stations),
        tables.Sittings(*(column.tolist() for column in columns)),
        tables.Arrivals(*(column.tolist() for column in arising)),
    )


def _column(told: Any, kind: Any) -> NDArray[Any]:
    """What was drawn, as the loop reads it: the same array where it is of that kind (and may be written to, or numba
    would compile the loop once more).
    """
    found = np.ascontiguousarray(told, kind)
    return found if found.flags.writeable else found.copy()


@of_the_last_plan
def _fixed(plan: Plan) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
    """The rows, children and classes of a plan: what no run changes."""
    rows = plan.rows
    names = ("op", "station", "jump", "other", "limit", "dist", "a", "b", "c", "p", "salt")
    columns = {name: getattr(rows, name) for name in names}
    return (
        tables.lines(tables.array(tables.ROW, len(rows.op), kept=come_again(plan), **columns)),
        tables.array(tables.CHILD, len(plan.children.first), **plan.children._asdict()),
        tables.array(tables.CLASS, len(plan.classes.first), first=plan.classes.first, urgent=plan.classes.urgent),
    )


_TABLES = {
    "tokens": tables.TOKEN,
    "nodes": tables.NODE,
    "heap": tables.ENTRY,
    "lapses": tables.ENTRY,
    "records": tables.RECORD,
    "runs": tables.RUN,
}
"""The tables of the state that grow; ``work``, ``told`` and the room to put in order do beside."""
_KINDS = {name: np.dtype(list(kinds), align=True) for name, kinds in _TABLES.items()}


def _state(plan: Plan, need: int, room: dict[str, int]) -> State:
    """The state of the compiled loop. What is not written to takes no memory and no time."""
    size = max(START, 2 * need * NODES)
    length = {name: room.get(name, size) for name in (*_TABLES, "told")}
    return State(
        **{name: np.empty(length[name], kind) for name, kind in _KINDS.items()},
        work=np.empty(room.get("work", size), np.int64),
        told=Told(**{name: np.empty(length["told"], kind) for name, kind in KINDS.items()}),
        order=np.empty(length["runs"], np.int64),
        dealt=np.empty(length["runs"] + 1, np.int64),
        lanes=tables.array(tables.LANE, 2 * len(plan.stations.place), first=NOBODY, last=NOBODY),
        count=tables.array(tables.COUNT, 1, free=NOBODY, free_block=NOBODY, now=-np.inf),
    )


def _plain_state(plan: Plan, need: int) -> State:
    """The state of the loop in plain Python, whose heap and records are lists that grow by themselves."""

    def room(kinds: tables.Columns, length: int, **values: Any) -> list[Any]:
        return tables.objects(kinds, tables.array(kinds, length, **values))

    size = max(START, 2 * need * NODES)
    return State(
        tokens=room(tables.TOKEN, size),
        nodes=room(tables.NODE, size),
        lanes=room(tables.LANE, 2 * len(plan.stations.place), first=NOBODY, last=NOBODY),
        heap=[],
        lapses=[],
        records=[],
        runs=[],
        work=[0] * size,
        count=room(tables.COUNT, 1, free=NOBODY, free_block=NOBODY, now=-np.inf),
        told=(),
        order=(),
        dealt=(),
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
        used |= {name: count[name] for name in ("heap", "lapses", "records")}
        used["told"] = count["written"] + count["records"]
    more: dict[str, Any] = {}
    for name, filled in used.items():
        table = getattr(state, name)
        length = len(table.time if name == "told" else table)
        if filled + need * (NODES if name == "nodes" else 1) <= length:
            continue
        if name == "told":
            more[name] = Told(*(_twice(column) for column in table))
        else:
            more[name] = _twice(table) if fast else table + [type(table[0])() for _ in table]
        if name == "records":
            more["runs"] = _twice(state.runs)
            more["order"] = np.empty(2 * length, np.int64)
            more["dealt"] = np.empty(2 * length + 1, np.int64)
    return state._replace(**more)


def _twice(table: NDArray[Any]) -> NDArray[Any]:
    """The table with twice the room."""
    more = np.empty(2 * len(table), table.dtype)
    more[: len(table)] = table
    return more

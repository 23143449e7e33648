"""Plans and records written by hand: each row and record as a person would tell it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from remit.simulation.plan import (
    NOBODY,
    STEPS,
    Children,
    Classes,
    Dist,
    Op,
    Plan,
    Records,
    Rows,
    Sittings,
    State,
    Stations,
    What,
)

Row = tuple[Op, str, str]
Told = tuple[float, int, int, int, What, int, int]
"""Time, uid, child, row, what, other, origin."""


def plan(
    rows: Sequence[Row],
    *,
    principals: Sequence[str] = ("a", "b"),
    topics: Sequence[str] = ("t",),
    classes: Sequence[tuple[int, int]] = ((0, 0),),
    stations: Sequence[str] = (),
    at: dict[int, int] | None = None,
    hours: dict[int, tuple[int, float]] | None = None,
    extra: dict[str, object] | None = None,
) -> Plan:
    """A plan of rows (op, step, place); ``at``: the station of a row; ``hours``: whose and how many of a row."""
    n = len(rows)
    places = tuple(dict.fromkeys([place for _, _, place in rows] + list(stations)))
    floats, ints = np.zeros(n), np.full(n, NOBODY, dtype=np.int32)
    station, principal, spent = ints.copy(), ints.copy(), floats.copy()
    for row, number in (at or {}).items():
        station[row] = number
    for row, (whose, long) in (hours or {}).items():
        principal[row], spent[row] = whose, long
    state = [State.BROKEN if op == Op.STOP else State.CLOSED for op, _, _ in rows]
    table = Rows(
        np.array([op for op, _, _ in rows], dtype=np.int8),
        np.array([STEPS.index(step) for _, step, _ in rows], dtype=np.int8),
        np.array(state, dtype=np.int8),
        np.array([places.index(place) for _, _, place in rows], dtype=np.int32),
        principal,
        station,
        ints,
        ints,
        np.zeros(n, dtype=np.int32),
        np.full(n, Dist.FIXED, dtype=np.int8),
        floats,
        floats,
        floats,
        floats,
        np.arange(n, dtype=np.uint64),
        spent,
        tuple(f"row {number}" for number in range(n)),
    )
    return Plan(
        table,
        Children(np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.int32)),
        Stations(
            np.array([places.index(one) for one in stations], dtype=np.int32),
            np.zeros(len(stations), dtype=np.int32),
            np.zeros(len(stations), dtype=np.int8),
        ),
        Classes(
            np.array([topic for topic, _ in classes], dtype=np.int32),
            np.array([whose for _, whose in classes], dtype=np.int32),
            np.zeros(len(classes), dtype=np.int32),
            np.ones(len(classes)),
            np.zeros(len(classes), dtype=np.int8),
            np.arange(len(classes), dtype=np.uint64),
        ),
        places,
        tuple(principals),
        tuple(topics),
        extra or {},
    )


def records(told: Sequence[Told], waiting: Sequence[int] = (), treated: Sequence[int] = ()) -> Records:
    """Records in their canonical order, numbered per token in the order in which they are told."""
    numbers: dict[tuple[int, int], int] = {}
    lines = []
    for time, uid, child, row, what, other, origin in told:
        number = numbers.get((uid, child), 0)
        numbers[uid, child] = number + 1
        lines.append((time, uid, child, number, row, int(what), other, origin))
    lines.sort(key=lambda line: line[:4])
    columns = list(zip(*lines, strict=True)) if lines else [()] * 8
    kinds = (np.float64, np.uint64, np.int32, np.int32, np.int32, np.int8, np.int64, np.uint64)
    return Records(
        *(np.array(column, dtype=kind) for column, kind in zip(columns, kinds, strict=True)),
        np.array(waiting, dtype=np.int32),
        np.array(treated, dtype=np.int32),
    )


def one(
    uid: int, steps: Sequence[tuple[float, int, float]], end: What | None, raised: float | None = None, **how: int
) -> list[Told]:
    """A matter that came to rows and left them: (came, row, left); ``end`` at the last left (None: still there)."""
    what = What(how.get("kind", What.RAISED))
    start = steps[0][0] if raised is None else raised
    found: list[Told] = [(start, uid, NOBODY, steps[0][1], what, how.get("klass", 0), how.get("origin", 0))]
    for number, (came, row, left) in enumerate(steps):
        found.append((came, uid, NOBODY, row, What.CAME, 0, 0))
        final = number == len(steps) - 1
        if not (final and end is not What.ARRIVED):
            found.append((left, uid, NOBODY, row, What.LEFT, 0, 0))
        if final and end is not None:
            found.append((left, uid, NOBODY, row + 1 if end is What.ARRIVED else row, end, 0, 0))
    return found


def sittings(rows: Sequence[tuple[float, int, int, int, int, int]] = ()) -> Sittings:
    """Sittings: (time, station, places, seats, present, held)."""
    columns = list(zip(*rows, strict=True)) if rows else [()] * 6
    time, station, places, seats, present, held = columns
    return Sittings(
        np.array(time, dtype=float),
        np.array(station, dtype=np.int32),
        np.array(time, dtype=float),
        np.array(places, dtype=np.int32),
        np.zeros(len(rows)),
        np.array(seats, dtype=np.int32),
        np.array(present, dtype=np.int32),
        np.array(held, dtype=np.int8),
    )

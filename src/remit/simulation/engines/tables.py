"""The tables that the event loop works on: the programme (read only) and the state, and what each column means.

A table is a list of records with named columns: where the loop is compiled an array of numpy with a structured type,
where it is plain Python a list of small objects with slots. Both are read and written alike: ``s.tokens[i].row``.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

NOWHERE, IN_SERVICE, TO_SERVICE = -1, -2, -3
"""Where a token is that stands in no queue; TO_SERVICE: a server is kept for it."""

DONE, TIGHT, TOO_MANY_AT_ONCE, TOO_MANY_RECORDS = range(4)
"""Why the loop stopped; TIGHT: a table may soon be full."""

ROW = (  # 64 bytes, one line of a processor's cache
    ("op", "i1"),
    ("dist", "i1"),
    ("kept", "i1"),  # whether visits are counted: whether a token can come here twice
    ("station", "i4"),
    ("jump", "i4"),
    ("other", "i4"),
    ("limit", "i4"),
    ("a", "f8"),
    ("b", "f8"),
    ("c", "f8"),
    ("p", "f8"),
    ("salt", "u8"),
)
CHILD = (("principal", "i8"), ("first", "i8"))
STATION = (("servers", "i8"), ("order", "i8"), ("busy", "i8"))
CLASS = (("first", "i8"), ("urgent", "i8"))
TOKEN = (
    ("uid", "u8"),
    ("luck", "u8"),  # the word of the replication and the uid, from which all its numbers are drawn
    ("came", "f8"),  # to the queue where it stands
    ("child", "i4"),  # principal of a child, NONE: the matter itself
    ("klass", "i4"),
    ("generation", "i4"),
    ("row", "i4"),  # where it is, or is to go
    ("visit", "i4"),  # how many times it came to this row before
    ("life", "i4"),  # of this slot: an end of time of an earlier life is void
    ("parent", "i4"),  # the matter of a child
    ("open", "i4"),  # a matter at a fork: children that have not answered
    ("kid", "i4"),  # the first child of a matter, living or not
    ("sibling", "i4"),  # the next child of the same matter
    ("node", "i4"),  # the first of its blocks of nodes
    ("ahead", "i4"),  # in the queue
    ("behind", "i4"),  # in the queue; of a free slot: the next free one
    ("written", "i4"),  # records so far
    ("run", "i4"),  # its run of records in the instant when it wrote last
    ("instant", "i8"),  # the number of that instant
    ("where", "i4"),  # the lane of the queue where it stands, or one of the words above
)
NODE = (  # the memory of one token for one row; nodes lie in blocks, so that those of a token are near one another
    ("row", "i4"),  # NO_ROW: none yet
    ("visits", "i4"),
    ("returned", "i4"),  # of a matter and a fork: the children that began
    ("answer", "i4"),  # of a child and a fork; of a matter and a fork: the approvals
)
NODES = 8
"""Nodes of a block. The last one is a link: ``answer`` is the next block of the same token, or the next free block."""
NO_ROW = -1
LANE = (("first", "i8"), ("last", "i8"), ("length", "i8"))
"""A queue has two lanes, the first (``2 * station``) for what goes first."""
ENTRY = (
    ("time", "f8"),
    ("uid", "u8"),
    ("order", "i4"),  # two for each child: its own end of time before its lapse
    ("slot", "i4"),
    ("life", "i4"),
)
RECORD = (  # of the present instant
    ("origin", "u8"),
    ("other", "i4"),
    ("row", "i4"),
    ("what", "i4"),
    ("next", "i4"),  # of the same run
)
RUN = (  # the records of one token in the present instant
    ("uid", "u8"),
    ("child", "i4"),
    ("number", "i4"),  # of the first one; the others follow
    ("first", "i4"),
    ("last", "i4"),
)
COUNT = (
    ("tokens", "i8"),  # slots used so far
    ("free", "i8"),  # the first free one of them
    ("nodes", "i8"),
    ("free_block", "i8"),
    ("heap", "i8"),
    ("lapses", "i8"),  # the end of that queue
    ("lapse", "i8"),  # its first entry
    ("lapses_next", "i8"),  # 1: the next end of time is that one, not the first of the heap
    ("records", "i8"),
    ("runs", "i8"),
    ("instant", "i8"),  # its number
    ("written", "i8"),  # records of former instants, told already
    ("head", "i8"),  # in ``work``: what is to move at this instant
    ("tail", "i8"),
    ("left", "i8"),  # how many the sitting has still to take
    ("sitting", "i8"),  # the next one
    ("arrival", "i8"),  # the next one
    ("steps", "i8"),  # rows passed at this instant
    ("now", "f8"),
)


class Sittings(NamedTuple):
    """A column each, as they are drawn: most sittings have nothing to treat, and no more than two columns are read."""

    time: Any
    closes: Any
    p_return: Any
    station: Any
    places: Any
    waiting: Any
    treated: Any


class Arrivals(NamedTuple):
    """A column each, as they are drawn."""

    time: Any
    uid: Any
    klass: Any


class Program(NamedTuple):
    """A plan and its draws; the columns are those of :mod:`remit.simulation.plan`."""

    rows: Any
    children: Any
    classes: Any
    stations: Any
    sittings: Sittings
    arrivals: Arrivals


class State(NamedTuple):
    """What changes while a run goes on, beside ``busy`` of stations and ``waiting`` and ``treated`` of sittings."""

    tokens: Any
    nodes: Any
    lanes: Any
    heap: Any
    lapses: Any
    """Ends of time that were put off for long, in order."""
    records: Any
    runs: Any
    work: Any
    count: Any
    """One record."""
    told: Any
    """The records of former instants, a column each (:class:`Told`); none in plain Python."""
    order: Any
    dealt: Any
    """Room to put the runs of an instant in order."""


class Told(NamedTuple):
    """Records as they are told, in their canonical order."""

    time: Any
    uid: Any
    child: Any
    number: Any
    row: Any
    what: Any
    other: Any
    origin: Any


Columns = tuple[tuple[str, str], ...]


def array(columns: Columns, length: int, **values: Any) -> NDArray[Any]:
    """A table as an array: zeros, but for the columns that are given."""
    table = np.zeros(length, np.dtype(list(columns), align=True))
    for name, column in values.items():
        table[name] = column
    return table


LINE = 64
"""Bytes of a line of a processor's cache."""


def lines(table: NDArray[Any]) -> NDArray[Any]:
    """The same table, beginning at the beginning of a line."""
    room = np.empty(table.nbytes + LINE, np.uint8)
    start = -room.ctypes.data % LINE
    found = room[start : start + table.nbytes].view(table.dtype)
    found[:] = table
    return found


def objects(columns: Columns, table: NDArray[Any]) -> list[Any]:
    """The same table as objects with slots, and a way to make more of them (``type(x)()``)."""
    names = [name for name, _ in columns]

    def start(self: Any, *values: Any) -> None:
        for name, value in zip(names, values or (0,) * len(names), strict=True):
            setattr(self, name, value)

    kind = type("Entry", (), {"__slots__": tuple(names), "__init__": start})
    return [kind(*values) for values in table.tolist()]

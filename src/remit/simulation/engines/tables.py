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

ROW = (
    ("op", "i8"),
    ("station", "i8"),
    ("jump", "i8"),
    ("other", "i8"),
    ("limit", "i8"),
    ("dist", "i8"),
    ("kept", "i8"),  # whether visits are counted: whether a token can come here twice
    ("a", "f8"),
    ("b", "f8"),
    ("c", "f8"),
    ("p", "f8"),
    ("salt", "u8"),
)
CHILD = (("principal", "i8"), ("first", "i8"))
STATION = (("servers", "i8"), ("order", "i8"), ("busy", "i8"))
CLASS = (("first", "i8"), ("urgent", "i8"))
SITTING = (
    ("time", "f8"),
    ("closes", "f8"),
    ("p_return", "f8"),
    ("station", "i8"),
    ("places", "i8"),
    ("waiting", "i8"),
    ("treated", "i8"),
)
ARRIVAL = (("time", "f8"), ("uid", "u8"), ("klass", "i8"))
TOKEN = (
    ("uid", "u8"),
    ("came", "f8"),  # to the queue where it stands
    ("child", "i8"),  # principal of a child, NONE: the matter itself
    ("klass", "i4"),
    ("generation", "i4"),
    ("row", "i8"),  # where it is, or is to go
    ("visit", "i4"),  # how many times it came to this row before
    ("life", "i4"),  # of this slot: an end of time of an earlier life is void
    ("parent", "i8"),  # the matter of a child
    ("open", "i4"),  # a matter at a fork: children that have not answered
    ("kid", "i8"),  # the first child of a matter, living or not
    ("sibling", "i8"),  # the next child of the same matter
    ("node", "i4"),  # the first of its blocks of nodes
    ("ahead", "i8"),  # in the queue
    ("behind", "i8"),  # in the queue; of a free slot: the next free one
    ("written", "i4"),  # records so far
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
    ("slot", "i8"),
    ("life", "i4"),
)
RECORD = (
    ("time", "f8"),
    ("uid", "u8"),
    ("origin", "u8"),
    ("other", "i4"),
    ("child", "i4"),
    ("row", "i4"),
    ("what", "i4"),
    ("number", "i4"),
)
COUNT = (
    ("tokens", "i8"),  # slots used so far
    ("free", "i8"),  # the first free one of them
    ("nodes", "i8"),
    ("free_block", "i8"),
    ("heap", "i8"),
    ("records", "i8"),
    ("written", "i8"),  # records that were put away before these
    ("head", "i8"),  # in ``work``: what is to move at this instant
    ("tail", "i8"),
    ("left", "i8"),  # how many the sitting has still to take
    ("sitting", "i8"),  # the next one
    ("arrival", "i8"),  # the next one
    ("steps", "i8"),  # rows passed at this instant
    ("now", "f8"),
)


class Program(NamedTuple):
    """A plan and its draws; the columns are those of :mod:`remit.simulation.plan`."""

    rows: Any
    children: Any
    classes: Any
    stations: Any
    sittings: Any
    arrivals: Any


class State(NamedTuple):
    """What changes while a run goes on, beside ``busy`` of stations and ``waiting`` and ``treated`` of sittings."""

    tokens: Any
    nodes: Any
    lanes: Any
    heap: Any
    records: Any
    work: Any
    count: Any
    """One record."""


Columns = tuple[tuple[str, str], ...]


def array(columns: Columns, length: int, **values: Any) -> NDArray[Any]:
    """A table as an array: zeros, but for the columns that are given."""
    table = np.zeros(length, np.dtype(list(columns), align=True))
    for name, column in values.items():
        table[name] = column
    return table


def objects(columns: Columns, table: NDArray[Any]) -> list[Any]:
    """The same table as objects with slots, and a way to make more of them (``type(x)()``)."""
    names = [name for name, _ in columns]

    def start(self: Any, *values: Any) -> None:
        for name, value in zip(names, values or (0,) * len(names), strict=True):
            setattr(self, name, value)

    kind = type("Entry", (), {"__slots__": tuple(names), "__init__": start})
    return [kind(*values) for values in table.tolist()]

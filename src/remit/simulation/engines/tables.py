"""The tables that the event loop works on: the programme (read only) and the state, and what each column means.

A table is a list of records with named columns: where the loop is compiled an array of numpy with a structured type,
where it is plain Python a list of small objects with slots. Both are read and written alike: ``s.tokens[i].row``.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

NONE = -1
NOWHERE, IN_SERVICE, TO_SERVICE = -1, -2, -3
"""Where a token is that stands in no queue; TO_SERVICE: a server is kept for it."""

DONE, TOO_MANY_AT_ONCE, TOO_MANY_RECORDS = range(3)
"""How a run ended."""

ROW = (
    ("op", "i4"),
    ("station", "i4"),
    ("jump", "i4"),
    ("other", "i4"),
    ("limit", "i4"),
    ("dist", "i4"),
    ("kept", "i4"),  # whether visits are counted: whether a token can come here twice
    ("a", "f8"),
    ("b", "f8"),
    ("c", "f8"),
    ("p", "f8"),
    ("salt", "u8"),
)
CHILD = (("principal", "i4"), ("first", "i4"))
STATION = (("servers", "i4"), ("order", "i4"), ("busy", "i4"))
CLASS = (("first", "i4"), ("urgent", "i4"))
SITTING = (
    ("time", "f8"),
    ("closes", "f8"),
    ("p_return", "f8"),
    ("station", "i4"),
    ("places", "i4"),
    ("waiting", "i4"),
    ("treated", "i4"),
)
ARRIVAL = (("time", "f8"), ("uid", "u8"), ("klass", "i4"))
TOKEN = (
    ("uid", "u8"),
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
    ("node", "i4"),  # the first of its nodes
    ("ahead", "i4"),  # in the queue
    ("behind", "i4"),  # in the queue; of a free slot: the next free one
    ("where", "i4"),  # the lane of the queue where it stands, or one of the words above
)
NODE = (  # the memory of one token for one row
    ("row", "i4"),
    ("visits", "i4"),
    ("returned", "i4"),  # of a matter and a fork: the children that began
    ("answer", "i4"),  # of a child and a fork; of a matter and a fork: the approvals
    ("following", "i4"),
)
LANE = (("first", "i4"), ("last", "i4"), ("length", "i4"))
"""A queue has two lanes, the first (``2 * station``) for what goes first."""
ENTRY = (
    ("time", "f8"),
    ("uid", "u8"),
    ("order", "i4"),  # two for each child: its own end of time before its lapse
    ("slot", "i4"),
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
)
COUNT = (
    ("tokens", "i8"),  # slots used so far
    ("free", "i8"),  # the first free one of them
    ("nodes", "i8"),
    ("free_node", "i8"),
    ("heap", "i8"),
    ("records", "i8"),
    ("head", "i8"),  # in ``work``: what is to move at this instant
    ("tail", "i8"),
)


class Program(NamedTuple):
    """A plan and its draws; the columns are those of :mod:`remit.simulation.plan`."""

    rows: Any
    children: Any
    stations: Any
    classes: Any
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

"""The arrays that the event loop works on: the programme (read only) and the state, and what each column means.

The loop keeps no objects. What belongs together and is of one type stands in one flat array, a fixed number of columns
for each thing; the constants below are the columns. In the compiled loop these are arrays of numpy, in the plain one
lists; both are read and written alike.
"""

from __future__ import annotations

from typing import Any, NamedTuple

TOKEN = 16
"""Columns of a token in ``State.token``."""
CHILD, CLASS, GENERATION, ROW, VISIT, LIFE, PARENT, OPEN, KID, SIBLING, NODES, NEXT, BEFORE, WHERE = range(14)
# CHILD       principal of a child, -1: the matter itself
# ROW         where it is, or is to go
# VISIT       how many times it came to this row before
# LIFE        counts the lives in this slot: an end of time of an earlier life is void
# PARENT      the matter of a child
# OPEN        a matter at a fork: children that have not answered
# KID         the first child of a matter, living or not; SIBLING the next one
# NODES       the first of its nodes
# NEXT        the next in the queue, or the next free slot; BEFORE the one before
# WHERE       the lane of the queue where it stands; IN_SERVICE, TO_SERVICE (a server is kept for it) or NOWHERE

NOWHERE = -1
IN_SERVICE = -2
TO_SERVICE = -3

NODE = 5
"""Columns of a node, the memory of one token for one row: how many times it came and was returned, what it answered.
For a matter and a fork these are the visits, the children that began and the approvals; for a child and a fork the last
is its answer."""
N_ROW, N_VISITS, N_RETURNED, N_ANSWER, N_NEXT = range(5)

LANE = 3
"""Columns of a lane of a queue; a station has two lanes, the first for what goes first."""
FIRST, LAST, LENGTH = range(3)

RECORD = 4
"""Columns of a record."""
R_CHILD, R_ROW, R_WHAT, R_OTHER = range(4)

ENTRY = 3
"""Columns of an entry of the heap: child and kind in one (two for each child, its own end of time before its lapse)."""
E_ORDER, E_SLOT, E_LIFE = range(3)

COUNTERS = 9
TOKENS, FREE, USED_NODES, FREE_NODE, HEAP, RECORDS, HEAD, TAIL, LIVE = range(COUNTERS)
# TOKENS      slots used so far; FREE the first free one among them
# HEAD, TAIL  what is to move at this instant, in ``State.work``

DONE, TOO_MANY_AT_ONCE, TOO_MANY_RECORDS = range(3)
"""How a run ended."""


class Program(NamedTuple):
    """A plan and its draws as bare arrays; the columns are those of :mod:`remit.simulation.plan`."""

    op: Any
    station: Any
    jump: Any
    other: Any
    limit: Any
    dist: Any
    a: Any
    b: Any
    c: Any
    p: Any
    salt: Any
    kept: Any
    """Whether visits to the row are counted: whether a token can come to it twice."""
    child_principal: Any
    child_first: Any
    servers: Any
    order: Any
    class_first: Any
    class_urgent: Any
    sit_time: Any
    sit_station: Any
    sit_closes: Any
    sit_places: Any
    sit_return: Any
    arrive_time: Any
    arrive_class: Any
    arrive_uid: Any


class State(NamedTuple):
    """Everything that changes while a run goes on."""

    uid: Any
    came: Any
    token: Any
    node: Any
    lane: Any
    busy: Any
    heap_time: Any
    heap_uid: Any
    heap: Any
    rec_time: Any
    rec_uid: Any
    rec_origin: Any
    rec: Any
    work: Any
    count: Any
    waiting: Any
    treated: Any

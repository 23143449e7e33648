"""The contract between the parts of the simulation: the plan of a structure, what is drawn beforehand, the records.

**A plan** is a table of rows, read as a programme. A *matter* is a token that begins at the first row of its class and
goes from row to row; a row says what happens there (:class:`Op`), at which step of the loop, at which entity. The
programme is made from the loop that the audit uses, so a missing link of the structure is a row of its own.

**Time** is in days from 0, a year has 365.25 (:data:`remit.graph.calendar.YEAR`).

**Chance.** Every number that an engine draws is a pure function of what it is drawn for
(:mod:`remit.simulation.chance`), never of the order in which things are drawn: ``u(key, uid, salt, visit)``. ``key``
stands for the seed and the replication, ``uid`` for the matter, ``salt`` for the row (made from a label that alike rows
of other structures share), ``visit`` for how many times this token came to that row before. So three engines draw the
same numbers, and two structures meet the same arrivals and the same luck (common random numbers).

A *token* is a matter, or a child of it for one principal: (uid, child). The child of a principal is the same token in
every fork of its matter, so that a second round at the same row is another visit. A child draws with the uid of its
matter: rows that several children pass have the same luck for all of them; give each principal rows (salts) of its own.
A second number at the same visit (STOP) is drawn with the salt ``mix(salt, 1)``. A matter that springs from another
(COPY, STOP) has the uid ``mix(mix(mix(uid, salt), visit), child + 1)`` of the token and row that it springs from.

**What happens whatever matters do** (arrivals of matters, sittings of groups and bodies with the members present) is
drawn before the run, into :class:`Draws`; engines only read it.

**The order of events** is total and the same in every engine. At one instant: first every end of time that lets a
token move (waits, services, lapses, stays), each with all that follows from it at that instant, in the order of
(uid, child), for one child its own end before its lapse; arrivals of matters stand among them; then the sittings of
that instant, in the order of their index in :class:`Draws`. What a sitting sets free moves at once, before the next
sitting. A token that comes to a queue at the instant of a sitting that closes then is in time for it; what a sitting
takes is fixed before any of it moves, so that nothing is taken twice by one sitting.

*What follows.* A token that is set free goes from row to row until it has to wait; what it sets free on its way (the
children of a fork in the order of the table, a matter that springs from it, its matter by the last answer, the next in
the queue of a server that it leaves) moves after it, and after those that were set free before, each in the same way.
A time whose end is now (``now + time <= now``) takes no event: the token goes on at once.

*The horizon.* Events up to and with ``until`` happen; who is inside then has no last record.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int32]
Small = NDArray[np.int8]
Words64 = NDArray[np.uint64]

STEPS = ("1", "2", "3", "4", "5", "6a", "6b", "7")
"""The steps of the loop; a row holds the index into this."""

NOBODY = -1
"""No place, principal, station, row, class, child or sitting."""


class Op(IntEnum):
    """What happens at a row.

    =======  ==============================================================================================
    WAIT     takes a time drawn from the row's distribution, then the next row
    MEET     waits in the queue of a station for a sitting; see *sittings*
    SERVE    waits for one of the ``servers`` of a station, then takes a time drawn from the distribution. A server that
             is left begins at once with the first in the queue (in the station's order)
    CHANCE   u < ``p``: the next row, else ``jump``. ``limit`` 1: u is drawn without the uid (whether an open
             link exists is one truth for all matters of a replication) and moved on by ``a``, from 1 back to 0 (rows
             with one salt and evenly spread ``a`` share so many places among them), 0: for each matter
    COPY     u < ``p``: another matter of class ``jump`` arises now, if this one's generation < ``limit``; the
             matter itself goes to the next row in any case
    FORK     ``limit`` children begin, those of the plan's child table from ``jump`` on; the matter waits for all
             their answers. ``a`` > 0: a child that has not answered ``a`` days later answers ``LAPSED`` and is
             taken out of every queue and service. ``other`` not NOBODY: only the children whose principal answered
             ``APPROVED`` when the matter was last at the FORK of row ``other`` begin (none: the matter goes on at
             once). No two children of a fork have the same principal; a child comes to no FORK, JOIN or END, a matter
             to no ANSWER
    JOIN     stands after its FORK (``other`` is the row of that): ``limit`` children or more answered
             ``APPROVED`` (0: all that began, also where none did): the next row, else ``jump``
    ANSWER   a child ends with the answer ``limit`` (:class:`Answer`)
    STOP     a link that is missing: the matter stays a time drawn from the distribution; then u < ``p`` and its
             generation < ``limit``: it is given up and raised again as a new matter of class ``jump``; else it
             is dropped. A child stays and then answers ``LAPSED``; it is not raised again
    END      the matter has arrived (all that the structure does with it is done)
    =======  ==============================================================================================

    *Sittings.* At a sitting of its station, the tokens that came to the queue at or before its ``closes`` are taken
    in the station's order, at most ``places`` of them. Of each: u(uid, salt, visit) < ``p_return`` of the sitting: it
    is *returned*: to ``jump``, or to ``other`` where it was returned ``limit`` times or more before at this row; else
    it is treated and goes to the next row (``visit``: of its coming to the row). A returned one has used its place.

    *Orders*: 0 in order: (time of coming to the queue, uid, child); 1 urgent first: (not urgent, time, uid, child).
    """

    WAIT = 0
    MEET = 1
    SERVE = 2
    CHANCE = 3
    COPY = 4
    FORK = 5
    JOIN = 6
    ANSWER = 7
    STOP = 8
    END = 9


class Answer(IntEnum):
    """What a child ends with."""

    APPROVED = 0
    REJECTED = 1
    LAPSED = 2


class Dist(IntEnum):
    """How a time is drawn from one u in [0, 1), by the inverse of its distribution; days."""

    FIXED = 0
    """``a``."""
    UNIFORM = 1
    """``a`` to ``b``."""
    EXPONENTIAL = 2
    """Mean ``a``: -a log1p(-u) (``math.log1p``, which numba and Python compute alike; numpy's own logarithms may differ
    in the last bit)."""
    TRIANGULAR = 3
    """Least ``a``, mode ``b``, greatest ``c``: a + sqrt(u(c-a)(b-a)) where u(c-a) < b-a, else
    c - sqrt((1-u)(c-a)(c-b)); ``a`` where c <= a."""


class State(IntEnum):
    """The state of the step of the loop that a row stands for."""

    CLOSED = 0
    OPEN = 1
    BROKEN = 2
    NOT_NEEDED = 3


class Rows(NamedTuple):
    """The programme, one array per column, one entry per row."""

    op: Small
    step: Small
    state: Small
    place: Ints
    """Index into ``Plan.places``: the entity where this happens."""
    principal: Ints
    """Index into ``Plan.principals``: whose row it is."""
    station: Ints
    jump: Ints
    other: Ints
    limit: Ints
    dist: Small
    a: Floats
    b: Floats
    c: Floats
    p: Floats
    salt: Words64
    hours: Floats
    """Working hours that passing the row costs, beside sittings (preparing a matter, writing it up)."""
    label: tuple[str, ...]
    """What it is called in logs and salts: ``prepare``, ``line:PRINCIPAL``; stable between structures."""


class Children(NamedTuple):
    """The children of all forks, those of one fork in a row: whose, and where they begin."""

    principal: Ints
    first: Ints


class Stations(NamedTuple):
    """Where tokens queue: groups and bodies that sit, and workers."""

    place: Ints
    servers: Ints
    """0: it sits; else that many servers."""
    order: Small
    """0 in order, 1 urgent first."""


class Classes(NamedTuple):
    """The classes of matters: a topic raised in a principal, on one way."""

    topic: Ints
    """Index into ``Plan.topics``."""
    principal: Ints
    first: Ints
    """The row where it begins."""
    rate: Floats
    """Matters a year that arise by themselves (0: it only comes from COPY or STOP)."""
    urgent: Small
    stream: Words64
    """The salt of its arrivals, the same for the same topic and principal in other structures."""


class Start(NamedTuple):
    """A matter whose beginning is named: on a topic, raised by somebody, in a principal.

    ``id``: what it is called in results; the same id in two structures is the same matter there. ``start``: the id of a
    unit, function, group or principal; ``principal``: whose side is meant, or in whose territory it arises where the
    start is another's (empty: nobody's in particular). ``a_year``: how many of them arise.
    """

    id: str
    topic: str
    start: str
    principal: str = ""
    a_year: float = 1.0


@dataclass(frozen=True, slots=True)
class Plan:
    """A structure compiled for the engines."""

    rows: Rows
    children: Children
    stations: Stations
    classes: Classes
    places: tuple[str, ...]
    """Ids of the entities that rows and stations stand at."""
    principals: tuple[str, ...]
    topics: tuple[str, ...]
    extra: dict[str, object] = field(default_factory=dict, compare=False, repr=False)
    """What ``build`` needs to draw sittings; engines do not look at it."""
    starts: tuple[tuple[int, Start], ...] = ()
    """The classes of matters whose beginning is named, which arise beside the others, and their beginnings."""


class Sittings(NamedTuple):
    """Every sitting of the run, held or not, sorted by (time, station); ``places`` 0 where it treats nothing."""

    time: Floats
    station: Ints
    closes: Floats
    """When the papers close (``time`` less the deadline)."""
    places: Ints
    p_return: Floats
    seats: Ints
    present: Ints
    held: Small
    """0 held, 1 cancelled, 2 no quorum."""


class Arrivals(NamedTuple):
    """Every matter that arises by itself, sorted by (time, uid)."""

    time: Floats
    klass: Ints
    uid: Words64


class Draws(NamedTuple):
    """What happens whatever the matters do."""

    sittings: Sittings
    arrivals: Arrivals


class What(IntEnum):
    """What a record tells."""

    RAISED = 0
    """A matter arose by itself (its first record, at the first row of its class; ``other`` is its class, as for the
    next two)."""
    COPIED = 1
    """A matter arose as a copy; ``origin`` is the uid of the other."""
    AGAIN = 2
    """A matter was raised again after a stop; ``origin`` as above."""
    CAME = 3
    """The token came to a row that takes time (WAIT, MEET, SERVE, FORK, STOP)."""
    LEFT = 4
    """It left that row (a sitting treated it: ``other`` is the index of the sitting). STOP has none: DROPPED or
    GIVEN_UP tell its end."""
    RETURNED = 5
    """A sitting returned it (``other``: the sitting)."""
    PASSED = 6
    """CHANCE or JOIN: it went to the next row."""
    FAILED = 7
    """CHANCE or JOIN: it jumped."""
    ANSWERED = 8
    """A child ended (``other``: the answer). LAPSED ones have no LEFT."""
    BEGAN = 9
    """SERVE: the service began."""
    DROPPED = 10
    """STOP: it was dropped."""
    GIVEN_UP = 11
    """STOP: it was given up because it is raised again (an AGAIN of another matter at the same instant)."""
    ARRIVED = 12
    """END."""


class Records(NamedTuple):
    """One immutable record per thing that happens to a token, in a canonical order: (time, uid, child, number).

    ``child`` is the principal of a child (NOBODY: the matter itself), ``number`` counts the records of one uid and
    child from 0. ``other`` is NOBODY and ``origin`` 0 where nothing else is said. Engines that agree give equal arrays.
    ``waiting`` and ``treated`` have an entry for every sitting (0 for those after the horizon): tokens in the queue of
    the station just before it, of those in time for it, and how many it took (returned ones included).
    """

    time: Floats
    uid: Words64
    child: Ints
    number: Ints
    row: Ints
    what: Small
    other: NDArray[np.int64]
    origin: Words64
    waiting: Ints
    treated: Ints


__all__ = [
    "NOBODY",
    "STEPS",
    "Answer",
    "Arrivals",
    "Children",
    "Classes",
    "Dist",
    "Draws",
    "Op",
    "Plan",
    "Records",
    "Rows",
    "Sittings",
    "Start",
    "State",
    "Stations",
    "What",
]

"""The loop of a matter: from the citizen to a decision and back (design section 3).

A matter on a topic that starts in a principal is raised, owned, carried upward, recommended, decided, reported
back and carried out. Each step is closed (it exists), broken (it does not) or open (it may). The audit, the route
query, the map and the simulation use this one.

Readings (design section 3, a-g), as applied here:

* (a) inside a principal the line is taken as there unless a source says otherwise (``principal.line``); so a
  principal that sits both in a lower and a higher group carries a matter between them through its line.
* (b) where n seats are shared by N principals that have no other way, at least N-n of them have none: counted,
  never named.
* (c) 6b is closed when 6a is and the matter came up through the line, or when decisions are published.
* (e) an end is computed at a stated certainty; what a proposal says shall or should be counts as closed.
* (f) the concerned principals are those that the topic names, else the care principals of the group's territory.
* (g) seats decide together only if every concerned principal has a seat whose mandate holds the decision.
"""

from remit.graph.loop.decision import Decider, Decision, Stop
from remit.graph.loop.follow import Loop, route
from remit.graph.loop.matrix import loops
from remit.graph.loop.records import (
    STATE_NAMES,
    STEP_NAMES,
    Cell,
    Deferred,
    LoopError,
    Loops,
    Missing,
    Route,
    Settled,
    Step,
    Unnamed,
)

__all__ = [
    "STATE_NAMES",
    "STEP_NAMES",
    "Cell",
    "Decider",
    "Decision",
    "Deferred",
    "Loop",
    "LoopError",
    "Loops",
    "Missing",
    "Route",
    "Settled",
    "Step",
    "Stop",
    "Unnamed",
    "loops",
    "route",
]

"""Three engines that play a plan and agree matter by matter.

``compiled``
    An event loop over bare arrays, compiled by numba where it is installed; the same source as plain Python elsewhere
    (``plain`` asks for that).
``reference``
    SimPy: a process for each matter, for reading and for comparison.
``recursion``
    No events at all: sitting by sitting in closed form, where its conditions hold.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

from remit.model.text import Text
from remit.simulation.engines.check import InVain, PlanErrors, check, in_vain
from remit.simulation.engines.trouble import NotInstalled, Runaway
from remit.simulation.plan import Draws, Plan, Records

ENGINES = ("compiled", "plain", "reference", "recursion")

AT_ONCE = 1_000_000
"""Rows that may be passed at one instant before the run is called a runaway."""
CAP = 20_000_000
"""Records that one run may write (40 bytes each)."""


def run(
    plan: Plan,
    draws: Draws,
    key: int,
    until: float,
    engine: str = "compiled",
    *,
    at_once: int = AT_ONCE,
    cap: int = CAP,
) -> Records:
    """What happens to every matter from day 0 up to and with day ``until``.

    ``key`` is :func:`remit.simulation.chance.key` of seed and replication, ``draws`` what was drawn with it. Every
    engine gives equal records. Raises :class:`Runaway` where more than ``at_once`` rows are passed at one instant or
    more than ``cap`` records are written, :class:`PlanErrors` for a plan that cannot be played, DoesNotHold where the
    recursion is asked for and does not hold, ValueError for an engine that there is not.
    """
    if engine not in ENGINES:
        raise ValueError(f"engine {engine!r}: there is {', '.join(ENGINES)}")
    if engine == "reference" and find_spec("simpy") is None:
        raise NotInstalled(engine, "simpy")
    check(plan, draws)
    module = import_module(f"{__name__}.{'compiled' if engine == 'plain' else engine}")
    found: Records = getattr(module, engine)(plan, draws, key, until, at_once=at_once, cap=cap)
    return found


def to_compile() -> bool:
    """Whether the first run will take some ten seconds more, because the engine is still to be compiled."""
    from remit.simulation.engines.compiled import to_compile

    return to_compile()


def why_not(plan: Plan, draws: Draws) -> Text | None:
    """Why the recursion does not hold for a plan and its draws; None where it does."""
    from remit.simulation.engines.recursion import why_not

    return why_not(plan, draws)


__all__ = [
    "AT_ONCE",
    "CAP",
    "ENGINES",
    "InVain",
    "NotInstalled",
    "PlanErrors",
    "Runaway",
    "in_vain",
    "run",
    "to_compile",
    "why_not",
]

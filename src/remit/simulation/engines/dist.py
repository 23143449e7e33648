"""The time that a number of [0, 1) stands for."""

from __future__ import annotations

import math

from remit.simulation.plan import Dist, Plan


def time_of(plan: Plan, row: int, v: float) -> float:
    """The inverse of the distribution of a row at ``v``; days (:class:`remit.simulation.plan.Dist`)."""
    a, b, c = (float(column[row]) for column in (plan.rows.a, plan.rows.b, plan.rows.c))
    match Dist(plan.rows.dist[row]):
        case Dist.FIXED:
            return a
        case Dist.UNIFORM:
            return a + (b - a) * v
        case Dist.EXPONENTIAL:
            return -a * math.log1p(-v)
        case Dist.TRIANGULAR:
            if c <= a:
                return a
            if v * (c - a) < b - a:
                return a + math.sqrt(v * (c - a) * (b - a))
            return c - math.sqrt((1 - v) * (c - a) * (c - b))

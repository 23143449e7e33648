"""What became of each matter that arose by itself, with all that came of it: copies, and raised again.

Who raises a matter does not care under which number it is carried out. So a matter has *arrived* when the first of
its family has: itself, what it was raised again as, or a copy. It has *stopped* when none of the family has arrived
and none is under way; it stopped where the last of them was dropped.

A matter that the principal where it was raised decides on for itself, and rejects or lets lapse, does not arrive there
though others approve it and carry it out: whoever raised it sees nothing of it. It stopped at that answer.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from remit.simulation.outcome.matters import Flags, Index, Matters, Stays, Times
from remit.simulation.outcome.window import Window
from remit.simulation.plan import STEPS, Answer, Plan, Records, What

ARRIVED, STOPPED, UNDER_WAY = 0, 1, 2
_DECIDED = STEPS.index("5")


class Cases(NamedTuple):
    """The matters that are measured, one entry each."""

    matter: Index
    """Index of the root."""
    klass: Index
    raised: Times
    fate: NDArray[np.int8]
    """ARRIVED, STOPPED or UNDER_WAY when it had been followed for as long as all are."""
    time: Times
    """Days from raised to carried out; infinite where it did not arrive within the time that it was followed."""
    row: Index
    """Where it stopped, or is: the row (for what arrived, its last)."""


def refused(records: Records, of: Matters, plan: Plan) -> Index:
    """For each matter the row where the principal that it was raised in refused it (rejected it, or let it lapse) when
    it last decided on it; -1 where it did not, or does not decide for itself.
    """
    found = np.full(of.start.size, -1, dtype=np.int64)
    answers = (records.what == What.ANSWERED) & (records.child >= 0)
    answered = np.flatnonzero(answers & (plan.rows.step[records.row] == _DECIDED))
    names = records.uid[of.source]
    matter = np.searchsorted(names, records.uid[answered])
    own = plan.classes.principal[of.klass[matter]] == records.child[answered]
    # records are in the order of time: the last answer of a principal to a matter is the one that counts
    no = records.other[answered] != Answer.APPROVED
    found[matter[own]] = np.where(no, records.row[answered], -1)[own]
    return found


def cases(of: Matters, plan: Plan, window: Window, no: Index | None = None) -> Cases:
    """The matters raised by themselves in the measured window and what became of them within ``window.follow``; ``no``:
    where each was :func:`refused` by its own principal.
    """
    roots = np.flatnonzero((of.kind == What.RAISED) & (of.start >= window.warm_up) & (of.start < window.last))
    place = np.full(of.start.size, -1, dtype=np.int64)
    place[roots] = np.arange(roots.size)
    case = place[of.root]
    inside = np.flatnonzero(case >= 0)
    case = case[inside]
    deadline = of.start[roots] + window.follow
    time = np.full(roots.size, np.inf)
    done = (of.how[inside] == What.ARRIVED) & (of.end[inside] <= deadline[case])
    no = no[inside] if no is not None else np.full(inside.size, -1, dtype=np.int64)
    arrived = done & (no < 0)
    np.minimum.at(time, case[arrived], of.end[inside][arrived])
    time -= of.start[roots]
    row = np.full(roots.size, -1, dtype=np.int64)
    # where each of the family stood at the deadline: its last record until then
    seen = _seen(of, inside, deadline[case])
    alive = (seen > 0) & (of.end[inside] > deadline[case])
    here = of.row[of.first[inside] + np.maximum(seen, 1) - 1]
    # of what is under way, the one that has come furthest; of what stopped, the one that stopped last
    _last(row, case[alive], here[alive], plan.rows.step[here[alive]])
    under_way = row >= 0
    ended = (of.how[inside] == What.DROPPED) & (of.end[inside] <= deadline[case])
    dropped = (ended | (done & (no >= 0))) & ~under_way[case]
    _last(row, case[dropped], np.where(no >= 0, no, here)[dropped], of.end[inside][dropped])
    won = arrived & (of.end[inside] - of.start[roots][case] == time[case])
    row[case[won]] = here[won]
    fate = np.where(np.isfinite(time), ARRIVED, np.where(under_way, UNDER_WAY, STOPPED)).astype(np.int8)
    return Cases(roots, of.klass[roots], of.start[roots], fate, time, row)


def _seen(of: Matters, inside: Index, deadline: Times) -> Index:
    """How many records each matter had until its deadline."""
    limit = np.full(of.start.size, -np.inf)
    limit[inside] = deadline
    within = of.time <= np.repeat(limit, of.number)
    return np.add.reduceat(within.astype(np.int64), of.first)[inside] if of.first.size else np.zeros(0, np.int64)


def _last(into: Index, case: Index, row: Index, by: NDArray[np.generic]) -> None:
    """Put into each case the row of its entry that comes last by a key (the later matter where they are equal)."""
    order = np.argsort(by, kind="stable")
    into[case[order]] = row[order]


def days_by_step(of: Matters, found: Cases, at: Stays, plan: Plan, window: Window, steps: int) -> NDArray[np.float64]:
    """The days that the measured matters spent at each step, together, within the time that they were followed: of all
    of them (first row) and of those that arrived, until they did (second row).

    Counted along the chain of a matter and what it was raised again as, so that the steps of one matter add up; copies
    run beside it and are left out, and so are the times of children, which run inside that of their fork.
    """
    place = np.full(of.start.size, -1, dtype=np.int64)
    place[found.matter] = np.arange(found.matter.size)
    case = np.where(of.chain, place[of.root], -1)[at.matter]
    use: Flags = (case >= 0) & ~at.is_child
    case = case[use]
    step, came, left = plan.rows.step[at.row[use]], at.came[use], at.left[use]
    arrived = found.fate[case] == ARRIVED
    days = np.zeros((2, steps))
    stop = found.raised[case] + window.follow
    days[0] = np.bincount(step, np.clip(np.minimum(left, stop) - came, 0, None), steps)
    stop = found.raised[case] + np.where(arrived, found.time[case], 0.0)
    days[1] = np.bincount(step, np.where(arrived, np.clip(np.minimum(left, stop) - came, 0, None), 0.0), steps)
    return days


__all__ = ["ARRIVED", "STOPPED", "UNDER_WAY", "Cases", "cases", "days_by_step", "refused"]

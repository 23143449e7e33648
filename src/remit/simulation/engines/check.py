"""What must hold of a plan and its draws before they are played; and who waits in vain."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from remit.model.files.problems import RemitError
from remit.model.text import Text
from remit.simulation.engines.cycles import reached, ways
from remit.simulation.engines.once import of_the_last_plan
from remit.simulation.plan import NOBODY, Dist, Draws, Op, Plan, Records, What

PASSES = (Op.WAIT, Op.MEET, Op.SERVE, Op.CHANCE, Op.COPY, Op.FORK, Op.JOIN)
"""What goes on to the next row."""
TAKES_TIME = (Op.WAIT, Op.SERVE, Op.STOP, Op.FORK)


class PlanErrors(RemitError):  # noqa: N818 - it holds several
    """Everything that is wrong with a plan or its draws; ``faults`` are (row label or part, what)."""

    def __init__(self, faults: tuple[tuple[str, str], ...]) -> None:
        self.faults = faults
        super().__init__(faults)

    def render(self, lang: str) -> str:
        """One line per fault."""
        head = Text("Flödet kan inte räknas:", "The flow cannot be computed:").get(lang)
        return "\n".join((head, *(f"{where}: {what}" for where, what in self.faults)))

    def __str__(self) -> str:
        return self.render("en")


def check(plan: Plan, draws: Draws) -> None:
    """Raise :class:`PlanErrors` with every fault; such a plan comes from a fault of the program that made it."""
    faults = (*_structure(plan), *_draws(plan, draws))
    if faults:
        raise PlanErrors(faults)


@of_the_last_plan
def _structure(plan: Plan) -> tuple[tuple[str, str], ...]:
    return tuple(dict.fromkeys((*_rows(plan), *_ways(plan))))


def _rows(plan: Plan) -> Iterator[tuple[str, str]]:
    rows, count = plan.rows, len(plan.rows.op)
    numbers = np.arange(count)
    jump_is = (rows.jump >= 0) & (rows.jump < count)
    other_is = (rows.other >= 0) & (rows.other < count)
    fork = rows.op == Op.FORK
    other_fork = other_is & fork[np.where(other_is, rows.other, 0)] if count else fork
    springs = (rows.op == Op.COPY) | ((rows.op == Op.STOP) & (rows.p > 0))
    klass_is = (rows.jump >= 0) & (rows.jump < len(plan.classes.first))
    queues = np.isin(rows.op, (Op.MEET, Op.SERVE))
    station_is = (rows.station >= 0) & (rows.station < len(plan.stations.place))
    works = np.zeros(count, np.bool_)
    works[station_is] = plan.stations.servers[rows.station[station_is]] > 0
    two = np.isin(rows.dist, (Dist.UNIFORM, Dist.TRIANGULAR)) & ~fork
    negative = ~((rows.a >= 0) & np.isfinite(rows.a)) | (two & ~((rows.b >= 0) & np.isfinite(rows.b)))
    faults = (
        (np.isin(rows.op, PASSES) & (numbers + 1 >= count), "goes on to the next row, and there is none"),
        ((rows.op == Op.JOIN) & ~jump_is, "jumps to a row that there is not"),
        ((rows.op == Op.CHANCE) & (rows.p < 1) & ~jump_is, "jumps to a row that there is not"),
        ((rows.op == Op.CHANCE) & (rows.a >= 1), "moves what it draws on by 1 or more"),
        ((rows.op == Op.JOIN) & ~other_fork, "joins what is no fork"),
        (
            fork & (rows.other != NOBODY) & (~other_fork | (rows.other == numbers)),
            "asks for the answers of what is no other fork",
        ),
        (springs & ~klass_is, "gives rise to a class that there is not"),
        (queues & ~station_is, "stands at a station that there is not"),
        (
            queues & station_is & ((rows.op == Op.SERVE) != works),
            "is served where somebody sits, or met where somebody works",
        ),
        (~((rows.p >= 0) & (rows.p <= 1)), "has a probability that is none"),
        (np.isin(rows.op, TAKES_TIME) & negative, "takes a time that is negative or no number"),
    )
    for wrong, what in faults:
        for row in np.flatnonzero(wrong).tolist():
            yield rows.label[row], what


def _ways(plan: Plan) -> Iterator[tuple[str, str]]:
    rows, children, goes = plan.rows, plan.children, ways(plan)
    of_matters = np.array(reached(goes, plan.classes.first.tolist()), np.int64)
    for row in of_matters[rows.op[of_matters] == Op.ANSWER].tolist():
        yield rows.label[row], "is an answer, and a matter that is no child comes to it"
    begins: set[int] = set()
    for fork in np.flatnonzero(rows.op == Op.FORK).tolist():
        own = slice(int(rows.jump[fork]), int(rows.jump[fork] + rows.limit[fork]))
        principals = children.principal[own].tolist()
        if len(principals) != rows.limit[fork] or rows.jump[fork] < 0:
            yield rows.label[fork], "has children that are not in the table"
        if len(set(principals)) < len(principals) or NOBODY in principals:
            yield rows.label[fork], "has two children of one principal, or of none"
        begins.update(children.first[own].tolist())
    of_children = np.array(reached(goes, sorted(begins)), np.int64)
    for row in of_children[np.isin(rows.op[of_children], (Op.FORK, Op.JOIN, Op.END))].tolist():
        yield rows.label[row], "is a fork, a join or an end, and a child comes to it"


@of_the_last_plan
def _returns_nowhere(plan: Plan) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """The rows that cannot return a matter, which is a fault only where a sitting returns some, and their stations."""
    rows, count = plan.rows, len(plan.rows.op)
    other_is = (rows.other >= 0) & (rows.other < count)
    jump_is = (rows.limit <= 0) | ((rows.jump >= 0) & (rows.jump < count))
    found = np.flatnonzero((rows.op == Op.MEET) & ~(other_is & jump_is))
    at = np.zeros(len(plan.stations.place), np.bool_)
    station = rows.station[found]
    at[station[(station >= 0) & (station < len(at))]] = True
    return found, at


def _draws(plan: Plan, draws: Draws) -> Iterator[tuple[str, str]]:
    sittings, arrivals, rows = draws.sittings, draws.arrivals, plan.rows
    time = sittings.time
    if not ((time[1:] >= time[:-1]).all() and np.isfinite(time[[0, -1]] if len(time) else time).all()):
        yield "sittings", "are not in the order of time"
    if np.any(sittings.closes > sittings.time):
        yield "sittings", "close after they are held"
    if np.any(sittings.places < 0):
        yield "sittings", "have fewer places than none"
    returns_nowhere, at = _returns_nowhere(plan)
    if len(sittings.station) and not 0 <= sittings.station.min() <= sittings.station.max() < len(at):
        yield "sittings", "are of a station that there is not"
    elif at[sittings.station[(sittings.p_return > 0) & (sittings.places > 0)]].any():
        returning = np.unique(sittings.station[(sittings.p_return > 0) & (sittings.places > 0)])
        for row in returns_nowhere[np.isin(rows.station[returns_nowhere], returning)].tolist():
            yield rows.label[row], "is returned to a row that there is not"
    if np.any(arrivals.time[1:] < arrivals.time[:-1]):
        yield "arrivals", "are not in the order of time"
    if len(np.unique(arrivals.uid)) < len(arrivals.uid):
        yield "arrivals", "have a uid twice"
    if np.any((arrivals.klass < 0) | (arrivals.klass >= len(plan.classes.first))):
        yield "arrivals", "are of a class that there is not"


class InVain(NamedTuple):
    """Where matters or children wait for what never comes."""

    place: str
    label: str
    waiting: int
    since: float
    """The day when the first of them came."""

    @property
    def text(self) -> Text:
        """In words."""
        day = f"{self.since:.0f}"
        return Text(
            f"{self.place}: {self.waiting} ärenden väntar på ett möte som inte hålls, det första sedan dag {day} "
            f"({self.label})",
            f"{self.place}: {self.waiting} matters wait for a meeting that is not held, the first since day {day} "
            f"({self.label})",
        )


def in_vain(plan: Plan, draws: Draws, records: Records, until: float) -> tuple[InVain, ...]:
    """Who waits at the horizon for a sitting with places that has not come since, for longer than any two such sittings
    were apart, by row: a standstill that only the horizon ends. (Rows never block one another: who waits holds nothing
    that another waits for.)
    """
    order = np.lexsort((records.number, records.child, records.uid))
    last = np.ones(len(order), np.bool_)
    uid, child = records.uid[order], records.child[order]
    last[:-1] = (uid[1:] != uid[:-1]) | (child[1:] != child[:-1])
    ends = order[last]
    sittings, rows = draws.sittings, plan.rows
    found = []
    waits = ends[(records.what[ends] == What.CAME) & (rows.op[records.row[ends]] == Op.MEET)]
    for row in np.unique(records.row[waits]).tolist():
        held = (sittings.station == rows.station[row]) & (sittings.places > 0) & (sittings.time <= until)
        closes = float(sittings.closes[held].max(initial=-np.inf))
        came = records.time[waits[records.row[waits] == row]]
        late = came[came > closes]
        longest = float(np.diff(sittings.time[held]).max(initial=0.0))
        if len(late) and until - float(late.min()) > longest:
            place = plan.places[plan.stations.place[rows.station[row]]]
            found.append(InVain(place, rows.label[row], len(late), float(late.min())))
    return tuple(found)


__all__ = ["InVain", "PlanErrors", "check", "in_vain"]

"""Writing a plan's tables: rows, children, stations and classes, each thing once, by number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from remit.simulation.chance import salt
from remit.simulation.parameters import Parameters
from remit.simulation.places import Place
from remit.simulation.plan import NOBODY, STEPS, Children, Classes, Dist, Op, Plan, Rows, Start, State, Stations

_SMALL = ("op", "step", "state", "dist")
_WHOLE = ("place", "principal", "station", "jump", "other", "limit")
_REAL = ("a", "b", "c", "p", "hours")


@dataclass(slots=True)
class Row:
    """One row while it is written; see :class:`~remit.simulation.plan.Rows`."""

    op: Op
    step: int
    label: str
    state: State = State.CLOSED
    place: int = NOBODY
    principal: int = NOBODY
    station: int = NOBODY
    jump: int = NOBODY
    other: int = NOBODY
    limit: int = 0
    dist: Dist = Dist.FIXED
    a: float = 0.0
    b: float = 0.0
    c: float = 0.0
    p: float = 0.0
    hours: float = 0.0
    luck: str = ""
    """The label that its salt is made from, where that is not its own."""


@dataclass(slots=True)
class Numbers:
    """Ids by number, in the order in which they were first asked for."""

    ids: dict[str, int] = field(default_factory=dict)

    def __call__(self, identifier: str) -> int:
        """The number of an id; a new one gets the next."""
        return self.ids.setdefault(identifier, len(self.ids)) if identifier else NOBODY


class Programme:
    """The rows of a plan while they are written. The next row of a row is the one after it."""

    def __init__(self, parameters: Parameters) -> None:
        self.parameters = parameters
        self.rows: list[Row] = []
        self.place, self.party, self.topic = Numbers(), Numbers(), Numbers()
        self.sitting: dict[tuple[str, str], int] = {}
        self.places: list[Place] = []
        self.pending: list[tuple[int, tuple[Any, ...], str, str]] = []
        """Forks whose children are not laid yet: the row, whose they are, what they do, and how."""
        self._children: list[tuple[int, int]] = []
        self._forks: dict[tuple[tuple[int, int], ...], int] = {}
        self._classes: list[tuple[int, int, float, int, int]] = []
        self._first: dict[int, int] = {}
        self.starts: list[tuple[int, Start]] = []

    @property
    def here(self) -> int:
        """The number of the next row."""
        return len(self.rows)

    def add(self, op: Op, step: str, label: str, *, place: str = "", principal: int = NOBODY, **columns: object) -> int:
        """Write a row; its number. ``columns``: those of :class:`Row`."""
        row = Row(op, STEPS.index(step), label, place=self.place(place), principal=principal)
        for name, value in columns.items():
            setattr(row, name, value)
        self.rows.append(row)
        return len(self.rows) - 1

    def wait(self, step: str, label: str, days: float, **columns: object) -> int:
        """A row that takes about so many days: most often ``days``, at least and at most by the factor ``spread``."""
        spread = self.parameters["spread"]
        if spread <= 1 or days <= 0:
            return self.add(Op.WAIT, step, label, dist=Dist.FIXED, a=days, **columns)  # type: ignore[arg-type]
        times = {"dist": Dist.TRIANGULAR, "a": days / spread, "b": days, "c": days * spread}
        return self.add(Op.WAIT, step, label, **times, **columns)  # type: ignore[arg-type]

    def station(self, place: Place) -> int:
        """The number of the station where a group or body sits."""
        key = (place.id, place.principal)
        if key not in self.sitting:
            self.sitting[key] = len(self.places)
            self.places.append(place)
            self.place(place.id)
        return self.sitting[key]

    def children(self, found: Sequence[tuple[int, int]]) -> int:
        """Where the children of a fork (party, first row) begin in the table; alike forks share theirs."""
        key = tuple(found)
        if key not in self._forks:
            self._forks[key] = len(self._children)
            self._children.extend(key)
        return self._forks[key]

    def new_class(self, topic: str, principal: str, rate: float, urgent: bool, stream: str) -> int:
        """The number of a new class; where it begins is told by :meth:`begins`."""
        self._classes.append((self.topic(topic), self.party(principal), rate, int(urgent), salt(stream)))
        return len(self._classes) - 1

    def is_urgent(self, klass: int) -> bool:
        """Whether the matters of a class are urgent."""
        return bool(self._classes[klass][3])

    def begins(self, klass: int) -> None:
        """The next row is the first of a class."""
        self._first[klass] = self.here

    def plan(self, **extra: object) -> Plan:
        """The tables."""
        columns: dict[str, object] = {
            name: np.array([getattr(row, name) for row in self.rows], dtype=kind)
            for names, kind in ((_SMALL, np.int8), (_WHOLE, np.int32), (_REAL, np.float64))
            for name in names
        }
        lucks = [row.luck or row.label for row in self.rows]
        salts = {label: salt(label) for label in dict.fromkeys(lucks)}
        columns["salt"] = np.array([salts[label] for label in lucks], dtype=np.uint64)
        columns["label"] = tuple(row.label for row in self.rows)
        table = np.array(self._children, dtype=np.int32).reshape(-1, 2)
        first = [self._first[number] for number in range(len(self._classes))]
        topic, party, rate, urgent, stream = zip(*self._classes, strict=True) if self._classes else ((),) * 5
        order = int(self.parameters["urgent_first"])
        return Plan(
            Rows(**columns),  # type: ignore[arg-type]
            Children(table[:, 0].copy(), table[:, 1].copy()),
            Stations(
                np.array([self.place(place.id) for place in self.places], dtype=np.int32),
                np.zeros(len(self.places), dtype=np.int32),
                np.full(len(self.places), order, dtype=np.int8),
            ),
            Classes(
                np.array(topic, dtype=np.int32),
                np.array(party, dtype=np.int32),
                np.array(first, dtype=np.int32),
                np.array(rate, dtype=np.float64),
                np.array(urgent, dtype=np.int8),
                np.array(stream, dtype=np.uint64),
            ),
            tuple(self.place.ids),
            tuple(self.party.ids),
            tuple(self.topic.ids),
            {"places": tuple(self.places), **extra},
            tuple(self.starts),
        )


__all__ = ["Numbers", "Programme", "Row"]

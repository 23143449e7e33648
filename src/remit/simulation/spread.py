"""Points of a sweep as tasks: a structure, some numbers changed, a block of replications; run here or elsewhere."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from remit.graph.org import Org
from remit.model.files.writer import dump
from remit.model.whole import Model
from remit.simulation.outcome.measures import MEASURES
from remit.simulation.outcome.quantiles import QUANTILES, pooled
from remit.simulation.outcome.reduce import Parts
from remit.simulation.outcome.run import Setting, check, replication

if TYPE_CHECKING:
    from remit.simulation.parameters import Parameters
    from remit.simulation.plan import Plan

BLOCK = 10
"""Replications that one task runs: enough that sending it costs little, few enough that all workers have some."""
_REMEMBERED = 8
"""Structures and plans that a process keeps: tasks that have them in common come after one another."""


@dataclass(frozen=True, slots=True)
class Where:
    """Where the work is done; the results are the same everywhere.

    ``workers``: processes of this machine. ``scheduler``: the address of a Dask scheduler, whose workers do it instead.
    ``kept``: a folder for what is done, so that work that was stopped goes on where it was.
    """

    workers: int = 1
    scheduler: str = ""
    kept: str | Path | None = None


@dataclass(frozen=True)
class Structures:
    """What all tasks share: the structures at their dates, the numbers, and what is run."""

    models: tuple[tuple[Model, datetime.date, Mapping[str, tuple[str, ...]]], ...]
    parameters: tuple[Parameters, ...]
    """For each structure, with what its model tells put in."""
    setting: Setting

    @classmethod
    def of(cls, orgs: Sequence[Org], parameters: Sequence[Parameters], setting: Setting) -> Structures:
        """The structures of some organisations."""
        return cls(tuple((org.model, org.on, dict(org.continues)) for org in orgs), tuple(parameters), setting)

    @cached_property
    def fingerprint(self) -> str:
        """What tells the results of this from those of anything else (the number of replications does not)."""
        told = [[dump(model), date.isoformat(), continues] for model, date, continues in self.models]
        numbers = [one.to_dict("en") for one in self.parameters]
        setting = {**self.setting.to_dict(), "replications": 0}
        text = json.dumps([told, numbers, setting], ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()

    def plan(self, number: int, changed: Mapping[str, float]) -> tuple[Plan, Parameters]:
        """The plan of a structure and its numbers, some of them changed (those that its model tells are not)."""
        from remit.simulation.build import build

        base = self.parameters[number]
        free = {one.name for one in base.uncertain()}
        mine = {name: value for name, value in changed.items() if name in free}
        numbers = base.with_(mine) if mine else base
        return build(_org(self, number), numbers, starts=self.setting.starts), numbers


_orgs: OrderedDict[tuple[str, int], Org] = OrderedDict()
_plans: OrderedDict[str, tuple[Plan, Parameters]] = OrderedDict()


def _org(shared: Structures, number: int) -> Org:
    """The resolved structure; a process makes it once for all tasks that have it."""
    name = (shared.fingerprint, number)
    if name not in _orgs:
        _orgs[name] = Org(*shared.models[number])
        if len(_orgs) > _REMEMBERED:
            _orgs.popitem(last=False)
    return _orgs[name]


def _plan(shared: Structures, task: Mapping[str, Any]) -> tuple[Plan, Parameters]:
    """The plan of a task; a process builds it once for all tasks that have it."""
    name = json.dumps([shared.fingerprint, task["structure"], task["changed"]], sort_keys=True)
    if name not in _plans:
        _plans[name] = shared.plan(task["structure"], task["changed"])
        if len(_plans) > _REMEMBERED:
            _plans.popitem(last=False)
    return _plans[name]


def check_all(shared: Structures) -> None:
    """Raise :class:`~remit.simulation.outcome.window.SimulationError` where the setting asks a structure for what its
    plan does not hold; the plans are kept for the tasks that this process does.
    """
    for number, (model, *_) in enumerate(shared.models):
        plan, _ = _plan(shared, {"structure": number, "changed": {}})
        check(plan, shared.setting, model.head.title)


def measures(shared: Structures, task: Mapping[str, Any]) -> list[list[list[float]]]:
    """The work of one task: for each of its replications, as :func:`tasks_of` says, the measures and the days of what
    arrived.
    """
    plan, numbers = _plan(shared, task)
    asked = Parts.of(plan, shared.setting.topics, shared.setting.principals).member[0]
    found = []
    for number in range(task["first"], task["last"]):
        one = replication(plan, numbers, shared.setting, number)
        found.append([one.values.tolist(), one.times[asked[one.times[:, 0].astype(np.int64)], 1].tolist()])
    return found


def tables(blocks: Iterable[Sequence[Sequence[float]]]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Replications x measures, each by itself, from what :func:`measures` gives of each; and replications x quantiles,
    which are those of all replications together (:func:`~remit.simulation.outcome.quantiles.pooled`).
    """
    told = list(blocks)
    times = [np.array(one[1], dtype=float) for one in told]
    return (
        np.array([one[0] for one in told], dtype=float),
        np.column_stack([pooled(times, share) for share in QUANTILES.values()]),
    )


def column(measure: str, values: NDArray[np.float64], quantiles: NDArray[np.float64]) -> NDArray[np.float64]:
    """A measure in each replication, from the two tables (the last axis of both is that of the measures)."""
    found: NDArray[np.float64] = (
        quantiles[..., list(QUANTILES).index(measure)]
        if measure in QUANTILES
        else values[..., list(MEASURES).index(measure)]
    )
    return found


def tasks_of(structure: int, changed: Mapping[str, float], replications: int) -> dict[str, dict[str, Any]]:
    """The tasks of one structure with some numbers changed, by key, in the order of the replications."""
    found = {}
    for first in range(0, replications, BLOCK):
        last = min(first + BLOCK, replications)
        task = {"structure": structure, "changed": dict(sorted(changed.items())), "first": first, "last": last}
        found[json.dumps(task, sort_keys=True)] = task
    return found


__all__ = ["BLOCK", "Structures", "Where", "check_all", "column", "measures", "tables", "tasks_of"]

"""Replications spread over processes or a cluster, and brought together as if they had been run one after another."""

from __future__ import annotations

import base64
import datetime
import hashlib
import json
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from remit.graph.org import Org
from remit.model.files.writer import dump
from remit.model.whole import Model
from remit.simulation.farm import results
from remit.simulation.outcome.reduce import Reduced
from remit.simulation.outcome.run import Progress, Setting, check, replicate

if TYPE_CHECKING:
    from remit.simulation.parameters import Parameters
    from remit.simulation.plan import Plan

BLOCK = 10
"""Replications that one task runs: enough that sending it costs little, few enough that all workers have some."""
_REMEMBERED = 8
"""Plans that a process keeps: the tasks of one structure and setting come after one another."""


@dataclass(frozen=True, slots=True)
class Where:
    """Where the work is done; the results are the same everywhere.

    ``workers``: processes of this machine. ``scheduler``: the address of a Dask scheduler, whose workers do it instead.
    ``kept``: a folder for what is done, so that work that was stopped goes on where it was.
    """

    workers: int = 1
    scheduler: str = ""
    kept: str | Path | None = None

    @property
    def elsewhere(self) -> bool:
        """Whether anything but this process is asked for."""
        return self.workers > 1 or bool(self.scheduler) or self.kept is not None


@dataclass(frozen=True)
class Structures:
    """What all tasks share: the structures at their dates, the numbers, and what is run."""

    models: tuple[tuple[Model, datetime.date], ...]
    parameters: tuple[Parameters, ...]
    """For each structure, with what its model tells put in."""
    setting: Setting

    @classmethod
    def of(cls, orgs: Sequence[Org], parameters: Sequence[Parameters], setting: Setting) -> Structures:
        """The structures of some organisations."""
        return cls(tuple((org.model, org.on) for org in orgs), tuple(parameters), setting)

    @cached_property
    def fingerprint(self) -> str:
        """What tells the results of this from those of anything else (the number of replications does not)."""
        told = [[dump(model), date.isoformat()] for model, date in self.models]
        numbers = [one.to_dict("en") for one in self.parameters]
        setting = {**self.setting.to_dict(), "replications": 0}
        text = json.dumps([told, numbers, setting], ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()

    def plan(self, number: int, changed: Mapping[str, float]) -> tuple[Plan, Parameters]:
        """The plan of a structure and its numbers, some of them changed (those that its model tells are not)."""
        from remit.simulation.build import build

        model, date = self.models[number]
        base = self.parameters[number]
        free = {one.name for one in base.assumptions()}
        mine = {name: value for name, value in changed.items() if name in free}
        numbers = base.with_(**mine) if mine else base
        return build(Org(model, date), numbers, starts=self.setting.starts), numbers


_plans: OrderedDict[str, tuple[Plan, Parameters]] = OrderedDict()


def _plan(shared: Structures, task: Mapping[str, Any]) -> tuple[Plan, Parameters]:
    """The plan of a task; a process builds it once for all tasks that have it."""
    name = json.dumps([shared.fingerprint, task["structure"], task["changed"]], sort_keys=True)
    if name not in _plans:
        _plans[name] = shared.plan(task["structure"], task["changed"])
        if len(_plans) > _REMEMBERED:
            _plans.popitem(last=False)
    return _plans[name]


def whole(shared: Structures, task: Mapping[str, Any]) -> list[list[Any]]:
    """The work of one task: some replications of a structure, everything that is kept of them."""
    return [[_packed(column) for column in one] for one in _runs(shared, task)]


def measures(shared: Structures, task: Mapping[str, Any]) -> list[list[float]]:
    """The work of one task: some replications of a structure, the measures alone."""
    return [one.values.tolist() for one in _runs(shared, task)]


def _runs(shared: Structures, task: Mapping[str, Any]) -> Iterator[Reduced]:
    plan, numbers = _plan(shared, task)
    setting = replace(shared.setting, replications=task["last"])
    yield from replicate(plan, numbers, setting, numbers=range(task["first"], task["last"]))


def _packed(column: np.ndarray[Any, Any]) -> list[Any]:
    """An array as plain data, to the bit."""
    data = np.ascontiguousarray(column, dtype="<f8")
    return [list(column.shape), base64.b64encode(data.tobytes()).decode("ascii")]


def _unpacked(told: Sequence[Any]) -> np.ndarray[Any, Any]:
    shape, text = told
    return np.frombuffer(base64.b64decode(text), dtype="<f8").astype(np.float64).reshape(shape)


def tasks_of(structure: int, changed: Mapping[str, float], replications: int) -> dict[str, dict[str, Any]]:
    """The tasks of one structure with some numbers changed, by key, in the order of the replications."""
    found = {}
    for first in range(0, replications, BLOCK):
        last = min(first + BLOCK, replications)
        task = {"structure": structure, "changed": dict(sorted(changed.items())), "first": first, "last": last}
        found[json.dumps(task, sort_keys=True)] = task
    return found


def reduced(
    orgs: Sequence[Org],
    parameters: Sequence[Parameters],
    setting: Setting,
    where: Where,
    progress: Progress | None = None,
) -> Iterator[Reduced]:
    """All replications of the first structure, then of the next, each as it is reduced.

    Raises what :func:`~remit.simulation.farm.results` raises.
    """
    shared = Structures.of(orgs, parameters, setting)
    tasks: dict[str, dict[str, Any]] = {}
    for number, org in enumerate(orgs):
        check(shared.plan(number, {})[0], setting, org.model.head.title)
        tasks |= tasks_of(number, {}, setting.replications)
    for _, block in results(
        whole,
        shared,
        tasks,
        workers=where.workers,
        scheduler=where.scheduler,
        kept=where.kept,
        fingerprint=shared.fingerprint,
        progress=_counted(progress, tasks),
    ):
        for one in block:
            yield Reduced(*map(_unpacked, one))


def _counted(progress: Progress | None, tasks: Mapping[str, Any]) -> Progress | None:
    """Tells replications instead of tasks; all tasks but the last of a structure hold equally many."""
    if progress is None:
        return None
    total = sum(task["last"] - task["first"] for task in tasks.values())

    def told(done: int, of: int) -> None:
        progress(total if done == of else min(done * BLOCK, total), total)

    return told


__all__ = ["BLOCK", "Structures", "Where", "measures", "reduced", "tasks_of", "whole"]

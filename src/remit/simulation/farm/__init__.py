"""Much alike work carried out on processes here or on a Dask cluster: the same results, bit for bit, in the same order.

The work is a function of plain data that gives plain data, so where and in which order it is done cannot matter, work
that was lost with its worker is simply done again, and what is done can be kept in a folder, so that a sweep that was
stopped goes on where it was.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Iterator, Mapping
from pathlib import Path
from typing import Any

from remit.simulation.farm.kept import Kept

Plain = Any
"""What JSON holds: numbers, texts, lists, mappings, None. Floats come back to the bit."""
Work = Callable[[Any, Plain], Plain]
"""A function of a module, of what is shared by all tasks and of one task."""
Alike = Callable[[Plain], Hashable]
"""What tasks have in common that need the same preparation."""


def carry_out(
    work: Work,
    shared: Any,
    tasks: Mapping[str, Plain],
    *,
    workers: int = 1,
    scheduler: str = "",
    kept: str | Path | None = None,
    fingerprint: str = "",
    progress: Callable[[int, int], None] | None = None,
    alike: Alike | None = None,
) -> dict[str, Plain]:
    """The results of ``work(shared, task)`` for every task, by key, in the order of the tasks; see :func:`results`."""
    return dict(
        results(
            work,
            shared,
            tasks,
            workers=workers,
            scheduler=scheduler,
            kept=kept,
            fingerprint=fingerprint,
            progress=progress,
            alike=alike,
        )
    )


def results(
    work: Work,
    shared: Any,
    tasks: Mapping[str, Plain],
    *,
    workers: int = 1,
    scheduler: str = "",
    kept: str | Path | None = None,
    fingerprint: str = "",
    progress: Callable[[int, int], None] | None = None,
    alike: Alike | None = None,
) -> Iterator[tuple[str, Plain]]:
    """Each key with the result of ``work(shared, task)``, in the order of the tasks, as soon as it can be given.

    Only results that came before their turn are held. ``workers``: how many processes of this machine; 1: this one.
    ``scheduler``: the address of a Dask scheduler (``tcp://host:8786``), whose workers do it instead. ``kept``: a
    folder in which each result is kept as soon as it is there, and from which it is taken if it is there already;
    ``fingerprint`` must then tell apart whatever else differs (the shared data, the settings). ``progress`` is told
    (done, of how many). ``alike``: tasks of which it is the same need the same preparation, which few processes then
    have to make twice.

    Raises :class:`~remit.simulation.farm.faults.FarmProblem` where workers die again and again, or no cluster answers;
    what the work raises is raised here.
    """
    store = Kept(Path(kept), work, fingerprint) if kept is not None else None
    there = store.there(tasks) if store is not None else frozenset()
    tell = progress or (lambda *_: None)
    done = len(there)
    tell(done, len(tasks))
    coming = _done(work, shared, {k: task for k, task in tasks.items() if k not in there}, workers, scheduler, alike)
    early: dict[str, Plain] = {}
    for key in tasks:
        if store is not None and key in there:
            try:
                result = store.get(key)
            except KeyError:  # it was there a moment ago
                result = json.loads(json.dumps(work(shared, tasks[key])))
            yield key, result
            continue
        while key not in early:
            other, result = next(coming)
            text = json.dumps(result, ensure_ascii=False)
            if store is not None:
                store.keep(other, text)
            early[other] = json.loads(text)
            done += 1
            tell(done, len(tasks))
        yield key, early.pop(key)


def _done(
    work: Work, shared: Any, tasks: Mapping[str, Plain], workers: int, scheduler: str, alike: Alike | None
) -> Iterator[tuple[str, Plain]]:
    if not tasks:
        return
    if scheduler:
        from remit.simulation.farm.cluster import by_cluster

        yield from by_cluster(work, shared, tasks, scheduler)
    elif workers > 1:
        from remit.simulation.farm.processes import by_processes

        yield from by_processes(work, shared, tasks, workers, alike)
    else:
        for key, task in tasks.items():
            yield key, work(shared, task)


__all__ = ["Alike", "Plain", "Work", "carry_out", "results"]

"""Work on processes of this machine."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from typing import Any

from remit.simulation.farm.faults import FarmProblem

PATIENCE = 3
"""How many times in a row all workers may be lost without anything done before it is given up."""
AHEAD = 3
"""How many tasks for each worker are handed out at a time, so that memory does not grow with their number."""

_given: tuple[Callable[[Any, Any], Any], Any] | None = None


def _begin(work: Callable[[Any, Any], Any], shared: Any) -> None:
    """What each process does first: take what all tasks share; leave an interrupt to the process that started it."""
    global _given  # noqa: PLW0603 - the one thing that a process of the pool can be given once
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _given = (work, shared)


def _one(task: Any) -> Any:
    assert _given is not None
    work, shared = _given
    return work(shared, task)


def by_processes(
    work: Callable[[Any, Any], Any], shared: Any, tasks: Mapping[str, Any], workers: int
) -> Iterator[tuple[str, Any]]:
    """Each key with its result, as they are done. The tasks of a process that was killed are done again.

    Processes are spawned, not forked: a fork of a process with threads (numba, BLAS) can hang.
    """
    left = dict(tasks)
    fruitless = 0
    while left:
        before = len(left)
        pool = ProcessPoolExecutor(
            min(workers, len(left)), mp_context=get_context("spawn"), initializer=_begin, initargs=(work, shared)
        )
        try:
            for key, result in _through(pool, left, workers * AHEAD):
                del left[key]
                yield key, result
        except BrokenProcessPool:
            fruitless = fruitless + 1 if len(left) == before else 0
            if fruitless == PATIENCE:
                raise FarmProblem("workers_die") from None
        finally:
            pool.shutdown(wait=not left, cancel_futures=True)


def _through(pool: ProcessPoolExecutor, tasks: Mapping[str, Any], ahead: int) -> Iterator[tuple[str, Any]]:
    waiting = iter(list(tasks.items()))
    under_way: dict[Future[Any], str] = {}
    while True:
        for key, task in islice(waiting, ahead - len(under_way)):
            under_way[pool.submit(_one, task)] = key
        if not under_way:
            return
        for future in wait(under_way, return_when=FIRST_COMPLETED).done:
            key = under_way.pop(future)
            yield key, future.result()


__all__ = ["by_processes"]

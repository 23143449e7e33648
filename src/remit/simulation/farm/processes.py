"""Work on processes of this machine."""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Hashable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import connection, get_context, parent_process
from typing import Any

from remit.simulation.farm.faults import FarmProblem

PATIENCE = 3
"""How many times each worker may be lost in a row without anything done before it is given up."""
AHEAD = 2
"""How many tasks each worker has at a time: one to do, the others so that it need not wait for this process."""

Alike = Callable[[Any], Hashable]

_given: tuple[Callable[[Any, Any], Any], Any] | None = None


def _begin(work: Callable[[Any, Any], Any], shared: Any) -> None:
    """What each process does first: take what all tasks share; leave an interrupt to the process that started it, and
    end with it, however that ends.
    """
    global _given  # noqa: PLW0603 - the one thing that a process of the pool can be given once
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _given = (work, shared)


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _one(task: Any) -> Any:
    assert _given is not None
    work, shared = _given
    return work(shared, task)


class _Left:
    """The tasks that nobody has, group by group."""

    def __init__(self, tasks: Mapping[str, Any], alike: Alike | None) -> None:
        self._alike = alike
        self._tasks = tasks
        self._groups: dict[Hashable, deque[str]] = {}
        for key in tasks:
            self._groups.setdefault(self._of(key), deque()).append(key)
        self._free = deque(self._groups)
        self._own: dict[int, Hashable] = {}

    def _of(self, key: str) -> Hashable:
        return None if self._alike is None else self._alike(self._tasks[key])

    def take(self, worker: int) -> str | None:
        """The next task for a worker: of its own group; else of the next group that nobody has; else, where there are
        alike ones, the last of the longest group, from the other end than its worker.
        """
        mine = self._groups.get(self._own.get(worker, self), deque())
        while not mine and self._free:
            self._own[worker] = self._free.popleft()
            mine = self._groups[self._own[worker]]
        if mine:
            return mine.popleft()
        longest = max(self._groups.values(), key=len)
        if not longest:
            return None
        return longest.popleft() if self._alike is None else longest.pop()

    def give_back(self, key: str) -> None:
        """A task that was lost with its worker."""
        self._groups[self._of(key)].appendleft(key)


def by_processes(
    work: Callable[[Any, Any], Any],
    shared: Any,
    tasks: Mapping[str, Any],
    workers: int,
    alike: Alike | None = None,
) -> Iterator[tuple[str, Any]]:
    """Each key with its result, as they are done. The tasks of a process that was killed are done again.

    ``alike``: tasks of which this is the same need the same preparation, and are left to one process while others have
    something else to do. Each process has a pool of its own, so that one that is killed is replaced alone. Processes
    are spawned, not forked: a fork of a process with threads (numba, BLAS) can hang.
    """
    left = _Left(tasks, alike)
    number = min(workers, len(tasks))
    pools: list[ProcessPoolExecutor] = [_pool(work, shared) for _ in range(number)]
    under_way: dict[Future[Any], tuple[str, int]] = {}
    fruitless, done = 0, 0
    try:
        for _ in range(AHEAD):
            for worker in range(number):
                _hand_out(pools, worker, left, tasks, under_way)
        while under_way:
            lost: set[int] = set()
            for future in wait(under_way, return_when=FIRST_COMPLETED).done:
                key, worker = under_way.pop(future)
                try:
                    result = future.result()
                except BrokenProcessPool:
                    left.give_back(key)
                    lost.add(worker)
                    continue
                done, fruitless = done + 1, 0
                if worker not in lost:
                    _hand_out(pools, worker, left, tasks, under_way)
                yield key, result
            for worker in sorted(lost):
                fruitless += 1
                if fruitless >= PATIENCE * number:
                    raise FarmProblem("workers_die")
                for future in [one for one, (_, whose) in under_way.items() if whose == worker]:
                    left.give_back(under_way.pop(future)[0])
                pools[worker].shutdown(wait=False, cancel_futures=True)
                pools[worker] = _pool(work, shared)
                for _ in range(AHEAD):
                    _hand_out(pools, worker, left, tasks, under_way)
    finally:
        for pool in pools:
            _end(pool, at_once=done < len(tasks))


def _pool(work: Callable[[Any, Any], Any], shared: Any) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_begin, initargs=(work, shared))


def _end(pool: ProcessPoolExecutor, *, at_once: bool) -> None:
    """End the process of a pool; at once where nobody waits any more for what it does."""
    there = list((getattr(pool, "_processes", None) or {}).values()) if at_once else []
    for process in there:
        process.terminate()
    pool.shutdown(wait=not at_once, cancel_futures=True)


def _hand_out(
    pools: list[ProcessPoolExecutor],
    worker: int,
    left: _Left,
    tasks: Mapping[str, Any],
    under_way: dict[Future[Any], tuple[str, int]],
) -> None:
    key = left.take(worker)
    if key is None:
        return
    with _no_interrupt():  # the process may be started by this
        try:
            future = pools[worker].submit(_one, tasks[key])
        except BrokenProcessPool as error:  # it was lost just now: told as the others are
            future = Future()
            future.set_exception(error)
    under_way[future] = (key, worker)


@contextmanager
def _no_interrupt() -> Iterator[None]:
    """An interrupt waits meanwhile, also in the processes that are started: it is meant for this one alone."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


__all__ = ["Alike", "by_processes"]

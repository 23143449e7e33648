"""Work on a Dask cluster, given the address of its scheduler (needs the extra ``cluster``).

Whoever reaches a scheduler can run code on its workers: use an address in a network that you trust, or ``tls://``.
"""

from __future__ import annotations

import asyncio
import concurrent.futures
import logging
import re
import time
import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from queue import Empty, Queue
from typing import Any

from remit import __version__
from remit.simulation.farm.faults import FarmProblem, WrongAddress

ANSWER = 10
"""Seconds that a scheduler may take to answer, and workers to turn up."""
PATIENCE = 3
"""So many times as long all workers may be gone in the middle: whoever keeps them up may start others."""
_CANCELLED = (asyncio.CancelledError, concurrent.futures.CancelledError)
_ADDRESS = re.compile(
    r"(?:tcp|tls|ucx|ws|wss)://[^\s/:@]+(?:\.[^\s/:@]+)*:[0-9]{1,5}|(?:tcp|tls)://\[[0-9a-fA-F:]+\]:[0-9]{1,5}"
)


def _same(shared: Any) -> Any:
    """What all tasks share, as a task of its own: it is made again where the worker that held it is lost."""
    return shared


def _version() -> str:
    from remit import __version__ as here

    return here


def by_cluster(
    work: Callable[[Any, Any], Any], shared: Any, tasks: Mapping[str, Any], address: str
) -> Iterator[tuple[str, Any]]:
    """Each key with its result, as they are done. Raises FarmProblem where the cluster is in the way."""
    if not _ADDRESS.fullmatch(address):
        raise WrongAddress(address)
    try:
        from distributed import Client
        from distributed.comm.core import CommClosedError
    except ImportError:
        raise FarmProblem("no_distributed") from None
    with _quiet():
        try:
            client = Client(address, timeout=ANSWER, set_as_default=False)  # type: ignore[no-untyped-call]
        except (OSError, TimeoutError, ValueError):
            raise FarmProblem("no_cluster", address=address) from None
        try:
            _check(client, address)
            yield from _through(client, work, shared, tasks, address)
        except (CommClosedError, *_CANCELLED):
            raise FarmProblem("lost_cluster", address=address) from None
        finally:
            with suppress(OSError, TimeoutError, *_CANCELLED):  # nobody may be there any more to say goodbye to
                client.close(timeout=ANSWER)  # type: ignore[no-untyped-call]


def _through(
    client: Any, work: Callable[[Any, Any], Any], shared: Any, tasks: Mapping[str, Any], address: str
) -> Iterator[tuple[str, Any]]:
    from distributed.scheduler import KilledWorker

    run = uuid.uuid4().hex  # keys of this run alone: another run's results are never taken for ours
    common = client.submit(_same, shared, key=f"remit-shared-{run}", pure=False)
    done: Queue[Any] = Queue()
    asked = {}
    for place, (key, task) in enumerate(tasks.items()):
        future = client.submit(work, common, task, key=f"remit-{place}-{run}", pure=False)
        asked[future.key] = key
        future.add_done_callback(done.put)
        del future  # it lives in its callback until it is done
    watch = _Watch(client, address)
    while asked:
        try:
            future = done.get(timeout=watch.every)
        except Empty:
            watch.look()
            continue
        watch.heard()
        key = asked.pop(future.key)
        if future.status == "cancelled":  # the scheduler is gone, or is there and could not read what it was given
            raise FarmProblem("work_refused" if client.status == "running" else "lost_cluster", address=address)
        try:
            result = _fetched(future, watch)
        except KilledWorker:
            raise FarmProblem("work_kills", task=key, address=address) from None
        future.release()
        yield key, result


def _fetched(future: Any, watch: _Watch) -> Any:
    """The result of a task that is done; it is done again where the worker that held it was lost meanwhile."""
    while True:
        try:
            return future.result(timeout=watch.every)
        except TimeoutError:
            if future.status == "error":
                raise
            watch.look()


class _Watch:
    """Looks, where nothing has come for a while, whether the cluster is still there."""

    def __init__(self, client: Any, address: str) -> None:
        self.client, self.address = client, address
        self.every = ANSWER / 4
        self.heard()

    def heard(self) -> None:
        """Something came."""
        self.since = time.monotonic()

    def look(self) -> None:
        """Raise FarmProblem where the scheduler is gone, or all workers have been for long."""
        if self.client.status != "running":
            raise FarmProblem("lost_cluster", address=self.address)
        if self.client.scheduler_info()["workers"]:
            self.heard()
        elif time.monotonic() - self.since > PATIENCE * ANSWER:
            raise FarmProblem("no_workers", address=self.address)


@contextmanager
def _quiet() -> Iterator[None]:
    """What goes wrong is told by this module; the logs of the cluster's library would tell it again, at length."""
    names = ("distributed", "tornado", "asyncio")
    before = [(logger, logger.level) for logger in map(logging.getLogger, names)]
    handlers = [(handler, handler.level) for handler in logging.getLogger("distributed").handlers]
    try:
        for logger, _ in before:
            logger.setLevel(logging.CRITICAL + 1)
        for handler, _ in handlers:
            handler.setLevel(logging.CRITICAL + 1)
        yield
    finally:
        for logger, level in before:
            logger.setLevel(level)
        for handler, level in handlers:
            handler.setLevel(level)


def _check(client: Any, address: str) -> None:
    """Every worker must have this version of Remit, or results could differ."""
    try:
        client.wait_for_workers(1, timeout=ANSWER)
    except TimeoutError:
        raise FarmProblem("no_workers", address=address) from None
    told = client.run(_version, on_error="return")
    others = sorted({found for found in told.values() if isinstance(found, str) and found != __version__})
    if others:
        raise FarmProblem("other_version", address=address, there=", ".join(others), here=__version__)
    if any(isinstance(found, ImportError) for found in told.values()):
        raise FarmProblem("no_remit", address=address, here=__version__)


__all__ = ["by_cluster"]

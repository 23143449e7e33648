"""Work on a Dask cluster, given the address of its scheduler (needs the extra ``cluster``).

Whoever reaches a scheduler can run code on its workers: use an address in a network that you trust, or ``tls://``.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from remit import __version__
from remit.simulation.farm.faults import FarmProblem, WrongAddress

ANSWER = 10
"""Seconds that a scheduler may take to answer, and workers to turn up."""
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
        from distributed import Client, as_completed
        from distributed.scheduler import KilledWorker
    except ImportError:
        raise FarmProblem("no_distributed") from None
    try:
        client = Client(address, timeout=ANSWER, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, TimeoutError, ValueError):
        raise FarmProblem("no_cluster", address=address) from None
    with client:
        _check(client, address)
        run = uuid.uuid4().hex  # keys of this run alone: another run's results are never taken for ours
        common = client.submit(_same, shared, key=f"remit-shared-{run}", pure=False)
        asked = {
            client.submit(work, common, task, key=f"remit-{place}-{run}", pure=False): key
            for place, (key, task) in enumerate(tasks.items())
        }
        for future in as_completed(list(asked), loop=client.loop):  # type: ignore[no-untyped-call]
            key = asked.pop(future)
            if future.status == "cancelled":
                raise FarmProblem("lost_cluster", address=address)
            try:
                result = future.result()
            except KilledWorker:
                raise FarmProblem("work_kills", task=key, address=address) from None
            future.release()
            yield key, result


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

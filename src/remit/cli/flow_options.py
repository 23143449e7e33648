"""The options of whatever simulates: how long, how often, with which numbers, where; alike in every command."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from remit.cli import simulate_texts as t
from remit.cli import texts
from remit.cli.commands import FILE
from remit.cli.spoken import F, Number, option

Decorator = Callable[[Any], Any]
RUN = ("years", "replications", "seed", "warm_up", "follow", "parameters", "workers", "scheduler")
"""The names of the options of :func:`running`."""
STARTS = ("begins", "places", "topics")
"""Those of :func:`starting`."""


def running(*, given: bool = True) -> Decorator:
    """``--years``, ``--replications``, ``--seed``, ``--warm-up``, ``--follow``, ``--parameters``, ``--workers`` and
    ``--scheduler``. ``given``: whether what is left out has its usual value here; else it is None.
    """

    def usual(value: Any) -> Any:
        return value if given else None

    return _all(
        option("--years", type=Number(0), default=usual(12.0), stands=t.YEARS, text=t.OPT_YEARS),
        option("--replications", type=Number(1, whole=True), default=usual(30), stands=texts.NUMBER,
               text=t.OPT_REPLICATIONS),
        option("--seed", type=Number(0, whole=True), default=usual(1), stands=t.SEED, text=t.OPT_SEED),
        option("--warm-up", type=Number(0), stands=t.YEARS, text=t.OPT_WARM_UP),
        option("--follow", type=Number(0), stands=t.YEARS, text=t.OPT_FOLLOW),
        option("--parameters", type=FILE, stands=texts.FILE, text=t.OPT_PARAMETERS),
        option("--workers", type=Number(1, whole=True), default=usual(1), stands=texts.NUMBER, text=t.OPT_WORKERS),
        option("--scheduler", default=usual(""), stands=texts.ADDRESS, text=t.OPT_SCHEDULER),
    )  # fmt: skip


def starting(text: Any = t.OPT_FROM, topic: Any = t.OPT_TOPIC) -> Decorator:
    """``--from``, ``--in`` and ``--topic``: matters whose beginning is named. ``text``/``topic``: the helps of the
    first and the last.
    """
    return _all(
        option("--from", "begins", multiple=True, stands=texts.ID, text=text),
        option("--in", "places", multiple=True, stands=texts.ID, text=t.OPT_IN),
        option("--topic", "topics", multiple=True, stands=texts.ID, text=topic),
    )


def structures(command: F) -> F:
    """``--scenario``, ``--after`` and ``--any-model``: what a model is compared with."""
    put: Callable[[F], F] = _all(
        option("--scenario", "scenarios", type=FILE, multiple=True, stands=texts.FILE, text=t.OPT_SCENARIO),
        option("--after", "others", multiple=True, stands=texts.MODEL, text=t.OPT_AFTER),
        option("--any-model", is_flag=True, text=t.OPT_ANY_MODEL),
    )
    return put(command)


def _all(*options: Decorator) -> Decorator:
    def put(command: Any) -> Any:
        for one in reversed(options):
            command = one(command)
        return command

    return put


__all__ = ["RUN", "STARTS", "running", "starting", "structures"]

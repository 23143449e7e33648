"""The checks of the flow: each a world whose answer is known, played by the engine."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from remit.graph.measures.reference import Check
from remit.model.text import Text
from remit.simulation.engines.by_hand import exponential, fixed
from remit.simulation.verification import exact, worlds
from remit.simulation.verification import texts as t
from remit.simulation.verification.estimate import Estimate, estimate

NARROW = 0.01
"""How wide half the interval of a waiting time may be, as a share of the value."""
LENGTHS = {
    1: {0.5: (200, 2000), 0.8: (800, 3000), 0.9: (3000, 12000)},
    5: {0.5: (60, 800), 0.8: (150, 800), 0.9: (700, 1800)},
    10: {0.5: (40, 400), 0.8: (80, 500), 0.9: (350, 800)},
}
"""Meetings before and while waits are measured, by places and load: as many as make the intervals narrow."""


def checks() -> list[Check]:
    """Every check of the flow; computed once in a process, always the same."""
    return list(_all())


@cache
def _all() -> tuple[Check, ...]:
    return (*_periodic(), *_dates(), *_parallel(), *_workers(), *_returned(), *_cleared(), *_laws())


def _check(name: Text, origin: Text, reference: float, found: Estimate, narrow: float | None = NARROW) -> Check:
    widest = None if narrow is None else narrow * reference
    return Check(name, origin, reference, found.value, half_width=found.half_width, widest=widest)


def _periodic() -> Iterator[Check]:
    for places, lengths in LENGTHS.items():
        for load, (warm, meetings) in lengths.items():
            found = worlds.periodic(load, places, warm, meetings)
            name = t.PERIODIC if places == 1 else t.PERIODIC_MANY
            yield _check(
                Text(
                    name.sv.format(places=places, load=str(load).replace(".", ",")),
                    name.en.format(places=places, load=load),
                ),
                t.PERIODIC_ORIGIN,
                exact.periodic_wait(load, places),
                estimate(found[:, 0], found[:, 1:]),
            )


def _dates() -> Iterator[Check]:
    yield _check(t.UNEVEN, t.UNEVEN_ORIGIN, 19 / 12, estimate(worlds.uneven([3, 4, 3, 2], 100, 5.0)))


def _parallel() -> Iterator[Check]:
    found = worlds.parallel(16, 500, 1.0)
    yield _check(t.SLOWEST, t.SLOWEST_ORIGIN, exact.harmonic(16), estimate(found[:, 0]))


def _workers() -> Iterator[Check]:
    found = worlds.workers(0.8, 1, exponential(1), 600, 6000, (1, 2))
    yield _check(t.MM1, t.MG1_ORIGIN, exact.pollaczek_khinchine(0.8, 1, 2), estimate(found[:, 0], found[:, 2:]))
    found = worlds.workers(0.8, 1, fixed(1), 600, 6000, (1, 1))
    yield _check(t.MD1, t.MG1_ORIGIN, exact.pollaczek_khinchine(0.8, 1, 1), estimate(found[:, 0], found[:, 2:]))
    found = worlds.workers(0.8, 2, exponential(1), 600, 6000, (1, 2))
    yield _check(t.MM2, t.ERLANG_ORIGIN, exact.wait_of_many_servers(0.8, 2), estimate(found[:, 0], found[:, 2:]), 0.02)
    yield _check(t.MM2_SHARE, t.ERLANG_ORIGIN, exact.erlang_c(0.8, 2), estimate(found[:, 1], found[:, 2:]), 0.02)
    found = worlds.urgent_first(0.4, 600, 6000)
    yield _check(t.FIRST, t.COBHAM_ORIGIN, 0.8 / 0.6, estimate(found[:, 0], found[:, 2:]), 0.03)
    yield _check(t.SECOND, t.COBHAM_ORIGIN, 0.8 / (0.6 * 0.2), estimate(found[:, 1], found[:, 2:]), 0.03)


def _returned() -> Iterator[Check]:
    yield _check(t.RETURNS, t.RETURNS_ORIGIN, 0.5 + 0.3 / 0.7, estimate(worlds.returned(0.3, 200, 20.0)))


def _cleared() -> Iterator[Check]:
    for p in (0.95, 0.99, 0.8):
        name = Text(t.CLEARANCES.sv.format(count=16, p=str(p).replace(".", ",")), t.CLEARANCES.en.format(count=16, p=p))
        found = estimate(worlds.cleared(p, 16, 1, 2000))
        yield _check(name, t.CLEARANCES_ORIGIN, p**16, found, None)
    yield _check(t.AT_ONCE, t.CLEARANCES_ORIGIN, 0.95**16, estimate(worlds.parallel(16, 500, 0.95)[:, 1]), None)
    found = estimate(worlds.cleared(0.8, 70, 3, 300))
    yield _check(t.TRIES, t.TRIES_ORIGIN, (1 - 0.2**3) ** 70, found, None)


def _laws() -> Iterator[Check]:
    little, lost, differing = worlds.laws()
    yield Check(t.LITTLE, t.LITTLE_ORIGIN, 1.0, little, tolerance=0.01)
    yield Check(t.KEPT, t.KEPT_ORIGIN, 0.0, float(lost), tolerance=0.0)
    yield Check(t.ENGINES, t.ENGINES_ORIGIN, 0.0, float(differing), tolerance=0.0)


__all__ = ["checks"]

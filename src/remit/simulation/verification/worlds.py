"""Small plans whose waiting is known, played by the engine, and what their records tell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib.util import find_spec
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from remit.simulation.chance import key, mix
from remit.simulation.engines import run
from remit.simulation.engines.by_hand import Programme, Sitting, Time, draws, exponential, fixed, poisson
from remit.simulation.plan import NOBODY, Answer, Draws, Plan, Records, What
from remit.simulation.verification.county import county
from remit.simulation.verification.county import drawn as county_drawn
from remit.simulation.verification.laws import littles_law, vanished

Floats = NDArray[np.float64]
REPLICATIONS = 32
SEED = 1917  # Erlang's year; any other would do
ENGINE = "compiled"
FIRST = 0
"""The number of the first replication."""


class Passage(NamedTuple):
    """What each matter met at one row: when it came, when it left; NaN where it had not left."""

    uid: NDArray[np.uint64]
    came: Floats
    began: Floats
    left: Floats


def passages(records: Records, row: int) -> Passage:
    """What matters themselves met at a row to which each comes once, in the order of coming."""
    here = (records.row == row) & (records.child == NOBODY)
    came = here & (records.what == What.CAME)
    uid = records.uid[came]
    order = np.argsort(uid, kind="stable")
    found = []
    for what in (What.BEGAN, What.LEFT):
        told = here & (records.what == what)
        at = np.full(len(uid), np.nan)
        place = np.searchsorted(uid[order], records.uid[told])
        at[order[place]] = records.time[told]
        found.append(at)
    return Passage(uid, records.time[came], found[0], found[1])


def replications(
    plan: Plan, drawn: Callable[[int], Draws], until: float, measure: Callable[[Records], Sequence[float]]
) -> Floats:
    """What is measured of each of the replications, one row for each."""
    numbers = range(FIRST, FIRST + REPLICATIONS)
    return np.array([measure(run(plan, drawn(number), key(SEED, number), until, ENGINE)) for number in numbers])


def periodic(load: float, places: int, warm: int, intervals: int) -> Floats:
    """A group that sits at each whole day: the mean wait of what came after the warm-up, and three quantities with
    mean 0 (of the arrivals A between sittings and of the left over L): A - rate, A² - E[A²], L(A - rate).
    """
    programme = Programme()
    programme.klass("matter", "group")
    programme.meet("group")
    programme.end("done")
    plan = programme.plan()
    rate, last = load * places, warm + intervals
    more = int(40 / (1 - load))  # so that what came last is treated
    sittings = [Sitting(float(day), "group", places) for day in range(1, last + more + 1)]
    bare = draws(plan, sittings)

    def drawn(number: int) -> Draws:
        return bare._replace(arrivals=draws(plan, (), poisson("matter", rate, last + more, number)).arrivals)

    def measure(records: Records) -> Sequence[float]:
        passage = passages(records, 0)
        within = (passage.came > warm) & (passage.came <= last)
        arrived = np.histogram(passage.came, np.arange(warm, last + 1))[0]
        left = (records.waiting - records.treated)[warm - 1 : last - 1]
        waited = float((passage.left - passage.came)[within].sum())
        return (
            waited / (rate * intervals),
            float(arrived.mean()) - rate,
            float((arrived**2).mean()) - rate - rate**2,
            float((left * (arrived - rate)).mean()),
        )

    return replications(plan, drawn, float(last + more), measure)


def workers(load: float, servers: int, service: Time, warm: float, days: float, moments: tuple[float, float]) -> Floats:
    """Matters that arise at random and are served in order by workers, mean service time 1: the mean wait after the
    warm-up, the share that waits, and quantities with mean 0 of X (service time over servers, less the time to the next
    arrival): X - E[X], X² - E[X²], W(X - E[X]). ``moments``: mean and second moment of a service time.
    """
    programme = Programme()
    programme.station("desk", servers)
    programme.klass("matter", "desk")
    programme.serve("desk", service)
    programme.end("done")
    plan = programme.plan()
    rate = load * servers
    until = warm + days
    mean = moments[0] / servers - 1 / rate
    second = moments[1] / servers**2 - 2 * moments[0] / (servers * rate) + 2 / rate**2

    def drawn(number: int) -> Draws:
        return draws(plan, (), poisson("matter", rate, until, number))

    def measure(records: Records) -> Sequence[float]:
        passage = passages(records, 0)
        to_next = np.diff(passage.came)
        wait, time = (passage.began - passage.came)[:-1], (passage.left - passage.began)[:-1]
        told = (passage.came[:-1] > warm) & (passage.came[:-1] <= until - 200) & ~np.isnan(time)
        wait, x = wait[told], (time / servers - to_next)[told]
        return (
            float(wait.mean()),
            float((wait > 0).mean()),
            float(x.mean()) - mean,
            float((x**2).mean()) - second,
            float((wait * (x - mean)).mean()),
        )

    return replications(plan, drawn, until, measure)


def uneven(gaps: Sequence[int], years: int, rate: float) -> Floats:
    """A group that sits after gaps that come again, and has places for all: the mean wait."""
    programme = Programme()
    programme.klass("matter", "group")
    programme.meet("group")
    programme.end("done")
    plan = programme.plan()
    dates = np.cumsum(np.tile(gaps, years)).tolist()
    bare = draws(plan, [Sitting(float(date), "group", 1_000_000) for date in dates])

    def drawn(number: int) -> Draws:
        return bare._replace(arrivals=draws(plan, (), poisson("matter", rate, float(dates[-1]), number)).arrivals)

    def measure(records: Records) -> Sequence[float]:
        passage = passages(records, 0)
        return (float((passage.left - passage.came).mean()),)

    return replications(plan, drawn, float(dates[-1]), measure)[:, 0]


def parallel(count: int, matters: int, p: float) -> Floats:
    """A matter that ``count`` principals decide at the same time, each after an exponential time with mean 1, each with
    yes at ``p``: the mean time to the last answer, and the share that all approve.
    """
    programme = Programme()
    programme.klass("matter", "all")
    names = [f"principal {number}" for number in range(count)]
    programme.fork("all", {name: f"decides:{name}" for name in names})
    programme.join("approved", "all", "refused")
    programme.end("done")
    programme.stop("refused", fixed(0))
    for name in names:
        programme.wait(f"decides:{name}", exponential(1))
        programme.chance(f"says:{name}", p, f"no:{name}")
        programme.answer(f"yes:{name}")
        programme.answer(f"no:{name}", Answer.REJECTED)
    plan = programme.plan()

    def measure(records: Records) -> Sequence[float]:
        passage = passages(records, 0)
        return float((passage.left - passage.came).mean()), float((records.what == What.ARRIVED).sum()) / matters

    return replications(plan, lambda number: _at_start(plan, matters, number), 1e6, measure)


def cleared(p: float, count: int, tries: int, matters: int) -> Floats:
    """``count`` clearances one after another, each passed at ``p`` with so many tries: the share that arrives."""
    programme = Programme()
    programme.klass("matter", "0.0")
    for number in range(count):
        for attempt in range(tries):
            otherwise = f"{number}.{attempt + 1}" if attempt + 1 < tries else "lost"
            programme.chance(f"{number}.{attempt}", p, otherwise)
            if attempt + 1 < tries:
                programme.chance(f"{number}.{attempt} on", 0.0, f"{number + 1}.0")
    programme.end(f"{count}.0")
    programme.stop("lost", fixed(0))
    plan = programme.plan()

    def measure(records: Records) -> Sequence[float]:
        return (float((records.what == What.ARRIVED).sum()) / matters,)

    return replications(plan, lambda number: _at_start(plan, matters, number), 1.0, measure)[:, 0]


def _at_start(plan: Plan, matters: int, number: int) -> Draws:
    return draws(plan, (), [(0.0, "matter", mix(number, one)) for one in range(matters)])


def returned(p: float, meetings: int, rate: float) -> Floats:
    """A group that sits at each whole day with places for all and returns a matter at ``p``: the mean time from coming
    to being treated, of what came early enough.
    """
    programme = Programme()
    programme.klass("matter", "start")
    programme.wait("start", fixed(0))
    programme.meet("group", back="group", tries=1000, at_last="done")
    programme.end("done")
    plan = programme.plan()
    until = float(meetings + 60)
    days = range(1, meetings + 61)
    bare = draws(plan, [Sitting(float(day), "group", 1_000_000, p_return=p) for day in days])

    def drawn(number: int) -> Draws:
        return bare._replace(arrivals=draws(plan, (), poisson("matter", rate, float(meetings), number)).arrivals)

    def measure(records: Records) -> Sequence[float]:
        ends = records.what == What.ARRIVED
        begins = records.what == What.RAISED
        return (float((records.time[ends].sum() - records.time[begins].sum()) / begins.sum()),)

    return replications(plan, drawn, until, measure)[:, 0]


def urgent_first(rate: float, warm: float, days: float) -> Floats:
    """One worker with mean service time 1 who takes urgent matters first, both kinds at ``rate``: the mean wait of
    each, and the deviations with mean 0 of: number and service times of each kind, the wait of the same matters in
    order of coming (Lindley 1952) from its known mean, and that wait with the next step of it.
    """
    programme = Programme()
    programme.station("desk", 1, urgent_first=True)
    programme.klass("urgent", "urgent", urgent=True)
    programme.klass("other", "other")
    for name in ("urgent", "other"):
        programme.serve(name, exponential(1), "desk")
        programme.end(f"{name} done")
    plan = programme.plan()
    until, load = warm + days, 2 * rate

    def drawn(number: int) -> Draws:
        return draws(plan, (), [*poisson("urgent", rate, until, number), *poisson("other", rate, until, number)])

    def measure(records: Records) -> Sequence[float]:
        found: list[float] = []
        steps = []
        for row in (0, 2):
            passage = passages(records, row)
            told = (passage.came > warm) & (passage.came <= until - 300) & ~np.isnan(passage.left)
            time = (passage.left - passage.began)[told]
            found.append(float((passage.began - passage.came)[told].mean()))
            steps += [float(told.sum()) / (days - 300) - rate, float(time.mean()) - 1, float((time**2).mean()) - 2]
        return (*found, *steps, *_in_order_of_coming(records, warm, until - 300, load))

    return replications(plan, drawn, until, measure)


def _in_order_of_coming(records: Records, warm: float, last: float, load: float) -> tuple[float, float]:
    both = [passages(records, row) for row in (0, 2)]
    came = np.concatenate([one.came for one in both])
    time = np.concatenate([one.left - one.began for one in both])
    order = np.argsort(came)
    came, time = came[order], time[order]
    served = ~np.isnan(time)
    came, time = came[served], time[served]
    step = time[:-1] - np.diff(came)
    reached = np.concatenate(([0.0], np.cumsum(step)))
    wait = (reached - np.minimum.accumulate(reached))[:-1]
    told = (came[:-1] > warm) & (came[:-1] <= last)
    mean = 1 - 1 / load
    return float(wait[told].mean()) - load / (1 - load), float((wait * (step - mean))[told].mean())


def unlimited(rate: float, mean: float, warm: float, days: float) -> Floats:
    """Matters that each take an exponential time by themselves (M/M/inf): the mean number inside."""
    programme = Programme()
    programme.klass("matter", "takes its time")
    programme.wait("takes its time", exponential(mean))
    programme.end("done")
    plan = programme.plan()
    until = warm + days

    def measure(records: Records) -> Sequence[float]:
        passage = passages(records, 0)
        left = np.where(np.isnan(passage.left), until, passage.left)
        return (float((np.maximum(left, warm) - np.maximum(passage.came, warm)).sum()) / days,)

    return replications(plan, lambda number: draws(plan, (), poisson("matter", rate, until, number)), until, measure)[
        :, 0
    ]


def jackson(warm: float, days: float) -> Floats:
    """Three workers in a network with a way back (Jackson 1957): the mean time from coming to leaving it. Matters come
    to the first at 0.45 a day, go on to the second or third; one of five that leave the second comes back to the first.
    """
    programme = Programme()
    for name in ("first", "second", "third"):
        programme.station(f"{name} desk", 1)
    programme.klass("matter", "first")
    programme.serve("first", exponential(1.2), "first desk")
    programme.chance("which", 0.5, "third")
    programme.serve("second", exponential(2.0), "second desk")
    programme.chance("back", 0.8, "first")
    programme.end("done")
    programme.serve("third", exponential(2.4), "third desk")
    programme.end("done too")
    plan = programme.plan()
    until = warm + days

    def measure(records: Records) -> Sequence[float]:
        born, gone = records.what == What.RAISED, records.what == What.ARRIVED
        order = np.argsort(records.uid[born])
        came = records.time[born][order][np.searchsorted(records.uid[born][order], records.uid[gone])]
        told = (came > warm) & (came <= until - 300)
        return (float((records.time[gone] - came)[told].mean()),)

    return replications(plan, lambda number: draws(plan, (), poisson("matter", 0.45, until, number)), until, measure)[
        :, 0
    ]


def laws() -> tuple[float, int, int]:
    """A small structure with every kind of row: number inside over rate times time inside; matters that vanish at any
    record; records that differ between the engine and SimPy (where that is installed) or the plain loop.
    """
    plan = county(4)
    drawn, until = county_drawn(plan, 60, 3.0, SEED)
    records = run(plan, drawn, key(SEED, 0), until, ENGINE)
    others = [run(plan, drawn, key(SEED, 0), until, "plain")]
    if find_spec("simpy") is not None:
        others.append(run(plan, drawn, key(SEED, 0), until, "reference"))
    differing = sum(_differing(records, other) for other in others)
    return littles_law(records, until), vanished(records), differing


def _differing(one: Records, other: Records) -> int:
    if len(one.time) != len(other.time):
        return abs(len(one.time) - len(other.time))
    return int(
        np.any([left != right for left, right in zip(one[:8], other[:8], strict=True)], axis=0).sum()
        + (one.waiting != other.waiting).sum()
        + (one.treated != other.treated).sum()
    )

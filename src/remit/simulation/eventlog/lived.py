"""What a log tells: how many matters arise, how long steps take, who hands over to whom, how matters end."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from statistics import fmean, stdev
from typing import TYPE_CHECKING, Any, NamedTuple

from remit.graph.calendar import YEAR
from remit.simulation.eventlog.log import Event, Log, Trace, stamp
from remit.simulation.eventlog.survival import Incidence, incidence
from remit.simulation.outcome.intervals import LEVEL, student

if TYPE_CHECKING:
    import pandas as pd

DONE, STOPPED = ("carried out", "åtgärdat"), ("dropped", "given up", "nedlagt")
"""The activities that say how a matter ended, unless others are named."""

FROM_ANOTHER = ("copied", "raised again", "väckt på nytt")
"""What a case begins with that springs from another: it is no matter that arises by itself."""


class Rate(NamedTuple):
    """Matters a year, and the 95 % interval of a Poisson rate (square-root transform, Bartlett 1936)."""

    number: int
    a_year: float
    low: float
    high: float


class Span(NamedTuple):
    """How long something took in the log; days. The interval is of the mean, Student's t over the visits."""

    number: int
    mean: float
    low: float
    high: float
    median: float
    p90: float


class HandOver(NamedTuple):
    """One entity's event followed by another's in the same matter; ``days`` between them on average."""

    source: str
    target: str
    number: int
    days: float


@dataclass(frozen=True, slots=True)
class Lived:
    """What a log tells. ``by_topic``, ``by_principal``: rates where the log names them. ``arrival``: the share carried
    out by each age, open matters counted for as long as they were seen (see :mod:`.survival`).
    """

    name: str
    begins: float
    ends: float
    matters: int
    events: int
    rate: Rate
    by_topic: dict[str, Rate]
    by_principal: dict[str, Rate]
    activities: dict[str, Span]
    entities: tuple[str, ...]
    hand_overs: tuple[HandOver, ...]
    repeated: float
    """The share of events that do again, at the same place, what was done before in the same matter."""
    carried_out: int
    stopped: int
    arrival: Incidence

    @property
    def years(self) -> float:
        """How long the log reaches."""
        return (self.ends - self.begins) / YEAR

    def to_dict(self, lang: str = "sv") -> dict[str, Any]:  # noqa: ARG002 (names are the log's own)
        """The public form."""
        return {
            "log": self.name,
            "begins": stamp(self.begins),
            "ends": stamp(self.ends),
            "matters": self.matters,
            "events": self.events,
            "rate": _rate(self.rate),
            "topics": {name: _rate(one) for name, one in self.by_topic.items()},
            "principals": {name: _rate(one) for name, one in self.by_principal.items()},
            "activities": [
                {"activity": name, **{key: _round(value) for key, value in one._asdict().items()}}
                for name, one in self.activities.items()
            ],
            "hand_overs": [
                {"from": one.source, "to": one.target, "number": one.number, "days": _round(one.days)}
                for one in self.hand_overs
            ],
            "repeated": _round(self.repeated),
            "carried_out": self.carried_out,
            "stopped": self.stopped,
            "open": self.matters - self.carried_out - self.stopped,
            "median_days": _round(self.arrival.quantile(0.5)),
            "carried_out_within_year": _round(self.arrival.at(YEAR)),
        }

    def to_frame(self) -> pd.DataFrame:
        """One row per activity: how often, and how long it took. Needs pandas."""
        import pandas as pd

        rows = [(name, *one) for name, one in self.activities.items()]
        return pd.DataFrame(rows, columns=["activity", *Span._fields])

    def __repr__(self) -> str:
        return f"<Log {self.name}: {self.matters} matters, {self.events} events, {self.rate.a_year:.1f} matters a year>"


def _rate(of: Rate) -> dict[str, float | int | None]:
    return {"matters": of.number, "a_year": _round(of.a_year), "low": _round(of.low), "high": _round(of.high)}


def _round(value: float | None) -> float | None:
    return None if value is None or not math.isfinite(value) else float(f"{value:.6g}")


def lived(log: Log, done: Collection[str] = DONE, stopped: Collection[str] = STOPPED) -> Lived:
    """What a log tells.

    ``done``: the activities that say that a matter is carried out; ``stopped``: those that say that it was given up.
    A matter with neither is open at the end of the log. How long an activity took is counted from its own ``start``
    where the log has one, else from the event before it in the same matter and branch, so that the wait for it is in
    it; one that begins a matter took no time that the log tells.
    """
    begins = min(trace.events[0].time for trace in log.traces)
    ends = max(trace.events[-1].time for trace in log.traces)
    years = max((ends - begins) / YEAR, 1 / YEAR)
    spans: dict[str, list[float]] = defaultdict(list)
    hand_overs: dict[tuple[str, str], list[float]] = defaultdict(list)
    entities: Counter[str] = Counter()
    events = repeated = 0
    durations, how = [], []
    arose = [trace for trace in log.traces if trace.events[0].activity.casefold() not in FROM_ANOTHER]
    for trace in log.traces:
        seen: set[tuple[str, str]] = set()
        finished = [event for event in trace.events if event.stage == "complete"]
        for event in finished:
            events += 1
            repeated += (event.activity, event.entity) in seen
            seen.add((event.activity, event.entity))
            if event.entity:
                entities[event.entity] += 1
        _take_in(trace, spans, hand_overs)
        length, end = _ended(trace, ends, done, stopped)
        durations.append(length)
        how.append(end)
    return Lived(
        log.name,
        begins,
        ends,
        len(log.traces),
        events,
        _rate_of(len(arose), years),
        _rates((trace.topic for trace in arose), years),
        _rates((trace.principal for trace in arose), years),
        {name: _span(values) for name, values in sorted(spans.items(), key=lambda one: (-len(one[1]), one[0]))},
        tuple(name for name, _ in sorted(entities.items(), key=lambda one: (-one[1], one[0]))),
        tuple(
            HandOver(*pair, len(gaps), fmean(gaps))
            for pair, gaps in sorted(hand_overs.items(), key=lambda one: (-len(one[1]), one[0]))
        ),
        repeated / events if events else 0.0,
        how.count(1),
        how.count(2),
        incidence(durations, how),
    )


def _take_in(trace: Trace, spans: dict[str, list[float]], hand_overs: dict[tuple[str, str], list[float]]) -> None:
    """The times and hand-overs of one matter.

    What comes before an event is the last one of its own branch; for the first of a branch the last of the matter
    itself; for an event of the matter after branches, the last of each of them.
    """
    last: dict[str, Event] = {}
    started: dict[tuple[str, str], float] = {}
    for event in trace.events:
        here = (event.activity, event.branch)
        if event.stage == "start":
            started[here] = event.time
        if event.stage != "complete":
            continue
        if event.branch:
            before = [last.get(event.branch) or last.get("")]
        else:
            before = [one for branch, one in last.items() if branch] or [last.get("")]
        known = [one for one in before if one is not None]
        begun = started.pop(here, max((one.time for one in known), default=None))
        if begun is not None:
            spans[event.activity].append(event.time - begun)
        for one in known:
            if one.entity and event.entity and one.entity != event.entity:
                hand_overs[one.entity, event.entity].append(event.time - one.time)
        if not event.branch:
            last.clear()
        # where an event happened nobody may tell; the hand-over is then from the place before
        place = event.entity or next((one.entity for one in known if one.entity), "")
        last[event.branch] = event._replace(entity=place)


def _ended(trace: Trace, ends: float, done: Collection[str], stopped: Collection[str]) -> tuple[float, int]:
    """How long a matter was followed, and how it ended: 1 carried out, 2 stopped, 0 open at the end of the log."""
    begins = trace.events[0].time
    for event in trace.events:
        name = event.activity.casefold()
        if name in done or name in stopped:
            return event.time - begins, 1 if name in done else 2
    return ends - begins, 0


def _rates(names: Iterable[str], years: float) -> dict[str, Rate]:
    counts = Counter(name for name in names if name)
    return {name: _rate_of(counts[name], years) for name in sorted(counts, key=lambda one: (-counts[one], one))}


def _rate_of(number: int, years: float) -> Rate:
    half = 1.959964 / 2
    root = math.sqrt(number)
    return Rate(number, number / years, max(root - half, 0.0) ** 2 / years, (root + half) ** 2 / years)


def _span(values: list[float]) -> Span:
    ordered = sorted(values)
    mean, number = fmean(ordered), len(ordered)
    half = student(0.5 + LEVEL / 2, number - 1) * stdev(ordered) / math.sqrt(number) if number > 1 else math.inf
    median, p90 = (ordered[math.ceil(share * number) - 1] for share in (0.5, 0.9))
    return Span(number, mean, mean - half, mean + half, median, p90)


__all__ = ["DONE", "STOPPED", "HandOver", "Lived", "Rate", "Span", "lived"]

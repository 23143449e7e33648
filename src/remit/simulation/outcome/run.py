"""Many replications of one structure, and what they tell."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import NDArray

from remit.graph.calendar import YEAR
from remit.model.text import Text
from remit.simulation import chance
from remit.simulation.outcome.facts import Facts, facts, weights_of, widened
from remit.simulation.outcome.intervals import Estimate, Moments, estimate
from remit.simulation.outcome.measures import MEASURES, OF_MATTERS
from remit.simulation.outcome.reduce import Parts, Reduced, reduce
from remit.simulation.outcome.settling import (
    crowded,
    growth_of,
    late_growth,
    overloaded,
    unsettled,
    waiting_in_vain,
)
from remit.simulation.outcome.spread import Spread, spread_of
from remit.simulation.outcome.window import GRID, SimulationError, Window, window

if TYPE_CHECKING:
    import pandas as pd

    from remit.graph.org import Org
    from remit.simulation.parameters import Parameters
    from remit.simulation.plan import Draws, Plan, Records, Start

YEARS, REPLICATIONS, SEED = 12.0, 30, 1
"""How long and how often is run unless something else is asked for. Thirty replications give an interval whose width
is itself known within about a quarter; twelve years leave about ten after the warm-up, five of them to follow."""

NOWHERE = Text("okänt ställe", "a place that nobody names")

Engine = Literal["compiled", "plain", "reference", "recursion"]
Progress = Callable[[int, int], None]
Watch = Callable[["Plan", "Draws", "Records"], None]


@dataclass(frozen=True, slots=True)
class Setting:
    """What a run was asked for; the same setting gives the same numbers."""

    window: Window
    replications: int = REPLICATIONS
    seed: int = SEED
    topics: tuple[str, ...] = ()
    principals: tuple[str, ...] = ()
    engine: Engine = "compiled"
    starts: tuple[Start, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The public form; years."""
        return {
            "years": round(self.window.until / YEAR, 6),
            "warm_up": round(self.window.warm_up / YEAR, 6),
            "follow": round(self.window.follow / YEAR, 6),
            "replications": self.replications,
            "seed": self.seed,
            "topics": list(self.topics),
            "principals": list(self.principals),
            "engine": self.engine,
            "starts": [
                {"id": one.id, "topic": one.topic, "from": one.start, "in": one.principal or None, "a_year": one.a_year}
                for one in self.starts
            ],
        }


@dataclass(frozen=True, eq=False, repr=False)
class Simulation:
    """What many replications of one structure tell.

    ``values``: replications x measures, in the order of :data:`~remit.simulation.outcome.measures.MEASURES`; the rest
    are running means over replications (see :class:`~remit.simulation.outcome.reduce.Reduced`). ``of_starts``:
    replications x named starts x measures of matters.
    """

    id: str
    title: Text
    plan: Plan
    names: dict[str, Text]
    setting: Setting
    parameters: Parameters | None
    parts: Parts
    values: NDArray[np.float64]
    moments: dict[str, Moments]
    growth: Estimate
    """How many more matters are under way, on average, in the second half of what is measured than in the first."""
    notes: tuple[Text, ...] = field(default=())
    """What whoever reads the numbers should know: a run that has not settled, queues that grow."""
    of_starts: NDArray[np.float64] = field(default_factory=lambda: np.zeros((0, 0, len(OF_MATTERS))))

    def __getitem__(self, measure: str) -> Estimate:
        """A measure with its interval; raises KeyError for one that does not exist."""
        return self._with_room(estimate(self.of(measure)), measure, 0)

    @cached_property
    def facts(self) -> Facts | None:
        """Which open links exist in which replication, and what they let through (None: too much to look through)."""
        return facts(self.plan, self.setting.seed, self.setting.replications)

    @cached_property
    def weights(self) -> NDArray[np.float64]:
        """The shares of the matters of each part that are of each class."""
        return weights_of(self.plan, self.parts)

    @property
    def spread(self) -> Spread | None:
        """Where the spread between replications comes from."""
        return spread_of(self.of("arrived"), self.facts, self.weights[0]) if self.facts else None

    def _with_room(self, found: Estimate, measure: str, part: int) -> Estimate:
        """An interval with room for what open links may do that no replication has shown."""
        if self.facts is None:
            return found
        return widened(found, measure, self.facts.unseen(self.weights[part]), self.setting.window.follow)

    def of(self, measure: str) -> NDArray[np.float64]:
        """A measure in each replication."""
        return self.values[:, list(MEASURES).index(measure)]

    def of_start(self, id_: str, measure: str) -> NDArray[np.float64]:
        """A measure of the matters of a named start in each replication; not a number where none was raised."""
        ids = [one.id for _, one in self.plan.starts]
        return self.of_starts[:, ids.index(id_), OF_MATTERS.index(measure)]

    def stops_of_start(self, id_: str) -> NDArray[np.float64]:
        """The shares of the matters of a named start that stop for good at each step."""
        found: NDArray[np.float64] = self.moments["starts"].mean[[one.id for _, one in self.plan.starts].index(id_)]
        return found

    def part(self, kind: str, id_: str, measure: str) -> Estimate:
        """A measure of matters of a topic or principal."""
        place = self.parts.names.index((kind, id_))
        return self._with_room(self.moments["parts"].at((place, OF_MATTERS.index(measure))), measure, place)

    @property
    def grid(self) -> NDArray[np.float64]:
        """The times of the distribution, in days."""
        return np.linspace(0.0, self.setting.window.follow, GRID + 1)

    def curve(self, kind: str = "all", id_: str = "") -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """The share of matters carried out within each time of the grid, and half the width of its interval."""
        place = self.parts.names.index((kind, id_))
        found = self.moments["curves"]
        return found.mean[place], found.half()[place]

    def name(self, id_: str) -> Text:
        """What an entity of the structure is called; none has an empty id."""
        return self.names.get(id_, Text(id_, id_)) if id_ else NOWHERE

    def to_dict(self, lang: str = "sv") -> dict[str, Any]:
        """The public form (:mod:`remit.simulation.outcome.told`)."""
        from remit.simulation.outcome.told import simulation_dict

        return simulation_dict(self, lang)

    def to_frame(self) -> pd.DataFrame:
        """One row per part and measure: mean, interval, unit. Needs pandas."""
        from remit.simulation.outcome.told import frame_of

        return frame_of([self])

    def __repr__(self) -> str:
        one = self["arrived"]
        span = f"{self.setting.replications} replications of {self.setting.window.until / YEAR:g} years"
        return (
            f"<Simulation of {self.id}: {span}; "
            f"{one.mean:.0%} of matters get all the way ({max(one.low, 0):.0%} to {min(one.high, 1):.0%})>"
        )

    def _repr_html_(self) -> str:
        from remit.simulation.outcome.told import html_of

        return html_of(self)


def simulate(
    org: Org,
    *,
    years: float = YEARS,
    replications: int = REPLICATIONS,
    seed: int = SEED,
    warm_up: float | None = None,
    follow: float | None = None,
    parameters: Parameters | None = None,
    topics: Sequence[str] = (),
    principals: Sequence[str] = (),
    starts: Sequence[Start] = (),
    engine: Engine = "compiled",
    progress: Progress | None = None,
    watch: Watch | None = None,
    workers: int = 1,
    scheduler: str = "",
    kept: str | Path | None = None,
) -> Simulation:
    """Let matters flow through a structure, many times over.

    ``years``: how long each replication runs; the first ``warm_up`` of them are left out, and each matter is followed
    for ``follow`` years (see :func:`~remit.simulation.outcome.window.window`). ``seed``: with the number of the
    replication it fixes everything that is drawn. ``parameters``: other than those that ship, with what the model tells
    put in. ``topics``, ``principals``: ids; only their matters are told of (all flow). ``starts``: matters whose
    beginning is named, told of by themselves: they arise beside the others and queue with them. ``progress`` is told
    (replications done, of how many). ``watch`` sees the plan, what was drawn and the records of each replication before
    they are reduced (not where others run them). ``workers``, ``scheduler``, ``kept``: see :func:`farmed`.
    Raises :class:`SimulationError` for what cannot be.
    """
    from remit.simulation.build import build
    from remit.simulation.named import name_of
    from remit.simulation.parameters import load_parameters

    setting = Setting(
        window(years, warm_up, follow), replications, seed, tuple(topics), tuple(principals), engine, tuple(starts)
    )
    numbers = (parameters if parameters is not None else load_parameters()).of(org)
    head = org.model.head
    plan = build(org, numbers, starts=setting.starts)
    names = {one: org.name(one) for one in (*plan.places, *plan.principals, *plan.topics)}
    names |= {one.id: name_of(org, one) for one in setting.starts}
    check(plan, setting, head.title)
    if workers > 1 or scheduler or kept is not None:
        runs = farmed(plan, numbers, setting, progress, workers=workers, scheduler=scheduler, kept=kept)
    else:
        runs = replicate(plan, numbers, setting, progress, watch)
    return gather(head.id, head.title, plan, names, setting, numbers, runs)


def first_run(org: Org, setting: Setting, parameters: Parameters | None = None) -> tuple[Plan, Records]:
    """The plan of a structure and the records of its first replication (number 0)."""
    from remit.simulation.build import build, draw
    from remit.simulation.engines import run
    from remit.simulation.parameters import load_parameters

    numbers = (parameters if parameters is not None else load_parameters()).of(org)
    plan, key = build(org, numbers), chance.key(setting.seed, 0)
    until = setting.window.until
    return plan, run(plan, draw(plan, numbers, key, until), key, until, engine=setting.engine)


def check(plan: Plan, setting: Setting, title: Text) -> None:
    """Raise :class:`SimulationError` where a setting asks for what a plan does not hold."""
    if not 1 <= setting.replications <= 1_000_000:
        raise SimulationError(
            Text(
                f"antalet replikationer måste vara 1 till 1 000 000, inte {setting.replications}",
                f"the number of replications must be 1 to 1,000,000, not {setting.replications}",
            )
        )
    parts = Parts.of(plan, setting.topics, setting.principals)
    if not (parts.member[0] & (plan.classes.rate > 0)).any():
        raise SimulationError(
            Text(
                f"i {title.sv} väcks inga ärenden" + (" av det slag som efterfrågas" if _narrowed(setting) else ""),
                f"in {title.en} no matters" + (" of the kind asked for" if _narrowed(setting) else "") + " are raised",
            )
        )


def _narrowed(setting: Setting) -> bool:
    return bool(setting.topics or setting.principals)


def replication(
    plan: Plan, parameters: Parameters, setting: Setting, number: int, watch: Watch | None = None
) -> Reduced:
    """One replication, counted from 0, run and reduced.

    It depends on the seed and its number alone, so replications can be run anywhere, in any order, and gathered in
    theirs; what goes in and what comes out can be pickled.
    """
    from remit.simulation.build import draw
    from remit.simulation.engines import run

    key = chance.key(setting.seed, number)
    draws = draw(plan, parameters, key, setting.window.until)
    records = run(plan, draws, key, setting.window.until, engine=setting.engine)
    if watch:
        watch(plan, draws, records)
    parts = Parts.of(plan, setting.topics, setting.principals)
    return reduce(plan, records, draws.sittings, setting.window, parts)


def replicate(
    plan: Plan,
    parameters: Parameters,
    setting: Setting,
    progress: Progress | None = None,
    watch: Watch | None = None,
) -> Iterable[Reduced]:
    """The replications of a setting one after another, each reduced as it ends."""
    for number in range(setting.replications):
        yield replication(plan, parameters, setting, number, watch)
        if progress:
            progress(number + 1, setting.replications)


def _task(shared: tuple[Plan, Parameters, Setting], number: int) -> list[Any]:
    """One replication for the farm: plain data in, plain data out."""
    return replication(*shared, number).to_plain()


def farmed(
    plan: Plan,
    parameters: Parameters,
    setting: Setting,
    progress: Progress | None = None,
    *,
    workers: int = 1,
    scheduler: str = "",
    kept: str | Path | None = None,
) -> Iterable[Reduced]:
    """The replications on several processes of this machine, or on a Dask cluster; the same to the bit, in their order.

    ``kept``: a folder in which each is kept as soon as it is done, and from which it is taken if it is there already
    (more replications later use the former ones). Raises :class:`~remit.simulation.farm.faults.FarmProblem` where
    workers die again and again or no cluster answers.
    """
    from remit.simulation.farm import results

    tasks = {str(number): number for number in range(setting.replications)}
    found = results(
        _task,
        (plan, parameters, setting),
        tasks,
        workers=workers,
        scheduler=scheduler,
        kept=kept,
        fingerprint="" if kept is None else _fingerprint(plan, parameters, setting),
        progress=progress,
    )
    return (Reduced.from_plain(one) for _, one in found)


def _fingerprint(plan: Plan, parameters: Parameters, setting: Setting) -> str:
    """What tells the replications of this from those of anything else; their number does not."""
    told = hashlib.sha256()
    columns = (
        *plan.rows,
        *plan.children,
        *plan.stations,
        *plan.classes,
        *(plan.extra[name] for name in sorted(plan.extra)),
    )
    for column in columns:
        told.update(column.tobytes() if isinstance(column, np.ndarray) else repr(column).encode())
    asked = {**setting.to_dict(), "replications": 0}
    names = [list(plan.places), list(plan.principals), list(plan.topics)]
    told.update(json.dumps([names, parameters.to_dict("en"), asked], ensure_ascii=False, sort_keys=True).encode())
    return told.hexdigest()


def gather(
    id_: str,
    title: Text,
    plan: Plan,
    names: dict[str, Text],
    setting: Setting,
    parameters: Parameters | None,
    runs: Iterable[Reduced],
) -> Simulation:
    """The replications, in their order, brought together."""
    kept = [name for name in Reduced._fields if name != "values"]
    moments = {name: Moments() for name in kept}
    values, growth, of_starts = [], [], []
    calm, calm_growth = Moments(), []
    number = len(plan.starts)
    for one in runs:
        values.append(one.values)
        of_starts.append(one.parts[len(one.parts) - number :])
        growth.append(growth_of(one.series, setting.window))
        if not overloaded(one.stations).any():
            calm.add(one.series)
            calm_growth.append(late_growth(one.series))
        for name in kept:
            moments[name].add(getattr(one, name))
    notes = [
        *waiting_in_vain(plan, names, moments["stations"].mean),
        *crowded(plan, names, moments["stations"].mean, len(values)),
    ]
    if calm_growth:
        notes += unsettled(calm.mean, estimate(calm_growth), setting.window)
    parts = Parts.of(plan, setting.topics, setting.principals)
    found = Simulation(
        id_,
        title,
        plan,
        names,
        setting,
        parameters,
        parts,
        np.array(values),
        moments,
        estimate(growth),
        tuple(notes),
        np.array(of_starts),
    )
    return replace(found, notes=(*notes, *found.spread.notes())) if found.spread else found


__all__ = [
    "REPLICATIONS",
    "SEED",
    "YEARS",
    "Engine",
    "Progress",
    "Setting",
    "Simulation",
    "check",
    "farmed",
    "first_run",
    "gather",
    "replicate",
    "replication",
    "simulate",
]

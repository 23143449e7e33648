"""A sweep: structures x values of assumptions x replications, on one machine or many, kept as it goes.

Every point is run with the same random numbers, so points can be subtracted from one another; the same seeds give the
same results wherever they are run.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from remit.model.text import Text
from remit.simulation.farm import results
from remit.simulation.outcome.asked import common_topics, of_all
from remit.simulation.outcome.intervals import Estimate, estimate
from remit.simulation.outcome.measures import MEASURES, level
from remit.simulation.outcome.quantiles import QUANTILES
from remit.simulation.outcome.run import REPLICATIONS, SEED, YEARS, Progress, Setting
from remit.simulation.outcome.window import SimulationError, window
from remit.simulation.spread import (
    Structures,
    Where,
    check_all,
    column,
    measures,
    structure_of,
    tables,
    tasks_of,
)

if TYPE_CHECKING:
    import pandas as pd

    from remit.graph.org import Org
    from remit.simulation.parameters import Parameters

MOST_POINTS = 100_000


@dataclass(frozen=True, slots=True)
class Point:
    """A structure with some assumptions at other values."""

    structure: int
    changed: tuple[tuple[str, float], ...]


@dataclass(frozen=True, eq=False, repr=False)
class Sweep:
    """The measures of every point. ``ids``: of the structures, numbered where several are the same.

    ``values``: points x replications x measures, each replication by itself;
    ``quantiles``: points x replications x quantiles, of all replications of a point together
    (:func:`~remit.simulation.outcome.quantiles.pooled`).
    """

    ids: tuple[str, ...]
    titles: tuple[Text, ...]
    points: tuple[Point, ...]
    setting: Setting
    values: NDArray[np.float64]
    quantiles: NDArray[np.float64]

    @cached_property
    def _places(self) -> dict[Point, int]:
        return {point: number for number, point in enumerate(self.points)}

    def place(self, structure: int, changed: tuple[tuple[str, float], ...]) -> int:
        """The number of the point of a structure with some assumptions changed. Raises KeyError where there is none."""
        return self._places[Point(structure, changed)]

    def at(self, point: int, measure: str) -> Estimate:
        """A measure at a point, with its interval. Raises KeyError for a measure that does not exist."""
        return level(estimate(self._of(point, measure)), measure)

    def _of(self, point: int, measure: str) -> NDArray[np.float64]:
        if measure not in MEASURES:
            raise KeyError(measure)
        return column(measure, self.values[point], self.quantiles[point])

    def difference(self, point: int, measure: str) -> Estimate | None:
        """The same less the first structure's with the same assumptions, paired; None for the first structure."""
        here = self.points[point]
        if here.structure == 0:
            return None
        base = self.place(0, here.changed)
        return estimate(self._of(point, measure) - self._of(base, measure))

    def rows(self, chosen: Sequence[str] = ()) -> list[dict[str, Any]]:
        """A row per point and measure (all where none is named): the point, the mean and its interval."""
        found = []
        for number, point in enumerate(self.points):
            for name in chosen or MEASURES:
                row: dict[str, Any] = {"structure": self.ids[point.structure], **dict(point.changed), "measure": name}
                row |= self.at(number, name).to_dict()
                other = self.difference(number, name)
                if other is not None:
                    row |= {f"difference_{key}": value for key, value in other.to_dict().items()}
                found.append(row)
        return found

    def to_dict(self, lang: str = "sv") -> dict[str, Any]:
        """The public form: the setting, the structures, and for each point its measures."""
        return {
            "remit": 1,
            "setting": self.setting.to_dict(),
            "structures": [
                {"id": one, "title": title.get(lang)} for one, title in zip(self.ids, self.titles, strict=True)
            ],
            "points": [self._point(number, point) for number, point in enumerate(self.points)],
        }

    def _point(self, number: int, point: Point) -> dict[str, Any]:
        told = {}
        for name in MEASURES:
            other = self.difference(number, name)
            told[name] = self.at(number, name).to_dict() | ({"difference": other.to_dict()} if other else {})
        return {"structure": self.ids[point.structure], "parameters": dict(point.changed), "measures": told}

    def to_frame(self) -> pd.DataFrame:
        """:meth:`rows` as a pandas data frame (needs the extra ``notebook``)."""
        import pandas as pd

        return pd.DataFrame(self.rows())

    def __repr__(self) -> str:
        return (
            f"<Sweep of {', '.join(self.ids)}: {len(self.points)} points x {self.setting.replications} replications "
            f"of {len(MEASURES)} measures>"
        )


def steps(low: float, high: float, number: int) -> tuple[float, ...]:
    """``number`` values from ``low`` to ``high``, both among them, evenly spaced."""
    return tuple(np.linspace(low, high, number).tolist()) if number > 1 else (low,)


def sweep(
    orgs: Sequence[Org],
    vary: Mapping[str, Sequence[float]] | None = None,
    *,
    titles: Sequence[Text] | None = None,
    years: float = YEARS,
    replications: int = REPLICATIONS,
    seed: int = SEED,
    warm_up: float | None = None,
    follow: float | None = None,
    parameters: Parameters | None = None,
    topics: Sequence[str] = (),
    principals: Sequence[str] = (),
    where: Where | None = None,
    progress: Progress | None = None,
) -> Sweep:
    """Run every structure at every combination of values.

    ``vary``: values by the name of an assumption; a structure whose model tells a number keeps it. ``where``: workers,
    a cluster, a folder that keeps what is done (:class:`~remit.simulation.spread.Where`). ``progress`` is told (tasks
    done, of how many). The other arguments are those of :func:`~remit.simulation.outcome.run.simulate`. Raises
    :class:`SimulationError` for an assumption that does not exist, a value outside its range, or too many points.
    """
    from remit.simulation.parameters import load_parameters

    if not orgs:
        raise ValueError("at least one structure is needed")
    chosen = of_all(orgs, "topic", tuple(topics) or common_topics(orgs))
    whose = of_all(orgs, "principal", principals)
    setting = Setting(window(years, warm_up, follow), replications, seed, chosen, whose)
    bases = [(parameters if parameters is not None else load_parameters()).of(org) for org in orgs]
    grid = _grid(vary or {}, bases, len(orgs))
    shared = Structures.of(orgs, bases, setting)
    check_all(orgs, shared)
    points = [Point(number, changed) for number in range(len(orgs)) for changed in grid]
    tasks: dict[str, dict[str, Any]] = {}
    for point in points:
        tasks |= tasks_of(point.structure, dict(point.changed), replications)
    at = where or Where()
    values = np.empty((len(points), replications, len(MEASURES)))
    place = {point: number for number, point in enumerate(points)}
    quantiles = np.empty((len(points), replications, len(QUANTILES)))
    blocks: dict[int, dict[int, Any]] = {}
    for key, block in results(
        measures,
        shared,
        tasks,
        workers=at.workers,
        scheduler=at.scheduler,
        kept=at.kept,
        fingerprint="" if at.kept is None else shared.fingerprint,
        progress=progress,
        alike=structure_of,
    ):
        task = tasks[key]
        here = place[Point(task["structure"], tuple(task["changed"].items()))]
        begun = blocks.setdefault(here, {})
        begun[task["first"]] = block
        if sum(map(len, begun.values())) == replications:
            values[here], quantiles[here] = tables(one for first in sorted(begun) for one in begun[first])
            del blocks[here]
    found = titles or [org.model.head.title for org in orgs]
    ids = [org.model.head.id for org in orgs]
    told = [f"{one} ({ids[:place].count(one) + 1})" if one in ids[:place] else one for place, one in enumerate(ids)]
    return Sweep(tuple(told), tuple(found), tuple(points), setting, values, quantiles)


def _sv(value: float) -> str:
    return f"{value:g}".replace(".", ",")


def _grid(
    vary: Mapping[str, Sequence[float]], bases: Sequence[Parameters], structures: int
) -> list[tuple[tuple[str, float], ...]]:
    """Every combination of values, each sorted by name; checked."""
    known = {one.name: one for base in bases for one in base.uncertain()}
    vary = {name: tuple(dict.fromkeys(values)) for name, values in vary.items()}  # told twice is one point
    for name, values in vary.items():
        if name not in known:
            listed = ", ".join(sorted(known))
            raise SimulationError(
                Text(
                    f"antagandet ”{name}” finns inte; de som finns: {listed}",
                    f"there is no assumption {name!r}; there are: {listed}",
                )
            )
        low, high = known[name].low, known[name].high
        for value in values:
            if not low <= value <= high:
                raise SimulationError(
                    Text(
                        f"{name}: {_sv(value)} ligger utanför antagandets spann, {_sv(low)} till {_sv(high)}",
                        f"{name}: {value:g} is outside the range of the assumption, {low:g} to {high:g}",
                    )
                )
    number = math.prod(len(values) for values in vary.values()) * structures
    if not 0 < number <= MOST_POINTS:
        raise SimulationError(
            Text(
                f"det blir {number} kombinationer; det går med 1 till {MOST_POINTS}",
                f"that makes {number} combinations; there can be 1 to {MOST_POINTS}",
            )
        )
    names = sorted(vary)
    return [
        tuple(zip(names, (float(one) for one in chosen), strict=True))
        for chosen in itertools.product(*(vary[name] for name in names))
    ]


__all__ = ["MOST_POINTS", "Point", "Sweep", "steps", "sweep"]

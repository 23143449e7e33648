"""Structures compared: the same arrivals and the same luck in each, so that what differs is the structure.

Replication r of every structure draws from the same key, so its value minus the first structure's is one observation
of the difference (common random numbers; Law 2015, section 10.2.1, the paired-t interval). A structure against itself
gives exactly 0.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from remit.model.text import Text
from remit.simulation.outcome.facts import apart as unseen_apart
from remit.simulation.outcome.facts import widened
from remit.simulation.outcome.intervals import Estimate, estimate
from remit.simulation.outcome.measures import MEASURES
from remit.simulation.outcome.run import REPLICATIONS, SEED, YEARS, Engine, Progress, Simulation, simulate
from remit.simulation.outcome.window import SimulationError
from remit.simulation.parameters_texts import TOLD_RANGE, TOLD_WHY

if TYPE_CHECKING:
    import pandas as pd

    from remit.graph.org import Org
    from remit.simulation.outcome.tornado import Tornado
    from remit.simulation.parameters import Parameters
    from remit.simulation.plan import Start

Verdict = Literal["better", "worse", "more", "less", "same", "unsure"]


@dataclass(frozen=True, slots=True)
class Difference:
    """A structure's measure less that of the first structure, over paired replications.

    ``saved``: by how much the common random numbers made the variance of the difference smaller than that of two
    independent runs (0.9: to a tenth); NaN where both do not vary.
    """

    measure: str
    paired: Estimate
    saved: float

    @property
    def verdict(self) -> Verdict:
        """What the interval allows to say, at 95 %: ``unsure`` where it holds 0, ``same`` where it is exactly 0."""
        low, high = self.paired.low, self.paired.high
        if low == high == 0:
            return "same"
        if not (low > 0 or high < 0):
            return "unsure"
        way = MEASURES[self.measure].better
        if way == 0:
            return "more" if low > 0 else "less"
        return "better" if (low > 0) == (way > 0) else "worse"

    def to_dict(self) -> dict[str, Any]:
        """The public form."""
        saved = round(self.saved, 4) + 0.0 if np.isfinite(self.saved) else None
        return {"measure": self.measure, **self.paired.to_dict(), "verdict": self.verdict, "variance_saved": saved}


@dataclass(frozen=True, eq=False, repr=False)
class Comparison:
    """Several structures under the same arrivals; the first is the one that the others are compared with."""

    simulations: tuple[Simulation, ...]
    tornado: Tornado | None = None

    @property
    def first(self) -> Simulation:
        """What the others are compared with."""
        return self.simulations[0]

    def difference(self, other: int, measure: str, start: str = "") -> Difference:
        """The difference between structure ``other`` (1 is the second) and the first: of all matters that are compared,
        or of those of a named ``start``.
        """
        pair = (self.simulations[other], self.first)
        mine, base = (one.of_start(start, measure) if start else one.of(measure) for one in pair)
        paired = mine - base
        both = np.isfinite(paired)
        apart = float(mine[both].var() + base[both].var()) if both.any() else 0.0
        saved = 1 - float(paired[both].var()) / apart if apart > 0 else np.nan
        return Difference(measure, self._with_room(estimate(paired), pair, measure, start), saved)

    @staticmethod
    def _with_room(found: Estimate, pair: tuple[Simulation, Simulation], measure: str, start: str) -> Estimate:
        """The interval of a difference with room for what open links may do that no replication has shown."""
        sides = []
        for one in pair:
            if one.facts is None:
                return found
            part = one.parts.names.index(("start", start)) if start else 0
            sides.append((one.plan, one.facts, one.weights[part]))
        return widened(found, measure, unseen_apart(*sides), pair[0].setting.window.follow)

    def differences(self, other: int) -> list[Difference]:
        """All measures of structure ``other`` against the first."""
        return [self.difference(other, name) for name in MEASURES]

    def to_dict(self, lang: str = "sv") -> dict[str, Any]:
        """The public form (:mod:`remit.simulation.outcome.told`)."""
        from remit.simulation.outcome.told import comparison_dict

        return comparison_dict(self, lang)

    def to_frame(self) -> pd.DataFrame:
        """One row per structure, part and measure. Needs pandas."""
        from remit.simulation.outcome.told import frame_of

        return frame_of(self.simulations)

    def __repr__(self) -> str:
        parts = []
        for number in range(1, len(self.simulations)):
            one = self.difference(number, "waited")
            name = self.simulations[number].id
            parts.append(f"{name} {one.paired.mean:+.0f} days without a result ({one.verdict})")
        return f"<Comparison with {self.first.id}: {'; '.join(parts) or 'nothing'}>"

    def _repr_html_(self) -> str:
        from remit.simulation.outcome.told import comparison_html

        return comparison_html(self)


def compare(
    orgs: Sequence[Org],
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
    starts: Sequence[Start] = (),
    engine: Engine = "compiled",
    progress: Progress | None = None,
    workers: int = 1,
    scheduler: str = "",
    kept: str | Path | None = None,
) -> Comparison:
    """Simulate several structures under the same arrivals and luck; arguments as for
    :func:`~remit.simulation.outcome.run.simulate`.

    ``topics``: those whose matters are compared; where none are named, those that all the structures declare (what one
    of them does not know cannot be compared), and all where there is only one structure. Raises ValueError where there
    is no structure, :class:`~remit.simulation.outcome.window.SimulationError` where they have no topic in common.
    """
    if not orgs:
        raise ValueError("at least one structure is needed")
    check_named(parameters, orgs)
    chosen = tuple(topics) or common_topics(orgs)
    total = len(orgs) * replications
    found = []
    for number, org in enumerate(orgs):

        def told(done: int, _: int, before: int = number * replications) -> None:
            if progress:
                progress(before + done, total)

        found.append(
            simulate(
                org,
                years=years,
                replications=replications,
                seed=seed,
                warm_up=warm_up,
                follow=follow,
                parameters=parameters,
                topics=chosen,
                principals=principals,
                starts=starts,
                engine=engine,
                progress=told,
                workers=workers,
                scheduler=scheduler,
                kept=kept,
            )
        )
    if titles is not None:
        from dataclasses import replace

        found = [replace(one, title=title) for one, title in zip(found, titles, strict=True)]
    return Comparison(tuple(found))


def check_named(parameters: Parameters | None, orgs: Sequence[Org]) -> None:
    """Raise :class:`SimulationError` where a number is told of a group or body (``meetings:ID``) that none of the
    structures has: a slip of the pen would else be without effect, and nobody would know.
    """
    # what a model has told stands for that model, whichever it was
    told = [one for one in parameters.items if ":" in one.name] if parameters is not None else []
    own = [one.name for one in told if one.note not in (TOLD_WHY, TOLD_RANGE)]
    lost = [name for name in own if not any(org.kind(name.partition(":")[2]) for org in orgs)]
    if lost:
        names = ", ".join(lost)
        raise SimulationError(
            Text(
                f"ingen av strukturerna har det som dessa parametrar gäller: {names}",
                f"none of the structures has what these parameters are about: {names}",
            )
        )


def common_topics(orgs: Sequence[Org]) -> tuple[str, ...]:
    """The topics that all of several structures declare, where not all declare the same; else none, which means all."""
    declared = [[topic.id for topic in org.things("topic")] for org in orgs]
    common = [one for one in declared[0] if all(one in others for others in declared[1:])]
    if declared[0] and not common:
        raise SimulationError(Text("strukturerna har ingen fråga gemensam", "the structures have no topic in common"))
    return () if all(len(one) == len(common) for one in declared) else tuple(common)


__all__ = ["Comparison", "Difference", "Verdict", "common_topics", "compare"]

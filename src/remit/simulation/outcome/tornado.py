"""Every assumption at its low and its high: what hangs on it, and whether the conclusion survives.

One at a time, the others as they are; the same random numbers throughout, so that a swing is the assumption's doing and
not luck. What several assumptions do together is not seen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from remit.model.text import Text
from remit.simulation.outcome.asked import common_topics, of_all
from remit.simulation.outcome.intervals import Estimate, estimate
from remit.simulation.outcome.measures import MEASURES, level
from remit.simulation.outcome.run import (
    REPLICATIONS,
    SEED,
    YEARS,
    Engine,
    Progress,
    Setting,
)
from remit.simulation.outcome.window import SimulationError, window

if TYPE_CHECKING:
    from remit.graph.org import Org
    from remit.simulation.parameters import Parameter, Parameters

ENOUGH = 10
"""Replications of each value of each assumption."""

Array = np.ndarray[Any, np.dtype[np.float64]]
Survival = Literal["holds", "turns", "unsure"]


@dataclass(frozen=True, slots=True)
class End:
    """One assumption at one end of its range.

    ``effect``: what it does to the measure of the last structure (paired with the assumptions as they are).
    ``difference``: the last structure less the first there; None with one structure.
    """

    value: float
    level: Estimate
    effect: Estimate
    difference: Estimate | None

    def to_dict(self) -> dict[str, Any]:
        """The public form."""
        return {
            "value": self.value,
            "level": self.level.to_dict(),
            "effect": self.effect.to_dict(),
            "difference": self.difference.to_dict() if self.difference else None,
        }


@dataclass(frozen=True, slots=True)
class Swing:
    """One assumption at both ends of its range."""

    parameter: Parameter
    low: End
    high: End
    survives: Survival | None
    """Whether the conclusion does (None with one structure, or where there is none)."""

    @property
    def size(self) -> float:
        """How far the measure, or the difference between the structures in it, swings between the ends."""
        told = [end.difference or end.level for end in (self.low, self.high)]
        means = [one.mean for one in told]
        return abs(means[1] - means[0]) if all(map(np.isfinite, means)) else 0.0

    def to_dict(self, lang: str) -> dict[str, Any]:
        """The public form."""
        return {
            "parameter": self.parameter.name,
            "text": self.parameter.text.get(lang),
            "unit": self.parameter.unit,
            "value": self.parameter.value,
            "low": self.low.to_dict(),
            "high": self.high.to_dict(),
            "conclusion": self.survives,
        }


@dataclass(frozen=True, eq=False, repr=False)
class Tornado:
    """All assumptions, the one that moves the measure most first."""

    measure: str
    level: Estimate
    difference: Estimate | None
    swings: tuple[Swing, ...]
    replications: int

    @property
    def turning(self) -> tuple[Swing, ...]:
        """Those that turn the conclusion, or take it away."""
        return tuple(one for one in self.swings if one.survives in ("turns", "unsure"))

    def to_dict(self, lang: str = "sv") -> dict[str, Any]:
        """The public form."""
        return {
            "measure": self.measure,
            "level": self.level.to_dict(),
            "difference": self.difference.to_dict() if self.difference else None,
            "replications": self.replications,
            "assumptions": [one.to_dict(lang) for one in self.swings],
        }

    def __repr__(self) -> str:
        top = ", ".join(one.parameter.name for one in self.swings[:3])
        return f"<Tornado of {self.measure}: {len(self.swings)} assumptions; most hangs on {top}>"


def tornado(
    orgs: Sequence[Org],
    *,
    measure: str = "waited",
    years: float = YEARS,
    replications: int = REPLICATIONS,
    seed: int = SEED,
    warm_up: float | None = None,
    follow: float | None = None,
    parameters: Parameters | None = None,
    topics: Sequence[str] = (),
    principals: Sequence[str] = (),
    engine: Engine = "compiled",
    progress: Progress | None = None,
    workers: int = 1,
    scheduler: str = "",
    kept: str | Path | None = None,
) -> Tornado:
    """Run the structures with every assumption at its low and at its high, one at a time.

    Of many ``replications`` the first :data:`ENOUGH` are run: the same luck throughout takes most of the noise away.
    ``orgs``: one structure, or the first and those compared with it; the swings are those of the last, the conclusion
    is the sign of the last less the first. ``progress`` is told (done, of how many). The other arguments are
    those of :func:`~remit.simulation.outcome.run.simulate`. Raises :class:`SimulationError` for a measure that does not
    exist.
    """
    from remit.simulation.parameters import load_parameters

    if measure not in MEASURES:
        names = ", ".join(MEASURES)
        raise SimulationError(
            Text(f"måttet {measure!r} finns inte; de som finns: {names}", f"no measure {measure!r}; there are: {names}")
        )
    setting = Setting(
        window(years, warm_up, follow),
        replications,
        seed,
        of_all(orgs, "topic", tuple(topics) or common_topics(orgs)),
        of_all(orgs, "principal", principals),
        engine,
    )
    ends = [orgs[0]] if len(orgs) == 1 else [orgs[0], orgs[-1]]
    bases = [(parameters if parameters is not None else load_parameters()).of(org) for org in ends]
    assumed = _assumptions(bases)
    asked: list[dict[str, float]] = [{}]
    asked += [{one.name: value} for one in assumed for value in (one.low, one.high)]
    where = {"workers": workers, "scheduler": scheduler, "kept": kept}
    base, *rest = _values(ends, bases, setting, asked, measure, progress, **where)
    swings = []
    for number, one in enumerate(assumed):
        low, high = (
            _end(value, rest[2 * number + end], base, measure) for end, value in enumerate((one.low, one.high))
        )
        swings.append(Swing(one, low, high, _survives(base, (low, high))))
    swings.sort(key=lambda swing: (-swing.size, swing.parameter.name))
    return Tornado(measure, level(estimate(base[-1]), measure), _difference(base), tuple(swings), replications)


def _assumptions(bases: Sequence[Parameters]) -> list[Parameter]:
    """What has a range in any of the structures: assumptions, and what a source tells as a range."""
    return list({one.name: one for base in bases for one in base.uncertain()}.values())


def _values(
    orgs: Sequence[Org],
    bases: Sequence[Parameters],
    setting: Setting,
    asked: Sequence[Mapping[str, float]],
    measure: str,
    progress: Progress | None,
    **where: Any,
) -> list[list[Array]]:
    """For each of several changes of the numbers: the measure in each replication, per structure.

    What a source tells of one structure stays as it tells it there.
    """
    from remit.simulation.farm import carry_out
    from remit.simulation.spread import Structures, check_all, column, measures, structure_of, tables, tasks_of

    shared = Structures.of(orgs, bases, setting)
    check_all(orgs, shared)
    points = [[tasks_of(number, changed, setting.replications) for number in range(len(orgs))] for changed in asked]
    tasks = {key: task for point in points for made in point for key, task in made.items()}
    fingerprint = "" if where.get("kept") is None else shared.fingerprint
    found = carry_out(measures, shared, tasks, fingerprint=fingerprint, progress=progress, alike=structure_of, **where)
    return [[column(measure, *tables(one for key in made for one in found[key])) for made in point] for point in points]


def _difference(values: Sequence[Array]) -> Estimate | None:
    return estimate(values[-1] - values[0]) if len(values) > 1 else None


def _end(value: float, values: Sequence[Array], base: Sequence[Array], measure: str) -> End:
    return End(value, level(estimate(values[-1]), measure), estimate(values[-1] - base[-1]), _difference(values))


def _survives(base: Sequence[Array], ends: Sequence[End]) -> Survival | None:
    """Whether the sign of the difference is, at both ends, surely what it is with the assumptions as they are."""
    first = _difference(base)
    if first is None or _sign(first) == 0:
        return None
    signs = [_sign(end.difference) for end in ends if end.difference is not None]
    if -_sign(first) in signs:
        return "turns"
    return "unsure" if 0 in signs else "holds"


def _sign(found: Estimate) -> int:
    return 1 if found.low > 0 else -1 if found.high < 0 else 0


__all__ = ["End", "Survival", "Swing", "Tornado", "tornado"]

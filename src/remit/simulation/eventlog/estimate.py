"""A log's rates and step times as parameters of the simulation: the interval is the range, the log the source."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from remit.graph.org import Org
from remit.model.text import Text
from remit.simulation.eventlog.lived import Lived, Rate
from remit.simulation.outcome.window import SimulationError
from remit.simulation.parameters import Parameters

RATE = "matters_per_year"
SPREAD = "spread"
MOST_COMMON = ("line_days", "down_days", "prepare_days", "home_days", "delegated_days")
"""Parameters in days that are what is most common of a time that is spread; the others in days are the mean itself."""


class Estimated(NamedTuple):
    """A parameter as the log tells it."""

    name: str
    value: float
    low: float
    high: float
    why: Text


@dataclass(frozen=True, slots=True)
class Estimates:
    """What of the parameters a log tells."""

    log: str
    found: tuple[Estimated, ...]

    def parameters(self, base: Parameters) -> str:
        """A file for ``--parameters`` (YAML); what the log does not tell is left as it is.

        Raises ParameterError for a value that a parameter cannot have.
        """
        base.with_({one.name: one.value for one in self.found})
        lines = [f"# {_source(self.log)}", "remit: 1", "parameters:"]
        for one in self.found:
            lines += [
                f"  {one.name}:",
                f"    value: {one.value:.6g}",
                f"    low: {one.low:.6g}",
                f"    high: {one.high:.6g}",
                f"    source: {json.dumps(_source(self.log), ensure_ascii=False)}",
                "    why:",
                *(f"      {lang}: {json.dumps(one.why.get(lang), ensure_ascii=False)}" for lang in ("sv", "en")),
            ]
        return "\n".join(lines) + "\n"


def _source(log: str) -> str:
    return "".join(sign for sign in log if sign.isprintable() and sign != "#") or "log"


def estimate(told: Lived, base: Parameters, steps: Mapping[str, str], org: Org | None = None) -> Estimates:
    """Estimate parameters from a log.

    ``steps``: activities of the log to the parameters, in days, that they are the time of; nobody can guess them. The
    parameter that is *most common* of a time spread from a k-th of it to k times it is fitted by its mean,
    m = 3 mean / (1/k + 1 + k). ``org``: tells for how many topics and principals the matters are, and how many alike
    ones a principal stands for (else the log does, as far as it names them). Raises :class:`SimulationError` for an
    activity or parameter that does not exist.
    """
    found = [_rate(told, org)]
    for activity, name in steps.items():
        span = told.activities.get(activity)
        if span is None:
            names = ", ".join(list(told.activities)[:10])
            raise SimulationError(
                Text(
                    f"loggen har ingen aktivitet {activity!r} som följer på en annan; den har {names}",
                    f"the log has no activity {activity!r} that follows another; it has {names}",
                )
            )
        if name not in base or base.get(name).unit != "days":
            fits = ", ".join(one.name for one in base.items if one.unit == "days")
            raise SimulationError(
                Text(
                    f"{name!r} är ingen parameter i dagar; de är {fits}",
                    f"{name!r} is no parameter in days; there are {fits}",
                )
            )
        k = base[SPREAD]
        scale = 3 / (1 / k + 1 + k) if name in MOST_COMMON else 1.0
        low, high = (span.low, span.high) if math.isfinite(span.low) else (span.mean / 2, span.mean * 2)
        mean = f"{span.mean:.1f}"
        why = Text(
            f"Medel {mean.replace('.', ',')} dagar över {span.number} gånger i loggen.",
            f"Mean {mean} days over {span.number} times in the log.",
        )
        found.append(Estimated(name, span.mean * scale, max(low, 0.0) * scale, high * scale, why))
    return Estimates(told.name, tuple(found))


def _rate(told: Lived, org: Org | None) -> Estimated:
    """Matters a year for one topic with one principal."""
    if org is not None:
        counted = (org.resolver.fact(one, "count").value for one in org.care_principals)
        topics = len(org.things("topic"))
        principals = sum(one if isinstance(one, int) else 1 for one in counted)
    else:
        topics, principals = len(told.by_topic), len(told.by_principal)
    topics, principals = max(topics, 1), max(principals, 1)
    rate: Rate = told.rate
    years = f"{told.years:.1f}"
    why = Text(
        f"{rate.number} ärenden på {years.replace('.', ',')} år, delat på {topics} frågor hos {principals} huvudmän.",
        f"{rate.number} matters in {years} years, over {topics} topics with {principals} principals.",
    )
    number = topics * principals
    return Estimated(RATE, rate.a_year / number, rate.low / number, rate.high / number, why)


__all__ = ["MOST_COMMON", "Estimated", "Estimates", "estimate"]

"""What a run is asked for, and whether a structure has it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from remit.graph.calendar import YEAR
from remit.model.text import Text
from remit.simulation.outcome.reduce import Parts
from remit.simulation.outcome.window import SimulationError, Window

if TYPE_CHECKING:
    from remit.graph.org import Org
    from remit.simulation.parameters import Parameters
    from remit.simulation.plan import Plan, Start

YEARS, REPLICATIONS, SEED = 12.0, 30, 1
"""How long and how often is run unless something else is asked for. Thirty replications give an interval whose width
is itself known within about a quarter; twelve years leave about ten after the warm-up, five of them to follow."""

Engine = Literal["compiled", "plain", "reference", "recursion"]


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


def check(plan: Plan, setting: Setting, title: Text) -> None:
    """Raise :class:`SimulationError` where a setting asks for what a plan does not hold."""
    parts = Parts.of(plan, setting.topics, setting.principals)
    _check(setting, title, bool((parts.member[0] & (plan.classes.rate > 0)).any()))


def check_before(org: Org, parameters: Parameters, setting: Setting) -> None:
    """The same before there is a plan. ``parameters``: of the structure."""
    from remit.simulation.build import rates_of

    topics = {topic.id for topic in org.things("topic")}
    rates = rates_of(org, parameters)
    asked = [rate for principal, rate in rates.items() if not setting.principals or principal in setting.principals]
    arise = max(asked, default=0.0) > 0 and bool(topics.intersection(setting.topics) if setting.topics else topics)
    _check(setting, org.model.head.title, arise)


def _check(setting: Setting, title: Text, arise: bool) -> None:
    if not 1 <= setting.replications <= 1_000_000:
        raise SimulationError(
            Text(
                f"antalet replikationer måste vara 1 till 1 000 000, inte {setting.replications}",
                f"the number of replications must be 1 to 1,000,000, not {setting.replications}",
            )
        )
    if not arise:
        narrowed = bool(setting.topics or setting.principals)
        raise SimulationError(
            Text(
                f"i {title.sv} väcks inga ärenden" + (" av det slag som efterfrågas" if narrowed else ""),
                f"in {title.en} no matters" + (" of the kind asked for" if narrowed else "") + " are raised",
            )
        )


__all__ = ["REPLICATIONS", "SEED", "YEARS", "Engine", "Setting", "check", "check_before"]

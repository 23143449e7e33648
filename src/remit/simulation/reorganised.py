"""A reorganisation with its flow: what matters meet before and after, and what the comparison rests on.

The structures meet the same matters and the same luck (:mod:`remit.simulation.outcome.compare`). All that no source
gives is assumed; so the comparison is made again with every assumption at both ends of its range, and with the two ends
of what the sources leave open: nothing of it exists, all of it does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from remit.graph.org import Org
from remit.model.text import Text
from remit.queries.reorganise.records import Outcome, Reorganisation
from remit.simulation.named import name_of
from remit.simulation.outcome.asked import common_topics, in_each
from remit.simulation.outcome.compare import Comparison, Verdict
from remit.simulation.outcome.run import REPLICATIONS, SEED, YEARS, Progress, simulate
from remit.simulation.outcome.tornado import ENOUGH, Tornado, tornado
from remit.simulation.plan import Start

if TYPE_CHECKING:
    from remit.simulation.outcome.run import Simulation
    from remit.simulation.parameters import Parameters

OPEN_LINK = "open_link"
"""The assumption on what the sources leave open: the chance that such a link exists."""
NOTHING, EVERYTHING = 0.0, 1.0
CONCLUSION = "waited"
"""The measure that structures are compared by."""

Survival = Literal["holds", "turns", "unsure", "none"]


@dataclass(frozen=True, eq=False, repr=False)
class Flow:
    """The flow before and after each scenario.

    ``comparison``: the structure before, then after each scenario, with the assumptions as they are; ``nothing`` and
    ``everything``: with nothing, and all, of what the sources leave open. ``tornados``: one for each scenario, empty
    where nobody asked. ``starts``: the named matters as they begin before; ``there``: per structure the ids of those
    that have a beginning in it. ``names``: what they are called.
    """

    comparison: Comparison
    nothing: Comparison
    everything: Comparison
    tornados: tuple[Tornado, ...]
    starts: tuple[Start, ...]
    there: tuple[frozenset[str], ...]
    names: dict[str, Text]

    def pair(self, scenario: int) -> Comparison:
        """The structure before and after one scenario (counted from 0), with its tornado."""
        return self._pair(self.comparison, scenario, self.tornados[scenario] if self.tornados else None)

    def ends(self, scenario: int) -> tuple[Comparison, Comparison]:
        """The same pair with nothing, and with all, of what is left open."""
        return self._pair(self.nothing, scenario, None), self._pair(self.everything, scenario, None)

    @staticmethod
    def _pair(of: Comparison, scenario: int, told: Tornado | None) -> Comparison:
        return Comparison((of.first, of.simulations[scenario + 1]), told)

    def verdict(self, of: Comparison, start: str = "") -> Verdict:
        """Which of a pair is better, by the days without a result: of all matters, or of those of a named start."""
        return of.difference(1, CONCLUSION, start).verdict

    def survives(self, scenario: int, start: str = "") -> Survival:
        """Whether what is concluded with the assumptions as they are is so at both ends of what is left open: it
        ``holds``, it ``turns`` at one, it becomes ``unsure``; ``none``: there is no conclusion.
        """
        base = self.verdict(self.pair(scenario), start)
        if base not in ("better", "worse"):
            return "none"
        found = [self.verdict(end, start) for end in self.ends(scenario)]
        if any(one in ("better", "worse") and one != base for one in found):
            return "turns"
        return "holds" if all(one == base for one in found) else "unsure"

    def in_both(self, scenario: int) -> list[Start]:
        """The named matters that begin somewhere both before and after a scenario."""
        return [one for one in self.starts if one.id in self.there[0] and one.id in self.there[scenario + 1]]

    def to_dict(self, lang: str = "sv") -> dict[str, Any]:
        """The public form."""
        from remit.simulation.reorganised_told import flow_dict

        return flow_dict(self, lang)

    def __repr__(self) -> str:
        return f"<Flow: {self.comparison!r}>"


@dataclass(frozen=True, eq=False, repr=False)
class Reorganised:
    """A reorganisation together with its flow."""

    reorganisation: Reorganisation
    flow: Flow

    def to_dict(self, lang: str = "sv") -> dict[str, Any]:
        """The public form: that of the reorganisation, and ``flow``."""
        return self.reorganisation.to_dict(lang) | {"flow": self.flow.to_dict(lang)}

    def __repr__(self) -> str:
        return f"<{self.reorganisation!r} {self.flow!r}>"

    def _repr_html_(self) -> str:
        return self.reorganisation._repr_html_() + self.flow.comparison._repr_html_()


def flow_of(
    found: Reorganisation,
    *,
    starts: Sequence[Start] = (),
    years: float = YEARS,
    replications: int = REPLICATIONS,
    seed: int = SEED,
    warm_up: float | None = None,
    follow: float | None = None,
    parameters: Parameters | None = None,
    with_tornado: bool = True,
    enough: int = ENOUGH,
    progress: Progress | None = None,
) -> Flow:
    """The flow of a reorganisation: before, and after each of its scenarios.

    ``starts``: matters whose beginning is named, in the structure before; a scenario that renames or merges what they
    name is followed. ``enough``: how many of the ``replications`` are run at each end of each assumption, and at the
    ends of what is left open. The rest as for :func:`~remit.simulation.outcome.run.simulate`. Raises ``LoopError``
    for a start that is not there before, :class:`~remit.simulation.outcome.window.SimulationError` for what cannot be.
    """
    from remit.simulation.parameters import load_parameters

    orgs = [found.before.org, *(one.after.org for one in found.outcomes)]
    begins = [list(starts), *(_after(starts, one) for one in found.outcomes)]
    topics = in_each(orgs, "topic", common_topics(orgs))
    numbers = parameters if parameters is not None else load_parameters()
    few = min(replications, enough)
    assumed = len(numbers.uncertain()) if with_tornado else 0
    pairs = len(found.outcomes)
    told = _Told(progress, len(orgs) * (replications + 2 * few) + pairs * 2 * (1 + 2 * assumed) * few)

    def run(used: Parameters, times: int) -> Comparison:
        simulations: list[Simulation] = []
        for org, mine, about in zip(orgs, begins, topics, strict=True):
            one = simulate(
                org,
                years=years,
                replications=times,
                seed=seed,
                warm_up=warm_up,
                follow=follow,
                parameters=used,
                topics=about,
                starts=mine,
                progress=told.part,
            )
            told.next()
            simulations.append(one)
        return Comparison(tuple(simulations))

    comparison = run(numbers, replications)
    nothing, everything = (run(numbers.with_({OPEN_LINK: end}), few) for end in (NOTHING, EVERYTHING))
    tornados = []
    for after in orgs[1:] if with_tornado else ():
        tornados.append(
            tornado(
                [orgs[0], after],
                measure=CONCLUSION,
                years=years,
                replications=few,
                seed=seed,
                warm_up=warm_up,
                follow=follow,
                parameters=numbers,
                topics=topics[0],
                progress=told.part,
            )
        )
        told.next()
    return Flow(
        comparison,
        nothing,
        everything,
        tuple(tornados),
        tuple(starts),
        tuple(frozenset(one.id for one in mine) for mine in begins),
        {one.id: name_of(orgs[0], one) for one in starts},
    )


class _Told:
    """Tells how far several runs have come as if they were one."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self.progress, self.total, self.before, self.last = progress, total, 0, 0

    def part(self, done: int, _: int) -> None:
        """How far the present run has come."""
        self.last = done
        if self.progress:
            self.progress(min(self.before + done, self.total), self.total)

    def next(self) -> None:
        """The present run is over."""
        self.before, self.last = self.before + self.last, 0


def _after(starts: Sequence[Start], one: Outcome) -> list[Start]:
    """The named matters as they begin after a scenario: what they name may be called otherwise there. Those that begin
    with something that is gone are left out.
    """
    became = {
        old: thing.after[0]
        for thing in one.structure.things
        for old in thing.before
        if len(thing.after) == 1
    }  # fmt: skip
    org = one.after.org
    found = []
    for start in starts:
        told = replace_ids(start, became)
        if all(_is_there(org, id_) for id_ in (told.topic, told.start, told.principal) if id_):
            found.append(told)
    return found


def replace_ids(start: Start, became: dict[str, str]) -> Start:
    """A named start with other ids of what it names; it stays the same matter."""
    new: Callable[[str], str] = lambda id_: became.get(id_, id_)  # noqa: E731
    return start._replace(topic=new(start.topic), start=new(start.start), principal=new(start.principal))


def _is_there(org: Org, id_: str) -> bool:
    return any(thing.id == id_ for kind in ("topic", "unit", "function", "group", "principal", "provider")
               for thing in org.things(kind))  # fmt: skip


__all__ = ["EVERYTHING", "NOTHING", "OPEN_LINK", "Flow", "Reorganised", "flow_of"]

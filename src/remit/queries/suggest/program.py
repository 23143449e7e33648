"""The integer program: which candidates to choose, so that every clause learned so far holds, most cheaply.

A set-cover problem with clauses: a clause is met where one of some candidates is chosen or one of some others is not.
Solved by HiGHS on one thread with a fixed seed; what is left equal is settled by further solves, so the answer does not
depend on the version of the solver: fewest changes first, then the candidates that come first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from remit.model.files.problems import EnvironmentProblem
from remit.model.text import Text

CHUNK = 16
"""How many candidates are put in order by one solve: powers of two up to this are exact in the solver's arithmetic."""


class NoSolver(EnvironmentProblem):
    """The solver is not installed; the text names the extra that brings it."""

    TEXT = Text(
        "lösaren HiGHS (highspy) är inte installerad; `pip install 'remit[suggest]'` hämtar den",
        "the solver HiGHS (highspy) is not installed; `pip install 'remit[suggest]'` brings it",
    )

    def __init__(self) -> None:
        super().__init__("no_solver")

    def render(self, lang: str) -> str:
        """The text in one language."""
        return self.TEXT.get(lang)

    def __str__(self) -> str:
        return self.TEXT.en


def solver() -> Any:
    """The module of the solver; raises :class:`NoSolver` where it is not installed."""
    try:
        import highspy
    except ImportError as error:
        raise NoSolver from error
    return highspy


def _quiet(module: Any) -> Any:
    """The solver's class, told to be silent before it greets: its greeting would land among our results."""

    class Quiet(module.Highs):  # type: ignore[misc]
        def enableCallbacks(self) -> None:  # noqa: N802 - the solver's own name
            self.silent()
            super().enableCallbacks()

    return Quiet


class Clause(NamedTuple):
    """At least one of ``chosen`` is chosen or one of ``left`` is not, or the goal (by number) is given up.

    ``goal`` None: it must hold.
    """

    chosen: frozenset[int]
    left: frozenset[int]
    goal: int | None = None


class Cut(NamedTuple):
    """At most ``most`` of some kinds of candidates may occur."""

    kinds: frozenset[str]
    most: int


class Choice(NamedTuple):
    """What the program chose: the candidates, the goals given up, what it costs."""

    chosen: frozenset[int]
    given_up: frozenset[int]
    cost: int


@dataclass(slots=True)
class Program:
    """The integer program over numbered candidates.

    ``costs``: whole numbers above 0. ``kinds``: for each candidate what kind of change it is. ``goals``: how many goals
    there are, each as heavy as any other; as few as possible are given up, whatever it costs. ``needs``/``excludes``:
    pairs of candidates of which the first needs, or excludes, the second.
    """

    costs: Sequence[int]
    kinds: Sequence[str]
    goals: int
    needs: Iterable[tuple[int, int]] = ()
    excludes: Iterable[tuple[int, int]] = ()
    names: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        if any(cost < 1 for cost in self.costs):
            raise ValueError("a candidate costs at least 1")
        self.needs, self.excludes = tuple(self.needs), tuple(self.excludes)
        self.names = tuple(sorted(set(self.kinds)))

    def solve(
        self,
        clauses: Iterable[Clause],
        cuts: Iterable[Cut] = (),
        *,
        give_up: int | None = None,
        first: bool = False,
    ) -> Choice | None:
        """The cheapest choice that meets the clauses and cuts; None where there is none.

        ``give_up``: at most so many goals may be given up (any number where left out). ``first``: of equally cheap ones
        the one with the fewest changes, and of these the one whose candidates come first.
        """
        model = _Built(self, clauses, cuts)
        if give_up is not None:
            model.goals_at_most(give_up)
        heavy = sum(self.costs) + 1
        found = model.minimise(list(self.costs), heavy)
        if found is None:
            return None
        best = self._choice(found)
        if not first:
            return best
        model.hold(list(self.costs), heavy, best.cost + heavy * len(best.given_up))
        found = model.minimise([1] * len(self.costs), 0) or found
        model.hold([1] * len(self.costs), 0, sum(found[: len(self.costs)]))
        for start in range(0, len(self.costs), CHUNK):
            weights = [0] * len(self.costs)
            part = range(start, min(start + CHUNK, len(self.costs)))
            for place in part:
                weights[place] = -(2 ** (part.stop - 1 - place))
            found = model.minimise(weights, 0) or found
            for place in part:
                model.fix(place, found[place])
        return self._choice(found)

    def _choice(self, values: Sequence[int]) -> Choice:
        number = len(self.costs)
        chosen = frozenset(place for place in range(number) if values[place])
        given_up = frozenset(goal for goal in range(self.goals) if values[number + goal])
        return Choice(chosen, given_up, sum(self.costs[place] for place in chosen))


class _Built:
    """The program in the solver: a column per candidate, per goal, per kind."""

    def __init__(self, program: Program, clauses: Iterable[Clause], cuts: Iterable[Cut]) -> None:
        module = solver()
        self.number, self.goals = len(program.costs), program.goals
        self.highs = highs = _quiet(module)()
        for name, value in (
            ("threads", 1), ("random_seed", 0), ("mip_rel_gap", 0.0), ("mip_abs_gap", 0.5),
            ("mip_feasibility_tolerance", 1e-9),
        ):  # fmt: skip
            highs.setOptionValue(name, value)
        total = self.number + self.goals + len(program.names)
        for _ in range(total):
            highs.addVar(0.0, 1.0)
        highs.changeColsIntegrality(total, list(range(total)), [module.HighsVarType.kInteger] * total)
        self.total, self.best = total, module.HighsModelStatus.kOptimal
        self.infinity = module.kHighsInf
        place = {name: self.number + self.goals + at for at, name in enumerate(program.names)}
        for clause in sorted(set(clauses), key=lambda c: (sorted(c.chosen), sorted(c.left), c.goal or 0)):
            terms = dict.fromkeys(clause.chosen, 1) | dict.fromkeys(clause.left, -1)
            if clause.goal is not None:
                terms[self.number + clause.goal] = 1
            self.at_least(1 - len(clause.left), terms)
        for one, other in program.needs:
            self.at_least(0, {one: -1, other: 1})
        for one, other in program.excludes:
            self.at_least(-1, {one: -1, other: -1})
        for at, kind in enumerate(program.kinds):
            self.at_least(0, {at: -1, place[kind]: 1})
        for cut in cuts:
            self.at_least(-cut.most, {place[kind]: -1 for kind in sorted(cut.kinds)})

    def at_least(self, low: float, terms: dict[int, int]) -> None:
        """Add a row: the terms sum to at least ``low``."""
        at = sorted(terms)
        self.highs.addRow(float(low), self.infinity, len(at), at, [float(terms[one]) for one in at])

    def goals_at_most(self, number: int) -> None:
        """At most so many goals are given up."""
        self.at_least(-number, {self.number + goal: -1 for goal in range(self.goals)})

    def hold(self, weights: Sequence[int], heavy: int, most: int) -> None:
        """What was minimised stays as good."""
        terms = {at: -weight for at, weight in enumerate(weights) if weight}
        if heavy:
            terms |= {self.number + goal: -heavy for goal in range(self.goals)}
        if terms:
            self.at_least(-most, terms)

    def fix(self, place: int, value: int) -> None:
        """A column keeps its value."""
        self.highs.changeColBounds(place, float(value), float(value))

    def minimise(self, weights: Sequence[int], heavy: int) -> list[int] | None:
        """The values of the columns in the best choice by weights, each goal given up weighing ``heavy``."""
        costs = [*map(float, weights), *([float(heavy)] * self.goals)]
        costs += [0.0] * (self.total - len(costs))
        self.highs.changeColsCost(self.total, list(range(self.total)), costs)
        self.highs.run()
        if self.highs.getModelStatus() != self.best:
            return None
        return [round(value) for value in self.highs.getSolution().col_value]

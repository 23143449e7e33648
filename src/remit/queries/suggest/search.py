"""The search: solve the integer program, try the choice by auditing it, learn from what the audit says, solve again.

What changes do together is not the sum of what each does alone, so the program never knows it all. Each audit of a set
of candidates teaches clauses: while the candidates that matter for a finding stand as they did in that audit, the
finding stands as it did there. Which candidates matter for a finding is itself learned: those that say that they aim
at it, those that were seen to turn it, and those that a conflict shows (the least part of a set that turns it). Where
every candidate is taken to matter for every finding (``exact``), a clause excludes nothing but the set that was
audited, and the cheapest set that the search ends with is the cheapest of all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from remit.queries.suggest.program import Choice, Clause, Cut, Program

Mark = Hashable
"""What makes a finding that finding."""
Chosen = frozenset[int]
Effect = Callable[[Chosen], frozenset[Mark] | None]
"""The findings that stand once some candidates are applied; None where they cannot be applied together."""
UNFIT = "unfit"
"""What the marks of sets that cannot be applied begin with."""


class Option(NamedTuple):
    """A candidate as the search sees it."""

    cost: int
    kind: str
    aims: frozenset[Mark] = frozenset()
    """The findings that it means to clear."""
    needs: frozenset[int] = frozenset()
    excludes: frozenset[int] = frozenset()


class Answer(NamedTuple):
    """A set of candidates that was audited: what it clears of what was asked, and what is left."""

    chosen: Chosen
    cost: int
    cleared: frozenset[Mark]
    left: frozenset[Mark]


@dataclass(slots=True)
class Search:
    """Searches for cheapest sets of candidates that clear ``goals`` and create nothing.

    ``goals``: findings to clear, grouped: a goal is reached where all of its marks are gone. ``before``: all findings
    that stand before any change. ``budget``: how many sets may be audited. ``exact``: take every candidate to matter
    for every finding. ``told``: called after each audit with how many there have been.
    """

    options: Sequence[Option]
    goals: Sequence[frozenset[Mark]]
    before: frozenset[Mark]
    effect: Effect
    budget: int = 100_000
    exact: bool = False
    told: Callable[[int], None] | None = None
    fits: Callable[[Chosen], bool] | None = None
    """Whether candidates can be applied together, where that is cheaper to find out than what they do."""
    audited: dict[Chosen, frozenset[Mark]] = field(default_factory=dict)
    understood: set[Chosen] = field(default_factory=set)
    """The sets whose audits are explained by the candidates that are known to matter: these teach clauses."""
    matters: dict[Mark, set[int]] = field(default_factory=lambda: defaultdict(set))
    exhausted: bool = False
    """Whether the budget ran out before the answer was known to be cheapest."""
    tries: int = 0
    """How many sets have been audited."""
    conflicts: int = 0
    """How often an audit disagreed with the program."""
    goal_of: dict[Mark, int] = field(default_factory=dict)
    program: Program = field(init=False)

    def __post_init__(self) -> None:
        self.goal_of = {mark: number for number, marks in enumerate(self.goals) for mark in marks}
        self.audited[frozenset()] = self.before
        self.understood.add(frozenset())
        self.extend(())

    def extend(self, more: Sequence[Option]) -> None:
        """Further candidates, numbered on from those that there are."""
        self.options = [*self.options, *more]
        needs = [(at, other) for at, option in enumerate(self.options) for other in sorted(option.needs)]
        excludes = [(at, other) for at, option in enumerate(self.options) for other in sorted(option.excludes)]
        costs, kinds = [o.cost for o in self.options], [o.kind for o in self.options]
        self.program = Program(costs, kinds, len(self.goals), needs, excludes)
        for at, option in enumerate(self.options):
            for mark in option.aims:
                self.matters[mark].add(at)

    def closure(self, chosen: Collection[int]) -> Chosen:
        """Some candidates with all that they need."""
        found, left = set(chosen), list(chosen)
        while left:
            new = self.options[left.pop()].needs - found
            found |= new
            left += sorted(new)
        return frozenset(found)

    def marks(self, chosen: Chosen) -> frozenset[Mark]:
        """The findings that stand with some candidates applied, audited once; raises SpentError past the budget."""
        if chosen not in self.audited:
            found = self._tried(chosen)
            self.audited[chosen] = self.before | {self._unfit(chosen)} if found is None else found
        return self.audited[chosen]

    def _tried(self, chosen: Chosen) -> frozenset[Mark] | None:
        if self.tries >= self.budget:
            raise SpentError
        self.tries += 1
        found = self.effect(chosen)
        if self.told:
            self.told(self.tries)
        return found

    def _fit(self, chosen: Chosen) -> bool:
        return self.fits(chosen) if self.fits else self._tried(chosen) is not None

    def _unfit(self, chosen: Chosen) -> Mark:
        """The mark of a set that cannot be applied: a least part of it that cannot."""
        least = chosen
        for at in sorted(chosen):
            fewer = self.without(least, at)
            if fewer and fewer != least and not self._fit(fewer):
                least = fewer
        mark = (UNFIT, tuple(sorted(least)))
        self.matters[mark] |= least
        return mark

    def bad(self, chosen: Chosen) -> frozenset[Mark]:
        """What is wrong with a set: goals that still stand, and findings that were not there before."""
        marks = self.marks(chosen)
        return frozenset(mark for mark in marks if mark in self.goal_of or mark not in self.before)

    # -- what is learned --------------------------------------------------------------------------------------

    def survey(self) -> None:
        """Audit each candidate alone (with what it needs), and note which findings it turns."""
        for at in range(len(self.options)):
            alone = self.closure([at])
            if alone in self.understood:
                continue
            try:
                turned = self.marks(alone) ^ self.before
            except SpentError:
                self.exhausted = True
                return
            self.understood.add(alone)
            for mark in turned:
                self.matters[mark].add(at)

    def probe(self) -> None:
        """Look for candidates that work only in company: set beside as many others as can be chosen with it, does a
        candidate still create what it creates alone, and does what nothing clears still stand?
        """
        starts: list[tuple[Chosen, frozenset[Mark]]] = [(frozenset(), frozenset(self.goal_of))]
        for at in range(len(self.options)):
            alone = self.closure([at])
            marks = self.audited.get(alone, self.before)
            starts.append((alone, frozenset(mark for mark in marks if mark not in self.before)))
        try:
            for alone, wrong in starts:
                if not wrong or any(map(self._is_unfit, wrong)):
                    continue
                for order in (range(len(self.options)), range(len(self.options) - 1, -1, -1)):
                    company = self._company(alone, order)
                    for mark in sorted(wrong - self.marks(company), key=repr):
                        if self._trace(mark, alone) == self._trace(mark, company):
                            self._reconcile(mark, alone, company)
        except SpentError:
            self.exhausted = True

    def _company(self, alone: Chosen, order: Sequence[int]) -> Chosen:
        """A set with as many others as can be chosen with it, those that come first before others."""
        found = alone
        for at in order:
            more = self.closure({*found, at})
            barred = {other for one in more for other in self.options[one].excludes}
            if more != found and not barred & more and self._fit(more):
                found = more
        return found

    def _matters(self, mark: Mark) -> Collection[int]:
        return range(len(self.options)) if self.exact else self.matters[mark]

    def _trace(self, mark: Mark, chosen: Chosen) -> Chosen:
        """Those of a set that matter for a finding."""
        return chosen if self.exact else chosen & self.matters[mark]

    def clauses(self) -> set[Clause]:
        """What every audit so far has taught."""
        found: set[Clause] = set()
        for chosen in self.understood:
            for mark in self.bad(chosen):
                left = self._trace(mark, chosen)
                found.add(Clause(frozenset(self._matters(mark)) - left, left, self.goal_of.get(mark)))
        return found

    def learn(self, chosen: Chosen) -> None:
        """Find which candidates make this audit disagree with others, where those known to matter do not explain it."""
        self.understood.add(chosen)
        if self.exact:
            return
        wrong = self.bad(chosen)
        for mark in sorted(wrong, key=repr):
            # the candidates that are known to matter, alone, should do what they do here
            while mark not in self.marks(known := self.closure(self._trace(mark, chosen)) & chosen):
                self._reconcile(mark, known, chosen)
        for other in sorted(self.understood, key=sorted):
            for mark in sorted(self.bad(other) ^ wrong, key=repr):
                if not self._is_unfit(mark) and self._trace(mark, other) == self._trace(mark, chosen):
                    self._reconcile(mark, other, chosen)

    def _is_unfit(self, mark: Mark) -> bool:
        return isinstance(mark, tuple) and mark[:1] == (UNFIT,)

    def _reconcile(self, mark: Mark, one: Chosen, other: Chosen) -> None:
        """A finding stands in one of two sets and not in the other, though what is known to matter is the same in both:
        find what turns it on the way from one to the other, by halves.
        """
        self.conflicts += 1
        way = [one]
        for at in sorted(one - other):
            way.append(self.without(way[-1], at))
        for at in sorted(other - one):
            way.append(self.closure({*way[-1], at}))
        low, high = 0, len(way) - 1
        stands = mark in self.marks(way[low])
        while high - low > 1:
            middle = (low + high) // 2
            if (mark in self.marks(way[middle])) == stands:
                low = middle
            else:
                high = middle
        self.matters[mark] |= way[low] ^ way[high]

    # -- the answers ------------------------------------------------------------------------------------------

    def best(self, cuts: Sequence[Cut] = (), give_up: int | None = None) -> Answer | None:
        """The cheapest set that reaches as many goals as can be (giving up at most ``give_up``) and creates nothing;
        None where there is none.
        """
        try:
            while True:
                choice = self.program.solve(self.clauses(), cuts, give_up=give_up)
                if choice is None:
                    return None
                if not self._holds(choice):
                    continue
                settled = self.program.solve(self.clauses(), cuts, give_up=give_up, first=True) or choice
                if settled.chosen != choice.chosen and not self._holds(settled):
                    continue
                if cuts or not self._leaner(settled):
                    return self.answer(settled.chosen)
        except SpentError:
            self.exhausted = True
            return self._best_seen(cuts, give_up)

    def _holds(self, choice: Choice) -> bool:
        """Whether the audit agrees with a choice; what it tells is learned."""
        wrong = [mark for mark in self.bad(choice.chosen) if self.goal_of.get(mark, -1) not in choice.given_up]
        if choice.chosen not in self.understood:
            self.learn(choice.chosen)
        return not wrong

    def _leaner(self, choice: Choice) -> bool:
        """Whether leaving a candidate out does as well, though the program took each to be needed: it is then learned
        why, and the program will choose again.
        """
        here = self.bad(choice.chosen)
        for at in sorted(choice.chosen):
            rest = self.without(choice.chosen, at)
            if self.bad(rest) <= here and rest not in self.understood:
                self.learn(rest)
                return True
        return False

    def without(self, chosen: Chosen, at: int) -> Chosen:
        """A set without a candidate and those that need it."""
        left = chosen - {at}
        while True:
            fitting = frozenset(one for one in left if self.options[one].needs <= left)
            if fitting == left:
                return left
            left = fitting

    def answer(self, chosen: Chosen) -> Answer:
        """What a set that was audited does."""
        marks = self.marks(chosen)
        asked = frozenset(self.goal_of)
        return Answer(chosen, sum(self.options[at].cost for at in chosen), asked - marks, asked & marks)

    def _best_seen(self, cuts: Sequence[Cut], give_up: int | None) -> Answer | None:
        """Of the sets audited the best that creates nothing, where the budget ran out."""
        found: list[tuple[int, int, list[int]]] = []
        for chosen in self.audited:
            missed = {self.goal_of.get(mark, -1) for mark in self.bad(chosen)}
            kinds = {self.options[at].kind for at in chosen}
            fits = all(len(kinds & cut.kinds) <= cut.most for cut in cuts)
            if -1 not in missed and fits and chosen and (give_up is None or len(missed) <= give_up):
                found.append((len(missed), sum(self.options[at].cost for at in chosen), sorted(chosen)))
        return self.answer(frozenset(min(found)[2])) if found else None

    def bound(self) -> int:
        """A cost below which no set does it, as far as is known."""
        choice = self.program.solve(self.clauses())
        return choice.cost if choice else 0

    def missed(self, answer: Answer) -> int:
        """How many goals an answer does not reach."""
        return len({self.goal_of[mark] for mark in answer.left})

    def needed_for(self, chosen: Chosen) -> Mapping[int, frozenset[Mark]]:
        """For each candidate of a set what stands again, or newly, when it is left out: what it is there for."""
        here = self.marks(chosen)
        found: dict[int, frozenset[Mark]] = {}
        for at in sorted(chosen):
            try:
                found[at] = self.bad(self.without(chosen, at)) - here
            except SpentError:
                found[at] = frozenset()
        return found


class SpentError(Exception):
    """The budget of audits has been used."""

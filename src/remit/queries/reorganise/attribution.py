"""Which change clears a finding or creates it, found in two ways that need not agree.

**By order**: the changes are made one after another, and the rules are run after each. The change is the one after
which the finding is gone (there) for good.

**By leaving out**: every change but one is made. The finding depends on each change without which it comes back (does
not come about). Where it depends on none, either several changes are each enough, which is found by leaving them out
together, or the change cannot be left out alone since later ones build on it: then it is left out with those.

Leaving out follows J. S. Mill's method of difference; that a cause which another would have stood in for is not found
by it is known ("overdetermination"), hence the second question.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, partial

from remit.graph.org import Org
from remit.model.facts import Degree
from remit.model.whole import Model
from remit.queries.reorganise.found import Asked, Atom, Found
from remit.queries.reorganise.same import Same
from remit.queries.reorganise.way import DoesNotApplyError, Way

MOST_TOGETHER = 6
"""How many changes that are each enough are looked for; each costs a run of the rules per change."""


Done = Callable[[Found, frozenset[int]], bool]
"""Whether something is cleared (there) by what is found while some changes are left out."""
_Key = tuple[frozenset[int], tuple[str, ...] | None]


class How(StrEnum):
    """What leaving out says."""

    ONE = "one"
    """Left out alone, one change and no other makes the difference."""
    TOGETHER = "together"
    """Each of several changes is needed."""
    EACH = "each"
    """Each of several changes is enough: only without all of them it is as before."""
    BLOCK = "block"
    """The first of the changes cannot be left out alone, since the others build on it; together they make the
    difference."""
    UNSETTLED = "unsettled"
    """Leaving out does not tell."""


@dataclass(frozen=True, slots=True)
class By:
    """By which change a finding is cleared or created.

    ``order``: the change after which it is gone (there) for good. ``first``: the change after which that was so for
    the first time, where it came back in between, else None. ``how``, ``numbers``: what leaving out says, and of
    which changes.
    """

    order: int
    how: How
    numbers: tuple[int, ...]
    first: int | None = None

    @property
    def told_under(self) -> tuple[int, ...]:
        """The changes that a reader finds it under: those of leaving out; of a block the one that the others build on;
        the one by order where leaving out does not tell.
        """
        if self.how == How.BLOCK:
            return self.numbers[:1]
        return self.numbers or (self.order,)

    @property
    def disagree(self) -> bool:
        """Whether the two ways name different changes."""
        return bool(self.numbers) and self.order not in self.numbers


BY_THE_HEAD = By(0, How.ONE, (0,))
"""No change does it, but what the new structure says of itself: its date, or that it is a proposal."""


@dataclass(frozen=True, slots=True)
class Passing:
    """What is neither there before nor after, but in between: it is there after one change and gone after another."""

    atom: Atom
    after: int
    until: int
    found: Found


class Attribution:
    """Runs the rules along a way and without parts of it.

    ``base``/``after``: what is found in the structure that the changes begin from, and after all of them. ``progress``
    is told how many runs are done, of how many there will be as far as is known.
    """

    def __init__(
        self,
        way: Way,
        base: Found,
        after: Found,
        asked: Asked,
        progress: Callable[[int, int], None] | None = None,
    ) -> None:
        self.way, self.base, self.after, self.asked = way, base, after, asked
        self._progress = progress
        self._done = 0
        self._total = max(len(way.numbers) - 1, 0) * 2
        self._made: dict[frozenset[int], Sequence[Model] | DoesNotApplyError] = {}
        self._without: dict[_Key, Found | DoesNotApplyError] = {}
        self._audits: dict[int, tuple[Model, list[Found]]] = {}
        """What has been found in a model, by its identity: leaving out the end of the way leads to its steps again."""
        self._sames: dict[frozenset[int], Same] = {}
        self._afters: dict[tuple[int, str, frozenset[int]], frozenset[Atom]] = {}
        self.codes: tuple[str, ...] = ()
        self.blocks: dict[int, frozenset[int] | None] = {}
        """For each change: itself and those that cannot be made without it; None where none of that applies."""

    # -- what is asked of it --------------------------------------------------------------------------------

    def of(self, cleared: Sequence[Atom], new: Sequence[Atom]) -> tuple[dict[Atom, By], dict[Atom, By]]:
        """By which change each of the atoms of before is cleared, and each of the atoms of after is created."""
        nothing = frozenset(self.way.numbers)
        gone = {atom: BY_THE_HEAD for atom in cleared if not self._old(atom, self.base, nothing)}
        come = {atom: BY_THE_HEAD for atom in new if self._is_new(atom, self.base, nothing)}
        cleared = [atom for atom in cleared if atom not in gone]
        new = [atom for atom in new if atom not in come]
        self.codes = tuple(sorted({atom.code for atom in (*cleared, *new)}))
        if len(self.way.numbers) == 1:
            only = By(self.way.numbers[0], How.ONE, self.way.numbers)
            return gone | dict.fromkeys(cleared, only), come | dict.fromkeys(new, only)
        if not self.codes:
            return gone, come
        blocks = self.blocks = {number: self._block(number) for number in self.way.numbers}
        gone |= {atom: self._by(atom.code, partial(self._is_gone, atom), blocks) for atom in cleared}
        come |= {atom: self._by(atom.code, partial(self._is_new, atom), blocks) for atom in new}
        return gone, come

    def passing(self) -> list[Passing]:
        """What comes and goes on the way, and stands neither before nor after."""
        found: list[Passing] = []
        along = self._steps
        for place, (number, here) in enumerate(along[:-1]):
            done = [one for one, _ in along[: place + 1]]
            rest = self.way.same([one for one, _ in along[place + 1 :]])
            previous = along[place - 1][1] if place else self.base
            become = self.way.become(number)
            old = {m for atom in previous.shown for m in here.matches(atom, become)}
            told = {m for atom in self.base.shown for m in here.matches(atom, self.way.same(done))}
            for atom in here.shown:
                if atom in old or atom in told or self._there(self.after.degree(atom, rest)):
                    continue
                until = self._until(atom, along[place + 1 :])
                found.append(Passing(atom, number, until, here))
        return found

    # -- by order -------------------------------------------------------------------------------------------

    def _by(self, code: str, done: Done, blocks: Mapping[int, frozenset[int] | None]) -> By:
        order, first = self._order(done)
        alone = [n for n, block in blocks.items() if block == frozenset((n,)) and not self._still(done, block)]
        if len(alone) == 1:
            return By(order, How.ONE, tuple(alone), first)
        if alone:
            return By(order, How.TOGETHER, tuple(alone), first)
        block = blocks[order]
        if block is not None and len(block) > 1 and not self._still(done, block):
            return By(order, How.BLOCK, tuple(sorted(block)), first)
        each = self._each(code, done, order, blocks)
        if each:
            return By(order, How.EACH, each, first)
        for number in reversed(self.way.numbers):
            block = blocks[number]
            if block is not None and len(block) > 1 and not self._still(done, block):
                return By(order, How.BLOCK, tuple(sorted(block)), first)
        return By(order, How.UNSETTLED, (), first)

    def _order(self, done: Done) -> tuple[int, int | None]:
        """After which change it is done for good, and after which for the first time, where that is another."""
        left = set(self.way.numbers)
        states = []
        for number, found in self._steps:
            left.discard(number)
            states.append((number, done(found, frozenset(left))))
        last = first = states[-1][0]
        for number, is_done in reversed(states):
            if not is_done:
                break
            last = number
        for number, is_done in states:
            if is_done:
                first = number
                break
        return last, first if first != last else None

    # -- by leaving out -------------------------------------------------------------------------------------

    def _still(self, done: Done, without: frozenset[int], codes: tuple[str, ...] | None = None) -> bool:
        """Whether it is done although some changes are left out."""
        found = self._left_out(without, codes)
        return not isinstance(found, DoesNotApplyError) and done(found, without)

    def _block(self, number: int) -> frozenset[int] | None:
        """A change with those that build on it: the fewest found that can be left out together; None where none."""
        block = frozenset((number,))
        while True:
            found = self._left_out(block)
            if not isinstance(found, DoesNotApplyError):
                return block
            more = block | set(found.numbers)
            if more == block:
                return None
            block = more

    def _each(self, code: str, done: Done, order: int, blocks: Mapping[int, frozenset[int] | None]) -> tuple[int, ...]:
        """Changes that are each enough: leave out the one that does it, find the next one that does, until none."""
        without: frozenset[int] = frozenset()
        each: list[int] = []
        number = order
        while len(each) < MOST_TOGETHER:
            block = blocks[number]
            if block is None:
                return ()
            each.append(number)
            without |= block
            if len(without) == len(self.way.numbers) or not self._still(done, without, (code,)):
                return tuple(sorted(each)) if len(each) > 1 else ()
            number = self._does(code, done, without)
            if number in each:
                return ()
        return ()

    def _does(self, code: str, done: Done, without: frozenset[int]) -> int:
        """A change that does it where some are left out: it is not done before it, and is after it.

        Found by halves, so that it takes few runs; where it comes and goes on the way there are several, and any of
        them will do: it is left out next.
        """
        models = self._models(without)
        assert not isinstance(models, DoesNotApplyError), "it has been tried without them"
        left = [number for number in self.way.numbers if number not in without]
        low, high = 0, len(left) - 1  # done after left[high]; not before left[low]
        while low < high:
            middle = (low + high) // 2
            left_out = without.union(left[middle + 1 :])
            key = (left_out, (code,))
            found = self._without.get(key)
            if not isinstance(found, Found):
                found = self._without[key] = self._run(models[middle], (code,))
            if done(found, left_out):
                high = middle
            else:
                low = middle + 1
        return left[high]

    # -- runs -----------------------------------------------------------------------------------------------

    def _models(self, without: frozenset[int]) -> Sequence[Model] | DoesNotApplyError:
        if without not in self._made:
            try:
                self._made[without] = self.way.models(without)
            except DoesNotApplyError as error:
                self._made[without] = error
        return self._made[without]

    @cached_property
    def _steps(self) -> list[tuple[int, Found]]:
        """What is found after each change, by all rules that are asked for."""
        models = self._models(frozenset())
        assert not isinstance(models, DoesNotApplyError), "a scenario that does not apply has no way"
        *before, last = zip(self.way.numbers, models, strict=True)
        return [*((number, self._run(model, None)) for number, model in before), (last[0], self.after)]

    def _left_out(self, without: frozenset[int], codes: tuple[str, ...] | None = None) -> Found | DoesNotApplyError:
        """What is found after all changes but some: by the rules of what differs, or by some."""
        if len(without) == len(self.way.numbers):
            return self.base
        key = (without, codes)
        if key not in self._without:
            models = self._models(without)
            if isinstance(models, DoesNotApplyError):
                self._without[key] = models
                self._tell()
            else:
                self._without[key] = self._run(models[-1], codes or self.codes)
        return self._without[key]

    def _run(self, model: Model, codes: Iterable[str] | None) -> Found:
        """What rules find in a model. Only a run of all rules is worded later, and keeps its rows."""
        wanted = frozenset(self.asked.codes() if codes is None else codes)
        _, known = self._audits.setdefault(id(model), (model, []))
        for one in known:
            if wanted <= set(one.codes) and (codes is not None or one.atoms or not one.degrees):
                return one
        found = Found(Org(model, self.after.org.on), self.asked, codes).let_go(rows=codes is not None)
        known.append(found)
        self._tell()
        return found

    def _tell(self) -> None:
        self._done += 1
        if self._progress:
            self._progress(self._done, max(self._total, self._done))

    # -- atoms ----------------------------------------------------------------------------------------------

    def _there(self, degree: Degree) -> bool:
        return degree > Degree.NO and degree >= self.asked.certainty

    def _old(self, atom: Atom, found: Found, left_out: frozenset[int]) -> bool:
        """Whether an atom of before is there, some changes being left out."""
        return self._there(found.degree(atom, self._same(frozenset(self.way.numbers) - left_out)))

    def _is_gone(self, atom: Atom, found: Found, left_out: frozenset[int]) -> bool:
        return not self._old(atom, found, left_out)

    def _is_new(self, atom: Atom, found: Found, left_out: frozenset[int]) -> bool:
        """Whether an atom of after is there, some changes being left out."""
        key = (id(found), atom.code, left_out)  # what is found is kept, so that its identity stays its own
        if key not in self._afters:
            become = self._same(left_out)
            self._afters[key] = frozenset(two for one in found.of(atom.code) for two in self.after.matches(one, become))
        return atom in self._afters[key]

    def _same(self, numbers: frozenset[int]) -> Same:
        """Which ids have become others by some of the changes."""
        if numbers not in self._sames:
            self._sames[numbers] = self.way.same(numbers)
        return self._sames[numbers]

    def _until(self, atom: Atom, rest: Sequence[tuple[int, Found]]) -> int:
        """The change after which something that came on the way is gone."""
        same = Same()
        for number, found in rest:
            same = same.then(self.way.become(number))
            if not self._there(found.degree(atom, same)):
                return number
        return rest[-1][0]

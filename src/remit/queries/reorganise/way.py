"""The way from one structure to another: changes in order, any of which can be tried without."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from remit.model.facts import Basis, SourceRef
from remit.model.text import Text
from remit.model.whole import Model
from remit.queries.reorganise.same import Same


class Step(NamedTuple):
    """One change as a reader is told of it.

    ``number`` counts from 1 in the scenario. ``says``: what is done, in words. ``reason``: why; ``basis``: who is
    behind it; ``place``: where it stands in its file, empty where it comes from no file.
    """

    number: int
    operation: str
    says: Text
    reason: Text = Text("", "")
    basis: Basis | None = None
    sources: tuple[SourceRef, ...] = ()
    place: str = ""


class DoesNotApplyError(Exception):
    """Some changes cannot be made where others are left out; ``numbers`` says which."""

    def __init__(self, numbers: Collection[int]) -> None:
        self.numbers = tuple(sorted(numbers))
        super().__init__(f"changes {', '.join(map(str, self.numbers))} do not apply")


@dataclass(frozen=True, slots=True)
class Way:
    """Changes in order, and what the structure is after each.

    ``base``: the structure that they begin from, already with the head (date, current or proposal) of what it is to be.
    ``models``: given the numbers of changes to leave out, the model after each of the others, in order; raises
    :class:`DoesNotApplyError`. ``become``: given the number of a change, which ids have become others by it.
    """

    base: Model
    steps: tuple[Step, ...]
    models: Callable[[frozenset[int]], Sequence[Model]]
    become: Callable[[int], Same] = field(default=lambda _: Same())
    id: str = ""
    title: Text | None = None
    sources: tuple[SourceRef, ...] = ()
    continues: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What the things of the result were before (:mod:`remit.queries.reorganise.lineage`)."""

    @property
    def result(self) -> Model:
        """The structure after all changes."""
        found = self.models(frozenset())
        return found[-1] if found else self.base

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of the changes, in order."""
        return tuple(step.number for step in self.steps)

    def same(self, numbers: Collection[int] | None = None) -> Same:
        """Which ids have become others by some of the changes (all where left out)."""
        found = Same()
        for number in self.numbers:
            if numbers is None or number in numbers:
                found = found.then(self.become(number))
        return found

"""How sure conditions combine to how sure a conclusion is.

A :class:`Proof` says to what degree a condition holds (:class:`~remit.model.facts.Degree`: no, open, reported,
established), on what ground, and with which evidence and sources. Needed conditions combine by the least degree,
alternative proofs by the best, and a stated excuse clears (design section 2, *Certainty* and *Coverage*).
Rules combine proofs; none of them compares certainties by hand.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from typing import NamedTuple, TypeVar

from remit.model.facts import Degree, SourceRef


class Ground(IntEnum):
    """What a conclusion rests on: a source says it, it follows from the graph, or from numbers."""

    STATED = 1
    STRUCTURAL = 2
    COUNTED = 3

    @property
    def word(self) -> str:
        """The public word: ``stated``, ``structural`` or ``counted``."""
        return self.name.lower()


class Evidence(NamedTuple):
    """One edge or measure that a conclusion rests on: ``from_`` and ``to`` are ids, words or numbers as text."""

    from_: str
    relation: str
    to: str


class Proof(NamedTuple):
    """To what degree a condition holds, why, and who says so."""

    degree: Degree
    ground: Ground | None = None
    evidence: tuple[Evidence, ...] = ()
    sources: tuple[SourceRef, ...] = ()
    statement: int | None = None
    """The number of the statement about a set that it rests on, where it does."""

    def __bool__(self) -> bool:
        """Whether it holds or may hold."""
        return self.degree > Degree.NO

    def at_most(self, degree: Degree) -> Proof:
        """The same, no surer than ``degree``."""
        if self.degree <= degree:
            return self
        return Proof(degree, self.ground, self.evidence, self.sources, self.statement)

    def on(self, ground: Ground | None) -> Proof:
        """The same on another ground; None for a condition that is only context."""
        if self.ground is ground:
            return self
        return Proof(self.degree, ground, self.evidence, self.sources, self.statement)

    def context(self) -> Proof:
        """The same as mere context: it limits how sure the conclusion is, and gives it no ground."""
        return self.on(None)

    def seen(self, *evidence: Evidence) -> Proof:
        """The same with more evidence."""
        return Proof(self.degree, self.ground, (*self.evidence, *evidence), self.sources, self.statement)


NO = Proof(Degree.NO)
OPEN = Proof(Degree.OPEN)
YES = Proof(Degree.ESTABLISHED)


def sure(holds: bool, degree: Degree = Degree.ESTABLISHED) -> Proof:
    """A condition that is decided from the graph alone."""
    return Proof(degree) if holds else NO


def all_of(*proofs: Proof) -> Proof:
    """All conditions are needed: the least sure counts, the most analytical ground, everything seen.

    Degree, ground and statement (the first in the model) do not depend on the order of the conditions.
    """
    if not proofs:
        return YES
    least, ground, statement = Degree.ESTABLISHED, None, None
    evidence: list[Evidence] = []
    sources: list[SourceRef] = []
    for proof in proofs:
        if proof.degree < least:
            if proof.degree == Degree.NO:
                return NO
            least = proof.degree
        if proof.ground is not None and (ground is None or proof.ground > ground):
            ground = proof.ground
        if proof.statement is not None and (statement is None or proof.statement < statement):
            statement = proof.statement
        evidence.extend(proof.evidence)
        sources.extend(proof.sources)
    seen = merge(evidence) if len(evidence) > 1 else tuple(evidence)
    return Proof(least, ground, seen, merge(sources) if len(sources) > 1 else tuple(sources), statement)


def any_of(*proofs: Proof) -> Proof:
    """Alternative proofs: the best counts; of equally good ones that which comes first in :func:`rank`.

    It is therefore the same in whatever order the alternatives were found.
    """
    best = NO
    for proof in proofs:
        if proof.degree > best.degree or (proof.degree == best.degree and best and rank(proof) < rank(best)):
            best = proof
    return best


def first_best(*proofs: Proof) -> Proof:
    """Alternative proofs in the order in which a reader should be told them: the best counts, of equally good ones
    the first.
    """
    return max(proofs, key=lambda proof: proof.degree, default=NO)


def of_set(own: Proof, *members: Proof) -> Proof:
    """To what degree what is asked holds of a set: it is told of the set itself, or of all of its members; told of
    some of them only, it is open, since nobody tells whether it is these that a statement on the set means.
    """
    every = all_of(*members) if members else NO
    return first_best(own, every, any_of(*members).at_most(Degree.OPEN))


def rank(proof: Proof) -> tuple[object, ...]:
    """The order of equally sure proofs: what a source says, then what follows, then what is counted; then by what
    is seen, and who says so.
    """
    statement = -1 if proof.statement is None else proof.statement
    return (proof.ground or 0, proof.evidence, proof.sources, statement)


def excused(defect: Proof, *excuses: Proof) -> Proof:
    """A stated excuse clears the defect; one that is itself only open leaves the conclusion open.

    An excuse that nobody states must come in as :data:`NO`: silence changes nothing.
    """
    best = any_of(*excuses)
    if best.degree >= Degree.REPORTED:
        return NO
    return defect.at_most(Degree.OPEN) if best.degree == Degree.OPEN else defect


def firm(proof: Proof) -> Proof:
    """The same where it is more than open, else :data:`NO`."""
    return proof if proof.degree > Degree.OPEN else NO


T = TypeVar("T")


def merge(items: Iterable[T]) -> tuple[T, ...]:
    """Keep the first of equal items, in order."""
    if not items:
        return ()
    return tuple(dict.fromkeys(items))

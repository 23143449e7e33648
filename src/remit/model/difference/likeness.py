"""How alike two entities of two models are: by name, by content, by who names them. The measure, stated.

A score from 0 to 1. **Name**: the weighted Dice coefficient of the trigrams of two names, each trigram weighing by
how rare it is among the names of that kind in both models (so that ``kommun`` tells little and ``Umeå`` much).
**Content**: the mean over every field that either states of the share of its values that both have (Jaccard's
coefficient), references compared by what they lead to in both models; who names the entity counts as two such fields.
Where the names differ one field is counted as different beside, so that little content never is enough, unless four
fields or more are the same without exception. The score is 0.4 of the name and 0.6 of the content; where neither has
a name the content alone; where a name is the same and nobody else of that kind has it, or a code or registry number
is the same, at least 0.7. Two whose codes differ are never the same.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from remit.model.difference.content import INCOMING, Features, called
from remit.model.kind import Entity
from remit.model.text import Text

THRESHOLD = 0.55
"""From which score two entities are taken for the same under another id. With names that have nothing in common it
takes all of the content and who names it, with names that are half alike nearly two thirds of it, with the same name
a quarter."""
NAME, CONTENT = 0.4, 0.6
KNOWN = 0.7
"""The least score of two that have the same code, or that alone of their kind have a name."""
NAMED_BY = 2.0
"""How many fields the feature "who names it" counts as."""
ENOUGH = 4.0
"""How many fields that are the same without exception leave no doubt."""
IDENTIFYING = ("code", "registry_number")
"""Fields that tell one thing from another whatever else is alike."""


class Score(NamedTuple):
    """How alike two entities are, and of what that is made."""

    total: float
    name: float
    content: float


class Names:
    """The names of one kind in two models, and how much a name tells."""

    def __init__(self, left: Iterable[Entity], right: Iterable[Entity]) -> None:
        self.times = [
            Counter(_folded(name) for name in map(called, side) if name is not None) for side in (left, right)
        ]
        self.pieces = Counter(piece for name in {*self.times[0], *self.times[1]} for piece in _pieces(name))
        self.number = 1 + sum(len(side) for side in self.times)
        self._weights: dict[str, float] = {}
        self._wholes: dict[frozenset[str], float] = {}

    def weight(self, piece: str) -> float:
        """How much a trigram tells: the logarithm of how rare it is."""
        found = self._weights.get(piece)
        if found is None:
            found = self._weights[piece] = math.log(1 + self.number / (1 + self.pieces[piece]))
        return found

    def alike(self, left: Text | None, right: Text | None) -> float:
        """How alike two names are, 0 to 1."""
        if left is None or right is None:
            return 0.0
        ours, theirs = _pieces(_folded(left)), _pieces(_folded(right))
        shared = self._sum(ours & theirs)
        whole = self._sum(ours) + self._sum(theirs)
        return 2 * shared / whole if whole else 1.0

    def within(self, inner: Text | None, outer: Text | None) -> float:
        """How much of a name stands in another, 0 to 1."""
        if inner is None or outer is None:
            return 0.0
        ours, theirs = _pieces(_folded(inner)), _pieces(_folded(outer))
        whole = self._sum(ours)
        return self._sum(ours & theirs) / whole if whole else 0.0

    def only(self, left: Text | None, right: Text | None) -> bool:
        """Whether two have the same name, and nobody else of that kind in either model."""
        if left is None or right is None or _folded(left) != _folded(right):
            return False
        return all(side[_folded(left)] == 1 for side in self.times)

    def _sum(self, pieces: frozenset[str]) -> float:
        found = self._wholes.get(pieces)
        if found is None:
            found = self._wholes[pieces] = sum(self.weight(piece) for piece in sorted(pieces))
        return found


def score(left: Entity, right: Entity, ours: Features, theirs: Features, names: Names) -> Score:
    """How alike two entities of one kind are."""
    known = [field for field in IDENTIFYING if field in ours and field in theirs]
    if any(ours[field] != theirs[field] for field in known):
        return Score(0.0, 0.0, 0.0)
    left_name, right_name = called(left), called(right)
    same_name = left_name == right_name
    content = _content(ours, theirs, 0.0 if same_name else 1.0)
    if left_name is None and right_name is None:
        return Score(content, 0.0, content)
    name = 1.0 if same_name else names.alike(left_name, right_name)
    total = NAME * name + CONTENT * content
    if known or names.only(left_name, right_name):
        total = max(total, KNOWN + (1 - KNOWN) * content)
    return Score(total, name, content)


def _content(ours: Features, theirs: Features, doubt: float) -> float:
    shared, whole = 0.0, 0.0
    for field in sorted(ours.keys() | theirs.keys()):
        left, right = ours.get(field, frozenset()), theirs.get(field, frozenset())
        weight = NAMED_BY if field == INCOMING else 1.0
        both = len(left & right)
        shared += weight * both / (len(left) + len(right) - both)
        whole += weight
    if shared == whole and whole >= ENOUGH:
        return 1.0
    return shared / (whole + doubt) if whole + doubt else 1.0


def _folded(name: Text | None) -> str:
    return " ".join(name.sv.casefold().split()) if name is not None else ""


@cache
def _pieces(name: str) -> frozenset[str]:
    """The trigrams of a name's words, with their edges."""
    found: set[str] = set()
    for word in "".join(letter if letter.isalnum() else " " for letter in name).split():
        edged = f" {word} "
        found.update(edged[place : place + 3] for place in range(max(1, len(edged) - 2)))
    return frozenset(found)

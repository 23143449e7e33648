"""Trying changes one after another, and keeping those that apply."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from remit.model.changes import SILENT, Change, ChangeErrors, Scenario, apply
from remit.model.difference import reasons as r
from remit.model.files.problems import Problem
from remit.model.text import Text
from remit.model.whole import Model


class Trying:
    """The changes kept so far, and the model that they make."""

    def __init__(self, a: Model, b: Model) -> None:
        self.a, self.b = a, b
        self.ids = (a.head.id, b.head.id if b.head.id != a.head.id else f"{b.head.id} ({b.head.as_of})")
        self.at = a
        """The model as the changes that have been kept make it."""
        self.changes: list[Change] = []

    def why(self, text: Text, likeness: float = 0.0) -> Text:
        """A reason with the two models filled in."""
        return r.reason(text, *self.ids, likeness)

    def change(
        self, kind: str, told: Any, text: Text, words: Mapping[str, Any] | None = None, likeness: float = 0.0
    ) -> Change | None:
        """A change, or None where it cannot be put so."""
        try:
            return Change.of(kind, told, reason=self.why(text, likeness), **(words or {}))
        except ChangeErrors:
            return None

    def take(self, changes: Iterable[Change | None]) -> bool:
        """Make the changes that apply, in order; whether all of them did."""
        asked = list(changes)
        left = [one for one in asked if one is not None]
        while left:
            try:
                self.at = apply(self.at, trial("trying", left), any_model=True)
            except ChangeErrors as errors:
                wrong = {_number(one) for one in errors.problems}
                left = [one for number, one in enumerate(left) if number not in wrong]
            else:
                self.changes += left
                break
        return len(left) == len(asked)


def _number(problem: Problem) -> int:
    """The place of the change that a problem is about: the changes are numbered by line."""
    return problem.mark.line - 1


def trial(name: str, changes: Iterable[Change], **rest: Any) -> Scenario:
    """A scenario that adds no words of source of its own."""
    return Scenario.of(id=name, title=rest.pop("title", name), changes=changes, **{**SILENT, **rest})

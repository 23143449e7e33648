"""A scenario as a way: its changes told in words, and the model after each, with any of them left out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from remit.graph.things import field_text
from remit.model.facts import Basis, SourceRef
from remit.model.files.reading import Reading, Words
from remit.model.text import Text
from remit.model.whole import Model
from remit.queries.reorganise.same import Same
from remit.queries.reorganise.says import says
from remit.queries.reorganise.way import DoesNotApplyError, Step, Way

if TYPE_CHECKING:
    from remit.model.changes import Change, Scenario

_NUMBER = re.compile(r"changes\[(\d+)\]")


def way_of(model: Model, scenario: Scenario, *, any_model: bool = False) -> Way:
    """The way of a scenario from a model.

    ``any_model``: also from a model that the scenario does not start from. Raises ChangeErrors with every change that
    does not apply.
    """
    from remit.model.changes import ChangeErrors, apply, apply_told

    applied = list(apply_told(model, scenario, any_model=any_model))
    whole = [one.model for one in applied]
    numbers = [change.number for change in scenario.changes]
    base = apply(model, scenario.only(()), any_model=any_model)

    def models(without: frozenset[int]) -> Sequence[Model]:
        # what comes before the first change that is left out is as it was
        kept = next((place for place, number in enumerate(numbers) if number in without), len(numbers))
        left = scenario.only(number for number in numbers[kept:] if number not in without)
        start = whole[kept - 1] if kept else base
        try:
            others = list(apply_told(start, left, any_model=True))
        except ChangeErrors as errors:
            raise DoesNotApplyError(_numbers(errors.problems)) from errors
        tried[without] = {one.change.number: Same(one.became) for one in others}
        return [*whole[:kept], *(one.model for one in others)]

    tried: dict[frozenset[int], Mapping[int, Same]] = {}
    become = {one.change.number: Same(one.became) for one in applied}
    return Way(
        base=base,
        steps=tuple(
            _step(scenario, change, _words(change, *two))
            for change, two in zip(scenario.changes, pairwise((base, *whole)), strict=True)
        ),
        models=models,
        become=lambda number: become[number],
        becoming=lambda without: tried.get(without, {}),
        id=scenario.id,
        title=scenario.title,
    )


def _words(change: Change, before: Model, after: Model) -> Text:
    """A change in words, with the names that things have before it, or after it where they were not there."""

    def name(identifier: str) -> Text:
        for model in (before, after):
            if identifier in model.sets:
                return model.sets[identifier].name
            entity = model.entities.get(identifier)
            if entity is not None:
                return entity.name or Text(identifier, identifier)
        raise KeyError(identifier)

    def field(identifier: str, path: str) -> Text:
        members = after.members_of(identifier) if identifier in after.sets else (identifier,)
        entity = after.entities.get(members[0]) if members else None
        return field_text(entity.kind_meta.name, path) if entity is not None else Text(path, path)

    made: list[str] = []
    if change.kind in ("create", "conclude"):
        new = [one for one in after.entities if one not in before.entities and one not in after.parents]
        made = [one for one in new if after.entities[one].kind_meta.name != "source"]
    return says(change.kind, change.told, name, field, made)


def _step(scenario: Scenario, change: Change, words: Text) -> Step:
    reading = Reading()
    above = reading.words(scenario.node, "scenario", Words(Basis.PLANNER, (SourceRef(scenario.id),)))
    own = reading.words(change.node, change.path, above)
    place = str(change.node.mark) if change.node.file and change.node.line else ""
    return Step(change.number, change.kind, words, change.reason, own.basis, tuple(own.sources), place)


def _numbers(problems: Sequence[Any]) -> list[int]:
    """The changes that problems are about."""
    found = [int(match[1]) + 1 for one in problems if (match := _NUMBER.match(one.path))]
    return sorted(set(found))

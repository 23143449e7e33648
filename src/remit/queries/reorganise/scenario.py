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
from remit.queries.reorganise.lineage import lineage
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
    from remit.model.changes import ChangeErrors, apply, apply_each

    whole = [one for _, one in apply_each(model, scenario, any_model=any_model)]
    numbers = [change.number for change in scenario.changes]
    base = apply(model, scenario.only(()), any_model=any_model)

    def models(without: frozenset[int]) -> Sequence[Model]:
        # what comes before the first change that is left out is as it was
        kept = next((place for place, number in enumerate(numbers) if number in without), len(numbers))
        left = scenario.only(number for number in numbers[kept:] if number not in without)
        start = whole[kept - 1] if kept else base
        try:
            return [*whole[:kept], *(one for _, one in apply_each(start, left, any_model=True))]
        except ChangeErrors as errors:
            raise DoesNotApplyError(_numbers(errors.problems)) from errors

    told = {change.number: become(change) for change in scenario.changes}
    return Way(
        base=base,
        steps=tuple(
            _step(scenario, change, _words(change, *two))
            for change, two in zip(scenario.changes, pairwise((base, *whole)), strict=True)
        ),
        models=models,
        become=lambda number: told[number],
        id=scenario.id,
        title=scenario.title,
        continues=lineage(scenario),
    )


def become(change: Change) -> Same:
    """Which ids have become others by a change: those that it renames, merges or splits."""
    told: Any = change.told
    if not isinstance(told, Mapping):
        return Same()
    into = told.get("into")
    if change.kind == "rename" and told.get("id"):
        return Same({str(told["this"]): (str(told["id"]),)})
    if change.kind == "merge" and into is not None:
        target = _target(into)
        these = told.get("these") or ()
        return Same({str(one): (target,) for one in ([these] if isinstance(these, str) else these) if one != target})
    if change.kind == "split" and isinstance(into, Mapping):
        return Same({str(told["this"]): tuple(str(one) for one in into)})
    return Same()


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


def _target(into: Any) -> str:
    if isinstance(into, Mapping):
        return str(into["id"]) if "id" in into else str(next(iter(into)))
    return str(into)


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

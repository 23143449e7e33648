"""A scenario as a way: its changes told in words, and the model after each, with any of them left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from remit.graph.things import field_text
from remit.model.difference.content import called
from remit.model.facts import Basis, SourceRef
from remit.model.files.reading import Reading, Words
from remit.model.persons import SOMEBODY, Veil
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
    from remit.model.changes import ChangeErrors, apply, apply_each, apply_told

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
            return [*whole[:kept], *(one for _, one in apply_each(start, left, any_model=True))]
        except ChangeErrors as errors:
            raise DoesNotApplyError(_numbers(errors.problems)) from errors

    become = {one.change.number: Same(one.became) for one in applied}
    return Way(
        base=base,
        steps=tuple(
            _step(scenario, change, _words(change, *two))
            for change, two in zip(scenario.changes, pairwise((base, *whole)), strict=True)
        ),
        models=models,
        become=lambda number: become[number],
        id=scenario.id,
        title=scenario.title,
    )


def ways_of(
    model: Model, scenarios: Sequence[Scenario], *, any_model: bool = False, persons: bool = True
) -> tuple[Veil | None, list[Way]]:
    """The way of each scenario from a model; without ``persons`` nobody is named in any of it, and what hides them
    comes first: the model is to be seen through it too.
    """
    ways = [way_of(model, one, any_model=any_model) for one in scenarios]
    if persons:
        return None, ways
    veil = Veil((model, *(one for way in ways for one in (way.base, *way.models(frozenset())))))
    return veil, [_veiled(*both, veil) for both in zip(ways, scenarios, strict=True)]


def _veiled(way: Way, scenario: Scenario, veil: Veil) -> Way:
    whole = [way.base, *way.models(frozenset())]

    def models(without: frozenset[int]) -> Sequence[Model]:
        return [veil.model(one) for one in way.models(without)]

    def same(number: int) -> Same:
        told = way.become(number).forward
        return Same({veil.id(old): tuple(map(veil.id, new)) for old, new in told.items()})

    steps = tuple(
        step._replace(says=_words(change, *two, veil), reason=veil.text(step.reason))
        for step, change, two in zip(way.steps, scenario.changes, pairwise(whole), strict=True)
    )
    title = way.title and veil.text(way.title)
    return replace(way, base=veil.model(way.base), steps=steps, models=models, become=same, title=title)


def _words(change: Change, before: Model, after: Model, veil: Veil | None = None) -> Text:
    """A change in words, with the names that things have before it, or after it where they were not there.

    ``veil``: hides who somebody is.
    """

    def name(identifier: str) -> Text:
        if veil is not None and veil.hides(identifier):
            return veil.called(before if identifier in before.entities else after, identifier)
        for model in (before, after):
            if identifier in model.sets:
                return model.sets[identifier].name
            entity = model.entities.get(identifier)
            if entity is not None:
                return called(entity) or (
                    entity.kind_meta.label if entity.kind_meta.singleton else Text(*[identifier] * 2)
                )
        raise KeyError(identifier)

    def kind(identifier: str) -> str:
        if identifier in before.sets or identifier in after.sets:
            return "set"
        entity = before.entities.get(identifier) or after.entities.get(identifier)
        return entity.kind_meta.name if entity is not None else ""

    def field(identifier: str, path: str) -> Text:
        members = after.members_of(identifier) if identifier in after.sets else (identifier,)
        entity = after.entities.get(members[0]) if members else None
        return field_text(entity.kind_meta.name, path) if entity is not None else Text(path, path)

    made: list[str] = []
    if change.kind in ("create", "conclude"):
        new = [one for one in after.entities if one not in before.entities and one not in after.parents]
        made = [one for one in new if after.entities[one].kind_meta.name != "source"]
    told = change.told
    if veil is None:
        return says(change.kind, told, name, field, made, kind)
    if change.kind == "rename" and veil.hides(str(told.get("this"))):
        told = {**told, "name": SOMEBODY}
    return veil.text(says(change.kind, told, name, field, made, kind))


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

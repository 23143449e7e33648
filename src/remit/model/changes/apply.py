"""Applying a scenario: model and changes in, a new model out; all or nothing, and the given model stays as it was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from remit.model.changes.draft import Draft
from remit.model.changes.heads import head_fields
from remit.model.changes.kinds import registry
from remit.model.changes.problems import ChangeErrors, ChangeProblem
from remit.model.changes.scenario import Change, Scenario
from remit.model.changes.set_kinds import check_set_kinds
from remit.model.changes.site import Site
from remit.model.facts import Basis, SourceRef
from remit.model.files.binder import NEEDED
from remit.model.files.checks import check_documents, check_part_of, check_references, check_sets
from remit.model.files.nodes import Node
from remit.model.files.problems import Problem
from remit.model.files.reading import Reading, Words
from remit.model.kinds.source import Source
from remit.model.whole import Model

_UNKNOWN = frozenset({"unknown_id", "unknown_id_of", "unknown_source"})


class Applied(NamedTuple):
    """A change that has been made: the model after it, and the ids that have become others (several after a split),
    those of what stands inside things too.
    """

    change: Change
    model: Model
    became: Mapping[str, tuple[str, ...]]


def apply(model: Model, scenario: Scenario, *, any_model: bool = False) -> Model:
    """The model after all changes of the scenario; the model given is never touched.

    Where the scenario says which model it starts from (``from``), another is refused unless ``any_model``.
    Raises ChangeErrors with every change that does not apply: its place, why, and what would be right.
    """
    steps = _steps(model, scenario, any_model)
    return steps[-1].model if steps else _with_head(model, scenario)


def apply_each(model: Model, scenario: Scenario, *, any_model: bool = False) -> Iterator[tuple[Change, Model]]:
    """Each change with the model after it, in order; the head is the one of the result from the first on.

    Raises ChangeErrors as :func:`apply` does, before the first is given.
    """
    return iter((one.change, one.model) for one in _steps(model, scenario, any_model))


def apply_told(model: Model, scenario: Scenario, *, any_model: bool = False) -> Iterator[Applied]:
    """As :func:`apply_each`, and which ids have become others by each change."""
    return iter(_steps(model, scenario, any_model))


def _with_head(model: Model, scenario: Scenario) -> Model:
    draft = Draft(model)
    _head(draft, scenario, Reading())
    return draft.model


def _head(draft: Draft, scenario: Scenario, reading: Reading) -> None:
    node = scenario.node.value.get("result")
    if node is not None:
        draft.model.head = draft.model.head._replace(**head_fields(node.value, "scenario.result", reading))


def _steps(model: Model, scenario: Scenario, any_model: bool) -> list[Applied]:
    problems: list[Problem] = []
    if scenario.start and scenario.start != model.head.id and not any_model:
        node = scenario.node.value.get("from", scenario.node)
        told = {"found": model.head.id, "start": scenario.start}
        problems.append(ChangeProblem(node.mark, "scenario.from", "wrong_start", told))
        raise ChangeErrors(problems, [scenario.file])
    draft = Draft(model)
    reading = Reading()
    _head(draft, scenario, reading)
    base = Words(Basis.PLANNER, (SourceRef(scenario.id),))
    words = reading.words(scenario.node, "scenario", base)
    steps: list[Applied] = []
    missing: set[str] = set()
    for change in scenario.changes:
        before, draft.became = draft.snapshot(), {}
        found = _one(draft, change, scenario, words)
        if found:
            draft.restore(before)
            told_before = [one for one in found if not (one.code in _UNKNOWN and one.values["found"] in missing)]
            problems += told_before
            missing.update(registry()[change.kind].makes(change.given))
        else:
            steps.append(Applied(change, draft.snapshot(), draft.became))
    if problems:
        raise ChangeErrors(problems, [scenario.file])
    return steps


def _one(draft: Draft, change: Change, scenario: Scenario, above: Words) -> list[Problem]:
    """Apply one change; gives what keeps it from applying."""
    reading = Reading()
    words = reading.words(change.node, change.path, above)
    site = Site(draft, words, reading)
    path = f"{change.path}.{change.kind}" if change.path else change.kind
    registry()[change.kind].apply(site, change.given, path)
    if not site.failed:
        site.sweep()
        _source(draft, scenario, change.node, site)
        check_whole(site, change.given, path)
    reading.problems[:] = [_here(one, change, path) for one in reading.problems]
    return reading.problems


def _here(problem: Problem, change: Change, path: str) -> Problem:
    """A fault that shows elsewhere in the model is told where the change stands."""
    if problem.mark.file != change.node.file:
        return replace(problem, mark=change.given.mark, path=path)
    if not problem.path.startswith((path, "scenario", change.path or path)):
        return replace(problem, path=f"{path}.{problem.path}")
    return problem


def _source(draft: Draft, scenario: Scenario, at: Node, site: Site) -> None:
    """The scenario as a source of the model, where something that was written cites it."""
    here = draft.model.entities.get(scenario.id)
    if here is None and scenario.id not in draft.model.sets:
        if draft.cites(scenario.id) or any(name == scenario.id for name, *_ in site.reading.documents):
            source = Source.made(id=scenario.id, title=scenario.title, kind="scenario")
            draft.model.entities[scenario.id] = source
            draft.model.marks[scenario.id] = scenario.node.mark
    elif (here is None or here.kind_meta.name != "source") and draft.cites(scenario.id):
        site.no(at, "scenario.id", "scenario_id_taken", found=scenario.id)


def check_whole(site: Site, at: Node, path: str) -> None:
    """What must hold of a model after each change, as it must of one that is read."""
    model, reading = site.model, site.reading
    check_references(model, reading)
    check_documents(model, reading)
    touched = site.draft.touched()
    kinds = {one.kind_meta.name for one in touched if "part_of" in type(one).model_fields}
    for kind in sorted(kinds):
        of_kind = {name: one for name, one in model.entities.items() if one.kind_meta.name == kind}
        check_part_of(of_kind, model, reading, {})
    for entity in touched:
        missing = NEEDED.get(entity.kind_meta.name, ())
        if missing and not any(one in entity.said for one in missing):
            reading.wrong(at, path, "needs_one_of", keys=list(missing))
    if site.sets_changed:
        check_sets(model, reading)
        check_set_kinds(site, at, path)


def renamed(model: Model, names: dict[str, str]) -> Model:
    """The model with other ids for entities and sets (old → new); every reference follows.

    Ids of what stands inside (``parent:key``) follow too. Raises ValueError where an old id is not there, or a
    new one is there already.
    """
    names = {old: new for old, new in names.items() if old != new}
    there = {*model.entities, *model.sets}
    absent = sorted(names.keys() - there)
    taken = sorted(new for new in names.values() if new in there and new not in names)
    if absent or taken or len(set(names.values())) < len(names):
        raise ValueError(f"not there: {absent}; there already or given twice: {taken}")
    draft = Draft(model)
    draft.rename(names)
    return draft.model


__all__ = ["Applied", "apply", "apply_each", "apply_told", "renamed"]

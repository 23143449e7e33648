"""What can only be told of a whole model: references, circles, ends before beginnings, places in sources."""

from __future__ import annotations

from collections.abc import Iterator

from remit.model.files.problems import Problem
from remit.model.files.reading import Reading, Reference, join, near
from remit.model.files.tables import parent_kinds
from remit.model.kind import Entity
from remit.model.kinds import registry
from remit.model.text import Text
from remit.model.whole import SYSTEM, Model, names_entities

SETS_WITHIN_SETS = 64
"""How deep sets may name sets."""


def check_sets(model: Model, reading: Reading) -> None:
    """Tell of sets that contain themselves; they are emptied, so that nothing goes round after this."""
    below = {name: _sets_named_by(model, name) for name in model.sets}
    for circle in circles(below):
        first = circle[0]
        reading.wrong(model.marks[first], join("sets", first), "set_circle", found=_way(circle))
        for name in circle:
            below[name] = ()
            _empty(model, name)
    height: dict[str, int] = {}
    for name in _below_first(below):
        height[name] = 1 + max((height.get(one, 0) for one in below[name]), default=0)
        if height[name] > SETS_WITHIN_SETS:
            reading.wrong(model.marks[name], join("sets", name), "sets_too_deep", limit=SETS_WITHIN_SETS)
            height[name] = 0
            _empty(model, name)


def _empty(model: Model, name: str) -> None:
    definition = model.sets[name]
    model.sets[name] = type(definition)(name, definition.name, definition.of, ())


def _sets_named_by(model: Model, name: str) -> tuple[str, ...]:
    definition = model.sets[name]
    cls = registry().get(definition.of)
    named = list(definition.members or ())
    for path, values in definition.where:
        if path in parent_kinds(definition.of) or (cls and names_entities(cls, path)):
            named += values
    return tuple(one for one in named if one in model.sets)


def check_whole(model: Model, reading: Reading, sections: dict[str, str]) -> None:
    """Every check that needs all entities; ``sections`` tells the path of an entity by its id."""
    check_references(model, reading)
    check_documents(model, reading)
    for kind in registry():
        of_kind = {name: one for name, one in model.entities.items() if one.kind_meta.name == kind}
        if "part_of" in registry()[kind].model_fields:
            check_part_of(of_kind, model, reading, sections)


def check_references(model: Model, reading: Reading) -> None:
    """Each id named in a field must exist and be of a kind that can stand there."""
    for reference in reading.references:
        if reference.id in model.entities:
            kind = model.entities[reference.id].kind_meta.name
            if reference.to.kinds and kind not in reference.to.kinds:
                reading.problems.append(_wrong_kind(reference, "wrong_kind", registry()[kind].kind_meta.label))
        elif reference.id in model.sets:
            _check_set_reference(model, reading, reference)
        elif not reading.incomplete and reference.id != SYSTEM:
            reading.problems.append(_dangling(model, reference))


def _check_set_reference(model: Model, reading: Reading, reference: Reference) -> None:
    definition = model.sets[reference.id]
    if not reference.sets:
        reading.problems.append(_wrong_kind(reference, "set_where_one", Text("", "")))
    elif reference.to.kinds and definition.of and definition.of not in reference.to.kinds:
        plural = registry()[definition.of].kind_meta.plural
        reading.problems.append(_wrong_kind(reference, "wrong_set", plural))


def _labels(kinds: tuple[str, ...]) -> list[Text]:
    return [registry()[kind].kind_meta.label for kind in kinds]


def _wrong_kind(reference: Reference, code: str, kind: Text) -> Problem:
    expected = _labels(reference.to.kinds)
    return Problem(reference.mark, reference.path, code, {"found": reference.id, "kind": kind, "expected": expected})


def _dangling(model: Model, reference: Reference) -> Problem:
    kinds = reference.to.kinds
    known = [name for name, one in model.entities.items() if not kinds or one.kind_meta.name in kinds]
    if reference.sets:
        known += list(model.sets)
    values = {"found": reference.id, "near": near(reference.id, [*known, *reference.to.words])}
    if not kinds:
        return Problem(reference.mark, reference.path, "unknown_id", values)
    if not reference.id.strip():
        return Problem(reference.mark, reference.path, "empty_id", values)
    return Problem(reference.mark, reference.path, "unknown_id_of", {**values, "kind": _labels(kinds)})


def check_documents(model: Model, reading: Reading) -> None:
    """Each document that words of source name must be a source of the model."""
    known = [name for name, one in model.entities.items() if one.kind_meta.name == "source"]
    for name, mark, path in reading.documents:
        entity = model.entities.get(name)
        if entity is not None and entity.kind_meta.name == "source":
            continue
        if entity is not None or not reading.incomplete:
            values = {"found": name, "near": near(name, known)}
            reading.problems.append(Problem(mark, path, "unknown_source", values))


def check_part_of(of_kind: dict[str, Entity], model: Model, reading: Reading, sections: dict[str, str]) -> None:
    """Nothing is part of itself, be it through others."""
    above: dict[str, tuple[str, ...]] = {}
    for name, entity in of_kind.items():
        parent = getattr(entity, "part_of", None)
        above[name] = (parent,) if parent in of_kind else ()
    for circle in circles(above):
        first = circle[0]
        path = join(sections.get(first, first), "part_of")
        reading.wrong(model.marks[first], path, "part_of_circle", found=_way(circle))


def circles(below: dict[str, tuple[str, ...]]) -> list[list[str]]:
    """One circle of each knot of things that lead to one another, beginning with the first named; iterative."""
    order = {name: place for place, name in enumerate(below)}
    done: set[str] = set()
    found: list[list[str]] = []
    for start in below:
        way: list[str] = []
        inside: dict[str, int] = {}
        steps: list[Iterator[str]] = []

        def enter(
            name: str, way: list[str] = way, inside: dict[str, int] = inside, steps: list[Iterator[str]] = steps
        ) -> None:
            inside[name] = len(way)
            way.append(name)
            steps.append(iter(below.get(name, ())))

        if start not in done:
            enter(start)
        while steps:
            name = next(steps[-1], None)
            if name is None:
                steps.pop()
                gone = way.pop()
                del inside[gone]
                done.add(gone)
            elif name in inside:
                circle = way[inside[name] :]
                place = circle.index(min(circle, key=lambda one: order[one]))
                found.append(circle[place:] + circle[:place])
            elif name not in done:
                enter(name)
    return found


def _below_first(below: dict[str, tuple[str, ...]]) -> list[str]:
    """The names so that what a name leads to comes before it; there are no circles any more."""
    order: list[str] = []
    done: set[str] = set()
    for start in below:
        todo: list[tuple[str, bool]] = [(start, False)]
        while todo:
            name, after = todo.pop()
            if after:
                if name not in done:
                    done.add(name)
                    order.append(name)
            elif name not in done:
                todo.append((name, True))
                todo.extend((one, False) for one in below[name])
    return order


def _way(circle: list[str]) -> str:
    return " → ".join([*circle, circle[0]])

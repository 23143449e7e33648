"""What is told otherwise of what both models have, as changes: fields that are set, and what only ``state`` can say."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable
from typing import Any

from remit.model.changes.writer import told_field, told_head, told_row, told_set, told_words
from remit.model.difference.compare import OWN_WORDS, Differences, said_by_field
from remit.model.facts import Said
from remit.model.files.reading import Words
from remit.model.files.shapes import Shape, shapes
from remit.model.files.writer import difference, words_of
from remit.model.kind import Entity
from remit.model.whole import SYSTEM, Model, Statement

NOTHING = Words()
_CELLS = ("about", "what", "value", "to", "extent")
Told = dict[str, Any]


def values_of(entity: Entity, field: str) -> list[tuple[Any, ...]]:
    """What is said of a field, whoever says it: paths, states and values."""
    found: list[tuple[Any, ...]] = []
    for path, said in sorted(said_by_field(entity).get(field, {}).items()):
        found.append((path, [(one.state, one.value if not _holds_parts(one) else None) for one in said]))
    return found


def _holds_parts(said: Said) -> bool:
    return isinstance(said.value, list) and bool(said.value) and isinstance(said.value[0], Entity)


def same_values(ours: Entity, theirs: Entity, field: str) -> bool:
    """Whether a field says the same in both, though others may say it."""
    if values_of(ours, field) != values_of(theirs, field):
        return False
    left, right = getattr(ours, field, None), getattr(theirs, field, None)
    if shapes(type(ours))[field].entity is None:
        return bool(left == right)
    if len(left or ()) != len(right or ()):
        return False
    return all(_same_part(one, other) for one, other in zip(left or (), right or (), strict=True))


def _same_part(ours: Entity, theirs: Entity) -> bool:
    return ours.id == theirs.id and all(same_values(ours, theirs, field) for field in shapes(type(ours)))


def fields_to_set(ours: Entity, theirs: Entity, fields: Iterable[str]) -> list[str]:
    """The fields of those that differ that ``set`` can give what they are to say: those that say something else."""
    known = shapes(type(ours))
    found: list[str] = []
    for field in fields:
        if field in (OWN_WORDS, "name", "note"):
            continue
        shape = known[field]
        said = theirs.said.get(field)
        if said is None and (shape.fact or getattr(theirs, field) == type(theirs).model_fields[field].default):
            continue  # nothing is said of it: that is for ``state``
        if not same_values(ours, theirs, field):
            found += _inside(ours, theirs, shape)
    return found


def _inside(ours: Entity, theirs: Entity, shape: Shape) -> list[str]:
    """The field, or those inside it that differ where it holds a part that only they tell otherwise."""
    field = shape.name
    if shape.part is None or shape.many or getattr(ours, field) is None or getattr(theirs, field) is None:
        return [field]
    left, right = said_by_field(ours)[field], said_by_field(theirs)[field]
    if len(left[field]) != 1 or len(right[field]) != 1:
        return [field]
    if left[field][0]._replace(value=None) != right[field][0]._replace(value=None):
        return [field]
    found: list[str] = []
    for inner in shapes(shape.part):
        path = f"{field}.{inner}"
        mine = {one: said for one, said in left.items() if one == path or one.startswith(f"{path}[")}
        its = {one: said for one, said in right.items() if one == path or one.startswith(f"{path}[")}
        if mine != its:
            if path not in its:
                return [field]
            found.append(path)
    return found or [field]


def setting(b: Model, name: str, paths: Iterable[str]) -> tuple[Told, Told]:
    """What ``set`` is to say of an entity of ``b``, and the words of source that most of it rests on."""
    entity = b.entities[name]
    paths = list(paths)
    own = [words_of(entity.said[path][0]) for path in paths if path in entity.said]
    above = Counter(own).most_common(1)[0][0] if own else NOTHING
    told: Told = {"of": name}
    told |= {path: told_field(b, name, path, above) for path in paths}
    return told, dict(difference(above, NOTHING))


# --- what only state can say ------------------------------------------------------------------------------------------


def stated_entities(b: Model, found: Differences) -> Told:
    """Every field that still differs, those of which nothing is said any more left out."""
    told: Told = {}
    silent: dict[str, list[str]] = {}
    for name, fields in found.changed.items():
        entity = b.entities[name]
        here: Told = {}
        for field in fields:
            value = told_words(b, name) if field == OWN_WORDS else told_field(b, name, field)
            if field == OWN_WORDS and value is None and "id" in entity.said:
                value = {"basis": "keeper", "source": "none"}
            if value is None:
                silent.setdefault(name, []).append("itself" if field == OWN_WORDS else field)
            else:
                here["itself" if field == OWN_WORDS else field] = value
        if here and name == SYSTEM:
            told[SYSTEM] = here
        elif here:
            told.setdefault(entity.kind_meta.section, {})[name] = here
    return ({"leave_out": silent} if silent else {}) | told


def stated_sets(b: Model, found: Differences) -> Told:
    """The sets that are new or told otherwise, and those that go."""
    told: Told = {"leave_out": {"sets": list(found.sets_gone)}} if found.sets_gone else {}
    return told | ({"sets": {name: told_set(b, name) for name in found.sets_told}} if found.sets_told else {})


def stated_head(b: Model, found: Differences) -> Told:
    """Coverage, and who tells of the whole."""
    head = told_head(b)
    told: Told = {}
    silent: list[str] = []
    if found.defaults and b.defaults is None:
        silent.append("source")
    elif found.defaults and b.defaults is not None:
        told |= difference(words_of(b.defaults), NOTHING) or {"basis": "keeper"}
    if found.coverage and "coverage" in head:
        told["coverage"] = head["coverage"]
    elif found.coverage:
        silent.append("coverage")
    for name in found.head:
        if name in head:
            told[name] = head[name]
        else:
            silent.append(name)
    return ({"leave_out": {"model": silent}} if silent else {}) | ({"model": told} if told else {})


def stated_rows(middle: Model, b: Model, *, whole: bool = False) -> Told:
    """How the rows of the table of facts become the others: taken away, put in, added; or all of them anew."""
    ours = [repr(told_row(middle, row)) for row in middle.statements]
    theirs = [repr(told_row(b, row)) for row in b.statements]
    steps = [
        one for one in difflib.SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes() if one[0] != "equal"
    ]
    removed = [row for _, first, last, *_ in steps for row in range(first, last)]
    if whole or len({ours[row] for row in removed} & set(theirs)) or 2 * len(removed) > len(theirs) + 4:
        return {"facts": {"all": [told_row(b, row) for row in b.statements]}}
    told: Told = {}
    if removed:
        told["remove"] = [_cells(middle, middle.statements[row]) for row in removed]
    left = len(ours) - len(removed)
    shift = 0
    for _, first, _last, start, end in steps:
        gone_before = sum(row < first for row in removed)
        rows = [told_row(b, row) for row in b.statements[start:end]]
        number = first - gone_before + shift + 1
        if rows and first - gone_before >= left:
            told.setdefault("add", []).extend(rows)
        elif rows:
            told.setdefault("insert", {})[str(number)] = rows
            shift += len(rows)
    return {"facts": told["add"] if list(told) == ["add"] else told}


def _cells(model: Model, row: Statement) -> Any:
    """What a row says, without who says it."""
    told = told_row(model, row)
    if isinstance(told, dict):
        return {name: told[name] for name in _CELLS if name in told}
    cells = told[: len(_CELLS)]
    while cells[-1] == "":
        cells.pop()
    return cells

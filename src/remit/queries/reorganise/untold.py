"""A structure that still says what the one before it said: what goes only because less is said is found by it.

A finding may go because something is arranged, or because nobody says any more what it rested on: an observation is
let go, a duty is left to be settled later, a listing is no longer held to be complete. The second is no repair. It is
found by asking the rules again of the new structure with the old sayings put back wherever the new one is silent.
What is a relation (a way, a member, a party) is not put back: to take it away is a change of the structure itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from remit.graph.org import Org
from remit.graph.resolve import Fact, Origin
from remit.model.changes.fields import below, copied, put, shape_of
from remit.model.changes.references import To
from remit.model.changes.substitution import kinds_of, selection_with, statement_with
from remit.model.facts import State
from remit.model.files.shapes import shapes
from remit.model.kind import Entity
from remit.model.kinds import registry
from remit.model.kinds.route import RELATIONS
from remit.model.whole import Coverage, Model, Selection, Statement, names_entities, value_at
from remit.queries.reorganise.same import Same

DEFINITE = (State.VALUE, State.NONE, State.UNCLEAR)
LACKING = (State.NONE, State.UNCLEAR)
_ONWARD = {"operations": ("implements_through",)}
_UPWARD = ("escalates_to", "prepares_for", "recommends_to", "informs", "linked_to")
"""The routes by which a way to somewhere, to a level or to a decision is there."""


def remembered(before: Org, after: Org, same: Same) -> Model:
    """The model of ``after`` with what ``before`` said put back where ``after`` says nothing or leaves it open.

    ``same``: which ids have become others. Neither model is touched.
    """
    names = {*before.model.entities, *before.model.sets}
    to: To = {one: many for one in sorted(names) if (many := same.after(one)) != (one,)}
    there = {*after.model.entities, *after.model.sets}
    gone = frozenset(one for one in names if not there.intersection(same.after(one)))
    model = replace(after.model, entities=dict(after.model.entities), marks=dict(after.model.marks))
    for name, entity in _fields(before, after, same, gone):
        model.entities[name] = entity
    for name, (whole, field) in model.parents.items():
        if model.entities[name] is not after.model.entities[name]:
            _hold(model, after.model, whole, field)
    model.statements = _statements(before, after, same, to, gone)
    model.coverage = _coverage(before.model.coverage, to, there)
    return model


def _definite(fact: Fact) -> bool:
    return fact.state in DEFINITE and fact.origin != Origin.DEFAULT


# -- fields ---------------------------------------------------------------------------------------------------


def _fields(before: Org, after: Org, same: Same, gone: frozenset[str]) -> Iterator[tuple[str, Entity]]:
    for old in before.model.entities.values():
        for name in same.after(old.id):
            now = after.model.entities.get(name)
            if now is None or type(now) is not type(old):
                continue
            paths = [path for path in old.said if _comes_back(old, path, after, name, gone)]
            if paths:
                new = copied(now)
                for path in paths:
                    told = {one: old.said[one] for one in below(old.said, path)}
                    put(new, path, value_at(old, path) if old.said[path][0].state is State.VALUE else None, told)
                yield name, new


def _comes_back(old: Entity, path: str, after: Org, name: str, gone: frozenset[str]) -> bool:
    """Whether a field that was told is told no more, and is no relation."""
    shape = shape_of(type(old), path)
    if shape is None or shape.entity:
        return False
    state = old.said[path][0].state
    if state not in DEFINITE:
        return False
    if state is State.VALUE:
        of_fields = shape.part is not None  # what is in it is told by itself
        if of_fields or _is_relation(type(old), path) or gone.intersection(_texts(old.said[path][0].value)):
            return False
    return not _definite(after.resolver.fact(name, path))


def _is_relation(cls: type[Entity], path: str) -> bool:
    return path.partition(".")[0] in RELATIONS or names_entities(cls, path)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from _texts(one)


def _hold(model: Model, former: Model, whole: str, field: str) -> None:
    """Let a whole hold its parts as they are now."""
    if model.entities[whole] is former.entities[whole]:
        model.entities[whole] = copied(former.entities[whole])
    entity = model.entities[whole]
    parts = [model.entities[one.id] for one in getattr(entity, field) or ()]
    setattr(entity, field, parts)
    if field in entity.said:
        entity.said[field] = (entity.said[field][0]._replace(value=parts), *entity.said[field][1:])


# -- rows and coverage ----------------------------------------------------------------------------------------


def _statements(before: Org, after: Org, same: Same, to: To, gone: frozenset[str]) -> list[Statement]:
    kept = list(after.model.statements)
    for row in before.model.statements:
        if row.about in gone or row.to in gone or gone.intersection(_texts(row.said.value)):
            continue
        for one in statement_with(before.model, row, to):
            if one in kept or one.said.state not in DEFINITE or not _row_comes_back(one, before, after, same):
                continue
            kept = [other for other in kept if _key(other) != _key(one) or other.said.state in DEFINITE]
            kept.append(one)
    return kept


def _key(row: Statement) -> tuple[str, str, str]:
    return row.about, row.what, row.to


def _row_comes_back(row: Statement, before: Org, after: Org, same: Same) -> bool:
    """Whether nobody says anything of it any more, of the same set or of any of its members."""
    model = after.model
    if row.about not in model.entities and row.about not in model.sets:
        return False
    if any(_key(other) == _key(row) and other.said.state in DEFINITE for other in model.statements):
        return False
    if row.what == "channel":
        return not _opened(row, before, after, same)
    kinds = kinds_of(model, row.about)
    known = [cls for kind in sorted(kinds) if shape_of(cls := registry()[kind], row.what) is not None]
    if not known:
        return False
    if row.said.state not in LACKING and (_is_relation(known[0], row.what) or row.what.partition(".")[0] in RELATIONS):
        return False
    members = after.resolver.members(row.about) if row.about in model.sets else (row.about,)
    facts = [after.resolver.fact(one, row.what) for one in members if _has(model, one, row.what)]
    if row.to:  # an item of a list: others may be told
        return not any(row.to in fact.values for fact in facts)
    return not any(_definite(fact) for fact in facts)


def _opened(row: Statement, before: Org, after: Org, same: Same) -> bool:
    """Whether a way that was said to be lacking is answered by a route that was not there."""
    relations = _ONWARD.get(row.to, _UPWARD)
    members = after.resolver.members(row.about) if row.about in after.model.sets else (row.about,)
    there = {
        (source, edge.relation, target)
        for edge in before.edges
        if edge.relation in relations
        for source in same.after(edge.source)
        for target in same.after(edge.target)
    }
    return any(
        edge.holds and (one, edge.relation, edge.target) not in there
        for one in members
        for edge in after.out(one, *relations)
    )


def _has(model: Model, name: str, path: str) -> bool:
    entity = model.entities.get(name)
    return entity is not None and path.partition(".")[0] in shapes(type(entity))


def _coverage(coverage: Coverage, to: Mapping[str, tuple[str, ...]], there: set[str]) -> Coverage:
    selections = []
    for selection in coverage.selections:
        new = selection_with(selection, to)
        if new is not None and all(one in there for one in _ids(new)):
            selections.append(new)
    return replace(coverage, selections=tuple(selections))


def _ids(selection: Selection) -> Iterator[str]:
    for name, wanted in selection.where:
        if name in registry() or names_entities(registry()[selection.of], name):
            yield from wanted

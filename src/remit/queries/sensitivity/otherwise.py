"""A model in which some facts are otherwise, and how an uncertain fact could be."""

from __future__ import annotations

import datetime
import types
import typing
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Annotated, Any, Literal, NamedTuple, get_args, get_origin

from remit.graph.resolve import owner_class
from remit.model.facts import Basis, Said, State
from remit.model.kind import Entity, Part, ref_of
from remit.model.kinds import registry
from remit.model.kinds.route import RELATIONS, RouteItem
from remit.model.text import Text
from remit.model.whole import Coverage, Model, Selection, is_list, part_class
from remit.queries.sensitivity.doubts import Doubt

TOLD = Text("angivet", "told")
SOMEBODY = 4
"""How many bodies are tried for a field that names one."""
APART = {"shared_by": "principal", "principal": "shared_by"}
"""Fields of which a thing has one or the other."""
NUMBERS = ((1.0, 1.0), (4.0, 4.0), (12.0, 12.0))
"""Numbers that are tried: yearly, a term of office or quarterly, monthly."""
YEAR = datetime.timedelta(days=366)


class Otherwise(NamedTuple):
    """One way in which a doubt could be settled."""

    word: Literal["none", "told", "sure", "denied", "complete"]
    value: Any = None
    simple: bool = False
    """Whether the value is a word, number or date that a reader can be told."""


def ways(model: Model, doubt: Doubt, on: datetime.date, near: Sequence[str]) -> Iterator[Otherwise]:
    """How the facts of a doubt could be: told more surely, denied, told something, none, or listed in full.

    ``near``: ids that are tried first for a field that names somebody.
    """
    if doubt.now == "partial":
        yield Otherwise("complete")
        return
    if doubt.now == "contradicted":
        for value in _said_values(model, doubt):
            yield Otherwise("told", value, simple=True)
        return
    unsure = doubt.now in ("reported", "open", "items")
    if unsure or doubt.statement is not None:
        yield Otherwise("sure")
    if unsure and not _is_choice(doubt):
        yield Otherwise("denied")
        return
    if doubt.path == "channel":
        yield Otherwise("told", True)
        return
    cls = registry()[doubt.kind]
    if not unsure and doubt.statement is None:
        yield Otherwise("none")
    owner, name = owner_class(cls, doubt.path)
    told = _said_values(model, doubt) if unsure or doubt.statement is not None else []
    for value in plausible(model, cls, doubt.path, on, near):
        if value in told:
            continue
        free = ref_of(owner, name) or isinstance(value, (list, Part)) or value in (TOLD, TOLD.en)
        yield Otherwise("told", value, simple=not free)
    if doubt.statement is None and is_list(owner, name):
        yield Otherwise("complete")


def _is_choice(doubt: Doubt) -> bool:
    """Whether a field holds one of a few words: what is told of it being wrong, one of the others is right."""
    if doubt.path == "channel":
        return False
    owner, name = owner_class(registry()[doubt.kind], doubt.path)
    return not is_list(owner, name) and any(choices(owner.model_fields[name].annotation))


def _said_values(model: Model, doubt: Doubt) -> list[Any]:
    if doubt.statement is not None:
        words: Iterable[Said] = (model.statements[doubt.statement].said,)
    else:
        words = (said for subject in doubt.subjects for said in model.entities[subject].said.get(doubt.path, ()))
    found = {repr(said.value): said.value for said in words if said.state == State.VALUE}
    return sorted(found.values(), key=repr)


def plausible(model: Model, cls: type[Any], path: str, on: datetime.date, near: Sequence[str]) -> list[Any]:
    """Values that a field could hold: each word of a short list, yes and no, somebody, a day before and after, all
    that a list could name. A list of parts (seats) gets none: which it would hold nobody can say.
    """
    owner, name = owner_class(cls, path)
    part = part_class(owner, name)
    if name in RELATIONS:
        return [[RouteItem.made(to=one) for one in _ids(model, RouteItem, "to", near)]]
    if part is not None:
        return [] if is_list(owner, name) else [part.made()]
    ids = _ids(model, owner, name, near)
    if is_list(owner, name):
        every = ids if ref_of(owner, name) else list(choices(owner.model_fields[name].annotation))
        return [every] if every else []
    if ref_of(owner, name):
        return ids[:SOMEBODY]
    return list(_simple(owner.model_fields[name].annotation, on))


def _ids(model: Model, owner: type[Any], name: str, near: Sequence[str]) -> list[str]:
    mark = ref_of(owner, name)
    if mark is None:
        return []
    fitting = [entity.id for kind in mark.kinds for entity in model.of_kind(kind)]
    first = [one for one in near if one in set(fitting)]
    return list(dict.fromkeys((*first, *fitting)))


def choices(annotation: Any) -> Iterator[str]:
    """The fixed words that a field of a type may hold."""
    if get_origin(annotation) is Literal:
        yield from (word for word in get_args(annotation) if isinstance(word, str))
    else:
        for inner in get_args(annotation):
            if not isinstance(inner, type) or inner is not type(None):
                yield from choices(inner)


def _simple(annotation: Any, on: datetime.date) -> Iterator[Any]:
    types_in = set(_types(annotation))
    if bool in types_in:
        yield from (True, False)
    yield from dict.fromkeys(choices(annotation))
    if datetime.date in types_in:
        yield from (on - YEAR, on + YEAR)
    if Text in types_in or str in types_in:
        yield TOLD if Text in types_in else TOLD.en
    if float in types_in:
        # a range is held as two numbers
        yield from NUMBERS if "tuple" in repr(annotation) else (low for low, _ in NUMBERS)
    elif int in types_in:
        yield from (1, 16)


def _types(annotation: Any) -> Iterator[type[Any]]:
    origin = get_origin(annotation)
    if origin is Literal:
        return
    if origin is Annotated:
        yield from _types(get_args(annotation)[0])
    elif origin in (typing.Union, types.UnionType, tuple, list):
        for inner in get_args(annotation):
            yield from _types(inner)
    elif isinstance(annotation, type):
        yield annotation


def settled(model: Model, doubt: Doubt, subjects: Iterable[str], way: Otherwise) -> Model:
    """The model in which the facts of a doubt, of some of its subjects, are otherwise."""
    if doubt.statement is not None:
        return _statement(model, doubt.statement, way)
    if way.word == "complete":
        return replace(model, coverage=_listed(model.coverage, doubt, tuple(subjects)))
    entities = dict(model.entities)
    for subject in subjects:
        if way.word != "told" or not getattr(entities[subject], APART.get(doubt.path, ""), None):
            entities[subject] = _told(entities[subject], doubt.path, way)
    return replace(model, entities=entities)


def _statement(model: Model, number: int, way: Otherwise) -> Model:
    statements = list(model.statements)
    told = statements[number]
    if way.word == "sure":
        said = _sure(told.said)
        if said.state in (State.UNCLEAR, State.DEFERRED):
            said = said._replace(state=State.NONE)
        statements[number] = told._replace(said=said)
    else:
        said = Said(State.VALUE, way.value, Basis.KEEPER) if way.word == "told" else _opposite(told.said)
        statements[number] = told._replace(said=said)
    return replace(model, statements=statements)


def _listed(coverage: Coverage, doubt: Doubt, subjects: tuple[str, ...]) -> Coverage:
    if not doubt.path:
        return replace(coverage, selections=(Selection(doubt.kind, "complete"), *coverage.selections))
    named = Selection(doubt.kind, "complete", doubt.path, (("id", subjects),))
    return replace(coverage, selections=(*coverage.selections, named))


def _sure(said: Said) -> Said:
    modality = said.modality if said.degree == said._replace(basis=Basis.KEEPER).degree else None
    return said._replace(basis=Basis.KEEPER, modality=None if modality == "may" else modality)


def _told(entity: Entity, path: str, way: Otherwise) -> Entity:
    """A copy of an entity of which a field is told otherwise."""
    kept = {
        key: words for key, words in entity.said.items() if key != path and not key.startswith((f"{path}[", f"{path}."))
    }
    if way.word in ("sure", "denied"):
        return _firm(entity, path, way.word == "denied")
    state = State.NONE if way.word == "none" else State.VALUE
    value = None if way.word == "none" else way.value
    copy = entity.model_copy()
    copy.said = {**kept, path: (Said(state, value, Basis.KEEPER),)}
    _put(copy, path, value)
    return copy


def _firm(entity: Entity, path: str, denied: bool) -> Entity:
    """A copy in which what is told of a field, and of its items, is sure, or is denied."""
    copy = entity.model_copy()
    said = dict(entity.said)
    unsure = False
    for key in [key for key in said if key.startswith(f"{path}[")]:
        first = said[key][0]
        if _sure(first) == first and first.state in (State.VALUE, State.NONE):
            continue
        unsure = True
        value = first._replace(state=State.VALUE) if first.state not in (State.VALUE, State.NONE) else first
        said[key] = (_opposite(value) if denied else _sure(value),)
    if not unsure and path in said:
        first = max(said[path], key=lambda one: one.degree)
        told = _opposite(first) if denied else _sure(first)
        said[path] = (told,)
        if told.value != first.value:
            _put(copy, path, told.value)
    copy.said = said
    return copy


def _opposite(said: Said) -> Said:
    """What is told is not so: yes is no, what is there is not, what is missing is there; of a number, a date or a
    body that is told wrongly nothing is known.
    """
    if said.state != State.VALUE:
        return Said(State.VALUE, None, Basis.KEEPER)
    if isinstance(said.value, bool):
        return Said(State.VALUE, not said.value, Basis.KEEPER)
    there = said.value is None or isinstance(said.value, (Text, Part, list))
    return Said(State.NONE if there else State.UNKNOWN, None, Basis.KEEPER)


def _put(entity: Entity, path: str, value: Any) -> None:
    """Set the attribute at a path of a copy, copying the parts on the way."""
    *heads, last = path.split(".")
    here: Any = entity
    for name in heads:
        inner = getattr(here, name, None)
        if inner is None:
            inner = _part(type(here), name).made()
        elif isinstance(inner, Part):
            inner = inner.model_copy()
        setattr(here, name, inner)
        here = inner
    setattr(here, last, value)


def _part(cls: type[Any], name: str) -> type[Part]:
    part = part_class(cls, name)
    if part is None:
        raise KeyError(name)
    return part

"""The facts of every entity in words, each with who says so where and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from remit.graph.org import Org
from remit.graph.resolve import Fact, Item, Origin
from remit.graph.things import field_text
from remit.model.facts import Basis, Degree, Extent, Said, SourceRef, State
from remit.model.kind import Entity, Part
from remit.model.text import Text
from remit.model.whole import Statement, fields_of, part_class
from remit.views import texts as words
from remit.views.scene import texts as t
from remit.views.scene.wording import fill, pair

INNER = ("seats", "mandates", "holds", "statuses", "decisions", "allocations")
"""The fields whose parts are entities of their own; their facts stand with them."""
ASKED: dict[str, tuple[str, ...]] = {
    "group": ("kind", "level", "remit", "assignment", "seats", "meetings_per_year", "chair", "answers_to",
              "introduction", "indicators"),
    "agreement": ("parties", "level", "topics", "follow_up", "indicators"),
    "coordinator": ("assignment", "covers"),
    "provider": ("principal", "participation"),
}  # fmt: skip
"""The fields that are told to be unknown where no source says anything: what a reader would ask for."""


def facts_of(org: Org, identifier: str, hidden: frozenset[str]) -> list[dict[str, Any]]:
    """The facts of an entity, in the order of its kind's fields."""
    entity = org.entity(identifier)
    found: list[dict[str, Any]] = []
    for path, cls, name in fields_of(entity.kind_meta.name):
        part = part_class(cls, name)
        if path in {"name", "note"} or (name in INNER and "." not in path):
            continue
        found.extend(_field(org, entity, path, part, hidden))
    return found


def _field(
    org: Org, entity: Entity, path: str, part: type[Part] | None, hidden: frozenset[str]
) -> Iterator[dict[str, Any]]:
    fact = org.resolver.fact(entity.id, path)
    label = field_text(entity.kind_meta.name, path)
    if fact.origin == Origin.CONTRADICTION:
        for said in fact.said:
            yield _record(label, _value(org, said.value, said.state, hidden), said.state, Degree.OPEN, said.sources,
                          said.basis, t.DISAGREE)  # fmt: skip
        return
    if fact.items:
        yield from _items(org, entity, path, label, fact, hidden)
    elif fact.known and fact.origin not in (Origin.DEFAULT, Origin.WHOLE) and not _is_part(fact, part):
        value = _value(org, fact.value, fact.state, hidden)
        basis = _basis(org, entity, path, fact.statement)
        yield _record(label, value, fact.state, fact.degree, fact.sources, basis, _note(org, fact),
                      modality=fact.modality)  # fmt: skip
    elif fact.state not in (State.VALUE, State.UNKNOWN) and fact.origin != Origin.WHOLE:
        note = t.BY_LISTING if fact.origin == Origin.COVERAGE else _note(org, fact)
        yield _record(
            label, None, fact.state, fact.degree, fact.sources, _basis(org, entity, path, fact.statement), note
        )
    if fact.possibly is not None:
        yield from _possibly(org, entity.id, path, label, hidden)
    elif fact.state == State.UNKNOWN and not fact.items and path in ASKED.get(entity.kind_meta.name, ()):
        yield _record(label, None, State.UNKNOWN, Degree.OPEN, (), None, None)


def _is_part(fact: Fact, part: type[Part] | None) -> bool:
    """Whether the value is a part whose own fields are told one by one."""
    return part is not None and not isinstance(fact.value, (list, str))


def _items(
    org: Org, entity: Entity, path: str, label: Text, fact: Fact, hidden: frozenset[str]
) -> Iterator[dict[str, Any]]:
    """The items of a list: those that are told alike in one row."""
    rows: dict[tuple[Any, ...], list[Item]] = {}
    for item in fact.items:
        if item.value not in hidden:
            key = (item.state, item.degree, item.sources, item.statement, item.possibly, item.modality)
            rows.setdefault(key, []).append(item)
    for items in rows.values():
        one = items[0]
        values = [words.VALUES.get(item.value) or org.name(item.value) for item in items]
        value = Text(", ".join(v.sv for v in values), ", ".join(v.en for v in values))
        note = _statement_note(org, entity.id, one.statement) if one.statement is not None else None
        degree = Degree.OPEN if one.possibly else one.degree
        yield _record(
            label,
            value,
            one.state,
            degree,
            one.sources,
            _basis(org, entity, path, one.statement, one),
            note,
            modality=one.modality,
        )


def _possibly(org: Org, identifier: str, path: str, label: Text, hidden: frozenset[str]) -> Iterator[dict[str, Any]]:
    """What is said of sets short of all: it may hold of this one."""
    for number, statement in enumerate(org.model.statements):
        if statement.what != path or statement.to or identifier not in org.resolver.members(statement.about):
            continue
        if statement.extent in (None, Extent.ALL):
            continue
        said = statement.said
        own = statement.about == identifier
        yield _record(label, _value(org, said.value, said.state, hidden), said.state, said.degree if own else
                      Degree.OPEN, said.sources, said.basis, _statement_note(org, identifier, number))  # fmt: skip


def set_facts(org: Org, identifier: str, hidden: frozenset[str]) -> list[dict[str, Any]]:
    """What is said of a set, statement by statement, ways included; of an entity, what is said of its ways."""
    found = []
    is_set = org.kind(identifier) == "set"
    for statement in org.model.statements:
        way = statement.what == "channel"
        if statement.about != identifier or not (is_set or way):
            continue
        label = words.RELATIONS["channel"] if way else org.field_text(identifier, statement.what)
        said = statement.said
        value = _value(org, said.value, said.state, hidden)
        if statement.to:
            value = t.SOMEBODY if statement.to in hidden else words.VALUES.get(statement.to) or org.name(statement.to)
        found.append(_record(label, value, said.state, said.degree, said.sources, said.basis, _extent(statement),
                             modality=said.modality))  # fmt: skip
    return found


def _record(
    label: Text,
    value: Text | None,
    state: State,
    degree: Degree,
    sources: tuple[SourceRef, ...],
    basis: Basis | None,
    note: Text | None,
    modality: Any = None,
) -> dict[str, Any]:
    found: dict[str, Any] = {
        "field": pair(label),
        "value": pair(value) if value is not None else None,
        "state": state.value,
        "certainty": degree.word if degree else Degree.OPEN.word,
        "sources": [list(source) for source in sources],
    }
    if basis is not None:
        found["basis"] = pair(t.BASIS[basis.value])
    if modality is not None:
        found["modality"] = pair(t.MODALITY[str(modality)])
    if note is not None:
        found["note"] = pair(note)
    return found


def _value(org: Org, value: Any, state: State, hidden: frozenset[str]) -> Text | None:
    if state != State.VALUE:
        return None
    if value is None:
        return t.THERE
    if isinstance(value, str):
        return t.SOMEBODY if value in hidden else words.VALUES.get(value) or org.value_text(value)
    if isinstance(value, list):
        kept = [one for one in value if getattr(one, "to", one) not in hidden]
        parts = [(words.VALUES.get(one) if isinstance(one, str) else None) or org.value_text(one) for one in kept]
        return Text(", ".join(part.sv for part in parts), ", ".join(part.en for part in parts))
    return org.value_text(value)


def _basis(org: Org, entity: Entity, path: str, statement: int | None, item: Item | None = None) -> Basis | None:
    """On what a fact rests: the words of the statement that tells it, those of the item, else of the field."""
    if statement is not None:
        return org.model.statements[statement].said.basis
    if item is not None:
        for key, words_ in entity.said.items():
            if key.startswith(f"{path}["):
                for said in words_:
                    if (said.state, said.sources, said.modality) == (item.state, item.sources, item.modality):
                        return said.basis
    own: tuple[Said, ...] = entity.said.get(path, ())
    return own[0].basis if own else None


def _note(org: Org, fact: Fact) -> Text | None:
    return _statement_note(org, fact.subject, fact.statement) if fact.statement is not None else None


def _statement_note(org: Org, identifier: str, number: int) -> Text | None:
    statement = org.model.statements[number]
    if statement.about == identifier:
        return _extent(statement)
    name = org.name(statement.about)
    if statement.extent in (None, Extent.ALL):
        return fill(t.SAID_OF_SET, name=name)
    assert statement.extent is not None
    return fill(t.SAID_OF_SET_PART, name=name, extent=words.EXTENT[statement.extent])


def _extent(statement: Statement) -> Text | None:
    if statement.extent in (None, Extent.ALL):
        return None
    assert statement.extent is not None
    return fill(t.SAID_OF_PART, extent=words.EXTENT[statement.extent])

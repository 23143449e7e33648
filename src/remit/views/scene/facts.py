"""The facts of every entity in words, each with who says so where and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from remit.graph.org import Org
from remit.graph.resolve import Fact, Item, Origin
from remit.graph.things import field_text
from remit.model.facts import Basis, Degree, Extent, Said, SourceRef, State
from remit.model.kind import Entity, Part
from remit.model.kinds import registry
from remit.model.text import Text
from remit.model.whole import CHANNEL_TARGETS, Statement, as_tuple, fields_of, names_entities, part_class, value_at
from remit.views import texts as words
from remit.views.scene import facts_texts as ft
from remit.views.scene import texts as t
from remit.views.scene.wording import fill, limited, listed, pair, unpair

INNER = ("seats", "mandates", "holds", "statuses", "decisions", "allocations")
"""The fields whose parts are entities of their own; their facts stand with them."""
Row = dict[str, Any]
"""A fact as the page reads it."""
LINE = "line"
"""The fixed word for the steps of a line, where a way goes through them."""
ASKED: dict[str, tuple[str, ...]] = {
    "group": ("kind", "level", "remit", "assignment", "seats", "meetings_per_year", "chair", "answers_to",
              "introduction", "indicators"),
    "agreement": ("parties", "level", "topics", "follow_up", "indicators"),
    "coordinator": ("assignment", "covers"),
    "provider": ("principal", "participation"),
}  # fmt: skip
"""The fields that are told to be unknown where no source says anything: what a reader would ask for."""


def facts_of(
    org: Org, identifier: str, hidden: frozenset[str], inner: Mapping[str, Sequence[Row]] | None = None
) -> list[Row]:
    """The facts of an entity, in the order of its kind's fields; ``inner``: what is told in the place of a field whose
    parts are entities of their own, after what is said of that field as a whole.
    """
    entity = org.entity(identifier)
    found: list[Row] = []
    for path, cls, name in fields_of(entity.kind_meta.name):
        part = part_class(cls, name)
        if path in {"name", "note"}:
            continue
        found.extend(told_of(org, entity, path, part, hidden))
        found.extend((inner or {}).get(path, ()))
    return found


def told_of(org: Org, entity: Entity, path: str, part: type[Part] | None, hidden: frozenset[str]) -> Iterator[Row]:
    """What is told of one field of an entity: its value or its items, the word that stands in place of the whole (a
    list that is left to be settled may have items that a set is said to have), and what may hold of it.
    """
    fact = org.resolver.fact(entity.id, path)
    kind = entity.kind_meta.name
    label = field_text(kind, path)
    if fact.origin == Origin.CONTRADICTION:
        for said in fact.said:
            yield _record(label, _value(org, kind, path, said, hidden), said.state, Degree.OPEN, said.sources,
                          said.basis, t.DISAGREE)  # fmt: skip
        # of what the list itself holds the sources disagree; what is said of a single item stands beside that
        named = [i for i in fact.items if i.statement is not None and org.model.statements[i.statement].to]
        yield from _items(org, entity, path, label, named, (), hidden)
        return
    items = () if path in INNER else fact.items
    if items:
        yield from _items(org, entity, path, label, items, _own_basis(org, entity, path), hidden)
    elif fact.known and fact.origin not in (Origin.DEFAULT, Origin.WHOLE) and not _is_part(path, fact, part):
        value = _shown(org, kind, path, fact.value, hidden)
        basis = _basis(org, fact)
        yield _record(label, value, fact.state, fact.degree, fact.sources, basis, _note(org, fact),
                      modality=fact.modality)  # fmt: skip
    untold = fact.origin == Origin.WHOLE or (fact.items and fact.origin == Origin.COVERAGE)
    if fact.state not in (State.VALUE, State.UNKNOWN) and not untold:
        note = t.BY_LISTING if fact.origin == Origin.COVERAGE else _note(org, fact)
        yield _record(label, None, fact.state, fact.degree, fact.sources, _basis(org, fact), note,
                      modality=fact.modality)  # fmt: skip
    if fact.possibly is not None:
        yield from _possibly(org, entity.id, path, label, hidden)
    elif fact.state == State.UNKNOWN and not fact.items and path in ASKED.get(kind, ()):
        yield _record(label, None, State.UNKNOWN, Degree.OPEN, (), None, None)


def _is_part(path: str, fact: Fact, part: type[Part] | None) -> bool:
    """Whether the value is a part whose own fields are told one by one, or parts that are entities of their own."""
    return path in INNER or (part is not None and not isinstance(fact.value, (list, str)))


def _items(
    org: Org, entity: Entity, path: str, label: Text, items: Sequence[Item], own: Sequence[Basis | None],
    hidden: frozenset[str],
) -> Iterator[Row]:  # fmt: skip
    """The items of a list: those that are told alike in one row; ``own``: on what the first of them rest."""
    rows: dict[tuple[Any, ...], list[Item]] = {}
    for place, item in enumerate(items):
        if item.value not in hidden:
            basis = own[place] if item.statement is None and place < len(own) else None
            if item.statement is not None:
                basis = org.model.statements[item.statement].said.basis
            key = (item.state, item.degree, item.sources, item.statement, item.possibly, item.modality, basis)
            rows.setdefault(key, []).append(item)
    for (*_, basis), alike in rows.items():
        one = alike[0]
        value = listed([_item(org, entity.kind_meta.name, path, item, hidden) for item in alike])
        note = _statement_note(org, entity.id, one.statement) if one.statement is not None else None
        degree = Degree.OPEN if one.possibly else one.degree
        yield _record(label, value, one.state, degree, one.sources, basis, note, modality=one.modality)


def _item(org: Org, kind: str, path: str, item: Item, hidden: frozenset[str]) -> Text:
    """An item in words: of a way that is for some matters, or goes through somebody, that too."""
    text, way = _word(org, kind, path, item.value), item.route
    if way is None:
        return text
    limits = [
        fill(form, names=listed([_way_word(org, one) for one in named if one not in hidden]))
        for form, named in ((ft.ABOUT, way.topics), (ft.THROUGH, way.through), (ft.ON_BEHALF_OF, way.principals))
        if named
    ]
    if way.for_decision is not None:
        limits.append(ft.FOR_DECISION if way.for_decision else ft.NOT_FOR_DECISION)
    return limited(text, limits)


def _way_word(org: Org, value: str) -> Text:
    return org.name(value) if org.kind(value) else ft.THE_LINE if value == LINE else _same(value)


def _own_basis(org: Org, entity: Entity, path: str) -> list[Basis | None]:
    """On what each item of an entity's own list rests, in the order of the resolved items: the words of the item
    itself, else those of the list.
    """
    whole = entity.said.get(path, ())
    found: list[Basis | None] = []
    for place, raw in enumerate(as_tuple(value_at(entity, path))):
        said = entity.said.get(f"{path}[{place}]", whole)
        named = getattr(raw, "to", raw)
        members = org.resolver.members(named) if isinstance(named, str) else (named,)
        found += [said[0].basis if said else None] * len(members)
    return found


def _possibly(org: Org, identifier: str, path: str, label: Text, hidden: frozenset[str]) -> Iterator[Row]:
    """What is said of sets short of all: it may hold of this one."""
    for number, statement in enumerate(org.model.statements):
        if statement.what != path or statement.to or identifier not in org.resolver.members(statement.about):
            continue
        if statement.extent in (None, Extent.ALL):
            continue
        said = statement.said
        own = statement.about == identifier
        value = _value(org, org.kind(identifier), path, said, hidden)
        yield _record(label, value, said.state, said.degree if own else Degree.OPEN, said.sources, said.basis,
                      _statement_note(org, identifier, number))  # fmt: skip


def set_facts(org: Org, identifier: str, hidden: frozenset[str]) -> list[Row]:
    """What is said of a set, statement by statement, ways included; of an entity, what is said of its ways."""
    found = []
    is_set = org.kind(identifier) == "set"
    kind = org.model.sets[identifier].of if is_set else org.kind(identifier)
    for statement in org.model.statements:
        way = statement.what == "channel"
        if statement.about != identifier or not (is_set or way):
            continue
        label = words.RELATIONS["channel"] if way else org.field_text(identifier, statement.what)
        said = statement.said
        value: Text | None
        if statement.to:
            value = t.SOMEBODY if statement.to in hidden else _word(org, kind, statement.what, statement.to)
        else:
            value = _value(org, kind, statement.what, said, hidden)
        extent = _extent(statement)
        row = _record(label, value, said.state, said.degree, said.sources, said.basis, extent, modality=said.modality)
        found.append(row | {"part": pair(extent)} if extent else row)
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
) -> Row:
    found: Row = {
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


def row_text(row: Row, sure: Degree = Degree.ESTABLISHED) -> Text:
    """A fact in a few words: its value or what is said in its place, how bindingly, for how many of a set, and how
    sure it is where that is less than ``sure``.
    """
    value, state = row["value"], row["state"]
    text = unpair(value) if value is not None else words.VALUES[state]
    limits = [words.VALUES[state]] if value is not None and state != State.VALUE else []
    limits += [unpair(row[name]) for name in ("modality", "part") if name in row]
    degree = Degree[row["certainty"].upper()]
    return limited(text, [*limits, words.CERTAINTY[degree]] if degree < sure else limits)


def _value(org: Org, kind: str, path: str, said: Said, hidden: frozenset[str]) -> Text | None:
    """What is said of a field, in words; nothing where a word stands in place of a value."""
    return _shown(org, kind, path, said.value, hidden) if said.state == State.VALUE else None


def _shown(org: Org, kind: str, path: str, value: Any, hidden: frozenset[str]) -> Text:
    if value is None:
        return t.THERE
    if isinstance(value, list):
        named = [one.id if isinstance(one, Entity) else getattr(one, "to", one) for one in value]
        return listed([_word(org, kind, path, one) for one in named if one not in hidden])
    return t.SOMEBODY if isinstance(value, str) and value in hidden else _word(org, kind, path, value)


def _word(org: Org, kind: str, path: str, value: Any) -> Text:
    """One value in words. It is a name only in a field that names somebody: an id may read like a fixed word, and a
    fixed word like the id of something.
    """
    if not isinstance(value, str):
        return org.value_text(value) if not isinstance(value, int) or isinstance(value, bool) else _same(str(value))
    if path == "channel" and value in CHANNEL_TARGETS:
        return words.VALUES[value]
    if org.kind(value) and _names(kind, path):
        return org.name(value)
    return words.VALUES.get(value) or _same(value)


def _names(kind: str, path: str) -> bool:
    """Whether a field holds ids."""
    return path == "channel" or path.rpartition(".")[2] in INNER or names_entities(registry()[kind], path)


def _same(value: str) -> Text:
    return Text(value, value)


def _basis(org: Org, fact: Fact) -> Basis | None:
    """On what a fact rests: the basis of the surest of what is said, which is the one that counts."""
    told = fact.said
    if not told and fact.statement is not None:
        told = (org.model.statements[fact.statement].said,)
    return max(told, key=lambda said: said.degree).basis if told else None


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

"""Other ids in statements, sets, coverage and words of source."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel

from remit.model.changes.fields import copied
from remit.model.changes.references import Rewriter, To, naming
from remit.model.facts import SourceRef
from remit.model.files.shapes import shapes
from remit.model.files.tables import parent_kinds
from remit.model.kind import Entity
from remit.model.kinds import registry
from remit.model.whole import Model, Selection, SetDef, Statement, names_entities


def statement_with(model: Model, row: Statement, to: To) -> list[Statement]:
    """A row of the table of facts with other ids; none where what it is about, or what it says, has gone."""
    abouts = to.get(row.about, (row.about,))
    ends = to.get(row.to, (row.to,)) if row.to else ("",)
    said = row.said
    if said.value is not None and row.what != "channel":
        value = _statement_value(model, row, to)
        if value is None:
            return []
        said = said._replace(value=value)
    return [row._replace(about=about, to=end, said=said) for about in abouts for end in ends]


def statement_without_self(model: Model, row: Statement) -> list[Statement]:
    """A row of the table of facts without what it says of its own subject towards itself; none where that was all."""
    if row.to == row.about:
        return []
    if row.said.value is None or row.what == "channel":
        return [row]
    value = _statement_value(model, row, {row.about: ()})
    if value is None:
        return []
    return [row if value == row.said.value else row._replace(said=row.said._replace(value=value))]


def _statement_value(model: Model, row: Statement, to: To) -> Any:
    # what it is about may have got its new id already
    now = to.get(row.about) or (row.about,)
    kinds = kinds_of(model, row.about) or kinds_of(model, now[0])
    if row.to or not kinds:
        return row.said.value
    cls: type[BaseModel] = registry()[min(kinds)]
    first, dot, inner = row.what.partition(".")
    if dot:
        part = shapes(cls)[first].part
        assert part is not None
        cls, first = part, inner
    shape = shapes(cls).get(first)
    if shape is None or shape not in naming(cls):
        return row.said.value
    rewriter = Rewriter(to)
    if shape.part is not None and not shape.many:
        return rewriter.plain_part(row.said).value
    return rewriter.value(cls, first, row.said.value)


def kinds_of(model: Model, name: str) -> set[str]:
    """The kinds of what an id stands for: of the entity, or of a set's members."""
    found: set[str] = set()
    todo, seen = [name], {name}
    while todo:
        one = todo.pop()
        if one in model.entities:
            found.add(model.entities[one].kind_meta.name)
        elif one in model.sets:
            definition = model.sets[one]
            if definition.of:
                found.add(definition.of)
                continue
            todo += [member for member in definition.members or () if member not in seen]
            seen.update(todo)
    return found


def set_with(definition: SetDef, to: To) -> SetDef | None:
    """A set with other ids; None where it has no members or conditions left."""
    if definition.members is not None:
        members = _each(definition.members, to)
        return definition._replace(members=members) if members else None
    where = where_with(definition.of, definition.where, to)
    return None if where is None else definition._replace(where=where)


Where = tuple[tuple[str, tuple[str, ...]], ...]


def where_with(kind: str, where: Where, to: To) -> Where | None:
    """The conditions of a selection with other ids; None where one has lost all that it asked for."""
    found: list[tuple[str, tuple[str, ...]]] = []
    for name, wanted in where:
        new = _each(wanted, to) if _names(kind, name) else wanted
        if not new:
            return None
        found.append((name, new))
    return tuple(found)


@cache
def _names(kind: str, name: str) -> bool:
    """Whether a condition on a field of a kind asks for ids."""
    return name in parent_kinds(kind) or names_entities(registry()[kind], name)


def selection_with(selection: Selection, to: To) -> Selection | None:
    """A selection of coverage with other ids; None where nothing can meet it any more."""
    where = where_with(selection.of, selection.where, to)
    return None if where is None else selection._replace(where=where)


def _each(names: tuple[str, ...], to: To) -> tuple[str, ...]:
    found: list[tuple[str, str]] = []
    for one in names:
        for new in to.get(one, (one,)):
            if not any(new == other and one != before for other, before in found):
                found.append((new, one))
    return tuple(new for new, _ in found)


def sources_with(sources: tuple[SourceRef, ...], to: To) -> tuple[SourceRef, ...]:
    """Places in sources, the documents called otherwise."""
    found = [(one._replace(document=new), one) for one in sources for new in to.get(one.document, (one.document,))]
    return tuple(
        new for n, (new, one) in enumerate(found) if not any(new == other and one != old for other, old in found[:n])
    )


def cited_by(entity: Entity) -> Iterator[SourceRef]:
    """Every place in a source that something said of an entity cites."""
    for told in entity.said.values():
        for one in told:
            yield from one.sources


def with_sources(entity: Entity, to: To) -> Entity:
    """An entity that cites the documents by other ids; the same one where it cites none of them."""
    if not any(place.document in to for place in cited_by(entity)):
        return entity
    new = copied(entity)
    new.said = {
        path: tuple(one._replace(sources=sources_with(one.sources, to)) for one in told)
        for path, told in entity.said.items()
    }
    return new

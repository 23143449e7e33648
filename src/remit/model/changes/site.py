"""Where a change is applied: the draft, the reading that its parts go through, and what keeps it from applying."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from remit.model.changes.draft import Draft
from remit.model.changes.fields import (
    Items,
    Sayings,
    is_denied,
    item_sayings,
    items_of,
    leave_out,
    put,
    put_items,
    shape_of,
    with_words,
)
from remit.model.changes.problems import ChangeProblem
from remit.model.changes.substitution import kinds_of
from remit.model.facts import Said, State
from remit.model.files.binder import PERIODS, Binder
from remit.model.files.nodes import Node
from remit.model.files.problems import Problem
from remit.model.files.reading import FAILED, WORD_KEYS, Reading, Words, join, near
from remit.model.files.shapes import shapes
from remit.model.files.tables import Tables, paths_of
from remit.model.files.values import FieldReader
from remit.model.files.values import Sayings as Gathered
from remit.model.kind import Entity
from remit.model.kinds import registry, sections
from remit.model.text import Text
from remit.model.whole import Model, Statement

HEAD = "model"
"""What the head of a model stands under: files call by it, so nothing else can have it as its id."""


@dataclass
class Site:
    """One change at work on a draft."""

    draft: Draft
    words: Words
    """The words of source of the change, inherited by all that it writes."""
    reading: Reading = field(default_factory=Reading)
    sets_changed: bool = False
    replaced: list[str] = field(default_factory=list)
    """Parts (seats, mandates) that others have been told instead of; see :meth:`sweep`."""
    rows_stay: bool = False
    """Whether the table of facts is told by the change itself (``state``), not changed along with fields."""

    @property
    def model(self) -> Model:
        """The model as it is now."""
        return self.draft.model

    @property
    def failed(self) -> bool:
        """Whether something keeps the change from applying."""
        return bool(self.reading.problems)

    def no(self, at: Node, path: str, reason: str, **values: Any) -> Any:
        """Tell why the change does not apply (a code of ``changes/texts.py``); gives FAILED."""
        self.reading.problems.append(ChangeProblem(at.mark, path, reason, values))
        return FAILED

    # --- what is named -------------------------------------------------------------------------------------

    def entity(self, node: Node, path: str, kinds: Iterable[str] = ()) -> Any:
        """The entity that a scalar names, of one of the kinds (any where empty); FAILED where there is none."""
        name = self.reading.scalar(node, path)
        if name is FAILED:
            return FAILED
        return self.entity_called(name, node, path, kinds)

    def entity_called(self, name: str, at: Node, path: str, kinds: Iterable[str] = ()) -> Any:
        """The entity of an id, of one of the kinds (any where empty); FAILED where there is none."""
        kinds = tuple(kinds)
        entity = self.model.entities.get(name)
        labels = [registry()[kind].kind_meta.label for kind in kinds]
        if entity is None:
            fitting = [one.id for one in self.model.entities.values() if not kinds or one.kind_meta.name in kinds]
            hint = near(name, fitting)
            if kinds:
                return self.reading.wrong(at, path, "unknown_id_of", found=name, near=hint, kind=labels)
            return self.reading.wrong(at, path, "unknown_id", found=name, near=hint)
        if kinds and entity.kind_meta.name not in kinds:
            label = entity.kind_meta.label
            return self.reading.wrong(at, path, "wrong_kind", found=name, kind=label, expected=labels)
        return entity

    def free(self, name: str, at: Node, path: str, *, part: bool = False) -> bool:
        """Whether an id can be given to something new (``part``: that stands inside something); why not is told."""
        before = len(self.reading.problems)
        for one in name.split(":") if part else (name,):
            Binder(self.reading, self.model).check_id(one, at, path)
        if name in self.model.entities or name in self.model.sets or name == HEAD:
            self.no(at, path, "id_taken", found=name)
        return len(self.reading.problems) == before

    # --- what is written -----------------------------------------------------------------------------------

    def section(self, parts: dict[str, tuple[Node, Node]], path: str) -> list[str]:
        """Read sections as they stand in a model file (``sets`` and ``facts`` among them) into the draft.

        ``parts``: the section's key and content, by name. Gives the ids of the entities made.
        """
        model = self.model
        before = set(model.entities)
        binder = Binder(self.reading, model)
        tables = Tables(self.reading, model, binder)
        known = sections()
        if "sets" in parts:
            tables.sets(parts["sets"][1], self.words)
            self.sets_changed = True
        for name, (_, node) in parts.items():
            if name in known:
                binder.section(known[name], node, join(path, name), self.words)
        binder.expand()
        tables.kinds_of_sets()
        if "facts" in parts:
            tables.facts(parts["facts"][1], self.words)
        made = [name for name in model.entities if name not in before]
        self.draft.own(made)
        return made

    def fields(self, entity: Entity, nodes: dict[str, Node], path: str, words: Words | None = None) -> None:
        """Let an entity of the draft's own hold these fields (dotted paths too), each with what is said of it."""
        for name, node in nodes.items():
            self.field(entity, name, node, join(path, name), words or self.words)
        self.periods(entity, nodes, path)

    def periods(self, entity: Entity, nodes: dict[str, Node], path: str) -> None:
        """Tell of an end before its beginning, where one of the two has been told."""
        for first, last in PERIODS:
            begins, ends = getattr(entity, first, None), getattr(entity, last, None)
            if begins is not None and ends is not None and ends < begins and (first in nodes or last in nodes):
                name = last if last in nodes else first
                told = {"ends": ends, "begins": begins, "first": first, "last": last}
                self.reading.wrong(nodes[name], join(path, name), "end_before_beginning", **told)

    def field(self, entity: Entity, name: str, node: Node, path: str, words: Words, *, rows: bool = True) -> None:
        """One field, as it stands in a model file. ``rows``: what the table of facts says of it goes."""
        shape = shape_of(type(entity), name)
        if not self.has_field(entity, name, node, path) or shape is None:
            return
        if shape.entity:
            self._parts(entity, shape.name, node, path, words)
            return
        first = name.partition(".")[0]
        if first != name and len(entity.said.get(first, ())) > 1:
            self.no(node, path, "told_in_several_ways", found=first, who=label_of(self.model, entity.id))
            return
        said = Gathered()
        reader = FieldReader(self.reading, lambda *_: FAILED)
        value = reader.field(shape, node, path, words, said, name)
        if value is not FAILED:
            put(entity, name, value, said.done())
            if rows:
                self.drop_rows(entity.id, name)

    def has_field(self, entity: Entity, name: str, at: Node, path: str) -> bool:
        """Whether entities of this kind have such a field (a dotted path too); why not is told."""
        cls = type(entity)
        if shape_of(cls, name) is not None:
            return True
        close = near(name, [*shapes(cls), *paths_of(cls)])
        self.reading.wrong(at, path, "unknown_field", found=name, kind=cls.kind_meta.label, near=close)
        return False

    def set_aside(self, name: str) -> None:
        """Take a set out of the model; the caller puts another in its place, or what names it is told as dangling."""
        self.model.sets.pop(name)
        self.model.marks.pop(name, None)
        self.sets_changed = True

    def _parts(self, entity: Entity, name: str, node: Node, path: str, words: Words) -> None:
        """The seats of a group, the mandates of a unit, …: all of them, in the place of those that there were."""
        self.forget_parts(entity.id, name)
        binder = Binder(self.reading, self.model)
        said = Gathered()
        reader = FieldReader(self.reading, lambda shape, at, step, own: binder.parts(entity.id, shape, at, step, own))
        value = reader.field(shapes(type(entity))[name], node, path, words, said, name)
        if value is not FAILED:
            put(entity, name, value, said.done())
            self.draft.own(one.id for one in value or ())
            self.drop_rows(entity.id, name)

    def items(self, entity: Entity, path: str, node: Node, at: str, words: Words | None = None) -> tuple[Items, Said]:
        """The items that a list field is told to have more, each with what is said of it; and the words around."""
        words = words or self.words
        shape = shape_of(type(entity), path)
        assert shape is not None
        said = Gathered()
        value = FieldReader(self.reading, lambda *_: FAILED).field(shape, node, at, words, said, path)
        if value is FAILED or value is None:
            if value is None:
                self.no(node, at, "word_where_items", found=node.value if node.kind == "scalar" else path)
            return [], words.said(State.VALUE)
        told = said.done()
        return [(one, item_sayings(told, path, place)) for place, one in enumerate(value)], told[path][0]

    def add_items(self, entity: Entity, path: str, new: Items, said: Said, at: Node, step: str) -> int:
        """Put items into a list that has not got them; gives how many that were."""
        told = entity.said.get(path, ())
        if len(told) > 1:
            self.no(at, step, "told_in_several_ways", found=path, who=label_of(self.model, entity.id))
            return 0
        outer = told[0] if told and told[0].state is State.VALUE else said
        items = [one for one in items_of(entity, path) if not (is_denied(one[1]) and one[0] in [v for v, _ in new])]
        there = [value for value, _ in items]
        added = [(value, with_words(own, value, said, outer)) for value, own in new if value not in there]
        if added:
            put_items(entity, path, [*items, *added], outer)
            self.drop_denials(entity.id, path, [str(getattr(value, "to", value)) for value, _ in added])
        return len(added)

    def add_parts(self, entity: Entity, name: str, node: Node, path: str, words: Words | None = None) -> None:
        """Let an entity have more seats, mandates, …"""
        there = self.draft.parts(entity.id, name)
        beside = frozenset(one.id for one in there)
        self.put_parts(entity, name, there, self.read_parts(entity, name, node, path, words or self.words, beside))

    def read_parts(
        self, entity: Entity, name: str, node: Node, path: str, words: Words, beside: frozenset[str]
    ) -> list[Entity]:
        """Seats, mandates, … of an entity, read into the model, but not yet in it."""
        binder = Binder(self.reading, self.model)
        value = binder.parts(entity.id, shapes(type(entity))[name], node, path, words, beside)
        found: list[Entity] = [] if value is FAILED else value
        self.draft.own(one.id for one in found)
        return found

    def put_parts(self, entity: Entity, name: str, there: list[Entity], new: list[Entity]) -> None:
        """Let an entity have parts that it had, and new ones after them."""
        told = entity.said.get(name, ())
        outer = told[0] if told and told[0].state is State.VALUE else self.words.said(State.VALUE)
        parts = [*there, *new]
        self.draft.stand(entity.id, name, [one.id for one in parts])
        put(entity, name, parts, {name: (outer._replace(value=parts),)})
        if new:
            self.drop_denials(entity.id, name)

    def drop_rows(self, about: str, path: str, goes: Callable[[Statement], bool] = lambda _: True) -> int:
        """Take away what the table of facts says of a field of one thing, and of what is inside the field: it is told
        otherwise now. What it says of sets stays. Gives how many rows there were.
        """
        if self.rows_stay:
            return 0
        both = list(zip(self.model.statements, self.draft.statement_marks(), strict=True))
        kept = [
            (row, mark)
            for row, mark in both
            if row.about != about or not f"{row.what}.".startswith(f"{path}.") or not goes(row)
        ]
        if len(kept) < len(both):
            self.draft.set_statements([row for row, _ in kept], [mark for _, mark in kept])
        return len(both) - len(kept)

    def drop_denials(self, about: str, path: str, items: Collection[str] = ()) -> None:
        """Take away the rows by which a list holds nothing, or not these items."""
        self.drop_rows(
            about,
            path,
            lambda row: row.what == path and row.said.state is not State.VALUE and (not row.to or row.to in items),
        )

    def silence(self, entity: Entity, name: str) -> None:
        """Let nothing be said of a field any more; what stood in it as parts goes."""
        self.forget_parts(entity.id, name)
        leave_out(entity, name)

    def forget_parts(self, whole: str, name: str) -> None:
        """Take what stands in a field out of the model; what refers to it waits for :meth:`sweep`."""
        for old in [one for one, place in self.model.parents.items() if place == (whole, name)]:
            self.draft.forget(old)
            self.replaced.append(old)

    def sweep(self) -> None:
        """Take away what refers to parts that nothing has come in the place of, once the change has told all."""
        gone = [one for one in self.replaced if one not in self.model.entities]
        if gone:
            self.draft.substitute(dict.fromkeys(gone, ()))
        for name, definition in self.model.sets.items():
            if not definition.of and definition.members:  # as in a file that is read: a set of one kind is of that kind
                kinds = kinds_of(self.model, name)
                if len(kinds) == 1:
                    self.model.sets[name] = definition._replace(of=next(iter(kinds)))

    def word(self, entity: Entity, path: str, state: State) -> None:
        """Let a field hold one of the four words, said with the words of source of the change."""
        self.silence(entity, path)
        self.drop_rows(entity.id, path)
        said: Sayings = {path: (self.words.said(state),)}
        put(entity, path, None, said)


def label_of(model: Model, name: str) -> Text:
    """What a thing is called, with its id where the name is another."""
    entity = model.entities.get(name)
    called = entity.name if entity is not None else None
    if called is None or name in called:
        return Text(name, name)
    return Text(f"{called.sv} ({name})", f"{called.en} ({name})")


__all__ = ["FAILED", "WORD_KEYS", "Problem", "Site", "label_of"]

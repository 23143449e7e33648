"""A remit, a mandate or more powers and topics are given."""

from __future__ import annotations

from typing import ClassVar

from remit.model.changes.fields import items_of, put, shape_of
from remit.model.changes.holding import FAILED, FIELD_OF, check_holding, differs, holder_of, told_of
from remit.model.changes.kind import ChangeKind, Key, join
from remit.model.changes.site import Site, label_of
from remit.model.facts import State
from remit.model.files.nodes import Node
from remit.model.files.reading import WORD_KEYS, Reading
from remit.model.files.values import FieldReader
from remit.model.files.values import Sayings as Gathered
from remit.model.kind import Entity
from remit.model.text import Text
from remit.model.whole import value_at


class Give(ChangeKind):
    """More than there was."""

    name: ClassVar[str] = "give"
    label: ClassVar[Text] = Text("ge", "give to")
    description: ClassVar[Text] = Text(
        "Ger en grupp ett uppdrag, eller en enhet, befattning, plats eller ett gemensamt organ ett mandat. "
        "Befogenheter och frågor läggs till dem som finns; en enhet eller befattning får ett mandat till.",
        "Gives a group a remit, or a unit, function, seat or joint body a mandate. Powers and topics are added to "
        "those that there are; a unit or function gets one more mandate.",
    )
    keys: ClassVar[tuple[Key, ...]] = (
        Key("to", Text("vem som får det", "who gets it"), required=True),
        Key("remit", Text("uppdraget (för en grupp)", "the remit (of a group)")),
        Key("mandate", Text("mandatet (för andra)", "the mandate (of others)")),
    )
    reasons: ClassVar[tuple[str, ...]] = (
        "remit_or_mandate",
        "has_a_remit",
        "has_a_mandate",
        "told_otherwise",
        "has_it",
    )

    def check(self, given: Node, path: str, reading: Reading) -> None:
        """One holder, one remit or mandate."""
        super().check(given, path, reading)
        check_holding(given, "to", path, reading)

    def apply(self, site: Site, given: Node, path: str) -> None:
        """Add it."""
        holder = holder_of(site, given.value["to"], join(path, "to"))
        if holder is FAILED:
            return
        told = told_of(site, given, holder.kind_meta.name, path)
        if told is FAILED:
            return
        node, step = told
        field = FIELD_OF[holder.kind_meta.name]
        entity = site.draft.edit(holder.id)
        if field == "mandates":
            self._one_more(site, entity, node, step)
        else:
            self._more(site, entity, field, node, step)

    def _one_more(self, site: Site, entity: Entity, node: Node, path: str) -> None:
        before = site.draft.parts(entity.id, "mandates")
        site.add_parts(entity, "mandates", node, path)
        after = site.draft.parts(entity.id, "mandates")
        if not site.failed and any(_alike(after[-1], one) for one in before):
            site.no(node, path, "has_it", who=label_of(site.model, entity.id))

    def _more(self, site: Site, entity: Entity, field: str, node: Node, path: str) -> None:
        told = entity.said.get(field, ())
        if len(told) > 1:
            site.no(node, path, "told_in_several_ways", found=field, who=label_of(site.model, entity.id))
            return
        if not told or told[0].state is not State.VALUE:
            site.field(entity, field, node, path, site.words, rows=False)
            for inner in (field, *(f"{field}.{name}" for name in node.value)):
                site.drop_denials(entity.id, inner, _items(entity, inner))
            return
        site.drop_denials(entity.id, field)
        words = site.reading.words(node, path, site.words)
        changed = 0
        for name, one in node.value.items():
            if name in (*WORD_KEYS, "note"):
                continue
            inner, step = f"{field}.{name}", join(path, name)
            shape = shape_of(type(entity), inner)
            assert shape is not None
            if shape.many:
                new, said = site.items(entity, inner, one, step, words)
                changed += site.add_items(entity, inner, new, said, one, step)
                continue
            said_of = Gathered()
            value = FieldReader(site.reading, lambda *_: FAILED).field(shape, one, step, words, said_of, inner)
            if value is FAILED:
                continue
            now = value_at(entity, inner)
            if now is not None and now != value:
                differs(site, entity.id, inner, one, step)
            elif now is None:
                put(entity, inner, value, said_of.done())
                site.drop_denials(entity.id, inner)
                changed += 1
        if not changed and not site.failed:
            site.no(node, path, "has_it", who=label_of(site.model, entity.id))


def _alike(one: Entity, other: Entity) -> bool:
    fields = [name for name in type(one).model_fields if name not in ("id", "said", "note")]
    return all(getattr(one, name) == getattr(other, name) for name in fields)


def _items(entity: Entity, path: str) -> list[str]:
    """What a list of it holds, now."""
    return [str(value) for value, _ in items_of(entity, path)] if entity.said.get(path) else []

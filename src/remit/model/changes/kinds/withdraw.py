"""A remit, a mandate, or some powers and topics are withdrawn."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from remit.model.changes.fields import items_of, put_items
from remit.model.changes.holding import FAILED, FIELD_OF, has_none, holder_of
from remit.model.changes.kind import ChangeKind, Key, ids_in, join
from remit.model.changes.removal import remove
from remit.model.changes.site import Site, label_of
from remit.model.facts import State
from remit.model.files.nodes import Node
from remit.model.files.reading import Reading
from remit.model.kind import Entity
from remit.model.text import Text
from remit.model.whole import Statement

_LISTS = ("powers", "topics")


class Withdraw(ChangeKind):
    """Less than there was."""

    name: ClassVar[str] = "withdraw"
    label: ClassVar[Text] = Text("dra in för", "withdraw from")
    description: ClassVar[Text] = Text(
        "Drar in befogenheter eller frågor ur ett uppdrag eller mandat, eller hela när inget nämns. Det som inte "
        "längre finns anges som none.",
        "Withdraws powers or topics from a remit or mandate, or the whole of it where nothing is named. What is no "
        "longer there is told as none.",
    )
    keys: ClassVar[tuple[Key, ...]] = (
        Key("from", Text("från vem, eller vilket mandat", "from whom, or which mandate"), required=True),
        Key("powers", Text("befogenheter", "powers")),
        Key("topics", Text("frågor", "topics")),
    )
    reasons: ClassVar[tuple[str, ...]] = ("has_none", "has_not", "told_in_several_ways")

    def check(self, given: Node, path: str, reading: Reading) -> None:
        """From whom, and lists."""
        super().check(given, path, reading)
        nodes = self.nodes(given)
        if "from" in nodes:
            reading.scalar(nodes["from"], join(path, "from"))
        for name in _LISTS:
            if name in nodes:
                ids_in(nodes[name], join(path, name), reading)

    def apply(self, site: Site, given: Node, path: str) -> None:
        """Take it away."""
        node, step = given.value["from"], join(path, "from")
        holder = holder_of(site, node, step, (*FIELD_OF, "mandate"))
        if holder is FAILED:
            return
        named = [name for name in _LISTS if name in given.value]
        kind = holder.kind_meta.name
        field = FIELD_OF.get(kind, "")
        if field and has_none(site, holder, field):
            site.no(node, step, "has_none", who=label_of(site.model, holder.id))
        elif not named:
            self._whole(site, holder.id, field)
        elif field == "mandates":
            for name in named:
                self._from_any(site, holder.id, name, given.value[name], join(path, name))
        else:
            for name in named:
                start = f"{field}." if field else ""
                self._items(site, site.draft.edit(holder.id), start + name, given.value[name], join(path, name))

    def _whole(self, site: Site, who: str, field: str) -> None:
        """All of it: there is none any more."""
        parent = site.model.parents.get(who)
        if field == "mandates":
            remove(site.draft, [one.id for one in site.draft.parts(who, field)])
        elif not field:
            remove(site.draft, [who])
        if field:
            site.word(site.draft.edit(who), field, State.NONE)
        elif parent is not None and not site.draft.parts(*parent):
            site.word(site.draft.edit(parent[0]), parent[1], State.NONE)

    def _from_any(self, site: Site, who: str, name: str, node: Node, path: str) -> None:
        """From whichever of the mandates has it; a mandate that is left with nothing goes."""
        for one, at, step in ids_in(node, path, site.reading):
            having = [part.id for part in site.draft.parts(who, "mandates") if one in (getattr(part, name) or ())]
            if not having:
                site.no(at, step, "has_not", who=label_of(site.model, who), found=one)
            for part in having:
                entity = site.draft.edit(part)
                left = [item for item in items_of(entity, name) if item[0] != one]
                if left:
                    put_items(entity, name, left, entity.said[name][0])
                else:
                    remove(site.draft, [part])
        if not site.draft.parts(who, "mandates"):
            site.word(site.draft.edit(who), "mandates", State.NONE)

    def _items(self, site: Site, entity: Entity, path: str, node: Node, at: str) -> None:
        told = entity.said.get(path, ())
        if len(told) > 1:
            site.no(node, at, "told_in_several_ways", found=path, who=label_of(site.model, entity.id))
            return
        for one, where, step in ids_in(node, at, site.reading):
            items = items_of(entity, path)
            left = [item for item in items if item[0] != one]
            rows = site.drop_rows(entity.id, path, _that(one))
            if len(left) == len(items):
                if rows:  # it was told in the table of facts alone
                    if not items and has_none(site, entity, path):
                        site.word(entity, path, State.NONE)
                    continue
                site.no(where, step, "has_not", who=label_of(site.model, entity.id), found=one)
            elif left:
                put_items(entity, path, left, entity.said[path][0])
            else:
                site.word(entity, path, State.NONE)


def _that(item: str) -> Callable[[Statement], bool]:
    """Whether a row says that a list holds an item."""
    return lambda row: row.to == item and row.said.state is State.VALUE

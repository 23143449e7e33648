"""One entity becomes several: copies with fields of their own, references to those that are told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from remit.model.changes.fields import copied
from remit.model.changes.kind import ids_in
from remit.model.changes.references import To
from remit.model.changes.removing import field_text
from remit.model.changes.site import Site, label_of
from remit.model.facts import State
from remit.model.files.binder import derived_id, free_id
from remit.model.files.nodes import Node
from remit.model.files.reading import WORD_KEYS, Words, join
from remit.model.kind import Entity

TAKES = "takes"


class Splitter:
    """One split at work."""

    def __init__(
        self, site: Site, this: Entity, into: Node, follow: Mapping[str, tuple[str, ...]], at: Node, path: str
    ) -> None:
        self.site, self.this, self.into, self.follow = site, this, into, follow
        self.at, self.path = at, path
        self.names = tuple(into.value)
        self.moved: dict[str, list[str]] = {}
        """The parts of the one that is split, and what they have become."""

    def run(self) -> None:
        """Make the parts; then let each reference follow."""
        draft, model = self.site.draft, self.site.model
        old = self.this.id
        shares = self._shares()
        given = {place: ids for place, ids in draft.given_parts([old]).items() if place[0] != old}
        if self.site.failed:
            return
        made = {name: self._one(name, shares[name]) for name in self.names}
        order = list(model.entities)
        for part in draft.inside(old):
            draft.forget(part)
            if part not in self.moved:
                self.site.replaced.append(part)
        if old not in self.names:
            draft.forget(old)
        for name, (entity, parts) in made.items():
            model.entities[name] = entity
            model.marks.setdefault(name, self.into.keys[name].mark)
            draft.own([name, *(one.id for one in parts)])
            for field, _ in entity.kind_meta.parts:
                for one in getattr(entity, field) or ():
                    model.entities[one.id] = one
                    draft.stand(name, field, [one.id])
                    model.marks.setdefault(one.id, self.into.keys[name].mark)
        self._order(order)
        lost = draft.substitute({old: self.names}, per=self._to)
        for one in lost:
            told = {"who": label_of(model, one.entity), "found": old, "field": field_text(model, one), "id": one.entity}
            self.site.no(self.at, self.path, "split_which", **told)
        parts_to = {part: tuple(new) for part, new in self.moved.items() if tuple(new) != (part,)}
        if lost:
            return
        if parts_to:
            draft.substitute(parts_to)
        draft.settle({}, given, {})
        for name, node in self.into.value.items():
            step = join(join(self.path, "into"), name)
            words = self.site.reading.words(node, step, self.site.words)
            fields = {key: one for key, one in node.value.items() if key not in (*WORD_KEYS, TAKES)}
            self.site.fields(draft.edit(name), fields, step, words)

    def _to(self, name: str) -> To:
        """Whom an entity comes to name: what is told for it, for what it stands in, for all, else every part."""
        whole = self.site.model.parents.get(name, ("", ""))[0]
        for one in (name, whole, ""):
            if one in self.follow:
                return {self.this.id: self.follow[one]}
        return {self.this.id: self.names}

    def _order(self, order: list[str]) -> None:
        """The parts stand where the one that was split stood."""
        model = self.site.model
        there = [name for name in order if name in model.entities and name not in self.names]
        place = sum(1 for name in order[: order.index(self.this.id)] if name in there)
        new = [*self.names, *(part for name in self.names for part in self.site.draft.inside(name))]
        first, rest = there[:place], [name for name in there[place:] if name not in new]
        first = [name for name in first if name not in new]
        model.entities = {name: model.entities[name] for name in (*first, *new, *rest)}

    # --- what stands inside --------------------------------------------------------------------------------

    def _shares(self) -> dict[str, list[Entity]]:
        """Which of the parts inside each takes: those that it names; all of them where nobody names any."""
        draft = self.site.draft
        fields = [field for field, _ in self.this.kind_meta.parts]
        inside = [one for field in fields for one in draft.parts(self.this.id, field)]
        place = {one.id: field for field in fields for one in draft.parts(self.this.id, field)}
        taking = {name: node.value[TAKES] for name, node in self.into.value.items() if TAKES in node.value}
        if not taking:
            return {
                name: [one for one in inside if place[one.id] not in node.value]
                for name, node in self.into.value.items()
            }
        found: dict[str, list[Entity]] = {name: [] for name in self.names}
        for name, node in taking.items():
            step = join(join(join(self.path, "into"), name), TAKES)
            for text, item, at in ids_in(node, step, self.site.reading):
                hits = [one for one in inside if text in called_so(one, self.this.id)]
                if hits:
                    found[name] += [one for one in hits if one not in found[name]]
                else:
                    self.site.no(item, at, "split_takes", found=text)
        told = {field for node in self.into.value.values() for field in fields if field in node.value}
        taken = [one.id for each in found.values() for one in each]
        left = [one.id for one in inside if one.id not in taken and place[one.id] not in told]
        if left:
            self.site.no(self.at, self.path, "split_left", found=left)
        return found

    def _one(self, name: str, inside: list[Entity]) -> tuple[Entity, list[Entity]]:
        entity: Any = copied(self.this)
        entity.id = name
        entity.said.pop("id", None)
        if self.site.words != Words():
            entity.said["id"] = (self.site.words.said(State.VALUE, name),)
        made: list[Entity] = []
        for field, _ in entity.kind_meta.parts:
            mine = [one for one in self.site.draft.parts(self.this.id, field) if one in inside]
            taken: set[str] = set()
            parts: list[Entity] = []
            for old in mine:
                new = copied(old)
                start, colon, rest = old.id.partition(":")
                follows = derived_id(self.this.id, old) == old.id.removesuffix(":2")
                keeps = bool(colon) and start == self.this.id and not follows
                new.id = free_id(f"{name}:{rest}" if keeps else derived_id(name, new), taken)
                taken.add(new.id)
                self.moved.setdefault(old.id, []).append(new.id)
                parts.append(new)
            made += parts
            setattr(entity, field, parts or None)
            if field in entity.said and entity.said[field][0].state is State.VALUE:
                if parts:
                    entity.said[field] = (entity.said[field][0]._replace(value=parts),)
                else:
                    del entity.said[field]
        return entity, made


def called_so(part: Entity, whole: str) -> set[str]:
    """What a part can be called: its id, with or without that of what it stands in, and what it names."""
    named = {getattr(part, field, None) for field in ("principal", "provider", "function", "person", "territory")}
    topics = getattr(part, "topics", None) or ()
    return {part.id, part.id.removeprefix(f"{whole}:"), *(str(one) for one in named if one), *topics}

"""A unit or function comes to stand elsewhere in a line."""

from __future__ import annotations

from typing import Any, ClassVar

from remit.model.changes.fields import Sayings, put
from remit.model.changes.kind import ChangeKind, Key, ids_in, join
from remit.model.changes.removal import line_of
from remit.model.changes.site import FAILED, Site, label_of
from remit.model.facts import State
from remit.model.files.nodes import Node
from remit.model.files.reading import Reading
from remit.model.kind import Entity
from remit.model.text import Text
from remit.model.whole import Model


class Move(ChangeKind):
    """Another place in a line."""

    name: ClassVar[str] = "move"
    label: ClassVar[Text] = Text("flytta", "move")
    description: ClassVar[Text] = Text(
        "Flyttar en enhet eller befattning, eller flera, till en annan enhet eller huvudman. Det som ligger under en "
        "enhet följer med.",
        "Moves a unit or function, or several, to another unit or principal. What is below a unit follows.",
    )
    keys: ClassVar[tuple[Key, ...]] = (
        Key(
            "this",
            Text("enheten eller befattningen, en eller flera", "the unit or function, one or several"),
            required=True,
        ),
        Key(
            "to", Text("enheten eller huvudmannen dit den flyttas", "the unit or principal it moves to"), required=True
        ),
    )
    reasons: ClassVar[tuple[str, ...]] = ("there_already", "below_itself", "seat_of_another")

    def check(self, given: Node, path: str, reading: Reading) -> None:
        """Which, and whereto."""
        super().check(given, path, reading)
        nodes = self.nodes(given)
        if "this" in nodes:
            ids_in(nodes["this"], join(path, "this"), reading)
        if "to" in nodes:
            reading.scalar(nodes["to"], join(path, "to"))

    def apply(self, site: Site, given: Node, path: str) -> None:
        """Put them there; those below that tell a principal tell the new one."""
        to = site.entity(given.value["to"], join(path, "to"), ("unit", "principal"))
        for name, node, step in ids_in(given.value["this"], join(path, "this"), site.reading):
            this = site.entity_called(name, node, step, ("unit", "function"))
            if this is not FAILED and to is not FAILED:
                self._move(site, this, to, given, path)

    def _move(self, site: Site, this: Any, to: Any, given: Node, path: str) -> None:
        model, field = site.model, "parent" if this.kind_meta.name == "unit" else "unit"
        told = {"who": label_of(model, this.id), "found": label_of(model, to.id)}
        below = line_of(model, [this.id]) if field == "parent" else [this.id]
        if to.id in below:
            site.no(given.value["to"], join(path, "to"), "below_itself", **told)
            return
        straight = to.kind_meta.name == "principal" and getattr(this, field) is None and whose(model, this) == [to.id]
        if getattr(this, field) == to.id or straight:
            site.no(given.value["to"], join(path, "to"), "there_already", **told)
            return
        before = whose(model, this)
        after = [to.id] if to.kind_meta.name == "principal" else whose(model, to)
        self._put(site, site.draft.edit(this.id), field, to)
        if before != after and before and after:
            self._follow(site, this.id, below, before, after)
            self._seats(site, below, before, given, path)

    def _put(self, site: Site, entity: Entity, field: str, to: Entity) -> None:
        """The field that says where it stands."""
        site.drop_rows(entity.id, field)
        if to.kind_meta.name == "unit":
            put(entity, field, to.id, {field: (site.words.said(State.VALUE, to.id),)})
            return
        site.silence(entity, field)
        put(entity, "principal", [to.id], {"principal": (site.words.said(State.VALUE, [to.id]),)})

    def _follow(self, site: Site, this: str, below: list[str], before: list[str], after: list[str]) -> None:
        """Who tells the former principal tells the new one."""
        for name in below:
            entity = site.model.entities[name]
            if getattr(entity, "principal", None) == before and before != after:
                said: Sayings = {"principal": (site.words.said(State.VALUE, list(after)),)}
                put(site.draft.edit(name), "principal", list(after), said)
        moved: Any = site.model.entities[this]
        if getattr(moved, "provider", None) is not None:
            site.silence(site.draft.edit(this), "provider")

    def _seats(self, site: Site, below: list[str], before: list[str], given: Node, path: str) -> None:
        """Seats that the functions fill for the former principal: nobody can say here whose they are to be."""
        functions = set(below)
        for seat in site.model.of_kind("seat"):
            if getattr(seat, "function", None) in functions and getattr(seat, "principal", None) in before:
                group = site.model.parents[seat.id][0]
                told = {
                    "who": label_of(site.model, str(getattr(seat, "function", ""))),
                    "found": label_of(site.model, str(getattr(seat, "principal", ""))),
                    "group": label_of(site.model, group),
                    "seat": seat.id,
                }
                site.no(given, path, "seat_of_another", **told)


def whose(model: Model, entity: Entity) -> list[str]:
    """The principals of a unit or function: its own, else those of what it stands under."""
    seen: set[str] = set()
    here: Any = entity
    while here is not None and here.id not in seen:
        seen.add(here.id)
        own = getattr(here, "principal", None)
        if own:
            return list(own) if isinstance(own, list) else [own]
        above = getattr(here, "unit", None) or getattr(here, "parent", None) or getattr(here, "provider", None)
        here = model.entities.get(above) if above else None
    return []

"""Seats of a group are added, removed, replaced."""

from __future__ import annotations

from typing import Any, ClassVar

from remit.model.changes.kind import ChangeKind, Key, ids_in, join
from remit.model.changes.removal import remove
from remit.model.changes.site import FAILED, Site, label_of
from remit.model.facts import State
from remit.model.files.nodes import Node
from remit.model.files.reading import Reading, kind_of
from remit.model.kind import Entity
from remit.model.text import Text

_NAMES = ("principal", "provider", "function", "person")
_DOING = ("add", "remove", "replace")


class Seats(ChangeKind):
    """Who sits in a group."""

    name: ClassVar[str] = "seats"
    spread: ClassVar[str] = "of"
    label: ClassVar[Text] = Text("ändra platser i", "change seats of")
    description: ClassVar[Text] = Text(
        "Lägger till, tar bort eller ersätter platser i en grupp. En plats anges med sin beteckning eller med den "
        "huvudman, befattning, utförare eller person som den är för, om bara en plats är det.",
        "Adds, removes or replaces seats of a group. A seat is named by its id, or by the principal, function, "
        "provider or person that it is for where only one seat is.",
    )
    keys: ClassVar[tuple[Key, ...]] = (
        Key("of", Text("gruppen", "the group"), required=True),
        Key("add", Text("platser som tillkommer, som i en modellfil", "seats that are added, as in a model file")),
        Key("remove", Text("platser som tas bort", "seats that are taken away")),
        Key("replace", Text("plats: den som kommer i stället", "seat: the one that comes instead")),
    )
    reasons: ClassVar[tuple[str, ...]] = ("no_such_seat", "several_seats", "nothing_about_seats")

    def check(self, given: Node, path: str, reading: Reading) -> None:
        """The keys and their forms."""
        super().check(given, path, reading)
        nodes = self.nodes(given)
        if "of" in nodes:
            reading.scalar(nodes["of"], join(path, "of"))
        if "remove" in nodes:
            ids_in(nodes["remove"], join(path, "remove"), reading)
        if "replace" in nodes and nodes["replace"].kind != "map":
            reading.wrong(nodes["replace"], join(path, "replace"), "expected_mapping", found=kind_of(nodes["replace"]))

    def apply(self, site: Site, given: Node, path: str) -> None:
        """Replace, then remove, then add."""
        nodes = given.value
        group = site.entity(nodes["of"], join(path, "of"), ("group",))
        if group is FAILED:
            return
        if not any(one in nodes for one in _DOING):
            site.no(given, path, "nothing_about_seats")
            return
        if "replace" in nodes:
            for name, node in nodes["replace"].value.items():
                step = join(join(path, "replace"), name)
                self._replace(site, group.id, name, nodes["replace"].keys[name], node, step)
        if "remove" in nodes:
            self._remove(site, group.id, nodes["remove"], join(path, "remove"))
        if "add" in nodes and not site.failed:
            site.add_parts(site.draft.edit(group.id), "seats", nodes["add"], join(path, "add"))

    def _seat(self, site: Site, group: str, name: str, at: Node, path: str) -> Any:
        seats = site.draft.parts(group, "seats")
        found = [one for one in seats if one.id == name]
        found = found or [one for one in seats if any(getattr(one, field) == name for field in _NAMES)]
        found = found or [one for one in seats if one.id == f"{group}:{name}"]
        if len(found) == 1:
            return found[0]
        told = {"found": name, "who": label_of(site.model, group), "seats": [one.id for one in found or seats]}
        if found:
            return site.no(at, path, "several_seats", **told)
        return site.no(at, path, "no_such_seat", **{**told, "seats": told["seats"] or "–"})

    def _replace(self, site: Site, group: str, name: str, at: Node, node: Node, path: str) -> None:
        old = self._seat(site, group, name, at, path)
        if old is FAILED:
            return
        whole = site.draft.edit(group)
        seats = site.draft.parts(group, "seats")
        beside = frozenset(one.id for one in seats if one is not old)
        site.draft.forget(old.id)
        new = site.read_parts(whole, "seats", node, path, site.words, beside)
        if not new:
            return
        place = seats.index(old)
        kept: list[Entity] = [*seats[:place], *new, *seats[place + 1 :]]
        site.put_parts(whole, "seats", kept, [])
        if old.id not in site.model.entities:
            site.draft.substitute({old.id: tuple(one.id for one in new)})

    def _remove(self, site: Site, group: str, node: Node, path: str) -> None:
        found = [self._seat(site, group, name, at, step) for name, at, step in ids_in(node, path, site.reading)]
        if site.failed:
            return
        remove(site.draft, [one.id for one in found])
        if not site.draft.parts(group, "seats"):
            site.word(site.draft.edit(group), "seats", State.NONE)

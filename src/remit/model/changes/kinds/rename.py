"""Another id or another name; every reference follows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from remit.model.changes.kind import ChangeKind, Key, join
from remit.model.changes.site import FAILED, Site
from remit.model.files.nodes import Node
from remit.model.files.reading import Reading
from remit.model.files.values import FieldReader
from remit.model.text import Text
from remit.model.whole import SYSTEM


class Rename(ChangeKind):
    """Something is called otherwise."""

    name: ClassVar[str] = "rename"
    label: ClassVar[Text] = Text("byt namn på", "rename")
    description: ClassVar[Text] = Text(
        "Ger något ett annat namn eller en annan beteckning. Alla hänvisningar följer med.",
        "Gives something another name or another id. All references follow.",
    )
    keys: ClassVar[tuple[Key, ...]] = (
        Key("this", Text("det som får nytt namn", "what gets another name"), required=True),
        Key("id", Text("den nya beteckningen", "the new id")),
        Key("name", Text("det nya namnet", "the new name")),
    )
    reasons: ClassVar[tuple[str, ...]] = ("id_taken", "nothing_to_rename", "system_stays")

    def check(self, given: Node, path: str, reading: Reading) -> None:
        """The keys, and a name that is one."""
        super().check(given, path, reading)
        nodes = self.nodes(given)
        for key in ("this", "id"):
            if key in nodes:
                reading.scalar(nodes[key], join(path, key))
        if "name" in nodes:
            FieldReader(reading, lambda *_: FAILED).text(nodes["name"], join(path, "name"))

    def makes(self, given: Node) -> Iterable[str]:
        """The new id."""
        node = self.nodes(given).get("id")
        return (node.value,) if node is not None and node.kind == "scalar" else ()

    def apply(self, site: Site, given: Node, path: str) -> None:
        """Give the new name, then the new id."""
        nodes = given.value
        old = site.reading.scalar(nodes["this"], join(path, "this"))
        if old == SYSTEM and "id" in nodes:
            site.no(nodes["this"], join(path, "this"), "system_stays")
        elif old not in site.model.sets:
            site.entity_called(old, nodes["this"], join(path, "this"))
        if "id" not in nodes and "name" not in nodes:
            site.no(given, path, "nothing_to_rename")
        if "id" in nodes and nodes["id"].value != old:
            site.free(nodes["id"].value, nodes["id"], join(path, "id"), part=old in site.model.parents)
        if site.failed:
            return
        if "name" in nodes:
            self._name(site, old, nodes["name"], join(path, "name"))
        if "id" in nodes and nodes["id"].value != old:
            site.draft.rename({old: nodes["id"].value})

    def _name(self, site: Site, old: str, node: Node, path: str) -> None:
        name = FieldReader(site.reading, lambda *_: FAILED).text(node, path)
        if name is FAILED:
            return
        if old in site.model.sets:
            site.model.sets[old] = site.model.sets[old]._replace(name=name)
        else:
            site.draft.edit(old).name = name

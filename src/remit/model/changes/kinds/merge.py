"""Several of one kind become one; every reference follows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from remit.model.changes.kind import ChangeKind, Key, ids_in, join
from remit.model.changes.known_fields import check_fields
from remit.model.changes.merging import Merger
from remit.model.changes.site import FAILED, WORD_KEYS, Site
from remit.model.files.nodes import Node
from remit.model.files.reading import Reading
from remit.model.kind import Entity
from remit.model.text import Text
from remit.model.whole import SYSTEM

_OWN = ("these", "into")


class Merge(ChangeKind):
    """One in the place of several."""

    name: ClassVar[str] = "merge"
    label: ClassVar[Text] = Text("slå samman", "merge")
    description: ClassVar[Text] = Text(
        "Slår samman flera av samma slag till en, som är en av dem eller ny. Listor förenas; där delarna säger olika "
        "ska ändringen säga vad som gäller. Alla hänvisningar följer med.",
        "Merges several of one kind into one, which is one of them or new. Lists are united; where the parts differ "
        "the change must tell what holds. All references follow.",
    )
    keys: ClassVar[tuple[Key, ...]] = (
        Key("these", Text("de som slås samman", "those that are merged"), required=True),
        Key("into", Text("den som de blir: en av dem eller ny", "what they become: one of them or new"), required=True),
    )
    reasons: ClassVar[tuple[str, ...]] = ("merge_one", "merge_kinds", "merge_differs", "merge_seats", "id_taken")

    def also(self, name: str) -> bool:  # noqa: ARG002 - which fields are right is told when the kind is known
        """Any field of a kind may stand here."""
        return True

    def check(self, given: Node, path: str, reading: Reading) -> None:
        """Which into what, and whether there are such fields."""
        super().check(given, path, reading)
        if given.kind != "map":
            return
        if "these" in given.value:
            ids_in(given.value["these"], join(path, "these"), reading)
        if "into" in given.value:
            reading.scalar(given.value["into"], join(path, "into"))
        told = {name: key for name, key in given.keys.items() if name not in _OWN}
        if told:
            check_fields(told, given, path, reading)

    def makes(self, given: Node) -> Iterable[str]:
        """What they become."""
        node = self.nodes(given).get("into")
        return (node.value,) if node is not None and node.kind == "scalar" else ()

    def apply(self, site: Site, given: Node, path: str) -> None:
        """Unite the fields, then let the references follow."""
        these, into = given.value["these"], given.value["into"]
        found: list[Entity] = []
        for name, node, step in ids_in(these, join(path, "these"), site.reading):
            entity = site.entity_called(name, node, step)
            if entity is FAILED:
                continue
            if name == SYSTEM:
                site.no(node, step, "system_stays")
            elif name in site.model.parents:
                whole, field = site.model.parents[name]
                site.no(
                    node, step, "part_of_other", found=name, whole=whole, word="seats" if field == "seats" else "state"
                )
            elif found and entity.kind_meta.name != found[0].kind_meta.name:
                kinds = {"found": name, "kind": entity.kind_meta.label, "expected": found[0].kind_meta.label}
                site.no(node, step, "merge_kinds", **kinds)
            elif entity.id not in [one.id for one in found]:
                found.append(entity)
        result = site.reading.scalar(into, join(path, "into"))
        if not site.failed and len(found) < 2:
            site.no(these, join(path, "these"), "merge_one")
        if result not in [one.id for one in found]:
            site.free(result, into, join(path, "into"))
        if site.failed:
            return
        words = site.reading.words(given, path, site.words)
        fields = {name: node for name, node in given.value.items() if name not in (*_OWN, *WORD_KEYS)}
        Merger(site, found, result, fields, given, path, words).run()

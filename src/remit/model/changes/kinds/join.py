"""More parties join an agreement."""

from __future__ import annotations

from typing import ClassVar

from remit.model.changes.kind import ChangeKind, Key, join
from remit.model.changes.site import FAILED, Site, label_of
from remit.model.files.nodes import Node
from remit.model.files.reading import Reading
from remit.model.text import Text


class Join(ChangeKind):
    """Parties that an agreement did not have."""

    name: ClassVar[str] = "join"
    label: ClassVar[Text] = Text("ansluta till", "join")
    description: ClassVar[Text] = Text(
        "Fler huvudmän eller utförare ansluter sig till en överenskommelse. De parter som den hade är kvar.",
        "More principals or providers join an agreement. The parties that it had stay.",
    )
    keys: ClassVar[tuple[Key, ...]] = (
        Key("agreement", Text("överenskommelsen", "the agreement"), required=True),
        Key("parties", Text("de som ansluter sig", "those who join"), required=True),
    )
    reasons: ClassVar[tuple[str, ...]] = ("has_already", "word_where_items", "told_in_several_ways")

    def check(self, given: Node, path: str, reading: Reading) -> None:
        """The keys, and one agreement."""
        super().check(given, path, reading)
        if "agreement" in self.nodes(given):
            reading.scalar(given.value["agreement"], join(path, "agreement"))

    def apply(self, site: Site, given: Node, path: str) -> None:
        """Add the parties to those that there are."""
        entity = site.entity(given.value["agreement"], join(path, "agreement"), ("agreement",))
        if entity is FAILED:
            return
        node, step = given.value["parties"], join(path, "parties")
        entity = site.draft.edit(entity.id)
        new, said = site.items(entity, "parties", node, step)
        if new and not site.add_items(entity, "parties", new, said, node, step) and not site.failed:
            named = ", ".join(str(value) for value, _ in new)
            site.no(node, step, "has_already", who=label_of(site.model, entity.id), found=named)

"""An agreement ends."""

from __future__ import annotations

from typing import ClassVar

from remit.model.changes.kind import ChangeKind, Key, ids_in, is_yes, join
from remit.model.changes.removing import take_away
from remit.model.changes.site import FAILED, Site
from remit.model.files.nodes import Node
from remit.model.files.reading import Reading
from remit.model.text import Text


class End(ChangeKind):
    """Agreements that are no longer in force."""

    name: ClassVar[str] = "end"
    label: ClassVar[Text] = Text("avsluta", "end")
    description: ClassVar[Text] = Text(
        "Avslutar en överenskommelse, som därmed inte längre finns i modellen. Grupper som vilar på den ska först "
        "vila på något annat eller avvecklas.",
        "Ends an agreement, which is then no longer in the model. Groups that rest on it must first rest on something "
        "else or be dissolved.",
    )
    keys: ClassVar[tuple[Key, ...]] = (
        Key("these", Text("överenskommelserna som avslutas", "the agreements that end"), required=True),
        Key("with_groups", Text("yes: också grupperna som vilar på dem", "yes: the groups that rest on them go too")),
    )
    short: ClassVar[str] = "these"
    reasons: ClassVar[tuple[str, ...]] = ("still_named",)

    def check(self, given: Node, path: str, reading: Reading) -> None:
        """Ids, or the mapping with its keys."""
        super().check(given, path, reading)
        nodes = self.nodes(given)
        if given.kind == "map" and "these" in nodes:
            ids_in(nodes["these"], join(path, "these"), reading)
        is_yes(nodes, "with_groups", path, reading)

    def apply(self, site: Site, given: Node, path: str) -> None:
        """Take them out of the model with all that goes with them."""
        nodes = self.nodes(given)
        step = path if given.kind != "map" else join(path, "these")
        named: dict[str, tuple[Node, str]] = {}
        for name, node, at in ids_in(nodes["these"], step, site.reading):
            if site.entity_called(name, node, at, ("agreement",)) is not FAILED:
                named[name] = (node, at)
        if is_yes(nodes, "with_groups", path, site.reading):
            for group in site.model.of_kind("group"):
                if getattr(group, "agreement", None) in named:
                    named[group.id] = (given, path)
        if not site.failed:
            take_away(site, named, given, path)

"""Something ends: it is no longer in the model, nor is what stood in it."""

from __future__ import annotations

from typing import ClassVar

from remit.model.changes.kind import ChangeKind, Key, ids_in, is_yes, join
from remit.model.changes.removing import take_away
from remit.model.changes.site import FAILED, Site
from remit.model.files.nodes import Node
from remit.model.files.reading import Reading
from remit.model.text import Text
from remit.model.whole import SYSTEM


class Dissolve(ChangeKind):
    """Entities and sets that are no longer there."""

    name: ClassVar[str] = "dissolve"
    label: ClassVar[Text] = Text("avveckla", "dissolve")
    description: ClassVar[Text] = Text(
        "Avvecklar något. Det som stod i det (platser, mandat) försvinner, och likaså varje hänvisning till det i "
        "listor: vägar dit, parter, platser som bara det hade.",
        "Dissolves something. What stood in it (seats, mandates) goes, and so does each reference to it in lists: "
        "routes to it, parties, seats that were its alone.",
    )
    keys: ClassVar[tuple[Key, ...]] = (
        Key("these", Text("det som avvecklas", "what is dissolved"), required=True),
        Key(
            "with_line",
            Text(
                "yes: också enheterna under och befattningarna i dem",
                "yes: the units below and the functions in them go too",
            ),
        ),
    )
    short: ClassVar[str] = "these"
    reasons: ClassVar[tuple[str, ...]] = ("still_named", "still_cited", "system_stays")

    def check(self, given: Node, path: str, reading: Reading) -> None:
        """Ids, or the mapping with its keys."""
        super().check(given, path, reading)
        nodes = self.nodes(given)
        if given.kind == "map" and "these" in nodes:
            ids_in(nodes["these"], join(path, "these"), reading)
        is_yes(nodes, "with_line", path, reading)

    def apply(self, site: Site, given: Node, path: str) -> None:
        """Take them out of the model with all that goes with them."""
        nodes = self.nodes(given)
        step = path if given.kind != "map" else join(path, "these")
        named: dict[str, tuple[Node, str]] = {}
        for name, node, at in ids_in(nodes["these"], step, site.reading):
            if name == SYSTEM:
                site.no(node, at, "system_stays")
            elif name in site.model.sets or site.entity_called(name, node, at) is not FAILED:
                named[name] = (node, at)
        line = is_yes(nodes, "with_line", path, site.reading)
        if not site.failed:
            take_away(site, named, given, path, line=line)

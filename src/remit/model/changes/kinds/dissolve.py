"""Something ends: it is no longer in the model, nor is what stood in it."""

from __future__ import annotations

from typing import ClassVar

from remit.model.changes.kind import ChangeKind, Key, ids_in, is_yes, join
from remit.model.changes.removing import take_away
from remit.model.changes.site import FAILED, Site, label_of
from remit.model.files.nodes import Node
from remit.model.files.reading import Reading
from remit.model.text import Text
from remit.model.whole import SYSTEM

SETS = ("members", "themselves")
SHOWN = 3
"""How many members of a set a message names."""


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
        Key(
            "sets",
            Text(
                "vad som menas med en mängd: members (alla som ingår i den) eller themselves (bara mängden)",
                "what a set stands for: members (all that are in it) or themselves (the set alone)",
            ),
        ),
    )
    short: ClassVar[str] = "these"
    reasons: ClassVar[tuple[str, ...]] = ("still_named", "still_cited", "system_stays", "set_or_members")

    def check(self, given: Node, path: str, reading: Reading) -> None:
        """Ids, or the mapping with its keys."""
        super().check(given, path, reading)
        nodes = self.nodes(given)
        if given.kind == "map" and "these" in nodes:
            ids_in(nodes["these"], join(path, "these"), reading)
        is_yes(nodes, "with_line", path, reading)
        if "sets" in nodes:
            reading.one_of(nodes["sets"], join(path, "sets"), SETS)

    def apply(self, site: Site, given: Node, path: str) -> None:
        """Take them out of the model with all that goes with them."""
        nodes = self.nodes(given)
        step = path if given.kind != "map" else join(path, "these")
        named: dict[str, tuple[Node, str]] = {}
        ids = ids_in(nodes["these"], step, site.reading)
        meant = nodes["sets"].value if "sets" in nodes else ""
        for name, node, at in ids:
            if name == SYSTEM:
                site.no(node, at, "system_stays")
            elif name in site.model.sets:
                named |= self._of_set(site, name, meant, {one for one, *_ in ids}, (node, at))
            elif site.entity_called(name, node, at) is not FAILED:
                named[name] = (node, at)
        line = is_yes(nodes, "with_line", path, site.reading)
        if not site.failed:
            take_away(site, named, given, path, line=line)

    def _of_set(
        self, site: Site, name: str, meant: str, these: set[str], at: tuple[Node, str]
    ) -> dict[str, tuple[Node, str]]:
        """What goes where a set is named: nobody can tell whether it or its members are meant, where these stay."""
        members = site.model.members_of(name)
        if not meant and not set(members) <= these:
            told = {"found": label_of(site.model, name), "n": len(members), "members": ", ".join(members[:SHOWN])}
            site.no(at[0], at[1], "set_or_members", **told)
        return dict.fromkeys((*members, name) if meant == SETS[0] else (name,), at)

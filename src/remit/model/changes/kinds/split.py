"""One becomes several; who refers to it refers to those who are told."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from remit.model.changes.kind import ChangeKind, Key, ids_in, join
from remit.model.changes.site import FAILED, Site
from remit.model.changes.splitting import Splitter
from remit.model.files.nodes import Node
from remit.model.files.reading import Reading, kind_of
from remit.model.text import Text
from remit.model.whole import SYSTEM


class Split(ChangeKind):
    """Several in the place of one."""

    name: ClassVar[str] = "split"
    label: ClassVar[Text] = Text("dela", "split")
    description: ClassVar[Text] = Text(
        "Delar en till flera. Var och en är som den delade, utom i de fält som anges. Listor som nämnde den delade "
        "nämner alla; där bara en kan stå ska follow säga vilken. takes säger vilka platser (eller mandat) en del tar.",
        "Splits one into several. Each is as the one that was split, but for the fields told. Lists that named it "
        "name all; where only one can stand follow must tell which. takes tells which seats (or mandates) a part "
        "takes.",
    )
    keys: ClassVar[tuple[Key, ...]] = (
        Key("this", Text("den som delas", "what is split"), required=True),
        Key("into", Text("delarna, med sina fält", "the parts, with their fields"), required=True),
        Key("follow", Text("vilken del de som hänvisar följer", "which part those who refer follow")),
    )
    reasons: ClassVar[tuple[str, ...]] = (
        "split_one",
        "split_which",
        "split_left",
        "split_takes",
        "id_taken",
        "split_part",
    )

    def check(self, given: Node, path: str, reading: Reading) -> None:
        """What, into which; fields are looked up when the kind is known."""
        super().check(given, path, reading)
        nodes = self.nodes(given)
        if "this" in nodes:
            reading.scalar(nodes["this"], join(path, "this"))
        if "into" in nodes:
            into, step = nodes["into"], join(path, "into")
            if into.kind != "map":
                reading.wrong(into, step, "expected_mapping", found=kind_of(into))
            else:
                for name, one in into.value.items():
                    if one.kind != "map":
                        reading.wrong(one, join(step, name), "expected_mapping", found=kind_of(one))

    def makes(self, given: Node) -> Iterable[str]:
        """The parts."""
        node = self.nodes(given).get("into")
        return tuple(node.value) if node is not None and node.kind == "map" else ()

    def apply(self, site: Site, given: Node, path: str) -> None:
        """Make the parts, then let the references follow."""
        this = site.entity(given.value["this"], join(path, "this"))
        if this is FAILED:
            return
        into = given.value["into"]
        if this.id == SYSTEM:
            site.no(given.value["this"], join(path, "this"), "system_stays")
        if this.id in site.model.parents:
            whole, field = site.model.parents[this.id]
            told = {"found": this.id, "whole": whole, "word": "seats" if field == "seats" else "state"}
            site.no(given.value["this"], join(path, "this"), "split_part", **told)
            return
        if len(into.value) < 2:
            site.no(into, join(path, "into"), "split_one")
        for name in into.value:
            if name != this.id:
                site.free(name, into.keys[name], join(join(path, "into"), name))
        follow = self._follow(site, given, list(into.value), path)
        if not site.failed:
            Splitter(site, this, into, follow, given, path).run()

    def _follow(self, site: Site, given: Node, into: list[str], path: str) -> dict[str, tuple[str, ...]]:
        """Which parts each follows; under the empty text those that are not named."""
        found: dict[str, tuple[str, ...]] = {}
        node = given.value.get("follow")
        if node is None:
            return found
        named = node.value if node.kind == "map" else {"": node}
        for who, one in named.items():
            step = join(join(path, "follow"), who) if who else join(path, "follow")
            if who and who not in site.model.sets:
                site.entity_called(who, node.keys[who], step)
            names = ids_in(one, step, site.reading)
            for name, at, where in names:
                if name not in into:
                    site.reading.one_of(at, where, into)
            found[who] = tuple(name for name, *_ in names)
        return found

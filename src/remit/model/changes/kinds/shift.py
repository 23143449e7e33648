"""Working time of a process leader is shifted from one territory or group to another."""

from __future__ import annotations

from typing import Any, ClassVar

from remit.model.changes.fields import put
from remit.model.changes.kind import ChangeKind, Key, join
from remit.model.changes.removal import remove
from remit.model.changes.site import FAILED, Site, label_of
from remit.model.changes.trees import node_of
from remit.model.facts import State
from remit.model.files.nodes import Node
from remit.model.files.reading import Reading
from remit.model.kind import Entity
from remit.model.kinds.allocation import Allocation
from remit.model.text import Text

_WHERE = ("territory", "principal", "group")


class Shift(ChangeKind):
    """Working time goes elsewhere."""

    name: ClassVar[str] = "shift"
    label: ClassVar[Text] = Text("flytta arbetstid för", "shift working time of")
    description: ClassVar[Text] = Text(
        "Flyttar en del av en processledares arbetstid från ett område eller en grupp till en annan. Utan from "
        "tillkommer tiden, utan to dras den in.",
        "Shifts part of the working time of a process leader from one territory or group to another. Without from the "
        "time is added, without to it is withdrawn.",
    )
    keys: ClassVar[tuple[Key, ...]] = (
        Key("of", Text("processledaren", "the process leader"), required=True),
        Key("from", Text("området eller gruppen som får mindre", "the territory or group that gets less")),
        Key("to", Text("området eller gruppen som får mer", "the territory or group that gets more")),
        Key("per_cent", Text("hur mycket, i procent av heltid", "how much, in per cent of full time"), required=True),
    )
    reasons: ClassVar[tuple[str, ...]] = ("no_allocation", "too_little", "share_not_told", "from_or_to")

    def check(self, given: Node, path: str, reading: Reading) -> None:
        """Ids and a number."""
        super().check(given, path, reading)
        nodes = self.nodes(given)
        for key in ("of", "from", "to"):
            if key in nodes:
                reading.scalar(nodes[key], join(path, key))
        if "per_cent" in nodes:
            number(nodes["per_cent"], join(path, "per_cent"), reading)

    def apply(self, site: Site, given: Node, path: str) -> None:
        """Less here, more there."""
        nodes = given.value
        leader = site.entity(nodes["of"], join(path, "of"), ("process_leader",))
        share = number(nodes["per_cent"], join(path, "per_cent"), site.reading)
        ends: dict[str, Entity] = {}
        for key in ("from", "to"):
            if key in nodes:
                found = site.entity(nodes[key], join(path, key), _WHERE)
                if found is not FAILED:
                    ends[key] = found
        if not ({"from", "to"} & nodes.keys()):
            site.no(given, path, "from_or_to")
        if site.failed:
            return
        if "from" in ends:
            self._less(site, leader.id, ends["from"].id, share, nodes["from"], join(path, "from"))
        if "to" in ends and not site.failed:
            self._more(site, leader.id, ends["to"], share, nodes["to"], join(path, "to"))

    def _less(self, site: Site, leader: str, where: str, share: float, at: Node, path: str) -> None:
        told = {"who": label_of(site.model, leader), "found": label_of(site.model, where)}
        part = self._part(site, leader, where)
        if part is None:
            site.no(at, path, "no_allocation", **told)
        elif part.per_cent is None:
            site.no(at, path, "share_not_told", **told)
        elif part.per_cent < share:
            site.no(at, path, "too_little", **told, has=f"{part.per_cent:g}", share=f"{share:g}")
        elif part.per_cent == share:
            remove(site.draft, [part.id])
        else:
            self._tell(site, part.id, part.per_cent - share)

    def _more(self, site: Site, leader: str, where: Entity, share: float, at: Node, path: str) -> None:
        part = self._part(site, leader, where.id)
        if part is None:
            field = "group" if where.kind_meta.name == "group" else "territory"
            node = node_of({field: where.id, "per_cent": share}, at.file, at.line)
            site.add_parts(site.draft.edit(leader), "allocations", node, path)
        elif part.per_cent is None:
            told = {"who": label_of(site.model, leader), "found": label_of(site.model, where.id)}
            site.no(at, path, "share_not_told", **told)
        else:
            self._tell(site, part.id, part.per_cent + share)

    def _part(self, site: Site, leader: str, where: str) -> Allocation | None:
        for one in site.draft.parts(leader, "allocations"):
            if isinstance(one, Allocation) and where in (one.territory, one.group):
                return one
        return None

    def _tell(self, site: Site, part: str, share: float) -> None:
        put(site.draft.edit(part), "per_cent", share, {"per_cent": (site.words.said(State.VALUE, share),)})


def number(node: Node, path: str, reading: Reading) -> Any:
    """A share above nothing, in per cent; FAILED where it is none."""
    text = reading.scalar(node, path)
    if text is FAILED:
        return FAILED
    try:
        share = float(text)
    except ValueError:
        share = 0.0
    if not 0 < share <= 10_000:
        return reading.wrong(node, path, "number", found=text)
    return share

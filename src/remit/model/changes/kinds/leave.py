"""Parties leave an agreement that others keep."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from remit.model.changes.fields import Items, is_denied, items_of, put_items
from remit.model.changes.kind import ChangeKind, Key, ids_in, join
from remit.model.changes.kinds.move import whose
from remit.model.changes.removal import remove
from remit.model.changes.site import FAILED, Site, label_of
from remit.model.facts import State
from remit.model.files.nodes import Node
from remit.model.files.reading import Reading
from remit.model.kind import Entity
from remit.model.text import Text

LEAST = 2
"""How many an agreement is between, at the least."""


class Leave(ChangeKind):
    """Parties that an agreement has no longer."""

    name: ClassVar[str] = "leave"
    label: ClassVar[Text] = Text("utträda ur", "leave")
    description: ClassVar[Text] = Text(
        "En eller flera parter utträder ur en överenskommelse som de andra har kvar. De som slutit den för deras "
        "räkning står inte kvar; platser i grupper som vilar på den är kvar om inte with_seats säger annat.",
        "One or several parties leave an agreement that the others keep. Those who concluded it on their behalf go "
        "with them; seats in groups that rest on it stay unless with_seats tells otherwise.",
    )
    keys: ClassVar[tuple[Key, ...]] = (
        Key("agreement", Text("överenskommelsen", "the agreement"), required=True),
        Key("parties", Text("de som utträder", "those who leave"), required=True),
        Key(
            "with_seats",
            Text(
                "yes: deras platser i grupperna som vilar på den upphör också",
                "yes: their seats in the groups that rest on it go too",
            ),
        ),
    )
    reasons: ClassVar[tuple[str, ...]] = ("not_party", "parties_not_told", "too_few_left", "told_in_several_ways")

    def check(self, given: Node, path: str, reading: Reading) -> None:
        """The keys, one agreement, and ids."""
        super().check(given, path, reading)
        nodes = self.nodes(given)
        if "agreement" in nodes:
            reading.scalar(nodes["agreement"], join(path, "agreement"))
        if "parties" in nodes:
            ids_in(nodes["parties"], join(path, "parties"), reading)
        if "with_seats" in nodes:
            reading.one_of(nodes["with_seats"], join(path, "with_seats"), ("yes", "no"))

    def apply(self, site: Site, given: Node, path: str) -> None:
        """Take them out of the parties, and what stood there for them."""
        at, step = given.value["agreement"], join(path, "agreement")
        entity = site.entity(at, step, ("agreement",))
        if entity is FAILED:
            return
        told = entity.said.get("parties", ())
        who = label_of(site.model, entity.id)
        if len(told) > 1:
            site.no(at, step, "told_in_several_ways", found="parties", who=who)
            return
        if not told or told[0].state is not State.VALUE:
            state = told[0].state.value if told else State.UNKNOWN.value
            site.no(at, step, "parties_not_told", who=who, found=state)
            return
        leaving = self._leaving(site, entity, given.value["parties"], join(path, "parties"))
        if site.failed:
            return
        entity = site.draft.edit(entity.id)
        left = _without(site, items_of(entity, "parties"), leaving)
        if _number(site, entity, left) < LEAST:
            names = [one[0] for one in left if not is_denied(one[1])]
            site.no(given.value["parties"], join(path, "parties"), "too_few_left", who=who, left=names or "–")
            return
        put_items(entity, "parties", left, told[0])
        self._concluded(site, entity, leaving)
        if "with_seats" in given.value and given.value["with_seats"].value == "yes":
            self._seats(site, entity.id, leaving)

    def _leaving(self, site: Site, entity: Entity, node: Node, path: str) -> list[str]:
        """Those who are named, the members of a set; each must be a party."""
        items = [value for value, own in items_of(entity, "parties") if not is_denied(own)]
        parties = set(site.model.expand(items)) | set(items)
        found: list[str] = []
        for name, at, step in ids_in(node, path, site.reading):
            if name not in site.model.sets and site.entity_called(name, at, step, ("principal", "provider")) is FAILED:
                continue
            members = site.model.expand([name]) if name in site.model.sets else (name,)
            strangers = [one for one in members if one not in parties]
            if strangers or not members:
                there = ", ".join(items)
                told = {"found": strangers or name, "who": label_of(site.model, entity.id), "parties": there}
                site.no(at, step, "not_party", **told)
            found += [one for one in members if one not in found]
        return found

    def _concluded(self, site: Site, entity: Entity, leaving: Iterable[str]) -> None:
        """Those who concluded it for the ones who leave, and for nobody else, stand there no more."""
        told = entity.said.get("concluded_by", ())
        gone = set(leaving)
        if len(told) != 1 or told[0].state is not State.VALUE:
            return
        items = _without(site, items_of(entity, "concluded_by"), leaving)
        left = [one for one in items if not _for(site, one[0]) or not _for(site, one[0]) <= gone]
        if len(left) == len(items_of(entity, "concluded_by")):
            return
        if left:
            put_items(entity, "concluded_by", left, told[0])
        else:
            site.silence(entity, "concluded_by")

    def _seats(self, site: Site, agreement: str, leaving: Iterable[str]) -> None:
        gone = set(leaving)
        for group in [one.id for one in site.model.of_kind("group") if getattr(one, "agreement", None) == agreement]:
            seats = [
                one.id
                for one in site.draft.parts(group, "seats")
                if getattr(one, "principal", None) in gone or getattr(one, "provider", None) in gone
            ]
            remove(site.draft, seats)
            if seats and not site.draft.parts(group, "seats"):
                site.word(site.draft.edit(group), "seats", State.NONE)


def _for(site: Site, name: str) -> set[str]:
    """For which principals somebody concludes something: of a unit or post, those whose it is."""
    entity = site.model.entities.get(name)
    if entity is None or entity.kind_meta.name not in ("unit", "function"):
        return set()
    return set(whose(site.model, entity))


def _without(site: Site, items: Items, leaving: Iterable[str]) -> Items:
    """Items without some; of a set that has some of them the other members, as they were told with it."""
    gone = set(leaving)
    left: Items = []
    for value, own in items:
        members = site.model.expand([value]) if value in site.model.sets else (value,)
        if gone.isdisjoint(members) or is_denied(own):
            left.append((value, own))
        else:
            left += [(one, own) for one in members if one not in gone and value in site.model.sets]
    return left


def _number(site: Site, entity: Any, items: Items) -> float:
    """How many parties there are, those included that no source names."""
    named = len(site.model.expand([value for value, own in items if not is_denied(own)]))
    unnamed = getattr(entity, "unnamed_parties", None)
    if isinstance(unnamed, int):
        return named + unnamed
    return named + LEAST if unnamed is not None else named

"""A route for matters is closed."""

from __future__ import annotations

from typing import ClassVar

from remit.model.changes.fields import items_of, put_items
from remit.model.changes.kind import ChangeKind, Key, ids_in, join
from remit.model.changes.kinds.open import Open
from remit.model.changes.routes import CARRIERS, check_routes, relation_of
from remit.model.changes.site import FAILED, Site, label_of
from remit.model.facts import State
from remit.model.files.nodes import Node
from remit.model.files.reading import Reading
from remit.model.kind import Entity
from remit.model.text import Text


class Close(ChangeKind):
    """A route that is there no more."""

    name: ClassVar[str] = "close"
    label: ClassVar[Text] = Text("stäng en väg från", "close a route from")
    description: ClassVar[Text] = Text(
        "Stänger en väg för ärenden: alla vägar av det slaget dit tas bort.",
        "Closes a route for matters: all routes of that sort to there are taken away.",
    )
    keys: ClassVar[tuple[Key, ...]] = Open.keys
    reasons: ClassVar[tuple[str, ...]] = ("no_such_route", "told_in_several_ways", "no_relation")

    def check(self, given: Node, path: str, reading: Reading) -> None:
        """From where, and along which relations to whom."""
        super().check(given, path, reading)
        check_routes(given, path, reading)
        for name, node in relation_of(given).items():
            ids_in(node, join(path, name), reading)

    def apply(self, site: Site, given: Node, path: str) -> None:
        """Take the routes away."""
        entity = site.entity(given.value["from"], join(path, "from"), CARRIERS)
        if entity is not FAILED:
            entity = site.draft.edit(entity.id)
            for name, node in relation_of(given).items():
                for to, at, step in ids_in(node, join(path, name), site.reading):
                    self._close(site, entity, name, to, at, step)

    def _close(self, site: Site, entity: Entity, name: str, to: str, at: Node, step: str) -> None:
        who = label_of(site.model, entity.id)
        told = entity.said.get(name, ())
        if len(told) > 1:
            site.no(at, step, "told_in_several_ways", found=name, who=who)
            return
        items = items_of(entity, name)
        left = [one for one in items if one[0].to != to]
        rows = site.drop_rows(entity.id, name, lambda row: row.to == to and row.said.state is State.VALUE)
        if len(left) == len(items):
            if rows:  # it was told in the table of facts alone
                return
            site.no(at, step, "no_such_route", found=label_of(site.model, to), who=who, relation=name)
        elif left:
            put_items(entity, name, left, told[0])
        else:
            site.silence(entity, name)

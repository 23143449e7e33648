"""A route for matters is opened."""

from __future__ import annotations

from typing import ClassVar

from remit.model.changes.kind import ChangeKind, Key, join
from remit.model.changes.routes import CARRIERS, check_routes, relation_of
from remit.model.changes.site import FAILED, Site, label_of
from remit.model.files.nodes import Node
from remit.model.files.reading import Reading
from remit.model.kinds import registry
from remit.model.text import Text
from remit.model.whole import RELATIONS


class Open(ChangeKind):
    """A route that was not there."""

    name: ClassVar[str] = "open"
    spread: ClassVar[str] = "from"
    label: ClassVar[Text] = Text("öppna en väg från", "open a route from")
    description: ClassVar[Text] = Text(
        "Öppnar en väg för ärenden, från en grupp, enhet eller befattning till en annan. Den skrivs som i en "
        "modellfil; vägar som redan finns är kvar.",
        "Opens a route for matters, from a group, unit or function to another. It is written as in a model file; "
        "routes that there are stay.",
    )
    keys: ClassVar[tuple[Key, ...]] = (
        Key("from", Text("varifrån", "from where"), required=True),
        *(Key(name, registry()["group"].model_fields[name].json_schema_extra["info"].text) for name in RELATIONS),  # type: ignore[index,union-attr]
    )
    reasons: ClassVar[tuple[str, ...]] = ("has_already", "word_where_items", "told_in_several_ways", "no_relation")

    def check(self, given: Node, path: str, reading: Reading) -> None:
        """From where, and along which relations."""
        super().check(given, path, reading)
        check_routes(given, path, reading)

    def apply(self, site: Site, given: Node, path: str) -> None:
        """Add the routes to those that there are."""
        entity = site.entity(given.value["from"], join(path, "from"), CARRIERS)
        if entity is FAILED:
            return
        entity = site.draft.edit(entity.id)
        for name, node in relation_of(given).items():
            step = join(path, name)
            new, said = site.items(entity, name, node, step)
            if new and not site.add_items(entity, name, new, said, node, step) and not site.failed:
                ends = ", ".join(str(item.to) for item, _ in new)
                site.no(node, step, "has_already", who=label_of(site.model, entity.id), found=ends)

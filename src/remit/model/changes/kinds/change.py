"""A remit or mandate becomes another."""

from __future__ import annotations

from typing import ClassVar

from remit.model.changes.holding import FAILED, FIELD_OF, check_holding, has_none, holder_of, told_of
from remit.model.changes.kind import ChangeKind, Key, join
from remit.model.changes.site import Site, label_of
from remit.model.files.nodes import Node
from remit.model.files.reading import WORD_KEYS, Reading
from remit.model.text import Text


class ChangeRemit(ChangeKind):
    """Other powers, topics, purpose, document, …"""

    name: ClassVar[str] = "change"
    label: ClassVar[Text] = Text("ändra uppdraget eller mandatet för", "change the remit or mandate of")
    description: ClassVar[Text] = Text(
        "Ändrar ett uppdrag eller mandat: de fält som anges ersätts, de andra är kvar. För en enhet eller befattning "
        "anges mandatets beteckning.",
        "Changes a remit or mandate: the fields told are replaced, the others stay. Of a unit or function the id of "
        "the mandate is named.",
    )
    keys: ClassVar[tuple[Key, ...]] = (
        Key("of", Text("gruppen, platsen, organet eller mandatet", "the group, seat, body or mandate"), required=True),
        Key("remit", Text("uppdraget (för en grupp)", "the remit (of a group)")),
        Key("mandate", Text("mandatet (för andra)", "the mandate (of others)")),
    )
    reasons: ClassVar[tuple[str, ...]] = ("remit_or_mandate", "has_a_remit", "has_a_mandate", "has_none")

    def check(self, given: Node, path: str, reading: Reading) -> None:
        """One holder, one remit or mandate."""
        super().check(given, path, reading)
        check_holding(given, "of", path, reading)

    def apply(self, site: Site, given: Node, path: str) -> None:
        """Replace the fields that are told."""
        kinds = ("group", "seat", "joint_body", "mandate")
        holder = holder_of(site, given.value["of"], join(path, "of"), kinds)
        if holder is FAILED:
            return
        kind = holder.kind_meta.name
        told = told_of(site, given, kind, path)
        if told is FAILED:
            return
        node, step = told
        start = "" if kind == "mandate" else f"{FIELD_OF[kind]}."
        if start and has_none(site, holder, start[:-1]):
            site.no(given.value["of"], join(path, "of"), "has_none", who=label_of(site.model, holder.id))
            return
        words = site.reading.words(node, step, site.words)
        entity = site.draft.edit(holder.id)
        for name, one in node.value.items():
            if name not in (*WORD_KEYS, "note"):
                site.field(entity, start + name, one, join(step, name), words)

"""Fields of something get other values: meetings, chair, convener, coordinator, introduction, indicators, any field."""

from __future__ import annotations

from typing import ClassVar

from remit.model.changes.kind import ChangeKind, Key, ids_in, join
from remit.model.changes.known_fields import check_fields
from remit.model.changes.site import FAILED, WORD_KEYS, Site
from remit.model.files.nodes import Node
from remit.model.files.reading import Reading
from remit.model.text import Text


class Set(ChangeKind):
    """Fields, each with a new value or one of the four words; what was said of them before goes."""

    name: ClassVar[str] = "set"
    label: ClassVar[Text] = Text("bestäm", "set")
    description: ClassVar[Text] = Text(
        "Bestämmer fält hos något: möten, ordförande, sammankallande, koordinator, introduktion, indikatorer eller "
        "vilket fält som helst. Fälten skrivs som i en modellfil, delfält med punkt (chair.term_years). En mängd står "
        "för sina medlemmar.",
        "Sets fields of something: meetings, chair, convener, coordinator, introduction, indicators or any other "
        "field. They are written as in a model file, fields of a part with a dot (chair.term_years). A set stands for "
        "its members.",
    )
    keys: ClassVar[tuple[Key, ...]] = (
        Key("of", Text("vad fälten gäller, ett eller flera", "whose fields, of one or several"), required=True),
    )
    reasons: ClassVar[tuple[str, ...]] = ("unknown_field", "told_in_several_ways", "end_before_beginning")

    def also(self, name: str) -> bool:  # noqa: ARG002 - which fields are right is told when the kind is known
        """Any field of a kind may stand here; which are right is told when they are looked up."""
        return True

    def check(self, given: Node, path: str, reading: Reading) -> None:
        """Whose fields, and whether there are such fields at all."""
        super().check(given, path, reading)
        if given.kind == "map":
            if "of" in given.value:
                ids_in(given.value["of"], join(path, "of"), reading)
            check_fields({name: key for name, key in given.keys.items() if name != "of"}, given, path, reading)

    def apply(self, site: Site, given: Node, path: str) -> None:
        """Read the fields into each of the entities; a set stands for its members, and what was said of it goes too."""
        fields = {name: node for name, node in given.value.items() if name not in ("of", *WORD_KEYS)}
        words = site.reading.words(given, path, site.words)
        for name, node, at in ids_in(given.value["of"], join(path, "of"), site.reading):
            if name in site.model.sets:
                for member in site.model.members_of(name):
                    site.fields(site.draft.edit(member), fields, path, words)
                for field in fields:
                    site.drop_rows(name, field)
            elif site.entity_called(name, node, at) is not FAILED:
                site.fields(site.draft.edit(name), fields, path, words)

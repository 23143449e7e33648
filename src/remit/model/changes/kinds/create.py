"""Something new: sections exactly as in a model file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from remit.model.changes.kind import ChangeKind
from remit.model.changes.sections import SECTIONS_AND_TABLES, check_sections, named_in
from remit.model.changes.site import Site
from remit.model.files.nodes import Node
from remit.model.files.reading import Reading
from remit.model.text import Text


class Create(ChangeKind):
    """Entities, sets and facts that were not there."""

    name: ClassVar[str] = "create"
    label: ClassVar[Text] = Text("inrätta", "create")
    description: ClassVar[Text] = Text(
        "Inrättar något nytt. Det skrivs i avdelningar precis som i en modellfil, också med for_each och one_per.",
        "Makes something new. It is written in sections exactly as in a model file, for_each and one_per included.",
    )

    def check(self, given: Node, path: str, reading: Reading) -> None:
        """The sections, read without a model."""
        check_sections(given, path, reading, SECTIONS_AND_TABLES)

    def makes(self, given: Node) -> Iterable[str]:
        """What the sections name."""
        return named_in(given)

    def apply(self, site: Site, given: Node, path: str) -> None:
        """Read the sections into the model."""
        site.section({name: (given.keys[name], node) for name, node in given.value.items()}, path)

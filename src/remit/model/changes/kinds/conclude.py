"""An agreement is concluded, with its groups inside it where it has any."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from remit.model.changes.kind import ChangeKind
from remit.model.changes.sections import check_sections, named_in
from remit.model.changes.site import Site
from remit.model.files.nodes import Node
from remit.model.files.reading import Reading
from remit.model.text import Text


class Conclude(ChangeKind):
    """Agreements that were not there."""

    name: ClassVar[str] = "conclude"
    label: ClassVar[Text] = Text("sluta", "conclude")
    description: ClassVar[Text] = Text(
        "Sluter en överenskommelse. Den skrivs som i en modellfil, med sina grupper i sig om den har några.",
        "Concludes an agreement. It is written as in a model file, with its groups inside it where it has any.",
    )
    reasons: ClassVar[tuple[str, ...]] = ("duplicate_id",)

    def check(self, given: Node, path: str, reading: Reading) -> None:
        """The section of agreements, read without a model."""
        check_sections(given, path, reading, ("agreements",))

    def makes(self, given: Node) -> Iterable[str]:
        """The agreements and their groups."""
        return named_in(given)

    def apply(self, site: Site, given: Node, path: str) -> None:
        """Read them into the model."""
        site.section({name: (given.keys[name], node) for name, node in given.value.items()}, path)

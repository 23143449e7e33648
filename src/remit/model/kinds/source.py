"""A document, law or register that facts come from."""

from __future__ import annotations

from typing import ClassVar, Literal

from remit.model.kind import Entity, KindMeta, Words, plain
from remit.model.text import Text


class Source(Entity):
    """A document, law or register that facts come from."""

    kind_meta: ClassVar[KindMeta] = KindMeta(
        name="source",
        section="sources",
        label=Text("källa", "source"),
        plural=Text("källor", "sources"),
        description=Text(
            "Ett dokument, en lag eller ett register som fakta kommer från.",
            "A document, law or register that facts come from.",
        ),
    )

    title: Words | None = plain("its title", "dess titel")
    year: int | None = plain("the year", "året")
    author: str | None = plain("who made it", "vem som gjort den")
    kind: Literal["document", "law", "register", "interviews", "scenario"] = plain(
        "what sort of source", "slag av källa", default="document"
    )
    file: str | None = plain("where it is kept", "var den finns")
    licence: str | None = plain("its licence", "dess licens")

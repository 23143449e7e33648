"""A level, ordered from the citizen outwards."""

from __future__ import annotations

from typing import ClassVar

from remit.model.kind import Entity, KindMeta, fact
from remit.model.text import Text


class Level(Entity):
    """A level, ordered from the citizen outwards; each model names its own."""

    kind_meta: ClassVar[KindMeta] = KindMeta(
        name="level",
        section="levels",
        label=Text("nivå", "level"),
        plural=Text("nivåer", "levels"),
        description=Text("En nivå, räknad från invånaren och utåt.", "A level, counted from the citizen outwards."),
    )

    rank: int | None = fact(
        "the place in the order (given by the order in the file where left out)",
        "platsen i ordningen (ges av ordningen i filen om utelämnad)",
    )
    reading: str | None = fact(
        "the reading it belongs to, where a source can be read in two ways",
        "läsningen den hör till, där en källa kan läsas på två sätt",
    )

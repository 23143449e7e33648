"""A named set of principals, such as a subregion."""

from __future__ import annotations

from typing import Annotated, ClassVar

from remit.model.kind import AsList, Entity, KindMeta, RefTo, fact
from remit.model.text import Text


class Territory(Entity):
    """A named set of principals, such as a subregion."""

    kind_meta: ClassVar[KindMeta] = KindMeta(
        name="territory",
        section="territories",
        label=Text("område", "territory"),
        plural=Text("områden", "territories"),
        description=Text(
            "Ett namngivet område av huvudmän, såsom en delregion.",
            "A named set of principals, such as a subregion.",
        ),
    )

    principals: Annotated[list[str], AsList, RefTo(("principal",))] | None = fact(
        "the principals in it", "huvudmännen i det", listing=True
    )
    level: Annotated[str, RefTo(("level",))] | None = fact("the level it makes up", "nivån det utgör")
    part_of: Annotated[str, RefTo(("territory",))] | None = fact(
        "the territory it is part of", "området det är en del av", listing=True
    )

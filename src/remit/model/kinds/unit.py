"""A unit in the line of a principal."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from remit.model.kind import AsList, Count, Date, Entity, KindMeta, RefTo, YesNo, fact
from remit.model.kinds._shared import Populations, Topics
from remit.model.kinds.mandate import Mandate
from remit.model.kinds.route import Routes
from remit.model.text import Text


class Unit(Entity, Routes):
    """A unit of a principal or provider: assembly, board, administration, department, operation, front line."""

    kind_meta: ClassVar[KindMeta] = KindMeta(
        name="unit",
        section="units",
        label=Text("enhet", "unit"),
        plural=Text("enheter", "units"),
        description=Text(
            "En enhet i en huvudmans linje, från fullmäktige till verksamheten närmast invånaren.",
            "A unit in the line of a principal, from the assembly to the front line.",
        ),
        parts=(("mandates", "mandate"),),
    )

    principal: Annotated[list[str], RefTo(("principal",))] | None = fact(
        "the principal it belongs to (several where it stands for alike units of each)",
        "huvudmannen den hör till (flera när den står för likadana enheter hos var och en)",
    )
    provider: Annotated[str, RefTo(("provider",))] | None = fact("the provider it belongs to", "utföraren den hör till")
    parent: Annotated[str, RefTo(("unit",))] | None = fact("the unit above", "enheten ovanför", listing=True)
    level: Annotated[str, RefTo(("level",))] | None = fact("its level", "dess nivå")
    kind: Literal["assembly", "board", "administration", "department", "operation", "front_line"] | None = fact(
        "what sort of unit; an assembly or board is political",
        "slag av enhet; fullmäktige och nämnd är politiska",
    )
    topics: Topics | None = fact("the topics it works with", "frågorna den arbetar med")
    serves: Populations | None = fact("whom it serves", "vilka den är till för")
    binds: Annotated[list[str], AsList, RefTo(("principal", "provider"))] | None = fact(
        "for whom it can conclude agreements", "för vilka den kan sluta avtal"
    )
    mandates: list[Mandate] | None = fact("what it may decide", "vad den får besluta", listing=True)
    count: Count | None = fact("how many it stands for (many: not told)", "hur många den står för (many: ej angivet)")
    status: Literal["in_force", "under_development", "ended"] = fact("its status", "dess status", default="in_force")
    publishes_decisions: YesNo | None = fact("whether its decisions are published", "om besluten publiceras")
    since: Date | None = fact("from which day", "från vilken dag")
    until: Date | None = fact("to which day", "till vilken dag")

"""Somebody who supports the collaboration."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from remit.model.kind import AsList, Count, Date, Entity, KindMeta, RefTo, Words, YesNo, fact
from remit.model.kinds._shared import AnsweredFor
from remit.model.text import Text


class Coordinator(Entity):
    """Somebody who supports the collaboration, for some principals and levels."""

    kind_meta: ClassVar[KindMeta] = KindMeta(
        name="coordinator",
        section="coordinators",
        label=Text("koordinator", "coordinator"),
        plural=Text("koordinatorer", "coordinators"),
        description=Text(
            "Någon som stöder samverkan, för vissa huvudmän och nivåer.",
            "Somebody who supports the collaboration, for some principals and levels.",
        ),
    )

    covers: Annotated[list[str], AsList, RefTo(("principal", "territory"))] | None = fact(
        "which principals it covers", "vilka huvudmän den omfattar"
    )
    levels: Annotated[list[str], AsList, RefTo(("level",))] | None = fact(
        "which levels it covers", "vilka nivåer den omfattar"
    )
    groups: Annotated[list[str], AsList, RefTo(("group",))] | None = fact(
        "which groups it supports", "vilka grupper den stöder"
    )
    employed_by: Annotated[list[str], AsList, RefTo(("principal", "unit", "provider"))] | None = fact(
        "who employs it", "vem som är arbetsgivare"
    )
    unit: Annotated[str, RefTo(("unit",))] | None = fact("where it is placed", "var den är placerad")
    allocation: float | None = fact("working time in per cent", "tjänstgöringsgrad i procent")
    part_time: YesNo | None = fact("whether it is a part-time task", "om det är ett deltidsuppdrag")
    financed_by: Annotated[list[str], AsList, RefTo(("principal", "source"))] | None = fact(
        "who pays", "vem som betalar", listing=True
    )
    overview: YesNo | None = fact("whether it has the whole in view", "om den har hel överblick")
    assignment: Words | None = fact("its described assignment", "dess uppdragsbeskrivning", listing=True)
    answers_for: AnsweredFor | None = fact("what it answers for", "vad den svarar för", listing=True)
    power_over: AnsweredFor | None = fact(
        "over what or whom it has power", "över vad eller vilka den har befogenhet", listing=True
    )
    since: Date | None = fact("from which day", "från vilken dag")
    until: Date | None = fact("the last day", "sista dagen")
    count: Count | None = fact("how many it stands for (many: not told)", "hur många den står för (many: ej angivet)")
    status: Literal["in_force", "under_development", "ended"] = fact("its status", "dess status", default="in_force")

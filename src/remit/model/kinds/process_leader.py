"""Somebody who leads a process or development area (processledare)."""

from __future__ import annotations

from typing import Annotated, ClassVar

from remit.model.kind import AsList, Date, Entity, KindMeta, RefTo, Words, fact
from remit.model.text import Text


class ProcessLeader(Entity):
    """Somebody who leads a process or development area, with an allocation."""

    kind_meta: ClassVar[KindMeta] = KindMeta(
        name="process_leader",
        section="process_leaders",
        label=Text("processledare", "process leader"),
        plural=Text("processledare", "process leaders"),
        description=Text(
            "Någon som leder en process eller ett utvecklingsområde.",
            "Somebody who leads a process or development area.",
        ),
    )

    area: Words | None = fact("the area led", "området som leds")
    topics: Annotated[list[str], AsList, RefTo(("topic",))] | None = fact("about which topics", "i vilka frågor")
    territory: Annotated[list[str], AsList, RefTo(("principal", "territory"))] | None = fact("for whom", "för vilka")
    groups: Annotated[list[str], AsList, RefTo(("group",))] | None = fact("for which groups", "för vilka grupper")
    allocation: float | None = fact("working time in per cent", "tjänstgöringsgrad i procent")
    employed_by: Annotated[list[str], AsList, RefTo(("principal", "unit", "provider"))] | None = fact(
        "who employs", "vem som är arbetsgivare"
    )
    financed_by: Annotated[list[str], AsList, RefTo(("principal", "source"))] | None = fact(
        "who pays", "vem som betalar", listing=True
    )
    assignment: Words | None = fact("the described assignment", "uppdragsbeskrivningen", listing=True)
    persons: int | None = fact("how many persons", "antal personer")
    until: Date | None = fact("the last day", "sista dagen")

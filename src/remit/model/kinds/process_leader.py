"""Somebody who leads a process or development area (processledare)."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from remit.model.kind import AsList, Count, Date, Entity, KindMeta, RefTo, Words, fact
from remit.model.kinds._shared import AnsweredFor
from remit.model.kinds.allocation import Allocation
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
        parts=(("allocations", "allocation"),),
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
    answers_for: AnsweredFor | None = fact("what it answers for", "vad den svarar för", listing=True)
    power_over: AnsweredFor | None = fact(
        "over what or whom it has power", "över vad eller vilka den har befogenhet", listing=True
    )
    unit: Annotated[str, RefTo(("unit",))] | None = fact("where it is placed", "var den är placerad")
    allocations: list[Allocation] | None = fact("how the working time is divided", "hur arbetstiden är fördelad")
    led_by: Annotated[list[str], AsList, RefTo(("group", "function", "unit"))] | None = fact(
        "who leads its work", "vem som leder arbetet", listing=True
    )
    levels: Annotated[list[str], AsList, RefTo(("level",))] | None = fact(
        "between and at which levels it works", "på och mellan vilka nivåer den arbetar"
    )
    assignment: Words | None = fact("the described assignment", "uppdragsbeskrivningen", listing=True)
    persons: int | None = fact("how many persons", "antal personer")
    count: Count | None = fact("how many it stands for (many: not told)", "hur många den står för (many: ej angivet)")
    status: Literal["in_force", "under_development", "ended"] = fact("its status", "dess status", default="in_force")
    since: Date | None = fact("from which day", "från vilken dag")
    until: Date | None = fact("the last day", "sista dagen")

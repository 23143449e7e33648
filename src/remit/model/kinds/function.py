"""A post in a unit (funktion, befattning)."""

from __future__ import annotations

from typing import Annotated, ClassVar

from remit.model.kind import AsList, Count, Date, Entity, KindMeta, RefTo, Words, YesNo, fact
from remit.model.kinds._shared import AnsweredFor, Populations, Topics
from remit.model.kinds.mandate import Mandate
from remit.model.kinds.route import Routes
from remit.model.text import Text


class Function(Entity, Routes):
    """A post in a unit; it may manage the unit, report to others, and have an assignment."""

    kind_meta: ClassVar[KindMeta] = KindMeta(
        name="function",
        section="functions",
        label=Text("funktion", "function"),
        plural=Text("funktioner", "functions"),
        description=Text("En befattning i en enhet.", "A post in a unit."),
        parts=(("mandates", "mandate"),),
    )

    unit: Annotated[str, RefTo(("unit",))] | None = fact("the unit it stands in", "enheten den finns i")
    principal: Annotated[list[str], AsList, RefTo(("principal",))] | None = fact(
        "the principal, where no unit is told", "huvudmannen, där ingen enhet anges"
    )
    level: Annotated[str, RefTo(("level",))] | None = fact("its level", "dess nivå")
    manages: Annotated[list[str], AsList, RefTo(("unit",))] | None = fact(
        "the units it manages", "enheterna den leder", listing=True
    )
    reports_to: Annotated[list[str], AsList, RefTo(("function", "unit"))] | None = fact(
        "to whom it reports", "vem den rapporterar till", listing=True
    )
    primary: Annotated[str, RefTo(("function", "unit"))] | None = fact(
        "which of them is its main superior", "vilken av dem som är närmast överordnad"
    )
    assignment: Words | None = fact("its described assignment", "dess uppdragsbeskrivning", listing=True)
    leads: YesNo | None = fact("whether it is to lead or coordinate", "om den ska leda eller samordna")
    horizontal_duty: YesNo | None = fact(
        "whether collaboration is a duty in its assignment",
        "om samverkan är en skyldighet i uppdraget",
        listing=True,
    )
    incentives: Words | None = fact(
        "what in the assignment encourages collaboration", "vad i uppdraget som uppmuntrar till samverkan"
    )
    answers_for: AnsweredFor | None = fact("what it answers for", "vad den svarar för", listing=True)
    power_over: AnsweredFor | None = fact(
        "over what or whom it has power", "över vad eller vilka den har befogenhet", listing=True
    )
    serves: Populations | None = fact("whom it serves", "vilka den är till för")
    topics: Topics | None = fact("the topics it works with", "frågorna den arbetar med")
    binds: Annotated[list[str], AsList, RefTo(("principal", "provider"))] | None = fact(
        "for whom it can conclude agreements", "för vilka den kan sluta avtal"
    )
    mandates: list[Mandate] | None = fact("what it may do", "vad den får göra", listing=True)
    count: Count | None = fact("how many it stands for (many: not told)", "hur många den står för (many: ej angivet)")
    hourly_cost: float | None = fact("what an hour of its time costs", "vad en timme av dess tid kostar")
    vacant: YesNo | None = fact("whether nobody holds it", "om den är vakant")
    since: Date | None = fact("from which day", "från vilken dag")
    until: Date | None = fact("to which day", "till vilken dag")

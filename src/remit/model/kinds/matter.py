"""Something raised, on a topic, with an owner (ärende)."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from remit.model.kind import Date, Entity, KindMeta, RefTo, Words, fact
from remit.model.text import Text


class Matter(Entity):
    """Something raised, on a topic, with an owner."""

    kind_meta: ClassVar[KindMeta] = KindMeta(
        name="matter",
        section="matters",
        label=Text("ärende", "matter"),
        plural=Text("ärenden", "matters"),
        description=Text("Något som väckts, i en fråga, med en ägare.", "Something raised, on a topic, with an owner."),
    )

    topic: Annotated[str, RefTo(("topic",))] | None = fact("what it is about", "vad det gäller")
    raised_by: Annotated[str, RefTo(("unit", "function", "group", "principal"))] | None = fact(
        "who raised it", "vem som väckte det"
    )
    raised: Date | None = fact("when", "när")
    owner: Annotated[str, RefTo(("function", "unit", "principal"))] | None = fact(
        "who owns it", "vem som äger det", listing=True
    )
    group: Annotated[str, RefTo(("group",))] | None = fact("the group where it is", "gruppen där det finns")
    status: Literal["open", "closed", "dropped"] | None = fact("its status", "dess status")
    text: Words | None = fact("what it says", "vad det säger")

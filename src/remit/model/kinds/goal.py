"""What is to be reached."""

from __future__ import annotations

from typing import Annotated, ClassVar

from remit.model.kind import AsList, Date, Entity, KindMeta, RefTo, Words, fact
from remit.model.text import Text


class Goal(Entity):
    """What is to be reached."""

    kind_meta: ClassVar[KindMeta] = KindMeta(
        name="goal",
        section="goals",
        label=Text("mål", "goal"),
        plural=Text("mål", "goals"),
        description=Text("Vad som ska uppnås.", "What is to be reached."),
    )

    text: Words | None = fact("what it says", "vad det säger")
    owner: Annotated[list[str], AsList, RefTo(("group", "function", "unit", "principal"))] | None = fact(
        "who answers for it", "vem som ansvarar", listing=True
    )
    topics: Annotated[list[str], AsList, RefTo(("topic",))] | None = fact("about which topics", "i vilka frågor")
    by: Date | None = fact("by when", "när det senast ska vara nått")

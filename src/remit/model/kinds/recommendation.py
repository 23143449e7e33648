"""What a group recommended to principals."""

from __future__ import annotations

from typing import Annotated, ClassVar

from remit.model.kind import AsList, Date, Entity, KindMeta, RefTo, Words, YesNo, fact
from remit.model.kinds.decision import Decision
from remit.model.text import Text


class Recommendation(Entity):
    """What a group recommended; with each principal's decision it makes up the decision register."""

    kind_meta: ClassVar[KindMeta] = KindMeta(
        name="recommendation",
        section="recommendations",
        label=Text("rekommendation", "recommendation"),
        plural=Text("rekommendationer", "recommendations"),
        description=Text("Vad en grupp rekommenderade huvudmän.", "What a group recommended to principals."),
        parts=(("decisions", "decision"),),
    )

    group: Annotated[str, RefTo(("group",))] | None = fact("the group that recommended", "gruppen som rekommenderade")
    topic: Annotated[str, RefTo(("topic",))] | None = fact("what it is about", "vad den gäller")
    matter: Annotated[str, RefTo(("matter",))] | None = fact("the matter it answers", "ärendet den besvarar")
    to: Annotated[list[str], AsList, RefTo(("principal",))] | None = fact("to whom", "till vilka")
    date: Date | None = fact("when", "när")
    due: Date | None = fact("by when each is to decide", "när var och en senast ska besluta")
    text: Words | None = fact("what it says", "vad den säger")
    decisions: list[Decision] | None = fact("what each decided", "vad var och en beslutade", listing=True)
    unanimous: YesNo | None = fact("whether every principal must approve", "om alla huvudmän måste bifalla")
    way_on: Words | None = fact(
        "what happens after one rejection (none where a source says that nothing does)",
        "vad som händer efter ett avslag (none om en källa säger att inget gör det)",
    )

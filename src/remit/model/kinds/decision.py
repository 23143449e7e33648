"""What one principal decided on a recommendation."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from remit.model.kind import Date, Entity, KindMeta, RefTo, YesNo, fact
from remit.model.text import Text


def _key(data: dict[str, object]) -> str:
    return str(data.get("principal", data.get("body", "decision")))


class Decision(Entity):
    """What a principal decided, where and when, and whether it was reported back."""

    kind_meta: ClassVar[KindMeta] = KindMeta(
        name="decision",
        section="decisions",
        label=Text("beslut", "decision"),
        plural=Text("beslut", "decisions"),
        description=Text(
            "Vad en huvudman beslutade om en rekommendation.",
            "What one principal decided on a recommendation.",
        ),
        part_key=_key,
    )

    principal: Annotated[str, RefTo(("principal", "joint_body"))] | None = fact("who decided", "vem som beslutade")
    body: Annotated[str, RefTo(("unit", "function", "joint_body"))] | None = fact("the body", "organet")
    outcome: Literal["pending", "approved", "rejected", "lapsed", "carried_out"] | None = fact(
        "the outcome", "utfallet"
    )
    decided: Date | None = fact("when", "när")
    due: Date | None = fact("by when it is to be decided", "när det senast ska vara beslutat")
    carry_out_by: Date | None = fact("by when it is to be carried out", "när det senast ska vara genomfört")
    paragraph: str | None = fact("the paragraph of the minutes", "protokollets paragraf")
    registry_number: str | None = fact("the registry number", "diarienumret")
    same_words: YesNo | None = fact(
        "whether it is one of several in the same words", "om det är ett av flera likalydande beslut"
    )
    reported_back: YesNo | None = fact("whether it was reported back", "om det återrapporterats", listing=True)

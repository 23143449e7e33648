"""An agreement between principals."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from remit.model.kind import AsList, Count, Date, Entity, KindMeta, RefTo, Words, YesNo, fact
from remit.model.kinds._shared import FollowUpFields, Populations, Topics
from remit.model.text import Text


class Agreement(Entity):
    """An agreement between principals."""

    kind_meta: ClassVar[KindMeta] = KindMeta(
        name="agreement",
        section="agreements",
        label=Text("överenskommelse", "agreement"),
        plural=Text("överenskommelser", "agreements"),
        description=Text("En överenskommelse eller ett avtal mellan huvudmän.", "An agreement between principals."),
    )

    parties: Annotated[list[str], AsList, RefTo(("principal", "provider"))] | None = fact(
        "who has concluded it", "vilka som slutit den", listing=True
    )
    unnamed_parties: Count | None = fact(
        "further parties that no source names", "ytterligare parter som ingen källa namnger"
    )
    possible_parties: Annotated[list[str], AsList, RefTo(("principal", "provider"))] | None = fact(
        "among whom the unnamed parties are", "bland vilka de onämnda parterna finns"
    )
    concluded_by: Annotated[list[str], AsList, RefTo(("unit", "function", "principal", "provider"))] | None = fact(
        "who has concluded it on the parties' behalf",
        "vem som slutit den för parternas räkning",
        listing=True,
    )
    level: Annotated[str, RefTo(("level",))] | None = fact("its level", "dess nivå")
    scope: Literal["comprehensive", "partial"] | None = fact(
        "whether it covers the whole or parts", "om den omfattar helheten eller delar"
    )
    topics: Topics | None = fact("what it is about", "vad den gäller")
    populations: Populations | None = fact("whom it is for", "vilka målgrupper den gäller")
    required_by: Annotated[str, RefTo(("source",))] | None = fact(
        "the law that requires it", "lagen som kräver den", listing=True
    )
    required_for: Annotated[list[str], AsList, RefTo(("principal",))] | None = fact(
        "the principals that must be party to it or one like it",
        "huvudmännen som måste ha den eller en likadan",
        listing=True,
    )
    valid_from: Date | None = fact("the first day", "första dagen")
    valid_to: Date | None = fact("the last day", "sista dagen")
    registry_number: str | None = fact("the registry number", "diarienumret")
    follow_up: FollowUpFields | None = fact("how it is followed up", "hur den följs upp", listing=True)
    indicators: Annotated[list[str], AsList, RefTo(("indicator",))] | None = fact(
        "the indicators it is followed up by", "indikatorerna den följs upp med", listing=True
    )
    starts_from_needs: Words | None = fact(
        "how it starts from the citizen's needs and movements between services",
        "hur den utgår från invånarens behov och rörelser mellan verksamheter",
    )
    who: Words | None = fact("who is to do it", "vem som ska göra det", listing=True)
    what: Words | None = fact("what is to be done", "vad som ska göras", listing=True)
    when: Words | None = fact("when it is to be done", "när det ska göras", listing=True)
    how: Words | None = fact("how it is to be done", "hur det ska göras", listing=True)
    goal: Annotated[list[str], AsList, RefTo(("goal",))] | None = fact(
        "the goals it serves", "målen den tjänar", listing=True
    )
    economy: Words | None = fact(
        "how responsibility for the economy is shared", "hur ansvaret för ekonomin delas", listing=True
    )
    covers_providers: YesNo | None = fact("whether it includes private providers", "om den omfattar privata utförare")
    count: Count | None = fact("how many it stands for (many: not told)", "hur många den står för (many: ej angivet)")
    status: Literal["in_force", "under_development", "ended"] = fact("its status", "dess status", default="in_force")

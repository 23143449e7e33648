"""A private or own provider under the principal that commissions it."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from remit.model.kind import Count, Entity, KindMeta, RefTo, fact
from remit.model.kinds._shared import Populations, Topics
from remit.model.text import Text


class Provider(Entity):
    """A provider of care or schooling, commissioned by a principal."""

    kind_meta: ClassVar[KindMeta] = KindMeta(
        name="provider",
        section="providers",
        label=Text("utförare", "provider"),
        plural=Text("utförare", "providers"),
        description=Text(
            "Den som utför verksamhet på uppdrag av en huvudman.",
            "Somebody that carries out services commissioned by a principal.",
        ),
    )

    principal: Annotated[str, RefTo(("principal",))] | None = fact("who commissions it", "vem som ger den uppdraget")
    ownership: Literal["private", "public", "non_profit"] | None = fact("who owns it", "vem som äger den")
    topics: Topics | None = fact("the topics it works with", "frågorna den arbetar med")
    serves: Populations | None = fact("whom it serves", "vilka den är till för")
    count: Count | None = fact("how many it stands for (many: not told)", "hur många den står för (many: ej angivet)")
    participation: Literal["full", "less"] | None = fact(
        "how fully it takes part in the collaboration", "i vilken omfattning den deltar i samverkan"
    )

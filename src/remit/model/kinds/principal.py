"""An organisation that answers to nobody else in the model (huvudman)."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from remit.model.kind import Count, Entity, KindMeta, RefTo, Words, YesNo, fact
from remit.model.kinds._shared import Topics
from remit.model.text import Text


class Principal(Entity):
    """An organisation that answers to nobody else in the model."""

    kind_meta: ClassVar[KindMeta] = KindMeta(
        name="principal",
        section="principals",
        label=Text("huvudman", "principal"),
        plural=Text("huvudmän", "principals"),
        description=Text(
            "En organisation som inte svarar inför någon annan i modellen.",
            "An organisation that answers to nobody else in the model.",
        ),
    )

    role: Literal["care", "state_agency", "association", "federation", "school", "funder", "other"] = fact(
        "in what capacity it takes part; 'all principals' means those with role care",
        "i vilken egenskap den deltar; ”alla huvudmän” är de med rollen care",
        default="care",
    )
    kind: Literal["region", "municipality", "state", "association", "company", "school", "other"] | None = fact(
        "what sort of organisation it is", "vilket slags organisation det är"
    )
    code: str | None = fact("the official code (kommun- or länskod)", "den officiella koden (kommun- eller länskod)")
    inhabitants: int | None = fact("the number of inhabitants", "antal invånare")
    members: Annotated[list[str], RefTo(("principal",))] | None = fact(
        "the members of an association", "medlemmarna i ett förbund", listing=True
    )
    topics: Topics | None = fact("the topics it works with", "frågorna den arbetar med")
    count: Count | None = fact("how many it stands for (many: not told)", "hur många den står för (many: ej angivet)")
    participation: Literal["full", "less"] | None = fact(
        "how fully it takes part in the collaboration", "i vilken omfattning den deltar i samverkan"
    )
    publishes_decisions: YesNo | None = fact("whether its decisions are published", "om besluten publiceras")
    collaboration_in_plan: YesNo | None = fact(
        "whether its plan of operations describes collaboration with others",
        "om dess verksamhetsplan beskriver samverkan med andra",
    )
    line: Words | None = fact(
        "what a source says of its line as a whole (none or unclear where it says so)",
        "vad en källa säger om linjen i dess helhet (none eller unclear om den säger så)",
    )
    hourly_cost: float | None = fact("what an hour of its people's time costs", "vad en timme av dess folks tid kostar")

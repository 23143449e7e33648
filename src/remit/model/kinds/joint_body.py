"""A body that decides for several principals because they transferred the decision to it."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from remit.model.kind import Date, Entity, KindMeta, RefTo, fact
from remit.model.kinds._shared import MandateFields, Principals
from remit.model.text import Text


class JointBody(Entity):
    """A joint board, an association of municipalities, or a task taken over by agreement."""

    kind_meta: ClassVar[KindMeta] = KindMeta(
        name="joint_body",
        section="joint_bodies",
        label=Text("gemensamt organ", "joint body"),
        plural=Text("gemensamma organ", "joint bodies"),
        description=Text(
            "Ett organ som kan besluta för flera huvudmän eftersom de har överlåtit beslutet till det.",
            "A body that can decide for several principals because they have transferred the decision to it.",
        ),
    )

    form: Literal["joint_board", "association_of_municipalities", "task_by_agreement"] | None = fact(
        "its legal form", "dess rättsliga form"
    )
    host: Annotated[str, RefTo(("principal",))] | None = fact("the principal that hosts it", "värdhuvudmannen")
    members: Principals | None = fact(
        "the principals that have transferred decisions to it",
        "huvudmännen som överlåtit beslut till det",
        listing=True,
    )
    mandate: MandateFields | None = fact("what has been transferred", "vad som överlåtits", listing=True)
    since: Date | None = fact("from which day", "från vilken dag")
    until: Date | None = fact("to which day", "till vilken dag")

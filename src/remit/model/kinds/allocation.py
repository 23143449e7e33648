"""A share of somebody's working time: one cell of an allocation table."""

from __future__ import annotations

from typing import Annotated, ClassVar

from remit.model.kind import AsList, Entity, KindMeta, RefTo, Words, YesNo, fact
from remit.model.text import Text


def _key(data: dict[str, object]) -> str:
    return str(data.get("territory") or data.get("group") or "allocation")


class Allocation(Entity):
    """How much of somebody's working time goes to one territory or group, and who pays for it."""

    kind_meta: ClassVar[KindMeta] = KindMeta(
        name="allocation",
        section="allocations",
        label=Text("tjänstgöringsandel", "allocation"),
        plural=Text("tjänstgöringsandelar", "allocations"),
        description=Text(
            "Hur stor del av någons arbetstid som går till ett område eller en grupp.",
            "How much of somebody's working time goes to one territory or group.",
        ),
        part_key=_key,
    )

    territory: Annotated[str, RefTo(("territory", "principal"))] | None = fact("the territory", "området")
    group: Annotated[str, RefTo(("group",))] | None = fact("the group", "gruppen")
    per_cent: float | None = fact("working time in per cent", "arbetstid i procent")
    financed: YesNo | None = fact(
        "whether the resources set aside together pay for it", "om de gemensamt avsatta resurserna betalar den"
    )
    financed_by: Annotated[list[str], AsList, RefTo(("principal", "source"))] | None = fact(
        "who pays", "vem som betalar", listing=True
    )
    text: Words | None = fact("what the table says", "vad tabellen säger")

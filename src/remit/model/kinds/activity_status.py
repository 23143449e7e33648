"""How far an activity has come at one level or in one territory."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from remit.model.kind import Entity, KindMeta, RefTo, Words, fact
from remit.model.text import Text


def _key(data: dict[str, object]) -> str:
    return str(data.get("level") or data.get("territory") or "status")


class ActivityStatus(Entity):
    """The status of an activity at a level or in a territory: one cell of a plan's table."""

    kind_meta: ClassVar[KindMeta] = KindMeta(
        name="activity_status",
        section="activity_statuses",
        label=Text("status för aktivitet", "activity status"),
        plural=Text("statusar för aktiviteter", "activity statuses"),
        description=Text(
            "Hur långt en aktivitet kommit på en nivå eller i ett område.",
            "How far an activity has come at one level or in one territory.",
        ),
        part_key=_key,
    )

    level: Annotated[str, RefTo(("level",))] | None = fact("the level", "nivån")
    territory: Annotated[str, RefTo(("territory", "principal"))] | None = fact("the territory", "området")
    status: Literal["not_started", "planned", "under_way", "done", "stopped", "not_meant"] | None = fact(
        "how far", "hur långt"
    )
    text: Words | None = fact("what the table says", "vad tabellen säger")

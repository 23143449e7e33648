"""A row of a plan: levels meant, status per level, precondition and its owner."""

from __future__ import annotations

from typing import Annotated, ClassVar

from remit.model.kind import AsList, Entity, KindMeta, RefTo, Words, YesNo, fact
from remit.model.kinds._shared import Topics
from remit.model.kinds.activity_status import ActivityStatus
from remit.model.text import Text


class Activity(Entity):
    """Something that a plan says is to be done."""

    kind_meta: ClassVar[KindMeta] = KindMeta(
        name="activity",
        section="activities",
        label=Text("aktivitet", "activity"),
        plural=Text("aktiviteter", "activities"),
        description=Text("Något som en plan säger ska göras.", "Something that a plan says is to be done."),
        parts=(("statuses", "activity_status"),),
    )

    goal: Annotated[list[str], AsList, RefTo(("goal",))] | None = fact("the goal it serves", "målet den tjänar")
    agreement: Annotated[str, RefTo(("agreement",))] | None = fact(
        "the agreement it comes from", "överenskommelsen den kommer ur"
    )
    topics: Topics | None = fact("about which topics", "i vilka frågor")
    levels: Annotated[list[str], AsList, RefTo(("level",))] | None = fact(
        "the levels it is meant for", "nivåerna den är avsedd för"
    )
    statuses: list[ActivityStatus] | None = fact("how far it has come at each", "hur långt den kommit på var och en")
    precondition: Words | None = fact("what it waits for", "vad den väntar på", listing=True)
    precondition_owner: Annotated[str, RefTo(("group", "function", "unit", "principal", "coordinator"))] | None = fact(
        "who owns that", "vem som äger det", listing=True
    )
    owner: (
        Annotated[list[str], AsList, RefTo(("group", "function", "unit", "principal", "coordinator", "process_leader"))]
        | None
    ) = fact("who answers for it", "vem som ansvarar", listing=True)
    central: YesNo | None = fact("whether it is meant only centrally", "om den bara är avsedd centralt")
    text: Words | None = fact("what the plan says", "vad planen säger")

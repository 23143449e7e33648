"""The collaboration system as a whole."""

from __future__ import annotations

from typing import Annotated, ClassVar

from remit.model.kind import AsList, Entity, KindMeta, RefTo, Words, YesNo, fact
from remit.model.kinds._shared import FollowUpFields
from remit.model.text import Text


class System(Entity):
    """The collaboration system as a whole; its id is ``system``."""

    kind_meta: ClassVar[KindMeta] = KindMeta(
        name="system",
        section="system",
        label=Text("samverkanssystemet", "the collaboration system"),
        plural=Text("samverkanssystem", "collaboration systems"),
        description=Text("Samverkanssystemet som helhet.", "The collaboration system as a whole."),
        singleton=True,
    )

    indicators: Annotated[list[str], AsList, RefTo(("indicator",))] | None = fact(
        "the indicators it is followed up by", "indikatorerna det följs upp med", listing=True
    )
    goal: Annotated[list[str], AsList, RefTo(("goal",))] | None = fact(
        "the political goals and frames that the principals have set together",
        "de politiska mål och ramar som huvudmännen satt tillsammans",
        listing=True,
    )
    follow_up: FollowUpFields | None = fact("how it is followed up", "hur det följs upp", listing=True)
    overview: Annotated[list[str], AsList, RefTo(("coordinator", "function", "group"))] | None = fact(
        "who has the whole in view, all principals and levels",
        "vem som har hel överblick, alla huvudmän och nivåer",
        listing=True,
    )
    documents: Words | None = fact(
        "where the agreements, assignments and routines in force are found (unclear where it is not known)",
        "var gällande överenskommelser, uppdrag och rutiner finns (unclear där det inte är känt)",
        listing=True,
    )
    structure: Words | None = fact("how the system is described", "hur systemet är beskrivet", listing=True)
    publishes_decisions: YesNo | None = fact(
        "whether decisions on recommendations are published", "om beslut om rekommendationer publiceras"
    )
    separate: YesNo | None = fact(
        "whether it works as a system of its own beside the line",
        "om det fungerar som ett eget system bredvid linjen",
    )
    duplicated_matters: YesNo | None = fact(
        "whether the same matter is treated in several groups unknowingly",
        "om samma fråga behandlas i flera grupper ovetande om varandra",
    )
    hourly_cost: float | None = fact("what an hour of a member's time costs", "vad en timme av en ledamots tid kostar")
    currency: str | None = fact("the currency of costs", "valutan för kostnader")
    economy: Words | None = fact(
        "how responsibility for the economy is shared", "hur ansvaret för ekonomin delas", listing=True
    )
    starts_from_needs: Words | None = fact(
        "how it starts from the citizen's needs and movements between services",
        "hur det utgår från invånarens behov och rörelser mellan verksamheter",
    )
    development: Words | None = fact(
        "how methods are developed and research is done near the user",
        "hur metodutveckling och forskning sker nära brukaren",
        listing=True,
    )

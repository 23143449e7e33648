"""What matters are about; a taxonomy."""

from __future__ import annotations

from typing import Annotated, ClassVar

from remit.model.kind import AsList, Entity, KindMeta, Range, RefTo, YesNo, fact
from remit.model.kinds._shared import Populations, Principals
from remit.model.text import Text


class Topic(Entity):
    """What matters are about; topics form a taxonomy."""

    kind_meta: ClassVar[KindMeta] = KindMeta(
        name="topic",
        section="topics",
        label=Text("fråga", "topic"),
        plural=Text("frågor", "topics"),
        description=Text(
            "Vad ärenden handlar om; frågor ordnas i en taxonomi.",
            "What matters are about; topics form a taxonomy.",
        ),
    )

    part_of: Annotated[str, RefTo(("topic",))] | None = fact(
        "the topic it is part of", "frågan den är en del av", listing=True
    )
    urgent: YesNo | None = fact("whether it is urgent", "om den är angelägen")
    settled_at: Annotated[str, RefTo(("level",))] | None = fact(
        "the level that can settle it", "nivån som kan avgöra den"
    )
    treated_at: Annotated[str, RefTo(("level",))] | None = fact(
        "the level that must be able to treat it", "nivån som måste kunna behandla den"
    )
    concerns: Principals | None = fact(
        "the principals it concerns (the care principals of the group's territory where left out)",
        "huvudmännen den rör (vårdens huvudmän inom gruppens område om utelämnat)",
    )
    populations: Populations | None = fact("whom it is about", "vilka målgrupper den gäller")
    owner: Annotated[list[str], AsList, RefTo(("function", "unit", "principal"))] | None = fact(
        "who owns it", "vem som äger den", listing=True
    )
    wait_limit_days: float | None = fact(
        "the longest wait from raised to decided that is acceptable, in days",
        "den längsta godtagbara väntan från väckt till beslutat, i dagar",
    )
    meetings_per_year: Range | None = fact(
        "how often in a year a group that treats it must meet",
        "hur ofta om året en grupp som behandlar den måste mötas",
    )

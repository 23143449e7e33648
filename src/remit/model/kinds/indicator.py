"""A measure by which something is followed up."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from remit.model.kind import AsList, Entity, KindMeta, RefTo, Words, fact
from remit.model.text import Text


class Indicator(Entity):
    """A measure by which something is followed up."""

    kind_meta: ClassVar[KindMeta] = KindMeta(
        name="indicator",
        section="indicators",
        label=Text("indikator", "indicator"),
        plural=Text("indikatorer", "indicators"),
        description=Text("Ett mått som något följs upp med.", "A measure by which something is followed up."),
    )

    type: Literal["structure", "process", "outcome"] | None = fact(
        "structure, process or outcome", "struktur, process eller resultat"
    )
    owner: Annotated[str, RefTo(("group", "function", "unit", "principal", "coordinator"))] | None = fact(
        "who answers for it", "vem som ansvarar", listing=True
    )
    data: Words | None = fact("from which data", "ur vilka data", listing=True)
    measures: Annotated[list[str], AsList, RefTo(("goal", "group", "agreement", "topic"))] | None = fact(
        "what it measures", "vad den mäter"
    )
    status: Literal["agreed", "proposed", "under_development", "ended"] = fact(
        "its status", "dess status", default="agreed"
    )

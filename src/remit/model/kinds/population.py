"""Whom matters concern (målgrupp)."""

from __future__ import annotations

from typing import Annotated, ClassVar

from remit.model.kind import Entity, KindMeta, RefTo, fact
from remit.model.text import Text


class Population(Entity):
    """Whom matters concern."""

    kind_meta: ClassVar[KindMeta] = KindMeta(
        name="population",
        section="populations",
        label=Text("målgrupp", "population"),
        plural=Text("målgrupper", "populations"),
        description=Text("Vilka invånare det gäller.", "Which inhabitants it is about."),
    )

    part_of: Annotated[str, RefTo(("population",))] | None = fact(
        "the population it is part of", "målgruppen den är en del av", listing=True
    )
    ages: str | None = fact("the ages, as text", "åldrarna, som text")

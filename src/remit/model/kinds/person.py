"""A person, who holds functions; persons are optional."""

from __future__ import annotations

from typing import ClassVar

from remit.model.kind import Entity, KindMeta, fact
from remit.model.kinds.holding import Holding
from remit.model.text import Text


class Person(Entity):
    """Somebody who holds functions. A model without persons is complete."""

    kind_meta: ClassVar[KindMeta] = KindMeta(
        name="person",
        section="persons",
        label=Text("person", "person"),
        plural=Text("personer", "persons"),
        description=Text(
            "Någon som innehar funktioner. En modell utan personer är fullständig.",
            "Somebody who holds functions. A model without persons is complete.",
        ),
        parts=(("holds", "holding"),),
    )

    holds: list[Holding] | None = fact("the functions held", "funktionerna som innehas", listing=True)

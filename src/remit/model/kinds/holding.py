"""That a person holds a function during a time."""

from __future__ import annotations

from typing import Annotated, ClassVar

from remit.model.kind import Date, Entity, KindMeta, RefTo, fact
from remit.model.text import Text


def _key(data: dict[str, object]) -> str:
    return str(data.get("function", "holding"))


class Holding(Entity):
    """A person holds a function from one day to another."""

    kind_meta: ClassVar[KindMeta] = KindMeta(
        name="holding",
        section="holdings",
        label=Text("innehav", "holding"),
        plural=Text("innehav", "holdings"),
        description=Text(
            "Att en person innehar en funktion under en tid.", "That a person holds a function for a time."
        ),
        part_key=_key,
    )

    function: Annotated[str, RefTo(("function",))] = fact("the function", "funktionen")
    since: Date | None = fact("from which day", "från vilken dag")
    until: Date | None = fact("to which day", "till vilken dag")

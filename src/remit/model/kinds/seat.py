"""A membership of a group."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from remit.model.kind import Count, Date, Entity, KindMeta, RefTo, YesNo, fact
from remit.model.kinds._shared import MandateFields, Principals
from remit.model.text import Text


def _key(data: dict[str, object]) -> str:
    for field in ("function", "person", "provider", "principal", "represents"):
        if isinstance(data.get(field), str):
            return str(data[field])
    shared = data.get("shared_by")
    return f"shared-{shared}" if isinstance(shared, str) else "shared"


class Seat(Entity):
    """A seat, or several alike, in a group: whose it is, who fills it, with which mandate."""

    kind_meta: ClassVar[KindMeta] = KindMeta(
        name="seat",
        section="seats",
        label=Text("plats", "seat"),
        plural=Text("platser", "seats"),
        description=Text(
            "En plats i en grupp: vems den är, vem som fyller den och med vilket mandat.",
            "A seat in a group: whose it is, who fills it, and with which mandate.",
        ),
        part_key=_key,
    )

    principal: Annotated[str, RefTo(("principal",))] | None = fact("whose seat it is", "vems plats det är")
    provider: Annotated[str, RefTo(("provider",))] | None = fact("or which provider's", "eller vilken utförares")
    shared_by: Principals | None = fact(
        "the principals that share it, where nobody tells whose it is",
        "huvudmännen som delar den, när ingen säger vems den är",
    )
    function: Annotated[str, RefTo(("function",))] | None = fact(
        "the function that fills it", "funktionen som fyller den", listing=True
    )
    person: Annotated[str, RefTo(("person",))] | None = fact(
        "a person who sits as themselves", "en person som sitter som sig själv"
    )
    count: Count = fact("how many such seats", "hur många sådana platser", default=1)
    vacant: YesNo | None = fact("whether nobody holds it", "om ingen innehar den")
    capacity: Literal["function", "self"] | None = fact(
        "whether the holder sits as a function or as themselves",
        "om innehavaren sitter som funktion eller som sig själv",
    )
    mandate: MandateFields | None = fact(
        "what the holder may do there for the principal",
        "vad innehavaren får göra där för huvudmannen",
        listing=True,
    )
    appointed_by: Annotated[str, RefTo(("principal", "unit", "group", "function"))] | None = fact(
        "who appoints", "vem som utser"
    )
    represents: (
        Literal["politicians", "officials", "school", "social_services", "health_care", "provider", "other"] | None
    ) = fact("from which part of the principal", "från vilken del av huvudmannen")
    since: Date | None = fact("from which day", "från vilken dag")
    until: Date | None = fact("to which day", "till vilken dag")

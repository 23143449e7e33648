"""The declared paths for matters, as items of the relations of groups, units and functions."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict

from remit.model.kind import AsList, Part, RefTo, YesNo, fact
from remit.model.kinds._shared import Principals, Topics

Body = RefTo(("group", "unit", "function", "principal", "joint_body", "provider"))


class RouteItem(Part):
    """One declared path to somebody, for some topics, through some step of the line."""

    to: Annotated[str, Body] = fact("to whom", "till vem")
    topics: Topics | None = fact("for which topics (all where left out)", "för vilka frågor (alla om utelämnat)")
    through: Annotated[list[str], AsList, RefTo(("unit", "function", "principal"), words=("line",))] | None = fact(
        "the steps of a principal's line that it passes; 'line' where a source says so and names no step",
        "stegen i en huvudmans linje som den passerar; ”line” när en källa säger det utan att namnge steget",
    )
    principals: Principals | None = fact(
        "for whose matters (all where left out)", "för vilkas ärenden (alla om utelämnat)"
    )
    for_decision: YesNo | None = fact("whether it goes there to be decided", "om det går dit för beslut")


RouteList = Annotated[list[RouteItem], AsList]


class Routes(BaseModel):
    """The six kinds of declared path, and a plain link."""

    model_config = ConfigDict(extra="forbid", defer_build=True)

    escalates_to: RouteList | None = fact("where it sends matters up", "vart den lyfter frågor", listing=True)
    prepares_for: RouteList | None = fact("for whom it prepares matters", "åt vem den bereder ärenden", listing=True)
    recommends_to: RouteList | None = fact("to whom it recommends", "till vem den rekommenderar", listing=True)
    reports_back_to: RouteList | None = fact(
        "to whom it reports the outcome", "till vem den återrapporterar utfallet", listing=True
    )
    informs: RouteList | None = fact("whom it informs", "vem den informerar", listing=True)
    implements_through: RouteList | None = fact("through whom it carries out", "genom vem den genomför", listing=True)
    linked_to: RouteList | None = fact(
        "to whom a link of another sort is stated",
        "till vem ett samband av annat slag är angivet",
        listing=True,
    )


RELATIONS: tuple[str, ...] = (
    "escalates_to",
    "prepares_for",
    "recommends_to",
    "reports_back_to",
    "informs",
    "implements_through",
    "linked_to",
)
"""The relations that are declared as routes (``linked_to`` is a stated link that carries no matters)."""

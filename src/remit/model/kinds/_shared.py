"""Parts that several kinds have: mandates, rules for the chair, follow-up."""

from __future__ import annotations

from typing import Annotated

from remit.model.kind import AsList, Date, Part, Powers, Range, RefTo, Words, YesNo, fact

Topics = Annotated[list[str], AsList, RefTo(("topic",))]
Populations = Annotated[list[str], AsList, RefTo(("population",))]
Principals = Annotated[list[str], AsList, RefTo(("principal",))]
AnsweredFor = Annotated[list[str], AsList, RefTo(("topic", "unit", "provider", "principal", "goal", "activity"))]
Giver = Annotated[str, RefTo(("unit", "function", "principal", "group", "joint_body", "source"))]


class MandateFields(Part):
    """What somebody may do about which topics, by whom given, in which document, until when."""

    powers: Powers | None = fact("what the holder may do", "vad innehavaren får göra", listing=True)
    topics: Topics | None = fact("about which topics", "i vilka frågor", listing=True)
    given_by: Giver | None = fact(
        "the body, function, principal or law (a source) that gives it",
        "organet, befattningen, huvudmannen eller lagen (en källa) som ger det",
        listing=True,
    )
    document: Words | None = fact("the document that gives it", "dokumentet som ger det", listing=True)
    decided: Date | None = fact("the date of the decision", "beslutets datum")
    paragraph: str | None = fact("the paragraph of the minutes", "protokollets paragraf")
    registry_number: str | None = fact("the registry number", "diarienumret")
    passed_on_from: Annotated[str, RefTo(("unit", "function"))] | None = fact(
        "from whom it is delegated further", "av vem det är vidaredelegerat", listing=True
    )
    until: Date | None = fact("the last day it holds", "sista dagen det gäller")


class RemitFields(MandateFields):
    """The remit of a group: what it is for and what it may do about which topics."""

    purpose: Words | None = fact("what the group is for", "vad gruppen är till för", listing=True)


class ExpectedFields(Part):
    """What others await from a group."""

    powers: Powers | None = fact("what it is expected to do", "vad den förväntas göra")
    topics: Topics | None = fact("about which topics (its remit's where left out)", "i vilka frågor")


class ChairFields(Part):
    """The rule for the chair; the term and the rotation between sides are two things."""

    term_years: Range | None = fact("for how many years a chair is appointed", "för hur många år ordföranden utses")
    rotation_years: Range | None = fact(
        "after how many years the chair passes to the other side",
        "efter hur många år ordförandeskapet byter sida",
    )
    vice: YesNo | None = fact("whether there is a vice chair", "om det finns en vice ordförande")
    overlap: YesNo | None = fact("whether the old and new chair overlap", "om avgående och ny ordförande överlappar")
    holder: Annotated[str, RefTo(("function", "principal", "unit"))] | None = fact("who holds it", "vem som har det")


class FollowUpFields(Part):
    """Follow-up: the duty, who owns it, and in which document."""

    duty: YesNo | None = fact("whether there is a duty to follow up", "om det finns en plikt att följa upp")
    owner: Annotated[str, RefTo(("group", "function", "unit", "principal", "coordinator"))] | None = fact(
        "who answers for it", "vem som ansvarar", listing=True
    )
    document: Words | None = fact("where it is written", "var det står")

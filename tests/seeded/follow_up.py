"""Defects of follow-up, plans, documents and sources (FUP, PLN, INF, SRC)."""

from __future__ import annotations

from collections.abc import Iterator

from tests.seeded.defect import Defect, Document, also, defect, drop, groups, in_system, injects, put, seats
from tests.seeded.mandates import in_remit, in_seat


@injects("FUP701")
def no_follow_up(document: Document) -> Iterator[Defect]:
    """A group, an agreement or the system has no indicator."""
    for section in ("groups", "agreements"):
        for name in document[section]:
            yield defect("FUP701", f"{section}, none", name, put(section, name, indicators="none"))
            yield defect("FUP701", f"{section}, left out", name, drop(section, name, "indicators"))
            alone = put(section, name, indicators="none", follow_up={"duty": False, "owner": "none"})
            yield defect("FUP701", f"{section}, no duty either", name, alone)
    yield defect("FUP701", "the system", "system", in_system(indicators="none"))


@injects("FUP702")
def agreement_incomplete(document: Document) -> Iterator[Defect]:
    """An agreement does not say who, what, when, how or which goal."""
    for name in document["agreements"]:
        for field in ("who", "what", "when", "how", "goal"):
            yield defect("FUP702", f"no {field}", name, put("agreements", name, **{field: "none"}))
            yield defect("FUP702", f"{field} left out", name, drop("agreements", name, field))


@injects("FUP703")
def indicator_without_owner(document: Document) -> Iterator[Defect]:
    """An indicator without owner or data."""
    for name in document["indicators"]:
        for field in ("owner", "data"):
            yield defect("FUP703", f"no {field}", name, put("indicators", name, **{field: "none"}))
            yield defect("FUP703", f"{field} left out", name, drop("indicators", name, field))


@injects("FUP704")
def body_without_support(document: Document) -> Iterator[Defect]:
    """A body is to carry out a plan and has no staff for it."""
    for group, told in document["groups"].items():
        if told.get("carries_out"):
            yield defect("FUP704", "no staff", group, put("groups", group, staff="none"))
            yield defect("FUP704", "staff left out", group, drop("groups", group, "staff"))
        else:
            for what in ("common-plan", "shorter-waits", "common-agreement"):
                plan = {"carries_out": [what], "staff": "none"}
                yield defect("FUP704", "given a plan without staff", group, put("groups", group, **plan))


@injects("PLN801")
def activity_central_only(document: Document) -> Iterator[Defect]:
    """An activity meant for several levels is under way at one."""
    for name, told in document["activities"].items():
        for place in range(len(told["statuses"])):
            for status in ("not_started", "planned"):

                def at_one(changed: Document, name: str = name, place: int = place, status: str = status) -> None:
                    for other, one in enumerate(changed["activities"][name]["statuses"]):
                        if other != place:
                            one["status"] = status

                yield defect("PLN801", f"elsewhere {status}", name, at_one)


@injects("PLN802")
def activity_blocked(document: Document) -> Iterator[Defect]:
    """An activity waits for a precondition that nobody owns."""
    for name in document["activities"]:
        yield defect("PLN802", "none", name, put("activities", name, precondition_owner="none"))
        yield defect("PLN802", "left out", name, drop("activities", name, "precondition_owner"))


@injects("PLN803")
def working_group_unassigned(document: Document) -> Iterator[Defect]:
    """A working group lacks purpose, goal or assignment from the body that must give it."""
    for group in groups(document, form="working_group"):
        remit = also("MAN101", group, "its remit is one without purpose")
        paper = also("MAN102", group, "it has no document that describes its assignment")
        yield defect("PLN803", "no purpose", group, in_remit(group, purpose="none"), also=[remit])
        yield defect("PLN803", "no goal", group, put("groups", group, goal="none"))

        def unassigned(changed: Document, group: str = group) -> None:
            changed["groups"][group]["assignment"] = "none"
            changed["groups"][group]["remit"]["document"] = "none"

        yield defect("PLN803", "no assignment", group, unassigned, also=[paper])


@injects("PLN804")
def activity_unclear(document: Document) -> Iterator[Defect]:
    """An activity's status at a level is unclear."""
    for name, told in document["activities"].items():
        for place in range(len(told["statuses"])):

            def unclear(changed: Document, name: str = name, place: int = place) -> None:
                changed["activities"][name]["statuses"][place]["status"] = "unclear"

            alone = also("PLN801", name, "whether it is under way at more than one level is then open")
            yield defect("PLN804", "at a level", name, unclear, also=[alone])


@injects("INF811")
def documents_not_found(document: Document) -> Iterator[Defect]:
    """It is not known which agreements, assignments or routines apply, or where they are."""
    for word in ("none", "unclear"):
        yield defect("INF811", f"documents {word}", "system", in_system(documents=word))
    for group in groups(document):
        yield defect("INF811", "members do not know the remit", group, put("groups", group, remit_known=False))


@injects("SRC901")
def unsourced_fact(document: Document) -> Iterator[Defect]:
    """A fact without a source."""
    for section in ("groups", "functions", "units", "agreements", "topics", "principals", "activities"):
        for name in document[section]:
            # one folded finding, of the system as a whole; the thing itself stands in its evidence
            yield defect("SRC901", f"one of the {section}", "system", drop(section, name, "source"), about=(name,))


@injects("SRC902")
def contradictory_sources(document: Document) -> Iterator[Defect]:
    """Two sources, or one with itself, disagree."""
    for group in groups(document):

        def two_counts(changed: Document, group: str = group) -> None:
            changed["groups"][group]["meeting_hours"] = {
                "values": [{"value": 2, "source": "book#Text"}, {"value": 3, "source": "book#Table"}]
            }

        yield defect("SRC902", "text against table", group, two_counts)
    for name in document["agreements"]:

        def two_numbers(changed: Document, name: str = name) -> None:
            changed["agreements"][name]["registry_number"] = {
                "values": [{"value": "2022/1", "source": "book#Agreements"}, {"value": "2022/2", "source": "register"}]
            }

        yield defect("SRC902", "two sources", name, two_numbers)
    for group, place, seat in seats(document):

        def whose(changed: Document, group: str = group, place: int = place) -> None:
            changed["groups"][group]["seats"][place]["represents"] = {
                "values": [{"value": "officials", "source": "book#Text"}, {"value": "other", "source": "register"}]
            }

        yield defect("SRC902", "of a seat", seat, whose)


@injects("SRC903")
def left_open(document: Document) -> Iterator[Defect]:
    """A fact deferred by its source."""
    for group in groups(document):
        later = also("ROB601", group, "the routine is left to be settled: open")
        yield defect("SRC903", "of a group", group, put("groups", group, convener="deferred"))
        yield defect("SRC903", "introduction", group, put("groups", group, introduction="deferred"), also=[later])
    for group, place, seat in seats(document):
        yield defect("SRC903", "of a seat", seat, in_seat(group, place, represents="deferred"))
    for name in document["agreements"]:
        yield defect("SRC903", "of an agreement", name, put("agreements", name, economy="deferred"))

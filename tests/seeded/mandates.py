"""Defects of remits, mandates and duties (MAN)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.seeded.defect import (
    Defect,
    Document,
    Edit,
    also,
    defect,
    drop,
    groups,
    injects,
    only_way,
    put,
    seat_id,
    seats,
    together,
)

PAST = "2022-12-31"


def members_of(document: Document, several: str) -> list[str]:
    """The groups of a set that is chosen by what holds of them."""
    return groups(document, **document["sets"][several]["where"])


def ordinary(document: Document) -> list[str]:
    """The groups that no law has founded."""
    return [name for name, told in document["groups"].items() if "law" not in told]


def in_remit(group: str, **fields: Any) -> Edit:
    """Set fields of a remit."""
    return lambda document: document["groups"][group]["remit"].update(fields)


def not_in_remit(group: str, field: str) -> Edit:
    """Leave a field of a remit out."""

    def edit(document: Document) -> None:
        del document["groups"][group]["remit"][field]

    return edit


def in_seat(group: str, place: int, **fields: Any) -> Edit:
    """Set fields of a seat."""
    return lambda document: document["groups"][group]["seats"][place].update(fields)


def in_mandate(group: str, place: int, **fields: Any) -> Edit:
    """Set fields of a seat's mandate."""
    return lambda document: document["groups"][group]["seats"][place]["mandate"].update(fields)


@injects("MAN101")
def group_without_remit(document: Document) -> Iterator[Defect]:
    """No remit, or one without purpose, topics or powers; told or, in a complete listing, left out."""
    for group in ordinary(document):
        yield defect("MAN101", "no remit", group, put("groups", group, remit="none"))
        yield defect("MAN101", "remit left out", group, drop("groups", group, "remit"))
        for field in ("purpose", "topics", "powers"):
            yield defect("MAN101", f"no {field}", group, in_remit(group, **{field: "none"}))
            yield defect("MAN101", f"{field} left out", group, not_in_remit(group, field))


@injects("MAN102")
def group_without_instruction(document: Document) -> Iterator[Defect]:
    """No rules of procedure or assignment document: told, left out, or said of a set for the most part."""
    for group in ordinary(document):
        follows = []
        if document["groups"][group]["form"] == "working_group":
            follows = [also("PLN803", group, "a working group lacks an assignment from the body that must give it")]
        told = together(put("groups", group, assignment="none"), in_remit(group, document="none"))
        yield defect("MAN102", "none", group, told, also=follows)
        left_out = together(drop("groups", group, "assignment"), not_in_remit(group, "document"))
        yield defect("MAN102", "left out", group, left_out, also=follows)
    for several in ("local-groups", "teams"):
        members = members_of(document, several)

        def largely(changed: Document, several: str = several, members: list[str] = members) -> None:
            for group in members:
                del changed["groups"][group]["assignment"], changed["groups"][group]["remit"]["document"]
            changed["facts"].append([several, "assignment", "none", "", "most", "author", "book#Instructions"])

        each = also("MAN102", members, "of each member, which of them it is said of is open")
        yield defect("MAN102", "said of a set", several, largely, also=[each])


@injects("MAN103")
def seat_without_mandate(document: Document) -> Iterator[Defect]:
    """A seat has no mandate from its principal, or its holder sits as themselves."""
    for group, place, seat in seats(document):
        alone = only_way(document, group)
        yield defect("MAN103", "none", seat, in_seat(group, place, mandate="none"), also=[alone])
        yield defect("MAN103", "sits as themselves", seat, in_seat(group, place, capacity="self"))

        def left_out(changed: Document, group: str = group, place: int = place) -> None:
            del changed["groups"][group]["seats"][place]["mandate"]

        yield defect("MAN103", "left out", seat, left_out, also=[alone])
    for group, told in document["groups"].items():
        several = f"seats-of-{group}"

        def largely(changed: Document, group: str = group, several: str = several) -> None:
            for seat in changed["groups"][group]["seats"]:
                del seat["mandate"]
            changed["sets"][several] = {"of": "seat", "where": {"group": group}}
            changed["facts"].append([several, "mandate", "none", "", "most", "author", "book#Mandates"])

        members = [seat_id(group, seat) for seat in told["seats"]]
        each = also("MAN103", members, "of each member, which of them it is said of is open")
        yield defect("MAN103", "said of a set", several, largely, also=[each, only_way(document, group)])


@injects("MAN104")
def unequal_mandates(document: Document) -> Iterator[Defect]:
    """Seats of one group hold different powers on a topic, or a source says that mandates do not match."""
    for group, place, _ in seats(document):
        powers = document["groups"][group]["seats"][place]["mandate"]["powers"]
        if "discuss" in powers:
            less = [one for one in powers if one in ("inform", "take_home")]
            yield defect("MAN104", "fewer powers", group, in_mandate(group, place, powers=less), about=(group,))
    for group in groups(document):
        yield defect("MAN104", "said to differ", group, put("groups", group, equal_mandates=False))


@injects("MAN105")
def decision_expected_without_power(document: Document) -> Iterator[Defect]:
    """A group is expected to decide on topics on which neither it nor its seats together may."""
    for group in ordinary(document):
        topics = document["groups"][group]["remit"]["topics"]
        for topic in topics:
            awaited = {"powers": ["decide"], "topics": [topic]}
            yield defect("MAN105", "on one topic", group, put("groups", group, expected=awaited))
        yield defect("MAN105", "on its topics", group, put("groups", group, expected={"powers": ["decide"]}))


@injects("MAN106")
def title_overstates_power(document: Document) -> Iterator[Defect]:
    """A name or title promises power, and the powers are known and hold no decision."""
    titles = ("Styrgrupp", "Samverkansstyrelsen", "Ledningsgruppen", "Närvårdsnämnden", "Steering group", "Joint board")
    for place, group in enumerate(ordinary(document)):
        for field in ("title", "name"):
            title = titles[place % len(titles)]
            yield defect("MAN106", f"{field} {title}", group, put("groups", group, **{field: title}))


@injects("MAN107")
def mandate_exceeds_grantor(document: Document) -> Iterator[Defect]:
    """A mandate gives a power, or one over a topic, that its giver does not have."""
    for name, told in document["units"].items():
        if told["kind"] == "operation":

            def more(changed: Document, name: str = name) -> None:
                changed["units"][name]["mandates"][0]["powers"].append("decide")

            yield defect("MAN107", "unit", f"{name}:care", more, about=(f"{name}:care",))
    for name, told in document["functions"].items():
        if "-staff" in name:  # who sits in no group, so that no seat there differs from the others
            mandate = {
                "powers": ["decide"],
                "topics": ["care"],
                "given_by": told["unit"],
                "document": "Order of delegation",
                "until": "2026-12-31",
            }
            yield defect("MAN107", "function", f"{name}:care", put("functions", name, mandates=[mandate]))
    for group in ordinary(document):
        remit = document["groups"][group]["remit"]
        if remit["given_by"] in document["groups"]:
            yield defect("MAN107", "remit", group, in_remit(group, powers=[*remit["powers"], "decide"]))


@injects("MAN108")
def mandate_expired(document: Document) -> Iterator[Defect]:
    """A mandate, remit or agreement is past its date."""
    for group in groups(document):
        yield defect("MAN108", "remit", group, in_remit(group, until=PAST))
    for group, place, seat in seats(document):
        past = in_mandate(group, place, until=PAST)
        yield defect("MAN108", "seat", seat, past, also=[only_way(document, group)])
    for name in document["units"]:
        if document["units"][name]["kind"] in ("board", "administration", "operation"):

            def late(changed: Document, name: str = name) -> None:
                changed["units"][name]["mandates"][0]["until"] = PAST

            yield defect("MAN108", "unit", f"{name}:care", late)
    for name in document.get("joint_bodies", ()):

        def past(changed: Document, name: str = name) -> None:
            changed["joint_bodies"][name]["mandate"]["until"] = PAST

        yield defect("MAN108", "joint body", name, past)
    for name, told in document["agreements"].items():
        alone = [*told["parties"], "towns"] if "required_by" in told else [p for p in told["parties"] if p != "region"]
        follows = also("COV502", alone, "an agreement that has run out is none: the party is left without one")
        yield defect("MAN108", "agreement", name, put("agreements", name, valid_to=PAST), also=[follows])


@injects("MAN109")
def responsibility_without_authority(document: Document) -> Iterator[Defect]:
    """A function answers for a topic, or for units, providers, principals or results, that it has no power over."""
    for name in document["functions"]:
        if not name.endswith(("-planner", "-specialist", "-analyst", "-staff")):
            continue
        own = document["units"][document["functions"][name]["unit"]]["principal"]
        other = next(one for one in document["principals"] if one != own)
        things = {"topic": "care", "principal": other, "unit": f"{other}-board", "goal": "shorter-waits"}
        if "providers" in document:
            things["provider"] = "health-centres"
        for what, thing in things.items():
            yield defect("MAN109", what, name, put("functions", name, answers_for=[thing]))
    for section in ("coordinators", "process_leaders"):
        for name in document[section]:
            yield defect("MAN109", section, name, put(section, name, answers_for=["shorter-waits"]))


def managers(document: Document) -> list[str]:
    """The functions that manage a unit or are to lead."""
    return [name for name, told in document["functions"].items() if told.get("manages") or told.get("leads")]


@injects("MAN110")
def no_horizontal_duty(document: Document) -> Iterator[Defect]:
    """A manager seated in collaboration, or leading a unit of a party to it, has no such duty in the assignment."""
    for name in managers(document):
        yield defect("MAN110", "no", name, put("functions", name, horizontal_duty=False))
        yield defect("MAN110", "none", name, put("functions", name, horizontal_duty="none"))


@injects("MAN111")
def function_without_assignment(document: Document) -> Iterator[Defect]:
    """A function that is to lead or coordinate has no described assignment, or an unclear one."""
    leading = [("functions", name) for name, told in document["functions"].items() if told.get("leads")]
    leading += [(section, name) for section in ("coordinators", "process_leaders") for name in document[section]]
    for section, name in leading:
        yield defect("MAN111", "none", name, put(section, name, assignment="none"))
        yield defect("MAN111", "unclear", name, put(section, name, assignment="unclear"))
        yield defect("MAN111", "left out", name, drop(section, name, "assignment"))

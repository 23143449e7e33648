"""Defects of who is left out (COV)."""

from __future__ import annotations

from collections.abc import Iterator

from tests.seeded.defect import (
    Defect,
    Document,
    also,
    care,
    defect,
    groups,
    injects,
    only_way,
    order,
    put,
    seats,
    towns,
)
from tests.seeded.mandates import in_seat

NO_LINK = ("escalates_to", "prepares_for", "answers_to", "parent", "informs", "implements_through")


INSIDE = "a working group that another appointed inside itself need perhaps not seat every principal"


@injects("COV501")
def principal_unrepresented(document: Document) -> Iterator[Defect]:
    """A care principal within a group's territory has no seat, or fewer seats are shared than there are principals."""
    for group in groups(document, counted=True):
        doubt = INSIDE if document["groups"][group]["form"] == "working_group" else ""
        for place, seat in enumerate(document["groups"][group]["seats"]):
            principal = seat.get("principal")
            if principal not in care(document):
                continue

            def unseated(changed: Document, group: str = group, place: int = place) -> None:
                del changed["groups"][group]["seats"][place]

            both = (group, principal)
            form, left = f"no seat{' inside' * bool(doubt)}", [only_way(document, group)]
            yield defect("COV501", form, both, unseated, about=both, also=left, disputed=doubt)
        own = [seat for seat in document["groups"][group]["seats"] if seat.get("principal") in towns(document)]
        if len(own) > 2 and not doubt:

            def shared(changed: Document, group: str = group) -> None:
                told = changed["groups"][group]["seats"]
                mine = [seat for seat in told if seat.get("principal") in towns(changed)]
                one = {k: v for k, v in mine[0].items() if k not in ("principal", "function")}
                one.update(shared_by=[seat["principal"] for seat in mine], count=len(mine) - 1)
                told[:] = [seat for seat in told if seat not in mine] + [one]

            left = [only_way(document, group)]
            yield defect("COV501", "fewer shared seats than principals", group, shared, about=(group,), also=left)


@injects("COV502")
def no_local_agreement(document: Document) -> Iterator[Defect]:
    """A principal is party to no agreement of a class that its peers have, or that a law requires."""
    for town in towns(document):
        name = f"agreement-{town}"

        def gone(changed: Document, name: str = name) -> None:
            del changed["agreements"][name]
            for told in changed["groups"].values():
                if told.get("agreement") == name:
                    told["agreement"] = "none"

        yield defect("COV502", "no local agreement", town, gone)
        yield defect("COV502", "a partial one", town, put("agreements", name, scope="partial"))
        yield defect("COV502", "it has ended", town, put("agreements", name, status="ended"))
        told = document["agreements"]["common-agreement"]
        others = {key: [one for one in told[key] if not one.startswith(town)] for key in ("parties", "concluded_by")}
        yield defect(
            "COV502", "not party to what a law requires", town, put("agreements", "common-agreement", **others)
        )


@injects("COV503")
def provider_outside(document: Document) -> Iterator[Defect]:
    """Providers or private principals have no seat, agreement or channel, or take part less than others do."""
    for name in document.get("providers", ()):

        def outside(changed: Document, name: str = name) -> None:
            for told in changed["groups"].values():
                told["seats"] = [seat for seat in told["seats"] if seat.get("provider") != name]
            for told in changed["agreements"].values():
                told["covers_providers"] = False
            del changed["providers"][name]["participation"]

        yield defect("COV503", "no seat, no agreement", name, outside)
        yield defect("COV503", "takes less part", name, put("providers", name, participation="less"))
        for group in groups(document):
            if document["groups"][group]["remit"]["topics"] == ["rehabilitation"]:
                continue
            new = f"{name}-of-{group}"

            def another(changed: Document, new: str = new, name: str = name) -> None:
                changed["providers"][new] = {**changed["providers"][name], "name": new, "participation": "less"}

            yield defect("COV503", "another that takes less part", new, another)
            break
    for name, told in document["principals"].items():
        if told["role"] == "school":

            def left_out(changed: Document, name: str = name) -> None:
                for group in changed["groups"].values():
                    group["seats"] = [seat for seat in group["seats"] if seat.get("principal") != name]
                del changed["principals"][name]["participation"]

            yield defect("COV503", "a school without a seat", name, left_out)
            yield defect("COV503", "a school that takes less part", name, put("principals", name, participation="less"))


@injects("COV504")
def front_line_unconnected(document: Document) -> Iterator[Defect]:
    """Collaboration nearest the citizen is practised with no formal description or link."""
    for team in groups(document, level=order(document)[0]):

        def practised(changed: Document, team: str = team) -> None:
            told = changed["groups"][team]
            told["status"] = "practised"
            del told["assignment"], told["remit"]["document"]
            for relation in NO_LINK:
                told.pop(relation, None)
            for other in changed["groups"].values():
                if team in other.get("reports_back_to", ()):
                    del other["reports_back_to"]

        yield defect(
            "COV504",
            "no description and no link",
            team,
            practised,
            also=[
                also("STR205", team, "nothing leads to it or from it"),
                only_way(document, team),
            ],
        )


@injects("COV505")
def topic_without_group(document: Document) -> Iterator[Defect]:
    """A topic that concerns several principals is in no remit."""
    for town in towns(document):
        for concerned in (["region", town], care(document)):

            def new(changed: Document, concerned: list[str] = concerned) -> None:
                changed["topics"]["new-topic"] = {
                    "urgent": False,
                    "concerns": list(concerned),
                    "owner": "region-board",
                    "source": "book#Topics",
                }

            yield defect("COV505", "a new topic", "new-topic", new)
    for topic, told in document["topics"].items():
        joint = document.get("joint_bodies", {}).values()
        if topic == "care" or told["urgent"] or any(topic in body["mandate"]["topics"] for body in joint):
            continue  # what a joint body has been given is looked after there

        def taken_out(changed: Document, topic: str = topic) -> None:
            for group in changed["groups"].values():
                group["remit"]["topics"] = [one for one in group["remit"]["topics"] if one != topic] or ["none-other"]
            changed["topics"]["none-other"] = {"concerns": ["region"], "urgent": False, "source": "book#Topics"}

        missing = also("STR207", (topic, told["treated_at"]), "no group is left at the level that must treat it")
        yield defect("COV505", "taken out of every remit", topic, taken_out, also=[missing])


@injects("COV506")
def seat_vacant(document: Document) -> Iterator[Defect]:
    """A seat has no holder: it is vacant, or the post that fills it is, or nobody fills it."""
    for group, place, seat in seats(document):
        left = [only_way(document, group)]
        yield defect("COV506", "vacant", seat, in_seat(group, place, vacant=True), also=left)
        post = document["groups"][group]["seats"][place].get("function")
        if post:

            def empty(changed: Document, group: str = group, place: int = place, post: str = post) -> None:
                del changed["groups"][group]["seats"][place]["vacant"]
                changed["functions"][post]["vacant"] = True

            yield defect("COV506", "the post is vacant", seat, empty, also=left)


@injects("COV507")
def agreement_by_wrong_party(document: Document) -> Iterator[Defect]:
    """An agreement is concluded by somebody who cannot bind the principal."""
    for name, told in document["agreements"].items():
        for place, body in enumerate(told["concluded_by"]):
            principal = body.removesuffix("-assembly")
            own = next(unit for unit in document["units"] if unit.startswith(f"{principal}-operation"))

            def by_own_production(changed: Document, name: str = name, place: int = place, own: str = own) -> None:
                changed["agreements"][name]["concluded_by"][place] = own

            def by_a_manager(changed: Document, name: str = name, place: int = place, who: str = own) -> None:
                post = who.replace("operation", "manager")
                changed["agreements"][name]["concluded_by"][place] = post

            yield defect("COV507", "own production", name, by_own_production)
            yield defect("COV507", "a manager", name, by_a_manager)

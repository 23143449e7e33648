"""Defects of the way of a matter upwards (ESC)."""

from __future__ import annotations

from collections.abc import Iterator

from tests.seeded.defect import Defect, Document, also, defect, groups, injects, leads_to, only_way, order, put, rank
from tests.seeded.structure import beside

UPWARDS = ("escalates_to", "prepares_for", "recommends_to", "answers_to", "informs")


def officials_that_escalate(document: Document) -> list[str]:
    """The groups that send matters up to another group."""
    return [name for name, told in document["groups"].items() if told.get("escalates_to")]


@injects("ESC301")
def line_bypassed(document: Document) -> Iterator[Defect]:
    """An escalation to a group further from the citizen with no step of the line of a concerned principal between."""
    for group in officials_that_escalate(document):
        to = document["groups"][group]["escalates_to"][0]["to"]
        if rank(document, document["groups"][to]["level"]) <= rank(document, document["groups"][group]["level"]):
            continue
        rest = document["groups"][group]["escalates_to"][1:]
        straight = put("groups", group, escalates_to=[to, *rest])
        yield defect("ESC301", "straight to it", group, straight, about=(group, to))
        if "agency" in document["principals"]:
            other = [{"to": to, "through": ["agency-office"]}, *rest]
            yield defect(
                "ESC301",
                "through the line of one whom it does not concern",
                group,
                put("groups", group, escalates_to=other),
                about=(group, to),
            )


@injects("ESC302")
def ownerless_matter(document: Document) -> Iterator[Defect]:
    """A topic reaches a group where no seat has it in its mandate, or nobody takes it, or a matter, as theirs."""
    for group, told in document["groups"].items():
        topics = told["remit"]["topics"]
        if len(topics) > 1:
            for topic in topics:

                def unowned(changed: Document, group: str = group, topic: str = topic) -> None:
                    del changed["groups"][group]["owner"]
                    for seat in changed["groups"][group]["seats"]:
                        seat["mandate"]["topics"].remove(topic)

                alone = only_way(document, group)
                yield defect("ESC302", "in no seat's mandate", group, unowned, also=[alone])
        yield defect("ESC302", "nobody takes it as theirs", group, put("groups", group, owner="none"))
    for name, told in document["matters"].items():
        if told["status"] == "open":
            subjects = (name, told["group"])
            yield defect(
                "ESC302", "a matter without owner", subjects, put("matters", name, owner="none"), about=(name,)
            )


@injects("ESC303")
def no_competent_body(document: Document) -> Iterator[Defect]:
    """Neither a route nor a seat leads to anybody with power to decide, or a source says so of the channel."""
    for group, told in document["groups"].items():
        if "law" in told:
            continue

        def cut_off(changed: Document, group: str = group) -> None:
            mine = changed["groups"][group]
            for relation in (*UPWARDS, "implements_through", "reports_back_to", "parent"):
                mine.pop(relation, None)
            mine.pop("decision_step", None)
            for seat in mine["seats"]:
                seat["mandate"]["powers"] = [one for one in seat["mandate"]["powers"] if one != "take_home"]

        feeding = [name for name, other in document["groups"].items() if group in leads_to(other)]
        follows = [
            also("ESC304", group, "the routes to it end there, with neither power to decide nor a way on"),
            only_way(document, *feeding),
        ]
        if group == "working-group":
            three = (group, "preparation-adults", "preparation-children")
            follows += [
                also("STR205", group, "nothing leads to it either"),
                also("STR202", three, "it stood inside one of them; now their common topics are unlinked"),
            ]
        yield defect("ESC303", "no way out of it", group, cut_off, also=follows)
        for word in ("none", "unclear"):

            def told_so(changed: Document, group: str = group, word: str = word) -> None:
                changed["facts"].append([group, "channel", word, "decision", "", "author", "book#Channels"])

            yield defect("ESC303", f"the channel is {word}", group, told_so)


def nowhere(document: Document, group: str, kind: str) -> None:
    """Add a body with neither power to decide nor a way on."""
    if kind == "a provider":
        told = {"name": "The institute", "ownership": "public", "participation": "full", "source": "book#Beside"}
        document.setdefault("providers", {})["institute"] = told
        for agreement in document["agreements"].values():
            agreement["parties"].append("institute")
    elif kind == "a unit":
        document["units"]["institute"] = {
            "name": "The institute",
            "kind": "operation",
            "parent": "none",
            "mandates": "none",
            "source": "book#Beside",
        }
    else:
        told = beside(document, group, "institute")
        told["form"] = "meeting_form"
        told.pop("decision_step", None)
        for relation in (*UPWARDS, "implements_through"):
            told.pop(relation, None)
        for seat in told["seats"]:
            seat["mandate"]["powers"] = [one for one in seat["mandate"]["powers"] if one != "take_home"]


@injects("ESC304")
def dead_end(document: Document) -> Iterator[Defect]:
    """A route ends where there is neither power to decide nor a way on."""
    for group in officials_that_escalate(document):
        for relation in ("escalates_to", "prepares_for"):
            for kind in ("a group", "a unit", "a provider"):

                def astray(changed: Document, group: str = group, how: tuple[str, str] = (relation, kind)) -> None:
                    nowhere(changed, group, how[1])
                    changed["groups"][group].setdefault(how[0], []).append("institute")

                both = (group, "institute")
                follows = [also("ESC303", "institute", "nothing leads from it to anybody with power")]
                yield defect(
                    "ESC304",
                    f"{relation} {kind} beside",
                    both,
                    astray,
                    about=both,
                    also=follows if kind == "a group" else (),
                )


@injects("ESC305")
def route_to_inactive(document: Document) -> Iterator[Defect]:
    """A route leads to a group or function that has ended, is only under development, or is vacant."""
    for group, told in document["groups"].items():
        for relation in ("informs", "reports_back_to"):
            for status in ("ended", "under_development"):

                def to_nobody(
                    changed: Document, group: str = group, relation: str = relation, status: str = status
                ) -> None:
                    changed["groups"]["old-group"] = {"status": status, "source": "book#What was"}
                    changed["groups"][group].setdefault(relation, []).append("old-group")

                both = (group, "old-group")
                yield defect("ESC305", f"to a group {status}", both, to_nobody, about=both)
        principal = told["territory"][0]

        def to_vacancy(changed: Document, group: str = group, principal: str = principal) -> None:
            post = f"{principal}-empty"
            changed["functions"][post] = {
                **changed["functions"][f"{principal}-planner"],
                "name": post,
                "vacant": True,
            }
            changed["groups"][group].setdefault("informs", []).append(post)

        post = f"{principal}-empty"
        yield defect("ESC305", "to a vacant post", (group, post), to_vacancy, about=(group, post))


@injects("ESC306")
def single_channel(document: Document) -> Iterator[Defect]:
    """Everything that local groups raise comes to a decision through one group, or one seat of it, alone."""
    hubs = groups(document, kind="officials", form="standing", level=order(document)[-1])
    for hub in hubs:

        def alone(changed: Document, hub: str = hub) -> None:
            for name, told in changed["groups"].items():
                if "law" in told or name == "council":
                    continue
                for seat in told["seats"]:
                    seat["mandate"]["powers"] = [one for one in seat["mandate"]["powers"] if one != "take_home"]
                told["escalates_to"] = [{"to": hub, "through": ["line"]}]
                if name == hub:
                    del told["escalates_to"]
                for relation in ("informs", "implements_through", "reports_back_to"):
                    told.pop(relation, None)
                if name != hub:
                    told.pop("prepares_for", None)
                    told["answers_to"] = hub

        outermost = len(document["levels"])
        past = [name for name, told in document["groups"].items() if rank(document, told["level"]) < outermost]
        follows = [
            also("ESC306", "council", "all that comes to the one group goes on to the council, which is alone as well"),
            also("ESC308", [*past, "teams", "local-groups"], "all go straight to it, past the groups between"),
        ]
        yield defect("ESC306", "one group", hub, alone, also=follows)


@injects("ESC307")
def urgent_topic_stuck(document: Document) -> Iterator[Defect]:
    """An urgent topic whose channel to the level that must treat it is none."""
    for topic in document["topics"]:
        if topic in ("care", "rehabilitation"):
            continue
        for level in order(document)[1:]:

            def stuck(changed: Document, topic: str = topic, level: str = level) -> None:
                changed["topics"][topic].update(urgent=True, treated_at=level)
                changed["facts"].append([topic, "channel", "none", level, "", "author", "book#Channels"])

            if level != "subregional":
                yield defect("ESC307", "the channel is said to be none", topic, stuck)


@injects("ESC308")
def level_skipped(document: Document) -> Iterator[Defect]:
    """A route skips a level that has a competent group."""
    for group in officials_that_escalate(document):
        first = document["groups"][group]["escalates_to"][0]
        second = document["groups"][first["to"]].get("escalates_to")
        if not second:
            continue
        to = second[0]["to"]

        step = first["through"][0]
        if rank(document, document["groups"][group]["level"]) == 1:
            step = step.replace("operation", "front")  # no step of the line at the level that is skipped

        def past(changed: Document, group: str = group, to: str = to, through: str = step) -> None:
            changed["groups"][group]["escalates_to"] = [{"to": to, "through": [through]}]

        yield defect("ESC308", "past the next level", group, past, about=(group, to))


@injects("ESC309")
def slow_route(document: Document) -> Iterator[Defect]:
    """The expected wait of a route exceeds the limit of its topic."""
    for topic, told in document["topics"].items():
        if "wait_limit_days" in told and topic != "rehabilitation":
            for limit in (5, 10):
                subjects = (topic, *document["groups"])
                short = put("topics", topic, wait_limit_days=limit)
                yield defect("ESC309", f"a limit of {limit} days", subjects, short, about=(topic,))

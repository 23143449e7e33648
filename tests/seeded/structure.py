"""Defects of how groups, units and functions stand to one another (STR)."""

from __future__ import annotations

import copy
from collections.abc import Iterator

from tests.seeded.defect import (
    Defect,
    Document,
    also,
    defect,
    drop,
    groups,
    in_system,
    injects,
    only_way,
    order,
    put,
    towns,
    unsay_route,
)

CHAIN = "a chain of routes and lines, however long and through whomever, can be read as a link between two groups"


def beside(document: Document, group: str, name: str) -> Document:
    """A second group like one that is there, with other members of the same principals; gives it."""
    told: Document = copy.deepcopy(document["groups"][group])
    told["name"] = f"Samverkansgruppen {name}"
    told.pop("reports_back_to", None)
    for seat in told["seats"]:
        if "function" in seat:
            new = f"{seat['function']}-{name}"
            post = copy.deepcopy(document["functions"][seat["function"]])
            for field in ("manages", "leads", "answers_for"):
                post.pop(field, None)
            document["functions"][new] = {**post, "name": new}
            seat["function"] = new
    document["groups"][name] = told
    return told


@injects("STR201")
def parallel_groups(document: Document) -> Iterator[Defect]:
    """Two standing groups of one kind, level and territory, for populations, topics and principals that meet."""
    pair = ("preparation-adults", "preparation-children")
    for name, other in (pair, pair[::-1]):
        shared = document["groups"][other]["populations"][:1]

        def widen(changed: Document, name: str = name, shared: list[str] = shared) -> None:
            changed["groups"][name]["populations"].extend(shared)

        yield defect("STR201", "populations meet", pair, widen, about=pair)
    for group in groups(document, form="standing", counted=True):
        if group in pair or group == "council":
            continue
        both = (group, "second-group")

        def second(changed: Document, group: str = group) -> None:
            beside(changed, group, "second-group")

        form = f"a second {document['groups'][group]['kind']} group"
        yield defect("STR201", form, both, second, about=both)


@injects("STR202")
def matter_handled_twice(document: Document) -> Iterator[Defect]:
    """One topic and population of one territory in the remits of two groups that nothing links."""
    for group in groups(document, form="standing", counted=True, kind="officials"):
        topics = document["groups"][group]["remit"]["topics"]
        if group in ("preparation-adults", "preparation-children"):
            continue
        both = (group, "second-group")

        def meeting(changed: Document, group: str = group) -> None:
            # a form of meeting is never a parallel group; what it says goes to principals, who take it no further
            told = beside(changed, group, "second-group")
            told["form"] = "meeting_form"
            for relation in ("answers_to", "escalates_to", "prepares_for", "implements_through"):
                told.pop(relation, None)
            told["informs"] = list(told["territory"])

        def to_a_board(changed: Document, group: str = group) -> None:
            meeting(changed, group)
            changed["groups"]["second-group"]["informs"] = ["region-board"]

        def one_topic(changed: Document, group: str = group, topic: str = topics[-1]) -> None:
            meeting(changed, group)
            changed["groups"]["second-group"]["remit"]["topics"] = [topic]

        members = [seat["function"] for seat in document["groups"][group]["seats"] if "function" in seat]
        why = "of the second group nothing but its seats leads to a decision"
        seats_alone = [also("ESC306", [f"{post}-second-group" for post in members], why)]
        yield defect("STR202", "a form of meeting on the same topics", both, meeting, about=both, also=seats_alone)
        yield defect(
            "STR202",
            "a form of meeting that informs a board",
            both,
            to_a_board,
            about=both,
            also=seats_alone,
            disputed=CHAIN,
        )
        yield defect("STR202", "a form of meeting on one of the topics", both, one_topic, about=both, also=seats_alone)
    yield defect("STR202", "said of the system", "system", in_system(duplicated_matters=True))


@injects("STR203")
def unlinked_politics(document: Document) -> Iterator[Defect]:
    """Political groups at two levels that share topics and principals, and no route or link joins them."""
    for group in groups(document, kind="political"):
        if group != "council":
            both = (group, "council")

            def apart(changed: Document, group: str = group) -> None:
                told = changed["groups"][group]
                del told["implements_through"], told["prepares_for"]
                told["informs"] = list(told["territory"])  # the principals, who take it no further
                unsay_route(changed, "prepares_for", group)

            def report_of_it(changed: Document, group: str = group) -> None:
                apart(changed, group)
                changed["facts"].append([group, "channel", "none", "council", "", "author", "book#Channels"])

            seat = [only_way(document, group)]
            yield defect("STR203", "nothing joins them", both, apart, about=both, also=seat)
            yield defect("STR203", "and a source says so", both, report_of_it, about=both, also=seat)
            gone = drop("groups", group, "prepares_for")
            yield defect("STR203", "the route is gone", both, gone, about=both, also=seat, disputed=CHAIN)
            alone = drop("groups", group, "prepares_for", "implements_through")
            yield defect("STR203", "nothing leads from it", both, alone, about=both, also=seat, disputed=CHAIN)


@injects("STR204")
def own_hierarchy(document: Document) -> Iterator[Defect]:
    """Two escalations in a row between groups, with no step of a line between."""
    for team in groups(document, level=order(document)[0]):
        local = document["groups"][team]["escalates_to"][0]["to"]
        above = document["groups"][local]["escalates_to"][0]["to"]
        past = [
            also("ESC301", one, "an escalation outwards with no step of the line of a concerned principal")
            for one in (team, local)
        ]

        def past_the_line(changed: Document, chain: tuple[str, ...] = (team, local)) -> None:
            for one in chain:
                del changed["groups"][one]["escalates_to"][0]["through"]

        chain = (team, local, above)
        yield defect("STR204", "two routes past the line", chain, past_the_line, about=chain, also=past)


@injects("STR205")
def isolated_group(document: Document) -> Iterator[Defect]:
    """Nothing leads to a group or from it."""
    leaves = [*groups(document, level=order(document)[0]), "working-group", *groups(document, counted=False)]
    for group in leaves:

        def alone(changed: Document, group: str = group) -> None:
            told = changed["groups"][group]
            for relation in ("escalates_to", "prepares_for", "answers_to", "parent", "informs", "implements_through"):
                told.pop(relation, None)
            unsay_route(changed, "reports_back_to", group)

        follows = [only_way(document, group)]
        if group == "working-group":
            three = (group, "preparation-adults", "preparation-children")
            follows += [also("STR202", three, "it stood inside one of them; now their common topics are unlinked")]
        yield defect("STR205", document["groups"][group]["form"], group, alone, also=follows)


@injects("STR206")
def same_people_again(document: Document) -> Iterator[Defect]:
    """Two groups, one not inside the other, have the same members."""
    level = order(document)[-1]
    regional = [g for g in groups(document, level=level, kind="officials") if len(document["groups"][g]["seats"]) > 2]
    for one in regional:
        for other in regional:
            if one == other or {one, other} == {"working-group", "preparation-adults"}:
                continue

            def same(changed: Document, one: str = one, other: str = other) -> None:
                for seat, like in zip(changed["groups"][one]["seats"], changed["groups"][other]["seats"], strict=True):
                    seat["function"] = like["function"]

            both = (one, other)
            people = [seat["function"] for seat in document["groups"][other]["seats"]]
            keys = also("ROB604", people, "each is now the only one of its principal in several groups")
            yield defect("STR206", "the same functions", both, same, about=both, also=[keys])


@injects("STR207")
def missing_level(document: Document) -> Iterator[Defect]:
    """A level has no group for a topic that must be treated there."""
    for level in order(document)[1:]:
        if level == "subregional":
            continue
        officials = groups(document, kind="officials", counted=True)
        for group in [one for one in officials if document["groups"][one]["level"] != level][:6]:

            def unhandled(changed: Document, level: str = level, group: str = group) -> None:
                told = changed["groups"][group]
                changed["topics"]["new-topic"] = {
                    "part_of": "care",
                    "urgent": False,
                    "settled_at": level,
                    "treated_at": level,
                    "concerns": list(told["territory"]),
                    "owner": "region-board",
                    "populations": list(told["populations"]),
                    "source": "book#Topics",
                }
                told["remit"]["topics"].append("new-topic")
                for seat in told["seats"]:
                    seat["mandate"]["topics"].append("new-topic")

            subjects = ("new-topic", level)
            yield defect("STR207", "in groups of other levels alone", subjects, unhandled, about=("new-topic",))


@injects("STR208")
def reporting_cycle(document: Document) -> Iterator[Defect]:
    """Reporting, answering or escalation goes round."""
    for town in towns(document):
        ring = (f"{town}-head", f"{town}-manager")
        yield defect("STR208", "functions", ring, put("functions", ring[0], reports_to=ring[1]), about=ring)
        units = (f"{town}-board", f"{town}-office")
        yield defect("STR208", "units", units, put("units", units[0], parent=units[1]), about=units)
    for team in groups(document, level=order(document)[0]):
        local = document["groups"][team]["answers_to"]
        ring = (team, local)
        yield defect("STR208", "answering", ring, put("groups", local, answers_to=team), about=ring)
        back = [*document["groups"][local]["escalates_to"], team]
        yield defect("STR208", "escalation", ring, put("groups", local, escalates_to=back), about=ring)


@injects("STR209")
def two_superiors(document: Document) -> Iterator[Defect]:
    """A function or unit reports to several without one marked as primary."""
    for name, told in document["functions"].items():
        if name.endswith(("-planner", "-specialist", "-analyst", "-leader", "-staff")):
            board = told["unit"].rpartition("-")[0] + "-board"
            if board not in document["units"]:
                continue
            two = [told["reports_to"], board]
            yield defect("STR209", "function", name, put("functions", name, reports_to=two))


@injects("STR210")
def span_of_control(document: Document) -> Iterator[Defect]:
    """A manager's direct reports fall outside the limits."""
    for name, told in document["functions"].items():
        if not told.get("manages"):
            continue
        mine = [one for one, post in document["functions"].items() if post["reports_to"] == name]

        def many(changed: Document, name: str = name, like: str = mine[-1]) -> None:
            post = copy.deepcopy(changed["functions"][like])
            for field in ("manages", "leads", "answers_for"):
                post.pop(field, None)
            for number in range(25):
                extra = f"extra-{number}"
                changed["functions"][extra] = {**copy.deepcopy(post), "name": extra, "reports_to": name}

        yield defect("STR210", "too many posts", name, many)
        staff = [one for one in mine if "staff" in one]
        if staff:
            yield defect("STR210", "one post for many", name, put("functions", staff[0], count=40))

            def few(changed: Document, staff: str = staff[0]) -> None:
                del changed["functions"][staff]

            yield defect("STR210", "too few", name, few)

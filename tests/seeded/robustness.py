"""Defects of what keeps the collaboration going when people change (ROB)."""

from __future__ import annotations

from collections.abc import Iterator

from tests.seeded.defect import Defect, Document, also, care, defect, drop, groups, injects, put


@injects("ROB601")
def no_introduction(document: Document) -> Iterator[Defect]:
    """A group has no introduction routine for new members, or nobody owns it."""
    for group in groups(document):
        for field in ("introduction", "introduction_owner"):
            yield defect("ROB601", f"no {field}", group, put("groups", group, **{field: "none"}))
            yield defect("ROB601", f"{field} unclear", group, put("groups", group, **{field: "unclear"}))
            yield defect("ROB601", f"{field} left out", group, drop("groups", group, field))


@injects("ROB602")
def short_chair(document: Document) -> Iterator[Defect]:
    """The chair's term is a year or less, and no vice chair or overlap is stated."""
    for group in groups(document):
        for years in (1, 0.5):
            told = {"term_years": years, "rotation_years": 1, "vice": False, "overlap": False}
            yield defect("ROB602", f"{years} years", group, put("groups", group, chair=told))
        alone = {"term_years": 1}
        yield defect("ROB602", "nothing told of a vice chair", group, put("groups", group, chair=alone))


@injects("ROB603")
def no_overview(document: Document) -> Iterator[Defect]:
    """Coordinators may exist, none covers all principals and levels."""
    coordinator = "coordinator"
    for principal in care(document):

        def narrower(changed: Document, principal: str = principal) -> None:
            told = changed["coordinators"][coordinator]
            told["covers"].remove(principal)
            told["overview"] = False
            changed["system"]["overview"] = "none"

        yield defect("ROB603", "a principal is not covered", "system", narrower)
    for level in document["levels"]:

        def lower(changed: Document, level: str = level) -> None:
            told = changed["coordinators"][coordinator]
            told["levels"].remove(level)
            told["overview"] = False
            changed["system"]["overview"] = "none"

        yield defect("ROB603", "a level is not covered", "system", lower)

    def nobody(changed: Document) -> None:
        del changed["coordinators"]
        changed["system"]["overview"] = "none"
        for told in changed["groups"].values():
            told["coordinator"] = "none"
            told["introduction_owner"] = "council"

    yield defect("ROB603", "no coordinator", "system", nobody)


@injects("ROB604")
def key_person(document: Document) -> Iterator[Defect]:
    """One function holds the seats of its principal in so many groups that losing it stops several."""
    local = [name for name in groups(document) if name.startswith(("team-", "local-"))]
    for post in ("region-manager-1", "region-leader-1", "region-manager-2", "region-head"):
        for many in (3, len(local)):

            def everywhere(changed: Document, post: str = post, many: int = many) -> None:
                for group in local[-many:]:
                    for seat in changed["groups"][group]["seats"]:
                        if seat.get("principal") == "region":
                            seat["function"] = post

            yield defect("ROB604", f"in {'three' if many == 3 else 'all local'} groups", post, everywhere)
    for posts in ("manager", "leader"):
        held = [{"function": f"region-{posts}-{place}"} for place in (1, 2, 3)]

        def one_person(changed: Document, held: list[Document] = held) -> None:
            changed["persons"] = {"alva": {"holds": held, "source": "book#People"}}

        yield defect("ROB604", "one person in three posts", "alva", one_person)


@injects("ROB605")
def meets_too_rarely(document: Document) -> Iterator[Defect]:
    """A group meets less often than its topics or its feeding groups need."""
    for group, told in document["groups"].items():
        if told["remit"]["topics"] != ["rehabilitation"]:
            yield defect("ROB605", "less than its topics need", group, put("groups", group, meetings_per_year=1))
    for group in groups(document):
        told = document["groups"][group]
        feeds = [one["to"] for one in told.get("escalates_to", ())] + told.get("prepares_for", [])
        if not feeds:
            continue
        others = [also("ROB605", to, "it is fed by the same group") for to in feeds[1:]]
        often = put("groups", group, meetings_per_year=52)
        yield defect("ROB605", "less than what feeds it needs", feeds[0], often, also=others)


@injects("ROB606")
def unfunded_coordinator(document: Document) -> Iterator[Defect]:
    """A source says that coordination or process leading lacks allocation or financing, or that it ends."""
    for section in ("coordinators", "process_leaders"):
        for name in document[section]:
            for field in ("allocation", "financed_by"):
                yield defect("ROB606", f"no {field}", name, put(section, name, **{field: "none"}))
            yield defect("ROB606", "it ends", name, put(section, name, until="2024-12-31"))

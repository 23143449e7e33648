"""Defects of what becomes of recommendations and decisions (DEC)."""

from __future__ import annotations

from collections.abc import Iterator

from tests.seeded.defect import Defect, Document, also, care, defect, groups, injects, only_way, put


def channel(about: str, word: str, to: str) -> list[str]:
    """A row of the table of facts that says of a way that it is not there, or unclear."""
    return [about, "channel", word, to, "", "author", "book#Channels"]


@injects("DEC401")
def recommendation_undecided(document: Document) -> Iterator[Defect]:
    """A group recommends, and a concerned principal has no step of decision, or it is unclear whether there is one."""
    for group, told in document["groups"].items():
        if "recommends_to" not in told:
            continue
        yield defect("DEC401", "the step is unclear", group, put("groups", group, decision_step="unclear"))
        left = [only_way(document, *document["groups"])]
        for principal in care(document):
            board = f"{principal}-board"

            def one_left_out(changed: Document, group: str = group, board: str = board) -> None:
                del changed["groups"][group]["decision_step"]
                changed["groups"][group]["recommends_to"].remove(board)
                for seat in changed["groups"][group]["seats"]:
                    seat["mandate"]["powers"].remove("take_home")

            yield defect(
                "DEC401",
                "a principal without a step",
                (group, principal),
                one_left_out,
                about=(group, principal),
                also=left,
            )

        def none(changed: Document, group: str = group) -> None:
            changed["groups"][group]["decision_step"] = "none"
            del changed["groups"][group]["recommends_to"]

        yield defect("DEC401", "no step at all", group, none, also=left)
    for group in groups(document, kind="officials", form="standing"):

        def recommends(changed: Document, group: str = group) -> None:
            told = changed["groups"][group]
            told["remit"]["powers"].append("recommend")
            told["decision_step"] = "none"
            told["report_back"] = "It would be told"

        yield defect("DEC401", "another group recommends, and nobody decides", group, recommends)


@injects("DEC402")
def no_report_back(document: Document) -> Iterator[Defect]:
    """The outcome of a recommendation does not return to the group."""
    if document["system"]["publishes_decisions"]:
        return  # what is published gets back to those who raised it
    for group, told in document["groups"].items():
        if "recommends_to" not in told:
            continue

        def silent(changed: Document, group: str = group) -> None:
            changed["groups"][group]["report_back"] = "none"
            for unit in changed["units"].values():
                if group in unit.get("reports_back_to", ()):
                    del unit["reports_back_to"]
            for one in changed["recommendations"].values():
                for decision in one["decisions"]:
                    decision["reported_back"] = False

        registered = [
            also("DEC402", name, "the register says of each decision that it was not reported back")
            for name in document["recommendations"]
        ]
        yield defect("DEC402", "nobody reports back", group, silent, also=registered)
    for name, told in document["recommendations"].items():
        for place, decision in enumerate(told["decisions"]):
            key = f"{name}:{decision['principal']}"
            subjects = (name, key, decision["principal"])

            def unreported(changed: Document, name: str = name, place: int = place) -> None:
                changed["recommendations"][name]["decisions"][place]["reported_back"] = False

            yield defect("DEC402", "a decision in the register not reported", subjects, unreported)


@injects("DEC403")
def decision_stops_short(document: Document) -> Iterator[Defect]:
    """From a decision or an agreed recommendation no path reaches a front-line unit that must carry it out."""
    for group, told in document["groups"].items():
        if not {"recommend", "agree"} & set(told["remit"]["powers"]) or "law" in told:
            continue

        def said(changed: Document, group: str = group) -> None:
            changed["facts"].append(channel(group, "none", "operations"))

        yield defect("DEC403", "a source says that it reaches nobody", group, said)
    for principal in care(document):

        def no_line(changed: Document, principal: str = principal) -> None:
            changed["principals"][principal]["line"] = "none"

        subjects = (principal, "council", "first-recommendation", "second-recommendation")
        alone = also("ESC306", [*document["groups"], *document["sets"]], "the way through the line is gone")
        yield defect("DEC403", "a principal without a line", subjects, no_line, also=[alone])


@injects("DEC404")
def decision_overdue(document: Document) -> Iterator[Defect]:
    """A principal has not decided by the date, or what it approved is not carried out."""
    for name, told in document["recommendations"].items():
        for place, decision in enumerate(told["decisions"]):
            principal = decision["principal"]
            subjects = (name, f"{name}:{principal}", principal)

            def pending(changed: Document, name: str = name, place: int = place) -> None:
                one = changed["recommendations"][name]["decisions"][place]
                one["outcome"] = "pending"
                for field in ("decided", "carry_out_by", "reported_back", "paragraph"):
                    del one[field]

            def absent(changed: Document, name: str = name, place: int = place) -> None:
                del changed["recommendations"][name]["decisions"][place]

            def undone(changed: Document, name: str = name, place: int = place) -> None:
                one = changed["recommendations"][name]["decisions"][place]
                one.update(outcome="approved", carry_out_by="2024-05-01")

            yield defect("DEC404", "pending past the date", subjects, pending, about=(name,))
            yield defect("DEC404", "not in the register", subjects, absent, about=(name,))
            yield defect("DEC404", "not carried out", subjects, undone, about=(name,))


@injects("DEC405")
def veto_without_way_on(document: Document) -> Iterator[Defect]:
    """Everybody must approve, and a source says that there is no way on after one rejection."""
    for group in groups(document, counted=True):
        stuck = {"unanimous": True, "way_on": "none"}
        yield defect("DEC405", "what a group recommends", group, put("groups", group, **stuck))
    for name in document["recommendations"]:
        stuck = {"unanimous": True, "way_on": "none"}
        yield defect("DEC405", "one recommendation", name, put("recommendations", name, **stuck))

"""Repairs that write something down: rules of procedure, introductions, assignments, parts of an agreement."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from remit.model.facts import State
from remit.model.text import Text
from remit.queries.suggest.candidate import Candidate, Case, Step, put, settle
from remit.queries.suggest.repairs import repairs

PARTS = {
    "who": Text("vem som gör det", "who does it"),
    "what": Text("vad som görs", "what is done"),
    "when": Text("när det görs", "when it is done"),
    "how": Text("hur det görs", "how it is done"),
}
"""The parts of an agreement that a text can complete (the goal is an entity of its own)."""


def both(text: Text) -> dict[str, str]:
    """A text as a file has it."""
    return {"sv": text.sv, "en": text.en}


RULES = both(
    Text("arbetsordning, beslutad av den som tillsatt gruppen", "rules of procedure, decided by whoever appointed it")
)
PURPOSE = both(Text("det som arbetsordningen anger", "what the rules of procedure say"))


@repairs("MAN101", "MAN102")
def instruction(case: Case) -> Iterator[Candidate]:
    """Rules of procedure for each group that has none, with what its remit lacks."""
    if case.kind != "group":
        return
    steps: list[Step] = settle(case, "assignment", RULES, doubted=True)
    lacking, aimless = (
        [g.id for g in case.things if not g.fact(path).known] for path in ("assignment", "remit.purpose")
    )
    steps = [s for s in steps if s.kind != "set" or s.told["of"] in lacking]
    steps += [s for s in settle(case, "remit.purpose", PURPOSE) if s.kind != "set" or s.told["of"] in aimless]
    for group in case.things:
        topics = group.fact("remit.topics")
        if topics.state != State.VALUE and (found := _topics(case, group.id)):
            steps.append(put(group.id, "remit.topics", found))
        if group.fact("remit.powers").state == State.NONE:
            steps.append(put(group.id, "remit.powers", ["discuss", "prepare"]))
    yield case.make("instruction", steps, {"document": len(case.things)})


def _topics(case: Case, group: str) -> list[str]:
    """What a group without topics may be about: what others expect of it, else what its agreement is about."""
    thing = case.org.thing(group)
    expected = thing.fact("expected.topics").values
    agreement = thing.fact("agreement")
    return list(expected or (case.org.thing(agreement.value).fact("topics").values if agreement.known else ()))


@repairs("INF811")
def documents(case: Case) -> Iterator[Candidate]:
    """A place where the documents are found; members who know the remit."""
    if case.kind == "system":
        place = both(Text("samlade på ett ställe som alla huvudmän når", "in one place that all principals can reach"))
        yield case.make("documents", settle(case, "documents", place), {"document": 1})
    else:
        yield case.make("documents", settle(case, "remit_known", "yes", doubted=False), {"document": len(case.things)})


@repairs("ROB601")
def introduction(case: Case) -> Iterator[Candidate]:
    """A routine, and somebody who answers for it."""
    owner = responsible(case)
    if owner is None:
        return
    routine = both(
        Text("kort rutin: uppdrag, mandat, pågående ärenden", "short routine: remit, mandate, matters under way")
    )
    steps = [*settle(case, "introduction", routine), *settle(case, "introduction_owner", owner)]
    yield case.make("introduction", steps, {"document": 1}, owner=case.org.name(owner))


def responsible(case: Case) -> str | None:
    """Who may answer for something that concerns all: the coordinator of the most groups, else the principal that has
    seats in the most groups.
    """
    org = case.org
    coordinators = [one for one in org.things("coordinator") if org.in_force(one)]
    groups = {one.id: len(one.fact("groups").values) for one in coordinators}
    if groups:
        return min(groups, key=lambda one: (-groups[one], one))
    seats = {p: sum(p in org.represented(g) for g in org.groups()) for p in org.care_principals}
    return min(seats, key=lambda one: (-seats[one], one)) if seats else None


@repairs("ROB602")
def chair(case: Case) -> Iterator[Candidate]:
    """A vice chair who takes over, or a longer term."""
    yield case.make("vice-chair", settle(case, "chair.vice", "yes"), {"document": len(case.things)})
    steps = settle(case, "chair.term_years", 2, doubted=False)
    yield case.make("longer-chair", steps, {"document": len(case.things)}, years=2)


@repairs("ESC302")
def owner(case: Case) -> Iterator[Candidate]:
    """Somebody in the group takes each matter as theirs."""
    text = both(
        Text(
            "den som tar upp ett ärende, om inget annat bestäms", "whoever brings a matter up, unless settled otherwise"
        )
    )
    if case.kind == "group":
        yield case.make("owner", settle(case, "owner", text), {"document": len(case.things)})


@repairs("DEC402")
def report_back(case: Case) -> Iterator[Candidate]:
    """The outcome returns to the group, or the decisions are published; what the register holds is reported."""
    if case.kind == "recommendation":
        taken = [one.id for one in case.org.things("decision") if case.org.model.parents[one.id][0] in case.ids]
        steps = [put(one, "reported_back", "yes") for one in taken]
        yield case.make("report-back", steps, {"document": len(case.ids)})
    if case.kind != "group":
        return
    text = both(
        Text("varje huvudman anmäler sitt beslut till gruppen", "each principal reports its decision to the group")
    )
    steps = settle(case, "report_back", text)
    raisers = sorted({e.source for g in case.ids for e in case.org.into(g, "escalates_to") if e.extent is None})
    routes = [
        Step("open", {"from": group, "reports_back_to": {"to": one}})
        for group in case.ids
        for one in raisers
        if any(e.target == group for e in case.org.out(one, "escalates_to"))
    ]
    yield case.make("report-back", [*steps, *routes], {"document": len(case.things), "route": len(routes)})
    yield case.make("publish", [put("system", "publishes_decisions", "yes")], {"document": 1})


@repairs("DEC405")
def way_on(case: Case) -> Iterator[Candidate]:
    """A way on after one rejection."""
    text = both(
        Text(
            "återremiss, därefter genomförande hos dem som vill",
            "referral back, then carrying out with those who want to",
        )
    )
    yield case.make("way-on", settle(case, "way_on", text), {"document": len(case.things)})


@repairs("COV504")
def describe(case: Case) -> Iterator[Candidate]:
    """A formal description of what is practised nearest the citizen."""
    if case.kind != "group":
        return
    text = both(Text("formell beskrivning i överenskommelsen", "formal description in the agreement"))
    steps = settle(case, "assignment", text)
    steps += [put(group.id, "status", "in_force") for group in case.things if group.fact("status").value == "practised"]
    yield case.make("describe", steps, {"document": len(case.things)})


@repairs("FUP702")
def complete(case: Case) -> Iterator[Candidate]:
    """What an agreement does not say is written into it."""
    if case.kind != "agreement":
        return
    steps: list[Step] = []
    parts: dict[str, None] = {}
    for name, part in PARTS.items():
        value = both(Text(f"{part.sv}, enligt bilaga", f"{part.en}, in an annex"))
        lacking = [a.id for a in case.things if not a.fact(name).known]
        if case.said(name):
            steps += settle(case, name, value)
            parts[name] = None
        elif lacking and any(
            case.org.thing(one).fact(name).missing().degree >= case.finding.certainty for one in lacking
        ):
            steps += [put(one, name, value) for one in lacking]
            parts[name] = None
    told = [PARTS[name] for name in parts]
    aimless = [a for a in case.things if a.fact("goal").missing().degree >= case.finding.certainty]
    for agreement in aimless:
        goal = f"goal-{agreement.id}"
        text = both(Text(f"målet med {agreement.name.sv}", f"the goal of {agreement.name.en}"))
        steps += [Step("create", {"goals": {goal: {"text": text}}}), put(agreement.id, "goal", [goal])]
    told += [Text("vilket målet är", "what the goal is")] if aimless else []
    if told:
        what = Text(", ".join(t.sv for t in told), ", ".join(t.en for t in told))
        yield case.make("complete-agreement", steps, {"document": len(case.things)}, what=what)


SIMPLE: dict[str, tuple[str, str, Any, str]] = {
    "FUP704": ("staff", "staff", both(Text("personal för arbetet", "staff for the work")), "task"),
    "MAN111": (
        "assignment",
        "assignment",
        both(Text("skriftlig uppdragsbeskrivning", "a written assignment")),
        "document",
    ),
    "COV506": ("fill", "vacant", "no", "sureness"),
}
"""Rules whose findings one field repairs: the kind of change, the field, its value, what it costs."""


@repairs(*SIMPLE)
def simple(case: Case) -> Iterator[Candidate]:
    """One field is settled."""
    kind, path, value, cost = SIMPLE[case.code]
    yield case.make(kind, settle(case, path, value, doubted=False), {cost: max(1, len(case.things))})


@repairs("PLN802", "PLN803")
def assigned(case: Case) -> Iterator[Candidate]:
    """Somebody owns what an activity waits for; a working group has purpose, goal and assignment."""
    owner = responsible(case)
    if case.kind == "activity" and owner is not None:
        steps = settle(case, "precondition_owner", owner)
        yield case.make("owner-of-precondition", steps, {"document": len(case.ids)}, owner=case.org.name(owner))
    if case.kind != "group":
        return
    steps = []
    for group in case.things:
        by = group.fact("assigned_by").values or group.fact("parent").value or group.fact("answers_to").values
        body = by if isinstance(by, str) else by[0] if by else None
        told = {"remit.purpose": PURPOSE, "assignment": RULES, "remit.given_by": body, "assigned_by": body and [body]}
        steps += [put(group.id, path, value) for path, value in told.items() if value]
        goal = f"goal-{group.id}"
        if not group.fact("goal").known:
            name = both(Text(f"målet för {group.name.sv}", f"the goal of {group.name.en}"))
            steps += [Step("create", {"goals": {goal: {"text": name}}}), put(group.id, "goal", [goal])]
    yield case.make("assign-working-group", steps, {"document": len(case.ids)})

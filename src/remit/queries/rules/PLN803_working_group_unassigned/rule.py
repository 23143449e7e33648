"""PLN803: a working group lacks purpose, goal or assignment from the body that must give it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from remit.graph.logic import NO, Proof, all_of
from remit.graph.org import Org, Thing
from remit.model.facts import Degree, Extent
from remit.model.text import Text
from remit.queries.cypher import Record, extent_of, proof_of
from remit.queries.lacking import surest_missing
from remit.queries.rule import Condition, Row, Rule, Settings, count_of

PARTS: dict[str, Text] = {
    "remit.purpose": Text("syfte", "purpose"),
    "goal": Text("mål", "goal"),
    "assignment": Text("uppdrag", "assignment"),
    "assigned_by": Text("organ som ger uppdraget", "a body that gives the assignment"),
    "remit.given_by": Text("uppdrag av det organ som ska ge det", "a remit from the body that is to give it"),
}
"""What a working group must be given, and by whom, by field."""

RULE = Rule(
    code="PLN803",
    name="working-group-unassigned",
    severity="warning",
    title=Text("Arbetsgrupp utan syfte, mål eller uppdrag", "Working group without purpose, goal or assignment"),
    definition=Text(
        "En gällande arbetsgrupp har inte fått syfte, mål eller uppdrag av det organ som ska ge det.",
        "A working group in force has not been given purpose, goal or assignment by the body that is to give it.",
    ),
    rationale=Text(
        "En arbetsgrupp som ingen har gett uppdrag arbetar med det den själv väljer, och ingen tar emot resultatet.",
        "A working group that nobody has assigned works on what it chooses itself, and nobody receives the result.",
    ),
    harm=Text(
        "Tid läggs på arbete som inte leder till någon skillnad för invånaren.",
        "Time is spent on work that leads to no difference for the citizen.",
    ),
    repair=Text(
        "Låt det organ som tillsatt gruppen besluta syfte, mål och uppdrag, eller avsluta den.",
        "Let the body that appointed the group decide purpose, goal and assignment, or end it.",
    ),
    origin=Text(
        "Utvärderingen av processledarna i Skåne (2023): varje arbetsgrupp ska ha syfte, mål och uppdrag.",
        "The evaluation of the process leaders in Skåne (2023): each working group needs purpose, goal and assignment.",
    ),
    conditions=(
        Condition("context", Text("det är en gällande arbetsgrupp", "it is a working group in force")),
        Condition("defect", Text("syfte, mål eller uppdrag saknas", "purpose, goal or assignment is missing")),
        Condition(
            "defect",
            Text(
                "eller en källa säger att inget organ ger det, eller att ett annat gett det än det som ska",
                "or a source says that no body gives it, or that another has given it than the one that must",
            ),
        ),
    ),
    messages={
        "open": Text(
            "Källorna säger inte säkert att arbetsgruppen har syfte, mål och uppdrag: {subject}.",
            "The sources do not say for certain that the working group has purpose, goal and assignment: {subject}.",
        ),
        "finding": Text("Arbetsgruppen saknar {parts}: {subject}.", "The working group lacks {parts}: {subject}."),
    },
    looked_at=Text("grupper", "groups"),
    looks_at=count_of("group"),
)


def detect(org: Org, settings: Settings) -> Iterator[Row]:
    """A row for each working group, or set of them to an extent, with what it most surely lacks."""
    for group in org.subjects("group"):
        if group.speaks_of(*PARTS):
            here = all_of(org.in_force(group), org.told(group, _working_group).context())
            parts = {name: group.fact(name).missing() for name in ("remit.purpose", "goal", "assignment")}
            parts |= {"assigned_by": _told_missing(group, "assigned_by"), "remit.given_by": _by_another(group)}
            yield _row(group.id, group.extent, here, parts, group.fact("assigned_by").values)


def from_cypher(org: Org, settings: Settings, records: Iterable[Record]) -> Iterator[Row]:
    """The rows from the server's answer; which parts are most surely missing is known when they are weighed."""
    for record in records:
        parts = {name: proof_of(term) for name, term in record["parts"]}
        here = proof_of(record["here"])
        yield _row(record["subject"], extent_of(record), here, parts, record["assigned_by"])


def _working_group(group: Thing) -> Proof:
    """To what degree it is a working group; a set of which nothing is told itself is as its members are."""
    form = group.fact("form")
    return form.is_("working_group") if group.extent is None else form.excuse("working_group")


def _told_missing(group: Thing, path: str) -> Proof:
    """To what degree somebody says that it is missing; silence says nothing."""
    fact = group.fact(path)
    return fact.missing() if fact.doubted else NO


def _by_another(group: Thing) -> Proof:
    """To what degree its remit is told to be given by nobody, or by another body than the one that must give it; what
    a law gives needs no body.
    """
    given, by = group.fact("remit.given_by"), group.fact("assigned_by")
    if not given.known or group.org.kind(given.value) == "source":
        return _told_missing(group, "remit.given_by")
    return all_of(given.is_(given.value).context(), by.lacks(given.value)) if by.items else NO


def _row(subject: str, extent: Extent | None, here: Proof, parts: Mapping[str, Proof], by: Sequence[str]) -> Row:
    names, proof = surest_missing(parts)
    whole = all_of(here, proof)
    if whole.degree == Degree.OPEN:
        return Row(subject, whole, "open", tuple(by), extent=extent)
    told = [PARTS[name] for name in names]
    text = Text(", ".join(one.sv for one in told), ", ".join(one.en for one in told))
    return Row(subject, whole, "finding", tuple(by), extent=extent, values={"parts": text})

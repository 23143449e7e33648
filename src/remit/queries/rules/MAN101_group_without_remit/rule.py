"""MAN101: a group in force has no remit, or one without purpose, topics or powers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from remit.graph.logic import Proof, all_of, any_of, excused
from remit.graph.org import Fact, Org, Origin
from remit.model.facts import Degree, Extent, State
from remit.model.text import Text
from remit.queries.cypher import Record, extent_of, proof_of
from remit.queries.rule import Condition, Row, Rule, Settings, count_of

RULE = Rule(
    code="MAN101",
    name="group-without-remit",
    severity="error",
    title=Text("Grupp utan uppdrag", "Group without a remit"),
    definition=Text(
        "En gällande grupp saknar uppdrag, eller har ett uppdrag som inte anger syfte, frågor eller befogenheter.",
        "A group in force has no remit, or one that does not tell its purpose, topics or powers.",
    ),
    rationale=Text(
        "Utan syfte, frågor och befogenheter vet ingen vad gruppen är till för, vad den får ta upp och vad "
        "den får göra åt det. Den kan då varken styras eller hållas ansvarig.",
        "Without a purpose, topics and powers nobody knows what the group is for, what it may take up and "
        "what it may do about it. It can then neither be steered nor be held to account.",
    ),
    harm=Text(
        "Den som behöver hjälp från flera huvudmän hänvisas till en grupp som ingen har bett att lösa frågan.",
        "Somebody who needs help from several principals is referred to a group that nobody has asked to solve it.",
    ),
    repair=Text(
        "Låt uppdragsgivaren besluta ett uppdrag med syfte, frågor och befogenheter, eller lägg ned gruppen.",
        "Let whoever appoints the group decide a remit with purpose, topics and powers, or close the group.",
    ),
    origin=Text(
        "Utredningen om samverkan i Västerbotten (2018), utredarens reflexioner, saknar formulerade uppdrag; "
        "organisationsläran om att befogenhet och ansvar ska följas åt (Fayol).",
        "The Västerbotten inquiry on collaboration (2018), the author's reflections, misses worded remits; "
        "organisation theory holds that authority and responsibility go together (Fayol).",
    ),
    conditions=(
        Condition("context", Text("gruppen är gällande eller tillämpas", "the group is in force or practised")),
        Condition(
            "defect",
            Text(
                "uppdraget saknas, eller dess syfte, frågor eller befogenheter",
                "the remit is missing, or its purpose, topics or powers",
            ),
        ),
        Condition(
            "excuse",
            Text(
                "ingen källa återger uppdraget, men ett dokument beskriver det",
                "no source tells the remit, but a document describes it",
            ),
        ),
        Condition(
            "excuse",
            Text(
                "ingen källa säger att uppdraget saknas, och en lag ger gruppen dess befogenheter",
                "no source says that the remit is missing, and a law gives the group its powers",
            ),
        ),
    ),
    messages={
        "finding": Text("Uppdrag saknas: {subject}.", "There is no remit: {subject}."),
        "parts": Text("Uppdraget anger inte {parts}: {subject}.", "The remit does not tell {parts}: {subject}."),
        "untold": Text(
            "Uppdragets syfte, frågor eller befogenheter är inte kända i sin helhet: {subject}.",
            "The purpose, topics or powers of the remit are not fully known: {subject}.",
        ),
    },
    looked_at=Text("grupper", "groups"),
    looks_at=count_of("group"),
)

PARTS = {
    "purpose": Text("syfte", "purpose"),
    "topics": Text("frågor", "topics"),
    "powers": Text("befogenheter", "powers"),
}


PATHS = ("remit", *(f"remit.{name}" for name in PARTS))


def detect(org: Org, settings: Settings) -> Iterator[Row]:
    """A row for each group, or set of groups to an extent, whose remit or a part of it is missing."""
    for group in org.subjects("group"):
        if group.speaks_of(*PATHS):
            document = any_of(group.fact("assignment").excuse(), group.fact("remit.document").excuse())
            law = org.is_decided_by_law(group)
            whole, *parts = (group.fact(path) for path in PATHS)
            silent = whole.state == State.UNKNOWN and all(part.state == State.UNKNOWN for part in parts)
            told = whole.known or (whole.state == State.UNKNOWN and not silent)
            lacks = [_missing(fact, document, law) for fact in (whole, *parts)]
            yield _row(group.id, group.extent, org.in_force(group), lacks, told=told)


def from_cypher(org: Org, settings: Settings, records: Iterable[Record]) -> Iterator[Row]:
    """The rows from the server's answer; which parts are most surely missing is known when they are weighed."""
    for record in records:
        lacks = [proof_of(term) for term in record["lacks"]]
        yield _row(record["subject"], extent_of(record), proof_of(record["here"]), lacks, told=record["told"])


def _row(subject: str, extent: Extent | None, here: Proof, lacks: Sequence[Proof], *, told: bool) -> Row:
    """The whole is missing, or (where anything is told of it) those of its parts that are so most surely."""
    whole, *parts = lacks
    if not told:
        return Row(subject, all_of(here, whole), extent=extent)
    best = max(proof.degree for proof in parts)
    named = [(name, proof) for name, proof in zip(PARTS, parts, strict=True) if proof.degree == best]
    proof = all_of(here, *(proof for _, proof in named))
    if best == Degree.OPEN:
        return Row(subject, proof, "untold", extent=extent)
    return Row(subject, proof, "parts", extent=extent, values={"parts": _listed([PARTS[name] for name, _ in named])})


def _missing(fact: Fact, document: Proof, law: Proof) -> Proof:
    """To what degree it is missing. What nobody tells stands in the document or law that describes the group;
    what a source calls missing, unclear, deferred or contradictory is not excused.
    """
    if fact.state == State.UNKNOWN and fact.origin != Origin.CONTRADICTION:
        return excused(fact.missing(), document, law)
    if fact.origin == Origin.COVERAGE:
        return excused(fact.missing(), law)
    return fact.missing()


def _listed(texts: list[Text]) -> Text:
    def joined(words: list[str], last: str) -> str:
        return f" {last} ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))

    return Text(joined([t.sv for t in texts], "eller"), joined([t.en for t in texts], "or"))

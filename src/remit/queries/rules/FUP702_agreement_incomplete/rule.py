"""FUP702: an agreement does not say who, what, when, how or which goal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from remit.graph.logic import Proof, all_of
from remit.graph.org import Org
from remit.model.facts import Degree, Extent
from remit.model.text import Text
from remit.queries.cypher import Record, extent_of, proof_of
from remit.queries.lacking import surest_missing
from remit.queries.rule import Condition, Row, Rule, Settings, count_of

PARTS: dict[str, Text] = {
    "who": Text("vem som ska göra det", "who is to do it"),
    "what": Text("vad som ska göras", "what is to be done"),
    "when": Text("när det ska göras", "when it is to be done"),
    "how": Text("hur det ska göras", "how it is to be done"),
    "goal": Text("vilket mål det tjänar", "which goal it serves"),
}
"""What an agreement must say, by field."""

RULE = Rule(
    code="FUP702",
    name="agreement-incomplete",
    severity="warning",
    title=Text("Ofullständig överenskommelse", "Incomplete agreement"),
    definition=Text(
        "En gällande överenskommelse säger inte vem som ska göra vad, när, hur eller för vilket mål.",
        "An agreement in force does not say who is to do what, when, how or for which goal.",
    ),
    rationale=Text(
        "Det som inte är utskrivet tolkar var och en av parterna för sig, och det går inte att följa upp.",
        "What is not written out is read by each party in its own way, and cannot be followed up.",
    ),
    harm=Text(
        "Invånaren får olika stöd beroende på hur den enhet hon möter har läst överenskommelsen.",
        "A citizen gets different support depending on how the unit that she meets has read the agreement.",
    ),
    repair=Text(
        "Komplettera överenskommelsen eller en bilaga till den: ansvarig, åtgärd, tid, arbetssätt och mål.",
        "Complete the agreement or an annex to it: who answers, what is done, when, how and for which goal.",
    ),
    origin=Text(
        "AdvisoryBoard (2013), checklista för samverkan: ser alla samma bild av det som ska avtalas. Temakonferensen i "
        "Malmö 2019: mer vad än hur.",
        "AdvisoryBoard (2013), checklist for collaboration: do all see the same picture of what is to be agreed. The "
        "theme conference in Malmö 2019: more of what than of how.",
    ),
    conditions=(
        Condition("context", Text("överenskommelsen är gällande", "the agreement is in force")),
        Condition(
            "defect",
            Text("den saknar vem, vad, när, hur eller mål", "it lacks who, what, when, how or goal"),
        ),
    ),
    messages={
        "open": Text(
            "Källorna säger inte säkert att överenskommelsen anger vem, vad, när, hur och mål: {subject}.",
            "The sources do not say for certain that the agreement tells who, what, when, how and goal: {subject}.",
        ),
        "finding": Text(
            "Överenskommelsen säger inte {parts}: {subject}.", "The agreement does not say {parts}: {subject}."
        ),
    },
    looked_at=Text("överenskommelser", "agreements"),
    looks_at=count_of("agreement"),
)


def detect(org: Org, settings: Settings) -> Iterator[Row]:
    """A row for each agreement, or set of agreements to an extent, with what it most surely leaves out."""
    for agreement in org.subjects("agreement"):
        parts = {name: agreement.fact(name).missing() for name in PARTS}
        yield _row(agreement.id, agreement.extent, org.in_force(agreement), parts)


def from_cypher(org: Org, settings: Settings, records: Iterable[Record]) -> Iterator[Row]:
    """The rows from the server's answer; which parts are most surely missing is known when they are weighed."""
    for record in records:
        parts = {name: proof_of(term) for name, term in record["parts"]}
        yield _row(record["subject"], extent_of(record), proof_of(record["here"]), parts)


def _row(subject: str, extent: Extent | None, here: Proof, parts: Mapping[str, Proof]) -> Row:
    names, proof = surest_missing(parts)
    whole = all_of(here, proof)
    if whole.degree == Degree.OPEN:
        return Row(subject, whole, "open", extent=extent)
    told = [PARTS[name] for name in names]
    text = Text(", ".join(one.sv for one in told), ", ".join(one.en for one in told))
    return Row(subject, whole, extent=extent, values={"parts": text})

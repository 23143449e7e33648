"""FUP703: an indicator without owner or data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from remit.graph.logic import Proof, all_of
from remit.graph.org import Org
from remit.model.facts import Extent
from remit.model.text import Text
from remit.queries.cypher import Record, extent_of, proof_of
from remit.queries.lacking import surest_missing
from remit.queries.rule import Condition, Row, Rule, Settings, count_of

PARTS = ("owner", "data")
"""What an indicator in use must have."""

RULE = Rule(
    code="FUP703",
    name="indicator-without-owner",
    severity="warning",
    title=Text("Indikator utan ägare eller data", "Indicator without owner or data"),
    definition=Text(
        "En beslutad indikator har ingen som ansvarar för den, eller inga data att räkna den ur.",
        "An agreed indicator has nobody who answers for it, or no data to be counted from.",
    ),
    rationale=Text(
        "Ett mått som ingen tar fram, eller som inte går att ta fram, blir aldrig en uppföljning.",
        "A measure that nobody takes out, or that cannot be taken out, never becomes a follow-up.",
    ),
    harm=Text(
        "Ingen märker att det som lovats invånaren inte blir av.",
        "Nobody notices that what a citizen was promised does not come about.",
    ),
    repair=Text(
        "Utse vem som tar fram måttet och varifrån uppgifterna hämtas, eller ta bort det.",
        "Appoint who takes the measure out and where its data come from, or remove it.",
    ),
    origin=Text(
        "Utvärderingen av processledarna i Skåne (2023): uppföljningen var svår när indikatorer saknades.",
        "The evaluation of the process leaders in Skåne (2023): follow-up was hard where indicators were missing.",
    ),
    conditions=(
        Condition("context", Text("indikatorn är beslutad", "the indicator is agreed")),
        Condition("defect", Text("ansvarig eller data saknas", "owner or data is missing")),
    ),
    messages={
        "owner": Text("Ingen ansvarar för indikatorn: {subject}.", "Nobody answers for the indicator: {subject}."),
        "data": Text("Indikatorn saknar data: {subject}.", "The indicator has no data: {subject}."),
        "finding": Text(
            "Indikatorn saknar både ansvarig och data: {subject}.",
            "The indicator has neither owner nor data: {subject}.",
        ),
    },
    looked_at=Text("indikatorer", "indicators"),
    looks_at=count_of("indicator"),
)


def detect(org: Org, settings: Settings) -> Iterator[Row]:
    """A row for each indicator, or set of them to an extent, with what is most surely missing."""
    for indicator in org.subjects("indicator"):
        parts = {name: indicator.fact(name).missing() for name in PARTS if indicator.speaks_of(name)}
        yield _row(indicator.id, indicator.extent, org.in_force(indicator), parts)


def from_cypher(org: Org, settings: Settings, records: Iterable[Record]) -> Iterator[Row]:
    """The rows from the server's answer; whether owner or data is surer missing is known when they are weighed."""
    for record in records:
        parts = {name: proof_of(term) for name, term in record["parts"]}
        yield _row(record["subject"], extent_of(record), proof_of(record["here"]), parts)


def _row(subject: str, extent: Extent | None, here: Proof, parts: Mapping[str, Proof]) -> Row:
    names, proof = surest_missing(parts)
    message = names[0] if len(names) == 1 else "finding"
    return Row(subject, all_of(here, proof), message, extent=extent)

"""STR202: one topic and population is in the remit of two groups that have no link or line between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from remit.graph.logic import Evidence, Ground, Proof, all_of, any_of, excused
from remit.graph.org import Org
from remit.graph.pairs import Pairs, same_value
from remit.graph.ways import Chains
from remit.model.facts import Degree
from remit.model.text import Text
from remit.queries.cypher import Record, proof_of, row_of
from remit.queries.rule import Condition, Named, Reach, Row, Rule, Settings, count_of

RULE = Rule(
    code="STR202",
    name="matter-handled-twice",
    severity="warning",
    title=Text("Samma fråga i flera grupper", "The same matter in several groups"),
    definition=Text(
        "En fråga och målgrupp i ett område ligger i uppdraget för två eller flera grupper av samma slag "
        "och nivå som delar huvudmän, utan något samband eller någon linje mellan grupperna; eller en källa "
        "säger att samma fråga behandlas i flera grupper som inte vet om varandra.",
        "One topic and population of a territory is in the remit of two or more groups of the same kind and "
        "level that share principals, with no link or line between the groups; or a source says that the "
        "same matter is treated in several groups that do not know of each other.",
    ),
    rationale=Text(
        "Att flera behandlar samma fråga är ett problem först när de inte vet om varandra: då görs arbetet "
        "om, och huvudmännen kan få olika råd i samma sak.",
        "That several treat one matter is a problem only when they do not know of each other: then work is "
        "done over again, and the principals can get different advice in one and the same matter.",
    ),
    harm=Text(
        "Invånaren kan få olika besked om samma sak, beroende på vilken grupp som hann först.",
        "A citizen can get different answers about the same thing, depending on which group came first.",
    ),
    repair=Text(
        "Ange ett samband mellan grupperna (vem som informerar, bereder åt eller svarar inför vem), eller "
        "ge den ena ansvaret för frågan.",
        "State a link between the groups (who informs, prepares for or answers to whom), or give one of "
        "them the matter.",
    ),
    origin=Text(
        "Utredningen om samverkan i Västerbotten (2018), avsnittet om koordinatorer, där det nämns som en risk.",
        "The Västerbotten inquiry on collaboration (2018), the section on coordinators, where it is named as a risk.",
    ),
    conditions=(
        Condition(
            "context",
            Text("båda grupperna är gällande eller tillämpas", "both groups are in force or practised"),
        ),
        Condition("context", Text("de är av samma slag", "they are of the same kind")),
        Condition("context", Text("de står på samma nivå", "they are at one level")),
        Condition("context", Text("de är till för samma område", "they are for one territory")),
        Condition(
            "context",
            Text(
                "de representerar samma huvudmän; den som sitter i varje grupp räknas inte",
                "they represent the same principals; one that sits in every group is left out",
            ),
        ),
        Condition("defect", Text("en fråga ligger i bådas uppdrag", "a topic is in the remit of both")),
        Condition("defect", Text("målgrupperna möts", "their populations meet")),
        Condition(
            "defect",
            Text(
                "inget samband finns mellan dem: en källa säger det, eller bådas alla vägar är redovisade",
                "no link is there between them: a source says so, or all ways of both are listed",
            ),
        ),
        Condition(
            "excuse",
            Text(
                "en angiven kedja eller linje förenar dem, såsom ett gemensamt överordnat organ",
                "a stated chain or line joins them, such as a shared superior",
            ),
        ),
        Condition(
            "defect",
            Text(
                "(annat bevis) en källa säger att frågor behandlas i flera grupper ovetande om varandra",
                "(another proof) a source says that matters are treated in several groups unknowingly",
            ),
        ),
    ),
    messages={
        "finding": Text(
            "Samma frågor och målgrupper hos grupper utan samband: {subject}; tillsammans med {other}. "
            "Frågor: {topics}.",
            "The same topics and populations in groups without a link: {subject}; together with {other}. "
            "Topics: {topics}.",
        ),
        "said": Text(
            "Samma fråga kan behandlas i flera grupper utan att de vet om varandra, enligt källan: {subject}.",
            "The same matter may be treated in several groups that do not know of each other, the source "
            "says: {subject}.",
        ),
    },
    looked_at=Text("grupper", "groups"),
    looks_at=count_of("group"),
)

PRINCIPALS = Text("huvudmän", "principals")


def detect(org: Org, _settings: Settings) -> Iterator[Row]:
    """A row for each pair of groups, open where a single thing is not known; one where a source says so."""
    pairs, chains = Pairs(org), Chains(org)
    for one, other, principals, represented in pairs.sharing(org.groups()):
        kind = same_value(one, other, "kind")
        level = kind and same_value(one, other, "level")
        populations = level and pairs.populations(one, other)
        topics = populations and pairs.topics(one, other)
        if not topics:  # for speed
            continue
        missing = excused(org.unlinked(one.id, other.id), chains.joined(one.id, other.id))
        same = (org.in_force(one), org.in_force(other), represented, kind, level, topics, populations)
        unknown = len(pairs.not_told(one, other, "kind", "level", "populations", "remit.topics"))
        found = _Pair(one.id, other.id, all_of(*same), pairs.territory(one, other), missing, unknown)
        yield from _row(org, found, principals, _named(topics))
    for system in org.subjects("system"):
        told = system.fact("duplicated_matters").excuse(lambda value: value is True)
        yield Row(system.id, any_of(told).on(Ground.STATED), message="said", extent=system.extent)


def from_cypher(org: Org, settings: Settings, records: Iterable[Record]) -> Iterator[Row]:
    """The rows from the server's answer; how many questions are open is known when they are weighed."""
    for record in records:
        if record["message"] == "said":
            yield row_of(None, record)
            continue
        topics = proof_of(record["topics"])
        same = all_of(proof_of(record["before"]), topics, proof_of(record["after"]))
        territory, missing = proof_of(record["territory"]), proof_of(record["missing"])
        found = _Pair(record["subject"], record["other"], same, territory, missing, record["unknown"])
        yield from _row(org, found, record["principals"], _named(topics))


class _Pair(NamedTuple):
    """Two groups: to what degree they are the same in all that is compared, and what may be a single question."""

    one: str
    other: str
    same: Proof
    territory: Proof
    missing: Proof
    unknown: int


def _named(topics: Proof) -> tuple[str, ...]:
    return tuple(sorted({e.to for e in topics.evidence if e.relation == "remit.topics"}))


def _row(org: Org, found: _Pair, principals: Sequence[str], topics: tuple[str, ...]) -> Iterator[Row]:
    """The row, unless more than a single thing is not known."""
    if found.unknown + sum(proof.degree == Degree.OPEN for proof in (found.territory, found.missing)) > 1:
        return
    proof = all_of(found.same, found.territory, found.missing).on(Ground.STRUCTURAL)
    care = [p for p in principals if p in org.care_principals]
    yield Row(
        found.one,
        proof.seen(Evidence(found.one, "common principals", str(len(principals)))),
        related=(found.other,),
        pair=(found.other,),
        values={"other": Named((found.other,)), "topics": Named(topics)},
        reach=(Reach(len(care), len(org.care_principals), PRINCIPALS),) if care else (),
    )

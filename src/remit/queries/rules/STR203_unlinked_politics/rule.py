"""STR203: political groups at different levels share topics and principals, and nothing joins them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from remit.graph.logic import NO, Evidence, Ground, Proof, all_of, any_of, excused
from remit.graph.org import Org, Thing
from remit.graph.pairs import Pairs
from remit.graph.ways import Chains, no_way_told
from remit.model.facts import Degree, Extent
from remit.model.text import Text
from remit.queries.cypher import Record, extent_of, proof_of
from remit.queries.rule import Condition, Named, Reach, Row, Rule, Settings

RULE = Rule(
    code="STR203",
    name="unlinked-politics",
    severity="warning",
    title=Text("Politik utan samband mellan nivåerna", "Politics without a link between levels"),
    definition=Text(
        "Politiska grupper på olika nivåer arbetar med gemensamma frågor för gemensamma huvudmän, och ingen "
        "väg och inget angivet samband förenar dem.",
        "Political groups at different levels work on common topics for common principals, and no route or "
        "stated link joins them.",
    ),
    rationale=Text(
        "Politiken på den ena nivån kan inte föra frågor till den andra, och det som den ena enas om blir "
        "inte känt för den andra, fast samma huvudmän står bakom båda.",
        "Politics at one level cannot bring matters to the other, and what the one agrees on does not "
        "become known to the other, though the same principals stand behind both.",
    ),
    harm=Text(
        "Det som invånarna behöver på hemorten når inte dem som avtalar för hela länet, och länets "
        "överenskommelser märks inte hemma.",
        "What citizens need where they live does not reach those who agree for the whole county, and what "
        "the county agrees on is not felt at home.",
    ),
    repair=Text(
        "Bestäm hur frågor och besked går mellan nivåerna: en väg uppåt, en återrapportering nedåt eller "
        "ett gemensamt möte, och skriv in det i gruppernas arbetsordningar.",
        "Decide how matters and answers go between the levels: a route upwards, a report downwards or a "
        "joint meeting, and put it into the rules of procedure of the groups.",
    ),
    origin=Text(
        "Utredningen om samverkan i Västerbotten (2018), intervjuerna om hur beslut tas.",
        "The Västerbotten inquiry on collaboration (2018), the interviews on how decisions are made.",
    ),
    conditions=(
        Condition(
            "context",
            Text("båda grupperna är gällande eller tillämpas", "both groups are in force or practised"),
        ),
        Condition("context", Text("båda är politiska", "both are political")),
        Condition("context", Text("de står på olika nivåer", "they are at different levels")),
        Condition("context", Text("en fråga ligger i bådas uppdrag", "a topic is in the remit of both")),
        Condition(
            "context",
            Text(
                "de representerar gemensamma huvudmän; den som sitter i varje grupp räknas inte",
                "they represent common principals; one that sits in every group is left out",
            ),
        ),
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
                "en angiven kedja eller linje förenar dem, om ingen källa säger att samband saknas",
                "a stated chain or line joins them, unless a source says that there is no link",
            ),
        ),
    ),
    messages={
        "finding": Text(
            "Politiska grupper på olika nivåer utan samband: {subject}; i förhållande till {other}. "
            "Gemensamma huvudmän: {principals}.",
            "Political groups at different levels without a link: {subject}; in relation to {other}. "
            "Common principals: {principals}.",
        )
    },
    looked_at=Text("politiska grupper", "political groups"),
    looks_at=lambda org: len(_political(org)),
)

PRINCIPALS = Text("huvudmän", "principals")


def detect(org: Org, _settings: Settings) -> Iterator[Row]:
    """A row for each pair of political groups, then for each set that a source says lacks a link."""
    pairs, chains = Pairs(org), Chains(org)
    for one, other, principals, represented in pairs.sharing(org.groups()):
        same = _sharing(org, pairs, one, other, represented)
        if not all(same):
            continue
        link = _missing(org, chains, one.id, other.id)
        unknown = len(pairs.not_told(one, other, "kind", "level", "remit.topics"))
        here = all_of(org.in_force(one), org.in_force(other), *same)
        yield from _pair(org, one.id, other.id, here, link, unknown, principals)
    for several in org.subjects("group"):
        for edge in org.out(several.id, "linked_to") if several.extent else ():
            if edge.extent == several.extent and org.kind(edge.target) == "group":
                other = org.thing(edge.target)
                members = [org.thing(member) for member in several.members if member != other.id]
                shared = [(member, *pairs.shared(member, other)) for member in members]
                each = [all_of(org.in_force(m), *_sharing(org, pairs, m, other, proof)) for m, _, proof in shared]
                proof = all_of(org.in_force(other), *each, edge.denied)
                principals = tuple(sorted({p for _, listed, _ in shared for p in listed}))
                yield _row(org, several.id, other.id, proof, principals, several.extent)


def _political(org: Org) -> list[Thing]:
    return [group for group in org.groups() if group.fact("kind").is_("political")]


def _sharing(org: Org, pairs: Pairs, one: Thing, other: Thing, represented: Proof) -> tuple[Proof, ...]:
    """The conditions that say that two groups are politics of the same things at different levels."""
    political = all_of(one.fact("kind").is_("political"), other.fact("kind").is_("political"))
    (rank, sure), (other_rank, other_sure) = org.level(one), org.level(other)
    levels = NO if rank is not None and rank == other_rank else all_of(sure, other_sure)
    return political, levels, pairs.topics(one, other), represented


def _missing(org: Org, chains: Chains, one: str, other: str) -> Proof:
    """To what degree the link is missing: what a source says of just these two comes before any chain."""
    missing = org.unlinked(one, other)
    if not missing:
        return NO
    told = any_of(missing if missing.ground == Ground.STATED else NO, no_way_told(org, one, other))
    return told or excused(missing, chains.joined(one, other))


def from_cypher(org: Org, settings: Settings, records: Iterable[Record]) -> Iterator[Row]:
    """The rows from the server's answer; how many questions are open is known when they are weighed."""
    for record in records:
        one, other, here, link = record["subject"], record["other"], proof_of(record["here"]), proof_of(record["link"])
        principals = tuple(sorted(set(record["principals"])))
        if record["extent"]:
            yield _row(org, one, other, all_of(here, link), principals, extent_of(record))
        else:
            yield from _pair(org, one, other, here, link, record["unknown"], principals)


def _pair(
    org: Org, one: str, other: str, here: Proof, link: Proof, unknown: int, principals: tuple[str, ...]
) -> Iterator[Row]:
    """The row of two groups, unless more than a single thing is not known."""
    proof = all_of(here, link)
    if proof and unknown + (link.degree == Degree.OPEN) <= 1:
        yield _row(org, one, other, proof, principals)


def _row(
    org: Org, one: str, other: str, proof: Proof, principals: tuple[str, ...], extent: Extent | None = None
) -> Row:
    care = [p for p in principals if p in org.care_principals]
    return Row(
        one,
        proof.seen(Evidence(one, "common principals", str(len(principals)))),
        related=(other,),
        pair=(other,),
        extent=extent,
        values={"other": Named((other,)), "principals": Named(principals)},
        reach=(Reach(len(care), len(org.care_principals), PRINCIPALS),) if care else (),
    )

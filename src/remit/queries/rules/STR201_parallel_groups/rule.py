"""STR201: two groups do the same job side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from remit.graph.logic import NO, Evidence, Ground, Proof, all_of, any_of, excused, merge
from remit.graph.org import Org, Thing
from remit.graph.pairs import Pairs, overlap, same_value, told_items
from remit.graph.resolve import Item
from remit.graph.ways import told_way
from remit.model.facts import Degree
from remit.model.text import Text
from remit.queries.cypher import Record, proof_of
from remit.queries.rule import Condition, Named, Reach, Row, Rule, Setting, Settings, Value, count_of

RULE = Rule(
    code="STR201",
    name="parallel-groups",
    severity="warning",
    title=Text("Parallella grupper", "Parallel groups"),
    definition=Text(
        "Två stående grupper av samma slag, på samma nivå och för samma område, arbetar med samma frågor "
        "och målgrupper för samma huvudmän och svarar inför samma organ, eller båda inför inget alls, utan "
        "att den ena ingår i den andra eller har ett angivet samband med den.",
        "Two standing groups of the same kind, at one level and for one territory, work on the same topics "
        "and populations for the same principals and answer to the same body, or both to none, while "
        "neither is nested in the other or has a stated link to it.",
    ),
    rationale=Text(
        "När två grupper har samma uppgift blir det oklart vilken som äger frågan; båda lägger tid på den, "
        "och den som ska ta emot deras beredning får två underlag eller inget.",
        "When two groups have the same task it is unclear which of them owns the matter; both spend time on "
        "it, and whoever receives their preparation gets two of it or none.",
    ),
    harm=Text(
        "Den som behöver hjälp som båda grupperna ansvarar för kan bli hänvisad fram och tillbaka mellan dem.",
        "Somebody who needs help that both groups answer for can be sent back and forth between them.",
    ),
    repair=Text(
        "Slå ihop grupperna, låt den ena bli en beredning inom den andra, eller dela upp frågorna och skriv "
        "in hur grupperna håller varandra underrättade.",
        "Merge the groups, make one a preparation within the other, or divide the topics and write down how "
        "the groups keep each other informed.",
    ),
    origin=Text(
        "Utredningen om samverkan i Västerbotten (2018), förslaget för den regionala tjänstepersonsnivån; "
        "organisationsläran om överlappande ansvar (Galbraith, Thompson).",
        "The Västerbotten inquiry on collaboration (2018), the proposal for officials at the regional "
        "level; organisation theory on overlapping responsibility (Galbraith, Thompson).",
    ),
    conditions=(
        Condition(
            "context",
            Text("båda grupperna är gällande eller tillämpas", "both groups are in force or practised"),
        ),
        Condition(
            "context",
            Text(
                "båda är stående grupper, inte mötesformer eller projekt",
                "both stand; no meeting form or project",
            ),
        ),
        Condition("context", Text("de är av samma slag", "they are of the same kind")),
        Condition("context", Text("de står på samma nivå", "they are at one level")),
        Condition(
            "context",
            Text(
                "de är till för samma område; där inget område anges gäller de huvudmän som platserna står för",
                "they are for one territory; where none is stated, the principals that the seats stand for",
            ),
        ),
        Condition(
            "defect",
            Text(
                "angivna målgrupper möts; åldersgrupper under en överenskommelse gör det inte",
                "stated populations meet; age groups of one agreement do not",
            ),
        ),
        Condition(
            "defect",
            Text(
                "frågorna möts: den ena listan täcker den andra, eller en andel av den kortare listan är gemensam",
                "topics meet: one list covers the other, or a share of the shorter list is common",
            ),
        ),
        Condition(
            "defect",
            Text(
                "de representerar samma huvudmän; den som sitter i varje grupp räknas inte, delade platser "
                "står för alla som delar dem",
                "they represent the same principals; one that sits in every group is left out, shared seats "
                "stand for all who share them",
            ),
        ),
        Condition(
            "defect",
            Text(
                "båda svarar inför samma organ, eller båda uppges inte svara inför något",
                "both answer to the same body, or both are told to answer to none",
            ),
        ),
        Condition("excuse", Text("den ena ingår i den andra", "one is nested in the other")),
        Condition("excuse", Text("ett samband mellan dem är angivet", "a link between them is stated")),
    ),
    messages={
        "finding": Text(
            "Parallella uppdrag sida vid sida: {subject}; tillsammans med {other}. Gemensamma frågor i den "
            "kortare frågelistan: {met} av {of} (gräns: {limit} procent, eller att den ena listan täcker "
            "den andra). Gemensamma huvudmän: {principals}.",
            "Parallel assignments side by side: {subject}; together with {other}. Common topics in the "
            "shorter list: {met} of {of} (limit: {limit} per cent, or one list covering the other). Common "
            "principals: {principals}.",
        ),
        "topics_unknown": Text(
            "Kanske parallella uppdrag, frågorna är inte kända: {subject}; tillsammans med {other}. "
            "Gemensamma huvudmän: {principals}.",
            "Perhaps parallel assignments, the topics are not known: {subject}; together with {other}. "
            "Common principals: {principals}.",
        ),
    },
    looked_at=Text("grupper", "groups"),
    looks_at=count_of("group"),
    settings=(
        Setting(
            "shared_topics",
            0.5,
            Text(
                "hur stor del av den kortare frågelistan som ska vara gemensam",
                "how large a share of the shorter list of topics must be common",
            ),
            Text(
                "Från hälften är mer av gruppens arbete gemensamt med den andra än eget; under hälften är "
                "det en överlappning i kanten. Enkel majoritet är den vanliga gränsen för huvuddelen av "
                "något.",
                "From half on, at least as much of a group's work is common with the other as is its own; "
                "below that it is an overlap at the edge. A simple majority is the usual limit for the main "
                "part of something.",
            ),
        ),
    ),
)

PRINCIPALS = Text("huvudmän", "principals")


@dataclass(frozen=True, slots=True)
class Common:
    """How far the topics of two groups are common: the proof, and so many of the shorter list."""

    proof: Proof
    met: int = 0
    of: int = 0


def detect(org: Org, settings: Settings) -> Iterator[Row]:
    """A row for each pair of groups that do the same job; open where a single thing is not known."""
    pairs = Pairs(org)
    limit = float(settings["shared_topics"])
    for one, other, principals, represented in pairs.sharing(org.groups()):
        kind = same_value(one, other, "kind")
        level = kind and same_value(one, other, "level")
        populations = level and pairs.populations(one, other)
        if not populations:  # for speed
            continue
        common = topics(org, one, other, limit)
        territory, answering = pairs.territory(one, other), pairs.superior(one, other)
        same = all_of(
            org.in_force(one),
            org.in_force(other),
            all_of(one.fact("form").is_("standing"), other.fact("form").is_("standing")).context(),
            represented,
            kind,
            level,
            territory,
            populations,
            common.proof,
            answering,
        )
        link = any_of(org.nested(one.id, other.id), org.linked(one.id, other.id), told_way(org, one.id, other.id))
        unknown = len(pairs.not_told(one, other, "kind", "level", "populations", "remit.topics", "answers_to"))
        if unknown + (territory.degree == Degree.OPEN) <= 1:
            yield from _row(org, (one.id, other.id), excused(same, link), principals, common, limit)


def from_cypher(org: Org, settings: Settings, records: Iterable[Record]) -> Iterator[Row]:
    """The rows from the server's answer; whether the territory is open is known when it is weighed."""
    limit = float(settings["shared_topics"])
    for record in records:
        territory, common = proof_of(record["territory"]), proof_of(record["topics"])
        same = all_of(
            proof_of(record["before"]), territory, proof_of(record["populations"]), common, proof_of(record["after"])
        )
        link = any_of(*(proof_of(term) for term in record["links"]))
        if record["unknown"] + (territory.degree == Degree.OPEN) <= 1:
            both, principals = (record["subject"], record["other"]), tuple(record["principals"])
            found = Common(common, record["met"] or 0, record["of"] or 0)
            yield from _row(org, both, excused(same, link), principals, found, limit)


def _row(
    org: Org, both: tuple[str, str], proof: Proof, principals: tuple[str, ...], common: Common, limit: float
) -> Iterator[Row]:
    one, other = both
    care = [p for p in principals if p in org.care_principals]
    measures = [Evidence(one, "common principals", str(len(principals)))]
    values: dict[str, Value] = {"other": Named((other,)), "principals": Named(principals)}
    if common.of:
        share = f"{common.met} of {common.of}, limit {limit:g}"
        measures.append(Evidence(one, "common topics", share))
        values |= {"met": common.met, "of": common.of, "limit": round(100 * limit)}
    yield Row(
        one,
        proof.on(Ground.STRUCTURAL).seen(*measures),
        message="finding" if common.of else "topics_unknown",
        related=(other,),
        pair=(other,),
        values=values,
        reach=(Reach(len(care), len(org.care_principals), PRINCIPALS),) if care else (),
    )


def topics(org: Org, one: Thing, other: Thing, limit: float) -> Common:
    """How far the topics meet: one list covers the other, or a share of the shorter one; surest first."""
    first, second = one.fact("remit.topics"), other.fact("remit.topics")
    if not (told_items(first) and told_items(second)):
        return Common(overlap(first, second, org.topics_meet))
    for degree in (Degree.ESTABLISHED, Degree.REPORTED, Degree.OPEN):
        left = [item for item in told_items(first) if item.degree >= degree]
        right = [item for item in told_items(second) if item.degree >= degree]
        shorter, longer = sorted((left, right), key=len)
        met = max(_met(org, shorter, longer), _met(org, longer, shorter) if len(left) == len(right) else 0)
        enough = met > 0 and met >= limit * len(shorter)
        if enough or _covers(org, left, right) or _covers(org, right, left):
            sources = merge(s for item in (*left, *right) for s in item.sources)
            proof = all_of(Proof(degree, None, (), sources), overlap(first, second, org.topics_meet))
            doubted = first.partly_open or second.partly_open
            return Common(proof.at_most(Degree.OPEN) if doubted else proof, met, len(shorter))
    return Common(NO)


def _met(org: Org, some: list[Item], others: list[Item]) -> int:
    return sum(any(org.topics_meet(a.value, b.value) for b in others) for a in some)


def _covers(org: Org, wide: list[Item], narrow: list[Item]) -> bool:
    return bool(narrow) and all(any(org.covers_topic(w.value, n.value) for w in wide) for n in narrow)

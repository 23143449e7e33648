"""DEC403: what is decided or agreed does not reach the front line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from remit.graph.logic import NO, OPEN, YES, Evidence, Ground, Proof, all_of, any_of, excused
from remit.graph.org import Org, Thing
from remit.graph.resolve import Channel
from remit.graph.ways import REACHES
from remit.model.facts import Degree, Extent
from remit.model.text import Text
from remit.queries.cypher import Record, extent_of, proof_of, row_of
from remit.queries.rule import Condition, Row, Rule, Settings, count_of

RULE = Rule(
    code="DEC403",
    name="decision-stops-short",
    severity="error",
    title=Text("Beslutet når inte verksamheten", "Decision stops short"),
    definition=Text(
        "Från ett beslut, eller en rekommendation som man enats om, leder ingen väg till de verksamheter närmast "
        "invånaren som ska genomföra det.",
        "From a decision, or a recommendation that has been agreed, no path reaches a front-line unit that must carry "
        "it out.",
    ),
    rationale=Text(
        "Ett beslut är värt det som ändras där invånaren möter vården. Når det inte dit var arbetet förgäves.",
        "A decision is worth what it changes where the citizen meets care. If it does not get there, all work before "
        "it was in vain.",
    ),
    harm=Text(
        "Invånaren märker ingenting av det som är bestämt.",
        "The citizen notices nothing of what has been settled.",
    ),
    repair=Text(
        "Ange för varje beslut genom vem det genomförs hos varje huvudman, ända ned till verksamheten, och följ upp "
        "att det kommit fram.",
        "State for each decision through whom it is carried out in each principal, right down to operations, and "
        "follow up that it got there.",
    ),
    origin=Text(
        "Forskningen om genomförande (Pressman och Wildavsky: varje led kan stoppa ett beslut) och utredningen om "
        "samverkan i Västerbotten (2018), intervjuerna om hur beslut tas.",
        "Research on implementation (Pressman and Wildavsky: any link may stop a decision) and the Västerbotten "
        "inquiry on collaboration (2018), the interviews on how decisions are taken.",
    ),
    conditions=(
        Condition("context", Text("gruppen gäller eller tillämpas", "the group is in force or practised")),
        Condition(
            "defect",
            Text(
                "en källa säger att vägen ut i verksamheten saknas",
                "a source says that the way to operations is none",
            ),
        ),
        Condition("context", Text("gruppen beslutar eller rekommenderar", "the group decides or recommends")),
        Condition(
            "defect",
            Text(
                "ingen angiven väg leder till en huvudmans linje eller till dem som ska genomföra",
                "no declared route leads to the line of a principal or to those who are to carry out",
            ),
        ),
        Condition(
            "defect",
            Text(
                "ingen plats har i mandat att ta hem frågan eller besluta i den",
                "no seat has a mandate to take the matter home or to decide it",
            ),
        ),
        Condition(
            "excuse",
            Text("en källa säger att vägen ut i verksamheten finns", "a source says that there is a way to operations"),
        ),
        Condition(
            "defect",
            Text(
                "en källa säger att en huvudmans linje inte leder ut i verksamheten",
                "a source says that the line of a principal is not there",
            ),
        ),
    ),
    messages={
        "finding": Text(
            "Det som beslutas eller överenskoms når inte verksamheten: {subject}.",
            "What is decided or agreed does not reach operations: {subject}.",
        ),
        "no-path": Text(
            "Ingen väg leder från beslut eller rekommendation till verksamheten: {subject}.",
            "No way leads from decision or recommendation to operations: {subject}.",
        ),
        "line": Text(
            "Beslut når inte verksamheten genom den egna linjen: {subject}.",
            "Decisions do not reach operations through the own line: {subject}.",
        ),
    },
    looked_at=Text("samverkansgrupper", "collaboration groups"),
    looks_at=count_of("group"),
)

DOWNWARDS = REACHES["downwards"]
"""The routes by which what a group arrives at comes to those who carry it out, or to those who decide that they do."""


def detect(org: Org, settings: Settings) -> Iterator[Row]:
    """Rows for whom a source says it of, for groups from which no path leads down, and for lines said not to be."""
    nearest = min(org.ranks.values(), default=None)
    for kind in ("group", "topic", "system", "principal"):
        for subject in org.way_subjects(kind):
            ways = [way for way in org.ways_told(subject) if _is_front_line(org, way.to, nearest)]
            told = any_of(*(excused(_broken(org, w), *(o.holds for o in ways if o.to == w.to)) for w in ways))
            found = NO
            if kind == "group" and subject.extent is None:
                found = excused(_no_path(org, subject), *(way.holds for way in ways))
            yield _row(subject.id, subject.extent, org.in_force(subject), told, found)
    for principal in org.subjects("principal"):
        line = principal.fact("line")
        if principal.speaks_of("line") and line.doubted:
            yield Row(principal.id, all_of(org.in_force(principal), line.missing()), "line", extent=principal.extent)


def from_cypher(org: Org, settings: Settings, records: Iterable[Record]) -> Iterator[Row]:
    """The rows from the server's answer; whether what is told is surer than that no path leads down is known when
    both are weighed.
    """
    for record in records:
        if record["message"] == "line":
            yield row_of(None, record)
            continue
        subject, told = record["subject"], any_of(*(proof_of(term) for term in record["told"]))
        stops = (
            _stopped(subject, topic, any_of(*(proof_of(term) for term in ways)), proof_of(listed))
            for topic, ways, listed in record["stops"]
        )
        no_path = all_of(proof_of(record["acts"]), any_of(*stops))
        found = excused(no_path, *(proof_of(term) for term in record["ways"]))
        yield _row(subject, extent_of(record), proof_of(record["here"]), told, found)


def _row(subject: str, extent: Extent | None, here: Proof, told: Proof, found: Proof) -> Row:
    """What a source says, or (where that is surer) that no path is found."""
    message = "finding" if told.degree >= found.degree else "no-path"
    return Row(subject, all_of(here, any_of(told, found)), message, extent=extent)


def _is_front_line(org: Org, target: str, nearest: int | None) -> bool:
    """Whether a way leads to operations: the word, the level nearest the citizen, or a front-line unit."""
    if org.kind(target) == "unit":
        return bool(org.thing(target).fact("kind").value == "front_line")
    return target == "operations" or (nearest is not None and org.rank(target) == nearest)


def _broken(org: Org, way: Channel) -> Proof:
    """To what degree a way to operations is told to be none; which level is nearest is open where a rank is."""
    unsure = org.kind(way.to) == "level" and any(level.fact("rank").left_open for level in org.things("level"))
    return way.broken().at_most(Degree.OPEN) if unsure else way.broken()


def _no_path(org: Org, group: Thing) -> Proof:
    """To what degree what a group decides or recommends comes, on some topic, to nobody who carries it out."""
    powers = group.fact("remit.powers")
    decides = powers.has("decide") if any(item.value == "decide" for item in powers.items) else NO
    acts = any_of(decides.context(), org.recommends(group))
    topics = group.fact("remit.topics").values or (None,)
    return all_of(acts, any_of(*(_stops(org, group, topic) for topic in topics))) if acts else NO


def _stops(org: Org, group: Thing, topic: str | None) -> Proof:
    """To what degree no path leads from a group down to a front line."""
    way, listed = NO, YES
    reached = org.onward(group.id, topic, *DOWNWARDS)
    for node, reach in sorted(reached.items()):
        kind = org.kind(node)
        if kind != "group":
            way = any_of(way, all_of(reach, _goes_down(org, node)))
        else:
            body = org.thing(node)
            for principals, home in org.takes_home(body, topic):
                lines = [org.line(one) for one in sorted(principals)] or [OPEN]
                way = any_of(way, all_of(reach, home, *lines))
            carried = any_of(
                *(
                    all_of(reached[edge.source], edge.holds, org.carries(edge, topic))
                    for edge in org.into(node, "implements_through")
                    if edge.source in reached
                )
            )
            if carried:
                lines = [all_of(org.seated(body, one), org.line(one)) for one in sorted(org.represented(body))]
                way = any_of(way, all_of(carried, any_of(*lines)))
            listed = all_of(listed, org.seats_listed(body))
        if kind in ("group", "unit", "function"):
            listed = all_of(listed, org.routes_listed(node, *DOWNWARDS))
        if way.degree > Degree.OPEN:
            return NO
    return _stopped(group.id, topic, way, listed)


def _stopped(group: str, topic: str | None, way: Proof, listed: Proof) -> Proof:
    """To what degree a group's matters come to nobody, as the surest way down is and as far as all is listed."""
    if way.degree > Degree.OPEN:
        return NO
    evidence = Evidence(group, "no way to operations", topic or group)
    return (OPEN if way else listed).on(Ground.STRUCTURAL).seen(evidence)


def _goes_down(org: Org, body: str) -> Proof:
    """To what degree a body of a principal leads to its front line: its line is taken as there (section 3 a)."""
    owners = org.principals_of(body)
    return any_of(*(org.line(owner) for owner in owners)) if owners else OPEN

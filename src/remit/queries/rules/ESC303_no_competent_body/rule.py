"""ESC303: from a group no way leads to anybody with power to decide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from remit.graph.logic import NO, OPEN, YES, Evidence, Ground, Proof, all_of, any_of, excused
from remit.graph.org import Org, Thing
from remit.graph.ways import REACHES
from remit.model.facts import Degree, Extent
from remit.model.kinds.route import RELATIONS
from remit.model.text import Text
from remit.queries.cypher import Record, extent_of, proof_of
from remit.queries.rule import Condition, Named, Row, Rule, Settings, count_of

RULE = Rule(
    code="ESC303",
    name="no-competent-body",
    severity="error",
    title=Text("Ingen väg till den som får besluta", "No way to anybody who may decide"),
    definition=Text(
        "Från en grupp leder ingen väg, och ingen plats vars mandat är att ta hem frågor, till någon hos en berörd "
        "huvudman som får besluta i frågan. Eller en källa säger att vägen till beslut saknas eller är oklar.",
        "From a group no route, and no seat whose mandate is to take matters home, leads to anybody of a concerned "
        "principal who may decide the topic. Or a source says that the way to a decision is none or unclear.",
    ),
    rationale=Text(
        "En grupp som inte själv får besluta är till nytta bara om det den kommer fram till når den som får det.",
        "A group that may not itself decide is of use only if what it arrives at comes to those who may.",
    ),
    harm=Text(
        "Det som invånaren behöver diskuteras men beslutas aldrig.",
        "What the citizen needs is discussed and never decided.",
    ),
    repair=Text(
        "Ange vart gruppens frågor går för beslut hos varje huvudman, eller ge ledamöterna i mandat att ta hem dem.",
        "Say where the group's matters go for decision in each principal, or give the members a mandate to take them "
        "home.",
    ),
    origin=Text(
        "Kommunallagen: beslut fattas av fullmäktige, nämnder och dem som fått rätten av dem. Utredningen om samverkan "
        "i Västerbotten (2018), utredarens reflexioner om det nuvarande systemet.",
        "The Swedish Local Government Act: decisions are taken by assemblies, boards and those to whom they have "
        "delegated. The Västerbotten inquiry on collaboration (2018), the author's reflections on the present system.",
    ),
    conditions=(
        Condition("context", Text("gruppen gäller eller tillämpas", "the group is in force or practised")),
        Condition(
            "defect",
            Text(
                "en källa säger att vägen till beslut saknas eller är oklar",
                "a source says that the way to a decision is none or unclear",
            ),
        ),
        Condition("context", Text("gruppen beslutar inte själv", "the group does not itself decide")),
        Condition(
            "defect",
            Text(
                "ingen angiven väg leder till någon som får besluta hos en berörd huvudman",
                "no declared route leads to anybody of a concerned principal who may decide",
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
            Text("en källa säger att en väg till beslut finns", "a source says that there is a way to a decision"),
        ),
    ),
    messages={
        "finding": Text(
            "Vägen till ett beslut saknas eller är oklar: {subject}.",
            "The way to a decision is missing or unclear: {subject}.",
        ),
        "no-path": Text(
            "Ingen väg leder till någon som får besluta ({topics}): {subject}.",
            "No way leads to anybody who may decide ({topics}): {subject}.",
        ),
    },
    looked_at=Text("samverkansgrupper", "collaboration groups"),
    looks_at=count_of("group"),
)

WAYS = REACHES["onward"]
"""The relations by which a group brings a matter to somebody who may decide it."""


def detect(org: Org, settings: Settings) -> Iterator[Row]:
    """A row for each group, set, topic or the system from which no way to a decision is told or found."""
    for kind in ("group", "topic", "system"):
        for subject in org.way_subjects(kind):
            ways = [way for way in org.ways_told(subject) if way.to == "decision"]
            stated = any_of(*(way.holds for way in ways))
            told = excused(any_of(*(way.broken(unclear_too=True) for way in ways)), stated)
            unsure = kind == "group" and told.degree < Degree.ESTABLISHED  # a surer proof cannot be found
            found = _no_path(org, subject) if unsure else {}
            yield _row(subject.id, subject.extent, org.in_force(subject), told, stated, found)


def from_cypher(org: Org, settings: Settings, records: Iterable[Record]) -> Iterator[Row]:
    """The rows from the server's answer; on which topics there most surely is no way, and whether that is surer than
    what is told, is known when the ways are weighed.
    """
    for record in records:
        subject, here, stated = record["subject"], proof_of(record["here"]), proof_of(record["stated"])
        found = {
            one["topic"]: all_of(
                proof_of(one["in_remit"]),
                _nobody(
                    subject,
                    one["topic"],
                    proof_of(one["itself"]),
                    any_of(*(proof_of(way) for way in one["ways"])),
                    proof_of(one["listed"]),
                ),
            )
            for one in record["topics"]
        }
        yield _row(subject, extent_of(record), here, excused(proof_of(record["told"]), stated), stated, found)


def _row(
    subject: str, extent: Extent | None, here: Proof, told: Proof, stated: Proof, found: Mapping[str, Proof]
) -> Row:
    """What is told of the way, or (where that is surer) the topics on which none is found."""
    best = any_of(*found.values())
    topics = tuple(sorted(topic for topic, proof in found.items() if proof and proof.degree == best.degree))
    no_path = excused(best, stated)
    if told.degree >= no_path.degree:
        return Row(subject, all_of(here, told), extent=extent)
    return Row(subject, all_of(here, no_path), "no-path", topics, extent=extent, values={"topics": Named(topics)})


def _no_path(org: Org, group: Thing) -> dict[str, Proof]:
    """To what degree nobody who may decide is reached on each topic of the remit."""
    if group.extent is not None:
        return {}
    remit = group.fact("remit.topics")
    found: dict[str, Proof] = {}
    for topic in remit.values:
        itself = org.may_decide(group.id, topic)
        way, listed = _way(org, group, topic) if itself.degree <= Degree.OPEN else (NO, NO)
        found[topic] = all_of(remit.has(topic).context(), _nobody(group.id, topic, itself, way, listed))
    return found


def _nobody(group: str, topic: str, itself: Proof, way: Proof, listed: Proof) -> Proof:
    """To what degree a group that does not decide a topic itself reaches nobody who may, by its surest way; where not
    all that could be a way is listed, there may be another.

    Where it is neither known whether it decides nor whether it reaches anybody, nothing points at the defect.
    """
    perhaps = bool(way) or listed.degree <= Degree.OPEN
    if itself.degree > Degree.OPEN or way.degree > Degree.OPEN or (itself and perhaps):
        return NO
    evidence = Evidence(group, "no way to decision", topic)
    return (OPEN if itself or perhaps else listed).on(Ground.STRUCTURAL).seen(evidence)


def _way(org: Org, group: Thing, topic: str) -> tuple[Proof, Proof]:
    """The surest way to somebody who may decide, and to what degree all that could be one is listed."""
    concerned, known = org.concerned(topic, group)
    best, listed = NO, []
    for node, reach in sorted(org.onward(group.id, topic, *WAYS).items()):
        kind = org.kind(node)
        if node != group.id:
            best = any_of(best, all_of(reach, _decides(org, node, topic, concerned, known)))
        if kind in ("group", "unit", "function"):
            listed.append(org.routes_listed(node, *(r for r in WAYS if kind == "group" or r in RELATIONS)))
        if kind == "group":
            listed.append(org.seats_listed(org.thing(node)))
            for principals, home in org.takes_home(org.thing(node), topic):
                best = any_of(best, all_of(reach, home, _home(org, topic, principals, concerned, known)))
        if best.degree == Degree.ESTABLISHED:
            return best, OPEN
    if not best:
        informed = [n for n in org.onward(group.id, topic, *REACHES["informed"]) if n != group.id]
        best = any_of(*(_decides(org, n, topic, concerned, known).at_most(Degree.OPEN) for n in informed))
        bodies = [n for n in (group.id, *informed) if org.kind(n) in ("group", "unit", "function")]
        if any(org.thing(n).fact("informs").left_open for n in bodies):
            best = best or OPEN
    return best, all_of(*listed)


def _home(org: Org, topic: str, principals: frozenset[str], concerned: frozenset[str], known: Proof) -> Proof:
    """To what degree one of a seat's principals is concerned and decides the topic in its line."""
    if not principals & concerned:
        return OPEN if not principals or known.degree == Degree.OPEN else NO
    ways = all_of(*(org.may_decide(principal, topic) for principal in sorted(principals & concerned)))
    return ways if principals <= concerned else ways.at_most(Degree.OPEN)


def _decides(org: Org, node: str, topic: str, concerned: frozenset[str], known: Proof) -> Proof:
    """To what degree a body may decide a topic for a concerned principal, itself or further up its line."""
    kind = org.kind(node)
    if kind == "group":
        return org.may_decide(node, topic)
    if kind == "provider":
        return NO
    owners = frozenset(org.principals_of(node))
    if kind == "joint_body":
        outside = OPEN if known.degree == Degree.OPEN or org.owners_open(node) else NO
        return all_of(org.may_decide(node, topic), YES if owners & concerned else outside)
    line = [_home(org, topic, frozenset((owner,)), concerned, known) for owner in sorted(owners)]
    if owners & concerned:
        return any_of(org.may_decide(node, topic), *line)
    return any_of(*line, OPEN if not owners or org.owners_open(node) else NO)

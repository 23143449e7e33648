"""ESC303: from a group no way leads to anybody with power to decide."""

from __future__ import annotations

from collections.abc import Iterator

from remit.graph.logic import NO, OPEN, YES, Evidence, Ground, Proof, all_of, any_of, excused
from remit.graph.org import Org, Thing
from remit.graph.ways import REACHES
from remit.model.facts import Degree
from remit.model.kinds.route import RELATIONS
from remit.model.text import Text
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
            found, topics = _no_path(org, subject) if unsure else (NO, ())
            found = excused(found, stated)
            if told.degree >= found.degree:
                yield Row(subject.id, all_of(org.in_force(subject), told), extent=subject.extent)
            else:
                named = {"topics": Named(topics)}
                yield Row(subject.id, all_of(org.in_force(subject), found), "no-path", topics, values=named)


def _no_path(org: Org, group: Thing) -> tuple[Proof, tuple[str, ...]]:
    """To what degree nobody who may decide is reached on some topic of the remit, and on which."""
    if group.extent is not None:
        return NO, ()
    remit = group.fact("remit.topics")
    found = {topic: all_of(remit.has(topic).context(), _nobody(org, group, topic)) for topic in remit.values}
    best = any_of(*found.values())
    return best, tuple(sorted(topic for topic, proof in found.items() if proof and proof.degree == best.degree))


def _nobody(org: Org, group: Thing, topic: str) -> Proof:
    """To what degree a group that does not decide a topic itself reaches nobody who may.

    Where it is neither known whether it decides nor whether it reaches anybody, nothing points at the defect.
    """
    itself = org.may_decide(group.id, topic)
    if itself.degree > Degree.OPEN:
        return NO
    concerned, known = org.concerned(topic, group)
    way, listed = _way(org, group, topic, concerned, known)
    if way.degree > Degree.OPEN or (itself and way):
        return NO
    evidence = Evidence(group.id, "no way to decision", topic)
    return (OPEN if itself or way else listed).on(Ground.STRUCTURAL).seen(evidence)


def _way(org: Org, group: Thing, topic: str, concerned: frozenset[str], known: Proof) -> tuple[Proof, Proof]:
    """The surest way to somebody who may decide, and to what degree all that could be one is listed."""
    best, listed = NO, []
    for node, reach in org.onward(group.id, topic, *WAYS).items():
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
    whole = all_of(*listed)
    return any_of(best, NO if whole.degree > Degree.OPEN else OPEN), whole


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

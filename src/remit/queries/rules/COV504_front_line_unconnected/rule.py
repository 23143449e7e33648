"""COV504: the collaboration nearest the citizen is practised without formal description or link."""

from __future__ import annotations

from collections.abc import Iterator

from remit.graph.logic import NO, OPEN, YES, Evidence, Ground, Proof, all_of, any_of, excused, sure
from remit.graph.org import LINKING, Org, Thing
from remit.graph.resolve import Fact
from remit.model.facts import Degree, Extent, State
from remit.model.kinds.route import RELATIONS
from remit.model.text import Text
from remit.queries.rule import Condition, Row, Rule, Settings


def _looks_at(org: Org) -> int:
    nearest = _nearest(org)
    return sum(1 for group in org.groups(counted=True) if _near(org, group, *nearest))


RULE = Rule(
    code="COV504",
    name="front-line-unconnected",
    severity="warning",
    title=Text("Samverkan närmast invånaren utan formell grund", "Collaboration nearest the citizen unconnected"),
    definition=Text(
        "Samverkan på nivån närmast invånaren tillämpas utan att vara formellt beskriven, eller saknar både"
        " beskrivning, överenskommelse och samband; eller en källa säger att vägen dit eller därifrån saknas.",
        "Collaboration at the level nearest the citizen is practised without a formal description, or has neither"
        " description, agreement nor link; or a source says that there is no way to it or from it.",
    ),
    rationale=Text(
        "Det som inte är beskrivet vilar på enskilda personer och kan varken följas upp eller nås av beslut.",
        "What is not described rests on single persons, and can neither be followed up nor reached by decisions.",
    ),
    harm=Text(
        "Kontakterna kring den enskilde håller bara så länge de som skapat dem är kvar.",
        "The contacts around the citizen last only as long as those who made them stay.",
    ),
    repair=Text(
        "Beskriv forumet i överenskommelsen: vilka som möts, kring vad, och hur frågor går upp och beslut ner.",
        "Describe the forum in the agreement: who meets about what, and how matters go up and decisions down.",
    ),
    origin=Text(
        "Utredningen om samverkan i Västerbotten (2018), lokala överenskommelser; gräsrotsbyråkrati (Lipsky):"
        " politik blir till i mötet med invånaren.",
        "The Västerbotten inquiry on collaboration (2018), local agreements; street-level bureaucracy (Lipsky):"
        " policy is made where the citizen is met.",
    ),
    conditions=(
        Condition("context", Text("gruppen är gällande eller tillämpas", "the group is in force or practised")),
        Condition(
            "context",
            Text(
                "den finns på den nivå närmast invånaren som har någon grupp",
                "it is at the level nearest the citizen that has any group",
            ),
        ),
        Condition(
            "defect",
            Text("den tillämpas utan att vara formellt beskriven", "it is practised without being formally described"),
        ),
        Condition(
            "defect",
            Text(
                "eller: beskrivning saknas enligt uppgift, liksom överenskommelse och varje samband",
                "or: it is told to have no description, and it has no agreement and no link",
            ),
        ),
        Condition(
            "defect",
            Text(
                "eller: en källa säger att vägen till eller från nivån saknas",
                "or: a source says that there is no way to the level or from it",
            ),
        ),
        Condition("excuse", Text("ett dokument beskriver uppdraget", "a document describes its assignment")),
    ),
    messages={
        "finding": Text(
            "Samverkan närmast invånaren tillämpas utan att vara formellt beskriven: {subject}.",
            "Collaboration nearest the citizen, practised without being formally described: {subject}.",
        ),
        "undescribed": Text(
            "Samverkan närmast invånaren utan beskrivning, överenskommelse och samband: {subject}.",
            "Collaboration nearest the citizen without description, agreement and link: {subject}.",
        ),
        "channel": Text(
            "Formell väg till eller från samverkan närmast invånaren saknas: {subject}.",
            "No formal way to or from the collaboration nearest the citizen: {subject}.",
        ),
    },
    looked_at=Text("grupper närmast invånaren", "groups nearest the citizen"),
    looks_at=_looks_at,
)


def detect(org: Org, _settings: Settings) -> Iterator[Row]:
    """Rows for the groups nearest the citizen, and for what is said of ways to or from their level."""
    nearest, certain = _nearest(org)
    listed = _all_listed(org)
    for group in org.subjects("group"):
        context = all_of(_here(org, group), org.counted(group), _near(org, group, nearest, certain))
        assignment = group.fact("assignment")
        practised = excused(group.fact("status").says("practised"), assignment.excuse())
        yield Row(group.id, all_of(context, practised), extent=group.extent)
        if group.extent is None and _hinted(assignment):
            formal = group.fact("status").is_("in_force")
            missing = (assignment.missing(), group.fact("agreement").missing(), _linkless(org, group, listed))
            yield Row(group.id, all_of(context, formal, *missing), "undescribed")
    yield from _channels(org, nearest, certain)


def _here(org: Org, group: Thing) -> Proof:
    """To what degree a group is in force; of a set that is told to be practised, whether any member may be."""
    if group.extent is None:
        return org.in_force(group)
    return sure(any(org.in_force(org.thing(member)) for member in group.members))


def _nearest(org: Org) -> tuple[int | None, Proof]:
    """The rank of the level nearest the citizen that has a group, and how sure: a group of whose level somebody
    leaves open which or where it is may be nearer.
    """
    groups = org.groups(counted=True)
    ranks = [org.level(group)[0] for group in groups]
    certain = OPEN if any(_level_open(org, group) for group in groups) else YES
    return min((rank for rank in ranks if rank is not None), default=None), certain


def _level_open(org: Org, group: Thing) -> bool:
    """Whether somebody leaves open at which level a group is, or where that level is in the order."""
    level = group.fact("level")
    return org.thing(level.value).fact("rank").left_open if level.known else level.left_open


def _near(org: Org, group: Thing, nearest: int | None, certain: Proof) -> Proof:
    """To what degree a group is at the level nearest the citizen; one of no known level may be."""
    rank, proof = org.level(group)
    if rank is None:
        return OPEN
    return all_of(proof, certain) if rank == nearest else NO


def _hinted(assignment: Fact) -> bool:
    """Whether anything points at a missing description: silence alone does not."""
    return assignment.doubted or assignment.state == State.NONE


def _linkless(org: Org, group: Thing, listed: bool) -> Proof:
    """To what degree no route, link, answering or nesting leads to the group or from it."""
    own = [edge for edge in org.out(group.id) if edge.extent is None]  # of some of its cases: possibly of the group
    link = any_of(*(edge.holds for edge in (*own, *org.into(group.id))))
    if link.degree > Degree.OPEN:
        return NO
    certain = listed and link.degree == Degree.NO
    return (YES if certain else OPEN).on(Ground.STRUCTURAL).seen(Evidence(group.id, "no link", "any"))


def _all_listed(org: Org) -> bool:
    """Whether the relations of every body are listed, so that none can lead here unseen."""
    return all(
        org.routes_listed(thing.id, *(LINKING if kind == "group" else RELATIONS)).degree > Degree.OPEN
        for kind in ("group", "unit", "function")
        for thing in org.things(kind)
    )


def _channels(org: Org, nearest: int | None, certain: Proof) -> Iterator[Row]:
    """What is said of ways between the level nearest the citizen and the rest of the collaboration."""
    near = {level.id for level in org.things("level") if nearest is not None and org.rank(level.id) == nearest}
    front_line = {unit.id for unit in org.things("unit") if unit.fact("kind").value == "front_line"}
    for subject in sorted(org.resolver.channels):
        groups = [org.thing(member) for member in org.resolver.members(subject) if org.kind(member) == "group"]
        here = all_of(*(org.in_force(group) for group in groups))
        itself = all_of(*(_near(org, group, nearest, certain) for group in groups)) if groups else NO
        for channel in org.channels(subject):
            short = channel.extent not in (None, Extent.ALL)
            if org.kind(subject) == "set" and not short:
                continue  # told of all: each member has it
            inner = channel.to in ("operations", "decision")
            there = YES if channel.to in front_line else certain if channel.to in near else NO
            way = there or (NO if inner else itself)
            extent = channel.extent if short and not channel.possibly else None
            proof = all_of(here, way, channel.broken())
            yield Row(subject, proof, "channel", pair=(channel.to,), extent=extent)

"""ESC302: a topic or matter comes to a group where nobody owns it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from remit.graph.logic import NO, OPEN, YES, Evidence, Ground, Proof, all_of, any_of, excused, firm
from remit.graph.org import Org, Thing
from remit.graph.resolve import Fact
from remit.model.facts import Degree, Extent
from remit.model.text import Text
from remit.queries.cypher import Record, extent_of, proof_of, row_of
from remit.queries.rule import Condition, Named, Row, Rule, Settings, count_of

RULE = Rule(
    code="ESC302",
    name="ownerless-matter",
    severity="warning",
    title=Text("Fråga utan ägare", "Matter without an owner"),
    definition=Text(
        "En fråga eller ett ärende kan komma till en grupp där ingen plats har frågan i sitt mandat, eller där ingen "
        "ser den som sin.",
        "A topic or matter can reach a group where no seat has it in its mandate, or where nobody takes it as theirs.",
    ),
    rationale=Text(
        "En fråga drivs av den som har den i sitt uppdrag. Där ingen har det blir frågan anmäld men inte driven.",
        "A matter is driven by whoever has it in their assignment. Where nobody has, it is noted and not driven.",
    ),
    harm=Text(
        "Invånarens fråga står på dagordningen, men ingen tar den vidare.",
        "The citizen's matter stands on the agenda, and nobody takes it further.",
    ),
    repair=Text(
        "Bestäm för varje fråga som kan komma dit vem i gruppen som äger den, och skriv in den i dennes mandat.",
        "Decide for each topic that can come there who in the group owns it, and write it into their mandate.",
    ),
    origin=Text(
        "Ärendehantering i förvaltningen (varje ärende har en ansvarig) och utredningen om samverkan i Västerbotten "
        "(2018), utredarens reflexioner om det nuvarande systemet.",
        "The handling of matters in public administration (each has somebody responsible) and the Västerbotten "
        "inquiry on collaboration (2018), the author's reflections on the present system.",
    ),
    conditions=(
        Condition("context", Text("gruppen gäller eller tillämpas", "the group is in force or practised")),
        Condition(
            "defect",
            Text("en källa säger att ingen ser frågorna som sina", "a source says that nobody takes them as theirs"),
        ),
        Condition("context", Text("frågan kan komma dit på en angiven väg", "a declared route can bring it there")),
        Condition("defect", Text("ingen plats har frågan i sitt mandat", "no seat has it in its mandate")),
        Condition(
            "excuse", Text("någon är angiven som ser frågorna som sina", "somebody is stated to take them as theirs")
        ),
        Condition("context", Text("ärendet finns hos en grupp", "the matter is with a group")),
        Condition("defect", Text("ärendet har ingen ägare", "the matter has no owner")),
        Condition("excuse", Text("ärendet är avslutat", "the matter is closed or dropped")),
        Condition("context", Text("frågan ingår i någon grupps uppdrag", "the topic is in the remit of a group")),
        Condition("defect", Text("en källa säger att ingen äger frågan", "a source says that nobody owns the topic")),
    ),
    messages={
        "finding": Text(
            "Frågor kommer upp utan att någon ser dem som sina: {subject}.",
            "Matters come up without anybody taking them as theirs: {subject}.",
        ),
        "no-mandate": Text(
            "Frågor kan komma dit utan att någon plats har dem i sitt mandat ({topics}): {subject}.",
            "Matters can come there without any seat having them in its mandate ({topics}): {subject}.",
        ),
        "matter": Text(
            "Ingen ansvarar för ärendet hos {group}: {subject}.", "Nobody owns the matter at {group}: {subject}."
        ),
        "topic": Text("Ägare saknas: {subject}.", "Nobody owns: {subject}."),
    },
    looked_at=Text("samverkansgrupper", "collaboration groups"),
    looks_at=count_of("group"),
)

BRINGING = ("escalates_to", "prepares_for", "recommends_to")
"""The routes by which a matter comes to a group to be treated there."""


def detect(org: Org, settings: Settings) -> Iterator[Row]:
    """Rows for groups where nobody owns what comes, and for matters and topics without an owner."""
    subjects = [one for one in org.subjects("group") if one.speaks_of("owner")]
    some_cases = {one.id for one in subjects if one.extent is not None}
    for group in subjects:
        owner = group.fact("owner")
        own_cases = group.extent is None and group.id in some_cases
        told = owner.missing() if owner.doubted and not own_cases else NO
        coming = _in_no_mandate(org, group)
        yield _row(group.id, group.extent, org.in_force(group), told, coming, owner.excuse())
    yield from _matters(org)
    yield from _topics(org)


def from_cypher(org: Org, settings: Settings, records: Iterable[Record]) -> Iterator[Row]:
    """The rows from the server's answer; of a group, the topics that most surely are in no mandate are known when
    they are weighed.
    """
    for record in records:
        if record["message"] is not None:
            yield row_of(None, record)
            continue
        coming = {
            topic: all_of(
                proof_of(comes), _no_seat_has(record["subject"], topic, listed, [proof_of(n) for n in lacking])
            )
            for listed in (proof_of(record["listed"]),)
            for topic, comes, lacking in record["coming"]
        }
        here, told, owned = (proof_of(record[name]) for name in ("here", "told", "owned"))
        yield _row(record["subject"], extent_of(record), here, told, coming, owned)


def _row(
    subject: str, extent: Extent | None, here: Proof, told: Proof, coming: Mapping[str, Proof], owned: Proof
) -> Row:
    """What is told of an owner, or (where that is surer) the topics that come to a group and are in no mandate."""
    best = any_of(*coming.values())
    topics = tuple(topic for topic, proof in coming.items() if proof and proof.degree == best.degree)
    unowned = excused(best, owned)
    if told.degree >= unowned.degree:
        return Row(subject, all_of(here, told), extent=extent)
    return Row(subject, all_of(here, unowned), "no-mandate", topics, values={"topics": Named(topics)})


def _in_no_mandate(org: Org, group: Thing) -> dict[str, Proof]:
    """To what degree each topic can come to a group and is in no mandate there."""
    if group.extent is not None:
        return {}
    coming = org.into(group.id, *BRINGING)
    remit = group.fact("remit.topics")
    listed = org.seats_listed(group)
    found: dict[str, Proof] = {}
    for topic in sorted({*remit.values, *(topic for edge in coming for topic in edge.topics)}):
        treated = any_of(remit.has(topic), *(YES for edge in coming if topic in edge.topics))
        comes = any_of(*(all_of(edge.holds, org.carries(edge, topic)) for edge in coming))
        lacking = [_lacks(org, group, seat, topic) for seat in org.seats(group.id)]
        found[topic] = all_of(treated.context(), comes, _no_seat_has(group.id, topic, listed, lacking))
    return found


def _no_seat_has(group: str, topic: str, listed: Proof, lacking: Sequence[Proof]) -> Proof:
    """To what degree all seats are listed and none has the topic in its mandate.

    Where nothing is told of any mandate, nothing points at it, and it is not even open.
    """
    if lacking and all(proof.degree == Degree.OPEN for proof in lacking):
        return NO
    if not lacking and listed.degree == Degree.OPEN:
        return NO
    return all_of(listed, *lacking).on(Ground.STRUCTURAL).seen(Evidence(group, "no mandate", topic))


def _lacks(org: Org, group: Thing, seat: Thing, topic: str) -> Proof:
    """To what degree nobody who fills a seat has a topic, or a part of it, in their mandate."""
    return any_of(firm(seat.fact("vacant").excuse(True)), _lacks_itself(org, group, seat, topic))


def _lacks_itself(org: Org, group: Thing, seat: Thing, topic: str) -> Proof:
    listed = seat.fact("mandate.topics")
    if seat.fact("mandate").known and not listed.stated:
        listed = group.fact("remit.topics")
    held = [listed, *(mandate.fact("topics") for mandate in org.mandates(seat.fact("function").value))]
    if any(org.covers(topics, topic).degree > Degree.OPEN for topics in held):
        return NO
    if any(org.topics_meet(one, topic) for topics in held for one in topics.values):
        return OPEN
    if seat.fact("function").left_open or any(_may_hold(org, topics, topic) for topics in held):
        return OPEN
    return listed.lacks(lambda one: org.topics_meet(one, topic))


def _may_hold(org: Org, topics: Fact, topic: str) -> bool:
    """Whether somebody leaves open of which topics a mandate is, or what these or the topic are part of."""
    tops = {org.topic_line(one)[-1] for one in (topic, *topics.values)}
    return topics.partly_open or any(org.thing(top).fact("part_of").left_open for top in tops if topics.values)


def _matters(org: Org) -> Iterator[Row]:
    for matter in org.subjects("matter"):
        group = matter.fact("group")
        if not group.known:
            continue
        proof = excused(
            all_of(
                *(org.presence(one).context() for one in matter.members),
                group.is_(group.value),
                org.in_force(org.thing(group.value)),
                matter.fact("owner").missing(),
            ),
            matter.fact("status").excuse(lambda status: status in ("closed", "dropped")),
        )
        to = (group.value,)
        yield Row(matter.id, proof, "matter", to, extent=matter.extent, values={"group": Named(to)})


def _topics(org: Org) -> Iterator[Row]:
    """Topics that a source says nobody owns; that nobody is named is told by the mandates, not by silence."""
    groups = org.groups()
    for topic in org.subjects("topic"):
        owner = topic.fact("owner")
        if not owner.doubted:
            continue
        treated = all_of(
            *(
                any_of(*(all_of(org.in_force(g), org.covers(g.fact("remit.topics"), one)) for g in groups)).context()
                for one in topic.members
            )
        )
        yield Row(topic.id, all_of(org.in_force(topic), treated, owner.missing()), "topic", extent=topic.extent)

"""DEC401: what a group recommends has no step of decision at a concerned principal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from remit.graph.logic import NO, OPEN, YES, Evidence, Ground, Proof, all_of, any_of, excused, merge
from remit.graph.org import Edge, Org, Thing
from remit.graph.ways import REACHES
from remit.model.facts import Degree, Extent
from remit.model.text import Text
from remit.queries.cypher import Record, extent_of, proof_of
from remit.queries.rule import Condition, Named, Reach, Row, Rule, Settings

RULE = Rule(
    code="DEC401",
    name="recommendation-undecided",
    severity="error",
    title=Text("Rekommendation utan beslut", "Recommendation without a decision"),
    definition=Text(
        "En grupp rekommenderar, och hos en berörd huvudman finns inget steg där rekommendationen beslutas, eller det "
        "är oklart om det finns.",
        "A group recommends, and at a concerned principal there is no step where the recommendation is decided, or it "
        "is unclear whether there is one.",
    ),
    rationale=Text(
        "En rekommendation binder ingen. Den får verkan först när varje berörd huvudman har beslutat.",
        "A recommendation binds nobody. It takes effect only when each principal concerned has decided.",
    ),
    harm=Text(
        "Det som alla var överens om gäller på ett ställe och inte på ett annat, och invånaren vet inte vilket.",
        "What all had agreed on holds in one place and not in another, and the citizen cannot know which.",
    ),
    repair=Text(
        "Skicka varje rekommendation till varje berörd huvudman för beslut, och skriv i arbetsordningen hos vem den "
        "beslutas.",
        "Send each recommendation to each principal concerned for decision, and write in the rules of procedure who "
        "decides it there.",
    ),
    origin=Text(
        "Kommunalt självstyre: en huvudman binds bara av egna beslut eller av den som fått beslutanderätten. "
        "Utredningen om samverkan i Västerbotten (2018), utredarens reflexioner.",
        "Local self-government: a principal is bound only by its own decisions or by somebody to whom it has "
        "transferred them. The Västerbotten inquiry on collaboration (2018), the author's reflections.",
    ),
    conditions=(
        Condition("context", Text("gruppen gäller eller tillämpas", "the group is in force or practised")),
        Condition(
            "defect",
            Text(
                "en källa säger att steget till beslut saknas eller är oklart",
                "a source says that the step of decision is none or unclear",
            ),
        ),
        Condition("context", Text("gruppen rekommenderar", "the group recommends")),
        Condition(
            "defect",
            Text(
                "rekommendationen går inte till en berörd huvudman för beslut",
                "the recommendation does not go to a concerned principal for decision",
            ),
        ),
        Condition(
            "defect",
            Text(
                "ingen plats för huvudmannen har i mandat att ta hem frågan eller besluta",
                "no seat of that principal has a mandate to take the matter home or to decide",
            ),
        ),
        Condition(
            "defect",
            Text(
                "gruppen, eller en grupp som den rekommenderar, får inte själv besluta",
                "neither the group nor a group that it recommends to may itself decide",
            ),
        ),
        Condition("excuse", Text("ett steg till beslut är angivet", "a step of decision is stated")),
    ),
    messages={
        "finding": Text(
            "Det saknas eller är oklart hur rekommendationer blir beslut hos huvudmännen: {subject}.",
            "How recommendations become decisions of the principals is missing or unclear: {subject}.",
        ),
        "no-step": Text(
            "Rekommendationer beslutas inte hos {principals}: {subject}.",
            "Recommendations are not decided at {principals}: {subject}.",
        ),
    },
    looked_at=Text("grupper som rekommenderar", "groups that recommend"),
    looks_at=lambda org: sum(1 for group in org.groups() if org.recommends(group)),
)

CARRYING = REACHES["carrying"]
"""The routes that bring a recommendation, or what it is made from, to somebody else."""

PRINCIPALS = Text("huvudmän", "principals")


def detect(org: Org, settings: Settings) -> Iterator[Row]:
    """A row for each group, or set of groups, whose recommendations some concerned principal does not decide."""
    subjects = [one for one in org.subjects("group") if one.speaks_of("decision_step")]
    some_cases = {one.id for one in subjects if one.extent is not None}
    for group in subjects:
        step = group.fact("decision_step")
        own_cases = group.extent is None and group.id in some_cases
        told = step.missing_or_unclear() if step.doubted and not own_cases else NO
        sure = told.degree == Degree.ESTABLISHED  # a surer proof cannot be found
        recommends = org.recommends(group) if group.extent is None and not sure else NO
        gaps = _gaps(group.id, _topics(org, group)) if recommends else {}
        yield _row(group.id, group.extent, org.in_force(group), told, recommends, gaps, step.excuse())


def from_cypher(org: Org, settings: Settings, records: Iterable[Record]) -> Iterator[Row]:
    """The rows from the server's answer; which principals most surely have no step is known when the steps are
    weighed.
    """
    for record in records:
        here, told, recommends, stated = (proof_of(record[name]) for name in ("here", "told", "recommends", "stated"))
        topics = (
            Topic(
                one["concerned"],
                proof_of(one["known"]),
                proof_of(one["listed"]),
                [Step(proof_of(step["proof"]), step["to"], step["anybodys"]) for step in one["steps"]],
            )
            for one in record["topics"]
        )
        gaps = _gaps(record["subject"], topics) if recommends else {}
        yield _row(record["subject"], extent_of(record), here, told, recommends, gaps, stated)


class Step(NamedTuple):
    """To what degree what a group recommends comes somewhere for decision, and for whom that is a step."""

    proof: Proof
    to: Collection[str]
    anybodys: bool = False
    """Whether it is left open whose the deciding body is."""


class Topic(NamedTuple):
    """What is known of the decisions on a topic that a group recommends on."""

    concerned: Collection[str]
    known: Proof
    """To what degree it is known whom it concerns."""
    listed: Proof
    """To what degree all ways on are listed."""
    steps: Collection[Step]


def _row(
    group: str,
    extent: Extent | None,
    here: Proof,
    told: Proof,
    recommends: Proof,
    gaps: Mapping[str, Proof],
    stated: Proof,
) -> Row:
    """What a source says of the step, or (where that is surer) the principals that most surely have none."""
    best = any_of(*gaps.values())
    principals = tuple(sorted(one for one, gap in gaps.items() if gap and gap.degree == best.degree))
    seen = merge(evidence for one in principals for evidence in gaps[one].evidence)
    undecided = excused(all_of(recommends, best._replace(evidence=seen)), stated)
    if told.degree >= undecided.degree:
        return Row(group, all_of(here, told), extent=extent)
    return Row(
        group,
        all_of(here, undecided),
        "no-step",
        principals,
        values={"principals": Named(principals)},
        reach=(Reach(len(principals), len(gaps), PRINCIPALS),),
    )


def _gaps(group: str, topics: Iterable[Topic]) -> dict[str, Proof]:
    """To what degree each concerned principal has no step of decision on some topic."""
    gaps: dict[str, Proof] = defaultdict(lambda: NO)
    for topic in topics:
        steps: dict[str, Proof] = defaultdict(lambda: NO)
        for step in topic.steps:
            for principal in step.to:
                steps[principal] = any_of(steps[principal], step.proof)
        # a body of which it is left open whose it is may be anybody's
        listed = OPEN if any(step.proof and step.anybodys for step in topic.steps) else topic.listed
        for principal in topic.concerned:
            if not steps[principal]:
                evidence = Evidence(group, "no decision", principal)
                gap = all_of(topic.known, listed).on(Ground.STRUCTURAL).seen(evidence)
            else:
                gap = OPEN.on(Ground.STRUCTURAL) if steps[principal].degree == Degree.OPEN else NO
            gaps[principal] = any_of(gaps[principal], gap)
    return gaps


def _topics(org: Org, group: Thing) -> Iterator[Topic]:
    """What is known of each topic of a group's remit, or of any where it names none."""
    for topic in group.fact("remit.topics").values or (None,):
        concerned, known = org.concerned(topic or "", group)
        reached = [
            (one, reach) for one, reach in org.onward(group.id, topic, *CARRYING).items() if org.kind(one) == "group"
        ]
        listed = all_of(
            *(all_of(org.routes_listed(one, *CARRYING), org.seats_listed(org.thing(one))) for one, _ in sorted(reached))
        )
        steps = [step for one, reach in reached for step in _steps(org, org.thing(one), reach, topic)]
        yield Topic(concerned, known, listed, steps)


def _steps(org: Org, group: Thing, reach: Proof, topic: str | None) -> Iterator[Step]:
    """The steps of decision to which a matter comes from a group that it reaches.

    A way that does not say whether it is for decision may be; a seat that takes matters home is a step, and so is a
    group that may itself decide, for those who are represented there.
    """
    for edge in org.out(group.id, *CARRYING):
        proof = all_of(reach, edge.holds, org.carries(edge, topic), _for_decision(edge))
        if proof:
            owners = org.principals_of(edge.target)
            to = [one for one in owners if one in (edge.principals or owners)]
            yield Step(proof, to, org.owners_open(edge.target))
    itself = all_of(reach, org.power(group, "remit", "decide", topic), OPEN if topic is None else YES)
    if itself:
        yield Step(itself, org.represented(group))
    for principals, home in org.takes_home(group, topic):
        for principal in principals:
            sure = all_of(reach, home, org.line(principal))
            yield Step(sure if len(principals) == 1 else sure.at_most(Degree.OPEN), (principal,))


def _for_decision(edge: Edge) -> Proof:
    """To what degree what goes this way goes there to be decided; where nothing is told it may."""
    return OPEN if edge.for_decision is None else YES if edge.for_decision else NO

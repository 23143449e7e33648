"""DEC401: what a group recommends has no step of decision at a concerned principal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from remit.graph.logic import NO, OPEN, YES, Evidence, Ground, Proof, all_of, any_of, excused, merge
from remit.graph.org import Edge, Org, Thing
from remit.graph.ways import REACHES
from remit.model.facts import Degree
from remit.model.text import Text
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
        undecided, principals, of = (NO, (), 0) if sure else _undecided(org, group)
        undecided = excused(undecided, step.excuse())
        if told.degree >= undecided.degree:
            yield Row(group.id, all_of(org.in_force(group), told), extent=group.extent)
        else:
            yield Row(
                group.id,
                all_of(org.in_force(group), undecided),
                "no-step",
                principals,
                values={"principals": Named(principals)},
                reach=(Reach(len(principals), of, PRINCIPALS),),
            )


def _undecided(org: Org, group: Thing) -> tuple[Proof, tuple[str, ...], int]:
    """To what degree some concerned principal has no step of decision; which ones, of how many concerned."""
    recommends = org.recommends(group) if group.extent is None else NO
    if not recommends:
        return NO, (), 0
    found: dict[str, Proof] = {}
    for topic in group.fact("remit.topics").values or (None,):
        concerned, known = org.concerned(topic or "", group)
        steps, listed = _steps(org, group, topic)
        for principal in sorted(concerned):
            step = steps.get(principal, NO)
            if step.degree == Degree.NO:
                evidence = Evidence(group.id, "no decision", principal)
                gap = all_of(known, listed).on(Ground.STRUCTURAL).seen(evidence)
            else:
                gap = OPEN.on(Ground.STRUCTURAL) if step.degree == Degree.OPEN else NO
            found[principal] = any_of(found.get(principal, NO), gap)
    best = any_of(*found.values())
    ids = tuple(sorted(one for one, proof in found.items() if proof and proof.degree == best.degree))
    seen = merge(e for one in ids for e in found[one].evidence)
    return all_of(recommends, best._replace(evidence=seen)), ids, len(found)


def _steps(org: Org, group: Thing, topic: str | None) -> tuple[dict[str, Proof], Proof]:
    """To what degree what a group recommends comes to each principal for decision, and whether all ways are listed.

    A way that does not say whether it is for decision may be; a seat that takes matters home is a step, and so is a
    group that may itself decide, for those who are represented there.
    """
    steps: dict[str, Proof] = defaultdict(lambda: NO)
    listed = YES
    for node, reach in org.onward(group.id, topic, *CARRYING).items():
        if org.kind(node) != "group":
            continue
        listed = all_of(listed, org.routes_listed(node, *CARRYING), org.seats_listed(org.thing(node)))
        for edge in org.out(node, *CARRYING):
            proof = all_of(reach, edge.holds, org.carries(edge, topic), _for_decision(edge))
            owners = org.principals_of(edge.target)
            for principal in (one for one in owners if one in (edge.principals or owners)):
                steps[principal] = any_of(steps[principal], proof)
            if proof and org.owners_open(edge.target):
                listed = OPEN  # it may be anybody's
        itself = all_of(reach, org.power(org.thing(node), "remit", "decide", topic), OPEN if topic is None else YES)
        for principal in sorted(org.represented(org.thing(node))) if itself else ():
            steps[principal] = any_of(steps[principal], itself)
        for principals, home in org.takes_home(org.thing(node), topic):
            for principal in sorted(principals):
                sure = all_of(reach, home, org.line(principal))
                steps[principal] = any_of(steps[principal], sure if len(principals) == 1 else sure.at_most(Degree.OPEN))
    return steps, listed


def _for_decision(edge: Edge) -> Proof:
    """To what degree what goes this way goes there to be decided; where nothing is told it may."""
    return OPEN if edge.for_decision is None else YES if edge.for_decision else NO

"""ESC301: an escalation from one collaboration group to another, past the line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from remit.graph.logic import NO, OPEN, YES, Ground, Proof, all_of, excused
from remit.graph.org import Edge, Org, Thing
from remit.graph.ways import through_line
from remit.model.facts import Degree
from remit.model.text import Text
from remit.queries.rule import Condition, Named, Row, Rule, Settings, count_of

RULE = Rule(
    code="ESC301",
    name="line-bypassed",
    severity="error",
    title=Text("Linjen förbigås", "The line is bypassed"),
    definition=Text(
        "En samverkansgrupp lyfter frågor till en annan samverkansgrupp längre från invånaren, och inget steg i "
        "linjen hos någon berörd huvudman ligger emellan. Att bereda, svara inför, rekommendera, återrapportera "
        "eller informera är inget förbigående.",
        "A collaboration group escalates matters to another collaboration group further from the citizen, with no "
        "step of the line of a concerned principal between. To prepare for, answer to, recommend, report back or "
        "inform is no bypass.",
    ),
    rationale=Text(
        "Det är linjen som har ansvar, pengar och rätt att besluta. En fråga som går förbi den blir okänd för dem "
        "som senare ska besluta och genomföra.",
        "It is the line that has the responsibility, the money and the right to decide. A matter that goes past it "
        "stays unknown to those who are later to decide and carry out.",
    ),
    harm=Text(
        "Invånarens fråga behandlas länge i samverkan utan att någon som kan ändra verksamheten känner till den.",
        "The citizen's matter is treated for long in collaboration without anybody who can change operations "
        "knowing of it.",
    ),
    repair=Text(
        "Låt frågan gå genom den egna linjen: den som väckt den tar den till sin chef, som lyfter den vidare. "
        "Ange vilket steg i linjen som vägen passerar.",
        "Let the matter go through the own line: whoever raised it takes it to their manager, who brings it on. "
        "Say which step of the line the way passes.",
    ),
    origin=Text(
        "Linjeprincipen i klassisk organisationslära (Fayols ordningsväg) och utredningen om samverkan i "
        "Västerbotten (2018), utredarens reflexioner om det nuvarande systemet.",
        "The line principle of classical organisation theory (Fayol's scalar chain) and the Västerbotten inquiry on "
        "collaboration (2018), the author's reflections on the present system.",
    ),
    conditions=(
        Condition("context", Text("båda grupperna gäller eller tillämpas", "both groups are in force or practised")),
        Condition("defect", Text("den ena lyfter frågor till den andra", "the one escalates matters to the other")),
        Condition("defect", Text("den andra ligger längre från invånaren", "the other is further from the citizen")),
        Condition(
            "defect",
            Text(
                "inget steg i linjen hos en berörd huvudman ligger emellan",
                "no step of the line of a concerned principal is between",
            ),
        ),
        Condition("excuse", Text("den ena gruppen ligger inom den andra", "one of the groups is inside the other")),
    ),
    messages={
        "finding": Text(
            "Frågor går direkt till {target} utan något steg i linjen: {subject}.",
            "Matters go straight to {target} with no step of the line between: {subject}.",
        )
    },
    looked_at=Text("samverkansgrupper", "collaboration groups"),
    looks_at=count_of("group"),
)


def detect(org: Org, settings: Settings) -> Iterator[Row]:
    """A row for each escalation between groups, or from a set of groups to an extent, that passes no line."""
    edges = [edge for edge in org.edges if edge.relation == "escalates_to" and org.kind(edge.target) == "group"]
    some_cases = {(edge.source, edge.target) for edge in edges if edge.extent is not None}
    for edge in edges:
        if edge.item.possibly and (edge.source, edge.target) in some_cases:
            continue  # said of its own cases: the row on these says it
        sources = [org.thing(member) for member in org.resolver.members(edge.source) if member != edge.target]
        if not sources or any(source.kind != "group" for source in sources):
            continue
        target = org.thing(edge.target)
        proof = excused(
            all_of(
                edge.holds.on(Ground.STRUCTURAL),
                *(org.in_force(group) for group in (*sources, target)),
                _outwards(org, sources, target),
                _past_the_line(org, edge, sources),
            ),
            all_of(*(org.nested(source.id, target.id) for source in sources)),
        )
        to = (edge.target,)
        yield Row(edge.source, proof, related=to, pair=to, extent=edge.extent, values={"target": Named(to)})


def _outwards(org: Org, sources: Sequence[Thing], target: Thing) -> Proof:
    """To what degree the target is further from the citizen than the sources; where they differ: open."""
    to, sure_to = org.level(target)
    steps = []
    for source in sources:
        rank, sure_from = org.level(source)
        both = all_of(sure_from, sure_to)
        inwards = rank is not None and to is not None and rank >= to
        steps.append(NO if inwards and both.degree > Degree.OPEN else both)
    return all_of(*steps) if all(steps) or not any(steps) else OPEN


def _past_the_line(org: Org, edge: Edge, sources: Sequence[Thing]) -> Proof:
    """To what degree the way passes no step of the line of a concerned principal."""
    if not edge.through:
        # a source may leave just that unclear: whether it goes through the line
        return OPEN if through_line(org, edge).degree == Degree.OPEN else YES
    if "line" in edge.through:
        return NO
    whose = [set(org.principals_of(step)) for step in org.model.expand(edge.through)]
    told = [_concerned(org, edge, source) for source in sources]
    concerned = frozenset().union(*(principals for principals, _ in told))
    if any(principals & concerned for principals in whose):
        return NO
    return all_of(*(proof for _, proof in told)) if all(whose) and concerned else OPEN


def _concerned(org: Org, edge: Edge, source: Thing) -> tuple[frozenset[str], Proof]:
    """The principals that what goes this way concerns, and how sure: by its topics, else by the territory."""
    topics = edge.topics or source.fact("remit.topics").values
    told = [org.concerned(topic, source) for topic in topics] or [org.territory(source)]
    return frozenset().union(*(p for p, _ in told)), all_of(*(proof for _, proof in told))

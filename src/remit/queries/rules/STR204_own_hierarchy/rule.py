"""STR204: matters are escalated from group to group twice or more in a row, past every line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from remit.graph.logic import YES, Ground, Proof, all_of, any_of, excused, rank
from remit.graph.org import Edge, Org
from remit.graph.ways import routes_in_use, through_line
from remit.model.facts import Degree
from remit.model.text import Text
from remit.queries.rule import Condition, Named, Row, Rule, Settings, count_of

RULE = Rule(
    code="STR204",
    name="own-hierarchy",
    severity="warning",
    title=Text("Egen hierarki vid sidan av linjen", "A hierarchy of its own beside the line"),
    definition=Text(
        "Frågor lyfts två eller flera gånger i rad från en samverkansgrupp till en annan utan något steg i "
        "en huvudmans linje emellan. Att bereda åt, svara inför, rekommendera, rapportera eller informera "
        "är inte att lyfta.",
        "Matters are escalated two or more times in a row from one collaboration group to another with no "
        "step of a principal's line between. To prepare for, answer to, recommend, report or inform is not "
        "to escalate.",
    ),
    rationale=Text(
        "Grupperna blir en egen ordning för beslut vid sidan av huvudmännens, fast ingen av dem har fått "
        "makten att besluta, och de som har ansvaret får inte veta vad som lyfts.",
        "The groups become an order of command beside those of the principals, though none of them was "
        "given the power to decide, and those who are responsible do not learn what is brought up.",
    ),
    harm=Text(
        "En fråga som rör en invånare vandrar mellan grupper medan den chef som kunde ha löst den inte "
        "känner till den.",
        "A matter that concerns a citizen wanders between groups while the manager who could have solved it "
        "does not know.",
    ),
    repair=Text(
        "Lyft frågan genom linjen: låt varje steg mellan grupper gå över ansvarig chef eller nämnd, och "
        "skriv in steget.",
        "Raise the matter through the line: let each step between groups pass the manager or board "
        "responsible, and write that step down.",
    ),
    origin=Text(
        "Utredningen om samverkan i Västerbotten (2018), utredarens reflexioner: samverkan bör bygga på de "
        "ordinarie ansvarsnivåerna.",
        "The Västerbotten inquiry on collaboration (2018), the author's reflections: collaboration should "
        "build on the ordinary levels of responsibility.",
    ),
    conditions=(
        Condition("context", Text("grupperna är gällande eller tillämpas", "the groups are in force or practised")),
        Condition(
            "defect",
            Text("en grupp får frågor lyfta till sig av en annan grupp", "a group is escalated to by another"),
        ),
        Condition(
            "defect",
            Text("den lyfter själv vidare till en tredje grupp", "it escalates further to a third group"),
        ),
        Condition(
            "defect",
            Text("inget av stegen passerar en huvudmans linje", "neither step passes the line of a principal"),
        ),
        Condition(
            "context",
            Text("samma fråga kan gå båda stegen", "one and the same matter can take both steps"),
        ),
    ),
    messages={
        "finding": Text(
            "Frågor lyfts från grupp till grupp förbi linjen, med mellansteg hos {subject}: från {below} till {above}.",
            "Matters are escalated from group to group past the line, with a step in between at {subject}: "
            "from {below} to {above}.",
        )
    },
    looked_at=Text("grupper", "groups"),
    looks_at=count_of("group"),
)


def detect(org: Org, _settings: Settings) -> Iterator[Row]:
    """A row for each group in the middle of two escalations in a row."""
    into: dict[str, list[tuple[Edge, Proof]]] = defaultdict(list)
    out: dict[str, list[tuple[Edge, Proof]]] = defaultdict(list)
    for edge, proof in routes_in_use(org, "escalates_to"):
        if not _from_group(org, edge) or org.kind(edge.target) != "group" or edge.source == edge.target:
            continue
        past = excused(YES, through_line(org, edge))
        active = org.in_force(org.thing(edge.target))
        step = all_of(proof, past, active)
        into[edge.target].append((edge, step))
        if edge.extent is None:
            out[edge.source].append((edge, step))
    for middle in sorted(into.keys() & out.keys()):
        chains = [
            (first, second, all_of(below, above))
            for first, below in into[middle]
            for second, above in out[middle]
            if first.source != second.target and _one_matter(org, first, second)
        ]
        best = any_of(*(proof for *_, proof in chains))
        sure = sorted((chain for chain in chains if chain[2].degree == best.degree), key=_order)
        if best.degree > Degree.NO:
            whole = all_of(*(proof for *_, proof in sure)).on(Ground.STRUCTURAL)
            below = tuple(sorted({first.source for first, *_ in sure}))
            above = tuple(sorted({second.target for _, second, _ in sure}))
            yield Row(
                middle,
                whole,
                related=tuple(sorted({*below, *above})),
                values={"below": Named(below), "above": Named(above)},
            )


def _order(chain: tuple[Edge, Edge, Proof]) -> tuple[object, ...]:
    """The order in which chains are shown, whatever the order in which the file tells of them."""
    first, second, proof = chain
    return (first.source, second.target, rank(proof))


def _from_group(org: Org, edge: Edge) -> bool:
    members = org.resolver.members(edge.source)
    return all(org.kind(member) == "group" for member in members)


def _one_matter(org: Org, first: Edge, second: Edge) -> bool:
    """Whether there can be a matter that takes both routes: on one topic, of one principal."""
    topics = (
        not first.topics
        or not second.topics
        or any(org.topics_meet(one, other) for one in first.topics for other in second.topics)
    )
    principals = not first.principals or not second.principals or set(first.principals) & set(second.principals)
    return topics and bool(principals)

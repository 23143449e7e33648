"""STR205: nothing leads to a group or from it."""

from __future__ import annotations

from collections.abc import Iterator

from remit.graph.logic import NO, OPEN, YES, Evidence, Ground, Proof, all_of, any_of, excused
from remit.graph.org import LINKING, Edge, Org, Thing
from remit.graph.ways import fully_told
from remit.model.facts import Degree, State
from remit.model.kinds.route import RELATIONS
from remit.model.text import Text
from remit.queries.rule import Condition, Row, Rule, Settings, count_of

RULE = Rule(
    code="STR205",
    name="isolated-group",
    severity="warning",
    title=Text("Isolerad grupp", "Isolated group"),
    definition=Text(
        "Inget leder till en gällande grupp eller från den: ingen väg, inget organ den svarar inför, ingen "
        "grupp som den ingår i eller som ingår i den, inget den styr. Platser, överenskommelser och "
        "koordinatorer är inga vägar.",
        "Nothing leads to a group in force or from it: no route, no body it answers to, no group that it is "
        "part of or that is part of it, nothing that it steers. Seats, agreements and coordinators are no "
        "ways.",
    ),
    rationale=Text(
        "Det som en sådan grupp kommer fram till stannar i den, och det som den skulle behöva veta når den "
        "bara genom de personer som råkar sitta där.",
        "What such a group arrives at stays in it, and what it would need to know reaches it only through "
        "the people who happen to sit there.",
    ),
    harm=Text(
        "En invånares fråga som kommer till gruppen tar slut där, utan svar.",
        "A citizen's matter that comes to the group ends there, without an answer.",
    ),
    repair=Text(
        "Bestäm varifrån gruppen får sina frågor och vart den lämnar dem, eller avsluta gruppen.",
        "Decide where the group gets its matters from and where it passes them on, or end the group.",
    ),
    origin=Text(
        "Grafteori: en isolerad nod; nätverksanalys av organisationer.",
        "Graph theory: an isolated node; network analysis of organisations.",
    ),
    conditions=(
        Condition("context", Text("gruppen är gällande eller tillämpas", "the group is in force or practised")),
        Condition(
            "defect",
            Text(
                "inget leder från den: en källa säger det, eller alla dess samband är redovisade",
                "nothing leads from it: a source says so, or all its relations are listed",
            ),
        ),
        Condition(
            "defect",
            Text(
                "inget leder till den: alla samband hos dem som skulle kunna leda dit är redovisade",
                "nothing leads to it: all relations of those that could lead there are listed",
            ),
        ),
    ),
    messages={
        "finding": Text(
            "Inget angivet samband leder till eller från: {subject}.",
            "No stated relation leads to or from: {subject}.",
        )
    },
    looked_at=Text("grupper", "groups"),
    looks_at=count_of("group"),
)


def detect(org: Org, _settings: Settings) -> Iterator[Row]:
    """A row for each group that no stated relation touches."""
    steered = _steered(org)
    whole: dict[str, Proof] = {}
    for group in org.groups():
        leads = any_of(
            *(_lead(org, edge, edge.target) for edge in org.out(group.id, *LINKING)),
            *(_lead(org, edge, edge.source) for edge in org.into(group.id, *LINKING)),
            *(steered.get(group.id, ())),
            *(Proof(Degree.OPEN if c.possibly else c.degree) for c in org.channels(group.id) if c.state == State.VALUE),
        )
        if leads.degree > Degree.OPEN:
            continue
        if not whole:
            whole = {thing.id: _told(thing) for kind in LEADING for thing in org.things(kind) if org.in_force(thing)}
        alone = all_of(whole[group.id], Proof(all_of(*whole.values()).degree))
        proof = all_of(org.in_force(group), excused(alone, leads)).on(Ground.STRUCTURAL)
        yield Row(group.id, proof.seen(Evidence(group.id, "relations", "none")))


LEADING = ("group", "unit", "function")


def _lead(org: Org, edge: Edge, end: str) -> Proof:
    """To what degree an edge leads to or from somebody else who is there."""
    if edge.source == edge.target:
        return NO
    members = org.resolver.members(end)
    there = any_of(*(org.in_force(org.thing(member)) for member in members))
    return all_of(edge.holds, there)


def _steered(org: Org) -> dict[str, list[Proof]]:
    """For each group what it steers, and the groups that steer it."""
    found: dict[str, list[Proof]] = {}
    for group in org.groups():
        for item in group.fact("steers").items:
            if item.state == State.NONE:
                continue
            degree = item.degree if item.holds and not item.possibly else Degree.OPEN
            proof = Proof(degree, None, (Evidence(group.id, "steers", item.value),), item.sources)
            found.setdefault(group.id, []).append(proof)
            found.setdefault(item.value, []).append(proof)
    return found


def _told(thing: Thing) -> Proof:
    """To what degree all relations of a body are told."""
    if thing.kind != "group":
        return all_of(*(fully_told(thing.fact(relation)) for relation in RELATIONS))
    steers = OPEN if thing.fact("steers").partly_open else YES
    return all_of(steers, *(fully_told(thing.fact(relation)) for relation in LINKING))

"""ESC308: a route skips a level that has a competent group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from remit.graph.logic import NO, OPEN, YES, Evidence, Ground, Proof, all_of, any_of, excused, firm
from remit.graph.org import Edge, Org, Thing
from remit.graph.pairs import Pairs
from remit.graph.ways import routes_in_use, through_line
from remit.model.text import Text
from remit.queries.cypher import surest
from remit.queries.rule import Condition, Named, Row, Rule, Settings

ROUTES = ("escalates_to", "prepares_for")
"""The routes that take a matter outwards; to recommend or answer is to speak to whom one works for."""

HANDING = (*ROUTES, "recommends_to")
"""The routes by which a matter comes to the group between as well."""

RULE = Rule(
    code="ESC308",
    name="level-skipped",
    severity="warning",
    title=Text("En nivå hoppas över", "A level is skipped"),
    definition=Text(
        "Frågor lyfts eller bereds förbi en nivå där en grupp har dem i sitt uppdrag, för samma huvudmän eller område.",
        "Matters are raised or prepared past a level at which a group has the topic in its remit, for the same "
        "principals or territory.",
    ),
    rationale=Text(
        "Den grupp som hoppas över kan inte lösa det som den är till för, och den yttre nivån får avgöra det som hör "
        "hemma närmare invånaren.",
        "The group that is skipped cannot settle what it is there for, and the outer level has to treat what belongs "
        "nearer to the citizen.",
    ),
    harm=Text(
        "Det som kunde ha lösts nära invånaren väntar på dem som är längre bort och vet mindre om det.",
        "What could have been settled near the citizen waits for those who are further away and know less of it.",
    ),
    repair=Text(
        "Låt vägen gå genom gruppen på nivån mellan, eller ta frågan ur dess uppdrag.",
        "Let the route go through the group at the level between, or take the topic out of its remit.",
    ),
    origin=Text(
        "Subsidiaritetsprincipen: en fråga avgörs på den lägsta nivå som kan avgöra den (Europeiska stadgan om "
        "kommunal självstyrelse, artikel 4.3).",
        "The principle of subsidiarity: a matter is settled at the lowest level that can settle it (European Charter "
        "of Local Self-Government, article 4.3).",
    ),
    conditions=(
        Condition("context", Text("bägge ändarna av vägen är gällande", "both ends of the route are in force")),
        Condition(
            "defect",
            Text(
                "vägen leder två nivåer eller mer utåt, i samma läsning av nivåerna",
                "the route leads two levels or more outwards, in the same reading of the levels",
            ),
        ),
        Condition(
            "defect",
            Text(
                "en gällande grupp på en nivå mellan har frågan i sitt uppdrag",
                "a group in force at a level between has the topic in its remit",
            ),
        ),
        Condition(
            "defect",
            Text(
                "gruppen är till för samma område eller har platser för samma huvudmän; den som sitter i varje grupp "
                "räknas inte",
                "the group is for the same territory or has seats for the same principals; one that sits in every "
                "group is left out",
            ),
        ),
        Condition(
            "excuse",
            Text(
                "frågor går även till gruppen på nivån mellan", "matters go to the group at the level between as well"
            ),
        ),
        Condition(
            "excuse",
            Text(
                "vägen passerar ett steg i linjen på nivån mellan", "the route passes a step of the line at that level"
            ),
        ),
    ),
    messages={
        "finding": Text(
            "Frågor går till {target} förbi {skipped}, som har dem i sitt uppdrag: {subject}.",
            "Matters go to {target} past {skipped}, in whose remit they are: {subject}.",
        )
    },
    looked_at=Text("vägar som lyfter eller bereder frågor", "routes that raise or prepare matters"),
    looks_at=lambda org: len(list(routes_in_use(org, *ROUTES))),
)


def detect(org: Org, _settings: Settings) -> Iterator[Row]:
    """A row for each route past groups that have its topics, with those that it most surely skips."""
    pairs = Pairs(org)
    edges = [edge for edge in org.edges if edge.relation in ROUTES]
    some_cases = {(edge.source, edge.target, edge.relation) for edge in edges if edge.extent is not None}
    at: dict[int | None, list[Thing]] = defaultdict(list)
    for group in org.groups():
        at[_rank(org, group)].append(group)
    found = []
    for edge in edges:
        if edge.item.possibly and (edge.source, edge.target, edge.relation) in some_cases:
            continue  # said of its own cases: the row on these says it
        to = org.thing(edge.target)
        sources = [org.thing(member) for member in org.resolver.members(edge.source)]
        outer, inner = _rank(org, to), [_rank(org, source) for source in sources]
        for group in (
            one for rank in at if _further_out(*inner, rank) and _further_out(rank, outer) for one in at[rank]
        ):
            here = all_of(*(org.in_force(one) for one in (*sources, to, group)))
            skips = (_skips(org, pairs, edge, source, group) for source in sources)
            proof = all_of(edge.holds.on(Ground.STRUCTURAL), here, *skips)
            found.append((_row(edge, group.id, proof), {"among": (edge.target, edge.relation)}))
    yield from surest(found)


def _rank(org: Org, body: Thing) -> int | None:
    """The place of a body's level, from the citizen outwards; None where it has none, or nobody tells."""
    return org.level(body)[0] if body.kind in ("group", "unit", "function") else None


def _further_out(*ranks: int | None) -> bool:
    """Whether the last level is further from the citizen than all the others."""
    told = [rank for rank in ranks if rank is not None]
    return len(told) == len(ranks) and max(told[:-1]) < told[-1]


def _row(edge: Edge, skipped: str, proof: Proof) -> Row:
    return Row(
        edge.source,
        proof.seen(Evidence(edge.source, "skips", skipped)) if proof else proof,
        related=(edge.target, skipped),
        pair=(edge.target,),
        extent=edge.extent,
        values={"target": Named((edge.target,)), "skipped": Named((skipped,))},
    )


def _skips(org: Org, pairs: Pairs, edge: Edge, source: Thing, group: Thing) -> Proof:
    """To what degree a route from a body goes past a group that has its topics for the same principals."""
    levels = _levels(org, source, group, org.thing(edge.target))
    return excused(
        all_of(levels, _has_topic(org, edge, source, group), _common(org, pairs, source, group)),
        *(other.holds for other in org.out(source.id, *HANDING) if other.target == group.id),
        _passes(org, edge, group),
    )


def _levels(org: Org, *bodies: Thing) -> Proof:
    """To what degree their levels are told, of one reading: those of two are not compared."""
    told = [body.fact("level") for body in bodies]
    readings = {org.thing(fact.value).fact("reading").value for fact in told}
    return all_of(*(Proof(fact.degree) for fact in told)) if len(readings) == 1 else NO


def _has_topic(org: Org, edge: Edge, source: Thing, group: Thing) -> Proof:
    """To what degree what goes this way is in the remit of a group; a remit of which nobody tells points at nothing."""
    remit = group.fact("remit.topics")
    if not remit.items:
        return NO
    if edge.topics:
        return any_of(*(org.covers(remit, topic) for topic in edge.topics))
    own = source.fact("remit.topics" if source.kind == "group" else "topics")
    return any_of(*(all_of(own.has(topic), org.covers(remit, topic)) for topic in own.values))


def _common(org: Org, pairs: Pairs, source: Thing, group: Thing) -> Proof:
    """To what degree a group is for the whole territory of a body, or has seats for the same principals."""
    wide, told = org.territory(group)
    own, sure = org.territory(source) if source.kind == "group" else (frozenset(org.principals_of(source.id)), YES)
    inside = all_of(firm(told), firm(sure)) if own and own <= wide else NO
    if source.kind == "group":
        first, second = sorted((source, group), key=lambda thing: thing.id)
        return any_of(inside, pairs.shared(first, second)[1])
    return any_of(inside, *(org.seated(group, one) for one in sorted(own & org.represented(group))))


def _passes(org: Org, edge: Edge, group: Thing) -> Proof:
    """To what degree a route passes a step of the line at the level of a group; where no step is named it may."""
    sure = through_line(org, edge)
    if not edge.through:
        return sure
    rank, _ = org.level(group)
    steps: Sequence[str] = org.model.expand(edge.through)
    at = [org.level(org.thing(step)) for step in steps if org.kind(step) in ("unit", "function")]
    named = any_of(*(all_of(sure, level) for place, level in at if place == rank))
    return named or (OPEN if sure and "line" in edge.through else NO)

"""ESC306: one seat, function or group whose loss cuts principals or topics from their decision body."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from remit.graph.decisions import Decisions, Ways
from remit.graph.logic import NO, YES, Evidence, Ground, Proof, all_of, any_of
from remit.graph.org import Org, Thing
from remit.graph.ways import REACHES
from remit.model.facts import Degree
from remit.model.kinds.route import RELATIONS
from remit.model.text import Text
from remit.queries.cypher import Record, proof_of
from remit.queries.deciding import ways_of
from remit.queries.rule import Condition, Named, Reach, Row, Rule, Setting, Settings, count_of

RULE = Rule(
    code="ESC306",
    name="single-channel",
    severity="warning",
    title=Text("En enda kanal till beslut", "A single channel to decision"),
    definition=Text(
        "En enda plats, funktion eller grupp är den som varje väg till beslut går genom. Försvinner den skärs flera "
        "huvudmän eller frågor av från den som får besluta.",
        "A single seat, function or group is what every way to a decision passes. Its loss cuts several principals or "
        "topics from whoever may decide.",
    ),
    rationale=Text(
        "Det som hänger på en enda faller med den: vid sjukdom, en vakans eller en ändrad mötesplan stannar allt.",
        "What hangs on one alone falls with it: illness, a vacancy or a changed calendar stops everything.",
    ),
    harm=Text(
        "Invånarens ärende blir liggande så länge en enda person eller grupp är borta.",
        "The citizen's matter lies still for as long as one person or group is away.",
    ),
    repair=Text(
        "Ange en ersättare eller en andra väg till beslut, eller låt den som väckt frågan gå direkt till beslut.",
        "Name a substitute or a second way to the decision, or let whoever raised the matter go straight there.",
    ),
    origin=Text(
        "Grafteori: noder som varje väg passerar, dominatorer (Lowry och Medlock 1969), och beroendet av den som ensam "
        "förbinder andra (Freeman 1977, om mellanliggande i nätverk).",
        "Graph theory: nodes that every path passes, dominators (Lowry and Medlock 1969), and dependence on one who "
        "alone joins others (Freeman 1977, on betweenness in networks).",
    ),
    conditions=(
        Condition(
            "context", Text("gruppen är gällande och har frågan i uppdraget", "the group is in force and has the topic")
        ),
        Condition(
            "context",
            Text(
                "en väg leder till någon som får besluta för en berörd huvudman",
                "a way leads to somebody who may decide for a concerned principal",
            ),
        ),
        Condition(
            "defect",
            Text(
                "varje sådan väg går genom samma plats, funktion eller grupp, som inte själv beslutar",
                "every such way passes the same seat, function or group, which does not itself decide",
            ),
        ),
        Condition(
            "defect",
            Text(
                "ingen annan väg finns: alla vägar och platser förbi den är redovisade",
                "there is no other way: all ways and seats past it are listed",
            ),
        ),
        Condition(
            "excuse",
            Text("platsen eller funktionen innehas av flera", "the seat or function is held by several"),
        ),
    ),
    messages={
        "finding": Text(
            "Varje väg till beslut för {principals} ({topics}) går genom en enda: {subject}.",
            "Every way to a decision for {principals} ({topics}) passes one alone: {subject}.",
        )
    },
    looked_at=Text("samverkansgrupper", "collaboration groups"),
    looks_at=count_of("group"),
    settings=(
        Setting(
            "cut",
            2,
            Text("hur många huvudmän eller frågor som skärs av", "how many principals or topics are cut off"),
            Text(
                "att en enda huvudman har en enda ledamot är det vanliga; när flera skärs av är hela samverkan sårbar",
                "that one principal has one member is the rule; where several are cut off the collaboration is at risk",
            ),
        ),
    ),
)

PRINCIPALS = Text("huvudmän som når beslut", "principals that reach a decision")
TOPICS = Text("frågor som når beslut", "topics that reach a decision")

CHANNELS = ("seat", "function", "group")
"""What can be a single channel; a unit stands in a line, which goes on without it."""


class Cut(NamedTuple):
    """That the loss of somebody cuts a principal from the decision on a topic that a group has."""

    by: str
    topic: str
    principal: str
    group: str
    proof: Proof


Found = tuple[Ways, Callable[[str], Proof], Proof]
"""The ways of a topic from a group, to what degree all ways on from each body on them are listed, and whether a source
tells of one.
"""


def detect(org: Org, settings: Settings) -> Iterator[Row]:
    """A row for each seat, function or group through which every way of several principals or topics goes."""
    decisions = Decisions(org)
    listed = cache(lambda body: _listed(org, org.thing(body)))
    found: list[Found] = []
    for group in org.groups():
        told = any_of(*(way.holds for way in org.ways_told(group) if way.to == "decision"))
        found.extend((decisions.ways(group, topic), listed, told) for topic in group.fact("remit.topics").values)
    yield from _rows(org, settings, found)


def from_cypher(org: Org, settings: Settings, records: Iterable[Record]) -> Iterator[Row]:
    """The rows from the server's answer: what is left of ways without each one in turn is no pattern that Cypher has,
    so it gives the steps of each topic of a group, and the same function walks them.
    """
    found: list[Found] = []
    for record in records:
        listed = {one["id"]: proof_of(one["all"]) for one in record["listed"]}
        found.append((ways_of(record), listed.__getitem__, proof_of(record["told"])))
    yield from _rows(org, settings, found)


def _listed(org: Org, body: Thing) -> Proof:
    """To what degree all that could be a way on from a body is listed."""
    if body.kind == "group":
        return all_of(org.seats_listed(body), org.routes_listed(body.id, *REACHES["onward"]))
    routes = (one for one in REACHES["onward"] if one in RELATIONS)
    return org.routes_listed(body.id, *routes) if body.kind in ("unit", "function") else YES


def _rows(org: Org, settings: Settings, found: Sequence[Found]) -> Iterator[Row]:
    cuts: dict[str, list[Cut]] = defaultdict(list)
    reaching = [one for one in found if one[0].principals]
    for ways, listed, told in reaching:
        for cut in _cuts(org, ways, listed, told):
            cuts[cut.by].append(cut)
    principals = {one for ways, _, _ in reaching for one in ways.principals}
    topics = {ways.topic for ways, _, _ in reaching}
    for by, those in sorted(cuts.items()):
        for degree in (Degree.ESTABLISHED, Degree.REPORTED, Degree.OPEN):
            sure = sorted(cut for cut in those if cut.proof.degree >= degree)
            whom, what = ({getattr(cut, name) for cut in sure} for name in ("principal", "topic"))
            if max(len(whom), len(what)) >= settings["cut"]:
                yield Row(
                    by,
                    all_of(*(cut.proof for cut in sure)).on(Ground.STRUCTURAL),
                    related=tuple(sorted({cut.group for cut in sure})),
                    values={"principals": Named(tuple(sorted(whom))), "topics": Named(tuple(sorted(what)))},
                    reach=(Reach(len(whom), len(principals), PRINCIPALS), Reach(len(what), len(topics), TOPICS)),
                )
                break


def _cuts(org: Org, ways: Ways, listed: Callable[[str], Proof], told: Proof) -> Iterator[Cut]:
    """Who cuts whom off the topic: whom every way passes that is more than open."""
    sure, perhaps = ways.passed(Degree.REPORTED), ways.passed(Degree.OPEN)
    ends, perhaps_ends = ways.ends_of(Degree.REPORTED), ways.ends_of(Degree.OPEN)
    unlisted = [node for node in perhaps.order if node in ways.bodies and listed(node).degree <= Degree.OPEN]
    behind = perhaps.behind(unlisted)
    for principal in ways.principals:
        passed = set(perhaps.by_all(perhaps_ends[principal]))
        way: Proof | None = None  # the same whoever cuts it off
        own = [end for end in ways.ends if end.own and end.principal == principal]
        for by in sure.by_all(ends[principal]):
            itself = any_of(*(end.proof for end in own if end.at == by))
            several = _several(ways, by)
            if org.kind(by) not in CHANNELS or max(itself.degree, several.degree) > Degree.OPEN:
                continue
            another = itself or several or told or by not in passed or behind[by] < len(unlisted)
            way = way or all_of(ways.here, ways.proof_of(principal, ways.surest[principal]))
            seen = Evidence(ways.group, "only way to decision", by)
            yield Cut(by, ways.topic, principal, ways.group, (way.at_most(Degree.OPEN) if another else way).seen(seen))


def _several(ways: Ways, by: str) -> Proof:
    """To what degree a function or seat is held by several."""
    return any_of(ways.several.get(by, NO), *(home.several for home in ways.homes if home.holder == by))

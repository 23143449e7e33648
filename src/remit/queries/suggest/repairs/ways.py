"""Repairs of the ways of matters: to each principal for decision, through the line, down to operations, back."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from remit.model.facts import State
from remit.model.kinds.route import RELATIONS
from remit.model.text import Text
from remit.queries.suggest.candidate import Candidate, Case, Step, put, route, unsay
from remit.queries.suggest.repairs import repairs
from remit.queries.suggest.repairs.documents import both
from remit.queries.suggest.repairs.powers import concerned, expected, groups, settle_step, ways_told


@repairs("DEC401", "ESC303", "ESC304", "ESC306", "MAN105")
def to_each(case: Case) -> Iterator[Candidate]:
    """What a group recommends goes to each principal concerned for decision."""
    related = sorted({one.id for one in case.finding.related if one.kind == "group"})
    # one whose loss cuts others off: it is these that need a second way
    about = (related or groups(case)) if case.code == "ESC306" else (groups(case) or related)
    if not about:
        return
    text = both(
        Text(
            "varje rekommendation går till varje huvudman för beslut",
            "each recommendation goes to each principal for decision",
        )
    )
    steps: list[Step] = []
    many: set[str] = set()
    number = 0
    for group in about:
        principals = concerned(case, group)
        there = {e.target for e in case.org.out(group, "recommends_to") if e.for_decision and e.holds}
        steps += [route(group, "recommends_to", one, for_decision="yes") for one in principals if one not in there]
        many |= set(principals)
        number += bool(set(principals) - there)
    steps += ways_told(case, "decision") + settle_step(case)
    if case.code == "MAN105":
        steps += [put(group, "decision_step", text) for group in about]
        steps += expected(case)
    kind = "second-way" if case.code == "ESC306" else "to-each"
    counts = {"route": number, "document": len(about)}
    yield case.make(kind, steps, counts, about=about, n=len(many))


@repairs("ESC303", "MAN105")
def joint_body(case: Case) -> Iterator[Candidate]:
    """A joint body to which the principals concerned transfer the decision."""
    for group in groups(case)[:1]:
        principals = concerned(case, group)
        topics = sorted({t for g in groups(case) for t in case.org.thing(g).fact("remit.topics").values})
        if len(principals) < 2 or not topics:
            continue
        name = f"{group}-joint-body"
        body = {
            "name": both(Text("gemensamt organ för beslut", "joint body for decisions")),
            "form": "joint_board",
            "host": principals[0],
            "members": list(principals),
            "mandate": {"powers": ["decide"], "topics": topics},
        }
        steps = [Step("create", {"joint_bodies": {name: body}})]
        steps += [route(one, "escalates_to", name, for_decision="yes") for one in groups(case)]
        steps += ways_told(case, "decision")
        for statement in case.said("expected.powers", doubted=False):
            if case.code == "MAN105":
                steps.append(unsay(statement))
        yield case.make(
            "joint-body", steps, {"decision": len(principals), "group": 1}, about=groups(case), n=len(principals)
        )


@repairs("ESC301", "STR204")
def through_line(case: Case) -> Iterator[Candidate]:
    """What goes straight from group to group goes through the line."""
    yield from _replaced(case, "through-line", {"through": "line"})


@repairs("ESC301", "STR204", "ESC305", "ESC308", "STR208", "ESC304")
def close_route(case: Case) -> Iterator[Candidate]:
    """The way is closed."""
    yield from _replaced(case, "close-route", None)


def _replaced(case: Case, kind: str, instead: dict[str, str] | None) -> Iterator[Candidate]:
    """Candidates that close the ways of a finding, or open each anew in another form."""
    org = case.org
    edges = [e for e in org.edges if _meant(case, e.source, e.target, e.relation) and e.item.holds]
    steps: list[Step] = []
    sources: list[str] = []
    targets: list[str] = []
    for edge in edges:
        statement = None if edge.item.statement is None else org.model.statements[edge.item.statement]
        who = org.resolver.members(edge.source)
        if statement is not None:
            steps.append(unsay(statement))
            who = org.resolver.members(statement.about)
        elif edge.relation in RELATIONS:
            steps.append(Step("close", {"from": edge.source, edge.relation: edge.target}))
        else:
            left = [one for one in org.thing(edge.source).fact(edge.relation).values if one != edge.target]
            steps.append(put(edge.source, edge.relation, left or "none"))
        sources += [one for one in who if one != edge.target]
        targets.append(edge.target)
        if instead is not None:
            steps += [route(one, edge.relation, edge.target, **instead) for one in who if one != edge.target]
    if steps:
        about = list(dict.fromkeys(sources))
        to = case.names(targets)
        yield case.make(kind, steps, {"route": len(about)}, about=about, ending="+".join(sorted(set(targets))), to=to)


def _meant(case: Case, source: str, target: str, relation: str) -> bool:
    """Whether a finding is about this way."""
    finding, code = case.finding, case.code
    of_source = {finding.subject.id, *case.ids}
    if code in ("ESC301", "ESC308"):
        return source in of_source and target in finding.pair and relation == "escalates_to"
    if code == "STR204":
        return source in of_source and relation == "escalates_to"
    if code == "STR208":
        ring = {*case.ids, *finding.pair}
        return source == max(ring) and target in ring and relation in ("escalates_to", "answers_to")
    return target in of_source


@repairs("STR203", "STR202", "STR205", "STR201")
def link(case: Case) -> Iterator[Candidate]:
    """It is decided how matters and answers go between two groups."""
    for other, those, unsaid in _apart(case):
        steps = list(unsaid)
        for one in those:
            steps += [route(one, "linked_to", other), route(one, "informs", other)]
        yield case.make("link", steps, {"route": len(those)}, about=those, ending=other, to=case.org.name(other))


@repairs("STR203", "STR205")
def way_up(case: Case) -> Iterator[Candidate]:
    """A way up from the group nearer the citizen, through the line, and word back."""
    org = case.org
    for other, those, unsaid in _apart(case):
        steps = list(unsaid)
        lower = [one for one in those if (org.level(org.thing(one))[0] or 0) <= (org.level(org.thing(other))[0] or 0)]
        for one in those:
            low, high = (one, other) if one in lower else (other, one)
            steps += [route(low, "escalates_to", high, through="line"), route(high, "reports_back_to", low)]
        below, above = (those, [other]) if lower else ([other], those)
        counts = {"route": 2 * len(those)}
        yield case.make("way-up", steps, counts, about=below, ending="+".join(above), to=case.names(above))


def _apart(case: Case) -> Iterator[tuple[str, list[str], list[Step]]]:
    """A group, those that lack a link with it, and the words that there is none: what is said of a set is mended for
    all of it.
    """
    done: set[tuple[str, str]] = set()
    for one, other in _pairs(case):
        if (one, other) in done:
            continue
        hub, those = other, [one]
        unsaid: list[Step] = []
        for statement in case.org.model.statements:
            about = case.org.resolver.members(statement.about)
            to = case.org.resolver.members(statement.to) if statement.to else ()
            mine = (one in about and other in to) or (other in about and one in to)
            if mine and statement.what in ("linked_to", "channel") and statement.said.state != State.VALUE:
                unsaid.append(unsay(statement))
                hub = to[0] if len(to) == 1 else hub
                those = [member for member in about if member != hub]
        done |= {(a, b) for member in those for a, b in ((hub, member), (member, hub))}
        yield hub, those, unsaid


def _pairs(case: Case) -> list[tuple[str, str]]:
    """The groups that lack a link; of a group that stands alone, with the one next above it that shares principals."""
    org = case.org
    found: list[tuple[str, str]] = []
    for mark in case.rows:
        for member in org.resolver.members(mark.subject):
            found += [(member, other) for other in mark.pair if org.kind(other) == "group" and other != member]
    if found or case.code != "STR205":
        return list(dict.fromkeys(found))
    for group in case.things:
        rank = org.level(group)[0]
        others = [
            (abs((org.level(g)[0] or 0) - (rank or 0)), -len(org.represented(g) & org.represented(group)), g.id)
            for g in org.groups()
            if g.id != group.id and org.represented(g) & org.represented(group)
        ]
        found += [(group.id, min(others)[2])] if others else []
    return found


@repairs("DEC403")
def down_the_line(case: Case) -> Iterator[Candidate]:
    """What is decided is carried out through the line of each principal."""
    about = groups(case)
    if not about:
        return
    steps: list[Step] = []
    many: set[str] = set()
    for group in about:
        principals = concerned(case, group)
        steps += [route(group, "implements_through", one) for one in principals]
        many |= set(principals)
    steps += ways_told(case, "operations")
    yield case.make("down-the-line", steps, {"route": len(about)}, about=about, n=len(many))


@repairs("ESC307", "STR207", "COV505")
def topic_to_group(case: Case) -> Iterator[Candidate]:
    """A group at the level that must treat a topic gets it, and the way there is stated."""
    org = case.org
    levels = [subject.id for subject in case.finding.related if subject.kind == "level"]
    for topic in case.ids:
        for group in _fitting(case, topic, levels):
            there = org.thing(group).fact("remit.topics").values
            has = any(org.covers_topic(one, topic) for one in there)
            steps = [] if has else [put(group, "remit.topics", [*there, topic])]
            for statement in case.said("channel"):
                steps.append(unsay(statement))
                steps += _ways_up(case, topic, group)
            counts = {"document": int(not has), "route": sum(step.kind == "open" for step in steps)}
            if steps:
                kind = "ways-for-topic" if has else "topic-to-group"
                yield case.make(kind, steps, counts, about=[topic], ending=group, to=org.name(group))


def _fitting(case: Case, topic: str, levels: Sequence[str]) -> list[str]:
    """Up to three groups that may get a topic: at the level, for its populations, with most of the principals that it
    concerns.
    """
    org = case.org
    whom, _ = org.concerned(topic)
    found = []
    for group in org.groups(counted=True):
        if levels and group.fact("level").value not in levels:
            continue
        covered = any(org.covers_topic(one, topic) for one in group.fact("remit.topics").values)
        found.append((not covered, -len(org.represented(group) & whom), -(org.level(group)[0] or 0), group.id))
    return [identifier for *_, identifier in sorted(found)[:3]]


def _ways_up(case: Case, topic: str, group: str) -> list[Step]:
    """Routes through the line to a group from the groups nearer the citizen that have the topic."""
    org = case.org
    rank = org.level(org.thing(group))[0] or 0
    below = [
        g.id
        for g in org.groups(counted=True)
        if (org.level(g)[0] or 0) < rank and any(org.covers_topic(t, topic) for t in g.fact("remit.topics").values)
    ]
    return [route(one, "escalates_to", group, through="line", topics=[topic]) for one in below]


@repairs("ROB605", "ESC309")
def meet_more(case: Case) -> Iterator[Candidate]:
    """A group meets as often as what comes to it needs."""
    org = case.org
    about = [one for one in (*case.ids, *(s.id for s in case.finding.related)) if org.kind(one) == "group"]
    for group in dict.fromkeys(about):
        held = org.thing(group).fact("meetings_per_year")
        if not held.known or (case.code == "ROB605" and group not in case.ids):
            continue
        need = max((_rate(case, one) for mark in case.rows for one in mark.pair), default=0.0)
        numbers = {2 * held.value[1], 3 * held.value[1]} if case.code == "ESC309" else {need, need / 2}
        for number in sorted(math.ceil(one) for one in numbers):
            if number <= held.value[0]:
                continue
            hours = round((number - held.value[0]) * 2 * max(1, len(org.seats(group))))
            counts = {"meetings": 1, "seat_hours": hours}
            yield case.make(
                "meet-more",
                [put(group, "meetings_per_year", number)],
                counts,
                about=[group],
                ending=str(number),
                n=number,
            )


def _rate(case: Case, one: str) -> float:
    """How often something meets or must be treated in a year, 0 where nobody tells."""
    fields = type(case.org.entity(one)).model_fields if case.org.kind(one) else {}
    fact = case.org.thing(one).fact("meetings_per_year") if "meetings_per_year" in fields else None
    return float(fact.value[1]) if fact is not None and fact.known else 0.0


@repairs("STR209")
def main_superior(case: Case) -> Iterator[Candidate]:
    """One superior is the main one."""
    for function in case.things:
        for one in function.fact("reports_to").values:
            yield case.make(
                "main-superior", [put(function.id, "reports_to", [one])], {"document": 1},
                about=[function.id], ending=one, to=case.org.name(one),
            )  # fmt: skip

"""Repairs of who is in it: seats, agreements, providers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from remit.graph.org import Thing
from remit.model.facts import Degree
from remit.model.text import Text
from remit.queries.suggest.candidate import Candidate, Case, Step, put, settle
from remit.queries.suggest.repairs import repairs
from remit.queries.suggest.repairs.documents import both

MEETINGS, HOURS = 4, 2
"""What a seat takes a year where no source tells it: quarterly meetings of two hours."""
COPIED = (
    "level", "scope", "topics", "populations", "required_by", "covers_providers", "who", "what", "when", "how", "goal",
    "indicators", "economy",
)  # fmt: skip
"""What a new agreement takes over from the one that it is like."""


@repairs("COV501")
def seat_each(case: Case) -> Iterator[Candidate]:
    """Each principal that shares a seat, or has none, gets one of its own."""
    org = case.org
    lacking: dict[str, list[str]] = {}
    for mark in case.rows:
        if org.kind(mark.subject) == "group":
            pooled = sorted({p for pool in org.pools(mark.subject) for p in pool.principals})
            own = {p for seat in org.seats(mark.subject) for p in org.principals_of(seat.id)}
            lacking[mark.subject] = [p for p in pooled or org.territory(org.thing(mark.subject))[0] if p not in own]
        else:
            for group in (one for one in mark.pair if org.kind(one) == "group"):
                lacking.setdefault(group, []).append(mark.subject)
    for group, principals in sorted(lacking.items()):
        pools = [pool.seat for pool in org.pools(group) if set(principals) & pool.principals]
        like = org.entity(pools[0]) if pools else None
        shown = {"represents": getattr(like, "represents", None)} if like else {}
        mandate = {"mandate": {"powers": powers_there(case, group)}}
        new = [{"principal": p, **{k: v for k, v in shown.items() if v}, **mandate} for p in sorted(principals)]
        told: dict[str, Any] = {"of": group, "add": new} | ({"remove": pools} if pools else {})
        counts = {"seat": len(new), "seat_hours": _hours(case, group) * max(1, len(new) - _places(case, group))}
        if new:
            yield case.make("seat-each", [Step("seats", told)], counts, about=[group], n=len(new))


def powers_there(case: Case, group: str) -> list[str]:
    """What a new member may do: what the others may, or, where that is not told, take matters home."""
    held = [seat.fact("mandate.powers").values for seat in case.org.seats(group)]
    return list(next((powers for powers in held if powers), ("take_home",)))


def _places(case: Case, group: str) -> int:
    return sum(pool.count or 0 for pool in case.org.pools(group))


def _hours(case: Case, group: str) -> int:
    """The hours that a seat takes in a year."""
    thing = case.org.thing(group)
    meetings, hours = thing.fact("meetings_per_year"), thing.fact("meeting_hours")
    return round((meetings.value[1] if meetings.known else MEETINGS) * (hours.value[1] if hours.known else HOURS))


@repairs("COV502")
def agreements(case: Case) -> Iterator[Candidate]:
    """Agreements like those of the others: one each, a common one, or joining one that exists."""
    org = case.org
    like = [s.id for s in case.finding.related if s.kind == "agreement" and _fits(case, s.id)]
    lacking = [one for one in case.ids if org.kind(one) == "principal"]
    if not like or not lacking:
        return
    model, names = like[0], case.names(like)
    kinds = {org.thing(p).fact("kind").value for p in lacking}
    parties = org.thing(model).fact("parties").values
    others = [p for p in parties if org.thing(p).fact("kind").value not in kinds]
    shared: dict[str, Any] = {}
    for path in COPIED:
        fact = org.thing(model).fact(path)
        if fact.known:
            shared[path] = list(fact.values) if fact.items else _plain(fact.value)
    each = {f"{model}-{one}": _agreement(case, shared, [*others, one], [one]) for one in lacking}
    n = len(lacking)
    yield case.make("agreement-each", [Step("conclude", {"agreements": each})], {"agreement": n}, like=names, n=n)
    if n > 1:
        common = {f"{model}-common": _agreement(case, shared, [*others, *lacking], lacking)}
        counts = {"agreement": 1, "party": n - 1}
        yield case.make("agreement-common", [Step("conclude", {"agreements": common})], counts, like=names, n=n)
    for one in like:
        step = Step("join", {"agreement": one, "parties": lacking})
        yield case.make("agreement-join", [step], {"party": n}, ending=one, to=org.name(one), n=n)


def _plain(value: Any) -> Any:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return both(value) if isinstance(value, Text) else value


def _fits(case: Case, agreement: str) -> bool:
    """Whether an agreement is of the sort that is lacking, not a partial one that is only mentioned."""
    scopes = {word for mark in case.rows for word in mark.pair}
    scope = case.org.thing(agreement).fact("scope").value
    return scope in scopes or "partial" not in (scope, *scopes)


def _agreement(case: Case, shared: dict[str, Any], parties: list[str], whose: list[str]) -> dict[str, Any]:
    names = case.names(whose)
    name = both(Text(f"Överenskommelse om samverkan, {names.sv}", f"Agreement on collaboration, {names.en}"))
    return {"name": name, "parties": parties, "concluded_by": parties, **shared}


@repairs("COV503")
def providers(case: Case) -> Iterator[Candidate]:
    """Providers and private principals get a seat where they belong, or conclude an agreement with those they meet."""
    org = case.org
    for thing in case.things:
        field = "provider" if thing.kind == "provider" else "principal"
        commissioned = thing.fact("principal").value if thing.kind == "provider" else None
        group = _near(case, thing, commissioned)
        full = settle(case, "participation", "full", doubted=False)
        if group:
            new = {field: thing.id, "count": "many", "mandate": {"powers": powers_there(case, group)}}
            seat = Step("seats", {"of": group, "add": [new]})
            counts = {"seat": 1, "seat_hours": _hours(case, group)}
            yield case.make("seat-provider", [seat, *full], counts, about=[thing.id], to=org.name(group))
        others = [commissioned] if commissioned else _met(case, thing)
        if not others:
            continue  # alone nobody concludes an agreement
        new = {f"agreement-{thing.id}": _agreement(case, {}, [*others, thing.id], [thing.id])}
        counts = {"agreement": 1, "party": len(others) - 1}
        yield case.make(
            "join-agreements",
            [Step("conclude", {"agreements": new}), *full],
            counts,
            about=[thing.id],
            to=case.names(others),
        )


def _near(case: Case, thing: Thing, commissioned: str | None) -> str | None:
    """The group nearest the citizen to which it belongs: of a provider one where the principal sits that commissions
    it; of any one whose topics meet its own, where both are told. Without either nothing tells that it has anything
    to do with a group, and none is found.
    """
    org = case.org
    mine = _topics(case, thing)
    found = []
    for group in org.groups(counted=True):
        level, theirs = org.level(group)[0], group.fact("remit.topics").values
        if level is None or org.in_force(group).degree <= Degree.OPEN:
            continue
        meet = any(org.topics_meet(one, other) for one in mine for other in theirs)
        sits = commissioned is not None and commissioned in org.represented(group)
        if meet or (sits and not (mine and theirs)):
            found.append((not (commissioned is None or sits), level, -len(org.represented(group)), group.id))
    return min(found)[3] if found else None


def _topics(case: Case, thing: Thing) -> set[str]:
    """The topics that it works with, and those that concern it."""
    org = case.org
    return {*thing.fact("topics").values, *(t.id for t in org.things("topic") if thing.id in t.fact("concerns").values)}


def _met(case: Case, thing: Thing) -> list[str]:
    """Whom a principal of its own meets: the care principals that its topics concern, all of them where none are
    told.
    """
    org = case.org
    found = {one for topic in _topics(case, thing) for one in org.concerned(topic)[0]}
    return [one for one in org.care_principals if (one in found or not found) and one != thing.id]


@repairs("COV507")
def conclude_properly(case: Case) -> Iterator[Candidate]:
    """The principals themselves conclude the agreement."""
    for agreement in case.ids:
        if case.org.kind(agreement) == "agreement":
            parties = list(case.org.thing(agreement).fact("parties").values)
            step = put(agreement, "concluded_by", parties)
            yield case.make("conclude-properly", [step], {"decision": len(parties)}, about=[agreement])

"""Repairs that change which groups there are: merge, nest, divide, end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from remit.model.changes import told_entity, told_field
from remit.model.kind import Part
from remit.model.text import Text
from remit.model.whole import fields_of, value_at
from remit.queries.suggest.candidate import Candidate, Case, Step, put
from remit.queries.suggest.repairs import repairs


def pairs(case: Case) -> list[tuple[str, str]]:
    """The pairs of groups that a finding is about."""
    found = []
    for mark in case.rows:
        others = [one for one in mark.pair if case.org.kind(one) == "group" and one != mark.subject]
        if case.org.kind(mark.subject) == "group":
            found += [(mark.subject, other) for other in others]
    return sorted(set(found))


def larger_first(case: Case, one: str, other: str) -> tuple[str, str]:
    """Two groups, the one with the wider remit first (then by id)."""
    size = {g: len(case.org.thing(g).fact("remit.topics").values) for g in (one, other)}
    first, second = sorted((one, other), key=lambda g: (-size[g], g))
    return first, second


@repairs("STR201", "STR206", "STR202")
def merge(case: Case) -> Iterator[Candidate]:
    """Two groups become one."""
    for one, other in pairs(case):
        into, gone = larger_first(case, one, other)
        told = {"these": sorted((into, gone)), "into": into, **_differing(case, into, gone)}
        seats = _united_seats(case, into, gone)
        step = Step("merge", told | ({"seats": seats} if seats else {}))
        yield case.make("merge", [step], {"merge": 1}, about=[into, gone])


def _differing(case: Case, into: str, gone: str) -> dict[str, Any]:
    """What holds where two groups say different things of a field that is no list: what the one that stays says."""
    model, found = case.org.model, {}
    one, other = model.entities[into], model.entities[gone]
    for path, _, _ in fields_of("group"):
        values = [value_at(entity, path) for entity in (one, other)]
        if path == "seats" or any(isinstance(value, (list, Part)) for value in values):
            continue
        if values[0] != values[1] and path in one.said and path in other.said:
            found[path] = told_field(model, into, path)
    return found


def _united_seats(case: Case, into: str, gone: str) -> list[Any]:
    """The seats of both: of alike ones as many as the group that has more of them."""
    model = case.org.model
    found: dict[str, tuple[int, Any]] = {}
    for group in (into, gone):
        for thing in case.org.seats(group):
            seat = model.entities[thing.id]
            told = {n: getattr(seat, n) for n in type(seat).model_fields if n not in ("id", "said", "count", "note")}
            count = getattr(seat, "count", 1)
            number = 1_000_000 if count == "many" else int(count or 1)
            key = repr(sorted(told.items()))
            if key not in found or number > found[key][0]:
                found[key] = (number, told_entity(model, thing.id))
    return [document for _, document in found.values()]


@repairs("STR201", "STR206", "STR202")
def nest(case: Case) -> Iterator[Candidate]:
    """One group becomes a preparation within the other."""
    for one, other in pairs(case):
        outer, inner = larger_first(case, one, other)
        steps = [put(inner, "parent", outer), Step("open", {"from": inner, "prepares_for": {"to": outer}})]
        yield case.make("nest", steps, {"document": 2, "route": 1}, about=[inner], to=case.org.name(outer))


@repairs("STR201", "STR202")
def divide(case: Case) -> Iterator[Candidate]:
    """One group gives up the topics that the other also has."""
    org = case.org
    for one, other in pairs(case):
        for giving, keeping in ((one, other), (other, one)):
            mine, theirs = (org.thing(g).fact("remit.topics").values for g in (giving, keeping))
            common = [t for t in mine if any(org.topics_meet(t, o) for o in theirs)]
            left = [t for t in mine if t not in common]
            if not common or not left:
                continue
            steps = [put(giving, "remit.topics", left)]
            topics = Text(*(", ".join(org.name(t).get(lang) for t in common) for lang in ("sv", "en")))
            yield case.make(
                "divide", steps, {"document": 2}, about=[giving], ending=keeping, to=org.name(keeping), topics=topics
            )


@repairs("STR205", "STR206")
def dissolve(case: Case) -> Iterator[Candidate]:
    """A group that nothing leads to or from ends."""
    for group in case.ids:
        if case.org.kind(group) == "group":
            yield case.make("dissolve", [Step("dissolve", group)], {"dissolve": 1}, about=[group])

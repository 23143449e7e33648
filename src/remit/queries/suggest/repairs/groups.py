"""Repairs that change which groups there are: merge, nest, divide, end."""

from __future__ import annotations

from collections.abc import Iterator

from remit.model.text import Text
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
        step = Step("merge", {"these": sorted((into, gone)), "into": into})
        yield case.make("merge", [step], {"merge": 1}, about=[into, gone])


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

"""Whom to ask about a matter: who sits there for one's principal, who coordinates, convenes, chairs, answers for it."""

from __future__ import annotations

from collections.abc import Iterator

from remit.graph.loop import Route
from remit.graph.org import Org, Thing
from remit.model.facts import Degree
from remit.model.text import Text
from remit.views.pages.site.matter_starts import Side

Ask = tuple[str, str, tuple[str, ...], Text | None]
"""In what capacity (a word for the script), about which group or topic, who by id, or in the source's words."""


def asks(org: Org, route: Route, side: Side, *, persons: bool) -> Iterator[Ask]:
    """Whom to ask, the nearest first; persons are named only where ``persons`` says so."""
    if side.entry:
        yield "group", side.entry, (), None
    elif org.line(side.principal).degree > Degree.OPEN:
        yield "boss", "", (), None
    first = route.steps[0]
    entry = side.entry or (first.at if first.state == "closed" and org.kind(first.at) == "group" else "")
    if entry:
        if not side.entry:
            yield _seats(org, entry, side.principal, persons)
        yield from _of_group(org, org.thing(entry), side.principal, persons)
    gap = route.first_gap
    if gap and gap.at and gap.at != entry and org.kind(gap.at) == "group":
        yield from _of_group(org, org.thing(gap.at), side.principal, persons)
    for topic in org.topic_line(route.topic):
        owner = org.resolver.fact(topic, "owner")
        if owner.known:
            yield "owner", topic, _with_persons(org, owner.values, persons), None
            break


def _seats(org: Org, group: str, principal: str, persons: bool) -> Ask:
    """The posts that sit in a group for a principal (or the persons that sit as themselves)."""
    found: dict[str, None] = {}
    for seat in org.filled(group):
        if principal not in org.principals_of(seat.id):
            continue
        post, person = seat.fact("function"), seat.fact("person")
        if post.known:
            found.update(dict.fromkeys(_with_persons(org, (post.value,), persons)))
        if person.known and persons:
            found[person.value] = None
    return "seats", group, tuple(found), None


def _of_group(org: Org, group: Thing, principal: str, persons: bool) -> Iterator[Ask]:
    """Who coordinates, convenes and chairs a group."""
    named = group.fact("coordinator")
    found = dict.fromkeys(named.values if named.known else ())
    for one in org.things("coordinator"):
        if group.id in one.fact("groups").values and org.in_force(one).degree > Degree.OPEN:
            covers = org.expand_principals(one.fact("covers"))
            if not covers or principal in covers:
                found[one.id] = None
    if found:
        yield "coordinator", group.id, _with_persons(org, tuple(found), persons), None
    convener, chair = group.fact("convener"), group.fact("chair.holder")
    if convener.known:
        yield "convener", group.id, (), org.value_text(convener.value)
    if chair.known:
        yield "chair", group.id, _with_persons(org, (chair.value,), persons), None


def _with_persons(org: Org, ids: tuple[str, ...], persons: bool) -> tuple[str, ...]:
    """The ids, each followed by the persons who hold it at the date."""
    found: dict[str, None] = {}
    for identifier in ids:
        found[identifier] = None
        if persons:
            found.update(dict.fromkeys(_holders(org, identifier)))
    return tuple(found)


def _holders(org: Org, function: str) -> Iterator[str]:
    for holding in org.things("holding"):
        if holding.fact("function").value == function and org.in_force(holding).degree > Degree.OPEN:
            yield org.model.parents[holding.id][0]

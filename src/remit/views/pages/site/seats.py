"""Seats as rows of a table: whose they are, who fills them, with which mandate, how sure that is."""

from __future__ import annotations

from dataclasses import dataclass

from remit.graph.org import Thing
from remit.model.facts import Degree, SourceRef, State
from remit.model.text import Text, sort_key
from remit.model.whole import as_tuple, value_at
from remit.views.pages.site import texts as t
from remit.views.pages.site.facts import Facts, Piece, Told
from remit.views.pages.site.frame import fill

MANDATE = ("mandate.topics", "mandate.given_by", "mandate.document", "mandate.decided", "mandate.until")
DETAILS = ("represents", "appointed_by", "since", "until")


@dataclass(frozen=True, slots=True)
class Row:
    """One seat, or several alike. ``who``: whose; several with ``members`` where they share it."""

    seat: str
    group: str
    who: Piece
    count: Text
    vacant: Text | None
    person: str
    self: bool
    function: Told
    powers: Told
    mandate: tuple[Told, ...]
    details: tuple[Told, ...]
    certainty: Degree
    sources: tuple[SourceRef, ...]


def row(facts: Facts, seat: Thing) -> Row:
    """A seat as a row."""
    org = facts.org
    person = seat.fact("person")
    function = facts.told(seat.id, "function", t.FUNCTION)
    mandate = facts.told(seat.id, "mandate.powers", t.MANDATE)
    said = org.entity(seat.id).said
    words = said.get("id") or said.get("principal") or said.get("shared_by") or ()
    presence = org.presence(seat.id)
    return Row(
        seat.id,
        org.group_of(seat).id,
        _who(facts, seat),
        count(facts, seat.id),
        _vacant(seat),
        person.value if person.known else "",
        seat.fact("capacity").value == "self",
        function,
        mandate,
        tuple(told for told in facts.many(seat.id, *MANDATE) if _own(told)),
        tuple(told for told in facts.many(seat.id, *DETAILS) if _own(told)),
        presence.degree,
        presence.sources or (words[0].sources if words else ()),
    )


def in_group(facts: Facts, group: str) -> list[Row]:
    """The seats of a group, by whose they are."""
    found = [row(facts, seat) for seat in facts.org.seats(group)]
    return sorted(found, key=lambda one: (sort_key(one.who.text.sv), one.seat))


def of_principal(facts: Facts) -> dict[str, list[Row]]:
    """The seats of every principal, those that it shares with others last, by the name of the group."""
    found: dict[str, list[Row]] = {}
    for group in facts.org.things("group"):
        for one in in_group(facts, group.id):
            for principal in one.who.members or (one.who.id,):
                found.setdefault(principal, []).append(one)
    for rows in found.values():
        rows.sort(key=lambda one: (bool(one.who.members), sort_key(facts.site.name(one.group).sv), one.seat))
    return found


def by_principal(rows: list[Row]) -> set[str]:
    """The principals that have a seat of their own, vacant or not."""
    return {one.who.id for one in rows if one.who.id}


def count(facts: Facts, identifier: str) -> Text:
    """How many a seat stands for, in words."""
    told = facts.org.resolver.fact(identifier, "count")
    if told.value == "many":
        return t.MANY_COUNT
    if told.known:
        return fill(t.SO_MANY, n=told.value)
    return facts.site.silent if told.state == State.UNKNOWN else t.STATES[told.state.value]


def _own(told: Told) -> bool:
    """Whether somebody tells it of the seat; that a mandate as a whole is not there is told once."""
    return told.said and told.state in ("value", "items", "contradiction", "unclear", "deferred") and bool(told.pieces)


def _vacant(seat: Thing) -> Text | None:
    vacant = seat.fact("vacant").excuse(True)
    if not vacant:
        return None
    return t.VACANT if vacant.degree > Degree.OPEN else t.VACANT_UNSURE


def _who(facts: Facts, seat: Thing) -> Piece:
    site, org = facts.site, facts.org
    shared = seat.fact("shared_by")
    if shared.known:
        raw = [str(one) for one in as_tuple(value_at(org.entity(seat.id), "shared_by"))]
        members = org.resolver.expand(shared.values, "principal")
        named = site.name(raw[0]) if len(raw) == 1 and raw[0] in org.model.sets else t.SEVERAL_PRINCIPALS
        return Piece("", named, members=members)
    for path in ("principal", "provider"):
        told = seat.fact(path)
        if told.known:
            return Piece(told.value, site.name(told.value))
    owners = org.principals_of(seat.id)
    if len(owners) == 1:
        return Piece(owners[0], site.name(owners[0]))
    if owners:  # a function that stands for alike ones of several
        return Piece("", t.SEVERAL_PRINCIPALS, members=owners)
    return Piece("", Text("", ""))

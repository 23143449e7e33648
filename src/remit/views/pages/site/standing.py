"""How a thing stands where it is not simply there and in force: that it may be, has ended, is under development …"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from remit.graph.org import Org, Thing
from remit.graph.resolve import Fact, Origin
from remit.graph.things import LIVING
from remit.model.facts import Degree, Modality, State
from remit.model.kinds import registry
from remit.model.text import LANGUAGES, Text
from remit.views import texts as v
from remit.views.pages.site import texts as t

if TYPE_CHECKING:
    from collections.abc import Callable

FROM, TO = ("since", "valid_from"), ("until", "valid_to")
ALIVE = ("in_force", "agreed")
"""Statuses that need no word."""


def standing(org: Org, identifier: str) -> Text | None:
    """How an entity stands at the date of the organisation; None where it is simply there (and for sets)."""
    if identifier not in org.model.entities:
        return None
    thing = org.thing(identifier)
    parts = list(_parts(org, thing))
    if not parts and thing.kind in LIVING and not org.in_force(thing):
        parts = [t.NOT_IN_FORCE]
    return Text(*("; ".join(one.get(lang) for one in parts) for lang in LANGUAGES)) if parts else None


def _parts(org: Org, thing: Thing) -> Iterator[Text]:
    if org.may_be(thing.id):
        yield t.MAY_BE
    elif org.presence(thing.id).degree == Degree.OPEN:
        yield t.PERHAPS_IS
    ended = _day(org, thing, TO, lambda day: day < org.on, t.ENDED_ON)
    if ended:
        yield ended
    begins = _day(org, thing, FROM, lambda day: day > org.on, t.BEGINS_ON)
    if begins:
        yield begins
    if thing.kind in LIVING:
        status = thing.fact("status")
        if status.state == State.VALUE:
            over = status.value == "ended"
            if status.value not in ALIVE and not (over and ended):
                yield _perhaps(status, t.ENDED if over else v.VALUES[status.value])
            elif status.value in ALIVE and _unsure(status):
                yield t.PERHAPS_IN_FORCE
        elif status.origin == Origin.CONTRADICTION:
            yield t.STATUS_DISPUTED
        elif status.origin in (Origin.OWN, Origin.STATEMENT):
            yield t.STATUS_OPEN


def _day(org: Org, thing: Thing, paths: tuple[str, ...], meets: Callable[..., bool], form: Text) -> Text | None:
    """What is told of the day of one of the fields, where the day is such."""
    fields = registry()[org.kind(thing.id)].model_fields
    for path in paths:
        if path in fields:
            fact = thing.fact(path)
            if fact.state == State.VALUE and meets(fact.value):
                return _perhaps(fact, Text(*(form.get(lang).format(day=fact.value) for lang in LANGUAGES)))
    return None


def _unsure(fact: Fact) -> bool:
    return fact.modality == Modality.MAY or (fact.stated and fact.degree == Degree.OPEN)


def _perhaps(fact: Fact, text: Text) -> Text:
    """The text, marked where what it tells is open."""
    if not _unsure(fact):
        return text
    return Text(*(t.PERHAPS_SO.get(lang).format(what=text.get(lang)) for lang in LANGUAGES))

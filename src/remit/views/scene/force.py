"""Whether a thing is in force at the date: what its card says of it, and how sure it is."""

from __future__ import annotations

from remit.graph.org import Org, Thing
from remit.graph.resolve import Fact, Origin
from remit.model.facts import Degree, State
from remit.model.text import Text
from remit.views import texts as words
from remit.views.scene import texts as t
from remit.views.scene.wording import fill


def status_of(org: Org, thing: Thing) -> Text | None:
    """What a thing's card says of its being in force at the date: nothing where it plainly is. Days count: what had
    a last day before the date has ended, whatever its status says.
    """
    status = _told(org, thing, "status")
    if has_ended(org, thing):
        until = _told(org, thing, "until")
        last = until if until is not None and until.known and until.value < org.on else status
        return _as_sure(t.STATUS["ended"], last.degree if last is not None else Degree.OPEN)
    text = t.STATUS.get(str(status.value)) if status is not None and status.known else None
    if text is None or (status is not None and status.value == "practised"):
        since = _told(org, thing, "since")
        if since is not None and since.known and since.value > org.on:
            return _as_sure(t.NOT_YET, since.degree)
    if status is None:
        return None
    if status.left_open or status.state == State.NONE:
        silent = status.state == State.UNKNOWN and status.origin != Origin.CONTRADICTION
        return t.NOT_KNOWN if silent else t.DOUBTFUL
    return _as_sure(text, status.degree) if text is not None else None


def has_ended(org: Org, thing: Thing) -> bool:
    """Whether its last day is past, or somebody tells that it has ended."""
    until, status = _told(org, thing, "until"), _told(org, thing, "status")
    if until is not None and until.known and until.value < org.on:
        return True
    return status is not None and status.value == "ended"


def _told(org: Org, thing: Thing, name: str) -> Fact | None:
    """A field of a thing; nothing where its kind has none of the name."""
    return thing.fact(name) if name in type(org.entity(thing.id)).model_fields else None


def _as_sure(text: Text, degree: Degree) -> Text:
    """Words, with how sure they are where that is not belagt."""
    if degree == Degree.ESTABLISHED:
        return text
    return fill(t.HOW_SURE, text=text, certainty=words.CERTAINTY[degree])


def certainty_of(org: Org, thing: Thing) -> Degree:
    """How sure it is that a thing is there: in force, or that it once was or is to be."""
    return org.in_force(thing).degree or org.presence(thing.id).degree


def is_gone(org: Org, thing: Thing) -> bool:
    """Whether it is more surely than open that a thing is not in force: a day that only may be its last leaves it
    open.
    """
    days = (_told(org, thing, name) for name in ("until", "since"))
    vague = any(day is not None and day.known and day.degree <= Degree.OPEN for day in days)
    return not org.in_force(thing) and not vague

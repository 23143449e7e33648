"""What an event log holds, however it is written: cases, each a run of events in time."""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

_POINT = re.compile(r"(?<=[T ])\d\d\.\d\d(\.\d\d)?(?!\d)")
_FRACTION = re.compile(r"[T ]\d\d(:?\d\d)?[.,]\d")
EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


class Event(NamedTuple):
    """One thing that happened in a case.

    ``time``: days since 1970-01-01, UTC. ``entity``: where it happened (a group, a unit; empty where nobody tells).
    ``stage``: ``start``, ``complete``, or another word of the lifecycle; ``complete`` where none is told. ``branch``:
    of what goes on at the same time in one case (each principal's own decision), which; empty for the case itself.
    """

    activity: str
    time: float
    entity: str = ""
    stage: str = "complete"
    step: str = ""
    branch: str = ""


class Trace(NamedTuple):
    """A case: a matter."""

    case: str
    events: tuple[Event, ...]
    topic: str = ""
    principal: str = ""


class Log(NamedTuple):
    """A whole log, cases in the order of their first event."""

    traces: tuple[Trace, ...]
    name: str = ""


def stamp(time: float) -> str:
    """Days since 1970 as a time stamp of ISO 8601 with milliseconds, in UTC."""
    moment = EPOCH + datetime.timedelta(milliseconds=round(time * 86_400_000))
    return moment.isoformat(timespec="milliseconds")


def days(text: str) -> float:
    """Days since 1970 of a time stamp (ISO 8601; UTC where it tells no offset); raises ValueError where it is none, and
    in the first and the last year that there is, where an offset or rounding would leave the calendar. A point between
    hour and minutes, as in Swedish, is a colon: Python would take 08.30 as 8 hours and 0.3 seconds.
    """
    text = _POINT.sub(lambda found: found[0].replace(".", ":"), text.strip())
    moment = datetime.datetime.fromisoformat(text)
    if _FRACTION.search(text):  # of an hour or a minute: Python takes it as one of a second
        raise ValueError(text)
    if moment.year in (datetime.MINYEAR, datetime.MAXYEAR):
        raise ValueError(text)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=datetime.UTC)
    return (moment - EPOCH) / datetime.timedelta(days=1)


__all__ = ["EPOCH", "Event", "Log", "Trace", "days", "stamp"]

"""How long one waits, and what that rests on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from remit.graph.calendar import meetings
from remit.graph.loop import Route
from remit.graph.org import Org
from remit.model.text import Text
from remit.views.pages.site import matter_texts as t
from remit.views.texts import fill


def waits(org: Org, route: Route, ref: Callable[[str], int], text: Callable[[Text], int]) -> dict[str, Any] | None:
    """The wait in days in all and per group with what it rests on, and the groups whose meetings are not known."""
    if route.wait is None:
        return None
    return {
        "low": round(route.wait.low),
        "high": round(route.wait.high),
        "parts": [
            [ref(group), round(low), round(high), text(_basis(org, group))] for group, low, high in route.wait.parts
        ],
        "unknown": [ref(group) for group in route.wait.unknown],
    }


def _basis(org: Org, group: str) -> Text:
    found = meetings(org.thing(group))
    if found is None:
        return Text("", "")
    if found.days:
        return _both(t.WAIT_DATES, str(len(found.days)))
    low, high = f"{found.low:g}", f"{found.high:g}"
    return _both(t.WAIT_RATE, low if low == high else f"{low}–{high}")


def _both(text: Text, n: str) -> Text:
    return Text(fill(text, "sv", n=n.replace(".", ",")), fill(text, "en", n=n))

"""Putting things in another order."""

from __future__ import annotations

from collections.abc import Iterable


def order_of(names: Iterable[str], wanted: Iterable[str]) -> list[str]:
    """The names, those that are wanted in that order at the places that they have together; unknown ones pass."""
    there = list(names)
    known = set(there)
    given = [one for one in dict.fromkeys(wanted) if one in known]
    places, chosen = iter(given), set(given)
    return [next(places) if one in chosen else one for one in there]

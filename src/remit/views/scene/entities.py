"""Everything that the scene knows of, with its facts: what the details, the tables and the search show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from remit.model.text import Text
from remit.views.scene import texts as t
from remit.views.scene.cards import Card
from remit.views.scene.facts import Row, facts_of, set_facts
from remit.views.scene.findings import Shown
from remit.views.scene.sides import Sides
from remit.views.scene.wording import fill, pair

MOST_FACTS = 12_000
"""So many facts a scene carries: a browser opens some megabytes, not some hundred."""


def entities(
    sides: Sides,
    cards: Sequence[Card],
    card_of: Mapping[str, str],
    shown: Sequence[Shown],
    changes: Mapping[str, Sequence[Row]],
    limits: list[Text],
) -> dict[str, Any]:
    """Every entity and every set by id; beyond :data:`MOST_FACTS` the least important go without their facts."""
    numbers: dict[str, list[int]] = {}
    for one in shown:
        for identifier in dict.fromkeys((one.finding.subject.id, *one.finding.subject.ids())):
            numbers.setdefault(identifier, []).append(one.number)
    told = _facts(sides, cards, card_of, numbers, limits)
    found: dict[str, Any] = {}
    for identifier in (*(thing.id for thing in sides.entities()), *sides.sets()):
        org = sides.org(identifier)
        kind = sides.kind(identifier)
        found[identifier] = {
            "kind": kind,
            "name": pair(sides.name(identifier)),
            "card": card_of.get(identifier),
            "facts": told.get(identifier, []),
            "findings": numbers.get(identifier, []),
            "change": sides.change(identifier) or ("changed" if changes.get(identifier) else None),
        }
        if changes.get(identifier):
            found[identifier]["changes"] = list(changes[identifier])
        if kind == "set":
            found[identifier]["members"] = list(sides.members(identifier))
        elif org.entity(identifier).note:
            found[identifier]["note"] = org.entity(identifier).note
    return found


def _facts(
    sides: Sides,
    cards: Sequence[Card],
    card_of: Mapping[str, str],
    numbers: Mapping[str, Sequence[int]],
    limits: list[Text],
) -> dict[str, list[Row]]:
    """The facts of each entity and set, those on cards of their own and those that findings speak of first."""
    alone = {card.id for card in cards}
    ids = [*(thing.id for thing in sides.entities()), *sides.sets()]
    ids.sort(key=lambda one: (one not in alone, one not in numbers, one not in card_of, one))
    found: dict[str, list[Row]] = {}
    left = MOST_FACTS
    for place, identifier in enumerate(ids):
        if left <= 0:
            limits.append(fill(t.LIMIT_FACTS, n=len(ids) - place))
            break
        org = sides.org(identifier)
        rows = set_facts(org, identifier, sides.hidden)
        if sides.kind(identifier) != "set":
            rows = [*facts_of(org, identifier, sides.hidden), *rows]
        found[identifier] = rows
        left -= len(rows)
    return found

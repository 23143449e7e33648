"""Everything that the scene knows of, with its facts: what the details, the tables and the search show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from remit.views.scene.facts import facts_of, set_facts
from remit.views.scene.findings import Shown
from remit.views.scene.sides import Sides
from remit.views.scene.wording import pair


def entities(sides: Sides, card_of: Mapping[str, str], shown: Sequence[Shown]) -> dict[str, Any]:
    """Every entity and every set by id."""
    numbers: dict[str, list[int]] = {}
    for one in shown:
        for identifier in dict.fromkeys((one.finding.subject.id, *one.finding.subject.ids())):
            numbers.setdefault(identifier, []).append(one.number)
    found: dict[str, Any] = {}
    for thing in sides.entities():
        org = sides.org(thing.id)
        note = org.entity(thing.id).note
        found[thing.id] = {
            "kind": thing.kind,
            "name": pair(thing.name),
            "card": card_of.get(thing.id),
            "facts": [*facts_of(org, thing.id, sides.hidden), *set_facts(org, thing.id, sides.hidden)],
            "findings": numbers.get(thing.id, []),
            "change": None,
        } | ({"note": note} if note and (sides.persons or thing.kind != "person") else {})
    for identifier in sides.sets():
        found[identifier] = {
            "kind": "set",
            "name": pair(sides.name(identifier)),
            "card": card_of.get(identifier),
            "members": list(sides.members(identifier)),
            "facts": set_facts(sides.org(identifier), identifier, sides.hidden),
            "findings": numbers.get(identifier, []),
            "change": None,
        }
    return found

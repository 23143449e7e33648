"""Which card an entity stands on."""

from __future__ import annotations

from collections.abc import Iterable

from remit.graph.org import Org
from remit.model.facts import Degree
from remit.views.scene.cards import Card
from remit.views.scene.edges import Told
from remit.views.scene.sides import Sides

BELONGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("recommendation", ("group",)),
    ("decision", ("body",)),
    ("matter", ("group",)),
    ("activity", ("agreement", "owner")),
    ("goal", ("owner",)),
    ("indicator", ("measures", "owner")),
)
"""The kinds without a place of their own, and the fields that name where they are at home."""


def standing(sides: Sides, cards: Iterable[Card]) -> dict[str, str]:
    """The card that stands for each entity or set; a part stands on the card of what it is part of.

    A set or an absence stands for no entity but itself. What has no home in the structure (topics, populations,
    levels, sources) has no card, nor has a principal of a column to which no relation leads.
    """
    found: dict[str, str] = {}
    for card in cards:
        if card.shape == "absence":
            continue
        for one in (card.id,) if card.shape == "set" else card.folded or (card.id,):
            found[one] = card.id
    for kind, paths in BELONGS:
        for thing in sides.things(kind):
            fields = type(sides.org(thing.id).entity(thing.id)).model_fields
            for path in paths:
                fact = thing.fact(path)
                ends = sides.org(thing.id).resolver.expand(fact.values) or (fact.value,)
                home = next((found[str(one)] for one in ends if one is not None and str(one) in found), None)
                if path in fields and home is not None:
                    found[thing.id] = home
                    break
    for org in reversed(sides.orgs):
        for part in sorted(org.model.parents):
            whole = org.model.parents[part][0]
            while whole in org.model.parents:
                whole = org.model.parents[whole][0]
            if whole in found and part not in found and part not in sides.hidden:
                found[part] = found[whole]
    return found


def in_force(org: Org, tells: Iterable[Told]) -> list[Told]:
    """Relations as sure as their ends: one from or to what has ended, or is not yet in force, is open."""
    gone = {one for one in org.model.entities if _has_no_force(org, one)}
    return [one._replace(degree=Degree.OPEN) if one.source in gone or one.target in gone else one for one in tells]


def _has_no_force(org: Org, identifier: str) -> bool:
    """Whether a thing with days or a status of its own is known not to be in force at the date."""
    fields = type(org.entity(identifier)).model_fields
    return not {"status", "until", "since"}.isdisjoint(fields) and not org.in_force(org.thing(identifier))

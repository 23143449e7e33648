"""Which card an entity stands on."""

from __future__ import annotations

from collections.abc import Iterable

from remit.views.scene.cards import Card
from remit.views.scene.sides import Sides


def standing(sides: Sides, cards: Iterable[Card]) -> dict[str, str]:
    """The card that stands for each entity or set; a part stands on the card of what it is part of.

    A set or an absence stands for no entity but itself. What has no place (topics, goals, sources) has no card.
    """
    found: dict[str, str] = {}
    for card in cards:
        if card.shape in ("set", "absence"):
            if card.kind == "set":
                found[card.id] = card.id
            continue
        for one in card.folded or (card.id,):
            found[one] = card.id
    for org in reversed(sides.orgs):
        for part in sorted(org.model.parents):
            whole = org.model.parents[part][0]
            while whole in org.model.parents:
                whole = org.model.parents[whole][0]
            if whole in found and part not in sides.hidden:
                found[part] = found[whole]
        for kind, path in (("recommendation", "group"), ("decision", "group"), ("matter", "group")):
            for thing in org.things(kind):
                if path in type(org.entity(thing.id)).model_fields and thing.fact(path).value in found:
                    found[thing.id] = found[thing.fact(path).value]
    return found

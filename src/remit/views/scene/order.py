"""In which order the cards of a cell stand: what is missing, then who decides and meets, then the rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from remit.model.text import sort_key
from remit.views.scene.cards import Card

SHAPES = (
    "absence", "principal", "joint_body", "political", "mixed", "officials", "group", "agreement", "set",
    "coordinator", "process_leader", "unit", "provider", "function", "stack",
)  # fmt: skip


def in_order(cards: Iterable[Card], interest: Mapping[str, int]) -> list[Card]:
    """The cards row by row and cell by cell; within one, by shape, then those with most relations and findings."""
    places = {shape: place for place, shape in enumerate(SHAPES)}

    def key(card: Card) -> tuple[object, ...]:
        weight = sum(interest.get(one, 0) for one in card.folded or (card.id,))
        shape = places.get(card.shape, len(places))
        return (card.row, card.column, card.span, shape, -weight, sort_key(card.name.sv), card.id)

    return sorted(cards, key=key)

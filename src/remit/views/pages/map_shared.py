"""With whom things are shared, told once at the head of the columns where it is the same for all of their kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from remit.model.kinds import registry
from remit.model.text import LANGUAGES, Text
from remit.views.pages import map_texts as m

Card = Mapping[str, Any]
Header = tuple[Mapping[str, Any] | None, int, int]
NO_THING = ("absence", "set")
"""Cards of these shapes stand for what is lacking or spoken of: they say nothing of whom a thing is shared with."""


@dataclass
class Shared:
    """What the heads tell, so that the cards need not show it."""

    heads: dict[int, Text] = field(default_factory=dict)
    """By the first column of the head: ``överenskommelser och grupper med Regionen``."""
    cards: set[str] = field(default_factory=set)
    """The cards whose head tells with whom they are shared."""


def shared(cards: Sequence[Card], headers: Iterable[Header]) -> Shared:
    """Of each head (a family with its first column and how many it has), what is true of all cards beneath it.

    Only where every card of a kind that is shared is shared with the same does the head tell it; else each card does.
    """
    told = Shared()
    for _, first, width in headers:
        here = [one for one in cards if first <= one["column"] < first + width and one.get("shape") not in NO_THING]
        ways: dict[str, set[str]] = defaultdict(set)
        for card in here:
            ways[card["kind"]].add(repr(card.get("with")))
        kinds = sorted({card["kind"] for card in here if card.get("with")})
        alike = [card for card in here if card["kind"] in kinds]
        # what reaches out of these columns is no matter of theirs alone
        inside = all(card["column"] + int(card.get("span") or 1) <= first + width for card in alike)
        if len(alike) < 2 or not inside or len({way for kind in kinds for way in ways[kind]}) != 1:
            continue
        told.heads[first] = _told(kinds, alike[0]["with"])
        told.cards.update(card["id"] for card in alike)
    return told


def _told(kinds: Sequence[str], whom: Any) -> Text:
    names = [m.SHARED_KINDS.get(kind) or registry()[kind].kind_meta.plural for kind in kinds if _known(kind)]
    both = [whom, whom] if isinstance(whom, str) else whom
    parts = []
    for place, lang in enumerate(LANGUAGES):
        told = [name.get(lang) for name in names]
        what = ", ".join(told[:-1]) + m.AND.get(lang) + told[-1] if len(told) > 1 else "".join(told)
        parts.append(f"{what} {both[place]}".strip())
    return Text(*parts)


def _known(kind: str) -> bool:
    return kind in m.SHARED_KINDS or kind in registry()

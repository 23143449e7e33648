"""A structure as if something were not in it: what stands in it goes along, and so does what cannot be without it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from remit.model.text import Text
from remit.model.whole import SYSTEM, Model


class WithoutError(Exception):
    """Something that cannot be taken away; :attr:`text` says why, and what would be right."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


@dataclass(frozen=True, slots=True)
class Gone:
    """A model without some things.

    ``asked``: the ids that were asked for; ``along``: those that went along, since they stood in what went.
    """

    model: Model
    asked: tuple[str, ...]
    along: tuple[str, ...]

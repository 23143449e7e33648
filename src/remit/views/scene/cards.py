"""Cards: what stands in the cells of the picture."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from remit.model.facts import Degree
from remit.model.text import Text
from remit.views.scene.wording import pair


@dataclass(frozen=True, slots=True)
class Tag:
    """A few words on a card, and what sort of knowledge they are."""

    text: Text
    state: str = "value"
    certainty: Degree = Degree.ESTABLISHED

    def to_json(self) -> dict[str, Any]:
        """The tag as the page reads it."""
        return {"text": pair(self.text), "state": self.state, "certainty": self.certainty.word}


@dataclass(slots=True)
class Card:
    """A thing in a cell, or several that stand together."""

    id: str
    kind: str
    name: Text
    row: int
    column: int
    span: int = 1
    shape: str = "group"
    frame: str | None = None
    decides: bool = False
    certainty: Degree = Degree.ESTABLISHED
    status: Text | None = None
    beside: Text | None = None
    tags: list[Tag] = field(default_factory=list)
    folded: tuple[str, ...] = ()
    over: Text | None = None
    """Whose it is, where it stands over several columns."""
    search: tuple[Text, ...] = ()
    topics: tuple[str, ...] = ()
    principals: tuple[str, ...] = ()
    change: str | None = None
    changes: list[dict[str, Any]] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        """The card as the page reads it."""
        words = dict.fromkeys(part for text in self.search for part in text)
        return {
            "id": self.id,
            "kind": self.kind,
            "name": pair(self.name),
            "row": self.row,
            "column": self.column,
            "span": self.span,
            "shape": self.shape,
            "frame": self.frame,
            "decides": self.decides,
            "certainty": self.certainty.word,
            "status": pair(self.status) if self.status else None,
            "with": pair(self.beside) if self.beside else None,
            "tags": [tag.to_json() for tag in self.tags],
            "folded": list(self.folded),
            "over": pair(self.over) if self.over else None,
            "search": " ".join(words),
            "topics": list(self.topics),
            "principals": list(self.principals),
            "change": self.change,
            "changes": self.changes,
        }

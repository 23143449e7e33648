"""Small organisations by hand, and what is in the cells of their scenes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from remit.graph.org import Org
from remit.model.facts import Degree
from remit.model.files import loads
from remit.queries.engine import audit
from remit.views.scene import scene

HEAD = "remit: 1\nmodel: {id: here, title: Here, as_of: 2020-01-01}\n"


def first(text: Any) -> str:
    """A text in Swedish."""
    return text if isinstance(text, str) else text[0]


@dataclass
class Seen:
    """A scene, asked as somebody who looks at it would."""

    scene: dict[str, Any]

    def columns(self) -> list[str]:
        """The heads of the columns."""
        return [first(one["name"]) for one in self.scene["columns"]]

    def rows(self) -> list[str]:
        """The names of the rows, from the top."""
        return [first(one["name"]) for one in self.scene["rows"]]

    def card(self, identifier: str) -> dict[str, Any]:
        """The card with an id."""
        found = [one for one in self.scene["cards"] if one["id"] == identifier]
        assert len(found) == 1, f"{identifier}: {[one['id'] for one in self.scene['cards']]}"
        return found[0]

    def of(self, identifier: str) -> dict[str, Any]:
        """The card that an entity or set stands on."""
        return self.card(self.scene["entities"][identifier]["card"])

    def cell(self, identifier: str) -> tuple[str, str]:
        """Row and column of what an entity stands on."""
        card = self.of(identifier)
        return self.rows()[card["row"]], self.columns()[card["column"]]

    def shaped(self, shape: str) -> list[dict[str, Any]]:
        """The cards of a shape."""
        return [one for one in self.scene["cards"] if one["shape"] == shape]

    def edges(self, source: str, target: str) -> list[dict[str, Any]]:
        """The edges between the cards of two entities."""
        ends = tuple(self.scene["entities"][one]["card"] for one in (source, target))
        return [one for one in self.scene["edges"] if (one["from"], one["to"]) == ends]

    def tags(self, identifier: str) -> list[str]:
        """The words on the card of an entity."""
        return [first(tag["text"]) for tag in self.of(identifier)["tags"]]

    def facts(self, identifier: str, field: str) -> list[dict[str, Any]]:
        """The facts of an entity under a label."""
        return [one for one in self.scene["entities"][identifier]["facts"] if first(one["field"]) == field]

    def found(self, code: str) -> list[dict[str, Any]]:
        """The findings of a rule."""
        return [one for one in self.scene["findings"] if one["code"] == code]


Look = Callable[..., Seen]


def org(text: str) -> Org:
    """The organisation of a model written by hand; the head may be left out."""
    return Org(loads(text if "remit:" in text else HEAD + text, "here.yaml"))


def look(text: str, before: str = "", **options: Any) -> Seen:
    """The scene of a model with all its findings, open ones too; with ``before``, of two models."""
    after = org(text)
    more = {}
    if before:
        old = org(before)
        more = {"before": old, "before_audit": audit(old, certainty=Degree.OPEN)}
    return Seen(scene(after, audit(after, certainty=Degree.OPEN), **more, **options))


@pytest.fixture(name="look")
def _look() -> Look:
    return look

"""A model without the names of its persons: functions stay, who holds them is not told."""

from __future__ import annotations

from dataclasses import replace

from remit.model.text import Text
from remit.model.whole import Model

SOMEBODY = Text("en person (namnet utelämnat)", "a person (name left out)")


def without_names(model: Model) -> Model:
    """A copy in which every person is called alike and has no remark; all else is the same.

    Ids stay, since facts refer to them: whoever shows the copy shows no ids of persons. What is written about
    persons in texts of other things stays too: nobody can tell it from other words.
    """
    entities = {
        identifier: entity.model_copy(update={"name": SOMEBODY, "note": None})
        if entity.kind_meta.name == "person"
        else entity
        for identifier, entity in model.entities.items()
    }
    return replace(model, entities=entities)


__all__ = ["SOMEBODY", "without_names"]

"""The parts of a thing in words: what each is called inside it, and of a group who sits in it."""

from __future__ import annotations

from remit.graph.org import Org
from remit.model.text import Text


def own_name(org: Org, part: str) -> Text:
    """What a part is called inside what it belongs to, whose name a reader knows already."""
    name = org.name(part)
    whole = org.name(org.model.parents[part][0])
    return Text(name.sv.removeprefix(f"{whole.sv}: "), name.en.removeprefix(f"{whole.en}: "))

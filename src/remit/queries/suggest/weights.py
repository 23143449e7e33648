"""What changes are taken to cost: one visible table, to be judged and set by whoever plans.

No source gives these figures; they are assumptions. ``changes`` counts decisions and weighs them by how many must
agree; ``hours`` estimates the working hours that it takes to bring a change about, and a year of what it adds to
meetings.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from remit.model.text import Text

Cost = Literal["changes", "hours"]


class Weight(NamedTuple):
    """What one of something costs."""

    name: str
    changes: int
    hours: int
    text: Text


WEIGHTS: tuple[Weight, ...] = (
    Weight("document", 1, 16, Text("en skriven regel eller arbetsordning", "a written rule or rules of procedure")),
    Weight("agreement", 1, 40, Text("en överenskommelse som sluts", "an agreement that is concluded")),
    Weight("party", 1, 24, Text("en part till i en överenskommelse", "one more party to an agreement")),
    Weight("seat", 1, 8, Text("en plats som tillkommer eller byter ägare", "a seat that is new or somebody else's")),
    Weight(
        "seat_hours", 0, 1, Text("en mötestimme om året för en plats till", "a meeting hour a year of one more seat")
    ),
    Weight("route", 1, 4, Text("en väg för ärenden", "a way for matters")),
    Weight("mandate", 1, 8, Text("ett mandat som ges eller ändras", "a mandate that is given or changed")),
    Weight("decision", 1, 24, Text("ett beslut i en huvudmans fullmäktige", "a decision in a principal's assembly")),
    Weight("merge", 2, 60, Text("två grupper som slås ihop", "two groups that are merged")),
    Weight("group", 3, 120, Text("en grupp som bildas", "a group that is set up")),
    Weight("dissolve", 4, 24, Text("en grupp som upphör", "a group that ends")),
    Weight("task", 2, 400, Text("ett uppdrag som någon får", "a task that somebody is given")),
    Weight("measure", 1, 24, Text("ett mått för uppföljning", "a measure for follow-up")),
    Weight("meetings", 1, 0, Text("en grupp som möts oftare", "a group that meets more often")),
    Weight(
        "statement",
        2,
        24,
        Text(
            "något som en källa säger och som inte längre ska gälla", "what a source says and what is to hold no longer"
        ),
    ),
    Weight("sureness", 1, 4, Text("en annan uppgift som fastställs", "another fact that is settled")),
)
"""The table (docs/suggest.md shows it)."""

BY_NAME = {weight.name: weight for weight in WEIGHTS}


def price(counts: Mapping[str, int], by: Cost, weights: Mapping[str, int] | None = None) -> int:
    """What a change costs, at least 1: how many it takes of each thing in the table, times its weight.

    ``weights``: other weights by name. Raises KeyError for a name that is not in the table.
    """
    total = 0
    for name, number in counts.items():
        weight = BY_NAME[name]
        total += number * ((weights or {}).get(name, weight.changes if by == "changes" else weight.hours))
    return max(1, total)

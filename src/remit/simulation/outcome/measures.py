"""The measures: what they are called, in what unit, and which way is better."""

from __future__ import annotations

import math
from typing import Literal, NamedTuple

from remit.model.text import Text
from remit.simulation.outcome.intervals import Estimate

Unit = Literal["share", "days", "hours", "number", "a year"]


class Measure(NamedTuple):
    """One number of a replication.

    ``better``: 1 where more is better, -1 where less is, 0 where it depends. ``matters``: whether it is about the
    matters that are followed, so that it also exists for each topic and principal.
    """

    name: str
    text: Text
    unit: Unit
    better: Literal[-1, 0, 1]
    matters: bool = False


_ALL = (
    Measure(
        "arrived",
        Text("andel ärenden som kommer hela vägen", "share of matters that get all the way"),
        "share",
        1,
        True,
    ),
    Measure("stopped", Text("andel som stannar för gott", "share that stop for good"), "share", -1, True),
    Measure("under_way", Text("andel som fortfarande är på väg", "share still under way"), "share", -1, True),
    Measure(
        "within_year", Text("andel som är åtgärdade inom ett år", "share carried out within a year"), "share", 1, True
    ),
    Measure(
        "waited",
        Text("dagar utan åtgärd, i snitt för alla ärenden", "days without a result, mean of all matters"),
        "days",
        -1,
        True,
    ),
    Measure(
        "mean",
        Text("dagar till åtgärd, medel för dem som når fram", "days to carried out, mean of those that arrive"),
        "days",
        -1,
        True,
    ),
    Measure(
        "median",
        Text("dagar till åtgärd, median för dem som når fram", "days to carried out, median of those that arrive"),
        "days",
        -1,
        True,
    ),
    Measure(
        "p90",
        Text(
            "dagar till åtgärd, som nio av tio av dem som når fram håller sig under",
            "days to carried out that nine in ten of those that arrive stay below",
        ),
        "days",
        -1,
        True,
    ),
    Measure("raised", Text("ärenden som väcks per år", "matters raised a year"), "a year", 0, True),
    Measure("decisions", Text("beslut per år", "decisions a year"), "a year", 0),
    Measure("meeting_hours", Text("mötestimmar per år", "hours in meetings a year"), "a year", 0),
    Measure("preparation_hours", Text("timmar för beredning per år", "hours of preparation a year"), "a year", 0),
    Measure(
        "hours_each", Text("arbetstimmar per åtgärdat ärende", "working hours per matter carried out"), "hours", -1
    ),
    Measure(
        "queue",
        Text("ärenden som väntar på ett möte, i snitt", "matters waiting for a meeting, on average"),
        "number",
        0,
    ),
    Measure("queue_greatest", Text("längsta kö inför ett möte", "longest queue before a meeting"), "number", 0),
    Measure("inside", Text("ärenden på väg samtidigt, i snitt", "matters under way at once, on average"), "number", 0),
    Measure(
        "returned",
        Text("andel behandlingar som slutar med återremiss", "share of treatments that end in a return"),
        "share",
        -1,
    ),
    Measure(
        "copies", Text("andel ärenden som är dubbletter", "share of matters that are copies of another"), "share", -1
    ),
    Measure("again", Text("andel ärenden som väckts på nytt", "share of matters that were raised again"), "share", -1),
    Measure("rejected", Text("andel beslut som är avslag", "share of decisions that say no"), "share", 0),
    Measure("lapsed", Text("andel besked som uteblir", "share of answers that never come"), "share", -1),
    Measure(
        "cancelled",
        Text("andel möten som ställs in eller inte blir beslutföra", "share of meetings cancelled or without a quorum"),
        "share",
        -1,
    ),
)
MEASURES = {one.name: one for one in _ALL}
"""The measures by name, in the order in which they are told."""

OF_MATTERS = tuple(one.name for one in _ALL if one.matters)
"""Those that exist for each topic and principal too."""

HEADLINES = ("arrived", "within_year", "waited", "median", "p90", "meeting_hours", "hours_each")
"""What a reader asks first."""


def level(found: Estimate, measure: str) -> Estimate:
    """A measure's interval as far as the measure can reach: a share from 0 to 1, anything else from 0. Differences have
    no such ends.
    """
    if found.n < 2:
        return found
    most = 1.0 if MEASURES[measure].unit == "share" else math.inf
    return Estimate(found.mean, max(found.low, 0.0), min(found.high, most), found.n)


__all__ = ["HEADLINES", "MEASURES", "OF_MATTERS", "Measure", "Unit", "level"]

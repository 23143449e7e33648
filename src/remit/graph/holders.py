"""Who fills a seat or post alone, as told: for rules on people rather than on seats."""

from __future__ import annotations

from remit.graph.logic import NO, OPEN, YES, Proof, all_of, excused
from remit.graph.org import Org, Thing


def single(org: Org, function: Thing) -> Proof:
    """To what degree a post is one, for one principal: a number or several principals tell otherwise, and where
    either is left open, it is.
    """
    count = function.fact("count")
    if (count.known and count.value != 1) or len(org.principals_of(function.id)) > 1:
        return NO
    return OPEN if count.left_open or function.fact("principal").partly_open else YES


def manned(org: Org, thing: Thing) -> Proof:
    """To what degree a seat, post or person is there and not vacant."""
    vacant = NO if thing.kind == "person" else thing.fact("vacant").excuse(True)
    return excused(org.in_force(thing), vacant)


def filled_alone(org: Org, function: Thing) -> Proof:
    """To what degree a post is there, not vacant, and one."""
    return all_of(single(org, function), manned(org, function))

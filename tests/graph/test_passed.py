"""Whom every way from a start passes, compared with what is left when somebody is taken away."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from remit.graph.passed import Passed

Steps = dict[str, list[str]]


def reached(steps: Steps, without: str = "") -> set[str]:
    seen = {"0"}
    left = ["0"]
    while left:
        for to in steps.get(left.pop(), ()):
            if to not in seen and to != without:
                seen.add(to)
                left.append(to)
    return seen


@given(st.dictionaries(st.sampled_from("0123456"), st.lists(st.sampled_from("0123456"), max_size=4, unique=True)))
def test_those_passed_are_those_without_whom_no_end_is_reached(steps: Steps) -> None:
    passed = Passed("0", steps)
    there = reached(steps)
    assert set(passed.order) == there
    for one in sorted(there):
        for other in sorted(there):
            ends = {one, other}
            cut = {node for node in there - {"0"} if not ends & reached(steps, without=node)}
            assert set(passed.by_all(sorted(ends))) == (cut if "0" not in ends else set())


@given(st.dictionaries(st.sampled_from("0123456"), st.lists(st.sampled_from("0123456"), max_size=4, unique=True)))
def test_behind_a_node_is_counted_what_is_lost_with_it(steps: Steps) -> None:
    passed = Passed("0", steps)
    there = reached(steps)
    counted = sorted(there)[::2]
    behind = passed.behind(counted)
    for node in sorted(there - {"0"}):
        assert behind[node] == len(set(counted) - reached(steps, without=node))
    assert behind["0"] == len(counted)

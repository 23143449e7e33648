"""Whole structures, written as a user writes them, whose flow is known by hand or from queueing theory."""

from __future__ import annotations

from collections.abc import Sequence

from remit.graph.org import Org
from remit.model.files import loads
from remit.simulation.parameters import Parameters, load_parameters

YEAR = 365.25

LOCAL = """\
remit: 1
model: {id: local, title: local, as_of: 2020-01-01}
levels: [near, county]
principals: {ask: {kind: municipality}}
topics: {small: {settled_at: near}}
groups:
  local:
    level: near
    kind: officials
    territory: [ask]
    remit: {purpose: meet, topics: [small], powers: [decide]}
    seats: [{principal: ask, mandate: {powers: [decide]}}]
    way_on: none
    report_back: to the next meeting
    meetings_per_year: 12
"""
"""One principal whose own group decides at once: a matter waits for its next meeting and for nothing else."""


def local(*changes: tuple[str, str]) -> Org:
    """The one group, with some of its words changed."""
    return _changed(LOCAL, changes)


def council(principals: int, *changes: tuple[str, str]) -> Org:
    """A group four times a year where matters are raised and recommended, and as many principals that decide each at
    its own body; one rejection stops a matter, and there is no way on.
    """
    ids = [f"p{number}" for number in range(principals)]
    text = f"""\
remit: 1
model: {{id: council, title: council, as_of: 2020-01-01}}
levels: [near, county]
principals: {{{", ".join(f"{one}: {{kind: municipality}}" for one in ids)}}}
topics: {{care: {{treated_at: county}}}}
groups:
  council:
    level: county
    kind: political
    territory: [{", ".join(ids)}]
    remit: {{purpose: agree, topics: [care], powers: [recommend]}}
    seats:
{"".join(f"      - {{principal: {one}, mandate: {{powers: [recommend]}}}}{chr(10)}" for one in ids)}\
    recommends_to: [{", ".join(f"{{to: {one}, for_decision: yes}}" for one in ids)}]
    unanimous: yes
    way_on: none
    report_back: to the next meeting
    meetings_per_year: 4
"""
    return _changed(text, changes)


def _changed(text: str, changes: Sequence[tuple[str, str]]) -> Org:
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return Org(loads(text))


def quiet(**values: float) -> Parameters:
    """Numbers with which nothing but waiting for sittings takes time, all come, all is approved, nothing is returned or
    raised again, and there is room for all; some of them otherwise.
    """
    names = (
        "line_days down_days prepare_days home_days minutes_days papers_days delegated_days returned cancelled "
        "new_return_introduced new_return_without vacancy_days group_quorum summer_weeks winter_weeks second_sitting "
        "parallel_copy untold_again raised_again"
    )
    numbers: dict[str, float] = dict.fromkeys(names.split(), 0.0)
    numbers |= {"attendance": 1, "approve": 1, "chair_new_share": 1, "lapse_days": 36525, "stay_days": 10}
    numbers |= {"group_places": 100_000, "body_places": 100_000, "matters_per_year": 50}
    return load_parameters().with_(numbers | values)


def tried(numbers: Parameters, *names: str) -> Parameters:
    """The same numbers; only those of some names have a range, so that a tornado tries no others."""
    return Parameters(
        tuple(one if one.name in names else one._replace(low=one.value, high=one.value) for one in numbers.items)
    )

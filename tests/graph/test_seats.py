"""How sure it is that a principal sits in a group."""

from __future__ import annotations

import pytest

from remit.graph.org import Org
from remit.model.files import loads

MODEL = """\
remit: 1
model: {{id: seats, title: Platser, as_of: 2020-01-01, coverage: {{default: complete}}}}
principals: {{ask: {{}}, berg: {{}}}}
groups: {{council: {{seats: [{seat}]}}}}
"""


@pytest.mark.parametrize(
    ("seat", "sure"),
    [
        ("{principal: ask}", "established"),
        ("{principal: berg}", "no"),
        ("{principal: ask, vacant: yes}", "no"),
        ("{principal: ask, vacant: no}", "established"),
        ("{principal: ask, vacant: unclear}", "open"),
        ("{principal: ask, vacant: {value: yes, basis: risk}}", "open"),
        ("{principal: ask, vacant: {value: yes, basis: interviewees}}", "no"),
        ("{principal: ask, basis: interviewees}", "reported"),
        ("{principal: ask, basis: risk}", "open"),
        ("{shared_by: [ask, berg], count: 1}", "open"),
        ("{shared_by: [ask, berg], count: 2}", "established"),
        ("{shared_by: [ask, berg], count: 2, vacant: yes}", "no"),
        ("{shared_by: [ask, berg], count: 2, vacant: unclear}", "open"),
        ("{shared_by: [ask, berg], count: 2, basis: risk}", "open"),
        ("{shared_by: [ask, berg], count: many}", "open"),
        ("{shared_by: [ask, {to: berg, value: unknown}], count: 1}", "open"),
        ("{shared_by: [ask, {to: berg, value: none}], count: 1}", "established"),
        ("{principal: unknown}", "open"),
    ],
)
def test_a_seat_makes_it_as_sure_as_what_is_told_of_it(seat: str, sure: str) -> None:
    org = Org(loads(MODEL.format(seat=seat)))
    assert org.seated(org.thing("council"), "ask").degree.word == sure


def test_the_surest_of_several_seats_counts() -> None:
    org = Org(loads(MODEL.format(seat="{principal: ask, basis: risk}, {principal: ask, basis: interviewees}")))
    assert org.seated(org.thing("council"), "ask").degree.word == "reported"


@pytest.mark.parametrize(
    ("mandate", "sure"),
    [
        ("{powers: [decide]}", "established"),
        ("{powers: [decide], topics: [care]}", "established"),
        ("{powers: [decide], topics: [school]}", "no"),
        ("{powers: [decide], topics: none}", "no"),
        ("{powers: [decide], topics: unclear}", "open"),
        ("{powers: [decide], topics: unknown}", "open"),
        ("{powers: [recommend]}", "no"),
        ("{powers: unclear}", "open"),
        ("none", "no"),
    ],
)
def test_a_seat_that_names_no_topics_has_its_groups_and_one_that_leaves_them_open_may_have_any(
    mandate: str, sure: str
) -> None:
    text = MODEL.format(seat=f"{{principal: ask, mandate: {mandate}}}")
    text = text.replace("council: {", "council: {remit: {topics: [care]}, ")
    org = Org(loads(text + "topics: {care: {}, school: {}}\n"))
    assert org.seat_power(org.seats("council")[0], "decide", "care").degree.word == sure


def test_a_second_seat_of_the_same_principal_is_called_after_it_with_a_number() -> None:
    org = Org(loads(MODEL.format(seat="ask, ask").replace("ask: {}", "ask: {name: Asks kommun}")))
    assert [org.name(seat.id).sv for seat in org.seats("council")] == [
        "council: Asks kommun",
        "council: Asks kommun (2)",
    ]

"""Which groups are local: told by what the structure says, not by whether anything stands above them."""

from __future__ import annotations

import pytest
from tests.simulation.small import org, parameters

from remit.graph.org import Org
from remit.model.files import loads
from remit.simulation.build import build

COUNTY = """\
remit: 1
model: {{id: m, title: m, as_of: 2020-01-01}}
levels: [near, county, above]
principals:
  north: {{kind: region}}
  south: {{kind: region}}
  state: {{kind: state, role: state_agency}}
  ask: {{kind: municipality}}
  berg: {{kind: municipality}}
topics:
  care: {{{care}}}
  school: {{{school}}}
groups:
  local: {{level: near, seats: [north, ask]}}
  council: {{level: county, seats: [north, ask, berg]}}
{above}"""


def local(care: str = "", school: str = "", above: str = "") -> set[str]:
    """The groups that sit as local ones do."""
    found = Org(loads(COUNTY.format(care=care, school=school, above=above)))
    places = build(found, parameters()).extra["places"]
    assert isinstance(places, tuple)
    return {place.id for place in places if place.local}


@pytest.mark.parametrize(
    "above",
    [
        "",
        "  national: {level: above, seats: [state, north]}\n",
        "  regions: {level: above, seats: [north, south], remit: {topics: [care, school], powers: [recommend]}}\n",
        "  regions: {level: above, territory: [north, south]}\n  more: {level: above, seats: [state]}\n",
        "  nobody: {level: above}\n",
    ],
)
def test_what_stands_above_and_gathers_others_makes_no_county_group_local(above: str) -> None:
    assert local(above=above) == {"local"}


def test_a_council_of_all_above_makes_the_groups_below_local_unless_topics_tell_that_they_are_what_treats_them() -> (
    None
):
    above = "  everybody: {level: above, seats: [north, south, ask, berg]}\n"
    assert local(above=above) == {"local", "council"}
    assert local("treated_at: county", "treated_at: county", above) == {"local"}
    # one topic of two is no more than half of them
    assert local("treated_at: county", "", above) == {"local", "council"}


def test_a_topic_that_must_be_treated_further_up_makes_nothing_local_by_itself() -> None:
    assert local("treated_at: above", above="  national: {level: above, seats: [state, north]}\n") == {"local"}
    # where no group stands at the level that topics name, they do not tell
    assert local("treated_at: above", "treated_at: above") == {"local"}


def test_where_no_group_gathers_all_kinds_the_highest_level_with_a_group_is_the_common_one() -> None:
    found = Org(loads(COUNTY.format(care="", school="", above="").replace("[north, ask, berg]", "[ask, berg]").replace(
        "[north, ask]", "[ask]")))  # fmt: skip
    places = build(found, parameters()).extra["places"]
    assert isinstance(places, tuple)
    assert {place.id for place in places if place.local} == {"local"}


def test_the_number_of_meetings_assumed_for_county_groups_stays_when_a_group_is_added_above_them() -> None:
    extra = "  national:\n    level: nation\n    seats: [region]\n  council:\n"
    changes = (("levels: [near, middle, county]", "levels: [near, middle, county, nation]"), ("  council:\n", extra))
    for change in ((), changes):
        places = build(org(*change), parameters()).extra["places"]
        assert isinstance(places, tuple)
        assert {place.id: place.local for place in places if place.id in ("local", "council")} == {
            "local": True,
            "council": False,
        }

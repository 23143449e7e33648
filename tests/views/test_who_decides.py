"""How the pages of the loop tell who decides: alike decisions once, whoever is many by number."""

from __future__ import annotations

import pytest

from remit.graph.loop import Loops, loops, route
from remit.graph.org import Org
from remit.model.files import loads
from remit.views import loops_markdown, loops_text, route_text

TOWNS = [f"t{number}" for number in range(8)]
EVERYBODY = ", ".join(["region", *TOWNS])
TEXT = f"""
remit: 1
model: {{id: towns, title: towns, as_of: 2020-01-01}}
levels: [near, county]
principals: {{{", ".join(f"{one}: {{}}" for one in ("region", *TOWNS))}}}
sets: {{towns: {{members: [{", ".join(TOWNS)}]}}}}
topics: {{small: {{settled_at: near}}, large: {{treated_at: county}}}}
groups:
  "local-{{t}}":
    for_each: {{t: towns}}
    level: near
    territory: [region, "{{t}}"]
    remit: {{topics: small, powers: [discuss]}}
    seats:
      - {{principal: region, mandate: {{powers: [decide]}}}}
      - {{principal: "{{t}}", mandate: {{powers: [decide]}}}}
  council:
    level: county
    remit: {{topics: large, powers: [recommend]}}
    seats: [{EVERYBODY}]
    recommends_to: [{EVERYBODY}]
    decision_step: each decides
    report_back: at the next meeting
"""


@pytest.fixture(scope="module")
def matrix() -> Loops:
    return loops(Org(loads(TEXT)))


def test_what_a_local_group_decides_in_every_town_is_told_once_with_an_example(matrix: Loops) -> None:
    assert len([one for one in matrix.decisions if one.topic == "small"]) == 8
    page = " ".join(loops_text.render(matrix, "en").split())
    assert page.count("those who sit there") == 1
    assert "8 ways to a decision of the same sort" in page
    assert "Decisions 2." in page


def test_many_principals_are_told_by_their_number_in_the_matrix_and_by_name_in_the_route(matrix: Loops) -> None:
    page = loops_text.render(matrix, "sv")
    assert "var och en för sig: 9 huvudmän." in page
    assert "var och en ensam: 9 huvudmän." in page
    one = " ".join(route_text.render(route(Org(loads(TEXT)), "t3", "large"), "sv").split())
    assert "var och en för sig: region, t0, t1, t2, t3, t4, t5, t6, t7." in one


def test_a_route_without_a_closed_step_of_decision_says_so_in_both_languages() -> None:
    for word, sv, en in (
        ("unclear", "Det är öppet vem som beslutar", "It is open who decides"),
        ("none", "Det blir inget beslut", "It comes to no decision"),
    ):
        found = route(Org(loads(TEXT.replace("each decides", word))), "t3", "large")
        assert sv in route_text.render(found, "sv")
        assert en in route_text.render(found, "en")
        assert "Decisions" not in route_text.render(found, "en")


def test_the_markdown_page_tells_the_same(matrix: Loops) -> None:
    page = loops_markdown.render(matrix, "en")
    assert "    - Alike: 8 ways to a decision of the same sort, each for its own\n" in page
    assert "    - Decided by: each by itself: 9 principals\n" in page


def test_where_nothing_is_decided_the_pages_have_no_such_part() -> None:
    found = loops(Org(loads(TEXT.replace("each decides", "none"))), ["large"])
    assert found.decisions == ()
    assert "WHO DECIDES" not in loops_text.render(found, "en")
    assert "Who decides" not in loops_markdown.render(found, "en")

"""Four forms of collaboration on alike topics of the same principals: the loop tells them apart."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from remit.graph.loop import Loops, Route, loops, route
from remit.graph.org import Org
from remit.model.files import load, resolve
from remit.views import loops_markdown, loops_text, report_json, route_text

NAME = "made-up-forms-of-cooperation"
FILE = Path(__file__).resolve().parents[1] / "known_answers" / f"{NAME}.yaml"
KNOWN: list[dict[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))["decisions"]
TOPICS = [row["topic"] for row in KNOWN]


@pytest.fixture(scope="module")
def org() -> Org:
    return Org(load(resolve(NAME)))


@pytest.fixture(scope="module")
def matrix(org: Org) -> Loops:
    return loops(org)


def of(org: Org, topic: str, start: str = "stenby") -> Route:
    return route(org, start, topic)


def test_it_says_that_it_is_made_up(org: Org) -> None:
    head = org.model.head
    assert head.made_up
    assert head.id.startswith("made-up-")
    assert head.title.sv.startswith("Påhittad")
    assert head.title.en.startswith("Made up")


def test_there_is_a_known_answer_for_every_topic_of_it(org: Org) -> None:
    assert sorted(TOPICS) == sorted(topic.id for topic in org.things("topic"))
    assert len(TOPICS) == 4


@pytest.mark.parametrize("row", KNOWN, ids=TOPICS)
def test_who_decides_how_many_times_and_who_can_stop_it_is_what_was_reasoned_out(org: Org, row: dict[str, Any]) -> None:
    for start in org.care_principals:
        told = of(org, row["topic"], start).to_dict("en")["decision"]
        assert (told["state"], told["certainty"]) == ("closed", "established")
        by = [{"id": one["id"], "form": one["form"], "host": one["host"], "for": len(one["for"])} for one in told["by"]]
        assert by == [{"host": None} | one for one in row["by"]]
        assert told["decisions"] == row["decisions"]
        assert told["stopped_by"] == row["stopped_by"]


def test_the_four_are_told_apart_by_the_decision_and_by_nothing_else(org: Org) -> None:
    found = {topic: of(org, topic).to_dict("en") for topic in TOPICS}
    decisions = {report_json.dumps(one["decision"]) for one in found.values()}
    assert len(decisions) == 4
    for one in found.values():
        assert [(step["step"], step["part"], step["state"]) for step in one["steps"]] == [
            (step["step"], step["part"], step["state"]) for step in found["rorelse"]["steps"]
        ]
        assert (one["outcome"], one["concerned"], one["wait"]) == (
            found["rorelse"]["outcome"],
            found["rorelse"]["concerned"],
            found["rorelse"]["wait"],
        )


def test_the_matrix_tells_the_same_of_every_topic_as_the_routes(org: Org, matrix: Loops) -> None:
    told = {one["topic"]: one for one in matrix.to_dict("en")["decisions"]}
    assert set(told) == set(TOPICS)
    for topic, one in told.items():
        assert one["raised_in"] == list(org.care_principals)
        assert {k: one[k] for k in one if k not in ("topic", "raised_in")} == of(org, topic).to_dict("en")["decision"]
    assert matrix.closure == (1.0, 1.0)


WORDS = {
    "rorelse": (
        "Antal beslut 5.",
        "var och en ensam: Lillholm, Norrviken, Region Mellanmark, Stenby, Åkersta; ett nej stoppar den för alla.",
        "Decisions 5.",
        "each alone: Lillholm, Norrviken, Region Mellanmark, Stenby, Åkersta; one no stops it for all.",
    ),
    "syn": (
        "Beslutar Gemensamma hjälpmedelsnämnden (gemensam nämnd, värd: Region Mellanmark) för 5 huvudmän.",
        "Kan stoppa den bara tillsammans, ingen ensam: ",
        "Decided by Gemensamma hjälpmedelsnämnden (joint board, host: Region Mellanmark) for 5 principals.",
        "Can stop it only together, none alone: ",
    ),
    "horsel": (
        "(kommunalförbund med egen beslutande församling) för 5 huvudmän.",
        "Antal beslut 1.",
        "(association of municipalities with an assembly of its own) for 5 principals.",
        "Decisions 1.",
    ),
    "kommunikation": (
        "(uppgift som tagits över genom avtal av Region Mellanmark) för 5 huvudmän.",
        "Kan stoppa den Region Mellanmark ensam.",
        "(task taken over by agreement by Region Mellanmark) for 5 principals.",
        "Can stop it Region Mellanmark alone.",
    ),
}


@pytest.mark.parametrize("topic", TOPICS)
def test_a_reader_of_the_route_and_of_the_matrix_is_told_so_in_both_languages(
    org: Org, matrix: Loops, topic: str
) -> None:
    for lang, words in (("sv", WORDS[topic][:2]), ("en", WORDS[topic][2:])):
        page = " ".join(route_text.render(of(org, topic), lang, name=org.name).split())
        every = " ".join(loops_text.render(matrix, lang).split())
        for said in words:
            assert said in page
            assert said in every
    markdown = loops_markdown.render(matrix, "en")
    assert "## Who decides" in markdown
    assert markdown.count("    - Decisions: 1\n") == 3
    assert markdown.count("    - Decisions: 5\n") == 1


def test_the_steps_say_who_decides_too(org: Org) -> None:
    reasons = {topic: [s.reason.en for s in of(org, topic).steps if s.key in ("4", "5")] for topic in TOPICS}
    assert reasons["rorelse"][1] == "each of 5 principals decides for itself"
    assert reasons["syn"][0].endswith("recommends to Gemensamma hjälpmedelsnämnden")
    assert reasons["horsel"][1] == "Hjälpmedelsförbundet Mellanmark decides for 5 principals"
    assert reasons["kommunikation"][1] == "Region Mellanmark (Hjälpmedelsuppdraget) decides for 5 principals"

"""Blekinge, January 2018: what the county council's paper says of collaboration, by heading, and nothing more."""

from __future__ import annotations

import pytest

from remit.graph.loop import loops
from remit.graph.org import Org
from remit.graph.resolve import Fact
from remit.model.facts import Degree, Extent, State
from remit.model.files import load, resolve
from remit.queries.checklists import answer, read_checklist, shipped_checklists
from remit.queries.engine import audit
from remit.queries.finding import Finding

MUNICIPALITIES = ("karlshamn", "karlskrona", "olofstrom", "ronneby", "solvesborg")
CARE = (*MUNICIPALITIES[:2], "landstinget-blekinge", *MUNICIPALITIES[2:])
HEADING = "Inriktning för ”{}”"
AREAS = {
    "leda-styra": HEADING.format("Samverkan för att leda och styra"),
    "metoder": HEADING.format("Metoder för samverkan"),
    "resursanvandning": HEADING.format("Samverkan om resursanvändning"),
    "kommunikation": HEADING.format("Kommunikation och information"),
}


@pytest.fixture(scope="module")
def org() -> Org:
    return Org(load(resolve("blekinge-2018")))


@pytest.fixture(scope="module")
def findings(org: Org) -> tuple[Finding, ...]:
    return tuple(audit(org, certainty=Degree.OPEN).findings)


def places(fact: Fact) -> set[tuple[str, int | None]]:
    return {(source.section, source.paragraph) for source in fact.sources if source.document == "memo"}


# -- Bakgrund ---------------------------------------------------------------------------------------------------------


def test_background_the_board_of_the_county_council_has_decided_on_two_of_three_strategies(org: Org) -> None:
    strategies = [t.id for t in org.things("topic") if t.fact("part_of").value == "framtidens-vard"]
    assert sorted(strategies) == ["koncentration", "nara-vard", "samverkan"]
    may = {topic: org.may_decide("landstingsstyrelsen", topic).degree for topic in strategies}
    assert may == {"koncentration": Degree.ESTABLISHED, "nara-vard": Degree.ESTABLISHED, "samverkan": Degree.OPEN}
    mandate = org.mandates("landstingsstyrelsen")[0].fact("powers")
    assert places(mandate) == {("Bakgrund", 4)}


def test_background_the_programme_group_prepares_inside_the_county_council_and_is_no_collaboration_group(
    org: Org,
) -> None:
    assert org.principals_of("programgruppen") == ("landstinget-blekinge",)
    assert [group.id for group in org.groups()] == ["lsvo"]


def test_background_the_strategies_are_the_county_councils_own_and_only_collaboration_is_said_to_concern_municipalities(
    org: Org,
) -> None:
    assert {topic: set(org.concerned(topic)[0]) for topic in ("framtidens-vard", "nara-vard", "koncentration")} == {
        "framtidens-vard": {"landstinget-blekinge"},
        "nara-vard": {"landstinget-blekinge"},
        "koncentration": {"landstinget-blekinge"},
    }
    assert set(org.concerned("samverkan")[0]) == set(CARE)


# -- Samverkan i Blekinge ---------------------------------------------------------------------------------------------


def test_collaboration_has_four_areas_each_with_its_heading_and_no_level_of_its_own(org: Org) -> None:
    found = {t.id for t in org.things("topic") if t.fact("part_of").value == "samverkan"}
    assert found - {"samverkan-andra-landsting"} == set(AREAS)
    for area, heading in AREAS.items():
        fact = org.thing(area).fact("part_of")
        assert places(fact) == {("Samverkan i Blekinge", 11), (heading, 1)}
        assert org.thing(area).fact("treated_at").state == State.UNKNOWN


# -- Mikro, meso och makro --------------------------------------------------------------------------------------------


def test_the_levels_are_three_ranks_each_read_in_two_ways_and_that_is_no_contradiction(
    org: Org, findings: tuple[Finding, ...]
) -> None:
    pairs = [("mikro", "lokalt"), ("meso", "regionalt"), ("makro", "nationellt")]
    assert org.ranks == {level: rank for rank, pair in enumerate(pairs, 1) for level in pair}
    readings = {level.id: level.fact("reading").value for level in org.things("level")}
    assert len(set(readings.values())) == 2
    assert readings["mikro"] == readings["meso"] == readings["makro"]
    assert readings["lokalt"] == readings["regionalt"] == readings["nationellt"]
    assert "SRC902" not in {finding.code for finding in findings}


# -- Samverkan för att leda och styra ---------------------------------------------------------------------------------


def test_leading_that_staff_have_a_mandate_is_an_aim_and_neither_a_fact_nor_said_to_be_missing(
    org: Org, findings: tuple[Finding, ...]
) -> None:
    assert org.thing("ls-mandat").fact("topics").modality == "should"
    for staff in ("medarbetare-landstinget", "medarbetare-kommunerna"):
        assert org.thing(staff).fact("mandates").state == State.UNKNOWN
    assert not [f for f in findings if f.code.startswith("MAN10") and f.certainty > Degree.OPEN]


# -- Metoder för samverkan --------------------------------------------------------------------------------------------


def test_methods_the_agreement_is_between_the_county_council_and_every_municipality(org: Org) -> None:
    parties = org.thing("samspel").fact("parties")
    assert sorted(org.expand_principals(parties)) == sorted(CARE)
    assert places(parties) == {(AREAS["metoder"], 11)}


def test_methods_the_agreement_does_not_say_how_on_the_micro_level_and_that_is_all_that_is_sure(
    findings: tuple[Finding, ...],
) -> None:
    sure = [finding for finding in findings if finding.certainty > Degree.OPEN]
    assert [(f.code, f.subject.id, f.subject.extent, f.certainty) for f in sure] == [
        ("FUP702", "samspel-mikro", Extent.SOME, Degree.ESTABLISHED)
    ]
    assert [(s.document, s.section, s.paragraph) for s in sure[0].sources] == [("memo", AREAS["metoder"], 11)]
    assert sure[0].subject.members == ("samspel",)
    assert sure[0].message.sv.startswith("Överenskommelsen säger inte hur det ska göras: SAMSPEL på mikronivån")
    assert sure[0].message.en.startswith("The agreement does not say how it is to be done: SAMSPEL on the micro level")


def test_methods_the_agreement_is_on_an_overall_level_and_which_of_the_three_is_not_told(org: Org) -> None:
    assert org.thing("samspel").fact("level").state == State.UNKNOWN


def test_methods_what_is_needed_is_not_said_to_be_missing(org: Org) -> None:
    for needed in ("me-arenor", "me-metod", "me-rutiner", "me-samspel"):
        activity = org.thing(needed)
        assert activity.fact("topics").modality == "should"
        assert activity.fact("statuses").state == State.UNKNOWN


# -- Samverkan om resursanvändning ------------------------------------------------------------------------------------


def test_resources_the_group_that_is_named_as_an_example_is_open_in_all_that_is_not_told(
    org: Org, findings: tuple[Finding, ...]
) -> None:
    assert places(org.thing("lsvo").fact("remit.topics")) == {(AREAS["resursanvandning"], 4)}
    assert org.lacks_power(org.thing("lsvo"), "remit", "decide").degree == Degree.OPEN
    about = [f for f in findings if "lsvo" in (f.subject.id, *f.subject.members)]
    assert about
    assert {f.certainty for f in about} == {Degree.OPEN}


# -- Kommunikation och information ------------------------------------------------------------------------------------


def test_communication_laws_limit_the_exchange_of_information_which_denies_no_way(org: Org) -> None:
    assert not org.channels("informationsutbyte")
    assert not [edge for edge in org.edges if edge.denied]


# -- the whole --------------------------------------------------------------------------------------------------------


def test_no_municipality_is_unrepresented_because_its_seats_are_not_told(
    org: Org, findings: tuple[Finding, ...]
) -> None:
    assert sorted(org.care_principals) == sorted(CARE)
    assert not [f for f in findings if f.code in ("COV501", "COV502")]


def test_of_what_the_paper_does_not_tell_every_loop_is_open_and_none_is_broken(org: Org) -> None:
    found = loops(org)
    assert {cell.state for cell in found.cells} == {"open"}
    assert found.closure == (0.0, 1.0)


def test_the_nine_questions_are_open_since_the_paper_tells_what_is_needed_and_not_how_it_is(org: Org) -> None:
    found = answer(org, read_checklist(shipped_checklists()["nine-questions"]))
    assert len(found.answers) > 9
    assert {one.state for one in found.answers} == {"open"}

"""What documents tell in passing of other places: who meets and what for, and nothing that is lacking."""

from __future__ import annotations

import pytest

from remit.graph.loop import loops
from remit.graph.org import Org
from remit.graph.resolve import Fact
from remit.model.facts import Degree, State
from remit.model.files import load, resolve
from remit.queries.checklists import answer, read_checklist, shipped_checklists
from remit.queries.engine import audit

NAMES = ("angelholm-2019", "varmland-2018", "vastra-gotaland-2019")


def read(name: str) -> Org:
    return Org(load(resolve(name)))


def places(fact: Fact) -> set[tuple[str, int | None]]:
    return {(source.section, source.paragraph) for source in fact.sources}


def answers(org: Org) -> dict[tuple[str, str], tuple[str, str]]:
    """Those answers of the nine questions that are not open."""
    found = answer(org, read_checklist(shipped_checklists()["nine-questions"])).answers
    assert found
    told = ((a.question.id, a.subject.id, a.state, a.certainty.word) for a in found)
    return {(question, subject): (state, word) for question, subject, state, word in told if state != "open"}


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_said_to_be_lacking_so_everything_is_a_question(name: str) -> None:
    found = audit(read(name), certainty=Degree.OPEN).findings
    assert found
    assert {finding.certainty for finding in found} == {Degree.OPEN}


@pytest.mark.parametrize("name", NAMES)
def test_no_loop_is_broken_by_what_is_not_told(name: str) -> None:
    found = loops(read(name))
    assert found.cells
    assert {cell.state for cell in found.cells} == {"open"}


# -- Västra Götaland: Bakgrund/5 and Samverkan inom Mobil närvård i Västra Götaland ------------------------------

CARE = "Samverkan inom Mobil närvård i Västra Götaland"
BACKGROUND = "Bakgrund – Insatser för att ytterligare utveckla samverkan och teamarbete"


def test_vastra_gotaland_the_agreement_and_the_teams_are_for_all_49_municipalities_and_the_region() -> None:
    org = read("vastra-gotaland-2019")
    everybody = set(org.care_principals)
    assert len(everybody) == 50
    parties = org.thing("hs-avtalet-vg").fact("parties")
    assert org.expand_principals(parties) == everybody
    assert places(parties) == {(BACKGROUND, 5)}
    territory, sure = org.territory(org.thing("mobila-vardteam"))
    assert (territory, sure.degree) == (everybody, Degree.ESTABLISHED)
    assert org.thing("breddinforande").fact("statuses").items


def test_vastra_gotaland_each_area_has_a_coordinator_with_a_described_task_and_the_structures_are_linked() -> None:
    org = read("vastra-gotaland-2019")
    assert places(org.thing("koordinatorerna").fact("assignment")) == {(CARE, 2)}
    assert org.linked("lokala-samarbetsgrupper", "delregional-vardsamverkan").degree == Degree.ESTABLISHED


def test_vastra_gotaland_the_networks_met_and_whether_they_still_do_is_not_told() -> None:
    org = read("vastra-gotaland-2019")
    networks = [g for g in org.groups() if g.fact("form").value == "meeting_form"]
    assert len(networks) == 4
    for network in networks:
        assert network.fact("status").state == State.UNKNOWN
        assert places(network.fact("remit.purpose")) == {(CARE, 3)}
    assert org.thing("koordinatorsnatverket").fact("meetings_per_year").value == (12, 12)


def test_vastra_gotaland_the_evaluation_told_local_groups_and_both_managements() -> None:
    org = read("vastra-gotaland-2019")
    told = org.out("foljeutvarderare", "informs")
    assert [edge.target for edge in told] == ["lokala-samarbetsgrupper", "tjanstemannaledning", "politisk-ledning"]
    assert {edge.holds.degree for edge in told} == {Degree.ESTABLISHED}
    assert places(org.thing("foljeutvarderare").fact("informs")) == {(CARE, 4)}


def test_vastra_gotaland_the_nine_questions_are_open_since_whom_the_teams_are_for_is_not_what_they_start_from() -> None:
    assert answers(read("vastra-gotaland-2019")) == {}


# -- Hälsostaden Ängelholm: Bakgrund/6 and Projekt Besöksvän inom Hälsostaden Ängelholm ------------------------------


def test_angelholm_hospital_health_centres_and_municipality_collaborate_and_a_project_lies_within() -> None:
    org = read("angelholm-2019")
    seats = {seat.fact("principal").value or seat.fact("provider").value for seat in org.seats("halsostaden")}
    assert seats == {"angelholm", "angelholms-sjukhus", "vardcentralerna"}
    assert org.nested("projekt-besoksvan", "halsostaden").degree == Degree.ESTABLISHED
    assert org.thing("angelholms-sjukhus").fact("principal").state == State.UNKNOWN


def test_angelholm_the_nine_questions_are_open_but_that_it_starts_from_the_patient() -> None:
    found = answers(read("angelholm-2019"))
    assert found == {("built-from-the-citizen", "halsostaden"): ("yes", "established")}


# -- Värmland: Erfarenheter från Värmland and Ledningsseminarium ------------------------------


def test_varmland_the_leaders_of_the_county_council_and_of_every_municipality_met() -> None:
    org = read("varmland-2018")
    seminar = org.thing("ledningsseminariet")
    assert seminar.fact("kind").value == "mixed"
    for principal in org.care_principals:
        assert org.seated(seminar, principal).degree == Degree.REPORTED
    assert len(org.care_principals) == 17


def test_varmland_the_seminar_is_told_of_by_the_county_council_and_that_it_is_yearly_by_the_author() -> None:
    seminar = read("varmland-2018").thing("ledningsseminariet")
    purpose, yearly = seminar.fact("remit.purpose"), seminar.fact("meetings_per_year")
    assert (purpose.degree, places(purpose)) == (Degree.REPORTED, {("Erfarenheter från Värmland", 2)})
    assert (yearly.value, yearly.degree, places(yearly)) == ((1, 1), Degree.ESTABLISHED, {("Ledningsseminarium", 1)})


def test_varmland_that_it_agreed_on_goals_does_not_say_what_it_may_not_do() -> None:
    org = read("varmland-2018")
    assert org.lacks_power(org.thing("ledningsseminariet"), "remit", "recommend").degree == Degree.OPEN


def test_varmland_the_leaders_set_goals_together_for_what_mattered_to_the_inhabitants() -> None:
    found = answers(read("varmland-2018"))
    reported = ("yes", "reported")
    assert found == {
        ("political-goals", "ledningsseminariet"): reported,
        ("political-goals", "system"): reported,
    }

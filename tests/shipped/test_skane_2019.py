"""Skåne 2019: what the report of the theme conference says, section by section. It asks and wishes; nothing is sure."""

from __future__ import annotations

import re

import pytest
from tests.shipped.skane import MUNICIPALITIES, REGION, SUBREGIONS, about, care_principals, places, sure

from remit.graph.loop import loops
from remit.graph.org import Org
from remit.model.facts import Basis, Degree, State
from remit.model.files import load, resolve
from remit.queries.checklists import answer, read_checklist, shipped_checklists
from remit.queries.engine import audit
from remit.queries.finding import Finding

NAME = "skane-2019"
CONCLUSIONS = "Ett antal slutsatser"
RESULTS = "Vilka resultat är mest framträdande i diskussionerna?"
TABLE = "DISKUSSIONSGRUPP ?"
BODIES = tuple(f"samverkansorgan-{territory}" for territory in SUBREGIONS)


@pytest.fixture(scope="module")
def org() -> Org:
    return Org(load(resolve(NAME)))


@pytest.fixture(scope="module")
def findings(org: Org) -> tuple[Finding, ...]:
    return tuple(audit(org, certainty=Degree.OPEN).findings)


# -- the whole --------------------------------------------------------------------------------------------------------


def test_nothing_is_found_that_is_surer_than_open(findings: tuple[Finding, ...]) -> None:
    assert findings
    assert sure(findings) == []


def test_the_care_principals_are_region_skane_and_the_thirty_three_municipalities(org: Org) -> None:
    assert len(MUNICIPALITIES) == 33
    assert care_principals(org) == {REGION, *MUNICIPALITIES}


def test_a_municipality_whose_seats_the_document_does_not_list_is_not_unrepresented(
    org: Org, findings: tuple[Finding, ...]
) -> None:
    of_seats = [f for f in findings if f.code == "COV501"]
    assert of_seats
    for finding in of_seats:
        assert finding.certainty == Degree.OPEN
        assert {org.kind(one) for one in finding.subject.ids()} == {"group"}
    assert not [f for f in findings if f.code == "COV502"]


def test_how_far_matters_get_is_open_and_nothing_is_broken(org: Org) -> None:
    found = loops(org)
    assert found.closure == (0.0, 1.0)
    assert {cell.state for cell in found.cells} == {"open"}


def test_the_model_names_no_rule() -> None:
    assert not re.search(r"\b[A-Z]{3}\d{3}\b", resolve(NAME).read_text(encoding="utf-8"))


def test_the_nine_questions_are_open_since_the_report_answers_none_of_them(org: Org) -> None:
    found = answer(org, read_checklist(shipped_checklists()["nine-questions"]))
    assert len({one.question.id for one in found.answers}) == 9
    assert {one.state for one in found.answers} == {"open"}


# -- Bakgrund ---------------------------------------------------------------------------------------------------------


def test_background_under_the_health_agreement_there_are_a_central_body_six_subregional_ones_groups_and_teams(
    org: Org,
) -> None:
    parties = org.thing("hs-avtalet").fact("parties")
    assert {*org.expand_principals(parties)} == {*org.care_principals}
    resting = {group.id for group in org.groups() if group.fact("agreement").value == "hs-avtalet"}
    assert resting == {"centralt-samverkansorgan", *BODIES, "lokala-samarbetsgrupper", "mobila-vardteam"}
    levels = {group.id: group.fact("level").value for group in org.groups() if group.id in resting}
    assert levels["centralt-samverkansorgan"] == "central"
    assert {levels[body] for body in BODIES} == {"delregional"}
    assert levels["lokala-samarbetsgrupper"] == levels["mobila-vardteam"] == "lokal"


def test_three_subregions_are_named_in_the_report_and_three_in_the_evaluation_of_2023(org: Org) -> None:
    territories = {t.id: t for t in org.things("territory") if t.fact("level").value == "delregional"}
    assert {one: thing.name.sv for one, thing in territories.items()} == SUBREGIONS
    told = {one: {s.document for s in thing.fact("level").sources} for one, thing in territories.items()}
    assert {one for one, documents in told.items() if documents == {"report"}} == {"sydvast", "nordost", "sydost"}
    assert {one for one, documents in told.items() if documents == {"utvardering-2023"}} == {
        "nordvast",
        "mellersta",
        "delregion-malmo",
    }


def test_background_politicians_and_officials_of_region_and_municipalities_sit_in_the_bodies_but_who_is_not_told(
    org: Org,
) -> None:
    for body in ("centralt-samverkansorgan", *BODIES):
        seats = org.seats(body)
        represented = sorted(str(seat.fact("represents").value) for seat in seats)
        assert represented == ["officials", "officials", "politicians", "politicians"]
        assert not org.seats_listed(org.thing(body)).degree > Degree.OPEN


def test_background_the_municipalities_share_the_central_bodys_seats_and_which_have_seats_in_a_subregion_is_not_told(
    org: Org,
) -> None:
    pools = org.pools("centralt-samverkansorgan")
    assert [(len(pool.principals), pool.count) for pool in pools] == [(33, None)] * 2
    for body in BODIES:
        assert not org.pools(body)
        theirs = [seat for seat in org.seats(body) if "kommunernas" in seat.name.sv]
        assert [seat.fact("shared_by").state for seat in theirs] == [State.UNKNOWN] * 2


def test_background_two_conferences_were_held_and_are_over(org: Org, findings: tuple[Finding, ...]) -> None:
    held = {g.id: g.fact("status").value for g in org.things("group") if g.fact("form").value == "meeting_form"}
    assert held == {"temakonferensen": "ended", "lundakonferensen": "ended"}
    assert not [f for f in findings if held.keys() & {f.subject.id, *f.subject.members}]


def test_background_it_is_decided_that_the_subregional_bodies_are_to_support_operations_with_a_clearer_role(
    org: Org,
) -> None:
    for body in BODIES:
        task, purpose = org.thing(body).fact("carries_out"), org.thing(body).fact("remit.purpose")
        assert task.values == ("stod-till-utforarna",)
        assert (purpose.state, task.degree) == (State.UNCLEAR, Degree.ESTABLISHED)
        assert places(task) == places(purpose) == {"Bakgrund/2"}


def test_background_the_central_body_has_a_chair_and_a_vice_chair_who_are_named(org: Org) -> None:
    fact = org.thing("centralt-samverkansorgan").fact("chair.vice")
    assert fact.value is True
    assert places(fact) == {"Bakgrund/4"}
    held = {org.model.parents[one.id][0]: one.fact("function").value for one in org.things("holding")}
    assert held == {"anna-mannfalk": "ordforande-centralt", "stina-larsson": "vice-ordforande-centralt"}


# -- Vilka resultat är mest framträdande i diskussionerna? ------------------------------------------------------------


@pytest.mark.parametrize(
    ("goal", "paragraph"),
    [
        ("resultatuppfoljning", 3),
        ("koordinering", 4),
        ("samsyn-kontinuitet", 5),
        ("erfarenhetsutbyte", 6),
        ("styrning", 7),
    ],
)
def test_results_each_need_that_the_participants_share_is_their_word(org: Org, goal: str, paragraph: int) -> None:
    fact = org.thing(goal).fact("text")
    assert fact.degree == Degree.REPORTED
    assert f"{RESULTS}/{paragraph}" in places(fact)


def test_results_need_of_more_follow_up_leaves_it_open_whether_there_is_any(
    org: Org, findings: tuple[Finding, ...]
) -> None:
    (one,) = about(findings, "FUP701", "system")
    assert one.certainty == Degree.OPEN
    (told,) = [s for s in org.model.statements if s.about == "system" and s.what == "follow_up"]
    assert (told.said.state, told.said.basis) == (State.UNCLEAR, Basis.INTERVIEWEES)
    assert f"{RESULTS}/3" in {str(source).partition("#")[2] for source in told.said.sources}


def test_results_coordinating_roles_are_to_be_developed_so_whether_any_has_the_whole_in_view_is_open(
    org: Org, findings: tuple[Finding, ...]
) -> None:
    (one,) = about(findings, "ROB603", "system")
    assert one.certainty == Degree.OPEN
    assert [thing.id for thing in org.things("coordinator")] == ["koordineringsroller"]
    for finding in (f for f in findings if f.subject.id == "koordineringsroller"):
        assert finding.certainty == Degree.OPEN


def test_results_much_what_and_little_how_is_the_authors_word_on_the_discussion_and_no_finding_on_the_agreement(
    org: Org, findings: tuple[Finding, ...]
) -> None:
    goal = org.thing("genomforandekraft").fact("text")
    assert goal.degree == Degree.ESTABLISHED
    assert f"{RESULTS}/8" in places(goal)
    assert {f.certainty for f in about(findings, "FUP702", "hs-avtalet")} == {Degree.OPEN}
    assert org.thing("hs-avtalet").fact("how").state == State.UNKNOWN


# -- Ett antal slutsatser ---------------------------------------------------------------------------------------------


def test_conclusions_whether_the_subregional_bodies_are_staffed_for_implementation_is_a_question(
    org: Org, findings: tuple[Finding, ...]
) -> None:
    (one,) = [f for f in findings if f.code == "FUP704"]
    assert one.certainty == Degree.OPEN
    assert {*one.subject.members} == {*BODIES}
    assert f"{CONCLUSIONS}/1" in places(one)
    for body in BODIES:
        fact = org.thing(body).fact("staff")
        assert (fact.state, fact.degree) == (State.NONE, Degree.OPEN)


@pytest.mark.parametrize(
    ("activity", "paragraph"),
    [
        ("genomforandestruktur", 3),
        ("lokala-koordinatorer", 4),
        ("lokal-ledningsmodell", 4),
        ("resultatinsamling", 4),
        ("natverksmoten", 5),
        ("barriarer", 6),
    ],
)
def test_conclusions_what_could_be_done_is_what_may_be(org: Org, activity: str, paragraph: int) -> None:
    fact = org.thing(activity).fact("text")
    assert fact.modality == "may"
    assert places(fact) == {f"{CONCLUSIONS}/{paragraph}"}


# -- Dokumentation diskussionsgrupperna -------------------------------------------------------------------------------


def test_notes_how_new_actors_come_in_is_a_question(org: Org, findings: tuple[Finding, ...]) -> None:
    assert places(org.thing("nya-aktorer").fact("participation")) == {f"{TABLE}/1"}
    told = about(findings, "COV503", "nya-aktorer")
    assert told
    assert {f.certainty for f in told} == {Degree.OPEN}


def test_notes_a_keyword_on_money_for_coordination_is_a_question(findings: tuple[Finding, ...]) -> None:
    (one,) = [f for f in findings if f.code == "ROB606"]
    assert (one.subject.id, one.certainty) == ("koordineringsroller", Degree.OPEN)
    assert places(one) == {f"{TABLE}/2"}


def test_notes_that_psychiatry_should_be_linked_on_says_that_its_link_is_unclear(org: Org) -> None:
    fact = org.thing("psykiatrin").fact("linked_to")
    assert fact.state == State.UNCLEAR
    assert places(fact) == {f"{TABLE}/39"}


def test_what_was_told_of_other_places_is_no_fact_of_skane(org: Org) -> None:
    assert {source.document for thing in org.things("group") for source in thing.fact("level").sources} == {"report"}
    names = " ".join(thing.name.sv for thing in org.things("group"))
    assert "Götaland" not in names
    assert "Hälsostaden" not in names

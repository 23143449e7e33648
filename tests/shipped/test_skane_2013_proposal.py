"""Skåne 2013: what the participants proposed, section by section, as surely as the document says it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pytest

from remit import api
from remit.model.facts import Degree
from remit.queries.finding import Audit, Finding

NAME = "skane-2013-proposal"
NEAREST = {
    "arbetsterapeut",
    "bistandshandlaggare",
    "hemtjanstpersonal",
    "mas",
    "primarvardslakare",
    "sjukgymnast",
    "sjukskoterska",
    "specialistlakare",
    "underskoterska-region",
    "underskoterskor-kommun",
}


@pytest.fixture(scope="module")
def skane() -> api.Organisation:
    return api.load(NAME)


@pytest.fixture(scope="module")
def audit(skane: api.Organisation) -> Audit:
    return skane.audit(certainty="open")


@pytest.fixture(scope="module")
def municipalities(skane: api.Organisation) -> set[str]:
    return set(skane.model.members_of("kommunerna"))


def of(audit: Audit, code: str) -> list[Finding]:
    return [f for f in audit.findings if f.code == code]


def spoken_of(findings: Iterable[Finding]) -> set[str]:
    return {one for finding in findings for one in finding.subject.ids()}


def whole(skane: api.Organisation, question: str) -> tuple[str, str]:
    (found,) = skane.checklist().of(question, "system")
    return found.state, found.certainty.word


def yes(skane: api.Organisation, question: str) -> set[str]:
    return {a.subject.id for a in skane.checklist().of(question) if a.state == "yes"}


# Bakgrund och uppdrag, Processvägen


def test_every_principal_is_there_by_name_and_code(skane: api.Organisation, municipalities: set[str]) -> None:
    region = skane.model.entities["region-skane"]
    assert (region.name.sv, region.code) == ("Region Skåne", "12")
    assert len({skane.model.entities[one].code for one in municipalities}) == 33
    assert skane.model.entities["kommunforbundet-skane"].name.sv == "Kommunförbundet Skåne"
    assert set(skane.org.care_principals) == municipalities | {"region-skane"}


def test_the_result_as_a_whole_is_left_to_be_settled_later_and_no_field_of_a_body_is(audit: Audit) -> None:
    (found,) = of(audit, "SRC903")
    assert (found.subject.id, found.certainty) == ("system", Degree.ESTABLISHED)
    assert [(s.section, s.paragraph) for s in found.sources] == [("Processvägen", 6)]


def test_nothing_else_is_found_above_open(audit: Audit) -> None:
    assert [f.code for f in audit.findings if f.certainty > Degree.OPEN] == ["SRC903"]


# Syfte


def test_the_structure_begins_with_the_most_ill_elderly_and_is_to_widen(skane: api.Organisation) -> None:
    for body in ("kvalitetsnamnd", "kvalitetsforvaltning"):
        first, then = skane.org.thing(body).fact("populations").items
        assert (first.value, then.value) == ("mest-sjuka-aldre", "gemensamma-grupper")
        assert first.holds
        assert then.holds
    assert set(skane.org.thing("storre-perspektiv").fact("topics").values) == {
        "socialtjanstfragor",
        "halso-och-sjukvard",
    }


# Fem viktiga frågor


def test_every_proposal_under_the_five_questions_is_there(skane: api.Organisation) -> None:
    asked = Counter(
        goal
        for thing in skane.org.things("activity")
        for goal in thing.fact("goal").values
        if goal.startswith("fraga-")
    )
    assert asked == {"fraga-1a": 7, "fraga-1b": 7, "fraga-2": 9, "fraga-3": 10, "fraga-4": 10, "fraga-5": 3}


def test_that_each_agreement_should_say_who_what_when_how_and_the_goal_does_not_tell_what_any_says(
    skane: api.Organisation, audit: Audit
) -> None:
    assert skane.org.thing("a2-reglera-avtal").fact("agreement").value == "centrala-avtal"
    assert not yes(skane, "same-picture")
    assert spoken_of(of(audit, "FUP702")) == {thing.id for thing in skane.org.things("agreement")}
    assert {f.certainty for f in of(audit, "FUP702")} == {Degree.OPEN}


def test_a_coordinating_function_is_proposed_and_nobody_says_who_sees_the_whole(audit: Audit) -> None:
    assert [(f.subject.id, f.certainty) for f in of(audit, "ROB603")] == [("system", Degree.OPEN)]


# Inledning utvecklingsområden för samverkan


def test_the_levels_are_those_of_production_commission_and_agreements(skane: api.Organisation) -> None:
    ranked = sorted(skane.org.things("level"), key=lambda one: one.fact("rank").value)
    assert [one.id for one in ranked] == ["produktion", "uppdrag", "regional"]
    groups = {thing.fact("level").value for thing in skane.org.things("group") if thing.fact("level").known}
    assert groups == {"produktion", "uppdrag", "regional"}


def test_the_areas_are_seven_and_of_the_last_four_there_is_only_the_title(skane: api.Organisation) -> None:
    areas = [f"omrade-{number}" for number in range(1, 8)]
    assert all(area in skane.model.entities for area in areas)
    told = Counter(
        area
        for thing in skane.org.things("activity")
        if thing.id.startswith("u")  # those that an area itself lists
        for area in thing.fact("goal").values
    )
    assert (told["omrade-1"], told["omrade-2"], told["omrade-3"]) == (3, 3, 8)
    only_titles = {area for area in areas if "Bara titeln" in str(skane.model.entities[area].note)}
    assert only_titles == set(areas[3:])


# Utvecklingsområde 1


def test_every_manager_gets_the_duty_that_is_seldom_there_today(skane: api.Organisation, audit: Audit) -> None:
    assert "chefer" not in spoken_of(of(audit, "MAN110"))
    assert "chefer" in yes(skane, "managers-have-the-duty")
    today = {f.code for f in api.load("skane-2012").audit().findings}
    assert "MAN110" in today - {f.code for f in skane.audit().findings}


def test_those_nearest_the_citizen_are_no_managers_and_get_a_duty_and_a_mandate(skane: api.Organisation) -> None:
    assert set(skane.model.members_of("medarbetarna")) == NEAREST
    for one in NEAREST:
        thing = skane.org.thing(one)
        assert thing.fact("leads").value is False
        assert thing.fact("horizontal_duty").value is True
    assert yes(skane, "managers-have-the-duty").isdisjoint(NEAREST)


# Utvecklingsområde 2


def test_the_quality_board_sets_goals_and_evaluates_each_year_and_no_indicator_is_told(audit: Audit) -> None:
    (found,) = [f for f in of(audit, "FUP701") if "kvalitetsnamnd" in f.subject.ids()]
    assert found.certainty == Degree.OPEN
    assert found.key == "duty"  # the duty is told, the indicators are not
    assert "kvalitetsnamnd" not in spoken_of(of(audit, "MAN106"))


def test_that_all_activities_are_represented_is_a_condition_and_no_municipality_is_unrepresented(
    audit: Audit, municipalities: set[str]
) -> None:
    found = of(audit, "COV501")
    assert found
    assert {f.certainty for f in found} == {Degree.OPEN}
    for finding in found:
        assert not set(finding.subject.ids()) & municipalities or set(finding.subject.ids()) == municipalities


def test_common_political_goals_are_set_on_paper(skane: api.Organisation) -> None:
    assert whole(skane, "political-goals") == ("yes", "reported")
    assert yes(skane, "political-goals") == {"system", "kvalitetsnamnd"}


def test_that_politicians_and_officials_ask_for_board_and_administration_is_what_they_say(
    skane: api.Organisation,
) -> None:
    for body in ("kvalitetsnamnd", "kvalitetsforvaltning"):
        assert skane.org.in_force(skane.org.thing(body)).degree == Degree.REPORTED


def test_the_board_decides_on_common_goals_and_frames_and_on_no_area_of_care(skane: api.Organisation) -> None:
    assert skane.org.thing("kvalitetsnamnd").fact("remit.topics").values == ("mal-och-ramar",)
    assert skane.org.lacks_power(skane.org.thing("kvalitetsnamnd"), "remit", "decide").degree == Degree.NO


def test_a_shared_responsibility_for_the_economy_is_what_participants_ask_for(skane: api.Organisation) -> None:
    assert whole(skane, "shared-economy") == ("yes", "reported")


def test_boards_for_other_areas_are_what_may_be_and_are_never_missed(audit: Audit) -> None:
    about = [f for f in audit.findings if "framtida-kvalitetsnamnder" in f.subject.ids()]
    assert {f.certainty for f in about} <= {Degree.OPEN}


def test_the_regional_political_group_gets_a_new_assignment_that_nobody_describes(
    skane: api.Organisation, audit: Audit
) -> None:
    assert "u2-fornya-uppdraget" in skane.model.entities
    found = [f for f in of(audit, "MAN101") if "regional-politisk-samverkansgrupp" in f.subject.ids()]
    assert [f.certainty for f in found] == [Degree.OPEN]


# Utvecklingsområde 3


def test_the_goals_go_from_board_through_administration_to_those_nearest_the_citizen(
    skane: api.Organisation, audit: Audit
) -> None:
    ways = {(e.source, e.target) for e in skane.org.edges if e.relation == "implements_through" and e.holds}
    assert ("kvalitetsnamnd", "kvalitetsforvaltning") in ways
    assert {target for source, target in ways if source == "kvalitetsforvaltning"} == NEAREST
    assert spoken_of(of(audit, "DEC403")).isdisjoint({"kvalitetsnamnd", "kvalitetsforvaltning"})


def test_the_administration_decides_advises_politicians_and_tells_them_results(skane: api.Organisation) -> None:
    body = skane.org.thing("kvalitetsforvaltning")
    assert {"decide", "recommend", "follow_up"} <= set(body.fact("remit.powers").values)
    for route in ("recommends_to", "informs"):
        assert [item.value for item in body.fact(route).items if item.holds] == ["politiker"]
    assert not body.fact("reports_back_to").items


def test_what_the_administration_decides_is_closed_on_paper_and_whose_seat_raises_it_is_open(
    skane: api.Organisation,
) -> None:
    route = skane.route("socialtjanst", "planering-och-ekonomi", "malmo")
    assert route.outcome == "open"
    states = {step.number: step.state for step in route.steps if step.number in (1, 5, 7)}
    assert states == {1: "open", 5: "closed", 7: "closed"}


def test_no_matter_is_said_to_stop_and_only_what_the_care_team_may_decide_gets_all_the_way(
    skane: api.Organisation,
) -> None:
    found = skane.loops()
    told = [(cell.topic, cell.principal, cell.state) for cell in found.cells if cell.state != "open"]
    assert told == [("behovsplaner", "region-skane", "closed")]  # whose municipality's members it has is not told
    assert not found.unnamed


def test_nobody_asks_of_care_teams_who_assigns_them_or_how_their_plans_reach_operations(audit: Audit) -> None:
    assert not of(audit, "PLN803")
    assert "vardteam" not in spoken_of(of(audit, "DEC403"))


def test_officials_gathered_in_one_administration_are_its_staff(audit: Audit) -> None:
    assert "kvalitetsforvaltning" not in spoken_of(of(audit, "FUP704"))


def test_a_department_between_region_and_federation_leaves_no_municipality_out(audit: Audit) -> None:
    seen = {word for f in of(audit, "COV501") for e in f.evidence for word in (e.from_, e.to)}
    assert "kvalitetsnamnd" in seen
    assert "avdelning-horisontell-samverkan" not in seen


# The whole


def test_the_document_contradicts_itself_nowhere_and_every_fact_has_a_source(audit: Audit) -> None:
    assert not of(audit, "SRC901")
    assert not of(audit, "SRC902")


def test_conditions_of_a_body_are_no_preconditions_of_an_activity(audit: Audit) -> None:
    for code in ("PLN801", "PLN802", "PLN804"):
        assert not of(audit, code), code


def test_the_nine_questions_get_the_answers_that_the_text_gives(skane: api.Organisation) -> None:
    states = {a.question.id: a.state for a in skane.checklist().answers if a.subject.kind == "system"}
    assert states == {
        "built-from-the-citizen": "open",
        "same-picture": "open",
        "shared-economy": "yes",
        "managers-have-the-duty": "open",
        "incentives": "open",
        "trust-and-assignment": "yes",
        "development-near-the-user": "yes",
        "political-goals": "yes",
        "in-the-plan": "open",
    }
    assert not [a for a in skane.checklist().answers if a.state == "no"]
    assert yes(skane, "development-near-the-user") == {"system", "samverkansplattform", "kvalitetsnamnd"}
    assert yes(skane, "built-from-the-citizen") == {"kvalitetsforvaltning", "vardteam"}
    assert yes(skane, "trust-and-assignment") == NEAREST | {"stafettfunktion", "system"}

"""Skåne 2012: what the document itself says of collaboration, section by section, as surely as it says it."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from remit import api
from remit.model.facts import Degree, Extent
from remit.queries.finding import Audit, Finding

NAME = "skane-2012"
NEAREST = (
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
)


@pytest.fixture(scope="module")
def skane() -> api.Organisation:
    return api.load(NAME)


@pytest.fixture(scope="module")
def audit(skane: api.Organisation) -> Audit:
    return skane.audit(certainty="open")


@pytest.fixture(scope="module")
def municipalities(skane: api.Organisation) -> set[str]:
    return set(skane.model.members_of("kommunerna"))


def of(audit: Audit, code: str, certainty: Degree | None = None) -> list[Finding]:
    return [f for f in audit.findings if f.code == code and certainty in (None, f.certainty)]


def spoken_of(findings: Iterable[Finding]) -> set[str]:
    return {one for finding in findings for one in finding.subject.ids()}


def state_of(skane: api.Organisation, question: str) -> tuple[str, str]:
    (whole,) = skane.checklist().of(question, "system")
    return whole.state, whole.certainty.word


# Bakgrund och uppdrag


def test_every_principal_is_there_by_name_and_code(skane: api.Organisation, municipalities: set[str]) -> None:
    region = skane.model.entities["region-skane"]
    assert (region.name.sv, region.code) == ("Region Skåne", "12")
    assert len(municipalities) == 33
    codes = {skane.model.entities[one].code for one in municipalities}
    assert len(codes) == 33
    assert all(code.startswith("12") and len(code) == 4 for code in codes)
    assert skane.model.entities["kommunforbundet-skane"].name.sv == "Kommunförbundet Skåne"
    assert set(skane.org.care_principals) == municipalities | {"region-skane"}


def test_what_is_under_way_is_told_for_the_county_and_is_no_finding(skane: api.Organisation, audit: Audit) -> None:
    under_way = {thing.id for thing in skane.org.things("activity")}
    assert under_way == {"stodstruktur", "battre-liv", "oversyn"}
    assert not [f for f in audit.findings if f.code.startswith("PLN")]


# Utgångspunkt för nulägesanalys - beslutsvägar


def test_each_of_the_three_levels_has_what_the_picture_shows_for_officials_and_for_politicians(
    skane: api.Organisation,
) -> None:
    shown = {(one.fact("level").value, one.fact("kind").value): one.id for one in skane.org.things("group")}
    assert shown == {
        ("regional", "officials"): "regionala-tjansteman",
        ("regional", "political"): "regional-politisk-samverkansgrupp",
        ("delregional", "officials"): "lokala-styrgrupper",
        ("delregional", "mixed"): "reko",
        ("lokal", "officials"): "ledningskraftsteam",
        ("lokal", "political"): "moten-kommuner",
    }


def test_a_municipality_whose_seats_the_document_does_not_list_is_not_unrepresented(
    audit: Audit, municipalities: set[str]
) -> None:
    found = of(audit, "COV501")
    assert {finding.certainty for finding in found} == {Degree.OPEN}
    assert spoken_of(found).isdisjoint(municipalities)  # the question is asked of the group, once
    assert spoken_of(found) == {"lokala-styrgrupper", "regional-politisk-samverkansgrupp", "reko"}


def test_the_local_steering_groups_may_promise_more_than_they_may_do_and_nobody_says_so(audit: Audit) -> None:
    (found,) = of(audit, "MAN106")
    assert (found.subject.id, found.certainty) == ("lokala-styrgrupper", Degree.OPEN)


def test_the_local_teams_are_under_development_and_nothing_is_found_of_them(audit: Audit) -> None:
    assert audit.findings
    assert "ledningskraftsteam" not in spoken_of(audit.findings)


def test_no_matter_is_said_to_stop_and_none_to_get_all_the_way(skane: api.Organisation) -> None:
    found = skane.loops()
    assert found.closure == (0, 1)
    assert not found.unnamed
    assert all(cell.state == "open" for cell in found.cells)
    route = skane.route("socialtjanst", "vard-och-omsorg", "lund")
    assert route.outcome == "open"
    assert not route.cut


# Reflektioner från 50 enskilda samtal


def test_ordering_support_systems_together_is_a_need_and_no_group_is_told_to_have_it(
    audit: Audit, municipalities: set[str], skane: api.Organisation
) -> None:
    assert set(skane.org.concerned("stodsystem")[0]) == municipalities | {"region-skane"}
    found = [f for f in of(audit, "COV505") if "stodsystem" in f.subject.ids()]
    assert [f.certainty for f in found] == [Degree.OPEN]


def test_general_agreements_are_hard_to_live_up_to_which_says_neither_who_lacks_one_nor_what_they_leave_out(
    audit: Audit,
) -> None:
    assert not of(audit, "COV502")
    assert [(f.subject.id, f.certainty) for f in of(audit, "FUP702")] == [("generella-avtal", Degree.OPEN)]


# Utvecklingsområde 1


def test_managers_and_staff_very_seldom_have_collaboration_in_their_assignment(audit: Audit) -> None:
    (found,) = of(audit, "MAN110", Degree.ESTABLISHED)
    assert found.subject.id == "chefer"
    assert found.subject.extent == "most"
    assert ("report", "Utvecklingsområde 1", 7) in [(s.document, s.section, s.paragraph) for s in found.sources]


def test_no_manager_is_said_to_lack_it_and_of_those_nearest_the_citizen_nothing_is_said(audit: Audit) -> None:
    others = [f for f in of(audit, "MAN110") if f.certainty != Degree.ESTABLISHED]
    assert [(f.subject.id, f.certainty) for f in others] == [("chefer", Degree.OPEN)]
    assert spoken_of(of(audit, "MAN110")).isdisjoint(NEAREST)


@pytest.mark.parametrize("question", ["shared-economy", "managers-have-the-duty", "trust-and-assignment"])
def test_what_is_said_of_most_cases_is_answered_for_the_most_part(skane: api.Organisation, question: str) -> None:
    (whole,) = skane.checklist().of(question, "system")
    assert (whole.state, whole.certainty, whole.extent) == ("no", Degree.ESTABLISHED, Extent.MOST)


def test_of_managers_only_what_is_said_of_managers_is_read_and_of_staff_what_is_said_of_staff(
    skane: api.Organisation,
) -> None:
    duties = {}
    for question in ("managers-have-the-duty", "trust-and-assignment"):
        (whole,) = skane.checklist().of(question, "system")
        duties[question] = {e.from_ for e in whole.evidence if e.relation == "horizontal_duty"}
    assert duties == {"managers-have-the-duty": {"chefer"}, "trust-and-assignment": {"medarbetare"}}
    asked = {a.subject.id for a in skane.checklist().of("managers-have-the-duty", "function")}
    assert asked == {"chefer", "ledande-tjansteman", "politiker"}  # of the two others nobody tells whether they lead


# Utvecklingsområde 2


def test_clear_political_goals_set_together_are_missing_for_the_whole_and_no_group_is_blamed(
    skane: api.Organisation,
) -> None:
    assert state_of(skane, "political-goals") == ("no", "established")
    groups = skane.checklist().of("political-goals", "group")
    assert groups
    assert {one.state for one in groups} == {"open"}


# Utvecklingsområde 3


def test_officials_miss_agreement_in_the_dialogue_with_politicians_which_is_no_missing_link(audit: Audit) -> None:
    for code in ("STR203", "ESC303", "DEC401"):
        assert not [f for f in of(audit, code) if f.certainty > Degree.OPEN], code


# The whole


def test_nothing_else_is_found_above_open(audit: Audit) -> None:
    sure = [(f.code, f.subject.id) for f in audit.findings if f.certainty > Degree.OPEN]
    assert sure == [("MAN110", "chefer")]


def test_the_document_contradicts_itself_nowhere_leaves_nothing_of_the_present_to_later_and_every_fact_has_a_source(
    audit: Audit,
) -> None:
    assert not [f for f in audit.findings if f.code.startswith("SRC")]


def test_the_nine_questions_get_the_answers_that_the_text_gives(skane: api.Organisation) -> None:
    whole = {a.question.id: a.state for a in skane.checklist().answers if a.subject.kind == "system"}
    assert whole == {
        "built-from-the-citizen": "open",
        "same-picture": "open",
        "shared-economy": "no",
        "managers-have-the-duty": "no",
        "incentives": "open",
        "trust-and-assignment": "no",
        "development-near-the-user": "open",
        "political-goals": "no",
        "in-the-plan": "open",
    }
    others = {a.state for a in skane.checklist().answers if a.subject.kind != "system"}
    assert others == {"open"}

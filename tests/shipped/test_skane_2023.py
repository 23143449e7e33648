"""Skåne 2023: what the evaluation of the process leaders says, section by section, with the certainty that it gives."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest
from tests.shipped.skane import MUNICIPALITIES, REGION, SUBREGIONS, about, care_principals, places, sure

from remit.graph.loop import loops
from remit.graph.org import Org
from remit.model.facts import Degree, State
from remit.model.files import load, resolve
from remit.queries.checklists import Answers, answer, read_checklist, shipped_checklists
from remit.queries.engine import audit
from remit.queries.finding import Finding

NAME = "skane-2023"
TABLE_1, TABLE_2 = "Struktur och ledning > Tabell 1", "3. Konkreta aktiviteter och resultat > Tabell 2"
ROLES = "Behov av förtydliganden av mandat, roller och uppdrag/1"

LEADERS = (
    "kommunal-1",
    "kommunal-2",
    "kommunal-3",
    "kommunal-4",
    "regional-1",
    "regional-2",
    "regional-3",
    "regional-4",
)
CELLS = {
    ("nordvast", "kommunal-3"): 100,
    ("nordvast", "regional-3"): 50,
    ("nordost", "kommunal-2"): 50,
    ("nordost", "regional-1"): 50,
    ("mellersta", "kommunal-1"): 50,
    ("mellersta", "regional-2"): 50,
    ("delregion-malmo", "kommunal-4"): 100,
    ("delregion-malmo", "regional-4"): 50,
    ("sydvast", "kommunal-1"): 50,
    ("sydvast", "regional-4"): 30,
    ("sydost", "kommunal-2"): 50,
    ("sydost", "regional-2"): 50,
}
"""Table 1: the cells that are not empty, in per cent; the one in brackets is Malmö's own."""
ROW_SUMS = {"nordvast": 150, "nordost": 100, "mellersta": 100, "delregion-malmo": 150, "sydvast": 80, "sydost": 100}
COLUMN_SUMS = dict(zip(LEADERS, (100, 100, 100, 100, 50, 100, 50, 80), strict=True))

COLOUR = ("unknown", "")
PLAN = {
    "a1": (COLOUR, COLOUR),
    "a2": (COLOUR, COLOUR),
    "a3": (COLOUR, COLOUR),
    "b1": (COLOUR, ("not_meant", "kriterierna upphör och ersätts; bara relevant centralt")),
    "b2": (("unclear", "oklart"), ("unclear", "förtydligande behövs")),
    "b3": (("unclear", "otydligt vilka målgrupper"), COLOUR),
    "b4": (("unknown", "punktmätning inte möjlig eller relevant"), ("unknown", "indikatorer och data finns")),
    "c1": (COLOUR, ("unknown", "inväntar det centrala förslaget på nytt avtal")),
    "c2": (("unknown", "se c1"), ("unknown", "se c1")),
    "c3": (("unknown", "se c1"), ("unknown", "se c1")),
    "d1": (("unclear", "riskgrupper?"), ("not_meant", "förstudien är bara relevant centralt")),
    "d2": (("unclear", "VISAM?"), ("not_meant", "beslut och instrument är bara relevanta centralt")),
}
"""Table 2 by row: status and words centrally and in the subregions. Without words there was only a colour."""


@pytest.fixture(scope="module")
def org() -> Org:
    return Org(load(resolve(NAME)))


@pytest.fixture(scope="module")
def findings(org: Org) -> tuple[Finding, ...]:
    return tuple(audit(org, certainty=Degree.OPEN).findings)


@pytest.fixture(scope="module")
def answers(org: Org) -> Answers:
    return answer(org, read_checklist(shipped_checklists()["nine-questions"]))


# -- the whole --------------------------------------------------------------------------------------------------------


def test_what_the_evaluation_establishes_or_reports_is_found_and_nothing_else_is(findings: tuple[Finding, ...]) -> None:
    assert sure(findings) == [
        ("FUP701", "aktivitetsplan", "some", "reported"),
        ("INF811", "system", "some", "reported"),
        ("MAN109", "processledare-var-for-sig", "some", "reported"),
        ("MAN111", "processledare-var-for-sig", "all", "established"),
        ("MAN111", "samverkansfunktioner", "all", "reported"),
        ("PLN804", "b2", "", "established"),
        ("PLN804", "b2", "", "established"),
        ("PLN804", "b3", "", "established"),
        ("ROB606", "processledarna", "", "established"),
        ("SRC902", "processledarna", "", "established"),
        ("SRC902", "processledarna", "", "established"),
        ("SRC903", "processledarna-2024", "", "established"),
    ]


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


# -- Bakgrund ---------------------------------------------------------------------------------------------------------


def test_background_the_health_agreement_is_between_the_region_and_every_municipality(org: Org) -> None:
    parties = org.thing("hs-avtalet").fact("parties")
    assert {*org.expand_principals(parties)} == {*org.care_principals}
    assert places(parties) == {"Bakgrund/1", "Bakgrund/2"}


def test_background_the_plan_of_action_has_six_areas_and_one_picture_of_the_goal(org: Org) -> None:
    plan = org.thing("handlingsplan")
    assert {*plan.fact("topics").values} == {
        "personcentrerat",
        "forebyggande",
        "kompetenssamverkan",
        "digitala-losningar",
        "barn-ungas-halsa",
        "rehabilitering",
    }
    assert plan.fact("goal").values == ("mot-personen",)
    assert places(plan.fact("goal")) == {"Bakgrund/3"}


# -- Struktur och ledning, tabell 1 -----------------------------------------------------------------------------------


def test_each_of_six_subregions_has_its_body_and_a_strategic_group_and_whether_an_operative_one_is_not_told(
    org: Org,
) -> None:
    territories = {t.id: t.name.sv for t in org.things("territory") if t.fact("level").value == "delregional"}
    assert territories == SUBREGIONS
    for territory in SUBREGIONS:
        body = org.thing(f"samverkansgruppering-{territory}")
        assert body.fact("agreement").value == "hs-avtalet"
        assert places(body.fact("agreement")) == {"Bakgrund/1"}
        for sort in ("strategisk", "operativ"):
            group = org.thing(f"{sort}-{territory}")
            assert group.fact("territory").values == (territory,)
            assert (group.fact("kind").value, group.fact("level").value) == ("officials", "delregional")
            assert org.linked(group.id, body.id).degree == Degree.ESTABLISHED
            assert not group.fact("agreement").known
            assert not org.seats(group.id)
        assert org.thing(f"operativ-{territory}").fact("status").state == State.UNKNOWN


def test_the_quarterly_meetings_have_the_central_chairs_and_whether_all_subregions_meet_at_once_is_not_told(
    org: Org,
) -> None:
    seats = org.seats("kvartalsavstamning")
    assert [s.fact("function").value for s in seats if s.fact("function").known] == [
        "ordforande-central",
        "vice-ordforande-central",
    ]
    (others,) = [s for s in seats if not s.fact("function").known]
    assert others.fact("count").value == "many"


def test_table_1_holds_each_cell_with_the_row_that_it_stands_in(org: Org) -> None:
    rows = {territory: number for number, territory in enumerate(ROW_SUMS, 1)}
    found = {}
    for cell in org.things("allocation"):
        territory = str(cell.fact("territory").value)
        leader = org.model.parents[cell.id][0]
        found[territory, leader] = cell.fact("per_cent").value
        assert places(cell.fact("per_cent")) == {f"{TABLE_1}/{rows[territory]}"}
        assert cell.fact("financed").value is (leader != "kommunal-4")
    assert found == CELLS


def test_table_1_adds_up_to_680_per_cent_and_580_with_shared_money_for_eight_persons_and_seven(org: Org) -> None:
    rows: dict[str, float] = defaultdict(float)
    columns: dict[str, float] = defaultdict(float)
    financed: dict[str, float] = defaultdict(float)
    for cell in org.things("allocation"):
        share, leader = cell.fact("per_cent").value, org.model.parents[cell.id][0]
        rows[str(cell.fact("territory").value)] += share
        columns[leader] += share
        financed[leader] += share if cell.fact("financed").value else 0
    assert rows == ROW_SUMS
    assert columns == COLUMN_SUMS
    assert columns == {one: org.thing(one).fact("allocation").value for one in LEADERS}
    assert sum(rows.values()) == 680
    assert sum(financed.values()) == 580
    assert len(columns) == 8
    assert len([one for one in financed.values() if one]) == 7


def test_the_table_and_the_text_disagree_on_persons_and_posts_and_both_places_are_shown(
    org: Org, findings: tuple[Finding, ...]
) -> None:
    told = {f.evidence[0].relation: f for f in about(findings, "SRC902", "processledarna")}
    assert set(told) == {"persons", "allocation"}
    assert [one.to.partition(" ")[0] for one in told["persons"].evidence] == ["7", "8", "9"]
    assert [one.to.partition(" ")[0] for one in told["allocation"].evidence] == ["580", "600"]
    assert places(told["persons"]) == {
        "Sammanfattning/1",
        "Struktur och ledning/2",
        f"{TABLE_1} > Unika personer",
    }
    assert {f"{TABLE_1}/7", "Struktur och ledning/2", "Finansiering 2022-2023/1"} <= places(told["allocation"])
    for path in told:
        assert org.thing("processledarna").fact(path).state == State.UNKNOWN  # neither, and nothing between


def test_malmo_pays_its_own_process_leader_who_was_there_before(org: Org, findings: tuple[Finding, ...]) -> None:
    fact = org.thing("kommunal-4").fact("financed_by")
    assert fact.values == ("malmo",)
    assert places(fact) == {"Struktur och ledning/2"}
    assert not about(findings, "ROB606", "kommunal-4")


# -- Finansiering 2022-2023, Inför fortsatt finansiering 2024 ---------------------------------------------------------


def test_the_shared_financing_ends_with_2023_and_the_regions_half_of_2024_is_left_open(
    org: Org, findings: tuple[Finding, ...]
) -> None:
    (ends,) = about(findings, "ROB606", "processledarna")
    assert "2023-12-31" in ends.message.sv
    assert places(ends) == {"Finansiering 2022-2023/1"}
    (left,) = about(findings, "SRC903", "processledarna-2024")
    assert places(left) == {"Inför fortsatt finansiering 2024/2"}
    assert org.thing("processledarna-2024").fact("status").value == "under_development"


# -- 1. Förstärkt strukturer och förutsättningar ----------------------------------------------------------------------


def test_working_groups_shall_have_purpose_goal_and_assignment_and_whether_any_lacks_them_is_open(
    org: Org, findings: tuple[Finding, ...]
) -> None:
    (one,) = [f for f in findings if f.code == "PLN803"]
    assert (one.subject.id, one.certainty) == ("arbetsgrupper", Degree.OPEN)
    assert "1. Förstärkt strukturer och förutsättningar för samverkan/1" in places(one)
    for group in one.subject.members:
        fact = org.thing(group).fact("assigned_by")
        assert {*fact.values} == {f"strategisk-{territory}" for territory in SUBREGIONS}
        assert fact.modality == "shall"


# -- 3. Konkreta aktiviteter och resultat, tabell 2 -------------------------------------------------------------------


@pytest.mark.parametrize("row", PLAN)
def test_table_2_tells_the_status_of_each_activity_on_each_level_and_a_lost_colour_is_unknown(
    org: Org, row: str
) -> None:
    number = [*PLAN].index(row) + 1
    assert places(org.thing(row).fact("text")) == {f"{TABLE_2}/{number}"}
    cells = [c for c in org.things("activity_status") if org.model.parents[c.id][0] == row]
    for level, (status, words) in zip(("central", "delregional"), PLAN[row], strict=True):
        here = [c for c in cells if c.fact("level").value == level]
        if not here:  # a column of its own for each subregion
            assert level == "delregional"
            here = [c for c in cells if c.fact("territory").known]
            assert {c.fact("territory").value for c in here} == {*SUBREGIONS}
        for cell in here:
            fact, text = cell.fact("status"), cell.fact("text")
            assert (fact.value if fact.state == State.VALUE else fact.state.value) == status
            assert text.value.sv.startswith(words) if words else not text.known
    assert len(cells) in (2, 7)


def test_an_activity_is_unclear_where_the_cell_says_so_and_a_question_mark_is_open(
    findings: tuple[Finding, ...],
) -> None:
    unclear = [f for f in findings if f.code == "PLN804"]
    assert [(f.subject.id, f.certainty.word) for f in unclear if f.certainty > Degree.OPEN] == [
        ("b2", "established"),
        ("b2", "established"),
        ("b3", "established"),
    ]
    (asked,) = [f for f in unclear if f.certainty == Degree.OPEN]
    assert {*asked.subject.members} == {"d1", "d2"}
    for row, number in (("b2", 5), ("b3", 6)):
        assert {place for f in about(unclear, "PLN804", row) for place in places(f)} == {f"{TABLE_2}/{number}"}


def test_activities_that_wait_for_the_central_proposal_are_open_since_nobody_says_who_owns_it(
    org: Org, findings: tuple[Finding, ...]
) -> None:
    blocked = [f for f in findings if f.code == "PLN802"]
    assert {f.certainty for f in blocked} == {Degree.OPEN}
    single = [f for f in blocked if f.subject.extent is None or f.subject.extent.value == "all"]
    found = {one for f in single for one in f.subject.ids()}
    assert found == {"c1", "c2", "c3", "fortsatt-finansiering"}
    for one in ("c1", "c2", "c3"):
        assert org.thing(one).fact("precondition_owner").state == State.UNKNOWN


@pytest.mark.parametrize("row", ["b1", "d1", "d2"])
def test_an_activity_that_is_meant_only_centrally_is_no_finding(findings: tuple[Finding, ...], row: str) -> None:
    assert not about(findings, "PLN801", row)
    assert not [f for f in about(findings, "PLN802", row) if f.subject.extent is None]
    assert not [f for f in about(findings, "PLN804", row) if f.certainty > Degree.OPEN]


def test_activities_of_their_own_are_under_way_in_most_subregions_but_which_is_not_told(org: Org) -> None:
    (told,) = [s for s in org.model.statements if s.about == "egna-i-delregionerna"]
    assert (told.what, told.said.value, told.extent.value if told.extent else "") == ("status", "under_way", "most")
    for cell in org.resolver.members("egna-i-delregionerna"):
        assert not org.thing(cell).fact("status").known


# -- Styrkor och utmaningar hittills ----------------------------------------------------------------------------------


def test_that_regional_and_national_indicators_are_missing_is_the_process_leaders_word(
    findings: tuple[Finding, ...],
) -> None:
    (one,) = [f for f in about(findings, "FUP701", "aktivitetsplan") if f.certainty > Degree.OPEN]
    assert one.certainty == Degree.REPORTED
    assert places(one) == {"Styrkor och utmaningar hittills/4"}


def test_to_involve_private_actors_is_a_challenge_which_does_not_say_that_they_stand_outside(
    findings: tuple[Finding, ...],
) -> None:
    told = about(findings, "COV503", "privata-aktorer")
    assert told
    assert {f.certainty for f in told} == {Degree.OPEN}


# -- Vad har fungerat mindre bra? -------------------------------------------------------------------------------------


def test_some_subregion_reports_that_the_process_leaders_lack_power_over_private_providers(
    findings: tuple[Finding, ...],
) -> None:
    (one,) = [f for f in about(findings, "MAN109", "processledare-var-for-sig") if f.certainty > Degree.OPEN]
    assert [subject.id for subject in one.related] == ["privata-aktorer"]
    assert places(one) == {"Uppdrag och syfte/1", "Vad har fungerat mindre bra?/1"}  # what they answer for, and lack


def test_the_roles_of_those_who_lead_the_work_were_unclear_as_they_say_themselves(
    org: Org, findings: tuple[Finding, ...]
) -> None:
    (one,) = about(findings, "MAN111", "samverkansfunktioner")
    assert one.certainty == Degree.REPORTED
    assert len(one.subject.members) == 14  # chair and vice chair, centrally and in each subregion
    assert "Vad har fungerat mindre bra?/2" in places(one)


# -- Förutsättningar som behövs vid fortsatt processledarstöd ---------------------------------------------------------


def test_the_authors_conclude_that_the_process_leaders_assignment_is_unclear_not_that_there_is_none(
    org: Org, findings: tuple[Finding, ...]
) -> None:
    (one,) = [f for f in about(findings, "MAN111", "processledare-var-for-sig") if f.certainty > Degree.OPEN]
    assert one.certainty == Degree.ESTABLISHED
    assert {*one.subject.members} == {*LEADERS}
    assert ROLES in places(one)
    assert {org.thing(leader).fact("assignment").state for leader in LEADERS} == {State.UNCLEAR}
    assert org.thing("processledarna").fact("assignment").known


def test_that_the_leading_structure_is_unclear_is_a_fact_on_each_and_the_division_of_responsibility_one_on_the_plan(
    org: Org,
) -> None:
    for leader in LEADERS:
        fact = org.thing(leader).fact("led_by")
        assert (fact.state, fact.degree) == (State.UNCLEAR, Degree.ESTABLISHED)
        assert "Behov av förstärkning av ledningsstrukturen/1" in places(fact)
    (told,) = [s for s in org.model.statements if s.what == "owner"]
    assert (told.about, told.said.state, told.extent.value if told.extent else "") == (
        "planens-aktiviteter",
        State.UNCLEAR,
        "some",
    )
    for row in PLAN:  # it is said of the plan: of which activities it holds is not told
        assert org.thing(row).fact("owner").state == State.UNKNOWN


# -- the nine questions -----------------------------------------------------------------------------------------------


def test_of_the_nine_questions_the_shared_goals_are_answered_and_that_not_all_see_the_same_picture(
    answers: Answers,
) -> None:
    assert len({one.question.id for one in answers.answers}) == 9
    told = {a.question.id: {} for a in answers.answers if a.state != "open"}
    for one in answers.answers:
        if one.state != "open":
            told[one.question.id][one.subject.id] = (one.state, one.certainty.word)
    assert told == {
        "political-goals": dict.fromkeys(("handlingsplan", "aktivitetsplan", "system"), ("yes", "established")),
        "same-picture": {"system": ("no", "reported")},
    }


def test_that_the_money_for_process_leaders_ends_does_not_answer_whose_the_responsibility_is(answers: Answers) -> None:
    (one,) = [a for a in answers.answers if a.question.id == "shared-economy" and a.subject.kind == "system"]
    assert one.state == "open"

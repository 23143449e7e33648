"""Which findings light up what, what they are called on the picture, and what is missing as a thing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from remit.api import load
from remit.graph.org import Org
from remit.model.facts import Degree
from remit.model.files import loads
from remit.model.text import Text
from remit.queries.engine import audit
from remit.queries.rule import SEVERITIES
from remit.views.scene import scene
from remit.views.scene.marks import short_name

START = """
remit: 1
model: {id: here, title: Here, as_of: 2020-01-01}
levels: [near, far]
topics: {care: {name: care}}
principals:
  region: {name: Region, kind: region}
  ask: {name: Ask, kind: municipality}
  berg: {name: Berg, kind: municipality}
  dal: {name: Dal, kind: municipality}
  ek: {name: Ek, kind: municipality}
agreements:
  pact-ask: {name: Pact A, level: near, scope: comprehensive, parties: [region, ask]}
  pact-berg: {name: Pact B, level: near, scope: comprehensive, parties: [region, berg]}
"""


def test_what_principals_lack_is_a_card_where_they_stand(look):
    seen = look(START)
    (finding,) = seen.found("COV502")
    (absence,) = seen.shaped("absence")
    assert absence["name"][0] == "Saknar övergripande överenskommelse, 2 av 4 kommuner"
    assert absence["principals"] == ["dal", "ek"]
    assert (seen.rows()[absence["row"]], seen.columns()[absence["column"]]) == ("near", "Dal och Ek")
    assert absence["certainty"] == "established"
    assert finding["cards"][0] == absence["id"]
    assert {"pact-ask", "pact-berg"} <= set(finding["cards"])
    assert finding["columns"] == [absence["column"]]


def test_where_the_listing_is_not_complete_nothing_is_said_to_be_missing(look):
    seen = look(START.replace("as_of: 2020-01-01", "as_of: 2020-01-01, coverage: {default: unknown}"))
    assert not seen.shaped("absence")


def test_part_of_a_column_that_lacks_it_is_told_by_number(look):
    towns = "".join(f"  t{n}: {{name: T{n}, kind: municipality}}\n" for n in range(3))
    text = START.replace("agreements:", towns + "agreements:").replace(
        "parties: [region, berg]", "parties: [region, berg, t0]"
    )
    seen = look(text)
    (absence,) = seen.shaped("absence")
    assert absence["name"][0] == "Saknar övergripande överenskommelse, 4 av 7 kommuner"
    assert absence["principals"] == ["dal", "ek", "t1", "t2"]


def test_a_topic_that_does_not_reach_a_level_is_missing_there(look):
    text = START.replace("{name: care}", "{name: care, urgent: yes, treated_at: far}")
    text = text.replace("as_of: 2020-01-01", "as_of: 2020-01-01, coverage: {default: unknown}")
    seen = look(text + "facts:\n  - [care, channel, none, far, all, interviewees]\n")
    (finding,) = [one for one in seen.found("ESC307") if one["certainty"] == "reported"]
    lost = [one for one in seen.shaped("absence") if one["topics"]]
    assert [(one["name"][0], one["certainty"]) for one in lost] == [("care når inte hit", "reported")]
    assert seen.rows()[lost[0]["row"]] == "far"
    assert finding["cards"][0] == lost[0]["id"]


def test_findings_that_say_the_same_of_a_cell_share_a_card_as_sure_as_the_surest():
    here = Org(loads(START, "here.yaml"))
    found = audit(here, select=["COV502"])
    (one,) = found.findings
    found.findings = [replace(one, pair=("pact-ask",), certainty=Degree.REPORTED), one]
    told = scene(here, found)
    (lost,) = [card for card in told["cards"] if card["shape"] == "absence"]
    assert lost["certainty"] == "established"
    assert [finding["cards"][0] for finding in told["findings"]] == [lost["id"], lost["id"]]


def test_findings_come_by_severity_then_certainty_and_are_numbered_so():
    org = load("vasterbotten-2017")
    found = scene(org.org, org.audit(certainty="open"))["findings"]
    assert [one["number"] for one in found] == list(range(1, len(found) + 1))
    ranks = [(SEVERITIES.index(one["severity"]), -Degree[one["certainty"].upper()]) for one in found]
    assert ranks == sorted(ranks)
    assert len(found) == len(org.audit(certainty="open").findings)


@pytest.mark.parametrize("lang", [0, 1])
def test_labels_are_short_and_say_it_in_words(lang):
    org = load("vasterbotten-2017")
    for one in scene(org.org, org.audit(certainty="open"))["findings"]:
        label = one["label"][lang]
        assert 0 < len(label) <= 60
        assert one["code"] not in label
        assert "{" not in label


def test_a_finding_about_a_set_lights_the_set_and_its_members_and_the_way(look):
    text = (
        START
        + """
sets: {locals: {name: the locals, of: group, where: {level: near}}}
groups:
  council: {name: Council, level: far, kind: officials, seats: [region, ask, berg, dal, ek]}
  a: {name: A, level: near, kind: officials, seats: [region, ask]}
  b: {name: B, level: near, kind: officials, seats: [region, berg]}
facts:
  - [locals, escalates_to, yes, council, some, author]
"""
    )
    seen = look(text)
    sure = [one for one in seen.found("ESC301") if one["certainty"] == "established"]
    assert set(sure[0]["cards"]) == {"locals", "a", "b", "council"}
    (edge,) = seen.edges("locals", "council")
    assert sure[0]["edges"] == [seen.scene["edges"].index(edge)]
    assert sure[0]["number"] in edge["findings"]
    assert sure[0]["extent"] == "some"


def test_a_seat_lights_the_group_that_it_is_in(look):
    text = START + "groups: {council: {name: Council, level: far, seats: [region, {principal: ask, vacant: yes}]}}\n"
    (finding,) = look(text).found("COV506")
    assert finding["subject"] == ["council:ask"]
    assert finding["cards"] == ["council"]


def test_an_activity_lights_the_plan_that_it_comes_from(look):
    text = (
        START
        + """
activities:
  do: {name: Do, agreement: pact-ask, levels: near, statuses: [{level: near, status: unclear}]}
"""
    )
    (finding,) = look(text).found("PLN804")
    assert finding["cards"] == ["pact-ask"]


def test_the_system_lights_the_shared_ground(look):
    text = START + "groups: {council: {name: Council, level: far, seats: [region, ask, dal]}}\n"
    seen = look(text + "system: {indicators: none}\n")
    finding = next(one for one in seen.found("FUP701") if one["subject"] == ["system"])
    assert [seen.columns()[place] for place in finding["columns"]] == ["Samverkan"]


def test_without_an_audit_there_are_no_findings_and_no_absences(look):
    org = load("vasterbotten-2017").org
    found = scene(org, None)
    assert found["findings"] == []
    assert not [one for one in found["cards"] if one["shape"] == "absence"]


def test_the_five_things_that_a_stranger_must_see():
    """The scene of 2017 holds what the picture must tell (issue 6), each where it belongs."""
    org = load("vasterbotten-2017")
    seen = scene(org.org, org.audit(certainty="open"))
    cards = {one["id"]: one for one in seen["cards"]}
    names = [column["name"] for column in seen["columns"]]
    absence = next(one for one in seen["cards"] if one["shape"] == "absence" and len(one["principals"]) == 11)
    assert absence["name"][0].endswith("11 av 15 kommuner")
    assert names[absence["column"]] == ["11 övriga kommuner", "11 other municipalities"]
    past = next(one for one in seen["edges"] if (one["from"], one["to"]) == ("lokala-grupper", "lsg"))
    assert (past["extent"], past["certainty"]) == ("some", "established")
    below = [one for one in seen["edges"] if one["relation"] == "answers_to" and one["to"] == "ac-konsensus"]
    assert sorted(one["from"] for one in below) == ["lbu", "lsg"]
    assert {cards["lsg"]["shape"], cards["lbu"]["shape"], cards["ac-konsensus"]["shape"]} == {"officials", "political"}
    for one in ("privata-halsocentraler", "privata-skolor"):
        assert cards[one]["tags"][0] == {
            "text": ["deltar mindre", "takes less part"], "state": "value", "certainty": "reported",
        }  # fmt: skip
    assert all(seen["counts"][word] > 0 for word in ("established", "reported", "open", "unknown"))
    assert len(seen["cards"]) < 50


def test_the_mark_on_the_picture_names_the_few_that_it_is_between_by_their_short_names():
    org = load("vasterbotten-2017")
    found = scene(org.org, org.audit(certainty="open"))["findings"]

    def marks(code):
        return [one["mark"][0] for one in found if one["code"] == code and one["certainty"] != "open"]

    assert marks("STR201") == ["Parallella uppdrag sida vid sida: LBU och LSG"]
    assert marks("ESC301") == ["Linjen förbigås: till LSG"]
    assert set(marks("STR203")) == {"Politiska grupper på olika nivåer utan samband"}  # three that are drawn as one
    assert set(marks("ROB602")) == {"Kort tid som ordförande"}  # about one thing: it stands at it


@pytest.mark.parametrize(
    ("name", "short"),
    [("Länsgruppen (LG)", "LG"), ("Pakt (Lycksele)", "Pakt (Lycksele)"), ("LÖK – lokal pakt", "LÖK"),
     ("En mycket lång rubrik – mer", "En mycket lång rubrik – mer"), ("Team (ett av tre)", "Team (ett av tre)")],
)  # fmt: skip
def test_a_short_name_is_an_abbreviation_that_the_name_itself_gives(name, short):
    assert short_name(Text(name, name)).sv == short


def apart(certainties):
    """The scene where each of two towns lacks an agreement by a finding of its own, and those absences."""
    here = Org(loads(START, "here.yaml"))
    found = audit(here)
    (both,) = [one for one in found.findings if one.code == "COV502"]
    findings = []
    for one, certainty in certainties:
        evidence = tuple(each for each in both.evidence if each.from_ == one)
        assert evidence
        subject = replace_subject(both.subject, one)
        reach = (both.reach[0]._replace(n=1),)
        findings.append(replace(both, subject=subject, evidence=evidence, reach=reach, certainty=certainty))
    found.findings = findings
    seen = scene(here, found)
    cards = [one for one in seen["cards"] if one["shape"] == "absence"]
    return seen, sorted((one["name"][0].partition(", ")[2], one["certainty"], one["principals"]) for one in cards)


def replace_subject(subject, one):
    """A subject that is one of its members alone."""
    return subject._replace(members=(one,), member_names=())


def test_findings_that_are_not_as_sure_do_not_lend_each_other_their_certainty():
    _, told = apart([("dal", Degree.ESTABLISHED), ("ek", Degree.REPORTED)])
    assert told == [("1 av 4 kommuner", "established", ["dal"]), ("1 av 4 kommuner", "reported", ["ek"])]


def test_findings_of_several_that_share_a_card_are_counted_together():
    seen, told = apart([("dal", Degree.ESTABLISHED), ("ek", Degree.ESTABLISHED)])
    assert told == [("2 av 2 kommuner", "established", ["dal", "ek"])]
    (card,) = {one["cards"][0] for one in seen["findings"]}
    assert card.startswith("~absence:")
    _, same = apart([("dal", Degree.ESTABLISHED), ("dal", Degree.REPORTED)])
    assert same == [("1 av 4 kommuner", "established", ["dal"])]

"""Suggestions on real structures and on seeded defects: every alternative is audited again here, from its scenario."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.seeded.running import chosen
from tests.seeded.structures import sound

import remit
from remit.graph.org import Org
from remit.model.changes import apply, dump, loads
from remit.model.facts import Degree
from remit.model.files import loads as load_model
from remit.model.text import LANGUAGES
from remit.queries.catalogue import catalogue
from remit.queries.engine import audit
from remit.queries.suggest.candidate import Case, Step, put, route, say, unsay
from remit.queries.suggest.dropped import dropped, told
from remit.queries.suggest.repairs import candidates, declared
from remit.queries.suggest.result import Alternative, Suggestions
from remit.queries.suggest.scenario import _joined
from remit.queries.suggest.standing import Mark, standing
from remit.queries.suggest.suggest import suggest
from remit.queries.suggest.texts import KINDS, UNREPAIRABLE
from remit.queries.suggest.weights import WEIGHTS, price
from remit.views import suggest_markdown, suggest_text, suggest_texts

HARMFUL = frozenset(code for code, (rule, _) in catalogue().items() if rule.severity != "info")


def checked(org: Org, found: Suggestions) -> None:
    """Each alternative, read back from its file and applied: what it says it clears is gone, and nothing is new."""
    before = standing(org, HARMFUL, Degree.REPORTED)
    for one in found.alternatives:
        after = Org(apply(org.model, loads(dump(one.scenario), "scenario.yaml")), org.on)
        now = standing(after, HARMFUL, Degree.REPORTED)
        assert not now.keys() - before.keys(), one.number
        again = {f.identity for f in audit(after, certainty=Degree.OPEN).findings}
        assert not {f.identity for f in one.cleared} & again
        assert {f.identity for f in one.cleared} | {f.identity for f in one.left} == {f.identity for f in found.asked}


def kinds(one: Alternative) -> set[str]:
    return {move.candidate.kind for move in one.moves}


PRINCIPLES = ("COV501", "COV502", "STR201", "ESC301", "ESC303", "DEC401", "MAN105", "SRC902")


@pytest.fixture(scope="module")
def county() -> tuple[Org, Suggestions]:
    org = remit.load("vasterbotten-2017").org
    return org, suggest(org, select=PRINCIPLES, most=2)


def test_on_the_county_every_alternative_clears_what_it_says_and_creates_nothing(
    county: tuple[Org, Suggestions],
) -> None:
    org, found = county
    assert len(found.alternatives) == 2
    checked(org, found)


def principles_of_the_inquiry(first: Alternative) -> None:
    """Local agreements for all, one group of officials, the line, and a decision of each principal."""
    assert kinds(first) >= {"agreement-each", "merge", "through-line", "to-each"}
    (agreements,) = (move for move in first.moves if move.candidate.kind == "agreement-each")
    assert [f.code for f in agreements.clears] == ["COV502"]
    assert agreements.candidate.counts == {"agreement": 11}
    (merged,) = (move for move in first.moves if move.candidate.kind == "merge")
    assert merged.candidate.id == "merge:lbu+lsg"
    assert "STR201" in {f.code for f in merged.clears}
    (decided,) = (move for move in first.moves if move.candidate.kind == "to-each")
    assert {f.code for f in decided.clears} == {"DEC401", "ESC303", "MAN105"}


def test_on_the_county_the_principles_of_the_inquiry_are_found_without_knowing_them(
    county: tuple[Org, Suggestions],
) -> None:
    _, found = county
    principles_of_the_inquiry(found.alternatives[0])


def test_what_sources_contradict_each_other_on_has_no_known_repair(county: tuple[Org, Suggestions]) -> None:
    _, found = county
    assert [(one.finding.code, one.tried) for one in found.unrepaired] == [("SRC902", ())]


def test_alternatives_of_the_county_differ_in_kind_and_clear_as_much(county: tuple[Org, Suggestions]) -> None:
    _, found = county
    first, *others = found.alternatives
    assert others
    for one in others:
        assert kinds(first) - kinds(one)
        assert len(one.left) == len(first.left)
        assert one.cost >= first.cost


def test_no_change_of_an_alternative_can_be_left_out(county: tuple[Org, Suggestions]) -> None:
    _, found = county
    for one in found.alternatives:
        for move in one.moves:
            assert move.clears or move.holds_back, move.candidate.id


def test_no_code_of_suggestions_knows_an_entity_of_an_example() -> None:
    import remit.queries.suggest as room

    names = {
        one
        for example in ("vasterbotten-2017", "vasterbotten-2019", "skane-2019", "blekinge-2018")
        for one, entity in remit.load(example).model.entities.items()
        if entity.kind_meta.name in ("principal", "group", "agreement", "topic") and len(one) > 4
    }
    files = sorted(Path(room.__path__[0]).rglob("*.py"))
    assert len(names) > 100
    assert len(files) > 10
    for path in files:
        text = path.read_text(encoding="utf-8")
        assert not [one for one in names if f'"{one}"' in text], path.name


@pytest.mark.long
@pytest.mark.timeout(900)
def test_on_the_county_all_that_is_found_is_cleared_but_what_sources_contradict() -> None:
    org = remit.load("vasterbotten-2017").org
    found = suggest(org)
    checked(org, found)
    assert len(found.alternatives) == 3
    principles_of_the_inquiry(found.alternatives[0])
    assert kinds(found.alternatives[0]) >= {"instruction", "coordinator", "introduction", "seat-each", "indicator"}
    assert {f.code for one in found.alternatives for f in one.left} == {"SRC902"}


def test_the_same_question_gives_the_same_answer() -> None:
    org = remit.load("vasterbotten-2017").org
    told = [json.dumps(suggest(org, select=("ROB602",), most=1).to_dict("en")) for _ in range(2)]
    assert told[0] == told[1]


@pytest.mark.parametrize("name", ["skane-2019", "blekinge-2018"])
def test_open_findings_of_structures_of_which_little_is_told_are_repaired_too(name: str) -> None:
    org = remit.load(name).org
    found = suggest(org, select=("COV501", "FUP702", "MAN101", "MAN102", "ROB601"), certainty=Degree.OPEN, most=1)
    assert found.asked
    before = standing(org, HARMFUL, Degree.OPEN).keys()
    for one in found.alternatives:
        after = Org(apply(org.model, one.scenario), org.on)
        assert not standing(after, HARMFUL, Degree.OPEN).keys() - before


QUICK = ("COV502", "DEC401", "DEC404", "ESC301", "PLN801", "PLN804", "STR203", "STR207", "STR210")
NOT_REPAIRED = {
    "DEC403": "a principal without a line: what its line is no general move can say",
    "ESC309": "with the limits of the seeded structures no number of meetings suffices",
    "SRC901": "about what sources say",
    "SRC902": "about what sources say",
    "SRC903": "about what sources say",
    "STR202": "said of the system as a whole, without a pair of groups",
}


def repaired(code: str) -> tuple[Org, Suggestions]:
    seed, one = next(site for site in chosen(code, [3, 0], 4) if not site[1].disputed)
    org = Org(load_model(json.dumps(one.injected(sound(seed))), "seeded.json"))
    return org, suggest(org, select=(code,), most=1)


@pytest.mark.parametrize("code", QUICK)
def test_a_seeded_defect_is_repaired_and_the_structure_is_sound_again(code: str) -> None:
    org, found = repaired(code)
    assert found.alternatives
    assert not found.alternatives[0].left
    checked(org, found)


@pytest.mark.long
@pytest.mark.timeout(600)
@pytest.mark.parametrize("code", sorted(catalogue().keys() - NOT_REPAIRED.keys()))
def test_every_sort_of_defect_that_can_be_is_repaired(code: str) -> None:
    org, found = repaired(code)
    assert found.alternatives, code
    assert not found.alternatives[0].left
    checked(org, found)


def test_rules_without_a_repair_are_those_that_are_named_with_a_reason() -> None:
    without = catalogue().keys() - declared().keys()
    assert without <= NOT_REPAIRED.keys()
    assert declared().keys() <= catalogue().keys()


def test_about_what_sources_say_the_answer_tells_why_no_change_repairs_it(county: tuple[Org, Suggestions]) -> None:
    _, found = county
    for lang in LANGUAGES:
        (told,) = found.to_dict(lang)["no_repair"]
        assert told["code"] == "SRC902"
        assert told["why"] == UNREPAIRABLE["SRC902"].get(lang)
    assert UNREPAIRABLE.keys() == {"SRC901", "SRC902", "SRC903"}
    assert not UNREPAIRABLE.keys() & declared().keys()
    for text in UNREPAIRABLE.values():
        assert text.sv != text.en


def test_where_no_change_is_known_the_page_says_so_and_each_reason_once() -> None:
    org = Org(load_model(SAID.replace("none, decision, most]", "deferred, decision]").replace("none]", "deferred]")))
    found = suggest(org, select=("SRC903",), certainty=Degree.OPEN)
    assert len(found.asked) > 1
    assert found.alternatives == ()
    for lang in LANGUAGES:
        for form in (suggest_text, suggest_markdown):
            page = " ".join(form.render(found, lang).split())
            assert suggest_texts.NONE_KNOWN.get(lang) in page
            assert page.count(UNREPAIRABLE["SRC903"].get(lang)[1:]) == 1
            assert page.count("SRC903") == len(found.asked)


SAID = """\
remit: 1
model: {id: m, title: M, as_of: 2020-01-01}
principals: {region: {name: Regionen, kind: region}, ask: {name: Ask, kind: municipality}}
groups: {a: {name: Rådet, seats: [region]}, b: {name: Laget, seats: [ask]}}
sets: {both: [a, b]}
facts:
  - [both, channel, none, decision, most]
  - [both, introduction, none]
  - [a, convener, none]
"""


def test_a_statement_that_a_change_takes_away_and_does_not_say_anew_is_dropped_and_told() -> None:
    org = Org(load_model(SAID))
    channel, introduction, convener = org.model.statements
    anew = [unsay(introduction), say("both", "introduction", "a routine")]
    fields = [unsay(introduction), put("a", "introduction", "x"), put("b", "introduction", "x")]
    assert dropped(org, [*anew, unsay(convener), put("a", "convener", "x")]) == ()
    assert dropped(org, fields) == ()
    assert dropped(org, fields[:2]) == (introduction,)
    assert dropped(org, [unsay(channel), *anew]) == (channel,)
    org.model.statements.append(row := convener._replace(about="both", what="informs", to="a"))
    assert dropped(org, [unsay(row), route("b", "informs", "a")]) == (row,)
    assert dropped(org, [unsay(row), route("b", "informs", "a"), route("a", "informs", "b")]) == ()
    text = told(org, channel)
    assert "väg till beslut – saknas" in text.sv
    assert "way to decision – none" in text.en


def test_a_change_that_drops_what_a_source_says_says_so_and_costs_more() -> None:
    org = Org(load_model(SAID))
    finding = next(iter(audit(org, certainty=Degree.OPEN).findings))
    channel = org.model.statements[0]
    case = Case(org, finding)
    kept = case.make("link", [], {"route": 1}, about=["a"], to="b")
    less = case.make("link", [unsay(channel)], {"route": 1}, about=["a"], to="b")
    assert (kept.drops, less.drops) == ((), (told(org, channel),))
    for by in ("changes", "hours"):
        assert price(less.counts, by) > price(kept.counts, by)


def test_alternatives_tell_what_they_drop(county: tuple[Org, Suggestions]) -> None:
    _, found = county
    dropping = [move for one in found.alternatives for move in one.moves if move.candidate.drops]
    assert dropping
    for lang in LANGUAGES:
        page = " ".join(suggest_text.render(found, lang).split())
        json_ = [one["drops"] for each in found.to_dict(lang)["alternatives"] for one in each["changes"]]
        for move in dropping:
            assert move.candidate.counts["statement"] >= len(move.candidate.drops)
            assert [text.get(lang) for text in move.candidate.drops] in json_
            assert all(text.get(lang) in page for text in move.candidate.drops)


OUTSIDE = """\
remit: 1
model: {id: m, title: M, as_of: 2020-01-01, coverage: complete}
levels: [near, far]
topics: {school: {name: skola}, care: {name: vård}}
principals:
  region: {name: Regionen, kind: region}
  ask: {name: Ask, kind: municipality}
  free: {name: Friskolan, role: school, kind: school, participation: lessTOPICS}
groups:
  nearest: {name: Närmast, level: near, seats: [region, ask]}
  pupils: {name: Elevhälsan, level: far, remit: {powers: [discuss], topics: [school]}, seats: [region, ask]}
"""


def test_a_private_principal_gets_a_seat_only_where_its_topics_are_treated() -> None:
    def told(topics: str) -> dict[str, str]:
        org = Org(load_model(OUTSIDE.replace("TOPICS", topics)))
        (finding,) = audit(org, select=("COV503",)).findings
        return {one.kind: json.dumps([step.told for step in one.steps]) for one in candidates(Case(org, finding))}

    assert told("").keys() == {"join-agreements"}
    assert told(", topics: [care]").keys() == {"join-agreements"}
    both = told(", topics: [school]")
    assert both.keys() == {"seat-provider", "join-agreements"}
    assert '"pupils"' in both["seat-provider"]
    assert '["ask", "region", "free"]' in both["join-agreements"]  # alone it would have nobody to agree with


def test_every_kind_of_change_is_worded_in_both_languages() -> None:
    assert len(KINDS) > 40
    for name, kind in KINDS.items():
        for text in kind:
            assert all(text.get(lang).strip() for lang in LANGUAGES), name
            assert text.sv != text.en, name


def test_the_page_shows_the_table_of_weights() -> None:
    page = (Path(__file__).parents[3] / "docs" / "suggest.md").read_text(encoding="utf-8")
    assert len(WEIGHTS) > 10
    for weight in WEIGHTS:
        assert f"| {weight.text.en} | {weight.changes} | {weight.hours} |" in page


def test_a_change_costs_what_it_takes_times_the_weights_and_at_least_one() -> None:
    assert price({"agreement": 11}, "changes") == 11
    assert price({"document": 2, "route": 3}, "hours") == 2 * 16 + 3 * 4
    assert price({}, "hours") == 1
    assert price({"document": 2}, "changes", {"document": 5}) == 10
    with pytest.raises(KeyError):
        price({"nothing": 1}, "changes")


def test_steps_on_one_thing_are_joined_and_things_with_the_same_fields_too() -> None:
    steps = [
        Step("set", {"of": "a", "level": "near"}),
        Step("set", {"of": "b", "level": "near"}),
        Step("set", {"of": "c", "level": "far"}),
        Step("set", {"of": "c", "counted": "no"}),
        Step("open", {"from": "a", "informs": {"to": "b"}}),
        Step("open", {"from": "a", "informs": {"to": "c"}}),
    ]
    told = [(step.kind, step.told) for step in _joined(steps)]
    assert ("set", {"of": ["a", "b"], "level": "near"}) in told
    assert ("set", {"of": "c", "level": "far", "counted": "no"}) in told
    assert ("open", {"from": "a", "informs": [{"to": "b"}, {"to": "c"}]}) in told
    assert len(told) == 3


def test_a_mark_tells_a_seat_by_its_group_and_no_message() -> None:
    org = remit.load("vasterbotten-2017").org
    marks = standing(org, {"COV501"}, Degree.REPORTED)
    assert Mark("COV501", "lsg", ("lsg",), "") in marks


def test_what_only_a_row_of_the_table_says_of_the_thing_itself_is_repaired_though_a_change_takes_the_row_too() -> None:
    # each of these is told by a row on the thing itself, which `set` takes away with what it tells otherwise
    org = remit.load("vasterbotten-2017").org
    asked = ("INF811", "FUP701", "ESC302")
    found = suggest(org, select=asked, most=1)
    assert {f.code for f in found.alternatives[0].cleared} == set(asked)
    assert not found.alternatives[0].left

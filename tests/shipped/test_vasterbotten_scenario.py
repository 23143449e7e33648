"""The shipped scenario makes the structure of 2017 into the one that the inquiry proposes, field by field."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from remit.graph.org import Edge, Org
from remit.model.changes import Change, ChangeErrors, Scenario, apply, apply_each, load
from remit.model.facts import Basis, Degree, SourceRef
from remit.model.files import UsageProblem, resolve, shipped, shipped_scenarios
from remit.model.files import load as load_model
from remit.model.whole import Model, fields_of
from remit.queries.engine import audit

NAME = "vasterbotten-2017-to-2019"

# What differs in words of source (who says it where, how binding it is, remarks), by a pattern of ids, and why that is
# right. What a step writes carries the step's words; what stays as it was keeps those that it had in 2017.
FIRST_TOLD = "it stays: 2017 cites where the text first tells of it, 2019 where the proposal speaks of it"
WORDS_DIFFER: dict[str, str] = {
    "halso-och-sjukvard|folkhalsa|lansgemensam-utveckling|gemensamma-riktlinjer": FIRST_TOLD,
    "lanet|privata-skolor|privata-halsocentraler|privata-aldreomsorg": FIRST_TOLD,
    "halsocentraler|hsih|mas|chefslakare": FIRST_TOLD,
    r"finsam-\d(:.*)?": "founded by law and untouched; 2019 also cites that local collaboration should know of them",
    "fou-valfard": "it stays; 2019 cites that the inquiry does not speak of it, 2017 that LSG steers it",
    "patientfokus|mervarde|inga-parallella": "decided in the agreement; the proposal repeats them as its own",
    "hemsjukvard": "the agreement that was decided goes on; 2019 also cites that the proposal starts from it",
    "socialtjanst": "what those interviewed say of how the municipalities read the law is still remarked on",
    "lsg": "that it is there, its level, kind and territory were decided in 2015; 2019 says that it should be",
    "koordinatorer-lokala": "they were there already; 2019 says that such support should be",
    "regionen": "a merger of a care principal and a federation has to tell the role, which 2019 takes for granted",
    "system": "the system was there already; 2019 says that it should be",
}


@cache
def scenario() -> Scenario:
    return load(NAME)


@cache
def reorganised() -> Model:
    return apply(load_model(resolve("vasterbotten-2017")), scenario())


@cache
def proposed() -> Model:
    return load_model(resolve("vasterbotten-2019"))


def behind(change: Change) -> Basis:
    """Who is behind a step."""
    return Basis(change.words.get("basis", scenario().words["basis"]))


def removed(change: Change) -> list[Any]:
    """The statements that a step takes away."""
    facts = change.told.get("facts") if isinstance(change.told, dict) else None
    return list(facts.get("remove", ())) if isinstance(facts, dict) else []


def as_list(value: Any) -> list[Any]:
    return list(value) if isinstance(value, (list, tuple)) else [value]


@pytest.fixture(scope="module")
def orgs() -> tuple[Org, Org]:
    return Org(reorganised()), Org(proposed())


def plain(value: Any) -> Any:
    """A value to compare: parts by what they hold, entities by id, lists without order."""
    if isinstance(value, list):
        return sorted((plain(one) for one in value), key=repr)
    if isinstance(value, BaseModel):
        identifier = getattr(value, "id", None)
        return identifier or {k: plain(v) for k, v in value.__dict__.items() if v is not None}
    return value


def resolved(org: Org, identifier: str, path: str) -> Any:
    """State, value, certainty and items of a field as the audit reads them, without who says so."""
    fact = org.resolver.fact(identifier, path)
    items = sorted((i.value, i.state, i.degree, i.possibly, repr(plain(i.route))) for i in fact.items)
    return fact.state, plain(fact.value), fact.degree, items, fact.closed, fact.possibly


def words(org: Org, identifier: str, path: str) -> Any:
    """Who says so where, and how binding it is."""
    fact = org.resolver.fact(identifier, path)
    said = org.model.entities[identifier].said.get(path, ())
    items = sorted((i.value, i.sources, i.modality or "") for i in fact.items)
    return set(fact.sources), fact.modality, items, {(s.basis, s.practice, s.note) for s in said}


def presence(org: Org, identifier: str) -> Any:
    """To what degree the thing itself is told to be there."""
    return org.presence(identifier).degree, org.may_be(identifier)


def every_field(model: Model) -> Iterator[tuple[str, str]]:
    for identifier, entity in model.entities.items():
        for path, _, _ in fields_of(entity.kind_meta.name):
            yield identifier, path


def edges(org: Org) -> Counter[Any]:
    def row(edge: Edge) -> Any:
        item = edge.item.state, edge.item.degree, edge.item.possibly, repr(plain(edge.item.route))
        return edge.source, edge.relation, edge.target, edge.extent, item

    return Counter(row(edge) for edge in org.edges)


def test_a_shipped_scenario_is_found_by_its_name_and_is_no_model() -> None:
    assert NAME in shipped_scenarios()
    assert NAME not in shipped()
    assert scenario().id == NAME
    with pytest.raises(UsageProblem) as wrong:
        load(NAME + "x")
    for lang in ("sv", "en"):
        assert f"{NAME}x" in wrong.value.render(lang)
        assert NAME in wrong.value.render(lang).replace(f"{NAME}x", "")


def test_it_gives_exactly_the_entities_of_the_proposal() -> None:
    got, wanted = reorganised(), proposed()
    assert len(wanted.entities) > 400
    assert sorted(set(got.entities) - set(wanted.entities)) == []
    assert sorted(set(wanted.entities) - set(got.entities)) == []
    kinds = {i: (e.kind_meta.name, wanted.entities[i].kind_meta.name) for i, e in got.entities.items()}
    assert {i: k for i, k in kinds.items() if k[0] != k[1]} == {}
    names = {i: (e.name, wanted.entities[i].name) for i, e in got.entities.items()}
    assert {i: n for i, n in names.items() if n[0] != n[1]} == {}
    assert got.parents == wanted.parents


def test_it_gives_the_head_the_sets_and_the_coverage_of_the_proposal() -> None:
    got, wanted = reorganised(), proposed()
    assert got.head == wanted.head
    assert got.sets == wanted.sets
    assert got.coverage.default == wanted.coverage.default
    assert got.coverage.by_name == wanted.coverage.by_name
    assert sorted(got.coverage.selections) == sorted(wanted.coverage.selections)


def test_it_gives_every_relation_of_the_proposal_and_no_other(orgs: tuple[Org, Org]) -> None:
    got, wanted = (edges(org) for org in orgs)
    assert len(wanted) > 200
    assert got - wanted == Counter()
    assert wanted - got == Counter()


def test_it_gives_every_resolved_value_of_every_field(orgs: tuple[Org, Org]) -> None:
    got, wanted = orgs
    told = list(every_field(proposed()))
    assert len(told) > 10_000
    there = {i: (presence(got, i), presence(wanted, i)) for i in proposed().entities}
    assert {i: pair for i, pair in there.items() if pair[0] != pair[1]} == {}
    wrong = [
        f"{i}.{path}: {resolved(got, i, path)} instead of {resolved(wanted, i, path)}"
        for i, path in told
        if resolved(got, i, path) != resolved(wanted, i, path)
    ]
    assert not wrong, "\n".join(wrong)


def test_what_is_said_of_sets_and_of_ways_is_what_the_proposal_says() -> None:
    def rows(model: Model) -> list[Any]:
        found = [(s.about, s.what, s.to, s.extent, s.said.state, plain(s.said.value)) for s in model.statements]
        return sorted(found, key=repr)

    assert rows(reorganised()) == rows(proposed())


def test_words_of_source_differ_only_where_a_reason_is_listed(orgs: tuple[Org, Org]) -> None:
    got, wanted = orgs
    differ = {i for i, path in every_field(proposed()) if words(got, i, path) != words(wanted, i, path)}
    told = {i: [m.entities[i].said.get("id") for m in (reorganised(), proposed())] for i in proposed().entities}
    differ |= {i for i, (one, other) in told.items() if one != other}
    differ |= {i for i, e in reorganised().entities.items() if e.note != proposed().entities[i].note}
    listed = {i: [p for p in WORDS_DIFFER if re.fullmatch(p, i)] for i in sorted(differ)}
    assert [i for i, patterns in listed.items() if not patterns] == []
    used = {p for patterns in listed.values() for p in patterns}
    assert sorted(set(WORDS_DIFFER) - used) == [], "a listed difference that is none"


def test_every_step_has_a_reason_in_both_languages_and_tells_who_is_behind_it() -> None:
    assert 30 <= len(scenario().changes) <= 70
    bases = Counter(behind(change) for change in scenario().changes)
    assert set(bases) == {Basis.AUTHOR, Basis.PLANNER}
    for change in scenario().changes:
        assert change.reason.sv.strip() != change.reason.en.strip(), change
        if behind(change) == Basis.AUTHOR:
            assert all(SourceRef.parse(one).paragraph for one in as_list(change.words["source"])), change


def test_what_the_source_never_says_ends_ends_because_the_planner_says_so() -> None:
    ends = {one: c for c in scenario().changes if c.kind in ("dissolve", "end") for one in as_list(c.told)}
    never_said = {"ac-konsensus", "lbu", "hc-hsih", "lok", "hok", "sok", "lok-politisk", "hok-politisk", "sok-politisk"}
    assert never_said <= set(ends)
    assert {one: behind(change) for one, change in ends.items()} == dict.fromkeys(ends, Basis.PLANNER)
    for one in never_said - {"hc-hsih"}:
        assert "utredningen" in ends[one].reason.sv.casefold(), one
        assert "inquiry" in ends[one].reason.en.casefold(), one


def test_every_step_changes_something() -> None:
    before, idle = load_model(resolve("vasterbotten-2017")), []
    for change, after in apply_each(before, scenario()):
        if after == before:
            idle.append(change)
        before = after
    assert before == reorganised()
    assert idle == []


@pytest.mark.long
def test_no_step_could_be_left_out() -> None:
    start = load_model(resolve("vasterbotten-2017"))
    idle = []
    for change in scenario().changes:
        try:
            if apply(start, scenario().without(change.number)) == reorganised():
                idle.append(change)
        except ChangeErrors:
            continue  # later steps stand on it
    assert idle == []


def test_nothing_of_the_scenario_itself_is_cited_because_every_fact_has_its_source() -> None:
    sources = {one.id for one in reorganised().of_kind("source")}
    assert sources == {one.id for one in proposed().of_kind("source")}


def test_the_audit_of_the_result_is_the_audit_of_the_proposal(orgs: tuple[Org, Org]) -> None:
    got, wanted = ({(f.fingerprint, f.certainty) for f in audit(org, certainty=Degree.OPEN).findings} for org in orgs)
    assert len(wanted) > 0
    assert got == wanted


# What the inquiry's own steps leave, and which planner's step it waits for, as a person reads the text.
LEFT_WITHOUT_THE_PLANNER = [
    ("COV501", "ac-konsensus"),  # until AC Konsensus ends
    ("COV501", "lbu"),  # until LBU ends
    ("COV503", "privata-halsocentraler"),  # until what was said of 2017 is let go
    ("COV503", "privata-skolor"),
    ("COV504", "hc-hsih"),  # until it goes into the arenas of the front line
    ("DEC403", "lbu"),
    ("ESC307", "barns-psykiska-halsa"),
    ("ROB602", "lbu"),
    ("ROB602", "lsg"),  # until the rules of procedure of 2015 fall
    ("SRC902", "lok"),  # until the agreement is replaced
    ("STR203", "ac-konsensus"),  # with each local political group, until these end
    ("STR203", "ac-konsensus"),
    ("STR203", "ac-konsensus"),
]


def test_the_steps_of_the_inquiry_apply_alone_and_leave_what_waits_for_the_planner() -> None:
    start = load_model(resolve("vasterbotten-2017"))
    own = [change.number for change in scenario().changes if behind(change) == Basis.AUTHOR]
    before = {f.fingerprint for f in audit(Org(start)).findings}
    after = audit(Org(apply(start, scenario().only(own)))).findings
    assert sorted((f.code, f.subject.id) for f in after if f.fingerprint in before) == LEFT_WITHOUT_THE_PLANNER
    new = [f.code for f in after if f.fingerprint not in before]
    # nobody is told to sit in the working group for indicators, nor to introduce newcomers, in the arenas either
    assert sorted(new) == ["COV501", "ROB601", *["SRC903"] * 6]


def test_what_the_inquiry_says_of_2017_and_leaves_unanswered_is_let_go_by_the_planner() -> None:
    unanswered = {
        ("samverkansgrupper", "introduction_owner"),  # the common site informs; nobody is named to introduce
        ("barns-psykiska-halsa", "channel"),  # a way is opened; that the matter goes it nobody knows
    }
    gone = {(fact[0], fact[1]): c for c in scenario().changes for fact in removed(c)}
    assert unanswered <= set(gone)
    assert {behind(gone[one]) for one in unanswered} == {Basis.PLANNER}


def test_the_planners_reading_tells_the_figures_as_they_are() -> None:
    text = (Path(__file__).parents[2] / "docs" / f"{NAME}.md").read_text(encoding="utf-8")
    bases = Counter(behind(change) for change in scenario().changes)
    before = len(audit(Org(load_model(resolve("vasterbotten-2017")))).findings)
    for said in (
        f"i {len(scenario().changes)} steg",
        f"in {len(scenario().changes)} steps",
        f"{bases[Basis.AUTHOR]} steg är utredningens",
        f"{bases[Basis.AUTHOR]} steps are the inquiry's",
        f"{bases[Basis.PLANNER]} steg är planerarens",
        f"{bases[Basis.PLANNER]} are the planner's",
        f"Av 2017 års {before} belagda",
        f"Of the {before} established",
    ):
        assert said in text, said


def test_the_model_that_it_starts_from_is_not_touched() -> None:
    before, again = load_model(resolve("vasterbotten-2017")), load_model(resolve("vasterbotten-2017"))
    apply(before, scenario())
    assert before == again

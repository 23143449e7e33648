"""The shipped scenario makes the structure of 2017 into the one that the inquiry proposes, field by field."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from pydantic import BaseModel

from remit.graph.org import Org
from remit.model.changes import Scenario, apply, load
from remit.model.facts import Basis
from remit.model.files import UsageProblem, resolve, shipped, shipped_scenarios
from remit.model.files import load as load_model
from remit.model.whole import Model, fields_of

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
    "patientfokus|mervarde|inga-parallella": "decided in the agreement (2017); the proposal repeats them as its own (2019)",
    "hemsjukvard": "the agreement that was decided goes on; 2019 also cites that the proposal starts from it",
    "socialtjanst": "what those interviewed say of how the municipalities read the law is still remarked on",
    "lsg": "that it is there, its level, kind and territory were decided in 2015; 2019 says that it should be",
    "koordinatorer-lokala": "they were there already; 2019 says that such support should be",
    "ledningsseminarium": "the list of whom it informs is added to by a step of its own",
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


@pytest.fixture(scope="module")
def orgs() -> tuple[Org, Org]:
    return Org(reorganised()), Org(proposed())


def plain(value: Any) -> Any:
    """A value to compare: parts by what they hold, entities by id, lists without order."""
    if isinstance(value, list):
        return sorted((plain(one) for one in value), key=repr)
    if isinstance(value, BaseModel):
        identifier = getattr(value, "id", None)
        return identifier if identifier else {k: plain(v) for k, v in value.__dict__.items() if v is not None}
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
    return Counter(
        (e.source, e.relation, e.target, e.item.state, e.item.degree, e.item.possibly, e.extent, repr(plain(e.item.route)))
        for e in org.edges
    )


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
    assert 30 <= len(scenario().changes) <= 60
    for change in scenario().changes:
        assert change.reason.sv.strip(), change
        assert change.reason.en.strip(), change
        assert change.reason.sv != change.reason.en, change
        assert change.basis == Basis.PLANNER or change.sources, change


def test_the_model_that_it_starts_from_is_not_touched() -> None:
    before, again = load_model(resolve("vasterbotten-2017")), load_model(resolve("vasterbotten-2017"))
    apply(before, scenario())
    assert before == again

"""The two engines give the same: on every reasoned case, every shipped model, and organisations nobody has seen."""

from __future__ import annotations

import pkgutil
from importlib.resources import files

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.engines import compare, put
from tests.organisations import organisation, organisations
from tests.store.conftest import clear

from remit.graph.org import Org
from remit.model.files import load, loads, resolve, shipped
from remit.queries import rules
from remit.queries.cases import cases_of
from remit.queries.catalogue import catalogue
from remit.store.connection import Connection

PACKAGES = sorted(info.name for info in pkgutil.iter_modules(rules.__path__))
GENERATED = 150
AT_ONCE = 75


def test_every_rule_has_its_cypher() -> None:
    folder = files(rules)
    assert [name for name in PACKAGES if not folder.joinpath(name, "rule.cypher").is_file()] == []


@pytest.mark.parametrize("package", PACKAGES)
def test_every_case_of_a_rule_gives_the_same_rows(database: Connection, package: str) -> None:
    code = package[:6]
    cases = {f"{code}-{case.name}": case for case in cases_of(package)}
    orgs = {key: Org(loads(case.text, f"{case.name}.yaml")) for key, case in cases.items()}
    put(database, orgs)
    found = compare(database, orgs, [code], {key: dict(case.settings) for key, case in cases.items()})
    assert found.different == []
    assert found.asked[code] == len(cases)
    assert found.answered[code] > 0, "the server gave nothing for any case"
    assert found.fired[code] > 0


@pytest.mark.parametrize("name", [one for one in shipped() if "invent" not in one])
def test_a_shipped_model_gives_the_same_rows(database: Connection, name: str) -> None:
    orgs = {name: Org(load(resolve(name)))}
    put(database, orgs)
    found = compare(database, orgs)
    assert found.different == []
    assert sum(found.answered.values()) > 50  # the smallest have some twenty things
    assert set(found.asked) == set(catalogue())


@pytest.mark.timeout(900)
def test_many_organisations_give_the_same_rows_and_every_rule_fires_and_is_silent(
    database: Connection,
) -> None:
    fired = dict.fromkeys(catalogue(), 0)
    for start in range(0, GENERATED, AT_ONCE):
        clear(database)
        orgs = {f"seed-{seed}": Org(loads(organisation(seed))) for seed in range(start, start + AT_ONCE)}
        put(database, orgs)
        found = compare(database, orgs)
        assert found.different == []
        for code in fired:
            assert found.answered[code] > 0
            fired[code] += found.fired[code]
    least, most = 0.05 * GENERATED, 0.95 * GENERATED
    assert {code: number for code, number in fired.items() if not least <= number <= most} == {}


@given(st.lists(organisations(), min_size=1, max_size=8))
@settings(
    max_examples=6,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
def test_organisations_that_hypothesis_thinks_of_give_the_same_rows(database: Connection, texts: list[str]) -> None:
    clear(database)
    orgs = {f"one-{number}": Org(loads(text)) for number, text in enumerate(texts)}
    put(database, orgs)
    assert compare(database, orgs).different == []


@pytest.mark.long
@pytest.mark.timeout(3000)
@pytest.mark.parametrize("start", range(1000, 4000, 250))
def test_thousands_of_organisations_give_the_same_rows(database: Connection, start: int) -> None:
    orgs = {f"seed-{seed}": Org(loads(organisation(seed))) for seed in range(start, start + 250)}
    put(database, orgs)
    assert compare(database, orgs).different == []

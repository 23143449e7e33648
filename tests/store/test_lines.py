"""The newest line of the server, where the Java that it needs is here: the same as on the long-term one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.engines import compare, put
from tests.neo4j_server import NEWEST, Server, java_for, started

from remit.graph.org import Org
from remit.model.files import dump, load, loads, resolve
from remit.queries.cases import cases_of
from remit.queries.catalogue import catalogue
from remit.store import versions
from remit.store.connection import Connection, connect

pytestmark = [
    pytest.mark.xdist_group("neo4j"),
    pytest.mark.timeout(600),
    pytest.mark.skipif(java_for(NEWEST) is None, reason=f"Neo4j {NEWEST.version} needs Java {NEWEST.java} or later"),
]
QUESTIONS = Path(__file__).parents[2] / "neo4j" / "questions"


@pytest.fixture(scope="module")
def newest() -> Iterator[Server]:
    with started(NEWEST) as server:
        yield server


@pytest.fixture
def connection(newest: Server) -> Iterator[Connection]:
    with connect(newest.uri) as found:
        yield found


@pytest.mark.parametrize("name", ["vasterbotten-2017", "vasterbotten-2019"])
def test_a_model_is_pushed_audited_and_pulled_on_the_newest_line(connection: Connection, name: str) -> None:
    model = load(resolve(name))
    version = versions.push(connection, model)
    found = compare(connection, {version.key: Org(model)})
    assert found.different == []
    assert sum(found.answered.values()) > 100
    with connect(f"{connection.address.uri}?model={name}") as one:
        assert dump(versions.pull(one)[0]) == dump(model)


def test_the_questions_for_analysts_can_be_asked_on_the_newest_line(connection: Connection) -> None:
    questions = sorted(QUESTIONS.glob("*.cypher"))
    assert questions
    for path in questions:
        connection.read(f"EXPLAIN {path.read_text(encoding='utf-8')}", {})


@pytest.mark.long
@pytest.mark.parametrize("code", catalogue())
def test_every_case_gives_the_same_rows_on_the_newest_line(connection: Connection, code: str) -> None:
    package = catalogue()[code][1].__module__.split(".")[-2]
    cases = {f"{code}-{case.name}": case for case in cases_of(package)}
    orgs = {key: Org(loads(case.text)) for key, case in cases.items()}
    put(connection, orgs)
    given = {key: dict(case.settings) for key, case in cases.items()}
    assert compare(connection, orgs, [code], given).different == []

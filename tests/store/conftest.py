"""A database that is empty before each test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.neo4j_server import Server, shared

from remit.store.connection import Connection, connect


@pytest.hookimpl(tryfirst=True)  # xdist reads the groups in its own hook of this name
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "server" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("neo4j"))  # one server for all of them, in one process
            if item.get_closest_marker("timeout") is None:
                item.add_marker(pytest.mark.timeout(600))  # the first includes the start of the server, and it is cold


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    with shared() as one:
        with connect(one.uri) as connection:
            # the tests clear what they make by deleting everything: a database in use must not be taken for theirs
            if connection.read("MATCH (n) RETURN count(n) AS n") != [{"n": 0}]:
                pytest.fail("the database that NEO4J_URI names is not empty, and the tests would delete what it holds")
        yield one
        with connect(one.uri) as connection:
            clear(connection)


@pytest.fixture
def database(server: Server) -> Iterator[Connection]:
    with connect(server.uri) as connection:
        clear(connection)
        yield connection


def clear(connection: Connection) -> None:
    query = "MATCH (n) WITH n LIMIT 2000 DETACH DELETE n RETURN count(*) AS n"
    while connection.write(lambda tx: tx.run(query).single(strict=True)["n"]):
        pass

"""What a user is told when the database, its address or its rights are in the way."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import neo4j
import pytest
from tests.neo4j_server import Server, free_port, started

from remit.cli.run import run
from remit.model.files import load, resolve
from remit.store import address, versions
from remit.store.connection import Connection, connect

Call = Callable[..., tuple[int, str]]
SECRET = "hemligt-8f3a"  # noqa: S105 - the password of a server that lives as long as a test


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    def one(*args: object) -> tuple[int, str]:
        status = run([str(arg) for arg in (*args, "--lang", "en")])
        out, err = capsys.readouterr()
        assert out == ""
        assert "Traceback" not in err
        return status, err

    return one


@pytest.mark.parametrize(
    "text",
    [
        f"bolt://neo4j:{SECRET}@localhost",
        f"bolt://{SECRET}@localhost:7687/?model=a",
        f"neo4j+s://localhost?password={SECRET}",
        f"http://u:{SECRET}@localhost",
    ],
)
@pytest.mark.parametrize("command", ["audit", "versions", "push", "pull", "prune"])
def test_a_password_in_an_address_is_refused_and_not_told_again(call: Call, command: str, text: str) -> None:
    args = {"push": ["vasterbotten-2017", text], "pull": [text, "-o", "x.yaml"]}.get(command, [text])
    status, err = call(command, *args)
    assert status == 2
    assert SECRET not in err
    assert "NEO4J_PASSWORD" in err


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("http://localhost", "bolt://host:7687"),
        ("bolt://", "cannot be read"),
        ("bolt://localhost:port", "cannot be read"),
        ("bolt://localhost/db", "cannot be read"),
        ("bolt://localhost?model=a#b", "cannot be read"),
        ("bolt://localhost?modell=a", "asks for modell"),
        ("bolt://localhost?model=a&model=b", "asks for model"),
        ("bolt://localhost?model=", "asks for model"),
        ("bolt://localhost?version=0", "0 is no whole number"),
        ("bolt://localhost?version=två", "två is no whole number"),
        ("localhost:7687", "cannot be read"),
    ],
)
def test_an_address_that_cannot_be_read_is_told_with_what_would_be_right(call: Call, text: str, told: str) -> None:
    status, err = call("versions", text)
    assert status == 2
    assert told in err


def test_an_address_names_model_version_and_database() -> None:
    found = address.read("neo4j+s://db.example.org/?model=län&version=3&database=orgs")
    assert found == address.Address("neo4j+s", "db.example.org", 7687, "län", 3, "orgs")
    assert address.read("bolt://[::1]:7700").server == "[::1]:7700"


def test_no_server_is_told_with_its_place_and_ends_with_3(call: Call) -> None:
    port = free_port()
    status, err = call("audit", f"bolt://127.0.0.1:{port}")
    assert status == 3
    assert f"no database answers at 127.0.0.1:{port}" in err


def test_the_engine_neo4j_without_a_database_says_what_to_give(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NEO4J_URI", raising=False)
    status, err = call("audit", "vasterbotten-2017", "--engine", "neo4j")
    assert status == 2
    assert "NEO4J_URI" in err


def test_an_empty_database_an_unknown_model_and_an_unknown_version_are_told_apart(
    call: Call, database: Connection
) -> None:
    uri = database.address.uri
    assert "has no models" in call("audit", uri)[1]
    versions.push(database, load(resolve("vasterbotten-2017")))
    assert call("audit", f"{uri}?model=x")[0] == 2
    assert "has no model x; it has vasterbotten-2017" in call("audit", f"{uri}?model=x")[1]
    assert "has no version 7; it has 1" in call("audit", f"{uri}?version=7")[1]


def test_a_version_of_another_schema_is_told_and_not_misread(call: Call, database: Connection) -> None:
    versions.push(database, load(resolve("vasterbotten-2017")))
    database.write(lambda tx: tx.run("MATCH (v:Version) SET v.schema = 99").consume())
    status, err = call("audit", database.address.uri)
    assert status == 3
    assert "schema 99" in err


def test_a_version_whose_load_was_cut_off_is_told(call: Call, database: Connection) -> None:
    versions.push(database, load(resolve("vasterbotten-2017")))
    database.write(lambda tx: tx.run("MATCH (v:Version) SET v.state = 'loading' REMOVE v.x").consume())
    status, err = call("audit", f"{database.address.uri}?version=1")
    assert status == 2
    assert "is not whole" in err


@pytest.fixture(scope="module")
def guarded() -> Iterator[Server]:
    """A server of our own that asks for a password."""
    with started(auth=True, memory="512m") as server:
        with neo4j.GraphDatabase.driver(server.uri, auth=("neo4j", "neo4j")) as driver:
            change = f"ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO '{SECRET}'"
            driver.execute_query(change, database_="system")
        yield server


@pytest.mark.xdist_group("neo4j")
@pytest.mark.timeout(600)
def test_with_authentication_on_the_password_comes_from_the_environment_or_is_asked_for(
    guarded: Server, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NEO4J_PASSWORD", raising=False)
    monkeypatch.delenv("NEO4J_USER", raising=False)
    status, err = call("push", "vasterbotten-2017", guarded.uri)
    assert status == 2
    assert "does not accept the user and password" in err
    monkeypatch.setenv("NEO4J_PASSWORD", SECRET)
    status, err = call("push", "vasterbotten-2017", guarded.uri)
    assert status == 0
    assert SECRET not in err
    monkeypatch.setenv("NEO4J_PASSWORD", "wrong-" + SECRET)
    status, err = call("prune", guarded.uri)
    assert status == 2
    assert SECRET not in err
    monkeypatch.delenv("NEO4J_PASSWORD")
    asked: list[str] = []

    def ask(server: str) -> str:
        asked.append(server)
        return SECRET

    with connect(guarded.uri, ask) as connection:
        assert len(versions.versions(connection)) == 1
    assert asked == [guarded.uri.partition("://")[2]]


@pytest.mark.xdist_group("neo4j")
@pytest.mark.timeout(600)
def test_a_database_that_may_only_be_read_is_told_and_can_still_be_audited(
    call: Call, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with started(memory="512m", home=tmp_path) as server:
        assert call("push", "vasterbotten-2017", server.uri)[0] == 0
    with started(memory="512m", home=tmp_path, settings="server.databases.default_to_read_only=true\n") as server:
        for command in (("push", "vasterbotten-2017", server.uri), ("prune", server.uri)):
            status, err = call(*command)
            assert (command[0], status) == (command[0], 3 if command[0] == "push" else 0)
            assert "may not write" in err or command[0] == "prune"
        assert run(["validate", server.uri]) == 0
        assert capsys.readouterr().err == ""


@pytest.mark.xdist_group("neo4j")
@pytest.mark.timeout(600)
def test_a_server_that_goes_away_in_the_middle_is_told_with_what_holds(
    call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("remit.store.connection.RETRY_SECONDS", 3.0)
    with started(memory="512m") as server:
        assert server.process is not None
        process = server.process
        real = versions._once
        seen = threading.Event()

        def once(*args: object) -> object:
            seen.set()
            time.sleep(0.05)
            return real(*args)  # type: ignore[arg-type]

        monkeypatch.setattr(versions, "_once", once)

        def pull_the_plug() -> None:
            seen.wait(60)
            time.sleep(0.3)
            process.kill()

        thread = threading.Thread(target=pull_the_plug)
        thread.start()
        status, err = call("push", "vasterbotten-2019", server.uri)
        thread.join()
    assert status == 3
    assert "version 1 of vasterbotten-2019 did not become whole" in err

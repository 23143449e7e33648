"""The commands that have to do with Neo4j, as a user runs them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.neo4j_server import Server

from remit.cli.run import run
from remit.model.files import dump, load, resolve
from remit.store.connection import Connection

Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    def one(*args: object) -> tuple[int, str, str]:
        status = run([str(arg) for arg in args])
        out, err = capsys.readouterr()
        return status, out, err

    return one


@pytest.fixture
def filled(database: Connection, server: Server, call: Call) -> str:
    for _ in range(2):
        assert call("push", "vasterbotten-2017", server.uri)[0] == 0
    return server.uri


def test_push_tells_which_version_is_in_force(database: Connection, server: Server, call: Call) -> None:
    status, out, err = call("push", "vasterbotten-2017", server.uri, "--lang", "en")
    assert (status, out) == (0, "")
    assert err == "vasterbotten-2017 version 1 is in force now (149 things).\n"


def test_versions_shows_each_model_and_which_version_is_in_force(filled: str, call: Call) -> None:
    status, out, _ = call("versions", filled)
    assert status == 0
    assert out == "vasterbotten-2017\n  version 1: tidigare, 149 saker\n  version 2: gäller, 149 saker\n"
    found = json.loads(call("versions", filled, "--format", "json")[1])
    assert [one["in_force"] for one in found["versions"]] == [False, True]


def test_pull_writes_a_file_that_equals_the_model(filled: str, call: Call, tmp_path: Path) -> None:
    path = tmp_path / "pulled.yaml"
    assert call("pull", filled, "-o", path)[0] == 0
    assert path.read_text(encoding="utf-8") == dump(load(resolve("vasterbotten-2017")))


def test_prune_removes_what_is_not_in_force(filled: str, call: Call) -> None:
    assert call("prune", filled, "--lang", "en") == (0, "vasterbotten-2017 1\n", "Versions removed: 1.\n")
    assert call("versions", filled, "--lang", "en")[1].count("version ") == 1


@pytest.mark.parametrize(
    "args",
    [
        ("loops", "{}", "--format", "json"),
        ("audit", "{}", "--format", "json", "--fail-on", "never"),
        ("route", "{}", "--from", "umea", "--topic", "barns-psykiska-halsa", "--format", "json"),
    ],
    ids=lambda args: args[0],
)
def test_an_address_is_taken_wherever_a_model_is_and_gives_the_same(
    filled: str, call: Call, args: tuple[str, ...]
) -> None:
    stored = call(*(one.format(f"{filled}?model=vasterbotten-2017&version=2") for one in args))
    shipped = call(*(one.format("vasterbotten-2017") for one in args))
    assert stored[0] == 0
    assert stored[:2] == shipped[:2]


def test_a_stored_model_can_be_validated_and_converted(filled: str, call: Call, tmp_path: Path) -> None:
    assert call("validate", filled)[0] == 0
    assert call("convert", filled, tmp_path / "copy.json")[0] == 0
    assert load(tmp_path / "copy.json") == load(resolve("vasterbotten-2017"))


@pytest.mark.parametrize("model", ["vasterbotten-2017", "vasterbotten-2019", "stored"])
def test_the_engine_neo4j_gives_the_same_report_but_for_its_name(
    filled: str, call: Call, monkeypatch: pytest.MonkeyPatch, model: str
) -> None:
    monkeypatch.setenv("NEO4J_URI", filled)
    asked = filled if model == "stored" else model
    rest = ("--format", "json", "--certainty", "open", "--fail-on", "never")
    by_server = call("audit", asked, "--engine", "neo4j", *rest)
    in_memory = call("audit", asked, *rest)
    assert by_server[0] == 0
    assert '"engine": "neo4j"' in by_server[1]
    assert by_server[1].replace('"engine": "neo4j"', '"engine": "memory"') == in_memory[1]


def test_a_model_that_is_not_stored_leaves_nothing_behind(
    database: Connection, server: Server, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_URI", server.uri)
    assert call("audit", "vasterbotten-2019", "--engine", "neo4j", "--select", "MAN102", "--fail-on", "never")[0] == 0
    assert database.read("MATCH (n) RETURN count(n) AS n") == [{"n": 0}]


def test_another_date_is_judged_by_the_server_as_in_memory(filled: str, call: Call) -> None:
    rest = ("--on", "2030-01-01", "--format", "json", "--fail-on", "never", "--select", "MAN")
    by_server = call("audit", filled, "--engine", "neo4j", *rest)[1]
    assert by_server.replace('"engine": "neo4j"', '"engine": "memory"') == call("audit", filled, *rest)[1]

"""Models in a real Neo4j, version by version."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from tests.engines import compare
from tests.neo4j_server import Server
from tests.organisations import organisation

import remit
from remit.graph.org import Org
from remit.model.files import dump, load, loads, resolve, shipped
from remit.model.files.problems import RemitError
from remit.model.whole import Model
from remit.store import versions as store
from remit.store.connection import Connection, connect

SMALL = """\
remit: 1
model: {id: small, title: Litet, as_of: 2020-01-01}
sources: {report: {title: Rapporten}}
principals: {region: {role: care}, ask: {role: care}}
groups: {council: {seats: [region, ask], source: report#Grupper/2}}
"""


def small(text: str = "Litet", identifier: str = "small") -> Model:
    return loads(SMALL.replace("title: Litet", f"title: {text}").replace("id: small", f"id: {identifier}"))


def at(connection: Connection, asked: str) -> Connection:
    return connect(f"{connection.address.uri}?{asked}")


def pulled(connection: Connection, asked: str = "model=small") -> Model:
    with at(connection, asked) as one:
        return store.pull(one)[0]


@pytest.mark.parametrize("name", shipped())
def test_what_is_pulled_equals_what_was_pushed_to_the_letter(database: Connection, name: str) -> None:
    model = load(resolve(name))
    store.push(database, model)
    found = pulled(database, f"model={name}")
    assert found == model
    assert dump(found) == dump(model)


def test_organisations_of_every_kind_come_back_equal(database: Connection) -> None:
    for seed in range(12):
        model = loads(organisation(seed))
        store.push(database, model)
        assert dump(pulled(database, f"model={model.head.id}")) == dump(model)


def test_a_new_version_stands_beside_the_old_one_and_is_in_force(database: Connection) -> None:
    first, second = small("Ett"), small("Två")
    store.push(database, first)
    store.push(database, second)
    assert [(v.number, v.state, v.current) for v in store.versions(database)] == [
        (1, "whole", False),
        (2, "whole", True),
    ]
    assert pulled(database) == second
    assert pulled(database, "model=small&version=1") == first


def test_several_models_live_in_one_database_without_mixing(database: Connection) -> None:
    for name in ("one", "two"):
        store.push(database, small(name, name))
    assert pulled(database, "model=one").head.title.sv == "one"
    assert pulled(database, "model=two").head.title.sv == "two"
    with pytest.raises(RemitError, match=r"several models.*one, two"):
        store.choose(database)


def test_prune_keeps_the_version_in_force_and_as_many_as_asked_for(database: Connection) -> None:
    for text in ("a", "b", "c", "d"):
        store.push(database, small(text))
    store.push(database, small("other", "other"))
    gone = store.prune(database, keep=2)
    assert [(one.model, one.number) for one in gone] == [("small", 1), ("small", 2)]
    assert pulled(database).head.title.sv == "d"
    assert pulled(database, "model=small&version=3").head.title.sv == "c"
    left = database.read("MATCH (n) WHERE n.version IN ['small@1', 'small@2'] RETURN count(n) AS n")
    assert left == [{"n": 0}]


def test_of_two_pushes_at_once_one_wins_and_the_other_is_told(
    database: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    both_begun = threading.Barrier(2)
    real = store._load

    def together(*args: object) -> None:
        both_begun.wait(30)
        real(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(store, "_load", together)
    told: list[str] = []
    won: list[int] = []

    def push(text: str) -> None:
        with connect(database.address) as connection:
            try:
                won.append(store.push(connection, small(text)).number)
            except RemitError as error:
                told.append(error.render("sv"))

    threads = [threading.Thread(target=push, args=(text,)) for text in ("Ena", "Andra")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert len(won) == 1
    assert len(told) == 1
    assert "någon annan hann lägga dit en ny version av small" in told[0]
    assert [(v.number, v.state) for v in store.versions(database)] == [(won[0], "whole")]


def test_a_version_that_is_removed_while_it_is_loaded_never_comes_into_force(
    database: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.push(database, small("Ett"))
    real = store._load

    def pruned(*args: object) -> None:
        with connect(database.address) as other:
            store.prune(other)
        real(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(store, "_load", pruned)
    with pytest.raises(RemitError, match="was removed while it was being loaded"):
        store.push(database, small("Två"))
    assert pulled(database).head.title.sv == "Ett"


def test_a_push_killed_at_any_point_leaves_the_former_version_whole(
    database: Connection, server: Server, tmp_path: Path
) -> None:
    model = load(resolve("vasterbotten-2017"))
    store.push(database, model)
    path = tmp_path / "new.yaml"
    path.write_text(dump(model).replace("as_of: 2017-12-31", "as_of: 2018-01-01"), encoding="utf-8")
    command = [sys.executable, "-m", "remit", "push", str(path), server.uri]
    began = time.monotonic()
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
    whole = time.monotonic() - began
    address = "model=vasterbotten-2017"
    chance = random.Random(4)  # noqa: S311 - a seed, for the same points each time
    before = dump(pulled(database, address))
    cut_off = 0
    for _ in range(20):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.2, 0.98) * whole)
        process.send_signal(signal.SIGKILL)
        process.wait()
        found = store.versions(database)
        cut_off += any(one.state == "loading" for one in found)
        assert sum(one.current and one.state == "whole" for one in found) == 1
        assert dump(pulled(database, address)) == before
    assert cut_off, "no push was cut off in the middle: the points are badly chosen"
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
    store.prune(database)
    assert [one.state for one in store.versions(database)] == ["whole"]
    assert database.read("MATCH (n) WHERE n.version IS NOT NULL RETURN count(DISTINCT n.version) AS n") == [{"n": 1}]


def test_a_prune_during_an_audit_by_the_server_is_told_and_loses_no_finding_unseen(
    database: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_URI", database.address.uri)
    real = Connection.read
    asked: list[str] = []

    def read(self: Connection, query: str, parameters: dict[str, object] | None = None) -> list[dict[str, object]]:
        if "UNWIND $versions" in query:
            asked.append(query)
            if len(asked) == 3:
                store.prune(database)
        return real(self, query, parameters)

    monkeypatch.setattr(Connection, "read", read)
    with pytest.raises(RemitError, match="removed while it was audited"):
        remit.load("vasterbotten-2017").audit(engine="neo4j")


def test_a_version_that_somebody_is_removing_is_written_to_no_more(
    database: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = store._once
    written: list[int] = []

    def once(key: str, number: int, *rest: Any) -> Any:
        if number == 4:
            database.write(
                lambda tx: tx.run("MATCH (v:Version {key: $key}) SET v.state = 'removing'", key=key).consume()
            )
        written.append(number)
        return real(key, number, *rest)

    monkeypatch.setattr(store, "_once", once)
    with pytest.raises(RemitError, match="was removed while it was being loaded"):
        store.push(database, small())
    assert written == [1, 2, 3, 4]


DOTTED = """\
remit: 1
model: {id: dotted, title: Punkter, as_of: 2020-01-01}
groups: {a: {follow_up: {owner: a}}}
indicators: {a.follow_up: {owner: a}}
"""
MIXED = """\
remit: 1
model: {id: mixed, title: Blandat, as_of: 2020-01-01}
principals: {p: {}}
units: {u: {principal: p}, v: {}}
groups: {team: {}, o: {}}
sets: {s: {members: [o, u]}, t: {members: [o, v]}}
facts: [[s, parent, team, "", some], [t, parent, team, "", all]]
"""


@pytest.mark.parametrize("text", [DOTTED, MIXED], ids=["dotted ids", "sets of several kinds"])
def test_an_odd_model_is_stored_and_audited_by_the_server_as_in_memory(database: Connection, text: str) -> None:
    model = loads(text)
    version = store.push(database, model)
    assert store.pull(database)[0] == model
    assert compare(database, {version.key: Org(model)}).different == []
